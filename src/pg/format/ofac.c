/* What the formats of OFAC's lists have in common */
#include "postgres.h"

#include "pg/format/ofac.h"

#include "fmgr.h"
#include "utils/builtins.h"

#include "pg/base/shown.h"
#include "pg/list/entry.h"

/* An empty release of the list that an argument names, of which this is the place */
ListRelease *
SanctStartOfacRelease(FunctionCallInfo fcinfo, int list)
{
	char	   *code = PG_ARGISNULL(list) ? NULL : text_to_cstring(PG_GETARG_TEXT_PP(list));

	if (code && strcmp(code, "ofac-sdn") == 0)
		return SanctStartListed("ofac-sdn");
	if (code && strcmp(code, "ofac-cons") == 0)
		return SanctStartListed("ofac-cons");
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unknown list \"%s\"", code ? SanctShown(code) : ""),
			 errhint("OFAC's lists are \"ofac-sdn\" and \"ofac-cons\".")));
	pg_unreachable();
}

/* See ofac.h */
void
SanctCheckOfacList(const ListRelease *release, const char *program)
{
	if (strcmp(release->code, "ofac-sdn") == 0 && program && strcmp(program, "NS-PLC") == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("this is OFAC's consolidated list, and list \"ofac-sdn\" is asked for"),
				 errdetail("Its first entry is listed for NS-PLC, which is no program of the SDN list."),
				 errhint("Pass list => 'ofac-cons'.")));
}

/* See ofac.h */
void
SanctCheckOfacListName(const ListRelease *release, const char *name)
{
	bool		other = strstr(name, "Consolidated") || strstr(name, "Non-SDN") || strstr(name, "non-SDN");
	bool		sdn = strstr(name, "SDN") && !other;

	if ((sdn && strcmp(release->code, "ofac-sdn") != 0) || (other && strcmp(release->code, "ofac-cons") != 0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the document is of another list than \"%s\"", release->code),
				 errdetail("It names itself \"%s\".", SanctShown(SanctToServer(name, strlen(name)))),
				 errhint("Pass list => '%s'.", sdn ? "ofac-sdn" : "ofac-cons")));
}

/* The type of an entry by OFAC's name for it, or NULL */
const char *
SanctOfacType(const char *type)
{
	static const char *const name[][2] = {
		{"Individual", "person"},
		{"Entity", "organisation"},
		{"Vessel", "vessel"},
		{"Aircraft", "aircraft"},
	};

	for (int i = 0; i < lengthof(name); i++)
	{
		if (pg_strcasecmp(type, name[i][0]) == 0)
			return name[i][1];
	}
	return NULL;
}

/* The kind of a name by OFAC's name for it, "aka" or "a.k.a.", or NULL */
const char *
SanctOfacNameKind(const char *type)
{
	static const char *const name[][3] = {
		{"aka", "a.k.a.", "alias"},
		{"fka", "f.k.a.", "former-name"},
		{"nka", "n.k.a.", "new-name"},
		{"Name", "Name", "primary"},
	};

	for (int i = 0; i < lengthof(name); i++)
	{
		if (pg_strcasecmp(type, name[i][0]) == 0 || pg_strcasecmp(type, name[i][1]) == 0)
			return name[i][2];
	}
	return NULL;
}
