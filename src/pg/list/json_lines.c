/* The lines of a file that holds a JSON object on each, and where a damaged one is damaged */
#include "postgres.h"

#include "pg/list/json_lines.h"

#include "common/jsonapi.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"

#include "pg/base/shown.h"
#include "pg/list/damage.h"

#define UTF8_BOM "\xEF\xBB\xBF"

/* Bytes of a line: a file without line ends must not be taken into memory */
#define LINE_MAX_BYTES (16 * 1024 * 1024)

#define HINT_AGAIN "Download the file again."

/* What is known while an object is taken apart */
typedef struct JsonTaker
{
	JsonLines  *lines;
	JsonRecord *record;
	const char *inside;
	int			depth;			/* of objects and arrays around */
	bool		in_array;
	bool		in_inner;
	JsonField  *field;			/* that values go to */
} JsonTaker;

/* Tell where we are when something else than the reader complains, such as an encoding */
static void
JsonContext(void *arg)
{
	JsonLines  *lines = (JsonLines *) arg;

	errcontext("file \"%s\", line %lld", lines->file, (long long) lines->line);
}

/* See json_lines.h */
void
SanctJsonLineError(JsonLines *lines, const char *hint, const char *format,...)
{
	char	   *detail;
	va_list		args;

	va_start(args, format);
	detail = SanctFormatDetail(format, args);
	va_end(args);
	/* the message has the position already */
	error_context_stack = lines->context.previous;
	ereport(ERROR,
			(errcode(ERRCODE_BAD_COPY_FILE_FORMAT),
			 errmsg("file \"%s\" is damaged: line %lld", lines->file, (long long) lines->line),
			 errdetail_internal("%s", SanctShownSentence(detail)),
			 hint ? errhint("%s", hint) : 0));
	pg_unreachable();
}

/* Refuse what is no file of JSON lines at all: nothing, UTF-16, an archive, XML, CSV */
static void
CheckIsJson(JsonLines *lines)
{
	Source	   *source = lines->source;
	bool		empty = PeekSource(source) < 0;
	const char *data = source->window + source->position;
	size_t		length = source->length - source->position;
	size_t		i = 0;

	lines->line = 1;
	if (empty)
		SanctJsonLineError(lines, HINT_AGAIN, "The file is empty.");
	if (length >= 2 && (memcmp(data, "\xFF\xFE", 2) == 0 || memcmp(data, "\xFE\xFF", 2) == 0))
		SanctJsonLineError(lines, "Give the file as the publisher offers it.",
						   "The file is in UTF-16, expected UTF-8.");
	if (length >= 2 && (memcmp(data, "PK", 2) == 0 || memcmp(data, "\x1F\x8B", 2) == 0))
		SanctJsonLineError(lines, "Unpack the file first.", "The file is a compressed archive.");
	if (length >= 3 && memcmp(data, UTF8_BOM, 3) == 0)
		source->position += i = 3;
	i += strspn(pnstrdup(data + i, Min(length - i, 100)), " \t\r\n");
	if (i >= length)
		SanctJsonLineError(lines, HINT_AGAIN, "The file holds no line.");
	if (data[i] == '<')
		SanctJsonLineError(lines, "A list in XML is loaded by the function whose name ends in _xml.",
						   "The file is an XML or HTML document, expected JSON.");
	if (data[i] == '[')
		SanctJsonLineError(lines, "Give the file as the publisher offers it.",
						   "The file is one array, expected an object on each line.");
	if (data[i] != '{')
		SanctJsonLineError(lines, "A list in CSV is loaded by the function whose name ends in _csv.",
						   "The file does not begin with an object in JSON.");
	lines->line = 0;
}

/* See json_lines.h */
void
SanctOpenJsonLines(JsonLines *lines, Source *source)
{
	memset(lines, 0, sizeof(*lines));
	lines->file = source->name;
	lines->source = source;
	initStringInfo(&lines->text);
	lines->context.callback = JsonContext;
	lines->context.arg = lines;
	lines->context.previous = error_context_stack;
	error_context_stack = &lines->context;
	CheckIsJson(lines);
}

