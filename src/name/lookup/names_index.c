/* The names of a list in memory, found by their blocking keys */
#include "name/lookup/names_index.h"

#include <stdlib.h>
#include <string.h>

#include "name/lookup/key_sink.h"
#include "name/lookup/korean_keys.h"
#include "name/lookup/words_keys.h"
#include "name/reading/names.h"
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
Grow(SmNamesIndex *index, void *old, size_t size)
{
	void	   *grown = index->memory->allocate(2 * size);

	memcpy(grown, old, size);
	index->memory->release(old);
	return grown;
}

/* Add a key to the list */
static void
ListKey(void *state, uint64_t key, uint32_t words)
{
	SmNamesIndex  *index = state;

	if (index->keys == index->keys_allocated)
	{
		index->key = Grow(index, index->key, index->keys_allocated * sizeof(SmListedKey));
		index->keys_allocated *= 2;
	}
	index->key[index->keys++] = (SmListedKey) {key, words};
}

static int
CompareListedKeys(const void *a, const void *b)
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
		qsort(key, n, sizeof(SmListedKey), CompareListedKeys);
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
ListMemberKeys(SmNamesIndex *index, const uint8_t *reading)
{
	SmKeySink	sink = {ListKey, index};
	uint32_t	n = 0;
	SmNames		names;

	index->memory->pause();
	index->keys = 0;
	sm_names(&names, reading, NULL);
	for (int i = 0; i < names.count; i++)
	{
		const SmName *name = &names.name[i];

		if (SM_IS_KOREAN(name->reading))
			sm_korean_keys(name, index->threshold, SM_KEYS_OF_MEMBER, SM_LENGTHS_ANY, &sink);
		if (SM_HAS_WORDS(name->reading))
			sm_words_keys(SM_WORDS_PART(name->reading), UINT32_MAX, SM_KEYS_OF_MEMBER, &sink);
	}
	SortKeys(index->key, index->keys);
	for (uint32_t i = 0; i < index->keys; i++)
		if (n == 0 || index->key[i].key != index->key[n - 1].key)
			index->key[n++] = index->key[i];
	index->keys = n;
}

/* Has a name an initial that may meet a word? */
static bool
HasInitial(const uint8_t *packed)
{
	return (packed[1] & (SM_FLAG_INITIAL | SM_FLAG_ORGANISATION)) == SM_FLAG_INITIAL;
}

/* A member as it stands in postings */
static uint32_t
MemberWithFlag(const SmNamesIndex *index, uint32_t member)
{
	SmNames		names;

	sm_names(&names, index->reading[member], NULL);
	for (int i = 0; i < names.count; i++)
		if (SM_HAS_WORDS(names.name[i].reading) && HasInitial(SM_WORDS_PART(names.name[i].reading)))
			return member | SM_MEMBER_INITIAL;
	return member;
}

/* The lengths of the Korean names of a reading */
static int
LengthsOf(const uint8_t *reading)
{
	SmNames		names;
	int			lengths = 0;

	sm_names(&names, reading, NULL);
	for (int i = 0; i < names.count; i++)
		if (SM_IS_KOREAN(names.name[i].reading))
			lengths |= SM_KOREAN_LENGTHS(names.name[i].reading);
	return lengths;
}

