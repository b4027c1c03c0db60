/*
 * What the words of a name add to a match by how they are aligned, and what a match needs.
 *
 * Let names of self weights A and B, prices included, match at a share c of the mean, h = c/2, and W be their weight:
 *
 *	W >= h A + h B,  W = sum w_e + form - what is left on either side - other costs
 *
 * (1) Seen from A alone.  An alignment e of the words X of A and Y of B, one of each or several of one side, has
 * w_e <= f(min(x, y)), x and y being their bits, and B has at least what is aligned and its form.  So each
 * alignment adds g(e) <= max over y of f(min(x, y)) - h y, and takes back what X would cost if it were left:
 *
 *	sum g(e) >= need,  need = h A - (1 - h) form + what all words of A cost if they are left
 *
 *	strong	f(y) = y: at y = x; g = (1 - h) x
 *	near	f = sm_words_most_near, grows by more than h y from one sixteenth of a bit to the next: at
 *			y = x; or nothing.  The second such pair earns half
 *	initial	of a word and an initial of B, of 3 bits: min(i, x / 2) - 3 h; of an initial and a word of
 *			B: min(i, y / 2) - h y, at y = 2 i
 *
 * The form adds to this only if both have the same; a name without one has form 0.
 *
 * (2) Seen from both.  If e is the only alignment,
 *
 *	(w_e - h x - h y) + (form - 2 h form) >= rest_A + rest_B
 *
 * where rest is what the others of a side cost: h of their bits and of the price, and what they cost that are
 * left.  Of strong words w_e - h x - h y <= (1 - 2 h) min(x, y), which the bits of either side bound; of near ones
 * it is at most that of y = x, or nothing; of initials i - 3 h - 2 i h, or nothing.
 *
 * (3) If there is none, only the same form on both sides is left: h A + what A's words cost <= form, on either side.
 */
#include "name/lookup/index_gains.h"

#include "data/word_table.h"
#include "name/weight.h"
#include "name/words/share.h"
#include "name/words/weights.h"
#include "name/words/word.h"

#define ONE INT64_C(131072)

