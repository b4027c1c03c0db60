/* Words of which only the consonants are known, beside words in Latin letters */
#ifndef SM_WORDS_SKELETON_H
#define SM_WORDS_SKELETON_H

#include <stdbool.h>
#include <stdint.h>

#include "name/weight.h"
#include "name/words/word.h"

/* Ways that a word may sound, at most; those beyond are left out */
#define SM_SKELETON_WAYS 12

/* Consonants of a word, a vowel in front of them as 'a', and the vowels behind so many of them, a bit each */
typedef struct SmBones
{
	uint8_t		length;
	uint8_t		letter[SM_WORD_MAX];
	uint8_t		vowels[SM_WORD_MAX + 1];
} SmBones;

/* The ways that a word may sound, the likeliest first; there is at least one */
typedef struct SmSkeleton
{
	int			count;
	SmBones		way[SM_SKELETON_WAYS];
} SmSkeleton;

extern void sm_skeleton_open(SmSkeleton *skeleton, const uint8_t *letters, int length);
extern void sm_bare_bones(SmBones *bones, const uint8_t *letters, int length);
extern void sm_bones(SmBones *bones, const uint8_t *letters, int length);
extern uint8_t sm_skeleton_least_bits(const SmSkeleton *skeleton);
extern uint8_t sm_skeleton_bits(const uint8_t *letters, int length);
extern int	sm_skeleton_cost(const SmSkeleton *skeleton, const SmBones *bones);
extern SmWeight sm_skeleton_weight(int consonants, int cost, SmWeight bits);
extern int	sm_skeleton_text(char *out, const uint8_t *letters, int length);

#endif
