/*
 * csv.c: the records of a CSV file, and where a damaged one is damaged
 */
#include "postgres.h"

#include "mb/pg_wchar.h"

#include "csv.h"
#include "miscadmin.h"

#define END_MARK '\x1A'

/* Tells where we are when something else than the reader complains, such as an encoding */
static void
CsvContext(void *arg)
{
	CsvReader  *reader = (CsvReader *) arg;

	errcontext("file \"%s\", record %lld, line %lld", reader->file,
			   (long long) reader->record, (long long) reader->line);
}

/*
 * Reports damage in the current record.  The detail says what stood there and what was expected;
 * it is given as a format.
 */
void
csv_error(CsvReader *reader, const char *hint, const char *format,...)
{
	StringInfoData detail;

	initStringInfo(&detail);
	for (;;)
	{
		va_list		args;
		int			needed;

		va_start(args, format);
		needed = appendStringInfoVA(&detail, format, args);
		va_end(args);
		if (needed == 0)
			break;
		enlargeStringInfo(&detail, needed);
	}

	/* what the file holds may be no text */
	if (!pg_verifymbstr(detail.data, detail.len, true))
		for (int i = 0; i < detail.len; i++)
			if (IS_HIGHBIT_SET(detail.data[i]))
				detail.data[i] = '?';
	/* the message has the position already */
	error_context_stack = reader->context.previous;
	ereport(ERROR,
			(errcode(ERRCODE_BAD_COPY_FILE_FORMAT),
			 errmsg("file \"%s\" is damaged: record %lld, line %lld", reader->file,
					(long long) reader->record, (long long) reader->line),
			 errdetail_internal("%s", detail.data),
			 hint ? errhint("%s", hint) : 0));
	pg_unreachable();
}

/* Refuses what is no CSV file at all: nothing, UTF-16, an archive, XML, an error page */
static void
CheckKind(CsvReader *reader)
{
	const char *data = reader->data;
	size_t		length = reader->length;
	size_t		i = reader->position;

	reader->record = 1;
	if (length == 0)
		csv_error(reader, "Download the file again.", "The file is empty.");
	if (length >= 2 && (memcmp(data, "\xFF\xFE", 2) == 0 || memcmp(data, "\xFE\xFF", 2) == 0))
		csv_error(reader, "Give the file as the publisher offers it.",
				  "The file is in UTF-16, expected ASCII or UTF-8.");
	if (length >= 2 && (memcmp(data, "PK", 2) == 0 || memcmp(data, "\x1F\x8B", 2) == 0))
		csv_error(reader, "Unpack the file first.", "The file is a compressed archive.");
	while (i < length && (data[i] == ' ' || data[i] == '\t' || data[i] == '\r' || data[i] == '\n'))
		i++;
	if (i == length || (data[i] == END_MARK && i + 1 == length))
		csv_error(reader, "Download the file again.", "The file holds no record.");
	if (data[i] == '<')
		csv_error(reader, "A UN list in XML is loaded by sanct_import_un_xml().",
				  "The file is an XML or HTML document, expected CSV.");
	reader->record = 0;
}

/* Starts to read a document; messages will call it file.  To be closed with csv_close(). */
void
csv_open(CsvReader *reader, const char *file, const bytea *document)
{
	memset(reader, 0, sizeof(*reader));
	reader->file = file;
	reader->data = VARDATA_ANY(document);
	reader->length = VARSIZE_ANY_EXHDR(document);
	reader->line = reader->next_line = 1;
	initStringInfo(&reader->buffer);

	reader->context.callback = CsvContext;
	reader->context.arg = reader;
	reader->context.previous = error_context_stack;
	error_context_stack = &reader->context;

	if (reader->length >= 3 && memcmp(reader->data, "\xEF\xBB\xBF", 3) == 0)
		reader->position = 3;
	CheckKind(reader);
}

/* Ends the reading and takes back the error context */
void
csv_close(CsvReader *reader)
{
	error_context_stack = reader->context.previous;
	pfree(reader->buffer.data);
}

