/* What stands between the letters of a name and parts nothing: blanks, dots, brackets */
#include "name/text/spacing.h"

#include <stdint.h>

/* What stands between the letters of a name and parts nothing: letters spaced out, Hangul in jamo, brackets */

/* Fewest letters that are a name spaced out, not initials, and most that are one name, and one word of it */
#define SPACED_LEAST 6
#define SPACED_MOST 24
#define WORD_MOST 12
/* Words of a name that what stands in brackets before it is no part of */
#define NAME_LEAST 3
/* Letters or digits of what counts rows, xiv) */
#define ROW_MOST 3

/* Brackets from..to around what is no remark behind a name: none in a word, K[i]m, else blanks */
static void
RepairPair(SmText *text, int from, int to)
{
	bool		in_word = from > 0 && sm_is_part(text->cp[from - 1]) &&
		to + 1 < text->length && sm_is_part(text->cp[to + 1]);

	text->cp[from] = text->cp[to] = in_word && from < to ? 0 : ' ';
}

/* Do words enough for a name stand behind a place? */
static bool
IsNameBehind(const SmText *text, int i)
{
	int			words = 0;

	for (i++; i < text->length; i++)
		words += sm_is_part(text->cp[i]) && !sm_is_part(text->cp[i - 1]);
	return words >= NAME_LEAST;
}

/* Is the bracket at a place behind the letter or number of a row, the first thing before a name: a) Kim Jong Un? */
static bool
IsBehindRow(const SmText *text, int first, int i)
{
	if (i == first || i - first > ROW_MOST || !IsNameBehind(text, i))
		return false;
	for (int k = first; k < i; k++)
		if (!sm_is_part(text->cp[k]))
			return false;
	return true;
}

/*
 * Take out brackets that stand alone, and pairs around the whole name or before more of it: KIM [Jong] Un, (KIM) Jong
 * Un, but not (KJU) KIM Jong Un
 */
void
sm_repair_brackets(SmText *text)
{
	int			first = 0;
	int			last = text->length - 1;
	int			open = -1;		/* place of a bracket that is still open */
	int			n = 0;

	while (first < text->length && !sm_is_part(text->cp[first]))
		first++;
	while (last >= 0 && !sm_is_part(text->cp[last]))
		last--;
	for (int i = 0; i < text->length; i++)
	{
		if (text->cp[i] == '(' && open >= 0)
			RepairPair(text, open, open);
		if (text->cp[i] == '(')
			open = i;
		if (text->cp[i] != ')')
			continue;
		if (open < 0 && IsBehindRow(text, first, i))
			text->cp[i] = ';';
		else if (open < 0)
			RepairPair(text, i, i);
		else if (open < first ? i > last || !IsNameBehind(text, i) : i < last)
			RepairPair(text, open, i);
		open = -1;
	}
	if (open >= 0)
		RepairPair(text, open, open);
	for (int i = 0; i < text->length; i++)
		if (text->cp[i] != 0)
			sm_text_move(text, n++, i);
	text->length = n;
}

/* Is it a letter of an alphabet, which alone is no syllable? */
static bool
IsAlphabetic(uint32_t c)
{
	return sm_is_latin(c) || (c >= 0xDF && c < 0x530) || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x3041 && c <= 0x30FA);
}

/* Is the letter at a place of an alphabet, and alone? */
static bool
IsSingle(const SmText *text, int i)
{
	return i < text->length && IsAlphabetic(text->cp[i]) && (i == 0 || !sm_is_part(text->cp[i - 1])) &&
		(i + 1 == text->length || !sm_is_part(text->cp[i + 1]));
}

/* Places of the letters of a text, if all of them are alone and so many that they are a name; returns how many */
static int
FindSingles(const SmText *text, int *place)
{
	int			n = 0;

	for (int i = 0; i < text->length; i++)
	{
		if (!sm_is_part(text->cp[i]))
			continue;
		if (n == SPACED_MOST || !IsSingle(text, i))
			return 0;
		place[n++] = i;
	}
	return n < SPACED_LEAST ? 0 : n;
}

/* Does the same stand between the letters at two places and those after them? */
static bool
SameGap(const SmText *text, const int *place, int a, int b)
{
	int			length = place[a + 1] - place[a];

	if (place[b + 1] - place[b] != length)
		return false;
	for (int i = 1; i < length; i++)
		if (text->cp[place[a] + i] != text->cp[place[b] + i])
			return false;
	return true;
}

/* The letters of a name spaced out that belong to the word before: between them stands what stands most often */
static void
FindInner(bool *inner, const SmText *text, const int *place, int n)
{
	int			common = 0;
	int			most = 0;

	for (int a = 0; a + 1 < n; a++)
	{
		int			count = 0;

		for (int b = 0; b + 1 < n; b++)
			count += SameGap(text, place, a, b);
		if (count > most)
		{
			most = count;
			common = a;
		}
	}
	for (int a = 0; a + 1 < n; a++)
		inner[a + 1] = SameGap(text, place, common, a);
}

/* Where a group of letters starts at a place that the same sign parts: the place of its last letter */
static int
GroupEnd(const SmText *text, int from)
{
	int			to = from;

	while (to + 2 < text->length && text->cp[to + 1] == text->cp[from + 1] && IsSingle(text, to + 2))
		to += 2;
	return to;
}

/* Are these letters, a sign between each two, no initials?  Those are capitals with dots or blanks */
static bool
IsWordSpacedOut(const SmText *text, int from, int to)
{
	if (to < from + 2 * (SM_SINGLES_LEAST - 1) || to > from + 2 * (WORD_MOST - 1))
		return false;
	if (text->cp[from + 1] != '.' && text->cp[from + 1] != ' ')
		return true;
	for (int i = from + 2; i <= to; i += 2)
		if (!text->upper[i])
			return true;
	return false;
}

/* Words spaced out beside others: C.h.o.i Myong Hyon */
static void
JoinGroups(SmText *text)
{
	int			n = 0;

	for (int i = 0; i < text->length; i++)
	{
		int			to = IsSingle(text, i) ? GroupEnd(text, i) : i;
		int			step = IsWordSpacedOut(text, i, to) ? 2 : 1;

		for (; i < to; i += step)
			sm_text_move(text, n++, i);
		sm_text_move(text, n++, i);
	}
	text->length = n;
}

/* A name spaced out, K I M  J o n g  U n: what stands between most letters goes, the rest parts words */
void
sm_repair_spacing(SmText *text)
{
	int			place[SPACED_MOST];
	bool		inner[SPACED_MOST];
	int			n = FindSingles(text, place);
	int			length = 0;

	if (n == 0)
	{
		JoinGroups(text);
		return;
	}
	FindInner(inner, text, place, n);
	for (int i = 0, k = 0; i < text->length; i++)
	{
		if (text->cp[i] != ' ' || length == 0 || text->cp[length - 1] != ' ')
			sm_text_move(text, length++, i);
		if (k < n && i == place[k] && ++k < n && inner[k])
			i = place[k] - 1;
	}
	text->length = length;
}
