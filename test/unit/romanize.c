/* Checks of romanisation: what each system writes, and that odd input neither overruns nor hangs */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/romanize_table.h"
#include "data/syllable_table.h"
#include "name/korean/hypothesis.h"
#include "name/korean/korean.h"
#include "name/korean/romanize.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/text/fold.h"
#include "name/text/text.h"
#include "name/weight.h"
#include "harness.h"

/* Romanise into a buffer of exactly the size that is promised to suffice */
static char *
Romanize(const char *name, size_t length, const char *system, bool marks)
{
	char	   *in = malloc(length + 1);
	char	   *out = malloc(length * SM_ROMAN_GROWTH + 1);
	size_t		n;

	memcpy(in, name, length);
	n = sm_romanize(out, in, length, sm_romanisation(system, strlen(system)), marks);
	out = realloc(out, n + 1);
	out[n] = '\0';
	free(in);
	return out;
}

static void
CheckRoman(const char *name, const char *system, bool marks, const char *expected)
{
	char	   *got = Romanize(name, strlen(name), system, marks);

	Check(strcmp(got, expected) == 0, system, got, expected, 0);
	free(got);
}

/* What stands in names of the lists and in the systems' own rules */
static void
TestSystems(void)
{
	static const struct
	{
		const char *name;
		const char *dprk;
		const char *mr;
		const char *rr;
	}			row[] = {
		{"김정은", "Kim Jong Un", "Kim Chŏngŭn", "Gim Jeongeun"},
		{"최룡해", "Choe Ryong Hae", "Ch'oe Ryonghae", "Choe Ryonghae"},
		{"박봉주", "Pak Pong Ju", "Pak Pongju", "Bak Bongju"},
		{"리영호", "Ri Yong Ho", "Ri Yŏngho", "Ri Yeongho"},
		{"남궁민", "Namgung Min", "Namgung Min", "Namgung Min"},
		{"제갈 철수", "Jegal Chol Su", "Chegal Ch'ŏlsu", "Jegal Cheolsu"},
		{"허정", "Ho Jong", "Hŏ Chŏng", "Heo Jeong"},
		{"오극렬", "O Kuk Ryol", "O Kŭngnyŏl", "O Geukryeol"},
		{"백남순", "Paek Nam Sun", "Paek Namsun", "Baek Namsun"},
		{"윤정린", "Yun Jong Rin", "Yun Chŏngnin", "Yun Jeongrin"},
		{"한복남", "Han Pok Nam", "Han Pongnam", "Han Boknam"},
		{"홍빛나", "Hong Pit Na", "Hong Pinna", "Hong Bitna"},
		{"강홍립", "Kang Hong Rip", "Kang Hongnip", "Gang Hongrip"},
		{"김설리", "Kim Sol Ri", "Kim Sŏlli", "Gim Seolli"},
		{"리춘근", "Ri Chun Kun", "Ri Ch'un'gŭn", "Ri Chungeun"},
		{"김철진", "Kim Chol Jin", "Kim Ch'ŏlchin", "Gim Cheoljin"},
		{"정일", "Jong Il", "Chŏng Il", "Jeong Il"},
		{"어은혁", "O Un Hyok", "Ŏ Ŭnhyŏk", "Eo Eunhyeok"}
	};

	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
	{
		CheckRoman(row[i].name, "dprk", true, row[i].dprk);
		CheckRoman(row[i].name, "mr", true, row[i].mr);
		CheckRoman(row[i].name, "rr", true, row[i].rr);
	}
	CheckRoman("어은혁", "mr", false, "O Unhyok");
	CheckRoman("김정은", "katakana", false, "キム ジョンウン");
	CheckRoman("김정은", "yale", false, "Kim Ceng-un");
	CheckRoman("김여정", "kontsevich", false, "Ким Ё Чжон");
}

