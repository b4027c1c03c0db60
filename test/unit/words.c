/*
 * Checks of the words of names: gcc -Isrc test/unit/words.c with the files of src/name and
 * src/data/word_table.c; prints a line per failing check, exits non-zero if there is one.
 */
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "data/word_table.h"
#include "name/node/words_bound.h"
#include "name/node/words_summary.h"
#include "name/text/fold.h"
#include "name/text/text.h"
#include "name/weight.h"
#include "name/words/align.h"
#include "name/words/filter.h"
#include "name/words/form_name.h"
#include "name/words/pack.h"
#include "name/words/share.h"
#include "name/words/shared_heads.h"
#include "name/words/sort_key.h"
#include "name/words/sound.h"
#include "name/words/words.h"
#include "harness.h"

/* Read a name */
static int
Read(uint8_t *out, const char *name)
{
	static SmText text;

	sm_text_fold(&text, name, strlen(name));
	return sm_words_pack(out, &text, SM_NAMED_UNKNOWN);
}

/* Similarity of two names */
static int
Similarity(const char *a, const char *b)
{
	uint8_t		x[SM_WORDS_PACKED_MAX];
	uint8_t		y[SM_WORDS_PACKED_MAX];

	Read(x, a);
	Read(y, b);
	return sm_words_similarity(sm_words_weight(x, y), sm_words_self(x), sm_words_self(y));
}

/* Words that are a legal form of companies are a name where a person has them */
static void
TestNamed(void)
{
	static const char *const names[] = {"Abu Ltd", "Maria Sa", "Ali Co"};
	static SmText text;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
	{
		SmWords		words;

		sm_text_fold(&text, names[i], strlen(names[i]));
		sm_words_read(&words, &text, SM_NAMED_UNKNOWN);
		Check(words.organisation && words.form != SM_FORM_NONE, "should be a body", names[i], "", words.count);
		sm_words_read(&words, &text, SM_NAMED_PERSON);
		Check(!words.organisation && words.form == SM_FORM_NONE && words.count == 2, "should be a person", names[i], "",
			  words.count);
	}
}

/* Behind a comma legal forms are told from given names, whose initials have dots as well */
static void
TestFormsBehindComma(void)
{
	static const char *const names[] = {
		"ENVIRA, S. de R.L. de C.V.", "La Casona, S. de R.L.", "Pradera, S.P.R. de R.I.", "Pradera, S.P.R. de R.S.",
		"Union Norte, S.C. de R.L. de C.V.", "Olivar, S. de P.R. de R.L. de C.V.", "Marenta, S.A. de C.V.", "Marenta, S. en C."
	};
	static const char *const persons[] = {"Smith, J. de R.", "Garcia, S. de la R.", "Marquez, L. R.", "Silva, R. de C. Maria"};
	static SmText text;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
	{
		SmWords		words;

		sm_text_fold(&text, names[i], strlen(names[i]));
		sm_words_read(&words, &text, SM_NAMED_UNKNOWN);
		Check(words.form != SM_FORM_NONE && words.given == 0 && words.count <= 2, "should be a body", names[i], "",
			  words.count);
	}
	for (size_t i = 0; i < sizeof(persons) / sizeof(persons[0]); i++)
	{
		SmWords		words;

		sm_text_fold(&text, persons[i], strlen(persons[i]));
		sm_words_read(&words, &text, SM_NAMED_UNKNOWN);
		Check(words.form == SM_FORM_NONE && words.given == 1, "should be a person", persons[i], "", words.count);
	}
}

/* Which legal forms may be names of a person's */
static void
TestFormNames(void)
{
	static const char *const names[] = {"Sia Agha Sayeed", "AGHA SAYEED, Sia", "MUJEL, A.S.", "Khun Sa", "Pao Yu Yi", "Augusto Mario Co"};
	static const char *const forms[] = {
		"Mujel Ltd", "Mujel LLC", "Mujel GmbH", "Sia Trading Co", "Sia 7 Co", "Mujel S.A. de C.V.", "Mujel S.R.L.", "Mujel Corp",
		"Agha", "One Two Three Four Five Sia"
	};
	static SmText text;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
	{
		sm_text_fold(&text, names[i], strlen(names[i]));
		Check(sm_form_may_be_name(&text), "may be a name", names[i], "", 0);
	}
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
	{
		sm_text_fold(&text, forms[i], strlen(forms[i]));
		Check(!sm_form_may_be_name(&text), "is no name", forms[i], "", 0);
	}
}

