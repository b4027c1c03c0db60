/*
 * release.c: writes a release into the tables, as the difference to what stands there
 *
 * Entries keep their row from release to release.  What a release does not change is not touched;
 * an entry that it no longer has is marked, not deleted; what else it replaces or removes goes to the
 * tables of what was (sanct_past_entry, sanct_past_name, sanct_past_identifier) with the releases
 * from and until which it was so.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "commands/async.h"
#include "executor/spi.h"
#include "list.h"
#include "list_rows.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/json.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"

#include "pg/shown.h"

/* A list of fewer entries may lose most of them without being asked, unless a smaller share is */
#define SHRINK_MINIMUM 100
#define USUAL_SHARE 0.5f

/* One run of list_publish() */
typedef struct ListWriter
{
	ListRelease *release;
	char	   *schema;			/* of the extension */
	int32		list_id;
	int64		release_id;
	int64		added;
	int64		changed;
	int64		active;			/* entries the list had before */
	List	   *vanished;		/* of int64 *, entries no longer on the list */
	SPIPlanPtr	insert_entry;
	SPIPlanPtr	update_entry;
	SPIPlanPtr	retire_entry;	/* keep what it was until the release */
	ListTable  *names;
	ListTable  *identifiers;
} ListWriter;

/* A statement on one of the extension's tables, whose qualified name is the %s of the format */
static char *
Sql(ListWriter *writer, const char *format, const char *table)
{
	return psprintf(format, quote_qualified_identifier(writer->schema, table));
}

/* Prepares and runs a statement that is needed once */
static void
ExecuteOnce(const char *sql, int nargs, Oid *types, Datum *values, const char *nulls, int expected)
{
	SPIPlanPtr	plan = list_prepare(sql, nargs, types);

	list_execute(plan, values, nulls, expected);
	SPI_freeplan(plan);
}

/* A column of the first row of the last result */
static Datum
ResultColumn(int column, bool *isnull)
{
	return SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, column, isnull);
}

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

/* Complains of a list that is another publisher's */
static void
CheckPublisher(ListWriter *writer, const char *publisher)
{
	if (strcmp(publisher, writer->release->publisher) != 0)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("list \"%s\" is of another publisher", Shown(writer->release->code)),
				 errdetail("The list is of \"%s\", this release of \"%s\".", Shown(publisher),
						   Shown(writer->release->publisher)),
				 errhint("Give the release a key of its own as \"list\".")));
}

/*
 * Locks the list against other imports until the end of the transaction; a second import of the
 * same list waits here.  The row is changed, not only locked: a transaction that began before the
 * other one's commit and sees an older list fails to serialise.  The first import of a list makes
 * its row.
 */
static void
LockList(ListWriter *writer)
{
	Oid			types[3] = {TEXTOID, TEXTOID, TEXTOID};
	Datum		values[3];
	const char *lock = Sql(writer, "UPDATE %s SET code = code WHERE code = $1 RETURNING id, publisher", "sanct_list");
	bool		isnull;

	values[0] = CStringGetTextDatum(writer->release->code);
	values[1] = CStringGetTextDatum(writer->release->title);
	values[2] = CStringGetTextDatum(writer->release->publisher);
	ExecuteOnce(lock, 1, types, values, NULL, SPI_OK_UPDATE_RETURNING);
	if (SPI_processed == 0)
	{
		ExecuteOnce(Sql(writer, "INSERT INTO %s (code, title, publisher) VALUES ($1, $2, $3) "
						"ON CONFLICT (code) DO NOTHING", "sanct_list"),
					3, types, values, NULL, SPI_OK_INSERT);
		ExecuteOnce(lock, 1, types, values, NULL, SPI_OK_UPDATE_RETURNING);
	}
	if (SPI_processed != 1)
		elog(ERROR, "list \"%s\" has vanished", writer->release->code);
	writer->list_id = DatumGetInt32(ResultColumn(1, &isnull));
	CheckPublisher(writer, TextDatumGetCString(ResultColumn(2, &isnull)));
}

