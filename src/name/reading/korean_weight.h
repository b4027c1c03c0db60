/* The weight of two Korean readings, and of two slots */
#ifndef SM_READING_KOREAN_WEIGHT_H
#define SM_READING_KOREAN_WEIGHT_H

#include <stdint.h>

#include "data/syllable_table.h"
#include "name/reading/unpack.h"
#include "name/weight.h"

/* The pair of hypotheses that carries a weight */
typedef struct SmBestPair
{
	int			a;
	int			b;
} SmBestPair;

/* Given slots that meet, numbered from 1; 0 = the other one is left over */
typedef struct SmAligned
{
	uint8_t		a;
	uint8_t		b;
} SmAligned;

/* Weights of a slot, see korean_weight.c */
#define SM_EPSILON SM_WEIGHT(-7.644)
#define SM_SAME SM_WEIGHT(4.328)
#define SM_NEAR SM_WEIGHT(2.164)
#define SM_TWO_NEAR SM_WEIGHT(-1.01)
#define SM_FAR SM_WEIGHT(-.721)
#define SM_UNLIKE SM_WEIGHT(-3.607)
#define SM_AGREES SM_WEIGHT(-.00723)
#define SM_MISS SM_WEIGHT(-8.656)
#define SM_NO_SURNAME SM_WEIGHT(-1.44)

extern SmWeight sm_initial_weight(int letter, const uint8_t *slot);
extern SmWeight sm_candidates_weight(int a, int b, const SmSyllable *syllables);
extern SmWeight sm_slot_weight(const uint8_t *a, const uint8_t *b, const SmSyllable *syllables);
extern int	sm_align_given(SmAligned *aligned, const SmParts *a, const SmHypothesisParts *h, const SmParts *b,
						   const SmHypothesisParts *k);
extern SmWeight sm_korean_weight(const SmParts *a, const SmParts *b, SmWeight floor, SmBestPair *best);

#endif