/* Names that must be found */
static void
TestSame(void)
{
	static const char *const same[][2] = {
		{"Muhammad Hassan", "HASAN, Mohammed"},
		{"M/V LUCKY STAR 7", "Lucky Star 7"},
		/* a place is easily left out */
		{"SHAFAGH SENOBAR YAZD COMPANY LIMITED", "SHAFAGH SENOBAR COMPANY"},
		{"Bank Melli Iran", "Bank Melli"},
		/* the first of a series bears its number or none */
		{"HAPPINESS I", "HAPPINESS"},
		{"KOREA CHOLSAN GENERAL TRADING CORPORATION", "Korea Cholsan General Trdg Corp."},
		{"ACME INDUSTRIAL SUPPLIES, INC.", "Acme Industrial Supplies"},
		{"CHONMASAN SHIPPING", "CHON MA SAN SHIPPING"},
		{"Paektusan Group", "Baekdusan Co"},
		{"Виктор Цой", "TSOY, Viktor"},
		{"ПАО Совкомфлот", "SOVKOMFLOT PAO"},
		{"Petróleos del Ñandú", "PETROLEOS DEL NANDU"},
		{"Οδυσσέας Παππάς", "Odysseas Pappas"},
		{"Rosneft Traiding", "ROSNEFT TRADING S.A."},
		{"KIM, Peter James", "Peter James Kim"},
		{"RYONGSONG FORTY 2 PLANT", "Ryongsong Forty II Plant"},
		{"中国东方航空", "中国东方航空"},
		{"BODECARNE, S.A. DE C.V.", "Bodecarne"},
		{"Grupo Flor de Mayo, S. DE P.R. DE R.L. DE C.V.", "GRUPO FLOR DE MAYO"},
		{"OCEAN BUNKERING JVCO", "Ocean Bunkering JV Co"},
		{"SENAT SHIPPING LIM ITED", "Senat Shipping Limited"},
		{"KOTICORP", "Koti Corp."},
		{"VENTURE KOREA EXPO JOINT", "Korea Expo Joint Venture"},
		{"JOINT STCK COMPANY NEW TOWERS", "JSC New Towers"},
		{"FOREIGN TRADE BANK OF THE DEMOCRATIC PEOPLE'S REP UBLIC OF KOREA", "Foreign Trade Bank of the DPRK"},
		{"ISLVAMIC REPUBLIC IRAN SHIPPING LINES", "Islamic Republic of Iran Shipping Lines"},
		{"George W. Bush", "George Walker Bush"},
		{"Ron Hubbard", "Ron Ludwig Hubbard"},
		{"ISLAM, Khairul", "Khairul Islam"},
		{"JON JIN 2", "JON CHIN 2"},
		{"KUM GANG 3", "GUM GANG 3"},
		{"JINMYONG JOINT BANK", "Chinmyong Joint Bank"},
		{"PIATKEVICH, Natallia Uladzimirauna", "PIATKEVICH, Natalya Vladimirovna"},
		{"PERFILEV, Vitalij Viktorovic", "Vitaly Viktorovich Perfilev"},
		{"CHEEMA, Bob", "Robert Cheema"},
		{"ESSA, Agila Saleh", "ISSA, Aguila Saleh"},
		{"OCEAN MAR1TIME MANAGEMENT", "Ocean Maritime Management Company, Limited"},
		/* parted and spelt in another way at once */
		{"MORADI POUR, Hassan Reza", "MORADIPUR, Hasan Reza"},
		{"AL-NASSIRI, Abd al-Rahman", "AL-NASIRI, Abdulrahman"},
		/* a married woman's second surname */
		{"FONSECA LUNA, Carmen Elvira", "FONSECA DE PAREDES, Carmen Elvira"},
		/* a word that is heard in another way, where three agree */
		{"AL-OBEIDI, Fawzan Mutlaq Harshan", "AL-OBEIDI, Fawzan Mutlaq Hirtshan"},
		{"DUDKOVA, Alla Radzivonauna", "DUDKOVA, Alla Rodionovna"},
		/* short words that writers spell so by custom are no slips */
		{"BARGHI, Karim", "BARQI, Karim"},
		{"SHEBLI, Munir", "CHEBLI, Munir"}
	};
	static const char *const equal[][2] = {
		{"LUCKY STAR 7", "lucky  star no. 7"},
		{"O'Brien, Sean", "Sean OBrien"},
		{"ACME LLC", "Acme L.L.C."},
		{"P-561", "P561"},
		/* an acronym of the words beside it says nothing new */
		{"FOREIGN TRADE BANK (FTB)", "FOREIGN TRADE BANK"},
		{"Foreign Trade Bank of the DPRK (F.T.B.)", "Foreign Trade Bank of the DPRK"},
		{"KOREA KWANGSON BANKING CORPORATION - KKBC", "Korea Kwangson Banking Corporation"},
		{"korea kwangson banking corporation, kkbc", "KOREA KWANGSON BANKING CORPORATION KKBC"},
		{"AIG - ARMAMENT INDUSTRIES GROUP", "Armament Industries Group"},
		{"NAFTIRAN INTERTRADE CO. (NICO)", "Naftiran Intertrade Co."},
		{"KORYO CREDIT BANK (KCBC)", "Koryo Credit Bank"},
		{"METAL AND MINERAL TRADE (MMT)", "Metal and Mineral Trade"},
		/* a word that is said again is none */
		{"Corporation Min\nMin Korea", "Corporation Min Min Korea"}
	};

	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
	{
		int			s = Similarity(same[i][0], same[i][1]);

		Check(s >= SM_THRESHOLD, "should match", same[i][0], same[i][1], s);
	}
	for (size_t i = 0; i < sizeof(equal) / sizeof(equal[0]); i++)
	{
		int			s = Similarity(equal[i][0], equal[i][1]);

		Check(s == SM_SIMILARITY_ONE, "should be equal", equal[i][0], equal[i][1], s);
	}
}

