/*
 * Similarities of readings by the part that makes them most similar.  Readings that come from
 * storage may be damaged: of those the end is given, and each part is checked before it is walked,
 * which is after the headers have said that it must be.
 */
#include "name/reading/similarity.h"

#include "name/reading/korean_share.h"
#include "name/reading/korean_weight.h"
#include "name/reading/reading.h"
#include "name/words/align.h"
#include "name/words/pack.h"
#include "name/words/share.h"

/* Prepare a name to be compared with others */
void
sm_query_name_prepare(SmQueryName *query, const SmName *name)
{
	query->name = *name;
	if (SM_IS_KOREAN(name->reading))
		sm_unpack(&query->parts, name->reading);
	if (SM_HAS_WORDS(name->reading))
		sm_words_query_prepare(&query->words, SM_WORDS_PART(name->reading), name->price);
}

_Static_assert(SM_NAMES_MAX <= 8, "shared heads have a bit for each name");

/* Prepare a reading so, which is whole */
void
sm_query_prepare(SmQuery *query, const uint8_t *reading)
{
	SmNames		names;

	sm_names(&names, reading, NULL);
	query->reading = reading;
	query->count = names.count;
	for (int i = 0; i < names.count; i++)
		sm_query_name_prepare(&query->name[i], &names.name[i]);
	if (names.count == 1)
		return;
	sm_shared_start(&query->shared);
	for (int i = 0; i < names.count; i++)
		if (SM_HAS_WORDS(names.name[i].reading))
			sm_shared_add(&query->shared, &query->name[i].words, i);
}

static uint64_t
GetSignature(const uint8_t *reading)
{
	const uint8_t *p = SM_KOREAN_SIGNATURE(reading);
	uint64_t	bits = 0;

	for (int i = 0; i < 8; i++)
		bits |= (uint64_t) p[i] << (8 * i);
	return bits;
}

/*
 * Most that two Korean readings can weigh, by their headers.  The weight is at most half the sum
 * of the self weights, and a slot without a shared syllable brings at most e R(near) in place of
 * the mean of its self weights.
 */
static inline SmWeight
MostKoreanWeight(const uint8_t *a, const uint8_t *b)
{
	static const uint64_t part[] = {0x3FFFFF, (uint64_t) 0x1FFFFF << 22, (uint64_t) 0x1FFFFF << 43};
	SmWeight	twice = SM_KOREAN_SELF(a) + SM_KOREAN_SELF(b);
	int			lengths = SM_KOREAN_LENGTHS(a) & ~SM_LENGTHS_FOREIGN;
	uint64_t	shared;

	/* names of one known length, with surnames and without initials */
	if (lengths != (SM_KOREAN_LENGTHS(b) & ~SM_LENGTHS_FOREIGN) || (lengths & (lengths - 1)) != 0 ||
		(lengths & SM_LENGTHS_INITIAL))
		return twice / 2;
	shared = GetSignature(a) & GetSignature(b);
	for (int i = 0; i < (lengths == 1 << 1 ? 2 : 3); i++)
		if (!(shared & part[i]))
			twice += 2 * (SM_EPSILON + SM_NEAR) - SM_KOREAN_LEAST(a, i) - SM_KOREAN_LEAST(b, i);
	return twice / 2;
}

/* Least weight at which two Korean names have a similarity of a threshold > 0 */
static SmWeight
LeastWeight(int threshold, SmWeight self_a, SmWeight self_b)
{
	return (SmWeight) (((int64_t) sm_korean_share(threshold) * (self_a + self_b) + 1999) / 2000);
}

/* Take a Korean reading apart; false if an end is given and it is damaged */
static inline bool
OpenKorean(SmParts *parts, const uint8_t *reading, const uint8_t *end)
{
	if (end != NULL)
		return sm_unpack_checked(parts, reading, end) != NULL;
	sm_unpack(parts, reading);
	return true;
}

/* Similarity of the Korean readings of two names, or SM_DAMAGED; parts_a may be NULL */
static inline int
KoreanSimilarity(const SmName *a, const SmParts *parts_a, const SmName *b)
{
	SmParts		taken;
	SmParts		parts_b;

	if (MostKoreanWeight(a->reading, b->reading) <= 0)
		return 0;
	if (parts_a == NULL)
	{
		if (!OpenKorean(&taken, a->reading, a->end))
			return SM_DAMAGED;
		parts_a = &taken;
	}
	if (!OpenKorean(&parts_b, b->reading, b->end))
		return SM_DAMAGED;
	return sm_korean_similarity(sm_korean_weight(parts_a, &parts_b, 1, NULL),
								SM_KOREAN_SELF(a->reading) + a->price, SM_KOREAN_SELF(b->reading) + b->price);
}

