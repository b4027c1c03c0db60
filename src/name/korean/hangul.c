/* Names in Hangul */
#include "name/korean/hangul.h"

#include "data/hangul_table.h"
#include "data/spelling_table.h"
#include "name/table.h"
#include "name/weight.h"

/* Hangul is never anything but Korean; with the surname last it may be no person, with digits something numbered */
#define CERTAIN SM_WEIGHT(100)
#define ODDS_TURNED SM_WEIGHT(8)
#define ODDS_WITH_DIGITS SM_WEIGHT(6)
/* Fewest syllables of a name that is read although something is written between them that is no sign */
#define DISGUISED_LEAST 3
/* Ships and rooms are numbered with it, and ships are called so */
#define HANGUL_HO 0xD638
/* The surname last, as in spelling.c: so are names of ships and places read that are spelled in letters */
#define COST_LAST SM_WEIGHT(3.3)
/* And how much likelier that must be than a surname in front: Koreans write theirs in front */
#define LEAD_LAST SM_WEIGHT(8)
/* It is a ship's, and without the word behind it */
#define COST_SHIP SM_WEIGHT(3)
/* Syllables of a name that is longer than those of people are */
#define LONG_NAME 4

/* The row of a Hangul syllable as written, NULL if no name has it */
static const SmWritten *
FindWritten(uint32_t c)
{
	return sm_table_find(sm_written, sm_written_count, sizeof(SmWritten), sm_key_16, c);
}

/* The surname that a Hangul syllable is, NULL if none */
SmSlot
sm_hangul_surname(uint32_t c)
{
	const SmWritten *w = FindWritten(c);

	return w != NULL && w->surname_cost != SM_NEVER ? &sm_hangul_slots[w->surname_slot] : NULL;
}

/* The cost of the surname that a Hangul syllable is, SM_NEVER if none */
SmWeight
sm_hangul_surname_cost(uint32_t c)
{
	const SmWritten *w = FindWritten(c);

	return w != NULL ? w->surname_cost : SM_NEVER;
}

/* The syllable of a given name that a Hangul syllable is, its first or a later one; NULL if none */
SmSlot
sm_hangul_given(uint32_t c, bool first)
{
	const SmWritten *w = FindWritten(c);

	if (w == NULL || w->first_cost == SM_NEVER)
		return NULL;
	return &sm_hangul_slots[first ? w->first_slot : w->later_slot];
}

/* Add the hypothesis that the given name is the syllables from..to */
static void
AddHangul(SmFound *found, const uint32_t *syllable, int from, int to, SmSlot surname, SmWeight cost)
{
	SmHypothesis h = {0};

	if (to - from < 1 || to - from > SM_GIVEN_MAX)
		return;
	h.system = SM_SYSTEM_HANGUL;
	h.has_surname = surname != NULL;
	h.slot[0] = surname;
	h.given = (uint8_t) (to - from);
	for (int i = from; i < to; i++)
	{
		const SmWritten *w = FindWritten(syllable[i]);

		if (w == NULL || w->first_cost == SM_NEVER)
			return;
		h.slot[1 + i - from] = &sm_hangul_slots[i == from ? w->first_slot : w->later_slot];
		cost += i == from ? w->first_cost : w->later_cost;
	}
	h.weight = -(cost + sm_given_cost[h.given]);
	sm_found_add(found, &h);
}

/* Add those of a name whose surname stands in front */
static void
AddSurnameFirst(SmFound *found, const uint32_t *syllable, int n, SmWeight cost)
{
	const SmWritten *first = FindWritten(syllable[0]);

	if (first != NULL && first->surname_cost != SM_NEVER)
		AddHangul(found, syllable, 1, n, &sm_hangul_slots[first->surname_slot], first->surname_cost + cost);
	for (int i = 0; i < sm_long_surname_count; i++)
		if (sm_long_surnames[i].hangul[0] == syllable[0] && sm_long_surnames[i].hangul[1] == syllable[1])
			AddHangul(found, syllable, 2, n, &sm_hangul_slots[sm_long_surnames[i].slot],
					  sm_long_surnames[i].cost + cost);
}

