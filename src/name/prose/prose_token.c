/* The words of a running text one after the other, each with what parts it from the one before */
#include "name/prose/prose_token.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include "name/text/script.h"
#include "name/text/text.h"

/* Bytes that are looked at to see whether a text tells capitals from small letters */
#define CASE_BYTES 20000
/* Blanks in a row that part what stands beside them, as in tables */
#define WIDE 3
/* Code points of the longest word; a longer one is cut there */
#define LONGEST 60

#define FULL_WIDTH_FIRST 0xFF01
#define FULL_WIDTH_LAST 0xFF5E
#define LONG_VOWEL_HALF 0xFF70
#define HIRAGANA_FIRST 0x3040
#define HIRAGANA_LAST 0x309F

/* The code point at a place, which moves on; full-width forms as the usual ones, 0xFFFD for bytes that are none */
static uint32_t
TakePoint(const char *utf8, size_t length, size_t *at)
{
	int64_t		i = (int64_t) *at;
	UChar32		c;

	U8_NEXT_OR_FFFD(utf8, i, (int64_t) length, c);
	*at = (size_t) i;
	return c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST ? (uint32_t) (c - FULL_WIDTH_FIRST + '!') : (uint32_t) c;
}

/* The script of a letter, in capitals or small ones; hiragana is grammar, which names in katakana stand between */
static SmScript
ScriptOfLetter(uint32_t c)
{
	if (c < 0x80)
		return sm_is_latin(c | 0x20) ? SM_SCRIPT_LATIN : SM_SCRIPT_NONE;
	if (c >= HIRAGANA_FIRST && c <= HIRAGANA_LAST)
		return SM_SCRIPT_NONE;
	return sm_script_of((uint32_t) u_tolower((UChar32) c));
}

/* Is it a letter of a script that names are not looked for in?  Hiragana and signs as in 1º are none */
static bool
IsOfUnreadScript(uint32_t c)
{
	UErrorCode	status = U_ZERO_ERROR;

	switch (uscript_getScript((UChar32) c, &status))
	{
		case USCRIPT_LATIN:
		case USCRIPT_CYRILLIC:
		case USCRIPT_HANGUL:
		case USCRIPT_HAN:
		case USCRIPT_KATAKANA:
		case USCRIPT_HIRAGANA:
		case USCRIPT_COMMON:
		case USCRIPT_INHERITED:
			return false;
		default:
			return u_isalpha((UChar32) c);
	}
}

static bool
IsCombining(uint32_t c)
{
	return c >= 0x300 && (U_GET_GC_MASK((UChar32) c) & U_GC_M_MASK) != 0;
}

static bool
IsProseApostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2BC || c == 0xB4 || c == '`';
}

/* What a sign parts */
static int
PartedBySign(uint32_t c)
{
	switch (c)
	{
		case '-':
		case 0x2010:
		case 0x2011:
		case SM_MIDDLE_DOT:
			return SM_PROSE_HYPHEN;
		case SM_KANA_DOT:
		case 0xFF65:
		case '=':
		case 0x2022:
			return SM_PROSE_DOT_OF_KANA;
		case '.':
			return SM_PROSE_DOT;
		case ',':
			return SM_PROSE_COMMA;
		case '(':
		case ')':
			return SM_PROSE_BRACKET;
		case '&':
			return SM_PROSE_AND;
		case '\'':
		case 0x2019:
		case 0xAD:
		case 0x200B:
			return 0;
		default:
			return SM_PROSE_STRONG;
	}
}

/* Does the text tell capitals from small letters?  Not if it has only one of the two */
static bool
IsCaseless(const char *utf8, size_t length)
{
	bool		capitals = false;
	bool		small = false;
	size_t		at = 0;

	length = length < CASE_BYTES ? length : CASE_BYTES;
	while (at < length && !(capitals && small))
	{
		uint32_t	c = TakePoint(utf8, length, &at);

		capitals |= u_isupper((UChar32) c);
		small |= u_islower((UChar32) c);
	}
	return !(capitals && small);
}

