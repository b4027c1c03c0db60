#ifndef SM_WORDS_WORDS_H
#define SM_WORDS_WORDS_H

#include <stdbool.h>

#include "name/log2.h"
#include "name/node/words_summary.h"
#include "name/text/text.h"

/* Words kept of a name (the heaviest), bytes kept of a word, bytes of the whole reading */
#define SM_WORDS_KEPT 16
#define SM_WORD_MAX 24
#define SM_WORDS_PACKED_MAX (5 + SM_WORDS_KEPT * (SM_WORD_MAX + 7))

/*
 * The literal reading of a name: its words with their bits, packed, no padding, byte order fixed.
 * It is part of stored keys: changing it needs a new SM_VERSION.
 */
extern int	sm_words_pack(uint8_t *out, const SmText *text);

/* Match weight of two literal readings, never more than the smaller of their self weights */
extern SmWeight sm_words_weight(const uint8_t *a, const uint8_t *b);
extern SmWeight sm_words_self(const uint8_t *a);

/* Similarity in thousandths: the weight over the mean of the self weights, mapped to 0..1000 */
extern int	sm_words_similarity(SmWeight weight, SmWeight self_a, SmWeight self_b);

/* How parts of two literal readings are one, or what speaks against it */
typedef enum SmWordsRelation
{
	SM_WORDS_EQUAL,
	SM_WORDS_VARIANT,			/* spelt by other rules */
	SM_WORDS_MEANING,			/* words of one meaning */
	SM_WORDS_INITIAL,			/* a letter and a word */
	SM_WORDS_SOUND,			/* their consonants sound alike */
	SM_WORDS_NEAR,			/* one edit apart */
	SM_WORDS_JOINED,			/* several words and one */
	SM_WORDS_MISSING,			/* only one side has the word */
	SM_WORDS_FORM,			/* what the legal forms say */
	SM_WORDS_CONTRADICTION,	/* both sides have names or numbers of their own */
	SM_WORDS_ORDER,			/* the words are turned round */
	SM_WORDS_EVIDENCE			/* too little for words that are not sure */
} SmWordsRelation;

/* A part of an explanation: words from..from + count of each side, count 0 = none */
typedef struct SmWordsPart
{
	SmWeight	weight;
	uint8_t		relation;
	uint8_t		from[2];
	uint8_t		count[2];
} SmWordsPart;

/* Most parts: pairs and words left on either side, then form, contradiction, order, evidence */
#define SM_WORDS_PARTS (2 * SM_WORDS_KEPT + 4)

/* The parts whose weights add up to sm_words_weight; returns how many */
extern int	sm_words_explain(SmWordsPart *parts, const uint8_t *a, const uint8_t *b);

/* Words from..from + count of a reading with blanks between; returns the bytes written */
#define SM_WORDS_TEXT_MAX (SM_WORDS_KEPT * (SM_WORD_MAX + 1))
extern int	sm_words_text(char *out, const uint8_t *reading, int from, int count);

/*
 * No false negatives: sm_words_bound(query, packed summary) >= similarity of query and any
 * reading added to the summary.
 */
extern void sm_words_summary_add(SmWordsSummary *summary, const uint8_t *reading);
extern int	sm_words_bound(const uint8_t *query, const uint8_t *summary);

/*
 * A query prepared to be held against many readings and nodes.  Bounds are those of
 * sm_words_bound; a negative threshold or 0 is always reached.
 */
#define SM_KEY_PIECES 4
#define SM_PROBE_NEAR (2 * SM_KEY_PIECES)
#define SM_PROBE_SPLITS (SM_WORD_MAX - 7)

/* Keys of one word: of its sound, of pieces of it that one edit leaves alone, see literal_bound.c */
typedef struct SmWordKeys
{
	uint32_t	whole;
	uint32_t	piece[SM_KEY_PIECES];
} SmWordKeys;

/* Which words of a query have a byte in their heads, a bit a word, see literal_pack.h */
typedef struct SmWordHeads
{
	uint16_t	hash[256];
	uint16_t	meaning[256];
	uint16_t	first[256];
	uint16_t	last[256];
	uint16_t	begin[256];
	SmWeight	bits[SM_WORDS_KEPT];
	SmWeight	near[SM_WORDS_KEPT];	/* most that one edit leaves */
	int			initials;
} SmWordHeads;

typedef struct SmWordsProbe
{
	const uint8_t *query;		/* must live as long as the probe */
	SmWordHeads heads;
	SmWeight	self;
	int			count;			/* from here on only for nodes */
	struct
	{
		SmWeight	bits;
		SmWeight	near;			/* most that one edit leaves */
		SmWeight	sure;			/* the same if the pair is sure */
		SmWeight	missing;		/* what the word costs when it is left */
		SmWeight	missing_person;
		uint8_t		kind;
		uint8_t		splits;
		uint8_t		piece_count;
		uint32_t	whole;
		uint32_t	meaning;
		uint32_t	initial;
		uint32_t	pieces[SM_PROBE_NEAR];
		SmWordKeys exchanged;	/* two letters in the middle exchanged */
		SmWordKeys joined[2];	/* with the next word, with the next two */
		SmWordKeys head[SM_PROBE_SPLITS];	/* the word cut after 4, 5, ... letters */
		SmWordKeys tail[SM_PROBE_SPLITS];
	}			word[SM_WORDS_KEPT];
} SmWordsProbe;

extern void sm_words_probe(SmWordsProbe *probe, const uint8_t *query);
extern void sm_words_probe_nodes(SmWordsProbe *probe);
extern bool sm_words_probe_may_match(const SmWordsProbe *probe, const uint8_t *reading,
									   int threshold);
extern int	sm_words_probe_bound(const SmWordsProbe *probe, const uint8_t *summary);

/* 31-bit position on the line along which an index keeps similar literal readings together */
extern uint32_t sm_words_sort_key(const uint8_t *reading);

#endif