/*
 * Add the one whose surname stands last, unless another is about as likely: the rivers and hills of ships' names.  It
 * is not likelier than its surname alone.
 */
static void
AddSurnameLast(SmFound *found, const uint32_t *syllable, int n, SmWeight cost)
{
	const SmWritten *last = FindWritten(syllable[n - 1]);
	SmFound		turned;

	if (n < 3 || n > LONG_NAME || last == NULL || last->surname_cost == SM_NEVER)
		return;
	cost += last->surname_cost + COST_LAST;
	if (found->count > 0 && -cost < found->best + LEAD_LAST)
		return;
	turned.count = 0;
	AddHangul(&turned, syllable, 0, n - 1, &sm_hangul_slots[last->surname_slot], cost);
	if (turned.count > 0 && (found->count == 0 || turned.best >= found->best + LEAD_LAST))
		sm_found_add(found, &turned.hypothesis[0]);
}

/* Has the likeliest of these a surname, and a given name of so many syllables? */
static bool
IsShortPerson(const SmFound *found, int given)
{
	for (int i = 0; i < found->count; i++)
		if (found->hypothesis[i].has_surname && found->hypothesis[i].weight == found->best)
			return found->hypothesis[i].given <= given;
	return false;
}

/* Add those of a ship's name without the word behind it, unless it is a person's: 금성호, 남궁민호 */
static void
AddShip(SmFound *found, const uint32_t *syllable, int n)
{
	if (syllable[n - 1] != HANGUL_HO || n < LONG_NAME - 1 || IsShortPerson(found, 2))
		return;
	AddSurnameFirst(found, syllable, n - 1, COST_SHIP);
	AddSurnameLast(found, syllable, n - 1, COST_SHIP);
	if (n - 1 < LONG_NAME)
		AddHangul(found, syllable, 0, n - 1, NULL, SM_COST_NO_SURNAME + COST_SHIP);
}

/*
 * The syllables of a name in Hangul, whatever signs stand between them; returns how many, 0 if there
 * is anything else or they are too many.  Digits are passed over that number nothing, and *digits
 * tells so; masks and & only where the name is whole.
 */
static int
TakeSyllables(uint32_t *syllable, const SmText *text, bool *digits)
{
	int			n = 0;
	bool		masked = false;

	*digits = false;
	for (int i = 0; i < text->length; i++)
	{
		uint32_t	c = text->cp[i];

		if (sm_is_hangul(c))
		{
			if (n == 2 + SM_GIVEN_MAX)
				return 0;
			syllable[n++] = c;
		}
		else if (c >= '0' && c <= '9')
		{
			if (i + 1 < text->length && text->cp[i + 1] == HANGUL_HO)
				return 0;
			*digits = true;
		}
		else if (sm_is_part(c) || c == '(')
			return 0;
		masked = masked || c == SM_MASK || c == '&';
	}
	return (masked || *digits) && n < DISGUISED_LEAST ? 0 : n;
}

/* Read a name in Hangul; false if it holds anything else, or a syllable no name has */
bool
sm_hangul_read(SmKorean *korean, const SmText *text)
{
	uint32_t	syllable[2 + SM_GIVEN_MAX];
	bool		digits;
	int			n = TakeSyllables(syllable, text, &digits);
	SmFound		found;
	SmWeight	person;

	if (n < 2)
		return false;
	found.count = 0;
	AddSurnameFirst(&found, syllable, n, 0);
	if (found.count == 0 && n <= 3 && !digits)
		AddHangul(&found, syllable, 0, n, NULL, SM_COST_NO_SURNAME);
	person = found.count > 0 ? found.best : INT32_MIN;
	if (!digits)
	{
		AddShip(&found, syllable, n);
		AddSurnameLast(&found, syllable, n, 0);
	}
	if (found.count == 0)
		return false;
	sm_found_keep(korean, &found);
	korean->odds = digits ? ODDS_WITH_DIGITS : found.best > person ? ODDS_TURNED : CERTAIN;
	return true;
}
