/* What a name is likely of */
#include "postgres.h"

#include "pg/screen/likely.h"

#include "name/reading/names.h"
#include "name/reading/reading.h"
#include "name/words/pack.h"
#include "name/words/word.h"

/* Digits of a year */
#define YEAR_LENGTH 4

/* Is a name one word of another script that sounds like several words in Latin letters, as 鈴木一郎 does? */
static bool
SoundsLikeWords(const SmNames *names, const SmView *view)
{
	SmView		sound;

	if (view->count != 1 || SM_VIEW_KIND(view, 0) != SM_WORD_SCRIPT)
		return false;
	for (int i = 1; i < names->count; i++)
	{
		if (!SM_HAS_WORDS(names->name[i].reading))
			continue;
		sm_words_open_heads(&sound, SM_WORDS_PART(names->name[i].reading));
		if (sound.count > 1)
			return true;
	}
	return false;
}

/* See likely.h */
SmNamed
SanctLikelyOf(const uint8 *reading)
{
	SmView		view = {.count = 0};
	int			numbers = 0;
	bool		korean = false;
	bool		year = false;
	SmNames		names;

	/* of a field that holds several names the first is all of it */
	sm_names(&names, reading, NULL);
	if (SM_HAS_WORDS(names.name[0].reading))
		sm_words_open_heads(&view, SM_WORDS_PART(names.name[0].reading));
	for (int i = 1; i < names.count; i++)
		korean = korean || SM_IS_KOREAN(names.name[i].reading);
	for (int i = 0; i < view.count; i++)
	{
		bool		number = SM_VIEW_KIND(&view, i) == SM_WORD_NUMBER;

		numbers += number;
		year = year || (number && SM_VIEW_LENGTH(&view, i) == YEAR_LENGTH);
	}
	/* a year beside a Korean's name makes no body of him: RYU Kyong (born 1957) */
	if ((view.flags & SM_FLAG_FORM) || ((view.flags & SM_FLAG_ORGANISATION) && !(korean && year)))
		return SM_NAMED_THING;
	return SM_IS_KOREAN(reading) || (view.count > 1 && numbers == 0) || SoundsLikeWords(&names, &view) ?
		SM_NAMED_PERSON : SM_NAMED_UNKNOWN;
}
