/* A name read as a Korean person's */
#include "name/korean/korean.h"

#include "name/korean/mixed.h"
#include "name/korean/readers.h"
#include "name/text/script.h"
#include "name/weight.h"

/* Most odds of a name beside words in scripts that are not read, which are kept as words */
#define ODDS_BESIDE SM_WEIGHT(11)

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

	if (text->ascii)
		return sm_script_read(korean, text, SM_SCRIPT_LATIN);
	for (int i = 0; i < text->length; i++)
	{
		SmScript	of = sm_script_of(text->cp[i]);

		if (of != SM_SCRIPT_NONE)
			letters[of]++;
	}
	for (int s = 0; s < SM_SCRIPTS; s++)
		if (letters[s] > 0)
		{
			scripts++;
			script = s;
		}
	if (scripts > 1)
		return sm_apart_read(korean, text, letters) || sm_mixed_read(korean, text, letters);
	if (letters[script] == text->letters || !HasOtherWords(text))
		return sm_script_read(korean, text, (SmScript) script);
	if (!sm_mixed_read(korean, text, letters))
		return false;
	korean->odds = korean->odds < ODDS_BESIDE ? korean->odds : ODDS_BESIDE;
	return true;
}
