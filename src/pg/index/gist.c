/* The GiST operator classes of names: keys of leaves are readings, those of inner pages what is below them */
#include "postgres.h"

#include "access/gist.h"
#include "access/stratnum.h"
#include "fmgr.h"
#include "utils/rel.h"
#include "utils/sortsupport.h"

#include "name/node/bound.h"
#include "name/node/summary.h"
#include "name/reading/names.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/reading/unpack.h"
#include "name/weight.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/index/scan_notes.h"
#include "pg/type/checked.h"
#include "pg/type/read_name.h"
#include "pg/type/unicode.h"

PG_FUNCTION_INFO_V1(sanct_gist_compress);
PG_FUNCTION_INFO_V1(sanct_reading_gist_compress);
PG_FUNCTION_INFO_V1(sanct_gist_consistent);
PG_FUNCTION_INFO_V1(sanct_gist_distance);
PG_FUNCTION_INFO_V1(sanct_reading_gist_consistent);
PG_FUNCTION_INFO_V1(sanct_reading_gist_distance);
PG_FUNCTION_INFO_V1(sanct_gist_union);
PG_FUNCTION_INFO_V1(sanct_gist_penalty);
PG_FUNCTION_INFO_V1(sanct_gist_picksplit);
PG_FUNCTION_INFO_V1(sanct_gist_same);
PG_FUNCTION_INFO_V1(sanct_gist_sortsupport);

/*
 * An index key is a varlena: a leaf holds a reading, an inner key a summary.  Keys in a page may
 * have a short header and no alignment; both are bytes, so nothing is copied.
 */
#define KEY_DATA(d) ((const uint8 *) VARDATA_ANY(DatumGetPointer(d)))
#define KEY_SIZE(d) ((int) VARSIZE_ANY_EXHDR(DatumGetPointer(d)))

/* Make an index key of a leaf's or an inner node's bytes */
static Datum
MakeKey(const uint8 *data, int length)
{
	bytea	   *key = palloc(VARHDRSZ + length);

	SET_VARSIZE(key, VARHDRSZ + length);
	memcpy(VARDATA(key), data, length);
	return PointerGetDatum(key);
}

/* Refuse what is no key of this version */
static void
Refuse(Datum key)
{
	static const char hint[] = "Run REINDEX INDEX on it.";

	if (KEY_SIZE(key) > 0)
		SanctCheckReadingVersion(KEY_DATA(key)[0] & ~SM_SUMMARY_MARK, "the index", hint);
	ereport(ERROR,
			(errcode(ERRCODE_INDEX_CORRUPTED), errmsg("the index is damaged"),
			 errdetail("What it holds in place of a name is none."), errhint("%s", hint)));
}

/* The bytes of a key; of a leaf the reading's headers have been checked, or all of it */
static inline const uint8 *
GetKey(Datum key, bool all)
{
	const uint8 *data = KEY_DATA(key);
	Size		size = KEY_SIZE(key);
	bool		valid = size > 0;

	if (valid && SM_IS_SUMMARY(data))
		valid = sm_summary_valid(data, size);
	else if (valid)
		valid = all ? sm_reading_valid(data, size) : sm_reading_bounded(data, size);
	if (unlikely(!valid))
		Refuse(key);
	return data;
}

/* Make the key of an inner node, of at most room bytes */
static Datum
MakeInnerKey(const SmSummary *summary, int room)
{
	uint8		key[SM_SUMMARY_MAX];

	return MakeKey(key, sm_summary_pack(key, summary, room));
}

/* Is it the key of an inner node? */
static inline bool
IsInnerKey(Datum key)
{
	return KEY_SIZE(key) > 0 && SM_IS_SUMMARY(KEY_DATA(key));
}

/* What tuples may take of an index page */
#define PAGE_SPACE (BLCKSZ - SizeOfPageHeaderData - MAXALIGN(sizeof(GISTPageOpaqueData)))

/* Tuples that must fit into an inner page, or the tree cannot grow */
#define INNER_TUPLES 3

