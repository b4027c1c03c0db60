#include "name/hypothesis.h"

#include "data/hangul_table.h"

/* Hangul is never anything but Korean */
#define CERTAIN SM_WEIGHT(100)

/* The row of a Hangul syllable as written, NULL if no name has it */
static const SmWritten *
FindWritten(uint32_t c)
{
	int			lo = 0;
	int			hi = sm_written_count;

	while (lo < hi)
	{
		int			mid = (lo + hi) / 2;

		if (sm_written[mid].hangul == c)
			return &sm_written[mid];
		if (sm_written[mid].hangul < c)
			lo = mid + 1;
		else
			hi = mid;
	}
	return NULL;
}

/* The surname that a Hangul syllable is, NULL if none */
SmSlot
sm_hangul_surname(uint32_t c)
{
	const SmWritten *w = FindWritten(c);

	return w != NULL && w->surname_cost != SM_NEVER ? &sm_hangul_slots[w->surname_slot] : NULL;
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

/* Read a name in Hangul; false if it holds anything else, or a syllable no name has */
bool
sm_hangul_read(SmKorean *korean, const SmText *text)
{
	uint32_t	syllable[2 + SM_GIVEN_MAX];
	int			n = 0;
	SmFound		found;
	const SmWritten *first;

	for (int i = 0; i < text->length; i++)
	{
		uint32_t	c = text->cp[i];

		if (c == ' ' || c == ',' || c == '-' || c == 0xB7)
			continue;
		if (c < 0xAC00 || c > 0xD7A3 || n == 2 + SM_GIVEN_MAX)
			return false;
		syllable[n++] = c;
	}
	if (n < 2)
		return false;
	found.count = 0;
	first = FindWritten(syllable[0]);
	if (first != NULL && first->surname_cost != SM_NEVER)
		AddHangul(&found, syllable, n, 1, &sm_hangul_slots[first->surname_slot], first->surname_cost);
	for (int i = 0; i < sm_long_surname_count; i++)
		if (sm_long_surnames[i].hangul[0] == syllable[0] && sm_long_surnames[i].hangul[1] == syllable[1])
			AddHangul(&found, syllable, n, 2, &sm_hangul_slots[sm_long_surnames[i].slot], sm_long_surnames[i].cost);
	if (found.count == 0 && n <= 3)
		AddHangul(&found, syllable, n, 0, NULL, SM_COST_NO_SURNAME);
	if (found.count == 0)
		return false;
	sm_found_keep(korean, &found);
	korean->odds = CERTAIN;
	return true;
}
