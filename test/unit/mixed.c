/* Checks of names written in several scripts: all of them tell */
#include "cases.h"

/* One name */
static const Case same[] = {
	{"Latin and Hanja", "KIM Jong Un (金正恩)", "김정은"},
	{"Latin and Hangul", "KIM Jong Un (김정은)", "金正恩"},
	{"Hangul and Hanja", "김정은(金正恩)", "김정은"},
	{"Hangul and Hanja", "김정은(金正恩)", "KIM Jong Un"},
	{"Cyrillic and Latin", "Ким Чен Ын (Kim Jong Un)", "김정은"},
	{"Cyrillic and Hangul", "Ким Чен Ын, 김정은", "KIM Jong Un"},
	{"kana and Hanja", "金正恩（キム・ジョンウン）", "김정은"},
	{"kana and Latin", "Kim Jong-un / キム・ジョンウン", "김정은"},
	{"three scripts", "Kim Jong Un 김정은 金正恩", "Ким Чен Ын"},
	{"the other script decides", "RI Yong Ho (李容浩)", "리용호"},
	{"the other script decides", "Ли Ён Хо (리영호)", "리영호"},
	{"surname in Hangul", "김 Jong Un", "KIM Jong Un"},
	{"surname in Hangul", "김 Чен Ын", "KIM Jong Un"},
	{"surname in Hangul", "김 ジョンウン", "KIM Jong Un"},
	{"surname in Hanja", "金 Jong Un", "김정은"},
	{"surname in Hanja, given name in Hangul", "金하늘", "김하늘"},
	{"surname in Hangul, given name in Hanja", "김正恩", "김정은"},
	{"surname in Hangul, foreign given name", "최 Viktor", "CHOI, Viktor"},
	{"scripts that contradict: either", "Choe Yong Gon (김정은)", "김정은"},
	{"scripts that contradict: either", "Choe Yong Gon (김정은)", "최용건"},
	{"scripts that contradict, one with a foreign given name", "Viktor Choe (金正恩)", "CHOI, Viktor"},
	{"scripts that contradict, one with a foreign given name", "Viktor Choe (金正恩)", "김정은"},
	{"a Cyrillic letter in a Latin word, and the name in Cyrillic", "Kim J\u043Eng Un (Ким Чен Ын)", "KIM Jong Un"},
	{"a Latin letter in a Cyrillic word, and the name in Latin", "Ким Чeн Ын (Kim Jong Un)", "김정은"},
	{"surname in Hangul, given name in jamo", "金 ㅈㅓㅇㅇㅡㄴ", "김정은"},
	{"foreign given names in two scripts", "Viktor Choe (Цой Виктор)", "CHOI, Viktor"}
};

/* Different names: what one script leaves open another one tells */
static const Case different[] = {
	{"the other script decides", "RI Yong Ho (李容浩)", "리영호"},
	{"the other script decides", "RI Yong Ho (리영호)", "리용호"},
	{"the other script decides", "Ли Ён Хо (리영호)", "리용호"},
	{"the other script decides", "KIM Jong Un (김정은)", "김종운"},
	{"the other script decides", "キム・ヨンナム (金英南)", "김용남"},
	{"another given name", "KIM Jong Un (金正恩)", "김여정"},
	{"another surname", "김 Jong Un", "박정은"}
};

int
main(void)
{
	CheckSame(same, COUNT(same));
	CheckDifferent(different, COUNT(different));
	return Finish("mixed");
}
