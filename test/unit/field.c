/*
 * Fields that hold more than a name: each kind of what stands beside one, in each script; several names; what is no
 * name of a person; names that nothing stands beside, which are read as they always were.
 */
#include <stdio.h>
#include <string.h>

#include "name/field/field.h"
#include "name/reading/account.h"
#include "name/reading/names.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/weight.h"

#define COUNT(a) ((int) (sizeof(a) / sizeof((a)[0])))

static int	passed;
static int	failed;

/* A field and a listed name */
typedef struct Case
{
	const char *what;
	const char *field;
	const char *listed;
} Case;

static void
Check(bool ok, const char *verdict, const Case *c, int got)
{
	if (ok)
		passed++;
	else
	{
		failed++;
		printf("%s, %s: \"%s\" \"%s\" (%d)\n", verdict, c->what, c->field, c->listed, got);
	}
}

static int
Read(uint8_t *reading, const char *text, SmReadLevel level, SmNamed named)
{
	return sm_read_as(reading, text, strlen(text), (SmReadAs) {level, named}, NULL);
}

/* Similarity of a field, read at a level, and a listed name */
static int
Similarity(const Case *c, SmReadLevel level, SmNamed named)
{
	uint8_t		field[SM_READING_MAX];
	uint8_t		listed[SM_READING_MAX];

	Read(field, c->field, level, SM_NAMED_UNKNOWN);
	Read(listed, c->listed, SM_READ_WHOLE, named);
	return sm_similarity(field, listed);
}

