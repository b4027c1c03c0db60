#ifndef SM_KOREAN_KOREAN_H
#define SM_KOREAN_KOREAN_H

#include "data/spelling_table.h"
#include "name/log2.h"
#include "name/text/text.h"

/* Syllables of a given name, hypotheses kept of a name */
#define SM_GIVEN_MAX 4
#define SM_HYPOTHESES 5
/* In place of a slot's number of candidates: it is an initial, this plus the letter's place */
#define SM_SLOT_INITIAL 0x8000
/* The same for a foreign given name: this plus its weight in 1/8 bit; hash and first letter follow */
#define SM_SLOT_FOREIGN 0x4000
#define SM_FOREIGN_MAX 2

/* One way to read a whole name: a spelling system, a surname and the syllables of a given name */
typedef struct SmHypothesis
{
	SmWeight	weight;			/* log2 of its share of the name */
	uint8_t		system;
	uint8_t		given;			/* syllables of the given name */
	bool		has_surname;
	SmSlot		slot[1 + SM_GIVEN_MAX];	/* surname, given name */
} SmHypothesis;

/* The readings of a name as a Korean person's, the likeliest first */
typedef struct SmKorean
{
	int			count;
	SmWeight	odds;			/* log2 of how much likelier it is so than as any other name */
	SmHypothesis hypothesis[SM_HYPOTHESES];
	uint16_t	foreign[SM_FOREIGN_MAX][3];	/* slots that hypotheses may point to */
} SmKorean;

/* Odds in bits above which a name is read as Korean */
#define SM_KOREAN_FROM SM_WEIGHT(-3)

extern bool sm_korean_read(SmKorean *korean, const SmText *text);

#endif
