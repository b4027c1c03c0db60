/* Legal forms as they are written: with a wrong letter, in pieces, glued to a name, with dots, round both ends of it */
#include "name/words/form_repair.h"

#include <string.h>

#include "data/marker_table.h"
#include "data/word_table.h"
#include "name/words/dictionary.h"
#include "name/words/legal_form.h"
#include "name/words/sound.h"
#include "name/words/word.h"

/* Fewest letters of a word of a form that is put together of two pieces, and of what remains of one that is split */
#define PIECES_LEAST 5
#define REST_LEAST 3
/* Most words of a form at the end of a name whose other words stand in front of it */
#define ENDS_MOST 3

/* Is a text one of these? */
static bool
IsMarker(const SmMarker *markers, int count, const uint8_t *letters, int length)
{
	for (int k = 0; k < count; k++)
		if (markers[k].length == length && memcmp(markers[k].letters, letters, length) == 0)
			return true;
	return false;
}

/* Is it a word of a legal form that is known wherever it stands, or beside another one? */
static bool
IsFormWord(const uint8_t *letters, int length)
{
	return letters[0] >= 'a' && letters[0] <= 'z' && (sm_form_lengths[letters[0] - 'a'] >> length & 1) &&
		(IsMarker(sm_form_words, sm_form_words_count, letters, length) ||
		 IsMarker(sm_form_parts, sm_form_parts_count, letters, length));
}

/* Is a word, or the one on either side, such a word? */
static bool
IsFormToken(const SmTokens *tokens, int i)
{
	return i >= 0 && i < tokens->count && IsFormWord(tokens->token[i].word.letters, tokens->token[i].word.length);
}

/* Nothing is known of a word */
static bool
IsUnknown(const SmWord *word)
{
	return word->kind == SM_WORD_LATIN && sm_word_lookup(word->letters, word->length) == NULL &&
		sm_form_lookup(word->letters, word->length) == SM_FORM_NONE;
}

/* Join single letters with dots between: T.R.D. = TRD; two only if they are a legal form or a part of one */
void
sm_dotted_join(SmTokens *tokens)
{
	for (int i = 0; i < tokens->count; i++)
	{
		SmWord	   *word = &tokens->token[i].word;
		uint8_t		letters[SM_WORD_MAX];
		int			n = 1;

		if (word->length != 1 || word->kind != SM_WORD_LATIN)
			continue;
		letters[0] = word->letters[0];
		while (i + n < tokens->count && tokens->token[i + n].dotted && n < SM_WORD_MAX &&
			   tokens->token[i + n].word.length == 1 && tokens->token[i + n].word.kind == SM_WORD_LATIN)
		{
			letters[n] = tokens->token[i + n].word.letters[0];
			n++;
		}
		if (n < 2 || (n == 2 && sm_form_lookup(letters, n) == SM_FORM_NONE &&
					  !IsMarker(sm_form_dotted, sm_form_dotted_count, letters, n)))
			continue;
		memcpy(word->letters, letters, (size_t) n);
		word->length = (uint8_t) n;
		sm_tokens_remove(tokens, i + 1, n - 1);
	}
}

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
	token[1].parted = false;
	return true;
}

/* How many letters of a word are left in front of the longest of these that it ends in, 0 = none or too few are left */
static int
RestBefore(const SmMarker *ends, int count, const SmWord *word)
{
	for (int k = 0; k < count; k++)
	{
		int			rest = word->length - ends[k].length;

		if (rest >= REST_LEAST && word->letters[rest] == (uint8_t) ends[k].letters[0] &&
			memcmp(word->letters + rest, ends[k].letters, ends[k].length) == 0)
			return rest;
	}
	return 0;
}

/* May a word of two letters and more end in one of a legal form, by its last two letters? */
static bool
MayEndInForm(const SmWord *word)
{
	uint8_t		last = word->letters[word->length - 1];
	uint8_t		before = word->letters[word->length - 2];

	return last >= 'a' && last <= 'z' && before >= 'a' && before <= 'z' &&
		(sm_form_last_letters[last - 'a'] >> (before - 'a') & 1);
}

/* Where a word with a legal form behind it is to be cut, 0 = nowhere */
static int
FormBehind(const SmTokens *tokens, int i)
{
	const SmWord *word = &tokens->token[i].word;
	int			rest;

	if (!MayEndInForm(word))
		return 0;
	rest = RestBefore(sm_form_ends, sm_form_ends_count, word);
	if (rest == 0)
		rest = RestBefore(sm_form_words, sm_form_words_count, word);
	/* what may be the end of a name, only before another word of a form */
	if (rest == 0 && IsFormToken(tokens, i + 1))
		rest = RestBefore(sm_form_parts, sm_form_parts_count, word);
	return rest;
}

/* Where a word with a legal form behind or in front of it is to be cut, 0 = nowhere */
static int
GluedForm(const SmTokens *tokens, int i)
{
	const SmWord *word = &tokens->token[i].word;
	int			rest = FormBehind(tokens, i);

	for (int k = 0; rest == 0 && k < sm_form_starts_count; k++)
	{
		int			length = sm_form_starts[k].length;

		if (word->length - length >= REST_LEAST && word->letters[0] == (uint8_t) sm_form_starts[k].letters[0] &&
			memcmp(word->letters, sm_form_starts[k].letters, length) == 0)
			rest = length;
	}
	return rest;
}

