/* How a guard stops rows: the errors that it raises, and what the log tells of them; see told.h for who is told what */
#include "postgres.h"

#include "pg/guard/stop.h"

#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "tcop/pquery.h"
#include "utils/builtins.h"
#include "utils/json.h"
#include "utils/rel.h"

#include "name/person/evidence.h"
#include "pg/base/callable.h"
#include "pg/guard/columns.h"
#include "pg/guard/options.h"
#include "pg/guard/told.h"
#include "pg/screen/hit.h"
#include "pg/type/unread.h"

#define HINT_DECIDE "whoever may decide that can note it with sanct_clear"
#define HINT_CLEAR "If it is somebody else, " HINT_DECIDE
#define HINT_PASS "the option unread=pass of the guard lets all such names in, and whoever may decide "
#define HINT_UNREAD "If the name is as it should be, " HINT_PASS "this one: "
#define HINT_NOTHING "Nothing of the statement has been written. "
#define HINT_CLEAR_ROWS HINT_NOTHING "If these are others, " HINT_DECIDE
#define HINT_UNREAD_ROWS HINT_NOTHING "If the names are as they should be, " HINT_PASS "each: "
#define HINT_UNREAD_TOO " Of those that cannot be read: "

/* See stop.h */
const char *
SanctRestoreHint(const Extension *extension)
{
	if (ActivePortal == NULL || ActivePortal->commandTag != CMDTAG_COPY)
		return "";
	return psprintf(" If data is being restored: pg_restore --disable-triggers, then %s",
					SanctEnableTriggersCall(extension));
}

/* What follows a hint: rows that should have been quarantined, a restore */
static const char *
MoreHints(const Guard *guard)
{
	return psprintf("%s%s", guard->blocks_for ? psprintf(" It is not quarantined: %s.", guard->blocks_for) : "",
					SanctRestoreHint(guard->extension));
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
		appendStringInfoString(&json, ": <value>");
	}
	appendStringInfoChar(&json, '}');
	return quote_literal_cstr(json.data);
}

/* The call that clears a hit, or a name that cannot be read; whoever decides fills in some of it, see callable.h */
static const char *
ClearCall(const Guard *guard, const SubjectHit *hit)
{
	const GuardOptions *options = guard->options;
	const List *key = options->key ? options->key : SanctAllColumns(guard->relation, options->mark);

	return psprintf("SELECT %s(%s, %s, <name>, %s, <reason>%s%s%s);", SanctCallable(guard->extension, "sanct_clear"),
					quote_literal_cstr(guard->subject),
					hit && SanctMayTellKey(guard) ? quote_literal_cstr(hit->key) : JsonTemplate(guard, key),
					hit && hit->found ? psprintf("%lld", (long long) hit->found->name->entry->id) : "NULL",
					options->facts ? ", subject_facts => " : "",
					options->facts ? JsonTemplate(guard, options->facts) : "",
					hit && hit->found ? "" : ", kind => 'unread'");
}

/* A column of the key that gets another value with each attempt to insert the row, NULL if there is none */
static const char *
DrawnKey(const Guard *guard)
{
	ListCell   *cell;

	if (!TRIGGER_FIRED_BY_INSERT(guard->trigger->tg_event))
		return NULL;
	foreach(cell, guard->options->key)
	{
		Form_pg_attribute attribute = TupleDescAttr(RelationGetDescr(guard->relation), lfirst_int(cell) - 1);

		if (attribute->attidentity || (attribute->atthasdef && !attribute->attgenerated))
			return NameStr(attribute->attname);
	}
	return NULL;
}

