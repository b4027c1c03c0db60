/* What leaves a doubt whether two names are one though words of them agree */
#ifndef SM_WORDS_DOUBT_H
#define SM_WORDS_DOUBT_H

#include <stdint.h>

#include "name/weight.h"
#include "name/words/match.h"

/* A doubt: SM_WORDS_EVIDENCE or one of those behind it, and what it costs */
typedef struct SmDoubt
{
	uint8_t		relation;
	SmWeight	cost;
} SmDoubt;

#define SM_DOUBTS 3

extern void sm_match_resembling(SmMatch *match);
extern void sm_match_doubts(SmDoubt doubts[SM_DOUBTS], const SmMatch *match);
extern SmWeight sm_match_doubt(const SmMatch *match);
extern SmWeight sm_match_least_doubt(const SmMatch *match);

#endif
