/*
 * The arguments of triggers that call sanct_guard()
 *
 * What cannot be understood is an error: a guard whose option is misspelt would guard something else, and say
 * nothing.
 */
#include "postgres.h"

#include "pg/guard/options.h"

#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "nodes/pg_list.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "name/weight.h"
#include "pg/base/nearest.h"
#include "pg/base/shown.h"
#include "pg/guard/columns.h"
#include "pg/list/entry_type.h"
#include "pg/screen/asked.h"
#include "pg/screen/subject_facts.h"
#include "pg/type/threshold.h"

/* Rows told of a statement unless an argument says otherwise */
#define DEFAULT_LIMIT 20

const char *const SanctGuardActions[] = {"block", "hold", "record", "quarantine", "mark", NULL};

/* Complains of an argument; the hint may be NULL */
static void
BadOption(const char *what, const char *value, const char *hint)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s \"%s\" of sanct_guard is not valid", what, SanctShown(value)),
			 errhint("%s", hint)));
}

/* The parts of a value that commas separate, without blanks around them; there must be some */
static List *
SplitValue(const char *key, const char *value)
{
	const char *rest = value;
	List	   *parts = NIL;

	for (;;)
	{
		size_t		length = strcspn(rest, ",");
		const char *end = rest + length;
		char	   *part;

		while (length > 0 && *rest == ' ')
			rest++, length--;
		while (length > 0 && rest[length - 1] == ' ')
			length--;
		part = pnstrdup(rest, length);
		if (part[0] != '\0')
			parts = lappend(parts, part);
		if (*end == '\0')
			break;
		rest = end + 1;
	}
	if (parts == NIL)
		BadOption(key, value, "Name at least one, or leave the option out for all.");
	return parts;
}

/* What is being read */
typedef struct OptionReader
{
	GuardOptions *options;
	Relation	relation;
	Oid			reading_type;
	bool		weighs;			/* an option has been given that 0.1.0 did not have: facts count */
} OptionReader;

static void
TakeColumns(OptionReader *reader, const char *key, const char *value)
{
	reader->options->names = list_concat(reader->options->names,
										 SanctFindGuardNames(reader->relation, value, reader->reading_type));
}

static void
TakeKeyColumns(OptionReader *reader, const char *key, const char *value)
{
	reader->options->key = SanctFindGuardColumns(reader->relation, value, NULL);
}

/* Columns that are stored, and do not count */
static void
TakeStored(OptionReader *reader, const char *key, const char *value)
{
	reader->options->facts = list_concat_unique_int(reader->options->facts,
													SanctFindGuardColumns(reader->relation, value, "text"));
}

static void
TakeFactNamed(OptionReader *reader, const char *value, SubjectFact fact)
{
	List	   *columns = SanctFindGuardColumns(reader->relation, value, fact == SUBJECT_BIRTH_DATE ? "date" : "text");
	ListCell   *cell;

	foreach(cell, columns)
		SanctAddFactColumn(&reader->options->weighed, fact, lfirst_int(cell), reader->relation);
	reader->options->facts = list_concat_unique_int(reader->options->facts, columns);
}

static void
TakeBirthColumns(OptionReader *reader, const char *key, const char *value)
{
	TakeFactNamed(reader, value, SUBJECT_BIRTH_DATE);
}

static void
TakeDocuments(OptionReader *reader, const char *key, const char *value)
{
	TakeFactNamed(reader, value, SUBJECT_DOCUMENTS);
}

/* A fact that 0.1.0 did not know */
static void
TakeNewFact(OptionReader *reader, const char *key, const char *value)
{
	static const struct
	{
		const char *key;
		SubjectFact fact;
	}			facts[] = {
		{"nationality", SUBJECT_NATIONALITY}, {"gender", SUBJECT_GENDER}, {"birth_place", SUBJECT_BIRTH_PLACE},
		{"type", SUBJECT_ENTRY_TYPE}
	};

	reader->weighs = true;
	for (int i = 0; i < lengthof(facts); i++)
		if (strcmp(facts[i].key, key) == 0)
			TakeFactNamed(reader, value, facts[i].fact);
}

static void
TakeVerdict(OptionReader *reader, const char *key, const char *value)
{
	reader->weighs = true;
	for (int i = SM_VERDICT_CONTRADICTED; i <= SM_VERDICT_STRONG; i++)
		if (strcmp(sm_verdict_name(i), value) == 0)
		{
			reader->options->verdict = (SmVerdict) i;
			return;
		}
	BadOption(key, value, psprintf("%sWrite the least verdict that counts: contradicted, weak, possible or strong.",
								   SanctPerhapsVerdict(value)));
}

