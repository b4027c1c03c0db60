/*
 * The current names of all lists as an image
 *
 * An image is made once and then only read: from memory of this backend, or from a file that all of them have mapped
 * (see image_file.c).  So it holds offsets and numbers, no pointers.  Values are those of PostgreSQL, as they stand
 * in a column, each at a multiple of IMAGE_UNIT bytes.
 */
#include "postgres.h"

#include "pg/screen/list_image.h"

#include "common/hashfn.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/hsearch.h"

#include "name/lookup/neighbours.h"
#include "name/lookup/present.h"
#include "name/reading/reading.h"
#include "pg/base/compat.h"
#include "pg/base/own_scan.h"
#include "pg/list/entry_type.h"
#include "pg/list/loaded.h"
#include "pg/type/reading_type.h"
#include "pg/type/unicode.h"

#define IMAGE_MAGIC "sanctmatch list"
#define IMAGE_LAYOUT 4

StaticAssertDecl(IMAGE_UNIT == SM_READING_UNIT, "the index of names counts offsets of readings as the image does");
StaticAssertDecl(sizeof(IMAGE_MAGIC) <= sizeof(((ImageHeader *) 0)->magic), "the magic has room");

/* A block that grows */
typedef struct ImagePart
{
	char	   *data;
	Size		used;
	Size		allocated;
} ImagePart;

/* A value that many entries have: types, programs */
typedef struct CommonValue
{
	uint64		hash;			/* must be first: key of a hash table */
	uint32		offset;
} CommonValue;

/* An image that is being made */
typedef struct Making
{
	const Extension *extension;
	LoadedLists *loaded;
	bool		past;			/* as they were when the releases in loaded were in force */
	ImagePart	entries;
	ImagePart	names;
	ImagePart	offsets;
	ImagePart	values;
	ImagePart	readings;
	HTAB	   *common;
} Making;

/* In place of the release that changed an entry: it was not on its list */
#define NOT_LISTED (-1)

static void *
Allocate(size_t size)
{
	return palloc_extended(size, MCXT_ALLOC_HUGE);
}

static void
Pause(void)
{
	CHECK_FOR_INTERRUPTS();
}

const SmMemory SanctMemory = {Allocate, pfree, Pause};

/* Room for so many more bytes at the end of a block */
static void *
Grow(ImagePart *block, Size size)
{
	char	   *room;

	if (block->used + size > block->allocated)
	{
		block->allocated = Max(2 * block->allocated, Max(block->used + size, 8192));
		block->data = block->data ? repalloc_huge(block->data, block->allocated) : Allocate(block->allocated);
	}
	room = block->data + block->used;
	block->used += size;
	return room;
}

/* Add a value of so many bytes; return its offset */
static uint32
AddValue(ImagePart *block, const void *value, Size size)
{
	Size		offset = block->used / IMAGE_UNIT;
	Size		padded = TYPEALIGN(IMAGE_UNIT, size);
	char	   *room;

	if (offset > PG_UINT32_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("too many listed names")));
	room = Grow(block, padded);
	memcpy(room, value, size);
	memset(room + size, 0, padded - size);
	return (uint32) offset;
}

/* Add a varlena of a column; return its offset */
static uint32
AddDatum(Making *making, Datum datum)
{
	struct varlena *value = PG_DETOAST_DATUM(datum);
	uint32		offset = AddValue(&making->values, value, VARSIZE(value));

	if ((Pointer) value != DatumGetPointer(datum))
		pfree(value);
	return offset;
}

/* The same of one that may be there already */
static uint32
AddCommon(Making *making, Datum datum)
{
	struct varlena *value = PG_DETOAST_DATUM(datum);
	uint64		hash = hash_bytes_extended((unsigned char *) value, VARSIZE(value), 0);
	bool		known;
	CommonValue *common = hash_search(making->common, &hash, HASH_ENTER, &known);
	uint32		offset;

	if (known && memcmp(making->values.data + (Size) common->offset * IMAGE_UNIT, value, VARSIZE(value)) == 0)
		offset = common->offset;
	else
		offset = AddValue(&making->values, value, VARSIZE(value));
	if (!known)
		common->offset = offset;
	if ((Pointer) value != DatumGetPointer(datum))
		pfree(value);
	return offset;
}

static int
CompareImageEntries(const void *a, const void *b)
{
	const ImageEntry *x = a;
	const ImageEntry *y = b;

	return x->id < y->id ? -1 : x->id > y->id;
}