/* See json_lines.h */
void
SanctCloseJsonLines(JsonLines *lines)
{
	error_context_stack = lines->context.previous;
	pfree(lines->text.data);
}

/* Read up to a line end; false at the end of the file */
static bool
ReadLine(JsonLines *lines)
{
	Source	   *source = lines->source;

	resetStringInfo(&lines->text);
	while (PeekSource(source) >= 0)
	{
		const char *from = source->window + source->position;
		size_t		length = source->length - source->position;
		const char *end = memchr(from, '\n', length);

		if (end)
			length = end - from;
		CHECK_FOR_INTERRUPTS();
		if (lines->text.len + length > LINE_MAX_BYTES)
			SanctJsonLineError(lines, HINT_AGAIN, "The line has more than %d bytes.", LINE_MAX_BYTES);
		appendBinaryStringInfo(&lines->text, from, length);
		source->position += length;
		if (end)
		{
			source->position++;
			return true;
		}
	}
	if (lines->text.len > 0)
		SanctJsonLineError(lines, "The file seems to be cut off; download it again.",
						   "The last line has no line end, expected one.");
	return false;
}

/* See json_lines.h */
bool
SanctNextJsonLine(JsonLines *lines)
{
	do
	{
		lines->line++;
		if (!ReadLine(lines))
			return false;
	} while (strspn(lines->text.data, " \t\r") == lines->text.len);
	if (pg_encoding_verifymbstr(PG_UTF8, lines->text.data, lines->text.len) != lines->text.len)
		SanctJsonLineError(lines, HINT_AGAIN, "The line holds bytes that are no UTF-8.");
	return true;
}

/* The code unit of \uXXXX, or -1 */
static int
CodeUnit(const char *s)
{
	int			unit = 0;

	if (s[0] != '\\' || s[1] != 'u')
		return -1;
	for (int i = 2; i < 6; i++)
	{
		const char *digits = "0123456789abcdefABCDEF";
		const char *digit = s[i] ? strchr(digits, s[i]) : NULL;

		if (digit == NULL)
			return -1;
		unit = unit * 16 + (int) (digit - digits) - (digit - digits > 15 ? 6 : 0);
	}
	return unit;
}

/*
 * Write letters beyond ASCII that are escaped as UTF-8, as others are: the parser would make letters of the database's
 * encoding of them alone.  What is no letter is left to it to complain of
 */
static void
Unescape(StringInfo to, const char *from)
{
	while (*from)
	{
		int			unit = CodeUnit(from);
		int			low = unit >= 0 ? CodeUnit(from + 6) : -1;
		pg_wchar	letter = unit < 0 ? 0 : unit;
		int			taken = 6;
		unsigned char utf8[5] = {0};

		if (is_utf16_surrogate_first(letter) && low >= 0 && is_utf16_surrogate_second(low))
		{
			letter = surrogate_pair_to_codepoint(letter, low);
			taken = 12;
		}
		if (letter < 0x80 || (letter >= 0xD800 && letter <= 0xDFFF))
		{
			appendStringInfoChar(to, *from);
			if (*from++ == '\\' && *from)
				appendStringInfoChar(to, *from++);
			continue;
		}
		unicode_to_utf8(letter, utf8);
		appendStringInfoString(to, (char *) utf8);
		from += taken;
	}
}

/* Begin an object or an array: an object inside another than the one that is told is none of these records */
static SanctJsonResult
TakeJsonBegin(JsonTaker *taker, bool object)
{
	if (taker->depth == 0 && !object)
		SanctJsonLineError(taker->lines, "Give the file as the publisher offers it.",
						   "The line is an array, expected an object.");
	if (object && taker->depth == 1)
		taker->in_inner = taker->field && strcmp(taker->field->name, taker->inside) == 0;
	if (object && taker->depth > 1)
		SanctJsonLineError(taker->lines, "Give the file in which each object stands on a line of its own.",
						   "An object stands inside another, expected none.");
	taker->depth++;
	SANCT_JSON_SUCCESS;
}

static SanctJsonResult
TakeObjectStart(void *state)
{
	return TakeJsonBegin(state, true);
}