static void
TakeLists(OptionReader *reader, const char *key, const char *value)
{
	reader->options->lists = SplitValue(key, value);
}

/* Types of entries by their own names, or by those that publishers give them */
static void
TakeTypes(OptionReader *reader, const char *key, const char *value)
{
	ListCell   *cell;

	foreach(cell, SplitValue(key, value))
	{
		const char *type = SanctEntryTypeOf(lfirst(cell));

		if (type == NULL)
			BadOption("type", lfirst(cell), psprintf("%sThe types of entries are " ENTRY_TYPES ".",
													 SanctPerhapsType(lfirst(cell))));
		reader->options->types = lappend(reader->options->types, unconstify(char *, type));
	}
}

/* A similarity as sanct_query takes it */
static void
TakeThreshold(OptionReader *reader, const char *key, const char *value)
{
	char	   *end;
	float8		threshold = strtod(value, &end);

	if (end == value || *end != '\0')
		BadOption(key, value, "Write a number between 0 and 1, as threshold=0.8.");
	reader->options->threshold = SanctThousandthsOf(threshold);
}

static void
TakeAction(OptionReader *reader, const char *key, const char *value)
{
	for (int i = 0; SanctGuardActions[i] != NULL; i++)
		if (strcmp(SanctGuardActions[i], value) == 0)
		{
			reader->options->action = (GuardAction) i;
			return;
		}
	BadOption(key, value, psprintf("%sThe actions are block, hold, record and quarantine.",
								   SanctPerhapsOf(value, "action", SanctGuardActions, GUARD_MARK)));
}

static void
TakeMark(OptionReader *reader, const char *key, const char *value)
{
	List	   *columns = SanctFindGuardColumns(reader->relation, value, GUARD_MARK_TYPE);
	AttrNumber	column = linitial_int(columns);

	if (list_length(columns) != 1 || getBaseType(get_atttype(RelationGetRelid(reader->relation), column)) != BOOLOID)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("column \"%s\" of relation \"%s\" cannot be marked",
						list_length(columns) > 1 ? SanctShown(value) :
						NameStr(TupleDescAttr(RelationGetDescr(reader->relation), column - 1)->attname),
						RelationGetRelationName(reader->relation)),
				 errhint("A column for mark is boolean. %s",
						 SanctAddColumnHint(reader->relation, "held", GUARD_MARK_TYPE))));
	reader->options->mark = column;
}

static bool
ReadSwitch(const char *key, const char *value)
{
	bool		result;

	if (!parse_bool(value, &result))
		BadOption(key, value, "Write on or off.");
	return result;
}

static void
TakeFourEyes(OptionReader *reader, const char *key, const char *value)
{
	reader->options->four_eyes = ReadSwitch(key, value);
}

static void
TakeShowNames(OptionReader *reader, const char *key, const char *value)
{
	reader->options->show_names = ReadSwitch(key, value);
}

static void
TakeLimit(OptionReader *reader, const char *key, const char *value)
{
	char	   *end;
	long		limit = strtol(value, &end, 10);

	if (end == value || *end != '\0' || limit < 0 || limit > 1000000)
		BadOption(key, value, "Write a number of rows, as limit=20.");
	reader->options->limit = (int) limit;
}

static void
TakeUnread(OptionReader *reader, const char *key, const char *value)
{
	if (strcmp(value, "pass") != 0)
		BadOption(key, value, "Write unread=pass to let names pass that cannot be read, or leave the option out.");
	reader->options->pass_unread = true;
}

static void
TakeOnEmpty(OptionReader *reader, const char *key, const char *value)
{
	if (strcmp(value, "pass") != 0)
		BadOption(key, value,
				  "Write on_empty=pass to let rows pass while a list is not loaded, or leave the option out.");
	reader->options->pass_empty = true;
}

static void
TakeScan(OptionReader *reader, const char *key, const char *value)
{
	if (strcmp(value, "text") != 0)
		BadOption(key, value, "Write scan=text for columns that hold running texts, or leave the option out.");
	reader->options->texts = true;
}

static void
TakeTell(OptionReader *reader, const char *key, const char *value)
{
	if (strcmp(value, "none") == 0)
		reader->options->tell = TELL_NOTHING;
	else if (strcmp(value, "json") == 0)
		reader->options->tell = TELL_JSON;
	else
		BadOption(key, value, "Write tell=none to tell who writes a blocked row nothing of why, tell=json to tell it "
				  "as JSON, or leave the option out.");
}

static void
TakeNotify(OptionReader *reader, const char *key, const char *value)
{
	reader->options->notify = ReadSwitch(key, value);
}

