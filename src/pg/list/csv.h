#ifndef SANCT_LIST_CSV_H
#define SANCT_LIST_CSV_H

/* The records of a CSV file */

#include "lib/stringinfo.h"

#include "pg/base/compat.h"
#include "pg/list/known.h"
#include "pg/list/source.h"

#define CSV_MAX_FIELDS 160

/* What to do about a file that cannot be right */
#define HINT_FILE_DAMAGED "The file is damaged or not the one expected here; download it again."

/*
 * Read the records of a CSV file with the rules of COPY ... CSV: quotes are doubled, a quoted
 * field may hold line ends, lines end in LF or CRLF.  A byte 0x1A ends the file.  Fields are
 * valid until the next record is read.
 */
typedef struct CsvReader
{
	const char *file;			/* what messages call the file */
	Source	   *source;
	char		delimiter;
	bool		any_encoding;	/* Windows-1252 is taken as well, fields become UTF-8 */
	int			encoding;		/* of the file as far as it is known, or -1 */
	bool		wrapped;		/* a spreadsheet has put each record into one field */
	int64		record;			/* number of the current record, from 1 */
	int64		line;			/* line it begins on, from 1 */
	int64		next_line;
	bool		crlf;			/* some line ended in CRLF */
	bool		end_mark;		/* the file ended in 0x1A */
	int			nfields;
	char	   *field[CSV_MAX_FIELDS];
	int			start[CSV_MAX_FIELDS];
	int			ncolumns;		/* in the header, if one has been read */
	KnownFields *known;			/* in which what the columns hold is counted, if anything is */
	int			known_field[CSV_MAX_FIELDS];	/* of the columns, -1: not known */
	const char *nothing;		/* what stands in a column that holds nothing, NULL: nothing does */
	StringInfoData buffer;
	ErrorContextCallback context;
} CsvReader;

extern void SanctOpenCsv(CsvReader *reader, Source *source, char delimiter);
extern bool SanctNextRecord(CsvReader *reader);
extern bool SanctNextRecordIn(CsvReader *reader, MemoryContext scratch);
extern void SanctReadCsvHeader(CsvReader *reader, const char *const *names, int nnames, KnownFields *known,
							   int *column);

/* Count the columns of the current record that hold something */
extern void SanctCountRecord(CsvReader *reader);
extern void SanctCountColumns(CsvReader *reader, KnownFields *known, int group);
extern char *SanctTrimField(char *text);
extern char *SanctCsvValue(CsvReader *reader, int column);
extern int	SanctSplitRecord(char *record, char delimiter, char **field, int max);
extern void SanctCloseCsv(CsvReader *reader);
extern void SanctCsvError(CsvReader *reader, const char *hint, const char *format, ...)
			pg_attribute_printf(3, 4) SANCT_NORETURN;

#endif