/* Complains of a release that is older than one the list has already */
static void
CheckNewest(ListWriter *writer, Datum hashes)
{
	ListRelease *release = writer->release;
	Oid			types[2] = {INT4OID, TEXTARRAYOID};
	Datum		values[2];
	Datum		newest;
	bool		isnull;
	bool		known;

	values[0] = Int32GetDatum(writer->list_id);
	values[1] = hashes;
	ExecuteOnce(Sql(writer, "SELECT pg_catalog.max(published), "
					"COALESCE(pg_catalog.bool_or(sha256 = $2), false) FROM %s WHERE list_id = $1",
					"sanct_release"),
				2, types, values, NULL, SPI_OK_SELECT);
	newest = ResultColumn(1, &isnull);
	if (!isnull && release->has_published && release->published < DatumGetDateADT(newest))
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("list \"%s\" has a newer release already", Shown(release->code)),
				 errdetail("This one was published on %s, the current one on %s.",
						   DatumGetCString(DirectFunctionCall1(date_out,
															   DateADTGetDatum(release->published))),
						   DatumGetCString(DirectFunctionCall1(date_out, newest))),
				 errhint("To go back to it all the same, give a later date as \"published\".")));

	known = DatumGetBool(ResultColumn(2, &isnull));
	if (known && !release->has_published)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("list \"%s\" has had this release, and a later one since", Shown(release->code)),
				 errhint("To go back to it all the same, give a later date as \"published\".")));
}

/*
 * True if the very files are the list's current release already, whose id is then set; checks
 * otherwise that the release may follow the others.
 */
static bool
IsCurrent(ListWriter *writer, Datum hashes)
{
	Oid			types[2] = {INT4OID, TEXTARRAYOID};
	Datum		values[2];
	bool		isnull;

	values[0] = Int32GetDatum(writer->list_id);
	values[1] = hashes;
	ExecuteOnce(Sql(writer, "SELECT id, sha256 = $2 FROM %s WHERE list_id = $1 "
					"ORDER BY id DESC LIMIT 1", "sanct_release"),
				2, types, values, NULL, SPI_OK_SELECT);
	if (SPI_processed == 0)
		return false;

	writer->release_id = DatumGetInt64(ResultColumn(1, &isnull));
	if (DatumGetBool(ResultColumn(2, &isnull)))
		return true;

	CheckNewest(writer, hashes);
	return false;
}

/* Compares the release with the stored entries: which are new, changed, gone */
static void
Compare(ListWriter *writer)
{
	Oid			types[1] = {INT4OID};
	Datum		values[1];
	ListCell   *cell;

	values[0] = Int32GetDatum(writer->list_id);
	ExecuteOnce(Sql(writer, "SELECT id, list_uid, digest, delisted_in FROM %s "
					"WHERE list_id = $1 ORDER BY id", "sanct_entry"),
				1, types, values, NULL, SPI_OK_SELECT);
	for (uint64 i = 0; i < SPI_processed; i++)
	{
		HeapTuple	tuple = SPI_tuptable->vals[i];
		TupleDesc	desc = SPI_tuptable->tupdesc;
		bool		isnull;
		int64		id = DatumGetInt64(SPI_getbinval(tuple, desc, 1, &isnull));
		char	   *uid = SPI_getvalue(tuple, desc, 2);
		bytea	   *digest = DatumGetByteaPP(SPI_getbinval(tuple, desc, 3, &isnull));
		Datum		delisted_in = SPI_getbinval(tuple, desc, 4, &isnull);
		bool		active = isnull;
		ListEntry  *entry = list_find_entry(writer->release, uid);

		CHECK_FOR_INTERRUPTS();
		if (active)
			writer->active++;
		if (entry)
		{
			entry->id = id;
			entry->stored = true;
			entry->delisted_in = active ? 0 : DatumGetInt64(delisted_in);
			entry->unchanged = active && VARSIZE_ANY_EXHDR(digest) == LIST_DIGEST_LENGTH &&
				memcmp(VARDATA_ANY(digest), entry->digest, LIST_DIGEST_LENGTH) == 0;
		}
		else if (active)
		{
			int64	   *vanished = palloc(sizeof(int64));

			*vanished = id;
			writer->vanished = lappend(writer->vanished, vanished);
		}
		pfree(uid);
	}
	SPI_freetuptable(SPI_tuptable);

	foreach(cell, writer->release->entries)
	{
		ListEntry  *entry = lfirst(cell);

		if (!entry->stored)
			writer->added++;
		else if (!entry->unchanged)
			writer->changed++;
	}
}

