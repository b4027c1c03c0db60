/* Checks of romanisation: what each system writes, and that odd input neither overruns nor hangs */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/romanize_table.h"
#include "name/romanize.h"

static int	passed;
static int	failed;

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
Check(const char *name, const char *system, bool marks, const char *expected)
{
	char	   *got = Romanize(name, strlen(name), system, marks);

	if (strcmp(got, expected) == 0)
		passed++;
	else
	{
		failed++;
		printf("%s in %s is \"%s\", not \"%s\"\n", name, system, got, expected);
	}
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
		Check(row[i].name, "dprk", true, row[i].dprk);
		Check(row[i].name, "mr", true, row[i].mr);
		Check(row[i].name, "rr", true, row[i].rr);
	}
	Check("어은혁", "mr", false, "O Unhyok");
}

/* Runs of one name, more than one name, text around it */
static void
TestText(void)
{
	Check("김 정은", "rr", true, "Gim Jeongeun");
	Check("김, 정은", "rr", true, "Gim, Jeongeun");
	Check("정은 김", "dprk", true, "Jong Un Kim");
	Check("남궁", "dprk", true, "Namgung");
	Check("김", "dprk", true, "Kim");
	Check("김정은, 리설주", "rr", true, "Gim Jeongeun, Ri Seolju");
	Check("조선광업개발무역회사", "dprk", true, "Josongwangopkaebalmuyokhoesa");
	Check("Dr. 김정은 (1984)", "mr", true, "Dr. Kim Chŏngŭn (1984)");
	Check("金正恩 Ким ㄱㅏ ŏ", "mr", false, "金正恩 Ким ㄱㅏ ŏ");
	Check("", "rr", true, "");
	/* conjoining jamo */
	Check("\341\204\200\341\205\265\341\206\267\354\240\225", "dprk", true, "Kim Jong");
	Check("\352\270\260\341\206\267", "dprk", true, "Kim");
	Check("\341\204\200", "dprk", true, "\341\204\200");
}

/* Every syllable in every system, alone and after another one, and bytes that are no UTF-8 */
static void
TestBounds(void)
{
	static const char odd[] = "\352\260\200\352\260\201\355\236\243\341\204\200\341\205\241\341\206\250 ,-a\352\260\377";
	unsigned	seed = 1;

	for (int system = 0; system < sm_romanisation_count; system++)
		for (unsigned c = 0xAC00; c <= 0xD7A3; c++)
		{
			char		s[16];
			char	   *got;

			for (int i = 0; i < 15; i += 3)
			{
				s[i] = (char) (0xE0 | c >> 12);
				s[i + 1] = (char) (0x80 | (c >> 6 & 63));
				s[i + 2] = (char) (0x80 | (c & 63));
			}
			got = Romanize(s, 15, sm_romanisations[system].name, true);
			passed += strlen(got) >= 5;
			failed += strlen(got) < 5;
			free(got);
		}
	for (int round = 0; round < 20000; round++)
	{
		char		s[64];
		size_t		n = 0;

		while (n < sizeof(s) && (seed = seed * 1103515245 + 12345) >> 16 & 63)
			s[n++] = odd[(seed >> 20) % (sizeof(odd) - 1)];
		free(Romanize(s, n, sm_romanisations[round % sm_romanisation_count].name, round & 1));
		passed++;
	}
}

int
main(void)
{
	TestSystems();
	TestText();
	TestBounds();
	printf("romanize: %d passed, %d failed\n", passed, failed);
	return failed > 0;
}
