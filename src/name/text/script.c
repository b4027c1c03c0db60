/* The scripts that names are read in */
#include "name/text/script.h"

#include <string.h>

/* Is it a Chinese character? */
bool
sm_is_hanja(uint32_t c)
{
	return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

/* Is it a kana? */
bool
sm_is_kana(uint32_t c)
{
	return (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) || c == SM_LONG_VOWEL;
}

/* The script that a letter is of */
SmScript
sm_script_of(uint32_t c)
{
	if (c < 0x400)
		return sm_is_latin(c) || (c >= 0xDF && c <= 0x24F && c != 0xF7) ? SM_SCRIPT_LATIN : SM_SCRIPT_NONE;
	if (c <= 0x52F)
		return SM_SCRIPT_CYRILLIC;
	if (c >= 0x1E00 && c <= 0x1EFF)
		return SM_SCRIPT_LATIN;
	if (sm_is_hangul(c))
		return SM_SCRIPT_HANGUL;
	if (sm_is_hanja(c))
		return SM_SCRIPT_HANJA;
	if (sm_is_kana(c))
		return SM_SCRIPT_KANA;
	return SM_SCRIPT_NONE;
}

/* Does what is of no script part words?  Marks inside of them do not; brackets and other scripts do */
static bool
PartsWords(uint32_t c)
{
	return c >= 0x80 || strchr("()/;:|\"", (int) c) != NULL;
}

/* The part of a text in one script, with blanks for the rest of what separates */
void
sm_script_extract(SmText *part, const SmText *text, SmScript script)
{
	part->length = 0;
	part->letters = 0;
	part->ascii = false;
	for (int i = 0; i < text->length; i++)
	{
		uint32_t	c = text->cp[i];
		SmScript	s = sm_script_of(c);

		if (s != script && (s != SM_SCRIPT_NONE || PartsWords(c)))
			c = ' ';
		part->upper[part->length] = text->upper[i];
		part->cp[part->length++] = c;
		part->letters += s == script;
	}
}