/* Is an entry of a list on it, or for the past was it once it began?  It may have been another one then */
static bool
IsOrWasListed(const OwnScan *scan, const LoadedList *list, bool past)
{
	if (list == NULL)
		return false;
	if (past)
		return OwnNumber(scan, ENTRY_LISTED_IN) <= list->release;
	return OwnNumber(scan, ENTRY_DELISTED_IN) == 0;
}

/* Read the entries that are on a list, or may have been; they stand by id afterwards */
static void
ReadEntries(Making *making)
{
	int64		last = PG_INT64_MIN;
	bool		sorted = true;
	OwnScan		scan;

	SanctReadOwnTable(&scan, making->extension, OWN_ENTRY);
	while (SanctNextOwnRow(&scan))
	{
		LoadedList *list = SanctFindLoadedList(making->loaded, DatumGetInt32(OwnDatum(&scan, ENTRY_LIST_ID)));
		ImageEntry *entry;

		if (!IsOrWasListed(&scan, list, making->past))
			continue;
		entry = Grow(&making->entries, sizeof(ImageEntry));
		entry->id = OwnNumber(&scan, ENTRY_ID);
		entry->changed_in = OwnNumber(&scan, ENTRY_CHANGED_IN);
		entry->substance_in = OwnIsNull(&scan, ENTRY_SUBSTANCE_IN) ? entry->changed_in :
			OwnNumber(&scan, ENTRY_SUBSTANCE_IN);
		if (making->past && !SanctWasInForce(entry->changed_in, OwnNumber(&scan, ENTRY_DELISTED_IN), list->release))
			entry->changed_in = NOT_LISTED;
		entry->list = list - making->loaded->list;
		entry->uid = AddDatum(making, OwnDatum(&scan, ENTRY_LIST_UID));
		entry->type = AddCommon(making, OwnDatum(&scan, ENTRY_TYPE));
		entry->programs = AddCommon(making, OwnDatum(&scan, ENTRY_PROGRAMS));
		entry->primary_name = AddDatum(making, OwnDatum(&scan, ENTRY_PRIMARY_NAME));
		entry->unused = 0;
		sorted = sorted && last < entry->id;
		last = entry->id;
		list->found_entries++;
	}
	if (!sorted)
		qsort(making->entries.data, making->entries.used / sizeof(ImageEntry), sizeof(ImageEntry),
			  CompareImageEntries);
}

/* The entry of that id, or NULL */
static const ImageEntry *
BinarySearchEntry(const void *entries, Size count, int64 id)
{
	ImageEntry	key = {.id = id};

	return count == 0 ? NULL : bsearch(&key, entries, count, sizeof(ImageEntry), CompareImageEntries);
}

/* Set what entries were that have changed since, and leave those that were on a list */
static void
ReadPastEntries(Making *making)
{
	ImageEntry *entries = (ImageEntry *) making->entries.data;
	Size		count = making->entries.used / sizeof(ImageEntry);
	Size		n = 0;
	OwnScan		scan;

	SanctReadOwnTable(&scan, making->extension, OWN_PAST_ENTRY);
	while (SanctNextOwnRow(&scan))
	{
		int64		since = OwnNumber(&scan, PAST_ENTRY_SINCE);
		ImageEntry *entry = unconstify(ImageEntry *, BinarySearchEntry(entries, count,
																	   OwnNumber(&scan, PAST_ENTRY_ID)));

		if (entry == NULL || !SanctWasInForce(since, OwnNumber(&scan, PAST_ENTRY_UNTIL),
											  making->loaded->list[entry->list].release))
			continue;
		entry->type = AddCommon(making, OwnDatum(&scan, PAST_ENTRY_TYPE));
		entry->programs = AddCommon(making, OwnDatum(&scan, PAST_ENTRY_PROGRAMS));
		entry->primary_name = AddDatum(making, OwnDatum(&scan, PAST_ENTRY_PRIMARY_NAME));
		entry->changed_in = since;
	}
	for (Size i = 0; i < count; i++)
		if (entries[i].changed_in != NOT_LISTED)
			entries[n++] = entries[i];
	making->entries.used = n * sizeof(ImageEntry);
}

/* Did an entry have a name, for the past, when the release of its list was in force? */
static bool
HadName(const Making *making, const OwnScan *scan, const ImageEntry *entry, OwnTable table)
{
	return SanctWasInForce(OwnNumber(scan, NAME_ROW_SINCE),
						   table == OWN_PAST_NAME ? OwnNumber(scan, NAME_ROW_UNTIL) : 0,
						   making->loaded->list[entry->list].release);
}

