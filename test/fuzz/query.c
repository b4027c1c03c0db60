/*
 * Fuzz target of the input of types sanct_query and sanct_reading: the input is a value as text and one as a
 * message.  What is taken is shown, and taken again as the same.  Run by make fuzz.
 */
#include "typed.h"

#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"

/* A type by its functions */
typedef struct TypeFunctions
{
	PGFunction	in;
	PGFunction	out;
	PGFunction	receive;
	PGFunction	send;
} TypeFunctions;

static const TypeFunctions types[] =
{
	{sanct_query_in, sanct_query_out, sanct_query_recv, sanct_query_send},
	{sanct_reading_in, sanct_reading_out, sanct_reading_recv, sanct_reading_send},
};

typedef struct TypeInput
{
	const TypeFunctions *type;
	char	   *text;			/* ends in NUL */
	const uint8 *bytes;
	size_t		length;
} TypeInput;

static Datum
Call(PGFunction function, Datum arg)
{
	return stub_call(function, 1, &arg);
}

/* Takes a value out of a message */
static Datum
Receive(PGFunction receive, const void *bytes, size_t length)
{
	StringInfoData message;

	initStringInfo(&message);
	appendBinaryStringInfo(&message, bytes, length);
	return Call(receive, PointerGetDatum(&message));
}

static void
DemandSame(Datum a, Datum b, const char *what)
{
	Demand(VARSIZE_ANY(DatumGetPointer(a)) == VARSIZE_ANY(DatumGetPointer(b)) &&
		   memcmp(DatumGetPointer(a), DatumGetPointer(b), VARSIZE_ANY(DatumGetPointer(a))) == 0, what);
}

/* What holds for a value, whose text may be no UTF-8 where the database is in SQL_ASCII */
static void
CheckValue(const TypeFunctions *type, Datum value)
{
	const char *text = DatumGetCString(Call(type->out, value));
	bytea	   *message = DatumGetByteaPP(Call(type->send, value));

	DemandSame(Call(type->in, CStringGetDatum(text)), value, "the text of a value is taken as it");
	if (pg_verifymbstr(VARDATA_ANY(message), VARSIZE_ANY_EXHDR(message), true))
		DemandSame(Receive(type->receive, VARDATA_ANY(message), VARSIZE_ANY_EXHDR(message)), value,
				   "the message of a value is taken as it");
}

static void
TakeAsText(void *arg)
{
	TypeInput  *input = arg;

	CheckValue(input->type, Call(input->type->in, CStringGetDatum(input->text)));
}

static void
TakeAsMessage(void *arg)
{
	TypeInput  *input = arg;

	CheckValue(input->type, Receive(input->type->receive, input->bytes, input->length));
}

/* A name as text, with a threshold; of a reading made of it; both match themselves or nothing */
static void
MakeQueries(void *arg)
{
	TypeInput  *input = arg;
	Datum		name = PointerGetDatum(stub_varlena(input->text, strlen(input->text)));
	Datum		reading = Call(sanct_reading_in, CStringGetDatum(input->text));
	Datum		query = stub_call(sanct_query, 2, (Datum[]) {name, Float4GetDatum(0.7)});
	bool		matches = DatumGetBool(stub_call(sanct_query_match, 2, (Datum[]) {query, name}));

	DemandSame(stub_call(sanct_reading_query, 2, (Datum[]) {reading, Float4GetDatum(0.7)}), query,
			   "queries of a name and of its reading");
	Demand(matches == DatumGetBool(stub_call(sanct_match_query, 2, (Datum[]) {name, query})), "a query turned round");
	Demand(matches == DatumGetBool(stub_call(sanct_query_reading_match, 2, (Datum[]) {query, reading})),
		   "a query of a name and of its reading");
	Call(sanct_reading_keys, reading);
	stub_call(sanct_romanize, 2, (Datum[]) {name, PointerGetDatum(stub_varlena("revised", 7))});
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	TypeInput	input = {NULL, strndup((const char *) bytes, length), bytes, length};

	for (int i = 0; i < lengthof(types); i++)
	{
		input.type = &types[i];
		stub_run(TakeAsText, &input);
		stub_reset_memory();
		stub_run(TakeAsMessage, &input);
		stub_reset_memory();
	}
	stub_run(MakeQueries, &input);
	stub_reset_memory();
	free(input.text);
	return 0;
}
