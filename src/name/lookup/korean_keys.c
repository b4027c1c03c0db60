/*
 * Blocking keys of Korean names.
 *
 * Let a and b match by the hypotheses h and k at n thousandths of the mean of their self weights A
 * and B, T be the weight, s and r the shares of h and k, t_i the weights of the slots:
 *
 *	2000 T >= n (A + B),  T = s + r + sum t_i + costs of what does not meet
 *
 * (1) Say how each slot of h fares, and what it brings at most (u) and what its partner weighs
 * against itself at least (2 t - o), seen from a alone; p and P are of the candidate, w = log2 (p/P):
 *
 *	shares candidate c     u = max(w(c) - .007, e R(same))  o = max(2 w(c) + log2 P(c) - .007, e R(same))
 *	the same foreign name  u = o = its weight
 *	meets an initial       u = what sm_slot_weight gives    o = 2 u - weight of the initial
 *	is one, meets another  u = o = weight of the initial
 *	shares nothing         u = e R(near)                    partner at least its least weight
 *	meets no slot          u = SM_MISS or SM_NO_SURNAME     no partner
 *	is missing itself      the same                         partner at least its least weight
 *
 * For a shared candidate that carries the weight, t = w(c) + w'(c) + log2 P(c) - .007 and the
 * partner's slot has at least 2 w'(c) + log2 P(c) - .007 = 2 t - (2 w(c) + log2 P(c) - .007).  If a slip
 * carries it, t <= p p' e R and the partner's slot has p'^2 e R(same), at least 2 t - log2 e R(same).
 * Of an initial: it weighs -log2 of the share of the syllables that begin with it, which is at
 * most what any of them does, whence the slot of a syllable it meets has 2 t - its weight and more.
 *
 * (2) With U, O, F, M the sums of u over the slots that meet something in common, of o, of the u of
 * the others and of the least weights, T <= s + r + U + F and B >= 2 r + 2 (T - s - r - F) - O + M.  The
 * share r of the hypothesis we do not know cancels out and only lowers T: so a match has
 *
 *	2000 T >= n (A + 2 (T - s - F) - O + M),  T <= s + U + F, hence, with v = 2 (1000 - n) u + n o of
 *	what is in common and v = 2000 u - n M of the rest,  sum v >= n A - 2000 s.
 *
 * What stands beside a name adds its price to A and to nothing else: (1) and B are of slots.
 *
 * (3) So a emits a key for every way its slots may fare whose sum of v is that high, made of the
 * candidates, initials and foreign names in common and of where they stand; and so does b for the
 * same way seen from there.  Given names of one length meet slot by slot; of others some slots meet
 * in their order, min(lengths) at most, and the rest cost at least SM_MISS each (two misses cost more
 * than any slip); where they stand is not part of the key then.
 */
#include "name/lookup/korean_keys.h"

#include <stdint.h>

#include "data/spelling_table.h"
#include "data/syllable_table.h"
#include "name/korean/hypothesis.h"
#include "name/reading/korean_share.h"
#include "name/reading/korean_weight.h"
#include "name/reading/reading.h"
#include "name/reading/unpack.h"
#include "name/slot.h"

/* Ways a slot may fare: candidates, initials or none */
#define OPTIONS_MAX (2 * SM_CANDIDATES + 2)

/* What is in common, part of a key: kind << 24 | a number */
typedef enum PartKind
{
	PART_NOTHING,
	PART_SYLLABLE,
	PART_INITIALS,				/* on both sides */
	PART_INITIAL,				/* on one side; the number says on which, if the sides differ */
	PART_NO_SURNAME,			/* one side has none; the same */
	PART_NO_SURNAMES,			/* both have none */
	PART_FOREIGN = 0x20			/* and higher: 29 bits of it follow */
} PartKind;

typedef struct Option
{
	int32_t		value;			/* v of the proof */
	uint32_t	part;
} Option;

typedef struct Options
{
	int			count;
	int32_t		most;
	Option		option[OPTIONS_MAX];
} Options;

/* A hypothesis whose keys are made */
typedef struct Search
{
	const SmKeySink *sink;
	SmKeySide	side;
	int			lengths;		/* of partners, as in the header of a reading */
	int			share;			/* n of the proof */
	int32_t		missed;			/* v of a given slot that shares nothing */
	int			given;
	Options		slot[1 + SM_GIVEN_MAX];
} Search;

