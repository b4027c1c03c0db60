/* The current names of all lists, from an image of them, and the look-up among them */
#include "postgres.h"

#include "pg/screen/listed.h"

#include "storage/fd.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "name/lookup/names_search.h"
#include "name/weight.h"
#include "pg/screen/image_file.h"
#include "pg/screen/list_image.h"

struct MemoryLists
{
	MemoryContext context;		/* of all below, but what is mapped */
	int			holders;
	bool		dropped;		/* goes with its last holder */
	ListImage  *image;			/* of its own, or that of mapped */
	MappedImage mapped;
	LoadedLists *loaded;
	SmNamesSearch search;
};

/* Unmap what a context goes with */
static void
Unmap(void *argument)
{
	SanctUnmapImage(argument);
}

/* Make the lists of an image, in the current context */
static void
MakeLoaded(MemoryLists *lists, const Extension *extension)
{
	const ListImage *image = lists->image;
	LoadedLists *loaded = lists->loaded = palloc0(sizeof(LoadedLists));

	loaded->owner = extension->owner;
	loaded->count = image->header->lists;
	loaded->list = palloc0((loaded->count + 1) * sizeof(LoadedList));
	for (int i = 0; i < loaded->count; i++)
	{
		const ImageList *from = &image->list[i];
		LoadedList *list = &loaded->list[i];

		list->id = from->id;
		list->code = text_to_cstring(ImageValue(image, from->code));
		list->readers = from->readers != 0 ? ImageValue(image, from->readers) : NULL;
		list->release = from->release;
		list->entries = from->entries;
		list->names = from->names;
		list->found_entries = from->found_entries;
		list->found_names = from->found_names;
		list->begins_later = from->begins_later != 0;
	}
}

/* Prepare look-ups in an image, in the context of the lists */
static void
UseImage(MemoryLists *lists, const Extension *extension, ListImage *image)
{
	lists->image = image;
	MakeLoaded(lists, extension);
	sm_names_search_start(&lists->search, &image->index, &SanctMemory);
}

/* Lists without an image yet, in a context of their own below the current one, which goes with what is mapped */
static MemoryLists *
MakeLists(void)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "sanctmatch lists",
												  ALLOCSET_DEFAULT_SIZES);
	MemoryLists *lists = MemoryContextAllocZero(context, sizeof(MemoryLists));
	MemoryContextCallback *unmap = MemoryContextAllocZero(context, sizeof(MemoryContextCallback));

	lists->context = context;
	unmap->func = Unmap;
	unmap->arg = &lists->mapped;
	MemoryContextRegisterResetCallback(context, unmap);
	return lists;
}

/* See listed.h */
MemoryLists *
SanctLoadLists(const Extension *extension, int threshold, const TimestampTz *as_of)
{
	MemoryLists *lists = MakeLists();
	MemoryContext old = MemoryContextSwitchTo(lists->context);

	UseImage(lists, extension, SanctMakeImage(extension, 0, threshold, as_of));
	if (as_of == NULL)
		SanctCheckWhole(lists->loaded);
	MemoryContextSwitchTo(old);
	return lists;
}

/* See listed.h */
MemoryLists *
SanctMapLists(const Extension *extension, uint64 state)
{
	MemoryLists *lists = MakeLists();
	ImageKey	key = {extension->oid, state, SM_THRESHOLD};
	MemoryContext old;

	if (!SanctMapImage(&lists->mapped, &key))
	{
		MemoryContextDelete(lists->context);
		return NULL;
	}
	old = MemoryContextSwitchTo(lists->context);
	UseImage(lists, extension, &lists->mapped.image);
	SanctCheckWhole(lists->loaded);
	MemoryContextSwitchTo(old);
	return lists;
}

/* See listed.h */
bool
SanctShareLists(const Extension *extension, uint64 state)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "sanctmatch image", ALLOCSET_DEFAULT_SIZES);
	MemoryContext old = MemoryContextSwitchTo(context);
	ImageKey	key = {extension->oid, state, SM_THRESHOLD};
	int			lock = SanctLockImages(&key);
	MappedImage mapped;
	bool		shared = false;

	if (lock >= 0)
	{
		/* somebody else may have made it meanwhile */
		shared = SanctMapImage(&mapped, &key);
		if (shared)
			SanctUnmapImage(&mapped);
		else
			shared = SanctStoreImage(SanctMakeImage(extension, state, SM_THRESHOLD, NULL), &key);
		CloseTransientFile(lock);
	}
	MemoryContextSwitchTo(old);
	MemoryContextDelete(context);
	return shared;
}

/* See listed.h */
MemoryLists *
SanctHoldLists(MemoryLists *lists)
{
	lists->holders++;
	return lists;
}

