/*
 * import_ofac.c: OFAC's lists in its three (four) CSV files
 *
 * The files have no header as the publisher gives them, write "-0- " for what is unknown, and end
 * in a byte 0x1A.  Copies with a header and blanks instead are read as well.
 */
#include "postgres.h"

#include "csv.h"
#include "fmgr.h"
#include "list.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "remarks.h"
#include "utils/builtins.h"
#include "utils/date.h"

/* Remarks are cut here; what follows stands in the comments file */
#define REMARKS_MAX 1000

#define HINT_RELEASE "The files must be of one release of one list; download them together."
#define HINT_DAMAGED "The file is damaged or not the one expected here; download it again."

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

PG_FUNCTION_INFO_V1(sanct_import_ofac_csv);

/* The text of a column without blanks around it; NULL if there is none, or OFAC's null */
static char *
Column(CsvReader *reader, int column)
{
	char	   *text = reader->field[column];
	size_t		length;

	while (*text == ' ')
		text++;
	length = strlen(text);
	while (length > 0 && text[length - 1] == ' ')
		text[--length] = '\0';
	return length == 0 || strcmp(text, "-0-") == 0 ? NULL : text;
}

/* The same in the database encoding, to be kept */
static char *
ColumnToServer(CsvReader *reader, int column)
{
	char	   *text = Column(reader, column);

	return text ? list_to_server(text, strlen(text)) : NULL;
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
		csv_error(reader, HINT_DAMAGED, "Column %d holds no number, expected %s.", column + 1, name);
	return text;
}

/* Complains of a record with the wrong number of columns, and guesses why */
static void
CheckColumns(CsvReader *reader, OfacKind kind)
{
	const char *hint = HINT_DAMAGED;

	if (reader->nfields == ofac_file[kind].columns)
		return;
	for (int i = 0; reader->record == 1 && i < lengthof(ofac_file); i++)
	{
		if (reader->nfields == ofac_file[i].columns)
			hint = psprintf("This looks like the file to be given as \"%s\".", ofac_file[i].name);
	}
	csv_error(reader, hint, "The record has %d columns, expected %d: %s.", reader->nfields,
			  ofac_file[kind].columns, ofac_file[kind].header);
}

/* Reads the next record of data, over a header if the file has one */
static bool
NextRecord(CsvReader *reader, OfacKind kind)
{
	if (!csv_next(reader))
		return false;
	CheckColumns(reader, kind);
	if (reader->record == 1 && pg_strcasecmp(reader->field[0], "ent_num") == 0)
	{
		if (!csv_next(reader))
			return false;
		CheckColumns(reader, kind);
	}
	NumberColumn(reader, 0, "ent_num");
	return true;
}

/* A file of the publisher's ends in 0x1A: without it, something may be missing */
static void
CloseFile(CsvReader *reader)
{
	bool		cut = reader->crlf && !reader->end_mark;
	const char *file = reader->file;

	csv_close(reader);
	if (cut)
		ereport(WARNING,
				(errmsg("file \"%s\" has no end-of-file mark 0x1A", file),
				 errdetail("OFAC's own files end in one; this one may have been cut off.")));
}

/* Programs are joined as "NPWMD] [IFSR", with or without the outer brackets */
static List *
ParsePrograms(const char *text)
{
	List	   *programs = NIL;

	while (text && *text)
	{
		size_t		skip = strspn(text, "[] ");
		size_t		length;
		size_t		next;

		text += skip;
		length = strcspn(text, "[]");
		next = length;
		while (length > 0 && text[length - 1] == ' ')
			length--;
		if (length > 0)
			programs = lappend(programs, list_to_server(text, length));
		text += next;
	}
	return programs;
}

/* The type of an entry; organisations have none in the file */
static const char *
ParseType(CsvReader *reader)
{
	const char *type = Column(reader, SDN_TYPE);

	if (type == NULL || pg_strcasecmp(type, "entity") == 0)
		return "organisation";
	if (pg_strcasecmp(type, "individual") == 0)
		return "person";
	if (pg_strcasecmp(type, "vessel") == 0)
		return "vessel";
	if (pg_strcasecmp(type, "aircraft") == 0)
		return "aircraft";
	csv_error(reader, HINT_DAMAGED,
			  "Column 3 (SDN_Type) is \"%s\", expected individual, vessel, aircraft or none.", type);
}

