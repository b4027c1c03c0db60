/* Other spellings of the letters and words of a name */
#ifndef SM_RESPELLING_TABLE_H
#define SM_RESPELLING_TABLE_H

#include <stdint.h>

/* Bytes of letters and of what is written for them, with the end */
#define SM_RESPELLING_LETTERS 24
#define SM_RESPELLING_WRITTEN 24

/* What is written otherwise, and in what */
typedef enum SmRespelling
{
	SM_RESPELL_CYRILLIC,
	SM_RESPELL_ARABIC,
	SM_RESPELL_LATIN,			/* each row by itself */
	SM_RESPELL_SHORT,			/* whole words */
	SM_RESPELL_LONG,
	SM_RESPELL_FORM,			/* a legal form of one word, which is left out */
	SM_RESPELL_SHIP,			/* what stands before the name of a ship, which is left out */
	SM_RESPELL_KANA,
	SM_RESPELL_HAN,				/* pinyin in Chinese characters, of a given name */
	SM_RESPELL_HAN_SURNAME,
	SM_RESPELL_WADE_GILES,		/* pinyin */
	SM_RESPELL_HANJA,			/* Hangul in Chinese characters, of a given name */
	SM_RESPELL_HANJA_SURNAME,
	SM_RESPELLINGS
} SmRespelling;

/* Letters in UTF-8, ^ and $ for the beginning and the end of a word, and what is written for them */
typedef struct SmRespellingRow
{
	char		letters[SM_RESPELLING_LETTERS];
	char		written[SM_RESPELLING_WRITTEN];
} SmRespellingRow;

/* The rows, kind by kind, and where those of a kind begin */
extern const SmRespellingRow sm_respellings[];
extern const uint16_t sm_respelling_from[SM_RESPELLINGS + 1];

#endif