/* Value of what is in common */
static int32_t
Common(const Search *search, SmWeight most, SmWeight own)
{
	return 2 * (1000 - search->share) * most + search->share * own;
}

/* Value of what is not, beside a slot of the partner of a least weight */
static int32_t
Apart(const Search *search, SmWeight most, SmWeight least)
{
	return 2000 * most - search->share * least;
}

/* A part of which one side has only half: which one, as the sides see it */
static uint32_t
HalfPart(const Search *search, PartKind kind, bool own, int number)
{
	int			member = search->side == SM_KEYS_OF_ANY ? 0 : own == (search->side == SM_KEYS_OF_MEMBER) ? 1 : 2;

	return (uint32_t) kind << 24 | (uint32_t) member << 8 | (uint32_t) number;
}

static void
AddOption(Options *options, int32_t value, uint32_t part)
{
	if (options->count == 0 || value > options->most)
		options->most = value;
	options->option[options->count++] = (Option) {value, part};
}

/* A slot of syllables shares a candidate */
static void
AddCandidates(const Search *search, Options *options, const uint8_t *slot, const SmSyllable *syllables)
{
	SmWeight	slip = SM_EPSILON + SM_SAME;

	for (int i = 0; i < *slot && i < SM_CANDIDATES; i++)
	{
		int			c = sm_slot_candidate(slot, i);
		int			q = sm_candidate_lift(c);
		SmWeight	most = q * 32 + SM_AGREES;
		SmWeight	own = (2 * q - syllables[sm_candidate_id(c)].prior) * 32 + SM_AGREES;

		AddOption(options, Common(search, most > slip ? most : slip, own > slip ? own : slip),
				  (uint32_t) PART_SYLLABLE << 24 | (uint32_t) sm_candidate_id(c));
	}
}

/* The slot of a given name meets an initial */
static void
AddInitials(const Search *search, Options *options, const uint8_t *slot)
{
	for (int letter = 0; letter < 26 && options->count < OPTIONS_MAX - 1; letter++)
	{
		uint8_t		initial = SM_PACKED_INITIAL(letter);
		SmWeight	cost = sm_initials[letter].cost;
		SmWeight	most;

		if (sm_initials[letter].cost == SM_NEVER)
			continue;
		most = sm_slot_weight(&initial, slot, sm_given);
		if (most > SM_EPSILON + SM_NEAR)
			AddOption(options, Common(search, most, 2 * most - cost), HalfPart(search, PART_INITIAL, false, letter));
	}
}

/* All that the slot of a given name may have in common with another */
static void
GivenOptions(const Search *search, Options *options, const uint8_t *slot)
{
	options->count = 0;
	if (SM_IS_INITIAL(slot))
	{
		int			letter = SM_INITIAL_LETTER(slot);
		SmWeight	cost = sm_initials[letter].cost;

		AddOption(options, Common(search, cost, cost), (uint32_t) PART_INITIALS << 24 | (uint32_t) letter);
		AddOption(options, Common(search, cost, cost), HalfPart(search, PART_INITIAL, true, letter));
		return;
	}
	if (SM_IS_FOREIGN(slot))
		AddOption(options, Common(search, SM_FOREIGN_WEIGHT(slot), SM_FOREIGN_WEIGHT(slot)),
				  (uint32_t) PART_FOREIGN << 24 | (uint32_t) slot[1] << 21 |
				  (uint32_t) SM_FOREIGN_LETTER(slot) << 16 | (uint32_t) SM_FOREIGN_HASH(slot));
	else
		AddCandidates(search, options, slot, sm_given);
	if (search->lengths & SM_LENGTHS_INITIAL)
		AddInitials(search, options, slot);
}

/* All ways the surname may fare; slot is NULL if there is none */
static void
SurnameOptions(const Search *search, Options *options, const uint8_t *slot)
{
	options->count = 0;
	if (slot == NULL)
	{
		AddOption(options, 0, (uint32_t) PART_NO_SURNAMES << 24);
		AddOption(options, Apart(search, SM_NO_SURNAME, SM_LEAST_SURNAME),
				  HalfPart(search, PART_NO_SURNAME, true, 0));
		return;
	}
	AddCandidates(search, options, slot, sm_surname);
	AddOption(options, Apart(search, SM_EPSILON + SM_NEAR, SM_LEAST_SURNAME), PART_NOTHING);
	if (search->lengths & SM_LENGTHS_NO_SURNAME)
		AddOption(options, Apart(search, SM_NO_SURNAME, 0), HalfPart(search, PART_NO_SURNAME, false, 0));
}

