/*
 * sanct_near(): why nothing was found: the entries whose names come nearest to a name and do not match, each with what
 * is wanting
 *
 * An entry whose name does match is told with what keeps it out of the answer of sanct_screen: it is not among the
 * lists and types that were asked for, or it is no longer listed.  Names that have no kind of reading in common are
 * near where one has all words of the other: a company that is called by a person's name.
 */
#include "postgres.h"
#include "fmgr.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/builtins.h"

#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/words/align.h"
#include "name/words/named.h"
#include "name/words/relation.h"
#include "name/words/weights.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/list/entry_type.h"
#include "pg/screen/asked.h"
#include "pg/screen/by_index.h"
#include "pg/screen/hit.h"
#include "pg/screen/kept_lists.h"
#include "pg/screen/listed.h"
#include "pg/type/bits.h"
#include "pg/type/checked.h"
#include "pg/type/explain.h"
#include "pg/type/read_name.h"
#include "pg/type/threshold.h"
#include "pg/type/unread.h"

PG_FUNCTION_INFO_V1(sanct_near);

/* Arguments */
typedef enum Argument
{
	ARG_NAME, ARG_MAX_HITS, ARG_THRESHOLD, ARG_AS_OF, ARG_LISTS, ARG_TYPES, ARG_PROGRAMS, ARG_ON_EMPTY, ARG_WEAK,
	ARGUMENTS
} Argument;

/* Columns of the answer */
#define NEAR_COLUMNS 10
/* Most entries that are told, and that are kept until those that are found are left out */
#define NEAR_MOST 100
#define NEAR_KEPT 200
/*
 * Ranks: thousandths of similarity are above the first, thousandths of a share that is not above 0 below it.  What is
 * less than RANK_NEAR is not near, and told only if nothing else is; words of which none agrees come behind all that
 * have one, as much lower as RANK_STRANGE; what cannot be compared is never told.
 */
#define RANK_SIMILAR 10000
#define RANK_NEAR (-600)
#define RANK_STRANGE 10000
#define RANK_ALIKE (-RANK_STRANGE + 1)
#define RANK_LEAST (-2 * RANK_STRANGE + 1)
#define RANK_NEVER (-2 * RANK_STRANGE)
/* So many are told, however far they are: a silence can be checked */
#define NEAR_ALWAYS 3
/* A body or ship that is read as a Korean person's name is as a rule none: it is told from this similarity on */
#define LIKELY_KOREAN_THING 400
/* Names between two looks for an interrupt */
#define NAMES_AT_ONCE 1024

/* An entry by the name of it that is nearest */
typedef struct NearName
{
	const ListedName *name;
	int			rank;			/* see RankOf */
} NearName;

/* The nearest entries so far, the nearest first, each once */
typedef struct Nearest
{
	NearName	found[NEAR_KEPT];
	int			count;
	int			most;
	int			threshold;
	ListFilter	filter;
	uint8		reading[SM_READING_MAX];	/* of the name, as screening reads it */
	uint8		whole[SM_READING_MAX];	/* the same as words, for what has no kind of reading in common with it */
} Nearest;

/* Does the name have all words of a listed name that has two or more? */
static bool
HasAllWords(const Nearest *nearest, const SanctReading *listed)
{
	uint8		words[SM_READING_MAX];
	SmWordsPart parts[SM_WORDS_PARTS];
	int			equal = 0;
	int			n;

	(void) SanctReadListed(words, SANCT_READING_NAME(listed), SANCT_READING_NAME_LENGTH(listed), SM_NAMED_THING);
	if (!SM_HAS_WORDS(words) || !SM_HAS_WORDS(nearest->whole))
		return false;
	n = sm_words_explain(parts, SM_WORDS_PART(nearest->whole), SM_WORDS_PART(words));
	for (int i = 0; i < n; i++)
	{
		if (parts[i].relation == SM_WORDS_EQUAL)
			equal++;
		else if (parts[i].count[1] > 0)
			return false;
	}
	return equal >= 2;
}

/* Is a name compared as a Korean person's that is one of a body or ship, without being much alike? */
static bool
IsUnlikelyKorean(const ListedName *name, const SmSum *sum, int similarity)
{
	return sum->kind == SM_KIND_KOREAN && similarity < LIKELY_KOREAN_THING &&
		SanctNamedBy(name->entry->type) == SM_NAMED_THING;
}

/* Has no word of one side one on the other that agrees with it? */
static bool
IsStrange(const SmSum *sum)
{
	SmWordsPart parts[SM_WORDS_PARTS];
	int			n;

	if (sum->kind != SM_KIND_WORDS)
		return false;
	n = sm_words_explain(parts, SM_WORDS_PART(sum->reading[0]), SM_WORDS_PART(sum->reading[1]));
	for (int i = 0; i < n; i++)
		if (parts[i].relation < SM_WORDS_MISSING && parts[i].weight > SM_PARTICLE_BITS)
			return false;
	return true;
}

