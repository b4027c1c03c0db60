/* The bound of the similarity of words with those of any member of a node */
#include "name/node/words_bound.h"

#include "data/word_table.h"
#include "name/node/words_summary.h"
#include "name/words/share.h"
#include "name/words/weights.h"
#include "name/words/word.h"

/* Most that a skeleton of some bits earns by one of its ways to sound */
static SmWeight
MostOfSkeleton(const SmSkeleton *skeleton, SmWeight bits)
{
	int			consonants = 0;

	for (int i = 0; i < skeleton->count; i++)
		if (skeleton->way[i].length > consonants)
			consonants = skeleton->way[i].length;
	return sm_skeleton_weight(consonants, 0, bits);
}

/* Prepare the consonants of word i */
static void
ProbeBones(SmWordsProbe *probe, const SmView *view, int i)
{
	int			length = SM_VIEW_LENGTH(view, i);
	int			kind = SM_VIEW_KIND(view, i);
	int			count = sm_bones_digests(probe->word[i].bones, view->word[i], length, kind, true);
	SmSkeleton	skeleton;

	probe->word[i].bones_count = (uint8_t) count;
	if (count == 0)
		return;
	if (kind == SM_WORD_SCRIPT)
		sm_skeleton_open(&skeleton, view->word[i], length);
	else
	{
		skeleton.count = 1;
		sm_bare_bones(&skeleton.way[0], view->word[i], length);
	}
	probe->word[i].with_bones = MostOfSkeleton(&skeleton, SM_VIEW_BITS(view, i));
}

/* Prepare what words from i on make: words in Latin letters, or skeletons, which have the bits of what they are */
static void
ProbeRuns(SmWordsProbe *probe, const SmView *view, int i)
{
	SmWeight	bits = probe->word[i].bits;

	for (int n = 2; n <= SM_JOIN_WORDS; n++)
	{
		SmSkeleton	skeleton;
		SmWeight	joined;
		int			length;

		probe->word[i].joined[n - 2] = sm_joined_digest(view, i, n);
		probe->word[i].runs_count[n - 2] = 0;
		if (i + n > view->count)
			continue;
		bits += SM_VIEW_BITS(view, i + n - 1);
		joined = bits < SM_WORD_MOST ? bits : SM_WORD_MOST;
		if (sm_join_skeletons(&length, view, i, n))
		{
			sm_skeleton_open(&skeleton, view->word[i], length);
			joined = sm_skeleton_least_bits(&skeleton) * (SM_BIT / SM_WORD_BIT);
			joined = MostOfSkeleton(&skeleton, joined < bits ? joined : bits);
			probe->word[i].runs_count[n - 2] = (uint8_t) sm_bones_digests(probe->word[i].runs[n - 2], view->word[i],
																		   length, SM_WORD_SCRIPT, true);
		}
		probe->word[i].with_run[n - 2] = joined - SM_JOIN_COST;
	}
}

/* What word i earns with one that is an edit from it and no plural, or may be one */
static void
ProbeEdited(SmWordsProbe *probe, int i, int length)
{
	SmWeight	bits = probe->word[i].bits;
	SmWeight	sure = length <= SM_CROWDED_LENGTH && bits > SM_GENERIC_BITS ? SM_GENERIC_BITS : bits;

	probe->word[i].near[false] = sm_words_near(bits, length + 1, SM_NEAR_TENTHS);
	probe->word[i].near[true] = sm_words_most_near(bits, length);
	probe->word[i].sure[false] = sm_words_near(sure, length + 1, SM_NEAR_TENTHS);
	probe->word[i].sure[true] = sm_words_most_near(sure, length);
}

