/*
 * Dates as lists write them, in ISO 8601 and as exactly as they are known
 *
 * A date becomes 1986-01-17, 1986-01 or 1986, an interval 1954/1956.
 */
#include "postgres.h"

#include "pg/list/dates.h"

static bool
IsLeapYear(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/*
 * Write a date whose month or day is 0 where they are not known; false if there is no such date
 */
bool
SanctFormatDate(int year, int month, int day, char *iso)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	if (year < 1000 || year > 9999 || month < 0 || month > 12 || day < 0)
		return false;
	if (day > 0 && (month == 0 || day > days[month - 1] + (month == 2 && IsLeapYear(year))))
		return false;
	if (day > 0)
		snprintf(iso, DATE_TEXT_MAX, "%04d-%02d-%02d", year, month, day);
	else if (month > 0)
		snprintf(iso, DATE_TEXT_MAX, "%04d-%02d", year, month);
	else
		snprintf(iso, DATE_TEXT_MAX, "%04d", year);
	return true;
}

/* Is a date that was written so a whole one? */
bool
SanctIsDay(const char *iso)
{
	return strlen(iso) == strlen("1986-01-17");
}

/* Reads "17 Jan 1986", "Jan 1986" or "1986"; returns its end, NULL if it is no date */
static const char *
OneDate(const char *text, char *iso)
{
	static const char month_name[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	int			day = 0;
	int			month = 0;
	int			year;
	int			length;
	char		name[4];

	if (sscanf(text, "%2d %3[A-Za-z] %4d%n", &day, name, &year, &length) != 3)
	{
		day = 0;
		if (sscanf(text, "%3[A-Za-z] %4d%n", name, &year, &length) != 2)
		{
			name[0] = '\0';
			if (sscanf(text, "%4d%n", &year, &length) != 1)
				return NULL;
		}
	}
	if (text[length] >= '0' && text[length] <= '9')
		return NULL;
	if (name[0] != '\0')
	{
		const char *found = strlen(name) == 3 ? strstr(month_name, name) : NULL;

		if (found == NULL || (found - month_name) % 3 != 0)
			return NULL;
		month = (found - month_name) / 3 + 1;
	}
	return SanctFormatDate(year, month, day, iso) ? text + length : NULL;
}

/* Reads "17 Jan 1986", "circa Jan 1986", "1954 to 1956"; false if the text is no date */
bool
SanctReadEnglishDate(const char *text, char *iso, bool *circa)
{
	char		first[DATE_TEXT_MAX];
	char		last[DATE_TEXT_MAX];

	*circa = strncmp(text, "circa ", 6) == 0;
	if (*circa)
		text += 6;
	text = OneDate(text, first);
	if (text == NULL)
		return false;
	if (*text == '\0')
	{
		strlcpy(iso, first, DATE_TEXT_MAX);
		return true;
	}

	if (strncmp(text, " to ", 4) == 0)
		text += 4;
	else if (*text == '-')
		text++;
	else
		return false;
	text = OneDate(text, last);
	if (text == NULL || *text != '\0')
		return false;
	strlcpy(iso, SanctJoinDates(first, last), DATE_TEXT_MAX);
	return true;
}

/* The number at the begin of a text, 0 for "dd", "mm" or "yyyy"; steps over it and one separator */
static int
TakePart(const char **text)
{
	const char *s = *text;
	int			number = 0;

	if (strchr("dmyDMY", *s))
		s += strspn(s, "dmyDMY");
	else
	{
		for (; *s >= '0' && *s <= '9' && number < 10000; s++)
			number = number * 10 + (*s - '0');
		if (s == *text)
			return -1;
	}
	if (*s == '/' || *s == '-' || *s == '.')
		s++;
	*text = s;
	return number;
}

/*
 * Reads "17/01/1986", "17.1.1986", "1986-01-17", or "1986" alone, in which parts that are not
 * known are 0 or letters: "00/00/1986", "dd/mm/1986".  A day without a month and a time or a time
 * zone behind the date are dropped.  False if the text is no date.
 */
bool
SanctReadNumericDate(const char *text, char *iso)
{
	int			part[3] = {0, 0, 0};
	int			n = 0;

	while (n < 3 && *text && *text != ' ' && *text != 'T')
	{
		part[n] = TakePart(&text);
		if (part[n++] < 0)
			return false;
	}
	if (part[0] >= 1000)
		return (n == 3 || *text == '\0') && SanctFormatDate(part[0], part[1], part[2], iso);
	if (*text && *text != ' ')
		return false;
	if (n == 3)
		return SanctFormatDate(part[2], part[1], part[1] ? part[0] : 0, iso);
	return n == 2 && SanctFormatDate(part[1], part[0], 0, iso);
}

/* An interval, palloc'd; its begin alone if both are the same */
char *
SanctJoinDates(const char *from, const char *to)
{
	return strcmp(from, to) == 0 ? pstrdup(from) : psprintf("%s/%s", from, to);
}