/* Systems of linguists, of Russian books and of the Japanese press; names as these write them */
static void
TestAbroad(void)
{
	static const struct
	{
		const char *name;
		const char *yale;
		const char *kontsevich;
		const char *katakana;
	}			row[] = {
		{"김정은", "Kim Ceng-un", "Ким Чжон Ын", "キム・ジョンウン"},
		{"최룡해", "Choy Lyong-hay", "Чхве Рён Хэ", "チェ・リョンヘ"},
		{"박봉주", "Pak Pong-cwu", "Пак Пон Чжу", "パク・ポンジュ"},
		{"황병서", "Hwang Pyeng-se", "Хван Бён Со", "ファン・ビョンソ"},
		{"최선희", "Choy Sen-huy", "Чхве Сон Хи", "チェ・ソンヒ"},
		{"장성택", "Cang Seng-thayk", "Чан Сон Тхэк", "チャン・ソンテク"},
		{"백남순", "Payk Nam-swun", "Пэк Нам Сун", "ペク・ナムスン"},
		{"오극렬", "O Kuk-lyel", "О Гын Нёль", "オ・グクリョル"},
		{"문재인", "Mun Cay-in", "Мун Чжэ Ин", "ムン・ジェイン"},
		{"남궁민", "Namkwung Min", "Намгун Мин", "ナムグン・ミン"},
		{"홍빛나", "Hong Pich-na", "Хон Бин На", "ホン・ビッナ"},
		{"우동측", "Wu Tong-chuk", "У Дон Чхык", "ウ・ドンチュク"},
		{"현예은", "Hyen Yey-un", "Хён Йе Ын", "ヒョン・イェウン"},
		{"리 설주", "Li Sel-cwu", "Ри Соль Чжу", "リ ソルジュ"}
	};

	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
	{
		CheckRoman(row[i].name, "yale", true, row[i].yale);
		CheckRoman(row[i].name, "kontsevich", true, row[i].kontsevich);
		CheckRoman(row[i].name, "katakana", true, row[i].katakana);
	}
	/* capitals: е and ё, letters of either half of the alphabet */
	CheckRoman("예은", "kontsevich", true, "Йе Ын");
	CheckRoman("유", "kontsevich", true, "Ю");
	CheckRoman("여", "kontsevich", true, "Ё");
	/* a word that is no name is one word, joints within */
	CheckRoman("조선로동당위원회", "kontsevich", true, "Чосоллодонданвивонхве");
}

/* Runs of one name, more than one name, text around it */
static void
TestText(void)
{
	CheckRoman("김 정은", "rr", true, "Gim Jeongeun");
	CheckRoman("김, 정은", "rr", true, "Gim, Jeongeun");
	CheckRoman("정은 김", "dprk", true, "Jong Un Kim");
	CheckRoman("남궁", "dprk", true, "Namgung");
	CheckRoman("김", "dprk", true, "Kim");
	CheckRoman("김정은, 리설주", "rr", true, "Gim Jeongeun, Ri Seolju");
	CheckRoman("조선광업개발무역회사", "dprk", true, "Josongwangopkaebalmuyokhoesa");
	CheckRoman("Dr. 김정은 (1984)", "mr", true, "Dr. Kim Chŏngŭn (1984)");
	CheckRoman("金正恩 Ким ㄱㅏ ŏ", "mr", false, "金正恩 Ким ㄱㅏ ŏ");
	CheckRoman("", "rr", true, "");
	/* conjoining jamo */
	CheckRoman("\341\204\200\341\205\265\341\206\267\354\240\225", "dprk", true, "Kim Jong");
	CheckRoman("\352\270\260\341\206\267", "dprk", true, "Kim");
	CheckRoman("\341\204\200", "dprk", true, "\341\204\200");
}

/* Every syllable in every system, alone and after another one, and bytes that are no UTF-8 */
static void
TestBounds(void)
{
	static const char odd[] = "\352\260\200\352\260\201\355\236\243\341\204\200\341\205\241\341\206\250"
		" ,-a\352\260\377";

	for (int system = 0; system < sm_romanisation_count; system++)
		for (unsigned c = 0xAC00; c <= 0xD7A3; c++)
		{
			char		s[16] = "";
			char	   *got;

			for (int i = 0; i < 15; i += 3)
			{
				s[i] = (char) (0xE0 | c >> 12);
				s[i + 1] = (char) (0x80 | (c >> 6 & 63));
				s[i + 2] = (char) (0x80 | (c & 63));
			}
			got = Romanize(s, 15, sm_romanisations[system].name, true);
			Check(strlen(got) >= 5, "too short", s, got, system);
			free(got);
		}
	for (int round = 0; round < 20000; round++)
	{
		char		s[64];
		size_t		n = 0;

		while (n < sizeof(s) && Random(64) != 0)
			s[n++] = odd[Random(sizeof(odd) - 1)];
		free(Romanize(s, n, sm_romanisations[round % sm_romanisation_count].name, round & 1));
		passed++;
	}
}

/* A syllable or surname as often as it occurs, in UTF-8; returns the bytes written */
static size_t
Draw(char *out, const SmSyllable *syllables, unsigned count)
{
	const SmSyllable *s;
	size_t		n = 0;

	do
		s = &syllables[Random(count)];
	while (s->prior / 8 > 2 && Random(1u << (s->prior / 8 - 2)) != 0);
	for (int i = 0; i < 2 && s->hangul[i] != 0; i++)
	{
		out[n++] = (char) (0xE0 | s->hangul[i] >> 12);
		out[n++] = (char) (0x80 | (s->hangul[i] >> 6 & 63));
		out[n++] = (char) (0x80 | (s->hangul[i] & 63));
	}
	return n;
}

/*
 * Names come back from what each system makes of them.  Not all can: Russian and Japanese write several
 * syllables alike, Kim Sira is 시라 and 실아, and rare syllables are taken for frequent ones.
 */
