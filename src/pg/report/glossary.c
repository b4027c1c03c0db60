/* What the words of a page mean */
#include "postgres.h"

#include "pg/report/glossary.h"

#include <math.h>

#include "data/birth_bits_table.h"
#include "data/evidence_bits_table.h"
#include "data/given_name_table.h"
#include "data/list_program_table.h"
#include "data/word_weight_table.h"
#include "name/person/rarity.h"
#include "name/reading/korean_share.h"
#include "name/reading/korean_weight.h"
#include "name/weight.h"
#include "name/words/share.h"
#include "pg/report/entry_part.h"
#include "pg/report/html.h"

/* A word, and what it means; it is told if it, or the text that it stands under, is on the page */
typedef struct Word
{
	const char *word;
	const char *meaning;		/* NULL: made of weights as they are, see Meaning */
	const char *where;			/* NULL: the word itself; empty: on every page */
} Word;

/* What the parts of a Korean name cost that only one side has */
static const char *
FixedCost(void)
{
	return psprintf("in 256ths of a bit a syllable that only one side has costs %d, as if one writer of %.0f left one "
					"out; a surname that is left out %d, as if one of %.0f did; a syllable that sounds different %d, "
					"as if one writer of %.0f slipped and then hit upon this one; one that differs in one sound %d, in "
					"a sound that is easily taken for the other %d, in two such sounds %d. To that comes what "
					"stands behind the two syllables.",
					-SM_MISS, exp2((double) -SM_MISS / SM_BIT), -SM_NO_SURNAME,
					exp2((double) -SM_NO_SURNAME / SM_BIT), -(SM_EPSILON + SM_UNLIKE),
					exp2((double) -SM_EPSILON / SM_BIT), -(SM_EPSILON + SM_FAR), -(SM_EPSILON + SM_NEAR),
					-(SM_EPSILON + SM_TWO_NEAR));
}

/* A share in 1/256 in per cent */
static double
Percent(int share)
{
	return share * 100.0 / SM_BIT;
}

/* What words cost that only one side has */
static const char *
WordCosts(void)
{
	const SmWordWeights *weights = &sm_word_weights;

	return psprintf("a word that only one side has costs %.0f %% of what it weighs by itself if that is no more than "
					"%d (trading, bank, Mohammed), %.0f %% if it is no more than %d, %.0f %% if it is more, whatever "
					"it is called, and %.0f %% in the name of a person that has three words or more. Words of another "
					"script stand there in the Latin letters by which they are compared, those of Arabic and Hebrew by "
					"their consonants. Titles and what stands before the names of ships (MV, MT) are not among the "
					"words, but stand in runs of words as they are written. A number costs nothing by itself: it is "
					"weighed once, with all words together (another number). Legal forms (Ltd, Corporation) are "
					"compared by their kind: where both sides have one the same is +%d and another %d, where one side "
					"has one it is %d; two of which one is of no certain kind (Corporation) have no row. A name with "
					"two (Co., Ltd) is read with both, and once with the last beside it, of which reading the kind is "
					"told.", Percent(weights->missing_generic), weights->generic, Percent(weights->missing_common),
					weights->common, Percent(weights->missing_rare), Percent(weights->missing_person),
					weights->form_same, weights->form_differs, weights->form_missing);
}

/* What words weigh together that are alike and not equal */
static const char *
PartlyAlike(void)
{
	const SmWordWeights *weights = &sm_word_weights;

	return psprintf("they weigh what the lighter one does by itself, less a loss. Fixed losses: spelt otherwise %d, of "
					"Korean words %d, another form %d, a plural %d, written together %d. Else the loss grows with the "
					"distance: own weight x tenths of a letter x 10 / (%d x letters of the longer word + %d), and "
					"tenths x 256 / %d, each cut. Half of the rest counts where a word stands alone or has many "
					"neighbours, or is the second of the kind; two thirds or three quarters, and no more than %d/256, "
					"where words are taken for one only because others agree. Of an Arabic or Hebrew word the letters "
					"are its consonants and two, and %d more is lost, and %d for each consonant fewer than three.",
					weights->variant, weights->korean, weights->meaning, weights->plural, weights->join,
					weights->near_letter, weights->near_word, weights->near_tenth_part, weights->context_most,
					weights->variant, weights->few_consonants);
}

