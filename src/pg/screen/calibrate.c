/*
 * sanct_calibrate(): how many of a user's customers would alert, at each threshold and verdict, by tier and list
 *
 * Ten million names are not held against the lists for that: rows are drawn at random, and each number is told with the
 * interval that the number of the whole table lies in, as 99 of 100 samples have it.
 */
#include "postgres.h"

#include <math.h>

#include "access/relation.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "nodes/pg_list.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "name/person/evidence.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/base/table_query.h"
#include "pg/screen/asked.h"
#include "pg/screen/hit.h"
#include "pg/screen/listed.h"
#include "pg/screen/sample.h"
#include "pg/screen/screening.h"
#include "pg/screen/subject_facts.h"
#include "pg/type/explain.h"
#include "pg/type/threshold.h"

PG_FUNCTION_INFO_V1(sanct_calibrate);

/* Arguments */
typedef enum Argument
{
	ARG_SUBJECTS, ARG_ID_COLUMN, ARG_NAME_COLUMN, ARG_THRESHOLDS, ARG_SAMPLE, ARG_SEED, ARG_AS_OF, ARG_LISTS,
	ARG_TYPES, ARG_PROGRAMS, ARG_ON_EMPTY, ARG_WEAK, ARG_FACTS, ARGUMENTS = ARG_FACTS + SUBJECT_FACTS
} Argument;

/* Columns of the answer, thresholds at most, verdicts */
#define CALIBRATE_COLUMNS 9
#define THRESHOLDS_MAX 32
#define VERDICTS (SM_VERDICT_STRONG + 1)
/* Signs of the longest bar of the chart */
#define CHART_WIDTH 40

/* Customers counted together: all, those who match a list, those whose names are of a tier */
typedef struct CountedGroup
{
	char	   *what;
	uint32		reached[VERDICTS];	/* by the current row, thresholds of hits of such verdicts or better */
	int64		counted[VERDICTS][THRESHOLDS_MAX];
} CountedGroup;

/* What is counted */
typedef struct Calibration
{
	MemoryContext context;
	List	   *groups;			/* of CountedGroup *, the first is of all */
	int			thresholds;
	int			threshold[THRESHOLDS_MAX];	/* thousandths, ascending */
} Calibration;

static int
CompareThresholds(const void *a, const void *b)
{
	return *(const int *) a - *(const int *) b;
}

/* Take the thresholds in ascending order */
static void
TakeThresholds(Calibration *calibration, ArrayType *array)
{
	Datum	   *values;
	bool	   *nulls;
	int			n;

	deconstruct_array(array, FLOAT8OID, sizeof(float8), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE, &values, &nulls, &n);
	for (int i = 0; i < n; i++)
		if (!nulls[i] && calibration->thresholds < THRESHOLDS_MAX)
			calibration->threshold[calibration->thresholds++] = SanctThousandthsOf(DatumGetFloat8(values[i]));
	if (calibration->thresholds == 0 || n > THRESHOLDS_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("thresholds must be 1 to %d numbers", THRESHOLDS_MAX),
				 errhint("Leave them out, or write as '{0.67,0.8,0.9}'.")));
	qsort(calibration->threshold, calibration->thresholds, sizeof(int), CompareThresholds);
}

/* Refuse arguments that ask for nothing */
static void
CheckCalibration(FunctionCallInfo fcinfo)
{
	static const char *const names[] = {"subjects", "id_column", "name_column", "thresholds", "sample", "seed"};

	SanctCheckGiven(fcinfo, names, lengthof(names));
	if (PG_GETARG_INT32(ARG_SAMPLE) < 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("sample must be at least 1"),
				 errdetail("The value given is %d.", PG_GETARG_INT32(ARG_SAMPLE)),
				 errhint("It is the number of rows that are drawn.")));
}

/* The group of that name, which is made if it is not there */
static CountedGroup *
FindGroup(Calibration *calibration, const char *what)
{
	ListCell   *cell;
	MemoryContext old;
	CountedGroup	   *group;

	foreach(cell, calibration->groups)
		if (strcmp(((CountedGroup *) lfirst(cell))->what, what) == 0)
			return lfirst(cell);
	old = MemoryContextSwitchTo(calibration->context);
	group = palloc0(sizeof(CountedGroup));
	group->what = pstrdup(what);
	calibration->groups = lappend(calibration->groups, group);
	MemoryContextSwitchTo(old);
	return group;
}

