#ifndef SANCT_GUARD_COLUMNS_H
#define SANCT_GUARD_COLUMNS_H

/* The columns that the arguments of a guard name, and what they take from a row */

#include "access/attnum.h"
#include "access/htup.h"
#include "access/tupdesc.h"
#include "nodes/pg_list.h"
#include "utils/relcache.h"

/* A name to screen: columns that are joined by blanks */
typedef struct GuardName
{
	List	   *columns;		/* of int, attribute numbers */
} GuardName;

/* All columns that have values when a trigger fires, but one, 0: but none */
extern List *SanctAllColumns(Relation relation, AttrNumber without);

/* What a column for mark is */
#define GUARD_MARK_TYPE "boolean NOT NULL DEFAULT false"

/* The columns that an argument names, with commas between; they must exist, or are to be made of a type; NULL: not */
extern List *SanctFindGuardColumns(Relation relation, const char *value, const char *type);

/* What to do to have a column of that name, as a hint; palloc'd */
extern const char *SanctAddColumnHint(Relation relation, const char *name, const char *type);

/* The names that an argument describes, of GuardName *: columns of text or readings, name,name or part+part */
extern List *SanctFindGuardNames(Relation relation, const char *value, Oid reading_type);

/* The columns of the primary key, NIL if there is none */
extern List *SanctPrimaryKeyColumns(Relation relation);

/* Columns of a row, or all that have values when a trigger fires if there are none, as a JSON object of strings */
extern char *SanctRowJson(HeapTuple row, TupleDesc desc, const List *columns);

/* The name that a row has in some columns joined; NULL if all of them are */
extern char *SanctRowName(const GuardName *name, HeapTuple row, TupleDesc desc);

#endif