/* Names that must not be found */
static void
TestDifferent(void)
{
	static const char *const different[][2] = {
		{"LUCKY STAR 7", "LUCKY STAR 8"},
		{"FACTORY 1000", "FACTORY 100"},
		/* towns that differ */
		{"Moscow Trading Company", "Kazan Trading Company"},
		{"Bank of China", "Bank of Iran"},
		/* a number beside a single word is a name of its own */
		{"DOLPHIN II", "DOLPHIN"},
		{"HERCULES 2788", "HERCULES"},
		{"LADY R", "LADY D"},
		{"Yuri Petrov", "PETROV, Ivan"},
		{"Jose Garcia", "GARCIA, Luis"},
		{"General Trading Company", "General Shipping Company"},
		{"Ahmad Hassan Ali", "KHALID, Ahmad Omar"},
		{"KOMID", "COMET"},
		{"Samuel", "SAM"},
		{"PAVLENKO, Vladimir Nikolaevich", "PAVLENKO, Vladimir Viktorovich"},
		/* a surname that looks like a father's name */
		{"Roman Arkadyevich Abramovich", "Roman Arkadyevich"},
		{"Sharq Trading LLC", "Sharq Ahmad"},
		{"Wang Li", "WANG, Lu"},
		/* a father and his son, who has a name of his own */
		{"SALEH, Karim", "SALEH, Tarek Karim"},
		{"Omar Hassan", "HASSAN, Yusuf Omar"},
		/* short names that differ otherwise than by custom */
		{"BARQI, Karim", "BARQAI, Hassan"},
		{"FONSECA LUNA, Carmen Elvira", "PARDO DE PAREDES, Carmen Elvira"},
		{"", ""},
		{"12345", "12345"},
		{"---", "---"},
		{"朝鲜贸易", "中国东方航空"},
		/* letters beside a name that are not of its words, or stand for a word of it only */
		{"TRADE BANK (KAESONG)", "TRADE BANK"},
		{"KORYO BANK (KORYO)", "KORYO BANK (PAEKTU)"}
	};

	for (size_t i = 0; i < sizeof(different) / sizeof(different[0]); i++)
	{
		int			s = Similarity(different[i][0], different[i][1]);

		Check(s < SM_THRESHOLD, "should differ", different[i][0], different[i][1], s);
	}
	Check(Similarity("Viktor Tsoi", "TSOY, Viktor") <= 980, "at most .98", "tsoi", "tsoy", 0);
	Check(Similarity("12345", "12345") == 0, "digits alone", "", "", 0);
}