/* Prepare what words one edit from word i have in common with it */
static void
ProbeNear(SmWordsProbe *probe, int i, const uint8_t *letters, int length, int kind)
{
	ProbeEdited(probe, i, length);
	probe->word[i].piece_count = probe->word[i].exchanged_count = probe->word[i].plural_count = 0;
	if (kind != SM_WORD_LATIN)
		return;
	probe->word[i].piece_count = (uint8_t) sm_near_pieces(probe->word[i].pieces, letters, length);
	probe->word[i].exchanged_count = (uint8_t) sm_exchanged_digests(probe->word[i].exchanged, letters, length);
	probe->word[i].plural_count = (uint8_t) sm_plural_digests(probe->word[i].plural, letters, length);
}

/* Prepare what word i has in common with an initial, of which there are a to z, or as one with a word */
static void
ProbeInitial(SmWordsProbe *probe, int i, const uint8_t *letters, int kind)
{
	SmWeight	bits = kind == SM_WORD_INITIAL ? probe->word[i].bits : probe->word[i].bits / 2;
	SmWeight	most = probe->count > 3 ? SM_INITIAL_WEIGHT * 3 / 4 : SM_INITIAL_WEIGHT;

	probe->word[i].with_initial = bits < most ? bits : most;
	probe->word[i].initial = SM_NO_DIGEST;
	if ((kind == SM_WORD_LATIN || kind == SM_WORD_SCRIPT) && letters[0] >= 'a' && letters[0] <= 'z')
		probe->word[i].initial = sm_word_digest(letters, 1, SM_WORD_INITIAL);
}

/* Is any of so many digests there? */
static bool
HasAny(SmWordsFilter filter, const uint32_t *digests, int count)
{
	for (int i = 0; i < count; i++)
		if (sm_words_filter_has(filter, digests[i]))
			return true;
	return false;
}

/* Put the words in the order of their bits */
static void
OrderWords(SmWordsProbe *probe)
{
	probe->bits = 0;
	for (int i = 0; i < probe->count; i++)
	{
		int			k = i;

		for (; k > 0 && probe->word[probe->order[k - 1]].bits < probe->word[i].bits; k--)
			probe->order[k] = probe->order[k - 1];
		probe->order[k] = (uint8_t) i;
		probe->bits += probe->word[i].bits;
	}
}

/* Prepare words to be held against nodes */
void
sm_words_probe(SmWordsProbe *probe, const uint8_t *query, SmWeight price)
{
	SmView		view;

	probe->query = query;
	probe->self = sm_words_self(query);
	probe->price = price;
	sm_words_open(&view, query);
	probe->count = view.count;
	for (int i = 0; i < view.count; i++)
	{
		int			length = SM_VIEW_LENGTH(&view, i);
		int			kind = SM_VIEW_KIND(&view, i);
		const uint8_t *letters = view.word[i];

		probe->word[i].kind = (uint8_t) kind;
		probe->word[i].bits = SM_VIEW_BITS(&view, i);
		probe->word[i].missing = kind == SM_WORD_NUMBER ? 0 :
			sm_words_missing(probe->word[i].bits, false);
		probe->word[i].missing_person = kind == SM_WORD_NUMBER || view.count < 3 ?
			probe->word[i].missing : sm_words_missing(probe->word[i].bits, true);
		probe->word[i].whole = sm_word_digest(letters, length, kind);
		ProbeBones(probe, &view, i);
		probe->word[i].frame = sm_frame_digest(&view, i);
		probe->word[i].korean = sm_korean_digest(&view, i);
		probe->word[i].meaning = sm_meaning_digest(SM_VIEW_MEANING(&view, i));
		ProbeInitial(probe, i, letters, kind);
		ProbeNear(probe, i, letters, length, kind);
		ProbeRuns(probe, &view, i);
	}
	OrderWords(probe);
}

/* May a member have a word one edit from word i? */
static bool
MayBeNear(const SmWordsProbe *probe, int i, SmWordsFilter filter)
{
	return HasAny(filter, probe->word[i].pieces, probe->word[i].piece_count) ||
		HasAny(filter, probe->word[i].exchanged, probe->word[i].exchanged_count);
}

