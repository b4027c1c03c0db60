/*
 * A list of one's own, from a table or a view
 *
 * Rows with one id are one entry.  They are read in an order that their texts alone decide: where
 * the table holds them changes nothing in the release.
 */
#include "postgres.h"

#include "access/relation.h"
#include "catalog/pg_type.h"
#include "common/cryptohash.h"
#include "common/sha2.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"

#include "pg/base/compat.h"
#include "pg/base/nearest.h"
#include "pg/base/shown.h"
#include "pg/base/table_query.h"
#include "pg/list/csv.h"
#include "pg/list/dates.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/entry_store.h"
#include "pg/list/entry_type.h"
#include "pg/list/publish.h"
#include "pg/list/release.h"

#define BLANKS " \t\r\n"

/* Arguments; those from ARG_ID to ARG_LISTED_ON name columns, which are read in this order */
typedef enum Argument
{
	ARG_SOURCE, ARG_LIST, ARG_ID, ARG_NAME, ARG_TYPE, ARG_KIND, ARG_WEAK, ARG_ALIASES, ARG_WEAK_ALIASES,
	ARG_PROGRAMS, ARG_POSITION, ARG_REMARKS, ARG_LISTED_ON, ARG_FACTS, ARG_TITLE, ARG_PUBLISHER,
	ARG_PUBLISHED, ARG_MAX_REMOVED
} Argument;

/* A table on its way into a release */
typedef struct TableReader
{
	ListRelease *release;
	Relation	relation;
	const char *table;			/* as SQL writes it, for messages */
	const char *column[ARG_FACTS];	/* that the arguments name */
	StringInfoData sql;
	int			ncolumns;		/* of the query */
	int			place[ARG_FACTS];	/* of the arguments' columns in it, from 1; 0: not asked for */
	List	   *facts;			/* of char *, kinds of the columns that follow them */
	ListEntry  *entry;			/* the open one, or NULL */
	int64		rows;
	TupleTableSlot *row;
} TableReader;

PG_FUNCTION_INFO_V1(sanct_import_table);

/* The text of a required argument */
static char *
RequiredText(FunctionCallInfo fcinfo, Argument argument, const char *name)
{
	if (PG_ARGISNULL(argument))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("%s must not be NULL", name)));
	return text_to_cstring(PG_GETARG_TEXT_PP(argument));
}

/* The empty release that the arguments describe; without a day of publication it is of today */
static ListRelease *
StartTableRelease(FunctionCallInfo fcinfo)
{
	char	   *code = RequiredText(fcinfo, ARG_LIST, "list");
	ListRelease *release;

	SanctCheckListKey(code);
	if (SanctFindPublisherList(code))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"%s\" is the key of a publisher's list", code),
				 errhint("Give a list of your own a key of its own.")));
	release = SanctStartRelease(code, PG_ARGISNULL(ARG_TITLE) ? code : text_to_cstring(PG_GETARG_TEXT_PP(ARG_TITLE)),
								PG_ARGISNULL(ARG_PUBLISHER) ? "internal" :
								text_to_cstring(PG_GETARG_TEXT_PP(ARG_PUBLISHER)));
	SanctTakeImportArguments(release, fcinfo, ARG_PUBLISHED, ARG_MAX_REMOVED);
	if (!release->has_published)
	{
		release->published = GetSQLCurrentDate();
		release->has_published = true;
	}
	return release;
}

/* The type of a column of the table, which must exist, below its domains */
static Oid
ColumnType(TableReader *reader, const char *column)
{
	return getBaseType(get_atttype(RelationGetRelid(reader->relation), SanctFindColumn(reader->relation, column)));
}

/* Complains of a column of the wrong type */
static void
WrongType(TableReader *reader, const char *column, const char *expected)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATATYPE_MISMATCH),
			 errmsg("column \"%s\" of relation \"%s\" cannot be taken", column,
					RelationGetRelationName(reader->relation)),
			 errdetail("It is of type %s, expected %s.", format_type_be(ColumnType(reader, column)), expected)));
}

