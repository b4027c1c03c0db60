/* Names in Chinese characters */
#include "name/korean/hanja.h"

#include "data/hanja_table.h"
#include "data/spelling_table.h"
#include "name/slot.h"
#include "name/table.h"
#include "name/text/script.h"
#include "name/weight.h"

/* Bits for a name in Chinese characters that starts with a frequent Korean surname */
#define ODDS SM_WEIGHT(3)
/* A surname rarer than 2^-6 is a Chinese or Japanese one more often: a third of the bits beyond */
#define FREQUENT SM_WEIGHT(6)
#define RARE(cost) ((cost) > FREQUENT ? ((cost) - FREQUENT) / 3 : 0)
/* Names of two characters are commoner in China; given names of three are hardly ever Korean */
#define COST_TWO_CHARACTERS SM_WEIGHT(1.5)
#define COST_THREE_GIVEN SM_WEIGHT(8)

/* Repeats the character before it */
#define ITERATION_MARK 0x3005

/* Fewest characters of a name that is read although masks or & stand between them */
#define MASKED_LEAST 3

/* Does it separate the parts of a name?  What encloses another name does not */
static bool
IsIgnored(uint32_t c)
{
	return !sm_is_part(c) && c != '(';
}

static uint64_t
KeyOfHanja(const void *row)
{
	return SM_HANJA_CHARACTER(*(const uint32_t *) row);
}

/* The reading of a character in a given name, NULL if it has none */
static const SmHanjaReading *
FindHanja(uint32_t c)
{
	const uint32_t *row = sm_table_find(sm_hanja, sm_hanja_count, sizeof(uint32_t), KeyOfHanja, c);

	return row != NULL ? SM_HANJA_READING(*row) : NULL;
}

static uint64_t
KeyOfSurname(const void *row)
{
	const SmHanjaSurname *surname = row;

	return (uint64_t) surname->hanja[0] << 32 | surname->hanja[1];
}

/* The reading of a surname of one character (second = 0) or two, NULL if there is none */
static const SmHanjaReading *
FindSurname(uint32_t first, uint32_t second)
{
	const SmHanjaSurname *row = sm_table_find(sm_hanja_surnames, sm_hanja_surname_count, sizeof(SmHanjaSurname),
											  KeyOfSurname, (uint64_t) first << 32 | second);

	return row != NULL ? &row->reading : NULL;
}

/* The surname that a character is, NULL if none */
SmSlot
sm_hanja_surname(uint32_t c)
{
	const SmHanjaReading *r = FindSurname(c, 0);

	return r != NULL ? &sm_hanja_slots[r->slot] : NULL;
}

/* The syllable of a given name that a character is, NULL if none */
SmSlot
sm_hanja_given(uint32_t c)
{
	const SmHanjaReading *r = FindHanja(c);

	return r != NULL ? &sm_hanja_slots[r->slot] : NULL;
}

/* The likeliest syllable of a character, as a surname if it is one and that is asked for; itself if it has none */
uint32_t
sm_hanja_syllable(uint32_t c, bool surname)
{
	const SmHanjaReading *r = surname ? FindSurname(c, 0) : NULL;
	const SmSyllable *syllables = r != NULL ? sm_surname : sm_given;

	if (r == NULL)
		r = FindHanja(c);
	return r != NULL ? syllables[sm_candidate_id(sm_hanja_slots[r->slot + 1])].hangul[0] : c;
}

/*
 * Add the hypothesis that this surname has the first taken characters and a given name the others;
 * returns its odds, those of no Korean name if it cannot be read.
 */
static SmWeight
AddHanja(SmFound *found, const SmHanjaReading *surname, const uint32_t *hanja, int n, int taken)
{
	SmHypothesis h = {0};
	SmWeight	cost;
	int			given = n - taken;

	if (surname == NULL || given < 1 || given > SM_GIVEN_MAX)
		return INT32_MIN;
	cost = surname->cost;
	h.system = SM_SYSTEM_HANJA;
	h.has_surname = true;
	h.slot[0] = &sm_hanja_slots[surname->slot];
	h.given = (uint8_t) given;
	for (int i = 0; i < given; i++)
	{
		const SmHanjaReading *r = FindHanja(hanja[taken + i]);

		if (r == NULL)
			return INT32_MIN;
		h.slot[1 + i] = &sm_hanja_slots[r->slot];
		cost += r->cost;
	}
	h.weight = -(cost + sm_given_cost[given]);
	sm_found_add(found, &h);
	return ODDS - RARE(surname->cost) - (n == 2 ? COST_TWO_CHARACTERS : given > 2 ? COST_THREE_GIVEN : 0);
}

/*
 * Read a name in Chinese characters, surname first; false if it holds anything else, starts with
 * no Korean surname, or has a character without a Korean reading.  It may as well be a Chinese or
 * Japanese name, so the odds are never high.
 */
bool
sm_hanja_read(SmKorean *korean, const SmText *text)
{
	uint32_t	hanja[2 + SM_GIVEN_MAX];
	int			n = 0;
	bool		masked = false;
	SmFound		found;
	SmWeight	one;
	SmWeight	two;

	for (int i = 0; i < text->length; i++)
	{
		uint32_t	c = text->cp[i];

		masked = masked || c == SM_MASK || c == '&';
		if (IsIgnored(c))
			continue;
		if (c == ITERATION_MARK && n > 0)
			c = hanja[n - 1];
		if (!sm_is_hanja(c) || n == 2 + SM_GIVEN_MAX)
			return false;
		hanja[n++] = c;
	}
	if (n < (masked ? MASKED_LEAST : 2))
		return false;
	found.count = 0;
	one = AddHanja(&found, FindSurname(hanja[0], 0), hanja, n, 1);
	two = AddHanja(&found, FindSurname(hanja[0], hanja[1]), hanja, n, 2);
	if (found.count == 0)
		return false;
	sm_found_keep(korean, &found);
	korean->odds = one > two ? one : two;
	return true;
}
