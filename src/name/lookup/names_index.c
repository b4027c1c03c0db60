/* The names of a list in memory, found by their blocking keys */
#include "name/lookup/names_index.h"

#include <stdlib.h>
#include <string.h>

#include "name/lookup/key_sink.h"
#include "name/lookup/korean_keys.h"
#include "name/lookup/pair_keys.h"
#include "name/reading/names.h"
#include "name/reading/reading.h"

/* Buckets a member; some thirty keys share them */
#define BUCKETS_PER_MEMBER 4
#define KEYS_AT_FIRST 256
#define SORTED_BY_INSERTION 48
/* Of so many bits of units one is set at most if they are made fewer; a shift for one word of them */
#define PRESENT_SPARSE 32
#define PRESENT_SHIFT_MOST 58

static int
CompareKeys(const void *a, const void *b)
{
	uint64_t	x = *(const uint64_t *) a;
	uint64_t	y = *(const uint64_t *) b;

	return x < y ? -1 : x > y;
}

/* The keys of a member under way */
typedef struct MemberKeys
{
	const SmMemory *memory;
	SmPresent  *present;
	uint64_t   *key;
	uint32_t	count;
	uint32_t	allocated;
} MemberKeys;

/* Add a key */
static void
AddMemberKey(void *state, uint64_t key, uint32_t words)
{
	MemberKeys *keys = state;

	(void) words;
	if (keys->count == keys->allocated)
	{
		uint64_t   *grown = keys->memory->allocate(2 * keys->allocated * sizeof(uint64_t));

		memcpy(grown, keys->key, keys->allocated * sizeof(uint64_t));
		keys->memory->release(keys->key);
		keys->key = grown;
		keys->allocated *= 2;
	}
	keys->key[keys->count++] = key;
}

/* Sort keys, of which there are few most of the time */
static void
SortKeys(uint64_t *key, uint32_t n)
{
	if (n > SORTED_BY_INSERTION)
	{
		qsort(key, n, sizeof(uint64_t), CompareKeys);
		return;
	}
	for (uint32_t i = 1; i < n; i++)
	{
		uint64_t	next = key[i];
		uint32_t	k = i;

		for (; k > 0 && key[k - 1] > next; k--)
			key[k] = key[k - 1];
		key[k] = next;
	}
}

/* Make the keys of a member, each once */
static void
MakeMemberKeys(MemberKeys *keys, const SmNamesIndex *index, uint32_t member)
{
	SmKeySink	sink = {AddMemberKey, keys};
	uint32_t	n = 0;
	SmNames		names;

	keys->memory->pause();
	keys->count = 0;
	sm_names(&names, sm_member_reading(&index->members, member), NULL);
	for (int i = 0; i < names.count; i++)
	{
		const SmName *name = &names.name[i];

		if (SM_IS_KOREAN(name->reading))
			sm_korean_keys(name, index->threshold, SM_KEYS_OF_MEMBER, SM_LENGTHS_ANY, &sink);
		if (SM_HAS_WORDS(name->reading))
			sm_pair_keys_of_member(name, index->threshold, &sink, keys->present);
	}
	SortKeys(keys->key, keys->count);
	for (uint32_t k = 0; k < keys->count; k++)
		if (n == 0 || keys->key[k] != keys->key[n - 1])
			keys->key[n++] = keys->key[k];
	keys->count = n;
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

/* Make bits of which none is set */
static void
MakePresent(SmPresent *present, const SmMemory *memory, uint64_t bits)
{
	size_t		room;

	present->shift = sm_present_shift(bits);
	present->by_word = false;
	room = SM_PRESENT_WORDS(present->shift) * sizeof(uint64_t);
	present->bit = memory->allocate(room);
	memset(present->bit, 0, room);
}

/*
 * Make the table of the members' keys: count the postings of each bucket, then write each from behind.  The keys are
 * made twice, which takes less than to keep them
 */
static void
FillTable(SmNamesIndex *index, MemberKeys *keys)
{
	uint32_t	buckets = 2;
	uint32_t	end = 0;
	uint32_t   *start;
	SmPosting  *posting;
	size_t		room;

	index->shift = 63;
	for (; buckets / BUCKETS_PER_MEMBER < index->members.count && index->shift > 33; index->shift--)
		buckets *= 2;
	room = SM_NAMES_INDEX_STARTS(index) * sizeof(uint32_t);
	index->start = start = keys->memory->allocate(room);
	memset(start, 0, room);
	for (uint32_t i = 0; i < index->members.count; i++)
	{
		MakeMemberKeys(keys, index, i);
		for (uint32_t k = 0; k < keys->count; k++)
			++start[keys->key[k] >> index->shift];
	}
	for (uint32_t i = 0; i <= buckets; i++)
		end = start[i] += end;
	MakePresent(&index->keys, keys->memory, (uint64_t) end * SM_PRESENT_OF_KEY);
	index->posting = posting = keys->memory->allocate((end + (size_t) 1) * sizeof(SmPosting));
	for (uint32_t i = index->members.count; i-- > 0;)
	{
		MakeMemberKeys(keys, index, i);
		for (uint32_t k = keys->count; k-- > 0;)
		{
			posting[--start[keys->key[k] >> index->shift]] = sm_posting(keys->key[k], i);
			sm_set_present(&index->keys, keys->key[k]);
		}
	}
}

/* Each two bits of a word as one, in its lower half */
static uint64_t
HalveBits(uint64_t word)
{
	uint64_t	halved = 0;

	for (int i = 0; word != 0; i++, word >>= 2)
		halved |= (uint64_t) ((word & 3) != 0) << i;
	return halved;
}

/*
 * Make bits of units fewer, by halves, while one of PRESENT_SPARSE is set or less: names of a large list have words in
 * common, and what is small stays near the processor
 */
static void
FoldPresent(SmPresent *present)
{
	uint64_t	set = 0;

	for (size_t i = 0; i < SM_PRESENT_WORDS(present->shift); i++)
		set += (uint64_t) __builtin_popcountll(present->bit[i]);
	while (present->shift < PRESENT_SHIFT_MOST && set * PRESENT_SPARSE * 2 <= UINT64_C(1) << (64 - present->shift))
	{
		size_t		half = SM_PRESENT_WORDS(++present->shift);

		for (size_t i = 0; i < half; i++)
			present->bit[i] = HalveBits(present->bit[2 * i]) | HalveBits(present->bit[2 * i + 1]) << 32;
	}
}

/*
 * Prepare a list of at most SM_MEMBERS_MAX members to be searched at a threshold > 0 in thousandths
 * or a higher one.  Their readings must outlive the index.
 */
void
sm_names_index_build(SmNamesIndex *index, const SmMemory *memory, const SmReadings *members, int threshold)
{
	MemberKeys	keys = {.memory = memory, .present = &index->present, .allocated = KEYS_AT_FIRST};

	MakePresent(&index->present, memory, (uint64_t) members->count * SM_PRESENT_OF_NAME);
	index->members = *members;
	index->threshold = threshold;
	index->lengths = 0;
	for (uint32_t i = 0; i < members->count; i++)
		index->lengths |= LengthsOf(sm_member_reading(members, i));
	keys.key = memory->allocate(keys.allocated * sizeof(uint64_t));
	FillTable(index, &keys);
	FoldPresent(&index->present);
	memory->release(keys.key);
}

/* Give back the memory of an index that was built */
void
sm_names_index_free(SmNamesIndex *index, const SmMemory *memory)
{
	memory->release((void *) index->start);
	memory->release((void *) index->posting);
	memory->release(index->present.bit);
	memory->release(index->keys.bit);
}
