/*
 * What parts the names of a field beside signs that always do: a dash between blanks, the number of a row before a
 * name, a field that says the same twice, a hyphen between a person and a company.
 */
#include "name/field/parting.h"

#include <limits.h>
#include <string.h>

/* Words of a whole Korean name */
#define KOREAN_WORDS 3
/* Words behind what may be an initial or the number of a row: I. Kim Jong Un, and behind II. */
#define BEHIND_LETTER 3
#define BEHIND_NUMERAL 2
/* Digits of the number of a row */
#define ROW_DIGITS 3
/* Letters of a word that is no particle of the name behind a hyphen: Abdullah AL-HASAN */
#define WHOLE_WORD 4

/* Does a dash with a blank beside it stand before word i? */
static bool
IsDashed(const SmFieldTokens *tokens, int i)
{
	return (tokens->token[i].parted & (SM_PARTED_HYPHEN | SM_PARTED_BLANK)) == (SM_PARTED_HYPHEN | SM_PARTED_BLANK);
}

/* How many words, syllables where these are written, stand from word i on before the next sign that parts names */
static int
WordsFrom(const SmFieldTokens *tokens, int i)
{
	int			words = 0;

	do
	{
		words += sm_token_native(&tokens->token[i]) ? sm_token_length(&tokens->token[i]) : 1;
		i++;
	} while (i < tokens->count && !IsDashed(tokens, i) && !(tokens->token[i].parted & SM_PARTED_STRONG));
	return words;
}

/*
 * A dash between blanks parts two names where words enough for one stand before it, or behind it a whole Korean's: KIM
 * JONG UN - KJU, ABC BANK - KIM JONG UN, but not JEAN - PIERRE DUPONT.
 */
static void
PartAtDashes(SmFieldTokens *tokens)
{
	int			from = 0;

	for (int i = 1; i < tokens->count; i++)
	{
		if (tokens->token[i].parted & SM_PARTED_STRONG)
			from = i;
		if (tokens->token[i].parted & SM_PARTED_STRONG || !IsDashed(tokens, i))
			continue;
		if (WordsFrom(tokens, from) > 1 || WordsFrom(tokens, i) >= KOREAN_WORDS)
			tokens->token[i].parted |= SM_PARTED_STRONG;
		from = i;
	}
}

/* How many words stand at least behind a first word that counts rows; INT_MAX = it does not */
static int
WordsBehindRow(const SmFieldTokens *tokens)
{
	const SmFieldToken *first = &tokens->token[0];

	if (first->kind == SM_TOKEN_NUMBER)
		return sm_token_length(first) <= ROW_DIGITS ? 1 : INT_MAX;
	if (!sm_token_numeral(tokens, 0))
		return INT_MAX;
	return sm_token_length(first) == 1 ? BEHIND_LETTER : BEHIND_NUMERAL;
}

/* The number of a row, a full stop and a blank before a name: 3. Kim Jong Un, ii. Kim Jong Un */
static void
PartAtRow(SmFieldTokens *tokens)
{
	if (tokens->count < 2 || tokens->token[1].parted != (SM_PARTED_DOT | SM_PARTED_BLANK) ||
		tokens->count <= WordsBehindRow(tokens))
		return;
	tokens->token[0].kind = SM_TOKEN_NUMBER;
	tokens->token[1].parted |= SM_PARTED_STRONG;
}

/* Are two words the same? */
static bool
SayTheSame(const SmFieldTokens *tokens, int a, int b)
{
	const SmFieldToken *token = tokens->token;

	return sm_token_length(&token[a]) == sm_token_length(&token[b]) &&
		memcmp(tokens->text->cp + token[a].from, tokens->text->cp + token[b].from,
			   (size_t) sm_token_length(&token[a]) * sizeof(tokens->text->cp[0])) == 0;
}

/* A field that says the same twice: KIM JONG UN KIM JONG UN */
static void
PartAtRepetition(SmFieldTokens *tokens)
{
	int			half = tokens->count / 2;

	if (half < 2 || tokens->count % 2 != 0)
		return;
	for (int i = 0; i < half; i++)
		if (!SayTheSame(tokens, i, half + i))
			return;
	tokens->token[half].parted |= SM_PARTED_STRONG;
}

/* Part names where signs or what is said twice does */
void
sm_field_part(SmFieldTokens *tokens)
{
	PartAtDashes(tokens);
	PartAtRow(tokens);
	PartAtRepetition(tokens);
}

/* May a name end before the hyphen in front of word i: a Korean's, or one of two words that are no particles? */
static bool
EndsName(const SmFieldTokens *tokens, int from, int i)
{
	int			syllables = 0;

	for (int k = from; k < i; k++)
	{
		if (tokens->token[k].kind != SM_BESIDE_NONE)
			return false;
		syllables += sm_token_spells(tokens, k) != 0;
	}
	if (sm_token_spells(tokens, i))
		return false;
	if (sm_token_spells(tokens, i - 1))
		return syllables >= KOREAN_WORDS;
	return i - from > 1 && sm_token_length(&tokens->token[i - 1]) >= WHOLE_WORD;
}

/* Does the name of a company, of two words or more, start at word i? */
static bool
StartsCompany(const SmFieldTokens *tokens, int i)
{
	int			end = i + 1;

	while (end < tokens->count && !(tokens->token[end].parted & (SM_PARTED_STRONG | SM_PARTED_COMMA)))
		end++;
	return end - i > 1 && sm_tokens_have(tokens, i, end, SM_SET_COMPANY);
}

/* Does a dash that word i stands behind part what is before it from a company or from what is paid for? */
static bool
IsDashKnown(const SmFieldTokens *tokens, int i)
{
	return IsDashed(tokens, i) && (tokens->token[i].kind == SM_BESIDE_PAYMENT || StartsCompany(tokens, i));
}

/* A hyphen between a person and a company, KIM JONG UN-ABC BANK, and a dash before one; what the words are is known */
void
sm_field_part_bodies(SmFieldTokens *tokens)
{
	int			from = 0;

	for (int i = 1; i < tokens->count; i++)
	{
		SmFieldToken *token = &tokens->token[i];

		if (token->parted & (SM_PARTED_STRONG | SM_PARTED_COMMA))
			from = i;
		if (IsDashKnown(tokens, i) ||
			(token->parted == SM_PARTED_HYPHEN && EndsName(tokens, from, i) && StartsCompany(tokens, i)))
			token->parted |= SM_PARTED_STRONG;
	}
}
