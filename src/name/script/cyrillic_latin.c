/*
 * Names in Cyrillic letters as languages other than Russian spell them: Ukrainian and Belarusian g is h, Mongolian and
 * Tajik zh is j, and patronymics of Azerbaijan (son of, daughter of) are left out.
 */
#include "name/script/cyrillic_latin.h"

#include "data/cyrillic_language_table.h"
#include "name/script/letters.h"

/* Is it written in Ukrainian or Belarusian? */
static bool
TellsUkrainian(const SmText *text)
{
	for (int i = 0; i < text->length; i++)
		for (int k = 0; k < sm_cyrillic_tells_count; k++)
			if (text->cp[i] == sm_cyrillic_tells[k])
				return true;
	return false;
}

/* A letter as it is read, itself if these do not read it otherwise */
static uint32_t
ReadAs(uint32_t c, const SmCyrillicLetter *letters, int count)
{
	for (int i = 0; i < count; i++)
		if (letters[i].letter == c)
			return (uint8_t) letters[i].latin;
	return c;
}

/* Is a code point a letter of a Cyrillic word? */
static bool
IsCyrillicLetter(uint32_t c)
{
	return c >= 0x400 && c <= 0x52F;
}

/* Where the name ends before a father's name and a word for son or daughter; its length if there is none */
static int
EndBeforeFather(const SmText *text)
{
	for (int k = 0; k < sm_cyrillic_children_count; k++)
	{
		int			at = text->length - SM_CYRILLIC_CHILD;
		int			n = 0;

		while (at > 0 && n < SM_CYRILLIC_CHILD && text->cp[at + n] == sm_cyrillic_children[k][n])
			n++;
		if (n < SM_CYRILLIC_CHILD || IsCyrillicLetter(text->cp[at - 1]))
			continue;
		while (at > 0 && !IsCyrillicLetter(text->cp[at - 1]))
			at--;
		while (at > 0 && IsCyrillicLetter(text->cp[at - 1]))
			at--;
		return at > 0 ? at : text->length;
	}
	return text->length;
}

/* Transcribe what other languages spell otherwise; false if there is nothing of it in a text */
bool
sm_cyrillic_transcribe(SmText *out, const SmText *text)
{
	bool		is_ukrainian = TellsUkrainian(text);
	int			end = EndBeforeFather(text);
	bool		any = end < text->length;

	sm_transcript_start(out, text);
	for (int i = 0; i < end; i++)
	{
		uint32_t	c = is_ukrainian ? ReadAs(text->cp[i], sm_cyrillic_as_ukrainian, sm_cyrillic_as_ukrainian_count) :
			ReadAs(text->cp[i], sm_cyrillic_as_other, sm_cyrillic_as_other_count);

		any |= c != text->cp[i];
		sm_transcript_add(out, c, text->upper[i]);
	}
	return any;
}
