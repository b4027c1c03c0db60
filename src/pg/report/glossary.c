/* What the words of a page mean */
#include "postgres.h"

#include "pg/report/glossary.h"

#include <math.h>

#include "data/word_weight_table.h"
#include "name/reading/korean_weight.h"
#include "name/weight.h"
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
	return psprintf("a syllable that only one side has costs %.2f bits, as if one writer of %.0f left one out; a "
					"surname that is left out %.2f bits, as if one of %.0f did; another syllable about 11, as if one "
					"writer of 200 slipped and then hit upon this one; less if they sound somewhat alike.",
					(double) -SM_MISS / SM_BIT, exp2((double) -SM_MISS / SM_BIT),
					(double) -SM_NO_SURNAME / SM_BIT, exp2((double) -SM_NO_SURNAME / SM_BIT));
}

/* A share in 1/256 in per cent */
static double
Percent(int share)
{
	return share * 100.0 / SM_BIT;
}

/* What words weigh, and what they cost that only one side has */
static const char *
WordWeighs(void)
{
	const SmWordWeights *weights = &sm_word_weights;

	return psprintf("up to %d bits, more for rare words, fewer for words of trade and names that many bear. A "
					"word that only one side has costs %.0f %% of that if it is a word of trade (trading, bank), "
					"%.0f %% if it is a common word, %.0f %% if it is a rare one, and %.0f %% in the name of a person "
					"that has three words or more. A word that is not known to be common weighs by its length. Words "
					"of another script stand there in the Latin letters by which they are compared, those of Arabic "
					"and Hebrew by their consonants. Titles, legal forms and what stands before the names of ships "
					"(MV, MT) are not among the words.",
					weights->word_most / SM_BIT, Percent(weights->missing_generic), Percent(weights->missing_common),
					Percent(weights->missing_rare), Percent(weights->missing_person));
}

static const Word words[] = {
	{"Bits", "a number for how likely it is that two spellings are of one name. +1 makes it twice as likely, +10 a "
		"thousand times, -1 half as likely; 0 says nothing. What is rare brings more bits when it agrees than what "
		"is common, since strangers seldom share it: a surname that every fourth Korean bears (Kim) 2, one that one "
		"of a hundred bears 6.6. What may be several syllables brings less.", ""},
	{"Similarity", "the sum of bits as a share of what both names could reach, from 0 to 1. A long name must agree "
		"in more than a short one, so bits alone decide nothing.", ""},
	{"Threshold", "the similarity from which names count as a match. 0.670 is the built-in one: between what "
		"spellings of one name reach and what names of two people do, on the lists of OFAC and the UN.", ""},
	{"Match", "the names can be one. Many people bear one name: it does not say that the persons are one. Birth "
		"date, nationality and documents say more.", ""},
	{"Syllable", "a Korean name is a surname of mostly one syllable and a given name of mostly two. Hangul is "
		"the Korean script, beside it stands the North Korean spelling in Latin letters; Chinese characters are "
		"read by their Korean sound. One spelling can be that of several syllables. Both sides are then taken as "
		"the syllable that both may be: whether that is meant, the names do not say, and so it brings fewer "
		"bits. Syllables are told as North Korea writes and spells them: Lee, Im, Yoo and Noh of the South are Ri, "
		"Rim, Ryu and Ro there, in Hangul, too.",
		"class=\"syllable\""},
	{"How surely it is spelt so", "a whole name can be read by several systems of spelling, and be parted in several "
		"ways. Each side says how many percent of that the reading has which is compared. The bits are log2 of both "
		"shares multiplied: 50 % of 50 % is a quarter, -2 bits. It is no evidence against the person, only less for "
		"him. What a single syllable may be is another matter, and in its own bits.", NULL},
	{"A fixed cost", NULL, "class=\"syllable\""},
	{"What a word weighs", NULL, "<td class=\"w\"><bdi>Word"},
	{"All words together", "what the words prove one by one is not enough where many names share them. What is taken "
		"off for that stands in this row, with the reason.", NULL},
	{"Verdict", "strong: a document or birth date says that it is the person; possible: only the name is known, or "
		"what is known fits; weak: what is known speaks against; contradicted: it speaks against so strongly that it "
		"is another person unless the list errs.", ""},
	{"DPRK", "spelling: the one that North Korea uses (Ri, Choe, Jong).", "<bdi>DPRK</bdi>"},
	{"South Korean ad hoc", "spelling: as South Koreans write their own names, by no rule (Lee, Choi, Park).", NULL},
	{"Revised", "spelling: South Korea's official one since 2000 (Gim, Jeong).", "<bdi>Revised</bdi>"},
	{"McCune-Reischauer", "spelling: the one of libraries and old maps (Ch'oe, Chong).", NULL},
	{"Yale", "spelling: the one of linguists.", "<bdi>Yale</bdi>"},
	{"Mandarin", "spelling: how Chinese characters of the name sound in Chinese (pinyin: Zhen; Wade-Giles: Chen). "
		"Beside it stands how Koreans say the same characters (Jin).", "Mandarin ("},
	{"Hangul", "not spelt in other letters: written in the Korean script, which leaves nothing open.",
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
	{"Koreans abroad", "those of China, Japan, Russia, America and elsewhere, some seven million.", NULL},
	{"Release in force", "the state of the list that is compared with, by its number in this database: each import "
		"of a newer document makes one.", ""},
};

/* What a word means */
static const char *
Meaning(const Word *word)
{
	if (word->meaning != NULL)
		return word->meaning;
	return strcmp(word->word, "A fixed cost") == 0 ? FixedCost() : WordWeighs();
}

/* See glossary.h */
void
SanctReportGlossary(StringInfo html)
{
	int			body = html->len;

	appendStringInfoString(html, "<h2>What the words mean</h2>\n<table class=\"facts\">\n");
	for (int i = 0; i < lengthof(words); i++)
	{
		const char *where = words[i].where ? words[i].where : words[i].word;
		const char *found = strstr(html->data, where);

		if (found != NULL && found < html->data + body)
			SanctHtmlFact(html, words[i].word, Meaning(&words[i]));
	}
	appendStringInfoString(html, "</table>\n");
}