/* Most that word i, of a person or not, brings but for joins and for words one edit apart */
static SmWeight
MostOfWord(const SmWordsProbe *probe, int i, SmWordsFilter filter, bool person)
{
	SmWeight	bits = probe->word[i].bits;
	SmWeight	most = -(person ? probe->word[i].missing_person : probe->word[i].missing);

	if (sm_words_filter_has(filter, probe->word[i].whole))
		return bits;
	if (probe->word[i].bones_count > 0 && HasAny(filter, probe->word[i].bones, probe->word[i].bones_count))
		most = probe->word[i].with_bones;
	if (bits - SM_MEANING_COST > most && sm_words_filter_has(filter, probe->word[i].meaning))
		most = bits - SM_MEANING_COST;
	if (bits - SM_KOREAN_COST > most && sm_words_filter_has(filter, probe->word[i].korean))
		most = bits - SM_KOREAN_COST;
	/* An initial of a person may meet any word, a word an initial */
	if (person && probe->word[i].with_initial > most &&
		(probe->word[i].kind == SM_WORD_INITIAL || sm_words_filter_has(filter, probe->word[i].initial)))
		most = probe->word[i].with_initial;
	return most;
}

/* What there may be of the words of a query in a node; words are a bit each */
typedef struct Seen
{
	SmWeight	most[SM_WORDS_KEPT];	/* most that each brings but for joins and words one edit apart */
	uint32_t	near;			/* words that may be one edit from a word of a member, and bring more so */
	uint32_t	plural;			/* those of them that may be a plural or singular of it */
	uint32_t	framed;			/* words whose frame may be there, and that bring more so */
	uint8_t		joined[SM_WORDS_KEPT];	/* is what a word makes with the next, or two, three, there? */
} Seen;

/* See which words are there joined with their neighbours; returns those that are so */
static uint32_t
SeeJoined(Seen *seen, const SmWordsProbe *probe, SmWordsFilter filter)
{
	uint32_t	words = 0;

	for (int i = 0; i < probe->count; i++)
	{
		seen->joined[i] = 0;
		for (int n = 2; n <= SM_JOIN_WORDS && i + n <= probe->count; n++)
			if (sm_words_filter_has(filter, probe->word[i].joined[n - 2]) ||
				HasAny(filter, probe->word[i].runs[n - 2], probe->word[i].runs_count[n - 2]))
			{
				seen->joined[i] |= (uint8_t) (1 << (n - 2));
				words |= ((1u << n) - 1) << i;
			}
	}
	return words;
}

static SmWeight
Greater(SmWeight a, SmWeight b)
{
	return a > b ? a : b;
}

/* See what there is of word i by itself; returns the most that it brings so */
static SmWeight
SeeWord(Seen *seen, const SmWordsProbe *probe, int i, SmWordsFilter filter, bool person)
{
	SmWeight	most = MostOfWord(probe, i, filter, person);
	SmWeight	context = SM_CONTEXT_MOST(probe->word[i].bits);
	SmWeight	all = most;

	seen->most[i] = most;
	if (most < probe->word[i].near[true] && MayBeNear(probe, i, filter))
	{
		bool		plural = HasAny(filter, probe->word[i].plural, probe->word[i].plural_count);

		seen->plural |= (uint32_t) plural << i;
		seen->near |= (uint32_t) (most < probe->word[i].near[plural]) << i;
		all = Greater(most, probe->word[i].near[plural]);
	}
	if (most < context && sm_words_filter_has(filter, probe->word[i].frame))
	{
		seen->framed |= 1u << i;
		all = Greater(all, context);
	}
	return all;
}

/*
 * See what there is of the words, the heaviest first; false as soon as they cannot bring the least, though those that
 * have not been looked at bring all their bits, and so do those that are joined
 */
static bool
SeeWords(Seen *seen, const SmWordsProbe *probe, SmWordsFilter filter, bool person, SmWeight least)
{
	SmWeight	most = probe->bits;
	uint32_t	joined;

	if (most < least)
		return false;
	joined = SeeJoined(seen, probe, filter);
	seen->near = seen->plural = seen->framed = 0;
	for (int k = 0; k < probe->count; k++)
	{
		int			i = probe->order[k];
		SmWeight	bits = probe->word[i].bits;
		SmWeight	brings = SeeWord(seen, probe, i, filter, person);

		most += (joined >> i & 1 ? Greater(brings, bits) : brings) - bits;
		if (most < least)
			return false;
	}
	return true;
}

