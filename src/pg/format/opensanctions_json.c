/*
 * Any list in the entities.ftm.json that OpenSanctions makes of it
 *
 * A line is an entity, a fact of one or a link between two, in any order.  Two sorts on disk bring together what
 * belongs together: what others refer to with those who do, which gives facts, and then entities with their facts.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "common/cryptohash.h"
#include "common/sha2.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "pg/base/compat.h"
#include "pg/base/shown.h"
#include "pg/format/ftm_facts.h"
#include "pg/format/ftm_line.h"
#include "pg/format/opensanctions.h"
#include "pg/list/csv.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/entry_store.h"
#include "pg/list/fact.h"
#include "pg/list/json_lines.h"
#include "pg/list/known.h"
#include "pg/list/pieces.h"
#include "pg/list/publish.h"
#include "pg/list/release.h"
#include "pg/list/source.h"

/* Arguments behind those that all imports have */
enum
{
	ARG_LIST = 4, ARG_TOPICS
};

/* Topics of what was left out that are told, and texts of a fact */
#define TOPICS_TOLD 12
#define FACT_TEXTS 5

/* Most bytes that a line makes of facts: one that links many with many would fill the disk */
#define LINE_MAKES (64 * 1024 * 1024)
/* What a fact takes beside its note, about */
#define FACT_BYTES 100

/* A topic of entities that are left out */
typedef struct LeftTopic
{
	char	   *topic;
	int64		count;
} LeftTopic;

/* The state of one import */
typedef struct FtmReader
{
	JsonLines	lines;
	ListRelease *release;
	FtmModel   *model;
	List	   *topics;			/* of char *: an entity with one of them is taken, */
	bool		any_topic;		/* or each is */
	Pieces	   *referred;		/* by what is referred to: its name or address, and who refers to it for what */
	Pieces	   *owned;			/* by entity: its line, lines of its facts, facts made of references */
	List	   *left;			/* of LeftTopic * */
	int64		left_out;		/* entities */
	int64		left_plain;		/* of these, those without a topic */
} FtmReader;

PG_FUNCTION_INFO_V1(sanct_import_opensanctions_json);

/* Count an entity that is left out, by its topics */
static void
LeaveOutThing(FtmReader *ftm, List *topics)
{
	MemoryContext old = MemoryContextSwitchTo(ftm->release->context);
	ListCell   *cell;

	ftm->left_out++;
	ftm->left_plain += topics == NIL;
	foreach(cell, topics)
	{
		LeftTopic  *left = NULL;
		ListCell   *other;

		foreach(other, ftm->left)
			if (strcmp(((LeftTopic *) lfirst(other))->topic, lfirst(cell)) == 0)
				left = lfirst(other);
		if (left == NULL && list_length(ftm->left) < TOPICS_TOLD)
		{
			left = palloc0(sizeof(LeftTopic));
			left->topic = SanctToServer(lfirst(cell), strlen(lfirst(cell)));
			ftm->left = lappend(ftm->left, left);
		}
		if (left)
			left->count++;
	}
	MemoryContextSwitchTo(old);
}

/* Is an entity one of those that are asked for? */
static bool
IsTaken(const FtmReader *ftm, const FtmLine *line, List *topics)
{
	const char *owner = line->schema ? line->schema->owner : NULL;
	ListCell   *cell;

	/* a wallet that somebody holds is a fact of his, and a line of a schema that is not known may be anything */
	if (ftm->any_topic)
		return topics != NIL || (line->schema && (owner == NULL || SanctFtmText(line, owner) == NULL));
	foreach(cell, topics)
	{
		ListCell   *other;

		foreach(other, ftm->topics)
			if (strcmp(lfirst(cell), lfirst(other)) == 0)
				return true;
	}
	return false;
}

/* Note what those that refer to an entity or address say of it: its name or text, its country */
static void
NoteReferred(FtmReader *ftm, const FtmLine *line)
{
	bool		address = strcmp(line->schema_name, "Address") == 0;
	const char *texts[FACT_TEXTS] = {address ? SanctFtmAddress(line) : line->caption};
	StringInfoData data;

	if (texts[0] == NULL)
		texts[0] = SanctFtmText(line, "name");
	if (address)
		texts[1] = SanctFtmText(line, "country");
	SanctPackTexts(&data, texts, FACT_TEXTS);
	SanctAddPiece(ftm->referred, line->id, PIECE_OWNER, ftm->lines.line, &data);
}

