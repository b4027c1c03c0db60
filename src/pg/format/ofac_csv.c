/*
 * OFAC's lists in its three (four) CSV files
 *
 * The files have no header as the publisher gives them, write "-0- " for what is unknown, and end
 * in a byte 0x1A.  Copies with a header and blanks instead are read as well.
 *
 * All are read at once, as they have the entries in the same order: an entry is complete, and put away, before the next
 * one is read.  What a file has out of order is added when it comes, to an entry that is opened again.
 */
#include "postgres.h"

#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "nodes/pg_list.h"
#include "utils/hsearch.h"
#include "utils/memutils.h"

#include "data/list_field_table.h"
#include "pg/base/shown.h"
#include "pg/format/ofac.h"
#include "pg/format/ofac_remarks.h"
#include "pg/list/csv.h"
#include "pg/list/entry.h"
#include "pg/list/entry_file.h"
#include "pg/list/entry_store.h"
#include "pg/list/fact.h"
#include "pg/list/known.h"
#include "pg/list/publish.h"
#include "pg/list/release.h"
#include "pg/list/source.h"

/* Remarks are cut here; what follows stands in the comments file */
#define REMARKS_MAX 1000

#define HINT_RELEASE "The files must be of one release of one list; download them together."

typedef enum OfacKind
{
	OFAC_SDN, OFAC_ALT, OFAC_ADDRESSES, OFAC_COMMENTS
} OfacKind;

typedef struct OfacFile
{
	const char *name;			/* of the argument */
	int			columns;
	const char *header;			/* the columns, as OFAC calls them */
} OfacFile;

static const OfacFile ofac_file[] =
{
	{"sdn", 12, "ent_num, SDN_Name, SDN_Type, Program, Title, Call_Sign, Vess_type, Tonnage, GRT, "
	"Vess_flag, Vess_owner, Remarks"},
	{"alt", 5, "ent_num, alt_num, alt_type, alt_name, alt_remarks"},
	{"addresses", 6, "ent_num, add_num, address, city, country, add_remarks"},
	{"comments", 2, "ent_num, remarks"},
};

/* Columns of the sdn file */
enum
{
	SDN_NUMBER, SDN_NAME, SDN_TYPE, SDN_PROGRAM, SDN_TITLE, SDN_CALL_SIGN, SDN_VESSEL_TYPE,
	SDN_TONNAGE, SDN_GRT, SDN_FLAG, SDN_OWNER, SDN_REMARKS
};

/* Arguments; the files come first, in the order of OfacKind, and last as large objects */
enum
{
	ARG_PUBLISHED = 4, ARG_LIST, ARG_MAX_REMOVED, ARG_OBJECTS
};

/* A file that is being read */
typedef struct OfacReader
{
	CsvReader	csv;
	OfacKind	kind;
	MemoryContext memory;		/* of its record */
	bool		more;			/* there is a record, which has not been taken */
} OfacReader;

/* The files of a release, the first always open; of the others those that hold something */
typedef struct OfacFiles
{
	ListRelease *release;
	OfacReader	reader[lengthof(ofac_file)];
	bool		open[lengthof(ofac_file)];
	ErrorContextCallback *before;	/* what errors tell beside the place in a file */
	HTAB	   *cut;			/* of CutRemarks: entries whose remarks comments may still complete */
} OfacFiles;

/* An entry whose remarks are cut off */
typedef struct CutRemarks
{
	uint32		number;			/* must be first: key of a hash table */
	char	   *uid;
} CutRemarks;

PG_FUNCTION_INFO_V1(sanct_import_ofac_csv);

/* The text of a column without blanks around it; NULL if there is none, or OFAC's null */
static char *
Column(CsvReader *reader, int column)
{
	char	   *text = SanctCsvValue(reader, column);

	return text && strcmp(text, "-0-") == 0 ? NULL : text;
}

/* True if a text is a number as OFAC gives to entries, aliases and addresses */
static bool
IsNumber(const char *text)
{
	return text && strlen(text) <= 18 && strspn(text, "0123456789") == strlen(text);
}

/* A column that must hold a number */
static char *
NumberColumn(CsvReader *reader, int column, const char *name)
{
	char	   *text = Column(reader, column);

	if (!IsNumber(text))
		SanctCsvError(reader, HINT_FILE_DAMAGED, "Column %d holds no number, expected %s.", column + 1, name);
	return text;
}

