/* Screening of one name through the index of the lists, by plans that are made once a backend */
#include "pg/screen.h"

#include "catalog/pg_type.h"
#include "executor/tstoreReceiver.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"

#include "pg/estimate.h"

PG_FUNCTION_INFO_V1(sanct_screen);

/* Arguments of sanct_screen */
typedef enum Argument
{
	ARG_NAME, ARG_THRESHOLD, ARG_MAX_HITS, ARG_AS_OF
} Argument;

/* What is asked, and the SQL function that answers; both are written out into the plan */
typedef enum Question
{
	AS_NOW, AS_OF, QUESTIONS
} Question;

static const char *const answers[QUESTIONS] = {"sanct_listed", "sanct_listed_as_of"};
static const int argument_count[QUESTIONS] = {3, 4};

typedef struct KeptPlan
{
	char	   *sql;
	Oid			query_type;		/* sanct_query of the extension that was there then */
	SPIPlanPtr	plan;
} KeptPlan;

static KeptPlan kept[QUESTIONS];

/* The plan that answers a question from the lists of the extension in a schema */
static SPIPlanPtr
PlanOf(Question question, Oid schema)
{
	KeptPlan   *k = &kept[question];
	Oid			types[] = {SanctTypeOid(schema, "sanct_query"), TEXTOID, INT4OID, TIMESTAMPTZOID};
	char	   *sql = psprintf("SELECT * FROM %s($1, $2, $3%s)",
							   quote_qualified_identifier(get_namespace_name(schema), answers[question]),
							   question == AS_OF ? ", $4" : "");
	SPIPlanPtr	plan;
	char	   *kept_sql;

	if (k->plan != NULL && k->query_type == types[0] && strcmp(k->sql, sql) == 0)
		return k->plan;
	/* names differ, the way to find them does not: no plan is made for each */
	plan = SPI_prepare_cursor(sql, argument_count[question], types, CURSOR_OPT_GENERIC_PLAN);
	if (plan == NULL || SPI_keepplan(plan) != 0)
		elog(ERROR, "could not prepare the look-up of names: %s", SPI_result_code_string(SPI_result));
	kept_sql = MemoryContextStrdup(TopMemoryContext, sql);
	if (k->plan != NULL)
	{
		SPI_freeplan(k->plan);
		pfree(k->sql);
	}
	*k = (KeptPlan) {kept_sql, types[0], plan};
	return plan;
}

/* See screen.h */
void
FindByIndex(Oid schema, const char *name, int threshold)
{
	int			length = strlen(name);
	Datum		values[] = {
		PointerGetDatum(ReadQuery(name, length, threshold)), PointerGetDatum(cstring_to_text_with_len(name, length)), 0
	};

	if (SPI_execute_plan(PlanOf(AS_NOW, schema), values, "  n", true, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not look up a name");
}

/* Put the answer to a question into the result of the function */
static void
Answer(FunctionCallInfo fcinfo, Question question, Datum *values)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	SPIExecuteOptions options = {0};
	ParamListInfo params = makeParamList(argument_count[question]);
	SPIPlanPtr	plan = PlanOf(question, get_func_namespace(fcinfo->flinfo->fn_oid));
	Oid			types[] = {kept[question].query_type, TEXTOID, INT4OID, TIMESTAMPTZOID};

	for (int i = 0; i < argument_count[question]; i++)
		params->params[i] = (ParamExternData) {values[i], false, PARAM_FLAG_CONST, types[i]};
	options.params = params;
	options.read_only = true;
	options.dest = CreateDestReceiver(DestTuplestore);
	SetTuplestoreDestReceiverParams(options.dest, result->setResult, result->econtext->ecxt_per_query_memory, false,
									NULL, NULL);
	if (SPI_execute_plan_extended(plan, &options) != SPI_OK_SELECT)
		elog(ERROR, "could not look up a name");
}

/*
 * The entries of all lists that match a name, see its comment in SQL; a NULL name matches none, other NULLs
 * but that of as_of are errors
 */
Datum
sanct_screen(PG_FUNCTION_ARGS)
{
	Datum		values[4];
	text	   *name;

	CheckScreening(PG_ARGISNULL(ARG_THRESHOLD), PG_ARGISNULL(ARG_MAX_HITS),
				   PG_ARGISNULL(ARG_MAX_HITS) ? 0 : PG_GETARG_INT32(ARG_MAX_HITS));
	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(ARG_NAME))
		return (Datum) 0;
	name = PG_GETARG_TEXT_PP(ARG_NAME);
	values[0] = PointerGetDatum(ReadQuery(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name),
										  ThousandthsOf(PG_GETARG_FLOAT4(ARG_THRESHOLD))));
	values[1] = PointerGetDatum(name);
	values[2] = PG_GETARG_DATUM(ARG_MAX_HITS);
	values[3] = PG_GETARG_DATUM(ARG_AS_OF);
	SPI_connect();
	Answer(fcinfo, PG_ARGISNULL(ARG_AS_OF) ? AS_NOW : AS_OF, values);
	SPI_finish();
	return (Datum) 0;
}
