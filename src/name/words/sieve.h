/* A quick look at words of which only the consonants are known: what they may be in Latin letters */
#ifndef SM_WORDS_SIEVE_H
#define SM_WORDS_SIEVE_H

#include <stdbool.h>
#include <stdint.h>

#include "name/words/pack.h"

/* Letters that the consonants of a name in Latin letters have together, one more for each word: a bit each */
#define SM_SIEVE_BITS 64
/* Letters are told apart by these bits of them, so that some seem to be others */
#define SM_SIEVE_LETTERS 32
#define SM_SIEVE_LETTER(c) ((uint8_t) (c) % SM_SIEVE_LETTERS)

/* The consonants of the Latin words of a query, in a row: where each letter stands, where words begin and end */
typedef struct SmSieve
{
	bool		overflows;		/* they are too many */
	uint64_t	letter[SM_SIEVE_LETTERS];
	uint64_t	begins;
	uint64_t	ends;			/* one behind the last */
	uint8_t		word[SM_SIEVE_BITS];	/* of which word a bit is */
} SmSieve;

/* Which words of two names, a bit each, may be one by their consonants, alone or joined */
typedef struct SmSieved
{
	uint32_t	latin;
	uint32_t	skeletons;
} SmSieved;

extern void sm_sieve_prepare(SmSieve *sieve, const SmView *latin);
extern SmSieved sm_sieve(const SmSieve *sieve, const SmView *skeletons);

#endif
