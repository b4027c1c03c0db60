/* The arguments of triggers that call sanct_guard(), and what they take from a row */
#include "pg/guard.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "catalog/pg_index.h"
#include "executor/spi.h"
#include "nodes/bitmapset.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/json.h"
#include "utils/lsyscache.h"
#include "utils/relcache.h"

/* Rows told of a statement unless an argument says otherwise */
#define DEFAULT_LIMIT 20

const char *const guard_actions[] = {"block", "hold", "record", "quarantine", "mark", NULL};

static void
BadOption(const char *what, const char *value, const char *hint)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s \"%s\" of sanct_guard is not valid", what, value),
			 errhint("%s", hint)));
}

/* The parts of a value that commas or another character separate, without blanks around them */
static List *
SplitValue(const char *value, char separator)
{
	List	   *parts = NIL;

	for (;;)
	{
		const char *end = strchr(value, separator);
		size_t		length = end ? (size_t) (end - value) : strlen(value);
		char	   *part;

		while (length > 0 && *value == ' ')
			value++, length--;
		while (length > 0 && value[length - 1] == ' ')
			length--;
		part = pnstrdup(value, length);
		if (part[0] != '\0')
			parts = lappend(parts, part);
		if (end == NULL)
			return parts;
		value = end + 1;
	}
}

static AttrNumber
FindColumn(Relation relation, const char *name)
{
	AttrNumber	column = get_attnum(RelationGetRelid(relation), name);

	if (column <= 0)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg("column \"%s\" of relation \"%s\" does not exist", name, RelationGetRelationName(relation)),
				 errhint("Write sanct_guard('column'), 'one,another' for two names, 'surname+given' for one name in two columns.")));
	return column;
}

static List *
FindColumns(Relation relation, const char *value, char separator)
{
	List	   *columns = NIL;
	ListCell   *cell;

	foreach(cell, SplitValue(value, separator))
		columns = lappend_int(columns, FindColumn(relation, lfirst(cell)));
	return columns;
}

/* Names to screen: name,name or part+part */
static void
AddNames(GuardOptions *options, Relation relation, const char *value)
{
	ListCell   *cell;

	foreach(cell, SplitValue(value, ','))
	{
		GuardName  *name = palloc(sizeof(GuardName));

		name->columns = FindColumns(relation, lfirst(cell), '+');
		if (name->columns == NIL)
			BadOption("argument", value, "Name the columns to screen, as surname+given.");
		options->names = lappend(options->names, name);
	}
}

static GuardAction
FindAction(const char *value)
{
	for (int i = 0; guard_actions[i] != NULL; i++)
		if (strcmp(guard_actions[i], value) == 0)
			return (GuardAction) i;
	BadOption("action", value, "The actions are block, hold, record and quarantine.");
	return GUARD_BLOCK;
}

static bool
ReadSwitch(const char *key, const char *value)
{
	bool		result;

	if (!parse_bool(value, &result))
		BadOption(key, value, "Write on or off.");
	return result;
}

/* A similarity as sanct_query takes it */
static int
ReadThreshold(const char *value)
{
	char	   *end;
	float4		threshold = strtof(value, &end);

	if (end == value || *end != '\0')
		BadOption("threshold", value, "Write a number between 0 and 1, as threshold=0.8.");
	return ThousandthsOf(threshold);
}

static AttrNumber
FindMark(Relation relation, const char *value)
{
	AttrNumber	column = FindColumn(relation, value);

	if (getBaseType(get_atttype(RelationGetRelid(relation), column)) != BOOLOID)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("column \"%s\" of relation \"%s\" cannot be marked", value, RelationGetRelationName(relation)),
				 errhint("A column for mark is boolean.")));
	return column;
}

