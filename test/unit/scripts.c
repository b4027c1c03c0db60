/*
 * Checks of names in other scripts beside their Latin spellings: gcc -Isrc test/unit/scripts.c with the files of src/name
 * and src/data; prints a line per failing check, exits non-zero if there is one.
 */
#include <stdio.h>
#include <string.h>

#include "name/node/bound.h"
#include "name/node/summary.h"
#include "name/reading/names.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "harness.h"

static int
SimilarityOf(const char *a, const char *b)
{
	uint8_t		x[SM_READING_MAX];
	uint8_t		y[SM_READING_MAX];

	sm_read(x, a, strlen(a));
	sm_read(y, b, strlen(b));
	return sm_similarity(x, y);
}

/* The bound of one name with a node that has only the other */
static int
BoundOf(const SmProbe *probe, const uint8_t *reading)
{
	uint8_t		key[SM_SUMMARY_MAX];
	SmSummary	summary;

	sm_summary_start(&summary);
	sm_summary_add(&summary, reading);
	sm_summary_pack(key, &summary, SM_SUMMARY_MAX);
	return sm_bound(probe, key);
}

/* An index finds one name by the other as a scan does: neither the quick look nor a node turns it away */
static void
CheckFound(const char *a, const char *b, int s)
{
	static SmProbe probe;
	uint8_t		x[SM_READING_MAX];
	uint8_t		y[SM_READING_MAX];

	sm_read(x, a, strlen(a));
	sm_read(y, b, strlen(b));
	sm_probe_prepare(&probe, x);
	Check(sm_query_matches(&probe.query, y, s), "is turned away", a, b, s);
	Check(!sm_query_matches(&probe.query, y, s + 1), "matches at more than it is", a, b, s);
	Check(BoundOf(&probe, y) >= s, "bound too low", a, b, BoundOf(&probe, y));
}

/* A node promises no more of consonants than they weigh where all vowels are right, of few less, joined or alone */
static void
TestBound(void)
{
	static const struct
	{
		const char *a;
		const char *b;
		int			below;
	}			pairs[] = {{"علي حسن", "Ali Hasan", 900}, {"سيف الدين القاضي", "Seifeddine El Kadhi", 800}};
	static SmProbe probe;

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
	{
		uint8_t		x[SM_READING_MAX];
		uint8_t		y[SM_READING_MAX];

		sm_read(x, pairs[i].a, strlen(pairs[i].a));
		sm_read(y, pairs[i].b, strlen(pairs[i].b));
		sm_probe_prepare(&probe, x);
		Check(BoundOf(&probe, y) < pairs[i].below, "bound too high", pairs[i].a, pairs[i].b, BoundOf(&probe, y));
	}
}

