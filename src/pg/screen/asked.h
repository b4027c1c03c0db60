#ifndef SANCT_SCREEN_ASKED_H
#define SANCT_SCREEN_ASKED_H

/* What a screening asks for */

#include "datatype/timestamp.h"
#include "fmgr.h"
#include "nodes/pg_list.h"

#include "pg/base/extension.h"
#include "pg/list/loaded.h"

/* What of the lists a screening asks for */
typedef struct ListFilter
{
	List	   *lists;			/* of char *, codes; NIL = all */
	List	   *types;			/* of const char *, types of entries; NIL = all */
	List	   *programs;		/* of char *, programs of which an entry has one; NIL = all */
	bool		strong;			/* only names that their list does not call weak */
	bool		unseen;			/* lists that are not shown count as well */
	bool		pass_empty;		/* where there is no list, answer that nothing is found */
	const TimestampTz *as_of;	/* as they were then; NULL: as they are */
} ListFilter;

/* Complain unless what a screening asks for is there to be looked at; to whom it is not shown it is not there */
extern void SanctCheckLoaded(const Extension *extension, const LoadedLists *lists, const ListFilter *filter);

/* Refuse a NULL among the first arguments, which have these names */
extern void SanctCheckGiven(FunctionCallInfo fcinfo, const char *const *names, int count);

/* Refuse a part of a table that is none of so many */
extern void SanctCheckPart(int32 part, int32 parts);

extern void SanctCheckScreening(bool threshold_isnull, bool max_hits_isnull, int32 max_hits);

/* Is a code of a list or a type among those that are asked for, of char *?  NIL asks for all */
extern bool SanctIsAsked(const List *asked, const char *what);

/*
 * Take the arguments lists, types, programs (text[]) and on_empty (text) of a screening function, whose first is the
 * given one; what does not exist is an error
 */
extern void SanctReadListFilter(ListFilter *filter, FunctionCallInfo fcinfo, int argument);

/* What to begin a HINT with for a verdict that is unknown, see SanctPerhaps() */
extern const char *SanctPerhapsVerdict(const char *verdict);

/* Take the argument weak (boolean), which is the given one: are weak names looked at as well? */
extern void SanctReadWeak(ListFilter *filter, FunctionCallInfo fcinfo, int argument);

/* The same as SanctReadListFilter() behind an argument as_of, which is the given one */
extern void SanctReadPastFilter(ListFilter *filter, FunctionCallInfo fcinfo, int argument);

#endif
