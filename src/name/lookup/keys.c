/* Blocking keys of readings: two names that match at a threshold have one in common */
#include "name/lookup/keys.h"

#include "name/lookup/korean_keys.h"
#include "name/lookup/words_keys.h"
#include "name/reading/names.h"
#include "name/reading/reading.h"
#include "name/weight.h"

/* Make the keys of a reading that it has in common with any other that matches at the built-in threshold */
void
sm_keys(const uint8_t *reading, const SmKeySink *sink)
{
	SmNames		names;

	sm_names(&names, reading, NULL);
	for (int i = 0; i < names.count; i++)
	{
		const SmName *name = &names.name[i];

		if (SM_IS_KOREAN(name->reading))
			sm_korean_keys(name, SM_THRESHOLD, SM_KEYS_OF_ANY, SM_LENGTHS_ANY, sink);
		if (SM_HAS_WORDS(name->reading))
			sm_words_any_keys(SM_WORDS_PART(name->reading), sink);
	}
}
