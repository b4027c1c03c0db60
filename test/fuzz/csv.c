/*
 * Fuzz target of the CSV reader: the first byte of the input tells the delimiter and the encodings, the
 * rest is the file.  It reads the same however much of the file is in memory.  Run by make fuzz.
 */
#include "harness.h"

#include "lib/stringinfo.h"
#include "pg/list/csv.h"
#include "pg/list/source.h"
#include "utils/memutils.h"

#define TRANSCRIPT_MAX (1 << 20)

typedef struct CsvInput
{
	uint8		options;
	const uint8 *bytes;
	size_t		length;
	int			chunk;			/* of the large object that it is given as, 0: as a bytea */
} CsvInput;

/* What was read of an input, and what was complained of */
typedef struct Transcript
{
	char		text[TRANSCRIPT_MAX];
	size_t		length;
} Transcript;

static Transcript *transcript;

static void
Note(const char *text)
{
	size_t		length = strlen(text) + 1;

	if (transcript->length + length > TRANSCRIPT_MAX)
		return;
	memcpy(transcript->text + transcript->length, text, length);
	transcript->length += length;
}

/* Takes a copy of a field apart that holds a record itself */
static void
SplitField(const char *text)
{
	char	   *copy = pstrdup(text);
	char	   *field[3];
	int			n = SanctSplitRecord(copy, ';', field, lengthof(field));

	for (int i = 0; i < Min(n, lengthof(field)); i++)
		Demand(field[i] >= copy && field[i] + strlen(field[i]) <= copy + strlen(text), "a field is inside its record");
	pfree(copy);
}

static Source *
OpenInput(CsvInput *input)
{
	LOCAL_FCINFO(fcinfo, 2);

	InitFunctionCallInfoData(*fcinfo, NULL, 2, InvalidOid, NULL, NULL);
	fcinfo->args[0].isnull = input->chunk > 0;
	fcinfo->args[1].isnull = input->chunk == 0;
	if (input->chunk == 0)
		fcinfo->args[0].value = PointerGetDatum(stub_varlena(input->bytes, input->length));
	else
	{
		stub_set_object(1, input->bytes, input->length, input->chunk);
		fcinfo->args[1].value = ObjectIdGetDatum(1);
	}
	return SanctOpenSource(fcinfo, "file", 0, 1);
}

static void
ReadFile(void *arg)
{
	static const char *const names[] = {"id", "name|title", "*_date", NULL};
	CsvInput   *input = arg;
	int			column[lengthof(names)];
	MemoryContext scratch = AllocSetContextCreate(CurrentMemoryContext, "record", ALLOCSET_DEFAULT_SIZES);
	MemoryContext context = CurrentMemoryContext;
	CsvReader	reader;
	Source	   *source = OpenInput(input);

	SanctOpenCsv(&reader, source, input->options & 1 ? ';' : ',');
	reader.any_encoding = (input->options & 2) != 0;
	if ((input->options & 4) && SanctNextRecord(&reader))
		SanctReadCsvHeader(&reader, names, lengthof(names), SanctKnowFields("opensanctions_csv", "file"), column);
	while (SanctNextRecordIn(&reader, scratch))
	{
		Demand(reader.nfields > 0 && reader.nfields <= CSV_MAX_FIELDS, "number of fields");
		for (int i = -1; i <= reader.nfields; i++)
		{
			char	   *value = SanctCsvValue(&reader, i);

			if (reader.any_encoding)
				stub_demand_text(value, "a field is text");
			Note(value ? value : "-");
			if (value)
				SplitField(value);
		}
	}
	MemoryContextSwitchTo(context);
	SanctCloseCsv(&reader);
	SanctCloseSource(source);
}

static void
Transcribe(Transcript *result, CsvInput *input)
{
	result->length = 0;
	transcript = result;
	stub_run(ReadFile, input);
	Note(stub_said() ? stub_said() : "-");
	stub_reset_memory();
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	CsvInput	input = {length > 0 ? bytes[0] : 0, bytes + 1, length - 1, 0};
	static Transcript whole;
	static Transcript pieces;

	if (length == 0 || stub_begins_blank(input.bytes, input.length))
		return 0;
	Transcribe(&whole, &input);
	input.chunk = 1 + (input.options >> 3);
	Transcribe(&pieces, &input);
	Demand(whole.length == pieces.length && memcmp(whole.text, pieces.text, whole.length) == 0,
		   "a file reads the same in pieces");
	return 0;
}
