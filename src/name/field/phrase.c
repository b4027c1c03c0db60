/* What the words of a field are beside names: titles, places, labels, words of companies */
#include "name/field/phrase.h"

#include <unicode/uchar.h>

#include "data/beside_table.h"
#include "data/marker_table.h"
#include "data/word_table.h"
#include "name/field/maiden.h"
#include "name/korean/syllables.h"
#include "name/text/script.h"
#include "name/words/beside.h"
#include "name/words/dictionary.h"
#include "name/words/tokens.h"
#include "name/words/word.h"

/* How far behind what an identifier is called its number may stand */
#define NUMBER_WITHIN 3
/* How far behind "and" a word of a company may stand, and what an office is of behind a title */
#define COMPANY_WITHIN 3
#define OFFICE_WITHIN 8
/* Words that a title behind a name may be of, whatever they are */
#define OFFICE_LEAST 3

/* Is word i one of so many? */
static bool
IsOneOf(const SmFieldTokens *tokens, int i, const SmMarker *words, int n)
{
	for (int k = 0; k < n; k++)
		if (sm_token_is(tokens, i, words[k].letters))
			return true;
	return false;
}

static bool
IsOneLetter(const SmFieldToken *token)
{
	return sm_token_length(token) == 1;
}

/* May a phrase go on with a word?  Not beyond what parts names, but between single letters: a/k/a, c/o */
static bool
MayGoOn(const SmFieldToken *token)
{
	return !(token->parted & (SM_PARTED_STRONG | SM_PARTED_COMMA)) || (IsOneLetter(token) && IsOneLetter(token - 1));
}

/* May a phrase stand where it does?  Some do only in brackets */
static bool
MayStand(const SmFieldTokens *tokens, int i, const SmBeside *found)
{
	int			end = i + found->length;

	return !(found->stands & SM_BESIDE_BRACKETED) ||
		((tokens->token[i].parted & SM_PARTED_STRONG) &&
		 (end == tokens->count || (tokens->token[end].parted & SM_PARTED_STRONG)));
}

/* The longest phrase of the table that starts at word i: its words, 0 = none */
static int
LongestPhrase(const SmFieldTokens *tokens, int i, SmBeside *found)
{
	uint16_t	words[SM_BESIDE_WORDS];
	unsigned	where = SM_BESIDE_OF_SHIP | (tokens->token[i].parted & SM_PARTED_STRONG ? SM_BESIDE_BRACKETED : 0);
	int			n = 0;

	do
		words[n] = tokens->token[i + n].word;
	while (words[n++] != 0 && n < SM_BESIDE_WORDS && i + n < tokens->count && MayGoOn(&tokens->token[i + n]));
	return sm_beside_find(found, words, n, where) && MayStand(tokens, i, found) ? found->length : 0;
}

/* Is word i a Latin letter that is no phrase: alone, unless it joins, or the end of what a hyphen joins? */
static bool
IsLetterOfName(const SmFieldTokens *tokens, int i, int n)
{
	const SmFieldToken *token = &tokens->token[i];

	if (!IsOneLetter(token) || token->script != SM_SCRIPT_LATIN)
		return false;
	if (n > 1)
		return (token->parted & SM_PARTED_HYPHEN) != 0;
	return !IsOneOf(tokens, i, sm_joining_letters, sm_joining_letters_count) || i == 0 || i + 1 == tokens->count ||
		!MayGoOn(token) || !MayGoOn(token + 1);
}

/* Is a place with a number a Korean's surname behind the given name: the KU of Sung Sop KU 12? */
static bool
IsSurnameBehind(const SmFieldTokens *tokens, int i, const SmBeside *found)
{
	return found->kind == SM_BESIDE_PLACE && found->length == 2 && i > 0 &&
		tokens->token[i + 1].kind == SM_TOKEN_NUMBER &&
		!(tokens->token[i].parted & (SM_PARTED_STRONG | SM_PARTED_COMMA)) && sm_token_spells(tokens, i - 1) &&
		(sm_token_spells(tokens, i) & SM_SPELLS_SURNAME);
}

/* Say of the words of a phrase what they are; nothing parts them */
static void
MarkPhrase(SmFieldToken *token, const SmBeside *found)
{
	for (int k = 0; k < found->length; k++)
	{
		/* the numbers of ships tell them apart */
		if (found->kind != SM_BESIDE_SHIP || token[k].kind != SM_TOKEN_NUMBER)
			token[k].kind = found->kind;
		token[k].stands = found->stands;
		if (k > 0)
			token[k].parted &= ~(SM_PARTED_STRONG | SM_PARTED_COMMA);
	}
}

/* Look the words up in the table */
static void
LookWordsUp(SmFieldTokens *tokens)
{
	static const uint32_t and[] = {'a', 'n', 'd'};

	for (int i = 0; i < tokens->count; i++)
	{
		SmFieldToken *token = &tokens->token[i];

		token->word = token->kind == SM_TOKEN_NUMBER ? SM_BESIDE_NUMBER :
			tokens->text->cp[token->from] == '&' ? sm_beside_word(and, 3) :
			sm_beside_word(tokens->text->cp + token->from, sm_token_length(token));
	}
}