/* What a share of the mean makes as a similarity, in every straight piece of the rule */
static const char *
SimilarityIs(void)
{
	StringInfoData told;
	SmShareRule rule = sm_korean_share_rule(1);

	initStringInfo(&told);
	appendStringInfoString(&told, "the sum as a share of the mean of what both names weigh by themselves, from 0 to 1. "
								  "A long name must agree in more than a short one, so bits alone decide nothing. Of "
								  "Korean names");
	for (;;)
	{
		appendStringInfo(&told, "%s %d %% make %.3f", told.data[told.len - 1] == 's' ? "" : ",",
						 rule.share[1] / 10, rule.similarity[1] / 1000.0);
		if (rule.share[1] >= 1000)
			break;
		rule = sm_korean_share_rule(rule.share[1] + 1);
	}
	appendStringInfo(&told, "; of words %d %% make %.3f and all 1, but at most %.3f where not all words are equal. "
							"Between these the similarity rises evenly; at 0 and below it is "
							"0.", (SM_THRESHOLD_SHARE * 100 + 32768) / 65536,
					 SM_THRESHOLD / 1000.0, SM_WORDS_UNEQUAL_MOST / 1000.0);
	return told.data;
}

/* What a name weighs by itself */
static const char *
ByItself(void)
{
	const SmWordWeights *weights = &sm_word_weights;

	return psprintf("what it would reach if the other name were written as it is. Of a Korean name each syllable is "
					"then the same on both sides, and behind its weight stands what that is made of, see Syllable: "
					"where letters may be several syllables the one that makes the most counts, even where another is "
					"likelier, and so does the reading of the whole. A word weighs the more, the fewer names have it: "
					"articles and the like up to %d, very common words up to %d, common ones up to %d, rare ones up "
					"to %d 256ths; what no table has, by its length. A known word of trade, of a country or the like "
					"may be any of these.", weights->particle, weights->generic, weights->common, weights->word_most);
}

/* The bits of a fact */
static double
BitsOf(SmFact fact)
{
	return (double) sm_fact_bits[fact] / SM_BIT;
}

/* The rules of the verdict, the first that fits */
static const char *
Verdicts(void)
{
	return psprintf("the first of these that fits. strong: a document that decides is the same. contradicted: the "
					"type of the entry is another. strong: the facts come to %g bits or more, or to %g or more and "
					"with the name to %g or more where that is no weak alias. contradicted: they come to %g or less, "
					"and with the name to less than %g. weak: they come to %g or less; or to less than 0 where they "
					"come with the name to less than %g, or the alias is a weak one. possible: all else, the name "
					"alone among it. No verdict decides for you: strong says how well the facts fit, not that it is "
					"proven.",
					BitsOf(SM_FACT_STRONG), BitsOf(SM_FACT_STRONG_WITH_NAME), BitsOf(SM_FACT_STRONG_TOTAL),
					BitsOf(SM_FACT_CONTRADICTED), BitsOf(SM_FACT_CONTRADICTED_TOTAL), BitsOf(SM_FACT_WEAK),
					BitsOf(SM_FACT_CONTRADICTED_TOTAL));
}

/* Append what each level of birth dates says, in bits */
static void
TellBirths(StringInfo told)
{
	for (int level = 0; level < SM_BIRTH_LEVELS; level++)
	{
		appendStringInfo(told, "%s%s ", level > 0 ? "; " : "", sm_birth_words[level]);
		for (int i = 0; i < SM_BIRTH_CERTAINTIES; i++)
			appendStringInfo(told, "%s%s", i > 0 ? "/" : "", sm_birth_bits[level][i] == SM_BIRTH_NEVER ? "none" :
							 psprintf("%+.3g", (double) sm_birth_bits[level][i] / SM_BIT));
	}
}