/* Do a word of two letters and a short form in one make a word that may be a name: SASA, COCO? */
static bool
MayBeSpoken(const SmWord *word, int rest)
{
	return rest == 2 && sm_is_spoken(word->letters, rest) && sm_is_spoken(word->letters + rest, word->length - rest);
}

/* The same of short forms that end many names, JVCO, SHPGCO: only behind a form or a word of companies */
static int
GluedShortForm(const SmTokens *tokens, int i)
{
	const SmWord *word = &tokens->token[i].word;

	if (!MayEndInForm(word))
		return 0;
	for (int k = 0; k < sm_form_short_ends_count; k++)
	{
		int			rest = word->length - sm_form_short_ends[k].length;
		const SmEntry *entry;

		if (rest < 2 || word->letters[rest] != (uint8_t) sm_form_short_ends[k].letters[0] ||
			memcmp(word->letters + rest, sm_form_short_ends[k].letters, sm_form_short_ends[k].length) != 0)
			continue;
		entry = sm_word_lookup(word->letters, rest);
		if (MayBeSpoken(word, rest))
			continue;
		if ((entry != NULL && sm_is_generic(entry->meaning)) || sm_form_lookup(word->letters, rest) != SM_FORM_NONE)
			return rest;
	}
	return 0;
}

/* Put a word of a form together that stands in two pieces: LIMI TED */
static void
JoinPieces(SmTokens *tokens)
{
	for (int i = 0; i + 1 < tokens->count; i++)
	{
		SmWord	   *a = &tokens->token[i].word;
		const SmWord *b = &tokens->token[i + 1].word;
		uint8_t		both[2 * SM_WORD_MAX];
		int			length = a->length + b->length;

		if (a->kind != SM_WORD_LATIN || b->kind != SM_WORD_LATIN || tokens->token[i + 1].comma ||
			length < PIECES_LEAST || length > SM_WORD_MAX || !(sm_form_lengths[a->letters[0] - 'a'] >> length & 1))
			continue;
		memcpy(both, a->letters, a->length);
		memcpy(both + a->length, b->letters, b->length);
		if (!IsFormWord(both, length) || IsFormToken(tokens, i) || IsFormToken(tokens, i + 1))
			continue;
		memcpy(a->letters, both, (size_t) length);
		a->length = (uint8_t) length;
		sm_tokens_remove(tokens, i + 1, 1);
	}
}

/* May a word of letters be one edit from one of a legal form, which leaves its first letter or its last? */
static bool
MayBeMended(const SmWord *word)
{
	uint8_t		first = word->letters[0];
	uint8_t		last = word->letters[word->length - 1];

	return ((sm_form_lengths[first - 'a'] | sm_form_last_lengths[last - 'a']) >> (word->length - 1) & 7) != 0;
}

/* Put the word in the place of one that is one edit from it; false = there is none among these */
static bool
MendAs(SmWord *word, const SmMarker *markers, int count)
{
	for (int k = 0; k < count; k++)
	{
		const uint8_t *form = (const uint8_t *) markers[k].letters;
		int			length = markers[k].length;
		bool		shorter = length < word->length;

		/* one edit leaves the first letter or the last */
		if ((form[0] != word->letters[0] && form[length - 1] != word->letters[word->length - 1]) ||
			length > word->length + 1 || word->length > length + 1)
			continue;
		if (sm_word_edit(shorter ? form : word->letters, shorter ? length : word->length,
						 shorter ? word->letters : form, shorter ? word->length : length) >= 0)
		{
			memcpy(word->letters, form, (size_t) length);
			word->length = (uint8_t) length;
			return true;
		}
	}
	return false;
}

/*
 * Bring words of a form together that stand at both ends of a name, the last of them in front: VENTURE KOREA EXPO
 * JOINT.  There were tokens enough for them.
 */
static void
TurnRound(SmTokens *tokens)
{
	for (int k = 1; k <= ENDS_MOST && k + 1 < tokens->count && IsFormToken(tokens, tokens->count - k); k++)
	{
		SmTokens	turned;
		int			form;

		turned.count = tokens->count;
		turned.commas = tokens->commas;
		memcpy(turned.token, tokens->token + tokens->count - k, (size_t) k * sizeof(SmToken));
		memcpy(turned.token + k, tokens->token, (size_t) (tokens->count - k) * sizeof(SmToken));
		turned.token[0].comma = false;
		if (sm_form_at(&turned, 0, &form) <= k)
			continue;
		*tokens = turned;
		return;
	}
}

/* Mend words of legal forms of which nothing is known as they stand there */
void
sm_forms_repair(SmTokens *tokens)
{
	JoinPieces(tokens);
	for (int i = 0; i < tokens->count; i++)
	{
		SmWord	   *word = &tokens->token[i].word;
		int			cut = 0;

		if (word->length < 4 || !IsUnknown(word))
			continue;
		if (word->length >= 6)
			cut = GluedForm(tokens, i);
		if (cut == 0)
			cut = GluedShortForm(tokens, i);
		if (cut > 0)
			(void) Split(tokens, i, cut);
		else if (!MayBeMended(word))
			continue;
		else if (word->length < 6 || !MendAs(word, sm_form_words, sm_form_words_count))
		{
			if (IsFormToken(tokens, i - 1) || IsFormToken(tokens, i + 1))
				(void) MendAs(word, sm_form_parts, sm_form_parts_count);
		}
	}
	if (tokens->count > 2 && (IsFormToken(tokens, 0) || tokens->token[0].word.length == 1))
		TurnRound(tokens);
}
