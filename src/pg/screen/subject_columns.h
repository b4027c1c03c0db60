#ifndef SANCT_SCREEN_SUBJECT_COLUMNS_H
#define SANCT_SCREEN_SUBJECT_COLUMNS_H

/* Columns of a user's table that tell what is known of the subjects in its rows */

#include "access/attnum.h"
#include "executor/tuptable.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "utils/relcache.h"

#include "data/document_kind_table.h"
#include "pg/screen/facts.h"
#include "pg/screen/subject_facts.h"

/* A column with facts */
typedef struct FactColumn
{
	SubjectFact fact;
	const char *name;
	AttrNumber	place;			/* in the rows of the query */
	Oid			type;
	const SmDocumentKind *kind; /* of documents, by the name of the column; NULL: their values tell */
	uint64		faults;			/* values that could not be compared */
} FactColumn;

typedef struct FactColumns
{
	int			count;
	FactColumn *column;
	bool		documents;		/* there is one of documents */
} FactColumns;

/*
 * Take the arguments that name columns with facts, from the given one on in the order of SubjectFact; the query, whose
 * rows have so many columns, gets them
 */
extern void SanctTakeFactColumns(FactColumns *columns, FunctionCallInfo fcinfo, int argument, Relation subjects,
								 StringInfo query, int places);

/* Add a column of the table, by its number, whose values are taken from there in its rows */
extern void SanctAddFactColumn(FactColumns *columns, SubjectFact fact, AttrNumber attribute, Relation subjects);

/* Take a value of a column; false if it is no such fact, which is counted */
extern bool SanctTakeFactColumn(FactColumn *column, Datum value, KnownFacts *known);

/* Read the documents of a row, or all other facts; values that are no such facts are counted */
extern void SanctReadDocuments(FactColumns *columns, TupleTableSlot *slot, KnownFacts *known);
extern void SanctReadOtherFacts(FactColumns *columns, TupleTableSlot *slot, KnownFacts *known);

/* What the name in a row is of, as a column of types tells; what is no type counts as not known, and is not counted */
extern SmNamed SanctReadNamed(const FactColumns *columns, TupleTableSlot *slot);

/* How many values of each column could not be compared; and those that have more of them since, in words, NULL: none */
extern uint64 *SanctFactFaults(const FactColumns *columns);
extern const char *SanctNewFaults(const FactColumns *columns, const uint64 *before);

/* Warn of values that could not be compared */
extern void SanctWarnOfFactColumns(const FactColumns *columns, const char *table);

#endif