/* See listed.h */
void
SanctLetGoLists(MemoryLists *lists)
{
	if (--lists->holders == 0 && lists->dropped)
		MemoryContextDelete(lists->context);
}

/* See listed.h */
const LoadedLists *
SanctLoadedOf(MemoryLists *lists)
{
	return lists->loaded;
}

/* See listed.h */
int64
SanctListedNumber(const MemoryLists *lists, int64 id)
{
	return SanctImageEntry(lists->image, id);
}

/* See listed.h */
void
SanctTakeListedEntry(const MemoryLists *lists, int64 number, ListedEntry *entry)
{
	const ListImage *image = lists->image;
	const ImageEntry *from = &image->entry[number];

	entry->id = from->id;
	entry->from = &lists->loaded->list[from->list];
	entry->list = ImageValue(image, image->list[from->list].code);
	entry->uid = ImageValue(image, from->uid);
	entry->type = ImageValue(image, from->type);
	entry->programs = PointerGetDatum(ImageValue(image, from->programs));
	entry->primary_name = ImageValue(image, from->primary_name);
	entry->readers = entry->from->readers;
	entry->changed_in = from->changed_in;
	entry->substance_in = from->substance_in;
}

/* See listed.h */
uint32
SanctCountListedNames(const MemoryLists *lists)
{
	return lists->image->header->names;
}

/* See listed.h */
const ListedName *
SanctTakeListedName(const MemoryLists *lists, uint32 number, NamedEntry *named)
{
	const ImageName *from = &lists->image->name[number];

	SanctTakeListedEntry(lists, from->entry, &named->entry);
	named->name.id = from->id;
	named->name.entry = &named->entry;
	named->name.weak = from->weak != 0;
	named->name.reading = ImageReading(lists->image, number);
	return &named->name;
}

/* See listed.h */
const ListedName *
SanctCopyName(const ListedName *name)
{
	NamedEntry *copy = palloc(sizeof(NamedEntry));

	copy->name = *name;
	copy->entry = *name->entry;
	copy->name.entry = &copy->entry;
	return &copy->name;
}

/* See listed.h */
bool
SanctIsOlder(const ListedName *a, const ListedName *b)
{
	if (a->entry->id != b->entry->id)
		return a->entry->id < b->entry->id;
	return a->id < b->id;
}

/* Fetch what will be told of names and their entries, all of which stand anywhere in the image */
static void
FetchNamed(const ListImage *image, const uint32 *number, uint32 count)
{
	for (uint32 i = 0; i < count; i++)
		__builtin_prefetch(&image->name[number[i]]);
	for (uint32 i = 0; i < count; i++)
		__builtin_prefetch(&image->entry[image->name[number[i]].entry]);
	for (uint32 i = 0; i < count; i++)
	{
		const ImageEntry *entry = &image->entry[image->name[number[i]].entry];

		__builtin_prefetch(ImageValue(image, entry->uid));
		__builtin_prefetch(ImageValue(image, entry->primary_name));
	}
}

/* See listed.h */
int
SanctFindListed(MemoryLists *lists, const uint8 *reading, int threshold, bool strong, ListHit **hits)
{
	MemoryContext old = MemoryContextSwitchTo(lists->context);
	uint32		count = sm_names_search_find(&lists->search, reading, threshold);
	NamedEntry *found;
	ListHit    *hit;
	uint32		taken = 0;

	MemoryContextSwitchTo(old);
	*hits = NULL;
	if (count == 0)
		return 0;
	*hits = hit = palloc_extended(count * sizeof(ListHit), MCXT_ALLOC_HUGE);
	found = palloc_extended(count * sizeof(NamedEntry), MCXT_ALLOC_HUGE);
	FetchNamed(lists->image, lists->search.found, count);
	for (uint32 i = 0; i < count; i++)
	{
		hit[taken].name = SanctTakeListedName(lists, lists->search.found[i], &found[i]);
		if (strong && hit[taken].name->weak)
			continue;
		hit[taken].evidence = NULL;
		SanctWeighName(&hit[taken], reading);
		taken++;
	}
	return SanctRankHits(hit, taken);
}

/* See listed.h */
void
SanctKeepInCache(MemoryLists *lists)
{
	MemoryContextSetParent(lists->context, CacheMemoryContext);
}

/* See listed.h */
void
SanctDropLists(MemoryLists *lists)
{
	lists->dropped = true;
	if (lists->holders == 0)
		MemoryContextDelete(lists->context);
}

/* See listed.h */
int
SanctLowestThreshold(const MemoryLists *lists)
{
	return lists->image->index.threshold;
}