/* Are the words of a name all there?  Of those that are known to be the end is not given */
static inline bool
HasWordsWhole(const SmName *name)
{
	return name->end == NULL || sm_words_end(SM_WORDS_PART(name->reading), name->end) != NULL;
}

/* Similarity of the words of two names, or SM_DAMAGED */
static inline int
WordsSimilarity(const SmName *a, const SmName *b)
{
	const uint8_t *words_a = SM_WORDS_PART(a->reading);
	const uint8_t *words_b = SM_WORDS_PART(b->reading);

	if (!HasWordsWhole(a) || !HasWordsWhole(b))
		return SM_DAMAGED;
	return sm_words_similarity(sm_words_weight(words_a, words_b), sm_words_self(words_a) + a->price,
							   sm_words_self(words_b) + b->price);
}

/* Are the words of two names at least this similar?  Or SM_DAMAGED */
static inline int
WordsMatch(const SmName *a, const SmName *b, int threshold)
{
	const uint8_t *words_a = SM_WORDS_PART(a->reading);
	const uint8_t *words_b = SM_WORDS_PART(b->reading);
	SmWeight	self_a = sm_words_self(words_a) + a->price;
	SmWeight	self_b = sm_words_self(words_b) + b->price;
	SmWeight	weight;

	if (!HasWordsWhole(a) || !HasWordsWhole(b))
		return SM_DAMAGED;
	weight = sm_words_weight_from(words_a, words_b, sm_words_least(threshold, (int64_t) self_a + self_b));
	return sm_words_similarity(weight, self_a, self_b) >= threshold;
}

/*
 * By which readings two names are compared: those that both have.  Of two that are Korean for sure their words
 * say nothing, of two beside which a number was left out nothing says that they are one, and of two that are what
 * characters sound like these would be the same.  Words beside which a number was left out say nothing of those that
 * have one: whether that is the same the whole field says.
 */
static inline int
CommonKinds(const uint8_t *a, const uint8_t *b)
{
	int			common = a[2] & b[2];

	if ((common & SM_KIND_SOUNDS) ||
		((common & SM_KIND_NUMBER) && (SM_READING_KINDS(a) | SM_READING_KINDS(b)) == SM_KIND_KOREAN))
		return 0;
	if (((a[2] ^ b[2]) & SM_KIND_NUMBER) && (common & SM_KIND_WORDS) &&
		sm_words_have_number(SM_WORDS_PART(a[2] & SM_KIND_NUMBER ? b : a)))
		common &= ~SM_KIND_WORDS;
	return common & (common & SM_KIND_SURE ? SM_KIND_KOREAN : SM_KIND_KOREAN | SM_KIND_WORDS);
}

/* Has the reading of a name one in common with any name of another reading, which are whole? */
bool
sm_comparable(const uint8_t *name, const uint8_t *reading)
{
	SmNames		names;

	sm_names(&names, reading, NULL);
	for (int i = 0; i < names.count; i++)
		if (CommonKinds(name, names.name[i].reading) != 0)
			return true;
	return false;
}

/* The greater similarity, unless something is damaged */
static inline int
GreaterSimilarity(int x, int y)
{
	if (x == SM_DAMAGED || y == SM_DAMAGED)
		return SM_DAMAGED;
	return x > y ? x : y;
}

/* Similarity of two names in thousandths, or SM_DAMAGED */
static inline int
NameSimilarity(const SmName *a, const SmName *b)
{
	int			kinds = CommonKinds(a->reading, b->reading);
	int			korean = kinds & SM_KIND_KOREAN ? KoreanSimilarity(a, NULL, b) : 0;

	return GreaterSimilarity(korean, kinds & SM_KIND_WORDS ? WordsSimilarity(a, b) : 0);
}

/* Similarity of the two names of two readings that are most similar, or SM_DAMAGED */
static int
Similarity(const uint8_t *a, const uint8_t *end_a, const uint8_t *b, const uint8_t *end_b)
{
	SmNames		x;
	SmNames		y;
	int			best = 0;

	sm_names(&x, a, end_a);
	sm_names(&y, b, end_b);
	for (int i = 0; i < x.count; i++)
		for (int k = 0; k < y.count && best != SM_DAMAGED; k++)
			best = GreaterSimilarity(best, NameSimilarity(&x.name[i], &y.name[k]));
	return best;
}

/*
 * Similarity in thousandths by the names and readings that make them most similar; symmetric, 1000
 * for identical texts that have a letter.
 */
int
sm_similarity(const uint8_t *a, const uint8_t *b)
{
	return Similarity(a, NULL, b, NULL);
}

/* The same of stored readings, SM_DAMAGED if they do not say */
int
sm_stored_similarity(const uint8_t *a, size_t length_a, const uint8_t *b, size_t length_b)
{
	if (!sm_reading_bounded(a, length_a) || !sm_reading_bounded(b, length_b))
		return SM_DAMAGED;
	return Similarity(a, a + length_a, b, b + length_b);
}

