/*
 * Koreans' names as other languages decline them: Ким Чен Ына, კიმ ჩენ ინის.  Names of women and such as end in a vowel
 * have few of these endings; a given name of two syllables is asked for, which leaves little to chance.
 */
#include "name/korean/declined.h"

#include <string.h>
#include <unicode/utf8.h>

#include "data/name_ending_table.h"
#include "name/korean/alphabet.h"
#include "name/korean/korean.h"
#include "name/text/part.h"

/* Letters of the last word that must be left, and syllables of the given name */
#define STEM_LEAST 2
#define GIVEN_DECLINED 2

/* How many letters of a text, which are at its end, an ending is; 0 = it has another one */
static int
EndsIn(const SmText *text, const char *ending)
{
	int32_t		at = (int32_t) strlen(ending);
	int			n = 0;

	while (at > 0)
	{
		UChar32		c;

		U8_PREV((const uint8_t *) ending, 0, at, c);
		if (n == text->length || text->cp[text->length - ++n] != (uint32_t) c)
			return 0;
	}
	return n;
}

/* Is what is left of a text without n letters at its end long enough, and a word behind others? */
static bool
LeavesWord(const SmText *text, int n)
{
	int			left = 0;
	int			to = text->length - n;

	while (to > 0 && sm_is_part(text->cp[to - 1]))
	{
		to--;
		left++;
	}
	return left >= STEM_LEAST && to > 0;
}

/* Read what is left as a Korean's name; false if it is none that would be declined */
static bool
ReadStem(SmKorean *korean, const SmText *stem)
{
	if (!sm_korean_read(korean, stem) && !sm_alphabet_read(korean, stem))
		return false;
	return korean->odds >= SM_ALPHABET_LEAST && korean->hypothesis[0].has_surname &&
		korean->hypothesis[0].given == GIVEN_DECLINED;
}

/* Read a name without the ending of its last word by which it is likeliest; returns where it ends, 0 = there is none */
int
sm_declined_read(SmKorean *korean, const SmText *text)
{
	int			to = 0;

	if (text->length == 0 || text->cp[text->length - 1] < 0x400 || text->cp[text->length - 1] >= 0x1100)
		return 0;
	for (int i = 0; i < sm_name_ending_count; i++)
	{
		int			n = EndsIn(text, sm_name_endings[i]);
		SmKorean	read;
		SmText		stem;

		if (n == 0 || !LeavesWord(text, n))
			continue;
		sm_text_part(&stem, text, (SmSpan) {0, text->length - n});
		if (!ReadStem(&read, &stem) || (to > 0 && read.odds <= korean->odds))
			continue;
		to = text->length - n;
		sm_korean_copy(korean, &read);
	}
	return to;
}
