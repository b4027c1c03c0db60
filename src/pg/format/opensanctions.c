/* What the formats of OpenSanctions have in common */
#include "postgres.h"

#include "pg/format/opensanctions.h"

#include "utils/builtins.h"

#include "name/person/document.h"

/* See opensanctions.h */
ListRelease *
SanctStartOpenSanctions(FunctionCallInfo fcinfo, int list)
{
	char	   *code = PG_ARGISNULL(list) ? "" : text_to_cstring(PG_GETARG_TEXT_PP(list));

	SanctCheckListKey(code);
	return SanctStartRelease(code, code, "OpenSanctions");
}

/* See opensanctions.h */
const char *
SanctIdentifierKind(const ListEntry *entry, const char *value)
{
	static const char *const shaped[] = {"imo", "mmsi"};
	SmDocumentKey keys[SM_DOCUMENT_KEYS];
	bool		vessel = strcmp(entry->type, "vessel") == 0;

	for (int i = 0; vessel && i < lengthof(shaped); i++)
		if (sm_document_keys(keys, sm_document_kind(shaped[i], strlen(shaped[i])), value, strlen(value)) > 0)
			return shaped[i];
	return sm_document_guess(value, strlen(value))->kind;
}