/* Complains of a record with the wrong number of columns, and guesses why */
static void
CheckColumnCount(CsvReader *reader, OfacKind kind)
{
	const char *hint = HINT_FILE_DAMAGED;

	if (reader->nfields == ofac_file[kind].columns)
		return;
	for (int i = 0; reader->record == 1 && i < lengthof(ofac_file); i++)
	{
		if (reader->nfields == ofac_file[i].columns)
			hint = psprintf("This looks like the file to be given as \"%s\".", ofac_file[i].name);
	}
	SanctCsvError(reader, hint, "The record has %s, expected %d: %s.",
				  SanctCounted(reader->nfields, "column", "columns"), ofac_file[kind].columns, ofac_file[kind].header);
}

/* Complains of a header whose columns are not those of OFAC's files, which are known by their places */
static void
CheckOfacHeader(CsvReader *reader, const SmListGroup *group)
{
	for (int i = 0; i < reader->nfields && i < group->count; i++)
	{
		const char *expected = sm_list_fields[group->first + i].name;
		char	   *name = SanctCsvValue(reader, i);

		if (name == NULL || !SanctIsColumnNamed(name, expected))
			SanctCsvError(reader, HINT_FILE_DAMAGED, "Column %d is called \"%s\", expected %.*s.", i + 1,
						  name ? name : "", (int) strcspn(expected, "|"), expected);
	}
}

/* Read the next record of data into its memory, over a header if the file has one */
static bool
NextRecord(CsvReader *reader, MemoryContext memory, ListRelease *release, OfacKind kind)
{
	int			group = SanctKnownGroup(release->known, ofac_file[kind].name);
	bool		first = reader->record == 0;

	if (!SanctNextRecordIn(reader, memory))
		return false;
	CheckColumnCount(reader, kind);
	if (first)
		SanctCountColumns(reader, release->known, group);
	if (first && pg_strcasecmp(reader->field[0], "ent_num") == 0)
	{
		CheckOfacHeader(reader, &sm_list_groups[group]);
		if (!SanctNextRecordIn(reader, memory))
			return false;
		CheckColumnCount(reader, kind);
	}
	else if (first)
		SanctCountRecord(reader);
	NumberColumn(reader, 0, "ent_num");
	return true;
}

/* A file of the publisher's ends in 0x1A: without it, something may be missing */
static void
CloseFile(CsvReader *reader)
{
	bool		cut = reader->crlf && !reader->end_mark;
	const char *file = reader->file;

	SanctCloseCsv(reader);
	if (cut)
		ereport(WARNING,
				(errmsg("file \"%s\" has no end-of-file mark 0x1A", file),
				 errdetail("OFAC's own files end in one; this one may have been cut off.")));
}

/* Add programs, which are joined as "NPWMD] [IFSR", with or without the outer brackets */
static void
AddPrograms(ListRelease *release, ListEntry *entry, const char *text)
{
	while (text && *text)
	{
		size_t		length;
		size_t		next;

		text += strspn(text, "[] ");
		length = strcspn(text, "[]");
		next = length;
		while (length > 0 && text[length - 1] == ' ')
			length--;
		if (length > 0)
			SanctAddText(release, &entry->programs, pnstrdup(text, length));
		text += next;
	}
}

/* The type of an entry; organisations have none in the file */
static const char *
ParseType(CsvReader *reader)
{
	const char *text = Column(reader, SDN_TYPE);
	const char *type = text ? SanctOfacType(text) : "organisation";

	if (type == NULL)
		SanctCsvError(reader, HINT_FILE_DAMAGED,
					  "Column 3 (SDN_Type) is \"%s\", expected individual, vessel, aircraft or none.", text);
	return type;
}

/* Add what the sdn file says about ships in columns of their own */
static void
AddVessel(CsvReader *reader, ListRelease *release, ListEntry *entry)
{
	static const char *const kind[] = {"call-sign", "vessel-type", "tonnage", "gross-tonnage",
	"flag", "vessel-owner"};

	for (int i = 0; i < lengthof(kind); i++)
	{
		char	   *value = Column(reader, SDN_CALL_SIGN + i);

		if (value)
			SanctAddIdentifier(release, entry, (ListFact) {.kind = kind[i], .value = value});
	}
}

/* Add a name; those of persons have a comma behind the surname */
static void
AddCsvName(ListRelease *release, ListEntry *entry, const char *name, const char *kind, const char *uid,
		   const char *note)
{
	ListRow    *row = SanctAddName(release, entry, name, kind, false, uid);

	SanctSetNameColumn(row, NAME_NOTE, note);
	if (strcmp(entry->type, "person") == 0)
		SanctMarkParts(row, name);
}

