/*
 * Texts that programs and evaders have changed must read as what was meant.
 */
#include <stdio.h>
#include <string.h>

#include "name/text/fold.h"
#include "name/text/text.h"
#include "harness.h"

typedef struct Case
{
	const char *what;
	const char *a;
	const char *b;
} Case;

/* Texts that fold to the same code points */
static const Case same[] = {
	{"capitals", "KIM Jong Un", "kim jong un"},
	{"full width", "ＫＩＭ　Ｊｏｎｇ　Ｕｎ", "KIM Jong Un"},
	{"zero width", "KIM\u200B Jo\u200Dng\u00AD Un", "KIM Jong Un"},
	{"composed and decomposed", "Ch\u014Fng", "Cho\u0306ng"},
	{"Hangul composed and decomposed", "\uAE40", "\u1100\u1175\u11B7"},
	{"apostrophes", "Ch\u2019o\u02BCl", "Ch'o`l"},
	{"hyphens", "Jong\u2011Un", "Jong-Un"},
	{"Cyrillic letters in a Latin word", "Kim J\u043Eng \u0421hol", "Kim Jong Chol"},
	{"Latin letters in a Cyrillic word", "\u041Fap\u0441\u0435\u043A", "\u041F\u0430\u0440\u0441\u0435\u043A"},
	{"Greek letters in a Latin word", "K\u03B9m", "Kim"},
	{"a Latin name of letters that look Latin", "\u041A\u0406\u041C Jong Un", "KIM Jong Un"},
	{"small capitals", "\u1D0B\u026A\u1D0D J\u1D0F\u0274\u0262", "kim Jong"},
	{"Hangul typed letter by letter", "\u3131\u3163\u3141 \u3148\u3153\u3147\u3147\u3161\u3134", "\uAE40 \uC815\uC740"},
	{"letters spaced out", "K I M  J o n g  U n", "KIM Jong Un"},
	{"loose marks", "K\u0336I\u0336M\u0336", "KIM"},
	{"numbers of characters", "&#75;IM &#x4A;ong &#85;n", "KIM Jong Un"},
	{"encoded for an address", "%4BIM%20%4Aong%20Un", "KIM Jong Un"},
	{"encoded twice", "Jos\u00C3\u00A9 M\u00C3\u00BCller", "Jos\u00E9 M\u00FCller"},
	{"encoded twice as windows-1252", "\u00EA\u00B9\u20AC\u00EC\u00A0\u2022\u00EC\xC2\x9D\u20AC", "\uAE40\uC815\uC740"},
};

/* Texts that must stay apart: mending must not go too far */
static const Case apart[] = {
	{"a word of one script", "\u0441\u043E\u0440", "cop"},
	{"a capital alone looks alike", "\u043D\u0435t", "het"},
	{"accents that happen to be bytes", "\u00C9\u00A9", "\u00E9"},
	{"letters without a twin", "K\u0436m", "Kim"},
	{"initials", "K J U R H", "KJURH"},
	{"a consonant that is no coda", "\uAC00\u1104", "\uAC00"},
};

static bool
Equal(const char *a, const char *b)
{
	static SmText x;
	static SmText y;

	sm_text_fold(&x, a, strlen(a));
	sm_text_fold(&y, b, strlen(b));
	return x.length == y.length && x.letters == y.letters &&
		memcmp(x.cp, y.cp, (size_t) x.length * sizeof(x.cp[0])) == 0;
}

/* Hangul typed letter by letter: every coda, and the vowels that are typed as two */
static const char *const codas[] = {
	"ㄱ", "ㄲ", "ㄳ", "ㄴ", "ㄵ", "ㄶ", "ㄷ", "ㄹ", "ㄺ", "ㄻ", "ㄼ", "ㄽ", "ㄾ", "ㄿ", "ㅀ", "ㅁ", "ㅂ", "ㅄ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ",
	"ㅋ",
	"ㅌ", "ㅍ", "ㅎ"
};
static const char *const vowels[][2] = {
	{"ㄱㅗㅏ", "과"}, {"ㄱㅗㅐ", "괘"}, {"ㄱㅗㅣ", "괴"}, {"ㄱㅜㅓ", "궈"}, {"ㄱㅜㅔ", "궤"}, {"ㄱㅜㅣ", "귀"}, {"ㄱㅡㅣ", "긔"}, {"ㄱㅏㅣ", "개"},
	{"ㄱㅑㅣ", "걔"}, {"ㄱㅓㅣ", "게"}, {"ㄱㅕㅣ", "계"}
};

static void
CheckCase(bool ok, const Case *c)
{
	Check(ok, c->what, c->a, c->b, 0);
}

/* What is typed and the syllable that it is, with nothing and with a blank between the letters */
static void
CheckTyped(const char *typed, const char *syllable)
{
	Case		c = {"typed", typed, syllable};
	char		apart[32] = "";

	CheckCase(Equal(typed, syllable), &c);
	for (int i = 0; typed[i] != '\0'; i += 3)
		snprintf(apart + strlen(apart), sizeof(apart) - strlen(apart), "%s%.3s", i > 0 ? " " : "", typed + i);
	c.a = apart;
	CheckCase(Equal(apart, syllable), &c);
}

static void
TestJamo(void)
{
	for (int i = 0; i < COUNT(codas); i++)
	{
		uint32_t	c = 0xAC00 + 1 + (uint32_t) i;
		char		typed[16];
		char		syllable[4] = {(char) (0xE0 | c >> 12), (char) (0x80 | (c >> 6 & 63)), (char) (0x80 | (c & 63)),
			'\0'};

		snprintf(typed, sizeof(typed), "ㄱㅏ%s", codas[i]);
		CheckTyped(typed, syllable);
	}
	for (int i = 0; i < COUNT(vowels); i++)
		CheckTyped(vowels[i][0], vowels[i][1]);
}

int
main(void)
{
	TestJamo();
	for (int i = 0; i < COUNT(same); i++)
		CheckCase(Equal(same[i].a, same[i].b), &same[i]);
	for (int i = 0; i < COUNT(apart); i++)
		CheckCase(!Equal(apart[i].a, apart[i].b), &apart[i]);
	return Finish("text");
}