/* Complain of a line that so many entities have facts of, each of so many bytes, if that is too much */
static void
CheckMade(FtmReader *ftm, int64 facts, int64 bytes)
{
	if (facts > 1 && facts * (FACT_BYTES + bytes) > LINE_MAKES)
		SanctJsonLineError(&ftm->lines, HINT_FILE_DAMAGED,
						   "The line says the same of %lld entities, which is too much.", (long long) facts);
}

/* Note that an entity is to have a fact about another one */
static void
NoteReference(FtmReader *ftm, const char *other, const char *entity, const char *kind, const char *note)
{
	const char *texts[FACT_TEXTS] = {entity, kind, note};
	StringInfoData data;

	SanctPackTexts(&data, texts, FACT_TEXTS);
	SanctAddPiece(ftm->referred, other, PIECE_PART, ftm->lines.line, &data);
	pfree(data.data);
}

/* Take the line of an entity, or of what is of a schema that is not known */
static void
TakeThing(FtmReader *ftm, const FtmLine *line)
{
	List	   *topics = SanctJsonValues(line->record->inner, "topics");
	const char *type = line->schema ? line->schema->type : "other";
	StringInfoData nothing = {.data = "", .len = 0};
	ListCell   *cell;

	NoteReferred(ftm, line);
	if (!IsTaken(ftm, line, topics))
	{
		if (topics == NIL && line->schema != NULL && line->schema->owner != NULL)
			return;
		LeaveOutThing(ftm, topics);
		SanctAddPiece(ftm->owned, line->id, PIECE_LEFT_OUT, ftm->lines.line, &nothing);
		return;
	}
	SanctAddPiece(ftm->owned, line->id, PIECE_OWNER, ftm->lines.line, &ftm->lines.text);
	for (int i = 0; i < SanctFtmReferenceCount; i++)
	{
		const FtmReference *reference = &SanctFtmReferences[i];

		if (!SanctIsFtmProperty(ftm->model, line, reference->property))
			continue;
		foreach(cell, SanctJsonValues(line->record->inner, reference->property))
			NoteReference(ftm, lfirst(cell), line->id, SanctFtmKind(reference->kind, type), NULL);
	}
}

/* Take the line of a fact: it goes to all whose it is */
static void
TakeFtmPart(FtmReader *ftm, const FtmLine *line)
{
	List	   *owners = SanctJsonValues(line->record->inner, line->schema->owner);
	ListCell   *cell;

	CheckMade(ftm, list_length(owners), ftm->lines.text.len);
	foreach(cell, owners)
		SanctAddPiece(ftm->owned, lfirst(cell), PIECE_PART, ftm->lines.line, &ftm->lines.text);
}

/* Take the line of a link: either end has a fact about the other */
static void
TakeFtmLink(FtmReader *ftm, const FtmLine *line)
{
	const FtmSchema *schema = line->schema;
	List	   *owners = SanctJsonValues(line->record->inner, schema->owner);
	List	   *others = SanctJsonValues(line->record->inner, schema->other);
	char	   *note = SanctFtmNote(line);
	ListCell   *from;
	ListCell   *to;

	CheckMade(ftm, (int64) list_length(owners) * list_length(others), note ? strlen(note) : 0);
	foreach(from, owners)
	{
		foreach(to, others)
		{
			CHECK_FOR_INTERRUPTS();
			NoteReference(ftm, lfirst(to), lfirst(from), schema->kind, note);
			if (schema->back)
				NoteReference(ftm, lfirst(from), lfirst(to), schema->back, note);
		}
	}
}

/* Take the current line for what it is */
static void
TakeFtmLine(FtmReader *ftm)
{
	FtmLine    *line = SanctReadFtmLine(&ftm->lines, &ftm->lines.text);
	FtmRole		role;

	SanctCountFtmLine(ftm->model, line, ftm->lines.line);
	role = line->schema ? line->schema->role : FTM_THING;
	if (role == FTM_THING)
		TakeThing(ftm, line);
	if (role == FTM_PLACE)
		NoteReferred(ftm, line);
	if (role == FTM_LINK)
		TakeFtmLink(ftm, line);
	if (role == FTM_PART || (role == FTM_THING && line->schema && line->schema->owner))
		TakeFtmPart(ftm, line);
}

