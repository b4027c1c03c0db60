/* The types of listed entries, and what publishers and people call them */
#include "postgres.h"

#include "pg/list/entry_type.h"

#include "pg/base/compat.h"
#include "pg/base/nearest.h"
#include "pg/base/shown.h"

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
SanctKnownEntryType(const char *text)
{
	const char *type = SanctEntryTypeOf(text);

	if (type == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("type \"%s\" of entries is not known", SanctShown(text)),
				 errhint("%sThe types are " ENTRY_TYPES ".", SanctPerhapsType(text))));
	return type;
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
SanctNamedByType(const char *type, size_t length)
{
	static const struct
	{
		const char *type;
		SmNamed		named;
	}			is[] = {
		{"person", SM_NAMED_PERSON}, {"organisation", SM_NAMED_THING}, {"vessel", SM_NAMED_THING},
		{"aircraft", SM_NAMED_THING},
	};

	for (int i = 0; i < lengthof(is); i++)
	{
		if (strlen(is[i].type) == length && memcmp(is[i].type, type, length) == 0)
			return is[i].named;
	}
	return SM_NAMED_UNKNOWN;
}

/* See entry_type.h */
SmNamed
SanctNamedBy(const text *type)
{
	return SanctNamedByType(VARDATA_ANY(type), VARSIZE_ANY_EXHDR(type));
}
