/*
 * Keys of readings in an index that is stored: a name looked up at a threshold has one in common with all that
 * match it.
 *
 * Korean readings have the keys of korean_keys.c.  A word is in thousands of names of a large table, two of its
 * words are in few: so of words two units (index_units.c) make a key, and one only where it may be enough.  Let a
 * member and a name looked up match by their words.  The gains (index_gains.c) of what is aligned are at least
 * what is needed, on each side; what follows from this for the member at the index's threshold is true at every
 * higher one, at which what matches matches at that as well.  Units of alignments have the same key and kind on
 * both sides, and those of different alignments no word in common.
 *
 * (1) Nothing is aligned: both have the key LIGHT, by (3) of index_gains.c.
 *
 * (2) One alignment e: its gain is what is needed or more, on both sides, and by (2) of index_gains.c the rest of
 * the member is at most what e adds to both less the rest of the other.  The member's key says in half bits how
 * much its rest is; the other asks for all up to what it may be.  At the index's threshold the rest is no more
 * than at a higher one. A run of the member is told apart, since no run is aligned with a run.
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
 * (6) A member leaves out what it can.  Let H be some of its words such that all others, strong, and any one of H
 * are not enough, and neither are the others, strong, and H, weak.  So two words of H are aligned, and one of them
 * strongly. If two alignments touch H, one of them strong, the member has the key of these, by (3) if both are;
 * else no second strong one touches H, and (4) holds with weak(H but theirs) + strong(others but theirs).  If only
 * one touches H it is a run with two words of H: the member has the keys of such runs and any other unit, which
 * (4) holds for too, and by (2).
 */
#include "name/lookup/index_keys.h"

#include "name/lookup/index_gains.h"
#include "name/lookup/index_units.h"
#include "name/lookup/korean_keys.h"
#include "name/reading/names.h"
#include "name/reading/reading.h"
#include "name/words/pack.h"

/* The rest of a member is told in half bits, so many of them at most */
#define REST_STEP (INT64_C(131072) * SM_BIT / 2)
#define REST_MOST 15

/* What makes a key of what stands alone another one */
#define LIGHT_NAME UINT64_C(0x51AFD7ED558CCD05)
#define ALONE_STEP UINT64_C(0xFF51AFD7ED558CCD)
#define ALONE_RUN UINT64_C(0xC4CEB9FE1A85EC53)

/* The words of a name whose keys are made */
typedef struct Work
{
	const SmKeySink *sink;
	bool		member;
	SmIndexGains gains;
	uint32_t	heavy;			/* H, or all */
	bool		without_strong; /* see (5) */
	SmIndexUnits units;
} Work;

static void
Emit(const Work *work, uint64_t key)
{
	work->sink->take(work->sink->state, sm_key_mix(key), 0);
}

static int64_t
GainOf(const Work *work, const SmIndexUnit *unit)
{
	return sm_index_sum(work->gains.gain[unit->kind], unit->words);
}

/* A rest in half bits */
static int
RestStep(int64_t rest)
{
	return rest < REST_MOST * REST_STEP ? (int) (rest / REST_STEP) : REST_MOST;
}

/* The keys of a unit that may be enough by itself, see (2) */
static void
EmitAlone(const Work *work, const SmIndexUnit *unit)
{
	const SmIndexGains *gains = &work->gains;
	int64_t		rest = sm_index_sum(gains->left, gains->all & ~unit->words) + gains->price;
	int64_t		most;

	if (GainOf(work, unit) < gains->need)
		return;
	if (work->member)
	{
		Emit(work, unit->alone + ALONE_STEP * (uint64_t) (RestStep(rest) + 1) + (unit->run ? ALONE_RUN : 0));
		return;
	}
	most = sm_index_sum(gains->both[unit->kind], unit->words) + gains->form - rest;
	for (int step = 0; most >= 0 && step <= RestStep(most); step++)
	{
		Emit(work, unit->alone + ALONE_STEP * (uint64_t) (step + 1));
		if (unit->kind == SM_INDEX_STRONG && !unit->run)
			Emit(work, unit->alone + ALONE_STEP * (uint64_t) (step + 1) + ALONE_RUN);
	}
}

/* Most that words add that are neither of two units of which one is strong, see (4) and (6) */
static int64_t
MostBeside(const Work *work, uint32_t words)
{
	const SmIndexGains *gains = &work->gains;
	const int64_t *strong = gains->gain[SM_INDEX_STRONG];

	if (!work->member)
		return sm_index_sum(strong, gains->all & ~words);
	return sm_index_weak(gains, work->heavy & ~words) + sm_index_sum(strong, gains->all & ~work->heavy & ~words);
}

/* Are both units, or one that is a run by itself, of the heavy words of a member?  See (6) */
static bool
TouchHeavy(const Work *work, const SmIndexUnit *a, const SmIndexUnit *b)
{
	uint32_t	x = a->words & work->heavy;
	uint32_t	y = b->words & work->heavy;

	return !work->member || (x != 0 && y != 0) || (x & (x - 1)) != 0 || (y & (y - 1)) != 0;
}

/* Have two units a key, see (3), (4) and (5)? */
static bool
HaveKey(const Work *work, const SmIndexUnit *a, const SmIndexUnit *b)
{
	int			strong = (a->kind == SM_INDEX_STRONG) + (b->kind == SM_INDEX_STRONG);
	uint32_t	words = a->words | b->words;

	if ((a->words & b->words) != 0 || !TouchHeavy(work, a, b) || (strong == 0 && !work->without_strong))
		return false;
	if (strong == 2)
		return true;
	if (strong == 0)
		return sm_index_two_weak(&work->gains, a, b) >= work->gains.need;
	return GainOf(work, a) + GainOf(work, b) + MostBeside(work, words) >= work->gains.need;
}

/* Make the keys of a name's words */
static void
EmitWords(const SmName *name, int threshold, SmKeySide side, const SmKeySink *sink)
{
	Work		work = {.sink = sink, .member = side == SM_KEYS_OF_MEMBER};
	SmView		view;

	sm_words_open(&view, SM_WORDS_PART(name->reading));
	if (view.count == 0)
		return;
	sm_index_gains(&work.gains, &view, name, threshold);
	work.heavy = work.member ? sm_index_heavy(&work.gains) : work.gains.all;
	work.without_strong = work.heavy == work.gains.all &&
		sm_index_weak(&work.gains, work.gains.all) >= work.gains.need;
	sm_index_units(&work.units, &view, side);
	if (work.gains.light)
		Emit(&work, LIGHT_NAME);
	for (int i = 0; i < work.units.count; i++)
	{
		const SmIndexUnit *unit = &work.units.unit[i];

		EmitAlone(&work, unit);
		for (int j = i + 1; j < work.units.count; j++)
			if (HaveKey(&work, unit, &work.units.unit[j]))
				Emit(&work, unit->key + work.units.unit[j].key);
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
