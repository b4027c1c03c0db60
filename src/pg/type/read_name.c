/* Names in the server's encoding become readings, those of arguments once while they stay the same */
#include "postgres.h"

#include "pg/type/read_name.h"

#include "mb/pg_wchar.h"

#include "name/field/field.h"
#include "name/reading/notes.h"
#include "name/reading/reading.h"
#include "pg/base/compat.h"
#include "pg/base/encoding.h"

/* Bytes of a name that are looked at; what no name needs by far */
#define NAME_BYTES (1024 * 1024)

/* The reading of a text that is constant over many calls, kept in fn_extra */
typedef struct ReadingCache
{
	char	   *name;
	int			length;
	int			allocated;
	SmProbe		query;			/* prepared from the reading */
	uint8		reading[SM_READING_MAX];
} ReadingCache;

/* See read_name.h */
int
SanctReadNameAs(uint8 *reading, const char *name, int length, SmReadAs as, unsigned *notes)
{
	bool		cut = length > NAME_BYTES;
	const char *utf8;
	int			n;

	if (cut)
		length = pg_mbcliplen(name, length, NAME_BYTES);
	utf8 = SanctServerToUtf8(name, &length);
	n = sm_read_as(reading, utf8, length, as, notes);
	if (cut && notes != NULL)
		*notes |= SM_NOTE_CUT;
	if (utf8 != name)
		pfree(unconstify(char *, utf8));
	return n;
}

/* Read so a field that is compared with others like it: one of two sides */
int
SanctReadName(uint8 *reading, const char *name, int length)
{
	return SanctReadNameAs(reading, name, length, (SmReadAs) {SM_READ_FIELD, SM_NAMED_UNKNOWN}, NULL);
}

/* Read so a field that is held against the lists, and of what: what stands beside a name is looked for in it alone */
int
SanctReadScreened(uint8 *reading, const char *name, int length, SmNamed named, unsigned *notes)
{
	return SanctReadNameAs(reading, name, length, (SmReadAs) {SM_READ_SCREENING, named}, notes);
}

/* Read so a name of a list, which is nothing but a name, and of what */
int
SanctReadListed(uint8 *reading, const char *name, int length, SmNamed named)
{
	return SanctReadNameAs(reading, name, length, (SmReadAs) {SM_READ_WHOLE, named}, NULL);
}

/* Prepare to read a name of a list as that of whatever it may be of, to the same readings as SanctReadListed */
void
SanctOpenListed(SmListedName *listed, const char *name, int length)
{
	const char *utf8;

	if (length > NAME_BYTES)
		length = pg_mbcliplen(name, length, NAME_BYTES);
	utf8 = SanctServerToUtf8(name, &length);
	sm_listed_open(listed, utf8, length);
	if (utf8 != name)
		pfree(unconstify(char *, utf8));
}

/* Make the caches of the arguments of a function */
static ReadingCache *
MakeCaches(FmgrInfo *flinfo)
{
	/* most of it is for fields that hold several names */
	ReadingCache *cache = MemoryContextAlloc(flinfo->fn_mcxt, 2 * sizeof(ReadingCache));

	for (int i = 0; i < 2; i++)
	{
		cache[i].name = NULL;
		cache[i].length = -1;
		cache[i].allocated = 0;
	}
	flinfo->fn_extra = cache;
	return cache;
}

/* Does a cache, which lives in fn_mcxt, hold a key already? */
static inline bool
Holds(const ReadingCache *cache, const char *key, int length)
{
	return cache->length == length && memcmp(cache->name, key, length) == 0;
}

/* The cache of an argument if it holds a key, or NULL */
static inline ReadingCache *
FindCache(FunctionCallInfo fcinfo, int slot, const char *key, int length)
{
	ReadingCache *cache = fcinfo->flinfo->fn_extra;

	return likely(cache != NULL && Holds(cache + slot, key, length)) ? cache + slot : NULL;
}

/* The cache of an argument, told whether it holds this key already */
static ReadingCache *
GetCache(FunctionCallInfo fcinfo, int slot, const char *key, int length, bool *hit)
{
	ReadingCache *cache = fcinfo->flinfo->fn_extra;

	if (unlikely(cache == NULL))
		cache = MakeCaches(fcinfo->flinfo);
	cache += slot;
	*hit = Holds(cache, key, length);
	if (likely(*hit))
		return cache;
	/* an error on the way leaves the cache empty */
	cache->length = -1;
	if (cache->name == NULL || cache->allocated < length)
	{
		if (cache->name)
			pfree(cache->name);
		cache->name = NULL;
		cache->name = MemoryContextAlloc(fcinfo->flinfo->fn_mcxt, length + 64);
		cache->allocated = length + 64;
	}
	memcpy(cache->name, key, length);
	return cache;
}

/* The reading of an argument, not made again while the argument stays the same */
const uint8 *
SanctReadCached(FunctionCallInfo fcinfo, int slot, text *name)
{
	int			length = Min(VARSIZE_ANY_EXHDR(name), NAME_BYTES);
	bool		hit;
	ReadingCache *cache = GetCache(fcinfo, slot, VARDATA_ANY(name), length, &hit);

	if (!hit)
	{
		SanctReadName(cache->reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
		cache->length = length;
	}
	return cache->reading;
}

/* Prepare the query of an index scan, unless the cache holds it */
static pg_noinline const SmProbe *
PrepareName(FunctionCallInfo fcinfo, const char *text, int bytes)
{
	int			length = Min(bytes, NAME_BYTES);
	bool		hit;
	ReadingCache *cache = GetCache(fcinfo, 1, text, length, &hit);

	if (!hit)
	{
		SanctReadName(cache->reading, text, bytes);
		sm_probe_prepare(&cache->query, cache->reading);
		cache->length = length;
	}
	return &cache->query;
}

/* The same for the query of an index scan, prepared for many comparisons: asked for once a key, it is found at once */
const SmProbe *
SanctPrepareCached(FunctionCallInfo fcinfo, text *name)
{
	const char *text = VARDATA_ANY(name);
	int			bytes = VARSIZE_ANY_EXHDR(name);
	const ReadingCache *cache = FindCache(fcinfo, 1, text, bytes);

	return likely(cache != NULL) ? &cache->query : PrepareName(fcinfo, text, bytes);
}

/* The same for a query that is a stored reading already; what is in the cache has been checked */
const SmProbe *
SanctPrepareReading(FunctionCallInfo fcinfo, StoredReading stored)
{
	bool		hit;
	ReadingCache *cache;

	cache = GetCache(fcinfo, 1, (const char *) stored.data, stored.length, &hit);
	if (!hit)
	{
		memcpy(cache->reading, SanctCheckStored(stored), stored.length);
		sm_probe_prepare(&cache->query, cache->reading);
		cache->length = stored.length;
	}
	return &cache->query;
}

