#include "name/words/tokens.h"

#include <string.h>

#include "data/phrase_table.h"
#include "data/word_table.h"

/* Longest phrase of a legal form, in words and in bytes */
#define FORM_WORDS 8
#define FORM_BYTES 96

/* Look a text up in a hash of the tables, of a power of two slots; NULL = not there */
static inline const SmEntry *
Lookup(const char *pool, const SmEntry *entries, const uint16_t *slots, uint32_t slot_count,
	   const uint8_t *text, int length)
{
	uint32_t	slot = sm_word_hash(text, length) & (slot_count - 1);

	for (; slots[slot] != 0; slot = (slot + 1) & (slot_count - 1))
	{
		const SmEntry *entry = &entries[slots[slot] - 1];

		if (entry->length == length && memcmp(pool + entry->text, text, length) == 0)
			return entry;
	}
	return NULL;
}

/* The known word, or NULL */
const SmEntry *
sm_word_lookup(const uint8_t *text, int length)
{
	return Lookup(sm_word_pool, sm_word_entries, sm_word_slots, SM_WORD_SLOTS, text, length);
}

/* The legal form of a phrase, SM_FORM_NONE = it is none */
int
sm_form_lookup(const uint8_t *text, int length)
{
	const SmEntry *entry = Lookup(sm_form_pool, sm_form_entries, sm_form_slots, SM_FORM_SLOTS,
								  text, length);

	return entry ? entry->bits : SM_FORM_NONE;
}

/* Is a word one of a list of words separated and enclosed by blanks? */
bool
sm_word_is_one_of(const SmWord *word, const char *list)
{
	char		padded[SM_WORD_MAX + 3] = " ";

	memcpy(padded + 1, word->letters, word->length);
	padded[word->length + 1] = ' ';
	padded[word->length + 2] = '\0';
	return strstr(list, padded) != NULL;
}

/* Remove tokens; a comma before them stays before what follows */
void
sm_tokens_remove(SmTokens *tokens, int at, int count)
{
	bool		comma = false;

	for (int i = at; i < at + count; i++)
		comma = comma || tokens->token[i].comma;
	tokens->count -= count;
	memmove(&tokens->token[at], &tokens->token[at + count],
			(tokens->count - at) * sizeof(SmToken));
	if (at < tokens->count && at > 0)
		tokens->token[at].comma = tokens->token[at].comma || comma;
}

/* How many tokens from at on are the words of a phrase, 0 = they are not */
static int
PhraseAt(const SmTokens *tokens, int at, const char *words)
{
	int			n = 0;

	while (*words)
	{
		int			length = (int) strcspn(words, " ");
		const SmToken *token = &tokens->token[at + n];

		if (at + n >= tokens->count || token->word.length != length || (n > 0 && token->comma) ||
			memcmp(token->word.letters, words, length) != 0)
			return 0;
		words += length + (words[length] == ' ');
		n++;
	}
	return n;
}

/* Put one word in the place of phrases that name a country */
void
sm_phrases_replace(SmTokens *tokens)
{
	for (int i = 0; i < tokens->count; i++)
		for (int k = 0; k < sm_phrase_count; k++)
		{
			SmWord	   *word = &tokens->token[i].word;
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

/* Words of legal forms long enough to be known with a wrong letter or glued to another word */
static const char *const long_forms[] = {
	"limited", "company", "corporation", "liability", "incorporated", "aktsionernoe",
	"obshchestvo", "otvetstvennostyu", "ogranichennoi"
};

/* Short ones that are split off the end or the start of a word */
static const char *const glued_ends[] = {
	"limited", "company", "corporation", "gmbh", "ltd", "llc", "jsc"
};
static const char *const glued_starts[] = {"limited", "ooo", "oao", "zao", "pao", "jsc"};

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
	for (size_t k = 0; k < sizeof(glued_ends) / sizeof(glued_ends[0]); k++)
	{
		int			length = (int) strlen(glued_ends[k]);
		int			rest = word->length - length;

		if (rest >= 3 && memcmp(word->letters + rest, glued_ends[k], length) == 0)
			return rest;
	}
	for (size_t k = 0; k < sizeof(glued_starts) / sizeof(glued_starts[0]); k++)
	{
		int			length = (int) strlen(glued_starts[k]);

		if (word->length - length >= 3 && memcmp(word->letters, glued_starts[k], length) == 0)
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
		for (size_t k = 0; k < sizeof(long_forms) / sizeof(long_forms[0]); k++)
		{
			const uint8_t *form = (const uint8_t *) long_forms[k];
			int			length = (int) strlen(long_forms[k]);
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

