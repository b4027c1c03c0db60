/* The names of a list in memory, found by their blocking keys */
#include "name/lookup/names_index.h"

#include <stdlib.h>
#include <string.h>

#include "name/lookup/key_sink.h"
#include "name/lookup/korean_keys.h"
#include "name/lookup/words_keys.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/words/pack.h"

/* Buckets a member; some thirty keys share them */
#define BUCKETS_PER_MEMBER 32
#define KEYS_AT_FIRST 256
#define SORTED_BY_INSERTION 48

/* Beside the words by which a member was met: it has an initial */
#define MET_INITIAL (1u << 30)

/* Twice as much room for an array that has become too small */
static void *
Grow(SmNamesIndex *matcher, void *old, size_t size)
{
	void	   *grown = matcher->allocate(2 * size);

	memcpy(grown, old, size);
	matcher->release(old);
	return grown;
}

/* Add a key to the list */
static void
ListKey(void *state, uint64_t key, uint32_t words)
{
	SmNamesIndex  *matcher = state;

	if (matcher->keys == matcher->keys_allocated)
	{
		matcher->key = Grow(matcher, matcher->key, matcher->keys_allocated * sizeof(SmListedKey));
		matcher->keys_allocated *= 2;
	}
	matcher->key[matcher->keys++] = (SmListedKey) {key, words};
}

static int
CompareKeys(const void *a, const void *b)
{
	uint64_t	x = ((const SmListedKey *) a)->key;
	uint64_t	y = ((const SmListedKey *) b)->key;

	return x < y ? -1 : x > y;
}

/* Sort keys, of which there are few most of the time */
static void
SortKeys(SmListedKey *key, uint32_t n)
{
	if (n > SORTED_BY_INSERTION)
	{
		qsort(key, n, sizeof(SmListedKey), CompareKeys);
		return;
	}
	for (uint32_t i = 1; i < n; i++)
	{
		SmListedKey next = key[i];
		uint32_t	k = i;

		for (; k > 0 && key[k - 1].key > next.key; k--)
			key[k] = key[k - 1];
		key[k] = next;
	}
}

/* List the keys of a member, each once */
static void
ListMemberKeys(SmNamesIndex *matcher, const uint8_t *reading)
{
	SmKeySink	sink = {ListKey, matcher};
	uint32_t	n = 0;

	matcher->pause();
	matcher->keys = 0;
	if (SM_IS_KOREAN(reading))
		sm_korean_keys(reading, matcher->threshold, SM_KEYS_OF_MEMBER, SM_LENGTHS_ANY, &sink);
	if (SM_HAS_WORDS(reading))
		sm_words_keys(SM_WORDS_PART(reading), UINT32_MAX, &sink);
	SortKeys(matcher->key, matcher->keys);
	for (uint32_t i = 0; i < matcher->keys; i++)
		if (n == 0 || matcher->key[i].key != matcher->key[n - 1].key)
			matcher->key[n++] = matcher->key[i];
	matcher->keys = n;
}

/* Has a name an initial that may meet a word? */
static bool
HasInitial(const uint8_t *literal)
{
	return (literal[1] & (SM_FLAG_INITIAL | SM_FLAG_ORGANISATION)) == SM_FLAG_INITIAL;
}

/* A member as it stands in postings */
static uint32_t
MemberWithFlag(const SmNamesIndex *matcher, uint32_t member)
{
	const uint8_t *reading = matcher->reading[member];

	return SM_HAS_WORDS(reading) && HasInitial(SM_WORDS_PART(reading)) ? member | SM_MEMBER_INITIAL : member;
}

/* Where a key's bucket starts; the next one starts where it ends */
static inline uint32_t *
Bucket(const SmNamesIndex *matcher, uint64_t key)
{
	return &matcher->start[key >> matcher->shift];
}

/* The keys of all members, one member after the other */
typedef struct MemberKeys
{
	uint64_t   *key;
	size_t		count;
	size_t		allocated;
	uint32_t   *of_member;		/* how many it has */
} MemberKeys;

/* Gather the keys of all members and count those of each bucket */
static void
GatherKeys(SmNamesIndex *matcher, MemberKeys *all)
{
	all->count = 0;
	all->allocated = KEYS_AT_FIRST;
	all->key = matcher->allocate(all->allocated * sizeof(uint64_t));
	all->of_member = matcher->allocate((matcher->count + (size_t) 1) * sizeof(uint32_t));
	for (uint32_t i = 0; i < matcher->count; i++)
	{
		ListMemberKeys(matcher, matcher->reading[i]);
		all->of_member[i] = matcher->keys;
		for (uint32_t k = 0; k < matcher->keys; k++)
		{
			if (all->count == all->allocated)
			{
				all->key = Grow(matcher, all->key, all->allocated * sizeof(uint64_t));
				all->allocated *= 2;
			}
			all->key[all->count++] = matcher->key[k].key;
			++*Bucket(matcher, matcher->key[k].key);
		}
	}
}