/* Take an argument of the form key=value */
static void
TakeOption(GuardOptions *options, Relation relation, const char *key, const char *value)
{
	if (strcmp(key, "columns") == 0)
		AddNames(options, relation, value);
	else if (strcmp(key, "key") == 0)
		options->key = FindColumns(relation, value, ',');
	else if (strcmp(key, "birth_date") == 0 || strcmp(key, "document") == 0 || strcmp(key, "country") == 0)
		options->facts = list_concat(options->facts, FindColumns(relation, value, ','));
	else if (strcmp(key, "lists") == 0)
		options->lists = SplitValue(value, ',');
	else if (strcmp(key, "types") == 0)
		options->types = SplitValue(value, ',');
	else if (strcmp(key, "threshold") == 0)
		options->threshold = ReadThreshold(value);
	else if (strcmp(key, "action") == 0)
		options->action = FindAction(value);
	else if (strcmp(key, "mark") == 0)
		options->mark = FindMark(relation, value);
	else if (strcmp(key, "four_eyes") == 0)
		options->four_eyes = ReadSwitch(key, value);
	else if (strcmp(key, "show_names") == 0)
		options->show_names = ReadSwitch(key, value);
	else if (strcmp(key, "limit") == 0)
		options->limit = pg_strtoint32(value);
	else
		BadOption("argument", key, "Arguments are columns, key, birth_date, document, country, lists, types, threshold, "
				  "action, mark, four_eyes, show_names and limit.");
}

/* The columns of the primary key, NIL if there is none */
static List *
PrimaryKey(Relation relation)
{
	Bitmapset  *bits = RelationGetIndexAttrBitmap(relation, INDEX_ATTR_BITMAP_PRIMARY_KEY);
	List	   *columns = NIL;
	int			bit = -1;

	while ((bit = bms_next_member(bits, bit)) >= 0)
		columns = lappend_int(columns, bit + FirstLowInvalidHeapAttributeNumber);
	return columns;
}

/* Read the arguments of a trigger on a relation; wrong ones raise an error */
GuardOptions *
ReadGuardOptions(Relation relation, int nargs, char **args)
{
	GuardOptions *options = palloc0(sizeof(GuardOptions));

	options->threshold = SM_THRESHOLD;
	options->action = GUARD_BLOCK;
	options->limit = DEFAULT_LIMIT;
	for (int i = 0; i < nargs; i++)
	{
		const char *equals = strchr(args[i], '=');

		if (equals == NULL)
			AddNames(options, relation, args[i]);
		else
			TakeOption(options, relation, pnstrdup(args[i], equals - args[i]), equals + 1);
	}
	if (options->names == NIL)
		BadOption("argument", "", "Name the column to screen: sanct_guard('payee').");
	if (options->key == NIL)
		options->key = PrimaryKey(relation);
	return options;
}

/* The name that a row has in some columns joined; NULL if all of them are */
char *
RowName(const GuardName *name, HeapTuple row, TupleDesc desc)
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

/* Let output functions write what any session reads in the same way; AtEOXact_GUC ends it with what this returns */
static int
StartPlainOutput(void)
{
	static const char *const settings[][2] = {
		{"datestyle", "ISO"}, {"intervalstyle", "postgres"}, {"extra_float_digits", "3"}, {"timezone", "UTC"}
	};
	int			level = NewGUCNestLevel();

	for (int i = 0; i < lengthof(settings); i++)
		(void) set_config_option(settings[i][0], settings[i][1], PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	return level;
}

/*
 * Columns of a row, or all if there are none, as a JSON object of strings.  Only output functions are
 * called: casts to json that somebody has made for a type of his must not run with the guard's rights.
 */
char *
RowJson(HeapTuple row, TupleDesc desc, List *columns)
{
	int			level = StartPlainOutput();
	StringInfoData json;

	initStringInfo(&json);
	appendStringInfoChar(&json, '{');
	for (int i = 1; i <= desc->natts; i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(desc, i - 1);
		char	   *value;

		if (attribute->attisdropped || (columns != NIL && !list_member_int(columns, i)))
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