/* One thing beside a Korean's name: seen through on both sides of a comparison */
static const Case beside[] = {
	{"title", "Mr. KIM Jong Un", "KIM, Jong Un"},
	{"title", "General KIM Jong Un", "KIM, Jong Un"},
	/* all that stands before it is no surname */
	{"comma behind the listed name", "General KIM Jong Un", "KIM Jong Un,"},
	{"titles", "Vice Chairman KIM Jong Un", "KIM, Jong Un"},
	{"title and what it is of", "Minister of Light Industry KIM Jong Un", "KIM, Jong Un"},
	{"title behind", "KIM Jong Un, Minister of Defence", "KIM, Jong Un"},
	{"title behind", "KIM Jong Un Esq.", "KIM, Jong Un"},
	{"country", "KIM JONG UN (DPRK)", "KIM, Jong Un"},
	{"town", "KIM JONG UN, Pyongyang", "KIM, Jong Un"},
	{"town", "Kim Jong Un Beijing", "KIM, Jong Un"},
	{"role", "Kim Jong Un (director)", "KIM, Jong Un"},
	{"role", "Shareholder: Kim Jong Un", "KIM, Jong Un"},
	{"nickname", "KIM Jong Un \"Bobby\"", "KIM, Jong Un"},
	{"forename", "Robert KIM Jong Un", "KIM, Jong Un"},
	{"forename and a comma", "David RI, Hong-Sop", "RI, Hong Sop"},
	{"number", "KIM JONG UN 1", "KIM, Jong Un"},
	{"number", "KIM JONG UN #12", "KIM, Jong Un"},
	{"number", "KIM JONG UN No. 5", "KIM, Jong Un"},
	{"number of a paper", "KIM JONG UN passport no. 5", "KIM, Jong Un"},
	{"reference", "Ref. 123456 KIM JONG UN", "KIM, Jong Un"},
	{"account", "KIM JONG UN A/C 12345678", "KIM, Jong Un"},
	{"care of", "c/o KIM JONG UN", "KIM, Jong Un"},
	{"attention", "Attn: KIM JONG UN", "KIM, Jong Un"},
	{"payee", "Payee KIM JONG UN", "KIM, Jong Un"},
	{"birth", "KIM JONG UN DOB 1984-01-08", "KIM, Jong Un"},
	{"passport", "KIM JONG UN, passport 123456789", "KIM, Jong Un"},
	{"signs", "\xE2\x98\x85 KIM JONG UN \xF0\x9F\x98\x80", "KIM, Jong Un"},
	{"entities", "KIM&nbsp;Jong&#32;Un &#40;DPRK&#41;", "KIM, Jong Un"},
	{"entities of letters", "&#75;im Jong Un", "KIM, Jong Un"},
	{"entities twice", "KIM&amp;nbsp;Jong Un", "KIM, Jong Un"},
	{"escapes", "KIM%20Jong%20Un", "KIM, Jong Un"},
	{"escapes of letters", "%EA%B9%80%EC%A0%95%EC%9D%80", "김정은"},
	{"line", "KIM Jong\r\nUn", "KIM, Jong Un"},
	{"given name that ends in a syllable of ships", "Mr. PAK Kwang Ho", "PAK, Kwang Ho"},
	{"Hangul title", "김정은 위원장", "김정은"},
	{"Hangul title glued", "김정은위원장", "김정은"},
	{"Hangul title glued in front", "국무위원장김정은", "김정은"},
	{"Hangul honorific", "김정은씨", "김정은"},
	{"Hangul place", "김정은 (평양)", "김정은"},
	{"Hangul label", "수취인: 김정은", "김정은"},
	{"characters and a title", "金正恩先生", "金正恩"},
	{"characters and a title", "金正恩 委员长", "金正恩"},
	{"Cyrillic title", "Г-н Ким Чен Ын", "Ким Чен Ын"},
	{"Cyrillic title", "Товарищ Ким Чен Ын", "Ким Чен Ын"},
	{"Cyrillic place", "Ким Чен Ын (КНДР)", "Ким Чен Ын"},
	{"kana", "キム・ジョンウン氏", "キム・ジョンウン"},
	{"and another one", "KIM Jong Un and RI Sol Ju", "RI, Sol Ju"},
	{"and another one", "KIM Jong Un & RI Sol Ju", "KIM, Jong Un"},
	{"slash", "KIM JONG UN / RI SOL JU", "RI, Sol Ju"},
	{"semicolon", "Peter Smith; KIM JONG UN", "KIM, Jong Un"},
	/* what stands before a semicolon is no syllable of the name behind it */
	{"a syllable and a semicolon", "Jong; KIM JONG UN zzyzx", "KIM, Jong Un"},
	{"lines", "Peter Smith\nKIM JONG UN", "KIM, Jong Un"},
	{"alias", "PAK UN a.k.a. KIM JONG UN", "KIM, Jong Un"},
	{"brackets", "Peter Smith (KIM JONG UN)", "KIM, Jong Un"},
	{"ordering customer", "1/KIM JONG UN\n2/KWANGBOK STREET\n3/KP/PYONGYANG", "KIM, Jong Un"},
	{"payment", "Payment to KIM JONG UN for goods", "KIM, Jong Un"},
	{"payment and a month that is a name", "SALARY KIM JONG UN March 2022", "KIM, Jong Un"},
	{"address", "KIM JONG UN, 12 Kwangbok Street, Pyongyang", "KIM, Jong Un"},
	{"company", "KIM JONG UN, Kumgang Trading Co", "KIM, Jong Un"},
	{"kin", "Anna Smith, wife of KIM JONG UN", "KIM, Jong Un"},
	{"company and its head", "주식회사 금강, 대표 김정은", "김정은"},
	{"dash", "KIM JONG UN - ABC BANK", "KIM, Jong Un"},
	{"dash", "ABC BANK - KIM JONG UN", "KIM, Jong Un"},
	{"dash", "KIM JONG UN -- KJU", "KIM, Jong Un"},
	{"dash", "KJU \u2013 KIM JONG UN", "KIM, Jong Un"},
	{"dash", "Ким Чен Ын - ОАО Банк", "Ким Чен Ын"},
	{"dash", "서울은행 - 김정은", "김정은"},
	{"dash in a name", "KIM - JONG UN", "KIM, Jong Un"},
	{"dash in a name", "KIM JONG - UN", "KIM, Jong Un"},
	{"brackets in front", "(KJU) KIM JONG UN", "KIM, Jong Un"},
	{"brackets in front", "(KIM) JONG UN", "KIM, Jong Un"},
	{"airline", "KIM/JONG UN MR", "KIM, Jong Un"},
	{"airline, title glued", "KIM/JONGUNMR", "KIM, Jong Un"},
	{"airline, title glued", "MULLER/HANSPETERMR", "MULLER, Hanspeter"},
	{"airline, child", "RI/SOL JU CHD", "RI, Sol Ju"},
	{"airline, comma", "KIM,JONG UN MR", "KIM, Jong Un"}
};

