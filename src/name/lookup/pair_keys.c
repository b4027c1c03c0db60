/*
 * Keys of pairs of words
 *
 * A word of a name is in thousands of others on a large list, two of its words are in few.  So members of a list have
 * keys of two units (word_units.c) at once, and of one only where one may be enough.  Let a member and a probe match.
 * The sum of the gains (word_gains.c) of what is aligned is at least what is needed, on each side with its own; of
 * this the keys follow that both have.  What the member says is true for the threshold that the list was prepared for
 * and every higher one, since what matches at a higher one also matches at that.  Units of alignments have the same
 * key and type on both sides, and those of different alignments have no word in common.
 *
 * (1) Nothing is aligned: the form alone is enough, so on both sides there is a form and nothing is needed.  Both
 * have the key LIGHT.
 *
 * (2) One pair is aligned.  Its gain is what is needed or more, on both sides, and by (3) of word_gains.c the rest of
 * the member is at most what the pair is worth less the rest of the probe.  The member says in steps how much its
 * rest is, in the key; the probe asks for all up to what it may be.  The rest at the threshold of the list is no more
 * than that at a higher one.
 *
 * (3) Two strong pairs are aligned, or more: both have the key of these two.
 *
 * (4) One is strong and one or more are not.  The member has the keys of a strong unit S and all others
 * if gain(S) + weak(all words but S's) is enough, since that is the most there can be.  The probe has them if
 * gain(S) + gain(other) + strong(all words but theirs) is, which is more: see (6).
 *
 * (5) None is strong, and there are two or more: if weak(all words) is enough, both have the keys of all such pairs.
 *
 * (6) Members of more words leave out what they can.  Let there be groups of words such that, if of each group one
 * word is aligned, or several and none of them strongly, that is not enough with all words of no group, strong.  Then
 * in a match some group has two words that are aligned, one of them strongly.  They are in two pairs that touch the
 * group, one of them strong: the member has the key of these two; (4) holds with gain(S) + weak(the group but S's) +
 * strong(all others but S's), where in the match no second strong pair touches the group, but others may be strong:
 * which the probe allows for.  Or they are in one, neighbours joined: the member has the keys of this unit and any
 * other, and (2).
 * (5) does not occur.
 *
 * (7) A member that would have more than PAIRS_MOST keys has those of its units, each by itself, and (1).  A probe
 * asks for all of its own, and what they have in common must be enough, strong.
 */
#include "name/lookup/pair_keys.h"

#include <string.h>

#include "name/lookup/word_gains.h"
#include "name/lookup/word_units.h"
#include "name/reading/reading.h"
#include "name/words/pack.h"

/* Most pairs of a member, some fourteen words of which none may be left out */
#define PAIRS_MOST 1200

/* What makes a key of a unit alone another one, and of a unit with a rest */
#define KEY_LIGHT UINT64_C(0x51AFD7ED558CCD05)
#define KEY_REST UINT64_C(0xFF51AFD7ED558CCD)

/* Keys under way */
typedef struct Making
{
	const SmKeySink *sink;
	bool		probe;
	SmView		view;
	SmWordGains gains;
	int			groups;			/* see (6); one of all words if there is nothing to be left out */
	uint32_t	group[SM_GROUPS_MAX];
	bool		without_strong; /* see (5): may pairs without a strong one be enough? */
	int			count;
	int			strong;			/* units, in front of the others */
	SmWordUnit	unit[SM_UNITS_MAX];
	bool		with_weak[SM_UNITS_MAX];	/* see (4): may it be in a pair of a strong unit and another? */
	uint8_t		touched[SM_UNITS_MAX];	/* groups of the unit, a bit each */
	bool		twice[SM_UNITS_MAX];	/* two of its words are in one group */
} Making;

static void
TakePairKey(const Making *making, uint64_t key)
{
	making->sink->take(making->sink->state, key, SM_KEY_ENOUGH);
}

