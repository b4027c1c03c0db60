/* Checks of how Latin names in the orthographies of other languages than English are read */
#include "cases.h"

/* One name */
static const Case same[] = {
	{"Hungarian", "Kim Dzsongun", "김정은"},
	{"Hungarian, apart", "Kim Dzsong Un", "김정은"},
	{"Hungarian, j is y", "Kim Jongnam", "김영남"},
	{"Hungarian, sz", "Ri Ulszol", "리을설"},
	{"Hungarian, cs and sz", "Kang Szokcsu", "강석주"},
	{"Hungarian, csh", "Pak Icshun", "박의춘"},
	{"Hungarian, ö", "Cshö Rjonghe", "최룡해"},
	{"Hungarian, v", "Hvang Bjongszo", "황병서"},
	{"Hungarian, ph", "Kim Phjongil", "김평일"},
	{"Hungarian, assimilated", "Cso Mjongnok", "조명록"},
	{"Hungarian and DPRK", "Csang Szongthek", "JANG Song Thaek"},
	{"Czech", "Kim Čong-un", "김정은"},
	{"Czech, dž", "Pak Pong-džu", "박봉주"},
	{"Czech, čch", "Čche Jong-rim", "최영림"},
	{"Czech, scholarly", "Čchö Rjong-hä", "최룡해"},
	{"Czech, kch tch pch", "Čang Song-tchek", "장성택"},
	{"Czech, marks lost", "Cche Jong-rim", "최영림"},
	{"Slovak", "Kim Pchjong-il", "김평일"},
	{"Croatian", "Kim Džong Un", "김정은"},
	{"Slovene", "Kim Čong Un", "김정은"},
	{"Latvian", "Kims Čenuns", "김정은"},
	{"Latvian", "Kims Čenirs", "김정일"},
	{"Lithuanian", "Kim Čen Unas", "김정은"},
	{"Lithuanian", "Kim Čen Iras", "김정일"},
	{"Polish", "Kim Dzong Un", "김정은"},
	{"Polish, ż", "Kim Dżong Un", "김정은"},
	{"Polish, cz", "Czoe Rjong Hae", "최룡해"},
	{"Polish", "Jon Hjong Muk", "연형묵"},
	{"German", "Kim Dschong Un", "김정은"},
	{"German", "Kim Tschong Il", "김정일"},
	{"German", "Tschö Jong Gon", "최용건"},
	{"German", "Pak Song Tschol", "박성철"},
	{"German", "Rim Tschun Tschu", "림춘추"},
	{"Dutch", "Kim Tsjong Un", "김정은"},
	{"French", "Tchoe Seun Heui", "최선희"},
	{"French", "DJANG Tcheul Hy", "장철희"},
	{"French", "Kim Djeung Eun", "김정은"},
	{"French", "Tchang Seung-thaek", "장성택"},
	{"circumflex for a breve", "Kim Chông-ûn", "김정은"},
	{"two orthographies", "Kim Dzsongun", "Kim Čong-un"},
	{"two orthographies", "Cshö Rjonghe", "Tchoe Ryong Hae"},
	{"Latin and Cyrillic", "Hvang Bjongszo", "Хван Бён Со"},
	{"Latin and kana", "Hvang Bjongszo", "ファン・ビョンソ"}
};

/* Different names */
static const Case different[] = {
	{"another given name", "Kim Dzsongun", "김여정"},
	{"another given name", "Kim Dzsongun", "Kim Dzsongil"},
	{"another given name", "Kim Čong-un", "Kim Čong-il"},
	{"another surname", "Cshö Rjonghe", "Cso Rjonghe"},
	{"j is not y where nothing else tells", "Kim Jong Un", "김영은"},
	{"j is not y where nothing else tells", "RI, Jong Chol", "리영철"},
	{"a Hungarian", "Szabó János", "사보"},
	{"a Czech", "Čeněk Kim", "김정"},
	{"a Pole", "Jan Dzong", "전종"}
};

/* j = y where nothing else tells is rare: alike, but less than the other reading */
static const Case shared[] = {
	{"j is y", "Kim Jongil", "김영일"},
	{"j is j", "Kim Jongil", "김정일"}
};

static const Case systems[] = {
	{"sz", "Ri Ulszol", "Hungarian"},
	{"č", "Pak Pong-ču", "Czech, Slovak, Slovene, Croatian"},
	{"endings", "Kims Čenuns", "Latvian, Lithuanian"},
	{"dz", "Kim Dzong Un", "Polish"},
	{"dsch", "Kim Dschong Un", "German, Dutch, Nordic (j = y)"},
	{"tch and eu", "Tchoe Seun Heui", "French"}
};

int
main(void)
{
	CheckSame(same, COUNT(same));
	CheckSame(shared, COUNT(shared));
	CheckDifferent(different, COUNT(different));
	CheckSystem(systems, COUNT(systems));
	return Finish("orthography");
}