/* A surname from before marriage, names of fathers and sons that one side lacks: on both sides of a comparison */
static const Case families[] = {
	{"maiden name", "Anna SCHMIDT (née MÜLLER)", "MÜLLER, Anna"},
	{"maiden name", "Anna SCHMIDT (née MÜLLER)", "SCHMIDT, Anna"},
	{"maiden name", "SCHMIDT, Anna nee Mueller", "MUELLER, Anna"},
	{"maiden name behind the surname", "SCHMIDT geb. MÜLLER, Anna", "MÜLLER, Anna"},
	{"maiden name behind the surname", "SCHMIDT (geb. MÜLLER), Anna", "SCHMIDT, Anna"},
	{"maiden name", "Anna Maria von Schmidt born Lindqvist", "LINDQVIST, Anna Maria"},
	{"maiden name", "Ewa Kowalska z domu Wiśniewska", "WIŚNIEWSKA, Ewa"},
	{"maiden name", "Jana Dvořáková (roz. Procházková)", "PROCHÁZKOVÁ, Jana"},
	{"maiden name", "Анна Шмидт (урожд. Кузнецова)", "KUZNETSOVA, Anna"},
	{"maiden name of the listed", "Anna Lindqvist", "Anna SCHMIDT (née LINDQVIST)"},
	{"former name", "Anna Schmidt (formerly Lindqvist)", "LINDQVIST, Anna"},
	{"father of, in front", "Abu Bakr Khalid Mansour al-Zarqani", "AL-ZARQANI, Khalid Mansour"},
	{"father of, behind", "Khalid Mansour al-Zarqani Abu Bakr", "AL-ZARQANI, Khalid Mansour"},
	{"father of, behind the comma", "AL-ZARQANI, Khalid Abu Bakr", "AL-ZARQANI, Khalid"},
	{"mother of", "Umm Sulaym Luna al-Shebel", "AL-SHEBEL, Luna"},
	{"son of", "Khalid bin Ahmad bin Saleh al-Zarqani", "AL-ZARQANI, Khalid"},
	{"son of, listed", "Khalid al-Zarqani", "Khalid bin Abd al-Rahman ibn Salah al-Din AL-ZARQANI"}
};

/* Not so */
static const Case other_families[] = {
	{"born on a day", "Anna SCHMIDT born 3 May 1965", "BORN, Anna"},
	{"a surname", "Robert BORN MILLER Smith", "MILLER, Robert"},
	{"a company's former name", "Lindqvist Anna Ltd (formerly Kumgang)", "KUMGANG, Anna"},
	{"a place", "Abu Dhabi National Oil Company", "National Oil Company"},
	{"a surname", "Musa ABU MARZUQ", "ABU BAKR, Musa"},
	{"other fathers", "Khalid bin Ahmad al-Zarqani", "Khalid bin Saleh AL-ZARQANI"},
	{"other fathers", "Khalid bin Ahmad bin Nasser al-Zarqani", "Khalid bin Saleh bin Omar AL-ZARQANI"},
	{"little is left", "Abu Bakr Hassan Ali", "ALI, Hassan"}
};

/* Ships: seen through on both sides as well */
static const Case ships[] = {
	{"label", "MV CHONG CHON GANG", "CHONG CHON GANG"},
	{"label", "M/V CHONG CHON GANG", "CHONG CHON GANG"},
	{"label", "Motor Vessel MARIA III", "MARIA III"},
	{"title in the name", "MT CAPTAIN YAKUBOVICH", "CAPTAIN YAKUBOVICH"},
	{"what identifiers are called in the name", "ID PIONEER (flag: Panama)", "ID PIONEER"},
	{"number", "CHONG CHON GANG IMO 7937317", "CHONG CHON GANG"},
	{"former name", "MV Ocean Star ex TIAN TONG", "TIAN TONG"},
	{"flag", "CHONG CHON GANG (flag: Panama)", "CHONG CHON GANG"},
	{"captain", "MV CHONG CHON GANG, captain Peter Smith", "CHONG CHON GANG"}
};

