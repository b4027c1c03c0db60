/*
 * Clearances that are given though no alert was raised, for rows that a guard blocks, and their revocation
 *
 * A clearance holds for just the subject that a guard will see: table, key, name and facts.  One that no row could
 * ever be is refused, for nobody would be told that it does not hold.
 */
#include "postgres.h"

#include "pg/desk/clearance.h"

#include "access/relation.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "nodes/pg_list.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"
#include "utils/rel.h"
#include "utils/timestamp.h"

#include "pg/base/actor.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/base/json_columns.h"
#include "pg/base/nearest.h"
#include "pg/base/shown.h"
#include "pg/desk/guarded.h"
#include "pg/guard/columns.h"
#include "pg/guard/options.h"
#include "pg/guard/subject.h"
#include "pg/list/readers.h"
#include "pg/trail/person.h"

PG_FUNCTION_INFO_V1(sanct_clear);
PG_FUNCTION_INFO_V1(sanct_revoke_clearance);

/* The subject of a clearance as a guard writes it */
typedef struct Subject
{
	const char *table;
	Datum		key;
	Datum		facts;
} Subject;

/* The names of columns with commas between */
static const char *
ColumnNames(Relation relation, const List *columns)
{
	StringInfoData names;
	ListCell   *cell;

	initStringInfo(&names);
	foreach(cell, columns)
		appendStringInfo(&names, "%s\"%s\"", names.len > 0 ? ", " : "",
						 NameStr(TupleDescAttr(RelationGetDescr(relation), lfirst_int(cell) - 1)->attname));
	return columns == NIL ? "no column" : names.data;
}

/* Refuse a key or facts that no row of a table has */
static void
RefuseColumns(Relation relation, const char *what, const List *wanted)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s of a subject of relation \"%s\" are not those that a guard notes", what,
					RelationGetRelationName(relation)),
			 errdetail("A guard of it notes %s.", ColumnNames(relation, wanted)),
			 errhint("Give just these, as {\"column\": \"value\"}.")));
}

/* The columns of a JSON object, which must be columns of the relation */
static List *
GivenColumns(Relation relation, Jsonb *object)
{
	List	   *unknown;
	List	   *columns = SanctReadJsonColumns(relation, object, &unknown);

	if (unknown != NIL)
		SanctRefuseColumn(relation, linitial(unknown), "");
	return columns;
}

/* Check that a key and facts are what a guard of the table notes; a table without one is told by its primary key */
static void
CheckSubjectColumns(const Extension *extension, Relation relation, const List *key, const List *facts)
{
	List	   *guards = SanctReadGuards(extension, relation);
	const List *wanted_key = SanctPrimaryKeyColumns(relation);
	const List *wanted_facts = NIL;
	ListCell   *cell;

	foreach(cell, guards)
	{
		const GuardOptions *options = lfirst(cell);

		wanted_key = options->key ? options->key : SanctAllColumns(relation, options->mark);
		wanted_facts = options->facts;
		if (SanctAreColumns(key, wanted_key) && SanctAreColumns(facts, wanted_facts))
			return;
	}
	if (wanted_key == NIL)
		wanted_key = SanctAllColumns(relation, 0);
	if (!SanctAreColumns(key, wanted_key))
		RefuseColumns(relation, "key columns", wanted_key);
	if (guards != NIL && !SanctAreColumns(facts, wanted_facts))
		RefuseColumns(relation, "facts", wanted_facts);
}

/* The subject that is meant; whoever clears need have no right on its table, and does not keep it locked */
static void
ReadClearedSubject(const Extension *extension, Oid table, Jsonb *key, Jsonb *facts, Subject *subject)
{
	Relation	relation = try_relation_open(table, AccessShareLock);
	List	   *key_columns;
	List	   *fact_columns;

	if (relation == NULL || (relation->rd_rel->relkind != RELKIND_RELATION &&
							 relation->rd_rel->relkind != RELKIND_PARTITIONED_TABLE))
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE), errmsg("subjects of clearances are rows of tables")));
	key_columns = GivenColumns(relation, key);
	fact_columns = GivenColumns(relation, facts);
	CheckSubjectColumns(extension, relation, key_columns, fact_columns);
	subject->key = SanctWrittenColumns(relation, key_columns);
	subject->facts = SanctWrittenColumns(relation, fact_columns);
	subject->table = SanctSubjectName(relation);
	relation_close(relation, AccessShareLock);
}

