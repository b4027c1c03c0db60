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
#define SM_WORD_PIECES 4
#define SM_NEAR_PIECES (2 * SM_WORD_PIECES)

/* Most digests of the consonants of a word */
#define SM_BONES_DIGESTS SM_SKELETON_WAYS

/* Most digests of a word of a member, alone and joined with its neighbours, see sm_member_digests */
#define SM_MEMBER_DIGESTS (4 + SM_WORD_PIECES + SM_BONES_DIGESTS + (SM_JOIN_WORDS - 1) * (1 + SM_BONES_DIGESTS))

/* Digests of pieces of a word that one edit leaves alone, see word_digests.c */
typedef struct SmWordDigests
{
	uint32_t	piece[SM_WORD_PIECES];
} SmWordDigests;

extern uint32_t sm_word_digest(const uint8_t *letters, int length, int kind);
extern uint32_t sm_joined_digest(const SmView *view, int i, int n);
extern SmWordDigests sm_exchanged_digests(const uint8_t *letters, int length);
extern uint32_t sm_frame_digest(const SmView *view, int i);
extern uint32_t sm_korean_digest(const SmView *view, int i);
extern uint32_t sm_meaning_digest(int meaning);
extern int	sm_bones_digests(uint32_t *digests, const uint8_t *letters, int length, int kind, bool query);
extern int	sm_member_digests(uint32_t digests[SM_MEMBER_DIGESTS], const SmView *view, int i);
extern int	sm_near_pieces(uint32_t *pieces, const uint8_t *letters, int length);

#endif
