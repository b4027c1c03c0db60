#ifndef SANCT_DESK_MARK_H
#define SANCT_DESK_MARK_H

/* Marks of rows that are held */

#include "utils/jsonb.h"

#include "pg/base/extension.h"

/* Set or lift the mark of a row, where the guard of its table marks rows, with the rights of the table's owner */
extern void SanctSetMark(const Extension *extension, const char *subject, Jsonb *key, bool held);

/* Is there a table of that name, as a guard has noted it?  One that has been renamed is not found any more */
extern bool SanctIsSubjectThere(const char *subject);

#endif
