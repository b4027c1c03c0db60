/*
 * Numbers and dates that stand in a sentence
 *
 * Lists have passports in notes, and births beside names.  What is read here is what nobody would read otherwise; what
 * is not stays in the note.
 */
#include "postgres.h"

#include "pg/list/remark_facts.h"

#include <ctype.h>

#include "data/list_word_table.h"
#include "name/person/birth_text.h"
#include "pg/list/entry.h"
#include "pg/list/fact.h"

/* Figures that a number has at least */
#define LEAST_FIGURES 3

/* The longest sentence that is looked at for a date */
#define DATE_SENTENCE 60

/* Where a word of a list begins in a text, which is its end where none does */
static size_t
FindWord(const char *text, const char *const *words)
{
	size_t		first = strlen(text);

	for (; *words; words++)
	{
		const char *found = strstr(text, *words);

		if (found && (size_t) (found - text) < first)
			first = found - text;
	}
	return first;
}

/* The length of a token without the marks that end it */
static size_t
TokenLength(const char *token, size_t length)
{
	while (length > 0 && strchr(".,;:()", token[length - 1]))
		length--;
	return length;
}

/* Is a token one or two capital letters, with a hyphen behind them or not: the begin of a number? */
static bool
IsSeries(const char *token, size_t length)
{
	size_t		letters = 0;

	while (letters < length && isupper((unsigned char) token[letters]))
		letters++;
	return letters >= 1 && letters <= 2 && (length == letters || (length == letters + 1 && token[letters] == '-'));
}

/* See remark_facts.h */
char *
SanctNumberIn(const char *text)
{
	size_t		length = FindWord(text, sm_list_number_end_words);
	const char *before = NULL;
	size_t		before_length = 0;
	char	   *number = NULL;

	for (size_t at = 0; at < length;)
	{
		const char *token;
		size_t		n;
		int			figures = 0;

		at += strspn(text + at, " \n\t(");
		token = text + at;
		n = strcspn(token, " \n\t(");
		at += n;
		/* "no.03825239" */
		if (pg_strncasecmp(token, "no.", 3) == 0 && n > 3)
		{
			token += 3;
			n -= 3;
		}
		n = TokenLength(token, n);
		for (size_t i = 0; i < n; i++)
			figures += isdigit((unsigned char) token[i]) != 0;
		if (figures >= LEAST_FIGURES)
			number = before ? psprintf("%.*s %.*s", (int) before_length, before, (int) n, token) : pnstrdup(token, n);
		before = IsSeries(token, n) ? token : NULL;
		before_length = n;
	}
	return number;
}

/* A date as a person would write it, in ISO 8601; NULL if it is none */
static char *
DateOfText(const char *text, size_t length)
{
	char		plain[DATE_SENTENCE];
	char		iso[SM_BIRTH_TEXT];
	SmBirth		birth;
	size_t		n = 0;

	if (length >= sizeof(plain))
		return NULL;
	for (size_t i = 0; i < length; i++)
		plain[n++] = text[i] == '.' ? ' ' : text[i];
	if (sm_birth_read(&birth, plain, n) != SM_BIRTH_READ)
		return NULL;
	birth.circa = false;
	sm_birth_write(iso, &birth);
	return pstrdup(iso);
}

/* See remark_facts.h */
char *
SanctDateIn(const char *text)
{
	const char *and = strstr(text, " and ");
	const char *year;
	char	   *from;
	char	   *to;

	if (pg_strncasecmp(text, "between ", 8) != 0 || and == NULL)
		return DateOfText(text, strlen(text));
	text += 8;
	to = DateOfText(and + 5, strlen(and + 5));
	from = DateOfText(text, and - text);
	year = strrchr(and, ' ');
	if (from == NULL && year)
	{
		char	   *dated = psprintf("%.*s%s", (int) (and - text), text, year);

		from = DateOfText(dated, strlen(dated));
	}
	return from && to ? psprintf("%s/%s", from, to) : NULL;
}

/* The date behind "born": in a year, on a day, on a day in a place */
static char *
BirthDateIn(const char *remark)
{
	static const char *const ends[] = {" in ", ",", " (", NULL};
	const char *born = strstr(remark, "born ");
	const char *on = born ? strstr(born, " on ") : NULL;
	const char *at = born ? born + 5 : NULL;
	char	   *date = NULL;

	if (at == NULL)
		return NULL;
	if (strncmp(at, "in ", 3) == 0 || strncmp(at, "on ", 3) == 0)
		at += 3;
	date = DateOfText(at, FindWord(at, ends));
	if (date == NULL && on)
		date = DateOfText(on + 4, FindWord(on + 4, ends));
	return date;
}

/* See remark_facts.h */
void
SanctAddRemarkFacts(ListRelease *release, ListEntry *entry, const char *remark)
{
	char	   *date = BirthDateIn(remark);
	const char *passport = strstr(remark, "passport n");
	char	   *number = passport ? SanctNumberIn(passport) : NULL;

	if (date)
		SanctAddFact(release, entry, (ListFact) {.kind = "birth-date", .value = date, .note = remark});
	if (number)
		SanctAddFact(release, entry, (ListFact) {.kind = "passport", .value = number, .note = remark});
}
