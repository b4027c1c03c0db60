#ifndef SANCT_SCREEN_LIKELY_H
#define SANCT_SCREEN_LIKELY_H

/* What a name is likely of */

#include "name/words/named.h"

/* What a reading is of, as far as it tells: most customers whose names are of several words are persons */
extern SmNamed SanctLikelyOf(const uint8 *reading);

#endif
