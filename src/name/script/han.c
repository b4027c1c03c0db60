/*
 * Names in Chinese characters as Latin letters: of two to four characters a surname and a given name; of longer ones,
 * which are of bodies, the words that are known, and what stands between them in one word.
 */
#include "name/script/han.h"

#include <stddef.h>

#include "data/han_table.h"
#include "name/script/letters.h"
#include "name/table.h"
#include "name/text/script.h"

/* Characters of a person's name that is surname and given name; of one whose surname has two */
#define PERSON_LEAST 2
#define PERSON_MOST 4

/* Is it a character that has a reading? */
static bool
IsRead(uint32_t c)
{
	return c >= SM_HAN_FIRST && c <= SM_HAN_LAST && (sm_han_mandarin[c - SM_HAN_FIRST] & ~SM_HAN_SIMPLIFIED) != 0;
}

/* Does a text hold a character that only the People's Republic and Singapore write? */
bool
sm_han_simplified(const SmText *text)
{
	for (int i = 0; i < text->length; i++)
		if (IsRead(text->cp[i]) && (sm_han_mandarin[text->cp[i] - SM_HAN_FIRST] & SM_HAN_SIMPLIFIED))
			return true;
	return false;
}

/* Append the reading of a character */
static void
AppendCharacter(SmText *out, uint32_t c, SmHanSpelling spelling, bool surname)
{
	int			mandarin = sm_han_mandarin[c - SM_HAN_FIRST] & ~SM_HAN_SIMPLIFIED;
	const SmHanSurname *row = surname ? sm_table_find(sm_han_surnames, sm_han_surname_count, sizeof(SmHanSurname),
													  sm_key_16, c) : NULL;

	if (row != NULL && row->mandarin != 0)
		mandarin = row->mandarin;
	if (spelling == SM_HAN_PINYIN)
		sm_transcript_append(out, sm_mandarin_spellings[mandarin].pinyin, false);
	else if (spelling == SM_HAN_WADE_GILES)
		sm_transcript_append(out, sm_mandarin_spellings[mandarin].wade_giles, false);
	else if (row != NULL && row->hong_kong[0] != '\0')
		sm_transcript_append(out, row->hong_kong, false);
	else
		sm_transcript_append(out, sm_cantonese_spellings[sm_han_cantonese[c - SM_HAN_FIRST]], false);
}

static uint64_t
KeyOfHanWord(const void *row)
{
	return ((const SmHanWord *) row)->character[0];
}

/* The word of bodies or place at the start of some characters, NULL = there is none */
static const SmHanWord *
FindHanWord(const uint32_t *c, int count)
{
	int			i = sm_table_place(sm_han_words, sm_han_word_count, sizeof(SmHanWord), KeyOfHanWord, *c);

	for (; i < sm_han_word_count && sm_han_words[i].character[0] == *c; i++)
	{
		const SmHanWord *word = &sm_han_words[i];
		int			n = 0;

		if (word->length > count)
			continue;
		while (n < word->length && word->character[n] == c[n])
			n++;
		if (n == word->length)
			return word;
	}
	return NULL;
}

/* Append a person's name: the surname, a blank, the given name */
static void
AppendPerson(SmText *out, const uint32_t *c, int count, SmHanSpelling spelling)
{
	int			surnames = count == PERSON_MOST ? 2 : 1;

	for (int i = 0; i < count; i++)
	{
		if (i == surnames)
			sm_transcript_add(out, ' ', false);
		AppendCharacter(out, c[i], spelling, i < surnames);
	}
}

/* Append the name of a body, word by word */
static void
AppendBody(SmText *out, const uint32_t *c, int count, SmHanSpelling spelling)
{
	for (int i = 0; i < count;)
	{
		const SmHanWord *word = FindHanWord(c + i, count - i);

		if (word == NULL)
			AppendCharacter(out, c[i++], spelling, false);
		else
		{
			sm_transcript_add(out, ' ', false);
			sm_transcript_append(out, word->latin, false);
			sm_transcript_add(out, ' ', false);
			i += word->length;
		}
	}
}

/* Does a run of characters hold a word of bodies? */
static bool
HasHanWord(const uint32_t *c, int count)
{
	for (int i = 0; i < count; i++)
		if (FindHanWord(c + i, count - i) != NULL)
			return true;
	return false;
}

/* Have all of some characters that spelling?  Of a name whose second one has none its surname would be left */
static bool
HaveSpelling(const uint32_t *character, int count, SmHanSpelling spelling)
{
	for (int i = 0; i < count; i++)
		if (spelling == SM_HAN_CANTONESE && sm_han_cantonese[character[i] - SM_HAN_FIRST] == 0)
			return false;
	return true;
}

/* Transcribe a text; false if it holds letters of another script, or none that are read, or lack that spelling */
bool
sm_han_transcribe(SmText *out, const SmText *text, SmHanSpelling spelling)
{
	bool		any = false;

	sm_transcript_start(out, text);
	for (int i = 0; i < text->length;)
	{
		const uint32_t *c = text->cp + i;
		int			n = 0;

		while (i + n < text->length && IsRead(c[n]))
			n++;
		if (n == 0)
		{
			if (sm_script_of(*c) != SM_SCRIPT_NONE)
				return false;
			sm_transcript_add(out, *c, false);
			i++;
			continue;
		}
		if (!HaveSpelling(c, n, spelling))
			return false;
		if (n >= PERSON_LEAST && n <= PERSON_MOST && n == text->length && !HasHanWord(c, n))
			AppendPerson(out, c, n, spelling);
		else
			AppendBody(out, c, n, spelling);
		any = true;
		i += n;
	}
	return any;
}
