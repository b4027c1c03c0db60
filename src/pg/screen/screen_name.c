/* sanct_screen(): holds one name against the lists, as they are or were */
#include "postgres.h"
#include "fmgr.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/timestamp.h"

#include "name/reading/reading.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/list/loaded.h"
#include "pg/screen/asked.h"
#include "pg/screen/by_index.h"
#include "pg/screen/hit.h"
#include "pg/type/read_name.h"
#include "pg/type/threshold.h"
#include "pg/type/unread.h"

PG_FUNCTION_INFO_V1(sanct_screen);

/* Arguments of sanct_screen */
typedef enum Argument
{
	ARG_NAME, ARG_THRESHOLD, ARG_MAX_HITS, ARG_AS_OF, ARG_LISTS
} Argument;

/* Add a row of the answer */
static void
AddHitRow(ReturnSetInfo *result, const ListHit *hit)
{
	Datum		values[HIT_VALUES];
	bool		nulls[HIT_VALUES] = {false};

	SanctTellHit(hit, values);
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/* Warns of a name that could not be read wholly */
static void
WarnUnread(text *name)
{
	uint8		reading[SM_READING_MAX];
	unsigned	notes = 0;

	SanctReadNameNoted(reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), &notes);
	if (notes != 0)
		ereport(WARNING,
				(errcode(ERRCODE_SANCTIONS_UNREAD),
				 errmsg("the name could not be read wholly"),
				 errdetail("%s", SanctWhyUnread(notes)),
				 errhint("That nothing is found does not say that nobody of that name is listed.")));
}

/*
 * The entries of the lists that match a name, see its comment in SQL; a NULL name matches none, other NULLs
 * but those of as_of, lists and types are errors
 */
Datum
sanct_screen(PG_FUNCTION_ARGS)
{
	IndexSearch search = {0};
	ListFilter	filter;
	TimestampTz as_of;
	text	   *name;
	int			left;

	SanctCheckArgumentCount(fcinfo, 7);
	SanctCheckScreening(PG_ARGISNULL(ARG_THRESHOLD), PG_ARGISNULL(ARG_MAX_HITS),
						PG_ARGISNULL(ARG_MAX_HITS) ? 0 : PG_GETARG_INT32(ARG_MAX_HITS));
	SanctReadListFilter(&filter, fcinfo, ARG_LISTS);
	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(ARG_NAME))
		return (Datum) 0;
	name = PG_GETARG_TEXT_PP(ARG_NAME);
	search.extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	search.past = !PG_ARGISNULL(ARG_AS_OF);
	as_of = search.past ? PG_GETARG_TIMESTAMPTZ(ARG_AS_OF) : 0;
	search.lists = SanctReadWholeLists(search.extension);
	if (search.past)
		search.lists = SanctReadLoadedLists(search.extension, &as_of);
	SanctCheckLoaded(search.lists, &filter, search.past ? &as_of : NULL);
	WarnUnread(name);
	SanctSearchIndex(&search, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name),
					 SanctThousandthsOf(PG_GETARG_FLOAT4(ARG_THRESHOLD)));
	left = PG_GETARG_INT32(ARG_MAX_HITS);
	for (int i = 0; i < search.count && left > 0; i++)
		if (SanctTakesHit(&filter, &search.hits[i]))
		{
			AddHitRow((ReturnSetInfo *) fcinfo->resultinfo, &search.hits[i]);
			left--;
		}
	return (Datum) 0;
}