/* Half a list, or another list under this one's name, must not replace the list unnoticed */
static void
CheckShrinking(ListWriter *writer)
{
	int64		gone = list_length(writer->vanished);
	float4		allowed = writer->release->max_removed;

	if (allowed >= 1 || (allowed >= USUAL_SHARE && writer->active < SHRINK_MINIMUM) || gone <= allowed * writer->active)
		return;
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("too much of list \"%s\" is missing in this release", Shown(writer->release->code)),
			 errdetail("Of %lld entries on the list, %lld are missing; at most %lld may be.",
					   (long long) writer->active, (long long) gone, (long long) (allowed * writer->active)),
			 errhint("Check that the files are whole and of this list. If they are, pass a larger share as max_removed, 1 for all.")));
}

/* Writes the row of the release with all its counts; releases of a list follow one another in time, whatever the clock does */
static void
InsertRelease(ListWriter *writer, Datum hashes)
{
	ListRelease *release = writer->release;
	Oid			types[12] = {INT4OID, DATEOID, TEXTARRAYOID, INT8OID, INT8OID, INT8OID, INT8OID,
	INT8OID, INT8OID, INT8OID, INT8OID, INT8OID};
	Datum		values[12];
	char		nulls[] = "            ";
	bool		isnull;

	values[0] = Int32GetDatum(writer->list_id);
	values[1] = DateADTGetDatum(release->published);
	nulls[1] = release->has_published ? ' ' : 'n';
	values[2] = hashes;
	values[3] = Int64GetDatum(list_length(release->entries));
	values[4] = Int64GetDatum(release->nnames);
	values[5] = Int64GetDatum(release->weak_names);
	values[6] = Int64GetDatum(release->nidentifiers);
	values[7] = Int64GetDatum(release->addresses);
	values[8] = Int64GetDatum(release->cut_remarks);
	values[9] = Int64GetDatum(writer->added);
	values[10] = Int64GetDatum(writer->changed);
	values[11] = Int64GetDatum(list_length(writer->vanished));
	ExecuteOnce(Sql(writer, "INSERT INTO %1$s (list_id, published, sha256, entries, names, "
					"weak_names, identifiers, addresses, cut_remarks, added, changed, delisted, imported_at) "
					"SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, "
					"GREATEST(pg_catalog.clock_timestamp(), pg_catalog.max(imported_at) OPERATOR(pg_catalog.+) "
					"'1 microsecond'::pg_catalog.interval) FROM %1$s WHERE list_id = $1 RETURNING id",
					"sanct_release"),
				12, types, values, nulls, SPI_OK_INSERT_RETURNING);
	writer->release_id = DatumGetInt64(ResultColumn(1, &isnull));
}

/* Keeps what an entry was until this release, or until the one that delisted it */
static void
RetireEntry(ListWriter *writer, ListEntry *entry)
{
	int64		until = entry->delisted_in != 0 ? entry->delisted_in : writer->release_id;
	Datum		values[2];

	values[0] = Int64GetDatum(entry->id);
	values[1] = Int64GetDatum(until);
	list_execute(writer->retire_entry, values, NULL, SPI_OK_INSERT);
	if (entry->delisted_in != 0)
	{
		/* it comes back: nothing of it has been listed meanwhile */
		list_retire_rows(writer->names, entry->id, until);
		list_retire_rows(writer->identifiers, entry->id, until);
	}
	else
	{
		list_keep_rows(writer->names, entry->id, entry->names, until);
		list_keep_rows(writer->identifiers, entry->id, entry->identifiers, until);
	}
}

