/*
 * Listed names in running texts
 *
 * The text is cut into mentions, each of which is looked up in the lists.  Mentions overlap: of an entry the best of
 * those that do is kept, and what lies inside a longer one that matches as well is no name of its own.
 */
#include "postgres.h"

#include "pg/screen/text_finder.h"

#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "name/prose/mention.h"
#include "name/prose/prose.h"
#include "name/reading/reading.h"
#include "name/words/named.h"
#include "pg/base/encoding.h"
#include "pg/list/entry_type.h"

/* Fewest words of a listed name that is looked for by its words: one alone stands in any text */
#define WORDS_LEAST 2

/* A text while it is looked through */
typedef struct TextFinder
{
	MemoryLists *lists;
	const ListFilter *filter;
	int			threshold;
	MemoryContext mention;		/* emptied after each mention */
	MemoryContext result;
	FoundName  *found;
	int			count;
	int			allocated;
} TextFinder;

/* Is an entry a person? */
static bool
IsPerson(const ListedEntry *entry)
{
	return SanctNamedBy(entry->type) == SM_NAMED_PERSON;
}

/*
 * Does a listed name count for a mention? A Korean's name finds persons; words find names of several words, and
 * bodies and ships of a Korean name
 */
static bool
CountsFor(const SmMention *mention, const ListedName *name)
{
	const uint8 *reading = name->reading->data;

	if (mention->person)
		return IsPerson(name->entry);
	return (SM_HAS_WORDS(reading) && SM_WORDS_PART(reading)[0] >= WORDS_LEAST) ||
		(SM_IS_KOREAN(reading) && !IsPerson(name->entry));
}

/* Keep a hit */
static void
KeepFound(TextFinder *finder, const SmMention *mention, const ListHit *hit)
{
	MemoryContext old = MemoryContextSwitchTo(finder->result);

	if (finder->count == finder->allocated)
	{
		finder->allocated = finder->allocated ? 2 * finder->allocated : 16;
		finder->found = finder->found ?
			repalloc_huge(finder->found, (Size) finder->allocated * sizeof(FoundName)) :
			palloc((Size) finder->allocated * sizeof(FoundName));
	}
	finder->found[finder->count] = (FoundName) {.from = mention->from, .to = mention->to, .hit = *hit};
	finder->found[finder->count++].hit.name = SanctCopyName(hit->name);
	MemoryContextSwitchTo(old);
}

/* Look a mention up; told by sm_prose_scan */
static bool
LookUpMention(void *context, const SmMention *mention)
{
	TextFinder *finder = context;
	MemoryContext old = MemoryContextSwitchTo(finder->mention);
	ListHit    *hits;
	int			n;

	CHECK_FOR_INTERRUPTS();
	n = SanctFindListed(finder->lists, mention->reading, Max(finder->threshold, mention->threshold),
						finder->filter->strong, &hits);
	for (int i = 0; i < n; i++)
		if (CountsFor(mention, hits[i].name) && SanctTakesHit(finder->filter, &hits[i]))
			KeepFound(finder, mention, &hits[i]);
	MemoryContextSwitchTo(old);
	MemoryContextReset(finder->mention);
	return true;
}

/* The better ones first: the more similar, the longer, the earlier */
static int
CompareFoundWorth(const void *a, const void *b)
{
	const FoundName *x = a;
	const FoundName *y = b;

	if (x->hit.similarity != y->hit.similarity)
		return x->hit.similarity > y->hit.similarity ? -1 : 1;
	if (x->to - x->from != y->to - y->from)
		return x->to - x->from > y->to - y->from ? -1 : 1;
	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return SanctCompareHits(&x->hit, &y->hit);
}

/* In the order of the text; at one place the better ones first */
static int
CompareFoundPlaces(const void *a, const void *b)
{
	const FoundName *x = a;
	const FoundName *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return CompareFoundWorth(a, b);
}

/* Is a hit told by a better one already?  Of the same entry where they overlap, of any inside a longer one */
static bool
IsTold(const FoundName *kept, int count, const FoundName *found)
{
	for (int i = 0; i < count; i++)
	{
		bool		overlap = kept[i].from < found->to && found->from < kept[i].to;
		bool		inside = kept[i].from <= found->from && found->to <= kept[i].to &&
			kept[i].to - kept[i].from > found->to - found->from;

		if (inside || (overlap && kept[i].hit.name->entry->id == found->hit.name->entry->id))
			return true;
	}
	return false;
}

/* Leave of the hits those that say something of their own; returns how many */
static int
KeepBest(FoundName *found, int count)
{
	int			kept = 0;

	qsort(found, count, sizeof(FoundName), CompareFoundWorth);
	for (int i = 0; i < count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (!IsTold(found, kept, &found[i]))
			found[kept++] = found[i];
	}
	qsort(found, kept, sizeof(FoundName), CompareFoundPlaces);
	return kept;
}

/* Characters of a text, as the database counts them */
static int32
CountCharacters(const char *utf8, size_t from, size_t to)
{
	int32		count = 0;

	for (size_t i = from; i < to; i++)
		count += GetDatabaseEncoding() == PG_SQL_ASCII || (utf8[i] & 0xC0) != 0x80;
	return count;
}

/* Fill in places in characters, and what stands there */
static void
FillInPlaces(FoundName *found, int count, const char *utf8)
{
	size_t		at = 0;
	int32		characters = 0;

	for (int i = 0; i < count; i++)
	{
		FoundName  *f = &found[i];

		characters += CountCharacters(utf8, at, f->from);
		at = f->from;
		f->start = characters + 1;
		f->length = CountCharacters(utf8, f->from, f->to);
		f->text_length = (int) (f->to - f->from);
		f->text = SanctUtf8ToServer(utf8 + f->from, &f->text_length);
	}
}

/* See text_finder.h */
void
SanctFindInText(FoundNames *found, MemoryLists *lists, const ListFilter *filter, int threshold,
				const char *text, int length)
{
	TextFinder	finder = {.lists = lists, .filter = filter, .threshold = threshold, .result = CurrentMemoryContext};
	int			bytes = length;
	const char *utf8 = SanctServerToUtf8(text, &bytes);

	finder.mention = AllocSetContextCreate(CurrentMemoryContext, "mention", ALLOCSET_DEFAULT_SIZES);
	found->unread = sm_prose_scan(utf8, (size_t) bytes, LookUpMention, &finder);
	MemoryContextDelete(finder.mention);
	found->name = finder.found;
	found->count = KeepBest(finder.found, finder.count);
	FillInPlaces(found->name, found->count, utf8);
}