/* Note that the current row has a hit that reaches some thresholds */
static void
Reach(Calibration *calibration, const char *what, SmVerdict verdict, uint32 thresholds)
{
	CountedGroup	   *group = FindGroup(calibration, what);

	for (int i = 0; i <= (int) verdict; i++)
		group->reached[i] |= thresholds;
}

/* Count the current row in all groups that it has a hit of */
static void
CountReached(Calibration *calibration)
{
	ListCell   *cell;

	foreach(cell, calibration->groups)
	{
		CountedGroup	   *group = lfirst(cell);

		for (int v = 0; v < VERDICTS && group->reached[v] != 0; v++)
			for (int t = 0; t < calibration->thresholds; t++)
				group->counted[v][t] += group->reached[v] >> t & 1;
		memset(group->reached, 0, sizeof(group->reached));
	}
}

/* Count a row by its hits; one that a document alone has found is there at every threshold */
static void
CountHits(Screening *screening, TupleTableSlot *slot, const ScreenedName *name, const ListHit *hits, int count)
{
	Calibration *calibration = screening->finder;

	for (int i = 0; i < count; i++)
	{
		const ListHit *hit = &hits[i];
		SmVerdict	verdict = hit->evidence ? hit->evidence->verdict : SM_VERDICT_POSSIBLE;
		bool		named = hit->similarity != NO_SIMILARITY;
		uint32		reached = 0;

		for (int t = 0; t < calibration->thresholds; t++)
			if (!named || hit->similarity >= calibration->threshold[t])
				reached |= UINT32_C(1) << t;
		Reach(calibration, "all", verdict, reached);
		Reach(calibration, psprintf("list %s", hit->name->entry->from->code), verdict, reached);
		Reach(calibration, named ? psprintf("tier %s", SanctTierOf(hit->name->reading->data, name->reading,
																   screening->threshold)) : "tier document",
			  verdict, reached);
	}
	CountReached(calibration);
	screening->hits += count;
}

/* Hold the rows that have been drawn against the lists */
static void
ScreenSample(Screening *screening, const RowSample *sample)
{
	TupleTableSlot *slot;

	if (sample->count == 0)
		return;
	slot = MakeSingleTupleTableSlot(sample->desc, &TTSOpsMinimalTuple);
	SanctHoldLists(screening->lists);
	PG_TRY();
	{
		for (int64 i = 0; i < sample->count; i++)
			SanctScreenSubject(ExecStoreMinimalTuple(sample->row[i], slot, false), screening);
	}
	PG_FINALLY();
	{
		SanctLetGoLists(screening->lists);
	}
	PG_END_TRY();
	ExecDropSingleTupleTableSlot(slot);
}

/* A bar as long as a share of the greatest one, whose end may lie where the minus signs are */
static char *
Bar(double from, double to, double greatest)
{
	StringInfoData bar;
	int			sure = greatest > 0 ? (int) (CHART_WIDTH * from / greatest + 0.5) : 0;
	int			maybe = greatest > 0 ? (int) (CHART_WIDTH * to / greatest + 0.5) : 0;

	initStringInfo(&bar);
	for (int i = 0; i < maybe; i++)
		appendStringInfoChar(&bar, i < sure ? '#' : '-');
	return bar.data;
}

