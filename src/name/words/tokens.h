/* A name cut into runs of letters and runs of digits */
#ifndef SM_WORDS_TOKENS_H
#define SM_WORDS_TOKENS_H

#include <stdbool.h>
#include <stdint.h>

#include "name/text/text.h"
#include "name/words/word.h"

/* Words looked at in a name; what follows is ignored */
#define SM_WORDS_READ 64

/* A word being read, with what its surroundings say */
typedef struct SmToken
{
	SmWord		word;
	bool		upper;			/* all its letters are capitals */
	bool		comma;			/* a comma stands before it */
	bool		glued;			/* nothing stands between it and the token before */
	bool		dotted;			/* only a dot or slash stands between them */
	bool		parted;			/* a sign but blanks and dots stands between them */
} SmToken;

typedef struct SmTokens
{
	int			count;
	int			commas;
	SmToken		token[SM_WORDS_READ];
} SmTokens;

extern const char *sm_letter_fold(uint32_t c);
extern int	sm_word_fold(uint32_t c, uint8_t out[8], int *length);
extern void sm_tokens_cut(SmTokens *tokens, const SmText *text);
extern void sm_tokens_remove(SmTokens *tokens, int at, int count);
extern int	sm_tokens_comma(const SmTokens *tokens);
extern bool sm_word_is_one_of(const SmWord *word, const char *list);

#endif
