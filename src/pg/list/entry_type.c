/* The types of listed entries, and what publishers and people call them */
#include "postgres.h"

#include "pg/list/entry_type.h"

#include "pg/base/compat.h"

/* See entry_type.h */
const char *
SanctEntryTypeOf(const char *text)
{
	static const char *const type[][2] = {
		{"person", "person"}, {"individual", "person"}, {"natural person", "person"},
		{"organisation", "organisation"}, {"organization", "organisation"}, {"entity", "organisation"},
		{"company", "organisation"}, {"enterprise", "organisation"}, {"legal person", "organisation"},
		{"vessel", "vessel"}, {"ship", "vessel"},
		{"aircraft", "aircraft"}, {"airplane", "aircraft"}, {"aeroplane", "aircraft"},
		{"other", "other"},
	};

	for (int i = 0; i < lengthof(type); i++)
	{
		if (pg_strcasecmp(text, type[i][0]) == 0)
			return type[i][1];
	}
	return NULL;
}

/* See entry_type.h */
SmNamed
SanctNamedBy(const text *type)
{
	static const struct
	{
		const char *type;
		SmNamed		named;
	}			is[] = {
		{"person", SM_NAMED_PERSON}, {"organisation", SM_NAMED_THING}, {"vessel", SM_NAMED_THING},
		{"aircraft", SM_NAMED_THING},
	};
	size_t		length = VARSIZE_ANY_EXHDR(type);

	for (int i = 0; i < lengthof(is); i++)
	{
		if (strlen(is[i].type) == length && memcmp(is[i].type, VARDATA_ANY(type), length) == 0)
			return is[i].named;
	}
	return SM_NAMED_UNKNOWN;
}