/* Compare two names by the reading that makes them most similar; 0 of all if they have none in common */
static SmComparison
CompareName(const SmName *a, const SmName *b)
{
	int			kinds = CommonKinds(a->reading, b->reading);
	SmComparison words = {.kind = SM_KIND_WORDS};
	SmComparison korean = {.kind = SM_KIND_KOREAN};

	if (kinds & SM_KIND_WORDS)
	{
		const uint8_t *words_a = SM_WORDS_PART(a->reading);
		const uint8_t *words_b = SM_WORDS_PART(b->reading);

		words.weight = sm_words_weight(words_a, words_b);
		words.similarity = sm_words_similarity(words.weight, sm_words_self(words_a) + a->price,
											   sm_words_self(words_b) + b->price);
	}
	if (kinds & SM_KIND_KOREAN)
	{
		SmParts		parts_a;
		SmParts		parts_b;

		sm_unpack(&parts_a, a->reading);
		sm_unpack(&parts_b, b->reading);
		korean.weight = sm_korean_weight(&parts_a, &parts_b, INT32_MIN / 2, NULL);
		korean.similarity = sm_korean_similarity(korean.weight, SM_KOREAN_SELF(a->reading) + a->price,
												 SM_KOREAN_SELF(b->reading) + b->price);
	}
	if (kinds & SM_KIND_KOREAN && korean.similarity >= words.similarity)
		return korean;
	return kinds & SM_KIND_WORDS ? words : (SmComparison) {.kind = 0};
}

/*
 * Compare two readings, which are whole, by the names that make them most similar; of equal ones those that weigh
 * most, and the first of these
 */
SmComparison
sm_compare(const uint8_t *a, const uint8_t *b)
{
	SmComparison best = {.similarity = -1};
	SmNames		x;
	SmNames		y;

	sm_names(&x, a, NULL);
	sm_names(&y, b, NULL);
	for (int i = 0; i < x.count; i++)
		for (int k = 0; k < y.count; k++)
		{
			SmComparison compared = CompareName(&x.name[i], &y.name[k]);

			if (compared.similarity < best.similarity ||
				(compared.similarity == best.similarity && compared.weight <= best.weight))
				continue;
			best = compared;
			best.names = (SmNamePair) {i, k};
		}
	return best;
}

/* How the similarity of two readings comes about, see similarity.h */
void
sm_sum(SmSum *sum, const uint8_t *a, const uint8_t *b)
{
	SmComparison compared = sm_compare(a, b);
	SmNames		x;
	SmNames		y;
	const SmName *name[2];

	sm_names(&x, a, NULL);
	sm_names(&y, b, NULL);
	sum->names = compared.names;
	name[0] = &x.name[sum->names.a];
	name[1] = &y.name[sum->names.b];
	sum->kind = compared.kind;
	sum->weight = compared.weight;
	for (int side = 0; side < 2; side++)
	{
		const uint8_t *reading = name[side]->reading;

		sum->reading[side] = reading;
		sum->price[side] = name[side]->price;
		if (sum->kind != 0)
			sum->self[side] = sum->kind == SM_KIND_KOREAN ? SM_KOREAN_SELF(reading) :
				sm_words_self(SM_WORDS_PART(reading));
	}
}

/* Match weight of these in 1/256 bit; 0 if they share none */
SmWeight
sm_weight(const uint8_t *a, const uint8_t *b)
{
	return sm_compare(a, b).weight;
}

/* Similarity of a prepared name and another */
static inline int
QueryNameSimilarity(const SmQueryName *query, const SmName *name)
{
	int			kinds = CommonKinds(query->name.reading, name->reading);
	int			korean = kinds & SM_KIND_KOREAN ? KoreanSimilarity(&query->name, &query->parts, name) : 0;
	int			words = 0;

	if ((kinds & SM_KIND_WORDS) &&
		sm_words_may_match(&query->words, SM_WORDS_PART(name->reading), name->end, name->price, 1, true))
		words = WordsSimilarity(&query->name, name);
	return GreaterSimilarity(korean, words);
}

static int
QuerySimilarity(const SmQuery *query, const uint8_t *reading, const uint8_t *end)
{
	SmNames		names;
	int			best = 0;

	sm_names(&names, reading, end);
	for (int i = 0; i < query->count; i++)
		for (int k = 0; k < names.count && best != SM_DAMAGED; k++)
			best = GreaterSimilarity(best, QueryNameSimilarity(&query->name[i], &names.name[k]));
	return best;
}

