/*
 * Checks of Koreans' names in Arabic, Hebrew, Greek, Georgian, Armenian, Devanagari and Thai letters, beside Cyrillic and
 * kana; of names of others in these letters, which have no Korean reading
 */
#include <stdlib.h>

#include "cases.h"

#include "data/romanize_table.h"
#include "data/spelling_table.h"
#include "name/korean/alphabet.h"
#include "name/korean/romanize.h"

#define NAMES_MAX 1000
/*
 * What must be found of each half of the names of a script, alone and with something beside them, and how many names of
 * others may match, in thousandths
 */
#define FOUND_LEAST 940
#define FIELDS_LEAST 900
#define OTHERS_MOST 2

/* One name, declined */
static const Case declined[] = {
	{"Georgian genitive", "კიმ ჩენ ინის", "김정은"},
	{"Georgian ergative", "კიმ ირ სენმა", "김일성"},
	{"Georgian dative", "კიმ ჩენ ირს", "김정일"},
	{"Armenian genitive", "Կիմ Չեն Իրի", "김정일"},
	{"Armenian article", "Կիմ Չեն Ընը", "김정은"},
	{"Armenian ablative", "Կիմ Չեն Ընից", "김정은"},
	{"Russian genitive", "Ким Чен Ына", "김정은"},
	{"Russian instrumental", "Ким Чен Ыном", "김정은"},
	{"Russian genitive, soft", "Ким Ён Чхоля", "김영철"},
	{"Ukrainian genitive", "Кім Чен Іра", "김정일"}
};

/* No ending, or no name of three syllables without it */
static const Case not_declined[] = {
	{"Russian given name", "Ким Анна", "김안"},
	{"name that is whole", "Ли Ён А", "리용"},
	{"Russian surname", "Иван Кима", "김이반"}
};

/* One name */
static const Case same[] = {
	{"Arabic", "كيم جونغ أون", "김정은"},
	{"Arabic, hamza left out", "كيم جونغ اون", "김정은"},
	{"Arabic, Egypt", "كيم جونج أون", "김정은"},
	{"Arabic, with vowels", "كِيم جُونغ أُون", "김정은"},
	{"Arabic, surname last", "جونغ أون كيم", "김정은"},
	{"Arabic, joined", "كيم جونغأون", "김정은"},
	{"Arabic and Latin", "تشوي ريونغ هاي", "CHOE Ryong Hae"},
	{"Arabic and Hanja", "كيم جونغ أون", "金正恩"},
	{"Arabic and kana", "كيم جونغ أون", "キム・ジョンウン"},
	{"Arabic and Cyrillic", "كيم جونغ أون", "Ким Чен Ын"},
	{"Persian", "چوئه ریونگ هه", "최룡해"},
	{"Urdu", "کم جونگ اُن", "김정은"},
	{"Kurdish", "کیم جۆنگ ئون", "김정은"},
	{"Hebrew", "צ'וי ריונג הא", "최룡해"},
	{"Hebrew, geresh", "קים ג׳ונג-און", "김정은"},
	{"Greek", "Κιμ Γιονγκ Ουν", "김정은"},
	{"Greek", "Κιμ Τζονγκ Ουν", "김정은"},
	{"Greek, capitals", "ΚΙΜ ΤΖΟΝΓΚ ΟΥΝ", "김정은"},
	{"Greek, two dots", "Τσόι Ριόνγκ-χάε", "최룡해"},
	{"Georgian, as Russian", "კიმ ჩენ ინი", "김정은"},
	{"Georgian", "კიმ ჯონ ინი", "김정은"},
	{"Georgian, no ending", "პაკ პონ ჯუ", "박봉주"},
	{"Georgian, an i that is none", "ჩოე სონ ჰი", "최선희"},
	{"Armenian", "Կիմ Չեն Ըն", "김정은"},
	{"Armenian", "Չխվե Ռյոն Խե", "최룡해"},
	{"Devanagari", "किम जोंग उन", "김정은"},
	{"Devanagari, Nepali", "किम जोङ्ग उन", "김정은"},
	{"Devanagari, composed", "ह्वांग प्योंग-सो", "황병서"},
	{"Thai", "คิม จ็อง-อึน", "김정은"},
	{"Thai, vowels in front", "ชเว รย็อง-แฮ", "최룡해"},
	{"Thai, a mute letter", "ปาร์ค จีมิน", "박지민"},
	{"Thai, no vowel", "ซน ฮึงมิน", "손흥민"},
	{"assimilation", "ო კინ ნიოლი", "오극렬"},
	{"assimilation", "Չո Մյոն Նոկ", "조명록"},
	{"assimilation", "โช มย็อง-นก", "조명록"},
	{"two alphabets", "קים ג'ונג-און", "Κιμ Τζονγκ Ουν"},
	{"two alphabets", "คิม จ็อง-อึน", "Կիմ Ջոնգ Ուն"},
	{"a title that Hebrew shortens", "ד״ר רי יונג-הו", "리용호"},
	{"a title with vowel signs", "الدُّكتور ري يونغ هو", "리용호"},
	{"a title in capitals", "ΚΎΡΙΟΣ ΚΙΜ ΤΖΟΝΓΚ ΟΥΝ", "김정은"},
	{"a title joined to the name", "นางสาวคิม โย-จ็อง", "김여정"},
	{"a title, a name of two syllables", "الدكتور كيم جون", "김준"},
	{"a title behind Latin letters", "Mr كيم جونغ أون", "김정은"},
	{"two scripts, with a word beside", "نایکن کیم جونگ اون / Kim Jong Un", "김정은"}
};

