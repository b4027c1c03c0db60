/* What leaves a doubt whether two names are one though words of them agree */
#ifndef SM_WORDS_DOUBT_H
#define SM_WORDS_DOUBT_H

#include "name/weight.h"
#include "name/words/match.h"

extern void sm_match_resembling(SmMatch *match);
extern SmWeight sm_match_doubt(const SmMatch *match);

#endif
