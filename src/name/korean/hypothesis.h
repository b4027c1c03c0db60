/* The ways to read a name as a Korean person's */
#ifndef SM_KOREAN_HYPOTHESIS_H
#define SM_KOREAN_HYPOTHESIS_H

#include <stdbool.h>
#include <stdint.h>

#include "data/syllable_table.h"
#include "name/weight.h"

/* Syllables of a given name, hypotheses kept of a name, foreign given names */
#define SM_GIVEN_MAX 4
#define SM_HYPOTHESES 5
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
/* And from which on it is nothing else */
#define SM_ODDS_SURE SM_WEIGHT(12)

/* Hypotheses looked at before the likeliest are kept; of more the least likely are ignored */
#define SM_FOUND_MAX 160

/* The ways to read a name that have been found, each with its log2 likelihood as weight */
typedef struct SmFound
{
	int			count;
	SmWeight	best;			/* weight of the likeliest so far, and its syllables of a given name */
	int			best_given;
	uint32_t	digest[SM_FOUND_MAX];	/* of what each reads, to find the same */
	SmHypothesis hypothesis[SM_FOUND_MAX];
} SmFound;

/* Prior cost of a given name by its number of syllables, of a name without a surname */
extern const SmWeight sm_given_cost[1 + SM_GIVEN_MAX];
#define SM_COST_NO_SURNAME SM_WEIGHT(8.66)

extern void sm_found_add(SmFound *found, const SmHypothesis *hypothesis);
extern SmWeight sm_found_keep(SmKorean *korean, const SmFound *found);
extern void sm_korean_copy(SmKorean *korean, const SmKorean *other);

#endif