/* In place of the words of a key of a pair, see pair_keys.h */
static uint32_t
WordsOfPair(const SmWordUnit *a, const SmWordUnit *b)
{
	if (a->type == SM_UNIT_NEAR)
		return a->words | SM_KEY_NEAR;
	return b->type == SM_UNIT_NEAR ? b->words | SM_KEY_NEAR : SM_KEY_ENOUGH;
}

/* Begin the keys of a name; false: it has no word */
static bool
Begin(Making *making, const SmName *name, int threshold, const SmKeySink *sink, const SmPresent *present)
{
	making->sink = sink;
	making->probe = present != NULL;
	sm_words_open(&making->view, SM_WORDS_PART(name->reading));
	if (making->view.count == 0)
		return false;
	sm_word_gains(&making->gains, &making->view, name, threshold);
	making->group[0] = making->gains.all;
	making->groups = 1;
	making->count = sm_word_units(making->unit, &making->view, present);
	return true;
}

/* Take the key of a name of which the form may be enough, see (1) */
static void
TakeLight(const Making *making)
{
	if (making->gains.light)
		TakePairKey(making, KEY_LIGHT);
}

/* Take the keys of units of which one may be enough, see (2) */
static void
TakeAlone(const Making *making)
{
	const SmWordGains *gains = &making->gains;

	for (int i = 0; i < making->count; i++)
	{
		const SmWordUnit *unit = &making->unit[i];
		int64_t		rest;

		if (sm_gains_sum(gains->gain[unit->type], unit->words) < gains->need)
			continue;
		rest = sm_gains_rest(gains, unit->words);
		if (!making->probe)
			TakePairKey(making, sm_key_mix(unit->alone + KEY_REST * (uint64_t) (sm_gains_steps(rest) + 1)));
		else
		{
			int64_t		most = sm_gains_sum(gains->alone[unit->type], unit->words) + gains->form_alone - rest;

			for (int step = 0; most >= 0 && step <= sm_gains_steps(most); step++)
				TakePairKey(making, sm_key_mix(unit->alone + KEY_REST * (uint64_t) (step + 1)));
		}
	}
}

/* Find out which groups units touch */
static void
FindGroups(Making *making)
{
	for (int i = 0; i < making->count; i++)
	{
		making->touched[i] = 0;
		making->twice[i] = false;
		for (int g = 0; g < making->groups; g++)
		{
			uint32_t	words = making->unit[i].words & making->group[g];

			making->touched[i] |= (uint8_t) ((words != 0) << g);
			making->twice[i] = making->twice[i] || (words & (words - 1)) != 0;
		}
	}
}

/* May a strong unit of a member be in a pair with one that is not?  See (4) and (6) */
static bool
MemberHasWeak(const Making *making, const SmWordUnit *unit)
{
	const SmWordGains *gains = &making->gains;
	const int64_t *strong = gains->gain[SM_UNIT_STRONG];

	for (int g = 0; g < making->groups; g++)
	{
		uint32_t	group = making->group[g];

		if ((unit->words & group) != 0 &&
			sm_gains_sum(strong, unit->words | (making->gains.all & ~group)) +
			sm_gains_weak(gains, group & ~unit->words) >= gains->need)
			return true;
	}
	return false;
}

/* Find out which units may be in a pair of a strong one and another, and whether others may, see (4) and (5) */
static void
FindWeak(Making *making)
{
	const SmWordGains *gains = &making->gains;
	const int64_t *strong = gains->gain[SM_UNIT_STRONG];
	int64_t		sum = sm_gains_sum(strong, gains->all);

	for (int i = 0; i < making->count; i++)
	{
		const SmWordUnit *unit = &making->unit[i];
		bool		is_strong = unit->type == SM_UNIT_STRONG;

		/* one side says it of its strong units, the other of those that are not */
		if (making->probe)
			making->with_weak[i] = is_strong || sum - sm_gains_sum(strong, unit->words) +
				sm_gains_sum(gains->gain[unit->type], unit->words) >= gains->need;
		else
			making->with_weak[i] = !is_strong || MemberHasWeak(making, unit);
	}
	making->without_strong = making->group[0] == gains->all && sm_gains_weak(gains, gains->all) >= gains->need;
}