/* Legal forms with one slip are taken off as the forms they are; with more, or as part of a word, they are words */
static void
TestForms(void)
{
	static const char *const forms[] = {"Corporation", "Company", "Limited", "Incorporated", "Aktsionernoe"};
	static const char *const words[][2] = {
		{"Petrol Corporationista", "Petrol"},
		{"Petrol Corporationist", "Petrol"},
		{"Petrol Corpration Linited Star", "Petrol Star Gazer"},
		{"Petrol Corpxxation", "Petrol"},
		{"Petrol Copmayn", "Petrol"},
		{"Petrol Lim", "Petrol"},
		{"Petrol Accompany", "Petrol"},
		{"Petrol Compass", "Petrol"},
		{"Sasa Petrovic", "Petrovic"},
		{"Coco Chanel", "Chanel"},
		{"Limitedxy", "XY"}
	};
	static const char *const glued[][2] = {
		{"OOOGazprom", "Gazprom"},
		{"Gazprom JVCO", "Gazprom"},
		{"Gazpromltd", "Gazprom"},
		{"limitedstar", "Star Limited"}
	};

	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
		for (int slip = 0; slip < 4; slip++)
			for (int at = 1; at + 1 < (int) strlen(forms[i]); at++)
			{
				const char *form = forms[i];
				char		name[64];
				int			s;

				if (slip == 0)		/* left out, one more, another one, turned round */
					snprintf(name, sizeof(name), "Petrol %.*s%s", at, form, form + at + 1);
				else if (slip == 1)
					snprintf(name, sizeof(name), "Petrol %.*sx%s", at, form, form + at);
				else if (slip == 2)
					snprintf(name, sizeof(name), "Petrol %.*sx%s", at, form, form + at + 1);
				else
					snprintf(name, sizeof(name), "Petrol %.*s%c%c%s", at, form, form[at + 1], form[at], form + at + 2);
				if (strlen(form) < 8 && slip == 0)
					continue;
				s = Similarity(name, "Petrol");
				Check(s >= SM_THRESHOLD, "should match", name, "Petrol", s);
			}
	for (size_t i = 0; i < sizeof(glued) / sizeof(glued[0]); i++)
	{
		int			s = Similarity(glued[i][0], glued[i][1]);

		Check(s >= SM_THRESHOLD, "should match", glued[i][0], glued[i][1], s);
	}
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
	{
		int			s = Similarity(words[i][0], words[i][1]);

		Check(s < SM_THRESHOLD, "should differ", words[i][0], words[i][1], s);
	}
}

/* How names are cut into words */
static void
TestWords(void)
{
	static const struct
	{
		const char *name;
		int			words;
		int			given;
		bool		form;
	}			cases[] = {
		{"ACME, INC.", 1, 0, true},
		{"PROFINET, OOO", 1, 0, true},
		{"KOTI CORP", 1, 0, true},
		{"SA", 1, 0, false},
		{"SMITH, John", 2, 1, false},
		{"M.V. OCEAN", 1, 0, false},
		{"AL-RAHMAN, Abd", 3, 2, false},
		{"P-561", 2, 0, false},
		{"110TH RESEARCH INSTITUTE", 3, 0, false},
		{"Ch'o'l", 1, 0, false},
		{"a b c d e f g h i j k l m n o p q r s t u v w x y z", 16, 0, false},
		{"IMO 8628597 TIANLI", 1, 0, false},
		{"donaudampfschifffahrtsgesellschaftskapitaen", 2, 0, false}
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		uint8_t		x[SM_WORDS_PACKED_MAX];

		Read(x, cases[i].name);
		Check(x[0] == cases[i].words, "words", cases[i].name, "", x[0]);
		Check((x[2] & SM_GIVEN_MASK) == cases[i].given, "given", cases[i].name, "", x[2]);
		Check(((x[1] & 0xF) != 0) == cases[i].form, "form", cases[i].name, "", x[1]);
	}
}

/* A random name of real and mutilated words */
static void
RandomName(char *name, size_t size)
{
	static const char *const parts[] = {
		"muhammad", "mohammed", "hasan", "hassan", "ali", "ocean", "Star", "trading", "trdg",
		"trade", "company", "co", "ltd", "llc", "jsc", "korea", "chon", "ma", "san", "chonma",
		"chonmasan", "masan", "j", "k", "y", "7", "8", "12", "VII", "vladimirovich", "petrovich",
		"petrov", "petrova", "ivan", "al", "bin", "de", "kim", "jong", "jongun", "un",
		"Фёдор", "фирма", "중앙", "银行", "rosneft", "rosnefti", "zukhov", "zhukov", "zuhov", "exxon",
		"international", "intl", "maritime", "mar1time", "IMO 1234567", "M/V", "abdul", "rahman",
		"abdulrahman", "abdelrahman", "schmidt", "shmidt", "quick", "kwik", "xerox", "kserox",
		"محمد", "حسن", "علي", "عبد", "الرحمن", "عبدالرحمن", "פטרוב", "איוואן"
	};
	int			n = 1 + (int) Random(Random(12) == 0 ? 24 : 5);
	size_t		length = 0;

	name[0] = '\0';
	for (int i = 0; i < n; i++)
	{
		const char *part = parts[Random(sizeof(parts) / sizeof(parts[0]))];
		const char *gap = i == 0 ? "" : Random(8) == 0 ? ", " : Random(12) == 0 ? "-" : " ";

		if (length + strlen(part) + 4 > size)
			break;
		length += (size_t) snprintf(name + length, size - length, "%s%s", gap, part);
		if (Random(6) == 0 && length > 4)
		{
			size_t		at = length - 1 - Random(4);

			if (name[at] >= 'a' && name[at] <= 'z')
				name[at] = (char) ('a' + Random(26));
		}
		if (Random(10) == 0 && name[length - 1] > 0 && length > 3)
			name[--length] = '\0';
	}
}

