/* sanct_screen(): holds one name against the lists, as they are or were */
#include "postgres.h"
#include "fmgr.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/timestamp.h"

#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/list/entry_links.h"
#include "pg/list/loaded.h"
#include "pg/screen/asked.h"
#include "pg/screen/by_index.h"
#include "pg/screen/documents.h"
#include "pg/screen/hit.h"
#include "pg/screen/subject_facts.h"
#include "pg/screen/weigh.h"
#include "pg/type/threshold.h"
#include "pg/type/unread.h"

PG_FUNCTION_INFO_V1(sanct_screen);

/* Arguments of sanct_screen */
typedef enum Argument
{
	ARG_NAME, ARG_THRESHOLD, ARG_MAX_HITS, ARG_AS_OF, ARG_LISTS, ARG_TYPES, ARG_PROGRAMS, ARG_ON_EMPTY,
	ARG_FACTS, ARGUMENTS = ARG_FACTS + SUBJECT_FACTS
} Argument;

/* Add a row of the answer */
static void
AddHitRow(ReturnSetInfo *result, const Extension *extension, const text *name, ListHit *hit)
{
	Datum		values[HIT_VALUES];
	bool		nulls[HIT_VALUES];

	hit->linked = SanctLinkedEntries(extension, hit->name->entry->id);
	SanctTellHit(hit, name ? VARDATA_ANY(name) : NULL, name ? VARSIZE_ANY_EXHDR(name) : 0, values, nulls);
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/* Read the lists as they are or, past, were, and complain if they do not hold what is asked for */
static void
OpenLists(IndexSearch *search, FunctionCallInfo fcinfo, const ListFilter *filter)
{
	search->extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	search->past = filter->as_of != NULL;
	search->lists = SanctReadWholeLists(search->extension);
	if (search->past)
		search->lists = SanctReadLoadedLists(search->extension, filter->as_of);
	SanctCheckLoaded(search->extension, search->lists, filter);
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

/* Find the hits of a name, NULL for none, and weigh them by what else is known of the subject */
static void
SearchSubject(IndexSearch *search, FunctionCallInfo fcinfo, const ListFilter *filter, text *name)
{
	Weighing	weighing = {.extension = search->extension, .past = search->past};

	weighing.subject = SanctTakeFactArguments(fcinfo, ARG_FACTS);
	if (name != NULL)
	{
		SanctSearchIndex(search, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name),
						 SanctThousandthsOf(PG_GETARG_FLOAT8(ARG_THRESHOLD)));
		SanctWarnUnread(search->notes);
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
	IndexSearch search = {0};
	ListFilter	filter;
	text	   *name;

	SanctCheckArgumentCount(fcinfo, ARGUMENTS);
	SanctCheckScreening(PG_ARGISNULL(ARG_THRESHOLD), PG_ARGISNULL(ARG_MAX_HITS),
						PG_ARGISNULL(ARG_MAX_HITS) ? 0 : PG_GETARG_INT32(ARG_MAX_HITS));
	SanctReadPastFilter(&filter, fcinfo, ARG_AS_OF);
	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(ARG_NAME) && PG_ARGISNULL(ARG_FACTS + SUBJECT_DOCUMENTS))
		return (Datum) 0;
	name = PG_ARGISNULL(ARG_NAME) ? NULL : PG_GETARG_TEXT_PP(ARG_NAME);
	OpenLists(&search, fcinfo, &filter);
	SearchSubject(&search, fcinfo, &filter, name);
	for (int i = 0; i < Min(search.count, PG_GETARG_INT32(ARG_MAX_HITS)); i++)
		AddHitRow((ReturnSetInfo *) fcinfo->resultinfo, search.extension, name, &search.hits[i]);
	return (Datum) 0;
}
