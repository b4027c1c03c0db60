/* The rows of consonants that the skeletons of a query may be: a quick look at words in Latin letters */
#ifndef SM_WORDS_ROWS_H
#define SM_WORDS_ROWS_H

#include <stdbool.h>
#include <stdint.h>

#include "name/weight.h"
#include "name/words/pack.h"

/* Rows kept of a name, numbered from 1 on */
#define SM_ROWS 255

/* Consonants that skeletons of a query may be, which are a bit each */
typedef struct SmRow
{
	uint32_t	hash;			/* of them */
	uint16_t	alone;			/* skeletons that they are alone */
	uint16_t	joined;			/* such as they are joined with neighbours */
	uint8_t		next;			/* the next row in the same place, 0 = none */
} SmRow;

/* All of them, and of which a word may be by a byte of its head: skeletons are a bit each */
typedef struct SmRows
{
	uint16_t	hash[256];		/* of as many consonants as are a sound: by its hash */
	uint16_t	begin[256];		/* of fewer: by how it begins */
	bool		overflows;		/* they are too many */
	int			count;
	uint8_t		first[256];		/* the first row in each place, by a byte of its hash */
	SmRow		row[SM_ROWS + 1];
} SmRows;

/* Which skeletons may be the Latin word j of another name, by its head */
static inline uint32_t
sm_rows_may_be(const SmRows *rows, const SmView *b, int j)
{
	return rows->hash[SM_VIEW_HASH(b, j)] | rows->begin[SM_VIEW_BEGIN(b, j)];
}

/* What skeletons of a query have in common with the Latin words of another name */
typedef struct SmRowsFound
{
	uint32_t	joined;			/* skeletons that are one of the words together with neighbours */
	uint32_t	words;			/* words that are skeletons */
	SmWeight	most[SM_WORDS_KEPT];	/* most that each skeleton earns by itself */
} SmRowsFound;

extern void sm_rows_prepare(SmRows *rows, const SmView *skeletons);
extern void sm_rows_find(SmRowsFound *found, const SmRows *rows, const SmView *a, const SmView *b);

#endif