/* Extend a key */
static uint64_t
Extend(uint64_t key, uint32_t part)
{
	return (key ^ part) * UINT64_C(0x9E3779B97F4A7C15) + (key >> 29);
}

/* Most that the given slots from i on bring beyond sharing nothing */
static int32_t
MostFrom(const Search *search, int i)
{
	int32_t		most = 0;

	for (; i <= search->given; i++)
		if (search->slot[i].most > search->missed)
			most += search->slot[i].most - search->missed;
	return most;
}

/* Make the keys of given slots from i on that meet those of a name of the same length; need is left of v */
static void
KeysOfSameLength(const Search *search, uint64_t key, int i, int32_t need)
{
	int32_t		rest;

	if (i > search->given)
	{
		if (need <= 0)
			search->sink->take(search->sink->state, sm_key_mix(key), SM_KEY_KOREAN);
		return;
	}
	rest = MostFrom(search, i + 1) + (search->given - i) * search->missed;
	for (int k = 0; k < search->slot[i].count; k++)
	{
		const Option *option = &search->slot[i].option[k];

		if (option->value + rest >= need)
			KeysOfSameLength(search, Extend(key, option->part), i + 1, need - option->value);
	}
	if (search->missed + rest >= need)
		KeysOfSameLength(search, Extend(key, PART_NOTHING), i + 1, need - search->missed);
}

/* The same of a name of another length: of the slots from i on at most so many meet */
static void
KeysOfOtherLength(const Search *search, uint64_t key, int i, int meet, int32_t need)
{
	if (meet * search->missed + MostFrom(search, i) < need)
		return;
	if (meet * search->missed >= need)
		search->sink->take(search->sink->state, sm_key_mix(key), SM_KEY_KOREAN);
	for (; i <= search->given && meet > 0; i++)
		for (int k = 0; k < search->slot[i].count; k++)
		{
			const Option *option = &search->slot[i].option[k];

			KeysOfOtherLength(search, Extend(key, option->part), i + 1, meet - 1, need - option->value);
		}
}

/* Make the keys of one hypothesis, of a name of this self weight */
static void
HypothesisKeys(Search *search, const SmParts *parts, const SmHypothesisParts *h, SmWeight self)
{
	int32_t		need = search->share * self - 2000 * h->weight;
	const Options *surname = &search->slot[0];

	search->given = h->given;
	SurnameOptions(search, &search->slot[0], h->has_surname ? parts->slot[h->slot[0]] : NULL);
	for (int i = 1; i <= h->given; i++)
		GivenOptions(search, &search->slot[i], parts->slot[h->slot[i]]);
	for (int length = 1; length <= SM_GIVEN_MAX; length++)
	{
		int			more = length - h->given;
		uint64_t	start = (uint64_t) (more > 0 ? h->given * 8 + length : length * 8 + h->given);

		if (!(search->lengths >> length & 1))
			continue;
		for (int k = 0; k < surname->count; k++)
		{
			uint64_t	key = Extend(start, surname->option[k].part);
			int32_t		rest = need - surname->option[k].value;

			if (more == 0)
				KeysOfSameLength(search, key, 1, rest);
			else if (more > 0)
				KeysOfOtherLength(search, key, 1, h->given, rest - more * Apart(search, SM_MISS, SM_LEAST_GIVEN));
			else
				KeysOfOtherLength(search, key, 1, length, rest + more * Apart(search, SM_MISS, 0));
		}
	}
}

/*
 * Make the keys of the Korean part of a name for partners at a threshold > 0 in thousandths,
 * whose lengths are among these
 */
void
sm_korean_keys(const SmName *name, int threshold, SmKeySide side, int lengths, const SmKeySink *sink)
{
	SmParts		parts;
	Search		search;

	search.sink = sink;
	search.side = side;
	search.lengths = lengths;
	search.share = sm_korean_share(threshold);
	search.missed = Apart(&search, SM_EPSILON + SM_NEAR, SM_LEAST_GIVEN);
	sm_unpack(&parts, name->reading);
	for (int h = 0; h < parts.count; h++)
		HypothesisKeys(&search, &parts, &parts.part[h], SM_KOREAN_SELF(name->reading) + name->price);
}
