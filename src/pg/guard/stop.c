/*
 * How a guard stops rows: what is told to whoever gets the error, and to the log
 *
 * Who writes a name may be told which entry it matches.  But an UPDATE may be of a row whose name its writer need not
 * know, and the error of a statement tells of rows by their keys: names and keys that were there before are told to a
 * role that may read them, to others at most how many.
 */
#include "postgres.h"

#include "pg/guard/stop.h"

#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "tcop/pquery.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/rel.h"
#include "utils/rls.h"
#include "utils/json.h"
#include "utils/portal.h"

#include "name/person/evidence.h"
#include "pg/guard/columns.h"
#include "pg/guard/options.h"
#include "pg/list/readers.h"
#include "pg/screen/hit.h"
#include "pg/type/checked.h"
#include "pg/type/unread.h"

#define HINT_DECIDE "whoever may decide that can note it with sanct_clear"
#define HINT_CLEAR "If it is somebody else, " HINT_DECIDE "."
#define HINT_PASS "the option unread=pass of the guard lets all such names in, and whoever may decide "
#define HINT_UNREAD "If the name is as it should be, " HINT_PASS "this one: "
#define HINT_NOTHING "Nothing of the statement has been written. "
#define HINT_CLEAR_ROWS HINT_NOTHING "If these are others, " HINT_DECIDE "."
#define HINT_UNREAD_ROWS HINT_NOTHING "If the names are as they should be, " HINT_PASS "each: "
#define HINT_UNREAD_TOO " Of those that cannot be read: "
#define HINT_RESTORE \
	" If data is being restored: pg_restore --disable-triggers, then SELECT * FROM sanct_enable_triggers();"

/* See stop.h */
const char *
SanctRestoreHint(void)
{
	return ActivePortal != NULL && ActivePortal->commandTag == CMDTAG_COPY ? HINT_RESTORE : "";
}

/* What follows a hint: rows that should have been quarantined, a restore */
static const char *
MoreHints(const Guard *guard)
{
	return psprintf("%s%s", guard->blocks_for ? psprintf(" It is not quarantined: %s.", guard->blocks_for) : "",
					SanctRestoreHint());
}

/* Columns as the JSON object that sanct_clear takes, without their values */
static const char *
JsonTemplate(const Guard *guard, const List *columns)
{
	StringInfoData json;
	ListCell   *cell;

	initStringInfo(&json);
	foreach(cell, columns)
	{
		appendStringInfoString(&json, json.len > 0 ? ", " : "{");
		escape_json(&json, NameStr(TupleDescAttr(RelationGetDescr(guard->relation), lfirst_int(cell) - 1)->attname));
		appendStringInfoString(&json, ": \"...\"");
	}
	appendStringInfoChar(&json, '}');
	return quote_literal_cstr(json.data);
}

/* The call that lets a name be written though it cannot be read, as whoever decides types it */
static const char *
ClearUnread(const Guard *guard)
{
	const GuardOptions *options = guard->options;
	const List *key = options->key ? options->key : SanctAllColumns(guard->relation, options->mark);

	return psprintf("SELECT sanct_clear(%s, %s, 'name', NULL, 'reason'%s%s, kind => 'unread');",
					quote_literal_cstr(guard->subject), JsonTemplate(guard, key),
					options->facts ? ", subject_facts => " : "",
					options->facts ? JsonTemplate(guard, options->facts) : "");
}

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

/* What of a hit the role that gets the error may know: entry, list, names and similarity, or that there is one */
static char *
Describe(const Guard *guard, const SubjectHit *hit)
{
	const ListedEntry *entry = hit->found->name->entry;

	if (!SanctIsShownTo(entry->readers, GetOuterUserId()))
		return "an entry of a restricted list";
	return psprintf("entry \"%s\" (%s %s), %s%s", text_to_cstring(entry->primary_name), entry->from->code,
					text_to_cstring(entry->uid), DescribeName(hit), DescribeFacts(guard, hit));
}

/* What the log tells of a hit */
static char *
DescribeForLog(const SubjectHit *hit)
{
	const ListHit *found = hit->found;
	const ListedEntry *entry;
	char	   *similarity;

	if (found == NULL)
		return psprintf("unread=\"%s\"", hit->unread);
	entry = found->name->entry;
	similarity = found->name->reading == NULL ? "" :
		psprintf(" similarity=%d.%03d", found->similarity / 1000, found->similarity % 1000);
	return psprintf("list=%s list_uid=%s entry_id=%lld%s tier=\"%s\"%s%s", entry->from->code,
					text_to_cstring(entry->uid), (long long) entry->id, similarity, hit->tier,
					found->evidence ? " verdict=" : "",
					found->evidence ? sm_verdict_name(found->evidence->verdict) : "");
}

