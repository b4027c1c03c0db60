/* The digests under which a node of an index holds words */
#ifndef SM_NODE_WORD_DIGESTS_H
#define SM_NODE_WORD_DIGESTS_H

#include <stdbool.h>
#include <stdint.h>

#include "name/words/join.h"
#include "name/words/pack.h"
#include "name/words/skeleton.h"

/* No digest: nothing holds it */
#define SM_NO_DIGEST 0
/* Most pieces of a word, and of those that words one edit from it may have */
#define SM_WORD_PIECES 6
#define SM_NEAR_PIECES 10
/* Most words that two letters of a word exchanged make, where no piece tells, and most singulars and plurals of it */
#define SM_EXCHANGED 3
#define SM_PLURALS 2

/* Most digests of the consonants of a word */
#define SM_BONES_DIGESTS SM_SKELETON_WAYS

/* Most digests of a word of a member, alone and joined with its neighbours, see sm_member_digests */
#define SM_MEMBER_DIGESTS (4 + SM_WORD_PIECES + SM_BONES_DIGESTS + (SM_JOIN_WORDS - 1) * (1 + SM_BONES_DIGESTS))

extern uint32_t sm_word_digest(const uint8_t *letters, int length, int kind);
extern uint32_t sm_joined_digest(const SmView *view, int i, int n);
extern int	sm_exchanged_digests(uint32_t digests[SM_EXCHANGED], const uint8_t *letters, int length);
extern int	sm_plural_digests(uint32_t digests[SM_PLURALS], const uint8_t *letters, int length);
extern uint32_t sm_frame_digest(const SmView *view, int i);
extern uint32_t sm_korean_digest(const SmView *view, int i);
extern uint32_t sm_meaning_digest(int meaning);
extern int	sm_bones_digests(uint32_t *digests, const uint8_t *letters, int length, int kind, bool query);
extern int	sm_member_digests(uint32_t digests[SM_MEMBER_DIGESTS], const SmView *view, int i);
extern int	sm_near_pieces(uint32_t *pieces, const uint8_t *letters, int length);

#endif
