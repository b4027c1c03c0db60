/*
 * Writes a release into the tables, as the difference to what stands there
 *
 * Entries keep their row from release to release.  What a release does not change is not touched;
 * an entry that it no longer has is marked, not deleted; what else it replaces or removes goes to the
 * tables of what was (sanct_past_entry, sanct_past_name, sanct_past_identifier) with the releases
 * from and until which it was so.
 *
 * The caller needs no rights on the tables: the extension's own functions write them.  What stands there is read
 * with a snapshot that is taken when the list is locked.
 */
#include "postgres.h"

#include "pg/list/publish.h"

#include "access/xact.h"
#include "catalog/pg_type.h"
#include "commands/async.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "storage/buffile.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/json.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"

#include "pg/base/actor.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/base/own_scan.h"
#include "pg/base/progress.h"
#include "pg/base/shown.h"
#include "pg/list/entry_file.h"
#include "pg/list/entry_links.h"
#include "pg/list/entry_rows.h"
#include "pg/list/entry_store.h"
#include "pg/list/known.h"
#include "pg/list/loaded.h"
#include "pg/list/other_lists.h"
#include "pg/list/readers.h"
#include "pg/list/release_order.h"
#include "pg/list/release_warnings.h"
#include "pg/list/shrinkage.h"

/* What writes, see the extension's script */
static const OwnFunction lock_list = {"sanct_lock_list", 1, {TEXTOID}};
static const OwnFunction add_list = {"sanct_add_list", 3, {TEXTOID, TEXTOID, TEXTOID}};
static const OwnFunction add_release = {"sanct_add_release", 23, {INT4OID, DATEOID, TEXTARRAYOID, INT8OID, INT8OID,
INT8OID, INT8OID, INT8OID, INT8OID, INT8OID, INT8OID, INT8OID, NAMEOID, TEXTOID, INT8OID, INT8OID, INT8OID, INT8OID,
TEXTOID, TEXTOID, INT8OID, INT8OID, INT8OID}};
static const OwnFunction lost_fields = {"sanct_lost_fields", 3, {INT4OID, TEXTOID, TEXTOID}};
static const OwnFunction release_row = {"sanct_release_row", 1, {INT8OID}};
static const OwnFunction add_entry = {"sanct_add_entry", 12, {INT4OID, TEXTOID, TEXTOID, TEXTOID, TEXTARRAYOID,
TEXTOID, TEXTOID, TEXTOID, TEXTARRAYOID, BYTEAOID, BYTEAOID, INT8OID}};
static const OwnFunction change_entry = {"sanct_change_entry", 13, {INT8OID, TEXTOID, TEXTOID, TEXTOID, TEXTARRAYOID,
TEXTOID, TEXTOID, TEXTOID, TEXTARRAYOID, BYTEAOID, BYTEAOID, INT8OID, INT8OID}};
static const OwnFunction delist_entries = {"sanct_delist_entries", 2, {INT8ARRAYOID, INT8OID}};

/* Entries that one statement marks as gone */
#define DELISTED_AT_ONCE 1000

/* One run of SanctPublishRelease() */
typedef struct ListWriter
{
	const Extension *extension;
	ListRelease *release;
	int32		list_id;
	int64		release_id;
	bool		restricted;		/* to readers */
	bool		in_part;		/* of what stands there something is missing */
	int64		added;
	int64		changed;
	int64		restated;		/* of these, those that say the same in another form */
	int64		active;			/* entries the list had before */
	ReleaseCounts newest;		/* of its newest release */
	int64		gone;			/* entries no longer on the list */
	BufFile    *vanished;		/* their ids */
	ListTable  *names;
	ListTable  *identifiers;
} ListWriter;

/* A text array of the strings in a list; empty, not NULL, if there is none */
static Datum
TextArray(List *strings)
{
	Datum	   *values = palloc(sizeof(Datum) * Max(list_length(strings), 1));
	ListCell   *cell;
	int			n = 0;

	foreach(cell, strings)
		values[n++] = CStringGetTextDatum((char *) lfirst(cell));
	return PointerGetDatum(construct_array(values, n, TEXTOID, -1, false, TYPALIGN_INT));
}