/*
 * Bytes that the key of an inner node may have beside the other columns of the index.  What is left
 * of columns of a fixed length goes to the others in equal shares; included ones are in leaves only.
 */
static int
InnerRoom(Relation index)
{
	TupleDesc	desc = RelationGetDescr(index);
	int			room = (int) (PAGE_SPACE / INNER_TUPLES - sizeof(ItemIdData)) / MAXIMUM_ALIGNOF * MAXIMUM_ALIGNOF -
		(int) MAXALIGN(sizeof(IndexTupleData) + sizeof(IndexAttributeBitMapData));
	int			shares = 0;

	for (int i = 0; i < IndexRelationGetNumberOfKeyAttributes(index); i++)
	{
		int			length = TupleDescAttr(desc, i)->attlen;

		if (length < 0)
			shares++;
		else
			room -= (int) MAXALIGN(length);
	}
	return room / Max(shares, 1) / MAXIMUM_ALIGNOF * MAXIMUM_ALIGNOF - VARHDRSZ;
}

/* Make the key of an inner node shorter where the index has several columns */
static GISTENTRY *
Narrow(GISTENTRY *entry)
{
	int			room = InnerRoom(entry->rel);
	GISTENTRY  *result;
	SmSummary	summary;

	if (KEY_SIZE(entry->key) <= room)
		return entry;
	result = palloc(sizeof(GISTENTRY));
	sm_summary_start(&summary);
	sm_summary_add(&summary, GetKey(entry->key, true));
	gistentryinit(*result, MakeInnerKey(&summary, room), entry->rel, entry->page, entry->offset, false);
	return result;
}

/* Lowest and highest sort key under a key */
static void
KeyRange(Datum key, uint32 *low, uint32 *high)
{
	const uint8 *data = GetKey(key, false);

	*low = SM_READING_SORT(data);
	*high = SM_IS_SUMMARY(data) ? SM_SUMMARY_HIGH(data) : *low;
}

/* Replace a leaf's value by its key */
static Datum
Compress(GISTENTRY *entry, const uint8 *reading, int length)
{
	GISTENTRY  *result = palloc(sizeof(GISTENTRY));

	if (InnerRoom(entry->rel) < SM_SUMMARY_LEAST)
		ereport(ERROR,
				(errcode(ERRCODE_TOO_MANY_COLUMNS),
				 errmsg("index \"%s\" has too many columns for one of them to be a name",
						RelationGetRelationName(entry->rel)),
				 errdetail("An inner page holds %d keys at least, in which a name takes %d bytes at least.",
						   INNER_TUPLES, SM_SUMMARY_LEAST),
				 errhint("Create an index for each name, or put other columns under INCLUDE.")));
	gistentryinit(*result, MakeKey(reading, length), entry->rel, entry->page, entry->offset, false);
	return PointerGetDatum(result);
}

