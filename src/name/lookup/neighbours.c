/*
 * Where a name of a list in memory stands: beside those that are found together with it
 *
 * A name meets members that have two words in common with it, in any order.  Where these stand side by side memory
 * brings several at once.  Nothing else depends on where they stand.
 */
#include "name/lookup/neighbours.h"

#include <stdlib.h>

#include "name/reading/names.h"
#include "name/reading/reading.h"
#include "name/words/pack.h"

/* Letters of each word in a key */
#define KEY_LETTERS 3

/* The heaviest word but one, the first of equal ones; -1 = there is none */
static int
Heaviest(const SmView *view, int but)
{
	int			best = -1;

	for (int i = 0; i < view->count; i++)
		if (i != but && (best < 0 || SM_VIEW_BITS(view, i) > SM_VIEW_BITS(view, best)))
			best = i;
	return best;
}

/* Add the first letters of a word to a key */
static uint64_t
AddToKey(uint64_t key, const SmView *view, int i)
{
	for (int k = 0; k < KEY_LETTERS; k++)
		key = key << 8 | (i >= 0 && k < SM_VIEW_LENGTH(view, i) ? view->word[i][k] : 0);
	return key;
}

/* By the hashes of the two heaviest words, which words that are alike have in common, then by their letters */
static uint64_t
KeyOfWords(const uint8_t *words)
{
	SmView		view;
	uint64_t	key;
	int			a;
	int			b;

	sm_words_open(&view, words);
	a = Heaviest(&view, -1);
	b = a < 0 ? -1 : Heaviest(&view, a);
	if (a < 0)
		return 0;
	if (b >= 0 && SM_VIEW_HASH(&view, b) < SM_VIEW_HASH(&view, a))
	{
		int			other = a;

		a = b;
		b = other;
	}
	key = (uint64_t) SM_VIEW_HASH(&view, a) << 8 | (b < 0 ? 0 : SM_VIEW_HASH(&view, b));
	return AddToKey(AddToKey(key, &view, a), &view, b);
}

/* The place of a reading among others: names that many others meet together have keys close to each other */
uint64_t
sm_neighbour_key(const uint8_t *reading)
{
	SmNames		names;
	const uint8_t *first;

	sm_names(&names, reading, NULL);
	first = names.name[0].reading;
	return SM_IS_KOREAN(first) || !SM_HAS_WORDS(first) ? SM_READING_SORT(first) : KeyOfWords(SM_WORDS_PART(first));
}

/* A member and where it shall stand */
typedef struct Neighbour
{
	uint64_t	key;
	uint32_t	member;
} Neighbour;

/* Equal ones stay in order */
static int
CompareNeighbours(const void *a, const void *b)
{
	const Neighbour *x = a;
	const Neighbour *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->member < y->member ? -1 : x->member > y->member;
}

/* The numbers of the members of a list, one or more, as they shall stand; the caller releases them */
uint32_t *
sm_neighbours(const SmReadings *members, const SmMemory *memory)
{
	Neighbour  *neighbour = memory->allocate(members->count * sizeof(Neighbour));
	uint32_t   *order = memory->allocate(members->count * sizeof(uint32_t));

	for (uint32_t i = 0; i < members->count; i++)
		neighbour[i] = (Neighbour) {sm_neighbour_key(sm_member_reading(members, i)), i};
	memory->pause();
	qsort(neighbour, members->count, sizeof(Neighbour), CompareNeighbours);
	for (uint32_t i = 0; i < members->count; i++)
		order[i] = neighbour[i].member;
	memory->release(neighbour);
	return order;
}