/* Words of a name in place, separated by blanks; returns how many */
static int
Cut(char *name, char **words, int most)
{
	int			n = 0;

	for (char *word = strtok(name, " "); word && n < most; word = strtok(NULL, " "))
		words[n++] = word;
	return n;
}

/* Another spelling: an edit, words left out, moved, joined, split, an initial, something more */
static void
Respell(char *out, size_t size, const char *name)
{
	static const char *const more[] = {"LLC", "Ltd", "7", "VIII", "al", "j", "holding", "중앙"};
	char		copy[512];
	char	   *words[32];
	int			n;
	int			at;
	size_t		length = 0;
	int			how = (int) Random(9);

	snprintf(copy, sizeof(copy), "%s", name);
	n = Cut(copy, words, 32);
	at = n > 0 ? (int) Random((uint32_t) n) : 0;
	out[0] = '\0';
	for (int i = 0; i < n; i++)
	{
		char	   *word = words[how == 2 ? (i + at) % n : i];
		size_t		letters = strlen(word);
		bool		here = i == at;

		if (how == 1 && here && n > 1)
			continue;
		if (how == 3 && here)
			letters = 1;
		if (how == 0 && here && letters > 2)
		{
			size_t		k = Random((uint32_t) letters - 1);
			char		c = word[k];

			switch (Random(3))
			{
				case 0:
					word[k] = (char) ('a' + Random(26));
					break;
				case 1:
					word[k] = word[k + 1];
					word[k + 1] = c;
					break;
				default:
					letters--;
					memmove(word + k, word + k + 1, letters - k);
			}
		}
		length += (size_t) snprintf(out + length, size - length, "%s%.*s",
									i == 0 || (how == 4 && here) ? "" : " ", (int) letters, word);
		if (how == 5 && here && letters > 5)
		{
			size_t		cut = length - letters + 2 + Random((uint32_t) letters - 4);

			memmove(out + cut + 1, out + cut, length - cut + 1);
			out[cut] = ' ';
			length++;
		}
		if (length + 64 > size)
			break;
	}
	if (how == 6)
		snprintf(out + length, size - length, " %s", more[Random(sizeof(more) / sizeof(more[0]))]);
}

#define GROUP 12

/* One pair: symmetry, self weights, a prepared query's answers, and the bound of its node */
static void
TestPair(const char *name_a, const uint8_t *a, const char *name_b, const uint8_t *b,
		 const SmWordsQuery *query, int bound)
{
	SmWeight	w = sm_words_weight(a, b);
	SmWeight	self_a = sm_words_self(a);
	SmWeight	self_b = sm_words_self(b);
	SmWeight	least = (SmWeight) Random((unsigned) (self_a + self_b) / 2 + 1);
	SmWeight	from = sm_words_weight_from(a, b, least);
	int			s = sm_words_similarity(w, self_a, self_b);
	int			threshold = (int) Random(SM_SIMILARITY_ONE + 2);
	SmSharedHeads shared;
	bool		meet;

	Check(w == sm_words_weight(b, a), "symmetry", name_a, name_b, w);
	Check(w <= self_a && w <= self_b, "weight above self", name_a, name_b, w);
	Check(w >= least ? from == w : from < least, "weight from the least", name_a, name_b, from - least);
	Check(s <= bound, "bound too low", name_a, name_b, s - bound);
	sm_shared_start(&shared);
	sm_shared_add(&shared, query, 3);
	meet = sm_shared_meets(&shared, b) >> 3 & 1;
	Check(s < threshold || sm_words_may_match(query, b, NULL, 0, threshold, meet), "prepared match", name_a, name_b,
		  threshold);
	Check(sm_words_may_match(query, b, NULL, 0, s, meet), "match at its similarity", name_a, name_b, s);
}

