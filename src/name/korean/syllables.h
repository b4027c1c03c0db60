/* A given name in letters cut into syllables */
#ifndef SM_KOREAN_SYLLABLES_H
#define SM_KOREAN_SYLLABLES_H

#include <stdbool.h>
#include <stdint.h>

#include "name/korean/hypothesis.h"
#include "name/korean/letters.h"
#include "name/weight.h"

/* What is found while the given name is cut into syllables */
typedef struct SmSearch
{
	const SmLetters *letters;
	SmFound    *found;
	uint16_t	surname;		/* spelling + 1, 0 = none */
	SmWeight	cost;			/* of the arrangement and the letters */
	SmWeight	least;			/* for slips: least cost of the spellings so far */
	bool		joined;			/* the given name is one word */
	uint8_t		code[SM_LETTERS_MAX];	/* letters as meant, assimilation undone */
	bool		border[SM_LETTERS_MAX + 1];
	int			end;
	uint8_t		fewest[SM_LETTERS_MAX + 1]; /* for slips: syllables that the letters from there on need */
	uint64_t	starts[SM_GIVEN_MAX];	/* for slips: from where on they need at most so many, a bit for each place */
	int			depth;
	uint16_t	path[SM_GIVEN_MAX];	/* spellings + 1, or PATH_INITIAL + letter */
} SmSearch;

_Static_assert(SM_LETTERS_MAX < 64, "places of letters are bits of a word");

/* A name with a slip so much less likely than the best one is none */
#define SM_NEGLIGIBLE_SLIP SM_WEIGHT(6)

/* Slips are many, and most of them unlikely: is one of this weight, by itself or beside the best one? */
static inline bool
sm_search_hopeless(const SmSearch *s, SmWeight weight)
{
	return weight <= s->letters->hopeless || (s->found->count > 0 && weight <= s->found->best - SM_NEGLIGIBLE_SLIP);
}

/* What a word of letters a-z spells, a bit each */
#define SM_SPELLS_SURNAME 1
#define SM_SPELLS_GIVEN 2

extern uint16_t sm_surname_spelling(const SmLetters *l, int from, int to);
extern uint16_t sm_given_spelling(const SmLetters *l, int from, int to);
/* What n folded Latin letters spell as one word, SM_SPELLS_*, apostrophes apart; 0 = nothing */
extern int	sm_letters_spell(const uint32_t *cp, int n);

extern void sm_search_start(SmSearch *s, uint16_t surname, int from, int to, SmWeight cost);
extern void sm_search_add(SmSearch *s, uint32_t systems);
extern void sm_search_cut(SmSearch *s, int from, uint32_t systems);

#endif
