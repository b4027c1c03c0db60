#ifndef SM_WORDS_PACK_H
#define SM_WORDS_PACK_H

#include "data/word_table.h"
#include "name/words/words.h"
#include "name/words/word.h"

/*
 * The packed reading: words, flags, first given name, self weight in 1/16 bit (two bytes, low
 * first); then seven bytes per word; then the letters of all words.
 */
#define SM_PACK_HEADER 5
#define SM_PACK_WORD 7

#define SM_FLAG_FORM 0x0F		/* SmForm */
#define SM_FLAG_PERSON 0x10		/* 'Surname, Given' */
#define SM_FLAG_ORGANISATION 0x20
#define SM_FLAG_INITIAL 0x40	/* one of the words is a single letter */

/* Is one of two names, their flags taken together, a person and none an organisation? */
#define SM_FLAGS_PERSON(flags) \
	(((flags) & (SM_FLAG_PERSON | SM_FLAG_ORGANISATION)) == SM_FLAG_PERSON)

/* What the same legal form on both sides is worth, part of the self weight */
#define SM_FORM_WEIGHT SM_WEIGHT(0.7)

/* A packed reading opened for use */
typedef struct SmView
{
	int			count;
	int			flags;
	int			given;
	const uint8_t *head;		/* seven bytes per word */
	const uint8_t *word[SM_WORDS_KEPT];
} SmView;

extern void sm_words_open(SmView *view, const uint8_t *reading);
extern void sm_word_heads(SmWordHeads *heads, const uint8_t *query);

/* Find the heads of the words of a reading, not their letters */
static inline void
sm_words_open_heads(SmView *view, const uint8_t *reading)
{
	view->count = reading[0] < SM_WORDS_KEPT ? reading[0] : SM_WORDS_KEPT;
	view->flags = reading[1];
	view->given = reading[2];
	view->head = reading + SM_PACK_HEADER;
}

/*
 * Bytes of word i, its kind, its weight, a hash of one byte of its key, its meaning; hashes of its
 * first and last two letters if it may be one edit from another, of how it begins if it may be
 * joined, 0 = it may not.
 */
#define SM_VIEW_LENGTH(v, i) ((v)->head[SM_PACK_WORD * (i)] & 0x1F)
#define SM_VIEW_KIND(v, i) ((v)->head[SM_PACK_WORD * (i)] >> 5 & 3)
#define SM_VIEW_PATRONYMIC(v, i) ((v)->head[SM_PACK_WORD * (i)] >> 7)
#define SM_VIEW_BITS(v, i) ((SmWeight) (v)->head[SM_PACK_WORD * (i) + 1] * (SM_BIT / SM_WORD_BIT))
#define SM_VIEW_HASH(v, i) ((v)->head[SM_PACK_WORD * (i) + 2])
#define SM_VIEW_MEANING(v, i) ((v)->head[SM_PACK_WORD * (i) + 3])
#define SM_VIEW_FIRST(v, i) ((v)->head[SM_PACK_WORD * (i) + 4])
#define SM_VIEW_LAST(v, i) ((v)->head[SM_PACK_WORD * (i) + 5])
#define SM_VIEW_BEGIN(v, i) ((v)->head[SM_PACK_WORD * (i) + 6])

/* Shortest words of which one letter may be wrong: the longer and the shorter of the two */
#define SM_NEAR_LONGER 5
#define SM_NEAR_SHORTER 4
/* Distance of such words in tenths, unless they sound alike; the second such pair earns half */
#define SM_NEAR_TENTHS 10
/* Words of this many letters have so many neighbours that one that is not equal is not sure */
#define SM_CROWDED_LENGTH 7
/* Words of fewer bits are generic, misspelt or not */
#define SM_GENERIC_BITS SM_WEIGHT(6.5)
/*
 * A name meets every name of a list, 2^15 of them and more: words that are not sure prove little
 * below 20 bits.  Names that are not of persons meet fewer, and two of organisations fewer still.
 */
#define SM_EVIDENCE SM_WEIGHT(20)
#define SM_EVIDENCE_NO_PERSON SM_WEIGHT(6)
#define SM_EVIDENCE_ORGANISATION SM_WEIGHT(4)
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

extern SmWeight sm_words_near(SmWeight bits, int length, int tenths);
extern SmWeight sm_words_missing(SmWeight bits, bool person);
extern SmWeight sm_words_left(const SmView *view, uint32_t left, bool person, int *kinds);
extern SmWeight sm_words_contradiction(bool person, int kinds_a, int kinds_b, SmWeight mean);

/* What the legal forms say */
static inline SmWeight
sm_words_form(int a, int b)
{
	if (a == SM_FORM_NONE && b == SM_FORM_NONE)
		return 0;
	if (a == b)
		return SM_FORM_WEIGHT;
	if (a == SM_FORM_NONE || b == SM_FORM_NONE)
		return -SM_WEIGHT(0.2);
	return a < SM_FORM_NEUTRAL && b < SM_FORM_NEUTRAL ? -SM_WEIGHT(2) : 0;
}

extern int64_t sm_words_least_share(int threshold);
extern SmWeight sm_words_least(int threshold, int64_t self_sum);
extern int	sm_words_share(int64_t weight, int64_t self_sum);

#endif
