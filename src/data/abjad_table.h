/* Letters of Arabic and Hebrew: their codes in words, how these may sound, and what weighs what sounds so */
#ifndef SM_ABJAD_TABLE_H
#define SM_ABJAD_TABLE_H

#include <stdbool.h>
#include <stdint.h>

/* Codes of letters in words stand for themselves in texts: no folded text has these signs but _, which is no code */
#define SM_ABJAD_FIRST '@'
#define SM_ABJAD_LAST '`'
/* Ways that a letter may sound, at most */
#define SM_ABJAD_WAYS 3
/* Consonants of the row of greatest length in sm_unseen_bones_bits */
#define SM_UNSEEN_BONES 6

/* A letter and its code; sorted */
typedef struct SmAbjadLetter
{
	uint16_t	letter;
	uint8_t		code;
} SmAbjadLetter;

/* A code: how it is shown; its sounds in front, inside and at the end of a word, 0 = no further one, '-' = none */
typedef struct SmAbjadCode
{
	char		shown[3];
	char		sound[3][SM_ABJAD_WAYS];
	char		vowel;			/* that it may be, 0 = none */
} SmAbjadCode;

/* A word that is read as a Latin one, by the hash of its codes; sorted */
typedef struct SmAbjadWord
{
	uint32_t	hash;
	char		latin[16];
} SmAbjadWord;

/* What the sign of Hebrew that makes another sound of a letter makes of a code */
typedef struct SmAbjadGeresh
{
	uint8_t		code;
	uint8_t		becomes;
} SmAbjadGeresh;

/* A part of names that is also written apart, in codes: the rest must have so many letters */
typedef struct SmAbjadPart
{
	char		code[8];
	uint8_t		rest;
	bool		front;
	bool		bound;			/* is one name with its neighbour where it stands apart */
} SmAbjadPart;

/* What known words weigh whose consonants have this hash, in 1/16 bit, all of them together; sorted */
typedef struct SmBonesBits
{
	uint32_t	hash;
	uint8_t		bits;
} SmBonesBits;

extern const SmAbjadLetter sm_abjad_letters[];
extern const int sm_abjad_letter_count;
extern const SmAbjadCode sm_abjad_codes[SM_ABJAD_LAST - SM_ABJAD_FIRST + 1];
extern const SmAbjadWord sm_abjad_words[];
extern const int sm_abjad_word_count;
/* Words by what they mean, where they are read so: empty = they are left out */
extern const SmAbjadWord sm_abjad_meanings[];
extern const int sm_abjad_meaning_count;
extern const SmAbjadGeresh sm_abjad_geresh[];
extern const int sm_abjad_geresh_count;
/* The words that stand among the names of fathers, in Latin letters */
extern const char *const sm_abjad_person_words[];
extern const int sm_abjad_person_word_count;
extern const SmAbjadPart sm_abjad_article;
extern const SmAbjadPart sm_abjad_parts[];
extern const int sm_abjad_part_count;
extern const SmBonesBits sm_bones_bits[];
extern const int sm_bones_bits_count;
/* Of those of no known word, by how many consonants they have */
extern const uint8_t sm_unseen_bones_bits[SM_UNSEEN_BONES + 1];

#endif