/* What to do about a row: the whole call, where the role may know which entry it is */
static const char *
HintForRow(const Guard *guard, const SubjectHit *hit)
{
	const char *drawn = DrawnKey(guard);
	bool		tells = SanctMayTellHit(guard, hit) && (hit->unread || SanctMayNameEntry(hit));
	const char *what = hit->unread ? HINT_UNREAD : tells ? HINT_CLEAR ": " : HINT_CLEAR ".";
	const char *then = "";

	if (drawn != NULL && tells)
		then = psprintf(" Then write the row with this value of \"%s\", which would be another one, or give the guard "
						"a key=column whose values are given.", drawn);
	return psprintf("%s%s%s%s", what, tells ? ClearCall(guard, hit) : hit->unread ? ClearCall(guard, NULL) : "", then,
					MoreHints(guard));
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

/*
 * Log a row that is blocked, without the customer's name unless that is asked for, and to the server's log alone.
 * Where who writes is told nothing, the log has what he would have been told.
 */
static void
LogBlocked(const Guard *guard, const SubjectHit *hit)
{
	bool		silent = guard->options->tell == TELL_NOTHING;

	ereport(LOG_SERVER_ONLY,
			(errmsg("sanctions guard blocked a row: subject=%s guard=%s%s%s %s role=%s%s%s", hit->subject, hit->guard,
					SanctIsKeySafe(guard->options) ? " key=" : "",
					SanctIsKeySafe(guard->options) ? quote_literal_cstr(hit->key) : "",
					DescribeForLog(hit), GetUserNameFromId(GetOuterUserId(), false),
					guard->options->show_names ? " name=" : "",
					guard->options->show_names ? quote_literal_cstr(hit->name) : ""),
			 silent ? errdetail("The row %s", SanctDescribeHit(guard, hit)) : 0,
			 silent ? errhint("%s", HintForRow(guard, hit)) : 0,
			 errhidestmt(true), errhidecontext(true)));
}

/* The column that an error names; 0: none */
static int
SetColumn(const Guard *guard, AttrNumber column)
{
	return column > 0 ? errtablecol(guard->relation, column) : 0;
}

/* Fail a statement and tell nothing that would warn who is concerned */
static void
StopSilently(const Guard *guard)
{
	ereport(ERROR,
			(errcode(ERRCODE_INTEGRITY_CONSTRAINT_VIOLATION),
			 errmsg("row for relation \"%s\" cannot be written", RelationGetRelationName(guard->relation)),
			 errhidestmt(!guard->options->show_names), errhidecontext(!guard->options->show_names),
			 errtable(guard->relation)));
}

/* What the error of a row tells of it, NULL for nothing */
static const char *
DetailOfRow(const Guard *guard, const SubjectHit *hit)
{
	const char *what;

	if (guard->options->tell == TELL_JSON)
		return SanctHitJson(guard, hit);
	if (!SanctMayTellHit(guard, hit))
		return NULL;
	what = SanctDescribeHit(guard, hit);
	return SanctMayTellKey(guard) ? psprintf("Row %s %s", hit->key, what) : psprintf("It %s", what);
}

/* Fail the statement because of a row */
static void
BlockRow(const Guard *guard, const SubjectHit *hit)
{
	const char *relation = RelationGetRelationName(guard->relation);
	const char *detail = DetailOfRow(guard, hit);

	if (guard->options->tell == TELL_NOTHING)
		StopSilently(guard);
	ereport(ERROR,
			(errcode(hit->unread ? ERRCODE_SANCTIONS_UNREAD : ERRCODE_SANCTIONS_HIT),
			 hit->unread ? errmsg("row for relation \"%s\" has a name that cannot be read", relation) :
			 errmsg("row for relation \"%s\" matches an entry of a sanctions list", relation),
			 detail ? errdetail("%s", detail) : 0,
			 errhint("%s", HintForRow(guard, hit)),
			 errhidestmt(!guard->options->show_names), errhidecontext(!guard->options->show_names),
			 errtableconstraint(guard->relation, guard->trigger->tg_trigger->tgname),
			 SetColumn(guard, hit->column)));
}

/* What the error of a statement tells of a hit, NULL if it only counts */
static char *
TellHit(const Guard *guard, const SubjectHit *hit)
{
	bool		tells = SanctMayTellHit(guard, hit);

	if (guard->options->tell == TELL_JSON)
		return tells ? SanctHitJson(guard, hit) : NULL;
	if (tells && SanctMayTellKey(guard))
		return psprintf("Row %s %s", hit->key, SanctDescribeHit(guard, hit));
	return tells ? psprintf("A row %s", SanctDescribeHit(guard, hit)) : NULL;
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
	if (guard->clears == NULL && hit->found && SanctMayTellHit(guard, hit) && SanctMayNameEntry(hit))
		guard->clears = ClearCall(guard, hit);
}

/* What the error of a statement tells of all rows: a line each, or a JSON array with how many there are beside */
static char *
DetailOfRows(const Guard *guard)
{
	StringInfoData detail;
	int			untold = guard->nflagged - list_length(guard->flagged);
	bool		json = guard->options->tell == TELL_JSON;
	ListCell   *cell;

	initStringInfo(&detail);
	if (json)
		appendStringInfo(&detail, "{\"rows\": %d, \"hits\": [", guard->nflagged);
	foreach(cell, guard->flagged)
		appendStringInfo(&detail, "%s%s", foreach_current_index(cell) == 0 ? "" : json ? ", " : "\n",
						 (char *) lfirst(cell));
	if (json)
		appendStringInfoString(&detail, "]}");
	else if (untold > 0)
		appendStringInfo(&detail, detail.len > 0 ? "\nThere are %d more." : "There are %d.", untold);
	return detail.data;
}

/* The column that all names of a guard stand in, 0 if they are several */
static AttrNumber
OnlyColumn(const Guard *guard)
{
	const GuardName *name = linitial(guard->options->names);

	return list_length(guard->options->names) == 1 ? linitial_int(name->columns) : 0;
}

/* See stop.h */
void
SanctStopStatement(Guard *guard)
{
	const char *relation = RelationGetRelationName(guard->relation);
	bool		unread = guard->nunread == guard->nflagged;

	if (guard->nflagged == 0)
		return;
	if (guard->options->tell == TELL_NOTHING)
		StopSilently(guard);
	ereport(ERROR,
			(errcode(unread ? ERRCODE_SANCTIONS_UNREAD : ERRCODE_SANCTIONS_HIT),
			 unread ? errmsg("rows for relation \"%s\" have names that cannot be read", relation) :
			 errmsg("rows for relation \"%s\" match entries of sanctions lists", relation),
			 errdetail("%s", DetailOfRows(guard)),
			 errhint("%s%s%s%s", unread ? HINT_UNREAD_ROWS :
					 guard->clears ? psprintf(HINT_CLEAR_ROWS ", the first by: %s", guard->clears) :
					 HINT_CLEAR_ROWS ".",
					 guard->nunread > 0 && !unread ? HINT_UNREAD_TOO : "",
					 guard->nunread > 0 ? ClearCall(guard, NULL) : "", MoreHints(guard)),
			 errhidestmt(!guard->options->show_names), errhidecontext(!guard->options->show_names),
			 errtableconstraint(guard->relation, guard->trigger->tg_trigger->tgname),
			 SetColumn(guard, OnlyColumn(guard))));
}