/* In screening, where the listed names are whole: people */
static const Case screened_persons[] = {
	{"number of a row", "No. 3 Petr Dvorzhak", "DVORZHAK, Petr"},
	{"number of a row", "\u2116 3 Пётр Дворжак", "DVORZHAK, Petr"},
	{"number of a row", "3. Petr Dvorzhak", "DVORZHAK, Petr"},
	{"number of a row", "3) DVORZHAK, Petr", "DVORZHAK, Petr"},
	{"letter of a row", "A) KIM JONG UN", "KIM, Jong Un"},
	{"Roman number of a row", "ii. Kim Jong Un", "KIM, Jong Un"},
	{"Roman number of a row", "I. Kim Jong Un", "KIM, Jong Un"},
	{"dash", "Petr Dvorzhak - ABC BANK", "DVORZHAK, Petr"},
	{"dash before what is unknown", "Petr Dvorzhak - Gutschrift", "DVORZHAK, Petr"},
	{"hyphen before a company", "KIM JONG UN-ABC BANK", "KIM, Jong Un"},
	{"hyphen before a company", "Petr Dvorzhak-ABC BANK", "DVORZHAK, Petr"},
	{"company by way of which", "KIM JONG UN VIA DANDONG BANK", "KIM, Jong Un"},
	{"the same twice", "KIM JONG UN KIM JONG UN", "KIM, Jong Un"},
	{"the same twice", "Petr Dvorzhak Petr Dvorzhak", "DVORZHAK, Petr"},
	{"house and street without a comma", "Petr Dvorzhak 44 Nguyen Hue Blvd", "DVORZHAK, Petr"},
	{"two persons with a comma", "John Smith, Petr Dvorzhak", "DVORZHAK, Petr"},
	{"two persons with a comma", "Petr Dvorzhak, Mary Brown", "DVORZHAK, Petr"},
	{"surname behind, and an account", "Sung Sop KU 12345678", "KU, Sung Sop"},
	{"surname of a letter, and an account", "Kuk-Ryol O (12345678)", "O, Kuk-Ryol"},
	{"form that is a name", "Sia Dvorzhak Petrenko", "DVORZHAK PETRENKO, Sia"},
	{"form that may be initials", "DVORZHAK, A.S.", "DVORZHAK, A. S."},
	{"person and passport", "PETROV Sergey Ivanovich, passport 123456789", "PETROV, Sergey Ivanovich"},
	{"person and company", "PETROV, Sergey Ivanovich, Kumgang Trading Co", "PETROV, Sergey Ivanovich"},
	{"title and what it is of", "Vice Minister of Light Industry RAUF Ibrahim", "RAUF, Ibrahim"},
	/* no "and" between two names */
	{"initial behind a comma", "GARCIA, Y. Ramon, passport 1234567", "GARCIA, Y. Ramon"},
	{"name that reads as a Korean's too", "Wai Min Tan (Singapore)", "W. Min Tan"}
};

/* And bodies and ships */
static const Case screened_things[] = {
	{"branch", "KOREA DAESONG BANK, Shanghai Branch", "KOREA DAESONG BANK"},
	{"town", "KOREA DAESONG BANK (Beijing)", "KOREA DAESONG BANK"},
	{"attention", "KOREA DAESONG BANK attn: Peter Smith", "KOREA DAESONG BANK"},
	{"label", "Beneficiary: KOREA DAESONG BANK", "KOREA DAESONG BANK"},
	{"former name", "Star Bank Ltd (formerly KOREA DAESONG BANK)", "KOREA DAESONG BANK"},
	{"words of offices alone", "Messrs MINISTRY OF STATE SECURITY", "MINISTRY OF STATE SECURITY"},
	{"numeral before an account", "SPARTA III (12345678)", "SPARTA III"},
	{"place with a number", "SAKHALIN 8: GIFT", "SAKHALIN 8"},
	{"place with a number", "PAYMENT TO SAKHALIN 8", "SAKHALIN 8"},
	{"one word before a stroke", "KHOLMOGORY / John Smith", "KHOLMOGORY"},
	{"one word before a dash", "KHOLMOGORY - ABC BANK", "KHOLMOGORY"},
	{"one word before what is paid for", "KHOLMOGORY - RENT", "KHOLMOGORY"},
	{"one word behind a number", "3. KHOLMOGORY", "KHOLMOGORY"}
};