/* Different names */
static const Case different[] = {
	{"another given name", "كيم جونغ أون", "김여정"},
	{"another given name", "كيم جونغ أون", "كيم جونغ إيل"},
	{"another given name", "קים ג'ונג-און", "김정일"},
	{"another given name", "Κιμ Τζονγκ Ουν", "Κιμ Τζονγκ Ιλ"},
	{"another given name", "კიმ ჩენ ინი", "კიმ ჩენ ირი"},
	{"another given name", "Կիմ Չեն Ըն", "김정일"},
	{"another given name", "किम जोंग उन", "किम यो जोंग"},
	{"another given name", "คิม จ็อง-อึน", "김정일"},
	{"another surname", "كيم جونغ أون", "박정은"},
	{"another surname", "คิม จ็อง-อึน", "พัก จ็อง-อึน"},
	{"order of the given syllables", "כאנג צ'ול-האק", "강학철"},
	{"surname alone", "كيم", "김정은"},
	{"a given name alone", "جونغ أون", "김정은"},
	{"two alphabets in one name", "كيم ჯონ ინი", "김정은"},
	{"beside a title, another given name", "السيد كيم جونغ أون", "김정일"},
	{"beside words, another given name", "ο ηγέτης Κιμ Τζονγκ Ουν", "김정일"},
	{"beside a title, a surname alone", "השגריר קים", "김정은"}
};

/* What tells the systems apart */
static const Case systems[] = {
	{"Arabic", "كيم يونغ تشول", "Arabic"},
	{"Persian", "کیم یونگ چول", "Persian, Urdu, Kurdish"},
	{"Hebrew", "קים יונג-צ'ול", "Hebrew"},
	{"Greek", "Κιμ Γιονγκ Τσολ", "Greek"},
	{"Georgian", "კიმ იონ ჩოლი", "Georgian"},
	{"Armenian", "Կիմ Յոն Չխոլ", "Armenian"},
	{"Devanagari", "किम योंग चोल", "Devanagari"},
	{"Thai", "คิม ย็อง-ช็อล", "Thai"}
};

/* Names of others: compared as words alone */
static const char *const others[] = {
	"محمد حسن", "ميشال عون", "ولی جان", "كيم كارداشيان", "جو بايدن", "القاعدة", "בנימין לוי", "דן רומן", "נחמן שי", "Τζο Μπάιντεν",
	"Σταύρου Ελένη", "გიორგი მარგველაშვილი", "ჯო ბაიდენი", "Հովհաննիսյան Որդան", "नरेन्द्र मोदी", "सी रंगराजन", "के॰ गोपाल",
	"जो बाइडन", "สมชาย แสวงการ", "มานี มีนา", "ประวิตร วงษ์สุวรรณ", "السيد محمد حسن", "فخامة الرئيس ميشال عون", "آقای ولی جان",
	"מר בנימין לוי", "יו\"ר הכנסת נחמן שי", "ο κ. Τζο Μπάιντεν", "ბატონი გიორგი მარგველაშვილი", "պարոն Հովհաննիսյան Որդան",
	"डॉ॰ के॰ गोपाल", "श्री नरेन्द्र मोदी", "นายสมชาย แสวงการ"
};

/* A name of the table, read, and the Korean one that it stands for, in Hangul and in Latin letters */
typedef struct Name
{
	char		script[16];
	int			half;
	char		hangul[32];
	char		name[96];
	uint8_t    *reading;
	uint8_t    *korean;
	uint8_t    *latin;
} Name;

static Name names[NAMES_MAX];