/* sm_similarity of a prepared reading, to the bit */
int
sm_query_similarity(const SmQuery *query, const uint8_t *reading)
{
	return QuerySimilarity(query, reading, NULL);
}

/* The same of a stored reading, SM_DAMAGED if it does not say */
int
sm_query_stored_similarity(const SmQuery *query, const uint8_t *reading, size_t length)
{
	return sm_reading_bounded(reading, length) ? QuerySimilarity(query, reading, reading + length) : SM_DAMAGED;
}

/* Are the Korean readings at least this similar?  Or SM_DAMAGED */
static inline int
KoreanMatches(const SmQueryName *query, const SmName *name, int threshold)
{
	SmWeight	least = LeastWeight(threshold, SM_KOREAN_SELF(query->name.reading) + query->name.price,
									SM_KOREAN_SELF(name->reading) + name->price);
	SmParts		parts;

	if (MostKoreanWeight(query->name.reading, name->reading) < least)
		return false;
	if (!OpenKorean(&parts, name->reading, name->end))
		return SM_DAMAGED;
	return sm_korean_weight(&query->parts, &parts, least, NULL) >= least;
}

/* Does a prepared name match another?  Or SM_DAMAGED.  Do their words meet, see shared_heads.h, as far as is known? */
static inline int
NameMatches(const SmQueryName *query, const SmName *name, int threshold, bool meet)
{
	int			kinds = CommonKinds(query->name.reading, name->reading);
	int			matches = 0;

	if (kinds & SM_KIND_KOREAN)
		matches = KoreanMatches(query, name, threshold);
	if (matches != 0 || !(kinds & SM_KIND_WORDS) ||
		!sm_words_may_match(&query->words, SM_WORDS_PART(name->reading), name->end, name->price, threshold,
							meet))
		return matches;
	return WordsMatch(&query->name, name, threshold);
}

/* Does a prepared name match one of a reading?  Or SM_DAMAGED */
static inline int
MatchesQueryName(const SmQueryName *query, const SmNames *names, int threshold)
{
	int			matches = false;

	for (int i = 0; i < names->count && matches == false; i++)
		matches = NameMatches(query, &names->name[i], threshold, true);
	return matches;
}

/* Does one of several prepared names match one of a reading?  Or SM_DAMAGED */
static int
MatchesName(const SmQuery *query, const SmName *name, int threshold)
{
	unsigned	meets = query->count > 1 && SM_HAS_WORDS(name->reading) ?
		sm_shared_meets(&query->shared, SM_WORDS_PART(name->reading)) : ~0u;
	int			matches = false;

	for (int i = 0; i < query->count && matches == false; i++)
		matches = NameMatches(&query->name[i], name, threshold, meets >> i & 1);
	return matches;
}

/* Does one of several prepared names match one of several of a reading?  Or SM_DAMAGED */
static __attribute__((noinline)) int
MatchesSeveral(const SmQuery *query, const uint8_t *reading, const uint8_t *end, int threshold)
{
	SmNames		names;
	int			matches = false;

	sm_names(&names, reading, end);
	for (int k = 0; k < names.count && matches == false; k++)
		matches = MatchesName(query, &names.name[k], threshold);
	return matches;
}

/* The same of any; most readings are of one name, and most are turned away at once */
static inline int
MatchesQuery(const SmQuery *query, const uint8_t *reading, const uint8_t *end, int threshold)
{
	SmName		name = {reading, end, 0};

	if (threshold <= 0)
		return true;
	if (query->count != 1 || SM_IS_SEVERAL(reading))
		return MatchesSeveral(query, reading, end, threshold);
	return NameMatches(&query->name[0], &name, threshold, true);
}

/* Is any name of a reading at least this similar to a prepared one, at a threshold > 0? */
bool
sm_query_name_matches(const SmQueryName *query, const uint8_t *reading, int threshold)
{
	SmNames		names;

	sm_names(&names, reading, NULL);
	return MatchesQueryName(query, &names, threshold);
}

/* Is a reading at least this similar? */
bool
sm_query_matches(const SmQuery *query, const uint8_t *reading, int threshold)
{
	return MatchesQuery(query, reading, NULL, threshold);
}

/* The same of a stored reading of which sm_reading_bounded holds, SM_DAMAGED if it does not say */
int
sm_query_bounded_matches(const SmQuery *query, const uint8_t *reading, size_t length, int threshold)
{
	return MatchesQuery(query, reading, reading + length, threshold);
}

/* The share of the weight in the mean of both self weights, with the prices, in thousandths; 0 if it is not above 0 */
int
sm_sum_share(const SmSum *sum)
{
	int64_t		self = (int64_t) sum->self[0] + sum->price[0] + sum->self[1] + sum->price[1];

	return sum->weight > 0 && self > 0 ? (int) ((int64_t) 2000 * sum->weight / self) : 0;
}