/* Is there room among the nearest for a rank? */
static bool
HasRoom(const Nearest *nearest, int rank)
{
	return nearest->count < NEAR_KEPT || nearest->found[nearest->count - 1].rank < rank;
}

/* How near a listed name is: by similarity, where that is 0 by the share of its weight, which is not above 0 */
static int
RankOf(const Nearest *nearest, const ListedName *name)
{
	int			similarity = sm_similarity(name->reading->data, nearest->reading);
	SmSum		sum;
	int64		self;
	int			rank;

	if (similarity >= LIKELY_KOREAN_THING)
		return RANK_SIMILAR + similarity;
	sm_sum(&sum, name->reading->data, nearest->reading);
	if (sum.kind == 0)
		return HasAllWords(nearest, name->reading) ? RANK_SIMILAR : RANK_NEVER;
	if (IsUnlikelyKorean(name, &sum, similarity))
		return RANK_NEVER;
	if (similarity > 0)
		return RANK_SIMILAR + similarity;
	self = (int64) sum.self[0] + sum.self[1] + sum.price[0] + sum.price[1];
	if (self <= 0)
		return RANK_NEVER;
	rank = (int) Max((int64) 2000 * sum.weight / self, RANK_ALIKE);
	return HasRoom(nearest, rank) && IsStrange(&sum) ? rank - RANK_STRANGE : rank;
}

/* Take an entry out, if it is there by a name that is less near; false if by one that is as near */
static bool
TakeOut(Nearest *nearest, const ListedEntry *entry, int rank)
{
	for (int i = 0; i < nearest->count; i++)
		if (nearest->found[i].name->entry->id == entry->id)
		{
			if (nearest->found[i].rank >= rank)
				return false;
			memmove(&nearest->found[i], &nearest->found[i + 1], (nearest->count - i - 1) * sizeof(NearName));
			nearest->count--;
			return true;
		}
	return true;
}

/* Put a name among the nearest, where it belongs */
static void
PutIn(Nearest *nearest, const ListedName *name, int rank)
{
	int			at;

	if (rank < RANK_LEAST || !HasRoom(nearest, rank) || !TakeOut(nearest, name->entry, rank))
		return;
	at = nearest->count;
	while (at > 0 && nearest->found[at - 1].rank < rank)
		at--;
	if (nearest->count == NEAR_KEPT)
		nearest->count--;
	memmove(&nearest->found[at + 1], &nearest->found[at], (nearest->count - at) * sizeof(NearName));
	nearest->found[at] = (NearName) {SanctCopyName(name), rank};
	nearest->count++;
}

/* Is an entry one that sanct_screen finds? */
static bool
IsScreened(const Nearest *nearest, const ListedName *name, int rank)
{
	ListHit		hit = {.name = name};

	return rank >= RANK_SIMILAR + nearest->threshold && SanctTakesHit(&nearest->filter, &hit);
}

/* Drop entries that sanct_screen finds, one name of which is enough, those beyond what is asked for, and far ones */
static void
DropFound(Nearest *nearest)
{
	int			n = 0;

	for (int i = 0; i < nearest->count; i++)
		if (!IsScreened(nearest, nearest->found[i].name, nearest->found[i].rank))
			nearest->found[n++] = nearest->found[i];
	nearest->count = Min(n, nearest->most);
	while (nearest->count > NEAR_ALWAYS && nearest->found[nearest->count - 1].rank < RANK_NEAR)
		nearest->count--;
}

/* Is a name looked at?  It must be shown, and be asked for or match */
static bool
IsLookedAt(const Nearest *nearest, const ListedName *name, int rank)
{
	static const ListFilter shown = {.lists = NIL};
	ListHit		hit = {.name = name};

	return SanctTakesHit(rank >= RANK_SIMILAR + nearest->threshold ? &shown : &nearest->filter, &hit);
}

/* Look through all names; entries that sanct_screen finds are counted in */
static void
LookThrough(Nearest *nearest, MemoryLists *lists)
{
	uint32		count = SanctCountListedNames(lists);

	for (uint32 i = 0; i < count; i++)
	{
		NamedEntry	named;
		const ListedName *name = SanctTakeListedName(lists, i, &named);
		int			rank = RankOf(nearest, name);

		if (i % NAMES_AT_ONCE == 0)
			CHECK_FOR_INTERRUPTS();
		if (rank >= RANK_LEAST && IsLookedAt(nearest, name, rank))
			PutIn(nearest, name, rank);
	}
}