/* End an object or an array */
static SanctJsonResult
TakeJsonEnd(void *state)
{
	JsonTaker  *taker = state;

	if (--taker->depth == 1)
		taker->in_inner = false;
	SANCT_JSON_SUCCESS;
}

/* Begin an array: one inside another is none of a record's, and thousands of them would exhaust the stack */
static SanctJsonResult
TakeArrayStart(void *state)
{
	JsonTaker  *taker = state;

	if (taker->in_array)
		SanctJsonLineError(taker->lines, HINT_AGAIN, "An array stands inside another, expected none.");
	taker->in_array = true;
	return TakeJsonBegin(taker, false);
}

static SanctJsonResult
TakeArrayEnd(void *state)
{
	((JsonTaker *) state)->in_array = false;
	return TakeJsonEnd(state);
}

/* Begin the value of a key */
static SanctJsonResult
TakeJsonKey(void *state, char *name, bool isnull)
{
	JsonTaker  *taker = state;
	List	  **fields = taker->in_inner ? &taker->record->inner : &taker->record->fields;

	taker->field = palloc0(sizeof(JsonField));
	taker->field->name = name;
	/* an object that is not told is a key alone */
	if (taker->depth == 1 || taker->in_inner)
		*fields = lappend(*fields, taker->field);
	SANCT_JSON_SUCCESS;
}

/* Refuse a value, as its text is too long */
static void
RefuseLongValue(const JsonTaker *taker)
{
	/* the message has the position already */
	error_context_stack = taker->lines->context.previous;
	SanctRefuseLongText(psprintf("A value of \"%s\"", taker->field ? SanctShown(taker->field->name) : ""),
						psprintf("file \"%s\", line %lld", taker->lines->file, (long long) taker->lines->line));
}

/* Take a text, a number, true or false */
static SanctJsonResult
TakeJsonValue(void *state, char *token, JsonTokenType type)
{
	JsonTaker  *taker = state;

	if (taker->depth == 0)
		SanctJsonLineError(taker->lines, HINT_AGAIN, "The line is no object.");
	if (strlen(token) > LIST_TEXT_MAX)
		RefuseLongValue(taker);
	if (taker->field && type != JSON_TOKEN_NULL && token[strspn(token, " \t\r\n")] != '\0')
		taker->field->values = lappend(taker->field->values, token);
	SANCT_JSON_SUCCESS;
}

/* See json_lines.h */
JsonRecord *
SanctReadJsonRecord(JsonLines *lines, StringInfo text, const char *inside)
{
	JsonTaker	taker = {.lines = lines, .record = palloc0(sizeof(JsonRecord)), .inside = inside};
	JsonSemAction action = {
		.semstate = &taker, .object_start = TakeObjectStart, .object_end = TakeJsonEnd, .array_start = TakeArrayStart,
		.array_end = TakeArrayEnd, .object_field_start = TakeJsonKey, .scalar = TakeJsonValue
	};
	StringInfoData plain = *text;
	JsonLexContext *lex;
	JsonParseErrorType error;

	if (strstr(text->data, "\\u"))
	{
		initStringInfo(&plain);
		Unescape(&plain, text->data);
	}
	lex = SanctJsonLexer(plain.data, plain.len, PG_UTF8);
	error = pg_parse_json(lex, &action);
	if (error != JSON_SUCCESS)
		SanctJsonLineError(lines, HINT_AGAIN, "It is no JSON from byte %d on.",
						   lex->token_start ? (int) (lex->token_start - lex->input) + 1 : 1);
	return taker.record;
}

/* See json_lines.h */
JsonField *
SanctFindJsonField(List *fields, const char *name)
{
	ListCell   *cell;

	foreach(cell, fields)
		if (strcmp(((JsonField *) lfirst(cell))->name, name) == 0)
			return lfirst(cell);
	return NULL;
}

/* See json_lines.h */
List *
SanctJsonValues(List *fields, const char *name)
{
	JsonField  *field = SanctFindJsonField(fields, name);

	return field ? field->values : NIL;
}

/* See json_lines.h */
char *
SanctFirstJsonValue(List *fields, const char *name)
{
	List	   *values = SanctJsonValues(fields, name);

	return values ? linitial(values) : NULL;
}
