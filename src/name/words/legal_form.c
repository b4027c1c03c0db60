/* The legal forms of companies: Ltd, GmbH, aktsionernoe obshchestvo */
#include "name/words/legal_form.h"

#include <string.h>

#include "data/marker_table.h"
#include "data/word_table.h"
#include "name/words/dictionary.h"
#include "name/words/sound.h"
#include "name/words/word.h"

/* Longest phrase of a legal form, in words and in bytes */
#define FORM_WORDS 8
#define FORM_BYTES 96

/* Split a token in two; false = no room */
static bool
Split(SmTokens *tokens, int i, int at)
{
	SmToken	   *token = &tokens->token[i];

	if (tokens->count == SM_WORDS_READ)
		return false;
	memmove(token + 1, token, (tokens->count - i) * sizeof(SmToken));
	tokens->count++;
	token[0].word.length = (uint8_t) at;
	token[1].word.length = (uint8_t) (token[1].word.length - at);
	memmove(token[1].word.letters, token[1].word.letters + at, token[1].word.length);
	token[1].comma = false;
	token[1].glued = true;
	token[1].dotted = false;
	return true;
}

/* Where a word glued to a legal form is to be cut, 0 = nowhere; at least three letters remain */
static int
GluedForm(const SmWord *word)
{
	for (int k = 0; k < sm_form_ends_count; k++)
	{
		int			rest = word->length - sm_form_ends[k].length;

		if (rest >= 3 && memcmp(word->letters + rest, sm_form_ends[k].letters, sm_form_ends[k].length) == 0)
			return rest;
	}
	for (int k = 0; k < sm_form_starts_count; k++)
	{
		int			length = sm_form_starts[k].length;

		if (word->length - length >= 3 && memcmp(word->letters, sm_form_starts[k].letters, length) == 0)
			return length;
	}
	return 0;
}

/* Mend unknown words: legal forms with one wrong letter, or glued to another word */
void
sm_forms_repair(SmTokens *tokens)
{
	for (int i = 0; i < tokens->count; i++)
	{
		SmWord	   *word = &tokens->token[i].word;
		int			cut;

		if (word->kind != SM_WORD_LATIN || word->length < 6 ||
			sm_word_lookup(word->letters, word->length) || sm_form_lookup(word->letters, word->length))
			continue;
		cut = GluedForm(word);
		if (cut > 0)
		{
			(void) Split(tokens, i, cut);
			continue;
		}
		for (int k = 0; k < sm_form_words_count; k++)
		{
			const uint8_t *form = (const uint8_t *) sm_form_words[k].letters;
			int			length = sm_form_words[k].length;
			bool		shorter = length < word->length;

			if (sm_word_edit(shorter ? form : word->letters, shorter ? length : word->length,
							 shorter ? word->letters : form, shorter ? word->length : length) >= 0)
			{
				memcpy(word->letters, form, length);
				word->length = (uint8_t) length;
				break;
			}
		}
	}
}

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
		int			kind;

		if (word->kind == SM_WORD_NUMBER || length + 1 + word->length > FORM_BYTES)
			break;
		if (n > 0)
			phrase[length++] = ' ';
		memcpy(phrase + length, word->letters, word->length);
		length += word->length;
		if ((!edge && length - n <= 3) || (at == 0 && n == 0 && length == 2 &&
										   memcmp(phrase, "ao", 2) != 0))
			continue;
		kind = sm_form_lookup(phrase, length);
		if (kind != SM_FORM_NONE)
		{
			*form = kind;
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