/* Keep remarks, in UTF-8 until they are taken apart */
static void
KeepRemarks(ListRelease *release, ListEntry *entry, const char *remarks)
{
	entry->remarks = MemoryContextStrdup(release->content, remarks);
}

/* Take a record of the sdn file: an entry, whose remarks are left as they are until comments are read */
static ListEntry *
TakeSdn(CsvReader *reader, ListRelease *release)
{
	char	   *number = Column(reader, SDN_NUMBER);
	char	   *name = Column(reader, SDN_NAME);
	ListEntry  *entry = SanctAddEntry(release, number, reader->record);

	if (entry == NULL)
		SanctCsvError(reader, HINT_FILE_DAMAGED,
					  "Entry %s stands in the file twice, in record %lld before.", number,
					  (long long) SanctFindEntry(release, number)->record.place);
	if (name == NULL)
		SanctCsvError(reader, HINT_FILE_DAMAGED, "Column 2 (SDN_Name) is empty, expected a name.");
	entry->type = ParseType(reader);
	AddCsvName(release, entry, name, "primary", NULL, NULL);
	SanctChoosePrimary(entry);
	if (release->nentries == 1)
		SanctCheckOfacList(release, Column(reader, SDN_PROGRAM));
	AddPrograms(release, entry, Column(reader, SDN_PROGRAM));
	SanctAppendText(release, &entry->title, "; ", Column(reader, SDN_TITLE));
	AddVessel(reader, release, entry);

	/* blanks at the cut belong to the text; its encoding is complained of while we know where */
	pg_verify_mbstr(PG_UTF8, reader->field[SDN_REMARKS], strlen(reader->field[SDN_REMARKS]), false);
	if (strlen(reader->field[SDN_REMARKS]) == REMARKS_MAX)
		KeepRemarks(release, entry, reader->field[SDN_REMARKS]);
	else if (Column(reader, SDN_REMARKS))
		KeepRemarks(release, entry, Column(reader, SDN_REMARKS));
	return entry;
}

/* Take a record of the comments file: the rest of remarks that were cut */
static void
TakeComment(CsvReader *reader, ListRelease *release, ListEntry *entry)
{
	if (entry->remarks == NULL || strlen(entry->remarks) % REMARKS_MAX != 0)
		SanctCsvError(reader, HINT_RELEASE,
					  "The remarks of entry %s have %zu bytes, expected %d if they are continued.",
					  entry->uid, entry->remarks ? strlen(entry->remarks) : 0, REMARKS_MAX);
	KeepRemarks(release, entry, psprintf("%s%s", entry->remarks, reader->field[1]));
}

/* Take the remarks of an entry apart, now that they are as complete as they get */
static void
ParseRemarks(ListRelease *release, ListEntry *entry)
{
	MemoryContext old;
	bool		cut;

	if (entry->remarks == NULL)
		return;
	old = MemoryContextSwitchTo(release->scratch);
	cut = strlen(entry->remarks) % REMARKS_MAX == 0;
	if (cut)
		release->cut_remarks++;
	SanctReadOfacRemarks(release, entry, entry->remarks, cut);
	entry->remarks = SanctStoreText(release, entry->remarks);
	MemoryContextSwitchTo(old);
	MemoryContextReset(release->scratch);
}

/* Take a record of the alt file: a name */
static void
TakeAlt(CsvReader *reader, ListRelease *release, ListEntry *entry)
{
	char	   *number = NumberColumn(reader, 1, "alt_num");
	char	   *type = Column(reader, 2);
	char	   *name = Column(reader, 3);
	const char *kind = type ? SanctOfacNameKind(type) : NULL;

	if (kind == NULL)
		SanctCsvError(reader, HINT_FILE_DAMAGED, "Column 3 (alt_type) is \"%s\", expected aka, fka or nka.",
					  type ? type : "");
	if (name == NULL)
		SanctCsvError(reader, HINT_FILE_DAMAGED, "Column 4 (alt_name) is empty, expected a name.");
	AddCsvName(release, entry, name, kind, number, Column(reader, 4));
}

