/* Units of a name's words: what a word, or neighbours that make one, may have in common with one of another name */
#ifndef SM_LOOKUP_WORD_UNITS_H
#define SM_LOOKUP_WORD_UNITS_H

#include <stdint.h>

#include "name/lookup/present.h"
#include "name/words/join.h"
#include "name/words/pack.h"
#include "name/words/skeleton.h"

/* What an alignment of two units is worth: all bits of the words; or less, see word_gains.c */
typedef enum SmUnitType
{
	SM_UNIT_STRONG,
	SM_UNIT_NEAR,				/* one edit apart */
	SM_UNIT_INITIAL,			/* an initial and a word */
	SM_UNIT_TYPES
} SmUnitType;

/*
 * A unit: the key that it has in common with what it is aligned with, the same if nothing else is aligned, and its
 * words, a bit each
 */
typedef struct SmWordUnit
{
	uint64_t	key;
	uint64_t	alone;
	uint32_t	words;
	uint8_t		type;
} SmWordUnit;

/* Of a word: a skeleton's ways, and of the runs that begin with it, its letters, meaning, initial; others have fewer */
#define SM_UNITS_MAX (SM_WORDS_KEPT * (SM_JOIN_WORDS * SM_SKELETON_WAYS + 4))

extern int	sm_word_units(SmWordUnit units[SM_UNITS_MAX], const SmView *view, const SmPresent *present);

#endif
