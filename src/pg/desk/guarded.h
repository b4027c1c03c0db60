#ifndef SANCT_DESK_GUARDED_H
#define SANCT_DESK_GUARDED_H

/* The guards of the table that an alert names */

#include "access/attnum.h"
#include "nodes/pg_list.h"
#include "utils/jsonb.h"
#include "utils/relcache.h"

#include "pg/base/extension.h"

/* Is there a table of that name, as a guard has noted it?  One that has been renamed is not found any more */
extern bool SanctIsSubjectThere(const char *subject);

/* Open the table of a subject, which has that name when it is locked; NULL if there is none any more */
extern Relation SanctOpenSubject(const char *subject);

/* The name by which guards know the rows of that table now: of a partition its root's */
extern const char *SanctRootOfSubject(const char *subject);

/* The options of all guards of this very table, of GuardOptions * */
extern List *SanctReadGuards(const Extension *extension, Relation relation);

/*
 * The column that guards of this very table mark in rows with such a key: of just their key columns, each value as
 * its type writes it; 0 = none.  marks: does any guard of it mark rows?
 */
extern AttrNumber SanctFindMark(const Extension *extension, Relation relation, Jsonb *key, bool *marks);

/* Does any guard of the table, or of its partitions, want that another person decides than who wrote a row? */
extern bool SanctWantsFourEyes(const Extension *extension, const char *subject);

/*
 * The columns of the key of an alert that holds a row of a table whose guards mark rows, and none of them knows rows
 * by such a key; NULL = there is no such alert
 */
extern const char *SanctFindUnknownKey(const Extension *extension, Relation relation);

#endif
