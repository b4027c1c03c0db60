/* The types of listed entries, and what publishers and people call them */
#include "postgres.h"

#include "pg/list/entry_type.h"

#include "pg/base/compat.h"
#include "pg/base/nearest.h"

/* What types are called, and the types */
static const char *const called[][2] = {
	{"person", "person"}, {"individual", "person"}, {"natural person", "person"},
	{"organisation", "organisation"}, {"organization", "organisation"}, {"entity", "organisation"},
	{"company", "organisation"}, {"enterprise", "organisation"}, {"legal person", "organisation"},
	{"vessel", "vessel"}, {"ship", "vessel"},
	{"aircraft", "aircraft"}, {"airplane", "aircraft"}, {"aeroplane", "aircraft"},
	{"other", "other"},
};

/* See entry_type.h */
const char *
SanctEntryTypeOf(const char *text)
{
	for (int i = 0; i < lengthof(called); i++)
	{
		if (pg_strcasecmp(text, called[i][0]) == 0)
			return called[i][1];
	}
	return NULL;
}

/* See entry_type.h */
const char *
SanctPerhapsType(const char *text)
{
	NearestWord nearest;

	SanctStartNearest(&nearest, text);
	for (int i = 0; i < lengthof(called); i++)
		SanctTryNearest(&nearest, called[i][0]);
	return SanctPerhaps(&nearest, "type");
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
