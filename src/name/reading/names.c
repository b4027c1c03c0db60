/* The names that a reading holds: one, or several of a field */
#include "name/reading/names.h"

/* The names of a reading that holds several; see names.h */
void
sm_names_open(SmNames *names, const uint8_t *reading, const uint8_t *end)
{
	const uint8_t *at;

	/* a damaged reading must not do more than give a wrong answer */
	names->count = reading[7] < SM_NAMES_MAX ? reading[7] : SM_NAMES_MAX;
	at = reading + SM_READING_HEADER + names->count * SM_SEVERAL_ENTRY;
	for (int i = 0; i < names->count; i++)
	{
		const uint8_t *entry = reading + SM_READING_HEADER + i * SM_SEVERAL_ENTRY;
		int			length = entry[0] | entry[1] << 8;

		names->name[i] = (SmName) {at, end != NULL ? at + length : NULL, entry[2] * (SM_BIT / SM_PRICE_BIT)};
		at += length;
	}
}

/* Are the headers of a reading of several names there, and those of each of them? */
bool
sm_names_bounded(const uint8_t *reading, size_t length)
{
	int			kinds = 0;
	SmNames		names;

	if (length > SM_READING_MAX || reading[0] != SM_VERSION || (reading[2] & (SM_KIND_NUMBER | SM_KIND_SURE)) != 0 ||
		reading[7] < 2 || reading[7] > SM_NAMES_MAX ||
		length < SM_READING_HEADER + (size_t) reading[7] * SM_SEVERAL_ENTRY)
		return false;
	sm_names_open(&names, reading, reading + length);
	for (int i = 0; i < names.count; i++)
	{
		const SmName *name = &names.name[i];

		if (name->end > reading + length || !sm_name_bounded(name->reading, (size_t) (name->end - name->reading)))
			return false;
		kinds |= SM_READING_KINDS(name->reading);
	}
	return names.name[names.count - 1].end == reading + length && names.name[0].price == 0 &&
		kinds == SM_READING_KINDS(reading);
}
