/* The records of a CSV file, and where a damaged one is damaged */
#include "postgres.h"

#include "pg/list/csv.h"

#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "data/list_field_table.h"
#include "pg/base/shown.h"
#include "pg/list/damage.h"

#define BLANKS " \t\r\n"
#define END_MARK '\x1A'
#define UTF8_BOM "\xEF\xBB\xBF"

/* Bytes of a record: a quote that is never closed must not take in all that is left of a file */
#define RECORD_MAX (16 * 1024 * 1024)

/* Bytes between looks at whether the import has been cancelled */
#define PAUSE_MASK 0xFFFF

/* Tell where we are when something else than the reader complains, such as an encoding */
static void
CsvContext(void *arg)
{
	CsvReader  *reader = (CsvReader *) arg;

	errcontext("file \"%s\", record %lld, line %lld", reader->file,
			   (long long) reader->record, (long long) reader->line);
}

/* What a file holds may be no text, and must be one to be shown */
static void
MakeText(char *s)
{
	if (pg_verifymbstr(s, strlen(s), true))
		return;
	for (; *s; s++)
	{
		if (IS_HIGHBIT_SET(*s))
			*s = '?';
	}
}

/*
 * Report damage in the current record.  The detail says what stood there and what was expected;
 * it is given as a format.
 */
void
SanctCsvError(CsvReader *reader, const char *hint, const char *format,...)
{
	char	   *detail;
	va_list		args;

	va_start(args, format);
	detail = SanctFormatDetail(format, args);
	va_end(args);
	MakeText(detail);
	/* the message has the position already */
	error_context_stack = reader->context.previous;
	ereport(ERROR,
			(errcode(ERRCODE_BAD_COPY_FILE_FORMAT),
			 errmsg("file \"%s\" is damaged: record %lld, line %lld", reader->file,
					(long long) reader->record, (long long) reader->line),
			 errdetail_internal("%s", SanctShownSentence(detail)),
			 hint ? errhint("%s", hint) : 0));
	pg_unreachable();
}

/* Refuse what is no CSV file at all: nothing, UTF-16, an archive, XML, an error page */
static void
CheckIsCsv(CsvReader *reader)
{
	Source	   *source = reader->source;
	bool		empty = PeekSource(source) < 0;
	const char *data = source->window + source->position;
	size_t		length = source->length - source->position;
	size_t		i = 0;

	reader->record = 1;
	if (empty)
		SanctCsvError(reader, "Download the file again.", "The file is empty.");
	if (length >= 2 && (memcmp(data, "\xFF\xFE", 2) == 0 || memcmp(data, "\xFE\xFF", 2) == 0))
		SanctCsvError(reader, "Give the file as the publisher offers it.",
					  "The file is in UTF-16, expected ASCII or UTF-8.");
	if (length >= 2 && (memcmp(data, "PK", 2) == 0 || memcmp(data, "\x1F\x8B", 2) == 0))
		SanctCsvError(reader, "Unpack the file first; save a spreadsheet as CSV.",
					  "The file is a compressed archive or a spreadsheet.");
	if (length >= 3 && memcmp(data, UTF8_BOM, 3) == 0)
	{
		source->position += i = 3;
		reader->encoding = PG_UTF8;
	}
	while (i < length && (data[i] == ' ' || data[i] == '\t' || data[i] == '\r' || data[i] == '\n'))
		i++;
	if (i == length || (data[i] == END_MARK && i + 1 == length))
		SanctCsvError(reader, "Download the file again.", "The file holds no record.");
	if (data[i] == '<')
		SanctCsvError(reader, "A list in XML is loaded by the function whose name ends in _xml.",
					  "The file is an XML or HTML document, expected CSV.");
	reader->record = 0;
}

/* Start to read a document.  To be closed with SanctCloseCsv(); the source stays open. */
void
SanctOpenCsv(CsvReader *reader, Source *source, char delimiter)
{
	memset(reader, 0, sizeof(*reader));
	reader->file = source->name;
	reader->source = source;
	reader->delimiter = delimiter;
	reader->encoding = -1;
	reader->line = reader->next_line = 1;
	initStringInfo(&reader->buffer);

	reader->context.callback = CsvContext;
	reader->context.arg = reader;
	reader->context.previous = error_context_stack;
	error_context_stack = &reader->context;
	CheckIsCsv(reader);
}

/* End the reading and take back the error context */
void
SanctCloseCsv(CsvReader *reader)
{
	error_context_stack = reader->context.previous;
	pfree(reader->buffer.data);
}