/* Add a name as it is read on a list */
static void
AddName(Making *making, const OwnScan *scan, const ImageEntry *entry)
{
	Datum		value = OwnDatum(scan, NAME_ROW_NAME);
	text	   *string = DatumGetTextPP(value);
	const char *type = making->values.data + (Size) entry->type * IMAGE_UNIT;
	SanctReading *reading = SanctMakeListedReading(VARDATA_ANY(string), VARSIZE_ANY_EXHDR(string),
												   SanctNamedBy((const text *) type));
	ImageName  *name = Grow(&making->names, sizeof(ImageName));

	if (making->names.used / sizeof(ImageName) >= SM_MEMBERS_MAX / 2)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("too many listed names")));
	name->id = OwnNumber(scan, NAME_ROW_ID);
	name->entry = entry - (const ImageEntry *) making->entries.data;
	name->weak = DatumGetBool(OwnDatum(scan, NAME_ROW_WEAK));
	*(uint32 *) Grow(&making->offsets, sizeof(uint32)) = AddValue(&making->readings, reading, VARSIZE(reading));
	pfree(reading);
	if ((Pointer) string != DatumGetPointer(value))
		pfree(string);
}

/* Read and parse the names of these entries in a table */
static void
ReadNames(Making *making, OwnTable table)
{
	Size		count = making->entries.used / sizeof(ImageEntry);
	const ImageEntry *entry = NULL;
	OwnScan		scan;

	SanctReadOwnTable(&scan, making->extension, table);
	while (SanctNextOwnRow(&scan))
	{
		int64		id = OwnNumber(&scan, NAME_ROW_ENTRY_ID);

		/* the names of an entry mostly stand together */
		if (entry == NULL || entry->id != id)
			entry = BinarySearchEntry(making->entries.data, count, id);
		if (entry == NULL || (making->past && !HadName(making, &scan, entry, table)))
			continue;
		AddName(making, &scan, entry);
		making->loaded->list[entry->list].found_names++;
	}
}

/* Put names of alike words side by side, so that memory brings several at once */
static void
OrderNames(Making *making)
{
	ImagePart	names = making->names;
	ImagePart	offsets = making->offsets;
	ImagePart	readings = making->readings;
	uint32		count = names.used / sizeof(ImageName);
	uint32	   *order;

	if (count == 0)
		return;
	order = sm_neighbours(&(SmReadings) {
		(uint8 *) readings.data + offsetof(SanctReading, data), (uint32 *) offsets.data, count}, &SanctMemory);
	making->names = making->offsets = making->readings = (ImagePart) {0};
	for (uint32 i = 0; i < count; i++)
	{
		const char *reading = readings.data + (Size) ((uint32 *) offsets.data)[order[i]] * IMAGE_UNIT;

		*(ImageName *) Grow(&making->names, sizeof(ImageName)) = ((ImageName *) names.data)[order[i]];
		*(uint32 *) Grow(&making->offsets, sizeof(uint32)) = AddValue(&making->readings, reading, VARSIZE(reading));
	}
	pfree(order);
	pfree(names.data);
	pfree(offsets.data);
	pfree(readings.data);
}

/* Make the block of lists, whose rows have been counted */
static ImagePart
MakeListBlock(Making *making)
{
	ImagePart	block = {0};

	for (int i = 0; i < making->loaded->count; i++)
	{
		const LoadedList *list = &making->loaded->list[i];
		ImageList  *made = Grow(&block, sizeof(ImageList));
		text	   *code = cstring_to_text(list->code);

		made->id = list->id;
		made->code = AddValue(&making->values, code, VARSIZE(code));
		made->readers = list->readers ? AddValue(&making->values, list->readers, VARSIZE(list->readers)) : 0;
		made->begins_later = list->begins_later;
		made->release = list->release;
		made->entries = list->entries;
		made->names = list->names;
		made->found_entries = list->found_entries;
		made->found_names = list->found_names;
	}
	return block;
}

/* Make the header of an image whose blocks are of these sizes, that of the header but for at */
static ImageHeader *
MakeHeader(const Making *making, uint64 state, int threshold)
{
	ImageHeader *header = palloc0(sizeof(ImageHeader));

	strcpy(header->magic, IMAGE_MAGIC);
	header->layout = IMAGE_LAYOUT;
	header->algorithm = SM_VERSION;
	header->unicode = SanctServerUnicode();
	header->server = PG_VERSION_NUM;
	header->state = state;
	header->threshold = threshold;
	header->lists = making->loaded->count;
	header->entries = making->entries.used / sizeof(ImageEntry);
	header->names = making->names.used / sizeof(ImageName);
	return header;
}

/* Say where the blocks shall stand in a file, each at a multiple of eight bytes */
static void
PlaceBlocks(ImageHeader *header, const Size *size)
{
	header->at[0] = 0;
	for (int i = 0; i < IMAGE_BLOCKS; i++)
		header->at[i + 1] = TYPEALIGN(sizeof(uint64), header->at[i] + size[i]);
}

