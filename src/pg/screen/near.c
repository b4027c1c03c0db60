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
#include "name/words/pack.h"
#include "name/words/relation.h"
#include "name/words/weights.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/base/lines.h"
#include "pg/list/entry_type.h"
#include "pg/screen/asked.h"
#include "pg/screen/by_index.h"
#include "pg/screen/hit.h"
#include "pg/screen/kept_lists.h"
#include "pg/screen/likely.h"
#include "pg/screen/listed.h"
#include "pg/screen/subject_facts.h"
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
	ARG_ENTRY_TYPE, ARGUMENTS
} Argument;

/* Columns of the answer */
#define NEAR_COLUMNS 10
/* Most entries that are told, and that are kept until those that are found are left out */
#define NEAR_MOST 100
#define NEAR_KEPT 200
/*
 * Ranks: levels, and within a level thousandths of similarity, where that is 0 of a share that is not above 0.  What
 * has a similarity comes first, by that alone; of the rest names of another kind than the name is likely of (a body,
 * where it is a person's) come behind those of the likely one; what is less than NEAR_SHARE is far, and told only if
 * little else is; words of which none agrees come behind all that have one; bodies and ships that are read as a
 * Korean person's name, which as a rule is none, are never near by their share; what cannot be compared is never
 * told.
 */
typedef enum Level
{
	LEVEL_NEVER, LEVEL_STRANGE_OTHER, LEVEL_STRANGE, LEVEL_FAR_OTHER, LEVEL_NEAR_OTHER, LEVEL_FAR, LEVEL_NEAR,
	LEVEL_SIMILAR
} Level;
#define LEVEL_SPAN 20000
#define NEAR_SHARE (-600)
#define LEAST_SHARE (-9999)
#define RANK(level, thousandths) ((level) * LEVEL_SPAN + LEVEL_SPAN / 2 + (thousandths))
#define LEVEL_OF(rank) ((Level) ((rank) / LEVEL_SPAN))
/* So many are told, of the likely kind if there are such, however far they are: a silence can be checked */
#define NEAR_ALWAYS 3
/* Names between two looks for an interrupt */
#define NAMES_AT_ONCE 1024
/* Columns of text on a screen that a reason takes, so that it fits into 120 beside list, name, similarity and tier */
#define WHY_WIDTH 46

