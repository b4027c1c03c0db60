/* An alignment of the words of two names */
#ifndef SM_WORDS_MATCH_H
#define SM_WORDS_MATCH_H

#include <stdbool.h>
#include <stdint.h>

#include "name/weight.h"
#include "name/words/pack.h"
#include "name/words/pair.h"
#include "name/words/relation.h"

/* An alignment under way */
typedef struct SmMatch
{
	const SmView *a;
	const SmView *b;
	SmPairNames names;
	bool		unsure;			/* a pair is by sound or an edit, and not of long words */
	bool		unsure_skeleton;	/* consonants agree, and vowels do not */
	uint32_t	left_a;			/* bit per word not aligned */
	uint32_t	left_b;
	uint32_t	alike_a;		/* those left that resemble one left on the other side */
	uint32_t	alike_b;
	int8_t		partner[SM_WORDS_KEPT];	/* word of b by word of a, -1 = none */
	SmWeight	weight;
	SmWordsPart *parts;		/* where an explanation is noted down, or NULL */
	int			count;
	bool		swapped;		/* a is the second of the two readings */
} SmMatch;

#endif
