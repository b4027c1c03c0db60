/* Checks of names of bodies and ships in Hangul: what their words are, what they match, and what is a person's name and stays one */
#include "cases.h"
#include "name/korean/hangul.h"
#include "name/korean/hangul_words.h"
#include "name/reading/account.h"
#include "name/reading/names.h"
#include "name/reading/unpack.h"
#include "name/reading/written.h"
#include "name/slot.h"

/* What a name is taken for by its words, and these */
typedef struct Transcribed
{
	SmHangulThing thing;
	const char *name;
	const char *words;
} Transcribed;

static const Transcribed transcribed[] = {
	{SM_HANGUL_THING, "조선광업개발무역회사", "korea mining development trading company"},
	/* a name of its own between words that are known, in one word; 해성 is no ministry of 해 */
	{SM_HANGUL_THING, "조선해성무역회사", "korea haesong trading company"},
	{SM_HANGUL_THING, "합장강해운회사", "hapjanggang shipping company"},
	/* as many syllables as may be are of words that are known: 산업, not 산 and 업 */
	{SM_HANGUL_THING, "백두산업회사", "paektu industrial company"},
	/* short words only behind words that are known */
	{SM_HANGUL_THING, "원자력공업성", "atomic energy industry ministry"},
	{SM_HANGUL_PERHAPS, "희천성", "huichonsong"},
	{SM_HANGUL_THING, "제2자연과학원", "je 2 academy of natural sciences"},
	{SM_HANGUL_THING, "39호실", "39 office"},
	{SM_HANGUL_THING, "110호연구소", "110 research institute"},
	/* of ships: numbers, and the word behind */
	{SM_HANGUL_THING, "유성 7호", "yusong 7"},
	{SM_HANGUL_THING, "유성7", "yusong 7"},
	{SM_HANGUL_PERHAPS, "희천호", "huichon"},
	/* no surname of people is as rare as that of a ship */
	{SM_HANGUL_PERHAPS, "락랑호", "rakrang"},
	{SM_HANGUL_PERHAPS, "설악산호", "soraksan"},
	/* persons, also with titles that hold words of bodies, and with a given name that is one */
	{SM_HANGUL_NO_THING, "김정은", NULL},
	{SM_HANGUL_NO_THING, "김 정 은", NULL},
	{SM_HANGUL_NO_THING, "남궁민호", NULL},
	{SM_HANGUL_NO_THING, "유선호", NULL},
	{SM_HANGUL_NO_THING, "박은행", NULL},
	{SM_HANGUL_NO_THING, "김해운", NULL},
	{SM_HANGUL_NO_THING, "김정은동지", NULL},
	{SM_HANGUL_NO_THING, "최명현123", NULL},
	{SM_HANGUL_NO_THING, "조용원 조직비서", NULL},
	{SM_HANGUL_NO_THING, "KIM Jong Un (김정은)", NULL},
	/* a surname of two syllables, but the word of a body behind it */
	{SM_HANGUL_THING, "동방은행", "tongbang bank"},
	{SM_HANGUL_NO_THING, "Kumgang Bank", NULL},
	{SM_HANGUL_NO_THING, "", NULL}
};

/* A field and the name of a thing on a list */
static const Case same[] = {
	{"body", "조선광업개발무역회사", "KOREA MINING DEVELOPMENT TRADING CORPORATION"},
	{"body", "단천상업은행", "TANCHON COMMERCIAL BANK"},
	{"body", "조선무역은행", "FOREIGN TRADE BANK"},
	{"body", "대동신용은행", "DAEDONG CREDIT BANK"},
	{"body", "고려항공", "AIR KORYO"},
	{"body", "조선인민군", "KOREAN PEOPLE'S ARMY"},
	{"body", "원자력총국", "GENERAL BUREAU OF ATOMIC ENERGY"},
	{"body", "정찰총국", "RECONNAISSANCE GENERAL BUREAU"},
	{"body", "조직지도부", "ORGANIZATION AND GUIDANCE DEPARTMENT"},
	{"body", "사회안전성", "MINISTRY OF PEOPLE'S SECURITY"},
	{"body in words", "조선 광업 개발 무역 회사", "KOREA MINING DEVELOPMENT TRADING CORPORATION"},
	{"body as the South writes it", "노동성", "MINISTRY OF LABOR"},
	{"name as the South writes it", "조선연하기계합영회사", "RYONHA MACHINERY JOINT VENTURE CORPORATION"},
	{"name as the South writes it", "낙원무역회사", "RAKWON TRADING"},
	{"name as the South writes it", "용악무역회사", "RYONGAK TRADING"},
	{"name that both write so", "내고향무역회사", "NAEGOHYANG TRADING COMPANY"},
	{"body in Hangul on both sides", "조선광업개발무역회사", "조선 광업개발 무역회사"},
	{"Chinese characters", "高麗航空", "AIR KORYO"},
	{"Chinese characters", "朝鮮人民軍", "KOREAN PEOPLE'S ARMY"},
	{"ship", "청봉", "CHONG BONG"},
	{"ship", "희천호", "HUI CHON"},
	{"ship with a number", "유성 7호", "YU SONG 7"},
	{"ship with a number", "례성강1호", "RYE SONG GANG 1"},
	{"ship with a number", "라남2", "RA NAM 2"}
};

