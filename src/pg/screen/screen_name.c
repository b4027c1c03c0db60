/* sanct_screen(): holds one name against the lists, as they are or were */
#include "postgres.h"
#include "fmgr.h"
#include "funcapi.h"

#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/list/entry_links.h"
#include "pg/list/loaded.h"
#include "pg/screen/asked.h"
#include "pg/screen/by_index.h"
#include "pg/screen/documents.h"
#include "pg/screen/hit.h"
#include "pg/screen/kept_lists.h"
#include "pg/screen/listed.h"
#include "pg/screen/subject_facts.h"
#include "pg/screen/weigh.h"
#include "pg/type/read_name.h"
#include "pg/type/threshold.h"
#include "pg/type/unread.h"

PG_FUNCTION_INFO_V1(sanct_screen);

/* Arguments of sanct_screen */
typedef enum Argument
{
	ARG_NAME, ARG_THRESHOLD, ARG_MAX_HITS, ARG_AS_OF, ARG_LISTS, ARG_TYPES, ARG_PROGRAMS, ARG_ON_EMPTY,
	ARG_WEAK, ARG_FACTS, ARGUMENTS = ARG_FACTS + SUBJECT_FACTS
} Argument;

/* Add a row of the answer */
static void
AddHitRow(ReturnSetInfo *result, const IndexSearch *search, const text *name, ListHit *hit)
{
	SubjectField field;
	Datum		values[HIT_VALUES];
	bool		nulls[HIT_VALUES];

	hit->linked = SanctLinkedEntries(search->extension, hit->name->entry->id);
	if (name != NULL)
		field = (SubjectField) {VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), search->named};
	SanctTellHit(hit, name ? &field : NULL, values, nulls);
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/*
 * Find the lists as they are, in memory if they are ready or so many names are looked up that it pays, or, past, were;
 * and complain if they do not hold what is asked for.  Returns those in memory, NULL: none
 */
static MemoryLists *
OpenLists(IndexSearch *search, FunctionCallInfo fcinfo, const ListFilter *filter)
{
	Oid			function = fcinfo->flinfo->fn_oid;
	MemoryLists *ready = NULL;

	search->extension = SanctExtensionOf(function);
	search->past = filter->as_of != NULL;
	if (!search->past)
		ready = SanctGetReadyLists(function, SanctThousandthsOf(PG_GETARG_FLOAT8(ARG_THRESHOLD)));
	search->lists = ready != NULL ? SanctLoadedOf(ready) : SanctReadWholeLists(search->extension);
	if (search->past)
		search->lists = SanctReadLoadedLists(search->extension, filter->as_of);
	SanctCheckLoaded(search->extension, search->lists, filter);
	return ready;
}

/* Tell that a name is blank, once a statement: it may look up the names of a whole column */
static void
TellBlank(FunctionCallInfo fcinfo)
{
	if (fcinfo->flinfo->fn_extra == NULL)
		SanctWarnBlank();
	fcinfo->flinfo->fn_extra = fcinfo->flinfo;
}

/* Find the names that match and rank their entries */
static void
SearchName(IndexSearch *search, MemoryLists *ready, text *name, int threshold, bool strong)
{
	const char *text = VARDATA_ANY(name);
	int			length = VARSIZE_ANY_EXHDR(name);

	search->strong = strong;
	if (ready == NULL)
	{
		SanctSearchIndex(search, text, length, threshold);
		return;
	}
	(void) SanctReadScreened(search->reading, text, length, search->named, &search->notes);
	search->count = search->allocated = SanctFindListed(ready, search->reading, threshold, strong,
													   &search->hits);
}

/* Leave the hits that are asked for */
static void
FilterHits(IndexSearch *search, const ListFilter *filter)
{
	int			n = 0;

	for (int i = 0; i < search->count; i++)
		if (SanctTakesHit(filter, &search->hits[i]))
			search->hits[n++] = search->hits[i];
	search->count = n;
}

/* Open the lists, find the hits of a name, NULL for none, and weigh them by what else is known of the subject */
static void
SearchSubject(IndexSearch *search, FunctionCallInfo fcinfo, const ListFilter *filter, text *name)
{
	MemoryLists *ready = OpenLists(search, fcinfo, filter);
	Weighing	weighing = {.extension = search->extension, .past = search->past};

	weighing.subject = SanctTakeFactArguments(fcinfo, ARG_FACTS);
	search->named = SanctNamedOf(weighing.subject);
	if (name != NULL)
	{
		SearchName(search, ready, name, SanctThousandthsOf(PG_GETARG_FLOAT8(ARG_THRESHOLD)), filter->strong);
		SanctWarnUnread(search->notes);
		if (SanctIsBlank(search->reading, search->notes))
			TellBlank(fcinfo);
		FilterHits(search, filter);
		SanctWeighHits(&weighing, search->hits, search->count);
		weighing.name = search->reading;
	}
	if (weighing.subject->facts.documents > 0)
	{
		SanctSearchDocuments(search, &weighing);
		FilterHits(search, filter);
	}
}

/*
 * The entries of the lists that match a name or have a document, see its comment in SQL; a NULL name matches none,
 * other NULLs but those of as_of, lists, types and facts are errors
 */
Datum
sanct_screen(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	IndexSearch search = {0};
	ListFilter	filter;
	text	   *name;

	SanctCheckArgumentCount(fcinfo, ARGUMENTS);
	SanctCheckScreening(PG_ARGISNULL(ARG_THRESHOLD), PG_ARGISNULL(ARG_MAX_HITS),
						PG_ARGISNULL(ARG_MAX_HITS) ? 0 : PG_GETARG_INT32(ARG_MAX_HITS));
	SanctReadPastFilter(&filter, fcinfo, ARG_AS_OF);
	SanctReadWeak(&filter, fcinfo, ARG_WEAK);
	if (result == NULL || !(result->allowedModes & SFRM_Materialize))
		InitMaterializedSRF(fcinfo, 0); /* complains */
	result->returnMode = SFRM_Materialize;
	if (PG_ARGISNULL(ARG_NAME) && PG_ARGISNULL(ARG_FACTS + SUBJECT_DOCUMENTS))
		return (Datum) 0;
	name = PG_ARGISNULL(ARG_NAME) ? NULL : PG_GETARG_TEXT_PP(ARG_NAME);
	SearchSubject(&search, fcinfo, &filter, name);
	/* most names are nobody's: without a table nothing is returned */
	if (search.count > 0)
		InitMaterializedSRF(fcinfo, 0);
	for (int i = 0; i < Min(search.count, PG_GETARG_INT32(ARG_MAX_HITS)); i++)
		AddHitRow(result, &search, name, &search.hits[i]);
	return (Datum) 0;
}
