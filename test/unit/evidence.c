/* Evidence: the worked examples of docs/evidence.md, places, and that the order of facts does not matter */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "name/person/birth.h"
#include "name/person/country.h"
#include "name/person/evidence.h"
#include "harness.h"

/* Facts in words: dates, countries and documents with semicolons between, gender, birth place; the weight in bits */
typedef struct Side
{
	const char *births;
	const char *countries;
	const char *gender;
	const char *place;
	const char *documents;
} Side;

typedef struct Example
{
	const char *what;
	Side		subject;
	Side		listed;
	double		name;
	double		evidence;
	SmVerdict	verdict;
} Example;

static const Example examples[] = {
	{"Choi Myung-hyun", {"1966-01-20", "KP", "m", "", ""}, {"1966-01-20", "Korea, North", "m", "", ""}, 15.8, 19.3,
		SM_VERDICT_STRONG},
	{"another Kim Yong Chol", {"1978-05-05", "KR", "", "", ""}, {"1962-02-18", "KP", "", "", ""}, 11.5, -10,
		SM_VERDICT_CONTRADICTED},
	{"circa", {"1978-05-05", "KR", "", "", ""}, {"circa 1946;circa 1947", "", "", "", ""}, 11.5, -4, SM_VERDICT_WEAK},
	{"Park Jin-hyok", {"1984-10-18", "", "m", "", ""}, {"1984-08-15;1984-10-18", "", "m", "", ""}, 16, 13.3,
		SM_VERDICT_STRONG},
	{"Ri Un-song, OFAC", {"1969-07-22", "", "", "", ""}, {"1969-07-23", "", "", "", ""}, 13, 3.5, SM_VERDICT_POSSIBLE},
	{"Ri Un-song, UN", {"1969-07-22", "", "", "", ""}, {"1969-07-22", "", "", "", ""}, 13, 14, SM_VERDICT_STRONG},
	{"Kim Jong-shik", {"1968-03-02", "KR", "m", "", ""}, {"1967/1969", "", "m", "", ""}, 11.7, 5.3,
		SM_VERDICT_POSSIBLE},
	{"a passport", {"1990-01-02", "", "m", "", "passport:745120331"},
		{"1971-09-16", "", "m", "", "passport:745120331"}, 0, 12.3,
	SM_VERDICT_STRONG},
	{"nothing known", {"", "", "", "", ""}, {"1971-09-16", "KP", "m", "Pyongyang", "passport:745120331"}, 12, 0,
		SM_VERDICT_POSSIBLE},
	{"another passport", {"", "", "", "", "passport:745120339"}, {"", "", "", "", "passport:745120331"}, 12, 0,
		SM_VERDICT_POSSIBLE},
	{"another ship", {"", "", "", "", "imo:9187629"}, {"", "", "", "", "imo:9054779"}, 12, -8, SM_VERDICT_CONTRADICTED},
	{"another ship of a rare name", {"", "", "", "", "imo:9187629"}, {"", "", "", "", "imo:9054779"}, 40, -8,
		SM_VERDICT_WEAK},
	{"a town", {"", "", "", "Sinuiju", ""}, {"", "", "", "Sinuiju-si, North P'yo'ngan Province, DPRK", ""}, 12, 4,
		SM_VERDICT_POSSIBLE},
	{"a country", {"", "", "", "Hamhung, North Korea", ""}, {"", "", "", "Sinuiju, DPRK", ""}, 12, 0,
		SM_VERDICT_POSSIBLE},
	{"a province is no town", {"", "", "", "North Province", ""}, {"", "", "", "North Hamgyong Province", ""}, 12, 0,
		SM_VERDICT_POSSIBLE},
	{"country and nationality are one fact", {"", "KR", "", "Seoul, South Korea", ""},
		{"", "KP", "", "Sinuiju, DPRK", ""}, 12, -2,
	SM_VERDICT_WEAK},
	{"one of two whole days, 4 years off", {"1968-03-02", "", "", "", ""}, {"1964-02-22;1974-05-21", "", "", "", ""},
		20, -2.5, SM_VERDICT_WEAK},
	{"one of two years, 4 years off", {"1968-03-02", "", "", "", ""}, {"1964;1974", "", "", "", ""}, 20, -1,
		SM_VERDICT_POSSIBLE},
	{"any of several countries", {"", "RU;KP", "", "", ""}, {"", "KP;RU", "", "", ""}, 12, 5, SM_VERDICT_POSSIBLE},
	{"only a year and a rare name", {"1971", "KP", "", "", ""}, {"1971-09-16", "KP", "", "", ""}, 25, 11,
		SM_VERDICT_STRONG},
	{"a telephone finds only", {"", "", "", "", "phone:+850 2 381 1234"}, {"", "", "", "", "phone:85023811234"}, 0, 8,
		SM_VERDICT_POSSIBLE},
	{"a telephone beside a name", {"", "", "", "", "phone:+850 2 381 1234"}, {"", "", "", "", "phone:85023811234"},
		12, 8, SM_VERDICT_POSSIBLE},
	{"a short number beside a name", {"", "", "", "", "passport:38112"}, {"", "", "", "", "passport:38112"}, 12,
		16.61, SM_VERDICT_STRONG},
	{"a short number alone", {"", "", "", "", "passport:38112"}, {"", "", "", "", "passport:38112"}, 0, 16.61,
		SM_VERDICT_POSSIBLE}
};

