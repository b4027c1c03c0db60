/* The words of a name, packed: what is stored, compared and indexed of them */
#ifndef SM_WORDS_PACK_H
#define SM_WORDS_PACK_H

#include <stdbool.h>
#include <stdint.h>

#include "name/text/text.h"
#include "name/weight.h"
#include "name/words/named.h"
#include "name/words/sound.h"
#include "name/words/word.h"

/* Words kept of a name (the heaviest), bytes of all of it, and of their letters with blanks between */
#define SM_WORDS_KEPT 16
#define SM_WORDS_PACKED_MAX (SM_PACK_HEADER + SM_WORDS_KEPT * (SM_WORD_MAX + SM_PACK_WORD))
#define SM_WORDS_TEXT_MAX (SM_WORDS_KEPT * (2 * SM_WORD_MAX + 1))

/*
 * The packed reading: words, flags, first given name, self weight in 1/16 bit (two bytes, low
 * first); then eight bytes per word; then the letters of all words.
 */
#define SM_PACK_HEADER 5
#define SM_PACK_WORD 8
#define SM_PACK_SELF(words) ((words)[3] | (words)[4] << 8)

#define SM_FLAG_FORM 0x0F		/* SmForm */
#define SM_FLAG_PERSON 0x10		/* 'Surname, Given' */
#define SM_FLAG_ORGANISATION 0x20
#define SM_FLAG_INITIAL 0x40	/* one of the words is a single letter */
#define SM_FLAG_SKELETON 0x80	/* of one of the words only the consonants are known */

/* Beside the first given name: all words that are not generic may be Korean */
#define SM_GIVEN_MASK 0x1F
#define SM_GIVEN_KOREAN 0x80

/* May two names, their flags taken together, be of a person: is none an organisation's? */
#define SM_FLAGS_PERSON(flags) (((flags) & SM_FLAG_ORGANISATION) == 0)

/* Has a packed reading an initial that may meet a word? */
#define SM_MAY_MEET_WORDS(words) \
	(((words)[1] & (SM_FLAG_INITIAL | SM_FLAG_ORGANISATION)) == SM_FLAG_INITIAL)

/* A packed reading opened for use */
typedef struct SmView
{
	int			count;
	int			flags;
	int			given;
	bool		korean;			/* all words that are not generic may be Korean */
	const uint8_t *head;		/* eight bytes per word */
	const uint8_t *word[SM_WORDS_KEPT];
} SmView;

/* Find the heads of the words of a reading, not their letters */
static inline void
sm_words_open_heads(SmView *view, const uint8_t *reading)
{
	view->count = reading[0] < SM_WORDS_KEPT ? reading[0] : SM_WORDS_KEPT;
	view->flags = reading[1];
	view->given = reading[2] & SM_GIVEN_MASK;
	view->korean = (reading[2] & SM_GIVEN_KOREAN) != 0;
	view->head = reading + SM_PACK_HEADER;
}

/*
 * Bytes of word i, its kind, its weight, a hash of one byte of its key, its meaning; hashes of its
 * first and last two letters if it may be one edit from another, of how it begins if it may be
 * joined, 0 = it may not; the high byte of its meaning.
 */
#define SM_VIEW_LENGTH(v, i) ((v)->head[SM_PACK_WORD * (i)] & 0x1F)
#define SM_VIEW_KIND(v, i) ((v)->head[SM_PACK_WORD * (i)] >> 5 & 3)
#define SM_VIEW_PATRONYMIC(v, i) ((v)->head[SM_PACK_WORD * (i)] >> 7)
#define SM_VIEW_BITS(v, i) ((SmWeight) (v)->head[SM_PACK_WORD * (i) + 1] * (SM_BIT / SM_WORD_BIT))
#define SM_VIEW_HASH(v, i) ((v)->head[SM_PACK_WORD * (i) + 2])
#define SM_VIEW_MEANING(v, i) ((v)->head[SM_PACK_WORD * (i) + 3] | (v)->head[SM_PACK_WORD * (i) + 7] << 8)
#define SM_VIEW_FIRST(v, i) ((v)->head[SM_PACK_WORD * (i) + 4])
#define SM_VIEW_LAST(v, i) ((v)->head[SM_PACK_WORD * (i) + 5])
#define SM_VIEW_BEGIN(v, i) ((v)->head[SM_PACK_WORD * (i) + 6])

/* A byte of the hash of a word's key, as it stands in its head */
static inline uint8_t
sm_head_hash(uint32_t hash)
{
	return (uint8_t) (hash ^ hash >> 8 ^ hash >> 16 ^ hash >> 24);
}

/* A byte of two letters, never 0 or 255 */
static inline uint8_t
sm_pair_code(uint8_t a, uint8_t b)
{
	return (uint8_t) (1 + ((a - 'a') * 26 + (b - 'a')) % 251);
}

/* A byte of the letters that a word of a-z begins with, vowels as one */
static inline uint8_t
sm_begin_code(uint8_t a, uint8_t b)
{
	return sm_pair_code(sm_is_vowel(a) ? 'a' : a, sm_is_vowel(b) ? 'a' : b);
}

extern int	sm_words_pack(uint8_t *out, const SmText *text, SmNamed named);
extern void sm_words_tell(uint8_t *words, SmNamed named);
extern void sm_words_open(SmView *view, const uint8_t *reading);
extern bool sm_words_have_number(const uint8_t *words);
extern SmWeight sm_words_self(const uint8_t *a);
extern const uint8_t *sm_words_end(const uint8_t *in, const uint8_t *end);
extern int	sm_words_text(char *out, const uint8_t *reading, int from, int count);

#endif