/* Adds what the sdn file says about ships in columns of their own */
static void
AddVessel(CsvReader *reader, ListRelease *release, ListEntry *entry)
{
	static const char *const kind[] = {"call-sign", "vessel-type", "tonnage", "gross-tonnage",
	"flag", "vessel-owner"};

	for (int i = 0; i < lengthof(kind); i++)
	{
		char	   *value = Column(reader, SDN_CALL_SIGN + i);

		if (value)
			list_add_identifier(release, entry, kind[i], value, NULL, NULL, NULL);
	}
}

/* Reads the sdn file: an entry a record.  Remarks are left as they are until comments are read. */
static void
ReadSdn(ListRelease *release, const bytea *document)
{
	CsvReader	reader;

	csv_open(&reader, ofac_file[OFAC_SDN].name, document);
	while (NextRecord(&reader, OFAC_SDN))
	{
		char	   *number = Column(&reader, SDN_NUMBER);
		char	   *name = Column(&reader, SDN_NAME);
		ListEntry  *entry = list_add_entry(release, number, reader.record);

		if (entry == NULL)
			csv_error(&reader, HINT_DAMAGED,
					  "Entry %s stands in the file twice, in record %lld before.", number,
					  (long long) list_find_entry(release, number)->place);
		if (name == NULL)
			csv_error(&reader, HINT_DAMAGED, "Column 2 (SDN_Name) is empty, expected a name.");
		entry->type = ParseType(&reader);
		entry->primary_name = ColumnToServer(&reader, SDN_NAME);
		list_add_name(release, entry, name, "primary", false, NULL);
		entry->programs = ParsePrograms(Column(&reader, SDN_PROGRAM));
		entry->title = ColumnToServer(&reader, SDN_TITLE);
		AddVessel(&reader, release, entry);

		/* blanks at the cut belong to the text; its encoding is complained of while we know where */
		pg_verify_mbstr(PG_UTF8, reader.field[SDN_REMARKS], strlen(reader.field[SDN_REMARKS]), false);
		if (strlen(reader.field[SDN_REMARKS]) == REMARKS_MAX)
			entry->remarks = pstrdup(reader.field[SDN_REMARKS]);
		else if (Column(&reader, SDN_REMARKS))
			entry->remarks = pstrdup(Column(&reader, SDN_REMARKS));
	}
	if (release->entries == NIL)
		csv_error(&reader, HINT_DAMAGED, "The file holds no entry.");
	CloseFile(&reader);
}

/* The entry a record of another file belongs to */
static ListEntry *
EntryOfRecord(CsvReader *reader, ListRelease *release)
{
	char	   *number = Column(reader, 0);
	ListEntry  *entry = list_find_entry(release, number);

	if (entry == NULL)
		csv_error(reader, HINT_RELEASE, "It refers to entry %s, which file \"%s\" does not have.",
				  number, ofac_file[OFAC_SDN].name);
	return entry;
}

/* Reads the comments file: the rest of remarks that were cut */
static void
ReadComments(ListRelease *release, const bytea *document)
{
	CsvReader	reader;

	csv_open(&reader, ofac_file[OFAC_COMMENTS].name, document);
	while (NextRecord(&reader, OFAC_COMMENTS))
	{
		ListEntry  *entry = EntryOfRecord(&reader, release);

		if (entry->remarks == NULL || strlen(entry->remarks) % REMARKS_MAX != 0)
			csv_error(&reader, HINT_RELEASE,
					  "The remarks of entry %s have %zu bytes, expected %d if they are continued.",
					  entry->uid, entry->remarks ? strlen(entry->remarks) : 0, REMARKS_MAX);
		entry->remarks = psprintf("%s%s", entry->remarks, reader.field[1]);
	}
	CloseFile(&reader);
}

/* Takes all remarks apart, now that they are as complete as they get */
static void
ParseRemarks(ListRelease *release)
{
	ListCell   *cell;

	foreach(cell, release->entries)
	{
		ListEntry  *entry = lfirst(cell);
		bool		cut;

		CHECK_FOR_INTERRUPTS();
		if (entry->remarks == NULL)
			continue;
		cut = strlen(entry->remarks) % REMARKS_MAX == 0;
		if (cut)
			release->cut_remarks++;
		remarks_parse(release, entry, entry->remarks, cut);
		entry->remarks = list_to_server(entry->remarks, strlen(entry->remarks));
	}
}

