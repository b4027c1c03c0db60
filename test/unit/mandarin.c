/* Checks of how names in Mandarin are read through the characters they may stand for */
#include "cases.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"

/* One name */
static const Case same[] = {
	{"pinyin", "Cui Longhai", "최룡해"},
	{"pinyin, surname last", "Longhai Cui", "최룡해"},
	{"pinyin, capitals", "CUI Long Hai", "최룡해"},
	{"pinyin, hyphen", "Jiang Wen-ji", "강문길"},
	{"pinyin, an unusual character", "Jin Tiesan", "김철삼"},
	{"pinyin, list alias", "Li Cheng He", "리성혁"},
	{"pinyin, list alias", "Li Cheng He", "RI SONG HYOK"},
	{"pinyin, apostrophe", "Jin Zheng'en", "김정은"},
	{"pinyin, no apostrophe", "Jin Zhengen", "김정은"},
	{"pinyin, Hanja", "Jin Zhengen", "金正恩"},
	{"pinyin, Cyrillic", "Zhang Chengze", "Чан Сон Тхэк"},
	{"tone marks", "Jīn Zhèng'ēn", "김정은"},
	{"tone marks", "Cuī Lónghǎi", "최룡해"},
	{"tone marks that could be breves", "Lǐ Yǒnghào", "리영호"},
	{"朴 is piao", "Piao Fengzhu", "박봉주"},
	{"單 is shan", "Shan Yingzhe", "단영철"},
	{"任 is ren", "Ren Zhexiong", "임철웅"},
	{"ü typed as v", "Lv Yuanjiu", "려원구"},
	{"ü typed as yu", "Lyu Yuanjiu", "려원구"},
	{"ü", "Lü Yuanjiu", "려원구"},
	{"ü typed as u", "Lu Yuanjiu", "려원구"},
	{"surname of two characters", "Nangong Minzhe", "남궁민철"},
	{"Wade-Giles", "Chin Cheng-en", "김정은"},
	{"Wade-Giles, apostrophes", "Ts'ui Lung-hai", "최룡해"},
	{"Wade-Giles, apostrophes lost", "Tsui Lung-hai", "최룡해"},
	{"Wade-Giles, hs", "Hsu Che-hsiung", "서철웅"},
	{"Hong Kong surname", "Cheung Cheng-tse", "장성택"}
};

/* Different names */
static const Case different[] = {
	{"another given name", "Jin Zhengen", "김여정"},
	{"another given name", "Jin Zhengen", "Jin Zhengri"},
	{"another surname", "Cui Longhai", "Li Longhai"},
	{"朴 is not pu", "Pu Fengzhu", "박봉주"},
	{"a system for the whole name", "Jin Jong Un", "Cui Jong Un"},
	{"a system for the whole name", "Zhang Song Thaek", "장성택"},
	{"given name of one syllable", "Jin Zhe", "김철"},
	{"a Chinese", "Wang Jianlin", "김정은"},
	{"Chinese", "Wang Jianlin", "Wang Qishan"}
};

/* A Chinese name too: read word by word as well */
static const char *const chinese[] = {"Wang Jianlin", "Li Qiang", "Zhang Wei", "Liu Xiaobo"};

static void
TestChinese(void)
{
	for (int i = 0; i < COUNT(chinese); i++)
	{
		const Case	c = {"Chinese", chinese[i], ""};
		uint8_t		reading[SM_READING_MAX];

		sm_read(reading, chinese[i], strlen(chinese[i]));
		CheckCase(SM_HAS_WORDS(reading), "should be read word by word", &c, 0);
	}
}

int
main(void)
{
	CheckSame(same, COUNT(same));
	CheckDifferent(different, COUNT(different));
	TestChinese();
	return Finish("mandarin");
}