/* True at the end of the file; a 0x1A with more than line ends behind it is damage */
static bool
AtEnd(CsvReader *reader)
{
	size_t		behind = 0;
	bool		damaged = false;
	int			c = PeekSource(reader->source);

	if (c < 0)
		return true;
	if (c != END_MARK)
		return false;

	reader->record++;
	reader->source->position++;
	for (; (c = PeekSource(reader->source)) >= 0; behind++)
	{
		if ((behind & PAUSE_MASK) == 0)
			CHECK_FOR_INTERRUPTS();
		reader->source->position++;
		if (c != '\n' && c != '\r' && c != END_MARK)
			damaged = true;
	}
	if (damaged)
		SanctCsvError(reader, "Another file seems to be joined to this one; download it again.",
					  "%s behind the end-of-file mark 0x1A, expected none.", SanctCounted(behind, "byte", "bytes"));
	reader->record--;
	reader->end_mark = true;
	return true;
}

/* End a field at the buffer's end; the pointers are set when the record is complete */
static void
EndField(CsvReader *reader)
{
	appendStringInfoChar(&reader->buffer, '\0');
	reader->nfields++;
}

/* Begin a field at the buffer's end */
static void
BeginField(CsvReader *reader)
{
	if (reader->nfields >= CSV_MAX_FIELDS)
		SanctCsvError(reader, "Download the file again.",
					  "The record has more than %d columns.", CSV_MAX_FIELDS);
	reader->start[reader->nfields] = reader->buffer.len;
}

/* Refuse the column that is being read, as its text is too long */
static void
RefuseLongColumn(CsvReader *reader)
{
	/* the message has the position already */
	error_context_stack = reader->context.previous;
	SanctRefuseLongText(psprintf("Column %d", reader->nfields + 1),
						psprintf("file \"%s\", record %lld, line %lld", reader->file, (long long) reader->record,
								 (long long) reader->line));
}

/*
 * Take the bytes of one field up to the delimiter, line end or end mark behind it, without
 * quotes, which must stand at both its ends or at none: others are a sign of damage.  Return that
 * byte, which is not taken unless it is a delimiter or carriage return, or -1 at the end of the file.
 */
static int
ReadField(CsvReader *reader)
{
	Source	   *source = reader->source;
	bool		quoted = false;
	bool		closed = false;
	int			c;

	while ((c = PeekSource(source)) >= 0)
	{
		if (!quoted && (c == '\n' || c == END_MARK))
			return c;
		if (c < ' ' && c != '\t' && c != '\r' && c != '\n')
			SanctCsvError(reader, "Download the file again.", "The record holds a byte 0x%02X.", c);

		source->position++;
		if (c == '"')
		{
			if (!quoted || PeekSource(source) != '"')
			{
				quoted = !quoted;
				closed = !quoted;
				if (quoted && reader->buffer.len > reader->start[reader->nfields])
					SanctCsvError(reader, "Download the file again.",
								  "A quote stands inside column %d, expected at its ends.",
								  reader->nfields + 1);
				continue;
			}
			source->position++;
		}
		else if (!quoted && c == reader->delimiter)
			return c;
		else if (!quoted && c == '\r')
		{
			c = PeekSource(source);
			if (c < 0 || c == '\n')
				return '\r';
			SanctCsvError(reader, "Download the file again.",
						  "An unquoted carriage return stands inside the record.");
		}
		else if (c == '\n')
			reader->next_line++;
		if (closed)
			SanctCsvError(reader, "Download the file again.",
						  "Text follows the closing quote of column %d.", reader->nfields + 1);
		if ((reader->buffer.len & PAUSE_MASK) == 0)
			CHECK_FOR_INTERRUPTS();
		if (reader->buffer.len - reader->start[reader->nfields] >= LIST_TEXT_MAX)
			RefuseLongColumn(reader);
		if (reader->buffer.len >= RECORD_MAX)
			SanctCsvError(reader, "A quote seems to be missing; download it again.",
						  "The record has more than %d bytes.", RECORD_MAX);
		appendStringInfoChar(&reader->buffer, c);
	}
	if (quoted)
		SanctCsvError(reader, "The file seems to be cut off; download it again.",
					  "The file ends inside a quoted column, expected a closing quote.");
	return -1;
}

/* Step over the line end behind a record; a record without one has been cut off */
static void
EndRecord(CsvReader *reader, int c)
{
	if (c == END_MARK)
		return;
	if (c == '\r')
	{
		reader->crlf = true;
		c = PeekSource(reader->source);
	}
	if (c < 0)
		SanctCsvError(reader, "The file seems to be cut off; download it again.",
					  "The last record has %s and no line end, expected a line end.",
					  SanctCounted(reader->nfields, "column", "columns"));
	reader->source->position++;
	reader->next_line++;
}