/* Writes an entry that is new or has changed, and what belongs to it */
static void
WriteEntry(ListWriter *writer, ListEntry *entry)
{
	Datum		values[11];
	char		nulls[] = "           ";
	bool		isnull;

	values[0] = entry->stored ? Int64GetDatum(entry->id) : Int32GetDatum(writer->list_id);
	values[1] = CStringGetTextDatum(entry->uid);
	values[2] = CStringGetTextDatum(entry->type);
	values[3] = CStringGetTextDatum(entry->primary_name);
	values[4] = TextArray(entry->programs);
	values[5] = entry->title ? CStringGetTextDatum(entry->title) : (Datum) 0;
	nulls[5] = entry->title ? ' ' : 'n';
	values[6] = entry->remarks ? CStringGetTextDatum(entry->remarks) : (Datum) 0;
	nulls[6] = entry->remarks ? ' ' : 'n';
	values[7] = entry->listed_on ? CStringGetTextDatum(entry->listed_on) : (Datum) 0;
	nulls[7] = entry->listed_on ? ' ' : 'n';
	values[8] = TextArray(entry->nationalities);
	values[9] = PointerGetDatum(cstring_to_text_with_len((char *) entry->digest, LIST_DIGEST_LENGTH));
	values[10] = Int64GetDatum(writer->release_id);

	if (entry->stored)
	{
		RetireEntry(writer, entry);
		list_execute(writer->update_entry, values, nulls, SPI_OK_UPDATE);
	}
	else
	{
		list_execute(writer->insert_entry, values, nulls, SPI_OK_INSERT_RETURNING);
		entry->id = DatumGetInt64(ResultColumn(1, &isnull));
		SPI_freetuptable(SPI_tuptable);
	}
	list_insert_rows(writer->names, entry->id, entry->names);
	list_insert_rows(writer->identifiers, entry->id, entry->identifiers);
}

/* Marks the entries that the release no longer has */
static void
MarkDelisted(ListWriter *writer)
{
	Oid			types[2] = {INT8OID, INT8ARRAYOID};
	Datum		values[2];
	Datum	   *ids;
	ListCell   *cell;
	int			n = 0;

	if (writer->vanished == NIL)
		return;
	ids = palloc(sizeof(Datum) * list_length(writer->vanished));
	foreach(cell, writer->vanished)
		ids[n++] = Int64GetDatum(*(int64 *) lfirst(cell));
	values[0] = Int64GetDatum(writer->release_id);
	values[1] = PointerGetDatum(construct_array(ids, n, INT8OID, sizeof(int64), FLOAT8PASSBYVAL,
												TYPALIGN_DOUBLE));
	ExecuteOnce(Sql(writer, "UPDATE %s SET delisted_in = $1 WHERE id = ANY ($2)",
					"sanct_entry"),
				2, types, values, NULL, SPI_OK_UPDATE);
}

/* Prepares what is run once an entry or once a batch */
static void
PrepareWriter(ListWriter *writer)
{
	Oid			types[11] = {INT4OID, TEXTOID, TEXTOID, TEXTOID, TEXTARRAYOID, TEXTOID, TEXTOID,
	TEXTOID, TEXTARRAYOID, BYTEAOID, INT8OID};

	writer->insert_entry =
		list_prepare(Sql(writer, "INSERT INTO %s (list_id, list_uid, type, primary_name, programs, "
					"title, remarks, listed_on, nationality, digest, listed_in, changed_in) "
					"VALUES ($1, $2, $3, $4, $5, $6, $7, $8::pg_catalog.date, $9, $10, $11, $11) "
					"RETURNING id", "sanct_entry"), 11, types);
	types[0] = INT8OID;
	writer->update_entry =
		list_prepare(Sql(writer, "UPDATE %s SET list_uid = $2, type = $3, primary_name = $4, "
					"programs = $5, title = $6, remarks = $7, listed_on = $8::pg_catalog.date, "
					"nationality = $9, digest = $10, changed_in = $11, delisted_in = NULL "
					"WHERE id = $1", "sanct_entry"), 11, types);

	types[1] = INT8OID;
	writer->retire_entry =
		list_prepare(psprintf("INSERT INTO %s (entry_id, type, primary_name, programs, title, remarks, "
							  "listed_on, nationality, since, until) SELECT id, type, primary_name, programs, title, "
							  "remarks, listed_on, nationality, changed_in, $2 FROM %s WHERE id = $1",
							  quote_qualified_identifier(writer->schema, "sanct_past_entry"),
							  quote_qualified_identifier(writer->schema, "sanct_entry")), 2, types);

	writer->names = list_open_table(writer->schema, "sanct_name", "sanct_past_name", writer->release_id, NAME_COLUMNS,
									"name, kind, weak, script, language, surname, given, note, list_uid",
									"name, kind, weak::pg_catalog.text, script, language, surname, given, note, list_uid",
									"a, b, c::pg_catalog.bool, d, e, f, g, h, i");
	writer->identifiers = list_open_table(writer->schema, "sanct_identifier", "sanct_past_identifier",
										  writer->release_id, IDENTIFIER_COLUMNS,
										  "kind, value, country, note, list_uid",
										  "kind, value, country, note, list_uid",
										  "a, b, c, d, e");
}

