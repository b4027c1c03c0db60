/* Names in a text in Latin or Cyrillic letters */
#ifndef SM_PROSE_PROSE_ALPHABET_H
#define SM_PROSE_PROSE_ALPHABET_H

#include "name/prose/prose_state.h"

extern void sm_prose_alphabet(SmProse *prose);

#endif