/* Log a row that is blocked, without the customer's name unless that is asked for, and to the server's log alone */
static void
LogBlocked(const Guard *guard, const SubjectHit *hit)
{
	ereport(LOG_SERVER_ONLY,
			(errmsg("sanctions guard blocked a row: subject=%s guard=%s %s role=%s%s%s", hit->subject, hit->guard,
					DescribeForLog(hit), GetUserNameFromId(GetOuterUserId(), false),
					guard->options->show_names ? " name=" : "",
					guard->options->show_names ? quote_literal_cstr(hit->name) : ""),
			 errhidestmt(true), errhidecontext(true)));
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

/* Fail the statement because of a row */
static void
BlockRow(const Guard *guard, const SubjectHit *hit)
{
	const char *relation = RelationGetRelationName(guard->relation);
	bool		tells = (guard->names_given || MayReadNames(guard)) && MayTell(guard, hit);

	if (hit->unread)
		ereport(ERROR,
				(errcode(ERRCODE_SANCTIONS_UNREAD),
				 errmsg("row for relation \"%s\" has a name that cannot be read", relation),
				 tells ? errdetail("%s", hit->unread) : 0,
				 errhint(HINT_UNREAD "%s%s", ClearUnread(guard), MoreHints(guard)),
				 errhidestmt(!guard->options->show_names), errhidecontext(!guard->options->show_names),
				 errtable(guard->relation)));
	ereport(ERROR,
			(errcode(ERRCODE_SANCTIONS_HIT),
			 errmsg("row for relation \"%s\" matches an entry of a sanctions list", relation),
			 tells ? errdetail("It matches %s.", Describe(guard, hit)) : 0,
			 errhint("%s%s", HINT_CLEAR, MoreHints(guard)),
			 errhidestmt(!guard->options->show_names), errhidecontext(!guard->options->show_names),
			 errtable(guard->relation)));
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

/* What the error of a statement tells of a hit, NULL if it only counts */
static char *
TellHit(const Guard *guard, const SubjectHit *hit)
{
	const GuardOptions *options = guard->options;
	bool		names = MayReadNames(guard) && MayTell(guard, hit);
	const char *what = hit->unread ? psprintf("has a name that cannot be read: %s", hit->unread) :
		psprintf("matches %s.", Describe(guard, hit));

	if (names && (options->show_names || !KeyHoldsName(options)) &&
		MayRead(guard->relation, options->key, GetOuterUserId()))
		return psprintf("Row %s %s", hit->key, what);
	return names || (guard->names_given && MayTell(guard, hit)) ? psprintf("A row %s", what) : NULL;
}

/* See stop.h */
void
SanctStopRow(Guard *guard, const SubjectHit *hit)
{
	char	   *line;

	guard->nunread += hit->unread != NULL;
	if (guard->nflagged++ < guard->options->limit)
		LogBlocked(guard, hit);
	if (TRIGGER_FIRED_FOR_ROW(guard->trigger->tg_event))
		BlockRow(guard, hit);
	if (guard->nflagged > guard->options->limit)
		return;
	line = TellHit(guard, hit);
	if (line != NULL)
		guard->flagged = lappend(guard->flagged, line);
}

/* See stop.h */
void
SanctStopStatement(Guard *guard)
{
	const char *relation = RelationGetRelationName(guard->relation);
	StringInfoData detail;
	int			untold = guard->nflagged - list_length(guard->flagged);
	bool		unread = guard->nunread == guard->nflagged;
	ListCell   *cell;

	if (guard->nflagged == 0)
		return;
	initStringInfo(&detail);
	foreach(cell, guard->flagged)
		appendStringInfo(&detail, "%s%s", detail.len > 0 ? "\n" : "", (char *) lfirst(cell));
	if (untold > 0)
		appendStringInfo(&detail, detail.len > 0 ? "\nThere are %d more." : "There are %d.", untold);
	ereport(ERROR,
			(errcode(unread ? ERRCODE_SANCTIONS_UNREAD : ERRCODE_SANCTIONS_HIT),
			 unread ? errmsg("rows for relation \"%s\" have names that cannot be read", relation) :
			 errmsg("rows for relation \"%s\" match entries of sanctions lists", relation),
			 errdetail("%s", detail.data),
			 errhint("%s%s%s%s", unread ? HINT_UNREAD_ROWS : HINT_CLEAR_ROWS,
					 guard->nunread > 0 && !unread ? HINT_UNREAD_TOO : "",
					 guard->nunread > 0 ? ClearUnread(guard) : "", MoreHints(guard)),
			 errhidestmt(!guard->options->show_names), errhidecontext(!guard->options->show_names),
			 errtable(guard->relation)));
}
