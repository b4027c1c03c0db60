#ifndef SANCT_TYPE_SYLLABLES_H
#define SANCT_TYPE_SYLLABLES_H

/* Syllables of Korean names as they are told */

#include "lib/stringinfo.h"

#include "data/syllable_table.h"

/* Does the server's encoding have Hangul? */
extern bool SanctHasHangul(void);

/*
 * Append what a slot is read as: the syllable, in Hangul, or romanised where there is no such character or Latin is
 * asked for; the letter of an initial; or that it is foreign.  The syllable of the last two is not looked at
 */
extern void SanctAppendSlot(StringInfo out, const uint8 *slot, const SmSyllable *syllable, bool latin);

#endif
