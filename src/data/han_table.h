/* Chinese characters as names in Mandarin and Cantonese */
#ifndef SM_HAN_TABLE_H
#define SM_HAN_TABLE_H

#include <stdint.h>

/* The characters that have readings */
#define SM_HAN_FIRST 0x4E00
#define SM_HAN_LAST 0x9FFF
/* With the number of a syllable: a character that only the People's Republic and Singapore write */
#define SM_HAN_SIMPLIFIED 0x8000
/* Bytes of a syllable and its end; characters of a word, at most */
#define SM_HAN_SPELLING 8
#define SM_HAN_WORD 6

/* A syllable in pinyin and in Wade-Giles, without tones and apostrophes */
typedef struct SmMandarin
{
	char		pinyin[SM_HAN_SPELLING];
	char		wade_giles[SM_HAN_SPELLING];
} SmMandarin;

/* A surname that is read otherwise than its character: syllable, form of Hong Kong; 0, empty = as ever; sorted */
typedef struct SmHanSurname
{
	uint16_t	character;
	uint16_t	mandarin;
	char		hong_kong[SM_HAN_SPELLING];
} SmHanSurname;

/* A word of bodies or a place, and Latin words for it, empty = none is needed */
typedef struct SmHanWord
{
	uint8_t		length;
	uint16_t	character[SM_HAN_WORD];
	char		latin[24];
} SmHanWord;

/* Numbers of syllables, 0 = none, which stands first */
extern const uint16_t sm_han_mandarin[SM_HAN_LAST - SM_HAN_FIRST + 1];
extern const uint16_t sm_han_cantonese[SM_HAN_LAST - SM_HAN_FIRST + 1];
extern const SmMandarin sm_mandarin_spellings[];
extern const char sm_cantonese_spellings[][SM_HAN_SPELLING];
extern const SmHanSurname sm_han_surnames[];
extern const int sm_han_surname_count;
/* Sorted by their first character, of those with one the longest first */
extern const SmHanWord sm_han_words[];
extern const int sm_han_word_count;

#endif
