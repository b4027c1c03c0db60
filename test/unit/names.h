#ifndef NAMES_H
#define NAMES_H

/*
 * Random names for tests: spellings of src/data over all systems, words, mixtures.  They are the
 * same everywhere; programs run from the top of the project, whose TSV are read.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "harness.h"

#define NAME_MAX_BYTES 512
#define SPELLINGS_MAX 8000
#define SYLLABLES_MAX 700

/* A row of a table of spellings; share in 1/10,000 a system */
typedef struct Spelling
{
	char		text[24];
	int			share[4];
} Spelling;

/* A syllable or surname and its spellings */
typedef struct Syllable
{
	char		hangul[12];
	int			first;
	int			count;
} Syllable;

typedef struct Table
{
	int			syllables;
	Syllable	syllable[SYLLABLES_MAX];
	int			spellings;
	Spelling	spelling[SPELLINGS_MAX];
} Table;

static Table surnames;
static Table givens;

/* Load a table of spellings: hangul, spelling, nk, mr, rr, sk, basis */
static bool
LoadTable(Table *table, const char *path)
{
	FILE	   *file = fopen(path, "r");
	char		line[256];

	if (file == NULL)
		return false;
	while (fgets(line, sizeof(line), file) != NULL && table->spellings < SPELLINGS_MAX)
	{
		char		hangul[12];
		double		share[4];
		Spelling   *spelling = &table->spelling[table->spellings];
		Syllable   *syllable = NULL;

		if (sscanf(line, "%11[^\t#]\t%23[^\t]\t%lf\t%lf\t%lf\t%lf", hangul, spelling->text,
				   &share[0], &share[1], &share[2], &share[3]) != 6)
			continue;
		if (table->syllables > 0)
			syllable = &table->syllable[table->syllables - 1];
		if (syllable == NULL || strcmp(syllable->hangul, hangul) != 0)
		{
			if (table->syllables == SYLLABLES_MAX)
				break;
			syllable = &table->syllable[table->syllables++];
			strcpy(syllable->hangul, hangul);
			syllable->first = table->spellings;
		}
		for (int y = 0; y < 4; y++)
			spelling->share[y] = (int) (share[y] * 10000);
		syllable->count++;
		table->spellings++;
	}
	fclose(file);
	return table->syllables > 0;
}

/* Some syllables that the names of a group share: the surname, then the given ones */
static const Syllable *family[4];

/* A syllable, the common ones, which stand first, more often */
static const Syllable *
PickSyllable(const Table *table)
{
	if (family[0] != NULL && Random(2))
		return table == &surnames ? family[0] : family[1 + Random(3)];
	return &table->syllable[Random(1 + Random(1 + Random((uint32_t) table->syllables)))];
}

/* A spelling of a syllable in a system, as often as it occurs there; now and then any of them */
static const char *
PickSpelling(const Table *table, const Syllable *syllable, int system)
{
	int			rest = (int) Random(10000);

	if (Random(20) == 0)
		return table->spelling[syllable->first + (int) Random((uint32_t) syllable->count)].text;
	for (int i = syllable->first; i < syllable->first + syllable->count; i++)
	{
		rest -= table->spelling[i].share[system];
		if (rest < 0)
			return table->spelling[i].text;
	}
	return table->spelling[syllable->first].text;
}

/* Append to a name as far as there is room */
static void
Append(char *name, const char *part)
{
	size_t		length = strlen(name);

	snprintf(name + length, NAME_MAX_BYTES - length, "%s", part);
}

/* Capitals for the ASCII letters from a place on: all, or the first one */
static void
Capitals(char *text, bool all)
{
	for (; *text; text++)
		if (*text >= 'a' && *text <= 'z')
		{
			*text = (char) (*text - 'a' + 'A');
			if (!all)
				return;
		}
}

