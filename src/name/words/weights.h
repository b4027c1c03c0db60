/* What words are worth when they are compared, and what they cost that do not meet; all set by hand */
#ifndef SM_WORDS_WEIGHTS_H
#define SM_WORDS_WEIGHTS_H

#include <stdbool.h>

#include "data/word_table.h"
#include "name/weight.h"

/* What the same legal form on both sides is worth, part of the self weight */
#define SM_FORM_WEIGHT SM_WEIGHT(0.7)

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
/* Most bits of a word: the tables and the bits by length stay below */
#define SM_WORD_MOST SM_WEIGHT(13)
/* What a joined or split word, a variant spelling, another romanisation of a Korean word and another word of
 * the same meaning cost */
#define SM_JOIN_COST SM_WEIGHT(0.5)
#define SM_VARIANT_COST SM_WEIGHT(0.5)
#define SM_KOREAN_COST SM_WEIGHT(1.0)
#define SM_MEANING_COST SM_WEIGHT(1.0)
#define SM_PLURAL_COST SM_WEIGHT(1.5)
/* What must agree before words are aligned that are not alike enough by themselves, and the most that these earn */
#define SM_CONTEXT SM_WEIGHT(6)
#define SM_CONTEXT_MOST(bits) ((bits) * 3 / 4)
/* What an initial against a word is worth at most */
#define SM_INITIAL_WEIGHT SM_WEIGHT(2.0)

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

extern SmWeight sm_words_most_near(SmWeight bits, int length);
extern SmWeight sm_words_near(SmWeight bits, int length, int tenths);
extern SmWeight sm_words_missing(SmWeight bits, bool person);

#endif