/* Words of the table */
static void
FindPhrases(SmFieldTokens *tokens)
{
	LookWordsUp(tokens);
	for (int i = 0; i < tokens->count;)
	{
		SmBeside	found;
		int			n = tokens->token[i].word != 0 ? LongestPhrase(tokens, i, &found) : 0;

		if (n > 0 && !IsLetterOfName(tokens, i, n) && !IsSurnameBehind(tokens, i, &found))
		{
			MarkPhrase(&tokens->token[i], &found);
			i += n;
		}
		else
			i++;
	}
}

/* Words that are labels of ships only beside their names, if nothing else says that there is one: -ho */
static void
DropOfShips(SmFieldTokens *tokens)
{
	bool		ship = false;

	for (int i = 0; i < tokens->count; i++)
		ship |= tokens->token[i].kind == SM_BESIDE_SHIP && !(tokens->token[i].stands & SM_BESIDE_OF_SHIP);
	for (int i = 0; i < tokens->count && !ship; i++)
		if ((tokens->token[i].stands & SM_BESIDE_OF_SHIP) && tokens->token[i].kind == SM_BESIDE_SHIP)
			tokens->token[i].kind = SM_BESIDE_NONE;
}

/* Numbers before names of ordering customers and their addresses: 1/KIM Jong Un 2/Kwangbok Street */
static void
FindLineNumbers(SmFieldTokens *tokens)
{
	for (int i = 0; i + 1 < tokens->count; i++)
	{
		SmFieldToken *token = &tokens->token[i];

		if (token->kind == SM_TOKEN_NUMBER && IsOneLetter(token) && token[1].kind != SM_TOKEN_NUMBER &&
			token[1].from == token->to + 1 && tokens->text->cp[token->to] == '/')
			token->kind = SM_BESIDE_LABEL;
	}
}

/* Months that are names as well, beside a number */
static void
FindMonths(SmFieldTokens *tokens)
{
	for (int i = 0; i < tokens->count; i++)
	{
		SmFieldToken *token = &tokens->token[i];

		if (i > 0 && i + 1 < tokens->count && token[1].kind == SM_TOKEN_NUMBER && token->kind == SM_BESIDE_NONE &&
			IsOneOf(tokens, i, sm_month_names, sm_month_names_count))
			token->kind = SM_TOKEN_NUMBER;
	}
}

/* Words of companies by the tables of words: generic ones and legal forms that are no Korean syllable */
static void
FindGeneric(SmFieldTokens *tokens)
{
	for (int i = 0; i < tokens->count; i++)
	{
		SmFieldToken *token = &tokens->token[i];
		uint8_t		letters[SM_WORD_MAX];
		int			length;
		const SmEntry *entry;
		int			kind;

		if (token->kind != SM_BESIDE_NONE || sm_token_spells(tokens, i))
			continue;
		length = sm_token_letters(letters, tokens, i);
		if (length < 2)
			continue;
		entry = sm_word_lookup(letters, length);
		kind = entry != NULL && sm_is_generic(entry->meaning) ? SM_TOKEN_GENERIC :
			sm_form_lookup(letters, length) != SM_FORM_NONE ? SM_BESIDE_COMPANY : SM_BESIDE_NONE;
		token->kind = (uint8_t) kind;
	}
}

/* Is what stands from word i on an identifier's number, or nothing more of a name? */
static bool
IsNumberNear(const SmFieldTokens *tokens, int from, int to)
{
	if (to == tokens->count ? from > 0 : (tokens->token[to].parted & SM_PARTED_STRONG) != 0)
		return true;
	if (from > 0 && tokens->token[from - 1].kind == SM_TOKEN_NUMBER)
		return true;
	for (int k = to; k < tokens->count && k < to + NUMBER_WITHIN; k++)
		if (tokens->token[k].kind == SM_TOKEN_NUMBER)
			return true;
	return false;
}

/* Do words that are of an identifier number the name in front of them: the NO 1 of SAM JONG NO. 1? */
static bool
NumbersName(const SmFieldTokens *tokens, int from, int to)
{
	const SmFieldToken *token = &tokens->token[from];
	SmWord		word = {0};

	if (from == 0 || to != from + 2 || (token->parted & (SM_PARTED_STRONG | SM_PARTED_COMMA)) ||
		sm_token_length(&token[1]) > SM_COUNTED_DIGITS || !u_isdigit((UChar32) tokens->text->cp[token[1].from]))
		return false;
	word.length = (uint8_t) sm_token_letters(word.letters, tokens, from);
	return word.length > 0 && sm_word_is_one_of(&word, sm_number_words);
}

/*
 * What identifiers are called counts only beside a number or where something ends: ID PIONEER is a ship.  Some words
 * say in front of a name that it was the surname before marriage.
 */
