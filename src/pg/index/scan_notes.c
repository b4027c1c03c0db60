/*
 * What is to be told of an index scan as soon as it has ended: during it pages are locked, and the client may be slow
 */
#include "postgres.h"

#include "pg/index/scan_notes.h"

#include "access/xact.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/rel.h"

#include "pg/type/unicode.h"

/* What is to be told as soon as an index scan has ended: during it pages are locked, and the client may be slow */
typedef struct Note
{
	MemoryContextCallback callback;
	bool		of_gin;			/* of a GIN index, which cannot tell its name */
	Oid			index;			/* InvalidOid = of a stored reading or query */
	NameData	name;
	bool		of_readings;
	bool		of_query;
	uint8		unicode;
} Note;

/* Indexes that have been told of in this session or will be at the end of a scan; the last one of them */
static List *told_indexes = NIL;

static Oid	last_told = InvalidOid;

/* The same of stored readings and of queries */
static bool noted_stored[2];

/* A GIN index has been told of, or will be */
static bool noted_gin;

static void
TellGinUnicode(const Note *note)
{
	ereport(WARNING,
			(errcode(ERRCODE_WARNING), errmsg("a GIN index was built with another version of Unicode"),
			 errdetail("It holds names read with %s, this server has %s.",
					   SanctUnicodeText(note->unicode), SanctUnicodeText(SanctServerUnicode())),
			 errhint("sanct_status() says which one, and what to do.")));
}

static void
TellIndexUnicode(const Note *note)
{
	const char *name = quote_identifier(NameStr(note->name));

	ereport(WARNING,
			(errcode(ERRCODE_WARNING),
			 errmsg("index \"%s\" was built with another version of Unicode", NameStr(note->name)),
			 errdetail("It holds names read with %s, this server has %s.",
					   SanctUnicodeText(note->unicode), SanctUnicodeText(SanctServerUnicode())),
			 note->of_readings ?
			 errhint("Run UPDATE to set the column to sanct_read of the name again, then REINDEX INDEX %s.", name) :
			 errhint("Run REINDEX INDEX %s.", name)));
}

/* At the end of a scan, unless by an error: then the next one tells */
static void
EndOfScan(void *arg)
{
	const Note *note = arg;

	if (!IsTransactionState())
	{
		if (note->of_gin)
			noted_gin = false;
		else if (OidIsValid(note->index))
			told_indexes = list_delete_oid(told_indexes, note->index);
		else
			noted_stored[note->of_query] = false;
		last_told = InvalidOid;
		return;
	}
	/* memory is being freed, which must not be cut short */
	HOLD_INTERRUPTS();
	if (note->of_gin)
		TellGinUnicode(note);
	else if (OidIsValid(note->index))
		TellIndexUnicode(note);
	else
		SanctTellStoredUnicode(note->unicode, note->of_query);
	RESUME_INTERRUPTS();
}

/* Something to be told when the scan ends whose support function this is */
static Note *
MakeNote(FunctionCallInfo fcinfo, uint8 unicode)
{
	Note	   *note = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(Note));

	note->unicode = unicode;
	note->callback.func = EndOfScan;
	note->callback.arg = note;
	MemoryContextRegisterResetCallback(fcinfo->flinfo->fn_mcxt, &note->callback);
	return note;
}

/* A scan has met a key of another version */
void
SanctNoteIndexUnicode(FunctionCallInfo fcinfo, Relation index, uint8 unicode, bool of_readings)
{
	Oid			oid = RelationGetRelid(index);
	MemoryContext old;
	Note	   *note;

	if (oid == last_told)
		return;
	if (!list_member_oid(told_indexes, oid))
	{
		note = MakeNote(fcinfo, unicode);
		note->index = oid;
		namestrcpy(&note->name, RelationGetRelationName(index));
		note->of_readings = of_readings;
		old = MemoryContextSwitchTo(TopMemoryContext);
		told_indexes = lappend_oid(told_indexes, oid);
		MemoryContextSwitchTo(old);
	}
	last_told = oid;
}

/* The same of a GIN index, whose support functions are not told which one they serve */
void
SanctNoteGinUnicode(FunctionCallInfo fcinfo, uint8 unicode)
{
	if (noted_gin)
		return;
	MakeNote(fcinfo, unicode)->of_gin = true;
	noted_gin = true;
}

/* A scan looks for a stored reading or query of another version */
void
SanctNoteStoredUnicode(FunctionCallInfo fcinfo, uint8 unicode, bool of_query)
{
	if (noted_stored[of_query])
		return;
	MakeNote(fcinfo, unicode)->of_query = of_query;
	noted_stored[of_query] = true;
}
