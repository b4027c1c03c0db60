/* What words are worth when they are compared, and what they cost that do not meet: word_weights.tsv */
#ifndef SM_WORDS_WEIGHTS_H
#define SM_WORDS_WEIGHTS_H

#include <stdbool.h>

#include "data/word_table.h"
#include "data/word_weight_table.h"
#include "name/weight.h"

/* What the same legal form on both sides is worth, part of the self weight */
#define SM_FORM_WEIGHT sm_word_weights.form_same

/* Distance of words of which one letter is wrong */
#define SM_NEAR_TENTHS sm_word_weights.near_tenths
/* Words of this many letters have so many neighbours that one that is not equal is not sure */
#define SM_CROWDED_LENGTH sm_word_weights.crowded
/* Words of no more bits are generic, misspelt or not; are no name */
#define SM_GENERIC_BITS sm_word_weights.generic
#define SM_PARTICLE_BITS sm_word_weights.particle
/* Below this words that are not sure prove little; names that are not of persons, and of bodies, have so much more */
#define SM_EVIDENCE sm_word_weights.evidence
#define SM_EVIDENCE_NO_PERSON sm_word_weights.evidence_no_person
#define SM_EVIDENCE_ORGANISATION sm_word_weights.evidence_organisation
/* Most bits of a word */
#define SM_WORD_MOST sm_word_weights.word_most
/* What a joined or split word, a variant spelling, another romanisation of a Korean word and another word of
 * the same meaning cost */
#define SM_JOIN_COST sm_word_weights.join
#define SM_VARIANT_COST sm_word_weights.variant
#define SM_KOREAN_COST sm_word_weights.korean
#define SM_MEANING_COST sm_word_weights.meaning
#define SM_PLURAL_COST sm_word_weights.plural
/* What must agree before words are aligned that are not alike enough by themselves, and the most that these earn */
#define SM_CONTEXT sm_word_weights.context
#define SM_CONTEXT_MOST(bits) ((bits) * sm_word_weights.context_most / SM_BIT)
/* What an initial against a word is worth at most */
#define SM_INITIAL_WEIGHT sm_word_weights.initial

/* What the legal forms say */
static inline SmWeight
sm_words_form(int a, int b)
{
	if (a == SM_FORM_NONE && b == SM_FORM_NONE)
		return 0;
	if (a == b)
		return SM_FORM_WEIGHT;
	if (a == SM_FORM_NONE || b == SM_FORM_NONE)
		return sm_word_weights.form_missing;
	return a < SM_FORM_NEUTRAL && b < SM_FORM_NEUTRAL ? sm_word_weights.form_differs : 0;
}

extern SmWeight sm_words_most_near(SmWeight bits, int length);
extern SmWeight sm_words_near(SmWeight bits, int length, int tenths);
extern SmWeight sm_words_missing(SmWeight bits, bool person);

#endif
