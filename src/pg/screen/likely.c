/* What a name is likely of */
#include "postgres.h"

#include "pg/screen/likely.h"

#include "name/reading/names.h"
#include "name/reading/reading.h"
#include "name/words/pack.h"
#include "name/words/word.h"

/* See likely.h */
SmNamed
SanctLikelyOf(const uint8 *reading)
{
	SmView		view = {.count = 0};
	int			numbers = 0;
	SmNames		names;

	/* of a field that holds several names the first is all of it */
	sm_names(&names, reading, NULL);
	if (SM_HAS_WORDS(names.name[0].reading))
		sm_words_open_heads(&view, SM_WORDS_PART(names.name[0].reading));
	if (view.flags & (SM_FLAG_ORGANISATION | SM_FLAG_FORM))
		return SM_NAMED_THING;
	for (int i = 0; i < view.count; i++)
		numbers += SM_VIEW_KIND(&view, i) == SM_WORD_NUMBER;
	return SM_IS_KOREAN(reading) || (view.count > 1 && numbers == 0) ? SM_NAMED_PERSON : SM_NAMED_UNKNOWN;
}
