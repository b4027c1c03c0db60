/*
 * Numbers by texts that they belong to, in a file
 *
 * A page holds those of whose hash the last bits are the page's number; when pages are full on average to a part, each
 * is split in two by one bit more.  Within a page a text is looked for from a slot on that its hash tells, until a free
 * one comes.
 */
#include "postgres.h"

#include "pg/list/paged_hash.h"

#include "common/hashfn.h"
#include "common/pg_prng.h"

#include "pg/list/paged_file.h"

typedef struct PagedSlot
{
	uint64		number;
	uint32		hash;
	bool		used;
} PagedSlot;

#define SLOTS (FILE_PAGE / sizeof(PagedSlot))

/* Slots of a page that are used on average, at most */
#define SLOTS_USED (SLOTS * 3 / 5)

struct PagedHash
{
	PagedFile  *file;
	uint32		pages;			/* a power of two */
	uint64		count;
	uint64		seed;			/* nobody can choose ids that come together */
	PagedMatch	match;
	void	   *arg;
};

/* See paged_hash.h */
PagedHash *
SanctStartPagedHash(PagedMatch match, void *arg)
{
	PagedHash  *hash = palloc0(sizeof(PagedHash));

	hash->file = SanctOpenPages();
	hash->pages = SanctAddPage(hash->file) + 1;
	hash->seed = pg_prng_uint64(&pg_global_prng_state);
	hash->match = match;
	hash->arg = arg;
	return hash;
}

/* The slot in a page where a hash of this text stands, or the first free one; NULL: there is neither.  No text: free */
static PagedSlot *
FindSlot(PagedHash *hash, PagedSlot *page, const char *text, uint32 code)
{
	uint32		first = murmurhash32(code) % SLOTS;

	for (uint32 i = 0; i < SLOTS; i++)
	{
		PagedSlot  *slot = &page[(first + i) % SLOTS];

		if (!slot->used || (text && slot->hash == code && hash->match(hash->arg, slot->number, text)))
			return slot;
	}
	return NULL;
}

static uint32
HashText(const PagedHash *hash, const char *text)
{
	return (uint32) hash_bytes_extended((const unsigned char *) text, strlen(text), hash->seed);
}

/* The page that a text belongs to */
static PagedSlot *
PageOf(PagedHash *hash, uint32 code, bool change)
{
	return SanctGetPage(hash->file, code & (hash->pages - 1), change);
}

/* Put one half of the slots of a page into another page, the others into their places anew */
static void
SplitPage(PagedHash *hash, uint32 page)
{
	PagedSlot	old[SLOTS];

	memcpy(old, SanctGetPage(hash->file, page, true), sizeof(old));
	for (int half = 0; half < 2; half++)
	{
		PagedSlot  *to = SanctGetPage(hash->file, half == 0 ? page : SanctAddPage(hash->file), true);

		memset(to, 0, FILE_PAGE);
		for (uint32 i = 0; i < SLOTS; i++)
			if (old[i].used && ((old[i].hash & hash->pages) != 0) == half)
				*FindSlot(hash, to, NULL, old[i].hash) = old[i];
	}
}

/* Split all pages */
static void
Double(PagedHash *hash)
{
	if (hash->pages > PG_UINT32_MAX / 4)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("too many entries")));
	for (uint32 page = 0; page < hash->pages; page++)
		SplitPage(hash, page);
	hash->pages *= 2;
}

/* See paged_hash.h */
bool
SanctFindPaged(PagedHash *hash, const char *text, uint64 *number)
{
	uint32		code = HashText(hash, text);
	PagedSlot  *slot = FindSlot(hash, PageOf(hash, code, false), text, code);

	if (slot == NULL || !slot->used)
		return false;
	*number = slot->number;
	return true;
}

/* See paged_hash.h */
void
SanctEnterPaged(PagedHash *hash, const char *text, uint64 number)
{
	uint32		code = HashText(hash, text);
	PagedSlot  *slot;

	if (hash->count++ >= (uint64) hash->pages * SLOTS_USED)
		Double(hash);
	while ((slot = FindSlot(hash, PageOf(hash, code, true), NULL, code)) == NULL)
		Double(hash);
	*slot = (PagedSlot) {.number = number, .hash = code, .used = true};
}

/* See paged_hash.h */
void
SanctReplacePaged(PagedHash *hash, const char *text, uint64 number)
{
	uint32		code = HashText(hash, text);
	PagedSlot  *slot = FindSlot(hash, PageOf(hash, code, true), text, code);

	Assert(slot && slot->used);
	slot->number = number;
}

/* See paged_hash.h */
void
SanctEndPagedHash(PagedHash *hash)
{
	SanctClosePages(hash->file);
	pfree(hash);
}
