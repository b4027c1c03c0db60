/*
 * What of a flagged row may be told to whoever gets the error
 *
 * Who writes a name may be told which entry it matches.  But an UPDATE may be of a row whose name its writer need not
 * know, and errors tell of rows by their keys: names and keys that were there before are told to a role that may read
 * them, to others at most how many.
 */
#include "postgres.h"

#include "pg/guard/told.h"

#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/json.h"
#include "utils/rel.h"
#include "utils/rls.h"

#include "name/person/evidence.h"
#include "pg/guard/columns.h"
#include "pg/list/readers.h"
#include "pg/screen/hit.h"
#include "pg/type/checked.h"

/* May a role read some columns of all rows of a relation?  NIL are all columns */
static bool
MayRead(Relation relation, const List *columns, Oid role)
{
	Oid			table = RelationGetRelid(relation);
	TupleDesc	desc = RelationGetDescr(relation);

	if (check_enable_rls(table, role, true) == RLS_ENABLED)
		return false;
	if (pg_class_aclcheck(table, role, ACL_SELECT) == ACLCHECK_OK)
		return true;
	for (int i = 1; i <= desc->natts; i++)
		if (!TupleDescAttr(desc, i - 1)->attisdropped && (columns == NIL || list_member_int(columns, i)) &&
			pg_attribute_aclcheck(table, i, role, ACL_SELECT) != ACLCHECK_OK)
			return false;
	return true;
}

/* How the name of a hit matches, in words; by a document alone it does not */
static char *
DescribeName(const SubjectHit *hit)
{
	SanctReading *listed = hit->found->name->reading;

	if (listed == NULL)
		return "whose name is another";
	return psprintf("listed name \"%s\", similarity %d.%03d, %s",
					pnstrdup(SANCT_READING_NAME(listed), SANCT_READING_NAME_LENGTH(listed)),
					hit->found->similarity / 1000, hit->found->similarity % 1000, hit->tier);
}

/* May the role that gets the error know what facts say?  They would tell what stands in the row */
static bool
MayTellFacts(const Guard *guard)
{
	return TRIGGER_FIRED_BY_INSERT(guard->trigger->tg_event) ||
		MayRead(guard->relation, guard->options->facts, GetOuterUserId());
}

/* May it know what a hit is found by? */
static bool
MayTell(const Guard *guard, const SubjectHit *hit)
{
	return hit->found == NULL || hit->found->name->reading != NULL || MayTellFacts(guard);
}

/* What the facts of the row say of a hit */
static char *
DescribeFacts(const Guard *guard, const SubjectHit *hit)
{
	const SmEvidence *evidence = hit->found->evidence;
	const char *words = evidence ? SanctFactWords(evidence) : "";

	if (evidence == NULL || !MayTellFacts(guard))
		return "";
	return psprintf("; %s%s%s", sm_verdict_name(evidence->verdict), words[0] ? ", " : "", words);
}

/* See told.h */
bool
SanctMayNameEntry(const SubjectHit *hit)
{
	return hit->found != NULL && SanctIsShownTo(hit->found->name->entry->readers, GetOuterUserId());
}

/* See told.h */
char *
SanctDescribeHit(const Guard *guard, const SubjectHit *hit)
{
	const ListedEntry *entry;

	if (hit->unread)
		return psprintf("has a name that cannot be read: %s", hit->unread);
	if (!SanctMayNameEntry(hit))
		return "matches an entry of a restricted list.";
	entry = hit->found->name->entry;
	return psprintf("matches entry \"%s\" (%s %s), %s%s.", text_to_cstring(entry->primary_name), entry->from->code,
					text_to_cstring(entry->uid), DescribeName(hit), DescribeFacts(guard, hit));
}

/* May the role that gets the error, whatever functions it has called, read the names that are screened? */
static bool
MayReadNames(const Guard *guard)
{
	ListCell   *cell;

	foreach(cell, guard->options->names)
		if (!MayRead(guard->relation, ((GuardName *) lfirst(cell))->columns, GetOuterUserId()))
			return false;
	return true;
}

/* Does the key of a row hold what is screened, as the whole row does where no key is known? */
static bool
KeyHoldsName(const GuardOptions *options)
{
	ListCell   *cell;
	ListCell   *column;

	foreach(cell, options->names)
		foreach(column, ((GuardName *) lfirst(cell))->columns)
			if (list_member_int(options->key, lfirst_int(column)))
				return true;
	return options->key == NIL;
}

/* See told.h */
bool
SanctMayTellHit(const Guard *guard, const SubjectHit *hit)
{
	return (guard->names_given || MayReadNames(guard)) && MayTell(guard, hit);
}

/* See told.h */
bool
SanctIsKeySafe(const GuardOptions *options)
{
	return options->show_names || !KeyHoldsName(options);
}

/* See told.h */
bool
SanctMayTellKey(const Guard *guard)
{
	bool		own = TRIGGER_FIRED_FOR_ROW(guard->trigger->tg_event) &&
		TRIGGER_FIRED_BY_INSERT(guard->trigger->tg_event);

	return SanctIsKeySafe(guard->options) &&
		(own || (MayReadNames(guard) && MayRead(guard->relation, guard->options->key, GetOuterUserId())));
}

/* Add a member of a JSON object that is a string; NULL is null */
static void
AddString(StringInfo json, const char *key, const char *value)
{
	appendStringInfo(json, ", \"%s\": ", key);
	if (value == NULL)
		appendStringInfoString(json, "null");
	else
		escape_json(json, value);
}

/* Add what a hit is, of an entry that may be named */
static void
AddEntry(StringInfo json, const Guard *guard, const SubjectHit *hit)
{
	const ListHit *found = hit->found;
	const ListedEntry *entry = found->name->entry;
	SanctReading *listed = found->name->reading;
	const char *words = found->evidence && MayTellFacts(guard) ? SanctFactWords(found->evidence) : NULL;

	appendStringInfo(json, ", \"entry_id\": %lld", (long long) entry->id);
	AddString(json, "list", entry->from->code);
	AddString(json, "list_uid", text_to_cstring(entry->uid));
	AddString(json, "primary_name", text_to_cstring(entry->primary_name));
	AddString(json, "matched_name", listed == NULL ? NULL :
			  pnstrdup(SANCT_READING_NAME(listed), SANCT_READING_NAME_LENGTH(listed)));
	if (listed != NULL)
		appendStringInfo(json, ", \"similarity\": %d.%03d", found->similarity / 1000, found->similarity % 1000);
	AddString(json, "tier", hit->tier);
	if (words != NULL)
	{
		AddString(json, "verdict", sm_verdict_name(found->evidence->verdict));
		AddString(json, "facts", words);
	}
}

/* See told.h */
char *
SanctHitJson(const Guard *guard, const SubjectHit *hit)
{
	StringInfoData json;

	initStringInfo(&json);
	appendStringInfoString(&json, "{\"table\": ");
	escape_json(&json, guard->subject);
	AddString(&json, "guard", hit->guard);
	appendStringInfo(&json, ", \"key\": %s", SanctMayTellKey(guard) ? hit->key : "null");
	AddString(&json, "column", hit->column == 0 ? NULL :
			  NameStr(TupleDescAttr(RelationGetDescr(guard->relation), hit->column - 1)->attname));
	if (hit->unread && SanctMayTellHit(guard, hit))
		AddString(&json, "unread", hit->unread);
	else if (!hit->unread && SanctMayTellHit(guard, hit) && SanctMayNameEntry(hit))
		AddEntry(&json, guard, hit);
	appendStringInfoChar(&json, '}');
	return json.data;
}
