#ifndef SANCT_SCREEN_HIT_H
#define SANCT_SCREEN_HIT_H

/* Listed names that match another */

#include "utils/array.h"

#include "name/person/evidence.h"
#include "name/weight.h"
#include "name/words/named.h"
#include "pg/list/loaded.h"
#include "pg/screen/asked.h"
#include "pg/type/checked.h"

/* A listed person, organisation, vessel or aircraft as it is held in memory */
typedef struct ListedEntry
{
	int64		id;				/* must be first: key of a hash table */
	LoadedList *from;			/* its list */
	text	   *list;			/* code of its list */
	text	   *uid;			/* the list's own id */
	text	   *type;
	Datum		programs;		/* text[] */
	text	   *primary_name;
	const ArrayType *readers;	/* of its list, see SanctIsShown */
	int64		changed_in;		/* release that brought or changed it last */
	int64		substance_in;	/* the same of what screening looks at */
} ListedEntry;

/* One of its names */
typedef struct ListedName
{
	int64		id;
	const ListedEntry *entry;
	bool		weak;
	SanctReading *reading;
} ListedName;

/* A listed name that matches another */
typedef struct ListHit
{
	const ListedName *name;
	int			similarity;		/* thousandths; NO_SIMILARITY: found by a document alone */
	SmWeight	weight;
	int			part;			/* the number of the subject's name that it matches; 0 = all of the field */
	const SmEvidence *evidence; /* NULL: nothing is known of the subject beside its name */
	Datum		linked;			/* bigint[], entries that are likely the same, when it is told; 0 = none */
} ListHit;

#define NO_SIMILARITY (-1)

/* A field that is held against the lists, and what it is told to be the name of */
typedef struct SubjectField
{
	const char *text;
	int			length;
	SmNamed		named;
} SubjectField;

/* Columns of sanct_hit, which tell a hit; the first of them tell the name */
typedef enum HitColumn
{
	HIT_ENTRY_ID, HIT_LIST, HIT_LIST_UID, HIT_TYPE, HIT_PROGRAMS, HIT_PRIMARY_NAME, HIT_MATCHED_NAME, HIT_WEAK,
	HIT_SIMILARITY, HIT_WEIGHT, HIT_NAME_VALUES,
	HIT_EVIDENCE = HIT_NAME_VALUES, HIT_TOTAL, HIT_VERDICT, HIT_FACTS, HIT_LINKED, HIT_MATCHED_PART, HIT_RELEASE_ID,
	HIT_VALUES
} HitColumn;

/* Tell the entry of a hit and its name in HIT_NAME_VALUES columns; those of the name are NULL if a document found it */
extern void SanctTellName(const ListHit *hit, Datum *values, bool *nulls);

/* Compare its name with a subject's */
extern void SanctWeighName(ListHit *hit, const uint8 *reading);

/* Tell a hit of a field, NULL for none, in HIT_VALUES columns */
extern void SanctTellHit(const ListHit *hit, const SubjectField *field, Datum *values, bool *nulls);

/* Tell of a hit alone: evidence, total, verdict, facts; the verdict on a name alone is that it is possible */
extern void SanctTellEvidence(const ListHit *hit, Datum *values, bool *nulls);

/* What the facts of a subject and an entry say, in words: birth date: same day; gender: the same */
extern char *SanctFactWords(const SmEvidence *evidence);

/* Order of hits: of one entry together, then the most similar first, then not weak, then the oldest */
extern int	SanctCompareHits(const ListHit *a, const ListHit *b);

/* Sort hits as sanct_screen does and leave each entry once, by its best name; return how many */
extern int	SanctRankHits(ListHit *hits, int count);

/* Sort hits that have been weighed: by verdict, total, similarity, list, its own id */
extern void SanctSortWeighed(ListHit *hits, int count);

/* Is a hit of a list that is shown to the current user, and of the lists, types and programs that are asked for? */
extern bool SanctTakesHit(const ListFilter *filter, const ListHit *hit);

#endif
