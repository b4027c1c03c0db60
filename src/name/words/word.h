/* A word of a name */
#ifndef SM_WORDS_WORD_H
#define SM_WORDS_WORD_H

#include <stdbool.h>
#include <stdint.h>

/* Bytes kept of a word */
#define SM_WORD_MAX 24

/* Bits of words are kept in 1/16 bit */
#define SM_WORD_BIT 16

typedef enum SmWordKind
{
	SM_WORD_LATIN,				/* letters a-z only, at least two */
	SM_WORD_INITIAL,			/* one letter a-z */
	SM_WORD_NUMBER,				/* decimal digits without leading zeros */
	SM_WORD_SCRIPT				/* UTF-8 of scripts that are not folded to a-z */
} SmWordKind;

typedef struct SmWord
{
	uint8_t		letters[SM_WORD_MAX];
	uint8_t		length;			/* bytes */
	uint8_t		kind;			/* SmWordKind */
	uint8_t		bits;			/* 1/16 bit */
	uint16_t	meaning;		/* words of one meaning share a number, 0 = none */
	bool		patronymic;
} SmWord;

#endif
