#ifndef SM_WORDS_TOKENS_H
#define SM_WORDS_TOKENS_H

#include "data/word_table.h"
#include "name/words/word.h"

/* A word being read, with what its surroundings say */
typedef struct SmToken
{
	SmWord		word;
	bool		upper;			/* all its letters are capitals */
	bool		comma;			/* a comma stands before it */
	bool		glued;			/* nothing stands between it and the token before */
	bool		dotted;			/* only a dot or slash stands between them */
} SmToken;

typedef struct SmTokens
{
	int			count;
	int			commas;
	SmToken		token[SM_WORDS_READ];
} SmTokens;

/* Has a word a meaning that no given name has? */
static inline bool
sm_is_generic(int meaning)
{
	return meaning != 0 && meaning < sm_meaning_names;
}

extern const SmEntry *sm_word_lookup(const uint8_t *text, int length);
extern int	sm_form_lookup(const uint8_t *text, int length);
extern bool sm_word_is_one_of(const SmWord *word, const char *list);
extern void sm_tokens_remove(SmTokens *tokens, int at, int count);
extern void sm_phrases_replace(SmTokens *tokens);
extern int	sm_form_at(const SmTokens *tokens, int at, int *form);
extern void sm_forms_repair(SmTokens *tokens);
extern int	sm_forms_remove(SmTokens *tokens);

#endif
