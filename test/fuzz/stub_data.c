/*
 * stub_data.c: lists, hash tables, files, large objects and values of the server
 */
#include "harness.h"

#include "common/cryptohash.h"
#include "common/hashfn.h"
#include "libpq/be-fsstubs.h"
#include "libpq/pqformat.h"
#include "nodes/execnodes.h"
#include "nodes/pg_list.h"
#include "storage/buffile.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/fmgrprotos.h"
#include "utils/hsearch.h"
#include "utils/memutils.h"

/* In a chunk of just its size, which moves each time */
List *
lappend(List *list, void *datum)
{
	if (list == NIL)
	{
		list = palloc0(sizeof(List));
		list->type = T_List;
		list->elements = palloc(sizeof(ListCell));
	}
	else
		list->elements = repalloc(list->elements, (list->length + 1) * sizeof(ListCell));
	list->elements[list->length].ptr_value = datum;
	list->max_length = ++list->length;
	return list;
}

List *
lcons(void *datum, List *list)
{
	list = lappend(list, datum);
	memmove(list->elements + 1, list->elements, (list->length - 1) * sizeof(ListCell));
	list->elements[0].ptr_value = datum;
	return list;
}

List *
list_make1_impl(NodeTag type, ListCell datum)
{
	return lappend(NIL, datum.ptr_value);
}

/* A hash table is a list of elements; few enough that a search among them is quick */
#define BUCKETS 256

typedef struct StubElement
{
	struct StubElement *next;
	uint32		hash;
	pg_attribute_aligned(16) char data[];
} StubElement;

struct HTAB
{
	HASHCTL		control;
	bool		strings;
	bool		blobs;
	StubElement *bucket[BUCKETS];
};

HTAB *
hash_create(const char *name, long n, const HASHCTL *control, int flags)
{
	HTAB	   *table = MemoryContextAllocZero(control->hcxt, sizeof(HTAB));

	table->control = *control;
	table->strings = (flags & HASH_STRINGS) != 0;
	table->blobs = (flags & HASH_BLOBS) != 0;
	return table;
}

static uint32
HashOf(const HTAB *table, const void *key)
{
	uint32		hash = 2166136261u;

	if (!table->blobs)
		return table->strings ? string_hash(key, table->control.keysize) : table->control.hash(key, table->control.keysize);
	for (Size i = 0; i < table->control.keysize; i++)
		hash = (hash ^ ((const uint8 *) key)[i]) * 16777619u;
	return hash;
}

static bool
IsElementOf(const HTAB *table, const StubElement *element, uint32 hash, const void *key)
{
	Size		size = table->control.keysize;

	return element->hash == hash &&
		(table->blobs ? memcmp(element->data, key, size) : table->strings ? strncmp(element->data, key, size - 1) :
		 table->control.match(element->data, key, size)) == 0;
}

void *
hash_search(HTAB *table, const void *key, HASHACTION action, bool *found)
{
	Size		size = table->control.keysize;
	uint32		hash = HashOf(table, key);
	StubElement **bucket = &table->bucket[hash % BUCKETS];
	StubElement *element = *bucket;

	while (element && !IsElementOf(table, element, hash, key))
		element = element->next;
	if (found)
		*found = element != NULL;
	if (element && action == HASH_REMOVE)
	{
		while (*bucket != element)
			bucket = &(*bucket)->next;
		*bucket = element->next;
	}
	if (element || action != HASH_ENTER)
		return element ? element->data : NULL;
	element = MemoryContextAlloc(table->control.hcxt, offsetof(StubElement, data) + table->control.entrysize);
	element->hash = hash;
	element->next = *bucket;
	*bucket = element;
	if (table->strings)
		strlcpy(element->data, key, size);
	else
		memcpy(element->data, key, size);
	return element->data;
}

void
hash_seq_init(HASH_SEQ_STATUS *status, HTAB *table)
{
	*status = (HASH_SEQ_STATUS) {.hashp = table};
}

/* The next one is looked up before this one may be removed */
void *
hash_seq_search(HASH_SEQ_STATUS *status)
{
	StubElement *element = (StubElement *) status->curEntry;

	while (element == NULL && status->curBucket < BUCKETS)
		element = status->hashp->bucket[status->curBucket++];
	if (element == NULL)
		return NULL;
	status->curEntry = (HASHELEMENT *) element->next;
	return element->data;
}

/* What it holds goes with its context */
void
hash_destroy(HTAB *table)
{
	pfree(table);
}