/* The hashes of the files in hexadecimal, NULL for a file not given */
static Datum
FileHashes(ListRelease *release)
{
	Datum		values[LIST_MAX_FILES];
	bool		nulls[LIST_MAX_FILES];
	int			dims[1];
	int			lower[1] = {1};

	for (int i = 0; i < release->nfiles; i++)
	{
		bytea	   *hash = release->sha256[i];
		char		hex[2 * 32 + 1];

		nulls[i] = hash == NULL;
		if (hash == NULL)
			continue;
		hex[hex_encode(VARDATA_ANY(hash), VARSIZE_ANY_EXHDR(hash), hex)] = '\0';
		values[i] = CStringGetTextDatum(hex);
	}
	dims[0] = release->nfiles;
	return PointerGetDatum(construct_md_array(values, nulls, 1, dims, lower,
											  TEXTOID, -1, false, TYPALIGN_INT));
}

/*
 * Complains of a list that is not shown to who changes it, as what a release adds and removes tells what the list has.
 * The owner of the extension is trusted with all lists.
 */
static void
CheckReader(const ListWriter *writer, const ArrayType *readers)
{
	if (SanctIsShown(readers) || has_privs_of_role(GetUserId(), writer->extension->owner))
		return;
	ereport(ERROR,
			(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
			 errmsg("permission denied for list \"%s\"", SanctShown(writer->release->code)),
			 errdetail("It is restricted, and only its readers and the owner of the extension change it."),
			 errhint("Let sanct_restrict_list name who imports it among its readers.")));
}

/* Complains of a list that is another publisher's or not shown to who changes it, and sees whether it is restricted */
static void
ReadList(ListWriter *writer)
{
	OwnScan		scan;
	char	   *publisher = NULL;

	SanctFindOwnRows(&scan, writer->extension, OWN_LIST, LIST_ID, writer->list_id);
	while (SanctNextOwnRow(&scan))
	{
		const ArrayType *readers = SanctReadersOf(&scan);

		publisher = TextDatumGetCString(OwnDatum(&scan, LIST_PUBLISHER));
		writer->restricted = readers != NULL;
		CheckReader(writer, readers);
	}
	if (!SanctTakesBack(writer->release) && (publisher == NULL || strcmp(publisher, writer->release->publisher) != 0))
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("list \"%s\" is of another publisher", SanctShown(writer->release->code)),
				 errdetail("The list is of \"%s\", this release of \"%s\".", SanctShown(publisher ? publisher : ""),
						   SanctShown(writer->release->publisher)),
				 errhint("Give the release a key of its own as \"list\".")));
}

/*
 * Lock the list against other imports until the end of the transaction; a second import of the
 * same list waits here.  The row is changed, not only locked: a transaction that began before the
 * other one's commit and sees an older list fails to serialise.  The first import of a list makes
 * its row.
 */
static void
LockList(ListWriter *writer)
{
	Datum		values[3] = {CStringGetTextDatum(writer->release->code), CStringGetTextDatum(writer->release->title),
	CStringGetTextDatum(writer->release->publisher)};
	bool		isnull;
	Datum		id = SanctCallOwn(writer->extension, &lock_list, values, NULL, &isnull);

	if (isnull)
	{
		SanctRefuseFormerKey(writer->extension, writer->release->code, 0);
		SanctCallOwn(writer->extension, &add_list, values, NULL, &isnull);
		id = SanctCallOwn(writer->extension, &lock_list, values, NULL, &isnull);
	}
	if (isnull)
		elog(ERROR, "list \"%s\" has vanished", SanctShown(writer->release->code));
	writer->list_id = DatumGetInt32(id);
}

/* Is the list there in part only, as a restore may have left it?  Then its rows say nothing of what is missing */
static bool
IsInPart(const ListWriter *writer)
{
	LoadedLists *lists = SanctReadLoadedLists(writer->extension, NULL);
	LoadedList *list = SanctFindLoadedList(lists, writer->list_id);

	if (list == NULL || !SanctIsLoaded(list))
		return false;
	SanctCountListed(writer->extension, lists, list);
	return !SanctIsWhole(list);
}

/* Is what is stored of an entry this digest? */
static bool
IsDigest(const OwnScan *scan, int column, const uint8 *digest)
{
	const bytea *stored = OwnIsNull(scan, column) ? NULL : DatumGetByteaPP(OwnDatum(scan, column));

	return stored && VARSIZE_ANY_EXHDR(stored) == LIST_DIGEST_LENGTH &&
		memcmp(VARDATA_ANY(stored), digest, LIST_DIGEST_LENGTH) == 0;
}

