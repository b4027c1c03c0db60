/*
 * Names of fathers between a given name and the last name, as names in Arabic letters hold them: Latin spellings leave
 * out some or all.
 */
#include "name/script/fathers.h"

#include <stdbool.h>
#include <string.h>

#include "data/abjad_table.h"
#include "name/script/letters.h"
#include "name/script/skeleton.h"

/* Words of a name that are looked at, and parts of one of which those between the first and the last are fathers' */
#define WORDS_MAX 32
#define PARTS_LEAST 3

/* A word of a transcript, and the part of the name that it is of */
typedef struct Word
{
	int			from;
	int			length;
	int			part;
	bool		skeleton;
} Word;

/* Is a word these letters? */
static bool
Is(const SmText *text, const Word *word, const char *letters)
{
	if ((int) strlen(letters) != word->length)
		return false;
	for (int i = 0; i < word->length; i++)
		if (text->cp[word->from + i] != (unsigned char) letters[i])
			return false;
	return true;
}

/* Is a name begun by this word and ended by the one behind it: servant of, father of, the, son of? */
static bool
IsContinued(const SmText *text, const Word *word)
{
	if (!word->skeleton || Is(text, word, SM_ARTICLE))
		return true;
	for (int i = 0; i < sm_abjad_part_count; i++)
		if (sm_abjad_parts[i].bound && sm_abjad_parts[i].front && Is(text, word, sm_abjad_parts[i].code))
			return true;
	return false;
}

/* Does an article belong to what stands before it: of the faith, of God? */
static bool
BelongsBefore(const SmText *text, const Word *article, const Word *next)
{
	for (int i = 0; i < sm_abjad_part_count && Is(text, article, SM_ARTICLE); i++)
		if (sm_abjad_parts[i].bound && !sm_abjad_parts[i].front &&
			Is(text, next, sm_abjad_parts[i].code + strlen(sm_abjad_article.code)))
			return true;
	return false;
}

/* Is it a word of Latin letters that stands in such a name? */
static bool
IsOfPerson(const SmText *text, const Word *word)
{
	for (int i = 0; i < sm_abjad_person_word_count; i++)
		if (Is(text, word, sm_abjad_person_words[i]))
			return true;
	return false;
}

/* Cut a transcript into words; returns how many, 0 = too many */
static int
CutWords(Word *words, const SmText *text)
{
	int			count = 0;

	for (int i = 0; i < text->length;)
	{
		int			from = i;

		while (i < text->length && (sm_is_latin(text->cp[i]) || sm_is_skeleton_letter(text->cp[i])))
			i++;
		if (i == from)
		{
			i++;
			continue;
		}
		if (count == WORDS_MAX)
			return 0;
		words[count++] = (Word) {from, i - from, 0, sm_is_skeleton_letter(text->cp[from])};
	}
	return count;
}

/* Number the parts of a name; returns the last number, 0 = it has one, or words of something else */
static int
NumberParts(Word *words, int count, const SmText *text)
{
	int			part = 0;

	for (int i = 0; i < count; i++)
	{
		const Word *word = &words[i];

		if (!word->skeleton && !IsOfPerson(text, word))
			return 0;
		if (i > 0 && !IsContinued(text, word - 1) && (i + 1 == count || !BelongsBefore(text, word, word + 1)))
			part++;
		words[i].part = part;
	}
	return part;
}

/* The first and the last part of a person's name; false if there is none between, or it is no such name */
bool
sm_fathers_drop(SmText *out, const SmText *transcript)
{
	Word		words[WORDS_MAX];
	int			count = CutWords(words, transcript);
	int			last = NumberParts(words, count, transcript);

	sm_transcript_start(out, transcript);
	if (last + 1 < PARTS_LEAST)
		return false;
	for (int i = 0; i < count; i++)
		if (words[i].part == 0 || words[i].part == last)
		{
			for (int k = 0; k < words[i].length; k++)
				sm_transcript_add(out, transcript->cp[words[i].from + k], false);
			sm_transcript_add(out, ' ', false);
		}
	return true;
}
