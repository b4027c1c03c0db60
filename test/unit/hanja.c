/*
 * Checks of how names in Chinese characters are read: as Korean names if they can be, and always
 * letter by letter too.  What is known to fail is listed and reported apart.
 */
#include "cases.h"

#include "data/hanja_table.h"
#include "data/syllable_table.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/weight.h"

/* One name: both are Korean names and match, both ways */
static const Case same[] = {
	{"朴 is not the simplified 樸", "朴奉珠", "박봉주"},
	{"樸 that a conversion made of 朴", "樸永植", "박영식"},
	{"餘 that a conversion made of 余", "餘元九", "여원구"},
	{"範 that a conversion made of 范", "範正鎬", "범정호"},
	{"於 that a conversion made of 于", "於東側", "우동측"},
	{"仇 is 구", "仇英哲", "구영철"},
	{"shinjitai that no table of variants has", "朴発男", "朴發男"},
	{"shinjitai that no table of variants has", "朴辺哲", "朴邊哲"},
	{"shinjitai that no table of variants has", "金観哲", "金觀哲"},
	{"shinjitai that no table of variants has", "金歓喜", "金歡喜"},
	{"shinjitai that no table of variants has", "金駅哲", "金驛哲"},
	{"shinjitai that no table of variants has", "金読哲", "金讀哲"},
	{"shinjitai that no table of variants has", "金継哲", "金繼哲"},
	{"shinjitai that no table of variants has", "金帰哲", "金歸哲"},
	{"shinjitai that no table of variants has", "金拠哲", "金據哲"},
	{"shinjitai that no table of variants has", "金択哲", "金擇哲"},
	{"shinjitai that no table of variants has", "金覚哲", "金覺哲"},
	{"shinjitai that no table of variants has", "金軽哲", "金輕哲"},
	{"shinjitai that no table of variants has", "金渓哲", "金溪哲"},
	{"shinjitai that no table of variants has", "金経哲", "金經哲"},
	{"shinjitai 德, 惠, 萬", "姜徳恵", "姜德惠"},
	{"shinjitai 德, 惠, 萬", "金万哲", "김만철"},
	{"寧 is 녕", "李寧哲", "리녕철"},
	{"樂 is 락", "李樂哲", "리락철"},
	{"異 is 이", "金異哲", "김이철"},
	{"鈴 is 령, 영 in the South", "金鈴姬", "김영희"},
	{"wrong characters of one reading", "金己男", "金基南"},
	{"wrong characters of one reading", "吳羞容", "오수용"},
	{"金 is 김, not 금", "金正恩", "김정은"},
	{"金 is 금 in a given name", "李金哲", "리금철"},
	{"沈 is 심, not 침", "沈在哲", "심재철"},
	{"車 is 차, not 거", "車承元", "차승원"},
	{"车 is 차", "车承元", "차승원"},
	{"葉 is 섭, not 엽", "葉正國", "섭정국"},
	{"叶 is the simplified 葉", "叶正国", "섭정국"},
	{"葉 is 엽 in a given name", "李葉", "리엽"},
	{"單 is 선", "單英哲", "선영철"},
	{"單 is 단", "單英哲", "단영철"},
	{"单 is 單", "单英哲", "선영철"},
	{"任 is 임, not 림", "任鍾晳", "임종석"},
	{"余 is not the simplified 餘", "余元九", "여원구"},
	{"范 is not the simplified 範", "范正鎬", "범정호"},
	{"于 is not the simplified 於", "于東側", "우동측"},
	{"云 is not the simplified 雲", "金云龍", "김운룡"},
	{"雲", "金雲龍", "김운룡"},
	{"后 is not the simplified 後", "金后男", "김후남"},
	{"李 is 리", "李永浩", "리영호"},
	{"李 is 이 in the South", "李永浩", "이영호"},
	{"劉 is 류", "劉英哲", "유영철"},
	{"兪 is 유", "兪銀惠", "유은혜"},
	{"俞 is 兪", "俞銀惠", "유은혜"},
	{"丁 is 정", "丁世均", "정세균"},
	{"曹 is 曺", "曹永哲", "조영철"},
	{"shinjitai 沢", "張成沢", "장성택"},
	{"simplified 泽", "张成泽", "장성택"},
	{"shinjitai and traditional", "張成沢", "張成澤"},
	{"shinjitai and simplified", "張成沢", "张成泽"},
	{"shinjitai 竜", "崔竜海", "최룡해"},
	{"simplified 龙", "崔龙海", "최룡해"},
	{"simplified, law of the South", "崔龙海", "최용해"},
	{"simplified, Latin", "崔龙海", "CHOE Ryong Hae"},
	{"shinjitai 広", "金広浩", "김광호"},
	{"shinjitai 鉄", "金鉄", "김철"},
	{"simplified 铁", "金铁", "김철"},
	{"simplified 彻", "金英彻", "김영철"},
	{"simplified 凤", "朴凤柱", "박봉주"},
	{"two traditional characters of one simplified", "太钟守", "태종수"},
	{"wrong characters of one reading", "金英哲", "金英徹"},
	{"wrong characters of one reading", "朴奉珠", "朴凤柱"},
	{"wrong characters of one reading", "吳秀容", "오수용"},
	{"Latin", "金正恩", "KIM Jong Un"},
	{"Latin", "金正恩", "Jong-un Kim"},
	{"McCune-Reischauer", "吳克烈", "O Kŭng-nyŏl"},
	{"Revised", "張成澤", "Jang Seong-taek"},
	{"South Korean ad hoc", "李永浩", "Lee Young-ho"},
	{"law of the South in a given name", "金玲姬", "김영희"},
	{"law of the South in a given name", "李相烈", "이상열"},
	{"compatibility 金 U+F90A", "\uF90A正恩", "김정은"},
	{"compatibility 李 U+F9E1", "\uF9E1永浩", "리영호"},
	{"compatibility 金 U+F90A", "\uF90A正恩", "金正恩"},
	{"blanks", "金 正 恩", "김정은"},
	{"ideographic blank", "金\u3000正恩", "김정은"},
	{"middle dot", "金·正恩", "김정은"},
	{"katakana middle dot", "金・正恩", "김정은"},
	{"half-width katakana middle dot", "金\uFF65正恩", "김정은"},
	{"variation selectors", "金\uFE00正恩\U000E0100", "김정은"},
	{"iteration mark", "金哲々", "金哲哲"},
	{"given name of one character", "張雄", "장웅"},
	{"given name of one character", "许锳", "허영"},
	{"rare surname, given name of one character", "卜雄", "복웅"},
	{"surname of two characters", "南宮敏", "남궁민"},
	{"surname of two characters", "南宫哲秀", "남궁철수"},
	{"surname of two characters", "皇甫官", "황보관"},
	{"surname of two characters", "諸葛成烈", "제갈성렬"},
	{"surname of two characters", "诸葛成烈", "Jegal Song Ryol"},
	{"surname of two characters", "司空壹", "사공일"},
	{"surname of two characters", "鮮于輝", "선우휘"},
	{"surname of two characters", "鲜于辉", "Sonu Hwi"},
	{"surname of two characters", "西門卓", "서문탁"},
	{"surname of two characters", "獨孤俊", "독고준"},
	{"surname of two characters", "独孤俊", "Tokko Jun"},
	{"surname of two characters", "東方玄", "동방현"},
	/* a Chinese name reads as a Korean one too: 왕건림, for better or worse */
	{"Chinese name", "王健林", "왕건림"},
	{"character that Unihan gives no Korean reading", "閔丙梪", "민병두"},
	{"Chinese names of one Korean reading", "王健林", "王建林"}
};