/* Reads the alt file: a name a record */
static void
ReadAlt(ListRelease *release, const bytea *document)
{
	CsvReader	reader;

	csv_open(&reader, ofac_file[OFAC_ALT].name, document);
	while (NextRecord(&reader, OFAC_ALT))
	{
		ListEntry  *entry = EntryOfRecord(&reader, release);
		char	   *number = NumberColumn(&reader, 1, "alt_num");
		char	   *type = Column(&reader, 2);
		char	   *name = Column(&reader, 3);
		const char *kind = NULL;

		if (type && pg_strcasecmp(type, "aka") == 0)
			kind = "alias";
		else if (type && pg_strcasecmp(type, "fka") == 0)
			kind = "former-name";
		else if (type && pg_strcasecmp(type, "nka") == 0)
			kind = "new-name";
		else
			csv_error(&reader, HINT_DAMAGED, "Column 3 (alt_type) is \"%s\", expected aka, fka or nka.",
					  type ? type : "");
		if (name == NULL)
			csv_error(&reader, HINT_DAMAGED, "Column 4 (alt_name) is empty, expected a name.");
		list_add_name(release, entry, name, kind, false, number);
	}
	CloseFile(&reader);
}

/* Reads the addresses file: an identifier of kind address a record, even if it says nothing */
static void
ReadAddresses(ListRelease *release, const bytea *document)
{
	CsvReader	reader;

	csv_open(&reader, ofac_file[OFAC_ADDRESSES].name, document);
	while (NextRecord(&reader, OFAC_ADDRESSES))
	{
		ListEntry  *entry = EntryOfRecord(&reader, release);
		char	   *number = NumberColumn(&reader, 1, "add_num");
		char	   *street = Column(&reader, 2);
		char	   *city = Column(&reader, 3);

		if (street && city)
			street = psprintf("%s, %s", street, city);
		list_add_identifier(release, entry, "address", street ? street : city,
							Column(&reader, 4), Column(&reader, 5), number);
	}
	CloseFile(&reader);
}

/* A file that must be given, if only as an empty one */
static bytea *
RequiredFile(FunctionCallInfo fcinfo, OfacKind kind)
{
	if (PG_ARGISNULL(kind))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("file \"%s\" is missing", ofac_file[kind].name),
				 kind == OFAC_SDN ? 0 :
				 errdetail("Without it the list would lose names or addresses unnoticed."),
				 kind == OFAC_SDN ? 0 :
				 errhint("If there is none, give an empty one: %s => ''::bytea.",
						 ofac_file[kind].name)));
	return PG_GETARG_BYTEA_PP(kind);
}

/* The list that is to be replaced */
static ListRelease *
NewRelease(FunctionCallInfo fcinfo)
{
	char	   *list = PG_ARGISNULL(5) ? NULL : text_to_cstring(PG_GETARG_TEXT_PP(5));
	ListRelease *release;

	if (list && strcmp(list, "ofac-sdn") == 0)
		release = list_new_release("ofac-sdn", "Specially Designated Nationals", "OFAC");
	else if (list && strcmp(list, "ofac-cons") == 0)
		release = list_new_release("ofac-cons", "Consolidated Non-SDN", "OFAC");
	else
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unknown list \"%s\"", list ? list : ""),
				 errhint("OFAC's lists are \"ofac-sdn\" and \"ofac-cons\".")));

	release->has_published = !PG_ARGISNULL(4);
	if (release->has_published)
		release->published = PG_GETARG_DATEADT(4);
	release->allow_shrinking = !PG_ARGISNULL(6) && PG_GETARG_BOOL(6);
	return release;
}

/*
 * Loads a release of one of OFAC's lists: sdn (or cons_prim), alt, addresses, comments, published,
 * list, allow_shrinking.  Returns the row of sanct_release.
 */
Datum
sanct_import_ofac_csv(PG_FUNCTION_ARGS)
{
	ListRelease *release = NewRelease(fcinfo);
	bytea	   *sdn = RequiredFile(fcinfo, OFAC_SDN);
	bytea	   *alt = RequiredFile(fcinfo, OFAC_ALT);
	bytea	   *addresses = RequiredFile(fcinfo, OFAC_ADDRESSES);
	bytea	   *comments = PG_ARGISNULL(3) ? NULL : PG_GETARG_BYTEA_PP(3);

	list_add_file(release, sdn);
	list_add_file(release, alt);
	list_add_file(release, addresses);
	list_add_file(release, comments);

	ReadSdn(release, sdn);
	if (comments && VARSIZE_ANY_EXHDR(comments) > 0)
		ReadComments(release, comments);
	if (VARSIZE_ANY_EXHDR(alt) > 0)
		ReadAlt(release, alt);
	if (VARSIZE_ANY_EXHDR(addresses) > 0)
		ReadAddresses(release, addresses);
	ParseRemarks(release);

	return list_publish(fcinfo, release);
}
