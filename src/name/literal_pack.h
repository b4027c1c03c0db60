#ifndef SM_LITERAL_PACK_H
#define SM_LITERAL_PACK_H

#include "name/literal.h"
#include "name/word.h"

/*
 * The packed reading: words, flags, first given name, self weight in 1/16 bit (two bytes, low
 * first); then four bytes per word; then the letters of all words.
 */
#define SM_PACK_HEADER 5
#define SM_PACK_WORD 4

#define SM_FLAG_FORM 0x0F		/* SmForm */
#define SM_FLAG_PERSON 0x10		/* 'Surname, Given' */
#define SM_FLAG_ORGANISATION 0x20

/* What the same legal form on both sides is worth, part of the self weight */
#define SM_FORM_WEIGHT SM_WEIGHT(0.7)

/* A packed reading opened for use */
typedef struct SmView
{
	int			count;
	int			flags;
	int			given;
	const uint8_t *head;		/* four bytes per word */
	const uint8_t *word[SM_LITERAL_WORDS];
} SmView;

extern void sm_literal_open(SmView *view, const uint8_t *reading);

/* Bytes of word i, its kind, its weight, a hash of one byte of its key, its meaning */
#define SM_VIEW_LENGTH(v, i) ((v)->head[SM_PACK_WORD * (i)] & 0x1F)
#define SM_VIEW_KIND(v, i) ((v)->head[SM_PACK_WORD * (i)] >> 5 & 3)
#define SM_VIEW_PATRONYMIC(v, i) ((v)->head[SM_PACK_WORD * (i)] >> 7)
#define SM_VIEW_BITS(v, i) ((SmWeight) (v)->head[SM_PACK_WORD * (i) + 1] * (SM_BIT / SM_WORD_BIT))
#define SM_VIEW_HASH(v, i) ((v)->head[SM_PACK_WORD * (i) + 2])
#define SM_VIEW_MEANING(v, i) ((v)->head[SM_PACK_WORD * (i) + 3])

/* Shortest words of which one letter may be wrong: the longer and the shorter of the two */
#define SM_NEAR_LONGER 5
#define SM_NEAR_SHORTER 4
/* Distance of such words in tenths, unless they sound alike; the second such pair earns half */
#define SM_NEAR_TENTHS 10
/* Most neighbours that make one word; longest part that lets them make it by sound */
#define SM_JOIN_WORDS 3
#define SM_PARTICLE_LENGTH 3
/* Most bits of a word: the tables and the bits by length stay below */
#define SM_WORD_MOST SM_WEIGHT(13)
/* What a joined or split word, a variant spelling and another word of the same meaning cost */
#define SM_JOIN_COST SM_WEIGHT(0.5)
#define SM_VARIANT_COST SM_WEIGHT(0.5)
#define SM_MEANING_COST SM_WEIGHT(1.0)
/* What an initial against a word is worth at most */
#define SM_INITIAL_WEIGHT SM_WEIGHT(2.0)

extern SmWeight sm_literal_near(SmWeight bits, int length, int tenths);
extern SmWeight sm_literal_missing(SmWeight bits, bool person);
extern int	sm_literal_share(int64_t weight, int64_t self_sum);

#endif
