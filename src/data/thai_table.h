/* Letters of Thai, parts of names, and what Latin spellings of names write for them */
#ifndef SM_THAI_TABLE_H
#define SM_THAI_TABLE_H

#include <stdint.h>

/* Where the letters stand among all, and how many places they have */
#define SM_THAI_FIRST 0xE00
#define SM_THAI_LETTERS 0x50
/* Letters of a part, at most */
#define SM_THAI_PART_LETTERS 12

typedef enum SmThaiKind
{
	SM_THAI_NONE,				/* no letter */
	SM_THAI_CONSONANT,
	SM_THAI_SIGN,				/* of a vowel, behind its consonant */
	SM_THAI_FRONT,				/* of a vowel that is written before its consonant */
	SM_THAI_MUTE,				/* makes the letter before it mute */
	SM_THAI_RING,				/* with the sign of a long a it is am */
	SM_THAI_MARK				/* of a tone, or no sound */
} SmThaiKind;

/* A letter and what it sounds, in front of a vowel and at the end of a syllable */
typedef struct SmThai
{
	uint8_t		kind;
	char		latin[4];
	char		end[4];
} SmThai;

typedef enum SmThaiPartKind
{
	SM_THAI_PART,				/* of a word */
	SM_THAI_TITLE,				/* in front of a word */
	SM_THAI_WORD				/* wherever it stands */
} SmThaiPartKind;

/* A part of names that is read as Latin letters of its own, by the hash of its letters, places each; sorted */
typedef struct SmThaiPart
{
	uint32_t	hash;
	uint8_t		kind;
	char		latin[12];
} SmThaiPart;

/* By their places */
extern const SmThai sm_thai[SM_THAI_LETTERS];
extern const SmThaiPart sm_thai_parts[];
extern const int sm_thai_part_count;

#endif