/* Add a row of the answer */
static void
AddCount(ReturnSetInfo *result, const RowSample *sample, const Calibration *calibration, const CountedGroup *group,
		 int place)
{
	int			v = place / calibration->thresholds;
	int			t = place % calibration->thresholds;
	const CountedGroup *all = linitial(calibration->groups);
	double		share = sample->count > 0 ? (double) group->counted[v][t] / sample->count : 0;
	double		from;
	double		to;
	double		least;
	double		greatest;
	Datum		values[CALIBRATE_COLUMNS];
	bool		nulls[CALIBRATE_COLUMNS] = {false};

	SanctSampleInterval(sample, group->counted[v][t], &from, &to);
	SanctSampleInterval(sample, all->counted[0][0], &least, &greatest);
	values[0] = CStringGetTextDatum(group->what);
	values[1] = Float4GetDatum((float4) calibration->threshold[t] / 1000);
	values[2] = CStringGetTextDatum(sm_verdict_name(v));
	values[3] = Int64GetDatum((int64) (share * sample->seen + 0.5));
	values[4] = Int64GetDatum((int64) floor(from * sample->seen + 1e-6));
	values[5] = Int64GetDatum((int64) ceil(to * sample->seen - 1e-6));
	values[6] = Int64GetDatum(sample->count);
	values[7] = Float4GetDatum((float4) (share * 1000));
	values[8] = CStringGetTextDatum(Bar(from, to, greatest));
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/* All first, then the tiers, then the lists, each by its name */
static int
CompareGroups(const ListCell *a, const ListCell *b)
{
	const char *x = ((const CountedGroup *) lfirst(a))->what;
	const char *y = ((const CountedGroup *) lfirst(b))->what;

	if (strcmp(x, "all") == 0 || strcmp(y, "all") == 0)
		return strcmp(y, "all") == 0 ? strcmp(x, "all") != 0 : -1;
	if (x[0] != y[0])
		return x[0] == 't' ? -1 : 1;
	return strcmp(x, y);
}

/* Tell what has been counted; without facts every verdict is that it is possible */
static void
TellCounts(const Screening *screening, const RowSample *sample, Calibration *calibration)
{
	int			first = screening->facts.count > 0 ? 0 : SM_VERDICT_POSSIBLE;
	int			last = screening->facts.count > 0 ? SM_VERDICT_STRONG : SM_VERDICT_POSSIBLE;
	ListCell   *cell;

	list_sort(calibration->groups, CompareGroups);
	foreach(cell, calibration->groups)
		for (int i = first * calibration->thresholds; i < (last + 1) * calibration->thresholds; i++)
			AddCount(screening->result, sample, calibration, lfirst(cell), i);
	ereport(NOTICE,
			(sample->count < sample->seen ?
			 errmsg("%lld of %lld rows of %s were drawn at random and screened", (long long) sample->count,
					(long long) sample->seen, screening->table) :
			 sample->seen == 1 ? errmsg("the only row of %s was screened", screening->table) :
			 errmsg("all %lld rows of %s were screened", (long long) sample->seen, screening->table),
			 sample->count < sample->seen ?
			 errdetail("Of 100 samples 99 have the number of all rows between customers_from and customers_to.") : 0));
}

/* How many customers alert, see its comment in SQL */
Datum
sanct_calibrate(PG_FUNCTION_ARGS)
{
	Screening	screening = {0};
	Calibration calibration = {.context = CurrentMemoryContext};
	RowSample	sample;
	Relation	subjects;

	SanctCheckArgumentCount(fcinfo, ARGUMENTS);
	CheckCalibration(fcinfo);
	InitMaterializedSRF(fcinfo, 0);
	TakeThresholds(&calibration, PG_GETARG_ARRAYTYPE_P(ARG_THRESHOLDS));
	(void) FindGroup(&calibration, "all");
	subjects = SanctOpenReadable(PG_GETARG_OID(ARG_SUBJECTS));
	SanctReadPastFilter(&screening.filter, fcinfo, ARG_AS_OF);
	SanctReadWeak(&screening.filter, fcinfo, ARG_WEAK);
	SanctStartScreening(&screening, fcinfo, subjects);
	SanctTakeScreenedFacts(&screening, fcinfo, subjects, ARG_FACTS);
	screening.threshold = calibration.threshold[0];
	screening.found = CountHits;
	screening.finder = &calibration;
	SanctDrawRows(&sample, subjects, psprintf("SELECT %s", screening.columns), PG_GETARG_INT32(ARG_SAMPLE),
				  (uint64) PG_GETARG_INT64(ARG_SEED));
	/* what the table is made of may ask for the lists itself: they are taken when it has been read */
	SanctLoadScreened(&screening);
	ScreenSample(&screening, &sample);
	relation_close(subjects, NoLock);
	SanctWarnOfUnread(&screening);
	TellCounts(&screening, &sample, &calibration);
	return (Datum) 0;
}