/* Refuse arguments that are not those of a clearance; does it name an entry? */
static bool
CheckClearance(FunctionCallInfo fcinfo)
{
	const char *kind = PG_ARGISNULL(8) ? "match" : text_to_cstring(PG_GETARG_TEXT_PP(8));
	bool		unread = strcmp(kind, "unread") == 0;

	if (!unread && strcmp(kind, "match") != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("kind \"%s\" of a clearance is not known", SanctShown(kind)),
				 errhint("The kinds are match and unread.")));
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(4) || PG_ARGISNULL(6) ||
		VARSIZE_ANY_EXHDR(PG_GETARG_TEXT_PP(4)) == 0)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("a clearance needs a table, a key, a name, facts and a reason")));
	if (!PG_ARGISNULL(5))
		SanctCheckExpiry(PG_GETARG_TIMESTAMPTZ(5));
	if (PG_ARGISNULL(3) != unread)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 unread ? errmsg("a name that cannot be read is cleared of no entry") :
				 errmsg("a clearance needs an entry"),
				 unread ? errhint("Leave the entry NULL.") :
				 errhint("Only kind => 'unread' has none: it lets a name be written that cannot be read.")));
	return !unread;
}

/* sanct_clear(subjects, subject_key, subject_name, entry, reason, expires_at, subject_facts, actor, kind) */
Datum
sanct_clear(PG_FUNCTION_ARGS)
{
	static const OwnFunction function = {"sanct_store_clearance", 9, {TEXTOID, JSONBOID, TEXTOID, JSONBOID, INT8OID,
	TEXTOID, TIMESTAMPTZOID, NAMEOID, TEXTOID}};
	const Extension *extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	bool		of_entry = CheckClearance(fcinfo);
	const text *actor = PG_ARGISNULL(7) ? NULL : PG_GETARG_TEXT_PP(7);
	Subject		subject;
	Datum		values[9];
	bool		nulls[9] = {false};
	bool		none;
	Datum		id;

	(void) SanctActingPerson(extension, actor);
	ReadClearedSubject(extension, PG_GETARG_OID(0), PG_GETARG_JSONB_P(1), PG_GETARG_JSONB_P(6), &subject);
	values[0] = CStringGetTextDatum(subject.table);
	values[1] = subject.key;
	values[2] = PG_GETARG_DATUM(2);
	values[3] = subject.facts;
	values[4] = of_entry ? PG_GETARG_DATUM(3) : (Datum) 0;
	nulls[4] = !of_entry;
	values[5] = PG_GETARG_DATUM(4);
	nulls[6] = PG_ARGISNULL(5);
	values[6] = nulls[6] ? (Datum) 0 : PG_GETARG_DATUM(5);
	SanctPassActor(values, nulls, 7, actor);
	none = of_entry && !SanctIsEntryShown(extension, PG_GETARG_INT64(3));
	id = none ? (Datum) 0 : SanctCallOwn(extension, &function, values, nulls, &none);
	if (none)
		ereport(ERROR,
				(errcode(ERRCODE_NO_DATA),
				 errmsg("entry %lld does not exist", (long long) PG_GETARG_INT64(3))));
	PG_RETURN_DATUM(id);
}

/* Is a clearance of a list that is shown to the current user, or of none?  To others it does not exist */
static bool
IsClearanceShown(const Extension *extension, int64 clearance)
{
	static const OwnFunction function = {"sanct_list_of_clearance", 1, {INT8OID}};
	Datum		value = Int64GetDatum(clearance);
	bool		isnull;
	Datum		list = SanctCallOwn(extension, &function, &value, NULL, &isnull);

	return isnull || SanctIsListShown(extension, TextDatumGetCString(list));
}

/* sanct_revoke_clearance(clearance, reason, actor): a clearance that a decision gave is revoked by another decision */
Datum
sanct_revoke_clearance(PG_FUNCTION_ARGS)
{
	static const OwnFunction function = {"sanct_end_clearance", 4, {INT8OID, TEXTOID, NAMEOID, TEXTOID}};
	const Extension *extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	const text *actor = PG_ARGISNULL(2) ? NULL : PG_GETARG_TEXT_PP(2);
	Datum		values[4];
	bool		nulls[4] = {false};
	bool		none;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || VARSIZE_ANY_EXHDR(PG_GETARG_TEXT_PP(1)) == 0)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("a revocation needs a clearance and a reason")));
	(void) SanctActingPerson(extension, actor);
	values[0] = PG_GETARG_DATUM(0);
	values[1] = PG_GETARG_DATUM(1);
	SanctPassActor(values, nulls, 2, actor);
	none = !IsClearanceShown(extension, PG_GETARG_INT64(0));
	if (!none)
		(void) SanctCallOwn(extension, &function, values, nulls, &none);
	if (none)
		ereport(ERROR,
				(errcode(ERRCODE_NO_DATA),
				 errmsg("no clearance %lld can be revoked", (long long) PG_GETARG_INT64(0)),
				 errhint("One that a decision gave is revoked by reopening its alert with sanct_decide.")));
	PG_RETURN_VOID();
}

/* See clearance.h */
void
SanctCheckExpiry(TimestampTz expires)
{
	if (expires <= GetCurrentTimestamp())
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a clearance cannot have expired already"),
				 errhint("Let expires_at lie ahead, or leave it out.")));
}