static void
KeepIds(SmFieldTokens *tokens)
{
	for (int i = 0; i < tokens->count;)
	{
		int			kind = SM_BESIDE_IDENTIFIER;
		int			to = i;

		while (to < tokens->count && tokens->token[to].kind == SM_BESIDE_IDENTIFIER)
			to++;
		if (to > i && sm_says_maiden(tokens, i, to))
			kind = SM_BESIDE_SEPARATOR;
		else if (to > i && NumbersName(tokens, i, to))
			kind = SM_TOKEN_NUMBER;
		else if (to > i && !IsNumberNear(tokens, i, to))
			kind = SM_BESIDE_NONE;
		for (int k = i; k < to; k++)
			tokens->token[k].kind = (uint8_t) kind;
		i = to > i ? to : i + 1;
	}
}

/* Is a word one of a company or of an office? */
static bool
IsCompany(const SmFieldToken *token)
{
	return SM_IS_OF(token, SM_SET_COMPANY | SM_SET(SM_BESIDE_OFFICE));
}

/* "and" between words of companies joins them: GAS AND OIL CO */
static void
JoinCompanies(SmFieldTokens *tokens)
{
	for (int i = 1; i + 1 < tokens->count; i++)
	{
		SmFieldToken *token = &tokens->token[i];
		bool		behind = false;

		if (token->kind != SM_BESIDE_SEPARATOR || !IsOneOf(tokens, i, sm_company_ands, sm_company_ands_count))
			continue;
		for (int k = 1; k <= COMPANY_WITHIN && i + k < tokens->count; k++)
		{
			if (token[k].parted & (SM_PARTED_STRONG | SM_PARTED_COMMA))
				break;
			behind |= IsCompany(&token[k]);
		}
		if (behind && (IsCompany(token - 1) || IsCompany(token + 1)))
			token->kind = SM_BESIDE_OFFICE;
	}
}

/* Where what a title is of ends that stands from word i on; i if that cannot be told */
static int
OfficeEnd(const SmFieldTokens *tokens, int i, bool behind)
{
	unsigned	ends = SM_SET(SM_TOKEN_GENERIC) | SM_SET(SM_BESIDE_OFFICE) | SM_SET(SM_BESIDE_PLACE) |
		SM_SET(SM_BESIDE_BRANCH);
	int			last = i;
	int			k = i;

	for (; k < tokens->count && k < i + OFFICE_WITHIN; k++)
	{
		const SmFieldToken *token = &tokens->token[k];

		if ((token->parted & SM_PARTED_STRONG) || (behind && (token->parted & SM_PARTED_COMMA)) ||
			token->kind == SM_BESIDE_COMPANY)
			break;
		if (SM_IS_OF(token, ends))
			last = k + 1;
	}
	/* behind a name no other one is looked for in a few words */
	return behind && last == i && k <= i + OFFICE_LEAST && (k == tokens->count || k < i + OFFICE_WITHIN) ? k : last;
}

/* What a title is of is part of it: Minister of Light Industry */
static void
FindOffices(SmFieldTokens *tokens)
{
	for (int i = 0; i + 2 < tokens->count; i++)
	{
		int			end;

		if (tokens->token[i].kind != SM_BESIDE_TITLE || !sm_token_is(tokens, i + 1, "of"))
			continue;
		end = OfficeEnd(tokens, i + 2, i > 0 && SM_IS_OF(&tokens->token[i - 1], SM_SET_NAME));
		for (int k = i + 1; k < end && end > i + 2; k++)
			tokens->token[k].kind = SM_BESIDE_TITLE;
	}
}

/* Does a number stand beside word i, which no sign that parts names parts from it? */
static bool
IsBesideNumber(const SmFieldTokens *tokens, int i)
{
	const unsigned apart = SM_PARTED_STRONG | SM_PARTED_COMMA;
	const SmFieldToken *token = &tokens->token[i];

	return (i > 0 && token[-1].kind == SM_TOKEN_NUMBER && !(token->parted & apart)) ||
		(i + 1 < tokens->count && token[1].kind == SM_TOKEN_NUMBER && !(token[1].parted & apart));
}

/* A Latin letter alone beside a number is part of it: 12 B */
static void
FindLettersOfNumbers(SmFieldTokens *tokens)
{
	for (int i = 0; i < tokens->count; i++)
	{
		SmFieldToken *token = &tokens->token[i];

		if (token->kind == SM_BESIDE_NONE && token->script == SM_SCRIPT_LATIN && IsOneLetter(token) &&
			IsBesideNumber(tokens, i))
			token->kind = SM_TOKEN_NUMBER;
	}
}

/* Tell what the words of a field are by the table of what stands beside names */
void
sm_field_phrases(SmFieldTokens *tokens)
{
	FindPhrases(tokens);
	DropOfShips(tokens);
	FindLineNumbers(tokens);
	FindMonths(tokens);
}

/* Tell what else they are: words of companies, and what their neighbours say */
void
sm_field_neighbours(SmFieldTokens *tokens)
{
	FindGeneric(tokens);
	KeepIds(tokens);
	JoinCompanies(tokens);
	FindOffices(tokens);
	FindLettersOfNumbers(tokens);
}
