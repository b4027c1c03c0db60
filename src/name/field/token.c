/* The words of a field, each with what parts it from the one before */
#include "name/field/token.h"

#include <string.h>
#include <unicode/uchar.h>

#include "name/korean/syllables.h"
#include "name/words/tokens.h"
#include "name/words/word.h"

#define ITERATION_MARK 0x3005
/* Letters of the longest surname that is one word */
#define LONGEST_SPELLING 9
/* Letters of the longest numeral that is read, xviii */
#define NUMERAL_MOST 5

/* What a code point is to a word */
typedef enum Class
{
	CLASS_SIGN,
	CLASS_DIGIT,
	CLASS_MARK,
	CLASS_LETTER
} Class;

/* The class of a code point and the script of a letter */
static Class
ClassOfPoint(uint32_t c, SmScript *script)
{
	if (c < 0x80)
	{
		*script = sm_is_latin(c) ? SM_SCRIPT_LATIN : SM_SCRIPT_NONE;
		return *script == SM_SCRIPT_LATIN ? CLASS_LETTER : c >= '0' && c <= '9' ? CLASS_DIGIT : CLASS_SIGN;
	}
	*script = c == ITERATION_MARK ? SM_SCRIPT_HANJA : sm_script_of(c);
	if (*script != SM_SCRIPT_NONE)
		return CLASS_LETTER;
	if (!sm_is_part(c))
		return CLASS_SIGN;
	if (U_GET_GC_MASK((UChar32) c) & U_GC_M_MASK)
		return CLASS_MARK;
	return u_isdigit((UChar32) c) ? CLASS_DIGIT : CLASS_LETTER;
}

/* What a sign parts */
static int
PartedBy(uint32_t c)
{
	switch (c)
	{
		case ' ':
		case '_':
			return SM_PARTED_BLANK;
		case '-':
		case SM_MIDDLE_DOT:
		case SM_KANA_DOT:
			return SM_PARTED_HYPHEN;
		case '.':
			return SM_PARTED_DOT;
		case ',':
			return SM_PARTED_COMMA;
		case '\'':
			return 0;
		default:
			return SM_PARTED_STRONG;
	}
}

/* A word while its end is looked for */
typedef struct Run
{
	SmScript	script;			/* of its letters */
	int			letters;
	int			digits;
} Run;

/* Does a character go on with a word?  Digits stand among Latin letters and before them only */
static bool
GoesOn(const Run *run, Class class, SmScript script)
{
	if (class == CLASS_LETTER)
		return run->letters > 0 ? script == run->script : run->digits == 0 || script == SM_SCRIPT_LATIN;
	if (class == CLASS_DIGIT)
		return run->letters == 0 || run->script == SM_SCRIPT_LATIN;
	return class == CLASS_MARK;
}

/* Is it a letter of the Hebrew alphabet? */
static bool
IsHebrew(uint32_t c)
{
	return c >= 0x5D0 && c <= 0x5EA;
}

/* Is there an apostrophe between two letters at a place, or a quote as in Hebrew abbreviations? */
static bool
IsInnerApostrophe(const SmText *text, int i, const Run *run)
{
	SmScript	after;

	if ((text->cp[i] != '\'' && text->cp[i] != '"') || run->letters == 0 || i + 1 == text->length)
		return false;
	if (text->cp[i] == '"')
		return IsHebrew(text->cp[i - 1]) && IsHebrew(text->cp[i + 1]);
	return run->script != SM_SCRIPT_HANGUL && run->script != SM_SCRIPT_HANJA && run->script != SM_SCRIPT_KANA &&
		ClassOfPoint(text->cp[i + 1], &after) == CLASS_LETTER && after == run->script;
}

/* Where the word that starts at a place ends */
static int
WordEnd(const SmText *text, int from, Run *run)
{
	int			i = from;

	*run = (Run) {SM_SCRIPT_NONE, 0, 0};
	for (; i < text->length; i++)
	{
		SmScript	script;
		Class		class;

		if (run->letters > 0 && run->script == SM_SCRIPT_LATIN && sm_is_latin(text->cp[i]))
		{
			run->letters++;
			continue;
		}
		class = ClassOfPoint(text->cp[i], &script);
		if (IsInnerApostrophe(text, i, run))
			continue;
		if (!GoesOn(run, class, script))
			break;
		if (class == CLASS_LETTER)
			run->script = script;
		run->letters += class == CLASS_LETTER;
		run->digits += class == CLASS_DIGIT;
	}
	return i > from ? i : from + 1;
}