/* Names that must be found: what their letters leave open is not held against them */
static void
TestSame(void)
{
	static const char *const same[][2] = {
		/* short vowels are not written, and each language has its spelling */
		{"محمد حسن", "Muhammad Hassan"},
		{"محمد حسن", "Mohamed Hassane"},
		{"جمال خاشقجي", "Jamal Khashoggi"},
		{"بشار الأسد", "Bashar al-Assad"},
		{"بشار الأسد", "ASSAD, Bashar"},
		{"سيف الدين القاضي", "Seifeddine El Kadhi"},
		{"عبد الرحمن السندي", "Abdur Rehman Sindhi"},
		{"عبدالرحمن السندي", "Abd al-Rahman al-Sindi"},
		{"أبو بكر البغدادي", "Abubakr al-Baghdadi"},
		{"مُحَمَّد حَسَن", "Mohammad Hasan"},
		/* letters of Persian, Urdu, Pashto and Kurdish */
		{"محمدتقی اسانلو", "Mohammad Taghi Osanlou"},
		{"غلامرضا پناهیان", "Gholam Reza Panahian"},
		{"چنگیز گلزاده", "Changiz Golzadeh"},
		{"عمران خان نیازی", "Imran Khan Niazi"},
		{"نۆژین ڕەشید", "Nozhin Rashid"},
		/* fathers' names, some of which Latin spellings leave out */
		{"رانيا عمرو مصطفى علوانى", "Rania Elwani"},
		{"صالح أحمد حسن عاشور", "Saleh Ashour"},
		/* bodies, by what their words mean, behind the article and li- too, or by their sound */
		{"شركة الكوثر للتجارة العامة المحدودة", "Al Kawthar General Trading Company Limited"},
		{"بنك الخليج", "Gulf Bank"},
		{"سازمان صنایع دفاع", "Defence Industries Organisation"},
		{"شركة قاطرجي للنقل", "Qatarji Transport Company"},
		{"مؤسسة صروح الخيرية", "Soroh Charity Foundation"},
		{"شرکت مهندسی رهاب", "Rahab Engineering Company"},
		/* the same name in one script */
		{"علی رضایی", "علي رضايي"},
		/* Hebrew: b and v, p and f, k and ch are one letter */
		{"בנימין נתניהו", "Binyamin Netanyahu"},
		{"אברהם בורג", "Avraham Burg"},
		{"יעקב פרי", "Yaakov Peri"},
		{"אחמד ג'מאל", "Ahmad Jamal"},
		{"אחמד ג׳מאל", "Ahmad Jamal"},
		{"אמנון רובינשטיין", "Amnon Rubinstein"},
		/* letters that stand for a sound together */
		{"Ευσταθίου Κωστής", "Efstathiou Kostis"},
		{"Μπακογιάννη Ντόρα", "Bakogianni Ntora"},
		{"Σταύρου Ελένη", "Stavrou Eleni"},
		{"Հովհաննիսյան Որդան", "Hovhannisyan Vordan"},
		{"გიორგი მარგველაშვილი", "Giorgi Margvelashvili"},
		/* Cyrillic of other languages than Russian */
		{"Ҷобирзода Тоҳир", "Jobirzoda Tohir"},
		{"Жаргалтулгын Эрдэнэбат", "Jargaltulgyn Erdenebat"},
		{"Немиря Григорій", "Hryhoriy Nemyria"},
		{"Моллазаде Асим Назим оглу", "Asim Mollazade"},
		/* vowels that are not spoken, initials, the dot below, the nasal */
		{"नरेन्द्र मोदी", "Narendra Modi"},
		{"सोनाक्षी सिन्हा", "Sonakshi Sinha"},
		{"मनमोहन सिंह", "Manmohan Singh"},
		{"ज़ाकिर हुसैन", "Zakir Husain"},
		{"एम॰ वसंती", "M. Vasanti"},
		/* vowels before, behind and round their consonant, and that are not written; mute letters; parts of names; titles */
		{"สมชาย แสวงการ", "Somchai Sawaengkarn"},
		{"นายสมชาย แสวงการ", "Somchai Sawaengkarn"},
		/* several mute letters end no word: what is behind them was not read */
		{"สมด์ส์ชาย แสวงการ", "Somchai Sawaengkarn"},
		{"ประวิตร วงษ์สุวรรณ", "Prawit Wongsuwan"},
		{"กำธร พุ่มหิรัญ", "Kamthorn Phumhiran"},
		{"สมยศ พุ่มพันธุ์ม่วง", "Somyot Poompanmoung"},
		{"จุรินทร์ ลักษณวิศิษฏ์", "Jurin Laksanawisit"},
		{"พัชรวาท วงษ์สุวรรณ", "Patcharawat Wongsuwan"},
		{"กิตติชัย ไตรรัตนศิริชัย", "Kittichai Triratanasirichai"},
		{"วีระศักดิ์ ฟูตระกูล", "Wirasak Futrakul"},
		{"พรรณี เรืองวงศ์", "Pannee Ruangwong"},
		{"ขวัญฤดี เชื้อสวน", "Kwanridee Chuasuan"},
		{"เฉลิมชัย เสนานรงค์", "Chalermchai Senanarong"},
		{"ไชยยศ เหล่าเสือ", "Chaiyot Laosua"},
		{"บริษัท สยามทอง จำกัด", "Siam Thong Company Limited"},
		/* Mandarin in both spellings, surnames of their own reading, Cantonese, bodies */
		{"习近平", "Xi Jinping"},
		{"習近平", "Hsi Chin-p'ing"},
		{"曾庆红", "ZENG Qinghong"},
		{"司馬相如", "Sima Xiangru"},
		{"曾德成", "Tsang Tak Shing"},
		{"成都景昕科技有限公司", "Chengdu Jingxin Technology Co. Ltd"},
		{"海能機械(香港)有限公司", "HAINENG MACHINERY (HONG KONG) CO., LIMITED"},
		{"やまだ たろう", "Yamada Taro"},
		/* o and u make no long vowel before e */
		{"イノウエ", "Inoue"},
		{"田中大輔", "TANAKA, Daisuke"},
		{"井上 健", "Takeshi Inoue"},
		{"佐々木健", "Ken Sasaki"},
		{"サトウ・ケンイチ", "Kenichi Sato"},
	};

	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
	{
		int			s = SimilarityOf(same[i][0], same[i][1]);

		Check(s >= SM_THRESHOLD, "should match", same[i][0], same[i][1], s);
		Check(SimilarityOf(same[i][1], same[i][0]) == s, "not symmetric", same[i][0], same[i][1], s);
		CheckFound(same[i][0], same[i][1], s);
		CheckFound(same[i][1], same[i][0], s);
		Check(SimilarityOf(same[i][0], same[i][0]) == SM_SIMILARITY_ONE, "not itself", same[i][0], "", 0);
	}
}