static void
TakeWeak(OptionReader *reader, const char *key, const char *value)
{
	reader->options->strong = !ReadSwitch(key, value);
}

static const struct
{
	const char *key;
	void		(*take) (OptionReader *reader, const char *key, const char *value);
	bool		repeats;		/* may be given more than once */
}			guard_options[] = {
	{"columns", TakeColumns, true},
	{"key", TakeKeyColumns, false},
	{"birth_date", TakeBirthColumns, false},
	{"document", TakeDocuments, false},
	{"country", TakeStored, false},
	{"nationality", TakeNewFact, false},
	{"gender", TakeNewFact, false},
	{"birth_place", TakeNewFact, false},
	{"type", TakeNewFact, false},
	{"verdict", TakeVerdict, false},
	{"lists", TakeLists, false},
	{"types", TakeTypes, false},
	{"threshold", TakeThreshold, false},
	{"action", TakeAction, false},
	{"mark", TakeMark, false},
	{"four_eyes", TakeFourEyes, false},
	{"show_names", TakeShowNames, false},
	{"limit", TakeLimit, false},
	{"unread", TakeUnread, false},
	{"on_empty", TakeOnEmpty, false},
	{"scan", TakeScan, false},
	{"tell", TakeTell, false},
	{"notify", TakeNotify, false},
	{"weak", TakeWeak, false},
};

/* Complains of an argument that is none, with the keys of all, the nearest first */
static void
RefuseKey(const char *key)
{
	StringInfoData keys;
	NearestWord nearest;

	initStringInfo(&keys);
	SanctStartNearest(&nearest, key);
	for (int i = 0; i < lengthof(guard_options); i++)
	{
		SanctTryNearest(&nearest, guard_options[i].key);
		appendStringInfo(&keys, "%s%s", i == 0 ? "" : i == lengthof(guard_options) - 1 ? " and " : ", ",
						 guard_options[i].key);
	}
	BadOption("argument", key, psprintf("%sArguments are %s.", SanctPerhaps(&nearest, "argument"), keys.data));
}

/* Take an argument of the form key=value; taken has a bit for each that has been given */
static void
TakeOption(OptionReader *reader, const char *key, const char *value, uint32 *taken)
{
	int			i = 0;

	while (i < lengthof(guard_options) && strcmp(guard_options[i].key, key) != 0)
		i++;
	if (i == lengthof(guard_options))
		RefuseKey(key);
	if (!guard_options[i].repeats && (*taken & (UINT32_C(1) << i)))
		BadOption("second argument", key, "Give each once; several values are separated by commas.");
	*taken |= UINT32_C(1) << i;
	guard_options[i].take(reader, key, value);
}

/* Refuse options that do not go together */
static void
CheckOptions(const OptionReader *reader)
{
	const GuardOptions *options = reader->options;

	if (reader->weighs && options->texts)
		BadOption("option", "scan=text",
				  "Names in a text are not those of its row, whose facts say nothing of them: leave out verdict, "
				  "nationality, gender, birth_place and type.");
	if (options->mark != 0 && list_member_int(options->key, options->mark))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("rows of relation \"%s\" cannot be marked", RelationGetRelationName(reader->relation)),
				 errdetail("The mark is a part of the key, by which they are known when it is to be lifted.")));
}

/* See options.h */
GuardOptions *
SanctReadGuardOptions(const Extension *extension, Relation relation, int nargs, char **args)
{
	GuardOptions *options = palloc0(sizeof(GuardOptions));
	OptionReader reader = {options, relation, extension->reading_type, false};
	uint32		taken = 0;

	options->threshold = SM_THRESHOLD;
	options->action = GUARD_BLOCK;
	options->limit = DEFAULT_LIMIT;
	options->verdict = SM_VERDICT_CONTRADICTED;
	for (int i = 0; i < nargs; i++)
	{
		const char *equals = strchr(args[i], '=');

		/* a name in double quotes may have an equals sign */
		if (equals == NULL || args[i][strspn(args[i], " ")] == '"')
			TakeColumns(&reader, "columns", args[i]);
		else
			TakeOption(&reader, pnstrdup(args[i], equals - args[i]), equals + 1, &taken);
	}
	if (options->names == NIL)
		BadOption("argument", "", "Name the column to screen: sanct_guard('payee').");
	if (options->key == NIL)
		options->key = SanctPrimaryKeyColumns(relation);
	/* whatever is changed of a marked row that nothing else tells from others makes it another one, but its mark */
	if (options->mark != 0 && options->key == NIL)
		options->key = SanctAllColumns(relation, options->mark);
	if (!reader.weighs)
		options->weighed = (FactColumns) {0};
	CheckOptions(&reader);
	return options;
}