/* Writes all that the release changes */
static void
WriteRelease(ListWriter *writer)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "entry of a list",
												  ALLOCSET_DEFAULT_SIZES);
	ListCell   *cell;

	ereport(DEBUG1,
			(errmsg_internal("list \"%s\": %lld entries to add, %lld to change, %d to mark delisted",
							 writer->release->code, (long long) writer->added,
							 (long long) writer->changed, list_length(writer->vanished))));
	PrepareWriter(writer);
	foreach(cell, writer->release->entries)
	{
		ListEntry  *entry = lfirst(cell);
		MemoryContext old;

		CHECK_FOR_INTERRUPTS();
		if (entry->unchanged)
			continue;
		old = MemoryContextSwitchTo(context);
		list_load_entry(writer->release, entry);
		WriteEntry(writer, entry);
		MemoryContextSwitchTo(old);
		MemoryContextReset(context);
	}
	list_flush_rows(writer->names);
	list_flush_rows(writer->identifiers);
	MarkDelisted(writer);
}

/* Tells those who listen that the list has a new release */
static void
Notify(ListWriter *writer)
{
	StringInfoData payload;

	initStringInfo(&payload);
	appendStringInfoString(&payload, "{\"list\": ");
	escape_json(&payload, writer->release->code);
	appendStringInfo(&payload, ", \"release\": %lld, \"added\": %lld, \"changed\": %lld, \"delisted\": %d}",
					 (long long) writer->release_id, (long long) writer->added, (long long) writer->changed,
					 list_length(writer->vanished));
	Async_Notify("sanct_release", payload.data);
}

/* The row of sanct_release as the caller of the import gets it */
static Datum
ReleaseRow(ListWriter *writer, MemoryContext context)
{
	Oid			types[1] = {INT8OID};
	Datum		values[1];
	MemoryContext old;
	Datum		row;
	bool		isnull;

	values[0] = Int64GetDatum(writer->release_id);
	ExecuteOnce(Sql(writer, "SELECT r FROM %s AS r WHERE r.id = $1", "sanct_release"),
				1, types, values, NULL, SPI_OK_SELECT);
	row = ResultColumn(1, &isnull);
	old = MemoryContextSwitchTo(context);
	row = datumCopy(row, false, -1);
	MemoryContextSwitchTo(old);
	return row;
}

/*
 * Makes a release the list's current one and returns its row of sanct_release.  Nothing is done if
 * it is the current one already.
 */
Datum
list_publish(FunctionCallInfo fcinfo, ListRelease *release)
{
	MemoryContext caller = CurrentMemoryContext;
	ListWriter	writer = {0};
	Datum		hashes;
	Datum		row;

	writer.release = release;
	list_end_entries(release);
	writer.schema = get_namespace_name(get_func_namespace(fcinfo->flinfo->fn_oid));
	SPI_connect();
	hashes = FileHashes(release);
	LockList(&writer);
	if (IsCurrent(&writer, hashes))
		ereport(NOTICE,
				(errmsg("these files are the current release of list \"%s\" already", Shown(release->code))));
	else
	{
		Compare(&writer);
		CheckShrinking(&writer);
		InsertRelease(&writer, hashes);
		WriteRelease(&writer);
		Notify(&writer);
	}
	row = ReleaseRow(&writer, caller);
	SPI_finish();
	list_close_release(release);
	return row;
}
