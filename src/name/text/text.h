/* A name as code points, and the signs that have a meaning in one */
#ifndef SM_TEXT_TEXT_H
#define SM_TEXT_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Code points kept of a name, so memory is bounded; what shows nothing and repeated marks do not count */
#define SM_TEXT_MAX 2048
/* Bytes looked at of a name, so time is bounded */
#define SM_TEXT_BYTES (1024 * 1024)

/* What stands for a letter that cannot be seen; a circle may as well be an o */
#define SM_MASK '*'
#define SM_CIRCLE 0x25CB
/* Middle dots of Latin, and of kana, where they part words */
#define SM_MIDDLE_DOT 0xB7
#define SM_KANA_DOT 0x30FB

/*
 * A name as folded code points: NFKC, lower case, one code point for all apostrophes ('), hyphens (-), quotes ("),
 * brackets (()) and blanks (' '), among which are the signs that mean nothing in a name; invisible characters gone, and
 * of a sign that stands many times between two letters the third and further ones.
 */
typedef struct SmText
{
	int			length;					/* code points */
	int			letters;				/* how many of them are letters */
	int			singles;				/* letters that stand alone */
	bool		ascii;					/* no code point above 0x7F */
	bool		cut;					/* there was more of it than is kept */
	bool		lost;					/* characters that nobody can read were dropped */
	bool		brackets;
	bool		circles;				/* none is left when the text has been folded */
	bool		jamo;					/* alone, among them vowels that were typed so */
	bool		vowels;
	uint32_t	cp[SM_TEXT_MAX];
	bool		upper[SM_TEXT_MAX];		/* was written as a capital */
} SmText;

/* Is it a letter a-z? */
static inline bool
sm_is_latin(uint32_t c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool
sm_is_hangul(uint32_t c)
{
	return c >= 0xAC00 && c <= 0xD7A3;
}

/* Is it a part of a word: a letter, a digit or a mark, not a sign? */
static inline bool
sm_is_part(uint32_t c)
{
	return c < 0x80 ? sm_is_latin(c) || (c >= '0' && c <= '9') :
		c != SM_MIDDLE_DOT && c != SM_KANA_DOT && c != SM_CIRCLE;
}

/* Move a code point of a text to a place before it */
static inline void
sm_text_move(SmText *text, int to, int from)
{
	text->cp[to] = text->cp[from];
	text->upper[to] = text->upper[from];
}

#endif
