#ifndef SM_WORDS_WORD_H
#define SM_WORDS_WORD_H

#include <stdbool.h>
#include <stdint.h>

#include "name/words/words.h"
#include "name/text/text.h"

/* Words looked at in a name; what follows is ignored */
#define SM_WORDS_READ 64
/* Bits of words are kept in 1/16 bit */
#define SM_WORD_BIT 16

typedef enum SmWordKind
{
	SM_WORD_LATIN,				/* letters a-z only, at least two */
	SM_WORD_INITIAL,			/* one letter a-z */
	SM_WORD_NUMBER,				/* decimal digits without leading zeros */
	SM_WORD_SCRIPT				/* UTF-8 of scripts that are not folded to a-z */
} SmWordKind;

typedef struct SmWord
{
	uint8_t		letters[SM_WORD_MAX];
	uint8_t		length;			/* bytes */
	uint8_t		kind;			/* SmWordKind */
	uint8_t		bits;			/* 1/16 bit */
	uint8_t		meaning;		/* words of one meaning share a number, 0 = none */
	bool		patronymic;
} SmWord;

/* The words of a name without its legal form, in their order */
typedef struct SmWords
{
	int			count;
	int			given;			/* first word after the comma of 'Surname, Given', 0 = none */
	int			form;			/* SmForm */
	bool		organisation;	/* certainly no person */
	SmWord		word[SM_WORDS_READ];
} SmWords;

/* Longest variant class of a word: every letter may become two */
#define SM_CLASS_MAX (2 * SM_WORD_MAX)

/* Fewest consonants (or vowel in front) that make a key */
#define SM_KEY_SOUNDS 3

extern uint32_t sm_base_letter(uint32_t c);
extern void sm_words_read(SmWords *words, const SmText *text);
extern int	sm_word_class(uint8_t *class, const uint8_t *letters, int length);
extern int	sm_word_key(uint8_t *key, const uint8_t *class, int length);
extern int	sm_word_distance(const uint8_t *a, int la, const uint8_t *b, int lb);
extern int	sm_word_edit(const uint8_t *a, int la, const uint8_t *b, int lb);
extern uint32_t sm_word_hash(const uint8_t *bytes, int length);

/* Is it a vowel a e i o u, or y, which is as light as one? */
static inline bool
sm_is_vowel(uint8_t c)
{
	return c >= 'a' && c <= 'z' && (0x1104111u >> (c - 'a') & 1);
}

#endif