/* Compare a stored entry with the release */
static void
CompareStored(ListWriter *writer, const OwnScan *scan)
{
	int64		id = OwnNumber(scan, ENTRY_ID);
	char	   *uid = TextDatumGetCString(OwnDatum(scan, ENTRY_LIST_UID));
	int64		delisted_in = OwnNumber(scan, ENTRY_DELISTED_IN);
	bool		active = delisted_in == 0;
	EntryRecord *record = SanctFindRecord(writer->release, uid);

	if (active)
		writer->active++;
	if (record)
	{
		record->id = id;
		record->stored = true;
		record->delisted_in = delisted_in;
		record->unchanged = active && !writer->in_part && IsDigest(scan, ENTRY_DIGEST, record->digest);
		record->restated = active && !writer->in_part && IsDigest(scan, ENTRY_SUBSTANCE, record->substance);
	}
	else if (active)
	{
		writer->gone++;
		BufFileWrite(writer->vanished, &id, sizeof(id));
	}
	pfree(uid);
}

/* Compare the release with the stored entries: which are new, changed, gone */
static void
Compare(ListWriter *writer)
{
	OwnScan		scan;
	const EntryRecord *record;
	uint32		number = 0;

	writer->vanished = BufFileCreateTemp(false);
	SanctFindOwnRows(&scan, writer->extension, OWN_ENTRY, ENTRY_LIST_ID, writer->list_id);
	while (SanctNextOwnRow(&scan))
		CompareStored(writer, &scan);
	while ((record = SanctNextEntryRecord(writer->release, &number, false)) != NULL)
	{
		if (!record->stored)
			writer->added++;
		else if (!record->unchanged)
		{
			writer->changed++;
			writer->restated += record->restated;
		}
	}
}

/* Warn of what the newest release in the same format had and this one has not */
static void
WarnOfLost(ListWriter *writer, const char *fields)
{
	Datum		values[3];
	bool		isnull;
	Datum		lost;

	if (fields == NULL)
		return;
	values[0] = Int32GetDatum(writer->list_id);
	values[1] = CStringGetTextDatum(writer->release->known->format->name);
	values[2] = CStringGetTextDatum(fields);
	lost = SanctCallOwn(writer->extension, &lost_fields, values, NULL, &isnull);
	if (!isnull)
		SanctWarnOfLostFields(writer->release, lost);
}

/* A text that may be NULL, as an argument */
static void
SetText(const char *text, Datum *value, bool *isnull)
{
	*isnull = text == NULL;
	*value = text ? CStringGetTextDatum(text) : (Datum) 0;
}

/* Write the row of the release with all its counts */
static void
InsertRelease(ListWriter *writer, Datum hashes, const char *fields)
{
	ListRelease *release = writer->release;
	ReleaseCounts counts = SanctCountRelease(release);
	Datum		values[23];
	bool		nulls[23] = {false};
	bool		isnull;

	values[0] = Int32GetDatum(writer->list_id);
	values[1] = DateADTGetDatum(release->published);
	nulls[1] = !release->has_published;
	values[2] = hashes;
	values[3] = Int64GetDatum(release->nentries);
	values[4] = Int64GetDatum(release->nnames);
	values[5] = Int64GetDatum(release->weak_names);
	values[6] = Int64GetDatum(release->nidentifiers);
	values[7] = Int64GetDatum(release->addresses);
	values[8] = Int64GetDatum(release->cut_remarks);
	values[9] = Int64GetDatum(writer->added);
	values[10] = Int64GetDatum(writer->changed);
	values[11] = Int64GetDatum(writer->gone);
	SanctPassActor(values, nulls, 12, release->actor);
	values[14] = Int64GetDatum(release->unstorable_names);
	values[15] = Int64GetDatum(counts.aliases);
	values[16] = Int64GetDatum(counts.birth_dates);
	values[17] = Int64GetDatum(counts.documents);
	SetText(fields ? release->known->format->name : NULL, &values[18], &nulls[18]);
	SetText(fields, &values[19], &nulls[19]);
	values[20] = Int64GetDatum(release->unfindable_names);
	values[21] = Int64GetDatum(writer->restated);
	values[22] = Int64GetDatum(release->undoes);
	nulls[22] = release->undoes == 0;
	writer->release_id = DatumGetInt64(SanctCallOwn(writer->extension, &add_release, values, nulls, &isnull));
}