/* Facts of a side, with room for them */
typedef struct Room
{
	SmFacts		facts;
	SmBirth		births[4];
	uint16_t	countries[SM_COUNTRIES_MAX];
	uint16_t	issuers[SM_COUNTRIES_MAX];
	SmPlace		place;
	SmDocument	document;
} Room;

static void
ReadSide(Room *room, const Side *side)
{
	const char *at = side->births;

	memset(room, 0, sizeof(Room));
	while (*at)
	{
		size_t		length = strcspn(at, ";");

		if (sm_birth_read(&room->births[room->facts.births], at, length) == SM_BIRTH_READ)
			room->facts.births++;
		at += length + (at[length] == ';');
	}
	room->facts.countries = sm_countries_read(room->countries, side->countries, strlen(side->countries));
	room->facts.gender = side->gender[0];
	sm_place_read(&room->place, side->place, strlen(side->place));
	room->facts.places = side->place[0] != '\0';
	if (side->documents[0])
	{
		const char *colon = strchr(side->documents, ':');

		room->document.keys = sm_document_keys(room->document.key,
											   sm_document_kind(side->documents, (size_t) (colon - side->documents)),
											   colon + 1, strlen(colon + 1));
		room->facts.documents = 1;
	}
	room->facts.birth = room->births;
	room->facts.country = room->countries;
	room->facts.issuer = room->issuers;
	room->facts.place = &room->place;
	room->facts.document = &room->document;
}

/* What the list says of the name, and how alike names are, beside the same facts */
static void
CheckNames(void)
{
	static const struct
	{
		const char *what;
		Side		subject;
		Side		listed;
		SmNameEvidence name;
		SmVerdict	verdict;
	}			cases[] = {
		{"against a name", {"1984-05-05", "", "", "", ""}, {"1984-08-15", "", "", "", ""}, {SM_WEIGHT(20), false, true},
		SM_VERDICT_POSSIBLE},
		{"against a name of few bits", {"1984-05-05", "", "", "", ""}, {"1984-08-15", "", "", "", ""},
		{SM_WEIGHT(12), false, true}, SM_VERDICT_WEAK},
		{"against a weak alias", {"1984-05-05", "", "", "", ""}, {"1984-08-15", "", "", "", ""},
		{SM_WEIGHT(20), true, true}, SM_VERDICT_WEAK},
		{"nothing against a weak alias", {"", "", "", "", ""}, {"1984-08-15", "", "", "", ""},
		{SM_WEIGHT(12), true, true}, SM_VERDICT_POSSIBLE},
		{"21 bits alone", {"", "", "", "", "passport:B12345"}, {"", "", "", "", "passport:B12345"}, {0, false, false},
		SM_VERDICT_POSSIBLE},
		{"21 bits beside a name that is alike", {"", "", "", "", "passport:B12345"}, {"", "", "", "", "passport:B12345"},
		{0, false, true}, SM_VERDICT_STRONG},
		{"16 bits beside a name that is alike", {"", "", "", "", "passport:38112"}, {"", "", "", "", "passport:38112"},
		{0, false, true}, SM_VERDICT_POSSIBLE},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		Room		subject;
		Room		listed;
		SmEvidence	evidence;

		ReadSide(&subject, &cases[i].subject);
		ReadSide(&listed, &cases[i].listed);
		sm_evidence(&evidence, &subject.facts, &listed.facts, &cases[i].name);
		Check(evidence.verdict == cases[i].verdict, cases[i].what, sm_verdict_name(evidence.verdict), NULL,
			  evidence.bits);
	}
}

