#ifndef SANCT_LIST_JSON_LINES_H
#define SANCT_LIST_JSON_LINES_H

/* The lines of a file that holds a JSON object on each */

#include "lib/stringinfo.h"
#include "nodes/pg_list.h"

#include "pg/base/compat.h"
#include "pg/list/source.h"

/*
 * Read the lines of a file one after the other.  A byte order mark and blank lines are stepped over; the last line ends
 * as all others do, else the file has been cut off.
 */
typedef struct JsonLines
{
	const char *file;			/* what messages call the file */
	Source	   *source;
	int64		line;			/* number of the current one, from 1 */
	StringInfoData text;		/* of the current one, in UTF-8 */
	ErrorContextCallback context;
} JsonLines;

/* A key of an object with its values, of char *: one, or those of its array; empty texts and null are none */
typedef struct JsonField
{
	char	   *name;
	List	   *values;
} JsonField;

/* An object that holds texts, arrays of texts, and one object of such below a key that is told */
typedef struct JsonRecord
{
	List	   *fields;			/* of JsonField * */
	List	   *inner;			/* of JsonField *: of the object inside */
} JsonRecord;

/* Start to read a document.  To be closed with SanctCloseJsonLines(); the source stays open */
extern void SanctOpenJsonLines(JsonLines *lines, Source *source);

/* Read the next line that is not blank; false at the end of the file */
extern bool SanctNextJsonLine(JsonLines *lines);

/*
 * Take an object apart, as the current line or one that was read before, into the current memory context; inside is the
 * key of the object in it
 */
extern JsonRecord *SanctReadJsonRecord(JsonLines *lines, StringInfo text, const char *inside);

/* The field of a key, NULL if there is none */
extern JsonField *SanctFindJsonField(List *fields, const char *name);

/* The first value of a key, NULL if it has none */
extern char *SanctFirstJsonValue(List *fields, const char *name);

/* All values of a key */
extern List *SanctJsonValues(List *fields, const char *name);

/* Report damage on the current line; the detail says what stood there and what was expected, it is given as a format */
extern void SanctJsonLineError(JsonLines *lines, const char *hint, const char *format, ...)
			pg_attribute_printf(3, 4) SANCT_NORETURN;

/* End the reading and take back the error context */
extern void SanctCloseJsonLines(JsonLines *lines);

#endif
