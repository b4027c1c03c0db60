/* The legal forms of companies: Ltd, GmbH, aktsionernoe obshchestvo */
#include "name/words/legal_form.h"

#include <string.h>

#include "data/word_table.h"
#include "name/words/dictionary.h"
#include "name/words/word.h"

/* Longest phrase of a legal form, in words and in bytes */
#define FORM_WORDS 8
#define FORM_BYTES 96

/* Longest legal form that starts at a token: its words, 0 = none */
int
sm_form_at(const SmTokens *tokens, int at, int *form)
{
	uint8_t		phrase[FORM_BYTES];
	int			length = 0;
	int			found = 0;

	for (int n = 0; n < FORM_WORDS && at + n < tokens->count; n++)
	{
		const SmWord *word = &tokens->token[at + n].word;
		bool		edge = at == 0 || at + n + 1 == tokens->count;
		const SmEntry *begun;

		if (word->kind == SM_WORD_NUMBER || length + 1 + word->length > FORM_BYTES)
			break;
		if (n > 0)
			phrase[length++] = ' ';
		memcpy(phrase + length, word->letters, word->length);
		length += word->length;
		begun = sm_form_begun(phrase, length);
		if (begun == NULL)
			break;
		if ((!edge && length - n <= 3) || (at == 0 && n == 0 && length == 2 &&
										   memcmp(phrase, "ao", 2) != 0))
			continue;
		if (begun->bits != SM_FORM_NONE)
		{
			*form = begun->bits;
			found = n + 1;
		}
	}
	return found;
}

/* Take legal forms off, unless nothing would remain; the first that says a kind counts */
int
sm_forms_remove(SmTokens *tokens)
{
	int			form = SM_FORM_NONE;
	bool		again = true;

	while (again)
	{
		again = false;
		for (int i = 0; i < tokens->count; i++)
		{
			int			kind = SM_FORM_NONE;
			int			n = sm_form_at(tokens, i, &kind);

			if (n == 0 || n == tokens->count)
				continue;
			if (form == SM_FORM_NONE || (form >= SM_FORM_NEUTRAL && kind < SM_FORM_NEUTRAL))
				form = kind;
			sm_tokens_remove(tokens, i, n);
			again = true;
			break;
		}
	}
	return form;
}
