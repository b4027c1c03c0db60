/* Legal forms that may be names: Sia Agha Sayeed is no company of Latvia, and MUJEL, A.S. may have two given names */
#include "name/words/form_name.h"

#include "data/marker_table.h"
#include "data/word_table.h"
#include "name/words/dictionary.h"
#include "name/words/form_repair.h"
#include "name/words/legal_form.h"
#include "name/words/sound.h"
#include "name/words/tokens.h"

/* Most words of a person's name beside the form, and letters of a form that may be a name */
#define NAMES_MOST 4
#define LETTERS_MOST 3

/* May a word be one of a person's name? */
static bool
IsName(const SmWord *word)
{
	const SmEntry *entry = sm_word_lookup(word->letters, word->length);

	return word->kind == SM_WORD_LATIN &&
		(entry == NULL || !sm_is_generic(entry->meaning) || sm_word_is_one_of(word, sm_names_too));
}

/* Is the one legal form of a text, which has one, a word that a person may be called beside a few names? */
bool
sm_form_may_be_name(const SmText *text)
{
	SmTokens	tokens;
	int			forms = 0;

	sm_tokens_cut(&tokens, text);
	sm_dotted_join(&tokens);
	if (tokens.count > 1 + NAMES_MOST)
		return false;
	for (int i = 0; i < tokens.count; i++)
	{
		const SmWord *word = &tokens.token[i].word;
		int			form;
		int			n = sm_form_at(&tokens, i, &form);

		if (n > 1 || (n == 0 && !IsName(word)) ||
			(n == 1 && (word->length > LETTERS_MOST || !sm_is_spoken(word->letters, word->length))))
			return false;
		forms += n;
	}
	return forms == 1;
}