/* Not the person's name */
static const Case different[] = {
	{"company", "Kim Jong Un Trading Co", "KIM, Jong Un"},
	{"company", "Kim Jong Un & Sons Ltd", "KIM, Jong Un"},
	{"company of a word that nobody knows", "Kim Jong Un Aquarium", "KIM, Jong Un"},
	{"university", "Kim Il Sung University", "KIM, Il Sung"},
	{"university", "김일성종합대학", "김일성"},
	{"company", "金正恩贸易有限公司", "金正恩"},
	{"company", "ООО Ким Чен Ын", "Ким Чен Ын"},
	{"further syllable", "KIM Jong Un Chol", "KIM, Jong Un"},
	{"other person", "Mr. KIM Jong Il", "KIM, Jong Un"},
	{"other person", "김정일 위원장", "김정은"},
	{"other person in the other script", "RI Yong Ho (李容浩)", "리영호"},
	{"half a name of two parts", "Linda, Hamilton", "Linda"},
	{"surname and given names of two words each", "LORENZANA CORDON, Marta Julia", "LORENZANA CORDON, Haroldo"},
	{"surname and given names of two words each", "GARCIA LOPEZ, Juan Carlos", "GARCIA, Lopez"},
	{"one word in brackets", "John Smith (KHOLMOGORY)", "KHOLMOGORY"},
	{"one word that a comma parts", "John Smith, KHOLMOGORY", "KHOLMOGORY"},
	{"hyphen in a name", "Abdul Rahman Al-Hasan Trading Company", "ABDUL, Rahman"}
};

/* Numbers tell ships and companies apart, and of two fields with numbers nothing says that they are one */
static const Case numbered[] = {
	{"ships", "MV TIAN TONG 7", "MV TIAN TONG 9"},
	{"ships in Hangul", "금강 1호", "금강 2호"},
	{"ships that read as Koreans", "SAM JONG NO. 1", "SAM JONG NO. 2"},
	{"with and without the word for number", "SAM JONG No 1", "SAM JONG 2"},
	{"numbers behind names", "KIM JONG UN 1", "KIM JONG UN 2"}
};

/* What a list names by a number, and who has another one, or the same and a number of something else beside it */
static const Case other_number[] = {
	{"ship", "SAM JONG 3", "SAM JONG 1"},
	{"ship", "SAM JONG NO. 3", "SAM JONG 2"},
	{"ship with a label", "MV SAM JONG 3, Nampo", "SAM JONG 1"},
	{"ship, parted", "SAM JONG, 3", "SAM JONG 1"},
	{"ship whose words are not Korean", "ADRIAN DARYA 5", "ADRIAN DARYA 1"},
	{"body", "ADVANCED PERSISTENT THREAT 43", "ADVANCED PERSISTENT THREAT 38"}
};

static const Case same_number[] = {
	{"no number", "SAM JONG", "SAM JONG 1"},
	{"none listed", "ADRIAN DARYA 5", "ADRIAN DARYA"},
	{"house number", "ADRIAN DARYA 1, 12 Harbour Road", "ADRIAN DARYA 1"},
	{"account", "SAM JONG 1, account 39", "SAM JONG 1"},
	{"number in letters", "Sam Jong One", "SAM JONG 1"}
};

/* Names and nothing else: one name, read as it is when it is said to be whole */
static const char *const clean[] = {
	"KIM Jong Un", "Kim Jong-un", "KIM, Jong Un", "김정은", "리설주", "남궁민수", "金正恩", "Ким Чен Ын", "キム・ジョンウン", "Peter Smith",
	"Maria Garcia Lopez", "SMITH, Peter", "O'Neill, Jean-Paul", "Nguyễn Văn Minh", "KIM Jong Un (김정은)", "Muhammad al-Hassan"
};

