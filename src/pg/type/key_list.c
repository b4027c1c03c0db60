/* Keys of names as numbers of the server, each once and in their order */
#include "postgres.h"

#include "pg/type/key_list.h"

/* Room for the keys of most names */
#define KEYS_AT_FIRST 256

static void
TakeKey(void *state, uint64_t key, uint32_t words)
{
	KeyList    *keys = state;

	(void) words;
	if (keys->count == keys->allocated)
	{
		keys->allocated *= 2;
		keys->key = repalloc_huge(keys->key, keys->allocated * sizeof(int64));
	}
	keys->key[keys->count++] = (int64) (key >> keys->shift);
}

static int
CompareServerKeys(const void *a, const void *b)
{
	int64		x = *(const int64 *) a;
	int64		y = *(const int64 *) b;

	return x < y ? -1 : x > y;
}

/* See key_list.h */
SmKeySink
SanctBeginKeys(KeyList *keys, int shift)
{
	keys->shift = shift;
	keys->count = 0;
	keys->allocated = KEYS_AT_FIRST;
	keys->key = palloc(keys->allocated * sizeof(int64));
	return (SmKeySink) {TakeKey, keys};
}

/* See key_list.h */
void
SanctSortKeys(KeyList *keys)
{
	int			n = 0;

	qsort(keys->key, keys->count, sizeof(int64), CompareServerKeys);
	for (int i = 0; i < keys->count; i++)
		if (n == 0 || keys->key[i] != keys->key[n - 1])
			keys->key[n++] = keys->key[i];
	keys->count = n;
}
