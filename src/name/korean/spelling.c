/* Names spelled in letters: which words are the surname and which the given name */
#include "name/korean/spelling.h"

#include "data/spelling_table.h"
#include "name/korean/assimilation.h"
#include "name/korean/slips.h"
#include "name/korean/syllables.h"
#include "name/korean/trie.h"
#include "name/weight.h"

/* Prior costs in bits of the arrangements */
#define COST_FIRST SM_WEIGHT(.14)
#define COST_LAST SM_WEIGHT(3.3)
#define COST_TOLD SM_WEIGHT(.07)
#define COST_TOLD_REVERSED SM_WEIGHT(7.2)
#define COST_TWO_WORDS SM_WEIGHT(1.44)
#define COST_JOINED SM_WEIGHT(.43)

/* One arrangement: this surname, the letters from..to as the given name */
static void
Arrange(SmSearch *s, uint16_t surname, int from, int to, SmWeight cost)
{
	uint32_t	systems = s->letters->systems;

	if (surname)
		systems &= sm_spelling_systems[surname - 1];
	if (from >= to || systems == 0)
		return;
	sm_search_start(s, surname, from, to, cost);
	if (!s->letters->slips)
	{
		sm_search_cut(s, from, systems);
		sm_search_cut_assimilated(s, from, systems);
	}
	else if (surname)
		sm_slips_in_given(s, from, systems);
}

/* One arrangement of several words: those from..to are the surname, the letters rest..end the given name */
static void
ArrangeSurname(SmSearch *s, int from, int to, int rest, int end, SmWeight cost)
{
	uint16_t	surname = sm_surname_spelling(s->letters, from, to);

	if (surname && (sm_spelling_systems[surname - 1] & s->letters->systems))
		Arrange(s, surname, rest, end, cost);
	else if (s->letters->slips)
		sm_slips_in_surname(s, from, to, rest, end, cost);
}

/* A surname joined to a given name, their border at k as it may be meant: Paengnam-sun */
static void
ArrangeAssimilated(SmSearch *s, int k, const SmSandhi *rule)
{
	const SmLetters *l = s->letters;
	SmLetters	meant = *l;
	int			border = sm_letters_assimilate(&meant, k, rule);
	uint16_t	surname = sm_surname_spelling(&meant, 0, border);

	s->letters = &meant;
	if (surname)
		Arrange(s, surname, border, meant.length, COST_JOINED + rule->cost);
	s->letters = l;
}

/* A single word: surname and given name joined, or a given name alone */
static void
ArrangeJoined(SmSearch *s)
{
	const SmLetters *l = s->letters;
	int			node = l->root;

	for (int i = 0; i < l->length; i++)
	{
		if ((node = sm_trie_child(node, l->code[i])) == 0)
			break;
		if (sm_trie[node].surname)
			Arrange(s, sm_trie[node].surname, i + 1, l->length, COST_JOINED);
	}
	for (int k = 1; k + 1 < l->length && !l->slips; k++)
	{
		if (!sm_assimilation_may_fit(l, l->code, k))
			continue;
		for (int r = sm_sandhi_first[l->sandhi]; r < sm_sandhi_first[l->sandhi + 1]; r++)
			if (sm_sandhi[r].end[0] == l->code[k] &&
				sm_assimilation_fits(&sm_sandhi[r], l, l->code, l->border, k, l->length))
				ArrangeAssimilated(s, k, &sm_sandhi[r]);
	}
	Arrange(s, 0, 0, l->length, SM_COST_NO_SURNAME);
}

/* Arrangements of several words */
static void
ArrangeWords(SmSearch *s)
{
	const SmLetters *l = s->letters;
	int			n = l->words;
	int			told = l->comma;
	bool		told_last = false;

	if (told == 0 && l->capitals[0] && !l->capitals[n - 1])
	{
		while (l->capitals[told])
			told++;
	}
	else if (told == 0 && !l->capitals[0] && l->capitals[n - 1] && l->start[n] - l->start[n - 1] > 1)
		told_last = true;

	if (told > 0)
	{
		int			rest = l->start[told];

		ArrangeSurname(s, 0, rest, rest, l->length, COST_TOLD);
		ArrangeSurname(s, rest, l->length, 0, rest, COST_TOLD_REVERSED);
		/* what capitals tell is less sure than what a comma tells, but for one in a given name: JONG, Un KIM */
		if (told < n - 1 && (l->comma == 0 || (l->capitals[n - 1] && !l->capitals[told])))
			ArrangeSurname(s, l->start[n - 1], l->length, 0, l->start[n - 1], COST_TOLD_REVERSED);
		return;
	}
	ArrangeSurname(s, l->start[n - 1], l->length, 0, l->start[n - 1],
				   told_last ? COST_TOLD : COST_LAST);
	ArrangeSurname(s, 0, l->start[1], l->start[1], l->length,
				   told_last ? COST_TOLD_REVERSED : COST_FIRST);
	if (n > 2)
		ArrangeSurname(s, 0, l->start[2], l->start[2], l->length, COST_TWO_WORDS);
}

/* Find the readings of the letters of a name */
void
sm_spelling_read(SmFound *found, const SmLetters *letters)
{
	SmSearch		search;

	search.letters = letters;
	search.found = found;
	if (letters->words == 1)
		ArrangeJoined(&search);
	else
		ArrangeWords(&search);
}