/* A temporary file is a string */
struct BufFile
{
	char	   *data;
	size_t		length;
	size_t		position;
	MemoryContext context;
};

BufFile *
BufFileCreateTemp(bool interXact)
{
	BufFile    *file = palloc0(sizeof(BufFile));

	file->data = palloc(1);
	return file;
}

void
BufFileClose(BufFile *file)
{
	pfree(file->data);
	pfree(file);
}

#if PG_VERSION_NUM >= 160000
void
BufFileWrite(BufFile *file, const void *data, size_t size)
#else
void
BufFileWrite(BufFile *file, void *data, size_t size)
#endif
{
	if (file->length < file->position + size)
	{
		file->length = file->position + size;
		file->data = repalloc(file->data, file->length);
	}
	memcpy(file->data + file->position, data, size);
	file->position += size;
}

size_t
BufFileRead(BufFile *file, void *data, size_t size)
{
	size_t		n = Min(size, file->length - file->position);

	memcpy(data, file->data + file->position, n);
	file->position += n;
	return n;
}

int
BufFileSeek(BufFile *file, int fileno, off_t offset, int whence)
{
	Demand(whence == SEEK_SET && fileno == 0, "a place in a file");
	if (offset < 0 || (size_t) offset > file->length)
		return EOF;
	file->position = offset;
	return 0;
}

#if PG_VERSION_NUM >= 180000
int
BufFileSeekBlock(BufFile *file, int64 block)
#else
int
BufFileSeekBlock(BufFile *file, long block)
#endif
{
	return BufFileSeek(file, 0, (off_t) block * BLCKSZ, SEEK_SET);
}

void
BufFileTell(BufFile *file, int *fileno, off_t *offset)
{
	*fileno = 0;
	*offset = file->position;
}

/* A hash of the right length, which is all that matters here */
struct pg_cryptohash_ctx
{
	uint64		state[4];
};

pg_cryptohash_ctx *
pg_cryptohash_create(pg_cryptohash_type type)
{
	return palloc(sizeof(pg_cryptohash_ctx));
}

int
pg_cryptohash_init(pg_cryptohash_ctx *context)
{
	for (int i = 0; i < 4; i++)
		context->state[i] = 14695981039346656037u + i;
	return 0;
}

int
pg_cryptohash_update(pg_cryptohash_ctx *context, const uint8 *data, size_t length)
{
	for (size_t i = 0; i < length; i++)
		context->state[i & 3] = (context->state[i & 3] ^ data[i]) * 1099511628211u;
	return 0;
}

int
pg_cryptohash_final(pg_cryptohash_ctx *context, uint8 *digest, size_t length)
{
	Demand(length == sizeof(context->state), "length of a digest");
	memcpy(digest, context->state, length);
	return 0;
}

void
pg_cryptohash_free(pg_cryptohash_ctx *context)
{
	pfree(context);
}

/* Large objects, of which each has one descriptor, its oid */
#define OBJECTS_MAX 8

static struct
{
	const uint8 *data;
	size_t		length;
	size_t		position;
	int			chunk;			/* bytes that are read at a time */
}			object[OBJECTS_MAX];

/* What a document is, is told by what is in memory first */
#define FIRST_CHUNK 64

bool
stub_begins_blank(const uint8 *data, size_t length)
{
	for (size_t i = 0; i < Min(length, FIRST_CHUNK); i++)
	{
		if (data[i] != '\0' && strchr(" \t\r\n\xEF\xBB\xBF", data[i]) == NULL)
			return false;
	}
	return length > FIRST_CHUNK;
}

void
stub_set_object(Oid oid, const uint8 *data, size_t length, int chunk)
{
	Demand(oid < OBJECTS_MAX, "number of objects");
	object[oid].data = data;
	object[oid].length = length;
	object[oid].position = 0;
	object[oid].chunk = chunk;
}

Datum
be_lo_open(PG_FUNCTION_ARGS)
{
	return PG_GETARG_DATUM(0);
}

Datum
be_lo_close(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(0);
}

int
lo_read(int fd, char *buffer, int length)
{
	int			chunk = object[fd].position == 0 ? FIRST_CHUNK : object[fd].chunk;
	size_t		n = Min(Min(length, chunk), object[fd].length - object[fd].position);

	memcpy(buffer, object[fd].data + object[fd].position, n);
	object[fd].position += n;
	return (int) n;
}

