/*
 * Alerts of what a run finds: one for each pair of a row and an entry that has none and has not been cleared
 *
 * They are made on the way and written at the end, or when they take as much memory as maintenance_work_mem allows:
 * from then on guards of the table wait that have something to alert of, see trail/alert_writers.h.
 */
#include "postgres.h"

#include "pg/run/raise.h"

#include "miscadmin.h"
#include "utils/memutils.h"

#include "pg/guard/columns.h"
#include "pg/guard/row_facts.h"
#include "pg/screen/facts.h"
#include "pg/trail/alert.h"
#include "pg/trail/alert_writers.h"
#include "pg/type/unread.h"

/* What alerts of a run say was done with the row */
#define RUN_ACTION "run"

/* Columns of a row as a JSON object, as guards write them */
static const char *
JsonOfPlaces(TupleTableSlot *slot, const List *places)
{
	bool		should_free;

	return places == NIL ? "{}" :
		SanctRowJson(ExecFetchSlotHeapTuple(slot, false, &should_free), slot->tts_tupleDescriptor, places);
}

/* Note an alert of a hit, with what facts say of it, or of an unread name, unless that has been cleared */
static void
NoteAlert(Raising *raising, SubjectHit *hit, const KnownFacts *known)
{
	MadeAlert	made;
	MemoryContext old;

	if (SanctIsCleared(hit, false))
	{
		raising->count[RUN_SUPPRESSED]++;
		return;
	}
	hit->fact_rows = hit->found ? SanctFactRows(hit->extension, known, hit->found) : NULL;
	SanctMakeAlert(&made, hit, RUN_ACTION, false, 0);
	if (raising->noted == NULL)
		raising->noted = AllocSetContextCreate(raising->context, "alerts of a run", ALLOCSET_DEFAULT_SIZES);
	old = MemoryContextSwitchTo(raising->noted);
	raising->alerts = lappend(raising->alerts, SanctCopyAlert(&made));
	MemoryContextSwitchTo(old);
}

/* Write one, which nobody else does meanwhile, unless it was cleared before that */
static RunCount
WriteOne(const MadeAlert *made)
{
	static const RunCount counted[] = {
		[ALERT_RAISED] = RUN_RAISED, [ALERT_REOPENED] = RUN_REOPENED, [ALERT_STANDING] = RUN_STANDING
	};

	return SanctIsMadeCleared(made) ? RUN_SUPPRESSED : counted[SanctWriteAlert(made)];
}

/* See raise.h */
void
SanctWriteNoted(Raising *raising)
{
	MemoryContext written = AllocSetContextCreate(CurrentMemoryContext, "written alert", ALLOCSET_DEFAULT_SIZES);
	MemoryContext old = MemoryContextSwitchTo(written);
	bool		alone = false;
	ListCell   *cell;

	foreach(cell, raising->alerts)
	{
		const MadeAlert *made = lfirst(cell);
		bool		stands = SanctAlertStands(made);

		CHECK_FOR_INTERRUPTS();
		/* for what stands nobody is kept out, nor anything written */
		if (!stands && !alone)
		{
			SanctKeepOutAlertWriters(made->extension, raising->subject);
			alone = true;
		}
		raising->count[stands ? RUN_STANDING : WriteOne(made)]++;
		MemoryContextReset(written);
	}
	MemoryContextSwitchTo(old);
	MemoryContextDelete(written);
	raising->alerts = NIL;
	if (raising->noted != NULL)
		MemoryContextReset(raising->noted);
}

/* Write what has been noted if it takes as much memory as maintenance has */
static void
WriteIfMany(Raising *raising)
{
	if (raising->noted != NULL && MemoryContextMemAllocated(raising->noted, true) >= (Size) maintenance_work_mem * 1024)
		SanctWriteNoted(raising);
}

/* See raise.h */
void
SanctRaiseFound(Screening *screening, TupleTableSlot *slot, const ScreenedName *name, const ListHit *hits, int count)
{
	Raising    *raising = screening->finder;
	SubjectHit	hit = {.extension = screening->extension, .subject = raising->subject, .run = raising->run,
	.actor = raising->actor, .notify = raising->notify};

	hit.key = JsonOfPlaces(slot, raising->key);
	hit.facts = JsonOfPlaces(slot, raising->facts);
	hit.threshold = screening->threshold;
	hit.name = name ? pnstrdup(name->text, name->length) : "";
	for (int i = 0; i < count; i++)
	{
		SmVerdict	verdict = hits[i].evidence ? hits[i].evidence->verdict : SM_VERDICT_POSSIBLE;

		if (verdict < raising->least && screening->unread_facts == NULL)
		{
			raising->count[RUN_RULED_OUT]++;
			continue;
		}
		raising->count[RUN_HITS]++;
		screening->hits++;
		hit.found = &hits[i];
		hit.unread_facts = screening->unread_facts;
		NoteAlert(raising, &hit, screening->weighing.subject);
	}
	WriteIfMany(raising);
	if (name == NULL || name->notes == 0 || !raising->unread)
		return;
	hit.found = NULL;
	hit.unread_facts = NULL;
	hit.unread = SanctWhyUnread(name->notes);
	NoteAlert(raising, &hit, NULL);
}
