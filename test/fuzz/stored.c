/*
 * Fuzz target of what has been stored and damaged: the input is two names and bytes by which their readings,
 * queries and index keys are changed, or these values as they stand.  All functions that take such values are
 * called, and answer or complain.  Run by make fuzz.
 */
#include "typed.h"

#include "access/gist.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"

extern Datum sanct_gist_union(PG_FUNCTION_ARGS);
extern Datum sanct_gist_penalty(PG_FUNCTION_ARGS);
extern Datum sanct_gist_picksplit(PG_FUNCTION_ARGS);
extern Datum sanct_gist_same(PG_FUNCTION_ARGS);
extern Datum sanct_reading_gist_consistent(PG_FUNCTION_ARGS);
extern Datum sanct_reading_gist_distance(PG_FUNCTION_ARGS);
extern Datum sanct_gist_consistent(PG_FUNCTION_ARGS);

#define PATCHES_MAX 15
#define RAW 0x80

/* A byte to be changed */
typedef struct Patch
{
	size_t		offset;
	uint8		change;
} Patch;

typedef struct StoredInput
{
	bool		raw;			/* values as they stand */
	int			npatches;
	Patch		patch[PATCHES_MAX];
	const uint8 *bytes[2];
	size_t		length[2];
	int			reading_length[2];
	uint8		reading[2][SM_READING_MAX];
} StoredInput;

typedef struct Call
{
	PGFunction	function;
	int			nargs;
	Datum		args[8];
} Call;

static void
RunCall(void *arg)
{
	Call	   *call = arg;

	stub_call(call->function, call->nargs, call->args);
}

/* Damages what stands behind the head of a value, the patches of which the count has this parity */
static Datum
Damage(const StoredInput *input, Datum value, int parity)
{
	char	   *data = VARDATA_ANY(DatumGetPointer(value));
	size_t		length = VARSIZE_ANY_EXHDR(DatumGetPointer(value));

	for (int i = parity; i < input->npatches && length > 0; i += 2)
		data[input->patch[i].offset % length] ^= input->patch[i].change;
	return value;
}

/* The value of a side, a query or reading of a name */
static Datum
MakeValue(const StoredInput *input, int side, bool query)
{
	size_t		head = query ? offsetof(SanctQuery, data) : offsetof(SanctReading, data);
	size_t		size = head + input->reading_length[side] + input->length[side];
	struct varlena *value;

	if (input->raw)
		return PointerGetDatum(stub_varlena(input->bytes[side], input->length[side]));
	value = palloc0(size);
	SET_VARSIZE(value, size);
	if (query)
		((SanctQuery *) value)->threshold = 700;
	if (query)
		((SanctQuery *) value)->reading_length = input->reading_length[side];
	else
		((SanctReading *) value)->reading_length = input->reading_length[side];
	memcpy((char *) value + head, input->reading[side], input->reading_length[side]);
	memcpy((char *) value + head + input->reading_length[side], input->bytes[side], input->length[side]);
	return Damage(input, PointerGetDatum(value), side);
}

/* The index key of a side: the reading without what is around it */
static Datum
MakeLeaf(const StoredInput *input, int side)
{
	if (input->raw)
		return PointerGetDatum(stub_varlena(input->bytes[side], input->length[side]));
	return Damage(input, PointerGetDatum(stub_varlena(input->reading[side], input->reading_length[side])), side);
}

/* A function and what it takes: Q a query, R a reading, each of the next side; F a threshold */
typedef struct Signature
{
	PGFunction	function;
	const char *args;
} Signature;

static const Signature signatures[] =
{
	{sanct_reading_out, "R"}, {sanct_reading_send, "R"}, {sanct_reading_query, "RF"},
	{sanct_reading_similarity, "RR"}, {sanct_reading_distance, "RR"}, {sanct_reading_match, "RR"},
	{sanct_reading_weight, "RR"}, {sanct_reading_matches, "RRF"}, {sanct_reading_keys, "R"},
	{sanct_reading_explain, "RR"}, {sanct_reading_readings, "R"}, {sanct_reading_tier, "RR"},
	{sanct_reading_match_query, "RQ"}, {sanct_query_reading_match, "QR"},
	{sanct_query_out, "Q"}, {sanct_query_send, "Q"}, {sanct_query_match, "QN"}, {sanct_match_query, "NQ"},
};

/* Calls a function with values that no other one has seen */
static void
CallFunction(const StoredInput *input, const Signature *signature)
{
	Call		call = {signature->function, strlen(signature->args)};
	int			side = 0;

	for (int i = 0; i < call.nargs; i++)
	{
		if (signature->args[i] == 'F')
			call.args[i] = Float4GetDatum(0.5);
		else if (signature->args[i] == 'N')
			call.args[i] = PointerGetDatum(stub_varlena("Kim Jong Un", 11));
		else
			call.args[i] = MakeValue(input, side++, signature->args[i] == 'Q');
	}
	stub_run(RunCall, &call);
	stub_reset_memory();
}

