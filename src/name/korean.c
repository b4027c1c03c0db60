#include "name/korean.h"

#include <string.h>

#include "name/hypothesis.h"

/* Scripts that names are read in */
typedef enum Script
{
	SCRIPT_LATIN,
	SCRIPT_HANGUL,
	SCRIPT_HANJA,
	SCRIPT_CYRILLIC,
	SCRIPT_KANA,
	SCRIPTS,
	SCRIPT_NONE = SCRIPTS		/* marks, digits, other scripts */
} Script;

/* One reader a script; the fewest letters that can be a name beside one in another script */
static const struct
{
	bool		(*read) (SmKorean *korean, const SmText *text);
	int			letters;
}			readers[SCRIPTS] = {
	[SCRIPT_LATIN] = {sm_latin_read, 3},
	[SCRIPT_HANGUL] = {sm_hangul_read, 2},
	[SCRIPT_HANJA] = {sm_hanja_read, 2},
	[SCRIPT_CYRILLIC] = {sm_cyrillic_read, 3},
	[SCRIPT_KANA] = {sm_kana_read, 3},
};

static Script
ScriptOf(uint32_t c)
{
	if ((c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0x24F && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF))
		return SCRIPT_LATIN;
	if (c >= 0xAC00 && c <= 0xD7A3)
		return SCRIPT_HANGUL;
	if (sm_is_hanja(c))
		return SCRIPT_HANJA;
	if (c >= 0x400 && c <= 0x52F)
		return SCRIPT_CYRILLIC;
	if (sm_is_kana(c))
		return SCRIPT_KANA;
	return SCRIPT_NONE;
}

/* The part of a text in one script, with blanks for the rest of what separates */
static void
Extract(SmText *part, const SmText *text, Script script)
{
	part->length = 0;
	part->letters = 0;
	part->ascii = false;
	for (int i = 0; i < text->length; i++)
	{
		uint32_t	c = text->cp[i];
		Script		s = ScriptOf(c);

		/* marks inside stay; brackets and other scripts part words */
		if (s != script && (s != SCRIPT_NONE || strchr("()[]{}/;:=|\"", c < 0x80 ? (int) c : 0)))
			c = ' ';
		part->upper[part->length] = text->upper[i];
		part->cp[part->length++] = c;
		part->letters += s == script;
	}
}

/*
 * Read a name written in several scripts, each as likely as the other: KIM Jong Un (김정은).  If
 * two of them have a foreign given name, the later one's slot stands for both.
 */
static bool
ReadMixed(SmKorean *korean, const SmText *text, const int *letters)
{
	SmFound		found;
	SmText		part;
	SmWeight	odds = INT32_MIN;

	found.count = 0;
	for (int s = 0; s < SCRIPTS; s++)
	{
		if (letters[s] < readers[s].letters)
			continue;
		Extract(&part, text, (Script) s);
		if (!readers[s].read(korean, &part))
			continue;
		for (int i = 0; i < korean->count; i++)
			sm_found_add(&found, &korean->hypothesis[i]);
		odds = korean->odds > odds ? korean->odds : odds;
	}
	if (found.count == 0)
		return false;
	sm_found_keep(korean, &found);
	korean->odds = odds;
	return true;
}

/* Read a name as a Korean person's; false if it cannot be one */
bool
sm_korean_read(SmKorean *korean, const SmText *text)
{
	int			letters[SCRIPTS] = {0};
	int			scripts = 0;
	int			script = SCRIPT_LATIN;

	korean->count = 0;
	for (int i = 0; i < text->length; i++)
		if (ScriptOf(text->cp[i]) != SCRIPT_NONE)
			letters[ScriptOf(text->cp[i])]++;
	for (int s = 0; s < SCRIPTS; s++)
		if (letters[s] > 0)
		{
			scripts++;
			script = s;
		}
	return scripts > 1 ? ReadMixed(korean, text, letters) : readers[script].read(korean, text);
}
