/* A packed reading opened, or found to be damaged */
#ifndef SM_READING_UNPACK_H
#define SM_READING_UNPACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "name/korean/hypothesis.h"
#include "name/reading/reading.h"
#include "name/weight.h"
#include "name/words/pack.h"

/* A Korean reading taken apart for scoring; points into the reading */
typedef struct SmHypothesisParts
{
	SmWeight	weight;			/* log2 of its share */
	uint8_t		system;
	uint8_t		given;
	bool		has_surname;
	uint8_t		slot[1 + SM_GIVEN_MAX];	/* surname, given name: numbers of slots */
} SmHypothesisParts;

typedef struct SmParts
{
	int			count;
	int			slots;
	const uint8_t *slot[SM_SLOTS_MAX];
	SmHypothesisParts part[SM_HYPOTHESES];
} SmParts;

/*
 * Are the headers there that a reading of this version begins its parts with, and the heads of its
 * words?  They tell most names apart; the functions for stored readings look beyond only to be sure.
 */
static inline bool
sm_reading_bounded(const uint8_t *reading, size_t length)
{
	size_t		place;

	if (length < SM_READING_HEADER || length > SM_READING_MAX || reading[0] != SM_VERSION ||
		(reading[2] & ~(SM_KIND_KOREAN | SM_KIND_WORDS | SM_KIND_NOTED)) != 0 ||
		(SM_IS_KOREAN(reading) && length < SM_READING_HEADER + SM_KOREAN_HEADER))
		return false;
	if (!SM_HAS_WORDS(reading))
		return true;
	place = (size_t) (SM_WORDS_PART(reading) - reading) + SM_PACK_HEADER;
	return place <= length && SM_WORDS_PART(reading)[0] <= SM_WORDS_KEPT &&
		place + SM_PACK_WORD * SM_WORDS_PART(reading)[0] <= length;
}

extern void sm_unpack(SmParts *parts, const uint8_t *reading);
extern const uint8_t *sm_unpack_checked(SmParts *parts, const uint8_t *reading, const uint8_t *end);
extern bool sm_reading_valid(const uint8_t *reading, size_t length);

#endif