/* The given name: syllables joined, hyphenated or apart, sometimes an initial */
static void
AppendGiven(char *name, int system, int syllables)
{
	static const char *const gaps[] = {"-", " ", "", "-", " ", " - ", "·"};
	const char *gap = gaps[Random(sizeof(gaps) / sizeof(gaps[0]))];

	for (int i = 0; i < syllables; i++)
	{
		size_t		start = strlen(name);

		if (i > 0)
			Append(name, gap);
		if (Random(30) == 0)
			snprintf(name + strlen(name), NAME_MAX_BYTES - strlen(name), "%c.", 'A' + (int) Random(26));
		else
			Append(name, PickSpelling(&givens, PickSyllable(&givens), system));
		if (Random(2))
			Capitals(name + start, false);
	}
}

/* A Korean name in Latin letters or Hangul, in any order and style */
static void
KoreanName(char *name)
{
	int			system = (int) Random(4);
	int			syllables = Random(8) == 0 ? 1 + (int) Random(5) : 2;
	char		surname[NAME_MAX_BYTES] = "";

	if (Random(5) == 0)
	{
		Append(name, PickSyllable(&surnames)->hangul);
		for (int i = 0; i < syllables; i++)
			Append(name, PickSyllable(&givens)->hangul);
		return;
	}
	Append(surname, PickSpelling(&surnames, PickSyllable(&surnames), system));
	Capitals(surname, Random(2));
	switch (Random(12))
	{
		case 0:
			AppendGiven(name, system, syllables);
			Capitals(name, false);
			break;
		case 1:
		case 2:
			AppendGiven(name, system, syllables);
			Append(name, " ");
			Append(name, surname);
			break;
		case 3:
			Append(name, surname);
			AppendGiven(name, system, syllables);
			break;
		default:
			Append(name, surname);
			Append(name, Random(3) == 0 ? ", " : " ");
			AppendGiven(name, system, syllables);
	}
	if (Random(10) == 0)
		Capitals(name, true);
}

/* Surnames and syllables of a script or orthography; the same ones stand in the same places */
typedef struct ScriptParts
{
	const char *surname[6];
	const char *given[10];
	const char *gap;			/* between syllables, besides the usual ones */
} ScriptParts;

