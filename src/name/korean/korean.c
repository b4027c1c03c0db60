#include "name/korean/korean.h"

#include <string.h>

#include "name/korean/hypothesis.h"
#include "name/korean/script.h"

/* Most odds of a name beside words in scripts that are not read, which are kept as words */
#define ODDS_BESIDE SM_WEIGHT(11)

/* One reader a script */
static bool (*const readers[SM_SCRIPTS]) (SmKorean *korean, const SmText *text) = {
	[SM_SCRIPT_LATIN] = sm_latin_read,
	[SM_SCRIPT_HANGUL] = sm_hangul_read,
	[SM_SCRIPT_HANJA] = sm_hanja_read,
	[SM_SCRIPT_CYRILLIC] = sm_cyrillic_read,
	[SM_SCRIPT_KANA] = sm_kana_read,
};

/* The script that a letter is of */
SmScript
sm_script_of(uint32_t c)
{
	if (sm_is_latin(c) || (c >= 0xDF && c <= 0x24F && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF))
		return SM_SCRIPT_LATIN;
	if (sm_is_hangul(c))
		return SM_SCRIPT_HANGUL;
	if (sm_is_hanja(c))
		return SM_SCRIPT_HANJA;
	if (c >= 0x400 && c <= 0x52F)
		return SM_SCRIPT_CYRILLIC;
	if (sm_is_kana(c))
		return SM_SCRIPT_KANA;
	return SM_SCRIPT_NONE;
}

/* Read a text of one script */
bool
sm_script_read(SmKorean *korean, const SmText *text, SmScript script)
{
	return readers[script](korean, text);
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

/* Has a text words in scripts that are not read, and none that mixes them with others? */
static bool
HasOtherWords(const SmText *text)
{
	int			read = 0;
	int			unread = 0;
	bool		found = false;

	for (int i = 0; i <= text->length; i++)
	{
		if (i == text->length || !sm_is_part(text->cp[i]))
		{
			if (read > 0 && unread > 0)
				return false;
			found = found || unread > 0;
			read = unread = 0;
		}
		else if (sm_script_of(text->cp[i]) != SM_SCRIPT_NONE)
			read++;
		else if (text->cp[i] >= 0x80)
			unread++;
	}
	return found;
}

/* Read a name as a Korean person's; false if it cannot be one */
bool
sm_korean_read(SmKorean *korean, const SmText *text)
{
	int			letters[SM_SCRIPTS] = {0};
	int			scripts = 0;
	int			script = SM_SCRIPT_LATIN;

	for (int i = 0; i < text->length; i++)
		if (sm_script_of(text->cp[i]) != SM_SCRIPT_NONE)
			letters[sm_script_of(text->cp[i])]++;
	for (int s = 0; s < SM_SCRIPTS; s++)
		if (letters[s] > 0)
		{
			scripts++;
			script = s;
		}
	if (scripts > 1)
		return sm_apart_read(korean, text, letters) || sm_mixed_read(korean, text, letters);
	if (letters[script] == text->letters || !HasOtherWords(text))
		return readers[script](korean, text);
	if (!sm_mixed_read(korean, text, letters))
		return false;
	korean->odds = korean->odds < ODDS_BESIDE ? korean->odds : ODDS_BESIDE;
	return true;
}
