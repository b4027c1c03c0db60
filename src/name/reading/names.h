/* The names that a reading holds: one, or several of a field */
#ifndef SM_READING_NAMES_H
#define SM_READING_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "name/field/candidate.h"
#include "name/reading/reading.h"
#include "name/weight.h"
#include "name/words/pack.h"

/* A name, the reading of which is that of one; the end is not given of what is known to be whole */
typedef struct SmName
{
	const uint8_t *reading;
	const uint8_t *end;
	SmWeight	price;			/* of what stands beside it */
} SmName;

typedef struct SmNames
{
	int			count;
	SmName		name[SM_NAMES_MAX];
} SmNames;

extern void sm_names_open(SmNames *names, const uint8_t *reading, const uint8_t *end);
extern bool sm_names_bounded(const uint8_t *reading, size_t length);

/* The names of a reading */
static inline void
sm_names(SmNames *names, const uint8_t *reading, const uint8_t *end)
{
	if (SM_IS_SEVERAL(reading))
		sm_names_open(names, reading, end);
	else
	{
		names->count = 1;
		names->name[0] = (SmName) {reading, end, 0};
	}
}

/*
 * Are the headers there that the reading of a name of this version begins its parts with, and the heads of its
 * words?  They tell most names apart; the functions for stored readings look beyond only to be sure.
 */
static inline bool
sm_name_bounded(const uint8_t *reading, size_t length)
{
	size_t		place;

	if (length < SM_READING_HEADER || length > SM_NAME_MAX || reading[0] != SM_VERSION || SM_IS_SEVERAL(reading) ||
		(SM_IS_KOREAN(reading) && length < SM_READING_HEADER + SM_KOREAN_HEADER))
		return false;
	if (!SM_HAS_WORDS(reading))
		return true;
	place = (size_t) (SM_WORDS_PART(reading) - reading) + SM_PACK_HEADER;
	return place <= length && SM_WORDS_PART(reading)[0] <= SM_WORDS_KEPT &&
		place + SM_PACK_WORD * SM_WORDS_PART(reading)[0] <= length;
}

/* The same of a reading, and of each name of one that holds several */
static inline bool
sm_reading_bounded(const uint8_t *reading, size_t length)
{
	if (length >= SM_READING_HEADER && SM_IS_SEVERAL(reading))
		return sm_names_bounded(reading, length);
	return sm_name_bounded(reading, length);
}

#endif