/* What words bring: each of them, where of the pairs one edit apart all but one earn half, and that one */
typedef struct Brought
{
	SmWeight	each[SM_WORDS_KEPT];
	SmWeight	once[SM_WORDS_KEPT];
} Brought;

/* Most that the words bring, each by itself or joined with its neighbours */
static SmWeight
MostOfRuns(const SmWordsProbe *probe, const Seen *seen, const Brought *brought)
{
	SmWeight	best[SM_WORDS_KEPT + 1];	/* from a word on, if the one pair is before it */
	SmWeight	free[SM_WORDS_KEPT + 1];	/* if it is not */

	best[probe->count] = free[probe->count] = 0;
	for (int i = probe->count - 1; i >= 0; i--)
	{
		best[i] = brought->each[i] + best[i + 1];
		free[i] = Greater(brought->each[i] + free[i + 1], brought->once[i] + best[i + 1]);
		for (int n = 2; seen->joined[i] >> (n - 2) != 0; n++)
		{
			SmWeight	joined = probe->word[i].with_run[n - 2];

			if (!(seen->joined[i] >> (n - 2) & 1))
				continue;
			best[i] = Greater(best[i], joined + best[i + n]);
			free[i] = Greater(free[i], joined + free[i + n]);
		}
	}
	return free[0];
}

/* May a query of these flags be compared as a person with any of the members? */
static bool
MayBePerson(int flags, int members)
{
	if (flags & SM_FLAG_ORGANISATION)
		return false;
	return members & (SM_MEMBER_PERSON | SM_MEMBER_OTHER);
}

/* Most that is let off the evidence asked for: what a comparison is in which nobody is a person for certain */
static SmWeight
Tolerance(int flags, int members)
{
	if (flags & SM_FLAG_ORGANISATION)
		return SM_EVIDENCE_NO_PERSON +
			(members & SM_MEMBER_ORGANISATION ? SM_EVIDENCE_ORGANISATION : 0);
	if (members & (flags & SM_FLAG_PERSON ? SM_MEMBER_ORGANISATION : SM_MEMBER_ORGANISATION | SM_MEMBER_OTHER))
		return SM_EVIDENCE_NO_PERSON;
	return 0;
}

/* Most that all words bring: each most[], at least a floor, joined, or one edit apart, or only pairs that are sure */
static SmWeight
MostOfAll(const SmWordsProbe *probe, const Seen *seen, bool sure, SmWeight floor)
{
	Brought		brought = {{0}, {0}};

	for (int i = 0; i < probe->count; i++)
	{
		SmWeight	each = Greater(seen->most[i], floor);
		bool		plural = seen->plural >> i & 1;
		SmWeight	edited = sure ? probe->word[i].sure[plural] : probe->word[i].near[plural];

		if (!(seen->near & 1u << i))
			edited = each;
		brought.each[i] = seen->near & 1u << i ? Greater(each, edited / 2) : each;
		brought.once[i] = Greater(each, edited);
	}
	return MostOfRuns(probe, seen, &brought);
}

/* Raise what the words bring to what they bring where others agree */
static void
AddContext(const SmWordsProbe *probe, Seen *seen)
{
	for (uint32_t framed = seen->framed; framed != 0; framed &= framed - 1)
	{
		int			i = __builtin_ctz(framed);

		seen->most[i] = SM_CONTEXT_MOST(probe->word[i].bits);
	}
}

/*
 * Most that all words bring, each what has been seen of it and what context and edits add, if so much evidence is
 * asked for.
 *
 * What agrees, E, is at most what they bring if those that are left cost nothing.  Words are compared in context if E
 * is enough.  Pairs one edit apart are sure, or the weight lacks as much as E does of the evidence.
 */
