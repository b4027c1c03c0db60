#ifndef SM_READING_READING_H
#define SM_READING_READING_H

#include "name/log2.h"
#include "name/korean/korean.h"
#include "name/words/words.h"

/* Version of everything a stored reading depends on: layout, tables, weights */
#define SM_VERSION 2

/*
 * The quantised reading of a name: the one thing that is stored, compared and indexed.
 * Bytes, no padding, low byte first: version 1, Unicode 1, kinds 1, sort key 4, place of the literal
 * part counted from the second byte 1 (0 = none), then the Korean part and the literal part, each if
 * the name has that kind.  Unicode is the version by which it was read, see sm_unicode; it is never
 * compared, nothing that is answered rests on it.
 *
 * Korean part: self weight 2; least self weight of a surname, a first and a later given slot,
 * in 1/8 bit, 1 each; lengths 1; signature 8; number of slots | hypotheses << 5, 1; the slots;
 * the hypotheses.
 * Slot: number of candidates 1, candidates 2 each; or 0x80 + letter of an initial; or for a foreign
 * given name 0x40, its weight in 1/8 bit 1, hash 2, first letter 1.
 * Hypothesis: given slots - 1 | has a surname << 2 | system << 3, 1; -16 log2 of its share, 1; the
 * numbers of its slots, surname first, 1 each.
 */
#define SM_READING_HEADER 8
#define SM_KOREAN_HEADER 15
#define SM_SLOTS_MAX (SM_HYPOTHESES * (1 + SM_GIVEN_MAX))
#define SM_KOREAN_MAX (SM_KOREAN_HEADER + SM_SLOTS_MAX * (1 + 2 * SM_CANDIDATES) + \
					   SM_HYPOTHESES * (3 + SM_GIVEN_MAX))
#define SM_READING_MAX (SM_READING_HEADER + SM_KOREAN_MAX + SM_WORDS_PACKED_MAX)

/* What a name is read as: a bit each; none = it has no letter */
#define SM_KIND_KOREAN 1
#define SM_KIND_WORDS 2
/* Beside them: something of it could not be read */
#define SM_KIND_NOTED 0x80

#define SM_READING_UNICODE(r) ((r)[1])
#define SM_READING_KINDS(r) ((r)[2] & (SM_KIND_KOREAN | SM_KIND_WORDS))
/* Could not all of it be read?  See the notes below */
#define SM_READING_NOTED(r) ((r)[2] & SM_KIND_NOTED)
#define SM_IS_KOREAN(r) (SM_READING_KINDS(r) & SM_KIND_KOREAN)
#define SM_HAS_WORDS(r) (SM_READING_KINDS(r) & SM_KIND_WORDS)
#define SM_READING_SORT(r) \
	((uint32_t) (r)[3] | (uint32_t) (r)[4] << 8 | (uint32_t) (r)[5] << 16 | (uint32_t) (r)[6] << 24)
#define SM_WORDS_PART(r) ((r) + 1 + (r)[7])

/* Of a Korean reading */
#define SM_KOREAN_SELF(r) ((SmWeight) ((r)[8] | (r)[9] << 8))
#define SM_KOREAN_LEAST(r, part) ((SmWeight) (int8_t) (r)[10 + (part)] * (SM_BIT / 8))
#define SM_KOREAN_LENGTHS(r) ((r)[13])
#define SM_KOREAN_SIGNATURE(r) ((r) + 14)

#define SM_IS_INITIAL(slot) (*(slot) & 0x80)
#define SM_IS_FOREIGN(slot) (*(slot) & 0x40)
#define SM_IS_SYLLABLE(slot) (!(*(slot) & 0xC0))
#define SM_FOREIGN_SLOT_BYTES 5
#define SM_FOREIGN_WEIGHT(slot) ((SmWeight) (slot)[1] * (SM_BIT / 8))

/* Lengths: a bit per number of given syllables, and these */
#define SM_LENGTHS_NO_SURNAME 0x01
#define SM_LENGTHS_FOREIGN 0x40
#define SM_LENGTHS_INITIAL 0x80

/* The parts of a name that are told apart in headers, summaries and signatures */
#define SM_PART_SURNAME 0
#define SM_PART_FIRST 1
#define SM_PART_LATER 2
#define SM_PARTS 3
#define SM_PART_OF(slot) ((slot) < SM_PART_LATER ? (slot) : SM_PART_LATER)

