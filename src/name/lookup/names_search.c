/* Look-ups of names among those of an index, by their blocking keys */
#include "name/lookup/names_search.h"

#include <stdlib.h>
#include <string.h>

#include "name/lookup/key_sink.h"
#include "name/lookup/korean_keys.h"
#include "name/lookup/words_keys.h"
#include "name/reading/names.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/words/pack.h"

#define KEYS_AT_FIRST 256

/* Beside the words by which a member was met: it has an initial */
#define MET_INITIAL (1u << 30)

/* Add a key to those of the name under way */
static void
ListKey(void *state, uint64_t key, uint32_t words)
{
	SmNamesSearch *search = state;

	if (search->keys == search->keys_allocated)
	{
		SmListedKey *grown = search->memory->allocate(2 * search->keys_allocated * sizeof(SmListedKey));

		memcpy(grown, search->key, search->keys_allocated * sizeof(SmListedKey));
		search->memory->release(search->key);
		search->key = grown;
		search->keys_allocated *= 2;
	}
	search->key[search->keys++] = (SmListedKey) {key, words};
}

/* Where a key's bucket starts; the next one starts where it ends */
static inline const uint32_t *
Bucket(const SmNamesIndex *index, uint64_t key)
{
	return &index->start[key >> index->shift];
}

/* Prepare to look names up in an index, which must outlive the search */
void
sm_names_search_start(SmNamesSearch *search, const SmNamesIndex *index, const SmMemory *memory)
{
	size_t		count = index->members.count;

	*search = (SmNamesSearch) {.index = index, .memory = memory, .keys_allocated = KEYS_AT_FIRST};
	search->key = memory->allocate(KEYS_AT_FIRST * sizeof(SmListedKey));
	search->met = memory->allocate((count + 1) * sizeof(SmMet));
	memset(search->met, 0, (count + 1) * sizeof(SmMet));
	/* those that match one name of a probe, and those met by the next */
	search->found = memory->allocate((2 * count + 1) * sizeof(uint32_t));
}

/* Give back what look-ups needed */
void
sm_names_search_end(SmNamesSearch *search)
{
	search->memory->release(search->key);
	search->memory->release(search->met);
	search->memory->release(search->found);
}

/* Begin a look-up: no member has been met */
static void
StartLookup(SmNamesSearch *search)
{
	if (++search->lookup == 0)
	{
		memset(search->met, 0, search->index->members.count * sizeof(SmMet));
		search->lookup = 1;
	}
	search->count_found = search->count_matching;
	search->keys = 0;
}

/* Meet a member, as it stands in postings, by some words */
static inline void
Meet(SmNamesSearch *search, uint32_t flagged, uint32_t words)
{
	uint32_t	member = flagged & ~SM_MEMBER_INITIAL;
	SmMet	   *met = &search->met[member];

	if (met->lookup != search->lookup)
	{
		*met = (SmMet) {search->lookup, flagged & SM_MEMBER_INITIAL ? MET_INITIAL : 0};
		search->found[search->count_found++] = member;
	}
	met->words |= words;
}

/* Meet the members that have a key: all, or those met already and those that have a flag */
static void
MeetMembers(SmNamesSearch *search, const SmListedKey *key, bool all, uint32_t flag)
{
	const uint32_t *bucket = Bucket(search->index, key->key);

	for (uint32_t i = bucket[0]; i < bucket[1]; i++)
	{
		uint32_t	flagged = search->index->posting[i].member;

		if (search->index->posting[i].check == (uint32_t) key->key &&
			(all || (flagged & flag) || search->met[flagged & ~SM_MEMBER_INITIAL].lookup == search->lookup))
			Meet(search, flagged, key->words);
	}
}

/* Fetch the buckets of all keys, then their postings: memory answers them side by side */
static void
FetchBuckets(const SmNamesSearch *search)
{
	for (uint32_t k = 0; k < search->keys; k++)
		__builtin_prefetch(Bucket(search->index, search->key[k].key));
	for (uint32_t k = 0; k < search->keys; k++)
		__builtin_prefetch(&search->index->posting[*Bucket(search->index, search->key[k].key)]);
}