static void
TestSeen(const Case *cases, int n, SmReadLevel level, SmNamed named)
{
	for (const Case *c = cases; c < cases + n; c++)
	{
		int			s = Similarity(c, level, named);
		int			more = Similarity(c, SM_READ_SCREENING, named);

		Check(s >= SM_THRESHOLD, "should match", c, s);
		Check(more >= s, "screening should find no less", c, more);
	}
}

static void
TestOtherFamilies(void)
{
	for (int i = 0; i < COUNT(other_families); i++)
		for (int level = SM_READ_WHOLE; level <= SM_READ_SCREENING; level++)
		{
			int			s = Similarity(&other_families[i], (SmReadLevel) level, SM_NAMED_UNKNOWN);

			Check(s < SM_THRESHOLD, "should differ", &other_families[i], s);
		}
}

static void
TestDifferent(void)
{
	for (int i = 0; i < COUNT(different); i++)
		for (int level = SM_READ_WHOLE; level <= SM_READ_SCREENING; level++)
		{
			int			s = Similarity(&different[i], (SmReadLevel) level, SM_NAMED_PERSON);

			Check(s < SM_THRESHOLD, "should differ", &different[i], s);
		}
	for (int i = 0; i < COUNT(numbered); i++)
	{
		uint8_t		a[SM_READING_MAX];
		uint8_t		b[SM_READING_MAX];

		Read(a, numbered[i].field, SM_READ_FIELD, SM_NAMED_UNKNOWN);
		Read(b, numbered[i].listed, SM_READ_FIELD, SM_NAMED_UNKNOWN);
		Check(sm_similarity(a, b) < SM_THRESHOLD, "should differ", &numbered[i], sm_similarity(a, b));
	}
}

/* In screening a number tells things apart that a list names by one */
static void
TestNumbers(void)
{
	for (int i = 0; i < COUNT(other_number); i++)
	{
		int			s = Similarity(&other_number[i], SM_READ_SCREENING, SM_NAMED_THING);

		Check(s < SM_THRESHOLD, "should differ", &other_number[i], s);
	}
	for (int i = 0; i < COUNT(same_number); i++)
	{
		int			s = Similarity(&same_number[i], SM_READ_SCREENING, SM_NAMED_THING);

		Check(s >= SM_THRESHOLD, "should match", &same_number[i], s);
	}
}

static void
TestClean(void)
{
	for (int i = 0; i < COUNT(clean); i++)
	{
		Case		c = {"clean", clean[i], clean[i]};
		uint8_t		field[SM_READING_MAX];
		uint8_t		whole[SM_READING_MAX];
		int			n = Read(field, clean[i], SM_READ_FIELD, SM_NAMED_UNKNOWN);

		/* characters are read by their sound as well, which is no other part of the field */
		Check(!SM_IS_SEVERAL(field) || (unsigned char) clean[i][0] >= 0xE3, "should be one name", &c, field[2]);
		Check(n == Read(whole, clean[i], SM_READ_WHOLE, SM_NAMED_PERSON) && memcmp(field, whole, (size_t) n) == 0,
			  "should be read as ever", &c, n);
	}
}

/* All of a field is its first name and costs nothing: a text is itself */
static void
TestItself(void)
{
	for (int i = 0; i < COUNT(beside); i++)
	{
		uint8_t		a[SM_READING_MAX];
		uint8_t		b[SM_READING_MAX];
		SmNames		names;

		Read(a, beside[i].field, SM_READ_SCREENING, SM_NAMED_UNKNOWN);
		Read(b, beside[i].field, SM_READ_WHOLE, SM_NAMED_UNKNOWN);
		Check(sm_similarity(a, a) == SM_SIMILARITY_ONE && sm_similarity(a, b) == SM_SIMILARITY_ONE, "should be itself",
			  &beside[i], sm_similarity(a, b));
		sm_names(&names, a, NULL);
		Check(names.count <= SM_NAMES_MAX && names.name[0].price == 0, "should be there whole", &beside[i], names.count);
	}
}