/* Make the table of the members' keys: count the postings of each bucket, then fill them from behind */
static void
FillTable(SmNamesIndex *matcher)
{
	uint32_t	buckets = 2;
	uint32_t	end = 0;
	MemberKeys	all;

	matcher->shift = 63;
	for (; buckets / BUCKETS_PER_MEMBER < matcher->count && matcher->shift > 33; matcher->shift--)
		buckets *= 2;
	matcher->start = matcher->allocate((buckets + (size_t) 1) * sizeof(uint32_t));
	memset(matcher->start, 0, (buckets + (size_t) 1) * sizeof(uint32_t));
	GatherKeys(matcher, &all);
	for (uint32_t i = 0; i <= buckets; i++)
		end = matcher->start[i] += end;
	matcher->posting = matcher->allocate((end + (size_t) 1) * sizeof(SmPosting));
	for (uint32_t i = matcher->count; i-- > 0;)
	{
		uint32_t	member = MemberWithFlag(matcher, i);

		for (uint32_t k = all.of_member[i]; k-- > 0;)
		{
			uint64_t	key = all.key[--all.count];

			matcher->posting[--*Bucket(matcher, key)] = (SmPosting) {(uint32_t) key, member};
		}
	}
	matcher->release(all.key);
	matcher->release(all.of_member);
}

/*
 * Prepare a list of at most SM_MEMBERS_MAX members to be searched at a threshold > 0 in thousandths
 * or a higher one.  The readings must outlive the matcher.
 */
void
sm_names_index_build(SmNamesIndex *matcher, void *(*allocate) (size_t size), void (*release) (void *memory),
				 void (*pause) (void), const uint8_t *const *reading, uint32_t count, int threshold)
{
	matcher->allocate = allocate;
	matcher->release = release;
	matcher->pause = pause;
	matcher->reading = reading;
	matcher->count = count;
	matcher->threshold = threshold;
	matcher->lengths = 0;
	for (uint32_t i = 0; i < count; i++)
		if (SM_IS_KOREAN(reading[i]))
			matcher->lengths |= SM_KOREAN_LENGTHS(reading[i]);
	matcher->keys_allocated = KEYS_AT_FIRST;
	matcher->key = allocate(KEYS_AT_FIRST * sizeof(SmListedKey));
	FillTable(matcher);
	matcher->lookup = 0;
	matcher->met = allocate((count + (size_t) 1) * sizeof(SmMet));
	memset(matcher->met, 0, (count + (size_t) 1) * sizeof(SmMet));
	matcher->found = allocate((count + (size_t) 1) * sizeof(uint32_t));
}

/* Begin a look-up: no member has been met */
static void
StartLookup(SmNamesIndex *matcher)
{
	if (++matcher->lookup == 0)
	{
		memset(matcher->met, 0, matcher->count * sizeof(SmMet));
		matcher->lookup = 1;
	}
	matcher->count_found = 0;
	matcher->keys = 0;
}

/* Meet a member, as it stands in postings, by some words */
static inline void
Meet(SmNamesIndex *matcher, uint32_t flagged, uint32_t words)
{
	uint32_t	member = flagged & ~SM_MEMBER_INITIAL;
	SmMet	   *met = &matcher->met[member];

	if (met->lookup != matcher->lookup)
	{
		*met = (SmMet) {matcher->lookup, flagged & SM_MEMBER_INITIAL ? MET_INITIAL : 0};
		matcher->found[matcher->count_found++] = member;
	}
	met->words |= words;
}

/* Meet the members that have a key: all, or those met already and those that have a flag */
static void
MeetMembers(SmNamesIndex *matcher, const SmListedKey *key, bool all, uint32_t flag)
{
	const uint32_t *bucket = Bucket(matcher, key->key);

	for (uint32_t i = bucket[0]; i < bucket[1]; i++)
	{
		uint32_t	flagged = matcher->posting[i].member;

		if (matcher->posting[i].check == (uint32_t) key->key &&
			(all || (flagged & flag) || matcher->met[flagged & ~SM_MEMBER_INITIAL].lookup == matcher->lookup))
			Meet(matcher, flagged, key->words);
	}
}

/* Fetch the buckets of all keys, then their postings: memory answers them side by side */
static void
FetchBuckets(const SmNamesIndex *matcher)
{
	for (uint32_t k = 0; k < matcher->keys; k++)
		__builtin_prefetch(Bucket(matcher, matcher->key[k].key));
	for (uint32_t k = 0; k < matcher->keys; k++)
		__builtin_prefetch(&matcher->posting[*Bucket(matcher, matcher->key[k].key)]);
}

