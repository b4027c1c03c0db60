/* The columns that the arguments of a guard name, and what they take from a row */
#include "postgres.h"

#include "pg/guard/columns.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "lib/stringinfo.h"
#include "nodes/bitmapset.h"
#include "nodes/pg_list.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/json.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/relcache.h"

#include "pg/base/callable.h"
#include "pg/base/compat.h"
#include "pg/base/nearest.h"
#include "pg/base/plain_output.h"
#include "pg/base/shown.h"

#define HINT_COLUMNS \
	"Write sanct_guard('column'), 'one,another' for two names, 'surname+given' for one name in two columns"

/* What is left of an argument that names columns */
typedef struct ColumnReader
{
	Relation	relation;
	const char *value;			/* the whole argument */
	const char *rest;
	const char *separators;
	char		separator;		/* that the last column ended in, '\0' at the end */
} ColumnReader;

/* Complains of an argument that does not name columns as it should */
static void
BadColumns(const char *value, const char *detail)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("argument \"%s\" of sanct_guard is not valid", SanctShown(value)),
			 errdetail("%s", detail),
			 errhint(HINT_COLUMNS "; a name with a comma or plus sign in double quotes, as '\"a+b\"'.")));
}

/* A name in double quotes, in which two of them are one */
static char *
ReadQuoted(ColumnReader *reader)
{
	StringInfoData name;

	initStringInfo(&name);
	for (reader->rest++;; reader->rest++)
	{
		if (*reader->rest == '\0')
			BadColumns(reader->value, "A double quote is not closed.");
		if (*reader->rest == '"' && *++reader->rest != '"')
			break;
		appendStringInfoChar(&name, *reader->rest);
	}
	while (*reader->rest == ' ')
		reader->rest++;
	if (*reader->rest != '\0' && strchr(reader->separators, *reader->rest) == NULL)
		BadColumns(reader->value, "Behind a name in double quotes there is neither a separator nor the end.");
	return name.data;
}

/* The next name, without blanks around it; what is not in double quotes is taken as it stands */
static char *
NextColumnName(ColumnReader *reader)
{
	char	   *name;

	while (*reader->rest == ' ')
		reader->rest++;
	if (*reader->rest == '"')
		name = ReadQuoted(reader);
	else
	{
		int			length = strcspn(reader->rest, reader->separators);

		name = pnstrdup(reader->rest, length);
		reader->rest += length;
		while (length > 0 && name[length - 1] == ' ')
			name[--length] = '\0';
	}
	reader->separator = *reader->rest;
	if (reader->separator != '\0')
		reader->rest++;
	return name;
}

/* See columns.h */
const char *
SanctAddColumnHint(Relation relation, const char *name, const char *type)
{
	return psprintf("If it is to be made: ALTER TABLE %s ADD COLUMN %s %s;",
					SanctRelationInSql(RelationGetRelid(relation)), quote_identifier(name), type);
}

/* The column of that name, which must exist, or is to be made of a type, and have a value when a trigger looks at it */
static AttrNumber
FindNamedColumn(Relation relation, const char *name, const char *type)
{
	AttrNumber	column = get_attnum(RelationGetRelid(relation), name);

	if (column <= 0)
		SanctRefuseColumn(relation, name, type && strlen(name) < NAMEDATALEN ?
						  SanctAddColumnHint(relation, name, type) : HINT_COLUMNS ".");
	if (SanctIsVirtual(TupleDescAttr(RelationGetDescr(relation), column - 1)))
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("column \"%s\" of relation \"%s\" cannot be guarded", SanctShown(name),
						RelationGetRelationName(relation)),
				 errdetail("It is generated when it is read, and has no value yet when a trigger looks at the row."),
				 errhint("Guard the columns that it is made of, or make it GENERATED ALWAYS AS (...) STORED.")));
	return column;
}

/* See columns.h */
List *
SanctFindGuardColumns(Relation relation, const char *value, const char *type)
{
	ColumnReader reader = {relation, value, value, ",", ','};
	List	   *columns = NIL;

	while (reader.separator != '\0')
	{
		char	   *name = NextColumnName(&reader);

		if (name[0] != '\0')
			columns = list_append_unique_int(columns, FindNamedColumn(relation, name, type));
	}
	if (columns == NIL)
		BadColumns(value, "It names no column.");
	return columns;
}

