/* Rows of a sorted table found by their key */
#ifndef SM_TABLE_H
#define SM_TABLE_H

#include <stddef.h>
#include <stdint.h>

/* The key of a row */
typedef uint64_t (*SmRowKey) (const void *row);

/* The keys of rows that begin with them */
static inline uint64_t
sm_key_16(const void *row)
{
	return *(const uint16_t *) row;
}

static inline uint64_t
sm_key_32(const void *row)
{
	return *(const uint32_t *) row;
}

static inline uint64_t
sm_key_64(const void *row)
{
	return *(const uint64_t *) row;
}

/* Of two numbers that rows begin with */
static inline uint64_t
sm_key_two_16(const void *row)
{
	return (uint64_t) ((const uint16_t *) row)[0] << 16 | ((const uint16_t *) row)[1];
}

/* The place of the first row whose key is not less than this one; their number if there is none */
static inline int
sm_table_place(const void *rows, int count, size_t size, SmRowKey key_of, uint64_t key)
{
	int			low = 0;
	int			high = count;

	while (low < high)
	{
		int			middle = (low + high) / 2;

		if (key_of((const char *) rows + (size_t) middle * size) < key)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The row with this key, NULL if there is none */
static inline const void *
sm_table_find(const void *rows, int count, size_t size, SmRowKey key_of, uint64_t key)
{
	int			place = sm_table_place(rows, count, size, key_of, key);
	const void *row = (const char *) rows + (size_t) place * size;

	return place < count && key_of(row) == key ? row : NULL;
}

#endif