/* May two units without a word in common have a key, the first being strong if any is? */
static bool
HavePair(const Making *making, int i, int j)
{
	const SmWordUnit *a = &making->unit[i];
	const SmWordUnit *b = &making->unit[j];

	if ((making->touched[i] & making->touched[j]) == 0 && !making->twice[i] && !making->twice[j])
		return false;
	if (a->type == SM_UNIT_STRONG)
		return b->type == SM_UNIT_STRONG || (making->with_weak[i] && making->with_weak[j]);
	return making->without_strong;
}

/* Put the strong units in front; returns how many there are */
static int
PutStrongFirst(Making *making)
{
	SmWordUnit	others[SM_UNITS_MAX];
	int			strong = 0;
	int			n = 0;

	for (int i = 0; i < making->count; i++)
		if (making->unit[i].type == SM_UNIT_STRONG)
			making->unit[strong++] = making->unit[i];
		else
			others[n++] = making->unit[i];
	memcpy(making->unit + strong, others, (size_t) n * sizeof(SmWordUnit));
	return strong;
}

/* Take the keys of pairs, the first being strong if any is, or only count them */
static int
TakePairs(const Making *making, bool take)
{
	int			firsts = making->without_strong ? making->count : making->strong;
	int			count = 0;

	for (int i = 0; i < firsts; i++)
		for (int j = i + 1; j < making->count; j++)
		{
			const SmWordUnit *a = &making->unit[i];
			const SmWordUnit *b = &making->unit[j];

			if ((a->words & b->words) != 0 || !HavePair(making, i, j))
				continue;
			count++;
			if (take)
				making->sink->take(making->sink->state, sm_key_mix(a->key + b->key), WordsOfPair(a, b));
		}
	return count;
}

/* Take the keys of single words of a member, see (7) */
static void
TakeByWord(const Making *making, SmPresent *present)
{
	present->by_word = true;
	for (int i = 0; i < making->count; i++)
	{
		uint64_t	key = sm_key_by_word(making->unit[i].key);

		TakePairKey(making, key);
		sm_set_present(present, key);
	}
}

/* Make the keys of a name of a list that is prepared for a threshold, and note which of its units are present */
void
sm_pair_keys_of_member(const SmName *name, int threshold, const SmKeySink *sink, SmPresent *present)
{
	Making		making;

	if (!Begin(&making, name, threshold, sink, NULL))
		return;
	if (making.view.count > 2)
		making.groups = sm_gains_groups(&making.gains, making.group);
	making.strong = PutStrongFirst(&making);
	FindGroups(&making);
	FindWeak(&making);
	TakeLight(&making);
	if (TakePairs(&making, false) > PAIRS_MOST)
	{
		TakeByWord(&making, present);
		return;
	}
	for (int i = 0; i < making.count; i++)
		sm_set_present(present, making.unit[i].key);
	TakeAlone(&making);
	(void) TakePairs(&making, true);
}

/* Ask for single words, see (7), and leave the units of which there are pairs */
static void
AskByWord(Making *making, const SmPresent *present)
{
	int			n = 0;

	for (int i = 0; i < making->count; i++)
	{
		const SmWordUnit *unit = &making->unit[i];
		uint64_t	key = sm_key_by_word(unit->key);

		if (sm_is_present(present, key))
			making->sink->take(making->sink->state, key, unit->words);
		if (sm_is_present(present, unit->key))
			making->unit[n++] = *unit;
	}
	making->count = n;
}

/*
 * Make the keys of a name looked up at a threshold in a list where these units are present.  Where a key comes with
 * words, a member that has no other must have all of such words of it that are enough
 */
void
sm_pair_keys_of_probe(const SmName *name, int threshold, const SmKeySink *sink, const SmPresent *present)
{
	Making		making;

	if (!Begin(&making, name, threshold, sink, present))
		return;
	TakeLight(&making);
	if (present->by_word)
		AskByWord(&making, present);
	making.strong = PutStrongFirst(&making);
	FindGroups(&making);
	FindWeak(&making);
	TakeAlone(&making);
	(void) TakePairs(&making, true);
}