/* Words that most members have and that are not enough for a match by themselves */
static uint32_t
CommonWords(const SmNamesSearch *search, int count, const int64_t *gain, int64_t need)
{
	uint64_t	members[SM_WORDS_KEPT] = {0};
	uint32_t	left = (1u << count) - 1;
	uint32_t	common = 0;

	for (uint32_t k = 0; k < search->keys; k++)
	{
		const uint32_t *bucket = Bucket(search->index, search->key[k].key);

		for (uint32_t words = search->key[k].words; words != 0; words &= words - 1)
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
KeepEnough(SmNamesSearch *search, const SmWordValues *values, bool initial)
{
	uint32_t	n = search->count_matching;

	for (uint32_t i = n; i < search->count_found; i++)
	{
		uint32_t	words = search->met[search->found[i]].words;
		bool		initials = initial || (words & MET_INITIAL);

		if ((words & SM_KEY_KOREAN) ||
			(initials ? SumOf(values->gain_initials, words) >= values->need_initials :
			 SumOf(values->gain, words) >= values->need))
			search->found[n++] = search->found[i];
	}
	search->count_found = n;
}

/* Meet the members that may match by their Korean readings */
static void
MeetByReading(SmNamesSearch *search, const SmName *name, int threshold)
{
	SmKeySink	sink = {ListKey, search};

	sm_korean_keys(name, threshold, SM_KEYS_OF_PROBE, search->index->lengths, &sink);
	FetchBuckets(search);
	for (uint32_t k = 0; k < search->keys; k++)
		MeetMembers(search, &search->key[k], true, 0);
}

/*
 * Meet the members that may match by their words: those with words that are not common and, with
 * common words, those that have an initial if that may be enough.
 */
static void
MeetByWords(SmNamesSearch *search, const SmName *name, int threshold)
{
	const uint8_t *packed = SM_WORDS_PART(name->reading);
	SmKeySink	sink = {ListKey, search};
	SmWordValues values;
	bool		initial = SM_MAY_MEET_WORDS(packed);
	int			count = packed[0] < SM_WORDS_KEPT ? packed[0] : SM_WORDS_KEPT;
	uint32_t	common;
	uint32_t	flag;

	sm_words_values(&values, name, threshold);
	if (values.need_initials <= 0)
	{
		for (uint32_t i = 0; i < search->index->members.count; i++)
			Meet(search, i, 0);
		return;
	}
	search->keys = 0;
	sm_words_keys(packed, UINT32_MAX, SM_KEYS_OF_PROBE, &sink);
	FetchBuckets(search);
	common = initial ? CommonWords(search, count, values.gain_initials, values.need_initials) :
		CommonWords(search, count, values.gain, values.need);
	flag = SumOf(values.gain_initials, common) < values.need_initials ? 0 : SM_MEMBER_INITIAL;
	for (uint32_t k = 0; k < search->keys; k++)
		if (search->key[k].words & ~common)
			MeetMembers(search, &search->key[k], true, 0);
	for (uint32_t k = 0; k < search->keys; k++)
		if (!(search->key[k].words & ~common))
			MeetMembers(search, &search->key[k], false, flag);
	KeepEnough(search, &values, initial);
}

/* Find the members that match a name, beside those that match other names of its reading */
static void
FindByName(SmNamesSearch *search, const SmName *name, int threshold)
{
	SmQueryName query;
	uint32_t	n = search->count_matching;

	StartLookup(search);
	if (SM_IS_KOREAN(name->reading) && search->index->lengths != 0)
		MeetByReading(search, name, threshold);
	if (SM_HAS_WORDS(name->reading))
		MeetByWords(search, name, threshold);
	if (search->count_found == n)
		return;
	sm_query_name_prepare(&query, name);
	for (uint32_t i = n; i < search->count_found; i++)
		if (sm_query_name_matches(&query, sm_member_reading(&search->index->members, search->found[i]), threshold))
			search->found[n++] = search->found[i];
	search->count_matching = n;
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
UniteFound(SmNamesSearch *search)
{
	uint32_t	n = 0;

	qsort(search->found, search->count_matching, sizeof(uint32_t), CompareMembers);
	for (uint32_t i = 0; i < search->count_matching; i++)
		if (n == 0 || search->found[i] != search->found[n - 1])
			search->found[n++] = search->found[i];
	search->count_matching = n;
}

/*
 * Find the members that match a reading at a threshold in thousandths, not below the one the
 * index was built for; returns how many, their numbers stand in found in no order.
 */
uint32_t
sm_names_search_find(SmNamesSearch *search, const uint8_t *reading, int threshold)
{
	SmNames		names;

	search->count_matching = 0;
	sm_names(&names, reading, NULL);
	for (int i = 0; i < names.count; i++)
	{
		FindByName(search, &names.name[i], threshold);
		if (i > 0 && search->count_matching > 1)
			UniteFound(search);
	}
	return search->count_matching;
}
