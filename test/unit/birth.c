/* Birth dates: how they are read, and what two of them say */
#include <stdio.h>
#include <string.h>

#include "name/person/birth.h"
#include "harness.h"

/* A text and what it is read as; NULL = what came of it instead */
typedef struct Reading
{
	const char *text;
	const char *iso;
	SmBirthRead read;
} Reading;

static const Reading readings[] = {
	{"1984-01-08", "1984-01-08", SM_BIRTH_READ},
	{" 1984-1-8 ", "1984-01-08", SM_BIRTH_READ},
	{"19840108", "1984-01-08", SM_BIRTH_READ},
	{"1984/01/08", "1984-01-08", SM_BIRTH_READ},
	{"1984.01.08", "1984-01-08", SM_BIRTH_READ},
	{"1984. 1. 8.", "1984-01-08", SM_BIRTH_READ},
	{"1984년 1월 8일", "1984-01-08", SM_BIRTH_READ},
	{"1984年1月8日", "1984-01-08", SM_BIRTH_READ},
	{"1984年 1 月 8 日", "1984-01-08", SM_BIRTH_READ},
	/* with blanks before the marks as well, of any width, in syllables and letters that programs write otherwise */
	{"1984 年 1 月 8 日", "1984-01-08", SM_BIRTH_READ},
	{"1984 년 1 월 8 일", "1984-01-08", SM_BIRTH_READ},
	{"１９８４　年　１　月　８　日", "1984-01-08", SM_BIRTH_READ},
	{"１９８４／０１／０８", "1984-01-08", SM_BIRTH_READ},
	{"１９８４．１．８", "1984-01-08", SM_BIRTH_READ},
	{"1984\xE1\x84\x82\xE1\x85\xA7\xE1\x86\xAB 1\xE1\x84\x8B\xE1\x85\xAF\xE1\x86\xAF", "1984-01", SM_BIRTH_READ},
	{"1984\xEF\xA6\x8E" "1\xE2\xBD\x89" "8\xE2\xBD\x87", "1984-01-08", SM_BIRTH_READ},
	{"1984 - 01 - 08", "1984-01-08", SM_BIRTH_READ},
	{"1984 / 1 / 8", "1984-01-08", SM_BIRTH_READ},
	{"8 . 1 . 1984", "1984-01-08", SM_BIRTH_READ},
	{"1984 年", "1984", SM_BIRTH_READ},
	{"1984 年 3 月", "1984-03", SM_BIRTH_READ},
	{"1982 年 ～ 1984 年", "1982/1984", SM_BIRTH_READ},
	{"1982 - 1984", "1982/1984", SM_BIRTH_READ},
	{"1982 / 1984", "1982/1984", SM_BIRTH_READ},
	{"1984년 1월 8일생", "1984-01-08", SM_BIRTH_READ},
	{"1984 年 1 月 8 日生まれ", "1984-01-08", SM_BIRTH_READ},
	{"1984年1月8日 出生", "1984-01-08", SM_BIRTH_READ},
	{"1984年生", "1984", SM_BIRTH_READ},
	{"약 1984년", "circa 1984", SM_BIRTH_READ},
	{"1984 年頃生まれ", "circa 1984", SM_BIRTH_READ},
	{"1984년경 출생", "circa 1984", SM_BIRTH_READ},
	{"1984 年 13 月 8 日", NULL, SM_BIRTH_NO_SUCH_DAY},
	{"1984 年 1 月 8 日 x", NULL, SM_BIRTH_UNREADABLE},
	{"84 年 1 月 8 日", NULL, SM_BIRTH_UNREADABLE},
	{"1984 月 1 日", NULL, SM_BIRTH_UNREADABLE},
	{"1984년", "1984", SM_BIRTH_READ},
	{"1984년 3월", "1984-03", SM_BIRTH_READ},
	{"１９８４-01-08", "1984-01-08", SM_BIRTH_READ},
	{"8 Jan 1984", "1984-01-08", SM_BIRTH_READ},
	{"08-JAN-1984", "1984-01-08", SM_BIRTH_READ},
	{"8th January 1984", "1984-01-08", SM_BIRTH_READ},
	{"January 8, 1984", "1984-01-08", SM_BIRTH_READ},
	{"Sept. 3, 1984", "1984-09-03", SM_BIRTH_READ},
	{"Jan 1984", "1984-01", SM_BIRTH_READ},
	{"8.1.1984", "1984-01-08", SM_BIRTH_READ},
	{"08/13/1984", "1984-08-13", SM_BIRTH_READ},
	{"13/08/1984", "1984-08-13", SM_BIRTH_READ},
	{"05/05/1984", "1984-05-05", SM_BIRTH_READ},
	{"00/00/1984", "1984", SM_BIRTH_READ},
	{"00/05/1984", "1984-05", SM_BIRTH_READ},
	{"01/1984", "1984-01", SM_BIRTH_READ},
	{"1984-01", "1984-01", SM_BIRTH_READ},
	{"1984", "1984", SM_BIRTH_READ},
	{"1984-00-00", "1984", SM_BIRTH_READ},
	{"1982/1984", "1982/1984", SM_BIRTH_READ},
	{"1982-1984", "1982/1984", SM_BIRTH_READ},
	{"1982 to 1984", "1982/1984", SM_BIRTH_READ},
	/* the end of an interval is not taken for a day, nor its many figures for a month */
	{"1984-01 - 1986-02", "1984-01-01/1986-02-29", SM_BIRTH_READ},
	{"1984-1234567890", NULL, SM_BIRTH_UNREADABLE},
	{"between 1982 and 1984", "1982/1984", SM_BIRTH_READ},
	{"1950-03-21/1951-03-20", "1950-03-21/1951-03-20", SM_BIRTH_READ},
	{"1984-02-01/1984-02-29", "1984-02", SM_BIRTH_READ},
	{"1985-02-01/1985-02-28", "1985-02", SM_BIRTH_READ},
	{"circa 1984", "circa 1984", SM_BIRTH_READ},
	{"c. 1984", "circa 1984", SM_BIRTH_READ},
	{"Approximately 1982-1984", "circa 1982/1984", SM_BIRTH_READ},
	{"1984-01-08 00:00:00+09", "1984-01-08", SM_BIRTH_READ},
	{"1984-01-08T00:00:00Z", "1984-01-08", SM_BIRTH_READ},
	{"1983-02-29", "1983-02-29", SM_BIRTH_READ},
	{"", NULL, SM_BIRTH_NOTHING},
	{" \t", NULL, SM_BIRTH_NOTHING},
	{"N/A", NULL, SM_BIRTH_NOTHING},
	{"–", NULL, SM_BIRTH_NOTHING},
	{"unknown", NULL, SM_BIRTH_NOTHING},
	{"0000-00-00", NULL, SM_BIRTH_NOTHING},
	{"미상", NULL, SM_BIRTH_NOTHING},
	{"08/01/1984", NULL, SM_BIRTH_AMBIGUOUS},
	{"8-1-1984", NULL, SM_BIRTH_AMBIGUOUS},
	{"1984-02-30", NULL, SM_BIRTH_NO_SUCH_DAY},
	{"1984-13-01", NULL, SM_BIRTH_NO_SUCH_DAY},
	{"31 Apr 1984", NULL, SM_BIRTH_NO_SUCH_DAY},
	{"0912-01-01", NULL, SM_BIRTH_NO_SUCH_DAY},
	{"84", NULL, SM_BIRTH_UNREADABLE},
	{"8 Jan 84", NULL, SM_BIRTH_UNREADABLE},
	{"1984-01-08 or so", NULL, SM_BIRTH_UNREADABLE},
	{"1984-01-", NULL, SM_BIRTH_UNREADABLE},
	{"1984/1982", NULL, SM_BIRTH_UNREADABLE},
	{"Januar 1984", NULL, SM_BIRTH_UNREADABLE},
	{"19840108123", NULL, SM_BIRTH_UNREADABLE},
	{"\xFF", NULL, SM_BIRTH_UNREADABLE}
};

