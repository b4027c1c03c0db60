/* The words of a name */
#ifndef SM_WORDS_WORDS_H
#define SM_WORDS_WORDS_H

#include <stdbool.h>

#include "name/text/text.h"
#include "name/words/named.h"
#include "name/words/tokens.h"
#include "name/words/word.h"

/* The words of a name without its legal form, in their order */
typedef struct SmWords
{
	int			count;
	int			given;			/* first word after the comma of 'Surname, Given', 0 = none */
	int			form;			/* SmForm */
	bool		organisation;	/* certainly no person */
	SmWord		word[SM_WORDS_READ];
} SmWords;

extern void sm_words_read(SmWords *words, const SmText *text, SmNamed named);

#endif