/* A reading of a text, allocated */
static uint8_t *
ReadingOf(const char *text, size_t length)
{
	uint8_t		reading[SM_READING_MAX];
	int			n = sm_read(reading, text, length);

	return memcpy(malloc((size_t) n), reading, (size_t) n);
}

/* Read a table; returns how many names it has */
static int
LoadNames(const char *path)
{
	FILE	   *file = fopen(path, "r");
	char		line[256];
	char		latin[256];
	int			n = 0;

	while (file != NULL && n < NAMES_MAX && fgets(line, sizeof(line), file) != NULL)
	{
		Name	   *name = &names[n];

		if (line[0] == '#' || sscanf(line, "%15[^\t]\t%d\t%31[^\t]\t%95[^\n]", name->script, &name->half, name->hangul,
									 name->name) != 4)
			continue;
		name->reading = ReadingOf(name->name, strlen(name->name));
		name->korean = ReadingOf(name->hangul, strlen(name->hangul));
		name->latin = ReadingOf(latin, sm_romanize(latin, name->hangul, strlen(name->hangul), sm_romanisation("dprk", 4),
												   false));
		n++;
	}
	if (file != NULL)
		fclose(file);
	return n;
}

/* Count the names of one script from..to that are found, at least so many thousandths, and those of others that match */
static void
CheckScript(int from, int to, int least)
{
	int			count[3] = {0};
	int			found[3] = {0};
	int			pairs = 0;
	int			alike = 0;

	for (int i = from; i < to; i++)
	{
		const Name *name = &names[i];

		count[name->half]++;
		found[name->half] += sm_similarity(name->reading, name->korean) >= SM_THRESHOLD &&
			sm_similarity(name->reading, name->latin) >= SM_THRESHOLD;
		for (int k = from; k < to; k++)
			if (strcmp(names[k].hangul, name->hangul) != 0)
			{
				pairs++;
				alike += sm_similarity(name->reading, names[k].korean) >= SM_THRESHOLD;
			}
	}
	printf("%s: %d of %d, %d of %d found; %d of %d others alike\n", names[from].script, found[1], count[1], found[2],
		   count[2], alike, pairs);
	for (int half = 1; half <= 2; half++)
		Check(found[half] * 1000 >= count[half] * least, "too few names found", names[from].script, NULL, half);
	Check(alike * 1000 <= pairs * OTHERS_MOST, "too many names of others match", names[from].script, NULL, alike);
}

/* The names of a table, by script */
static void
CheckNames(const char *path, int scripts, int least)
{
	int			n = LoadNames(path);
	int			found = 0;

	for (int from = 0, to; from < n; from = to)
	{
		for (to = from; to < n && strcmp(names[to].script, names[from].script) == 0;)
			to++;
		CheckScript(from, to, least);
		found++;
	}
	Check(found == scripts, "scripts of", path, NULL, found);
	for (int i = 0; i < n; i++)
	{
		free(names[i].reading);
		free(names[i].korean);
		free(names[i].latin);
	}
}

/* Names as newspapers write them, alone and with titles, places and further words beside them */
static void
TestPress(void)
{
	CheckNames("test/data/korean_scripts.tsv", 10, FOUND_LEAST);
	CheckNames("test/data/korean_fields.tsv", 8, FIELDS_LEAST);
}

/* Each name of others has words and no Korean reading */
static void
TestOthers(void)
{
	for (int i = 0; i < COUNT(others); i++)
	{
		uint8_t		reading[SM_READING_MAX];

		sm_read(reading, others[i], strlen(others[i]));
		Check(!SM_IS_KOREAN(reading), "should have no Korean reading", others[i], NULL, 0);
	}
}

/* The system that a name is read in first */
static void
TestSystems(void)
{
	for (const Case *c = systems; c < systems + COUNT(systems); c++)
	{
		static SmText text;
		SmKorean	korean;

		sm_text_fold(&text, c->a, strlen(c->a));
		CheckCase(sm_alphabet_read(&korean, &text) &&
				  strcmp(sm_system_title(korean.hypothesis[0].system), c->b) == 0, "should be read in", c, 0);
	}
}

/* The table is sorted */
static void
TestTable(void)
{
	for (int i = 1; i < sm_alphabet_letter_count; i++)
		Check(sm_alphabet_letters[i - 1].letter < sm_alphabet_letters[i].letter, "should ascend", "letters", NULL, i);
}

int
main(void)
{
	CheckSame(same, COUNT(same));
	CheckSame(declined, COUNT(declined));
	CheckDifferent(not_declined, COUNT(not_declined));
	CheckDifferent(different, COUNT(different));
	TestSystems();
	TestOthers();
	TestPress();
	TestTable();
	return Finish("alphabet");
}
