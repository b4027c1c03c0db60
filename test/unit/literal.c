/*
 * Checks of the literal word model: gcc -Isrc test/unit/literal.c with the files of src/name and
 * src/data/word_table.c; prints a line per failing check, exits non-zero if there is one.
 */
#include <stdio.h>
#include <string.h>

#include "name/literal.h"
#include "name/text.h"
#include "name/word.h"

static int	passed;
static int	failed;

/* Count a check, print it if it fails */
static void
Check(bool ok, const char *what, const char *a, const char *b, int got)
{
	if (ok)
		passed++;
	else
	{
		failed++;
		printf("%s: \"%s\" \"%s\" (%d)\n", what, a, b, got);
	}
}

/* Read a name */
static int
Read(uint8_t *out, const char *name)
{
	static SmText text;

	sm_text_fold(&text, name, strlen(name));
	return sm_literal_read(out, &text);
}

/* Similarity of two names */
static int
Similarity(const char *a, const char *b)
{
	uint8_t		x[SM_LITERAL_MAX];
	uint8_t		y[SM_LITERAL_MAX];

	Read(x, a);
	Read(y, b);
	return sm_literal_similarity(sm_literal_weight(x, y), sm_literal_self(x), sm_literal_self(y));
}

/* Names that must be found */
static void
TestSame(void)
{
	static const char *const same[][2] = {
		{"Muhammad Hassan", "HASAN, Mohammed"},
		{"M/V LUCKY STAR 7", "Lucky Star 7"},
		{"KOREA CHOLSAN GENERAL TRADING CORPORATION", "Korea Cholsan General Trdg Corp."},
		{"ACME INDUSTRIAL SUPPLIES, INC.", "Acme Industrial Supplies"},
		{"CHONMASAN SHIPPING", "CHON MA SAN SHIPPING"},
		{"Виктор Цой", "TSOY, Viktor"},
		{"ПАО Совкомфлот", "SOVKOMFLOT PAO"},
		{"Petróleos del Ñandú", "PETROLEOS DEL NANDU"},
		{"Οδυσσέας Παππάς", "Odysseas Pappas"},
		{"Rosneft Traiding", "ROSNEFT TRADING S.A."},
		{"KIM, Peter James", "Peter James Kim"},
		{"RYONGSONG FORTY 2 PLANT", "Ryongsong Forty II Plant"},
		{"中国东方航空", "中国东方航空"},
		{"OCEAN MAR1TIME MANAGEMENT", "Ocean Maritime Management Company, Limited"}
	};
	static const char *const equal[][2] = {
		{"LUCKY STAR 7", "lucky  star no. 7"},
		{"O'Brien, Sean", "Sean OBrien"},
		{"ACME LLC", "Acme L.L.C."},
		{"P-561", "P561"}
	};

	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
	{
		int			s = Similarity(same[i][0], same[i][1]);

		Check(s >= SM_THRESHOLD, "should match", same[i][0], same[i][1], s);
	}
	for (size_t i = 0; i < sizeof(equal) / sizeof(equal[0]); i++)
	{
		int			s = Similarity(equal[i][0], equal[i][1]);

		Check(s == SM_SIMILARITY_ONE, "should be equal", equal[i][0], equal[i][1], s);
	}
}

/* Names that must not be found */
static void
TestDifferent(void)
{
	static const char *const different[][2] = {
		{"LUCKY STAR 7", "LUCKY STAR 8"},
		{"LADY R", "LADY D"},
		{"Yuri Petrov", "PETROV, Ivan"},
		{"Jose Garcia", "GARCIA, Luis"},
		{"General Trading Company", "General Shipping Company"},
		{"Ahmad Hassan Ali", "KHALID, Ahmad Omar"},
		{"KOMID", "COMET"},
		{"Wang Li", "WANG, Lu"},
		{"", ""},
		{"12345", "12345"},
		{"---", "---"},
		{"朝鲜贸易", "中国东方航空"}
	};

	for (size_t i = 0; i < sizeof(different) / sizeof(different[0]); i++)
	{
		int			s = Similarity(different[i][0], different[i][1]);

		Check(s < SM_THRESHOLD, "should differ", different[i][0], different[i][1], s);
	}
	Check(Similarity("Viktor Tsoi", "TSOY, Viktor") <= 980, "at most .98", "tsoi", "tsoy", 0);
	Check(Similarity("12345", "12345") == 0, "digits alone", "", "", 0);
}

/* How names are cut into words */
static void
TestWords(void)
{
	static const struct
	{
		const char *name;
		int			words;
		int			given;
		bool		form;
	}			cases[] = {
		{"ACME, INC.", 1, 0, true},
		{"PROFINET, OOO", 1, 0, true},
		{"KOTI CORP", 1, 0, true},
		{"SA", 1, 0, false},
		{"SMITH, John", 2, 1, false},
		{"M.V. OCEAN", 1, 0, false},
		{"AL-RAHMAN, Abd", 3, 2, false},
		{"P-561", 2, 0, false},
		{"110TH RESEARCH INSTITUTE", 3, 0, false},
		{"Ch'o'l", 1, 0, false},
		{"a b c d e f g h i j k l m n o p q r s t u v w x y z", 16, 0, false},
		{"IMO 8628597 TIANLI", 1, 0, false},
		{"donaudampfschifffahrtsgesellschaftskapitaen", 2, 0, false}
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		uint8_t		x[SM_LITERAL_MAX];

		Read(x, cases[i].name);
		Check(x[0] == cases[i].words, "words", cases[i].name, "", x[0]);
		Check(x[2] == cases[i].given, "given", cases[i].name, "", x[2]);
		Check(((x[1] & 0xF) != 0) == cases[i].form, "form", cases[i].name, "", x[1]);
	}
}