/* Where a key's bucket starts; the next one starts where it ends */
static inline uint32_t *
Bucket(const SmNamesIndex *index, uint64_t key)
{
	return &index->start[key >> index->shift];
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
GatherKeys(SmNamesIndex *index, MemberKeys *all)
{
	all->count = 0;
	all->allocated = KEYS_AT_FIRST;
	all->key = index->memory->allocate(all->allocated * sizeof(uint64_t));
	all->of_member = index->memory->allocate((index->count + (size_t) 1) * sizeof(uint32_t));
	for (uint32_t i = 0; i < index->count; i++)
	{
		ListMemberKeys(index, index->reading[i]);
		all->of_member[i] = index->keys;
		for (uint32_t k = 0; k < index->keys; k++)
		{
			if (all->count == all->allocated)
			{
				all->key = Grow(index, all->key, all->allocated * sizeof(uint64_t));
				all->allocated *= 2;
			}
			all->key[all->count++] = index->key[k].key;
			++*Bucket(index, index->key[k].key);
		}
	}
}

/* Make the table of the members' keys: count the postings of each bucket, then fill them from behind */
static void
FillTable(SmNamesIndex *index)
{
	uint32_t	buckets = 2;
	uint32_t	end = 0;
	MemberKeys	all;

	index->shift = 63;
	for (; buckets / BUCKETS_PER_MEMBER < index->count && index->shift > 33; index->shift--)
		buckets *= 2;
	index->start = index->memory->allocate((buckets + (size_t) 1) * sizeof(uint32_t));
	memset(index->start, 0, (buckets + (size_t) 1) * sizeof(uint32_t));
	GatherKeys(index, &all);
	for (uint32_t i = 0; i <= buckets; i++)
		end = index->start[i] += end;
	index->posting = index->memory->allocate((end + (size_t) 1) * sizeof(SmPosting));
	for (uint32_t i = index->count; i-- > 0;)
	{
		uint32_t	member = MemberWithFlag(index, i);

		for (uint32_t k = all.of_member[i]; k-- > 0;)
		{
			uint64_t	key = all.key[--all.count];

			index->posting[--*Bucket(index, key)] = (SmPosting) {(uint32_t) key, member};
		}
	}
	index->memory->release(all.key);
	index->memory->release(all.of_member);
}

/*
 * Prepare a list of at most SM_MEMBERS_MAX members to be searched at a threshold > 0 in thousandths
 * or a higher one.  Readings and memory must outlive the index.
 */
void
sm_names_index_build(SmNamesIndex *index, const SmMemory *memory, const uint8_t *const *reading, uint32_t count,
					 int threshold)
{
	index->memory = memory;
	index->reading = reading;
	index->count = count;
	index->threshold = threshold;
	index->lengths = 0;
	for (uint32_t i = 0; i < count; i++)
		index->lengths |= LengthsOf(reading[i]);
	index->keys_allocated = KEYS_AT_FIRST;
	index->key = memory->allocate(KEYS_AT_FIRST * sizeof(SmListedKey));
	FillTable(index);
	index->lookup = 0;
	index->met = memory->allocate((count + (size_t) 1) * sizeof(SmMet));
	memset(index->met, 0, (count + (size_t) 1) * sizeof(SmMet));
	/* those that match one name of a probe, and those met by the next */
	index->found = memory->allocate((2 * (size_t) count + 1) * sizeof(uint32_t));
}

/* Begin a look-up: no member has been met */
static void
StartLookup(SmNamesIndex *index)
{
	if (++index->lookup == 0)
	{
		memset(index->met, 0, index->count * sizeof(SmMet));
		index->lookup = 1;
	}
	index->count_found = index->count_matching;
	index->keys = 0;
}

/* Meet a member, as it stands in postings, by some words */
static inline void
Meet(SmNamesIndex *index, uint32_t flagged, uint32_t words)
{
	uint32_t	member = flagged & ~SM_MEMBER_INITIAL;
	SmMet	   *met = &index->met[member];

	if (met->lookup != index->lookup)
	{
		*met = (SmMet) {index->lookup, flagged & SM_MEMBER_INITIAL ? MET_INITIAL : 0};
		index->found[index->count_found++] = member;
	}
	met->words |= words;
}

/* Meet the members that have a key: all, or those met already and those that have a flag */
static void
MeetMembers(SmNamesIndex *index, const SmListedKey *key, bool all, uint32_t flag)
{
	const uint32_t *bucket = Bucket(index, key->key);

	for (uint32_t i = bucket[0]; i < bucket[1]; i++)
	{
		uint32_t	flagged = index->posting[i].member;

		if (index->posting[i].check == (uint32_t) key->key &&
			(all || (flagged & flag) || index->met[flagged & ~SM_MEMBER_INITIAL].lookup == index->lookup))
			Meet(index, flagged, key->words);
	}
}

/* Fetch the buckets of all keys, then their postings: memory answers them side by side */
static void
FetchBuckets(const SmNamesIndex *index)
{
	for (uint32_t k = 0; k < index->keys; k++)
		__builtin_prefetch(Bucket(index, index->key[k].key));
	for (uint32_t k = 0; k < index->keys; k++)
		__builtin_prefetch(&index->posting[*Bucket(index, index->key[k].key)]);
}

/* Words that most members have and that are not enough for a match by themselves */
static uint32_t
CommonWords(const SmNamesIndex *index, int count, const int64_t *gain, int64_t need)
{
	uint64_t	members[SM_WORDS_KEPT] = {0};
	uint32_t	left = (1u << count) - 1;
	uint32_t	common = 0;

	for (uint32_t k = 0; k < index->keys; k++)
	{
		const uint32_t *bucket = Bucket(index, index->key[k].key);

		for (uint32_t words = index->key[k].words; words != 0; words &= words - 1)
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
KeepEnough(SmNamesIndex *index, const SmWordValues *values, bool initial)
{
	uint32_t	n = index->count_matching;

	for (uint32_t i = n; i < index->count_found; i++)
	{
		uint32_t	words = index->met[index->found[i]].words;
		bool		initials = initial || (words & MET_INITIAL);

		if ((words & SM_KEY_KOREAN) ||
			(initials ? SumOf(values->gain_initials, words) >= values->need_initials :
			 SumOf(values->gain, words) >= values->need))
			index->found[n++] = index->found[i];
	}
	index->count_found = n;
}

/* Meet the members that may match by their Korean readings */
static void
MeetByReading(SmNamesIndex *index, const SmName *name, int threshold)
{
	SmKeySink	sink = {ListKey, index};

	sm_korean_keys(name, threshold, SM_KEYS_OF_PROBE, index->lengths, &sink);
	FetchBuckets(index);
	for (uint32_t k = 0; k < index->keys; k++)
		MeetMembers(index, &index->key[k], true, 0);
}

/*
 * Meet the members that may match by their words: those with words that are not common and, with
 * common words, those that have an initial if that may be enough.
 */
static void
MeetByWords(SmNamesIndex *index, const SmName *name, int threshold)
{
	const uint8_t *packed = SM_WORDS_PART(name->reading);
	SmKeySink	sink = {ListKey, index};
	SmWordValues values;
	bool		initial = HasInitial(packed);
	int			count = packed[0] < SM_WORDS_KEPT ? packed[0] : SM_WORDS_KEPT;
	uint32_t	common;
	uint32_t	flag;

	sm_words_values(&values, name, threshold);
	if (values.need_initials <= 0)
	{
		for (uint32_t i = 0; i < index->count; i++)
			Meet(index, i, 0);
		return;
	}
	index->keys = 0;
	sm_words_keys(packed, UINT32_MAX, SM_KEYS_OF_PROBE, &sink);
	FetchBuckets(index);
	common = initial ? CommonWords(index, count, values.gain_initials, values.need_initials) :
		CommonWords(index, count, values.gain, values.need);
	flag = SumOf(values.gain_initials, common) < values.need_initials ? 0 : SM_MEMBER_INITIAL;
	for (uint32_t k = 0; k < index->keys; k++)
		if (index->key[k].words & ~common)
			MeetMembers(index, &index->key[k], true, 0);
	for (uint32_t k = 0; k < index->keys; k++)
		if (!(index->key[k].words & ~common))
			MeetMembers(index, &index->key[k], false, flag);
	KeepEnough(index, &values, initial);
}

/* Find the members that match a name, beside those that match other names of its reading */
static void
FindByName(SmNamesIndex *index, const SmName *name, int threshold)
{
	SmQueryName query;
	uint32_t	n = index->count_matching;

	StartLookup(index);
	if (SM_IS_KOREAN(name->reading) && index->lengths != 0)
		MeetByReading(index, name, threshold);
	if (SM_HAS_WORDS(name->reading))
		MeetByWords(index, name, threshold);
	if (index->count_found == n)
		return;
	sm_query_name_prepare(&query, name);
	for (uint32_t i = n; i < index->count_found; i++)
		if (sm_query_name_matches(&query, index->reading[index->found[i]], threshold))
			index->found[n++] = index->found[i];
	index->count_matching = n;
}

static int
CompareMembers(const void *a, const void *b)
{
	uint32_t	x = *(const uint32_t *) a;
	uint32_t	y = *(const uint32_t *) b;

	return x < y ? -1 : x > y;
}

/* Leave each of the members that match once */
static void
UniteFound(SmNamesIndex *index)
{
	uint32_t	n = 0;

	qsort(index->found, index->count_matching, sizeof(uint32_t), CompareMembers);
	for (uint32_t i = 0; i < index->count_matching; i++)
		if (n == 0 || index->found[i] != index->found[n - 1])
			index->found[n++] = index->found[i];
	index->count_matching = n;
}

/*
 * Find the members that match a reading at a threshold in thousandths, not below the one the
 * index was built for; returns how many, their numbers stand in found in no order.
 */
uint32_t
sm_names_index_find(SmNamesIndex *index, const uint8_t *reading, int threshold)
{
	SmNames		names;

	index->count_matching = 0;
	sm_names(&names, reading, NULL);
	for (int i = 0; i < names.count; i++)
	{
		FindByName(index, &names.name[i], threshold);
		if (i > 0 && index->count_matching > 1)
			UniteFound(index);
	}
	return index->count_matching;
}
