/* What words of two names are to one another */
#ifndef SM_WORDS_RELATION_H
#define SM_WORDS_RELATION_H

#include <stdint.h>

#include "name/weight.h"

/* How words of two names are one, or what speaks against it */
typedef enum SmWordsRelation
{
	SM_WORDS_EQUAL,
	SM_WORDS_VARIANT,			/* spelt by other rules */
	SM_WORDS_MEANING,			/* words of one meaning */
	SM_WORDS_INITIAL,			/* a letter and a word */
	SM_WORDS_SOUND,				/* their consonants sound alike */
	SM_WORDS_NEAR,				/* one edit apart, or somewhat alike where others agree */
	SM_WORDS_JOINED,			/* several words and one */
	SM_WORDS_MISSING,			/* only one side has the word */
	SM_WORDS_FORM,				/* what the legal forms say */
	SM_WORDS_CONTRADICTION,		/* both persons have names of their own */
	SM_WORDS_NUMBERS,			/* a number differs, or one side has none */
	SM_WORDS_ORDER,				/* the words are turned round */
	SM_WORDS_EVIDENCE,			/* too little for words that are not sure */
	SM_WORDS_CHIEF,				/* too little without a surname or first given name that one side has */
	SM_WORDS_BODIES,			/* two bodies have names of their own */
	SM_WORDS_TRADES,			/* or words of trades of their own */
	SM_WORDS_SINGLE,			/* one word is all that agrees */
	SM_WORDS_CONSONANTS,		/* too little for consonants alone */
	SM_WORDS_RELATIONS
} SmWordsRelation;

/* A part of an explanation: words from..from + count of each side, count 0 = none */
typedef struct SmWordsPart
{
	SmWeight	weight;
	uint8_t		relation;
	uint8_t		from[2];
	uint8_t		count[2];
} SmWordsPart;

#endif