static SmWeight
MostOfWords(const SmWordsProbe *probe, Seen *seen, SmWeight evidence)
{
	SmWeight	agreed;
	SmWeight	unsure;
	SmWeight	sure;

	/* pairs that are sure are all that there are */
	if ((seen->near | seen->framed) == 0)
		return MostOfAll(probe, seen, true, INT32_MIN / 2);
	agreed = MostOfAll(probe, seen, false, 0);
	if (agreed >= SM_CONTEXT)
	{
		AddContext(probe, seen);
		agreed = MostOfAll(probe, seen, false, 0);
	}
	unsure = MostOfAll(probe, seen, false, INT32_MIN / 2);
	if (agreed < evidence)
		unsure -= evidence - agreed;
	sure = MostOfAll(probe, seen, true, INT32_MIN / 2);
	return Greater(unsure, sure);
}

/* Most that all words bring in a node of such members, or far less if that is not the least */
static SmWeight
MostOfNode(const SmWordsProbe *probe, SmWordsFilter filter, int members, SmWeight least)
{
	Seen		seen;

	/* where every digest seems to be there all words bring all of their bits */
	if (sm_words_filter_useless(filter))
		return probe->bits;
	if (!SeeWords(&seen, probe, filter, MayBePerson(probe->query[1], members), least))
		return INT32_MIN / 2;
	return MostOfWords(probe, &seen, SM_EVIDENCE - Tolerance(probe->query[1], members));
}

/*
 * Upper bound of the similarity of a query with any member of a node, in thousandths, if at least floor > 0, or less.
 *
 * A word of the query is aligned over one of the channels of sm_words_weight, and each needs a
 * digest that both have: words equal, variant or alike in sound the whole digest; words one edit apart
 * a piece, or the whole one of what two letters exchanged make, and a plural or singular its whole one
 * as well; words of one meaning their meaning; an initial, of persons alone, its letter; joined words
 * the digest of what they make; a skeleton, or several joined, one way that it may sound, which earns most if nothing
 * is wrong and it has as many consonants as the longest; Korean words their syllables; words that are one only where
 * others agree their frame, if others may agree so much.
 * A word earns at most the value of the best channel whose digests are set,
 * and of the pairs one edit apart all but the best earn half; a word without a digest is missing,
 * which costs least in a person's name, if there may be one.  What is left out only costs.
 * More digests never give a lower bound, so that a node whose filter is folded misses no more.
 * So W <= x, the greater sum, and W <= either self weight.  S = 2 W / (self q + self m) with
 * self m >= max(least self in the node, W), and 2x / (q + max(m, x)) grows with x.  What stands beside a
 * name adds to its self weight only: that of the query is known, that of the member not less than none.
 */
int
sm_words_bound(const SmWordsProbe *probe, const uint8_t *summary, int floor)
{
	SmWeight	least_self = (SmWeight) SM_WORDS_LEAST(summary) * (SM_BIT / SM_WORD_BIT);
	SmWeight	most_self = (SmWeight) SM_WORDS_MOST(summary) * (SM_BIT / SM_WORD_BIT) + SM_FORM_WEIGHT;
	int			members = SM_WORDS_MEMBERS(summary);
	int			form = probe->query[1] & SM_FLAG_FORM;
	SmWeight	same_form = form != SM_FORM_NONE && (members >> form & 1) ? SM_FORM_WEIGHT : 0;
	SmWeight	least;
	SmWeight	sum;

	if (probe->count == 0 || SM_WORDS_MOST(summary) == 0)
		return 0;
	least = sm_words_least(floor, (int64_t) probe->self + probe->price + least_self);
	if (probe->self < least || most_self < least)
		return 0;
	sum = MostOfNode(probe, sm_words_filter(summary), members, least - same_form) + same_form;
	if (sum > probe->self)
		sum = probe->self;
	if (sum > most_self)
		sum = most_self;
	return sm_words_share(sum, (int64_t) probe->self + probe->price + (least_self > sum ? least_self : sum));
}
