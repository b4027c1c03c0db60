/* Look-ups of names among those of an index, by their blocking keys */
#include "name/lookup/names_search.h"

#include <stdlib.h>
#include <string.h>

#include "name/lookup/key_sink.h"
#include "name/lookup/korean_keys.h"
#include "name/lookup/pair_keys.h"
#include "name/lookup/present.h"
#include "name/lookup/word_gains.h"
#include "name/lookup/word_units.h"
#include "name/reading/names.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/words/pack.h"
#include "name/words/sound.h"
#include "name/words/word.h"

/* Room at first, in bits of the hash table: for half as many members */
#define MET_BITS_AT_FIRST 10
#define FOUND_AT_FIRST 512
/* What memory fetches at once */
#define FETCHED_BYTES 64

/* Make the table of members met, for names numbered from 1 on */
static void
MakeMet(SmNamesSearch *search, int bits)
{
	size_t		room = sizeof(SmMet) << bits;

	search->met_bits = bits;
	search->met = search->memory->allocate(room);
	memset(search->met, 0, room);
}

/* Prepare to look names up in an index, which must outlive the search */
void
sm_names_search_start(SmNamesSearch *search, const SmNamesIndex *index, const SmMemory *memory)
{
	memset(search, 0, sizeof(SmNamesSearch));
	search->index = index;
	search->memory = memory;
	MakeMet(search, MET_BITS_AT_FIRST);
	search->found_allocated = FOUND_AT_FIRST;
	search->found = memory->allocate(FOUND_AT_FIRST * sizeof(uint32_t));
}

/* Give back what look-ups needed */
void
sm_names_search_end(SmNamesSearch *search)
{
	search->memory->release(search->met);
	search->memory->release(search->found);
}

/* Begin a look-up: no member has been met */
static void
StartLookup(SmNamesSearch *search)
{
	if (++search->lookup == 0)
	{
		memset(search->met, 0, sizeof(SmMet) << search->met_bits);
		search->lookup = 1;
	}
	search->count_found = search->count_matching;
	search->keys = 0;
	search->unsure = false;
}

/* Where a member stands in the table of those met, or would stand */
static inline SmMet *
PlaceOfMet(const SmNamesSearch *search, uint32_t member)
{
	uint32_t	mask = (1u << search->met_bits) - 1;
	uint32_t	at = (member * 0x9E3779B1u) >> (32 - search->met_bits);

	while (search->met[at].lookup == search->lookup && search->met[at].member != member)
		at = (at + 1) & mask;
	return &search->met[at];
}

/* Make room for twice as many members */
static void
GrowMet(SmNamesSearch *search)
{
	SmMet	   *old = search->met;
	uint32_t   *found = search->memory->allocate(2 * (size_t) search->found_allocated * sizeof(uint32_t));

	MakeMet(search, search->met_bits + 1);
	memcpy(found, search->found, search->count_found * sizeof(uint32_t));
	search->memory->release(search->found);
	search->found = found;
	search->found_allocated *= 2;
	for (uint32_t i = 0; i < 1u << (search->met_bits - 1); i++)
		if (old[i].lookup == search->lookup)
			*PlaceOfMet(search, old[i].member) = old[i];
	search->memory->release(old);
}

/* Meet a member by some words */
static inline void
Meet(SmNamesSearch *search, uint32_t member, uint32_t words)
{
	SmMet	   *met = PlaceOfMet(search, member);

	if (met->lookup == search->lookup)
	{
		met->words |= words;
		return;
	}
	*met = (SmMet) {search->lookup, member, words};
	search->unsure = search->unsure || !(words & (SM_KEY_ENOUGH | SM_KEY_KOREAN));
	search->found[search->count_found++] = member;
	if (search->count_found == search->found_allocated)
		GrowMet(search);
}

/* Where a key's bucket starts; the next one starts where it ends */
static inline const uint32_t *
Bucket(const SmNamesIndex *index, uint64_t key)
{
	return &index->start[key >> index->shift];
}

/* Leave out the keys that no member has */
static void
LeavePresent(SmNamesSearch *search)
{
	uint32_t	n = 0;

	for (uint32_t k = 0; k < search->keys; k++)
		if (sm_is_present(&search->index->keys, search->key[k].key))
		{
			__builtin_prefetch(Bucket(search->index, search->key[k].key));
			search->key[n++] = search->key[k];
		}
	search->keys = n;
}

