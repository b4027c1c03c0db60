/* sanct_rarity(): how many people bear a Korean name, as far as that is known */
#include "postgres.h"

#include "fmgr.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "utils/builtins.h"

#include "name/person/rarity.h"
#include "name/reading/reading.h"
#include "pg/base/compat.h"
#include "pg/type/read_name.h"

PG_FUNCTION_INFO_V1(sanct_rarity);

/* Arguments: how many people there are */
typedef enum Argument
{
	ARG_NAME, ARG_NORTH, ARG_SOUTH, ARG_ABROAD, ARGUMENTS
} Argument;

/* Columns of the answer */
#define RARITY_COLUMNS 5
/* More people there are not */
#define MOST_PEOPLE 1e10

/* A population and what is known of a name in it */
typedef struct Population
{
	const char *name;
	const char *one;			/* of them */
	const char *people;			/* who they are */
	double		size;
	double		share;
	SmRarityRange range;
} Population;

/* The people of an argument */
static double
PeopleOf(FunctionCallInfo fcinfo, Argument argument)
{
	float8		people = PG_GETARG_FLOAT8(argument);

	if (!(people >= 0 && people <= MOST_PEOPLE))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("a population must be between 0 and %.0f", MOST_PEOPLE)));
	return people;
}

/* A number of people with commas: 26,000 */
static char *
Grouped(double people)
{
	char	   *digits = psprintf("%.0f", people);
	int			length = strlen(digits);
	StringInfoData grouped;

	initStringInfo(&grouped);
	for (int i = 0; i < length; i++)
		appendStringInfo(&grouped, "%s%c", i > 0 && (length - i) % 3 == 0 ? "," : "", digits[i]);
	return grouped.data;
}

/* Add a row of a population */
static void
AddPopulation(ReturnSetInfo *result, const Population *population)
{
	double		likely = population->size * population->share;
	double		people = sm_round_to_figure(likely);
	double		from = sm_round_to_figure(likely / population->range.below);
	double		to = sm_round_to_figure(likely * population->range.above);
	Datum		values[RARITY_COLUMNS];
	bool		nulls[RARITY_COLUMNS] = {false};

	values[0] = CStringGetTextDatum(population->name);
	values[1] = Int64GetDatum((int64) from);
	values[2] = Int64GetDatum((int64) people);
	values[3] = Int64GetDatum((int64) to);
	if (to < 1)
		values[4] = CStringGetTextDatum(psprintf("hardly any %s bears this name", population->one));
	else if (people < 1 && to < 2)
		values[4] = CStringGetTextDatum(psprintf("at most one %s bears this name", population->one));
	else if (people < 1)
		values[4] = CStringGetTextDatum(psprintf("at most some %s %s bear this name", Grouped(to),
												 population->people));
	else if (people < 2)
		values[4] = CStringGetTextDatum(psprintf("perhaps one %s bears this name (%s to %s)", population->one,
												 Grouped(from), Grouped(to)));
	else
		values[4] = CStringGetTextDatum(psprintf("some %s %s bear this name (%s to %s)", Grouped(people),
												 population->people, Grouped(from), Grouped(to)));
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/* Add the row of a name that is read as no Korean's: words alone */
static void
AddUnknown(ReturnSetInfo *result)
{
	Datum		values[RARITY_COLUMNS] = {0};
	bool		nulls[RARITY_COLUMNS] = {true, true, true, true, false};

	values[4] = CStringGetTextDatum("how many people bear this name is not known: it is not read as a Korean "
									"surname with a given name of one or two syllables");
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/* A row for each population, one of words alone for a name that is read as no Korean's, see its comment in SQL */
Datum
sanct_rarity(PG_FUNCTION_ARGS)
{
	text	   *name = PG_GETARG_TEXT_PP(ARG_NAME);
	uint8		reading[SM_READING_MAX];
	Population	populations[] = {
		{"South Korea", "South Korean", "South Koreans", PeopleOf(fcinfo, ARG_SOUTH), 0, sm_rarity_south},
		{"North Korea", "North Korean", "North Koreans", PeopleOf(fcinfo, ARG_NORTH), 0, sm_rarity_north},
		{"abroad", "Korean abroad", "Koreans abroad", PeopleOf(fcinfo, ARG_ABROAD), 0, sm_rarity_north}
	};
	SmRarity	rarity;

	InitMaterializedSRF(fcinfo, 0);
	(void) SanctReadName(reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
	if (!sm_rarity(&rarity, reading))
	{
		AddUnknown((ReturnSetInfo *) fcinfo->resultinfo);
		return (Datum) 0;
	}
	populations[0].share = rarity.south;
	populations[1].share = rarity.north;
	populations[2].share = (rarity.south + rarity.north) / 2;
	for (int i = 0; i < lengthof(populations); i++)
		AddPopulation((ReturnSetInfo *) fcinfo->resultinfo, &populations[i]);
	return (Datum) 0;
}
