/*
 * list_names.c: several names that a list writes in one text
 *
 * "A; B" are two names, "Jin Tiesan (in another script)" and the reverse are one name in two
 * scripts.  "Leader (Hong Kong) Ltd" and "Bank (DCB)" are one.
 */
#include "postgres.h"

#include "list.h"
#include "mb/pg_wchar.h"

/* The names of one text and what they have in common */
typedef struct NameSplit
{
	ListRelease *release;
	ListEntry  *entry;
	const char *kind;			/* of the next name */
	bool		weak;
	const char *note;
} NameSplit;

/* A copy without the blanks and without the pairs of quotes or parentheses around it */
static char *
Strip(const char *text, size_t length)
{
	for (;;)
	{
		bool		closed;

		while (length > 0 && strchr(" \t\r\n", text[0]))
		{
			text++;
			length--;
		}
		while (length > 0 && strchr(" \t\r\n", text[length - 1]))
			length--;
		closed = length >= 2 && ((text[0] == '"' && text[length - 1] == '"') ||
								 (text[0] == '(' && memchr(text, ')', length) == text + length - 1));
		if (!closed)
			return pnstrdup(text, length);
		text++;
		length -= 2;
	}
}

/* Where the parenthesis that ends the text begins, or NULL if it does not end in one */
static const char *
LastParenthesis(const char *text)
{
	const char *s = text + strlen(text) - 1;
	int			depth = 0;

	if (*s != ')')
		return NULL;
	for (; s > text; s--)
	{
		if (*s == ')')
			depth++;
		else if (*s == '(' && --depth == 0)
			return s;
	}
	return NULL;
}

/* True if a text is in East Asian characters and holds no Latin letter */
static bool
IsEastAsian(const char *text, const char *script)
{
	for (const char *s = text; *s; s++)
	{
		if ((*s >= 'A' && *s <= 'Z') || (*s >= 'a' && *s <= 'z'))
			return false;
	}
	return strcmp(script, "Hang") == 0 || strcmp(script, "Hani") == 0 || strcmp(script, "Jpan") == 0;
}

/*
 * Where a text goes on with the same name in another script: at a parenthesis that ends it, or in
 * a person's name at the blank between Latin letters and East Asian characters.  NULL if it does
 * not.
 */
static const char *
OtherScript(NameSplit *split, const char *text)
{
	const char *inner = LastParenthesis(text);
	bool		person = strcmp(split->entry->type, "person") == 0;

	for (const char *s = inner ? inner : strchr(text, ' '); s; s = inner ? NULL : strchr(s + 1, ' '))
	{
		char	   *before = pnstrdup(text, s - text);
		const char *first = list_script(before);
		const char *second = list_script(s);

		if (first == NULL || second == NULL || strcmp(first, second) == 0)
			continue;
		if (inner)
			return s;
		if (person && (strcmp(first, "Latn") == 0 ? IsEastAsian(s, second) :
					   strcmp(second, "Latn") == 0 && IsEastAsian(before, first)))
			return s;
	}
	return NULL;
}

static void AddText(NameSplit *split, const char *text, size_t length);

/* Adds what stands between semicolons; the mark "(original script)" is dropped */
static void
AddPart(NameSplit *split, const char *text, size_t length)
{
	static const char mark[] = "(original script)";
	char	   *name = Strip(text, length);
	size_t		n = strlen(name);
	const char *change;
	ListRow    *row;

	if (n > strlen(mark) && strcmp(name + n - strlen(mark), mark) == 0)
		name = Strip(name, n - strlen(mark));
	if (*name == '\0')
		return;
	change = OtherScript(split, name);
	if (change)
	{
		AddText(split, name, change - name);
		if (*change == '(')
			AddText(split, change + 1, strlen(change) - 2);
		else
			AddText(split, change, strlen(change));
		return;
	}
	row = list_add_name(split->release, split->entry, name, split->kind, split->weak, NULL);
	list_set_name(row, NAME_NOTE, split->note);

	/* an entry's primary name is one name; what follows it are others */
	if (strcmp(split->kind, "primary") == 0)
		split->kind = "alias";
}

/* Adds the names that stand between semicolons outside of parentheses */
static void
AddText(NameSplit *split, const char *text, size_t length)
{
	char	   *stripped = Strip(text, length);
	size_t		start = 0;
	int			depth = 0;

	length = strlen(stripped);
	for (size_t i = 0; i <= length; i++)
	{
		if (i < length && stripped[i] == '(')
			depth++;
		else if (i < length && stripped[i] == ')')
			depth--;
		if (i < length && (stripped[i] != ';' || depth > 0))
			continue;
		AddPart(split, stripped + start, i - start);
		start = i + 1;
	}
}

/* Adds the names in a text, given in UTF-8 as the note is, which may be NULL */
void
list_add_names(ListRelease *release, ListEntry *entry, const char *text, const char *kind,
			   bool weak, const char *note)
{
	NameSplit	split = {release, entry, kind, weak, note};

	AddText(&split, text, strlen(text));
}
