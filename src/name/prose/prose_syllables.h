/* Names in a text in Hangul, Chinese characters or kana */
#ifndef SM_PROSE_PROSE_SYLLABLES_H
#define SM_PROSE_PROSE_SYLLABLES_H

#include "name/prose/prose_state.h"

extern void sm_prose_hangul(SmProse *prose);
extern void sm_prose_hanja(SmProse *prose);
extern void sm_prose_kana(SmProse *prose);

#endif