/* A name that is Korean for sure keeps its words where it is of a thing, not where it is a person's */
static void
TestNamed(void)
{
	static const Case c = {"type", "CHONG CHON GANG", ""};
	uint8_t		reading[SM_READING_MAX];

	Read(reading, c.field, SM_READ_WHOLE, SM_NAMED_THING);
	Check(SM_IS_KOREAN(reading) && SM_HAS_WORDS(reading), "should keep words", &c, reading[2]);
	Read(reading, c.field, SM_READ_WHOLE, SM_NAMED_PERSON);
	Check(SM_IS_KOREAN(reading) && !SM_HAS_WORDS(reading), "should be Korean alone", &c, reading[2]);
}

/* What a field is told to be of: what stands behind a comma in a ship's is no given name; parts may be another's */
static void
TestTold(void)
{
	static const Case told[] = {
		{"word behind a comma", "POLA FIVA, Findutils", "POLA FIVA"},
		{"number and word behind a comma", "BICENTENARIO VII, Polkitd", "BICENTENARIO VII"}
	};
	static const Case parts[] = {
		{"employer of a person", "Peter Smith, employee of ROSOBORONEXPORT OAO", "ROSOBORONEXPORT OAO"},
		{"employer of a person", "Peter Smith (BODECARNE, S.A. DE C.V.)", "BODECARNE, S.A. DE C.V."},
		{"person of a body", "Zentralo Handels GmbH (director: PETROV, Sergey Ivanovich)", "PETROV, Sergey Ivanovich"}
	};
	uint8_t		field[SM_READING_MAX];
	uint8_t		listed[SM_READING_MAX];

	for (int i = 0; i < COUNT(told); i++)
	{
		Read(listed, told[i].listed, SM_READ_WHOLE, SM_NAMED_THING);
		Read(field, told[i].field, SM_READ_SCREENING, SM_NAMED_THING);
		Check(sm_similarity(field, listed) >= SM_THRESHOLD, "should match", &told[i], sm_similarity(field, listed));
	}
	for (int i = 0; i < COUNT(parts); i++)
	{
		Read(listed, parts[i].listed, SM_READ_WHOLE, i < 2 ? SM_NAMED_THING : SM_NAMED_PERSON);
		Read(field, parts[i].field, SM_READ_SCREENING, i < 2 ? SM_NAMED_PERSON : SM_NAMED_THING);
		Check(sm_similarity(field, listed) >= SM_THRESHOLD, "should match", &parts[i], sm_similarity(field, listed));
	}
}

/* A short word that a list names a thing by is no Korean surname and syllable: an acronym would be every other Li Na */
static void
TestChance(void)
{
	static const Case chance[] = {{"acronym", "RIRA", ""}, {"acronym", "HUJI", ""}, {"word", "SONA", ""}, {"word", "Yi-Ban", ""}};
	static const Case meant[] = {
		{"syllables", "PO CHON", ""}, {"syllables", "MI RIM", ""}, {"word", "KIMSUKY", ""}, {"word", "Chongchongang", ""},
		{"Hangul", "소나", ""}
	};
	uint8_t		reading[SM_READING_MAX];

	for (int i = 0; i < COUNT(chance); i++)
	{
		Read(reading, chance[i].field, SM_READ_WHOLE, SM_NAMED_THING);
		Check(!SM_IS_KOREAN(reading) && SM_HAS_WORDS(reading), "should be a word alone", &chance[i], reading[2]);
		Read(reading, chance[i].field, SM_READ_WHOLE, SM_NAMED_PERSON);
		Check(SM_IS_KOREAN(reading), "may be a person", &chance[i], reading[2]);
		Read(reading, chance[i].field, SM_READ_SCREENING, SM_NAMED_THING);
		Check(SM_IS_KOREAN(reading), "may be Korean in a field", &chance[i], reading[2]);
	}
	for (int i = 0; i < COUNT(meant); i++)
	{
		Read(reading, meant[i].field, SM_READ_WHOLE, SM_NAMED_THING);
		Check(SM_IS_KOREAN(reading), "should be Korean", &meant[i], reading[2]);
	}
}