/* A node of some readings: half of them added one by one, the others in a node that is united with it */
static void
MakeNode(uint8_t *packed, uint8_t (*readings)[SM_WORDS_PACKED_MAX], int members)
{
	SmWordsSummary summary;
	SmWordsSummary other;
	int			half = members / 2;

	sm_words_summary_start(&summary);
	sm_words_summary_start(&other);
	for (int i = 0; i < members; i++)
		sm_words_summary_add(i < half ? &other : &summary, readings[i]);
	sm_words_summary_pack(packed, &other, SM_WORDS_SUMMARY_MAX);
	if (half > 0)
		sm_words_summary_unite(&summary, packed);
	sm_words_summary_pack(packed, &summary, SM_WORDS_SUMMARY_MAX);
}

/* Random names and spellings of one another: pairs, and bounds that miss no member */
static void
TestRandom(int rounds)
{
	static char names[GROUP + 1][512];
	static uint8_t readings[GROUP + 1][SM_WORDS_PACKED_MAX];
	static SmWordsProbe probe;
	static SmWordsQuery prepared;

	for (int round = 0; round < rounds; round++)
	{
		uint8_t		all[SM_WORDS_SUMMARY_MAX];
		uint8_t		one[SM_WORDS_SUMMARY_MAX];
		int			members = 1 + (int) Random(GROUP);
		const uint8_t *query = readings[GROUP];
		int			bound;

		for (int i = GROUP; i >= 0; i--)
		{
			int			letters = 0;
			int			bytes;
			int			s;

			if (i < GROUP && Random(2) == 0)
				Respell(names[i], sizeof(names[i]), names[i + 1 + Random((uint32_t) (GROUP - i))]);
			else
				RandomName(names[i], sizeof(names[i]));
			bytes = Read(readings[i], names[i]);
			for (int k = 0; k < readings[i][0]; k++)
				letters += readings[i][SM_PACK_HEADER + SM_PACK_WORD * k] & 31;
			Check(bytes <= SM_WORDS_PACKED_MAX && readings[i][0] <= SM_WORDS_KEPT, "too long",
				  names[i], "", bytes);
			Check(bytes == SM_PACK_HEADER + SM_PACK_WORD * readings[i][0] + letters, "size", names[i], "", bytes);
			Check(sm_words_weight(readings[i], readings[i]) == sm_words_self(readings[i]),
				  "self", names[i], "", 0);
			Check(sm_words_sort_key(readings[i]) < 0x80000000u, "sort key", names[i], "", 0);
			s = Similarity(names[i], names[i]);
			Check(s == (readings[i][0] ? SM_SIMILARITY_ONE : 0), "itself", names[i], "", s);
		}
		MakeNode(all, readings, members);
		sm_words_query_prepare(&prepared, query, 0);
		sm_words_probe(&probe, query, 0);
		bound = sm_words_bound(&probe, all, 1);
		for (int i = 0; i < members; i++)
		{
			int			alone;

			/* Alone in its node a member leaves the bound the least room */
			MakeNode(one, readings + i, 1);
			alone = sm_words_bound(&probe, one, 1);
			TestPair(names[GROUP], query, names[i], readings[i], &prepared, alone < bound ? alone : bound);
		}
	}
}

/* Hold a name with one word misspelt against the name in a node of its own, both ways */
static void
TestEdit(const char *word, const char *misspelt)
{
	static uint8_t readings[2][SM_WORDS_PACKED_MAX];
	char		names[2][64];

	snprintf(names[0], sizeof(names[0]), "Zbigniew %s", word);
	snprintf(names[1], sizeof(names[1]), "Zbigniew %s", misspelt);
	for (int i = 0; i < 2; i++)
		Read(readings[i], names[i]);
	for (int i = 0; i < 2; i++)
	{
		static SmWordsProbe probe;
		uint8_t		node[SM_WORDS_SUMMARY_MAX];
		int			similarity = Similarity(names[0], names[1]);

		MakeNode(node, readings + !i, 1);
		sm_words_probe(&probe, readings[i], 0);
		Check(sm_words_bound(&probe, node, 1) >= similarity, "edit", names[i], names[!i], similarity);
	}
}

