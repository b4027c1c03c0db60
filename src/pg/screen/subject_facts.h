#ifndef SANCT_SCREEN_SUBJECT_FACTS_H
#define SANCT_SCREEN_SUBJECT_FACTS_H

/* What a caller or a table says of a subject beside its name */

#include "fmgr.h"
#include "nodes/pg_list.h"

#include "data/document_kind_table.h"
#include "name/person/birth_text.h"
#include "pg/screen/facts.h"

/* The facts that screening functions take, in the order of their arguments */
typedef enum SubjectFact
{
	SUBJECT_BIRTH_DATE, SUBJECT_NATIONALITY, SUBJECT_GENDER, SUBJECT_DOCUMENTS, SUBJECT_BIRTH_PLACE,
	SUBJECT_ENTRY_TYPE, SUBJECT_FACTS
} SubjectFact;

/* How many values of each could not be compared, and why the first birth date could not be read */
typedef struct FactFaults
{
	uint64		values[SUBJECT_FACTS];
	SmBirthRead birth;
} FactFaults;

/* Take a value of any type, or each of an array or of a text that is an array's, and count what is no such fact */
extern void SanctTakeSubjectFact(KnownFacts *known, SubjectFact fact, Datum value, Oid type, FactFaults *faults);

/* The same of documents of a kind, unless values tell another */
extern void SanctTakeSubjectDocuments(KnownFacts *known, const SmDocumentKind *kind, Datum value, Oid type,
									  FactFaults *faults);

/* Complain of a birth date and a type that are none, and warn of other facts that cannot be compared */
extern void SanctRefuseFaults(const FactFaults *faults);

/* What the name of a subject is of whose type an argument tells, which may be NULL; what is no type is refused */
extern SmNamed SanctTakeTypeArgument(FunctionCallInfo fcinfo, int argument);

/* The name of a fact as an argument */
extern const char *SanctSubjectFactName(SubjectFact fact);

/* Take the facts of a call whose first such argument is the given one; what cannot be read is refused */
extern KnownFacts *SanctTakeFactArguments(FunctionCallInfo fcinfo, int argument);

#endif