/* A generator of numbers that is the same everywhere */
static uint32_t
Random(uint32_t limit)
{
	static uint32_t state = 2463534242u;

	state ^= state << 13;
	state ^= state >> 17;
	state ^= state << 5;
	return state % limit;
}

/* A random name of real and mutilated words */
static void
RandomName(char *name, size_t size)
{
	static const char *const parts[] = {
		"muhammad", "mohammed", "hasan", "hassan", "ali", "ocean", "Star", "trading", "trdg",
		"trade", "company", "co", "ltd", "llc", "jsc", "korea", "chon", "ma", "san", "chonma",
		"chonmasan", "masan", "j", "k", "y", "7", "8", "12", "VII", "vladimirovich", "petrovich",
		"petrov", "petrova", "ivan", "al", "bin", "de", "kim", "jong", "jongun", "un",
		"Фёдор", "фирма", "중앙", "银行", "rosneft", "rosnefti", "zukhov", "zhukov", "zuhov", "exxon",
		"international", "intl", "maritime", "mar1time", "IMO 1234567", "M/V", "abdul", "rahman",
		"abdulrahman", "abdelrahman", "schmidt", "shmidt", "quick", "kwik", "xerox", "kserox"
	};
	int			n = 1 + (int) Random(Random(12) == 0 ? 24 : 5);
	size_t		length = 0;

	name[0] = '\0';
	for (int i = 0; i < n; i++)
	{
		const char *part = parts[Random(sizeof(parts) / sizeof(parts[0]))];
		const char *gap = i == 0 ? "" : Random(8) == 0 ? ", " : Random(12) == 0 ? "-" : " ";

		if (length + strlen(part) + 4 > size)
			break;
		length += (size_t) snprintf(name + length, size - length, "%s%s", gap, part);
		if (Random(6) == 0 && length > 4)
		{
			size_t		at = length - 1 - Random(4);

			if (name[at] >= 'a' && name[at] <= 'z')
				name[at] = (char) ('a' + Random(26));
		}
		if (Random(10) == 0 && name[length - 1] > 0 && length > 3)
			name[--length] = '\0';
	}
}

#define GROUP 12

/* Random names: symmetry, self weights, and bounds that miss no member */
static void
TestRandom(int rounds)
{
	static char names[GROUP + 1][512];
	static uint8_t readings[GROUP + 1][SM_LITERAL_MAX];

	for (int round = 0; round < rounds; round++)
	{
		uint8_t		all[SM_LITERAL_SUMMARY_BYTES];
		uint8_t		one[SM_LITERAL_SUMMARY_BYTES];
		int			members = 1 + (int) Random(GROUP);
		const uint8_t *query = readings[GROUP];
		int			bound;

		for (int i = 0; i <= GROUP; i++)
		{
			RandomName(names[i], sizeof(names[i]));
			Check(Read(readings[i], names[i]) <= SM_LITERAL_MAX, "too long", names[i], "", 0);
		}
		for (int i = 0; i < members; i++)
		{
			sm_literal_summarise(i == 0 ? all : one, readings[i]);
			if (i > 0)
				sm_literal_union(all, one);
		}
		bound = sm_literal_bound(query, all);
		for (int i = 0; i < members; i++)
		{
			SmWeight	w = sm_literal_weight(query, readings[i]);
			SmWeight	self = sm_literal_self(readings[i]);
			SmWeight	self_query = sm_literal_self(query);
			int			s = sm_literal_similarity(w, self_query, self);

			Check(w == sm_literal_weight(readings[i], query), "symmetry", names[GROUP], names[i], w);
			Check(w <= self && w <= self_query, "weight above self", names[GROUP], names[i], w);
			Check(sm_literal_weight(readings[i], readings[i]) == self, "self", names[i], "", self);
			Check(s <= bound, "bound too low", names[GROUP], names[i], s - bound);
			s = Similarity(names[i], names[i]);
			Check(s == (readings[i][0] ? SM_SIMILARITY_ONE : 0), "itself", names[i], "", s);
		}
	}
}

/* Bytes that are no name: nothing must break */
static void
TestGarbage(void)
{
	static char bytes[9000];
	uint8_t		x[SM_LITERAL_MAX];
	static SmText text;

	for (int round = 0; round < 200; round++)
	{
		size_t		length = Random(sizeof(bytes));

		for (size_t i = 0; i < length; i++)
			bytes[i] = round % 2 ? (char) Random(256) : "ab0 ,.-'/12IVx"[Random(14)];
		sm_text_fold(&text, bytes, length);
		Check(sm_literal_read(x, &text) <= SM_LITERAL_MAX, "garbage", "", "", round);
		Check(sm_literal_weight(x, x) == sm_literal_self(x), "garbage self", "", "", round);
		Check(sm_literal_sort_key(x) < 0x80000000u, "sort key", "", "", round);
	}
}

int
main(void)
{
	TestSame();
	TestDifferent();
	TestWords();
	TestRandom(4000);
	TestGarbage();
	printf("literal: %d passed, %d failed\n", passed, failed);
	return failed != 0;
}