/* Different names */
static const Case different[] = {
	{"another given name", "金正恩", "金與正"},
	{"another given name", "金正恩", "김여정"},
	{"another given name", "金正恩", "KIM Yo Jong"},
	{"another surname", "金正恩", "朴正恩"},
	{"characters tell 영 from 용", "李英浩", "리용호"},
	{"characters tell 영 from 용", "李英浩", "李容浩"},
	{"order of the given characters", "姜哲學", "姜學哲"},
	{"任 is not 林", "任哲", "宋哲"},
	{"surname alone", "金", "金正恩"},
	{"Chinese name", "王健林", "王岐山"},
	{"Chinese name", "王健林", "金正恩"},
	{"Chinese name in Latin letters", "王健林", "KIM Jong Un"},
	{"Japanese name", "田中角栄", "田中真紀子"}
};

/* Names read letter by letter alone, or too: the same name is the same */
static const char *const literal[] = {
	"金正恩", "王健林", "田中角栄", "安倍晋三", "中国建设银行", "金", "佐々木", "\U0002A6D6\U0002A6D5", "北京大学出版社"
};

/* Spellings of one name that ought to match */
static const Case known_to_fail[] = {
	{"characters guessed from the Latin spelling", "李勇哲", "리영철"}
};

static void
TestSame(void)
{
	for (int i = 0; i < COUNT(same); i++)
	{
		bool		korean;
		int			s = Similarity(same[i].a, same[i].b, &korean);

		CheckCase(korean, "should be Korean", &same[i], s);
		CheckCase(s >= SM_THRESHOLD, "should match", &same[i], s);
		CheckCase(Similarity(same[i].b, same[i].a, &korean) == s, "should commute", &same[i], s);
	}
}