/* What stands for a nationality that one side does not tell, whichever side it is */
static void
CheckOtherCountries(void)
{
	static const struct
	{
		const char *what;
		Side		national;
		Side		other;
		const char *issuers;
		double		name;
		double		evidence;
		SmVerdict	verdict;
	}			cases[] = {
		{"a passport", {"", "RU", "", "", ""}, {"", "", "", "", ""}, "Russia", 12, 1, SM_VERDICT_POSSIBLE},
		{"a passport of elsewhere", {"", "RU", "", "", ""}, {"", "", "", "Moscow", ""}, "Iran", 12, -2,
		SM_VERDICT_WEAK},
		{"a North Korean passport", {"", "KP;KR", "", "", ""}, {"", "", "", "", ""}, "Korea, North", 12, 5,
		SM_VERDICT_POSSIBLE},
		{"born in North Korea", {"", "KP", "", "", ""}, {"", "", "", "Sinuiju, DPRK", ""}, "", 12, 5,
		SM_VERDICT_POSSIBLE},
		{"born there", {"", "MX", "", "", ""}, {"", "", "", "Mexico", ""}, "", 20, 0, SM_VERDICT_POSSIBLE},
		{"born elsewhere", {"", "ES", "", "", ""}, {"", "", "", "Mexico", ""}, "", 20, -1, SM_VERDICT_POSSIBLE},
		{"born elsewhere, with a name of few bits", {"", "ES", "", "", ""}, {"", "", "", "Mexico", ""}, "", 12, -1,
		SM_VERDICT_WEAK},
		{"born there, a passport of elsewhere", {"", "ES", "", "", ""}, {"", "", "", "Madrid, Spain", ""}, "Iran", 20,
		0, SM_VERDICT_POSSIBLE},
		{"a passport, born elsewhere", {"", "ES", "", "", ""}, {"", "", "", "Tehran, Iran", ""}, "Spain", 20, 1,
		SM_VERDICT_POSSIBLE},
		{"a passport of elsewhere, born elsewhere", {"", "ES", "", "", ""}, {"", "", "", "Tehran, Iran", ""}, "Iran",
		20, -2, SM_VERDICT_WEAK},
		{"a nationality is told", {"", "ES", "", "", ""}, {"", "ES", "", "Tehran, Iran", ""}, "Iran", 20, 1,
		SM_VERDICT_POSSIBLE},
		{"no nationality is told", {"", "", "", "", ""}, {"", "", "", "Tehran, Iran", ""}, "Iran", 20, 0,
		SM_VERDICT_POSSIBLE},
		{"both were born elsewhere", {"", "ES", "", "Mexico", ""}, {"", "", "", "Puebla, Mexico", ""}, "", 20, 0,
		SM_VERDICT_POSSIBLE},
		{"another birth place counts once", {"", "ES", "", "Spain", ""}, {"", "", "", "Mexico", ""}, "", 20, -2,
		SM_VERDICT_WEAK},
		{"no country of birth is told", {"", "ES", "", "", ""}, {"", "", "", "Puebla", ""}, "", 12, 0,
		SM_VERDICT_POSSIBLE}
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		SmNameEvidence name = {SM_WEIGHT(cases[i].name), false, false};
		Room		sides[2];
		SmEvidence	evidence[2];

		ReadSide(&sides[0], &cases[i].national);
		ReadSide(&sides[1], &cases[i].other);
		sides[1].facts.issuers = sm_countries_read(sides[1].issuers, cases[i].issuers, strlen(cases[i].issuers));
		for (int a = 0; a < 2; a++)
		{
			sm_evidence(&evidence[a], &sides[a].facts, &sides[1 - a].facts, &name);
			Check(evidence[a].bits == SM_WEIGHT(cases[i].evidence) && evidence[a].verdict == cases[i].verdict,
				  cases[i].what, sm_verdict_name(evidence[a].verdict), a == 0 ? NULL : "the other way",
				  evidence[a].bits);
		}
	}
}

/* Of several places those are shown that agree best */
static void
CheckPlaces(void)
{
	static const char *const places[][2] = {{"Moscow, Russia", "Sinuiju, DPRK"}, {"Paris, France", "Sinuiju, DPRK"}};
	SmPlace		place[2][2];
	SmFacts		facts[2] = {{.places = 2, .place = place[0]}, {.places = 2, .place = place[1]}};
	SmEvidence	evidence;
	const SmFieldEvidence *field = &evidence.field[SM_FIELD_BIRTH_PLACE];

	for (int side = 0; side < 2; side++)
		for (int i = 0; i < 2; i++)
			sm_place_read(&place[side][i], places[side][i], strlen(places[side][i]));
	sm_evidence(&evidence, &facts[0], &facts[1], &(SmNameEvidence) {SM_WEIGHT(12), false, false});
	Check(field->subject == 1 && field->listed == 1, "the second of two places", places[0][1], places[1][1],
		  10 * field->subject + field->listed);
}

int
main(void)
{
	CheckNames();
	CheckOtherCountries();
	CheckPlaces();
	for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++)
	{
		const Example *x = &examples[i];
		Room		subject;
		Room		listed;
		SmEvidence	evidence;
		double		bits;

		ReadSide(&subject, &x->subject);
		ReadSide(&listed, &x->listed);
		sm_evidence(&evidence, &subject.facts, &listed.facts, &(SmNameEvidence) {SM_WEIGHT(x->name), false, false});
		bits = (double) evidence.bits / SM_BIT;
		Check(bits > x->evidence - .01 && bits < x->evidence + .01, x->what, "evidence", NULL, (int) (100 * (bits)));
		Check(evidence.verdict == x->verdict, x->what, sm_verdict_name(evidence.verdict), NULL, (int) (100 * (bits)));
		sm_evidence(&evidence, &listed.facts, &subject.facts, &(SmNameEvidence) {SM_WEIGHT(x->name), false, false});
		Check((double) evidence.bits / SM_BIT == bits, x->what, "the other way", NULL,
			  (int) (100 * ((double) evidence.bits / SM_BIT)));
	}
	return Finish("evidence");
}
