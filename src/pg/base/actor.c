/*
 * Who acts: the session's user and, where the application names one, the person behind it
 *
 * A setting and an argument are words of the application, which alone knows whom it has let in; they are stored
 * beside the session's user and never in its place.
 */
#include "postgres.h"

#include "pg/base/actor.h"

#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/guc.h"

/* Bytes of a person's name */
#define ACTOR_MAX 256

static char *actor_setting = NULL;

/* See actor.h */
void
SanctDefineActor(void)
{
	DefineCustomStringVariable("sanctmatch.actor",
							   "The person for whom the application acts.",
							   "Stored with alerts, decisions and imports beside the session's user. Empty: nobody.",
							   &actor_setting, "", PGC_USERSET, 0, NULL, NULL, NULL);
	MarkGUCPrefixReserved("sanctmatch");
}

/* Refuse what is no name of a person; settings may come from a connection's options, which nobody has looked at */
static void
CheckActor(const char *name, int length)
{
	bool		shown = true;

	(void) pg_verify_mbstr(GetDatabaseEncoding(), name, length, false);
	for (int i = 0; i < length; i++)
		shown = shown && (unsigned char) name[i] >= ' ' && name[i] != 0x7f;
	if (length > ACTOR_MAX || !shown)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("actor is not the name of a person"),
				 errdetail("It is longer than %d bytes or has control characters.", ACTOR_MAX),
				 errhint("Set sanctmatch.actor, or the argument actor, to the user name that the application knows.")));
}

/* See actor.h */
const char *
SanctActor(const text *argument)
{
	const char *name = argument ? text_to_cstring(argument) : actor_setting;
	int			length;

	if (name == NULL)
		return NULL;
	while (*name == ' ')
		name++;
	length = strlen(name);
	while (length > 0 && name[length - 1] == ' ')
		length--;
	/* an argument that names nobody leaves the word to the setting */
	if (length == 0)
		return argument ? SanctActor(NULL) : NULL;
	CheckActor(name, length);
	return pnstrdup(name, length);
}

/* See actor.h */
const char *
SanctSessionUser(void)
{
	return GetUserNameFromId(GetSessionUserId(), false);
}

/* See actor.h */
void
SanctPassActor(Datum *values, bool *nulls, int i, const text *argument)
{
	const char *actor = SanctActor(argument);

	values[i] = DirectFunctionCall1(namein, CStringGetDatum(SanctSessionUser()));
	nulls[i] = false;
	values[i + 1] = actor ? CStringGetTextDatum(actor) : (Datum) 0;
	nulls[i + 1] = actor == NULL;
}
