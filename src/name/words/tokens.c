/* A name cut into runs of letters and runs of digits */
#include "name/words/tokens.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "data/word_table.h"
#include "name/script/skeleton.h"
#include "name/table.h"
#include "name/text/unicode.h"

/* The fold of a letter by table, or NULL */
const char *
sm_letter_fold(uint32_t c)
{
	const SmLetter *row;

	if (c < SM_LETTERS_AT)
		return sm_letters_at[c] == 0 ? NULL : sm_letters[sm_letters_at[c] - 1].fold;
	row = sm_table_find(sm_letters, sm_letter_count, sizeof(SmLetter), sm_key_16, c);
	return row != NULL ? row->fold : NULL;
}

/* Is it a mark that does not change the word: accents, vowel points, the Arabic stretch? */
static bool
IsPoint(uint32_t c)
{
	return (c >= 0x300 && c <= 0x36F) || (c >= 0x591 && c <= 0x5C7) || c == 0x640 ||
		(c >= 0x64B && c <= 0x65F) || c == 0x670;
}

/* Bytes of a letter or digit as kept in words; returns its SmWordKind, -1 = no part of a word */
int
sm_word_fold(uint32_t c, uint8_t out[8], int *length)
{
	const char *fold;
	int32_t		digit;

	*length = 1;
	out[0] = (uint8_t) c;
	if (c < 0x80)
		return c >= 'a' && c <= 'z' ? SM_WORD_LATIN : c >= '0' && c <= '9' ? SM_WORD_NUMBER :
			sm_is_skeleton_letter(c) ? SM_WORD_SCRIPT : -1;

	fold = sm_letter_fold(c);
	if (!fold && (c < 0x530 || (c >= 0x1E00 && c < 0x2000)) && u_isalpha((UChar32) c))
	{
		c = sm_base_letter(c);
		out[0] = (uint8_t) c;
		if (c >= 'a' && c <= 'z')
			return SM_WORD_LATIN;
		fold = sm_letter_fold(c);
	}
	if (fold)
	{
		*length = (int) strlen(fold);
		memcpy(out, fold, *length);
		return SM_WORD_LATIN;
	}
	*length = 0;
	if (IsPoint(c))
		return SM_WORD_LATIN;
	digit = u_charDigitValue((UChar32) c);
	if (digit >= 0 && digit <= 9)
	{
		out[0] = (uint8_t) ('0' + digit);
		*length = 1;
		return SM_WORD_NUMBER;
	}
	if (!u_isalpha((UChar32) c) && !(U_GET_GC_MASK((UChar32) c) & U_GC_M_MASK))
		return -1;
	U8_APPEND_UNSAFE(out, *length, c);
	return SM_WORD_SCRIPT;
}

/* A digit that machine reading or an evader put for a letter: 0 1 3 4 5 alone between letters */
static uint32_t
DigitAsLetter(const SmText *text, int i)
{
	uint32_t	c = text->cp[i];
	uint32_t	before;
	uint32_t	after;

	if (c < '0' || c > '5' || i == 0 || i + 1 >= text->length)
		return c;
	before = text->cp[i - 1];
	after = text->cp[i + 1];
	if (before < 'a' || before > 'z' || after < 'a' || after > 'z')
		return c;
	return c == '2' ? c : (uint32_t) "oi2eas"[c - '0'];
}

/* Start a token after what separated it from the one before; NULL = enough of them */
static SmToken *
StartToken(SmTokens *tokens, int kind, int commas, bool glued, bool dotted, bool parted)
{
	SmToken	   *token;

	if (tokens->count == SM_WORDS_READ)
		return NULL;
	token = &tokens->token[tokens->count++];
	token->word.length = 0;
	token->word.kind = (uint8_t) kind;
	token->upper = true;
	token->glued = glued;
	token->dotted = dotted;
	token->parted = parted;
	token->comma = commas > 0;
	tokens->commas += commas > 0;
	return token;
}

/* Is it a letter a-z that a word of letters goes on with? */
static inline bool
IsNextLetter(const SmToken *token, uint32_t c)
{
	return sm_is_latin(c) && token->word.kind != SM_WORD_NUMBER && token->word.length < SM_WORD_MAX;
}

/* Cut a name into tokens: runs of letters and runs of digits; apostrophes inside words vanish */
void
sm_tokens_cut(SmTokens *tokens, const SmText *text)
{
	SmToken	   *token = NULL;
	int			commas = 0;
	bool		glued = false;
	bool		dotted = false;
	bool		parted = false;

	tokens->count = 0;
	tokens->commas = 0;
	for (int i = 0; i < text->length; i++)
	{
		uint8_t		bytes[8];
		int			length;
		uint32_t	c;
		int			kind;

		if (token != NULL && IsNextLetter(token, text->cp[i]))
		{
			token->word.letters[token->word.length++] = (uint8_t) text->cp[i];
			token->upper = token->upper && text->upper[i];
			continue;
		}
		c = DigitAsLetter(text, i);
		kind = sm_word_fold(c, bytes, &length);
		if (kind < 0)
		{
			if (c == '\'' && token)
				continue;
			commas += c == ',' && tokens->count > 0;
			dotted = token != NULL && (c == '.' || c == '/');
			parted |= c != ' ' && c != '.' && c != '\'';
			glued = false;
			token = NULL;
			continue;
		}
		if (length == 0)
			continue;
		if (token && ((kind == SM_WORD_NUMBER) != (token->word.kind == SM_WORD_NUMBER) ||
					  token->word.length + length > SM_WORD_MAX))
		{
			token = NULL;
			glued = true;
			dotted = false;
		}
		if (!token)
		{
			token = StartToken(tokens, kind, commas, glued, dotted, parted);
			if (!token)
				return;
			commas = 0;
			parted = false;
		}
		if (kind == SM_WORD_SCRIPT)
			token->word.kind = SM_WORD_SCRIPT;
		if (kind == SM_WORD_NUMBER && token->word.length == 1 && token->word.letters[0] == '0')
			token->word.length = 0;
		memcpy(token->word.letters + token->word.length, bytes, length);
		token->word.length += length;
		token->upper = token->upper && text->upper[i];
	}
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

/* The token that the first comma stands before, 0 = none */
int
sm_tokens_comma(const SmTokens *tokens)
{
	for (int i = 1; i < tokens->count; i++)
		if (tokens->token[i].comma)
			return i;
	return 0;
}
