#ifndef SANCT_BASE_ROW_FIELD_H
#define SANCT_BASE_ROW_FIELD_H

/* Columns of rows that functions of the extension return */

#include "access/htup.h"

/* A column of a row of the extension's, as text; NULL is NULL */
extern char *SanctRowField(HeapTupleHeader row, const char *column);

/* A number of such a row, 0 if it is NULL */
extern int64 SanctRowNumber(HeapTupleHeader row, const char *column);

#endif