/* Dates of a subject and of a listed person, with commas between, and what they say in quarters of a bit */
typedef struct Pair
{
	const char *subject;
	const char *listed;
	SmBirthLevel level;
	double		bits;
} Pair;

static const Pair pairs[] = {
	{"1966-01-20", "1966-01-20", SM_BIRTH_SAME_DAY, 14},
	{"1966-01-01", "1966-01-01", SM_BIRTH_NEW_YEAR, 6},
	{"1987-02-06", "1987-06-02", SM_BIRTH_SWAPPED, 9.5},
	{"1969-07-22", "1969-07-23", SM_BIRTH_SLIP, 3.5},
	{"1984-08-15", "1986-08-15", SM_BIRTH_SLIP, 3.5},
	{"1984-08-15", "1994-08-15", SM_BIRTH_SLIP, 3.5},
	{"1984-08-15", "1984-08-30", SM_BIRTH_SLIP, 3.5},
	{"1984-08-15", "1984-08-51", SM_BIRTH_SLIP, 3.5},
	{"1984-08-15", "1984-08", SM_BIRTH_MONTH, 8.5},
	{"1984-08-15", "circa 1984-08", SM_BIRTH_MONTH, 7.5},
	{"1984-08-15", "1984-01-01", SM_BIRTH_YEAR, 1},
	{"1984-08-15", "1984", SM_BIRTH_YEAR, 6},
	{"1984", "1984", SM_BIRTH_YEAR, 6},
	{"1968-03-02", "1967/1969", SM_BIRTH_YEAR, 5},
	{"1984-08-15", "1984-02-03", SM_BIRTH_WITHIN_YEAR, -1},
	{"1984-08-15", "1984-02", SM_BIRTH_WITHIN_YEAR, 1},
	{"1984-08-15", "1985-02-03", SM_BIRTH_ONE_YEAR, -4},
	{"1984-01-01", "1985-01-01", SM_BIRTH_ONE_YEAR, -4},
	{"1984", "1985", SM_BIRTH_ONE_YEAR, 1},
	{"1984-08-15", "1982", SM_BIRTH_TWO_YEARS, -2},
	{"1984-08-15", "1989-02-03", SM_BIRTH_FIVE_YEARS, -5.5},
	{"1984-08-15", "1990-02-03", SM_BIRTH_TEN_YEARS, -7.5},
	{"1984-08-15", "1994", SM_BIRTH_TEN_YEARS, -4.5},
	{"1978-05-05", "1962-02-18", SM_BIRTH_FURTHER, -8},
	{"1978-05-05", "circa 1946,circa 1947", SM_BIRTH_FURTHER, -4},
	{"1984-10-18", "1984-08-15,1984-10-18", SM_BIRTH_SAME_DAY, 13},
	{"1984-10-18", "1950-10-11,1984", SM_BIRTH_YEAR, 4}
};