/* Make facts of references, now that what is referred to stands before those who refer to it */
static void
JoinReferences(FtmReader *ftm)
{
	StringInfoData id;
	StringInfoData about;
	const char *said[FACT_TEXTS] = {NULL};
	Piece		piece;

	initStringInfo(&id);
	initStringInfo(&about);
	SanctSortPieces(ftm->referred);
	MemoryContextSwitchTo(ftm->release->scratch);
	while (MemoryContextReset(ftm->release->scratch), SanctNextPiece(ftm->referred, &piece))
	{
		const char *reference[FACT_TEXTS];
		const char *fact[FACT_TEXTS];
		StringInfoData data;

		CHECK_FOR_INTERRUPTS();
		ftm->lines.line = piece.line;
		if (piece.order == PIECE_OWNER || strcmp(piece.id, id.data) != 0)
		{
			resetStringInfo(&id);
			appendStringInfoString(&id, piece.id);
			resetStringInfo(&about);
			memset(said, 0, sizeof(said));
			if (piece.order == PIECE_OWNER)
			{
				appendBinaryStringInfo(&about, piece.data.data, piece.data.len);
				SanctUnpackTexts(&about, said, FACT_TEXTS);
				continue;
			}
		}
		SanctUnpackTexts(&piece.data, reference, FACT_TEXTS);
		fact[0] = reference[1];
		fact[1] = said[0] ? said[0] : piece.id;
		fact[2] = said[1];
		fact[3] = reference[2];
		fact[4] = strcmp(reference[1], "address") == 0 ? NULL : piece.id;
		SanctPackTexts(&data, fact, FACT_TEXTS);
		SanctAddPiece(ftm->owned, reference[0], PIECE_FACT, piece.line, &data);
	}
	MemoryContextSwitchTo(ftm->release->context);
	SanctEndPieces(ftm->referred);
}

/* Begin the entry of an entity's line */
static ListEntry *
AddThing(FtmReader *ftm, const Piece *piece, const FtmLine *line)
{
	char	   *id = SanctToServer(piece->id, strlen(piece->id));
	ListEntry  *known = SanctFindEntry(ftm->release, id);
	ListEntry  *entry = SanctAddEntry(ftm->release, id, piece->line);

	if (entry == NULL && known)
		SanctJsonLineError(&ftm->lines, HINT_FILE_DAMAGED, "Entity %s stands in the file twice, on line %lld before.",
						   id, (long long) known->record.place);
	if (entry == NULL)
		SanctJsonLineError(&ftm->lines, HINT_FILE_DAMAGED, "The id %s is too long.", id);
	entry->type = line->schema ? line->schema->type : "other";
	SanctAddFtmThing(ftm->model, ftm->release, entry, line);
	return entry;
}

/* Add a fact that was made of a reference */
static void
AddReferredFact(FtmReader *ftm, ListEntry *entry, const Piece *piece)
{
	const char *fact[FACT_TEXTS];

	SanctUnpackTexts(&piece->data, fact, FACT_TEXTS);
	SanctAddFact(ftm->release, entry, (ListFact) {
		.kind = MemoryContextStrdup(ftm->release->content, fact[0]), .value = fact[1], .country = fact[2],
		.note = fact[3], .uid = fact[4]
	});
}

/* Make an entry of each entity that is taken and what belongs to it; what belongs to none is not asked for */
static void
JoinEntries(FtmReader *ftm)
{
	ListRelease *release = ftm->release;
	ListEntry  *entry = NULL;
	Piece		piece;

	SanctSortPieces(ftm->owned);
	MemoryContextSwitchTo(release->scratch);
	while (MemoryContextReset(release->scratch), SanctNextPiece(ftm->owned, &piece))
	{
		FtmLine    *line = NULL;
		char	   *id;

		CHECK_FOR_INTERRUPTS();
		ftm->lines.line = piece.line;
		if (piece.order == PIECE_OWNER || piece.order == PIECE_PART)
			line = SanctReadFtmLine(&ftm->lines, &piece.data);
		id = SanctToServer(piece.id, strlen(piece.id));
		if (entry && strcmp(entry->uid, id) != 0)
		{
			SanctEndEntry(release, entry);
			entry = NULL;
		}
		if (piece.order == PIECE_OWNER)
			entry = AddThing(ftm, &piece, line);
		else if (entry && piece.order == PIECE_LEFT_OUT)
			SanctJsonLineError(&ftm->lines, HINT_FILE_DAMAGED,
							   "Entity %s stands in the file twice, on line %lld with a topic that is asked for and "
							   "here without.", id, (long long) entry->record.place);
		else if (entry && piece.order == PIECE_PART)
			SanctAddFtmPart(release, entry, line);
		else if (entry)
			AddReferredFact(ftm, entry, &piece);
	}
	if (entry)
		SanctEndEntry(release, entry);
	MemoryContextSwitchTo(release->context);
	SanctEndPieces(ftm->owned);
}