/* Write an entry that is new or has changed, and what belongs to it; keep what it was */
static void
WriteEntry(ListWriter *writer, ListEntry *entry)
{
	const EntryRecord *record = &entry->record;
	/* until which release it was as it is stored; of one that comes back nothing has been listed meanwhile */
	int64		until = record->delisted_in != 0 ? record->delisted_in : writer->release_id;
	int64		id = record->id;
	Datum		values[13];
	bool		nulls[13] = {false};
	bool		isnull;

	values[0] = record->stored ? Int64GetDatum(id) : Int32GetDatum(writer->list_id);
	values[1] = CStringGetTextDatum(entry->uid);
	values[2] = CStringGetTextDatum(entry->type);
	values[3] = CStringGetTextDatum(entry->primary_name);
	values[4] = TextArray(entry->programs);
	SetText(entry->title, &values[5], &nulls[5]);
	SetText(entry->remarks, &values[6], &nulls[6]);
	SetText(entry->listed_on, &values[7], &nulls[7]);
	values[8] = TextArray(entry->nationalities);
	values[9] = PointerGetDatum(cstring_to_text_with_len((const char *) record->digest, LIST_DIGEST_LENGTH));
	values[10] = PointerGetDatum(cstring_to_text_with_len((const char *) record->substance, LIST_DIGEST_LENGTH));
	values[11] = Int64GetDatum(writer->release_id);
	values[12] = Int64GetDatum(until);

	if (record->stored)
	{
		SanctCallOwn(writer->extension, &change_entry, values, nulls, &isnull);
		SanctKeepEntryRows(writer->names, id, record->delisted_in != 0 ? NIL : entry->names, until);
		SanctKeepEntryRows(writer->identifiers, id, record->delisted_in != 0 ? NIL : entry->identifiers, until);
	}
	else
		id = DatumGetInt64(SanctCallOwn(writer->extension, &add_entry, values, nulls, &isnull));
	SanctAddEntryRows(writer->names, id, entry->names);
	SanctAddEntryRows(writer->identifiers, id, entry->identifiers);
}

/* Mark the entries that the release no longer has */
static void
MarkDelisted(ListWriter *writer)
{
	int64		ids[DELISTED_AT_ONCE];
	Datum		id[DELISTED_AT_ONCE];
	Datum		values[2];
	bool		isnull;

	if (BufFileSeek(writer->vanished, 0, 0, SEEK_SET) != 0)
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not seek in the temporary file of an import: %m")));
	for (int64 left = writer->gone; left > 0; left -= DELISTED_AT_ONCE)
	{
		int			n = Min(left, DELISTED_AT_ONCE);

		CHECK_FOR_INTERRUPTS();
		if (BufFileRead(writer->vanished, ids, n * sizeof(int64)) != n * sizeof(int64))
			ereport(ERROR,
					(errcode_for_file_access(),
					 errmsg("could not read from the temporary file of an import: %m")));
		for (int i = 0; i < n; i++)
			id[i] = Int64GetDatum(ids[i]);
		values[0] = PointerGetDatum(construct_array(id, n, INT8OID, sizeof(int64), FLOAT8PASSBYVAL,
													TYPALIGN_DOUBLE));
		values[1] = Int64GetDatum(writer->release_id);
		SanctCallOwn(writer->extension, &delist_entries, values, NULL, &isnull);
	}
	BufFileClose(writer->vanished);
}

/* Write all that the release changes */
static void
WriteRelease(ListWriter *writer)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "entry of a list",
												  ALLOCSET_DEFAULT_SIZES);
	int64		written = 0;
	const EntryRecord *record;
	uint32		number = 0;

	ereport(DEBUG1,
			(errmsg_internal("list \"%s\": %lld entries to add, %lld to change, %lld to mark delisted",
							 writer->release->code, (long long) writer->added,
							 (long long) writer->changed, (long long) writer->gone)));
	writer->names = SanctOpenEntryRows(writer->extension, LIST_NAMES, writer->release_id);
	writer->identifiers = SanctOpenEntryRows(writer->extension, LIST_IDENTIFIERS, writer->release_id);
	while ((record = SanctNextEntryRecord(writer->release, &number, false)) != NULL)
	{
		MemoryContext old;

		CHECK_FOR_INTERRUPTS();
		if (record->unchanged)
			continue;
		old = MemoryContextSwitchTo(context);
		WriteEntry(writer, SanctLoadRecord(writer->release, record));
		MemoryContextSwitchTo(old);
		MemoryContextReset(context);
		if (++written % PROGRESS_ROWS == 0 && SanctIsToBeTold(&writer->release->told))
			ereport(NOTICE,
					(errmsg("wrote %lld of %lld entries of list \"%s\"", (long long) written,
							(long long) (writer->added + writer->changed), writer->release->code)));
	}
	SanctFlushEntryRows(writer->names);
	SanctFlushEntryRows(writer->identifiers);
	MarkDelisted(writer);
}

