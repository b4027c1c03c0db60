/* A packed reading opened, or found to be damaged */
#ifndef SM_READING_UNPACK_H
#define SM_READING_UNPACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "name/korean/hypothesis.h"
#include "name/reading/reading.h"
#include "name/weight.h"

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

extern void sm_unpack(SmParts *parts, const uint8_t *reading);
extern const uint8_t *sm_unpack_checked(SmParts *parts, const uint8_t *reading, const uint8_t *end);
extern bool sm_reading_valid(const uint8_t *reading, size_t length);

#endif
