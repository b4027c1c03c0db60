/* What it costs that something stands beside a name */
#ifndef SM_FIELD_PRICE_H
#define SM_FIELD_PRICE_H

#include "name/field/candidate.h"
#include "name/field/token.h"

extern int	sm_candidate_price(const SmFieldTokens *tokens, const SmCandidate *candidate, SmBesideWord *beside,
							   int *count);

#endif