static void
TestReadings(void)
{
	for (size_t i = 0; i < sizeof(readings) / sizeof(readings[0]); i++)
	{
		const Reading *r = &readings[i];
		SmBirth		birth;
		char		text[SM_BIRTH_TEXT] = "";
		SmBirthRead read = sm_birth_read(&birth, r->text, strlen(r->text));

		Check(read == r->read, "is read so", r->text, r->iso ? r->iso : "no date", 0);
		if (read != SM_BIRTH_READ)
			continue;
		sm_birth_write(text, &birth);
		Check(r->iso && strcmp(text, r->iso) == 0, "is written so", r->text, text, 0);
		Check(sm_birth_is_valid(&birth), "is a date", r->text, text, 0);
	}
}

/* What is damaged is not read, nor what was read before it */
static void
TestDamaged(void)
{
	SmBirth		birth;
	SmBirthRead read = sm_birth_read(&birth, "1984-01-08", 10);

	Check(read == SM_BIRTH_READ, "is read", "1984-01-08", "", 0);
	read = sm_birth_read(&birth, "1984-01-08\xFF", 11);
	Check(read == SM_BIRTH_UNREADABLE, "is not read", "1984-01-08 and a byte that is no letter", "", 0);
}

/* Read dates with commas between */
static int
ReadDates(SmBirth *births, const char *text)
{
	int			n = 0;

	for (;;)
	{
		size_t		length = strcspn(text, ",");

		if (sm_birth_read(&births[n], text, length) == SM_BIRTH_READ)
			n++;
		if (text[length] == '\0')
			return n;
		text += length + 1;
	}
}

static void
TestPairs(void)
{
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
	{
		SmBirth		subject[4];
		SmBirth		listed[4];
		int			n = ReadDates(subject, pairs[i].subject);
		int			m = ReadDates(listed, pairs[i].listed);
		SmBirthPair pair;

		if (n == 0 || m == 0)
			continue;
		pair = sm_birth_compare(subject, n, listed, m);
		Check(pair.level == pairs[i].level && pair.bits == (SmWeight) (pairs[i].bits * SM_BIT), "says something else",
			  pairs[i].subject, pairs[i].listed, 0);
		pair = sm_birth_compare(listed, m, subject, n);
		Check(pair.bits == (SmWeight) (pairs[i].bits * SM_BIT), "says the same the other way", pairs[i].listed,
			  pairs[i].subject, 0);
	}
}

/* A day comes out of its text again, and nothing speaks for another day as much */
static void
TestDays(void)
{
	char		text[SM_BIRTH_TEXT];
	SmBirth		birth;

	for (int32_t date = 19000101; date <= 20301231; date++)
	{
		SmBirth		day = {date, date, false};
		SmBirthPair same;

		if (!sm_birth_is_valid(&day))
			continue;
		sm_birth_write(text, &day);
		same = sm_birth_compare(&day, 1, &day, 1);
		if (sm_birth_read(&birth, text, strlen(text)) != SM_BIRTH_READ || birth.from != date || birth.to != date ||
			same.bits < SM_WEIGHT(6))
			Check(false, "comes out of its text", text, "", 0);
	}
	passed++;
}

int
main(void)
{
	TestReadings();
	TestDamaged();
	TestPairs();
	TestDays();
	return Finish("birth");
}