/* Takes what importers give it, a day as 2012-06-29 that the calendar has */
Datum
date_in(PG_FUNCTION_ARGS)
{
	const char *text = PG_GETARG_CSTRING(0);
	int			year;
	int			month;
	int			day;
	char		end;

	Demand(sscanf(text, "%4d-%2d-%2d%c", &year, &month, &day, &end) == 3, "form of a date");
	Demand(year > 0 && month >= 1 && month <= 12 && day >= 1, "parts of a date");
	Demand(day <= (month == 2 ? (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28) :
				   month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31), "a day of the month");
	PG_RETURN_DATEADT(year * 366 + month * 31 + day);
}

Datum
DirectFunctionCall1Coll(PGFunction function, Oid collation, Datum arg)
{
	return stub_call(function, 1, &arg);
}

Datum
DirectFunctionCall2Coll(PGFunction function, Oid collation, Datum arg1, Datum arg2)
{
	Datum		args[] = {arg1, arg2};

	return stub_call(function, 2, args);
}

Datum
stub_call(PGFunction function, int nargs, const Datum *args)
{
	LOCAL_FCINFO(fcinfo, FUNC_MAX_ARGS);
	FmgrInfo	flinfo = {.fn_mcxt = CurrentMemoryContext};
	ReturnSetInfo set = {.type = T_ReturnSetInfo};

	InitFunctionCallInfoData(*fcinfo, &flinfo, nargs, InvalidOid, NULL, (Node *) &set);
	for (int i = 0; i < nargs; i++)
	{
		fcinfo->args[i].value = args[i];
		fcinfo->args[i].isnull = false;
	}
	return function(fcinfo);
}

struct varlena *
stub_varlena(const void *data, size_t length)
{
	struct varlena *value = palloc(VARHDRSZ + length);

	SET_VARSIZE(value, VARHDRSZ + length);
	if (length > 0)
		memcpy(VARDATA(value), data, length);
	return value;
}

/* Values are short or plain, never compressed nor elsewhere */
struct varlena *
pg_detoast_datum_packed(struct varlena *value)
{
	Demand(!VARATT_IS_EXTERNAL(value) && !VARATT_IS_COMPRESSED(value), "form of a value");
	return value;
}

struct varlena *
pg_detoast_datum(struct varlena *value)
{
	pg_detoast_datum_packed(value);
	return VARATT_IS_SHORT(value) ? stub_varlena(VARDATA_SHORT(value), VARSIZE_SHORT(value) - VARHDRSZ_SHORT) : value;
}

text *
cstring_to_text_with_len(const char *s, int length)
{
	return (text *) stub_varlena(s, length);
}

text *
cstring_to_text(const char *s)
{
	return cstring_to_text_with_len(s, strlen(s));
}

char *
text_to_cstring(const text *value)
{
	return pnstrdup(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value));
}

ArrayType *
construct_array(Datum *elements, int n, Oid type, int length, bool byvalue, char align)
{
	return (ArrayType *) stub_varlena(elements, n * sizeof(Datum));
}

void
pq_begintypsend(StringInfo buffer)
{
	initStringInfo(buffer);
	appendStringInfoString(buffer, "size");
}

bytea *
pq_endtypsend(StringInfo buffer)
{
	return (bytea *) stub_varlena(buffer->data + VARHDRSZ, buffer->len - VARHDRSZ);
}

void
pq_sendtext(StringInfo buffer, const char *s, int length)
{
	appendBinaryStringInfo(buffer, s, length);
}

/* Complains of a message that ends too early */
static const char *
TakeBytes(StringInfo message, int length)
{
	const char *bytes = message->data + message->cursor;

	if (length < 0 || length > message->len - message->cursor)
		ereport(ERROR,
				(errcode(ERRCODE_PROTOCOL_VIOLATION),
				 errmsg("insufficient data left in message")));
	message->cursor += length;
	return bytes;
}

unsigned int
pq_getmsgint(StringInfo message, int size)
{
	const uint8 *bytes = (const uint8 *) TakeBytes(message, size);
	unsigned int number = 0;

	for (int i = 0; i < size; i++)
		number = number << 8 | bytes[i];
	return number;
}

char *
pq_getmsgtext(StringInfo message, int length, int *bytes)
{
	const char *text = TakeBytes(message, length);

	pg_any_to_server(text, length, PG_UTF8);
	*bytes = length;
	return pnstrdup(text, length);
}