/* What facts say, in bits */
static const char *
FactsSay(void)
{
	StringInfoData told;

	initStringInfo(&told);
	appendStringInfoString(&told, "bits, from persons whom several lists have and what is taken to be so of others of "
								  "the name (docs/evidence.md). Birth date, where both are whole days/one is no whole "
								  "day/there are several/one is not exact, in this order (none: such a pair has not "
								  "that level): ");
	TellBirths(&told);
	appendStringInfo(&told, ". Nationality: the same %+.3g, both North Korean %+.3g, another %+.3g. Where one side "
							"tells none, who issued a document stands for it: the same %+.3g (North Korea %+.3g), "
							"another %+.3g; else the country of birth: the same %+.3g (North Korea %+.3g), another "
							"%+.3g. Gender: the same %+.3g, another %+.3g. Place of birth: a town in common %+.3g, the "
							"same country %+.3g, another %+.3g. A document that decides %+.3g, one that others may "
							"share up to %+.3g, another ship %+.3g. What only one side tells says nothing. Another "
							"country of birth and another nationality are one fact, of which the stronger counts.",
					 BitsOf(SM_FACT_NATIONALITY_AGREES),
					 BitsOf(SM_FACT_NORTH_KOREA_AGREES), BitsOf(SM_FACT_NATIONALITY_DIFFERS),
					 BitsOf(SM_FACT_ISSUER_AGREES), BitsOf(SM_FACT_NORTH_KOREA_AGREES), BitsOf(SM_FACT_ISSUER_DIFFERS),
					 BitsOf(SM_FACT_BIRTH_COUNTRY_AGREES), BitsOf(SM_FACT_NORTH_KOREA_AGREES),
					 BitsOf(SM_FACT_BIRTH_COUNTRY_DIFFERS), BitsOf(SM_FACT_GENDER_AGREES),
					 BitsOf(SM_FACT_GENDER_DIFFERS), BitsOf(SM_FACT_TOWN_AGREES), BitsOf(SM_FACT_COUNTRY_AGREES),
					 BitsOf(SM_FACT_COUNTRY_DIFFERS), BitsOf(SM_FACT_DOCUMENT_DECIDES),
					 BitsOf(SM_FACT_DOCUMENT_SHARED), BitsOf(SM_FACT_SHIP_DIFFERS));
	return told.data;
}

/* How it is reckoned how many people bear a name */
static const char *
Commonness(void)
{
	return psprintf("26 million people of the North, 52 million of the South and 7 million abroad, times the share of "
					"the surname, times that of the given name: (c + %.0f q) / (%d + %.0f), where c of %d people who "
					"were counted in the South bear it and q is the product of what its syllables make likely. All "
					"names that the letters may stand for are added up. The North is taken to have the given names of "
					"the South, and of those abroad the share is the mean of both. It is rounded to one figure, the "
					"range too: from the number divided by %.0f in the South, by %.0f elsewhere, to %.0f times it.",
					sm_given_worth, SM_GIVEN_SAMPLE, sm_given_worth, SM_GIVEN_SAMPLE, sm_rarity_south.below,
					sm_rarity_north.below, sm_rarity_south.above);
}

