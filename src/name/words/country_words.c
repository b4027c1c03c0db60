/* Countries that names of organisations have in several words, as one word each */
#include "name/words/country_words.h"

#include <string.h>

#include "data/marker_table.h"
#include "data/phrase_table.h"
#include "name/words/word.h"

/* Is it a word that may be left out of a phrase or stand in it: of, the, the s of people's? */
static bool
IsLoose(const SmToken *token)
{
	return (token->word.length == 1 && token->word.letters[0] == 's') ||
		(token->word.length < 4 && sm_word_is_one_of(&token->word, sm_connectives));
}

/* How many tokens from at on are the words of a phrase, 0 = they are not; loose words may stand between them */
static int
PhraseAt(const SmTokens *tokens, int at, const char *words)
{
	int			n = 0;

	while (*words)
	{
		int			length = 0;
		const SmToken *token;

		while (n > 0 && at + n < tokens->count && IsLoose(&tokens->token[at + n]))
			n++;
		token = &tokens->token[at + n];
		if (at + n >= tokens->count || (n > 0 && token->comma))
			return 0;
		while (length < token->word.length && token->word.letters[length] == (uint8_t) words[length])
			length++;
		if (length < token->word.length || (words[length] != ' ' && words[length] != '\0'))
			return 0;
		words += length + (words[length] == ' ');
		n++;
	}
	return n;
}

/* Put one word in the place of phrases that name a country */
void
sm_countries_replace(SmTokens *tokens)
{
	for (int i = 0; i + 1 < tokens->count; i++)
	{
		SmWord	   *word = &tokens->token[i].word;

		if (word->kind != SM_WORD_LATIN || !(sm_phrase_letters >> (word->letters[0] - 'a') & 1))
			continue;
		for (int k = 0; k < sm_phrase_count; k++)
		{
			int			n;

			if (word->letters[0] != (uint8_t) sm_phrases[k].words[0] ||
				(n = PhraseAt(tokens, i, sm_phrases[k].words)) == 0)
				continue;
			word->length = (uint8_t) strlen(sm_phrases[k].word);
			memcpy(word->letters, sm_phrases[k].word, word->length);
			sm_tokens_remove(tokens, i + 1, n - 1);
			break;
		}
	}
}
