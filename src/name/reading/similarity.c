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

/* Prepare a reading to be compared with others */
void
sm_query_prepare(SmQuery *query, const uint8_t *reading)
{
	query->reading = reading;
	if (SM_IS_KOREAN(reading))
		sm_unpack(&query->parts, reading);
	if (SM_HAS_WORDS(reading))
		sm_words_query_prepare(&query->words, SM_WORDS_PART(reading));
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
KoreanSimilarity(const uint8_t *a, const uint8_t *end_a, const SmParts *parts_a, const uint8_t *b, const uint8_t *end_b)
{
	SmParts		taken;
	SmParts		parts_b;

	if (MostKoreanWeight(a, b) <= 0)
		return 0;
	if (parts_a == NULL)
	{
		if (!OpenKorean(&taken, a, end_a))
			return SM_DAMAGED;
		parts_a = &taken;
	}
	if (!OpenKorean(&parts_b, b, end_b))
		return SM_DAMAGED;
	return sm_korean_similarity(sm_korean_weight(parts_a, &parts_b, 1, NULL),
								SM_KOREAN_SELF(a), SM_KOREAN_SELF(b));
}

/* Similarity of the words of two names, or SM_DAMAGED */
static inline int
WordsSimilarity(const uint8_t *a, const uint8_t *end_a, const uint8_t *b, const uint8_t *end_b)
{
	if ((end_a != NULL && sm_words_end(a, end_a) == NULL) || (end_b != NULL && sm_words_end(b, end_b) == NULL))
		return SM_DAMAGED;
	return sm_words_similarity(sm_words_weight(a, b), sm_words_self(a), sm_words_self(b));
}

/* The greater similarity, unless something is damaged */
static inline int
GreaterSimilarity(int korean, int words)
{
	if (korean == SM_DAMAGED || words == SM_DAMAGED)
		return SM_DAMAGED;
	return korean > words ? korean : words;
}

static inline int
Similarity(const uint8_t *a, const uint8_t *end_a, const uint8_t *b, const uint8_t *end_b)
{
	int			kinds = SM_READING_KINDS(a) & SM_READING_KINDS(b);
	int			korean = kinds & SM_KIND_KOREAN ? KoreanSimilarity(a, end_a, NULL, b, end_b) : 0;
	int			words = 0;

	if (kinds & SM_KIND_WORDS)
		words = WordsSimilarity(SM_WORDS_PART(a), end_a, SM_WORDS_PART(b), end_b);
	return GreaterSimilarity(korean, words);
}

/*
 * Similarity in thousandths by the reading that makes the names most similar; symmetric, 1000
 * for identical names that have a letter.
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

/* The kind of reading that makes two names most similar, 0 = they have none in common */
int
sm_carrier(const uint8_t *a, const uint8_t *b)
{
	int			kinds = SM_READING_KINDS(a) & SM_READING_KINDS(b);

	if (kinds != (SM_KIND_KOREAN | SM_KIND_WORDS))
		return kinds;
	return KoreanSimilarity(a, NULL, NULL, b, NULL) >= sm_similarity(a, b) ? SM_KIND_KOREAN : SM_KIND_WORDS;
}

/* Match weight in 1/256 bit, of the reading that makes them most similar; 0 if they share none */
SmWeight
sm_weight(const uint8_t *a, const uint8_t *b)
{
	int			kind = sm_carrier(a, b);
	SmParts		parts_a;
	SmParts		parts_b;

	if (kind == 0)
		return 0;
	if (kind == SM_KIND_WORDS)
		return sm_words_weight(SM_WORDS_PART(a), SM_WORDS_PART(b));
	sm_unpack(&parts_a, a);
	sm_unpack(&parts_b, b);
	return sm_korean_weight(&parts_a, &parts_b, INT32_MIN / 2, NULL);
}

static inline int
QuerySimilarity(const SmQuery *query, const uint8_t *reading, const uint8_t *end)
{
	int			kinds = SM_READING_KINDS(query->reading) & SM_READING_KINDS(reading);
	int			korean = 0;
	int			words = 0;

	if (kinds & SM_KIND_KOREAN)
		korean = KoreanSimilarity(query->reading, NULL, &query->parts, reading, end);
	if ((kinds & SM_KIND_WORDS) && sm_words_may_match(&query->words, SM_WORDS_PART(reading), 1))
		words = WordsSimilarity(query->words.words, NULL, SM_WORDS_PART(reading), end);
	return GreaterSimilarity(korean, words);
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
KoreanMatches(const SmQuery *query, const uint8_t *reading, const uint8_t *end, int threshold)
{
	SmWeight	least = LeastWeight(threshold, SM_KOREAN_SELF(query->reading), SM_KOREAN_SELF(reading));
	SmParts		parts;

	if (MostKoreanWeight(query->reading, reading) < least)
		return false;
	if (!OpenKorean(&parts, reading, end))
		return SM_DAMAGED;
	return sm_korean_weight(&query->parts, &parts, least, NULL) >= least;
}

static inline int
MatchesQuery(const SmQuery *query, const uint8_t *reading, const uint8_t *end, int threshold)
{
	int			kinds = SM_READING_KINDS(query->reading) & SM_READING_KINDS(reading);
	int			matches = 0;
	int			words;

	if (threshold <= 0)
		return true;
	if (kinds & SM_KIND_KOREAN)
		matches = KoreanMatches(query, reading, end, threshold);
	if (matches != 0 || !(kinds & SM_KIND_WORDS) ||
		!sm_words_may_match(&query->words, SM_WORDS_PART(reading), threshold))
		return matches;
	words = WordsSimilarity(query->words.words, NULL, SM_WORDS_PART(reading), end);
	return words == SM_DAMAGED ? SM_DAMAGED : words >= threshold;
}

/* Is a reading at least this similar? */
bool
sm_query_matches(const SmQuery *query, const uint8_t *reading, int threshold)
{
	return MatchesQuery(query, reading, NULL, threshold);
}

/* The same of a stored reading, SM_DAMAGED if it does not say */
int
sm_query_stored_matches(const SmQuery *query, const uint8_t *reading, size_t length, int threshold)
{
	return sm_reading_bounded(reading, length) ? MatchesQuery(query, reading, reading + length, threshold) : SM_DAMAGED;
}