/* Every single edit of words of every length: none may hide a word from the bound of its node */
static void
TestEdits(void)
{
	static const char letters[] = "gorbatemilusvankoriped";

	for (int length = 4; length <= 14; length++)
		for (int i = 0; i <= length; i++)
			for (int from = 0; from < 6; from++)
			{
				char		word[32];
				char		other[40];

				snprintf(word, sizeof(word), "%.*s", length, letters + from);
				snprintf(other, sizeof(other), "%.*sx%s", i, word, word + i);
				TestEdit(word, other);
				if (i == length)
					continue;
				snprintf(other, sizeof(other), "%.*sx%s", i, word, word + i + 1);
				TestEdit(word, other);
				snprintf(other, sizeof(other), "%.*s%s", i, word, word + i + 1);
				TestEdit(word, other);
				if (i + 1 < length)
				{
					snprintf(other, sizeof(other), "%.*s%c%c%s", i, word, word[i + 1], word[i], word + i + 2);
					TestEdit(word, other);
				}
			}
}

/* A random word that no other name has */
static void
RandomWord(char *word)
{
	static const char consonants[] = "bdfgklmnprstvz";
	static const char vowels[] = "aeiou";
	int			n = 6 + (int) Random(4);

	for (int i = 0; i < n; i++)
		word[i] = i % 2 == 0 ? consonants[Random(14)] : vowels[Random(5)];
	word[n] = '\0';
}

/* A distance, and what it is where no more than most is asked for */
static void
CheckMost(const char *what, const char *a, const char *b, int distance, int limited, int most)
{
	Check(distance <= most ? limited == distance : limited > most, what, a, b, most);
}

/* Distances of random words and of changed ones are told as far as is asked for */
static void
TestDistances(void)
{
	for (int round = 0; round < 4000; round++)
	{
		char		words[2][64];
		uint8_t		class[2][SM_CLASS_MAX];
		int			length[2];
		int			most = (int) Random(60);

		RandomWord(words[0]);
		RandomWord(words[1]);
		if (Random(2))
		{
			snprintf(words[1], sizeof(words[1]), "%s", words[0]);
			words[1][Random((uint32_t) strlen(words[1]))] = (char) ('a' + Random(26));
		}
		for (int i = 0; i < 2; i++)
			length[i] = sm_word_class(class[i], (const uint8_t *) words[i], (int) strlen(words[i]));
#define DISTANCE(of, limit) of(class[0], length[0], class[1], length[1], limit)
		CheckMost("distance of a sound", words[0], words[1], DISTANCE(sm_word_distance, INT_MAX),
				  DISTANCE(sm_word_distance, most), most);
		CheckMost("distance of a frame", words[0], words[1], DISTANCE(sm_frame_distance, INT_MAX),
				  DISTANCE(sm_frame_distance, most), most);
		CheckMost("customs apart", words[0], words[1], DISTANCE(sm_customs_apart, INT_MAX),
				  DISTANCE(sm_customs_apart, most), most);
#undef DISTANCE
	}
}

/*
 * Nodes that hold nothing like a query are left aside: bounds that are too high lose no name, but
 * they let a scan read every page.
 */
static void
TestPruning(void)
{
	enum {NODES = 400, QUERIES = 40};
	static uint8_t nodes[NODES][SM_WORDS_SUMMARY_MAX];
	int			visited = 0;

	for (int i = 0; i < NODES; i++)
	{
		static uint8_t readings[4][SM_WORDS_PACKED_MAX];

		for (int k = 0; k < 4; k++)
		{
			char		words[3][16];
			char		name[64];

			for (int w = 0; w < 3; w++)
				RandomWord(words[w]);
			snprintf(name, sizeof(name), "%s %s %s", words[0], words[1], words[2]);
			Read(readings[k], name);
		}
		MakeNode(nodes[i], readings, 4);
	}
	for (int i = 0; i < QUERIES; i++)
	{
		static SmWordsProbe probe;
		uint8_t		reading[SM_WORDS_PACKED_MAX];
		char		words[2][16];
		char		name[64];

		RandomWord(words[0]);
		RandomWord(words[1]);
		snprintf(name, sizeof(name), "%s %s", words[0], words[1]);
		Read(reading, name);
		sm_words_probe(&probe, reading, 0);
		for (int k = 0; k < NODES; k++)
			visited += sm_words_bound(&probe, nodes[k], SM_THRESHOLD) >= SM_THRESHOLD;
	}
	printf("pruning: %d of %d nodes visited\n", visited, NODES * QUERIES);
	Check(visited * 100 < NODES * QUERIES * 3, "pruning", "", "", visited);
}

