/*
 * Birth dates as people, programs and lists write them: 1984-01-08, 8 Jan 1984, January 8, 1984, 8.1.1984, 1984년 1월
 * 8일, 1984 年 1 月 8 日生, 19840108, Jan 1984, 1984, 1982/1984, 1982 to 1984, circa 1984. A date that two people may read
 * as two days is refused.
 */
#include "name/person/birth_text.h"

#include <stdio.h>
#include <string.h>

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "data/marker_table.h"
#include "name/person/nothing.h"

/* A date that is longer is none */
#define LONGEST 100

/* A text on its way through the reader: what is left of it, in lower case, blanks of all kinds as ' ' */
typedef struct Cursor
{
	const char *at;
	SmBirthRead fault;			/* why it could not be read, where that is known */
} Cursor;

/* Days of a month; lists have a 29 February of any year */
static int
DaysOf(int month)
{
	return month == 2 ? 29 : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/* Is a number a day of the calendar that a person may be born on? */
static bool
IsDay(int32_t date)
{
	return SM_YEAR_OF(date) >= 1000 && SM_YEAR_OF(date) <= 9999 && SM_MONTH_OF(date) >= 1 && SM_MONTH_OF(date) <= 12 &&
		SM_DAY_OF(date) >= 1 && SM_DAY_OF(date) <= DaysOf(SM_MONTH_OF(date));
}

/* Does a date hold to what its fields promise?  For what comes from outside */
bool
sm_birth_is_valid(const SmBirth *birth)
{
	return IsDay(birth->from) && IsDay(birth->to) && birth->from <= birth->to;
}

/* How exactly a date is known: by what its first and last day are the ends of */
SmBirthPrecision
sm_birth_precision(const SmBirth *birth)
{
	int32_t		from = birth->from;
	int32_t		to = birth->to;

	if (from == to)
		return SM_PRECISE_DAY;
	if (SM_YEAR_OF(from) != SM_YEAR_OF(to) || SM_DAY_OF(from) != 1 ||
		SM_DAY_OF(to) < DaysOf(SM_MONTH_OF(to)) - (SM_MONTH_OF(to) == 2))
		return SM_PRECISE_INTERVAL;
	if (SM_MONTH_OF(from) == SM_MONTH_OF(to))
		return SM_PRECISE_MONTH;
	return SM_MONTH_OF(from) == 1 && SM_MONTH_OF(to) == 12 ? SM_PRECISE_YEAR : SM_PRECISE_INTERVAL;
}

/* Write a date as ISO 8601 does, as exactly as it is known: circa 1984-01, 1982/1984.  Returns its length */
int
sm_birth_write(char *text, const SmBirth *birth)
{
	const char *circa = birth->circa ? "circa " : "";
	int32_t		from = birth->from;
	int32_t		to = birth->to;

	switch (sm_birth_precision(birth))
	{
		case SM_PRECISE_DAY:
			return snprintf(text, SM_BIRTH_TEXT, "%s%04d-%02d-%02d", circa, SM_YEAR_OF(from), SM_MONTH_OF(from),
							SM_DAY_OF(from));
		case SM_PRECISE_MONTH:
			return snprintf(text, SM_BIRTH_TEXT, "%s%04d-%02d", circa, SM_YEAR_OF(from), SM_MONTH_OF(from));
		case SM_PRECISE_YEAR:
			return snprintf(text, SM_BIRTH_TEXT, "%s%04d", circa, SM_YEAR_OF(from));
		case SM_PRECISE_INTERVAL:
			break;
	}
	if (from % 10000 == 101 && to % 10000 == 1231)
		return snprintf(text, SM_BIRTH_TEXT, "%s%04d/%04d", circa, SM_YEAR_OF(from), SM_YEAR_OF(to));
	return snprintf(text, SM_BIRTH_TEXT, "%s%04d-%02d-%02d/%04d-%02d-%02d", circa, SM_YEAR_OF(from), SM_MONTH_OF(from),
					SM_DAY_OF(from), SM_YEAR_OF(to), SM_MONTH_OF(to), SM_DAY_OF(to));
}

static bool
IsDigit(char c)
{
	return c >= '0' && c <= '9';
}

static void
SkipBlanks(Cursor *cursor)
{
	while (*cursor->at == ' ')
		cursor->at++;
}

/* Step over a text if it comes next */
static bool
TakeText(Cursor *cursor, const char *text)
{
	size_t		length = strlen(text);

	if (strncmp(cursor->at, text, length) != 0)
		return false;
	cursor->at += length;
	return true;
}

/* Step over the first of some words that comes next, if one does */
static bool
TakeOneOf(Cursor *cursor, const SmMarker *words, int count)
{
	for (int i = 0; i < count; i++)
		if (TakeText(cursor, words[i].letters))
			return true;
	return false;
}

/* Step over a number; returns how many figures it has, 0 = none comes next, or one of more than nine */
static int
TakeFigures(Cursor *cursor, int *number)
{
	const char *start = cursor->at;

	*number = 0;
	while (IsDigit(*cursor->at) && cursor->at - start < 9)
		*number = *number * 10 + (*cursor->at++ - '0');
	return IsDigit(*cursor->at) ? 0 : (int) (cursor->at - start);
}

/* Step over a number of one or two figures if one comes next; it is 0 if not */
static bool
TakeShort(Cursor *cursor, int *number)
{
	int			figures = TakeFigures(cursor, number);

	if (figures == 1 || figures == 2)
		return true;
	*number = 0;
	return false;
}

/* Step over an English month, whole or three letters and a full stop; 0 = none comes next */
static int
TakeMonth(Cursor *cursor)
{
	for (int i = 0; i < sm_months_count; i++)
	{
		int			length = sm_months[i].length;

		if (strncmp(cursor->at, sm_months[i].letters, 3) != 0)
			continue;
		if (strncmp(cursor->at, sm_months[i].letters, (size_t) length) != 0)
			length = i == 8 && cursor->at[3] == 't' ? 4 : 3;
		if (cursor->at[length] >= 'a' && cursor->at[length] <= 'z')
			return 0;
		cursor->at += length;
		TakeText(cursor, ".");
		return i + 1;
	}
	return 0;
}

/* Fill in a date whose month or day is 0 where they are not known; false if the calendar lacks it */
static bool
SetDate(Cursor *cursor, SmBirth *birth, int year, int month, int day)
{
	int			last_month = month ? month : 12;

	if (month == 0)
		day = 0;
	birth->from = year * 10000 + (month ? month : 1) * 100 + (day ? day : 1);
	birth->to = year * 10000 + last_month * 100 + (day ? day : last_month <= 12 ? DaysOf(last_month) : 31);
	if (IsDay(birth->from) && IsDay(birth->to))
		return true;
	cursor->fault = SM_BIRTH_NO_SUCH_DAY;
	return false;
}

/*
 * Day and month by a number each, in an order that nobody told: only one may be possible, or both must be the same
 * day
 */
static bool
SetNumbers(Cursor *cursor, SmBirth *birth, int first, int second, int year, bool day_first)
{
	if (day_first || first > 12 || first == second || first == 0)
		return SetDate(cursor, birth, year, second, first);
	if (second > 12 || second == 0)
		return SetDate(cursor, birth, year, first, second);
	cursor->fault = SM_BIRTH_AMBIGUOUS;
	return false;
}

/*
 * Behind a year in front: -01-08, /01/08, . 1. 8., 년 1월 8일, or an end of it, with blanks or not; a year there is that
 * of an interval
 */
static bool
ReadBehindYear(Cursor *cursor, SmBirth *birth, int year)
{
	static const char *const marks[][3] = {
		{"년", "월", "일"}, {"年", "月", "日"}, {"-", "-", ""}, {"/", "/", ""}, {".", ".", "."}
	};
	Cursor		ahead = *cursor;
	int			month = 0;
	int			day = 0;
	int			i = 0;

	SkipBlanks(&ahead);
	while (i < 5 && !TakeText(&ahead, marks[i][0]))
		i++;
	if (i == 5)
		return SetDate(cursor, birth, year, 0, 0);
	if (i < 2)
		*cursor = ahead;
	SkipBlanks(&ahead);
	if (TakeShort(&ahead, &month))
	{
		*cursor = ahead;
		SkipBlanks(&ahead);
		if (TakeText(&ahead, marks[i][1]))
		{
			if (i < 2)
				*cursor = ahead;
			SkipBlanks(&ahead);
			if (TakeShort(&ahead, &day))
			{
				*cursor = ahead;
				SkipBlanks(&ahead);
				if (marks[i][2][0] && TakeText(&ahead, marks[i][2]))
					*cursor = ahead;
			}
		}
	}
	return SetDate(cursor, birth, year, month, day);
}

/* One or two figures in front: a day before a named month, or a day and a month in whatever order, then the year */
static bool
ReadBehindDay(Cursor *cursor, SmBirth *birth, int first)
{
	char		mark = cursor->at[strspn(cursor->at, " ")];
	int			second;
	int			year;

	while (*cursor->at && strchr(" -/.,", *cursor->at))
		cursor->at++;
	if ((second = TakeMonth(cursor)) > 0)
	{
		while (*cursor->at && strchr(" -/.,", *cursor->at))
			cursor->at++;
		return TakeFigures(cursor, &year) == 4 && SetDate(cursor, birth, year, second, first);
	}
	switch (TakeFigures(cursor, &second))
	{
		case 4:					/* 01/1984 */
			return SetDate(cursor, birth, second, first, 0);
		case 1:
		case 2:
			break;
		default:
			return false;
	}
	while (*cursor->at && strchr(" -/.", *cursor->at))
		cursor->at++;
	return TakeFigures(cursor, &year) == 4 && SetNumbers(cursor, birth, first, second, year, mark == '.');
}

/* January 8, 1984 and January 1984 */
static bool
ReadBehindMonth(Cursor *cursor, SmBirth *birth, int month)
{
	int			number;
	int			year;
	int			figures;

	while (*cursor->at && strchr(" -/,", *cursor->at))
		cursor->at++;
	figures = TakeFigures(cursor, &number);
	if (figures == 4)
		return SetDate(cursor, birth, number, month, 0);
	if (figures < 1 || figures > 2)
		return false;
	if (!TakeText(cursor, "st") && !TakeText(cursor, "nd") && !TakeText(cursor, "rd"))
		TakeText(cursor, "th");
	while (*cursor->at && strchr(" -/,", *cursor->at))
		cursor->at++;
	return TakeFigures(cursor, &year) == 4 && SetDate(cursor, birth, year, month, number);
}

/* One date; a time behind it is dropped */
static bool
ReadDate(Cursor *cursor, SmBirth *birth)
{
	int			month = TakeMonth(cursor);
	int			number;
	bool		read;

	if (month > 0)
		read = ReadBehindMonth(cursor, birth, month);
	else
		switch (TakeFigures(cursor, &number))
		{
			case 8:
				read = SetDate(cursor, birth, number / 10000, number / 100 % 100, number % 100);
				break;
			case 4:
				read = ReadBehindYear(cursor, birth, number);
				break;
			case 1:
			case 2:
				if (!TakeText(cursor, "st") && !TakeText(cursor, "nd") && !TakeText(cursor, "rd"))
					TakeText(cursor, "th");
				read = ReadBehindDay(cursor, birth, number);
				break;
			default:
				read = false;
		}
	if (read && (*cursor->at == ' ' || *cursor->at == 't') && IsDigit(cursor->at[1]) && IsDigit(cursor->at[2]) &&
		cursor->at[3] == ':')
		cursor->at += strspn(cursor->at, "t 0123456789:.+-z");
	return read;
}

/* Two dates with something between, or one */
static bool
ReadInterval(Cursor *cursor, SmBirth *birth)
{
	SmBirth		last;

	if (!ReadDate(cursor, birth))
		return false;
	SkipBlanks(cursor);
	if (TakeOneOf(cursor, sm_to_words, sm_to_words_count))
	{
		SkipBlanks(cursor);
		if (!ReadDate(cursor, &last) || last.from < birth->from)
			return false;
		birth->to = last.to;
	}
	SkipBlanks(cursor);
	birth->circa |= TakeOneOf(cursor, sm_about_ends, sm_about_ends_count);
	SkipBlanks(cursor);
	TakeOneOf(cursor, sm_born_ends, sm_born_ends_count);
	return *cursor->at == '\0';
}

/* A text by NFKC, which leaves one way to write digits, marks, blanks and syllables; its length, 0 if it is too long */
static int32_t
Compose(char *out, const char *text, size_t length)
{
	UErrorCode	status = U_ZERO_ERROR;
	const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&status);
	UChar		units[LONGEST];
	UChar		composed[LONGEST];
	int32_t		n = 0;

	u_strFromUTF8(units, LONGEST, &n, text, (int32_t) length, &status);
	n = unorm2_normalize(nfkc, units, n, composed, LONGEST, &status);
	u_strToUTF8(out, LONGEST, &n, composed, n, &status);
	return U_SUCCESS(status) ? n : 0;
}

