/* Slots: the syllables that a part of a name may be, with how likely each is */
#ifndef SM_SLOT_H
#define SM_SLOT_H

#include "data/syllable_table.h"
#include "name/weight.h"

/* In place of a slot's number of candidates, as the tables hold it: it is an initial, this plus the letter's place */
#define SM_SLOT_INITIAL 0x8000
/* The same for a foreign given name: this plus its weight in 1/8 bit; hash and first letter follow */
#define SM_SLOT_FOREIGN 0x4000

/* Of a packed slot, see reading.h */
#define SM_IS_INITIAL(slot) (*(slot) & 0x80)
#define SM_IS_FOREIGN(slot) (*(slot) & 0x40)
#define SM_IS_SYLLABLE(slot) (!(*(slot) & 0xC0))
#define SM_FOREIGN_SLOT_BYTES 5
#define SM_FOREIGN_WEIGHT(slot) ((SmWeight) (slot)[1] * (SM_BIT / 8))

/* Is a candidate likelier than 1/8?  The line that bounds draw, see bound.c */
#define SM_CAP_EIGHTHS 24
#define SM_IS_LIKELY(candidate, syllables) \
	(((candidate) & 127) - SM_Q_ZERO - (syllables)[(candidate) >> 7].prior > -SM_CAP_EIGHTHS)

/* Candidate i of a slot of syllables */
#define SM_CANDIDATE(slot, i) ((slot)[1 + 2 * (i)] | (slot)[2 + 2 * (i)] << 8)

#endif