/* What stands beside the names of a field costs what its reading says, and can be shown */
static void
TestAccount(void)
{
	static SmAccount account;
	static SmBesideWord word[SM_BESIDE_MAX];
	static char text[SM_ACCOUNT_TEXT_MAX];

	for (int i = 0; i < COUNT(beside); i++)
	{
		SmNames		names;

		sm_account(&account, beside[i].field, strlen(beside[i].field), (SmReadAs) {SM_READ_SCREENING, SM_NAMED_UNKNOWN});
		sm_names(&names, account.reading, NULL);
		Check(names.count == account.count, "should have an account of each name", &beside[i], account.count);
		for (int k = 0; k < names.count; k++)
		{
			int			n = sm_account_beside(word, &account, k);
			int			price = 0;

			for (int w = 0; w < n; w++)
				price += word[w].price;
			Check(price * (SM_BIT / SM_PRICE_BIT) == names.name[k].price, "should add up", &beside[i], price);
		}
	}
	sm_account(&account, "Vice Chairman KIM Jong Un (DPRK)", 32, (SmReadAs) {SM_READ_FIELD, SM_NAMED_UNKNOWN});
	text[sm_account_text(text, &account, sm_account_name(&account, 1))] = '\0';
	Check(account.count == 2 && strcmp(text, "KIM Jong Un") == 0, "should be shown", &beside[0], account.count);
	Check(sm_account_beside(word, &account, 1) == 3 && word[0].kind == SM_BESIDE_TITLE && word[2].kind == SM_BESIDE_PLACE,
		  "should stand beside it", &beside[0], word[2].kind);
	text[sm_account_text(text, &account, word[2].at)] = '\0';
	Check(strcmp(text, "DPRK") == 0, "should be shown", &beside[0], word[2].at.from);
}

/* The names that are shown are those that are most alike, wherever they stand in the field */
static void
TestBest(void)
{
	for (int i = 0; i < COUNT(beside); i++)
	{
		uint8_t		field[SM_READING_MAX];
		uint8_t		listed[SM_READING_MAX];
		SmNames		names;
		SmSum		sum;
		int			best;

		Read(field, beside[i].field, SM_READ_SCREENING, SM_NAMED_UNKNOWN);
		Read(listed, beside[i].listed, SM_READ_WHOLE, SM_NAMED_PERSON);
		sm_names(&names, field, NULL);
		sm_sum(&sum, field, listed);
		best = sm_similarity(names.name[sum.names.a].reading, listed);
		Check(best >= SM_THRESHOLD, "should be the one", &beside[i], best);
	}
}

/* More words than are looked at, signs alone, nothing */
static void
TestLimits(void)
{
	static char text[8192];
	uint8_t		reading[SM_READING_MAX];
	Case		c = {"limits", "", ""};

	for (int i = 0; i < 400; i++)
		strcat(text, i % 2 ? "Wang (Zhao); " : "KIM Jong Un, ");
	Check(Read(reading, text, SM_READ_SCREENING, SM_NAMED_UNKNOWN) <= SM_READING_MAX, "should fit", &c, 0);
	Check(Read(reading, "( ) ; / &", SM_READ_SCREENING, SM_NAMED_UNKNOWN) == SM_READING_HEADER, "should be empty", &c, 0);
	Check(Read(reading, "&#0; &amp; %00 %", SM_READ_SCREENING, SM_NAMED_UNKNOWN) == SM_READING_HEADER, "should be empty", &c, 1);
}

int
main(void)
{
	TestSeen(beside, COUNT(beside), SM_READ_FIELD, SM_NAMED_PERSON);
	TestSeen(families, COUNT(families), SM_READ_FIELD, SM_NAMED_PERSON);
	TestOtherFamilies();
	TestSeen(ships, COUNT(ships), SM_READ_FIELD, SM_NAMED_THING);
	TestSeen(screened_things, COUNT(screened_things), SM_READ_SCREENING, SM_NAMED_THING);
	TestSeen(screened_persons, COUNT(screened_persons), SM_READ_SCREENING, SM_NAMED_PERSON);
	TestDifferent();
	TestNumbers();
	TestClean();
	TestItself();
	TestNamed();
	TestTold();
	TestChance();
	TestAccount();
	TestBest();
	TestLimits();
	printf("field: %d passed, %d failed\n", passed, failed);
	return failed != 0;
}
