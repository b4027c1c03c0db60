/* The types of listed entries, and what publishers and people call them */
#include "postgres.h"

#include "pg/list/entry_type.h"

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
