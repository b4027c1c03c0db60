/* Names in Hangul */
#include "name/korean/hangul.h"

#include "data/hangul_table.h"
#include "data/spelling_table.h"
#include "name/table.h"
#include "name/weight.h"

/* Hangul is never anything but Korean; with digits it may be something that is numbered */
#define CERTAIN SM_WEIGHT(100)
#define ODDS_WITH_DIGITS SM_WEIGHT(6)
/* Fewest syllables of a name that is read although something is written between them that is no sign */
#define DISGUISED_LEAST 3
/* Ships and rooms are numbered with it */
#define HANGUL_HO 0xD638

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

/* The syllable of a given name that a Hangul syllable is, its first or a later one; NULL if none */
SmSlot
sm_hangul_given(uint32_t c, bool first)
{
	const SmWritten *w = FindWritten(c);

	if (w == NULL || w->first_cost == SM_NEVER)
		return NULL;
	return &sm_hangul_slots[first ? w->first_slot : w->later_slot];
}

/* Add the hypothesis that the syllables after the first taken ones are the given name */
static void
AddHangul(SmFound *found, const uint32_t *syllable, int n, int taken, SmSlot slot, SmWeight cost)
{
	SmHypothesis h = {0};

	if (n - taken < 1 || n - taken > SM_GIVEN_MAX)
		return;
	h.system = SM_SYSTEM_HANGUL;
	h.has_surname = taken > 0;
	h.slot[0] = slot;
	h.given = (uint8_t) (n - taken);
	for (int i = taken; i < n; i++)
	{
		const SmWritten *w = FindWritten(syllable[i]);

		if (w == NULL || w->first_cost == SM_NEVER)
			return;
		h.slot[1 + i - taken] = &sm_hangul_slots[i == taken ? w->first_slot : w->later_slot];
		cost += i == taken ? w->first_cost : w->later_cost;
	}
	h.weight = -(cost + sm_given_cost[h.given]);
	sm_found_add(found, &h);
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
	const SmWritten *first;

	if (n < 2)
		return false;
	found.count = 0;
	first = FindWritten(syllable[0]);
	if (first != NULL && first->surname_cost != SM_NEVER)
		AddHangul(&found, syllable, n, 1, &sm_hangul_slots[first->surname_slot], first->surname_cost);
	for (int i = 0; i < sm_long_surname_count; i++)
		if (sm_long_surnames[i].hangul[0] == syllable[0] && sm_long_surnames[i].hangul[1] == syllable[1])
			AddHangul(&found, syllable, n, 2, &sm_hangul_slots[sm_long_surnames[i].slot], sm_long_surnames[i].cost);
	if (found.count == 0 && n <= 3 && !digits)
		AddHangul(&found, syllable, n, 0, NULL, SM_COST_NO_SURNAME);
	if (found.count == 0)
		return false;
	sm_found_keep(korean, &found);
	korean->odds = digits ? ODDS_WITH_DIGITS : CERTAIN;
	return true;
}
