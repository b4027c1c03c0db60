/* Letters of Devanagari and what Latin spellings of names write for them */
#ifndef SM_DEVANAGARI_TABLE_H
#define SM_DEVANAGARI_TABLE_H

#include <stdint.h>

typedef enum SmDevanagariKind
{
	SM_DEVANAGARI_CONSONANT,	/* an a follows unless a sign does */
	SM_DEVANAGARI_VOWEL,		/* by itself */
	SM_DEVANAGARI_SIGN,			/* of a vowel, behind its consonant */
	SM_DEVANAGARI_NASAL,
	SM_DEVANAGARI_VIRAMA,		/* no vowel follows */
	SM_DEVANAGARI_DOT,			/* below a consonant, which it makes another one */
	SM_DEVANAGARI_MARK			/* no sound of its own */
} SmDevanagariKind;

/* A letter, what it sounds, and what with a dot, empty = the same; sorted */
typedef struct SmDevanagari
{
	uint16_t	letter;
	uint8_t		kind;
	char		latin[4];
	char		dotted[4];
} SmDevanagari;

/* A word that is read as Latin letters of its own, by the hash of its letters; sorted */
typedef struct SmDevanagariWord
{
	uint32_t	hash;
	char		latin[4];
} SmDevanagariWord;

extern const SmDevanagari sm_devanagari[];
extern const int sm_devanagari_count;
extern const SmDevanagariWord sm_devanagari_words[];
extern const int sm_devanagari_word_count;

#endif