Datum
sanct_gist_compress(PG_FUNCTION_ARGS)
{
	GISTENTRY  *entry = (GISTENTRY *) PG_GETARG_POINTER(0);
	uint8		reading[SM_READING_MAX];
	text	   *name;
	int			n;

	if (!entry->leafkey)
		PG_RETURN_POINTER(Narrow(entry));
	name = DatumGetTextPP(entry->key);
	n = SanctReadName(reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
	PG_RETURN_DATUM(Compress(entry, reading, n));
}

Datum
sanct_reading_gist_compress(PG_FUNCTION_ARGS)
{
	GISTENTRY  *entry = (GISTENTRY *) PG_GETARG_POINTER(0);
	SanctReading *r;
	const uint8 *reading;

	if (!entry->leafkey)
		PG_RETURN_POINTER(Narrow(entry));
	r = (SanctReading *) PG_DETOAST_DATUM(entry->key);
	reading = SanctGetReading(r);
	PG_RETURN_DATUM(Compress(entry, reading, r->reading_length));
}

/* A stored reading or query to look for, prepared */
static const SmProbe *
PrepareStored(FunctionCallInfo fcinfo, StoredReading stored)
{
	const SmProbe *query = SanctPrepareReading(fcinfo, stored);

	if (unlikely(SM_READING_UNICODE(query->query.reading) != SanctServerUnicode()))
		SanctNoteStoredUnicode(fcinfo, SM_READING_UNICODE(query->query.reading), stored.of_query);
	return query;
}

/* The query's reading and threshold: a sanct_query, the indexed type itself, or a text for readings */
static const SmProbe *
GetQuery(FunctionCallInfo fcinfo, bool of_readings, int *threshold)
{
	StrategyNumber strategy = (StrategyNumber) PG_GETARG_UINT16(2);

	*threshold = SM_THRESHOLD;
	if (strategy == QUERY_STRATEGY)
	{
		SanctQuery *query = PG_GETARG_SANCT_QUERY(1);
		StoredReading stored = OfQuery(query);

		*threshold = query->threshold;
		return PrepareStored(fcinfo, stored);
	}
	if (of_readings && strategy != TEXT_STRATEGY && strategy != TEXT_DISTANCE_STRATEGY)
		return PrepareStored(fcinfo, OfReading(PG_GETARG_SANCT_READING(1)));
	return SanctPrepareCached(fcinfo, PG_GETARG_TEXT_PP(1));
}

/* The key that a scan has come to, headers checked */
static inline const uint8 *
ScanKeyOf(FunctionCallInfo fcinfo, const GISTENTRY *entry, bool of_readings)
{
	const uint8 *key = GetKey(entry->key, false);

	if (unlikely(SM_READING_UNICODE(key) != SanctServerUnicode()))
		SanctNoteIndexUnicode(fcinfo, entry->rel, SM_READING_UNICODE(key), of_readings);
	return key;
}

/* The similarity of a leaf, or the bound of it below an inner key */
static int
KeySimilarity(const SmProbe *query, Datum key, const uint8 *data)
{
	int			similarity;

	if (SM_IS_SUMMARY(data))
		return sm_bound(query, data);
	similarity = sm_query_stored_similarity(&query->query, data, KEY_SIZE(key));
	if (unlikely(similarity == SM_DAMAGED))
		Refuse(key);
	return similarity;
}

/* Does a leaf match, could anything below an inner key? The key says all: no recheck */
static bool
Consistent(FunctionCallInfo fcinfo, bool of_readings)
{
	GISTENTRY  *entry = (GISTENTRY *) PG_GETARG_POINTER(0);
	bool	   *recheck = (bool *) PG_GETARG_POINTER(4);
	int			threshold;
	const SmProbe *query = GetQuery(fcinfo, of_readings, &threshold);
	const uint8 *key;
	int			matches;

	*recheck = false;
	key = ScanKeyOf(fcinfo, entry, of_readings);
	if (SM_IS_SUMMARY(key))
		return sm_bound_reaches(query, key, threshold);
	matches = sm_query_bounded_matches(&query->query, key, KEY_SIZE(entry->key), threshold);
	if (unlikely(matches == SM_DAMAGED))
		Refuse(entry->key);
	return matches;
}

/* Distance of a leaf, lower bound of it below an inner key */
static float8
Distance(FunctionCallInfo fcinfo, bool of_readings)
{
	GISTENTRY  *entry = (GISTENTRY *) PG_GETARG_POINTER(0);
	bool	   *recheck = (bool *) PG_GETARG_POINTER(4);
	int			threshold;
	const SmProbe *query = GetQuery(fcinfo, of_readings, &threshold);

	*recheck = false;
	return (float4) (1000 - KeySimilarity(query, entry->key, ScanKeyOf(fcinfo, entry, of_readings))) / 1000;
}

Datum
sanct_gist_consistent(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(Consistent(fcinfo, false));
}

Datum
sanct_reading_gist_consistent(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(Consistent(fcinfo, true));
}

Datum
sanct_gist_distance(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(Distance(fcinfo, false));
}

Datum
sanct_reading_gist_distance(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(Distance(fcinfo, true));
}

/* What a name that is inserted adds to a node, kept in fn_extra: on its way down all nodes are widened by it */
typedef struct Inserted
{
	int			length;
	uint8		reading[SM_READING_MAX];
	SmSummary	alone;
} Inserted;

/* What a leaf adds to a node */
static const SmSummary *
SummaryOfLeaf(FunctionCallInfo fcinfo, Datum leaf)
{
	const uint8 *reading = GetKey(leaf, true);
	Inserted   *inserted = fcinfo->flinfo->fn_extra;

	if (inserted == NULL)
	{
		inserted = MemoryContextAlloc(fcinfo->flinfo->fn_mcxt, sizeof(Inserted));
		inserted->length = -1;
		fcinfo->flinfo->fn_extra = inserted;
	}
	if (inserted->length != KEY_SIZE(leaf) || memcmp(inserted->reading, reading, KEY_SIZE(leaf)) != 0)
	{
		inserted->length = KEY_SIZE(leaf);
		memcpy(inserted->reading, reading, KEY_SIZE(leaf));
		sm_summary_start(&inserted->alone);
		sm_summary_add(&inserted->alone, reading);
	}
	return &inserted->alone;
}

/* A node's key widened by a leaf; the key itself if it holds all of the leaf */
static Datum
WidenByLeaf(FunctionCallInfo fcinfo, Datum node, Datum leaf)
{
	const uint8 *key = GetKey(node, true);
	const SmSummary *alone = SummaryOfLeaf(fcinfo, leaf);
	SmSummary	summary;

	if (sm_summary_covers(key, alone))
		return MakeKey(key, KEY_SIZE(node));
	sm_summary_start(&summary);
	sm_summary_add(&summary, key);
	sm_summary_merge(&summary, alone);
	return MakeInnerKey(&summary, SM_SUMMARY_MAX);
}

Datum
sanct_gist_union(PG_FUNCTION_ARGS)
{
	GistEntryVector *vector = (GistEntryVector *) PG_GETARG_POINTER(0);
	int		   *size = (int *) PG_GETARG_POINTER(1);
	SmSummary	summary;
	Datum		key;

	if (vector->n == 2 && IsInnerKey(vector->vector[0].key) && !IsInnerKey(vector->vector[1].key))
		key = WidenByLeaf(fcinfo, vector->vector[0].key, vector->vector[1].key);
	else
	{
		sm_summary_start(&summary);
		for (int i = 0; i < vector->n; i++)
			sm_summary_add(&summary, GetKey(vector->vector[i].key, true));
		key = MakeInnerKey(&summary, SM_SUMMARY_MAX);
	}
	*size = VARSIZE(DatumGetPointer(key));
	PG_RETURN_DATUM(key);
}

/* How far the new key lies outside the range of the old one: the tree is a B-tree by sort key */
Datum
sanct_gist_penalty(PG_FUNCTION_ARGS)
{
	GISTENTRY  *old = (GISTENTRY *) PG_GETARG_POINTER(0);
	GISTENTRY  *new = (GISTENTRY *) PG_GETARG_POINTER(1);
	float	   *penalty = (float *) PG_GETARG_POINTER(2);
	uint32		low;
	uint32		high;
	uint32		new_low;
	uint32		new_high;

	KeyRange(old->key, &low, &high);
	KeyRange(new->key, &new_low, &new_high);
	*penalty = 0;
	if (new_low < low)
		*penalty += (float) (low - new_low);
	if (new_high > high)
		*penalty += (float) (new_high - high);
	PG_RETURN_POINTER(penalty);
}

typedef struct SplitItem
{
	uint32		low;
	uint32		high;
	Size		space;			/* in the page, with its line pointer */
	OffsetNumber offset;
} SplitItem;

static int
CompareSplitItems(const void *a, const void *b)
{
	const SplitItem *x = a;
	const SplitItem *y = b;

	if (x->low != y->low)
		return x->low < y->low ? -1 : 1;
	if (x->high != y->high)
		return x->high < y->high ? -1 : 1;
	return (int) x->offset - (int) y->offset;
}

/* First item of another page when a page is filled with the items from there on */
static int
FillPage(const SplitItem *items, int n, int from, Size space)
{
	Size		used = 0;

	while (from < n && used + items[from].space <= space)
		used += items[from++].space;
	return from;
}

/*
 * First item of the right half.  A page that overflows is cut in the middle.  A sorted build
 * splits several full pages at once: the left half gets half of the pages, so that they stay full.
 */
static int
CutAt(const SplitItem *items, int n)
{
	Size		total = 0;
	int			cut = 0;

	for (int i = 0; i < n; i++)
		total += items[i].space;
	if (total <= PAGE_SPACE * 3 / 2)
		cut = FillPage(items, n, 0, total / 2);
	else
	{
		int			pages = (int) ((total + PAGE_SPACE - 1) / PAGE_SPACE);

		for (int page = 0; page < pages / 2; page++)
			cut = FillPage(items, n, cut, PAGE_SPACE);
	}
	return Max(1, Min(cut, n - 1));
}

/* Sort by sort key and cut */
Datum
sanct_gist_picksplit(PG_FUNCTION_ARGS)
{
	GistEntryVector *vector = (GistEntryVector *) PG_GETARG_POINTER(0);
	GIST_SPLITVEC *split = (GIST_SPLITVEC *) PG_GETARG_POINTER(1);
	int			n = vector->n - 1;
	int			cut;
	SplitItem  *items = palloc(n * sizeof(SplitItem));
	SmSummary	left;
	SmSummary	right;

	for (int i = 0; i < n; i++)
	{
		Datum		key;

		items[i].offset = (OffsetNumber) (FirstOffsetNumber + i);
		key = vector->vector[items[i].offset].key;
		KeyRange(key, &items[i].low, &items[i].high);
		items[i].space = MAXALIGN(sizeof(IndexTupleData) + VARSIZE_ANY(DatumGetPointer(key))) +
			sizeof(ItemIdData);
	}
	qsort(items, n, sizeof(SplitItem), CompareSplitItems);
	cut = CutAt(items, n);

	split->spl_left = palloc(n * sizeof(OffsetNumber));
	split->spl_right = palloc(n * sizeof(OffsetNumber));
	split->spl_nleft = split->spl_nright = 0;
	sm_summary_start(&left);
	sm_summary_start(&right);
	for (int i = 0; i < n; i++)
	{
		const uint8 *key = GetKey(vector->vector[items[i].offset].key, true);

		if (i < cut)
		{
			sm_summary_add(&left, key);
			split->spl_left[split->spl_nleft++] = items[i].offset;
		}
		else
		{
			sm_summary_add(&right, key);
			split->spl_right[split->spl_nright++] = items[i].offset;
		}
	}
	split->spl_ldatum = MakeInnerKey(&left, SM_SUMMARY_MAX);
	split->spl_rdatum = MakeInnerKey(&right, SM_SUMMARY_MAX);
	PG_RETURN_POINTER(split);
}

Datum
sanct_gist_same(PG_FUNCTION_ARGS)
{
	Datum		a = PG_GETARG_DATUM(0);
	Datum		b = PG_GETARG_DATUM(1);
	bool	   *result = (bool *) PG_GETARG_POINTER(2);

	*result = KEY_SIZE(a) == KEY_SIZE(b) && memcmp(KEY_DATA(a), KEY_DATA(b), KEY_SIZE(a)) == 0;
	PG_RETURN_POINTER(result);
}

/* Order of leaves for a build, which has just made them: they need no check */
static int
CompareGistKeys(Datum a, Datum b, SortSupport ssup)
{
	uint32		x = SM_READING_SORT(KEY_DATA(a));
	uint32		y = SM_READING_SORT(KEY_DATA(b));

	return x < y ? -1 : x > y;
}

Datum
sanct_gist_sortsupport(PG_FUNCTION_ARGS)
{
	SortSupport ssup = (SortSupport) PG_GETARG_POINTER(0);

	ssup->comparator = CompareGistKeys;
	PG_RETURN_VOID();
}