typedef struct IndexCall
{
	const StoredInput *input;
	int			which;
	Datum		inner;
} IndexCall;

static GISTENTRY
Entry(Datum key)
{
	GISTENTRY	entry;

	gistentryinit(entry, key, NULL, NULL, FirstOffsetNumber, true);
	return entry;
}

/* The summary of both leaves, damaged itself */
static Datum
MakeInner(const StoredInput *input)
{
	GistEntryVector *vector = palloc(GEVHDRSZ + 2 * sizeof(GISTENTRY));
	StoredInput whole = *input;
	int			size;

	whole.npatches = 0;
	vector->n = 2;
	vector->vector[0] = Entry(MakeLeaf(&whole, 0));
	vector->vector[1] = Entry(MakeLeaf(&whole, 1));
	return Damage(input, stub_call(sanct_gist_union, 2, (Datum[]) {PointerGetDatum(vector), PointerGetDatum(&size)}),
				  1);
}

/* Looks for a query in a key, and calls what makes a tree of keys */
static void
RunIndexCall(void *arg)
{
	IndexCall  *call = arg;
	const StoredInput *input = call->input;
	GistEntryVector *vector = palloc(GEVHDRSZ + 3 * sizeof(GISTENTRY));
	GISTENTRY	leaf = Entry(MakeLeaf(input, 1));
	GISTENTRY	other = Entry(MakeLeaf(input, 0));
	GISTENTRY	inner = Entry(call->which & 1 ? MakeInner(input) : leaf.key);
	Datum		query = MakeValue(input, 0, call->which & 2);
	Datum		strategy = UInt16GetDatum(call->which & 2 ? 3 : 1);
	GIST_SPLITVEC split;
	float		penalty;
	bool		flag;
	int			size;

	switch (call->which >> 2)
	{
		case 0:
			stub_call(sanct_reading_gist_consistent, 5,
					  (Datum[]) {PointerGetDatum(&inner), query, strategy, 0, PointerGetDatum(&flag)});
			break;
		case 1:
			stub_call(sanct_reading_gist_distance, 5,
					  (Datum[]) {PointerGetDatum(&inner), query, strategy, 0, PointerGetDatum(&flag)});
			break;
		case 2:
			vector->n = 2;
			vector->vector[0] = inner;
			vector->vector[1] = other;
			stub_call(sanct_gist_union, 2, (Datum[]) {PointerGetDatum(vector), PointerGetDatum(&size)});
			break;
		case 3:
			vector->n = 3;
			vector->vector[1] = inner;
			vector->vector[2] = other;
			stub_call(sanct_gist_picksplit, 2, (Datum[]) {PointerGetDatum(vector), PointerGetDatum(&split)});
			break;
		default:
			stub_call(sanct_gist_penalty, 3,
					  (Datum[]) {PointerGetDatum(&inner), PointerGetDatum(&other), PointerGetDatum(&penalty)});
			stub_call(sanct_gist_same, 3, (Datum[]) {inner.key, other.key, PointerGetDatum(&flag)});
			break;
	}
}

#define INDEX_CALLS 20

/* Takes an input apart: how many patches, each of an offset and a change, and two names with a line feed between */
static void
ReadInput(StoredInput *input, const uint8 *bytes, size_t length)
{
	const uint8 *end = bytes + length;
	const uint8 *cut;

	memset(input, 0, offsetof(StoredInput, reading));
	input->raw = (bytes[0] & RAW) != 0;
	input->npatches = bytes[0] & PATCHES_MAX;
	bytes++;
	for (int i = 0; i < input->npatches; i++, bytes += 3)
	{
		if (end - bytes < 3)
		{
			input->npatches = i;
			break;
		}
		input->patch[i] = (Patch) {bytes[0] | bytes[1] << 8, bytes[2]};
	}
	cut = bytes < end ? memchr(bytes, '\n', end - bytes) : NULL;
	input->bytes[0] = bytes;
	input->length[0] = (cut ? cut : end) - bytes;
	input->bytes[1] = cut ? cut + 1 : bytes;
	input->length[1] = cut ? end - cut - 1 : input->length[0];
	for (int side = 0; side < 2 && !input->raw; side++)
		input->reading_length[side] = sm_read(input->reading[side], (const char *) input->bytes[side],
											  input->length[side]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	StoredInput input;

	if (length == 0)
		return 0;
	ReadInput(&input, bytes, length);
	for (int i = 0; i < lengthof(signatures); i++)
		CallFunction(&input, &signatures[i]);
	for (int i = 0; i < INDEX_CALLS; i++)
	{
		IndexCall	call = {&input, i};

		stub_run(RunIndexCall, &call);
		stub_reset_memory();
	}
	return 0;
}
