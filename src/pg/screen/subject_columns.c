/* Columns of a user's table that tell what is known of the subjects in its rows */
#include "postgres.h"

#include "pg/screen/subject_columns.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/rel.h"

#include "name/person/document.h"
#include "pg/base/nearest.h"

/* The kind of documents that a column is called by: national_id holds those of kind national-id */
static const SmDocumentKind *
KindOfColumn(const char *name)
{
	char	   *kind = pstrdup(name);

	for (char *at = kind; *at; at++)
		if (*at == '_')
			*at = '-';
	return sm_document_kind(kind, strlen(kind));
}

/* See subject_columns.h */
void
SanctAddFactColumn(FactColumns *columns, SubjectFact fact, AttrNumber attribute, Relation subjects)
{
	Form_pg_attribute described = TupleDescAttr(RelationGetDescr(subjects), attribute - 1);
	FactColumn *column;

	columns->column = columns->count == 0 ? palloc(sizeof(FactColumn)) :
		repalloc(columns->column, (columns->count + 1) * sizeof(FactColumn));
	column = &columns->column[columns->count++];
	column->fact = fact;
	column->name = pstrdup(NameStr(described->attname));
	column->place = attribute;
	column->type = described->atttypid;
	column->kind = fact == SUBJECT_DOCUMENTS ? KindOfColumn(column->name) : NULL;
	column->faults = 0;
	columns->documents = columns->documents || fact == SUBJECT_DOCUMENTS;
}

/* Add a column that an argument names */
static void
AddNamedColumn(FactColumns *columns, SubjectFact fact, const char *name, Relation subjects)
{
	SanctAddFactColumn(columns, fact, SanctFindColumn(subjects, name), subjects);
}

/* Add the columns of an argument that names several */
static void
AddDocumentColumns(FactColumns *columns, ArrayType *names, Relation subjects)
{
	Datum	   *name;
	bool	   *nulls;
	int			n;

	deconstruct_array(names, NAMEOID, NAMEDATALEN, false, TYPALIGN_CHAR, &name, &nulls, &n);
	for (int i = 0; i < n; i++)
		if (!nulls[i])
			AddNamedColumn(columns, SUBJECT_DOCUMENTS, NameStr(*DatumGetName(name[i])), subjects);
}

/* See subject_columns.h */
void
SanctTakeFactColumns(FactColumns *columns, FunctionCallInfo fcinfo, int argument, Relation subjects, StringInfo query,
					 int places)
{
	for (int fact = 0; fact < SUBJECT_FACTS; fact++)
	{
		if (PG_ARGISNULL(argument + fact))
			continue;
		if (fact == SUBJECT_DOCUMENTS)
			AddDocumentColumns(columns, PG_GETARG_ARRAYTYPE_P(argument + fact), subjects);
		else
			AddNamedColumn(columns, fact, NameStr(*PG_GETARG_NAME(argument + fact)), subjects);
	}
	for (int i = 0; i < columns->count; i++)
	{
		columns->column[i].place = places + i + 1;
		appendStringInfo(query, ", s.%s", quote_identifier(columns->column[i].name));
	}
}

/* See subject_columns.h */
bool
SanctTakeFactColumn(FactColumn *column, Datum value, KnownFacts *known)
{
	FactFaults	faults = {0};

	if (column->kind != NULL)
		SanctTakeSubjectDocuments(known, column->kind, value, column->type, &faults);
	else
		SanctTakeSubjectFact(known, column->fact, value, column->type, &faults);
	column->faults += faults.values[column->fact];
	return faults.values[column->fact] == 0;
}

/* Read the columns of documents, or the others */
static void
ReadFactColumns(FactColumns *columns, TupleTableSlot *slot, KnownFacts *known, bool documents)
{
	for (int i = 0; i < columns->count; i++)
	{
		FactColumn *column = &columns->column[i];
		bool		isnull = true;
		Datum		value = (Datum) 0;

		if ((column->fact == SUBJECT_DOCUMENTS) == documents)
			value = slot_getattr(slot, column->place, &isnull);
		if (!isnull)
			(void) SanctTakeFactColumn(column, value, known);
	}
}

/* See subject_columns.h */
void
SanctReadDocuments(FactColumns *columns, TupleTableSlot *slot, KnownFacts *known)
{
	ReadFactColumns(columns, slot, known, true);
}

/* See subject_columns.h */
void
SanctReadOtherFacts(FactColumns *columns, TupleTableSlot *slot, KnownFacts *known)
{
	ReadFactColumns(columns, slot, known, false);
}

/* What the name of a row is that of, by its column of the type */
static SmNamed
NamedIn(const FactColumn *column, TupleTableSlot *slot)
{
	KnownFacts	known = {0};
	FactFaults	faults = {0};
	bool		isnull;
	Datum		value = slot_getattr(slot, column->place, &isnull);

	if (!isnull)
		SanctTakeSubjectFact(&known, SUBJECT_ENTRY_TYPE, value, column->type, &faults);
	return SanctNamedOf(&known);
}

/* See subject_columns.h */
SmNamed
SanctReadNamed(const FactColumns *columns, TupleTableSlot *slot)
{
	SmNamed		named = SM_NAMED_UNKNOWN;

	for (int i = 0; i < columns->count; i++)
		if (columns->column[i].fact == SUBJECT_ENTRY_TYPE)
			named = NamedIn(&columns->column[i], slot);
	return named;
}

/* See subject_columns.h */
uint64 *
SanctFactFaults(const FactColumns *columns)
{
	uint64	   *faults = columns->count > 0 ? palloc(columns->count * sizeof(uint64)) : NULL;

	for (int i = 0; i < columns->count; i++)
		faults[i] = columns->column[i].faults;
	return faults;
}

/* See subject_columns.h */
const char *
SanctNewFaults(const FactColumns *columns, const uint64 *before)
{
	StringInfoData unread;

	initStringInfo(&unread);
	for (int i = 0; i < columns->count; i++)
		if (columns->column[i].faults > before[i])
			appendStringInfo(&unread, "%s%s: not read", unread.len > 0 ? "; " : "",
							 SanctSubjectFactName(columns->column[i].fact));
	return unread.len > 0 ? unread.data : NULL;
}

/* See subject_columns.h */
void
SanctWarnOfFactColumns(const FactColumns *columns, const char *table)
{
	for (int i = 0; i < columns->count; i++)
		if (columns->column[i].faults > 0)
			ereport(WARNING,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg_plural("%llu value of column \"%s\" of %s could not be compared",
								   "%llu values of column \"%s\" of %s could not be compared",
								   (unsigned long) columns->column[i].faults,
								   (unsigned long long) columns->column[i].faults, columns->column[i].name, table),
					 errdetail("They are taken as not known, as %s.",
							   SanctSubjectFactName(columns->column[i].fact)),
					 columns->column[i].fact == SUBJECT_DOCUMENTS ? 0 : errhint("Only rows with hits are counted.")));
}
