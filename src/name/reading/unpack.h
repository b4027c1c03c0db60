#ifndef SM_READING_UNPACK_H
#define SM_READING_UNPACK_H

#include "name/node/bound.h"
#include "name/words/pack.h"

/*
 * Whether stored bytes are a reading, or what a node of an index knows of some: what has been
 * damaged on its way must not lead beyond its end or that of a table.  What it weighs is not
 * looked at, so that it may still give a wrong answer.
 */

/*
 * Are the headers there that a reading of this version begins its parts with, and the heads of its
 * words?  They tell most names apart; the functions for stored readings look beyond only to be sure.
 */
static inline bool
sm_reading_bounded(const uint8_t *reading, size_t length)
{
	size_t		place;

	if (length < SM_READING_HEADER || length > SM_READING_MAX || reading[0] != SM_VERSION ||
		(reading[2] & ~(SM_KIND_KOREAN | SM_KIND_WORDS | SM_KIND_NOTED)) != 0 ||
		(SM_IS_KOREAN(reading) && length < SM_READING_HEADER + SM_KOREAN_HEADER))
		return false;
	if (!SM_HAS_WORDS(reading))
		return true;
	place = (size_t) (SM_WORDS_PART(reading) - reading) + SM_PACK_HEADER;
	return place <= length && SM_WORDS_PART(reading)[0] <= SM_WORDS_KEPT &&
		place + SM_PACK_WORD * SM_WORDS_PART(reading)[0] <= length;
}

/* Are these bytes a packed summary of this version, all of them? */
static inline bool
sm_summary_valid(const uint8_t *key, size_t length)
{
	size_t		bytes = SM_SUMMARY_HEADER;

	if (length < bytes || key[0] != (SM_VERSION | SM_SUMMARY_MARK) ||
		key[2] > (SM_KIND_KOREAN | SM_KIND_WORDS))
		return false;
	if (SM_IS_KOREAN(key))
		bytes += SM_KOREAN_SUMMARY_BYTES;
	if (!SM_HAS_WORDS(key))
		return length == bytes;
	return length > bytes + SM_WORDS_AT_SIZE && key[bytes + SM_WORDS_AT_SIZE] < SM_WORDS_FILTER_SIZES &&
		length == bytes + SM_WORDS_SUMMARY_BYTES(key + bytes);
}

/* The functions for stored readings say so in place of an answer */
#define SM_DAMAGED (-1)

extern int	sm_stored_similarity(const uint8_t *a, size_t length_a, const uint8_t *b, size_t length_b);
extern int	sm_query_stored_similarity(const SmQuery *query, const uint8_t *reading, size_t length);
extern int	sm_query_stored_matches(const SmQuery *query, const uint8_t *reading, size_t length, int threshold);

extern const uint8_t *sm_unpack_checked(SmParts *parts, const uint8_t *reading, const uint8_t *end);
extern const uint8_t *sm_words_end(const uint8_t *in, const uint8_t *end);

/* Are these bytes a reading of this version, all of them? */
extern bool sm_reading_valid(const uint8_t *reading, size_t length);

#endif
