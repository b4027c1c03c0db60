/*
 * Documents and numbers as keys: what two writings of one number have in common. A number may stand in a sentence,
 * with blanks and hyphens, in small letters, in full-width figures, in Cyrillic letters that look like Latin ones,
 * with zeros in front or without; each way that lists differ in gives a key.
 */
#include "name/person/document.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "name/log2.h"
#include "name/person/check_digit.h"
#include "name/person/plain.h"

/* Longest text that is looked at, and longest number */
#define LONGEST 400
#define NUMBER_MAX 64

/* A number by itself: at least so many characters, figures among them, and different characters */
#define LEAST_LENGTH 5
#define LEAST_FIGURES 2
#define LEAST_DIFFERENT 3
/* Figures that are left of it without the zeros in front */
#define LEAST_SAYING 5
/* Characters from which a key without zeros in front, or without letters, is made */
#define LEAST_REST 6
/* Letters from which a word is prose and no part of a number */
#define PROSE 4
/* Figures by which telephone numbers are compared */
#define PHONE_FIGURES 9

/* The keys of a document on their way */
typedef struct Keys
{
	const SmDocumentKind *kind;
	SmDocumentKey *key;
	int			n;
} Keys;

static bool
IsCipher(char c)
{
	return c >= '0' && c <= '9';
}