/* Tell what was left out because nobody asked for it */
static void
TellLeftOut(const FtmReader *ftm)
{
	StringInfoData topics;
	ListCell   *cell;

	if (ftm->left_out == 0)
		return;
	initStringInfo(&topics);
	foreach(cell, ftm->left)
	{
		const LeftTopic *left = lfirst(cell);

		appendStringInfo(&topics, "%s%s (%lld)", topics.len > 0 ? ", " : "", SanctShown(left->topic),
						 (long long) left->count);
	}
	ereport(NOTICE,
			(errmsg_plural("%lld entity of the file is left out, as it has none of the topics asked for",
						   "%lld entities of the file are left out, as they have none of the topics asked for",
						   (unsigned long) ftm->left_out, (long long) ftm->left_out),
			 errdetail("Without a topic: %lld; topics of the others: %s.", (long long) ftm->left_plain,
					   topics.len > 0 ? topics.data : "none"),
			 errhint("topics => '{sanction,debarment}' takes others as well, topics => NULL all.")));
}

/* Note what is asked for as a file is: the same file is another release where others are taken of it */
static void
NoteTopics(const FtmReader *ftm)
{
	pg_cryptohash_ctx *hash;
	bytea	   *sha256 = palloc(VARHDRSZ + PG_SHA256_DIGEST_LENGTH);
	bool		failed;
	ListCell   *cell;

	if (!ftm->any_topic && list_length(ftm->topics) == 1 && strcmp(linitial(ftm->topics), "sanction") == 0)
		return;
	hash = pg_cryptohash_create(PG_SHA256);
	failed = hash == NULL || pg_cryptohash_init(hash) < 0;
	foreach(cell, ftm->topics)
		failed = failed || pg_cryptohash_update(hash, lfirst(cell), strlen(lfirst(cell)) + 1) < 0;
	SET_VARSIZE(sha256, VARHDRSZ + PG_SHA256_DIGEST_LENGTH);
	if (failed || pg_cryptohash_final(hash, (uint8 *) VARDATA(sha256), PG_SHA256_DIGEST_LENGTH) < 0)
		elog(ERROR, "could not compute SHA-256 of topics");
	pg_cryptohash_free(hash);
	ftm->release->sha256[ftm->release->nfiles++] = sha256;
}

/* The topics that are asked for */
static void
ReadTopics(FtmReader *ftm, FunctionCallInfo fcinfo)
{
	Datum	   *values;
	bool	   *nulls;
	int			count;

	ftm->any_topic = PG_ARGISNULL(ARG_TOPICS);
	if (ftm->any_topic)
		return;
	deconstruct_array(PG_GETARG_ARRAYTYPE_P(ARG_TOPICS), TEXTOID, -1, false, TYPALIGN_INT, &values, &nulls, &count);
	for (int i = 0; i < count; i++)
		if (!nulls[i])
			ftm->topics = lappend(ftm->topics, TextDatumGetCString(values[i]));
	if (ftm->topics == NIL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("no topic is given"),
				 errhint("topics => '{sanction}' takes who is on a list of sanctions, topics => NULL all entities.")));
}

/*
 * Load a release of a list: document, published, max_removed, the document as a large object, list, topics.  Return the
 * row of sanct_release.
 */
Datum
sanct_import_opensanctions_json(PG_FUNCTION_ARGS)
{
	ListRelease *release = SanctStartOpenSanctions(fcinfo, ARG_LIST);
	Source	   *source = SanctOpenDocument(release, fcinfo, "document");
	FtmReader	ftm = {.release = release, .referred = SanctBeginPieces(), .owned = SanctBeginPieces()};
	int64		last;

	ReadTopics(&ftm, fcinfo);
	ftm.model = SanctOpenFtmModel(SanctKnowFormat(release, "opensanctions_json", "file \"document\""));
	SanctOpenJsonLines(&ftm.lines, source);
	MemoryContextSwitchTo(release->scratch);
	while (MemoryContextReset(release->scratch), SanctNextJsonLine(&ftm.lines))
		TakeFtmLine(&ftm);
	MemoryContextSwitchTo(release->context);
	SanctWarnOfUnknown(release->known);
	SanctCheckPresent(release->known);
	last = ftm.lines.line;
	JoinReferences(&ftm);
	JoinEntries(&ftm);
	ftm.lines.line = last;
	TellLeftOut(&ftm);
	if (release->nentries == 0)
		SanctJsonLineError(&ftm.lines, HINT_FILE_DAMAGED, "The file holds no entity that is asked for.");
	SanctCloseJsonLines(&ftm.lines);
	SanctCloseFile(release, source);
	NoteTopics(&ftm);
	return SanctPublishRelease(fcinfo, release);
}
