/* The packed reading of a name: what it is made of and where it stands */
#ifndef SM_READING_READING_H
#define SM_READING_READING_H

/* Version of everything a stored reading depends on: layout, tables, weights */
#define SM_VERSION 3

/*
 * The quantised reading of a name: the one thing that is stored, compared and indexed.
 * Bytes, no padding, low byte first: version 1, Unicode 1, kinds 1, sort key 4, place of the words
 * counted from the second byte 1 (0 = none), then the Korean part and the words, each if
 * the name has that kind.  Unicode is the version by which it was read, see sm_unicode; it is never
 * compared, nothing that is answered rests on it.
 *
 * That of a field that may hold several names: version, Unicode, the kinds of all of them | SM_KIND_SEVERAL,
 * sort key of the first, number of names 1; of each name the length of its reading 2 and the price in
 * 1/4 bit of what stands beside it 1; then their readings, as above.  The first is that of all of the
 * field and has no price.  Two fields are as similar as the two names of theirs that are most.
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

#include <stdint.h>

#include "data/syllable_table.h"
#include "name/field/candidate.h"
#include "name/korean/hypothesis.h"
#include "name/weight.h"
#include "name/words/pack.h"

#define SM_KOREAN_HEADER 15
#define SM_SLOTS_MAX (SM_HYPOTHESES * (1 + SM_GIVEN_MAX))
#define SM_KOREAN_MAX (SM_KOREAN_HEADER + SM_SLOTS_MAX * (1 + 2 * SM_CANDIDATES) + \
					   SM_HYPOTHESES * (3 + SM_GIVEN_MAX))
#define SM_NAME_MAX (SM_READING_HEADER + SM_KOREAN_MAX + SM_WORDS_PACKED_MAX)
#define SM_SEVERAL_ENTRY 3
/* Bytes of further names that are kept: those of most are a tenth of it */
#define SM_FURTHER_MAX 1536
#define SM_READING_MAX (SM_READING_HEADER + SM_NAMES_MAX * SM_SEVERAL_ENTRY + SM_NAME_MAX + SM_FURTHER_MAX)

/* What a name is read as: a bit each; none = it has no letter */
#define SM_KIND_KOREAN 1
#define SM_KIND_WORDS 2
/* Beside them; SURE: it is Korean for sure, but its words are kept */
#define SM_KIND_SOUNDS 0x08		/* its words are what characters sound like: others may sound the same */
#define SM_KIND_NUMBER 0x10		/* a number beside it was left out, and its words have none */
#define SM_KIND_SURE 0x20
#define SM_KIND_SEVERAL 0x40
/* Something of it could not be read */
#define SM_KIND_NOTED 0x80

#define SM_READING_UNICODE(r) ((r)[1])
#define SM_READING_KINDS(r) ((r)[2] & (SM_KIND_KOREAN | SM_KIND_WORDS))
#define SM_IS_KOREAN(r) (SM_READING_KINDS(r) & SM_KIND_KOREAN)
#define SM_HAS_WORDS(r) (SM_READING_KINDS(r) & SM_KIND_WORDS)
#define SM_IS_SEVERAL(r) ((r)[2] & SM_KIND_SEVERAL)
/* The first name of several */
#define SM_SEVERAL_FIRST(r) ((r) + SM_READING_HEADER + (r)[7] * SM_SEVERAL_ENTRY)
#define SM_READING_SORT(r) \
	((uint32_t) (r)[3] | (uint32_t) (r)[4] << 8 | (uint32_t) (r)[5] << 16 | (uint32_t) (r)[6] << 24)
#define SM_WORDS_PART(r) ((r) + 1 + (r)[7])

/* Of a Korean reading */
#define SM_KOREAN_SELF(r) ((SmWeight) ((r)[8] | (r)[9] << 8))
#define SM_KOREAN_LEAST(r, part) ((SmWeight) (int8_t) (r)[10 + (part)] * (SM_BIT / 8))
#define SM_KOREAN_LENGTHS(r) ((r)[13])
#define SM_KOREAN_SIGNATURE(r) ((r) + 14)

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

#endif