/* Why an entry is not among the hits of sanct_screen */
static const char *
WhyNotFound(const Nearest *nearest, const NearName *near, bool delisted)
{
	if (delisted)
		return "it matches, but is no longer listed";
	if (near->rank >= RANK_SIMILAR + nearest->threshold)
	{
		const ListedEntry *entry = near->name->entry;
		ListHit		hit = {.name = near->name};
		ListFilter	any = nearest->filter;

		any.strong = false;
		if (!SanctIsAsked(nearest->filter.lists, entry->from->code))
			return "it matches, but its list was not asked for";
		if (!SanctIsAsked(nearest->filter.types, text_to_cstring(entry->type)))
			return "it matches, but entries of its type were not asked for";
		return SanctTakesHit(&any, &hit) ? "it matches, but by a weak name, which was not asked for" :
			"it matches, but its programs were not asked for";
	}
	if (near->rank == RANK_SIMILAR)
		return "it has all words of the listed name, and further ones that make it a name of something else, which may "
			"be called after it or belong to it: that only a look at both can tell";
	return SanctWhyNot(nearest->reading, near->name->reading->data, nearest->threshold);
}

/* Add a row of the answer */
static void
TellNear(ReturnSetInfo *result, const Nearest *nearest, const NearName *near, bool delisted)
{
	const ListedEntry *entry = near->name->entry;
	const SanctReading *reading = near->name->reading;
	Datum		values[NEAR_COLUMNS];
	bool		nulls[NEAR_COLUMNS] = {false};

	values[0] = Int64GetDatum(entry->id);
	values[1] = PointerGetDatum(entry->list);
	values[2] = PointerGetDatum(entry->uid);
	values[3] = PointerGetDatum(entry->type);
	values[4] = PointerGetDatum(entry->primary_name);
	values[5] = PointerGetDatum(cstring_to_text_with_len(SANCT_READING_NAME(reading),
														 SANCT_READING_NAME_LENGTH(reading)));
	values[6] = Float4GetDatum((float4) sm_similarity(reading->data, nearest->reading) / 1000);
	values[7] = Float4GetDatum(SanctBits(sm_weight(reading->data, nearest->reading)));
	values[8] = CStringGetTextDatum(SanctTierOf(nearest->reading, reading->data, nearest->threshold));
	values[9] = CStringGetTextDatum(WhyNotFound(nearest, near, delisted));
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/* Tell of entries that match and are no longer listed */
static void
TellDelisted(ReturnSetInfo *result, const Nearest *nearest, FunctionCallInfo fcinfo)
{
	IndexSearch search = {.delisted = true};
	text	   *name = PG_GETARG_TEXT_PP(ARG_NAME);
	int			told = 0;

	search.extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	search.lists = SanctReadWholeLists(search.extension);
	SanctSearchIndex(&search, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), nearest->threshold);
	for (int i = 0; i < search.count && told < nearest->most; i++)
	{
		NearName	near = {search.hits[i].name, 0};

		if (!SanctTakesHit(&nearest->filter, &search.hits[i]))
			continue;
		TellNear(result, nearest, &near, true);
		told++;
	}
}

/* Read the arguments; NULLs but those of lists and types are errors */
static void
ReadArguments(Nearest *nearest, FunctionCallInfo fcinfo)
{
	int32		most;

	SanctCheckScreening(PG_ARGISNULL(ARG_THRESHOLD), PG_ARGISNULL(ARG_MAX_HITS),
						PG_ARGISNULL(ARG_MAX_HITS) ? 0 : PG_GETARG_INT32(ARG_MAX_HITS));
	most = PG_GETARG_INT32(ARG_MAX_HITS);
	nearest->threshold = SanctThousandthsOf(PG_GETARG_FLOAT8(ARG_THRESHOLD));
	SanctReadPastFilter(&nearest->filter, fcinfo, ARG_AS_OF);
	SanctReadWeak(&nearest->filter, fcinfo, ARG_WEAK);
	if (most > NEAR_MOST)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("max_hits must be at most %d here", NEAR_MOST),
				 errhint("Screen at a lower threshold for more: what is far from a name says little.")));
	nearest->most = most;
}

/* Read the name, in both ways */
static void
ReadName(Nearest *nearest, const text *name)
{
	unsigned	notes = 0;

	(void) SanctReadScreened(nearest->reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), &notes);
	(void) SanctReadListed(nearest->whole, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), SM_NAMED_THING);
	SanctWarnUnread(notes);
}

/* The nearest entries that sanct_screen does not find, see its comment in SQL; a NULL name has none */
Datum
sanct_near(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;
	Nearest    *nearest = palloc0(sizeof(Nearest));
	MemoryLists *lists;

	SanctCheckArgumentCount(fcinfo, ARGUMENTS);
	ReadArguments(nearest, fcinfo);
	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(ARG_NAME))
		return (Datum) 0;
	lists = SanctGetPastLists(fcinfo->flinfo->fn_oid, nearest->threshold, nearest->filter.as_of);
	SanctCheckLoaded(SanctExtensionOf(fcinfo->flinfo->fn_oid), SanctLoadedOf(lists), &nearest->filter);
	ReadName(nearest, PG_GETARG_TEXT_PP(ARG_NAME));
	LookThrough(nearest, lists);
	DropFound(nearest);
	for (int i = 0; i < nearest->count; i++)
		TellNear(result, nearest, &nearest->found[i], false);
	if (nearest->filter.as_of == NULL)
		TellDelisted(result, nearest, fcinfo);
	return (Datum) 0;
}
