/* The words of a name: what they are, what they weigh, and which of them say nothing */
#include "name/words/words.h"

#include <string.h>

#include "data/marker_table.h"
#include "data/word_table.h"
#include "name/script/skeleton.h"
#include "name/script/transcript.h"
#include "name/words/acronym.h"
#include "name/words/country_words.h"
#include "name/words/dictionary.h"
#include "name/words/form_repair.h"
#include "name/words/legal_form.h"
#include "name/words/patronymic.h"
#include "name/words/skeleton.h"

/* Most tokens of 'Surname, Given', and most before the comma */
#define GIVEN_TOKENS 12
#define SURNAMES_MOST 6

/* Is it a word of companies and the like that no name of people is? */
static bool
IsOfThings(const SmWord *word)
{
	return sm_is_generic(word->meaning) && !sm_word_is_one_of(word, sm_names_too);
}

/* Make a token a number below 100 */
static void
SetNumber(SmWord *word, int number)
{
	word->kind = SM_WORD_NUMBER;
	word->length = 0;
	if (number >= 10)
		word->letters[word->length++] = (uint8_t) ('0' + number / 10);
	word->letters[word->length++] = (uint8_t) ('0' + number % 10);
}

/* Numbers: drop the 'No' of 'No 5' and the 'th' of '5th'; drop 'IMO 1234567', an identifier */
static void
TrimNumbers(SmTokens *tokens)
{
	for (int i = 0; i < tokens->count; i++)
	{
		SmWord	   *word = &tokens->token[i].word;

		if (word->kind != SM_WORD_NUMBER)
			continue;
		if (i + 1 < tokens->count && tokens->token[i + 1].glued &&
			sm_word_is_one_of(&tokens->token[i + 1].word, sm_ordinal_ends))
			sm_tokens_remove(tokens, i + 1, 1);
		if (i > 0 && word->length == 7 && tokens->count > 2 &&
			sm_word_is_one_of(&tokens->token[i - 1].word, sm_registered_words))
		{
			sm_tokens_remove(tokens, i - 1, 2);
			i -= 2;
		}
		else if (i > 0 && tokens->count > 2 &&
				 sm_word_is_one_of(&tokens->token[i - 1].word, sm_number_words))
			sm_tokens_remove(tokens, --i, 1);
	}
}

/* Is a token a letter alone? */
static bool
IsLoneInitial(const SmToken *token)
{
	return token->word.length == 1 && token->word.kind == SM_WORD_LATIN;
}

/* Roman numerals in capitals: II to XX after the first word, I V X at the end, not behind an initial: PUTIN V. V. */
static void
ReadRoman(SmTokens *tokens)
{
	static const char *const roman[] = {
		"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x",
		"xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"
	};

	for (int i = 1; i < tokens->count; i++)
	{
		SmToken	   *token = &tokens->token[i];

		if (!token->upper || token->word.length > 5 || token->word.kind != SM_WORD_LATIN ||
			(token->word.length == 1 && (i + 1 < tokens->count || IsLoneInitial(token - 1))) ||
			(token->glued && token[-1].word.kind == SM_WORD_NUMBER))
			continue;
		for (int number = 1; number <= 20; number++)
		{
			if (strlen(roman[number - 1]) == token->word.length &&
				memcmp(roman[number - 1], token->word.letters, token->word.length) == 0)
			{
				SetNumber(&token->word, number);
				break;
			}
		}
	}
}

/* Take the prefix of a ship's name off, when a word follows; true = there was one */
static bool
RemoveShipPrefix(SmTokens *tokens)
{
	const SmToken *token = tokens->token;
	int			n = 0;

	if (tokens->count >= 2 && token[0].word.kind == SM_WORD_LATIN && token[0].upper &&
		sm_word_is_one_of(&token[0].word, sm_ship_prefixes))
		n = 1;
	else if (tokens->count >= 3 && token[0].word.length == 1 && token[1].word.length == 1 &&
			 token[1].dotted && strchr(sm_ship_first_letters, token[0].word.letters[0]) &&
			 strchr(sm_ship_second_letters, token[1].word.letters[0]))
		n = 2;
	if (n == 0 || token[n].word.kind == SM_WORD_NUMBER || token[n].comma)
		return false;
	sm_tokens_remove(tokens, 0, n);
	return true;
}

/* Is one of the tokens from one on behind a dot, as in S. DE R.L.? */
static bool
HaveDots(const SmTokens *tokens, int from)
{
	while (from < tokens->count && !tokens->token[from].dotted)
		from++;
	return from < tokens->count;
}

/*
 * Is what stands behind the comma, from a token on, a legal form, also with dots: S.A. DE C.V., S. DE R.L.?  What
 * follows one that begins with a dot says nothing.
 */
static bool
IsForm(const SmTokens *tokens, int at)
{
	SmTokens	joined;
	int			form;
	int			n;

	if (!HaveDots(tokens, at + 1))
		return at + sm_form_at(tokens, at, &form) == tokens->count;
	joined = *tokens;
	sm_dotted_join(&joined);
	n = sm_form_at(&joined, sm_tokens_comma(&joined), &form);
	return tokens->token[at + 1].dotted ? n > 0 : sm_tokens_comma(&joined) + n == joined.count;
}

