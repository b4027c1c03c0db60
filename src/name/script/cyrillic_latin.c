/*
 * Names in Cyrillic letters as languages other than Russian spell them: Ukrainian and Belarusian g is h, Mongolian and
 * Tajik zh is j, and patronymics of Azerbaijan (son of, daughter of) are left out.
 */
#include "name/script/cyrillic_latin.h"

#include <stddef.h>
#include <string.h>

#include "name/script/letters.h"

/* Letters of Russian and those that tell Ukrainian and Belarusian */
#define GE 0x433
#define ZHE 0x436
static const uint32_t ukrainian[] = {0x404, 0x406, 0x407, 0x40E, 0x454, 0x456, 0x457, 0x45E, 0x491};

/* Words behind a father's name, as they are folded */
static const uint32_t sons[][5] = {
	{0x43E, 0x433, 0x43B, 0x44B, 0}, {0x43E, 0x433, 0x43B, 0x443, 0}, {0x43A, 0x44B, 0x437, 0x44B, 0}
};

/* Is it written in Ukrainian or Belarusian? */
static bool
TellsUkrainian(const SmText *text)
{
	for (int i = 0; i < text->length; i++)
		for (size_t k = 0; k < sizeof(ukrainian) / sizeof(ukrainian[0]); k++)
			if (text->cp[i] == ukrainian[k])
				return true;
	return false;
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
	for (size_t k = 0; k < sizeof(sons) / sizeof(sons[0]); k++)
	{
		int			at = text->length - 4;
		int			n = 0;

		while (at > 0 && n < 4 && text->cp[at + n] == sons[k][n])
			n++;
		if (n < 4 || IsCyrillicLetter(text->cp[at - 1]))
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

	memcpy(out, text, offsetof(SmText, cp));
	out->length = 0;
	for (int i = 0; i < end; i++)
	{
		uint32_t	c = text->cp[i];

		if (c == GE && is_ukrainian)
			c = 'h';
		else if (c == ZHE && !is_ukrainian)
			c = 'j';
		any |= c != text->cp[i];
		sm_transcript_add(out, c, text->upper[i]);
	}
	return any;
}
