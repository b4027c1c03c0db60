#ifndef SANCT_LIST_LOADED_H
#define SANCT_LIST_LOADED_H

/* Which lists are loaded */

#include "datatype/timestamp.h"
#include "utils/array.h"
#include "nodes/pg_list.h"
#include "utils/timestamp.h"

#include "pg/base/extension.h"

/* A list with its release in force */
typedef struct LoadedList
{
	int32		id;
	char	   *code;
	ArrayType  *readers;		/* oid[], see SanctReadersOf, NULL: everybody */
	ArrayType  *named_readers;	/* name[]: what they were named by */
	int64		release;		/* 0: it has none, or had none yet */
	int64		entries;		/* that the release counted, and their names */
	int64		names;
	int64		unfindable;		/* of these, those without a letter */
	int64		found_entries;	/* that SanctCountListed has seen */
	int64		found_names;
	bool		begins_later;	/* it had none yet */
	TimestampTz begins;			/* when its first one was imported, if that was later */
} LoadedList;

typedef struct LoadedLists
{
	Oid			owner;			/* of the extension */
	int			count;
	LoadedList *list;			/* by id */
} LoadedLists;

/* The lists as the active snapshot sees them, with the releases in force now, or at a moment */
extern LoadedLists *SanctReadLoadedLists(const Extension *extension, const TimestampTz *as_of);

/* The list of that id, or NULL */
extern LoadedList *SanctFindLoadedList(const LoadedLists *lists, int32 id);

/* Has a list entries?  One that has been retired has none */
extern bool SanctIsLoaded(const LoadedList *list);

/* Was what is valid from a release until another, 0 for none, so when a release was in force? */
static inline bool
SanctWasInForce(int64 since, int64 until, int64 release)
{
	return since <= release && (until == 0 || until > release);
}

/* The codes of the lists that are loaded and may be told by SanctIsShownThrough, with commas between */
extern char *SanctLoadedCodes(const LoadedLists *lists);

/*
 * What to begin a HINT with for a code of which no list is loaded, see SanctPerhaps(): one that is and may be told, or
 * a publisher's, loaded or not; nothing where the code is one of these itself, or of a list that has been
 * retired
 */
extern const char *SanctPerhapsList(const LoadedLists *lists, const char *code);

/*
 * May an error tell the code of a list?  To both of these, if it is shown to them or they act for the extension's
 * owner
 */
extern bool SanctIsTold(const LoadedLists *lists, const LoadedList *list);

/* What an error calls the list of that code, loaded or not: list "code", unless it is one that may not be told */
extern const char *SanctToldList(const LoadedLists *lists, const char *code);

/* Has a list as many rows as its release counted, by what has been found of it? */
extern bool SanctIsWhole(const LoadedList *list);

/* Complains of a list that has fewer rows than its release counted, by what has been found of it */
extern void SanctCheckWhole(const LoadedLists *lists);

/* Count what there is of each list, for SanctCheckWhole; or of one, up to what its release counted */
extern void SanctCountListed(const Extension *extension, LoadedLists *lists, const LoadedList *one);

#endif