/* Refuse a column that cannot hold a name: a guard of it would never find anything */
static void
CheckHasNames(Relation relation, AttrNumber column, Oid reading_type)
{
	Form_pg_attribute attribute = TupleDescAttr(RelationGetDescr(relation), column - 1);
	Oid			type = getBaseType(attribute->atttypid);
	char		category;
	bool		preferred;

	get_type_category_preferred(type, &category, &preferred);
	if (category != TYPCATEGORY_STRING && type != reading_type)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("column \"%s\" of relation \"%s\" has no names", NameStr(attribute->attname),
						RelationGetRelationName(relation)),
				 errdetail("It is of type %s.", format_type_be(attribute->atttypid)),
				 errhint("Names are text, or a sanct_reading made of text. "
						 "Guard a column generated from this one, or the table that it is filled from.")));
}

/* See columns.h */
List *
SanctFindGuardNames(Relation relation, const char *value, Oid reading_type)
{
	ColumnReader reader = {relation, value, value, ",+", ','};
	List	   *names = NIL;

	while (reader.separator != '\0')
	{
		GuardName  *name = palloc0(sizeof(GuardName));
		bool		joined = false;

		do
		{
			char	   *part = NextColumnName(&reader);

			joined = joined || reader.separator == '+';
			if (part[0] == '\0')
				continue;
			name->columns = lappend_int(name->columns, FindNamedColumn(relation, part, NULL));
			CheckHasNames(relation, llast_int(name->columns), reading_type);
		} while (reader.separator == '+');
		if (name->columns != NIL)
			names = lappend(names, name);
		else if (joined)
			BadColumns(value, "A plus sign joins no columns.");
	}
	if (names == NIL)
		BadColumns(value, "It names no column.");
	return names;
}

/* See columns.h */
List *
SanctPrimaryKeyColumns(Relation relation)
{
	Bitmapset  *bits = RelationGetIndexAttrBitmap(relation, INDEX_ATTR_BITMAP_PRIMARY_KEY);
	List	   *columns = NIL;
	int			bit = -1;

	while ((bit = bms_next_member(bits, bit)) >= 0)
		columns = lappend_int(columns, bit + FirstLowInvalidHeapAttributeNumber);
	return columns;
}

/* See columns.h */
List *
SanctAllColumns(Relation relation, AttrNumber without)
{
	List	   *columns = NIL;

	for (int i = 1; i <= RelationGetNumberOfAttributes(relation); i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(RelationGetDescr(relation), i - 1);

		if (i != without && !attribute->attisdropped && !SanctIsVirtual(attribute))
			columns = lappend_int(columns, i);
	}
	return columns;
}

/* See columns.h */
char *
SanctRowName(const GuardName *name, HeapTuple row, TupleDesc desc)
{
	StringInfoData joined;
	ListCell   *cell;
	bool		found = false;

	initStringInfo(&joined);
	foreach(cell, name->columns)
	{
		char	   *part = SPI_getvalue(row, desc, lfirst_int(cell));

		if (part == NULL)
			continue;
		if (found)
			appendStringInfoChar(&joined, ' ');
		appendStringInfoString(&joined, part);
		found = true;
	}
	return found ? joined.data : NULL;
}

/* See columns.h */
char *
SanctRowJson(HeapTuple row, TupleDesc desc, const List *columns)
{
	int			level = SanctStartPlainOutput();
	StringInfoData json;

	initStringInfo(&json);
	appendStringInfoChar(&json, '{');
	for (int i = 1; i <= desc->natts; i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(desc, i - 1);
		char	   *value;

		if (attribute->attisdropped || SanctIsVirtual(attribute) || (columns != NIL && !list_member_int(columns, i)))
			continue;
		value = SPI_getvalue(row, desc, i);
		if (json.len > 1)
			appendStringInfoString(&json, ", ");
		escape_json(&json, NameStr(attribute->attname));
		appendStringInfoString(&json, ": ");
		if (value)
			escape_json(&json, value);
		else
			appendStringInfoString(&json, "null");
	}
	appendStringInfoChar(&json, '}');
	AtEOXact_GUC(true, level);
	return json.data;
}
