#ifndef SANCT_LIST_LOADED_H
#define SANCT_LIST_LOADED_H

#include "pg/type/sanctmatch.h"

#include "nodes/pg_list.h"
#include "utils/array.h"
#include "utils/timestamp.h"

#include "pg/base/extension.h"

/* A list with its release in force */
typedef struct LoadedList
{
	int32		id;
	char	   *code;
	ArrayType  *readers;		/* name[], NULL: everybody */
	int64		release;		/* 0: it has none, or had none yet */
	int64		entries;		/* that the release counted, and their names */
	int64		names;
	int64		found_entries;	/* that CountListed has seen */
	int64		found_names;
	bool		begins_later;	/* it had none yet */
} LoadedList;

typedef struct LoadedLists
{
	Oid			owner;			/* of the extension */
	int			count;
	LoadedList *list;			/* by id */
} LoadedLists;

/* What of the lists a screening asks for */
typedef struct ListFilter
{
	List	   *lists;			/* of char *, codes; NIL = all */
	List	   *types;			/* of const char *, types of entries; NIL = all */
	bool		pass_empty;		/* where there is no list, answer that nothing is found */
} ListFilter;

/* The lists as the active snapshot sees them, with the releases in force now, or at a moment */
extern LoadedLists *ReadLoadedLists(const Extension *extension, const TimestampTz *as_of);

/* The list of that id, or NULL */
extern LoadedList *FindLoadedList(const LoadedLists *lists, int32 id);

/* Has a list entries?  One that has been retired has none */
extern bool IsLoaded(const LoadedList *list);

/* The codes of the lists that are loaded and may be told by IsShownThrough, with commas between */
extern char *LoadedCodes(const LoadedLists *lists);

/* Are a list's entries shown to the current user, or to a role?  readers is a name[] or NULL */
extern bool IsShown(const ArrayType *readers);
extern bool IsShownTo(const ArrayType *readers, Oid role);

/* The same of the current user and of the role that gets errors, whatever functions of others it has called */
extern bool IsShownThrough(const ArrayType *readers);

/* May an error tell the code of a list?  To both of these, if it is shown to them or they act for the extension's owner */
extern bool IsTold(const LoadedLists *lists, const LoadedList *list);

/* What an error calls the list of that code, loaded or not: list "code", unless it is one that may not be told */
extern const char *ToldList(const LoadedLists *lists, const char *code);

/*
 * Takes the arguments lists (text[]), types (text[]) and on_empty (text) of a screening function, whose first is the
 * given one; what does not exist is an error
 */
extern void ReadListFilter(ListFilter *filter, FunctionCallInfo fcinfo, int argument);

/* Is a code of a list or a type among those that are asked for, of char *?  NIL asks for all */
extern bool IsAsked(const List *asked, const char *what);

/* Complains unless what a screening asks for is there to be looked at; to whom it is not shown it is not there */
extern void CheckLoaded(const LoadedLists *lists, const ListFilter *filter, const TimestampTz *as_of);

/* Has a list as many rows as its release counted, by what has been found of it? */
extern bool IsWhole(const LoadedList *list);

/* Complains of a list that has fewer rows than its release counted, by what has been found of it */
extern void CheckWhole(const LoadedLists *lists);

/* Counts what there is of each list, for CheckWhole */
extern void CountListed(const Extension *extension, LoadedLists *lists);

#endif