/* See list_image.h */
ListImage *
SanctMakeImage(const Extension *extension, uint64 state, int threshold, const TimestampTz *as_of)
{
	ListImage  *image = palloc0(sizeof(ListImage));
	Making		making = {.extension = extension, .loaded = SanctReadLoadedLists(extension, as_of),
	.past = as_of != NULL};
	HASHCTL		control = {.keysize = sizeof(uint64), .entrysize = sizeof(CommonValue),
	.hcxt = CurrentMemoryContext};
	ImageHeader *header;
	ImagePart	lists;
	SmNamesIndex index;

	making.common = hash_create("common values", 256, &control, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	/* offset 0 is none */
	(void) AddValue(&making.values, &state, sizeof(state));
	ReadEntries(&making);
	if (making.past)
		ReadPastEntries(&making);
	ReadNames(&making, OWN_NAME);
	if (making.past)
		ReadNames(&making, OWN_PAST_NAME);
	OrderNames(&making);
	lists = MakeListBlock(&making);
	hash_destroy(making.common);
	header = MakeHeader(&making, state, threshold);
	sm_names_index_build(&index, &SanctMemory, &(SmReadings) {
		(uint8 *) making.readings.data + offsetof(SanctReading, data), (uint32 *) making.offsets.data, header->names},
						 threshold);
	header->lengths = index.lengths;
	header->shift = index.shift;
	header->present_shift = index.present.shift;
	header->by_word = index.present.by_word;
	header->keys_shift = index.keys.shift;
	memcpy(image->size, (const Size[IMAGE_BLOCKS]) {
		sizeof(ImageHeader), lists.used, making.entries.used, making.names.used, making.offsets.used,
		SM_NAMES_INDEX_STARTS(&index) * sizeof(uint32), SM_NAMES_INDEX_POSTINGS(&index) * sizeof(SmPosting),
		SM_PRESENT_WORDS(index.present.shift) * sizeof(uint64), SM_PRESENT_WORDS(index.keys.shift) * sizeof(uint64),
		making.values.used, making.readings.used},
		   sizeof(image->size));
	PlaceBlocks(header, image->size);
	SanctViewImage(image, (const void *const[IMAGE_BLOCKS]) {
		header, lists.data, making.entries.data, making.names.data, making.offsets.data, index.start, index.posting,
		index.present.bit, index.keys.bit, making.values.data, making.readings.data});
	return image;
}

/* See list_image.h */
void
SanctViewImage(ListImage *image, const void *const *blocks)
{
	memcpy(image->block, blocks, sizeof(image->block));
	image->header = blocks[IMAGE_HEADER];
	image->list = blocks[IMAGE_LISTS];
	image->entry = blocks[IMAGE_ENTRIES];
	image->name = blocks[IMAGE_NAMES];
	image->reading = blocks[IMAGE_OFFSETS];
	image->values = blocks[IMAGE_VALUES];
	image->readings = blocks[IMAGE_READINGS];
	image->index.members.base = (const uint8 *) image->readings + offsetof(SanctReading, data);
	image->index.members.offset = image->reading;
	image->index.members.count = image->header->names;
	image->index.threshold = image->header->threshold;
	image->index.lengths = image->header->lengths;
	image->index.shift = image->header->shift;
	image->index.start = blocks[IMAGE_STARTS];
	image->index.posting = blocks[IMAGE_POSTINGS];
	image->index.present.shift = image->header->present_shift;
	image->index.present.by_word = image->header->by_word != 0;
	image->index.present.bit = unconstify(uint64 *, (const uint64 *) blocks[IMAGE_PRESENT]);
	image->index.keys.shift = image->header->keys_shift;
	image->index.keys.bit = unconstify(uint64 *, (const uint64 *) blocks[IMAGE_KEYS]);
}

/* See list_image.h */
bool
SanctIsImage(const ImageHeader *header, Size size, uint64 state, int threshold)
{
	return size >= sizeof(ImageHeader) && strcmp(header->magic, IMAGE_MAGIC) == 0 && header->layout == IMAGE_LAYOUT &&
		header->algorithm == SM_VERSION && header->unicode == SanctServerUnicode() &&
		header->server == PG_VERSION_NUM && header->state == state && header->threshold == threshold &&
		header->at[IMAGE_BLOCKS] == size;
}

/* See list_image.h */
int64
SanctImageEntry(const ListImage *image, int64 id)
{
	const ImageEntry *entry = BinarySearchEntry(image->entry, image->header->entries, id);

	return entry == NULL ? -1 : entry - image->entry;
}