/* What of a name could not be read, a bit each */
#define SM_NOTE_CUT 1			/* it was cut at a limit */
#define SM_NOTE_WORDS 2			/* it has more words than are kept */
#define SM_NOTE_UNREAD 4		/* its letters are of scripts that are not read */
#define SM_NOTE_MASKED 8		/* a letter has been made unreadable */

extern int	sm_read(uint8_t *reading, const char *utf8, size_t length);
extern int	sm_read_noted(uint8_t *reading, const char *utf8, size_t length, unsigned *notes);
extern SmWeight sm_weight(const uint8_t *a, const uint8_t *b);
extern int	sm_similarity(const uint8_t *a, const uint8_t *b);

/* A Korean reading taken apart for scoring; points into the reading */
typedef struct SmHypothesisParts
{
	SmWeight	weight;			/* log2 of its share */
	uint8_t		system;
	uint8_t		given;
	bool		has_surname;
	uint8_t		slot[1 + SM_GIVEN_MAX];	/* surname, given name: numbers of slots */
} SmHypothesisParts;

typedef struct SmParts
{
	int			count;
	int			slots;
	const uint8_t *slot[SM_SLOTS_MAX];
	SmHypothesisParts part[SM_HYPOTHESES];
} SmParts;

/* The pair of hypotheses that carries a weight */
typedef struct SmBestPair
{
	int			a;
	int			b;
} SmBestPair;

/* Given slots that meet, numbered from 1; 0 = the other one is left over */
typedef struct SmAligned
{
	uint8_t		a;
	uint8_t		b;
} SmAligned;

extern void sm_unpack(SmParts *parts, const uint8_t *reading);
extern SmWeight sm_slot_weight(const uint8_t *a, const uint8_t *b, const SmSyllable *syllables);
extern SmWeight sm_korean_weight(const SmParts *a, const SmParts *b, SmWeight floor, SmBestPair *best);
extern int	sm_align_given(SmAligned *aligned, const SmParts *a, const SmHypothesisParts *h,
						   const SmParts *b, const SmHypothesisParts *k);
extern int	sm_carrier(const uint8_t *a, const uint8_t *b);
extern int	sm_korean_similarity(SmWeight weight, SmWeight self_a, SmWeight self_b);
extern int	sm_korean_share(int threshold);

/* Weights of a slot, see score.c */
#define SM_EPSILON SM_WEIGHT(-7.644)
#define SM_SAME SM_WEIGHT(4.328)
#define SM_NEAR SM_WEIGHT(2.164)
#define SM_FAR SM_WEIGHT(-.721)
#define SM_UNLIKE SM_WEIGHT(-3.607)
#define SM_AGREES SM_WEIGHT(-.00723)
#define SM_MISS SM_WEIGHT(-8.656)
#define SM_NO_SURNAME SM_WEIGHT(-1.44)

/* Is a candidate likelier than 1/8?  The line that bounds draw, see bound.c */
#define SM_CAP_EIGHTHS 24
#define SM_IS_LIKELY(candidate, syllables) \
	(((candidate) & 127) - SM_Q_ZERO - (syllables)[(candidate) >> 7].prior > -SM_CAP_EIGHTHS)

/* A reading prepared to be compared with others and with nodes of an index; the reading must outlive it */
typedef struct SmQuery
{
	const uint8_t *reading;
	SmParts		parts;			/* of a Korean reading */
	SmWeight	self[SM_SLOTS_MAX];	/* for nodes: weight of each slot and itself */
	SmWeight	initial[SM_SLOTS_MAX];	/* for nodes: most it can bring against an initial */
	SmWeight	most[SM_SLOTS_MAX]; /* for nodes: most that each slot can bring */
	SmWeight	heaviest[SM_HYPOTHESES][1 + SM_GIVEN_MAX];	/* for nodes: sum of so many of them in a
														 * given name, the greatest */
	uint8_t		near[SM_SLOTS_MAX][SM_GIVEN_BYTES]; /* for nodes: syllables near those it likely is */
	SmSounds	sounds[SM_SLOTS_MAX];	/* for nodes: how those sound, and any that are like a candidate */
	SmWordsProbe probe;		/* of a literal one */
} SmQuery;

extern void sm_query_prepare(SmQuery *query, const uint8_t *reading);
extern void sm_prepare(SmQuery *query, const uint8_t *reading);
extern int	sm_query_similarity(const SmQuery *query, const uint8_t *reading);
extern bool sm_query_matches(const SmQuery *query, const uint8_t *reading, int threshold);

#endif
