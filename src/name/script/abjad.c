/*
 * Words in Arabic and Hebrew letters, which leave out short vowels, as codes of abjad_codes.tsv: what is one letter to
 * the writers of several languages has one code.  The Arabic article and what belongs to it are cut off: Abd al-Rahman
 * is written in one word, in two and in three.
 */
#include "name/script/abjad.h"

#include <string.h>

#include "data/abjad_table.h"
#include "name/hash.h"
#include "name/script/letters.h"
#include "name/script/skeleton.h"
#include "name/table.h"

/* Letters of a word that are looked at */
#define LETTERS_MAX 48

/* The signs of Hebrew that make j and ch of the letter before them, as they are folded too */
#define GERESH 0x5F3

/* The code of a letter, 0 if it is none */
static uint8_t
CodeOf(uint32_t c)
{
	const SmAbjadLetter *row;

	if (c < 0x5D0 || c > 0x6FF)
		return 0;
	row = sm_table_find(sm_abjad_letters, sm_abjad_letter_count, sizeof(SmAbjadLetter), sm_key_16, c);
	return row != NULL ? row->code : 0;
}

/* Is it a letter that is read so? */
bool
sm_is_abjad(uint32_t c)
{
	return CodeOf(c) != 0;
}

/* Is it a point of a vowel or of doubling, or the Arabic stretch? */
static bool
IsVowelPoint(uint32_t c)
{
	return (c >= 0x591 && c <= 0x5C7 && c != 0x5BE && c != 0x5C0 && c != 0x5C3 && c != 0x5C6) || c == 0x640 ||
		(c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x6D6 && c <= 0x6ED);
}

/* Letters of a word */
typedef struct Letters
{
	int			count;
	uint8_t		code[LETTERS_MAX];
} Letters;

/* What a geresh behind a letter makes of it */
static uint8_t
WithGeresh(uint8_t code)
{
	for (int i = 0; i < sm_abjad_geresh_count; i++)
		if (sm_abjad_geresh[i].code == code)
			return sm_abjad_geresh[i].becomes;
	return code;
}

/* Add a letter; an s before an h may be taken for sh in Latin letters */
static void
AddLetter(Letters *letters, uint8_t code)
{
	if ((code == 'H' || code == 'O') && letters->count > 0 && letters->code[letters->count - 1] == 'S')
		letters->code[letters->count - 1] = '`';
	if (letters->count < LETTERS_MAX)
		letters->code[letters->count++] = code;
}

/* Read a word; returns where it ends */
static int
ReadLetters(Letters *letters, const SmText *text, int from)
{
	int			i = from;

	letters->count = 0;
	for (; i < text->length; i++)
	{
		uint32_t	c = text->cp[i];
		uint8_t		code = CodeOf(c);

		if (code != 0)
			AddLetter(letters, code);
		else if ((c == GERESH || c == '\'') && letters->count > 0)
			letters->code[letters->count - 1] = WithGeresh(letters->code[letters->count - 1]);
		else if (!IsVowelPoint(c))
			break;
	}
	return i;
}

/* The Latin word that some letters are read as, or NULL */
static const char *
LatinOf(const uint8_t *code, int count)
{
	const SmAbjadWord *row = sm_table_find(sm_abjad_words, sm_abjad_word_count, sizeof(SmAbjadWord), sm_key_32,
										   sm_word_hash(code, count));

	return row != NULL ? row->latin : NULL;
}

/* The Latin word that some letters mean, empty = they say nothing; NULL = they are none of these */
static const char *
MeaningOf(const uint8_t *code, int count)
{
	const SmAbjadWord *row = sm_table_find(sm_abjad_meanings, sm_abjad_meaning_count, sizeof(SmAbjadWord), sm_key_32,
										   sm_word_hash(code, count));

	return row != NULL ? row->latin : NULL;
}

/* Do letters begin with these? */
static bool
BeginWith(const uint8_t *code, int count, const char *with)
{
	int			length = (int) strlen(with);

	return count >= length && memcmp(code, with, (size_t) length) == 0;
}

/* Append a word of so many letters and a blank */
static void
AppendCodes(SmText *out, const uint8_t *code, int count)
{
	for (int i = 0; i < count; i++)
		sm_transcript_add(out, code[i], false);
	sm_transcript_add(out, ' ', false);
}

/* How many letters of a word are a part in front, or the rest before a part behind; 0 = there is none */
static int
CutPart(const uint8_t *code, int count, bool front)
{
	for (int i = 0; i < sm_abjad_part_count; i++)
	{
		const SmAbjadPart *part = &sm_abjad_parts[i];
		int			length = (int) strlen(part->code);

		if (part->front == front && count >= length + part->rest &&
			BeginWith(front ? code : code + count - length, length, part->code))
			return front ? length : count - length;
	}
	return 0;
}

/* Append a word that may begin with the article */
static void
AppendWord(SmText *out, const uint8_t *code, int count)
{
	int			length = (int) strlen(sm_abjad_article.code);

	if (BeginWith(code, count, sm_abjad_article.code) && count >= length + sm_abjad_article.rest)
	{
		AppendCodes(out, (const uint8_t *) SM_ARTICLE, (int) strlen(SM_ARTICLE));
		code += length;
		count -= length;
	}
	AppendCodes(out, code, count);
}

/*
 * Append the codes of the word that starts at a place to a transcript; returns where it ends.  Words of bodies are read
 * by what they mean unless meant is NULL, and it is set if one was.
 */
int
sm_abjad_transcribe(SmText *out, const SmText *text, int from, bool *meant)
{
	Letters		letters;
	int			end = ReadLetters(&letters, text, from);
	const char *latin = meant != NULL ? MeaningOf(letters.code, letters.count) : NULL;
	int			taken;
	int			rest;

	if (letters.count == 0)
		return end;
	if (latin != NULL)
		*meant = true;
	else
		latin = LatinOf(letters.code, letters.count);
	if (latin != NULL)
	{
		sm_transcript_append(out, latin, false);
		return end;
	}
	taken = CutPart(letters.code, letters.count, true);
	if (taken > 0)
		AppendWord(out, letters.code, taken);
	rest = CutPart(letters.code + taken, letters.count - taken, false);
	if (rest > 0)
		AppendWord(out, letters.code + taken, rest);
	AppendWord(out, letters.code + taken + rest, letters.count - taken - rest);
	/* what follows parts the words by itself */
	out->length--;
	return end;
}