/*
 * Add a column to the query: as text[] if it may have several values, else as text; a time that
 * stands for a day is cut
 */
static void
AddColumn(TableReader *reader, const char *column, bool several, bool day)
{
	Oid			type = ColumnType(reader, column);
	bool		array = OidIsValid(get_element_type(type));
	bool		cut = day && (type == TIMESTAMPOID || type == TIMESTAMPTZOID);

	if (array && !several)
		WrongType(reader, column, "one value and no array");
	appendStringInfo(&reader->sql, "%s%ss.%s%s::pg_catalog.text%s%s COLLATE pg_catalog.\"C\"",
					 reader->ncolumns++ ? ", " : "SELECT ", several && !array ? "ARRAY[" : "",
					 quote_identifier(column), cut ? "::pg_catalog.date" : "",
					 array ? "[]" : "", several && !array ? "]" : "");
}

/* The kind of the facts in a column: its name, with hyphens */
static char *
FactKind(TableReader *reader, const char *column)
{
	char	   *kind = MemoryContextStrdup(reader->release->context, column);

	for (char *s = kind; *s; s++)
		*s = *s == '_' || *s == ' ' ? '-' : pg_ascii_tolower((unsigned char) *s);
	return kind;
}

/* Add the columns of facts to the query */
static void
AddFacts(TableReader *reader, ArrayType *columns)
{
	Datum	   *values;
	bool	   *nulls;
	int			n;

	deconstruct_array(columns, NAMEOID, NAMEDATALEN, false, TYPALIGN_CHAR, &values, &nulls, &n);
	for (int i = 0; i < n; i++)
	{
		char	   *kind;

		if (nulls[i])
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("fact_columns must not hold NULL")));
		kind = FactKind(reader, NameStr(*DatumGetName(values[i])));
		AddColumn(reader, NameStr(*DatumGetName(values[i])), true, strcmp(kind, "birth-date") == 0);
		reader->facts = lappend(reader->facts, kind);
	}
}

/* Make the query for what the arguments ask of the table; of an entry's rows those come first that tell its type */
static void
MakeQuery(TableReader *reader, FunctionCallInfo fcinfo)
{
	if (PG_ARGISNULL(ARG_SOURCE))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("source must not be NULL")));
	reader->relation = SanctOpenReadable(PG_GETARG_OID(ARG_SOURCE));
	reader->table = quote_qualified_identifier(get_namespace_name(RelationGetNamespace(reader->relation)),
											   RelationGetRelationName(reader->relation));
	initStringInfo(&reader->sql);
	for (int i = ARG_ID; i < ARG_FACTS; i++)
	{
		if (PG_ARGISNULL(i) && i > ARG_NAME)
			continue;
		if (PG_ARGISNULL(i))
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
					 errmsg("%s must not be NULL", i == ARG_ID ? "id_column" : "name_column")));
		reader->column[i] = NameStr(*PG_GETARG_NAME(i));
		if (i == ARG_WEAK && ColumnType(reader, reader->column[i]) != BOOLOID)
			WrongType(reader, reader->column[i], "boolean");
		AddColumn(reader, reader->column[i], i == ARG_ALIASES || i == ARG_WEAK_ALIASES || i == ARG_PROGRAMS,
				  i == ARG_LISTED_ON);
		reader->place[i] = reader->ncolumns;
	}
	if (!PG_ARGISNULL(ARG_FACTS))
		AddFacts(reader, PG_GETARG_ARRAYTYPE_P(ARG_FACTS));
	appendStringInfoString(&reader->sql, " ORDER BY 1");
	if (reader->place[ARG_TYPE])
		appendStringInfo(&reader->sql, ", %d", reader->place[ARG_TYPE]);
	for (int i = 2; i <= reader->ncolumns; i++)
		appendStringInfo(&reader->sql, ", %d", i);
}