/* Take a record of the addresses file, unless it says nothing */
static void
TakeAddress(CsvReader *reader, ListRelease *release, ListEntry *entry)
{
	char	   *number = NumberColumn(reader, 1, "add_num");
	char	   *street = Column(reader, 2);
	char	   *city = Column(reader, 3);

	if (street && city)
		street = psprintf("%s, %s", street, city);
	if (street == NULL && city == NULL && Column(reader, 4) == NULL && Column(reader, 5) == NULL)
		return;
	SanctAddIdentifier(release, entry, (ListFact) {
		.kind = "address", .value = street ? street : city, .country = Column(reader, 4),
		.note = Column(reader, 5), .uid = number
	});
}

/* A file that must be given, if only as an empty one */
static Source *
RequiredFile(FunctionCallInfo fcinfo, OfacKind kind)
{
	Source	   *source = SanctOpenSource(fcinfo, ofac_file[kind].name, kind, ARG_OBJECTS + kind);

	if (source == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("file \"%s\" is missing", ofac_file[kind].name),
				 kind == OFAC_SDN ? 0 :
				 errdetail("Without it the list would lose names or addresses unnoticed."),
				 kind == OFAC_SDN ? 0 :
				 errhint("If there is none, give an empty one: %s => ''::bytea.",
						 ofac_file[kind].name)));
	return source;
}

/* Let errors tell the place in a file, and work in the memory of its record */
static CsvReader *
TurnTo(OfacFiles *files, OfacReader *reader)
{
	reader->csv.context.previous = files->before;
	error_context_stack = &reader->csv.context;
	MemoryContextSwitchTo(reader->memory);
	return &reader->csv;
}

/* Read the next record of a file */
static void
Advance(OfacFiles *files, OfacReader *reader)
{
	reader->more = NextRecord(TurnTo(files, reader), reader->memory, files->release, reader->kind);
}

/* Open a file; all but the first may be missing or empty */
static void
OpenFile(OfacFiles *files, Source *source, OfacKind kind)
{
	OfacReader *reader = &files->reader[kind];

	if (kind != OFAC_SDN && (source == NULL || PeekSource(source) < 0))
		return;
	files->open[kind] = true;
	reader->kind = kind;
	reader->memory = AllocSetContextCreate(files->release->context, "record of a file", ALLOCSET_DEFAULT_SIZES);
	MemoryContextSwitchTo(files->release->context);
	error_context_stack = files->before;
	SanctOpenCsv(&reader->csv, source, ',');
	reader->csv.nothing = "-0-";
	Advance(files, reader);
}

/* Take the record of a file other than the first, which belongs to an entry that is open */
static void
TakeRecord(OfacFiles *files, OfacReader *reader, ListEntry *entry)
{
	static void (*const take[]) (CsvReader *reader, ListRelease *release, ListEntry *entry) = {
		[OFAC_ALT] = TakeAlt, [OFAC_ADDRESSES] = TakeAddress, [OFAC_COMMENTS] = TakeComment
	};

	take[reader->kind] (TurnTo(files, reader), files->release, entry);
	Advance(files, reader);
}

/* Take remarks apart that are as they were read, or leave them so, if they are cut off, for comments that are left */
static void
SettleRemarks(OfacFiles *files, ListEntry *entry)
{
	bool		found;
	CutRemarks *cut;

	if (entry->remarks == NULL || strlen(entry->remarks) % REMARKS_MAX != 0 || !files->reader[OFAC_COMMENTS].more)
	{
		ParseRemarks(files->release, entry);
		return;
	}
	cut = hash_search(files->cut, &entry->number, HASH_ENTER, &found);
	cut->uid = MemoryContextStrdup(files->release->context, entry->uid);
}

/* Are an entry's remarks as they were read, waiting for comments?  They do so no longer */
static bool
HasWaited(OfacFiles *files, const ListEntry *entry)
{
	CutRemarks *cut = hash_search(files->cut, &entry->number, HASH_FIND, NULL);

	if (cut == NULL)
		return false;
	pfree(cut->uid);
	(void) hash_search(files->cut, &entry->number, HASH_REMOVE, NULL);
	return true;
}

/*
 * Take records of other entries than the one that comes next: of those that have been read or, at the end, of any.
 * They stay open while that takes little memory, as their next records may stand behind another entry's.
 */
static void
TakeOthers(OfacFiles *files, OfacReader *reader, bool end)
{
	while (reader->more)
	{
		CsvReader  *csv = TurnTo(files, reader);
		ListEntry  *entry = SanctFindOpenEntry(files->release, Column(csv, 0));
		bool		waited;

		CHECK_FOR_INTERRUPTS();
		if (entry == NULL && !end)
			return;
		if (entry == NULL)
			SanctCsvError(csv, HINT_RELEASE, "It refers to entry %s, which file \"%s\" does not have.",
						  Column(csv, 0), ofac_file[OFAC_SDN].name);
		waited = reader->kind == OFAC_COMMENTS && HasWaited(files, entry);
		do
			TakeRecord(files, reader, entry);
		while (reader->more && strcmp(Column(&reader->csv, 0), entry->uid) == 0);
		if (waited)
			SettleRemarks(files, entry);
	}
}