static void
TestRoundTrip(void)
{
	static const struct
	{
		const char *system;
		int			lost;		/* of a thousand at most */
	}			row[] = {{"dprk", 10}, {"mr", 15}, {"rr", 10}, {"yale", 10}, {"kontsevich", 15}, {"katakana", 25}};

	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
	{
		int			lost = 0;

		for (int round = 0; round < 4000; round++)
		{
			char		name[32];
			uint8_t		a[SM_READING_MAX];
			uint8_t		b[SM_READING_MAX];
			size_t		n = Draw(name, sm_surname, SM_SURNAMES);
			char	   *written;

			n += Draw(name + n, sm_given, SM_GIVEN);
			n += Draw(name + n, sm_given, SM_GIVEN);
			written = Romanize(name, n, row[i].system, true);
			sm_read(a, name, n);
			sm_read(b, written, strlen(written));
			lost += sm_similarity(a, b) < SM_THRESHOLD;
			free(written);
		}
		Check(lost * 1000 <= row[i].lost * 4000, "loses of 4,000 names", row[i].system, NULL, lost);
	}
}

/* Append a syllable or surname in UTF-8 */
static size_t
Spell(char *out, const SmSyllable *s)
{
	size_t		n = 0;

	for (int i = 0; i < 2 && s->hangul[i] != 0; i++)
	{
		out[n++] = (char) (0xE0 | s->hangul[i] >> 12);
		out[n++] = (char) (0x80 | (s->hangul[i] >> 6 & 63));
		out[n++] = (char) (0x80 | (s->hangul[i] & 63));
	}
	return n;
}

/* Is what a system writes also what it writes for another name, surname first or last, which it is read as? */
static bool
IsShared(const char *written, const char *system)
{
	static SmText text;
	SmKorean	korean;
	bool		shared = false;

	sm_text_fold(&text, written, strlen(written));
	if (!sm_korean_read(&korean, &text))
		return false;
	for (int i = 0; i < korean.count && !shared; i++)
	{
		const SmHypothesis *h = &korean.hypothesis[i];
		char		name[32];
		char	   *again;
		size_t		n;

		if (!h->has_surname || h->given > 3)
			continue;
		for (int last = 0; last < 2 && !shared; last++)
		{
			n = last ? 0 : Spell(name, &sm_surname[h->slot[0][1] >> 7]);
			for (int s = 1; s <= h->given; s++)
				n += Spell(name + n, &sm_given[h->slot[s][1] >> 7]);
			if (last)
			{
				name[n++] = ' ';
				n += Spell(name + n, &sm_surname[h->slot[0][1] >> 7]);
			}
			again = Romanize(name, n, system, true);
			shared = strcmp(again, written) == 0;
			free(again);
		}
	}
	return shared;
}

/* Priors below this are surnames of more than one person in five thousand; all rarer ones count alike */
#define PRIOR_RARE 96

/*
 * Every surname with given names of its own: each comes back, or the system writes another name just so.
 * What else is lost are surnames that hardly anyone bears, whose spelling another system has for a frequent
 * one: Chang Won A is 창원아, but McCune-Reischauer's 장원아 first.
 */
static void
TestEverySurname(void)
{
	for (int system = 0; system < sm_romanisation_count; system++)
	{
		int			names = 0;
		int			lost = 0;
		int			lost_rare = 0;
		int			shared = 0;

		for (int surname = 0; surname < SM_SURNAMES; surname++)
			for (int round = 0; round < 24; round++)
			{
				char		name[32];
				uint8_t		a[SM_READING_MAX];
				uint8_t		b[SM_READING_MAX];
				size_t		n = Spell(name, &sm_surname[surname]);
				char	   *written;

				n += Draw(name + n, sm_given, SM_GIVEN);
				n += Draw(name + n, sm_given, SM_GIVEN);
				written = Romanize(name, n, sm_romanisations[system].name, true);
				sm_read(a, name, n);
				sm_read(b, written, strlen(written));
				names++;
				if (sm_similarity(a, b) < SM_THRESHOLD)
				{
					if (IsShared(written, sm_romanisations[system].name))
						shared++;
					else if (sm_surname[surname].prior < PRIOR_RARE)
						lost++;
					else
						lost_rare++;
					if (getenv("SHOW_LOST") && !IsShared(written, sm_romanisations[system].name))
						printf("%s %.*s %s\n", sm_romanisations[system].name, (int) n, name, written);
				}
				free(written);
			}
		printf("every surname in %s: of %d names %d are another name's spelling, %d are lost, %d of rare surnames\n",
			   sm_romanisations[system].name, names, shared, lost, lost_rare);
		Check(lost * 1000 <= names * 4 && lost_rare * 100 <= names * 5, "loses surnames",
			  sm_romanisations[system].name, NULL,
			  lost);
	}
}

int
main(void)
{
	TestSystems();
	TestAbroad();
	TestText();
	TestBounds();
	TestRoundTrip();
	TestEverySurname();
	return Finish("romanize");
}