/* Where the given names of 'Surname, Given' start, 0 = it is no such name */
static int
FindGiven(const SmTokens *tokens)
{
	int			given = 0;

	if (tokens->commas != 1 || tokens->count > GIVEN_TOKENS)
		return 0;
	for (int i = 0; i < tokens->count; i++)
	{
		const SmWord *word = &tokens->token[i].word;
		const SmEntry *entry = sm_word_lookup(word->letters, word->length);

		if (tokens->token[i].comma)
			given = i;
		if (word->kind == SM_WORD_NUMBER || sm_word_is_one_of(word, sm_connectives) ||
			(entry && sm_is_generic(entry->meaning) && !sm_word_is_one_of(word, sm_names_too)))
			return 0;
	}
	if (given > SURNAMES_MOST || (given > 0 && IsForm(tokens, given)))
		return 0;
	return given;
}

/* What a small number means, which number words mean as well */
static uint16_t
NumberMeaning(const SmWord *word)
{
	int			number = 0;

	for (int i = 0; i < word->length && i < 3; i++)
		number = 10 * number + word->letters[i] - '0';
	return number < SM_MEANING_NUMBERS ? sm_meaning_numbers[number] : 0;
}

/* Kind, bits and meaning of a word */
static void
Weigh(SmWord *word, bool edge, bool person)
{
	const SmEntry *entry;
	int			points = 0;

	word->meaning = 0;
	word->patronymic = false;
	if (word->kind == SM_WORD_NUMBER)
	{
		word->bits = sm_unseen_number_bits;
		word->meaning = NumberMeaning(word);
		return;
	}
	if (word->kind == SM_WORD_LATIN && word->length == 1)
	{
		word->kind = SM_WORD_INITIAL;
		word->bits = sm_unseen_initial_bits;
		/* And, the, 's */
		if (!person && !edge && strchr(sm_connective_letters, word->letters[0]))
		{
			word->kind = SM_WORD_SCRIPT;
			word->bits = sm_unseen_connective_bits;
		}
		return;
	}
	if (word->kind == SM_WORD_SCRIPT && sm_is_skeleton(word->letters))
	{
		word->bits = sm_skeleton_bits(word->letters, word->length);
		return;
	}
	if (word->kind == SM_WORD_LATIN)
		points = word->length;
	for (int i = 0; i < word->length && word->kind != SM_WORD_LATIN; i++)
		points += (word->letters[i] & 0xC0) != 0x80;
	if (word->letters[0] >= 0xE3)
		word->bits = sm_unseen_ideographs_bits[points < SM_UNSEEN_IDEOGRAPHS_LETTERS ? points :
											   SM_UNSEEN_IDEOGRAPHS_LETTERS];
	else
		word->bits = sm_unseen_word_bits[points < SM_UNSEEN_WORD_LETTERS ? points : SM_UNSEEN_WORD_LETTERS];
	entry = sm_word_lookup(word->letters, word->length);
	if (entry)
	{
		word->bits = entry->bits;
		word->meaning = entry->meaning;
	}
}

/* Weigh the words that tokens have become */
static void
TakeTokens(SmWords *words, const SmTokens *tokens, bool person)
{
	words->count = tokens->count;
	for (int i = 0; i < tokens->count; i++)
	{
		words->word[i] = tokens->token[i].word;
		Weigh(&words->word[i], i == 0 || i + 1 == tokens->count, person);
		if (!person && (words->word[i].kind == SM_WORD_NUMBER || IsOfThings(&words->word[i])))
			words->organisation = true;
	}
	if (!words->organisation)
		sm_patronymics_mark(words->word, words->count, words->given);
}

/* Read the words of a name that says itself what it is of, if anything does; a thing's has no given name */
static void
ReadTokens(SmWords *words, SmTokens *tokens, bool thing)
{
	words->given = thing ? 0 : FindGiven(tokens);
	if (words->given == 0)
	{
		words->organisation = RemoveShipPrefix(tokens);
		TrimNumbers(tokens);
		sm_dotted_join(tokens);
		sm_acronyms_remove(tokens);
		sm_forms_repair(tokens);
		sm_countries_replace(tokens);
		words->form = sm_forms_remove(tokens);
		ReadRoman(tokens);
		words->organisation = words->organisation || words->form != SM_FORM_NONE;
	}
	TakeTokens(words, tokens, words->given > 0);
}

/* Read the words of a person's name that looks like another thing's: ISLAM, Min; Abu Ltd */
static void
ReadPerson(SmWords *words, SmTokens *tokens)
{
	words->form = SM_FORM_NONE;
	words->organisation = false;
	words->given = 0;
	for (int i = 0; i < tokens->count && tokens->commas == 1 && tokens->count <= GIVEN_TOKENS; i++)
		if (tokens->token[i].comma && i <= SURNAMES_MOST)
			words->given = i;
	TakeTokens(words, tokens, true);
}

/* Read the words of a name; a name without a letter has none.  What it is of corrects what they say themselves. */
void
sm_words_read(SmWords *words, const SmText *text, SmNamed named)
{
	SmTokens	tokens;
	SmText		transcript;
	bool		letters = false;

	words->count = 0;
	words->given = 0;
	words->form = SM_FORM_NONE;
	words->organisation = false;
	if (sm_transcribe(&transcript, text))
		text = &transcript;
	sm_tokens_cut(&tokens, text);
	for (int i = 0; i < tokens.count; i++)
		letters = letters || tokens.token[i].word.kind != SM_WORD_NUMBER;
	if (!letters)
		return;
	ReadTokens(words, &tokens, named == SM_NAMED_THING);
	if (named != SM_NAMED_PERSON || !words->organisation)
		return;
	sm_tokens_cut(&tokens, text);
	ReadPerson(words, &tokens);
}
