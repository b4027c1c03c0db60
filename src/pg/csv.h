#ifndef SM_CSV_H
#define SM_CSV_H

#include "postgres.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

#include "lib/stringinfo.h"
#include "pg/compat.h"

#define CSV_MAX_FIELDS 64

/*
 * Reads the records of a CSV file held in memory, with the rules of COPY ... CSV: quotes are
 * doubled, a quoted field may hold line ends, lines end in LF or CRLF.  A byte 0x1A ends the file.
 * Fields are valid until the next record is read.
 */
typedef struct CsvReader
{
	const char *file;			/* what messages call the file */
	const char *data;
	size_t		length;
	size_t		position;
	int64		record;			/* number of the current record, from 1 */
	int64		line;			/* line it begins on, from 1 */
	int64		next_line;
	bool		crlf;			/* some line ended in CRLF */
	bool		end_mark;		/* the file ended in 0x1A */
	int			nfields;
	char	   *field[CSV_MAX_FIELDS];
	int			start[CSV_MAX_FIELDS];
	StringInfoData buffer;
	ErrorContextCallback context;
} CsvReader;

extern void csv_open(CsvReader *reader, const char *file, const bytea *document);
extern bool csv_next(CsvReader *reader);
extern void csv_close(CsvReader *reader);
extern void csv_error(CsvReader *reader, const char *hint, const char *format, ...)
			pg_attribute_printf(3, 4) SANCT_NORETURN;

#endif