/* Words that most members have and that are not enough for a match by themselves */
static uint32_t
CommonWords(const SmNamesIndex *matcher, int count, const int64_t *gain, int64_t need)
{
	uint64_t	members[SM_WORDS_KEPT] = {0};
	uint32_t	left = (1u << count) - 1;
	uint32_t	common = 0;

	for (uint32_t k = 0; k < matcher->keys; k++)
	{
		const uint32_t *bucket = Bucket(matcher, matcher->key[k].key);

		for (uint32_t words = matcher->key[k].words; words != 0; words &= words - 1)
			members[__builtin_ctz(words)] += bucket[1] - bucket[0];
	}
	while (left != 0)
	{
		int			most = __builtin_ctz(left);

		for (int i = most + 1; i < count; i++)
			if ((left & 1u << i) && members[i] > members[most])
				most = i;
		left &= ~(1u << most);
		if (gain[most] < need)
		{
			need -= gain[most];
			common |= 1u << most;
		}
	}
	return common;
}

static int64_t
SumOf(const int64_t *gain, uint32_t words)
{
	int64_t		sum = 0;

	for (words &= (1u << SM_WORDS_KEPT) - 1; words != 0; words &= words - 1)
		sum += gain[__builtin_ctz(words)];
	return sum;
}

/* Keep the members that have enough words in common, and those met by a Korean reading */
static void
KeepEnough(SmNamesIndex *matcher, const SmWordValues *values, bool initial)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < matcher->count_found; i++)
	{
		uint32_t	words = matcher->met[matcher->found[i]].words;
		bool		initials = initial || (words & MET_INITIAL);

		if ((words & SM_KEY_KOREAN) ||
			(initials ? SumOf(values->gain_initials, words) >= values->need_initials :
			 SumOf(values->gain, words) >= values->need))
			matcher->found[n++] = matcher->found[i];
	}
	matcher->count_found = n;
}

/* Meet the members that may match by their Korean readings */
static void
MeetByReading(SmNamesIndex *matcher, const uint8_t *reading, int threshold)
{
	SmKeySink	sink = {ListKey, matcher};

	sm_korean_keys(reading, threshold, SM_KEYS_OF_PROBE, matcher->lengths, &sink);
	FetchBuckets(matcher);
	for (uint32_t k = 0; k < matcher->keys; k++)
		MeetMembers(matcher, &matcher->key[k], true, 0);
}

/*
 * Meet the members that may match by their words: those with words that are not common and, with
 * common words, those that have an initial if that may be enough.
 */
static void
MeetByWords(SmNamesIndex *matcher, const uint8_t *literal, int threshold)
{
	SmKeySink	sink = {ListKey, matcher};
	SmWordValues values;
	bool		initial = HasInitial(literal);
	int			count = literal[0] < SM_WORDS_KEPT ? literal[0] : SM_WORDS_KEPT;
	uint32_t	common;
	uint32_t	flag;

	sm_words_values(&values, literal, threshold);
	if (values.need_initials <= 0)
	{
		for (uint32_t i = 0; i < matcher->count; i++)
			Meet(matcher, i, 0);
		return;
	}
	matcher->keys = 0;
	sm_words_keys(literal, UINT32_MAX, &sink);
	FetchBuckets(matcher);
	common = initial ? CommonWords(matcher, count, values.gain_initials, values.need_initials) :
		CommonWords(matcher, count, values.gain, values.need);
	flag = SumOf(values.gain_initials, common) < values.need_initials ? 0 : SM_MEMBER_INITIAL;
	for (uint32_t k = 0; k < matcher->keys; k++)
		if (matcher->key[k].words & ~common)
			MeetMembers(matcher, &matcher->key[k], true, 0);
	for (uint32_t k = 0; k < matcher->keys; k++)
		if (!(matcher->key[k].words & ~common))
			MeetMembers(matcher, &matcher->key[k], false, flag);
	KeepEnough(matcher, &values, initial);
}

/*
 * Find the members that match a reading at a threshold in thousandths, not below the one the
 * matcher was built for; returns how many, their numbers stand in found in no order.
 */
uint32_t
sm_names_index_find(SmNamesIndex *matcher, const uint8_t *reading, int threshold)
{
	SmQuery		query;
	uint32_t	n = 0;

	StartLookup(matcher);
	if (SM_IS_KOREAN(reading) && matcher->lengths != 0)
		MeetByReading(matcher, reading, threshold);
	if (SM_HAS_WORDS(reading))
		MeetByWords(matcher, SM_WORDS_PART(reading), threshold);
	if (matcher->count_found == 0)
		return 0;
	sm_query_prepare(&query, reading);
	for (uint32_t i = 0; i < matcher->count_found; i++)
		if (sm_query_matches(&query, matcher->reading[matcher->found[i]], threshold))
			matcher->found[n++] = matcher->found[i];
	return n;
}
