/* Hold the names of a row against the lists, and act on what is found, or on what could not be read */
#include "postgres.h"

#include "pg/guard/screen_row.h"

#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#include "name/reading/reading.h"
#include "pg/base/compat.h"
#include "pg/guard/columns.h"
#include "pg/guard/options.h"
#include "pg/guard/row_facts.h"
#include "pg/guard/stop.h"
#include "pg/screen/asked.h"
#include "pg/screen/by_index.h"
#include "pg/screen/hit.h"
#include "pg/screen/listed.h"
#include "pg/screen/text_finder.h"
#include "pg/trail/alert.h"
#include "pg/trail/quarantined.h"
#include "pg/type/explain.h"
#include "pg/type/read_name.h"
#include "pg/type/unread.h"

/* Does the guard fail the statement?  So does a quarantine that cannot keep the row out */
static bool
Stops(const Guard *guard)
{
	return guard->options->action == GUARD_BLOCK ||
		(guard->options->action == GUARD_QUARANTINE && guard->blocks_for != NULL);
}

/* A row that is being screened */
typedef struct ScreenedRow
{
	Guard	   *guard;
	HeapTuple	row;
	AttrNumber	column;			/* where the name begins, 0: it is not known */
	const char *key;			/* JSON, made with the first hit: which row, and what else is screened */
	const char *facts;
	int64		quarantine_id;	/* of the row as it has been stored, 0: it has not */
	RowFacts	known;			/* what hits are weighed by */
	int64	   *found;			/* entries that names have found, where documents may find others */
	int			nfound;
	List	   *readings;		/* of uint8 *, of the names, where documents may find others */
	int			counted;		/* what has been acted on */
} ScreenedRow;

/* Do with a hit what the guard shall, unless it has been cleared */
static void
ActOnHit(ScreenedRow *screened, SubjectHit *hit)
{
	Guard	   *guard = screened->guard;
	const GuardOptions *options = guard->options;
	TupleDesc	desc = RelationGetDescr(guard->relation);

	hit->extension = guard->extension;
	hit->threshold = options->threshold;
	hit->subject = guard->subject;
	hit->guard = guard->trigger->tg_trigger->tgname;
	hit->column = screened->column;
	hit->notify = options->notify;
	if (screened->key == NULL)
	{
		screened->key = SanctRowJson(screened->row, desc, options->key);
		screened->facts = options->facts ? SanctRowJson(screened->row, desc, options->facts) : "{}";
	}
	hit->key = screened->key;
	hit->facts = screened->facts;
	hit->unread_facts = screened->known.unread;
	if (SanctIsCleared(hit, options->four_eyes))
		return;
	screened->counted++;
	if (options->action == GUARD_MARK)
		return;
	if (Stops(guard))
	{
		SanctStopRow(guard, hit);
		return;
	}
	if (options->action == GUARD_QUARANTINE && screened->quarantine_id == 0)
		screened->quarantine_id = SanctStoreQuarantined(guard->extension, guard->subject, guard->operation, hit->key,
														SanctRowJson(screened->row, desc, NIL));
	PushActiveSnapshot(GetLatestSnapshot());
	hit->fact_rows = hit->found ? SanctFactRows(guard->extension, &screened->known.known, hit->found) : NULL;
	PopActiveSnapshot();
	SanctRecordAlert(hit, SanctGuardActions[options->action], options->four_eyes, screened->quarantine_id);
}

/* Find the entries that match a name, in the lists in memory or through the index; returns how many */
static int
FindHits(const ScreenedRow *screened, const uint8 *reading, const char *name, ListHit **hits)
{
	const Guard *guard = screened->guard;
	const GuardOptions *options = guard->options;
	int			n;

	if (guard->lists)
		return SanctFindListed(guard->lists, reading, options->threshold, options->strong, hits);
	PushActiveSnapshot(GetLatestSnapshot());
	n = SanctFindListedByIndex(guard->extension, name, SanctNamedOf(&screened->known.known), options->threshold,
							   options->strong, hits);
	PopActiveSnapshot();
	return n;
}

/* Act on an entry that matches a name, or has a document, if it is of the lists and types that are looked at */
static void
ActOnEntry(ScreenedRow *screened, char *name, const uint8 *reading, const ListHit *found)
{
	const GuardOptions *options = screened->guard->options;
	const ListedEntry *entry = found->name->entry;
	SubjectHit	hit = {.name = name, .found = found};

	if (!SanctIsAsked(options->lists, entry->from->code) ||
		!SanctIsAsked(options->types, text_to_cstring(entry->type)) ||
		!SanctDoesCount(screened->guard, &screened->known, found))
		return;
	hit.tier = reading ? SanctTierOf(found->name->reading->data, reading, options->threshold) : TIER_DOCUMENT;
	ActOnHit(screened, &hit);
}

/* Act on what could not be read, unless it may pass */
static void
ActOnUnread(ScreenedRow *screened, char *name, const char *why)
{
	SubjectHit	hit = {.name = name, .unread = why};

	if (!screened->guard->options->pass_unread)
		ActOnHit(screened, &hit);
}

