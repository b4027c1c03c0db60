/* Words of bodies and ships in Hangul */
#ifndef SM_HANGUL_WORD_TABLE_H
#define SM_HANGUL_WORD_TABLE_H

#include <stdint.h>

/* Syllables of a word, at most; bytes of what it means, with the end */
#define SM_HANGUL_WORD 12
#define SM_HANGUL_WORD_LATIN 48
/* Bytes of the filter of first syllables */
#define SM_HANGUL_WORD_FIRSTS 128

/* Where a word may stand, and what it says */
typedef enum SmHangulWordKind
{
	SM_HANGUL_WORD_BODY,		/* who bears it is no person */
	SM_HANGUL_WORD_WORD,
	SM_HANGUL_WORD_FRONT,		/* only in front of others */
	SM_HANGUL_WORD_END,			/* only behind others of the table */
	SM_HANGUL_WORD_SHIP			/* behind the name of a ship */
} SmHangulWordKind;

/* A word and Latin words for it, empty = none is needed */
typedef struct SmHangulWord
{
	uint8_t		length;
	uint8_t		kind;			/* SmHangulWordKind */
	uint16_t	syllable[SM_HANGUL_WORD];
	char		latin[SM_HANGUL_WORD_LATIN];
} SmHangulWord;

/* Sorted by their first syllable */
extern const SmHangulWord sm_hangul_words[];
extern const int sm_hangul_word_count;
/* A bit for each first syllable, by its code point; another one may have the same */
extern const uint8_t sm_hangul_word_firsts[];

#endif