static int64_t
AtLeast(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* The least that a word costs that is left, in weights: whether the other name is of a person is not known */
static SmWeight
LeastLeft(SmWeight bits, int kind, bool person, int count)
{
	SmWeight	of_thing = sm_words_missing(bits, false);
	SmWeight	of_person = person && count >= 3 ? sm_words_missing(bits, true) : of_thing;

	return kind == SM_WORD_NUMBER ? 0 : of_person < of_thing ? of_person : of_thing;
}

/* What word i adds as an initial, or by one */
static void
SetByInitial(SmIndexGains *gains, int i, int kind, int64_t bits, int64_t left)
{
	int64_t		most = SM_INITIAL_WEIGHT;
	int64_t		initial = (int64_t) sm_unseen_initial_bits * (SM_BIT / SM_WORD_BIT);
	int64_t		earned = kind == SM_WORD_INITIAL || most < bits / 2 ? most : bits / 2;
	int64_t		other = kind == SM_WORD_INITIAL ? 2 * most : initial;

	gains->gain[SM_INDEX_INITIAL][i] = AtLeast(ONE * earned - gains->half * other, 0) + left;
	gains->both[SM_INDEX_INITIAL][i] = AtLeast(ONE * most - gains->half * (initial + 2 * most), 0);
}

/* What word i adds */
static void
SetGains(SmIndexGains *gains, const SmView *view, int i, int64_t left)
{
	int64_t		bits = SM_VIEW_BITS(view, i);
	int64_t		near = ONE * (int64_t) sm_words_most_near((SmWeight) bits, SM_VIEW_LENGTH(view, i));
	int64_t		half = gains->half;

	gains->gain[SM_INDEX_STRONG][i] = (ONE - half) * bits + left;
	gains->both[SM_INDEX_STRONG][i] = (ONE - 2 * half) * bits;
	gains->gain[SM_INDEX_NEAR][i] = AtLeast(near - half * bits, 0) + left;
	gains->both[SM_INDEX_NEAR][i] = AtLeast(near - 2 * half * bits, 0);
	SetByInitial(gains, i, SM_VIEW_KIND(view, i), bits, left);
	gains->second[i] = AtLeast(near / 2 - half * bits, 0) + left;
	gains->weak[i] = AtLeast(gains->second[i], gains->gain[SM_INDEX_INITIAL][i]);
	gains->left[i] = half * bits + left;
}

/* What the words of a name add to a match at a threshold > 0 in thousandths */
void
sm_index_gains(SmIndexGains *gains, const SmView *view, const SmName *name, int threshold)
{
	bool		person = !(view->flags & SM_FLAG_ORGANISATION);
	int64_t		form = (view->flags & SM_FLAG_FORM) != SM_FORM_NONE ? SM_FORM_WEIGHT : 0;
	int64_t		half = sm_words_least_share(threshold);
	int64_t		least = half * (sm_words_self(SM_WORDS_PART(name->reading)) + name->price);

	*gains = (SmIndexGains) {.count = view->count, .all = (1u << view->count) - 1, .half = half};
	for (int i = 0; i < view->count; i++)
	{
		int64_t		left = ONE * LeastLeft(SM_VIEW_BITS(view, i), SM_VIEW_KIND(view, i), person, view->count);

		SetGains(gains, view, i, left);
		least += left;
	}
	gains->price = half * name->price;
	gains->form = (ONE - 2 * half) * form;
	gains->need = least - (ONE - half) * form;
	gains->light = form > 0 && least <= ONE * form;
}

/* The sum over some words, a bit each */
int64_t
sm_index_sum(const int64_t *of_words, uint32_t words)
{
	int64_t		sum = 0;

	for (; words != 0; words &= words - 1)
		sum += of_words[__builtin_ctz(words)];
	return sum;
}

/* Most that some words add of which none is strong: one is the first that is one edit from another */
int64_t
sm_index_weak(const SmIndexGains *gains, uint32_t words)
{
	int64_t		sum = 0;
	int64_t		first = 0;

	for (; words != 0; words &= words - 1)
	{
		int			i = __builtin_ctz(words);

		sum += gains->weak[i];
		first = AtLeast(first, gains->gain[SM_INDEX_NEAR][i] - gains->weak[i]);
	}
	return sum + first;
}

/* Most that all words add of which none is strong, if two of them are aligned so */
int64_t
sm_index_two_weak(const SmIndexGains *gains, const SmIndexUnit *a, const SmIndexUnit *b)
{
	uint32_t	others = gains->all & ~(a->words | b->words);
	const SmIndexUnit *const two[] = {a, b};
	int64_t		sum = sm_index_sum(gains->weak, others);
	int64_t		first = sm_index_weak(gains, others) - sum;

	for (int k = 0; k < 2; k++)
	{
		int			i = __builtin_ctz(two[k]->words);

		if (two[k]->kind == SM_INDEX_NEAR)
		{
			sum += gains->second[i];
			first = AtLeast(first, gains->gain[SM_INDEX_NEAR][i] - gains->second[i]);
		}
		else
			sum += gains->gain[SM_INDEX_INITIAL][i];
	}
	return sum + first;
}

/* The word of some, of which there is one, that adds most */
static int
MostOf(const SmIndexGains *gains, uint32_t words)
{
	const int64_t *strong = gains->gain[SM_INDEX_STRONG];
	int			most = __builtin_ctz(words);

	for (words &= words - 1; words != 0; words &= words - 1)
		if (strong[__builtin_ctz(words)] > strong[most])
			most = __builtin_ctz(words);
	return most;
}

/*
 * The heaviest words, so many that no match has only one of them aligned, nor only such of them as are not strong;
 * all if there are none like that
 */
uint32_t
sm_index_heavy(const SmIndexGains *gains)
{
	const int64_t *strong = gains->gain[SM_INDEX_STRONG];
	uint32_t	heavy = 0;
	int64_t		one = 0;

	while (heavy != gains->all)
	{
		int			next = MostOf(gains, gains->all & ~heavy);
		int64_t		others;

		heavy |= 1u << next;
		one = AtLeast(one, strong[next]);
		others = sm_index_sum(strong, gains->all & ~heavy);
		if (others + one < gains->need && others + sm_index_weak(gains, heavy) < gains->need)
			break;
	}
	return heavy;
}