/* Note an entry that a name has found */
static void
NoteFound(ScreenedRow *screened, int64 entry)
{
	screened->found = screened->nfound == 0 ? palloc(sizeof(int64)) :
		repalloc(screened->found, (screened->nfound + 1) * sizeof(int64));
	screened->found[screened->nfound++] = entry;
}

static bool
IsFound(const ScreenedRow *screened, int64 entry)
{
	for (int i = 0; i < screened->nfound; i++)
		if (screened->found[i] == entry)
			return true;
	return false;
}

/* Hold a name against the lists; what of it cannot be read counts as well */
static void
ScreenName(ScreenedRow *screened, char *name)
{
	const Guard *guard = screened->guard;
	uint8		reading[SM_READING_MAX];
	unsigned	notes;
	ListHit    *hits;
	int			n;

	(void) SanctReadScreened(reading, name, strlen(name), SanctNamedOf(&screened->known.known), &notes);
	n = FindHits(screened, reading, name, &hits);
	if (guard->options->weighed.documents)
		screened->readings = lappend(screened->readings, memcpy(palloc(SM_READING_MAX), reading, SM_READING_MAX));
	SanctWeighRowHits(guard, &screened->known, hits, n);
	for (int i = 0; i < n; i++)
	{
		if (guard->options->weighed.documents)
			NoteFound(screened, hits[i].name->entry->id);
		ActOnEntry(screened, name, reading, &hits[i]);
		if (guard->options->action == GUARD_MARK && screened->counted > 0)
			return;
	}
	if (notes != 0)
		ActOnUnread(screened, name, SanctWhyUnread(notes));
}

/* Look for listed names in a text; each counts as the name of the row by itself, words nobody looked at as the text */
static void
ScreenText(ScreenedRow *screened, char *content)
{
	const Guard *guard = screened->guard;
	ListFilter	filter = {.unseen = true, .strong = guard->options->strong};
	FoundNames	found;

	SanctFindInText(&found, guard->lists, &filter, guard->options->threshold, content, (int) strlen(content));
	for (int i = 0; i < found.count; i++)
	{
		char	   *name = pnstrdup(found.name[i].text, found.name[i].text_length);
		uint8		reading[SM_READING_MAX];

		(void) SanctReadScreened(reading, name, strlen(name), SM_NAMED_UNKNOWN, NULL);
		ActOnEntry(screened, name, reading, &found.name[i].hit);
		if (guard->options->action == GUARD_MARK && screened->counted > 0)
			return;
	}
	if (found.unread > 0)
		ActOnUnread(screened, content, "Words of it are in scripts that names are not looked for in.");
}

/* Act on entries that only documents have found; they stand under the row's first name */
static void
ScreenDocuments(ScreenedRow *screened)
{
	char	   *name = "";
	ListHit    *hits;
	int			n = SanctFindRowDocuments(screened->guard, &screened->known, screened->readings, &hits);
	ListCell   *cell;

	foreach(cell, screened->guard->options->names)
	{
		char	   *own = SanctRowName(lfirst(cell), screened->row, RelationGetDescr(screened->guard->relation));

		if (own != NULL && name[0] == '\0')
			name = own;
	}
	for (int i = 0; i < n; i++)
		if (!IsFound(screened, hits[i].name->entry->id))
			ActOnEntry(screened, name, NULL, &hits[i]);
}

/* See screen_row.h */
int
SanctScreenRow(Guard *guard, HeapTuple row)
{
	ScreenedRow screened = {.guard = guard, .row = row};
	ListCell   *cell;

	SanctReadRowFacts(guard, row, &screened.known);
	foreach(cell, guard->options->names)
	{
		const GuardName *names = lfirst(cell);
		char	   *name = SanctRowName(names, row, RelationGetDescr(guard->relation));

		screened.column = linitial_int(names->columns);
		if (name && guard->options->texts)
			ScreenText(&screened, name);
		else if (name)
			ScreenName(&screened, name);
	}
	screened.column = 0;
	if (guard->options->action != GUARD_MARK || screened.counted == 0)
		ScreenDocuments(&screened);
	return screened.counted;
}

/* See screen_row.h */
void
SanctScreenStatement(Guard *guard)
{
	TupleTableSlot *slot = MakeSingleTupleTableSlot(RelationGetDescr(guard->relation), &TTSOpsMinimalTuple);
	MemoryContext rows = AllocSetContextCreate(CurrentMemoryContext, "guarded row", ALLOCSET_DEFAULT_SIZES);
	Tuplestorestate *written = guard->trigger->tg_newtable;

	tuplestore_rescan(written);
	while (tuplestore_gettupleslot(written, true, false, slot))
	{
		MemoryContext old = MemoryContextSwitchTo(rows);
		int			told = list_length(guard->flagged);
		bool		should_free;

		CHECK_FOR_INTERRUPTS();
		(void) SanctScreenRow(guard, ExecFetchSlotHeapTuple(slot, false, &should_free));
		MemoryContextSwitchTo(old);
		/* what will be told of flagged rows stays */
		if (list_length(guard->flagged) == told)
			MemoryContextReset(rows);
		else
			rows = AllocSetContextCreate(CurrentMemoryContext, "guarded row", ALLOCSET_DEFAULT_SIZES);
	}
	ExecDropSingleTupleTableSlot(slot);
	SanctStopStatement(guard);
}
