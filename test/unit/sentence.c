/* Numbers inside sentences: those that are one, and texts that say more than one thing */
#include <string.h>

#include "name/person/sentence.h"
#include "harness.h"

/* The only country that a note names; NULL = none */
static const char *const notes[][2] = {
	{"Issued by the Democratic People's Republic of Korea", "Democratic People's Republic of Korea"},
	{"Oman. Issued on 4 May 2014", "Oman"}, {"(Pakistan). Expires 11 Aug 2013", "Pakistan"},
	{"Issued in Juba, South Sudan. Expires on 11 Jun. 2017", "South Sudan"},
	{"Mali ID Number; place of issue: Essouck, Mali", "Mali"}, {"Republic of Korea", "Republic of Korea"},
	{"Jordan passport issued in Syria", NULL}, {"diplomatic, expires on 1 January 2020", NULL}, {"INN", NULL}, {"", NULL}
};

/* A text, its number (NULL: it is no sentence with one) and the country that it names */
static const struct
{
	const char *text;
	const char *number;
	const char *country;
}			sentences[] = {
	{"Russian foreign travel passport number 622641887", "622641887", NULL},
	{"Jordan 286062", "286062", "Jordan"},
	{"R00005943, South Sudan", "R00005943", "South Sudan"},
	{"Indonesia travel document number XD253038", "XD253038", "Indonesia"},
	{"Counterfeit Danish driving licence number 20645897", "20645897", NULL},
	{"Booklet: A7523531", "A7523531", NULL},
	{"Taxpayer Identification Number - 5008011331.", "5008011331", NULL},
	{"190748254 (China Organisation code)", "190748254", "China"},
	{"Tax ID Number/INN: 6672197493", "6672197493", NULL},
	/* two numbers, or what may be two, are nobody's to choose from */
	{"Tax number 7713122621 registration 1027739267126", NULL, NULL},
	{"59 531 at Commercial Registry of Baabda, Lebanon", NULL, NULL},
	{"Goztepe V.D. 823 026 0248", NULL, NULL},
	/* two countries are none */
	{"Jordan passport 286062 issued in Syria", "286062", NULL},
	/* no sentence: letters that are of the number, or nothing else */
	{"745 120 331", NULL, NULL},
	{"PS 472220012", NULL, NULL},
	{"MYGN 006415", NULL, NULL},
	{"AABA 670850 Y", NULL, NULL},
	{"V-7087964", NULL, NULL},
	{"745120331", NULL, NULL},
	{"passport number 12", NULL, NULL},
	{"and National ID were", NULL, NULL},
	{"", NULL, NULL},
};

int
main(void)
{
	char		longest[4096];

	for (int i = 0; i < COUNT(sentences); i++)
	{
		const char *text = sentences[i].text;
		const char *number = sentences[i].number;
		const char *country = sentences[i].country;
		SmSentence	s;
		bool		found = sm_sentence(&s, text, strlen(text));

		Check(found == (number != NULL), "sentence", text, number, found);
		if (!found || number == NULL)
			continue;
		Check(s.to - s.from == strlen(number) && memcmp(text + s.from, number, s.to - s.from) == 0, "number", text,
			  number, (int) s.from);
		Check(country ? s.country_length == strlen(country) && memcmp(text + s.country, country, s.country_length) == 0 :
			  true, "country", text, country, (int) s.country_length);
	}
	{
		SmSentence	s;
		const char *two = "Jordan passport 286062 issued in Syria";

		Check(sm_sentence(&s, two, strlen(two)) && s.country_length == 0, "two countries", two, NULL, 0);
	}
	for (int i = 0; i < COUNT(notes); i++)
	{
		SmSentence	s;
		const char *country = notes[i][1];
		bool		found = sm_sentence_country(&s, notes[i][0], strlen(notes[i][0]));

		Check(found == (country != NULL) && (!found || (s.country_length == strlen(country) &&
														 memcmp(notes[i][0] + s.country, country, s.country_length) == 0)),
			  "the country of a note", notes[i][0], country, (int) s.country_length);
	}
	/* more words than are looked at, and a character cut off, do no harm */
	memset(longest, 'a', sizeof(longest));
	for (size_t i = 0; i < sizeof(longest); i += 3)
		longest[i] = ' ';
	Check(!sm_sentence(&(SmSentence) {0}, longest, sizeof(longest)), "long", "text", NULL, 0);
	Check(!sm_sentence(&(SmSentence) {0}, "\xED\x95", 2), "cut", "text", NULL, 0);
	Check(sm_has_figure("a1", 2) && !sm_has_figure("and National ID were", 20), "figure", "text", NULL, 0);
	return Finish("sentence");
}
