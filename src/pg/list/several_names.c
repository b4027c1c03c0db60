/*
 * Several names that a list writes in one text
 *
 * "A; B" are two names, "Jin Tiesan (in another script)" and the reverse are one name in two
 * scripts.  "Leader (Hong Kong) Ltd" and "Bank (DCB)" are one.
 */
#include "postgres.h"

#include "pg/list/several_names.h"

#include "mb/pg_wchar.h"
#include "miscadmin.h"

#include "pg/list/entry.h"
#include "pg/list/name_text.h"
#include "pg/list/remark_facts.h"
#include "pg/list/script.h"

/* The names of one text and what they have in common */
typedef struct NameSplit
{
	ListRelease *release;
	ListEntry  *entry;
	const char *kind;			/* of the next name */
	bool		weak;
	const char *note;
} NameSplit;

/* A part of the text */
typedef struct Part
{
	const char *text;
	const char *end;
} Part;

static bool
IsBlank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Without the blanks and without the pairs of quotes or parentheses around it */
static Part
Strip(Part part)
{
	for (;;)
	{
		bool		closed;

		while (part.text < part.end && IsBlank(part.text[0]))
			part.text++;
		while (part.text < part.end && IsBlank(part.end[-1]))
			part.end--;
		closed = part.end - part.text >= 2 &&
			((part.text[0] == '"' && part.end[-1] == '"') ||
			 (part.text[0] == '(' && memchr(part.text, ')', part.end - part.text) == part.end - 1));
		if (!closed)
			return part;
		part.text++;
		part.end--;
	}
}

/* Without a mark at its end, if something else stands there */
static Part
WithoutMark(Part part, const char *mark)
{
	ptrdiff_t	length = strlen(mark);

	if (part.end - part.text <= length || memcmp(part.end - length, mark, length) != 0)
		return part;
	return Strip((Part) {part.text, part.end - length});
}

/* Where the parenthesis that ends the part begins, or NULL if it does not end in one */
static const char *
LastParenthesis(Part part)
{
	int			depth = 0;

	if (part.end[-1] != ')')
		return NULL;
	for (const char *s = part.end - 1; s > part.text; s--)
	{
		if (*s == ')')
			depth++;
		else if (*s == '(' && --depth == 0)
			return s;
	}
	return NULL;
}

/* True if a script is one of East Asia */
static bool
IsEastAsian(const char *script)
{
	return strcmp(script, "Hang") == 0 || strcmp(script, "Hani") == 0 || strcmp(script, "Jpan") == 0;
}

/* Places of letters in a part, NULL if it has none: Latin ones, those of them in ASCII, others */
typedef struct Letters
{
	const char *latin[2];		/* the first and the last */
	const char *ascii[2];
	const char *other[2];
	const char *script;			/* of the first other one */
} Letters;

static void
Note(const char **place, const char *s)
{
	place[1] = s;
	if (place[0] == NULL)
		place[0] = s;
}

static Letters
FindLetters(Part part)
{
	Letters		letters;

	memset(&letters, 0, sizeof(letters));
	for (const char *s = part.text; s < part.end; s += pg_utf_mblen((const unsigned char *) s))
	{
		const char *script = SanctScriptAt(s);

		if (script == NULL)
			continue;
		if (strcmp(script, "Latn") != 0)
		{
			Note(letters.other, s);
			if (letters.other[0] == s)
				letters.script = script;
			continue;
		}
		Note(letters.latin, s);
		if (!IS_HIGHBIT_SET(*s))
			Note(letters.ascii, s);
	}
	return letters;
}

/*
 * The blank between Latin letters and East Asian characters, either of which may come first; NULL
 * if there is none: if ASCII letters stand among the others, it is not one name in two scripts.
 */
