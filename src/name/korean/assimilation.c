/* Spellings of what is heard where two syllables meet: Pakmun-su for Pangmun-su */
#include "name/korean/assimilation.h"

#include <string.h>

/* Letters of one or two codes padded with 255 */
static int
CodesLength(const uint8_t *codes)
{
	return codes[1] == 255 ? 1 : 2;
}

/*
 * Does a rule of assimilation, of the script of the letters, fit them at k?  A coda goes over to a vowel unless a
 * border stands before it
 */
bool
sm_assimilation_fits(const SmSandhi *rule, const SmLetters *l, const uint8_t *code, const bool *border, int k,
					 int end)
{
	int			old = CodesLength(rule->end);

	if (k + old >= end || code[k] != rule->end[0] ||
		(old > 1 && code[k + 1] != rule->end[1]))
		return false;
	if (rule->start == SM_SANDHI_VOWEL)
		return !border[k] && (sm_latin_vowels >> code[k + old] & 1);
	return code[k + old] == rule->start;
}

/* Replace the border of two syllables at k by what it may stand for; returns where the letters end then */
static int
Assimilate(uint8_t *code, bool *border, int end, int k, const SmSandhi *rule)
{
	int			old = CodesLength(rule->end);
	int			new = CodesLength(rule->end_meant);

	/* the end of a syllable never grows: "m" means "p", "ng" means "k" */
	memcpy(code + k, rule->end_meant, (size_t) new);
	code[k + new] = rule->start_meant == SM_SANDHI_VOWEL ? code[k + old] : rule->start_meant;
	border[k + new] = true;
	memmove(code + k + new + 1, code + k + old + 1, (size_t) (end - k - old - 1));
	memmove(border + k + new + 1, border + k + old + 1, (size_t) (end - k - old - 1) * sizeof(bool));
	end += new - old;
	border[end] = true;
	return end;
}

/* Take the letters of a name as a rule at k may mean them; returns where the second syllable begins */
int
sm_letters_assimilate(SmLetters *letters, int k, const SmSandhi *rule)
{
	letters->length = Assimilate(letters->code, letters->border, letters->length, k, rule);
	letters->systems &= rule->systems;
	return k + CodesLength(rule->end_meant);
}

/* Cut the letters with the border at k as it may be meant */
static void
CutAssimilated(SmSearch *s, int from, int k, const SmSandhi *rule, uint32_t systems)
{
	uint8_t		code[SM_LETTERS_MAX];
	bool		border[SM_LETTERS_MAX + 1];
	int			end = s->end;

	memcpy(code, s->code, sizeof(code));
	memcpy(border, s->border, sizeof(border));
	s->end = Assimilate(s->code, s->border, end, k, rule);
	s->cost += rule->cost;
	sm_search_cut(s, from, systems & rule->systems);
	s->cost -= rule->cost;
	s->end = end;
	memcpy(s->code, code, sizeof(code));
	memcpy(s->border, border, sizeof(border));
}

/* Cut a given name with any one border as it may be meant */
void
sm_search_cut_assimilated(SmSearch *s, int from, uint32_t systems)
{
	for (int k = from + 1; k + 1 < s->end; k++)
	{
		if (!sm_assimilation_may_fit(s->letters, s->code, k))
			continue;
		for (int r = sm_sandhi_first[s->letters->sandhi]; r < sm_sandhi_first[s->letters->sandhi + 1]; r++)
			if (sm_sandhi[r].end[0] == s->code[k] &&
				sm_assimilation_fits(&sm_sandhi[r], s->letters, s->code, s->border, k, s->end))
				CutAssimilated(s, from, k, &sm_sandhi[r], systems);
	}
}