static void
TestDifferent(void)
{
	for (int i = 0; i < COUNT(different); i++)
	{
		bool		korean;
		int			s = Similarity(different[i].a, different[i].b, &korean);

		CheckCase(s < SM_THRESHOLD, "should differ", &different[i], s);
		CheckCase(Similarity(different[i].b, different[i].a, &korean) == s, "should commute", &different[i], s);
	}
}

/* A name in Chinese characters may be anyone's: it keeps its letters */
static void
TestLiteral(void)
{
	for (int i = 0; i < COUNT(literal); i++)
	{
		const Case	c = {"letters", literal[i], literal[i]};
		uint8_t		reading[SM_READING_MAX];
		bool		korean;
		int			s = Similarity(literal[i], literal[i], &korean);

		CheckCase(s == SM_SIMILARITY_ONE, "should be the same", &c, s);
		sm_read(reading, literal[i], strlen(literal[i]));
		CheckCase(SM_HAS_WORDS(reading), "should be read letter by letter", &c, s);
	}
}

/* The tables are sorted, and their places are in range */
static void
TestTables(void)
{
	const Case	c = {"tables", "", ""};

	for (int i = 1; i < sm_hanja_count; i++)
		CheckCase(SM_HANJA_CHARACTER(sm_hanja[i - 1]) < SM_HANJA_CHARACTER(sm_hanja[i]), "should ascend", &c, i);
	for (int i = 0; i < sm_hanja_count; i++)
		CheckCase(sm_hanja_slots[SM_HANJA_READING(sm_hanja[i])->slot] <= SM_CANDIDATES, "should be a slot", &c, i);
	for (int i = 1; i < sm_hanja_surname_count; i++)
	{
		const uint32_t *x = sm_hanja_surnames[i - 1].hanja;
		const uint32_t *y = sm_hanja_surnames[i].hanja;

		CheckCase(x[0] < y[0] || (x[0] == y[0] && x[1] < y[1]), "should ascend", &c, i);
	}
}

int
main(void)
{
	TestSame();
	TestDifferent();
	TestLiteral();
	TestTables();
	ReportKnown(known_to_fail, COUNT(known_to_fail));
	return Finish("hanja");
}