static const Word words[] = {
	{"Bits", "a number for how likely it is that two spellings are of one name. +1 makes it twice as likely, +10 a "
		"thousand times, -1 half as likely; 0 says nothing. What is rare brings more bits when it agrees than what "
		"is common, since strangers seldom share it: a surname that every fourth Korean bears (Kim) 2, one that one "
		"of a hundred bears 6.6. What may be several syllables brings less.", ""},
	{"256ths", "everything is counted in whole 256ths of a bit, which add up exactly as they are printed. Bits are "
		"these divided by 256 and rounded to hundredths, to be read, not added. (cut): further digits are left off, "
		"none is rounded up.", ""},
	{"Similarity", NULL, ""},
	{"By itself", NULL, "by itself</th>"},
	{"Threshold", "the similarity from which names count as a match. 0.670 is the built-in one: between what "
		"spellings of one name reach and what names of two people do, on the lists of OFAC and the UN.", ""},
	{"Match", "the names can be one. Many people bear one name: it does not say that the persons are one. Birth "
		"date, nationality and documents say more.", ""},
	{"Syllable", "a Korean name is a surname of mostly one syllable and a given name of mostly two. Hangul is "
		"the Korean script, beside it stands the North Korean spelling in Latin letters; Chinese characters are "
		"read by their Korean sound. One spelling can be that of several syllables. Both sides are then taken as "
		"the syllable that both may be: whether that is meant, the names do not say, and so it brings fewer "
		"bits. Behind each stands log2 of its share in 256ths (-256 is a half, -32 some 92 %): what it brings "
		"less. It is counted in eighths of a bit, 32; where one syllable stands alone it is what that rounds off, or "
		"of syllables too unlikely to be named. One that is the same on both sides weighs log2 of one in how many "
		"Koreans have it there (of a surname that one of 100 bears 6.62 bits, 1696), less what stands behind it on "
		"each side, less 2 for slips of the pen: (1696 - 32 - 96 - 2). Syllables are told as North Korea writes and "
		"spells them: Lee, Im, "
		"Yoo and Noh of the South are Ri, "
		"Rim, Ryu and Ro there, in Hangul, too.",
		"class=\"syllable\""},
	{"How surely it is spelt so", "a whole name can be read by several systems of spelling, and be parted in several "
		"ways. Each side says how many percent of that the reading has which is compared. The bits are log2 of both "
		"shares multiplied: 50 % of 50 % is a quarter, -2 bits. It is no evidence against the person, only less for "
		"him. A system stands here for a count of what those write who mostly follow it, in which spellings that break "
		"its rule are found as well, rarer: Baek and Gang in DPRK, Kim in Revised. What a single syllable may be is "
		"another matter, and in its own bits.", NULL},
	{"A fixed cost", NULL, "class=\"syllable\""},
	{"What a word costs", NULL, "<td class=\"w\"><bdi>Word"},
	{"Words partly alike", NULL, "of the lighter one"},
	{"All words together", "what the words prove one by one is not enough where many names share them. What is taken "
		"off for that stands in this row, with the reason.", NULL},
	{"Verdict", NULL, ""},
	{"What facts say", NULL, "<table class=\"evidence\">"},
	{"DPRK", "spelling: the one that North Korea uses (Ri, Choe, Jong).", "<bdi>DPRK</bdi>"},
	{"South Korean ad hoc", "spelling: as South Koreans write their own names, by no rule (Lee, Choi, Park).", NULL},
	{"Revised", "spelling: South Korea's official one since 2000 (Gim, Jeong).", "<bdi>Revised</bdi>"},
	{"McCune-Reischauer", "spelling: the one of libraries and old maps (Ch'oe, Chong).", NULL},
	{"Yale", "spelling: the one of linguists.", "<bdi>Yale</bdi>"},
	{"Hungarian", "spelling: Korean sounds in the letters of Hungarian (Kim Dzsongun).", NULL},
	{"French", "spelling: Korean sounds in the letters of French (Tchoe, Kim Djong-oun).", NULL},
	{"Other languages", "spelling: Korean sounds in the letters of that language, as its newspapers write them.",
		"(j = y)"},
	{"Czech, Polish, Latvian and others", "spelling: Korean sounds in the letters of that language, as its newspapers "
		"write them.", "Slove"},
	{"Polish", "spelling: Korean sounds in the letters of Polish.", "<bdi>Polish"},
	{"Latvian, Lithuanian", "spelling: Korean sounds in the letters of Latvian or Lithuanian.", NULL},
	{"Bulgarian, Serbian", "spelling: Korean sounds in the letters of Bulgarian or Serbian.", NULL},
	{"Cantonese", "how Chinese characters sound in the Chinese of Hong Kong (Cheung for Zhang).", NULL},
	{"ŏ", "the vowel 어 as McCune-Reischauer writes it: eo in the South, o in the North.", NULL},
	{"ŭ", "the vowel 으 as McCune-Reischauer writes it: eu in the South, u in the North.", NULL},
	{"(N...)", "a part of a name that is not read as a Korean syllable there, by its first letter: Viktor is (V...), "
		"and so is what could be a syllable but is none that given names have. It is the same as another or it is not.",
	"...)"},
	{"KP, KR", "North Korea and South Korea. Countries stand by their two letters of ISO 3166.", "<bdi>K"},
	{"Mandarin", "spelling: how Chinese characters of the name sound in Chinese (pinyin: Zhen; Wade-Giles: Chen). "
		"Beside it stands how Koreans say the same characters (Jin).", "Mandarin ("},
	{"Hangul", "not spelt in other letters: written in the Korean script, which leaves open only what North and South "
		"write otherwise (the South's 이, 인 may be 리, 린 of the North).",
		"<bdi>Hangul</bdi>"},
	{"Hanja", "written in Chinese characters and read as Koreans do.", "<bdi>Hanja</bdi>"},
	{"Kana", "written in the Japanese syllabary, which has fewer sounds than Korean.", "<bdi>Kana</bdi>"},
	{"Hepburn", "spelling: Japanese kana in Latin letters.", "<bdi>Hepburn</bdi>"},
	{"Cyrillic", "spelling in Russian letters: Kontsevich's rules, or the older ones of Koreans in Russia and "
		"Central Asia, the Koryo-saram (Tsoi for Choe).", "<bdi>Cyrillic"},
	{"Latinised Cyrillic", "spelling: a Korean name in Russian letters, and these in Latin ones (Tsoy for Choe): as "
		"on maps (BGN/PCGN), in Russian passports or in libraries (scholarly).", "latinised Cyrillic"},
	{"Misspelt", "the letters make a Korean name only with one of them mended.", "<bdi>misspelt</bdi>"},
	{"Primary name, alias, weak alias", "a list gives an entry one primary name and often aliases. It calls those "
		"weak that are so common or short that they prove little.", "alias"},
	{"How common a name is", NULL, "<p>How common "},
	{"Koreans abroad", "those of China, Japan, Russia, America and elsewhere, some seven million.", NULL},
	{"Release in force", "the state of the list that is compared with, by its number in this database: each import "
		"of a newer document makes one.", ""},
};