static const char *
BlankBetween(Part part)
{
	Letters		letters = FindLetters(part);
	const char *from;
	const char *to;

	if (letters.latin[0] == NULL || letters.other[0] == NULL || !IsEastAsian(letters.script))
		return NULL;
	from = letters.ascii[1] ? letters.ascii[1] : letters.latin[0];
	to = letters.other[0];
	if (from < to && memchr(from, ' ', to - from))
		return memchr(from, ' ', to - from);
	from = letters.other[1];
	to = letters.ascii[0] ? letters.ascii[0] : letters.latin[1];
	return from < to ? memchr(from, ' ', to - from) : NULL;
}

/*
 * Where a part goes on with the same name in another script: at a parenthesis that ends it, or in
 * a person's name at a blank.  NULL if it does not.
 */
static const char *
OtherScript(NameSplit *split, Part part)
{
	const char *inner = LastParenthesis(part);
	const char *first;
	const char *second;

	if (inner == NULL)
		return strcmp(split->entry->type, "person") == 0 ? BlankBetween(part) : NULL;
	first = SanctScriptOf(part.text, inner - part.text);
	second = SanctScriptOf(inner, part.end - inner);
	return first && second && strcmp(first, second) != 0 ? inner : NULL;
}

static void AddText(NameSplit *split, Part part);

/* Add what stands between semicolons; the mark "(original script)" is dropped, what is said of the name is its note */
static void
AddPart(NameSplit *split, Part part)
{
	const char *change;
	char	   *name;
	const char *remark;
	const char *note = split->note;
	ListRow    *row;

	part = WithoutMark(Strip(part), "(original script)");
	if (part.text == part.end)
		return;
	name = pnstrdup(part.text, part.end - part.text);
	remark = SanctCutNameRemark(name);
	if (remark)
	{
		split->note = note ? psprintf("%s; %s", note, remark) : remark;
		SanctAddRemarkFacts(split->release, split->entry, remark);
	}
	part = Strip((Part) {name, name + strlen(name)});
	if (part.text == part.end)
		return;
	change = OtherScript(split, part);
	if (change)
	{
		AddText(split, (Part) {part.text, change});
		if (*change == '(')
			AddText(split, (Part) {change + 1, part.end - 1});
		else
			AddText(split, (Part) {change, part.end});
		split->note = note;
		return;
	}
	row = SanctAddName(split->release, split->entry, pnstrdup(part.text, part.end - part.text),
					   split->kind, split->weak, NULL);
	SanctSetNameColumn(row, NAME_NOTE, split->note);
	split->note = note;

	/* an entry's primary name is one name; what follows it are others */
	if (strcmp(split->kind, "primary") == 0)
		split->kind = "alias";
}

/* Does " b) " begin here, which parts names of a text as a semicolon does? */
static bool
BeginsItem(const char *s, const char *end)
{
	return end - s > 4 && s[0] == ' ' && s[1] >= 'b' && s[1] <= 'h' && s[2] == ')' && s[3] == ' ';
}

/* Add the names that stand between semicolons, or behind " b) " and so on, outside of parentheses */
static void
AddText(NameSplit *split, Part part)
{
	const char *start;
	int			depth = 0;

	check_stack_depth();
	CHECK_FOR_INTERRUPTS();
	part = Strip(part);
	start = part.text;
	for (const char *s = part.text; s < part.end; s++)
	{
		if (*s == '(')
			depth++;
		else if (*s == ')')
			depth -= depth > 0;
		else if (depth == 0 && (*s == ';' || BeginsItem(s, part.end)))
		{
			AddPart(split, (Part) {start, s});
			start = s + (*s == ';' ? 1 : 4);
		}
	}
	AddPart(split, (Part) {start, part.end});
}

/* Add the names in a text, given in UTF-8 as the note is, which may be NULL */
void
SanctAddSeveralNames(ListRelease *release, ListEntry *entry, const char *text, const char *kind,
					 bool weak, const char *note)
{
	NameSplit	split = {release, entry, kind, weak, note};

	AddText(&split, (Part) {text, text + strlen(text)});
}