static const ScriptParts scripts[] = {
	{{"Ким", "Ли", "Пак", "Чхве", "Цой", "Хван"}, {"Чон", "Ён", "Чхоль", "Хо", "Ын", "Нам", "Сон", "Гук", "Рёль",
		"Чен"}, "-"},
	{{"Кім", "Лі", "Пак", "Чой", "Юґай", "Хван"}, {"Чен", "Йон", "Чхоль", "Хо", "Ин", "Нам", "Сон", "Кук", "Рьоль",
		"Ір"}, ""},
	{{"キム", "リ", "パク", "チェ", "ﾁｪ", "ファン"}, {"ジョン", "ヨン", "チョル", "ホ", "ウン", "ナム", "ソン", "グク", "リョル", "ドッ"}, ""},
	{{"金", "李", "朴", "崔", "南宮", "黃"}, {"正", "英", "哲", "浩", "恩", "南", "成", "国", "烈", "龙"}, ""},
	{{"Jin", "Li", "Piao", "Cui", "Lǐ", "Huang"}, {"zheng", "ying", "zhe", "hao", "en", "nán", "cheng", "guo", "lie",
		"lóng"}, ""},
	{{"Kim", "Ri", "Pak", "Cshö", "Kims", "Hvang"}, {"dzsong", "jong", "cshol", "ho", "un", "nam", "szong", "kuk",
		"rjol", "čen"}, ""},
	{{"Kim", "I", "Pak", "Čche", "Tsoi", "Khvan"}, {"čong", "jong", "čchol", "ho", "un", "nam", "song", "kuk", "rjol",
		"chkhol"}, "-"},
	{{"كيم", "ري", "باك", "تشوي", "چوی", "هوانغ"}, {"جونغ", "يونغ", "تشول", "هو", "أون", "نام", "سونغ", "كوك", "ريول",
		"جونج"}, "-"},
	{{"קים", "לי", "פאק", "צ'וי", "צ׳ו", "הוואנג"}, {"ג'ונג", "יונג", "צ'ול", "הו", "און", "נאם", "סונג", "קוק", "ריול",
		"ג׳ונג"}, "-"},
	{{"Κιμ", "Ρι", "Πακ", "Τσόε", "Τσόι", "Χουάνγκ"}, {"τζονγκ", "γιονγκ", "τσολ", "χο", "ουν", "ναμ", "σονγκ", "κουκ",
		"ριολ", "γιονγκ"}, "-"},
	{{"კიმ", "რი", "პაკ", "ჩოე", "ცოი", "ჰვან"}, {"ჯონ", "იონ", "ჩოლი", "ჰო", "ინი", "ნამ", "სონ", "კუკი", "რიოლ", "ჩენ"},
		" "},
	{{"Կիմ", "Լի", "Պակ", "Չխվե", "Ցոյ", "Հվան"}, {"Ջոնգ", "Յոն", "Չխոլ", "Հո", "Ըն", "Նամ", "Սոն", "Կուկ", "Ռյոլ", "Չեն"},
		" "},
	{{"किम", "री", "पाक", "चोए", "चोई", "ह्वांग"}, {"जोंग", "योंग", "चोल", "हो", "उन", "नाम", "सोंग", "कुक", "र्योल", "जोङ"},
		"-"},
	{{"คิม", "รี", "พัก", "ชเว", "ปาร์ค", "ฮวัง"}, {"จ็อง", "ย็อง", "ช็อล", "โฮ", "อึน", "นัม", "ซ็อง", "กุก", "รย็อล", "จอง"},
		"-"}
};

/* A Korean name in one of the other scripts, or in two of them */
static void
ScriptName(char *name)
{
	const ScriptParts *script = &scripts[Random(sizeof(scripts) / sizeof(scripts[0]))];
	const ScriptParts *given = Random(12) == 0 ? &scripts[Random(sizeof(scripts) / sizeof(scripts[0]))] : script;
	const char *const gaps[] = {"", " ", "・", "-", script->gap};
	const char *gap = gaps[Random(5)];
	int			surname = (int) Random(6);
	int			first = (int) Random(10);
	int			second = (int) Random(10);

	Append(name, script->surname[surname]);
	Append(name, gaps[Random(5)]);
	Append(name, given->given[first]);
	if (Random(8))
	{
		Append(name, gap);
		Append(name, given->given[second]);
	}
	if (Random(8) == 0)
	{
		script = &scripts[Random(sizeof(scripts) / sizeof(scripts[0]))];
		Append(name, " (");
		Append(name, script->surname[surname]);
		Append(name, " ");
		Append(name, script->given[first]);
		Append(name, script->given[second]);
		Append(name, ")");
	}
}

/* What bodies and ships are called in Hangul, and what of it is in Latin letters */
static const char *const body_parts[][2] = {
	{"조선", "Korea"}, {"평양", "Pyongyang"}, {"무역", "Trading"}, {"은행", "Bank"}, {"무역은행", "Foreign Trade Bank"},
	{"합영회사", "Joint Venture Company"}, {"총회사", "General Corporation"}, {"유한책임회사", "LLC"}, {"회사", "Company"},
	{"련하기계", "Ryonha Machinery"}, {"대동강", "Taedonggang"}, {"금강", "Kumgang"}, {"청천강", "Chong Chon Gang"},
	{"광선", "Kwangson"}, {"동방", "Tongbang"}, {"남궁", "Namgung"}, {"백두", "Paektu"}, {"해운", "Shipping"},
	{"연구소", "Research Institute"}, {"광업", "Mining"}, {"개발", "Development"}, {"국가안전보위", "State Security"},
	{"금", "Kum"}, {"성", "Song"}, {"릉", "Rung"}
};