/* What a word means */
static const char *
Meaning(const Word *word)
{
	static const struct
	{
		const char *word;
		const char *(*meaning) (void);
	}			made[] = {
		{"Similarity", SimilarityIs}, {"By itself", ByItself}, {"A fixed cost", FixedCost},
		{"What a word costs", WordCosts}, {"Words partly alike", PartlyAlike}, {"How common a name is", Commonness},
		{"Verdict", Verdicts}, {"What facts say", FactsSay}
	};

	if (word->meaning != NULL)
		return word->meaning;
	for (int i = 0; i < lengthof(made); i++)
		if (strcmp(word->word, made[i].word) == 0)
			return made[i].meaning();
	return "";
}

/* Append what codes of an entry's programmes mean that were not told yet */
static void
AddProgramsOf(StringInfo html, Json entry, int from)
{
	Json		codes = SanctJsonIn(entry, "programs");
	const char *list = SanctJsonText(entry, "list");

	if (entry == NULL || !SanctReportHasEntry(html, entry))
		return;
	for (int i = 0; list != NULL && i < SanctJsonCount(codes); i++)
		for (int k = 0; k < sm_list_program_count; k++)
		{
			const SmListProgram *program = &sm_list_programs[k];
			const char *what = psprintf(">%s as a programme of %s<", program->code, program->lists);
			const char *code = SanctJsonTextAt(codes, i);

			if (code != NULL && strcmp(code, program->code) == 0 &&
				strncmp(list, program->lists, strlen(program->lists)) == 0 && strstr(html->data + from, what) == NULL)
				SanctHtmlFact(html, psprintf("%s as a programme of "
											 "%s", program->code, program->lists), program->meaning);
		}
}

/* Append what the codes of all entries of a page mean */
static void
AddAllPrograms(StringInfo html, Json page)
{
	static const char *const keys[] = {"hits", "near"};
	int			from = html->len;

	if (strstr(html->data, "<th>Programs</th>") == NULL)
		return;
	SanctHtmlFact(html, "Programs", "codes of the publisher for the sanctions under which an entry stands; EO and a "
				  "number is an executive order of the President of the United States. What stands not here, the "
				  "publisher explains.");
	AddProgramsOf(html, SanctJsonIn(page, "entry"), from);
	for (int i = 0; i < lengthof(keys); i++)
		for (int k = 0; k < SanctJsonCount(SanctJsonIn(page, keys[i])); k++)
			AddProgramsOf(html, SanctJsonIn(SanctJsonAt(SanctJsonIn(page, keys[i]), k), "entry"), from);
}

/* See glossary.h */
void
SanctReportGlossary(StringInfo html, Json page)
{
	int			body = html->len;

	appendStringInfoString(html, "<details>\n<summary><h2>What the words mean</h2></summary>\n"
						   "<table class=\"facts\">\n");
	for (int i = 0; i < lengthof(words); i++)
	{
		const char *where = words[i].where ? words[i].where : words[i].word;
		const char *found = strstr(html->data, where);

		if (found != NULL && found < html->data + body)
			SanctHtmlFact(html, words[i].word, Meaning(&words[i]));
	}
	AddAllPrograms(html, page);
	appendStringInfoString(html, "</table>\n");
	SanctHtmlUnfold(html);
}