/* A text of the current row; NULL if it is NULL */
static char *
TextOfColumn(TableReader *reader, int place)
{
	bool		isnull;
	Datum		value = slot_getattr(reader->row, place, &isnull);

	return isnull ? NULL : TextDatumGetCString(value);
}

/* A text of the server's in UTF-8 without blanks around it; NULL if it is blank */
static char *
Stripped(char *text)
{
	text = SanctTrimField(text);
	return text ? pg_server_to_any(text, strlen(text), PG_UTF8) : NULL;
}

/* The value of an argument's column in the current row, in UTF-8; NULL if there is none */
static char *
ValueOfRow(TableReader *reader, Argument argument)
{
	char	   *text = reader->place[argument] ? TextOfColumn(reader, reader->place[argument]) : NULL;

	return text ? Stripped(text) : NULL;
}

/* The values of a column of the query in the current row, of char * in UTF-8 */
static List *
ValuesOfRow(TableReader *reader, int place)
{
	List	   *values = NIL;
	bool		isnull = true;
	Datum		array = place ? slot_getattr(reader->row, place, &isnull) : (Datum) 0;
	Datum	   *elements;
	bool	   *nulls;
	int			n;

	if (isnull)
		return NIL;
	deconstruct_array(DatumGetArrayTypeP(array), TEXTOID, -1, false, TYPALIGN_INT, &elements, &nulls, &n);
	for (int i = 0; i < n; i++)
	{
		char	   *value = nulls[i] ? NULL : Stripped(TextDatumGetCString(elements[i]));

		if (value)
			values = lappend(values, value);
	}
	return values;
}

/* The id of the current row, which must have one */
static char *
RowId(TableReader *reader)
{
	char	   *id = TextOfColumn(reader, reader->place[ARG_ID]);
	const char *column = quote_identifier(reader->column[ARG_ID]);

	if (id == NULL || id[strspn(id, BLANKS)] == '\0')
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("table %s has a row without an id", reader->table),
				 errdetail("Column \"%s\" is NULL or blank.", reader->column[ARG_ID]),
				 errhint("To see such rows: SELECT * FROM %s WHERE %s IS NULL OR btrim(%s::text) = '';",
						 reader->table, column, column)));
	if (strlen(id) > LIST_UID_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_STRING_DATA_RIGHT_TRUNCATION),
				 errmsg("table %s has an id that is too long", reader->table),
				 errdetail("An id may have %d bytes. This one has %zu: \"%s\".", LIST_UID_MAX, strlen(id),
						   SanctShown(id))));
	return id;
}

/* Complains of what a column says of the open entry */
static void
EntryError(TableReader *reader, Argument argument, const char *value, const char *expected)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
			 errmsg("\"%s\" is no %s", SanctShown(SanctToServer(value, strlen(value))), expected),
			 errdetail("It stands in column \"%s\" of table %s, in a row with id \"%s\".",
					   reader->column[argument], reader->table, reader->entry->uid)));
}

/* The type of an entry by what is commonly written for it */
static const char *
TypeOfRow(TableReader *reader)
{
	char	   *value = ValueOfRow(reader, ARG_TYPE);
	const char *type = value ? SanctEntryTypeOf(value) : NULL;

	if (value && type == NULL)
		EntryError(reader, ARG_TYPE, value, "type of an entry: " ENTRY_TYPES);
	return type;
}

/* The kind of the name of a row; an entry's first name is its primary one where nothing tells */
static const char *
NameKind(TableReader *reader)
{
	static const char *const kind[] = {"primary", "alias", "former-name", "new-name", "original-script"};
	char	   *value = ValueOfRow(reader, ARG_KIND);

	if (value == NULL)
		return reader->place[ARG_KIND] || reader->entry->names != NIL ? "alias" : "primary";
	for (int i = 0; i < lengthof(kind); i++)
	{
		if (pg_strcasecmp(value, kind[i]) == 0)
			return kind[i];
	}
	EntryError(reader, ARG_KIND, value, "kind of a name: primary, alias, former-name, new-name or original-script");
	pg_unreachable();
}