/* True at the end of the file; a 0x1A with more than line ends behind it is damage */
static bool
AtEnd(CsvReader *reader)
{
	size_t		i = reader->position;

	if (i >= reader->length)
		return true;
	if (reader->data[i] != END_MARK)
		return false;

	reader->record++;
	for (i++; i < reader->length; i++)
	{
		if (reader->data[i] != '\n' && reader->data[i] != '\r' && reader->data[i] != END_MARK)
			csv_error(reader,
					  "Another file seems to be joined to this one; download it again.",
					  "%zu bytes follow the end-of-file mark 0x1A, expected none.",
					  reader->length - reader->position - 1);
	}
	reader->record--;
	reader->position = reader->length;
	reader->end_mark = true;
	return true;
}

/* Ends a field at the buffer's end; the pointers are set when the record is complete */
static void
EndField(CsvReader *reader)
{
	appendStringInfoChar(&reader->buffer, '\0');
	reader->nfields++;
}

/* Begins a field at the buffer's end */
static void
BeginField(CsvReader *reader)
{
	if (reader->nfields >= CSV_MAX_FIELDS)
		csv_error(reader, "Download the file again.",
				  "The record has more than %d columns.", CSV_MAX_FIELDS);
	reader->start[reader->nfields] = reader->buffer.len;
}

/*
 * Takes the bytes of one field up to the comma, line end or end mark behind it, without quotes.
 * Returns with the position on that byte.
 */
static void
ReadField(CsvReader *reader)
{
	const char *data = reader->data;
	bool		quoted = false;

	while (reader->position < reader->length)
	{
		size_t		i = reader->position;
		char		c = data[i];
		bool		more = i + 1 < reader->length;

		if (c == '\0')
			csv_error(reader, "Download the file again.", "The record holds a zero byte.");
		if (c == '"')
		{
			if (quoted && more && data[i + 1] == '"')
			{
				appendStringInfoChar(&reader->buffer, '"');
				reader->position++;
			}
			else
				quoted = !quoted;
			reader->position++;
			continue;
		}
		if (quoted && c == '\n')
			reader->next_line++;
		if (!quoted)
		{
			if (c == ',' || c == '\n' || c == END_MARK)
				return;
			if (c == '\r')
			{
				if (!more || data[i + 1] == '\n')
					return;
				csv_error(reader, "Download the file again.",
						  "An unquoted carriage return stands inside the record.");
			}
		}
		appendStringInfoChar(&reader->buffer, c);
		reader->position++;
	}
	if (quoted)
		csv_error(reader, "The file seems to be cut off; download it again.",
				  "The file ends inside a quoted column, expected a closing quote.");
}

/* Steps over the line end behind a record; a record without one has been cut off */
static void
EndRecord(CsvReader *reader)
{
	const char *data = reader->data;

	if (reader->position < reader->length && data[reader->position] == END_MARK)
		return;
	if (reader->position < reader->length && data[reader->position] == '\r')
	{
		reader->position++;
		reader->crlf = true;
	}
	if (reader->position >= reader->length)
		csv_error(reader, "The file seems to be cut off; download it again.",
				  "The last record has %d columns and no line end, expected a line end.",
				  reader->nfields);
	reader->position++;
	reader->next_line++;
}

/* Reads the next record that is not a blank line; false at the end of the file */
bool
csv_next(CsvReader *reader)
{
	for (;;)
	{
		CHECK_FOR_INTERRUPTS();
		reader->line = reader->next_line;
		if (AtEnd(reader))
			return false;

		reader->record++;
		reader->nfields = 0;
		resetStringInfo(&reader->buffer);
		for (;;)
		{
			BeginField(reader);
			ReadField(reader);
			EndField(reader);
			if (reader->position >= reader->length || reader->data[reader->position] != ',')
				break;
			reader->position++;
		}
		EndRecord(reader);

		for (int i = 0; i < reader->nfields; i++)
			reader->field[i] = reader->buffer.data + reader->start[i];
		if (reader->nfields > 1 || reader->field[0][0] != '\0')
			return true;
		reader->record--;
	}
}
