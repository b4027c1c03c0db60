/*
 * How many people bear a Korean name, from counts of given names, which the match weight does not know: given names are
 * not made of independent syllables, so common ones are far more common than their syllables say.
 *
 * P(given) = (c + k q) / (n + k), where c of n people who were counted bear the name, q is the product of what its
 * syllables say, and k = 8,000 is how many people that is worth.  Held against half of the counts that the other half
 * was not made of, names that ten or more bear are within a factor of 3 in 19 of 20 cases.  Most who were counted are
 * men, and women's names are up to 5 times as common.  Of the North nothing is counted: its surnames are estimated,
 * its given names taken for those of the South, but that more are of one syllable.
 */
#include "name/person/rarity.h"

#include <stddef.h>

#include "data/given_name_table.h"
#include "data/syllable_table.h"
#include "name/korean/southern.h"
#include "name/reading/names.h"
#include "name/reading/reading.h"
#include "name/reading/unpack.h"
#include "name/slot.h"
#include "name/table.h"
#include "name/weight.h"

/* Least share of its slot that makes a syllable one that the spelling may stand for, in 1/8 bit: 1/16 */
#define LEAST_EIGHTHS (-32)
/* Names that one spelling may stand for; more are the least likely ones */
#define NAMES_MAX 96
/* Hypotheses of a smaller share are left out, in log2 */
#define LEAST_HYPOTHESIS SM_WEIGHT(-4)

const SmRarityRange sm_rarity_south = {3, 5};
const SmRarityRange sm_rarity_north = {4, 5};

/* Names that have been counted: surname and given name in southern spelling */
typedef struct Counted
{
	int			n;
	struct
	{
		int			surname;
		uint16_t	hangul[2];
	}			name[NAMES_MAX];
	SmRarity	sum;
} Counted;

/* The share of a given name of which so many of a sample have been counted, and that its syllables give another one */
double
sm_given_share(double people, double sample, double by_syllables)
{
	return (people + sm_given_worth * by_syllables) / (sample + sm_given_worth);
}

/* The share of people who have a syllable as the first or the second of a given name */
static double
SyllableShare(uint16_t hangul, bool first)
{
	const SmGivenSyllable *row = sm_table_find(sm_given_syllables, sm_given_syllable_count, sizeof(SmGivenSyllable),
											   sm_key_16, hangul);

	/* one that nobody was counted with is as rare as half a person */
	return ((row == NULL ? 0 : first ? row->first : row->second) + 0.5) / SM_GIVEN_SAMPLE;
}

/* Add the people who bear a name, but once */
static void
CountName(Counted *counted, int surname, uint16_t first, uint16_t second)
{
	uint16_t	written = (uint16_t) sm_south_syllable(first);
	uint64_t	key = (uint64_t) written << 16 | second;
	const SmGivenName *row;
	double		people;
	double		by_syllables;
	double		south = second ? 1 - sm_given_single_south : sm_given_single_south;
	double		north = second ? 1 - sm_given_single_north : sm_given_single_north;

	for (int i = 0; i < counted->n; i++)
		if (counted->name[i].surname == surname && counted->name[i].hangul[0] == written &&
			counted->name[i].hangul[1] == second)
			return;
	if (counted->n == NAMES_MAX)
		return;
	by_syllables = SyllableShare(written, true) * (second ? SyllableShare(second, false) : 1);
	counted->name[counted->n].surname = surname;
	counted->name[counted->n].hangul[0] = written;
	counted->name[counted->n++].hangul[1] = second;
	row = sm_table_find(sm_given_names, sm_given_name_count, sizeof(SmGivenName), sm_key_two_16, key);
	people = row ? row->people : 0;
	counted->sum.south += sm_surname_share[surname].south *
		sm_given_share(people, SM_GIVEN_SAMPLE, by_syllables * south);
	counted->sum.north += sm_surname_share[surname].north *
		sm_given_share(people * (second ? 1 : sm_given_single_north / sm_given_single_south), SM_GIVEN_SAMPLE,
					   by_syllables * north);
}

/* May the spelling stand for a candidate, is it not much less likely than others? */
static bool
IsMeant(int candidate, const SmSyllable *syllables)
{
	return sm_candidate_lift(candidate) - syllables[sm_candidate_id(candidate)].prior >= LEAST_EIGHTHS;
}

/* Count the names of a surname: all that the slots of the given name may be */
static void
CountGiven(Counted *counted, int surname, const uint8_t *first, const uint8_t *second)
{
	for (int i = 0; i < sm_slot_count(first); i++)
	{
		int			a = sm_slot_candidate(first, i);

		if (!IsMeant(a, sm_given))
			continue;
		if (second == NULL)
			CountName(counted, surname, sm_given[sm_candidate_id(a)].hangul[0], 0);
		for (int j = 0; second != NULL && j < sm_slot_count(second); j++)
		{
			int			b = sm_slot_candidate(second, j);

			if (IsMeant(b, sm_given))
				CountName(counted, surname, sm_given[sm_candidate_id(a)].hangul[0],
						  sm_given[sm_candidate_id(b)].hangul[0]);
		}
	}
}

/*
 * The shares of a name that a reading, of which the first Korean name counts, may stand for; false: it is of no Korean,
 * or without a surname or a given name of one or two syllables
 */
bool
sm_rarity(SmRarity *rarity, const uint8_t *reading)
{
	SmNames		names;
	int			first = 0;
	SmParts		parts;
	Counted		counted = {0};

	sm_names(&names, reading, NULL);
	while (first < names.count && !SM_IS_KOREAN(names.name[first].reading))
		first++;
	if (first == names.count)
		return false;
	sm_unpack(&parts, names.name[first].reading);
	for (int h = 0; h < parts.count; h++)
	{
		const SmHypothesisParts *part = &parts.part[h];
		const uint8_t *surname;

		if (!part->has_surname || part->given < 1 || part->given > 2 || part->weight < LEAST_HYPOTHESIS)
			continue;
		surname = parts.slot[part->slot[0]];
		for (int i = 0; i < sm_slot_count(surname); i++)
			if (IsMeant(sm_slot_candidate(surname, i), sm_surname))
				CountGiven(&counted, sm_candidate_id(sm_slot_candidate(surname, i)), parts.slot[part->slot[1]],
						   part->given == 2 ? parts.slot[part->slot[2]] : NULL);
	}
	*rarity = counted.sum;
	return counted.n > 0;
}

/* A number of people as far as it is known: to one figure, and to one below ten */
double
sm_round_to_figure(double people)
{
	double		unit = 1;

	while (people >= 10 * unit)
		unit *= 10;
	return (double) (int64_t) (people / unit + 0.5) * unit;
}