/* Copy a text in lower case with its blanks as ' '; false if it is too long, no UTF-8, or holds a NUL */
static bool
Normalize(char *out, const char *text, size_t length)
{
	bool		ascii = true;

	while (length > 0 && (uint8_t) text[length - 1] <= ' ')
		length--;
	if (length >= LONGEST || memchr(text, '\0', length) != NULL)
		return false;
	for (size_t i = 0; i < length; i++)
		ascii = ascii && (uint8_t) text[i] < 0x80;
	if (ascii)
		memcpy(out, text, length);
	else if ((length = (size_t) Compose(out, text, length)) == 0)
		return false;
	for (size_t i = 0; i < length; i++)
		out[i] = (char) ((uint8_t) out[i] < ' ' ? ' ' : out[i] >= 'A' && out[i] <= 'Z' ? out[i] + ('a' - 'A') : out[i]);
	out[length] = '\0';
	return true;
}

/*
 * Read a birth date, in UTF-8.  Days and months by numbers with full stops between stand day first, with other marks
 * they must leave no doubt.
 */
SmBirthRead
sm_birth_read(SmBirth *birth, const char *text, size_t length)
{
	char		lower[LONGEST + 1];
	Cursor		cursor = {lower, SM_BIRTH_UNREADABLE};

	if (sm_says_nothing(text, length))
		return SM_BIRTH_NOTHING;
	if (!Normalize(lower, text, length))
		return SM_BIRTH_UNREADABLE;
	SkipBlanks(&cursor);
	birth->circa = TakeOneOf(&cursor, sm_about_words, sm_about_words_count);
	SkipBlanks(&cursor);
	TakeOneOf(&cursor, sm_from_words, sm_from_words_count);
	return ReadInterval(&cursor, birth) ? SM_BIRTH_READ : cursor.fault;
}
