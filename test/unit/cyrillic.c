/*
 * Checks of how Cyrillic names are read: Kontsevich's system, the older press, Koryo-saram, the letters
 * of other languages, and their latinisations.
 */
#include "cases.h"

/* One name */
static const Case same[] = {
	{"Kontsevich", "Ким Чон Ын", "김정은"},
	{"Kontsevich, voiced", "Ким Ё Чжон", "김여정"},
	{"Kontsevich, дж for чж", "Ким Ё Джон", "김여정"},
	{"Kontsevich, aspirates", "Чан Сон Тхэк", "장성택"},
	{"Kontsevich, aspirates", "Ким Пхён Иль", "김평일"},
	{"Kontsevich, hyphen", "Чхве Рён-хэ", "최룡해"},
	{"Kontsevich, joined", "Чхве Рёнхэ", "최룡해"},
	{"Kontsevich, ё without dots", "Ри Су Ен", "리수용"},
	{"Kontsevich, ый", "Пак Ый Чхун", "박의춘"},
	{"Kontsevich, Latin", "Пак Пон Чжу", "PAK Pong Ju"},
	{"Kontsevich, Hanja", "Пак Пон Джу", "朴奉珠"},
	{"capitals", "КИМ ЧЕН ЫН", "김정은"},
	{"surname last", "Чен Ын Ким", "김정은"},
	{"surname with a comma", "Ким, Чен Ын", "KIM, Jong Un"},
	{"older press", "Ким Чен Ын", "김정은"},
	{"older press", "Ким Чен Ир", "김정일"},
	{"older press", "Ким Ир Сен", "김일성"},
	{"older press", "Ким Ен Нам", "김영남"},
	{"older press", "Пак Сен Чер", "박성철"},
	{"older press, д for ㅈ", "О Дин У", "오진우"},
	{"older press, hyphen", "Ким Чен-ын", "김정은"},
	{"older press, joined", "Ким Ченын", "김정은"},
	{"Koryo-saram", "Цой Рён Хэ", "최룡해"},
	{"Koryo-saram", "Цой Ен Ген", "최용건"},
	{"Koryo-saram", "Тен Дюн Тхэк", "정준택"},
	{"Koryo-saram", "Тян Сон Тхэк", "장성택"},
	{"Koryo-saram", "Дю Сан Сон", "주상성"},
	{"Koryo-saram, -гай", "Хегай Ен Чер", "허영철"},
	{"Koryo-saram, -гай", "Югай Сон Чер", "유성철"},
	{"Koryo-saram, -гай", "Ногай Чер Су", "로철수"},
	{"Koryo-saram, -гай", "Огай Чен Хо", "오정호"},
	{"Koryo-saram, -гай", "Лигай Чен Хо", "리정호"},
	{"Koryo-saram, Russian given name", "Виктор Цой", "Viktor Choe"},
	{"Koryo-saram, Russian given name", "Цой Виктор", "CHOI, Viktor"},
	{"assimilation written", "О Кын Нёль", "오극렬"},
	{"assimilation written", "Чо Мён Нок", "조명록"},
	{"assimilation of a surname", "Пэннамсун", "백남순"},
	{"Ukrainian", "Кім Чен Ин", "김정은"},
	{"Ukrainian", "Кім Чен Ір", "김정일"},
	{"Ukrainian", "Кім Йон Нам", "김영남"},
	{"Ukrainian without letters of its own", "Хван Бьон Со", "황병서"},
	{"Ukrainian, ий", "Пак Ий Чхун", "박의춘"},
	{"Ukrainian, є", "Лі Єн Хо", "리연호"},
	{"Ukrainian, ґ", "Кім Ґван Су", "김광수"},
	{"Belarusian", "Кім Чэн Ын", "김정은"},
	{"Bulgarian", "Ким Чен Ун", "김정은"},
	{"Bulgarian, нг", "Ким Йонг Нам", "김영남"},
	{"Bulgarian, ъ", "Ким Джонг-ън", "김정은"},
	{"Bulgarian", "Чой Рьонг-хе", "최룡해"},
	{"Serbian", "Ким Џонг Ун", "김정은"},
	{"Serbian, ј", "Ким Јонг Нам", "김영남"},
	{"Serbian, њ љ", "Ким Љонг Њон", "김룡년"},
	{"Russian and Ukrainian", "Ким Чен Ын", "Кім Чен Ин"},
	{"Russian and Serbian", "Ким Чен Ын", "Ким Џонг Ун"},
	{"BGN/PCGN", "Chkhve Ryon Khe", "최룡해"},
	{"BGN/PCGN", "Khvan Byon So", "황병서"},
	{"BGN/PCGN", "Kim Chzhon Yn", "김정은"},
	{"BGN/PCGN", "Tsoy Ryon Khe", "최룡해"},
	{"BGN/PCGN", "Chan Son Tkhek", "장성택"},
	{"passport", "Chkhve Ren Khe", "최룡해"},
	{"passport", "Tsoi En Gen", "최용건"},
	{"passport", "Iugai Son Cher", "유성철"},
	{"passport", "Tian Son Tkhek", "장성택"},
	{"passport, Russian given name", "TSOI VIKTOR", "Виктор Цой"},
	{"scholarly", "Čhve Rën Hè", "최룡해"},
	{"scholarly", "Jugaj Son Čer", "유성철"}
};

/* Different names */
static const Case different[] = {
	{"another given name", "Ким Чен Ын", "김여정"},
	{"another given name", "Ким Чен Ын", "Ким Чен Ир"},
	{"another given name", "Ким Чен Ын", "Кім Чен Ір"},
	{"another given name", "Чхве Рён Хэ", "Чхве Ён Рим"},
	{"another given name", "О Кын Нёль", "О Ган Чхоль"},
	{"another surname", "Ким Чен Ын", "Пак Чен Ын"},
	{"order of the given syllables", "Кан Чхоль Хак", "Кан Хак Чхоль"},
	{"surname alone", "Ким", "Ким Чен Ын"},
	{"another Russian name", "Виктор Цой", "Виктор Ким"},
	{"another Russian name", "Виктор Цой", "Анатолий Цой"},
	{"a Russian", "Виктор Петров", "Виктор Цой"},
	{"a Russian", "Роман Анатольевич Алар", "Ро Ман А"}
};

/* What the latinised forms and letters tell */
static const Case systems[] = {
	{"press", "Ким Чен Ир", "Cyrillic (older, Koryo-saram)"},
	{"Kontsevich", "Чхве Рён Хэ", "Cyrillic (Kontsevich)"},
	{"нг", "Ким Йонг Нам", "Bulgarian, Serbian"},
	{"latinised", "Khvan Byon So", "latinised Cyrillic (BGN/PCGN)"}
};

/* One spelling of several names: either matches, in vain would one choose */
static const Case shared[] = {
	{"Сон is 성", "Ким Сон Чхоль", "김성철"},
	{"Сон is 송", "Ким Сон Чхоль", "김송철"},
	{"Сон is 선", "Ким Сон Чхоль", "김선철"},
	{"Ён is 영", "Ли Ён Хо", "리영호"},
	{"Ён is 용", "Ли Ён Хо", "리용호"},
	{"Чон is 정", "Чон Мён Гук", "정명국"},
	{"Чон is 전", "Чон Мён Гук", "전명국"}
};

int
main(void)
{
	CheckSame(same, COUNT(same));
	CheckSame(shared, COUNT(shared));
	CheckDifferent(different, COUNT(different));
	CheckSystem(systems, COUNT(systems));
	return Finish("cyrillic");
}
