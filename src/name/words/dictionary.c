/* Words that are known, and phrases of legal forms */
#include "name/words/dictionary.h"

#include <string.h>

#include "name/hash.h"

/* Look a text up in a hash of the tables, of a power of two slots; NULL = not there */
static inline const SmEntry *
Lookup(const char *pool, const SmEntry *entries, const uint16_t *slots, uint32_t slot_count,
	   const uint8_t *text, int length)
{
	uint32_t	slot = sm_word_hash(text, length) & (slot_count - 1);

	for (; slots[slot] != 0; slot = (slot + 1) & (slot_count - 1))
	{
		const SmEntry *entry = &entries[slots[slot] - 1];

		if (entry->length == length && memcmp(pool + entry->text, text, length) == 0)
			return entry;
	}
	return NULL;
}

/* The known word, or NULL */
const SmEntry *
sm_word_lookup(const uint8_t *text, int length)
{
	return Lookup(sm_word_pool, sm_word_entries, sm_word_slots, SM_WORD_SLOTS, text, length);
}

/* The phrase of a legal form, or the words that one begins with; NULL = neither */
const SmEntry *
sm_form_begun(const uint8_t *text, int length)
{
	return Lookup(sm_form_pool, sm_form_entries, sm_form_slots, SM_FORM_SLOTS, text, length);
}

/* The legal form of a phrase, SM_FORM_NONE = it is none */
int
sm_form_lookup(const uint8_t *text, int length)
{
	const SmEntry *entry = sm_form_begun(text, length);

	return entry ? entry->bits : SM_FORM_NONE;
}