/* An entry by the name of it that is nearest */
typedef struct NearName
{
	const ListedName *name;
	int			rank;			/* see RankOf */
	int			similarity;		/* thousandths */
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
	Explained	explained;		/* the name with its reading */
	SmNamed		named;			/* what it is told to be of */
	SmNamed		likely;			/* what it is of, as far as that or the name itself tells */
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

/* Is a name compared as a Korean person's that is one of a body or ship? */
static bool
IsUnlikelyKorean(const ListedName *name, const SmSum *sum)
{
	return sum->kind == SM_KIND_KOREAN && SanctNamedBy(name->entry->type) == SM_NAMED_THING;
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
	return nearest->count < NEAR_KEPT || nearest->found[nearest->count - 1].rank <= rank;
}

/* Is an entry of another kind than the name is likely of? */
static bool
IsOfOtherKind(const Nearest *nearest, const ListedName *name)
{
	SmNamed		named = SanctNamedBy(name->entry->type);

	return nearest->likely != SM_NAMED_UNKNOWN && named != SM_NAMED_UNKNOWN && named != nearest->likely;
}

/* How near a listed name is whose similarity is not above 0: by the share of its weight */
static int
RankOfShare(const Nearest *nearest, const ListedName *name, const SmSum *sum)
{
	bool		other = IsOfOtherKind(nearest, name);
	int64		self = (int64) sum->self[0] + sum->self[1] + sum->price[0] + sum->price[1];
	int			share;
	int			rank;

	if (self <= 0)
		return RANK(LEVEL_NEVER, 0);
	share = (int) Max((int64) 2000 * sum->weight / self, LEAST_SHARE);
	if (IsUnlikelyKorean(name, sum))
		return RANK(LEVEL_FAR_OTHER, share);
	if (other)
		rank = RANK(share < NEAR_SHARE ? LEVEL_FAR_OTHER : LEVEL_NEAR_OTHER, share);
	else
		rank = RANK(share < NEAR_SHARE ? LEVEL_FAR : LEVEL_NEAR, share);
	return HasRoom(nearest, rank) && IsStrange(sum) ? RANK(other ? LEVEL_STRANGE_OTHER : LEVEL_STRANGE, share) : rank;
}

/* How near a listed name of some similarity is */
static int
RankOf(const Nearest *nearest, const ListedName *name, int similarity)
{
	SmSum		sum;

	if (similarity > 0)
		return RANK(LEVEL_SIMILAR, similarity);
	sm_sum(&sum, name->reading->data, nearest->reading);
	if (sum.kind == 0)
		return HasAllWords(nearest, name->reading) ? RANK(LEVEL_SIMILAR, 0) : RANK(LEVEL_NEVER, 0);
	return RankOfShare(nearest, name, &sum);
}

/* Does a name stand before another: is it nearer, or as near and older? */
static bool
IsBefore(const NearName *a, const NearName *b)
{
	if (a->rank != b->rank)
		return a->rank > b->rank;
	return SanctIsOlder(a->name, b->name);
}

/* Take the entry of a name out, if it is there by a name that stands behind; false if by one before it */
static bool
TakeOut(Nearest *nearest, const NearName *near)
{
	for (int i = 0; i < nearest->count; i++)
		if (nearest->found[i].name->entry->id == near->name->entry->id)
		{
			if (!IsBefore(near, &nearest->found[i]))
				return false;
			memmove(&nearest->found[i], &nearest->found[i + 1], (nearest->count - i - 1) * sizeof(NearName));
			nearest->count--;
			return true;
		}
	return true;
}

/* Put a name among the nearest, where it belongs */
static void
PutIn(Nearest *nearest, NearName near)
{
	int			at;

	if (!HasRoom(nearest, near.rank) || !TakeOut(nearest, &near))
		return;
	at = nearest->count;
	while (at > 0 && IsBefore(&near, &nearest->found[at - 1]))
		at--;
	if (at == NEAR_KEPT)
		return;
	if (nearest->count == NEAR_KEPT)
		nearest->count--;
	memmove(&nearest->found[at + 1], &nearest->found[at], (nearest->count - at) * sizeof(NearName));
	near.name = SanctCopyName(near.name);
	nearest->found[at] = near;
	nearest->count++;
}

/* Is a name one by which sanct_screen finds its entry? */
static bool
IsScreened(const Nearest *nearest, const NearName *near)
{
	ListHit		hit = {.name = near->name};

	return near->similarity >= nearest->threshold && SanctTakesHit(&nearest->filter, &hit);
}

/* Is a name far from the one that was asked for? */
static bool
IsFar(const NearName *near)
{
	Level		level = LEVEL_OF(near->rank);

	return level < LEVEL_NEAR && level != LEVEL_NEAR_OTHER;
}

/* Drop entries that sanct_screen finds, one name of which is enough, those beyond what is asked for, and far ones */
static void
DropFound(Nearest *nearest)
{
	int			n = 0;
	int			likely = 0;

	for (int i = 0; i < nearest->count && n < nearest->most; i++)
	{
		NearName	near = nearest->found[i];
		bool		other = IsOfOtherKind(nearest, near.name);

		if (IsScreened(nearest, &near) || (IsFar(&near) && (other ? n : likely) >= NEAR_ALWAYS))
			continue;
		likely += !other;
		nearest->found[n++] = near;
	}
	nearest->count = n;
}

/* Is a name looked at?  It must be shown, and be asked for or match */
static bool
IsLookedAt(const Nearest *nearest, const NearName *near)
{
	static const ListFilter shown = {.lists = NIL};
	ListHit		hit = {.name = near->name};

	return SanctTakesHit(near->similarity >= nearest->threshold ? &shown : &nearest->filter, &hit);
}

/* Look through all names; entries that sanct_screen finds are counted in */
static void
LookThrough(Nearest *nearest, MemoryLists *lists)
{
	uint32		count = SanctCountListedNames(lists);

	for (uint32 i = 0; i < count; i++)
	{
		NamedEntry	named;
		NearName	near = {.name = SanctTakeListedName(lists, i, &named)};

		if (i % NAMES_AT_ONCE == 0)
			CHECK_FOR_INTERRUPTS();
		near.similarity = sm_similarity(near.name->reading->data, nearest->reading);
		near.rank = RankOf(nearest, near.name, near.similarity);
		if (LEVEL_OF(near.rank) > LEVEL_NEVER && IsLookedAt(nearest, &near))
			PutIn(nearest, near);
	}
}

/* What of a listed name agrees with the name, what does not, and what is wanting */
static const char *
WhyNot(const Nearest *nearest, const ListedName *name)
{
	const SanctReading *reading = name->reading;
	Explained	listed = {reading->data, SANCT_READING_NAME(reading), SANCT_READING_NAME_LENGTH(reading),
	{SM_READ_WHOLE, SanctNamedBy(name->entry->type)}};

	return SanctWhyNot(&nearest->explained, &listed, nearest->threshold);
}

/* Why an entry is not among the hits of sanct_screen */
static const char *
WhyNotFound(const Nearest *nearest, const NearName *near, bool delisted)
{
	if (delisted)
		return "it matches, but is no longer listed";
	if (near->similarity >= nearest->threshold)
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
	if (near->rank == RANK(LEVEL_SIMILAR, 0))
		return "it has all words of the listed name, and further ones that make it a name of something else, which may "
			"be called after it or belong to it: that only a look at both can tell";
	return WhyNot(nearest, near->name);
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
	values[6] = Float4GetDatum((float4) near->similarity / 1000);
	values[7] = Float4GetDatum(SanctBits(sm_weight(reading->data, nearest->reading)));
	values[8] = CStringGetTextDatum(SanctTierOf(nearest->reading, reading->data, nearest->threshold));
	values[9] = CStringGetTextDatum(SanctInLines(WhyNotFound(nearest, near, delisted), WHY_WIDTH));
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/* Tell of entries that match and are no longer listed */
static void
TellDelisted(ReturnSetInfo *result, const Nearest *nearest, FunctionCallInfo fcinfo)
{
	IndexSearch search = {.delisted = true, .named = nearest->named};
	text	   *name = PG_GETARG_TEXT_PP(ARG_NAME);
	int			told = 0;

	search.extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	search.lists = SanctReadWholeLists(search.extension);
	SanctSearchIndex(&search, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), nearest->threshold);
	for (int i = 0; i < search.count && told < nearest->most; i++)
	{
		NearName	near = {search.hits[i].name, 0, search.hits[i].similarity};

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
	nearest->named = SanctTakeTypeArgument(fcinfo, ARG_ENTRY_TYPE);
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

	(void) SanctReadScreened(nearest->reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), nearest->named, &notes);
	(void) SanctReadListed(nearest->whole, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), SM_NAMED_THING);
	nearest->explained = (Explained) {nearest->reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name),
	{SM_READ_SCREENING, nearest->named}};
	nearest->likely = nearest->named != SM_NAMED_UNKNOWN ? nearest->named : SanctLikelyOf(nearest->reading);
	SanctWarnUnread(notes);
	if (SanctIsBlank(nearest->reading, notes))
		SanctWarnBlank();
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