/* Names that have words in common and more that are not one are turned away by the quick look */
static void
TestTurnedAway(void)
{
	static const char *const pairs[][2] = {
		{"Nathan Butler Oyedeji", "BUTLER OYEDEJI, Rodrigo"}, {"Charles Sagoe Junior", "SAGOE JUNIOR, Dominic"},
		{"Jon Ander Olasagasti", "ANDER OLASAGASTI, Yevhen"}, {"Ahmet Eyup Turkaslan", "EYUP TURKASLAN, Gokhan"},
		{"Ander Garrido Stefan", "GIROTTO, Andrei"}
	};
	uint8_t		x[SM_WORDS_PACKED_MAX];
	uint8_t		y[SM_WORDS_PACKED_MAX];
	SmWordsQuery query;

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
	{
		int			bytes = Read(y, pairs[i][1]);

		Read(x, pairs[i][0]);
		sm_words_query_prepare(&query, x, 0);
		Check(!sm_words_may_match(&query, y, NULL, 0, SM_THRESHOLD, true), "not turned away", pairs[i][0], pairs[i][1], 0);
		Check(!sm_words_may_match(&query, y, y + bytes, 0, SM_THRESHOLD, true), "stored, not turned away", pairs[i][0],
			  pairs[i][1], 0);
	}
}

/* The least weight of a similarity: it reaches it, the one below does not */
static void
TestLeast(void)
{
	for (int round = 0; round < 2000; round++)
	{
		int			threshold = 1 + (int) Random(980);
		SmWeight	self_a = 1 + (SmWeight) Random(50000);
		SmWeight	self_b = 1 + (SmWeight) Random(50000);
		SmWeight	least = sm_words_least(threshold, (int64_t) self_a + self_b);

		Check(sm_words_share(least, (int64_t) self_a + self_b) >= threshold, "least", "", "", least);
		Check(sm_words_share(least - 1, (int64_t) self_a + self_b) < threshold, "below", "", "", least);
	}
}

/* Bytes that are no name: nothing must break */
static void
TestGarbage(void)
{
	static char bytes[9000];
	uint8_t		x[SM_WORDS_PACKED_MAX];
	static SmText text;

	for (int round = 0; round < 200; round++)
	{
		size_t		length = Random(sizeof(bytes));

		for (size_t i = 0; i < length; i++)
			bytes[i] = round % 2 ? (char) Random(256) : "ab0 ,.-'/12IVx"[Random(14)];
		sm_text_fold(&text, bytes, length);
		Check(sm_words_pack(x, &text, SM_NAMED_UNKNOWN) <= SM_WORDS_PACKED_MAX, "garbage", "", "", round);
		Check(sm_words_weight(x, x) == sm_words_self(x), "garbage self", "", "", round);
		Check(sm_words_sort_key(x) < 0x80000000u, "sort key", "", "", round);
	}
}

/* Words that sound alike have one frame, or the index and the keys, which are of frames, lose pairs that match by their sound */
static void
TestFrames(void)
{
	enum
	{
		WORDS = 600
	};
	static uint8_t sound[WORDS][SM_CLASS_MAX];
	static uint8_t frame[WORDS][SM_CLASS_MAX];
	static int	sounds[WORDS];
	static int	frames[WORDS];
	int			alike = 0;

	for (int i = 0; i < WORDS; i++)
	{
		uint8_t		word[8];
		uint8_t		class[SM_CLASS_MAX];
		int			length = 2 + (int) Random(5);
		int			n;

		for (int k = 0; k < length; k++)
			word[k] = (uint8_t) "aeiuhvfbpdtkgcjsz"[Random(17)];
		n = sm_word_class(class, word, length);
		sounds[i] = sm_word_sound(sound[i], class, n);
		frames[i] = sm_word_frame(frame[i], class, n);
		for (int k = 0; k < i; k++)
		{
			if (sounds[k] != sounds[i] || memcmp(sound[k], sound[i], (size_t) sounds[i]) != 0)
				continue;
			alike++;
			Check(frames[k] == frames[i] && memcmp(frame[k], frame[i], (size_t) frames[i]) == 0, "one sound, two frames", "", "", i);
		}
	}
	Check(alike > 100, "too few words sound alike", "", "", alike);
}

int
main(void)
{
	seed = 2463534242u;
	TestNamed();
	TestSame();
	TestDifferent();
	TestForms();
	TestFormsBehindComma();
	TestFormNames();
	TestFrames();
	TestWords();
	TestRandom(6000);
	TestLeast();
	TestTurnedAway();
	TestEdits();
	TestDistances();
	TestPruning();
	TestGarbage();
	return Finish("words");
}
