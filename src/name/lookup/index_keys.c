/*
 * Keys of readings in an index that is stored: a name looked up at a threshold has one in common with all that
 * match it.
 *
 * Korean readings have the keys of korean_keys.c.  A word is in thousands of names of a large table, two of its
 * words are in few: so of words two units (index_units.c) make a key, and one only where it may be enough.  Let a
 * member and a name looked up match by their words.  The gains (word_gains.c) of what is aligned are at least
 * what is needed, on each side; what follows from this for the member at the index's threshold is true at every
 * higher one, at which what matches matches at that as well.  Units of alignments have the same key and kind on
 * both sides, and those of different alignments no word in common.
 *
 * (1) Nothing is aligned: both have the key LIGHT, if the form is enough.
 *
 * (2) One alignment e: its gain is what is needed or more, on both sides, and by (3) of word_gains.c the rest of
 * the member is at most what e adds to both less the rest of the other.  The member's key says in steps how much its
 * rest is; the other asks for all up to what it may be.  At the index's threshold the rest is no more than at a
 * higher one.
 *
 * (3) Two strong alignments or more: both have the key of two of them.
 *
 * (4) One strong alignment S and others that are not: both have the key of S and any other w, if
 *
 *		gain(S) + gain(w) + the most of the other words >= need
 *
 * Of the member's other words none is strong, so that their most is weak; the other side takes their strong gains,
 * see (6).
 *
 * (5) None is strong, and there are two or more: both have the keys of any two, if what these add and the others,
 * weak, is enough.  Of all one is the first that is one edit from another, and adds more than a second.
 *
 * (6) A member leaves out what it can, by groups of words (sm_gains_groups): in a match some group has two words
 * aligned, one of them strongly.  They are in two alignments that touch the group, one strong: the member has the
 * key of these two, by (3) if both are; else no second strong one touches the group, and (4) holds with
 * weak(group but theirs) + strong(all others but theirs).  Or they are in one, a run: the member has the keys of such
 * runs and any other unit, which (4) holds for too, and by (2).
 */
#include "name/lookup/index_keys.h"

#include "name/lookup/index_units.h"
#include "name/lookup/korean_keys.h"
#include "name/lookup/word_gains.h"
#include "name/lookup/word_units.h"
#include "name/reading/names.h"
#include "name/reading/reading.h"
#include "name/words/pack.h"

/* What makes a key of what stands alone another one */
#define LIGHT_NAME UINT64_C(0x51AFD7ED558CCD05)
#define ALONE_STEP UINT64_C(0xFF51AFD7ED558CCD)

/* The words of a name whose keys are made */
typedef struct Work
{
	const SmKeySink *sink;
	bool		member;
	SmWordGains gains;
	int			groups;			/* see (6); one of all words if there is nothing to be left out */
	uint32_t	group[SM_GROUPS_MAX];
	bool		without_strong; /* see (5) */
	int			count;
	SmWordUnit	unit[SM_UNITS_MAX];
} Work;

static void
Emit(const Work *work, uint64_t key)
{
	work->sink->take(work->sink->state, sm_key_mix(key), 0);
}

static int64_t
GainOf(const Work *work, const SmWordUnit *unit)
{
	return sm_gains_sum(work->gains.gain[unit->type], unit->words);
}

/* Are there two words of a set or more? */
static bool
AreTwo(uint32_t words)
{
	return (words & (words - 1)) != 0;
}

/* The keys of a unit that may be enough by itself, see (2) */
static void
EmitAlone(const Work *work, const SmWordUnit *unit)
{
	const SmWordGains *gains = &work->gains;
	int64_t		rest = sm_gains_rest(gains, unit->words);
	int64_t		most;

	if (GainOf(work, unit) < gains->need)
		return;
	if (work->member)
	{
		Emit(work, unit->alone + ALONE_STEP * (uint64_t) (sm_gains_steps(rest) + 1));
		return;
	}
	most = sm_gains_sum(gains->alone[unit->type], unit->words) + gains->form_alone - rest;
	for (int step = 0; most >= 0 && step <= sm_gains_steps(most); step++)
		Emit(work, unit->alone + ALONE_STEP * (uint64_t) (step + 1));
}