/*
 * Take a record apart that is in memory, in place and with the same rules.  Return the number
 * of its fields, of which at most max are set.
 */
int
SanctSplitRecord(char *record, char delimiter, char **field, int max)
{
	char	   *to = record;
	int			n = 0;
	bool		quoted = false;

	if (max > 0)
		field[n] = to;
	for (char *from = record; *from; from++)
	{
		if (*from == '"' && quoted && from[1] == '"')
			*to++ = *from++;
		else if (*from == '"')
			quoted = !quoted;
		else if (*from == delimiter && !quoted)
		{
			*to++ = '\0';
			if (++n < max)
				field[n] = to;
		}
		else
			*to++ = *from;
	}
	*to = '\0';
	return n + 1;
}

/*
 * Take a record apart that stands in one field of another: a spreadsheet that knew no delimiter
 * but the comma has put it there, and tabs behind it
 */
static void
Unwrap(CsvReader *reader)
{
	char	   *record = reader->field[0];
	size_t		length = strlen(record);

	while (length > 0 && record[length - 1] == '\t')
		record[--length] = '\0';
	reader->nfields = SanctSplitRecord(record, reader->delimiter, reader->field, CSV_MAX_FIELDS);
	if (reader->nfields > CSV_MAX_FIELDS)
		SanctCsvError(reader, "Download the file again.",
					  "The record has more than %d columns.", CSV_MAX_FIELDS);
}

/*
 * Make UTF-8 of a field in Windows-1252, which Latin-1 is a part of.  A file is in one encoding:
 * bytes that are no UTF-8 behind some that are, or the other way round, are damage.
 */
static char *
ToUtf8(CsvReader *reader, char *field)
{
	size_t		length = strlen(field);
	int			encoding = PG_UTF8;

	for (size_t i = 0; !IS_HIGHBIT_SET(field[i]); i++)
		if (i == length)
			return field;
	if (pg_encoding_verifymbstr(PG_UTF8, field, length) != length)
		encoding = PG_WIN1252;
	if (reader->encoding >= 0 && reader->encoding != encoding)
		SanctCsvError(reader, "The file is damaged or was converted; download it again.",
					  encoding == PG_UTF8 ? "It is in UTF-8, the records before are in Latin-1." :
					  "It holds bytes that are no UTF-8, the file is in UTF-8.");
	reader->encoding = encoding;
	if (encoding == PG_UTF8)
		return field;
	return (char *) pg_do_encoding_conversion((unsigned char *) field, length, PG_WIN1252, PG_UTF8);
}

/* Complains of a record that has other columns than the header; empty ones may follow */
static void
CheckColumns(CsvReader *reader)
{
	int			n = reader->nfields;

	while (n > reader->ncolumns && reader->field[n - 1][0] == '\0')
		n--;
	if (reader->ncolumns > 0 && n != reader->ncolumns)
		SanctCsvError(reader, "The file is damaged; download it again.",
					  "The record has %s, the header has %d.", SanctCounted(n, "column", "columns"), reader->ncolumns);
}

/* See csv.h */
void
SanctCountRecord(CsvReader *reader)
{
	for (int i = 0; i < reader->nfields; i++)
	{
		const char *text = reader->field[i];

		if (reader->known_field[i] >= 0)
			SanctCountField(reader->known, reader->known_field[i], text[0] && (reader->nothing == NULL ||
							strncmp(text, reader->nothing, strlen(reader->nothing)) != 0));
	}
}

/* Read the next record that is not a blank line; false at the end of the file */
bool
SanctNextRecord(CsvReader *reader)
{
	for (;;)
	{
		int			c;

		CHECK_FOR_INTERRUPTS();
		reader->line = reader->next_line;
		if (AtEnd(reader))
			return false;

		reader->record++;
		reader->nfields = 0;
		resetStringInfo(&reader->buffer);
		do
		{
			BeginField(reader);
			c = ReadField(reader);
			EndField(reader);
		} while (c == reader->delimiter);
		EndRecord(reader, c);

		for (int i = 0; i < reader->nfields; i++)
			reader->field[i] = reader->buffer.data + reader->start[i];
		if (reader->nfields == 1 && reader->field[0][0] == '\0')
		{
			reader->record--;
			continue;
		}
		if (reader->record == 1 && reader->nfields == 1 && reader->delimiter != ',')
			reader->wrapped = strchr(reader->field[0], reader->delimiter) != NULL;
		if (reader->wrapped && reader->nfields == 1)
			Unwrap(reader);
		CheckColumns(reader);
		for (int i = 0; reader->any_encoding && i < reader->nfields; i++)
			reader->field[i] = ToUtf8(reader, reader->field[i]);
		if (reader->known)
			SanctCountRecord(reader);
		return true;
	}
}

