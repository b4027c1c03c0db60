#ifndef SM_SYLLABLE_TABLE_H
#define SM_SYLLABLE_TABLE_H

#include <stdbool.h>
#include <stdint.h>

/* Spelling systems: one for a whole name */
#define SM_SYSTEMS 5
/* Given-name syllables and surnames; a slot of a reading holds ids of one of the two */
#define SM_GIVEN 512
#define SM_SURNAMES 183
/* Candidates of a slot: id << 7 | q, q = floor(8 log2(p / P)) + SM_Q_ZERO, the likeliest first */
#define SM_CANDIDATES 4
#define SM_Q_ZERO 16
/* A cost that says: not a spelling of this kind */
#define SM_NEVER UINT16_MAX
/* No onset, nucleus or coda: a surname of two syllables */
#define SM_NO_JAMO 255

/* A syllable (or surname of two) in DPRK spelling */
typedef struct SmSyllable
{
	uint16_t	hangul[2];		/* second is 0 for one syllable */
	uint8_t		onset;			/* indexes of the jamo, as Unicode counts them */
	uint8_t		nucleus;
	uint8_t		coda;
	uint8_t		prior;			/* -8 log2 P(syllable), floor of P 2e-4 */
	uint16_t	place;			/* 0..1023 along the order in which confusable syllables lie together */
} SmSyllable;

extern const SmSyllable sm_given[SM_GIVEN];
extern const SmSyllable sm_surname[SM_SURNAMES];

/* What one spelling stands for in one role; cost = -256 log2 P(spelling | system) */
typedef struct SmSpelling
{
	uint16_t	cost[SM_SYSTEMS];
	uint32_t	slot[SM_SYSTEMS];	/* where its candidates start in sm_slots, their count first */
} SmSpelling;

extern const SmSpelling sm_spellings[];
extern const uint16_t sm_slots[];

/* Trie of all spellings over letter codes 0..31; children of a node stand together */
typedef struct SmTrieNode
{
	uint32_t	children;		/* bit per letter code */
	uint16_t	first;			/* node of the first child */
	uint16_t	given;			/* spelling + 1, 0 = none */
	uint16_t	surname;
} SmTrieNode;

extern const SmTrieNode sm_trie[];

/* Hangul syllables as written, South Korean spellings included; sorted by code point */
typedef struct SmWritten
{
	uint16_t	hangul;
	uint16_t	given_cost;		/* SM_NEVER = no given-name syllable */
	uint16_t	surname_cost;
	uint32_t	given_slot;
	uint32_t	surname_slot;
} SmWritten;

extern const SmWritten sm_written[];
extern const int sm_written_count;

/* Surnames of two syllables by their written form */
typedef struct SmLongSurname
{
	uint16_t	hangul[2];
	uint16_t	cost;
	uint32_t	slot;
} SmLongSurname;

extern const SmLongSurname sm_long_surnames[];
extern const int sm_long_surname_count;

/* Initials: which given-name syllables start with a letter, and -256 log2 of their share */
typedef struct SmInitial
{
	uint8_t		syllables[SM_GIVEN / 8];
	uint16_t	cost;			/* SM_NEVER = none does */
} SmInitial;

extern const SmInitial sm_initials[26];

/* Assimilation across a syllable border, letter codes padded with 255 */
typedef struct SmSandhi
{
	uint8_t		end[2];
	uint8_t		start;
	uint8_t		end_meant[2];
	uint8_t		start_meant;
	uint16_t	cost;
} SmSandhi;

extern const SmSandhi sm_sandhi[];
extern const int sm_sandhi_count;

/* Jamo taken for one another, a bit per jamo index */
extern const uint32_t sm_near_onset[19];
extern const uint32_t sm_near_nucleus[21];
extern const uint32_t sm_near_coda[28];

/* -256 log2 P(second | first) of non-Korean names over a-z = 0..25, 26 = border of a word */
extern const uint16_t sm_background[27][27];

/* -256 log2 P(system) */
extern const uint16_t sm_system_cost[SM_SYSTEMS];

#endif
