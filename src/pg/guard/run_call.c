/*
 * What a run is called with that looks at what a guard does: the table, its key, its names and its facts
 */
#include "postgres.h"

#include "lib/stringinfo.h"
#include "nodes/pg_list.h"
#include "nodes/value.h"
#include "utils/builtins.h"
#include "utils/rel.h"

#include "pg/guard/columns.h"
#include "pg/guard/options.h"
#include "pg/guard/run_call.h"

/* The name of a column as a literal */
static const char *
ColumnLiteral(Relation relation, AttrNumber column)
{
	return quote_literal_cstr(NameStr(TupleDescAttr(RelationGetDescr(relation), column - 1)->attname));
}

/* The names of columns as a literal: that of one, or an array */
static const char *
ColumnsLiteral(Relation relation, const List *columns, bool array)
{
	StringInfoData names;
	ListCell   *cell;

	if (!array)
		return ColumnLiteral(relation, linitial_int(columns));
	initStringInfo(&names);
	foreach(cell, columns)
		appendStringInfo(&names, "%s%s", names.len > 0 ? ", " : "", ColumnLiteral(relation, lfirst_int(cell)));
	return psprintf("ARRAY[%s]::name[]", names.data);
}

/* The arguments by which a run compares the facts that options of a guard name */
static const char *
RunFacts(Relation relation, const List *options)
{
	static const char *const facts[] = {"birth_date", "nationality", "gender", "birth_place", "type", "document"};
	StringInfoData call;
	ListCell   *cell;

	initStringInfo(&call);
	foreach(cell, options)
	{
		const char *option = strVal(lfirst(cell));
		size_t		length = strcspn(option, "=");

		for (int i = 0; i < lengthof(facts); i++)
			if (option[length] == '=' && strlen(facts[i]) == length && strncmp(option, facts[i], length) == 0)
			{
				bool		documents = strcmp(facts[i], "document") == 0;
				List	   *columns = SanctFindGuardColumns(relation, option + length + 1, NULL);

				appendStringInfo(&call, ", %s_column%s => %s", facts[i], documents ? "s" : "",
								 ColumnsLiteral(relation, columns, documents));
			}
	}
	return call.data;
}

/* The verdict from which the guard acts, where it is not that of a run that is told none */
static const char *
RunVerdict(const GuardOptions *options)
{
	if (options->weighed.count == 0 || options->verdict == SM_VERDICT_POSSIBLE)
		return "";
	return psprintf(", verdict => '%s'", sm_verdict_name(options->verdict));
}

/* See run_call.h */
const char *
SanctRunCall(const char *table, Relation relation, const GuardOptions *options, const List *given)
{
	const GuardName *name = linitial(options->names);
	const char *column;

	/* a name in several columns, or none that tells rows apart, is the owner's business */
	column = list_length(name->columns) == 1 ? ColumnLiteral(relation, linitial_int(name->columns)) :
		"'the name in one column'";
	return psprintf("%s, %s, %s%s%s", quote_literal_cstr(table),
					options->key ? ColumnLiteral(relation, linitial_int(options->key)) : "'a key'", column,
					RunFacts(relation, given), RunVerdict(options));
}
