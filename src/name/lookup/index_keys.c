/* Keys of readings in an index that is stored: a name looked up at a threshold has one in common with all that match */
#include "name/lookup/index_keys.h"

#include "name/lookup/korean_keys.h"
#include "name/lookup/words_keys.h"
#include "name/reading/names.h"
#include "name/reading/reading.h"

/* May words match others with which they have no key in common?  Then they must be compared with all */
static bool
MayMatchWithoutKey(const SmName *name, int threshold)
{
	SmWordValues values;

	sm_words_values(&values, name, threshold);
	return values.need_initials <= 0;
}

/*
 * Make the keys of a reading.  Those of a member, made at a threshold > 0 in thousandths, serve for it and all higher ones;
 * one that is looked up has them at its own.  False: a name looked up may match others without a key.
 */
bool
sm_index_keys(const uint8_t *reading, int threshold, SmKeySide side, const SmKeySink *sink)
{
	SmNames		names;

	sm_names(&names, reading, NULL);
	for (int i = 0; i < names.count; i++)
	{
		const SmName *name = &names.name[i];

		if (SM_IS_KOREAN(name->reading))
			sm_korean_keys(name, threshold, side, SM_LENGTHS_ANY, sink);
		if (!SM_HAS_WORDS(name->reading))
			continue;
		if (side == SM_KEYS_OF_PROBE && MayMatchWithoutKey(name, threshold))
			return false;
		sm_words_keys(SM_WORDS_PART(name->reading), UINT32_MAX, side, sink);
	}
	return true;
}
