#ifndef SANCT_SCREEN_LIST_IMAGE_H
#define SANCT_SCREEN_LIST_IMAGE_H

/* The current names of all lists as an image: blocks of memory that hold offsets in place of pointers */

#include "datatype/timestamp.h"

#include "name/lookup/names_index.h"
#include "pg/base/extension.h"
#include "pg/type/checked.h"

/* Offsets of texts and other values, and of readings, count these */
#define IMAGE_UNIT 4

/* Blocks of an image, in the order of a file's */
typedef enum ImageBlock
{
	IMAGE_HEADER, IMAGE_LISTS, IMAGE_ENTRIES, IMAGE_NAMES, IMAGE_OFFSETS, IMAGE_STARTS, IMAGE_POSTINGS, IMAGE_PRESENT,
	IMAGE_KEYS, IMAGE_VALUES, IMAGE_READINGS, IMAGE_BLOCKS
} ImageBlock;

/* What an image says of itself.  All numbers are the machine's */
typedef struct ImageHeader
{
	char		magic[16];
	uint32		layout;			/* of the image */
	uint32		algorithm;		/* of the readings */
	uint32		unicode;
	uint32		server;			/* version of PostgreSQL, whose values it holds */
	uint64		state;			/* of the lists that it was made of, see list_state.h */
	int32		threshold;		/* of the index of names, and the rest of it */
	int32		lengths;
	int32		shift;
	int32		present_shift;
	int32		by_word;
	int32		keys_shift;
	int32		unused;
	uint32		lists;
	uint32		entries;
	uint32		names;
	uint64		at[IMAGE_BLOCKS + 1];	/* where each block starts in a file, and where the file ends */
} ImageHeader;

/* A list; what its release counted and what there is */
typedef struct ImageList
{
	int32		id;
	uint32		code;			/* text */
	uint32		readers;		/* oid[], 0: everybody */
	uint32		begins_later;	/* it had no release yet */
	int64		release;
	int64		entries;
	int64		names;
	int64		found_entries;
	int64		found_names;
} ImageList;

/* An entry; they stand by id */
typedef struct ImageEntry
{
	int64		id;
	int64		changed_in;
	int64		substance_in;
	uint32		list;			/* number of the list */
	uint32		uid;			/* text */
	uint32		type;			/* text */
	uint32		programs;		/* text[] */
	uint32		primary_name;	/* text */
	uint32		unused;
} ImageEntry;

/* A name; its reading stands at the offset of the same number */
typedef struct ImageName
{
	int64		id;
	uint32		entry;			/* number of the entry */
	uint32		weak;
} ImageName;

/* An image, in memory of its own or mapped */
typedef struct ListImage
{
	const ImageHeader *header;
	const ImageList *list;
	const ImageEntry *entry;
	const ImageName *name;
	const uint32 *reading;
	const char *values;
	const char *readings;
	SmNamesIndex index;
	const void *block[IMAGE_BLOCKS];
	Size		size[IMAGE_BLOCKS]; /* of each block, of one that was made */
} ListImage;

/* A value of an image */
static inline void *
ImageValue(const ListImage *image, uint32 offset)
{
	return unconstify(char *, image->values) + (Size) offset * IMAGE_UNIT;
}

/* The reading of a name */
static inline SanctReading *
ImageReading(const ListImage *image, uint32 name)
{
	return (SanctReading *) (unconstify(char *, image->readings) + (Size) image->reading[name] * IMAGE_UNIT);
}

/*
 * Make an image of what the active snapshot sees on the lists, as they are or were at a moment, for thresholds from
 * this one on, in thousandths, in the current memory context
 */
extern ListImage *SanctMakeImage(const Extension *extension, uint64 state, int threshold, const TimestampTz *as_of);

/* Look at these blocks as at an image */
extern void SanctViewImage(ListImage *image, const void *const *blocks);

/* Is this the header of an image of that state and threshold that this server can read, in a file of that size? */
extern bool SanctIsImage(const ImageHeader *header, Size size, uint64 state, int threshold);

/* The number of the entry of that id, -1 if it is not on a list */
extern int64 SanctImageEntry(const ListImage *image, int64 id);

/* Memory from the current context, for indexes of names and look-ups in them */
extern const SmMemory SanctMemory;

#endif