/* A name of a body or ship in Hangul, in Latin words, or in both; often one with a number */
static void
BodyName(char *name)
{
	static const char *const ships[] = {"호", " 호", "호 ", "2호", " 12호", "3", " 7", "제1호", "(주)", ""};
	int			script = Random(3) == 0;

	for (int n = 1 + (int) Random(Random(6) ? 4 : 12); n > 0; n--)
	{
		Append(name, body_parts[Random(sizeof(body_parts) / sizeof(body_parts[0]))][Random(20) == 0 ? !script : script]);
		if (script || Random(3) == 0)
			Append(name, " ");
	}
	if (Random(8) == 0)
		Append(name, PickSyllable(&givens)->hangul);
	if (Random(2) == 0)
		Append(name, ships[Random(sizeof(ships) / sizeof(ships[0]))]);
}

/* Words that are not Korean, some of them nearly so */
static void
AppendWords(char *name, int n)
{
	static const char *const words[] = {
		"Korea", "Trading", "Corporation", "Co., Ltd.", "Chonma", "San", "Viktor", "Petrovich", "Ivan",
		"Muhammad", "Hassan", "Ali", "Star", "7", "12", "VII", "Bank", "ООО", "Фёдор", "中国", "銀行",
		"キム", "김", "IMO 1234567", "M/V", "Al", "de", "Li", "Wang", "Min", "An", "Lee", "James"
	};

	for (int i = 0; i < n; i++)
	{
		if (name[0])
			Append(name, Random(6) == 0 ? ", " : " ");
		Append(name, words[Random(sizeof(words) / sizeof(words[0]))]);
	}
}

/* Parts of names in several scripts: a row is one name */
static const char *const foreign_parts[][8] = {
	{"Mohammed", "Muhamad", "محمد", "מוחמד", "Мухаммад", "მუჰამედ", "मोहम्मद", "Μωχάμεντ"},
	{"Abdul Rahman", "Abdurrahman", "عبد الرحمن", "עבד אל-רחמן", "Абдурахман", "عبدالرحمان", "अब्दुल रहमान", "Abd al-Rahman"},
	{"Yusuf", "Yousef", "يوسف", "יוסף", "Юсуф", "იუსუფ", "यूसुफ", "Յուսուֆ"},
	{"Ali", "Aly", "علي", "עלי", "Али", "ალი", "अली", "Ալի"},
	{"Abu Bakr", "Abubakar", "أبو بكر", "אבו בכר", "Абубакар", "ابوبکر", "अबू बकर", "Abu Bakir"},
	{"al-Jaber", "Aljabir", "الجابر", "אל-ג'אבר", "Аль-Джабер", "ალჯაბერი", "अल-जाबिर", "El Djaber"},
	{"Saif al-Din", "Seifeddine", "سيف الدين", "סיף א-דין", "Сейфуддин", "سیف‌الدین", "सैफुद्दीन", "Saifuddin"},
	{"Shlomo", "Shelomo", "شلومو", "שלמה", "Шломо", "შლომო", "श्लोमो", "Σλόμο"},
	{"Georgiou", "Georgios", "جورج", "גאורגיו", "Георгий", "გიორგი", "जॉर्ज", "Γεωργίου"},
	{"Papadopoulos", "Papadopulos", "بابادوبولوس", "פפדופולוס", "Пападопулос", "პაპადოპულოს", "पापाडोपोलोस", "Παπαδόπουλος"},
	{"Hovhannisyan", "Oganesyan", "هوفهانيسيان", "הובהניסיאן", "Оганесян", "ჰოვჰანისიანი", "होवहनिस्यान", "Հովհաննիսյան"},
	{"Narendra", "Narendar", "ناريندرا", "נרנדרה", "Нарендра", "ნარენდრა", "नरेन्द्र", "Νάρεντρα"},
	{"Xi", "Hsi", "习", "習", "Си", "სი", "शी", "Σι"},
	{"Jinping", "Chin-p'ing", "近平", "近平", "Цзиньпин", "ძინპინი", "जिनपिंग", "ジンピン"},
	{"Inoue", "Inouye", "اينوي", "אינואה", "Иноуэ", "ინოუე", "इनौए", "井上"},
	{"Ken", "Takeshi", "كين", "קן", "Кэн", "კენ", "केन", "健"},
	{"Tanaka", "Tanakka", "タナカ", "たなか", "Танака", "田中", "तनाका", "Τανάκα"},
	{"Somchai", "Somchay", "สมชาย", "סומצ'אי", "Сомчай", "სომჩაი", "सोमचाई", "Σομτσάι"}
};

