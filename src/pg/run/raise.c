/* Alerts of what a run finds: one for each pair of a row and an entry that has none and has not been cleared */
#include "postgres.h"

#include "pg/run/raise.h"

#include "pg/guard/columns.h"
#include "pg/guard/row_facts.h"
#include "pg/screen/facts.h"
#include "pg/trail/alert.h"
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

/* Raise an alert of a hit, with what facts say of it, or of an unread name, unless that has been cleared */
static void
Raise(Raising *raising, SubjectHit *hit, const KnownFacts *known)
{
	static const RunCount counted[] = {
		[ALERT_RAISED] = RUN_RAISED, [ALERT_REOPENED] = RUN_REOPENED, [ALERT_STANDING] = RUN_STANDING
	};

	if (SanctIsCleared(hit, false))
	{
		raising->count[RUN_SUPPRESSED]++;
		return;
	}
	hit->fact_rows = hit->found ? SanctFactRows(hit->extension, known, hit->found) : NULL;
	raising->count[counted[SanctRecordAlert(hit, RUN_ACTION, false, 0)]]++;
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
		Raise(raising, &hit, screening->weighing.subject);
	}
	if (name == NULL || name->notes == 0 || !raising->unread)
		return;
	hit.found = NULL;
	hit.unread_facts = NULL;
	hit.unread = SanctWhyUnread(name->notes);
	Raise(raising, &hit, NULL);
}