/* The same in a memory context that is emptied before, for work on one record at a time */
bool
SanctNextRecordIn(CsvReader *reader, MemoryContext scratch)
{
	MemoryContextReset(scratch);
	MemoryContextSwitchTo(scratch);
	return SanctNextRecord(reader);
}

/* The place of a column's name among others, or -1 */
static int
FindName(const char *column, const char *const *names, int nnames)
{
	for (int i = 0; i < nnames; i++)
	{
		if (names[i] && SanctIsColumnNamed(column, names[i]))
			return i;
	}
	return -1;
}

/* The field of a column in the only group of its format, -1: not known */
static int
FindKnownColumn(const char *name, const SmListGroup *group)
{
	for (int i = 0; i < group->count; i++)
	{
		if (SanctIsColumnNamed(name, sm_list_fields[group->first + i].name))
			return group->first + i;
	}
	return -1;
}

/* Complain of columns that a file cannot be read without, and of those that it must have, or warn of these */
static void
CheckHeader(CsvReader *reader, const SmListGroup *group)
{
	StringInfoData absent;

	initStringInfo(&absent);
	for (int i = 0; i < group->count; i++)
	{
		const SmListField *field = &sm_list_fields[group->first + i];
		int			length = (int) strcspn(field->name, "|");
		bool		found = false;

		for (int column = 0; column < reader->nfields; column++)
			found = found || reader->known_field[column] == group->first + i;
		if (found || field->presence > SM_LIST_MUST)
			continue;
		if (field->presence == SM_LIST_KEY)
			SanctCsvError(reader, HINT_FILE_DAMAGED, "The header has no column \"%.*s\".", length, field->name);
		appendStringInfo(&absent, "%s\"%.*s\"", absent.len > 0 ? ", " : "", length, field->name);
	}
	if (absent.len > 0 && !reader->known->part)
		SanctCsvError(reader, "A publisher who renames a column takes what stands in it from the list. If the file is "
					  "in order or an extract, pass max_removed => 1.", "The header lacks columns: %s.", absent.data);
	if (absent.len > 0)
		ereport(WARNING,
				(errmsg("the header of file \"%s\" lacks columns", reader->file),
				 errdetail_internal("They are %s.", absent.data)));
}

/*
 * Take the current record as the header: sets the column of each of the names, of which some may be NULL, -1 if the
 * file does not have it.  Complains or warns of columns that the format does not know and of those that it must have.
 */
void
SanctReadCsvHeader(CsvReader *reader, const char *const *names, int nnames, KnownFields *known, int *column)
{
	const SmListGroup *group = &sm_list_groups[known->format->first];

	reader->known = known;
	for (int i = 0; i < nnames; i++)
		column[i] = -1;
	/* a record may have empty fields behind the last column */
	for (int i = 0; i < CSV_MAX_FIELDS; i++)
		reader->known_field[i] = -1;
	for (int i = 0; i < reader->nfields; i++)
	{
		char	   *name = SanctCsvValue(reader, i);
		int			found = name ? FindName(name, names, nnames) : -1;

		reader->known_field[i] = name ? FindKnownColumn(name, group) : -1;
		if (found >= 0 && column[found] < 0)
			column[found] = i;
		if (name && reader->known_field[i] < 0)
		{
			MakeText(name);
			SanctNoteUnknown(known, "column", name, NULL, reader->line);
		}
	}
	SanctWarnOfUnknown(known);
	CheckHeader(reader, group);
	reader->ncolumns = reader->nfields;
	while (SanctCsvValue(reader, reader->ncolumns - 1) == NULL)
		reader->ncolumns--;
}

/* Count what the columns of a file without a header hold, which are the fields of a group */
void
SanctCountColumns(CsvReader *reader, KnownFields *known, int group)
{
	reader->known = known;
	for (int i = 0; i < CSV_MAX_FIELDS; i++)
		reader->known_field[i] = i < sm_list_groups[group].count ? sm_list_groups[group].first + i : -1;
}

/* A text without the blanks around it, in its place; NULL if nothing is left */
char *
SanctTrimField(char *text)
{
	size_t		length;

	text += strspn(text, BLANKS);
	length = strlen(text);
	while (length > 0 && strchr(BLANKS, text[length - 1]))
		text[--length] = '\0';
	return length == 0 ? NULL : text;
}

/*
 * The text of a column without blanks around it; NULL if there is none.  The column may be -1.
 */
char *
SanctCsvValue(CsvReader *reader, int column)
{
	return column < 0 || column >= reader->nfields ? NULL : SanctTrimField(reader->field[column]);
}