/* A name whose parts are in one of several scripts */
static void
ForeignName(char *name)
{
	int			script = (int) Random(8);

	for (int n = 1 + (int) Random(4); n > 0; n--)
	{
		int			part = (int) Random(sizeof(foreign_parts) / sizeof(foreign_parts[0]));

		Append(name, foreign_parts[part][Random(10) == 0 ? (int) Random(8) : script]);
		if (n > 1)
			Append(name, Random(6) == 0 ? ", " : " ");
	}
}

static void RandomName(char *name);

/* A name with something beside it, or several in a field */
static void
RandomField(char *name)
{
	static const char *const before[] = {
		"Mr. ", "General ", "c/o ", "Attn: ", "MV ", "1/", "(", "(Pyongyang) ", "위원장 ", "Г-н ", "国务委员会委员长", "Payee ", "12 ",
		"السيد ", "دكتور ", "جناب آقای دکتر ", "הגברת ", "מזכ\"ל ", "רו״ח ", "κ. ", "ბატონი ", "պարոն ", "श्री ", "นาย", "พล.อ."
	};
	static const char *const between[] = {" / ", "; ", ", ", " and ", " & ", " aka ", "\n", " (", " + ", " ", ": "};
	static const char *const behind[] = {
		" (DPRK)", ", Pyongyang", " 위원장", "씨", "先生", " passport 123456", " 7", ")", " IMO 1234567", " Branch", " Zzyzx", " Ltd",
		" NO 1", " NO. 12", " بيونغ يانغ", " קוריאה הצפונית", " Σεούλ", " ჩრდილოეთ კორეის", " Հարավային Կորեա", " प्योङयाङ",
		" เกาหลีเหนือ"
	};

	name[0] = '\0';
	if (Random(2))
		Append(name, before[Random(sizeof(before) / sizeof(before[0]))]);
	for (int n = Random(3) == 0 ? 1 + (int) Random(4) : 1; n > 0; n--)
	{
		char		one[NAME_MAX_BYTES];

		RandomName(one);
		Append(name, one);
		if (n > 1)
			Append(name, between[Random(sizeof(between) / sizeof(between[0]))]);
	}
	if (Random(2))
		Append(name, behind[Random(sizeof(behind) / sizeof(behind[0]))]);
}

/* A random name, now and then a field */
static void
RandomName(char *name)
{
	uint32_t	kind = Random(20);

	if (Random(6) == 0)
	{
		RandomField(name);
		return;
	}
	name[0] = '\0';
	if (kind < 7)
		KoreanName(name);
	else if (kind < 8)
		BodyName(name);
	else if (kind < 11)
		ForeignName(name);
	else if (kind < 14)
		ScriptName(name);
	else if (kind < 18)
		AppendWords(name, 1 + (int) Random(Random(5) == 0 ? 24 : 4));
	else
	{
		KoreanName(name);
		AppendWords(name, 1 + (int) Random(2));
	}
	if (Random(8) == 0 && name[0])
	{
		/* a slip; it may well break a character */
		name[Random((uint32_t) strlen(name))] = "abegiknorsuy'-., 01"[Random(19)];
	}
}

#endif