/* Names of others, who differ in what letters tell */
static void
TestDifferent(void)
{
	static const char *const different[][2] = {
		/* one trade, two bodies */
		{"شركة الكوثر للتجارة العامة المحدودة", "Al Fakher General Trading Company Limited"},
		{"وزارة الدفاع", "Ministry of Foreign Affairs"},
		/* a j, a long vowel in front and one at the end are written; an article ends no word */
		{"جمال حسن", "Hassan Umal"},
		{"حامد سالم", "Hamadi Salem"},
		{"الجماعة المسلحة", "Jamal Musalla"},
		{"محمد حسن", "Mahmoud Hussein"},
		{"محمد حسن", "Ahmad Hassan"},
		{"علي حسن", "Ali Hussein"},
		{"محمد", "Muhammad Ali Hassan"},
		{"عبد الله محمد", "Abdullah Ahmad"},
		{"محمد حسن", "محمد حسين"},
		{"خالد محمود", "Walid Mahmoud"},
		{"يوسف אבן", "Yusuf Kaya"},
		{"אברהם בורג", "Efraim Burger"},
		{"משה כהן", "Meir Cohen"},
		{"Σταύρου Ελένη", "Stathiou Eleni"},
		{"नरेन्द्र मोदी", "Narayan Modi"},
		{"สมชาย แสวงการ", "Somsak Sawaengkarn"},
		{"ประวิตร วงษ์สุวรรณ", "Patcharawat Wongsuwan"},
		{"习近平", "Xi Zhongxun"},
		/* the same sound, other characters */
		{"张晓明", "张小明"},
		{"たなか", "タナベ"},
		/* a character without a reading in Cantonese leaves no name of the surname alone */
		{"陳倂", "Chan"},
	};

	for (size_t i = 0; i < sizeof(different) / sizeof(different[0]); i++)
	{
		int			s = SimilarityOf(different[i][0], different[i][1]);

		Check(s < SM_THRESHOLD, "should not match", different[i][0], different[i][1], s);
		CheckFound(different[i][0], different[i][1], s);
		CheckFound(different[i][1], different[i][0], s);
	}
}

/* A few words of a text are not read in further ways: characters of a text that sound like a name are no name */
static void
TestMention(void)
{
	static const char *const names[] = {"习近平", "やまだ", "Жаргалын", "محمد حسن علي"};
	uint8_t		reading[SM_READING_MAX];

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
	{
		sm_read_as(reading, names[i], strlen(names[i]), (SmReadAs) {SM_READ_MENTION, SM_NAMED_PERSON}, NULL);
		Check(!SM_IS_SEVERAL(reading), "a mention is read in one way", names[i], "", reading[2]);
		sm_read_as(reading, names[i], strlen(names[i]), (SmReadAs) {SM_READ_WHOLE, SM_NAMED_PERSON}, NULL);
		Check(SM_IS_SEVERAL(reading), "a name is read in further ways", names[i], "", reading[2]);
	}
}

int
main(void)
{
	TestMention();
	TestSame();
	TestDifferent();
	TestBound();
	return Finish("scripts");
}