/* Add a name to the open entry; a comma in a person's stands behind the surname */
static void
AddTableName(TableReader *reader, const char *name, const char *kind, bool weak)
{
	ListRow    *row = SanctAddNewName(reader->release, reader->entry, name, kind, weak);

	if (row && reader->entry->type && strcmp(reader->entry->type, "person") == 0)
		SanctMarkParts(row, name);
}

/* Add the names of a row */
static void
AddNames(TableReader *reader)
{
	char	   *name = ValueOfRow(reader, ARG_NAME);
	char	   *weak = ValueOfRow(reader, ARG_WEAK);
	ListCell   *cell;

	if (name == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("table %s has a row without a name", reader->table),
				 errdetail("Column \"%s\" is NULL or blank in a row with id \"%s\".", reader->column[ARG_NAME],
						   reader->entry->uid)));
	AddTableName(reader, name, NameKind(reader), weak && strcmp(weak, "true") == 0);
	foreach(cell, ValuesOfRow(reader, reader->place[ARG_ALIASES]))
		AddTableName(reader, lfirst(cell), "alias", false);
	foreach(cell, ValuesOfRow(reader, reader->place[ARG_WEAK_ALIASES]))
		AddTableName(reader, lfirst(cell), "alias", true);
}

/* Add the day of listing of a row */
static void
AddListing(TableReader *reader)
{
	char	   *value = ValueOfRow(reader, ARG_LISTED_ON);
	int			year;
	int			month;
	int			day;
	int			length = 0;
	char		iso[DATE_TEXT_MAX];

	if (value == NULL)
		return;
	if (sscanf(value, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3 || value[length] != '\0' ||
		month == 0 || day == 0 || !SanctFormatDate(year, month, day, iso))
		EntryError(reader, ARG_LISTED_ON, value, "day of the form YYYY-MM-DD");
	SanctAddListing(reader->release, reader->entry, iso);
}

/* Add a fact; a birth date in words as other lists have it becomes one of digits */
static void
AddTableFact(TableReader *reader, const char *kind, const char *value)
{
	char		iso[DATE_TEXT_MAX];
	bool		circa;

	if (strcmp(kind, "birth-date") == 0 && SanctReadEnglishDate(value, iso, &circa))
		SanctAddFact(reader->release, reader->entry, (ListFact) {
			.kind = kind, .value = iso, .note = circa ? "circa" : NULL
		});
	else
		SanctAddFact(reader->release, reader->entry, (ListFact) {.kind = kind, .value = value});
}

/* Add all the facts of a row */
static void
AddFactsOfRow(TableReader *reader)
{
	ListRelease *release = reader->release;
	ListEntry  *entry = reader->entry;
	int			place = reader->ncolumns - list_length(reader->facts);
	ListCell   *kind;
	ListCell   *cell;

	foreach(cell, ValuesOfRow(reader, reader->place[ARG_PROGRAMS]))
		SanctAddText(release, &entry->programs, lfirst(cell));
	SanctAppendText(release, &entry->title, "; ", ValueOfRow(reader, ARG_POSITION));
	SanctAppendText(release, &entry->remarks, "\n", ValueOfRow(reader, ARG_REMARKS));
	AddListing(reader);
	foreach(kind, reader->facts)
	{
		foreach(cell, ValuesOfRow(reader, ++place))
			AddTableFact(reader, lfirst(kind), lfirst(cell));
	}
}

/* End the open entry, if there is one */
static void
EndEntry(TableReader *reader)
{
	if (reader->entry == NULL)
		return;
	SanctChoosePrimary(reader->entry);
	if (reader->entry->type == NULL)
		reader->entry->type = "other";
	SanctEndEntry(reader->release, reader->entry);
	reader->entry = NULL;
}

/* Take a row, which begins an entry or goes on with the open one */
static void
TakeRow(TableReader *reader)
{
	char	   *id = RowId(reader);
	const char *type;

	if (reader->entry == NULL || strcmp(reader->entry->uid, id) != 0)
	{
		EndEntry(reader);
		reader->entry = SanctAddEntry(reader->release, id, reader->rows);
		if (reader->entry == NULL)
			elog(ERROR, "rows of table %s are not in order", reader->table);
	}
	type = TypeOfRow(reader);
	if (type && reader->entry->type && strcmp(type, reader->entry->type) != 0)
		EntryError(reader, ARG_TYPE, type, psprintf("%s, as another row says", reader->entry->type));
	if (type)
		reader->entry->type = type;
	AddNames(reader);
	AddFactsOfRow(reader);
}

/* Tell the row of a text that cannot be converted to UTF-8 */
static void
TellRow(void *argument)
{
	TableReader *reader = argument;
	int			code = geterrcode();

	if (reader->entry && (code == ERRCODE_UNTRANSLATABLE_CHARACTER || code == ERRCODE_CHARACTER_NOT_IN_REPERTOIRE))
		errcontext("table %s, row with id \"%s\"", reader->table, reader->entry->uid);
}

/* Take a row in memory that is emptied then */
static void
TakeSlot(TupleTableSlot *slot, void *argument)
{
	TableReader *reader = argument;
	MemoryContext old = MemoryContextSwitchTo(reader->release->scratch);
	ErrorContextCallback callback = {.callback = TellRow, .arg = reader, .previous = error_context_stack};

	CHECK_FOR_INTERRUPTS();
	reader->rows++;
	reader->row = slot;
	error_context_stack = &callback;
	TakeRow(reader);
	error_context_stack = callback.previous;
	MemoryContextSwitchTo(old);
	MemoryContextReset(reader->release->scratch);
}

/* Read all rows, as the caller may and sees them */
static void
ReadRows(TableReader *reader)
{
	SanctRunTableQuery(SanctPlanTableQuery(reader->relation, reader->sql.data), TakeSlot, reader);
	EndEntry(reader);
	if (reader->rows == 0)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("table %s holds no row that you see", reader->table),
				 errhint("To take a whole list back call sanct_retire_list.")));
}

