#ifndef SANCT_SCREEN_SCREENING_H
#define SANCT_SCREEN_SCREENING_H

/* A table whose names are held against the lists */

#include "access/attnum.h"
#include "datatype/timestamp.h"
#include "executor/tuptable.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "nodes/execnodes.h"
#include "nodes/pg_list.h"
#include "utils/hsearch.h"
#include "utils/relcache.h"

#include "name/reading/reading.h"
#include "pg/base/extension.h"
#include "pg/screen/asked.h"
#include "pg/screen/document_index.h"
#include "pg/screen/hit.h"
#include "pg/screen/listed.h"
#include "pg/screen/subject_columns.h"
#include "pg/screen/weigh.h"

/* A name of the table; the text of what is text or a reading points into the row */
typedef struct ScreenedName
{
	const char *text;
	int			length;
	SmNamed		named;			/* what the row tells it to be of */
	unsigned	notes;			/* what of it could not be read, SM_NOTE_* */
	uint8		reading[SM_READING_MAX];
} ScreenedName;

/* Rows that are told of at the end */
typedef struct NotedRows
{
	uint64		count;
	StringInfoData ids;			/* of the first of them; none where the id is the name */
} NotedRows;

typedef struct Screening Screening;

/* What is done with a row that has hits or, where its name could not be read wholly, none; name is NULL for none */
typedef void (*FoundRow) (Screening *screening, TupleTableSlot *slot, const ScreenedName *name, const ListHit *hits,
						  int count);

/* A table whose names are being held against lists */
struct Screening
{
	const Extension *extension;	/* whose lists */
	Oid			function;
	MemoryLists *lists;
	ListFilter	filter;
	const char *table;			/* as messages write it */
	const char *columns;		/* id, name, facts and others as a query of the table writes them */
	int			places;			/* how many they are */
	FactColumns facts;
	const char *unread_facts;	/* those of the row that could not be read, NULL: none */
	Weighing	weighing;
	DocumentIndex *documents;	/* NULL: none are looked up */
	HTAB	   *linked;			/* entries that are likely the same, of those that were hit */
	bool		links_read;		/* all that have links stand there */
	Oid			name_type;		/* below its domains */
	bool		readings;		/* names are parsed already */
	bool		texts;			/* they are texts, in which names are looked for */
	FmgrInfo	id_output;
	FmgrInfo	name_output;
	int			threshold;
	int32		max_hits;
	uint32		part;
	uint32		parts;
	int64		since;			/* only entries that releases after this one have changed; 0 = all */
	const int64 *since_of;		/* the same for each of the lists, NULL: since is of all */
	HTAB	   *again;			/* of int64: entries that are wanted whenever they changed, NULL: none */
	FoundRow	found;			/* NULL: the hits are rows of the answer */
	void	   *finder;			/* what found needs */
	ReturnSetInfo *result;
	MemoryContext row;			/* emptied after each row */
	uint64		rows;
	double		rows_expected;	/* what statistics say, 0: nothing */
	uint64		hits;
	NotedRows	unread;			/* names that could not be read wholly */
	NotedRows	blank;			/* names that have nothing to compare */
	TimestampTz told;
};

/*
 * Take the table and its columns, which are the first three arguments, and the result.  The table is open and locked;
 * the filter has been read.
 */
extern void SanctStartScreening(Screening *screening, FunctionCallInfo fcinfo, Relation subjects);

/* Take the arguments that name columns with facts, from the given one on: hits are weighed by them */
extern void SanctTakeScreenedFacts(Screening *screening, FunctionCallInfo fcinfo, Relation subjects, int argument);

/* Add columns of the table to its query; the places that they have in its rows, of int */
extern List *SanctAddScreenedColumns(Screening *screening, Relation subjects, const List *columns);

/* Load the lists and complain if they do not hold what is asked for */
extern void SanctLoadScreened(Screening *screening);

/* Read the name in a row of id and name; false if it is NULL */
extern bool SanctReadSubject(Screening *screening, TupleTableSlot *slot, ScreenedName *name);

/* Is a row of the part that is asked for?  It depends on its id alone */
extern bool SanctIsOfPart(Screening *screening, TupleTableSlot *slot);

/* The id in a row of id and name as text, NULL if it is NULL */
extern char *SanctSubjectId(Screening *screening, TupleTableSlot *slot);

/* Add a row of the answer; id and field are NULL for none */
extern void SanctAddHit(Screening *screening, const char *id, const SubjectField *field, const ListHit *hit);

/* Hold a row of the table against the lists, which are held meanwhile; the argument is the Screening */
extern void SanctScreenSubject(TupleTableSlot *slot, void *screening);

/* Hold all rows of the table against the lists, which are held meanwhile */
extern void SanctScreenAll(Screening *screening, Relation subjects);

/* Note the row of a name that could not be read wholly; and tell of all, and of blank ones, at the end, by a WARNING */
extern void SanctNoteUnread(Screening *screening, TupleTableSlot *slot);
extern void SanctWarnOfUnread(const Screening *screening);

#endif
