/*
 * Checks of the quick look of skeletons at words in Latin letters: gcc -Isrc test/unit/rows.c with the files of src/name
 * and src/data; prints a line per failing check, exits non-zero if there is one.
 */
#include <stdio.h>
#include <string.h>

#include "data/abjad_table.h"
#include "name/text/fold.h"
#include "name/text/text.h"
#include "name/words/pack.h"
#include "name/words/rows.h"
#include "name/words/skeleton.h"
#include "name/words/word.h"
#include "harness.h"

/* Bits of a skeleton, more than those of most words */
#define BITS 200

/* Read a word */
static void
Read(uint8_t *out, const char *word)
{
	static SmText text;

	sm_text_fold(&text, word, strlen(word));
	sm_words_pack(out, &text, SM_NAMED_UNKNOWN);
}

/* A skeleton that has the consonants of a word in Latin letters: of each a letter that may sound so; returns how many */
static int
SkeletonOf(uint8_t *codes, const SmBones *bones)
{
	for (int i = 0; i < bones->length; i++)
	{
		int			place = i == 0 ? 0 : i + 1 < bones->length ? 1 : 2;
		int			code = SM_ABJAD_FIRST + (int) Random(SM_ABJAD_LAST - SM_ABJAD_FIRST + 1);
		int			tries = SM_ABJAD_LAST - SM_ABJAD_FIRST + 1;

		while (tries-- > 0 &&
			   memchr(sm_abjad_codes[code - SM_ABJAD_FIRST].sound[place], bones->letter[i], SM_ABJAD_WAYS) == NULL)
			code = code < SM_ABJAD_LAST ? code + 1 : SM_ABJAD_FIRST;
		codes[i] = (uint8_t) code;
	}
	return bones->length;
}

/* Hold a skeleton against a word in the quick way and in the slow one; returns whether they are one */
static bool
TestRow(const char *word, const SmView *a, const SmView *b, const SmBones *bones)
{
	static SmRows rows;
	SmRowsFound found;
	SmSkeleton	skeleton;
	SmWeight	weight;
	int			cost;

	sm_skeleton_open(&skeleton, a->word[0], SM_VIEW_LENGTH(a, 0));
	cost = sm_skeleton_cost(&skeleton, bones);
	weight = cost < 0 ? 0 : sm_skeleton_weight(bones->length, cost, SM_VIEW_BITS(b, 0) < SM_VIEW_BITS(a, 0) ?
											   SM_VIEW_BITS(b, 0) : SM_VIEW_BITS(a, 0));
	sm_rows_prepare(&rows, a);
	sm_rows_find(&found, &rows, a, b);
	Check(cost < 0 || sm_rows_may_be(&rows, b, 0) == 1, "is turned away by its head", word, NULL, cost);
	Check((cost >= 0) == (found.words == 1), "is not what its letters say", word, NULL, cost);
	Check(found.most[0] >= weight, "earns more than the most", word, NULL, weight);
	return cost >= 0;
}

/* The rows of a query tell of each word in Latin letters whether it is one of its skeletons */
static void
TestRows(int rounds)
{
	int			alike = 0;
	int			read = 0;

	for (int round = 0; round < rounds; round++)
	{
		uint8_t		latin[SM_WORDS_PACKED_MAX];
		uint8_t		query[SM_PACK_HEADER + SM_PACK_WORD + SM_WORD_MAX] = {1, SM_FLAG_SKELETON, 0, BITS, 0};
		char		word[9] = "";
		SmBones		bones;
		SmView		a;
		SmView		b;

		/* letters that sounds are lost of more often */
		for (int i = 2 + (int) Random(7); i > 0; i--)
			word[i - 1] = "aeiouyjhlzscdtrkwxgbpfvmnq"[Random(Random(2) ? 14 : 26)];
		Read(latin, word);
		sm_words_open(&b, latin);
		if (b.count != 1 || SM_VIEW_KIND(&b, 0) != SM_WORD_LATIN)
			continue;
		sm_bones(&bones, b.word[0], SM_VIEW_LENGTH(&b, 0));
		query[SM_PACK_HEADER] = (uint8_t) (SkeletonOf(query + SM_PACK_HEADER + SM_PACK_WORD, &bones) |
										   SM_WORD_SCRIPT << 5);
		query[SM_PACK_HEADER + 1] = BITS;
		sm_words_open(&a, query);
		alike += TestRow(word, &a, &b, &bones);
		read++;
	}
	Check(alike > read / 2 && alike < read, "too few skeletons are words, or all", "", NULL, alike);
}

int
main(void)
{
	TestRows(60000);
	return Finish("rows");
}