/* Most that words add that are neither of two units of which one is strong, in a member's group; see (4) and (6) */
static int64_t
MostBeside(const Work *work, uint32_t words, uint32_t group)
{
	const SmWordGains *gains = &work->gains;
	const int64_t *strong = gains->gain[SM_UNIT_STRONG];

	if (!work->member)
		return sm_gains_sum(strong, gains->all & ~words);
	return sm_gains_weak(gains, group & ~words) + sm_gains_sum(strong, gains->all & ~group & ~words);
}

/* Have two units a key that touch a group, see (3), (4) and (6), the first or both being strong? */
static bool
HaveInGroup(const Work *work, const SmWordUnit *a, const SmWordUnit *b, uint32_t group)
{
	uint32_t	x = a->words & group;
	uint32_t	y = b->words & group;

	if ((x == 0 || y == 0) && !AreTwo(x) && !AreTwo(y))
		return false;
	return b->type == SM_UNIT_STRONG ||
		GainOf(work, a) + GainOf(work, b) + MostBeside(work, a->words | b->words, group) >= work->gains.need;
}

/* Have two units a key of which none is strong, see (5)? */
static bool
HaveWeak(const Work *work, const SmWordUnit *a, const SmWordUnit *b)
{
	uint32_t	initials = (a->type == SM_UNIT_INITIAL ? a->words : 0) | (b->type == SM_UNIT_INITIAL ? b->words : 0);

	return work->without_strong && sm_gains_weak(&work->gains, work->gains.all & ~initials) +
		sm_gains_sum(work->gains.gain[SM_UNIT_INITIAL], initials) >= work->gains.need;
}

/* Have two units a key? */
static bool
HaveKey(const Work *work, const SmWordUnit *a, const SmWordUnit *b)
{
	if ((a->words & b->words) != 0)
		return false;
	if (a->type != SM_UNIT_STRONG && b->type == SM_UNIT_STRONG)
		return HaveKey(work, b, a);
	if (a->type != SM_UNIT_STRONG)
		return HaveWeak(work, a, b);
	for (int g = 0; g < work->groups; g++)
		if (HaveInGroup(work, a, b, work->group[g]))
			return true;
	return false;
}

/* Make the keys of a name's words */
static void
EmitWords(const SmName *name, int threshold, SmKeySide side, const SmKeySink *sink)
{
	Work		work;
	SmView		view;

	sm_words_open(&view, SM_WORDS_PART(name->reading));
	if (view.count == 0)
		return;
	work.sink = sink;
	work.member = side == SM_KEYS_OF_MEMBER;
	sm_word_gains(&work.gains, &view, name, threshold);
	work.groups = 1;
	work.group[0] = work.gains.all;
	if (work.member && view.count > 2)
		work.groups = sm_gains_groups(&work.gains, work.group);
	work.without_strong = work.group[0] == work.gains.all &&
		sm_gains_weak(&work.gains, work.gains.all) >= work.gains.need;
	work.count = sm_index_units(work.unit, &view, side);
	if (work.gains.light)
		Emit(&work, LIGHT_NAME);
	for (int i = 0; i < work.count; i++)
	{
		EmitAlone(&work, &work.unit[i]);
		for (int j = i + 1; j < work.count; j++)
			if (HaveKey(&work, &work.unit[i], &work.unit[j]))
				Emit(&work, work.unit[i].key + work.unit[j].key);
	}
}

/*
 * Make the keys of a reading.  Those of a member, made at a threshold > 0 in thousandths, serve for it and all
 * higher ones; one that is looked up has them at its own.  Another key here is another version of the algorithm,
 * see SM_VERSION.
 */
void
sm_index_keys(const uint8_t *reading, int threshold, SmKeySide side, const SmKeySink *sink)
{
	SmNames		names;

	sm_names(&names, reading, NULL);
	for (int i = 0; i < names.count; i++)
	{
		const SmName *name = &names.name[i];

		if (SM_IS_KOREAN(name->reading))
			sm_korean_keys(name, threshold, side, SM_LENGTHS_ANY, sink);
		if (SM_HAS_WORDS(name->reading))
			EmitWords(name, threshold, side, sink);
	}
}