/* Take the entry of the first file's record, with what the others have of it next */
static void
TakeEntry(OfacFiles *files)
{
	static const OfacKind order[] = {OFAC_COMMENTS, OFAC_ALT, OFAC_ADDRESSES};
	OfacReader *first = &files->reader[OFAC_SDN];
	ListEntry  *entry;

	SanctPutAwayMuch(files->release);
	entry = TakeSdn(TurnTo(files, first), files->release);
	for (int i = 0; i < lengthof(order); i++)
	{
		OfacReader *reader = &files->reader[order[i]];

		while (reader->more && strcmp(Column(&reader->csv, 0), entry->uid) == 0)
			TakeRecord(files, reader, entry);
	}
	(void) TurnTo(files, first);
	SettleRemarks(files, entry);
	SanctEndEntry(files->release, entry);
	for (int i = 0; i < lengthof(order); i++)
		TakeOthers(files, &files->reader[order[i]], false);
	Advance(files, first);
}

/* Take the remarks apart for which no comments have come */
static void
EndCut(OfacFiles *files)
{
	HASH_SEQ_STATUS status;
	CutRemarks *cut;

	hash_seq_init(&status, files->cut);
	while ((cut = hash_seq_search(&status)) != NULL)
	{
		ListEntry  *entry = SanctFindOpenEntry(files->release, cut->uid);

		ParseRemarks(files->release, entry);
		SanctEndEntry(files->release, entry);
	}
}

/* Read the files to their ends */
static void
ReadFiles(OfacFiles *files)
{
	static const OfacKind order[] = {OFAC_COMMENTS, OFAC_ALT, OFAC_ADDRESSES};
	OfacReader *first = &files->reader[OFAC_SDN];

	while (first->more)
		TakeEntry(files);
	if (files->release->nentries == 0)
		SanctCsvError(TurnTo(files, first), HINT_FILE_DAMAGED, "The file holds no entry.");
	for (int i = 0; i < lengthof(order); i++)
		TakeOthers(files, &files->reader[order[i]], true);
	EndCut(files);
	MemoryContextSwitchTo(files->release->context);
	for (int kind = OFAC_SDN; kind <= OFAC_COMMENTS; kind++)
		if (files->open[kind])
			CloseFile(TurnTo(files, &files->reader[kind]));
	MemoryContextSwitchTo(files->release->context);
}

/*
 * Load a release of one of OFAC's lists: sdn (or cons_prim), alt, addresses, comments, published,
 * list, max_removed, and the files as large objects.  Return the row of sanct_release.
 */
Datum
sanct_import_ofac_csv(PG_FUNCTION_ARGS)
{
	ListRelease *release = SanctStartOfacRelease(fcinfo, ARG_LIST);
	Source	   *file[lengthof(ofac_file)];
	OfacFiles	files = {0};
	HASHCTL		control = {.keysize = sizeof(uint32), .entrysize = sizeof(CutRemarks),
	.hcxt = CurrentMemoryContext};

	SanctTakeImportArguments(release, fcinfo, ARG_PUBLISHED, ARG_MAX_REMOVED);
	SanctKnowFormat(release, "ofac_csv", "OFAC's files");
	for (int kind = OFAC_SDN; kind <= OFAC_ADDRESSES; kind++)
		file[kind] = RequiredFile(fcinfo, kind);
	file[OFAC_COMMENTS] = SanctOpenSource(fcinfo, ofac_file[OFAC_COMMENTS].name, OFAC_COMMENTS,
										  ARG_OBJECTS + OFAC_COMMENTS);

	files.release = release;
	files.before = error_context_stack;
	files.cut = hash_create("remarks that are cut off", 64, &control, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	for (int kind = OFAC_SDN; kind <= OFAC_COMMENTS; kind++)
		OpenFile(&files, file[kind], kind);
	ReadFiles(&files);
	for (int kind = OFAC_SDN; kind <= OFAC_COMMENTS; kind++)
		SanctCloseFile(release, file[kind]);
	return SanctPublishRelease(fcinfo, release);
}
