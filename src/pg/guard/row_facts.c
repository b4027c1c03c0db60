/*
 * What a guarded row says beside its names, and what that makes of the entries that are found
 *
 * A fact that cannot be read might have made any hit a strong one, so then every hit counts, whatever its verdict
 * without it.  What lists say of an entry is read as it is at that moment, like the lists themselves.
 */
#include "postgres.h"

#include "pg/guard/row_facts.h"

#include "executor/spi.h"
#include "lib/stringinfo.h"
#include "utils/builtins.h"
#include "utils/json.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#include "name/person/evidence.h"
#include "pg/base/encoding.h"
#include "pg/screen/by_index.h"
#include "pg/screen/documents.h"
#include "pg/screen/evidence_lines.h"
#include "pg/screen/listed.h"
#include "pg/screen/listed_facts.h"
#include "pg/screen/subject_columns.h"
#include "pg/screen/subject_facts.h"
#include "pg/screen/weigh.h"
#include "pg/type/bits.h"

/* Warn of the first value of a column that cannot be compared; it is the customer's, so it is not told */
static void
WarnOfValue(const Guard *guard, const FactColumn *column)
{
	if (column->faults == 1)
		ereport(WARNING,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a value of column \"%s\" of relation \"%s\" cannot be compared", column->name,
						RelationGetRelationName(guard->relation)),
				 errdetail("It is taken as not known, as %s, and the guard acts on whatever its row matches. "
						   "Others of the statement are not told.",
						   SanctSubjectFactName(column->fact))));
}

/* See row_facts.h */
void
SanctReadRowFacts(Guard *guard, HeapTuple row, RowFacts *facts)
{
	FactColumns *columns = &guard->options->weighed;
	StringInfoData unread;

	memset(facts, 0, sizeof(RowFacts));
	initStringInfo(&unread);
	for (int i = 0; i < columns->count; i++)
	{
		FactColumn *column = &columns->column[i];
		bool		isnull;
		Datum		value = SPI_getbinval(row, RelationGetDescr(guard->relation), column->place, &isnull);

		if (isnull || SanctTakeFactColumn(column, value, &facts->known))
			continue;
		WarnOfValue(guard, column);
		appendStringInfo(&unread, "%s%s: not read", unread.len > 0 ? "; " : "", SanctSubjectFactName(column->fact));
	}
	facts->unread = unread.len > 0 ? unread.data : NULL;
}

/* See row_facts.h */
void
SanctWeighRowHits(const Guard *guard, const RowFacts *facts, ListHit *hits, int count)
{
	Weighing	weighing = {.extension = guard->extension, .subject = &facts->known};

	if (count == 0)
		return;
	PushActiveSnapshot(GetLatestSnapshot());
	SanctWeighHits(&weighing, hits, count);
	PopActiveSnapshot();
}

/* An entry of the lists in memory or, without them, as it is */
static const ListedEntry *
FindEntry(const Guard *guard, int64 id)
{
	IndexSearch search = {.extension = guard->extension};

	if (guard->lists)
	{
		int64		number = SanctListedNumber(guard->lists, id);
		ListedEntry *entry = number >= 0 ? palloc(sizeof(ListedEntry)) : NULL;

		if (entry != NULL)
			SanctTakeListedEntry(guard->lists, number, entry);
		return entry;
	}
	search.lists = SanctReadWholeLists(guard->extension);
	return SanctReadEntry(&search, id);
}

/* Weigh an entry that documents have found beside none of the names and beside each; the best verdict counts */
static bool
WeighFound(Weighing *weighing, const ListedEntry *entry, const List *names, ListHit *hit)
{
	ListHit		beside;
	bool		found;
	ListCell   *cell;

	weighing->name = NULL;
	found = SanctWeighDocument(weighing, entry, palloc(sizeof(ListedName)), hit);
	foreach(cell, names)
	{
		weighing->name = lfirst(cell);
		if (!SanctWeighDocument(weighing, entry, palloc(sizeof(ListedName)), &beside))
			continue;
		if (!found || beside.evidence->verdict > hit->evidence->verdict)
			*hit = beside;
		found = true;
	}
	return found;
}

/* See row_facts.h */
int
SanctFindRowDocuments(const Guard *guard, const RowFacts *facts, const List *names, ListHit **hits)
{
	Weighing	weighing = {.extension = guard->extension, .subject = &facts->known};
	int64	   *entries;
	int			found;
	int			n = 0;

	if (facts->known.facts.documents == 0)
		return 0;
	PushActiveSnapshot(GetLatestSnapshot());
	found = SanctFindByDocuments(guard->extension, &facts->known.facts, &entries);
	*hits = palloc((found + 1) * sizeof(ListHit));
	for (int i = 0; i < found; i++)
	{
		const ListedEntry *entry = FindEntry(guard, entries[i]);

		if (entry != NULL && WeighFound(&weighing, entry, names, &(*hits)[n]))
			n++;
	}
	PopActiveSnapshot();
	SanctSortWeighed(*hits, n);
	return n;
}

/* See row_facts.h */
bool
SanctDoesCount(const Guard *guard, const RowFacts *facts, const ListHit *hit)
{
	SmVerdict	verdict = hit->evidence ? hit->evidence->verdict : SM_VERDICT_POSSIBLE;

	return verdict >= guard->options->verdict || facts->unread != NULL;
}

/* Add a member of a JSON object, whose value is UTF-8; NULL and an empty one are null */
static void
AddMember(StringInfo json, const char *key, const char *utf8)
{
	int			length = utf8 ? strlen(utf8) : 0;

	appendStringInfo(json, "\"%s\": ", key);
	if (length == 0)
		appendStringInfoString(json, "null");
	else
		escape_json(json, text_to_cstring(SanctUtf8ToText(utf8)));
	appendStringInfoString(json, ", ");
}

/* See row_facts.h */
char *
SanctFactRows(const Extension *extension, const KnownFacts *known, const ListHit *hit)
{
	StringInfoData json;
	const KnownFacts *listed;
	ListCell   *cell;

	if (hit->evidence == NULL)
		return NULL;
	listed = SanctReadListedFacts(extension, hit->name->entry, false);
	initStringInfo(&json);
	foreach(cell, SanctEvidenceLines(known, listed, hit->evidence))
	{
		const EvidenceLine *line = lfirst(cell);

		appendStringInfoString(&json, json.len > 0 ? ", {" : "[{");
		AddMember(&json, "part", line->field);
		AddMember(&json, "read_a", line->subject);
		AddMember(&json, "read_b", line->listed);
		AddMember(&json, "relation", line->level);
		if (line->no_bits)
			appendStringInfoString(&json, "\"bits\": null}");
		else
			appendStringInfo(&json, "\"bits\": %.9g}", SanctBits(line->bits));
	}
	appendStringInfoChar(&json, ']');
	return json.data;
}
