/* What the words of a page mean */
#include "postgres.h"

#include "pg/report/glossary.h"

#include "pg/report/html.h"

/* See glossary.h */
void
SanctReportGlossary(StringInfo html)
{
	static const char *const words[][2] = {
		{"Bits", "how much more often two spellings of one name look so than those of two people: each bit doubles it. "
			"Below 0 it speaks against. A rare syllable that agrees brings more than a common one."},
		{"Similarity", "the sum of bits as a share of what both names could reach, from 0 to 1. A long name must agree "
			"in more than a short one, so bits alone decide nothing."},
		{"Threshold", "the similarity from which names count as a match. 0.670 is the built-in one."},
		{"Match", "the names can be one. Many people bear one name: it does not say that the persons are one. Birth "
			"date, nationality and documents say more."},
		{"Syllable", "a Korean name is a surname of mostly one syllable and a given name of mostly two. Hangul is the "
			"Korean script, beside it stands the North Korean spelling in Latin letters; Chinese characters are read "
			"by their Korean sound."},
		{"Verdict", "strong: a document or birth date says that it is the person; possible: only the name is known, or "
			"what is known fits; weak: what is known speaks against; contradicted: it speaks against so strongly that "
			"it is another person unless the list errs."},
	};

	appendStringInfoString(html, "<h2>What the words mean</h2>\n<table class=\"facts\">\n");
	for (int i = 0; i < lengthof(words); i++)
		SanctHtmlFact(html, words[i][0], words[i][1]);
	appendStringInfoString(html, "</table>\n");
}