/* Is it a number, or a word that is more digits than letters? */
static bool
IsNumberWord(const SmText *text, int from, const Run *run)
{
	if (text->cp[from] >= '0' && text->cp[from] <= '9')
		return run->letters < 2 || 2 * run->digits >= run->letters;
	return run->digits > run->letters;
}

/* Add the word that starts at a place; returns where it ends */
static int
AddToken(SmFieldTokens *tokens, int from, int parted)
{
	SmFieldToken *token = &tokens->token[tokens->count];
	Run			run;

	*token = (SmFieldToken) {.from = (uint16_t) from, .parted = (uint8_t) parted, .kind = SM_BESIDE_NONE};
	if (tokens->text->cp[from] == '&')
	{
		token->to = (uint16_t) (from + 1);
		token->script = SM_SCRIPT_NONE;
	}
	else
	{
		token->to = (uint16_t) WordEnd(tokens->text, from, &run);
		token->script = (uint8_t) run.script;
		if (IsNumberWord(tokens->text, from, &run))
			token->kind = SM_TOKEN_NUMBER;
	}
	token->glued = token->from;
	token->glued_end = token->to;
	tokens->count++;
	return token->to;
}

/* See token.h */
int
sm_token_spells(const SmFieldTokens *tokens, int i)
{
	const SmFieldToken *token = &tokens->token[i];

	if (token->script != SM_SCRIPT_LATIN || sm_token_length(token) > LONGEST_SPELLING)
		return 0;
	return sm_letters_spell(tokens->text->cp + token->from, sm_token_length(token));
}

/* Is word i this one in letters a-z?  An ampersand is "and" */
bool
sm_token_is(const SmFieldTokens *tokens, int i, const char *word)
{
	const SmFieldToken *token = &tokens->token[i];
	const uint32_t *cp = tokens->text->cp + token->from;

	if (*cp == '&')
		return strcmp(word, "and") == 0;
	for (int k = 0; k < sm_token_length(token); k++)
		if (cp[k] != (uint32_t) word[k])
			return false;
	return word[sm_token_length(token)] == '\0';
}

/* Is word i a small Roman numeral? */
bool
sm_token_numeral(const SmFieldTokens *tokens, int i)
{
	const SmFieldToken *token = &tokens->token[i];

	if (sm_token_length(token) > NUMERAL_MOST)
		return false;
	for (int k = token->from; k < token->to; k++)
		if (tokens->text->cp[k] != 'i' && tokens->text->cp[k] != 'v' && tokens->text->cp[k] != 'x')
			return false;
	return true;
}

/* The letters of a word as the tables of words have them; 0 = it is too long, or none of these */
int
sm_token_letters(uint8_t *letters, const SmFieldTokens *tokens, int i)
{
	const SmFieldToken *token = &tokens->token[i];
	int			n = 0;

	if (token->script != SM_SCRIPT_LATIN || sm_token_length(token) > SM_WORD_MAX)
		return 0;
	for (int k = token->from; k < token->to; k++)
	{
		uint8_t		letter[8];
		int			length;

		if (tokens->text->cp[k] == '\'')
			continue;
		if (sm_is_latin(tokens->text->cp[k]) && n < SM_WORD_MAX)
		{
			letters[n++] = (uint8_t) tokens->text->cp[k];
			continue;
		}
		if (sm_word_fold(tokens->text->cp[k], letter, &length) != SM_WORD_LATIN || n + length > SM_WORD_MAX)
			return 0;
		memcpy(letters + n, letter, (size_t) length);
		n += length;
	}
	return n;
}

/* Cut a folded text into words; those beyond the first SM_FIELD_TOKENS are not looked at */
void
sm_field_tokens(SmFieldTokens *tokens, const SmText *text)
{
	int			parted = 0;

	tokens->text = text;
	tokens->count = 0;
	tokens->edged = false;
	tokens->airline = false;
	for (int i = 0; i < text->length;)
	{
		SmScript	script;

		if (text->cp[i] == '&' || ClassOfPoint(text->cp[i], &script) != CLASS_SIGN)
		{
			if (tokens->count == SM_FIELD_TOKENS)
				return;
			tokens->edged |= tokens->count == 0 && (parted & ~(SM_PARTED_BLANK | SM_PARTED_DOT)) != 0;
			i = AddToken(tokens, i, parted);
			parted = 0;
		}
		else
			parted |= PartedBy(text->cp[i++]);
	}
	tokens->edged |= (parted & ~(SM_PARTED_BLANK | SM_PARTED_DOT)) != 0;
}