/* Tell those who listen, who may be anybody, that the list has a new release; but the key of a restricted one */
static void
Notify(ListWriter *writer)
{
	StringInfoData payload;

	initStringInfo(&payload);
	appendStringInfoString(&payload, "{\"list\": ");
	if (writer->restricted)
		appendStringInfoString(&payload, "null");
	else
		escape_json(&payload, writer->release->code);
	appendStringInfo(&payload, ", \"release\": %lld, \"added\": %lld, \"changed\": %lld, \"delisted\": %lld}",
					 (long long) writer->release_id, (long long) writer->added, (long long) writer->changed,
					 (long long) writer->gone);
	Async_Notify("sanct_release", payload.data);
}

/*
 * True if the list, locked now, has the release as its current one, whose id is then set; else the release is
 * compared with it
 */
static bool
FindDifference(ListWriter *writer, Datum hashes)
{
	bool		current;
	ReleaseOrder order;

	CommandCounterIncrement();
	PushActiveSnapshot(GetTransactionSnapshot());
	ReadList(writer);
	writer->in_part = !SanctTakesBack(writer->release) && IsInPart(writer);
	order = (ReleaseOrder) {
		.extension = writer->extension, .release = writer->release, .list_id = writer->list_id,
		.in_part = writer->in_part
	};
	current = SanctIsCurrent(&order, hashes);
	if (writer->release->newest_seen != 0 && writer->release->newest_seen != order.newest_id)
		ereport(ERROR,
				(errcode(ERRCODE_T_R_SERIALIZATION_FAILURE),
				 errmsg("list \"%s\" has got another release meanwhile", SanctShown(writer->release->code)),
				 errhint("Look at it, and undo it if that is still wanted.")));
	writer->release_id = order.newest_id;
	writer->newest = order.newest;
	if (!current)
		Compare(writer);
	PopActiveSnapshot();
	return current;
}

/*
 * Make a release the list's current one and return its row of sanct_release.  Nothing is done if
 * it is the current one already.
 */
Datum
SanctPublishRelease(FunctionCallInfo fcinfo, ListRelease *release)
{
	ListWriter	writer = {0};
	const char *fields = NULL;
	Datum		hashes;
	Datum		id;
	bool		isnull;

	writer.extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	writer.release = release;
	SanctEndEntries(release);
	SanctLeaveOutNameless(release);
	if (release->known)
		fields = SanctFieldCounts(release->known);
	hashes = FileHashes(release);
	LockList(&writer);
	if (FindDifference(&writer, hashes))
		ereport(NOTICE,
				(errmsg(release->retires ? "list \"%s\" has been taken back already" :
						"these files are the current release of list \"%s\" already", SanctShown(release->code))));
	else
	{
		SanctCheckShrinkage(release, writer.active, writer.gone, &writer.newest);
		WarnOfLost(&writer, fields);
		if (writer.in_part)
			ereport(NOTICE,
					(errmsg("list \"%s\" was there in part only and is written anew", SanctShown(release->code))));
		SanctWarnOfEncoding(release);
		SanctWarnOfUnfindable(release);
		SanctWarnOfCutRemarks(release);
		InsertRelease(&writer, hashes, fields);
		WriteRelease(&writer);
		if (writer.added > 0 || writer.changed > 0 || writer.gone > 0)
			SanctNotePublished(writer.release_id, writer.added > 0 || writer.changed > 0);
		Notify(&writer);
	}
	SanctWarnOfSameDocument(writer.extension, writer.list_id, release->code, hashes);
	SanctCloseRelease(release);
	id = Int64GetDatum(writer.release_id);
	return SanctCallOwn(writer.extension, &release_row, &id, NULL, &isnull);
}
