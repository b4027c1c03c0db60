#ifndef TAKEN_KEYS_H
#define TAKEN_KEYS_H

/* Keys of a name as they are made, for tests that look for one that two names have in common */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "name/lookup/key_sink.h"

#define KEYS_MAX 200000

typedef struct Keys
{
	int			count;
	uint64_t	key[KEYS_MAX];
} Keys;

/* Take a key, see SmKeySink; those that there is no room for are left out, which a test would miss */
static inline void
TakeKey(void *taker, uint64_t key, uint32_t of_words)
{
	Keys	   *keys = taker;

	(void) of_words;
	if (keys->count < KEYS_MAX)
		keys->key[keys->count++] = key;
}

static inline int
CompareKeys(const void *a, const void *b)
{
	uint64_t	x = *(const uint64_t *) a;
	uint64_t	y = *(const uint64_t *) b;

	return x < y ? -1 : x > y;
}

static inline void
SortKeys(Keys *keys)
{
	qsort(keys->key, (size_t) keys->count, sizeof(uint64_t), CompareKeys);
}

/* Have two that are sorted a key in common? */
static inline bool
HaveCommon(const Keys *a, const Keys *b)
{
	for (int i = 0, j = 0; i < a->count && j < b->count;)
	{
		if (a->key[i] == b->key[j])
			return true;
		if (a->key[i] < b->key[j])
			i++;
		else
			j++;
	}
	return false;
}

#endif