static const Case different[] = {
	{"another bank", "한국은행", "FOREIGN TRADE BANK"},
	{"another bank", "국민은행", "KOREA DAESONG BANK"},
	{"another airline", "대한항공", "AIR KORYO"},
	{"the South's Korea", "한국은행", "KOREA TRADING BANK"},
	{"another company", "조선천성무역회사", "KOREA KWANGSONG TRADING CORPORATION"},
	{"another trade", "고려대학교", "KORYO BANK"},
	{"another number", "제3자연과학원", "SECOND ACADEMY OF NATURAL SCIENCES"},
	{"another number", "유성5호", "YU SONG 7"},
	{"another ship", "금강산호", "KUM GANG 3"},
	{"a person", "유선호", "YU SON"},
	{"a person", "이무역", "KOREA TRADING"}
};

/* The words of a transcript with single blanks between, none at the ends */
static void
Squeeze(char *out, const SmText *text)
{
	int			n = 0;

	for (int i = 0; i < text->length; i++)
		if (text->cp[i] != ' ' || (n > 0 && out[n - 1] != ' '))
			out[n++] = (char) text->cp[i];
	while (n > 0 && out[n - 1] == ' ')
		n--;
	out[n] = '\0';
}

static void
TestTranscribed(void)
{
	for (const Transcribed *t = transcribed; t < transcribed + COUNT(transcribed); t++)
	{
		static SmText text;
		static SmText transcript;
		char		words[SM_TEXT_MAX + 1] = "";

		sm_text_fold(&text, t->name, strlen(t->name));
		Check(sm_hangul_thing(&text) == t->thing, "taken for", t->name, "", (int) sm_hangul_thing(&text));
		if (t->words == NULL)
			continue;
		if (sm_hangul_transcribe(&transcript, &text, false))
			Squeeze(words, &transcript);
		Check(strcmp(words, t->words) == 0, "words", t->name, words, 0);
	}
}

/* Similarity of a field and the name of a thing on a list */
static int
ListedSimilarity(const Case *c)
{
	uint8_t		a[SM_READING_MAX];
	uint8_t		b[SM_READING_MAX];

	sm_read_as(a, c->a, strlen(c->a), (SmReadAs) {SM_READ_SCREENING, SM_NAMED_UNKNOWN}, NULL);
	sm_read_as(b, c->b, strlen(c->b), (SmReadAs) {SM_READ_WHOLE, SM_NAMED_THING}, NULL);
	return sm_similarity(a, b);
}

static void
TestListed(void)
{
	for (const Case *c = same; c < same + COUNT(same); c++)
		CheckCase(ListedSimilarity(c) >= SM_THRESHOLD, "should match", c,
				  ListedSimilarity(c));
	for (const Case *c = different; c < different + COUNT(different); c++)
		CheckCase(ListedSimilarity(c) < SM_THRESHOLD, "should differ", c,
				  ListedSimilarity(c));
}

/* A name, a surname in it and where its given name begins: guards against syllables told beside those of others */
typedef struct Written
{
	const char *name;
	uint32_t	surname;		/* 0 = it is read as none */
	int			given;
} Written;

static const Written written[] = {
	{"청천강", 0xAC15, 0}, {"청천강호", 0xAC15, 0}, {"릉라도3호", 0xB3C4, 0}, {"금운산호", 0xAE08, 1}, {"만경봉호", 0xB9CC, 1},
	{"천리마호", 0xCC9C, 1}, {"희천호", 0, 0}, {"김정은", 0xAE40, 1}, {"김 정 은", 0xAE40, 2}, {"남궁민호", 0, 2}
};

/* Is the hypothesis the one that is meant? */
static bool
IsMeant(const Written *w, const SmParts *parts, const SmHypothesisParts *part)
{
	uint8_t		packed[1 + 2 * SM_CANDIDATES];

	if (w->surname == 0)
		return part->given == 2;
	sm_slot_pack(packed, sm_hangul_surname(w->surname));
	return part->has_surname && part->given == 2 &&
		memcmp(packed, parts->slot[part->slot[0]], (size_t) sm_slot_bytes(packed)) == 0;
}

/* Look at the hypotheses of a name of an account that are meant; returns how many are */
static int
CheckMeant(const Written *w, const SmAccount *account, int name, const uint8_t *reading)
{
	SmParts		parts;
	SmSpan		spans[1 + SM_GIVEN_MAX];
	int			meant = 0;

	sm_unpack(&parts, reading);
	for (int i = 0; i < parts.count; i++)
		if (IsMeant(w, &parts, &parts.part[i]))
		{
			meant++;
			Check(sm_find_written(spans, &account->text, sm_account_name(account, name), &parts, &parts.part[i]) &&
				  spans[1].from == w->given, "written otherwise", w->name, NULL, spans[1].from);
		}
	return meant;
}

static void
TestWritten(void)
{
	for (const Written *w = written; w < written + COUNT(written); w++)
	{
		SmAccount	account;
		SmNames		names;
		int			meant = 0;

		sm_account(&account, w->name, strlen(w->name), (SmReadAs) {SM_READ_FIELD, SM_NAMED_UNKNOWN});
		sm_names(&names, account.reading, NULL);
		for (int i = 0; i < names.count; i++)
			if (SM_IS_KOREAN(names.name[i].reading))
				meant += CheckMeant(w, &account, i, names.name[i].reading);
		Check(meant > 0, "not so read", w->name, NULL, meant);
	}
}

int
main(void)
{
	TestTranscribed();
	TestWritten();
	TestListed();
	return Finish("hangul");
}
