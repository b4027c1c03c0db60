/* The words of a field */
#ifndef SM_FIELD_TOKEN_H
#define SM_FIELD_TOKEN_H

#include <stdbool.h>
#include <stdint.h>

#include "data/beside_table.h"
#include "name/text/script.h"
#include "name/text/text.h"

/* Words of a field that are looked at */
#define SM_FIELD_TOKENS 128
/* How many digits a number has that tells ships or works of one name apart */
#define SM_COUNTED_DIGITS 3

/* What stands before a word: a bit each */
#define SM_PARTED_BLANK 1
#define SM_PARTED_HYPHEN 2
#define SM_PARTED_DOT 4
#define SM_PARTED_COMMA 8
#define SM_PARTED_STRONG 16		/* what parts two names: / ; : | brackets, quotes, the end of a line */

/* Kinds of words beside those of the table */
#define SM_TOKEN_GENERIC (SM_BESIDE_COMPANY + 1)	/* of companies, as the tables of words say */
#define SM_TOKEN_NUMBER (SM_BESIDE_COMPANY + 2)

/* Sets of kinds, a bit each */
#define SM_SET(kind) (1u << (kind))
#define SM_SET_COMPANY (SM_SET(SM_BESIDE_COMPANY) | SM_SET(SM_TOKEN_GENERIC))
/* What may belong to a name */
#define SM_SET_NAME (SM_SET(SM_BESIDE_NONE) | SM_SET_COMPANY)
/* What parts a field beside marks: a label, what an identifier is called, a word between two names */
#define SM_SET_PARTING (SM_SET(SM_BESIDE_LABEL) | SM_SET(SM_BESIDE_IDENTIFIER) | SM_SET(SM_BESIDE_SEPARATOR))
#define SM_IS_OF(token, set) ((set) >> (token)->kind & 1)

/* A word of a field: letters of one script, a number or an ampersand */
typedef struct SmFieldToken
{
	uint16_t	from;			/* code points of the text */
	uint16_t	to;
	uint16_t	word;			/* its number in the table of what stands beside names, 0 = none */
	uint16_t	glued;			/* of what was glued to it in front, and behind */
	uint16_t	glued_end;
	uint8_t		script;			/* SmScript */
	uint8_t		kind;			/* SmBesideKind, SM_TOKEN_... */
	uint8_t		stands;			/* where a phrase of the table may stand, SM_BESIDE_FRONT and so on */
	uint8_t		parted;			/* what stands before it */
	uint8_t		segment;		/* what parts names parts these, see segment.c */
	uint8_t		clause;			/* what commas part in them */
} SmFieldToken;

/* The words of a text */
typedef struct SmFieldTokens
{
	const SmText *text;
	int			count;
	bool		edged;			/* a sign but blanks and full stops stands before the first or behind the last */
	bool		airline;		/* SURNAME/GIVEN TITLE */
	SmFieldToken token[SM_FIELD_TOKENS];
} SmFieldTokens;

extern void sm_field_tokens(SmFieldTokens *tokens, const SmText *text);

/* What a word in Latin letters spells: a Korean surname, a syllable of a given name; SM_SPELLS_* */
extern int	sm_token_spells(const SmFieldTokens *tokens, int i);
extern int	sm_token_letters(uint8_t *letters, const SmFieldTokens *tokens, int i);
extern bool sm_token_numeral(const SmFieldTokens *tokens, int i);
extern bool sm_token_is(const SmFieldTokens *tokens, int i, const char *word);

/* Was something glued to a word? */
static inline bool
sm_token_trimmed(const SmFieldToken *token)
{
	return token->glued < token->from || token->glued_end > token->to;
}

/* Is a word in Hangul or in Chinese characters? */
static inline bool
sm_token_native(const SmFieldToken *token)
{
	return token->script == SM_SCRIPT_HANGUL || token->script == SM_SCRIPT_HANJA;
}

/* Is any of the words from..to of a set of kinds? */
static inline bool
sm_tokens_have(const SmFieldTokens *tokens, int from, int to, unsigned set)
{
	for (int i = from; i < to; i++)
		if (SM_IS_OF(&tokens->token[i], set))
			return true;
	return false;
}

/* Code points of a word */
static inline int
sm_token_length(const SmFieldToken *token)
{
	return token->to - token->from;
}

#endif
