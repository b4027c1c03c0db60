/* What sounds stand together in the names of an index node */
#ifndef SM_NODE_SOUND_PAIRS_H
#define SM_NODE_SOUND_PAIRS_H

#include <stdint.h>

#include "data/syllable_table.h"
#include "name/reading/unpack.h"
#include "name/slot.h"

/*
 * Which sounds stand together in the names of an index node, 4 bytes each: for each sound of a given
 * syllable those of the syllables after it, for each of a surname those of the first given syllables and
 * those of the later ones.
 */
#define SM_SOUND_PAIRS_BYTES (4 * SM_SOUNDS + 8 * SM_SURNAME_SOUNDS)

/* The sounds of given syllables after one of this sound, and with a surname of this sound */
#define SM_SOUNDS_AFTER(pairs, sound) ((pairs) + 4 * (sound))
#define SM_SOUNDS_FIRST(pairs, surname) ((pairs) + 4 * SM_SOUNDS + 8 * (surname))
#define SM_SOUNDS_LATER(pairs, surname) (SM_SOUNDS_FIRST(pairs, surname) + 4)

/* How candidate i of a slot sounds */
#define SM_GIVEN_SOUND(slot, i) SM_SOUND_OF(sm_candidate_id(sm_slot_candidate(slot, i)))
#define SM_SURNAME_SOUND(slot, i) SM_SURNAME_SOUND_OF(sm_candidate_id(sm_slot_candidate(slot, i)))

extern void sm_sound_pairs_mark(uint8_t *pairs, const SmParts *parts);

#endif