/* Meet the members that have one of the keys: all buckets are fetched first, then all postings */
static void
MeetMembers(SmNamesSearch *search)
{
	const SmNamesIndex *index = search->index;

	LeavePresent(search);
	for (uint32_t k = 0; k < search->keys; k++)
		__builtin_prefetch(&index->posting[*Bucket(index, search->key[k].key)]);
	for (uint32_t k = 0; k < search->keys; k++)
	{
		const uint32_t *bucket = Bucket(index, search->key[k].key);

		for (uint32_t i = bucket[0]; i < bucket[1]; i++)
			if (index->posting[i].check == (uint16_t) search->key[k].key)
				Meet(search, sm_posting_member(index->posting[i]), search->key[k].words);
	}
	search->keys = 0;
}

/* Add a key to those of the name under way */
static void
ListKey(void *state, uint64_t key, uint32_t words)
{
	SmNamesSearch *search = state;

	__builtin_prefetch(sm_present_word(&search->index->keys, key));
	search->key[search->keys++] = (SmListedKey) {key, words};
	if (search->keys == SM_SEARCH_KEYS)
		MeetMembers(search);
}

/* Fetch the readings of the members met from one on, side by side */
static void
FetchReadings(const SmNamesSearch *search, uint32_t from)
{
	const SmReadings *members = &search->index->members;

	for (uint32_t i = from; i < search->count_found; i++)
		__builtin_prefetch(&members->offset[search->found[i]]);
	for (uint32_t i = from; i < search->count_found; i++)
	{
		const uint8_t *reading = sm_member_reading(members, search->found[i]);

		__builtin_prefetch(reading);
		__builtin_prefetch(reading + FETCHED_BYTES);
	}
}

/* Is one of these words of a name, a bit each, an edit from a word of another? */
static bool
HaveNear(const SmView *a, uint32_t words, const SmView *b)
{
	for (; words != 0; words &= words - 1)
	{
		int			i = __builtin_ctz(words);
		int			length = SM_VIEW_LENGTH(a, i);

		for (int k = 0; k < b->count; k++)
		{
			int			other = SM_VIEW_LENGTH(b, k);

			if (SM_VIEW_KIND(b, k) == SM_WORD_LATIN && (length <= other ?
				sm_word_edit(a->word[i], length, b->word[k], other) :
				sm_word_edit(b->word[k], other, a->word[i], length)) >= 0)
				return true;
		}
	}
	return false;
}

/* Has a member a word that is an edit from one of these of a name looked up, a bit each? */
static bool
MemberHasNear(const SmNamesSearch *search, const SmView *view, uint32_t words, uint32_t member)
{
	SmNames		names;
	SmView		other;

	sm_names(&names, sm_member_reading(&search->index->members, member), NULL);
	for (int i = 0; i < names.count; i++)
		if (SM_HAS_WORDS(names.name[i].reading))
		{
			sm_words_open(&other, SM_WORDS_PART(names.name[i].reading));
			if (HaveNear(view, words, &other))
				return true;
		}
	return false;
}

/* Keep the members that have a key that is enough, words that are, or a word that is near */
static void
KeepEnough(SmNamesSearch *search, const SmName *name, int threshold)
{
	uint32_t	n = search->count_matching;
	SmWordGains gains;
	SmView		view;

	sm_words_open(&view, SM_WORDS_PART(name->reading));
	if (search->index->present.by_word)
		sm_word_gains(&gains, &view, name, threshold);
	for (uint32_t i = n; i < search->count_found; i++)
	{
		uint32_t	member = search->found[i];
		uint32_t	met = PlaceOfMet(search, member)->words;
		uint32_t	words = met & ((1u << SM_WORDS_KEPT) - 1);

		if ((met & (SM_KEY_ENOUGH | SM_KEY_KOREAN)) ||
			((met & SM_KEY_NEAR) && MemberHasNear(search, &view, words, member)) ||
			(search->index->present.by_word &&
			 sm_gains_sum(gains.gain[SM_UNIT_STRONG], words) >= gains.need))
			search->found[n++] = member;
	}
	search->count_found = n;
}

/* Find the members that match a name, beside those that match other names of its reading */
static void
FindByName(SmNamesSearch *search, const SmName *name, int threshold)
{
	SmKeySink	sink = {ListKey, search};
	uint32_t	n = search->count_matching;
	SmQueryName query;

	StartLookup(search);
	if (SM_IS_KOREAN(name->reading) && search->index->lengths != 0)
		sm_korean_keys(name, threshold, SM_KEYS_OF_PROBE, search->index->lengths, &sink);
	if (SM_HAS_WORDS(name->reading))
		sm_pair_keys_of_probe(name, threshold, &sink, &search->index->present);
	MeetMembers(search);
	FetchReadings(search, n);
	if (search->unsure)
		KeepEnough(search, name, threshold);
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
