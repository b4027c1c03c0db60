/* The rows that runs leave: what was asked, what was looked at, what came of it */
#include "postgres.h"

#include "pg/run/run_row.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/timestamp.h"

#include "name/person/evidence.h"
#include "name/reading/reading.h"
#include "pg/base/actor.h"
#include "pg/list/loaded.h"
#include "pg/list/readers.h"
#include "pg/screen/asked.h"
#include "pg/screen/listed.h"

/* See run_row.h */
int64
SanctNextRun(const Extension *extension)
{
	static const OwnFunction function = {"sanct_next_run", 0, {0}};
	bool		isnull;

	return DatumGetInt64(SanctCallOwn(extension, &function, NULL, NULL, &isnull));
}

/* A text[] of strings, sorted as they were given; NULL for none */
static Datum
TextsOrNull(const List *strings, bool *isnull)
{
	Datum	   *values = palloc((list_length(strings) + 1) * sizeof(Datum));
	ListCell   *cell;
	int			n = 0;

	*isnull = strings == NIL;
	if (strings == NIL)
		return (Datum) 0;
	foreach(cell, strings)
		values[n++] = CStringGetTextDatum(lfirst(cell));
	return PointerGetDatum(construct_array(values, n, TEXTOID, -1, false, TYPALIGN_INT));
}

/* Nine arguments that tell what a run asks, from its subject on */
static void
AskedArguments(const RunRow *row, Datum *values, bool *nulls)
{
	const ListFilter *filter = &row->screening->filter;

	values[0] = CStringGetTextDatum(row->raising->subject);
	values[1] = row->columns;
	values[2] = Float4GetDatum((float4) row->screening->threshold / 1000);
	values[3] = CStringGetTextDatum(sm_verdict_name(row->raising->least));
	values[4] = TextsOrNull(filter->lists, &nulls[4]);
	values[5] = TextsOrNull(filter->types, &nulls[5]);
	values[6] = TextsOrNull(filter->programs, &nulls[6]);
	values[7] = BoolGetDatum(!filter->strong);
	values[8] = CStringGetTextDatum(row->raising->unread ? "alert" : "pass");
}

/* Is a list one that is asked for, and that who asks is shown? */
static bool
IsListScreened(const RunRow *row, const LoadedList *list)
{
	return list->release != 0 && SanctIsShown(list->readers) && SanctIsAsked(row->screening->filter.lists, list->code);
}

/* Set the release of a list that was looked at */
static void
SetSince(RunRow *row, const char *code, int64 release)
{
	const LoadedLists *lists = SanctLoadedOf(row->screening->lists);

	for (int i = 0; i < lists->count; i++)
		if (strcmp(lists->list[i].code, code) == 0)
			row->since[i] = release;
}

/* See run_row.h */
void
SanctFindLastRun(RunRow *row)
{
	static const OwnFunction function = {"sanct_last_run", 10, {TEXTOID, JSONBOID, FLOAT4OID, TEXTOID, TEXTARRAYOID,
	TEXTARRAYOID, TEXTARRAYOID, BOOLOID, TEXTOID, INT4OID}};
	Datum		values[10];
	bool		nulls[10] = {false};
	bool		none;
	Datum		found;
	Datum	   *texts;
	int			n;

	row->since = palloc0((SanctLoadedOf(row->screening->lists)->count + 1) * sizeof(int64));
	AskedArguments(row, values, nulls);
	values[9] = Int32GetDatum(SM_VERSION);
	found = SanctCallOwn(row->screening->extension, &function, values, nulls, &none);
	if (none)
		return;
	deconstruct_array(DatumGetArrayTypeP(found), TEXTOID, -1, false, TYPALIGN_INT, &texts, NULL, &n);
	row->previous = strtoll(TextDatumGetCString(texts[0]), NULL, 10);
	for (int i = 1; i + 1 < n; i += 2)
		SetSince(row, TextDatumGetCString(texts[i]), strtoll(TextDatumGetCString(texts[i + 1]), NULL, 10));
}

/* See run_row.h */
bool
SanctIsReleaseNew(const RunRow *row)
{
	const LoadedLists *lists = SanctLoadedOf(row->screening->lists);

	for (int i = 0; i < lists->count; i++)
		if (IsListScreened(row, &lists->list[i]) && lists->list[i].release != row->since[i])
			return true;
	return false;
}

/* See run_row.h: arrays of the lists that are looked at, their releases, and those that were looked at before */
void
SanctTakeReleases(RunRow *row)
{
	Datum	   *values = row->releases;
	const LoadedLists *lists = SanctLoadedOf(row->screening->lists);
	Datum	   *codes = palloc((lists->count + 1) * sizeof(Datum));
	Datum	   *releases = palloc((lists->count + 1) * sizeof(Datum));
	Datum	   *since = palloc((lists->count + 1) * sizeof(Datum));
	bool	   *whole = palloc((lists->count + 1) * sizeof(bool));
	int			n = 0;

	for (int i = 0; i < lists->count; i++)
	{
		if (!IsListScreened(row, &lists->list[i]))
			continue;
		codes[n] = CStringGetTextDatum(lists->list[i].code);
		releases[n] = Int64GetDatum(lists->list[i].release);
		whole[n] = row->previous == 0 || row->since[i] == 0;
		since[n] = whole[n] ? (Datum) 0 : Int64GetDatum(row->since[i]);
		n++;
	}
	values[0] = PointerGetDatum(construct_array(codes, n, TEXTOID, -1, false, TYPALIGN_INT));
	values[1] = PointerGetDatum(construct_array(releases, n, INT8OID, sizeof(int64), FLOAT8PASSBYVAL,
												TYPALIGN_DOUBLE));
	values[2] = PointerGetDatum(construct_md_array(since, whole, n > 0, &n, (int[]) {1}, INT8OID, sizeof(int64),
												   FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
}

/* See run_row.h */
Datum
SanctNoteRun(const RunRow *row)
{
	static const OwnFunction function = {"sanct_note_run", 20, {INT8OID, TEXTOID, TEXTOID, JSONBOID, FLOAT4OID, TEXTOID,
	TEXTARRAYOID, TEXTARRAYOID, TEXTARRAYOID, BOOLOID, TEXTOID, INT8OID, INT8ARRAYOID, INT4OID, TIMESTAMPTZOID,
	TEXTARRAYOID, INT8ARRAYOID, INT8ARRAYOID, NAMEOID, TEXTOID}};
	Datum		values[20];
	bool		nulls[20] = {false};
	Datum		counts[RUN_COUNTS];
	bool		isnull;

	for (int i = 0; i < RUN_COUNTS; i++)
		counts[i] = Int64GetDatum(row->raising->count[i]);
	values[0] = Int64GetDatum(row->raising->run);
	values[1] = CStringGetTextDatum(row->previous != 0 ? "new" : "full");
	AskedArguments(row, values + 2, nulls + 2);
	values[11] = Int64GetDatum(row->previous);
	nulls[11] = row->previous == 0;
	values[12] = PointerGetDatum(construct_array(counts, RUN_COUNTS, INT8OID, sizeof(int64), FLOAT8PASSBYVAL,
												 TYPALIGN_DOUBLE));
	values[13] = Int32GetDatum(SM_VERSION);
	values[14] = TimestampTzGetDatum(row->started);
	memcpy(values + 15, row->releases, sizeof(row->releases));
	SanctPassActor(values, nulls, 18, row->raising->actor);
	return SanctCallOwn(row->screening->extension, &function, values, nulls, &isnull);
}
