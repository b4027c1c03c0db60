/* How syllables are spelled: systems, spellings, their trie */
#ifndef SM_SPELLING_TABLE_H
#define SM_SPELLING_TABLE_H

#include "data/syllable_table.h"

/* Spelling systems: one for a whole name; in the order of systems.tsv */
#define SM_SYSTEMS 28
/* Those that a name may be read in at once, at most */
#define SM_SYSTEMS_AT_ONCE 20
/*
 * Those that names of a script are read in, a bit each; those that spell Chinese readings; the Korean ones, which a
 * name may mix
 */
extern const uint32_t sm_systems_mixed;
extern const uint32_t sm_systems_of_latin;
extern const uint32_t sm_systems_of_cyrillic;
extern const uint32_t sm_systems_of_kana;
extern const uint32_t sm_systems_of_mandarin;

/* Readings that are not spelled, or through the letters of another script */
#define SM_SYSTEM_KANA 29
/* Latin letters with a slip of the pen among them */
#define SM_SYSTEM_SLIP 28
#define SM_SYSTEM_HANJA 30
#define SM_SYSTEM_HANGUL 31

/*
 * What spelling i stands for: for k from sm_spelling_start[i] up to sm_spelling_start[i + 1] in
 * system SM_SPELLED_SYSTEM(k) the slot SM_SPELLED_SLOT(k), at a cost of -256 log2 P(spelling | system)
 */
extern const uint32_t sm_spelling_start[];
extern const uint32_t sm_spelling_systems[];	/* a bit for each that has spelling i */
extern const uint32_t sm_spelled_slot[];
extern const uint16_t sm_spelled_cost[];
extern const uint16_t sm_spelling_least[];	/* least cost of spelling i in the systems that a name may mix */
extern const uint16_t sm_given_least;	/* the least of all given syllables */
extern const uint16_t sm_spelling_slots[];

#define SM_SPELLED_SYSTEM(k) (sm_spelled_slot[k] & 31)
#define SM_SPELLED_SLOT(k) (&sm_spelling_slots[sm_spelled_slot[k] >> 5])

/*
 * Trie of all spellings over letter codes 0..31; children of a node stand together.  Latin codes: a-z,
 * the apostrophe of an aspirate, o and u with breve, ö, č, ž.
 */
typedef struct SmTrieNode
{
	uint32_t	children;		/* bit per letter code */
	uint16_t	first;			/* node of the first child */
	uint16_t	given;			/* spelling + 1, 0 = none */
	uint16_t	surname;
} SmTrieNode;

extern const SmTrieNode sm_trie[];

/* Roots of the trie, a script each; behind these two the alphabets of alphabets.tsv */
#define SM_ROOT_LATIN 0
#define SM_ROOT_CYRILLIC 1
#define SM_ROOTS 9
/* Two more, for names in Latin letters with a slip: syllables of given names, and surnames, of the systems that mix */
#define SM_ROOT_SLIPPED_GIVEN SM_ROOTS
#define SM_ROOT_SLIPPED_SURNAME (SM_ROOTS + 1)
/* Letters of the longest of these syllables */
#define SM_SLIPPED_GIVEN_LETTERS 7
/* The systems that spell with the letters of each, a bit each */
extern const uint32_t sm_root_systems[SM_ROOTS];

/* A letter beyond a-z and the letter codes it is read as, padded with 255; sorted */
typedef struct SmSpellingLetter
{
	uint16_t	letter;
	uint8_t		code[2];
} SmSpellingLetter;

extern const SmSpellingLetter sm_spelling_letters[];
extern const int sm_spelling_letter_count;
/* The row + 1 of a letter below these, 0 = none */
#define SM_SPELLING_LETTERS_AT 0x530
extern const uint16_t sm_spelling_letters_at[SM_SPELLING_LETTERS_AT];

/* Where a letter of a further alphabet stands, and what else it does */
#define SM_ALPHABET_LETTER 0
#define SM_ALPHABET_FRONT 1		/* read behind the letter that follows */
#define SM_ALPHABET_MUTE 2		/* the letter before it is not read */
#define SM_ALPHABET_ENDING 3	/* at the end of a name it may be an ending */

/* A letter of a further alphabet, the root of its spellings, the letter codes it is read as, padded with 255; sorted */
typedef struct SmAlphabetLetter
{
	uint16_t	letter;
	uint8_t		root;
	uint8_t		code[2];
	uint8_t		how;			/* SM_ALPHABET_... */
} SmAlphabetLetter;

extern const SmAlphabetLetter sm_alphabet_letters[];
extern const int sm_alphabet_letter_count;

/* Letter codes of a root as a-z without marks */
extern const char sm_plain[SM_ROOTS][32][5];

/* Initials: which given-name syllables start with a letter, and -256 log2 of their share */
typedef struct SmInitial
{
	uint8_t		syllables[SM_GIVEN / 8];
	uint16_t	cost;			/* SM_NEVER = none does */
} SmInitial;

extern const SmInitial sm_initials[26];

/* Assimilation across a syllable border in a script, letter codes padded with 255 */
#define SM_SANDHI_LATIN 0
#define SM_SANDHI_CYRILLIC 1
#define SM_SANDHI_KANA 2
/* Those of a further alphabet */
#define SM_SANDHI_OF(root) ((root) + 1)

typedef struct SmSandhi
{
	uint8_t		end[2];
	uint8_t		start;
	uint8_t		end_meant[2];
	uint8_t		start_meant;
	uint16_t	cost;
	uint32_t	systems;		/* that write so */
} SmSandhi;

/* As start and start_meant: whatever vowel stands there */
#define SM_SANDHI_VOWEL 255

extern const SmSandhi sm_sandhi[];
/* The first rule of each script, and one behind the last of all */
extern const uint8_t sm_sandhi_first[SM_SANDHI_OF(SM_ROOTS) + 1];
/* For each script, the letters that an end of a rule begins with, a bit each */
extern const uint32_t sm_sandhi_ends[];
extern const uint32_t sm_latin_vowels;	/* a bit per letter code */

/* -256 log2 P(second | first) of non-Korean names over a-z = 0..25, 26 = border of a word */
extern const uint16_t sm_background[27][27];

extern const char *const sm_system_titles[SM_SYSTEMS];

/* -256 log2 P(system), and of P(system, given name of several syllables apart or in one word) */
#define SM_STYLE_NONE 0
#define SM_STYLE_APART 1
#define SM_STYLE_JOINED 2
extern const uint16_t sm_system_cost[SM_SYSTEMS][3];

#endif
