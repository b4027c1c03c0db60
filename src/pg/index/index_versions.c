/*
 * The versions of Unicode that indexes and stored readings were made with.  Another one than the
 * server has may mean that a name is read in another way, but seldom does: it is told of by a WARNING
 * once a session, and changes no answer.
 */
#include "pg/index/index_versions.h"

#include "access/gist_private.h"
#include "access/xact.h"
#include "catalog/pg_am.h"
#include "miscadmin.h"
#include "storage/bufmgr.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/rel.h"

#include "name/node/summary.h"
#include "name/reading/reading.h"
#include "name/text/unicode.h"

extern PGDLLEXPORT Datum sanct_gist_consistent(PG_FUNCTION_ARGS);
extern PGDLLEXPORT Datum sanct_reading_gist_consistent(PG_FUNCTION_ARGS);

/* The version that this server reads names by */
uint8
ServerUnicode(void)
{
	static uint8 unicode = 0;

	if (unlikely(unicode == 0))
		unicode = sm_unicode();
	return unicode;
}

/* A version as it is written, of an index perhaps several */
const char *
UnicodeText(int unicode)
{
	if (unicode == SM_UNICODE_SEVERAL)
		return "several versions";
	return psprintf("version %d.%d", SM_UNICODE_MAJOR(unicode), SM_UNICODE_MINOR(unicode));
}

/* What is to be told as soon as an index scan has ended: during it pages are locked, and the client may be slow */
typedef struct Note
{
	MemoryContextCallback callback;
	Oid			index;			/* InvalidOid = of a stored reading or query */
	NameData	name;
	bool		of_readings;
	bool		of_query;
	uint8		unicode;
} Note;

/* Indexes that have been told of in this session or will be at the end of a scan; the last one of them */
static List *told_indexes = NIL;
static Oid	last_told = InvalidOid;

/* The same of readings and of queries */
static enum
{
	NOT_TOLD,
	TO_BE_TOLD,
	TOLD
}			told_stored[2];

static void
TellIndexUnicode(const Note *note)
{
	const char *name = quote_identifier(NameStr(note->name));

	ereport(WARNING,
			(errcode(ERRCODE_WARNING),
			 errmsg("index \"%s\" was built with another version of Unicode", NameStr(note->name)),
			 errdetail("It holds names read with %s, this server has %s.",
					   UnicodeText(note->unicode), UnicodeText(ServerUnicode())),
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
		if (OidIsValid(note->index))
			told_indexes = list_delete_oid(told_indexes, note->index);
		else if (told_stored[note->of_query] == TO_BE_TOLD)
			told_stored[note->of_query] = NOT_TOLD;
		last_told = InvalidOid;
		return;
	}
	/* memory is being freed, which must not be cut short */
	HOLD_INTERRUPTS();
	if (OidIsValid(note->index))
		TellIndexUnicode(note);
	else
		TellStoredUnicode(note->unicode, note->of_query);
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
NoteIndexUnicode(FunctionCallInfo fcinfo, Relation index, uint8 unicode, bool of_readings)
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

/* A scan looks for a stored reading or query of another version */
void
NoteStoredUnicode(FunctionCallInfo fcinfo, uint8 unicode, bool of_query)
{
	if (told_stored[of_query] != NOT_TOLD)
		return;
	MakeNote(fcinfo, unicode)->of_query = of_query;
	told_stored[of_query] = TO_BE_TOLD;
}

/* Tell of a stored reading, or of a query, of another version */
void
TellStoredUnicode(uint8 unicode, bool of_query)
{
	if (told_stored[of_query] == TOLD)
		return;
	told_stored[of_query] = TOLD;
	ereport(WARNING,
			(errcode(ERRCODE_WARNING),
			 of_query ? errmsg("the query was made with another version of Unicode") :
			 errmsg("a stored reading was made with another version of Unicode"),
			 errdetail("It was made with %s, this server has %s.", UnicodeText(unicode), UnicodeText(ServerUnicode())),
			 of_query ? errhint("Make it anew with sanct_query.") :
			 errhint("Run UPDATE to set the column to sanct_read of the name again.")));
}

/* Is a column of an index, from 0, one of our operator classes?  Then told whether of readings */
bool
IsNameColumn(Relation index, int column, bool *of_readings)
{
	PGFunction	consistent;

	if (index->rd_rel->relam != GIST_AM_OID || column >= IndexRelationGetNumberOfKeyAttributes(index))
		return false;
	consistent = index_getprocinfo(index, column + 1, GIST_CONSISTENT_PROC)->fn_addr;
	*of_readings = consistent == sanct_reading_gist_consistent;
	return *of_readings || consistent == sanct_gist_consistent;
}

/* Take the versions of a key into account */
static void
AddVersions(const uint8 *key, bool any, int *algorithm, int *unicode)
{
	int			version = key[0] & ~SM_SUMMARY_MARK;
	int			by = version == SM_VERSION ? SM_READING_UNICODE(key) : SM_UNICODE_SEVERAL;

	if (!any || version != SM_VERSION)
		*algorithm = version;
	if (!any)
		*unicode = by;
	else if (*unicode != by)
		*unicode = SM_UNICODE_SEVERAL;
}

/* A copy of a page of a GiST index */
Page
CopyIndexPage(Relation index, BlockNumber block)
{
	Buffer		buffer = ReadBuffer(index, block);
	Page		page = palloc(BLCKSZ);

	LockBuffer(buffer, BUFFER_LOCK_SHARE);
	gistcheckpage(index, buffer);
	memcpy(page, BufferGetPage(buffer), BLCKSZ);
	UnlockReleaseBuffer(buffer);
	return page;
}

/*
 * The versions of the algorithm and of Unicode that an index of names was built with, the latter 0 if
 * there are several or the algorithm is another one.  The root tells; false if it holds no name.
 */
bool
IndexVersions(Relation index, int *algorithm, int *unicode)
{
	Page		page = CopyIndexPage(index, GIST_ROOT_BLKNO);
	TupleDesc	desc = RelationGetDescr(index);
	bool		any = false;
	bool		of_readings;

	for (int column = 0; column < IndexRelationGetNumberOfKeyAttributes(index); column++)
	{
		if (!IsNameColumn(index, column, &of_readings))
			continue;
		for (OffsetNumber i = FirstOffsetNumber; i <= PageGetMaxOffsetNumber(page); i++)
		{
			IndexTuple	tuple = (IndexTuple) PageGetItem(page, PageGetItemId(page, i));
			bool		isnull;
			Datum		key = index_getattr(tuple, column + 1, desc, &isnull);

			if (isnull || VARSIZE_ANY_EXHDR(DatumGetPointer(key)) < 2)
				continue;
			AddVersions((const uint8 *) VARDATA_ANY(DatumGetPointer(key)), any, algorithm, unicode);
			any = true;
		}
	}
	pfree(page);
	return any;
}
