/* Checks of how names in kana, and their Hepburn spellings, are read */
#include "cases.h"

#include "data/kana_table.h"

/* One name */
static const Case same[] = {
	{"katakana", "キム・ジョンウン", "김정은"},
	{"katakana, voiceless", "キム・チョンウン", "김정은"},
	{"equals sign", "キム＝ジョンウン", "김정은"},
	{"double hyphen", "キム゠ジョンウン", "김정은"},
	{"blank", "キム ジョンウン", "김정은"},
	{"ideographic blank", "キム　ジョンウン", "김정은"},
	{"joined", "キムジョンウン", "김정은"},
	{"a dot between syllables", "キム・ジョン・ウン", "김정은"},
	{"half width", "ｷﾑ ｼﾞｮﾝｳﾝ", "김정은"},
	{"half width", "ﾁｪ･ﾘｮﾝﾍ", "최룡해"},
	{"hiragana", "きむ・じょんうん", "김정은"},
	{"Latin", "チェ・リョンヘ", "CHOE Ryong Hae"},
	{"Hanja", "チェ・リョンヘ", "崔龍海"},
	{"shinjitai", "チャン・ソンテク", "張成沢"},
	{"Cyrillic", "チャン・ソンテク", "Чан Сон Тхэк"},
	{"final l", "リ・ソルジュ", "리설주"},
	{"final l", "キム・ヨンチョル", "김영철"},
	{"final k", "オ・グクリョル", "오극렬"},
	{"final m", "キム・ヨンナム", "김영남"},
	{"final m before a consonant", "キム・ナンジュン", "김남준"},
	{"final p", "クァク・ポムギ", "곽범기"},
	{"wa", "ファン・ビョンソ", "황병서"},
	{"wo", "リ・ソングォン", "리선권"},
	{"ui", "チェ・ソンヒ", "최선희"},
	{"tu", "ノ・ドゥチョル", "로두철"},
	{"law of the South", "イ・ヨンホ", "리영호"},
	{"law of the North", "リ・ヨンホ", "리영호"},
	{"liaison, kh", "キム・ドックン", "김덕훈"},
	{"liaison, ngr", "パク・ソンニョル", "박성렬"},
	{"liaison, kr", "オ・グンニョル", "오극렬"},
	{"liaison, nh", "パク・クネ", "박근혜"},
	{"Hepburn", "Kimu Jonun", "김정은"},
	{"Hepburn", "Che Ryonhe", "최룡해"},
	{"Hepburn", "Chan Sonteku", "장성택"},
	{"Hepburn and kana", "Fan Byonso", "ファン・ビョンソ"}
};

/* Different names */
static const Case different[] = {
	{"another given name", "キム・ジョンウン", "김여정"},
	{"another given name", "キム・ジョンウン", "キム・ジョンイル"},
	{"another surname", "キム・ジョンウン", "パク・ジョンウン"},
	{"surname alone", "キム", "キム・ジョンウン"},
	{"a foreigner", "マイケル・ジョンソン", "김종성"},
	{"a Japanese", "タナカ カクエイ", "탁각영"}
};

/* One spelling of several names */
static const Case shared[] = {
	{"ヨン is 영", "リ・ヨンホ", "리영호"},
	{"ヨン is 용", "リ・ヨンホ", "리용호"},
	{"ヨン is 연", "リ・ヨンホ", "리연호"},
	{"チョン is 정", "チョン・ミョングク", "정명국"},
	{"チョン is 전", "チョン・ミョングク", "전명국"},
	{"ソン is 성", "キム・ソンチョル", "김성철"},
	{"ソン is 송", "キム・ソンチョル", "김송철"},
	{"ソン is 선", "キム・ソンチョル", "김선철"}
};

static const Case systems[] = {
	{"kana", "キム・ジョンウン", "Kana"},
	{"Hepburn", "Chan Sonteku", "Hepburn"}
};

/* The table is sorted */
static void
TestTable(void)
{
	const Case	c = {"table", "", ""};

	for (int i = 1; i < sm_kana_count; i++)
	{
		const uint16_t *x = sm_kana[i - 1].kana;
		const uint16_t *y = sm_kana[i].kana;

		CheckCase(x[0] < y[0] || (x[0] == y[0] && x[1] < y[1]), "should ascend", &c, i);
	}
}

int
main(void)
{
	CheckSame(same, COUNT(same));
	CheckSame(shared, COUNT(shared));
	CheckDifferent(different, COUNT(different));
	CheckSystem(systems, COUNT(systems));
	TestTable();
	return Finish("kana");
}