/* Begin to read a text, which the caller keeps */
void
sm_prose_text(SmProseText *text, const char *utf8, size_t length)
{
	*text = (SmProseText) {utf8, length, 0, IsCaseless(utf8, length)};
}

/* Step over what parts words; returns it */
static int
SkipSigns(SmProseText *text)
{
	int			parted = 0;
	int			blanks = 0;
	int			lines = 0;

	while (text->at < text->length)
	{
		size_t		next = text->at;
		uint32_t	c = TakePoint(text->utf8, text->length, &next);

		if (u_isalnum((UChar32) c))
			break;
		text->at = next;
		if (c == '\n' || c == 0x2028 || c == 0x2029)
			lines++;
		else if (c != '\r')
			blanks = c == '\t' ? blanks + WIDE : u_isUWhiteSpace((UChar32) c) ? blanks + 1 : 0;
		if (u_isUWhiteSpace((UChar32) c))
			parted |= SM_PROSE_BLANK;
		else if (!IsCombining(c))
			parted |= PartedBySign(c);
		if (lines > 1 || blanks >= WIDE)
			parted |= SM_PROSE_STRONG;
	}
	return parted;
}

/* Is the apostrophe at a place one inside a word of a script?  That of a genitive is not: Un's */
static bool
IsInside(const SmProseText *text, size_t behind, SmScript script)
{
	size_t		at = behind;
	uint32_t	c = at < text->length ? TakePoint(text->utf8, text->length, &at) : 0;
	uint32_t	after = at < text->length ? TakePoint(text->utf8, text->length, &at) : 0;

	if ((script != SM_SCRIPT_LATIN && script != SM_SCRIPT_CYRILLIC) || ScriptOfLetter(c) != script)
		return false;
	return !((c == 's' || c == 'S') && !u_isalnum((UChar32) after));
}

/* Read on to the end of a word */
static void
TakeWord(SmProseText *text, SmProseToken *token, SmScript script)
{
	while (text->at < text->length && token->points < LONGEST)
	{
		size_t		next = text->at;
		uint32_t	c = TakePoint(text->utf8, text->length, &next);
		bool		goes_on = token->digits ? u_isdigit((UChar32) c) : script == SM_SCRIPT_NONE ?
			u_isalpha((UChar32) c) && ScriptOfLetter(c) == script :
			ScriptOfLetter(c) == script || (script == SM_SCRIPT_KANA && (c == SM_LONG_VOWEL || c == LONG_VOWEL_HALF));

		if (!goes_on && !IsCombining(c) && !(IsProseApostrophe(c) && IsInside(text, next, script)))
			break;
		text->at = next;
		token->points++;
	}
}

/* The next word of a text; false: there is none */
bool
sm_prose_next(SmProseText *text, SmProseToken *token)
{
	int			parted = text->at == 0 ? SM_PROSE_STRONG : 0;
	uint32_t	c;

	parted |= SkipSigns(text);
	if (text->at >= text->length)
		return false;
	*token = (SmProseToken) {.from = text->at, .points = 1, .parted = (uint8_t) parted};
	c = TakePoint(text->utf8, text->length, &text->at);
	token->digits = u_isdigit((UChar32) c);
	token->script = (uint8_t) (token->digits ? SM_SCRIPT_NONE : ScriptOfLetter(c));
	token->unread = !token->digits && token->script == SM_SCRIPT_NONE && IsOfUnreadScript(c);
	token->capital = text->caseless || u_isupper((UChar32) c);
	TakeWord(text, token, (SmScript) token->script);
	token->to = text->at;
	return true;
}

/*
 * The letters of a word in lower case, without apostrophes and marks; returns how many, 0 = more than there is room
 * for
 */
int
sm_prose_letters(uint32_t *letters, int room, const SmProseText *text, const SmProseToken *token)
{
	size_t		at = token->from;
	int			n = 0;

	while (at < token->to)
	{
		uint32_t	c = TakePoint(text->utf8, token->to, &at);

		if (IsCombining(c) || IsProseApostrophe(c))
			continue;
		if (n == room)
			return 0;
		letters[n++] = (uint32_t) u_tolower((UChar32) c);
	}
	return n;
}
