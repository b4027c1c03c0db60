/*
 * Birth dates compared: the level of a pair and what it says in bits. A date is what is known of it, from its first
 * day to its last; a level is of the pair of dates that says most for one person, as any of several listed dates may
 * be the true one.
 */
#include "name/person/birth.h"

#include <stdlib.h>

#include "name/log2.h"

/* Years that a slip of the pen may lie apart while day and month agree */
#define SLIP_YEARS 10

/* 1 January, which stands for a year that is not known further */
#define NEW_YEAR 101

/* Do two days differ in one figure, or in two neighbours that are exchanged? */
static bool
IsOneSlip(int32_t a, int32_t b)
{
	int			x[8];
	int			y[8];
	int			first = -1;
	int			differ = 0;

	for (int i = 7; i >= 0; i--, a /= 10, b /= 10)
	{
		x[i] = a % 10;
		y[i] = b % 10;
		if (x[i] != y[i])
		{
			first = i;
			differ++;
		}
	}
	return differ == 1 || (differ == 2 && x[first] == y[first + 1] && x[first + 1] == y[first]);
}

/* The level of two whole days, SM_BIRTH_LEVELS = their years decide */
static SmBirthLevel
LevelOfDays(int32_t a, int32_t b)
{
	if (a == b)
		return a % 10000 == NEW_YEAR ? SM_BIRTH_NEW_YEAR : SM_BIRTH_SAME_DAY;
	if (SM_YEAR_OF(a) == SM_YEAR_OF(b) && SM_MONTH_OF(a) == SM_DAY_OF(b) && SM_DAY_OF(a) == SM_MONTH_OF(b))
		return SM_BIRTH_SWAPPED;
	if (a % 10000 == NEW_YEAR || b % 10000 == NEW_YEAR)
		return SM_YEAR_OF(a) == SM_YEAR_OF(b) ? SM_BIRTH_YEAR : SM_BIRTH_LEVELS;
	if (IsOneSlip(a, b) || a / 100 == b / 100 ||
		(a % 10000 == b % 10000 && abs(SM_YEAR_OF(a) - SM_YEAR_OF(b)) <= SLIP_YEARS))
		return SM_BIRTH_SLIP;
	return SM_YEAR_OF(a) == SM_YEAR_OF(b) ? SM_BIRTH_WITHIN_YEAR : SM_BIRTH_LEVELS;
}

/* Years between two dates of which neither may be in the other's years; 0 = they share one */
static int
YearsBetween(const SmBirth *a, const SmBirth *b)
{
	int			before = SM_YEAR_OF(a->from) - SM_YEAR_OF(b->to);
	int			after = SM_YEAR_OF(b->from) - SM_YEAR_OF(a->to);

	return before > 0 ? before : after > 0 ? after : 0;
}

static SmBirthLevel
LevelOfYears(int years)
{
	return years == 0 ? SM_BIRTH_YEAR : years == 1 ? SM_BIRTH_ONE_YEAR : years == 2 ? SM_BIRTH_TWO_YEARS :
		years <= 5 ? SM_BIRTH_FIVE_YEARS : years <= 10 ? SM_BIRTH_TEN_YEARS : SM_BIRTH_FURTHER;
}

/* The first level that fits a pair */
static SmBirthLevel
LevelOf(const SmBirth *a, const SmBirth *b)
{
	SmBirthPrecision p = sm_birth_precision(a);
	SmBirthPrecision q = sm_birth_precision(b);
	int			years = YearsBetween(a, b);

	if (p == SM_PRECISE_DAY && q == SM_PRECISE_DAY)
	{
		SmBirthLevel level = LevelOfDays(a->from, b->from);

		if (level != SM_BIRTH_LEVELS)
			return level;
	}
	else if (p <= SM_PRECISE_MONTH && q <= SM_PRECISE_MONTH && years == 0)
		return a->from / 100 == b->from / 100 ? SM_BIRTH_MONTH : SM_BIRTH_WITHIN_YEAR;
	else if (years == 0 && (a->from > b->to || b->from > a->to))
		return SM_BIRTH_WITHIN_YEAR;
	return LevelOfYears(years);
}

/* How sure a pair is where there are so many pairs */
static SmBirthCertainty
CertaintyOf(const SmBirth *a, const SmBirth *b, int pairs)
{
	SmBirthPrecision p = sm_birth_precision(a);
	SmBirthPrecision q = sm_birth_precision(b);

	if (p == SM_PRECISE_DAY && q == SM_PRECISE_DAY && !a->circa && !b->circa)
		return pairs > 1 ? SM_BIRTH_SEVERAL : SM_BIRTH_FULL;
	if (pairs > 1 || a->circa || b->circa || p == SM_PRECISE_INTERVAL || q == SM_PRECISE_INTERVAL)
		return SM_BIRTH_UNCERTAIN;
	return SM_BIRTH_PART;
}

/*
 * Compare the dates of a subject with those of a listed person, at least one each. The pair of most bits is taken; of
 * so many pairs what speaks for one person is worth log2 of their number less, for any of them would have done.
 */
SmBirthPair
sm_birth_compare(const SmBirth *subject, int subjects, const SmBirth *listed, int n)
{
	SmBirthPair best = {0, 0, SM_BIRTH_FURTHER, SM_BIRTH_UNCERTAIN, INT32_MIN};

	for (int i = 0; i < subjects; i++)
		for (int j = 0; j < n; j++)
		{
			SmBirthLevel level = LevelOf(&subject[i], &listed[j]);
			SmBirthCertainty certainty = CertaintyOf(&subject[i], &listed[j], subjects * n);
			SmWeight	bits = sm_birth_bits[level][certainty];

			if (bits > best.bits)
				best = (SmBirthPair) {i, j, level, certainty, bits};
		}
	if (best.bits > 0)
	{
		best.bits -= sm_log2((uint64_t) subjects * (uint64_t) n);
		best.bits = best.bits < 0 ? 0 : best.bits;
	}
	return best;
}
