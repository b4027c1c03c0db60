/* What it costs that words are left on one side or on both */
#include "name/words/left.h"

#include "data/word_weight_table.h"
#include "name/words/weights.h"
#include "name/words/word.h"

/* A fifth kind of what is left */
#define LEFT_PATRONYMIC (1 << 4)

/* What the words left on one side cost */
SmWeight
sm_words_left(const SmView *view, uint32_t left, bool person)
{
	SmWeight	cost = 0;

	for (; left != 0; left &= left - 1)
	{
		int			i = __builtin_ctz(left);

		if (SM_VIEW_KIND(view, i) != SM_WORD_NUMBER)
			cost += sm_words_missing(SM_VIEW_BITS(view, i), person && view->count >= 3);
	}
	return cost;
}

/* What kinds of words are left on one side: a bit per SmWordKind */
int
sm_words_kinds(const SmView *view, uint32_t left)
{
	int			kinds = 0;

	for (; left != 0; left &= left - 1)
	{
		int			i = __builtin_ctz(left);
		int			kind = SM_VIEW_KIND(view, i);

		/* Connectives and titles are no evidence of another name */
		if (SM_VIEW_PATRONYMIC(view, i))
			kinds |= LEFT_PATRONYMIC;
		else if (SM_VIEW_BITS(view, i) > SM_PARTICLE_BITS)
			kinds |= 1 << (kind == SM_WORD_SCRIPT ? SM_WORD_LATIN : kind);
	}
	return kinds;
}

/* Cost of numbers that only one or the other has; an initial of what is no person's name is one */
SmWeight
sm_words_numbers(bool person, int kinds_a, int kinds_b, SmWeight mean)
{
	int			number = person ? 1 << SM_WORD_NUMBER : 1 << SM_WORD_NUMBER | 1 << SM_WORD_INITIAL;

	if ((kinds_a & number) && (kinds_b & number))
	{
		SmWeight	cost = mean * sm_word_weights.number_differs / SM_BIT;

		return cost > sm_word_weights.number_differs_least ? cost : sm_word_weights.number_differs_least;
	}
	return (kinds_a | kinds_b) & number ? mean * sm_word_weights.number_missing / SM_BIT : 0;
}

/*
 * Cost of what contradicts: numbers, names that only one or the other person has.  More kinds left
 * never cost less.
 */
SmWeight
sm_words_contradiction(bool person, int kinds_a, int kinds_b, SmWeight mean)
{
	int			word = 1 << SM_WORD_LATIN;
	int			initial = 1 << SM_WORD_INITIAL;
	SmWeight	cost = sm_words_numbers(person, kinds_a, kinds_b, mean);

	if (!person)
		return cost;
	if ((kinds_a & word) && (kinds_b & word))
		cost += mean * sm_word_weights.name_differs / SM_BIT;
	else if (kinds_a & kinds_b & LEFT_PATRONYMIC)
		cost += mean * sm_word_weights.patronymic_differs / SM_BIT;
	if (((kinds_a & initial) && (kinds_b & word)) || ((kinds_a & word) && (kinds_b & initial)))
		cost += sm_word_weights.initial_differs;
	return cost;
}
