/* A name as a list writes it */
#include "postgres.h"

#include "pg/list/name_text.h"

#include <ctype.h>

#include "mb/pg_wchar.h"

#include "data/list_word_table.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"

/* The length of a blank that a text begins with, 0 if it begins with none */
static int
BlankLength(const char *s)
{
	const unsigned char *u = (const unsigned char *) s;

	if (*s == ' ' || (*s >= '\t' && *s <= '\r'))
		return 1;
	if (u[0] == 0xC2 && u[1] == 0xA0)
		return 2;				/* no-break space */
	if (u[0] == 0xE2 && u[1] == 0x80 && ((u[2] >= 0x80 && u[2] <= 0x8A) || u[2] == 0xAF))
		return 3;				/* blanks of other widths */
	return u[0] == 0xE3 && u[1] == 0x80 && u[2] == 0x80 ? 3 : 0;
}

/* See name_text.h */
char *
SanctCleanName(const char *utf8)
{
	char	   *clean = palloc(strlen(utf8) + 1);
	size_t		n = 0;

	while (*utf8)
	{
		int			blank = BlankLength(utf8);

		if (blank == 0)
			clean[n++] = *utf8++;
		else if (n > 0 && clean[n - 1] != ' ')
			clean[n++] = ' ';
		utf8 += blank;
	}
	if (n > 0 && clean[n - 1] == ' ')
		n--;
	clean[n] = '\0';
	return clean;
}

/* See name_text.h */
bool
SanctCanBeFound(const char *utf8)
{
	uint8		reading[SM_READING_MAX];

	for (const char *s = utf8; *s; s++)
		if (!IS_HIGHBIT_SET(*s) && isalpha((unsigned char) *s))
			return true;
	sm_read(reading, utf8, strlen(utf8));
	return SM_READING_KINDS(reading) != 0;
}

/* Does a text begin with a word, whatever its case? */
static bool
BeginsWithWord(const char *text, const char *word)
{
	size_t		length = strlen(word);

	return pg_strncasecmp(text, word, length) == 0 && !isalnum((unsigned char) text[length]);
}

/* Where " born in", " born on", " born 1963" or the same behind a parenthesis begins in a name, or NULL */
static char *
FindBorn(char *name)
{
	static const char born[] = "born ";

	for (char *s = name; (s = strstr(s, born)) != NULL; s++)
	{
		const char *next = s + strlen(born);

		if (s > name && strchr(" (", s[-1]) &&
			(BeginsWithWord(next, "in") || BeginsWithWord(next, "on") || isdigit((unsigned char) *next)))
			return s - 1;
	}
	return NULL;
}

/* Does what stands in parentheses say something of a name instead of being one? */
static bool
IsRemark(const char *inside)
{
	int			figures = 0;

	for (const char *const *words = sm_list_name_remark_words; *words; words++)
		if (BeginsWithWord(inside, *words))
			return true;
	for (; *inside && *inside != ')'; inside++)
		figures += isdigit((unsigned char) *inside) != 0;
	return figures >= 5;
}

/* Cut a name at a place and return what stood there, without blanks, commas and parentheses around it */
static char *
CutRemark(char *name, char *at)
{
	size_t		length;
	char	   *remark = at + strspn(at, " ,(");

	length = strlen(remark);
	while (length > 0 && strchr(" ,.)", remark[length - 1]))
		length--;
	remark = pnstrdup(remark, length);
	while (at > name && strchr(" ,", at[-1]))
		at--;
	*at = '\0';
	return remark;
}

/* See name_text.h */
char *
SanctCutNameRemark(char *name)
{
	static const char script[] = "(original script:";
	char	   *original = strstr(name, script);
	char	   *born;
	char	   *open;
	size_t		length;

	if (original)
		memmove(original + 1, original + strlen(script), strlen(original + strlen(script)) + 1);
	born = FindBorn(name);
	open = strrchr(name, '(');
	length = strlen(name);
	while (length > 0 && strchr(" ,", name[length - 1]))
		name[--length] = '\0';
	if (born)
		return CutRemark(name, born);
	if (open && open > name && name[length - 1] == ')' && IsRemark(open + 1))
		return CutRemark(name, open);
	return NULL;
}
