/* Words that stand beside names */
#ifndef SM_BESIDE_TABLE_H
#define SM_BESIDE_TABLE_H

#include <stdint.h>

/* Kinds of what stands beside a name */
typedef enum SmBesideKind
{
	SM_BESIDE_NONE,
	SM_BESIDE_TITLE,			/* title, rank, honorific, degree */
	SM_BESIDE_OFFICE,			/* a word of an office: ministry, committee */
	SM_BESIDE_ROLE,				/* role, kin */
	SM_BESIDE_PLACE,			/* country, town, word of an address */
	SM_BESIDE_LABEL,			/* says that a name follows: payee, attention */
	SM_BESIDE_IDENTIFIER,		/* says that a number follows: passport no */
	SM_BESIDE_SEPARATOR,		/* parts two names: also known as, and */
	SM_BESIDE_PAYMENT,			/* a word of a payment: invoice, salary */
	SM_BESIDE_SHIP,				/* label of a ship: motor vessel */
	SM_BESIDE_BRANCH,			/* branch, office */
	SM_BESIDE_COMPANY			/* a word of a company or body: trading, bank */
} SmBesideKind;

/* Where it stands */
#define SM_BESIDE_FRONT 1
#define SM_BESIDE_BEHIND 2
#define SM_BESIDE_BRACKETED 4	/* only in brackets */
#define SM_BESIDE_OF_SHIP 8		/* only beside the name of a ship */
#define SM_BESIDE_AND 16		/* and, or: it parts names, but words of companies as well */
#define SM_BESIDE_MAIDEN 32		/* a surname before marriage follows, unless a number does */
#define SM_BESIDE_ONLY (SM_BESIDE_BRACKETED | SM_BESIDE_OF_SHIP)

/* Words of a phrase, bytes of a word, and letters of what is glued to a name: the most there are */
#define SM_BESIDE_WORDS 6
#define SM_BESIDE_BYTES 48
#define SM_GLUED_MOST 12

/* The word that is any number */
#define SM_BESIDE_NUMBER 1

/*
 * Words and the phrases that start with them: the node of a word has its number, from 1 on, and the nodes that go on
 * from a node follow one another, sorted by their words
 */
typedef struct SmBesideNode
{
	uint16_t	word;
	uint16_t	first;			/* of the nodes that go on from here */
	uint16_t	count;
	uint8_t		kind;			/* of the phrase that ends here, SM_BESIDE_NONE = none does */
	uint8_t		stands;			/* SM_BESIDE_FRONT and so on */
} SmBesideNode;

extern const SmBesideNode sm_beside_nodes[];
extern const int sm_beside_phrase_count;

/* The texts of the words without terminators, and where each starts; word 0 is none */
extern const char sm_beside_pool[];
extern const uint32_t sm_beside_starts[];

/* Open hash of the words by FNV-1a of their bytes: number of the word, 0 = free; collisions go to the next slot */
#define SM_BESIDE_SLOTS 65536
extern const uint16_t sm_beside_slots[SM_BESIDE_SLOTS];
/* Which slots are not free, a bit each: what few words have to be looked up any further */
extern const uint8_t sm_beside_filled[SM_BESIDE_SLOTS / 8];

/* A letter and the one that stands for it in these words, 0 = none: it is left out; sorted */
typedef struct SmBesideLetter
{
	uint16_t	letter;
	uint16_t	base;
} SmBesideLetter;

extern const SmBesideLetter sm_beside_letters[];
extern const int sm_beside_letter_count;

/* What is glued to names in Hangul, Chinese characters, kana and Thai */
typedef struct SmGlued
{
	uint32_t	text;			/* where it starts in the pool */
	uint8_t		length;
	uint8_t		kind;
} SmGlued;

extern const uint16_t sm_glued_pool[];
extern const SmGlued sm_glued[];

/*
 * Open hashes by FNV-1a of its code points from the outside, in front from the first on and behind from the last:
 * number + 1
 */
#define SM_GLUED_SLOTS 16384
extern const uint16_t sm_glued_front[SM_GLUED_SLOTS];
extern const uint16_t sm_glued_behind[SM_GLUED_SLOTS];

#endif
