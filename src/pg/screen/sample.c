/* Rows of a table drawn at random: all are read once, and each is as likely to be drawn as any other */
#include "postgres.h"

#include "pg/screen/sample.h"

#include <math.h>

#include "miscadmin.h"
#include "utils/memutils.h"

#include "pg/base/table_query.h"

/* Standard deviations that 99 of 100 samples keep within */
#define DEVIATIONS 2.576

/* A number below a limit: xorshift64*, Marsaglia's and Vigna's */
static uint64
Draw(RowSample *sample, uint64 limit)
{
	sample->state ^= sample->state >> 12;
	sample->state ^= sample->state << 25;
	sample->state ^= sample->state >> 27;
	return (sample->state * UINT64_C(2685821657736338717) >> 11) % limit;
}

/* Take a row, maybe in place of another one: Waterman's algorithm R */
static void
DrawRow(TupleTableSlot *slot, void *argument)
{
	RowSample  *sample = argument;
	int64		place = sample->count;
	MemoryContext old;

	CHECK_FOR_INTERRUPTS();
	sample->seen++;
	if (sample->count == sample->size)
		place = (int64) Draw(sample, sample->seen);
	if (place >= sample->size)
		return;
	old = MemoryContextSwitchTo(sample->context);
	if (sample->desc == NULL)
		sample->desc = CreateTupleDescCopy(slot->tts_tupleDescriptor);
	if (place < sample->count)
		pfree(sample->row[place]);
	else
	{
		if (sample->count > 0 && (sample->count & (sample->count - 1)) == 0)
			sample->row = repalloc_huge(sample->row, 2 * sample->count * sizeof(MinimalTuple));
		sample->count++;
	}
	sample->row[place] = ExecCopySlotMinimalTuple(slot);
	MemoryContextSwitchTo(old);
}

/* See sample.h */
void
SanctDrawRows(RowSample *sample, Relation subjects, const char *query, int64 size, uint64 seed)
{
	memset(sample, 0, sizeof(RowSample));
	sample->context = AllocSetContextCreate(CurrentMemoryContext, "sampled rows", ALLOCSET_DEFAULT_SIZES);
	sample->row = MemoryContextAlloc(sample->context, sizeof(MinimalTuple));
	sample->size = size;
	/* neighbouring seeds shall not draw alike */
	sample->state = (seed + 1) * UINT64_C(0x9E3779B97F4A7C15) | 1;
	for (int i = 0; i < 8; i++)
		(void) Draw(sample, 2);
	SanctRunTableQuery(SanctPlanTableQuery(subjects, query), DrawRow, sample);
}

/*
 * See sample.h.  Wilson's interval, narrower by what part of all the sample is; nothing is less than what was found,
 * nor more than that and all that was not drawn.
 */
void
SanctSampleInterval(const RowSample *sample, int64 rows, double *from, double *to)
{
	double		n = sample->count;
	double		all = sample->seen;
	double		z2 = all > 1 ? DEVIATIONS * DEVIATIONS * (all - n) / (all - 1) : 0;
	double		share = n > 0 ? rows / n : 0;
	double		middle = n > 0 ? (share + z2 / (2 * n)) / (1 + z2 / n) : 0;
	double		half = n > 0 ? sqrt(z2 * (share * (1 - share) / n + z2 / (4 * n * n))) / (1 + z2 / n) : 0;

	*from = all > 0 ? Max(middle - half, rows / all) : 0;
	*to = all > 0 ? Min(middle + half, (rows + all - n) / all) : 0;
}