/* SHA-256 of all that the release says, as if it were a file */
static bytea *
ContentHash(ListRelease *release)
{
	bytea	   *sha256 = MemoryContextAlloc(release->context, VARHDRSZ + PG_SHA256_DIGEST_LENGTH);
	pg_cryptohash_ctx *hash = pg_cryptohash_create(PG_SHA256);
	const EntryRecord *record;
	uint32		number = 0;

	SET_VARSIZE(sha256, VARHDRSZ + PG_SHA256_DIGEST_LENGTH);
	if (hash == NULL || pg_cryptohash_init(hash) < 0)
		elog(ERROR, "could not compute SHA-256 of a table");
	while ((record = SanctNextEntryRecord(release, &number, false)) != NULL)
	{
		const char *uid = SanctUidOfRecord(release, record);

		if (pg_cryptohash_update(hash, (const uint8 *) uid, strlen(uid) + 1) < 0 ||
			pg_cryptohash_update(hash, record->digest, LIST_DIGEST_LENGTH) < 0)
			elog(ERROR, "could not compute SHA-256 of a table");
	}
	if (pg_cryptohash_final(hash, (uint8 *) VARDATA(sha256), PG_SHA256_DIGEST_LENGTH) < 0)
		elog(ERROR, "could not compute SHA-256 of a table");
	pg_cryptohash_free(hash);
	return sha256;
}

/*
 * Load a release of a list of one's own from a table or view, which is read with the rights of
 * the caller.  Return the row of sanct_release.
 */
Datum
sanct_import_table(PG_FUNCTION_ARGS)
{
	TableReader reader = {0};

	reader.release = StartTableRelease(fcinfo);
	MakeQuery(&reader, fcinfo);
	ReadRows(&reader);
	relation_close(reader.relation, NoLock);
	reader.release->sha256[reader.release->nfiles++] = ContentHash(reader.release);
	return SanctPublishRelease(fcinfo, reader.release);
}