static bool
IsRoman(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Bits of a number: of each figure one of ten, of each letter one of 26 */
static SmWeight
RandomBits(const char *number, int length)
{
	SmWeight	bits = 0;

	for (int i = 0; i < length; i++)
		bits += IsCipher(number[i]) ? sm_log2(10) : IsRoman(number[i]) ? sm_log2(26) : 0;
	return bits;
}

/* Add a key of a space unless it is there */
static void
AddDocumentKey(Keys *keys, const char *space, const char *number, int length)
{
	SmDocumentKey *key = &keys->key[keys->n];

	if (keys->n == SM_DOCUMENT_KEYS || length + strlen(space) + 2 > SM_DOCUMENT_KEY)
		return;
	snprintf(key->text, SM_DOCUMENT_KEY, "%s:%.*s", space, length, number);
	for (int i = 0; i < keys->n; i++)
		if (strcmp(keys->key[i].text, key->text) == 0)
			return;
	key->bits = RandomBits(number, length);
	key->alone = keys->kind->alone;
	keys->n++;
}

/* May a number stand for itself: is it long, has it figures and is it more than a pattern? */
static bool
SaysSomething(const char *number, int length)
{
	uint64_t	seen = 0;
	int			figures = 0;
	int			zeros = 0;

	while (zeros < length && number[zeros] == '0')
		zeros++;
	for (int i = 0; i < length; i++)
	{
		figures += IsCipher(number[i]);
		seen |= (uint64_t) 1 << (number[i] - '0');
	}
	return length >= LEAST_LENGTH && figures >= LEAST_FIGURES && length - zeros >= LEAST_SAYING &&
		__builtin_popcountll(seen) >= LEAST_DIFFERENT;
}

/* Keys of a number in capitals and figures alone */
static void
AddIdKeys(Keys *keys, const char *number, int length)
{
	char		figures[NUMBER_MAX];
	int			n = 0;
	int			zeros = 0;

	if (!SaysSomething(number, length))
		return;
	AddDocumentKey(keys, keys->kind->space, number, length);
	while (number[zeros] == '0')
		zeros++;
	if (zeros > 0 && length - zeros >= LEAST_REST)
		AddDocumentKey(keys, keys->kind->space, number + zeros, length - zeros);
	for (int i = 0; i < length; i++)
		if (IsCipher(number[i]))
			figures[n++] = number[i];
	if (strcmp(keys->kind->kind, "national-id") == 0 && n >= LEAST_REST && n < length && SaysSomething(figures, n))
		AddDocumentKey(keys, keys->kind->space, figures, n);
}

/*
 * A run of words that may be a number, and where its first figure stands: words of letters before it may be a label
 */
typedef struct Run
{
	char		text[NUMBER_MAX];
	int			length;
	int			labels;			/* characters of words without a figure at its start */
	bool		figures;
} Run;

/* End a run of words: it is a number as it stands, and without the short words before its first figure */
static void
EndNumber(Keys *keys, Run *run)
{
	if (run->figures)
	{
		AddIdKeys(keys, run->text, run->length);
		if (run->labels > 0)
			AddIdKeys(keys, run->text + run->labels, run->length - run->labels);
	}
	run->length = 0;
	run->labels = 0;
	run->figures = false;
}

/* Add a word to a run; one too long for a number ends it */
static void
AddNumberPart(Keys *keys, Run *run, const char *word, int length, bool has_figure)
{
	if (run->length + length > NUMBER_MAX)
	{
		EndNumber(keys, run);
		return;
	}
	memcpy(run->text + run->length, word, (size_t) length);
	run->length += length;
	if (!has_figure && !run->figures)
		run->labels = run->length;
	run->figures |= has_figure;
}

/* Ids: numbers between words of prose, parts of a number with blanks, hyphens and the like between */
static void
AddIds(Keys *keys, const char *text, int length)
{
	Run			run = {.length = 0};
	int			i = 0;

	while (i < length)
	{
		int			start = i;
		bool		figure = false;

		while (i < length && (IsRoman(text[i]) || IsCipher(text[i])))
			figure |= IsCipher(text[i++]);
		if (i > start && (figure || i - start < PROSE))
			AddNumberPart(keys, &run, text + start, i - start, figure);
		else if (i > start || (i < length && strchr(",;:()", text[i])))
			EndNumber(keys, &run);
		i += i == start;
	}
	EndNumber(keys, &run);
}

/* The figures of a text; returns how many, -1 = more than a number has */
static int
FiguresOf(char *figures, const char *text, int length)
{
	int			n = 0;

	for (int i = 0; i < length; i++)
		if (IsCipher(text[i]))
		{
			if (n == NUMBER_MAX)
				return -1;
			figures[n++] = text[i];
		}
	return n;
}

/* IMO numbers of ships and of companies are two spaces; a number with the check digit of one is of that one */
static void
AddImo(Keys *keys, const char *text, int length)
{
	char		figures[NUMBER_MAX];
	int			n = FiguresOf(figures, text, length);

	if (n != 7)
		return;
	if (sm_is_imo_ship(figures))
		AddDocumentKey(keys, "imo", figures, n);
	if (sm_is_imo_company(figures))
		AddDocumentKey(keys, "imo-company", figures, n);
	if (keys->n == 0)
		AddDocumentKey(keys, "imo-unchecked", figures, n);
}

/* Telephone numbers by their last figures, for they stand with and without their country's */
static void
AddPhone(Keys *keys, const char *text, int length)
{
	char		figures[NUMBER_MAX];
	int			n = FiguresOf(figures, text, length);

	if (n >= PHONE_FIGURES && SaysSomething(figures, n))
		AddDocumentKey(keys, keys->kind->space, figures + n - PHONE_FIGURES, PHONE_FIGURES);
}

/* A text without its blanks; returns its length, 0 = it is too long */
static int
WithoutBlanks(char *out, const char *text, int length, bool lower)
{
	int			n = 0;

	for (int i = 0; i < length; i++)
	{
		if (text[i] == ' ')
			continue;
		if (n == SM_DOCUMENT_KEY - 16)
			return 0;
		out[n++] = lower && text[i] >= 'A' && text[i] <= 'Z' ? (char) (text[i] + 'a' - 'A') : text[i];
	}
	return n;
}

/* Addresses of crypto currencies tell capitals from small letters, but for those in hexadecimal and Bech32 */
static void
AddCrypto(Keys *keys, const char *text, int length)
{
	char		address[SM_DOCUMENT_KEY];
	int			n = WithoutBlanks(address, text, length, false);

	if (n > 3 && (strncmp(address, "0x", 2) == 0 || strncmp(address, "0X", 2) == 0 || strncmp(address, "bc1", 3) == 0 ||
				  strncmp(address, "BC1", 3) == 0 || strncmp(address, "ltc1", 4) == 0))
		n = WithoutBlanks(address, text, length, true);
	if (n >= 20)
		AddDocumentKey(keys, keys->kind->space, address, n);
}

/* A website without scheme, www and what follows its host's path sign at the end */
static void
AddWebsite(Keys *keys, const char *text, int length)
{
	char		site[SM_DOCUMENT_KEY];
	int			n = WithoutBlanks(site, text, length, true);
	char	   *at = site;

	site[n] = '\0';
	if (strstr(at, "://"))
		at = strstr(at, "://") + 3;
	if (strncmp(at, "www.", 4) == 0)
		at += 4;
	n = (int) strlen(at);
	while (n > 0 && at[n - 1] == '/')
		n--;
	if (n > 3 && memchr(at, '.', (size_t) n))
		AddDocumentKey(keys, keys->kind->space, at, n);
}

/* Codes of fixed length in capitals and figures, with their check digits where they have some */
static void
AddCode(Keys *keys, const char *text, int length)
{
	char		code[NUMBER_MAX];
	int			n = 0;

	for (int i = 0; i < length; i++)
		if (IsRoman(text[i]) || IsCipher(text[i]))
		{
			if (n == NUMBER_MAX)
				return;
			code[n++] = text[i];
		}
	switch (keys->kind->form)
	{
		case SM_FORM_OF_LEI:
			n = n == 20 && sm_is_lei(code) ? n : 0;
			break;
		case SM_FORM_OF_ISIN:
			n = n == 12 && sm_is_isin(code) ? n : 0;
			break;
		case SM_FORM_OF_BIC:
			n = (n == 8 || n == 11) && sm_is_bic(code) ? 8 : 0;
			break;
		case SM_FORM_OF_MMSI:
			n = n == 9 && FiguresOf(code, text, length) == 9 ? n : 0;
			break;
		default:
			break;
	}
	if (n > 0)
		AddDocumentKey(keys, keys->kind->space, code, n);
}

/*
 * Make the keys of a document of a kind, at most SM_DOCUMENT_KEYS; two documents are equal if they have one in
 * common. None: it says nothing that could be compared.
 */
int
sm_document_keys(SmDocumentKey *key, const SmDocumentKind *kind, const char *utf8, size_t length)
{
	bool		exact = kind->form == SM_FORM_OF_CRYPTO;
	char		text[LONGEST];
	int			n = sm_plain_text(text, LONGEST, utf8, length, !exact);
	Keys		keys = {kind, key, 0};

	if (n <= 0)
		return 0;
	switch (kind->form)
	{
		case SM_FORM_OF_ID:
			AddIds(&keys, text, n);
			break;
		case SM_FORM_OF_IMO:
			AddImo(&keys, text, n);
			break;
		case SM_FORM_OF_PHONE:
			AddPhone(&keys, text, n);
			break;
		case SM_FORM_OF_CRYPTO:
			AddCrypto(&keys, text, n);
			break;
		case SM_FORM_OF_WEBSITE:
			AddWebsite(&keys, text, n);
			break;
		case SM_FORM_OF_EMAIL:
			{
				char		email[SM_DOCUMENT_KEY];
				int			m = WithoutBlanks(email, text, n, true);

				if (m > 5 && memchr(email, '@', (size_t) m))
					AddDocumentKey(&keys, kind->space, email, m);
				break;
			}
		default:
			AddCode(&keys, text, n);
	}
	return keys.n;
}

/* The kind of a name, in small letters with a hyphen; NULL = there is none */
const SmDocumentKind *
sm_document_kind(const char *name, size_t length)
{
	for (int i = 0; i < sm_document_kind_count; i++)
		if (length > 0 && sm_document_kinds[i].kind[0] == name[0] && strlen(sm_document_kinds[i].kind) == length &&
			memcmp(sm_document_kinds[i].kind, name, length) == 0)
			return &sm_document_kinds[i];
	return NULL;
}

static const SmDocumentKind *
KindNamed(const char *name)
{
	return sm_document_kind(name, strlen(name));
}

/* The kind of a number that nobody named, by its shape; what has none of its own is an id */
const SmDocumentKind *
sm_document_guess(const char *utf8, size_t length)
{
	static const char *const shaped[] = {"lei", "isin"};
	SmDocumentKey keys[SM_DOCUMENT_KEYS];
	char		text[LONGEST];
	int			n = sm_plain_text(text, LONGEST, utf8, length, true);

	if (n > 0 && memchr(text, '@', (size_t) n))
		return KindNamed("email");
	if (n > 4 && (memcmp(text, "IMO", 3) == 0))
		return KindNamed("imo");
	if (n >= 20 && (memcmp(text, "0X", 2) == 0 || memcmp(text, "BC1", 3) == 0))
		return KindNamed("crypto-address");
	for (int i = 0; i < 2; i++)
		if (n > 0 && sm_document_keys(keys, KindNamed(shaped[i]), utf8, length) > 0)
			return KindNamed(shaped[i]);
	return KindNamed("other-id");
}

/* The key that two documents have in common, of several the one of most bits; NULL = none */
const SmDocumentKey *
sm_document_common(const SmDocumentKey *a, int n, const SmDocumentKey *b, int m)
{
	const SmDocumentKey *common = NULL;

	for (int i = 0; i < n; i++)
		for (int j = 0; j < m; j++)
			if (strcmp(a[i].text, b[j].text) == 0 && (common == NULL || a[i].bits > common->bits))
				common = &a[i];
	return common;
}

/* Does an equal key decide by itself, or where the countries of issue are the same? */
bool
sm_document_decides(const SmDocumentKey *key, bool same_country)
{
	if (key->alone == SM_ALONE_BITS)
		return key->bits >= (same_country ? SM_DOCUMENT_IN_COUNTRY : SM_DOCUMENT_DECISIVE);
	return key->alone == SM_ALONE_DECISIVE;
}
