/*
 * What a caller or a table says of a subject beside its name
 *
 * Values are of any type: a date, a timestamp, a year as a number, a text, an array of them.  Dates are taken as they
 * are, whatever DateStyle is; all others as their type writes them.
 */
#include "postgres.h"

#include "pg/screen/subject_facts.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
#include "utils/timestamp.h"

#include "name/person/document.h"
#include "name/person/nothing.h"
#include "pg/base/encoding.h"
#include "pg/list/entry_type.h"

/* The days from one year to another that are birth dates */
#define FIRST_YEAR 1000
#define LAST_YEAR 9999

/* See subject_facts.h */
const char *
SanctSubjectFactName(SubjectFact fact)
{
	static const char *const names[] = {
		"birth_date", "nationality", "gender", "documents", "birth_place", "entry_type"
	};

	return names[fact];
}

/* Write a day of PostgreSQL's calendar as ISO 8601 does; what no person is born on says nothing */
static char *
IsoDay(DateADT date)
{
	int			year;
	int			month;
	int			day;

	if (DATE_NOT_FINITE(date))
		return pstrdup("");
	j2date(date + POSTGRES_EPOCH_JDATE, &year, &month, &day);
	return year < FIRST_YEAR || year > LAST_YEAR ? pstrdup("") : psprintf("%04d-%02d-%02d", year, month, day);
}

/* Write one value; a timestamp as its day, one with a zone as that in the session's */
static char *
ValueText(Datum value, Oid type)
{
	Oid			function;
	bool		varlena;

	switch (type)
	{
		case TEXTOID:
		case VARCHAROID:
			return TextDatumGetCString(value);
		case DATEOID:
			return IsoDay(DatumGetDateADT(value));
		case TIMESTAMPOID:
			return IsoDay(DatumGetDateADT(DirectFunctionCall1(timestamp_date, value)));
		case TIMESTAMPTZOID:
			return IsoDay(DatumGetDateADT(DirectFunctionCall1(timestamptz_date, value)));
		default:
			getTypeOutputInfo(type, &function, &varlena);
			return OidOutputFunctionCall(function, value);
	}
}

/* The same text in UTF-8 without blanks around it */
static char *
TrimmedUtf8(const char *text)
{
	int			length = strlen(text);
	const char *utf8 = SanctServerToUtf8(text, &length);

	while (length > 0 && (uint8) utf8[length - 1] <= ' ')
		length--;
	while (length > 0 && (uint8) *utf8 <= ' ')
		utf8++, length--;
	return pnstrdup(utf8, length);
}

/* The values of an array */
static List *
ElementsUtf8(ArrayType *array)
{
	Oid			element = ARR_ELEMTYPE(array);
	List	   *values = NIL;
	Datum	   *datums;
	bool	   *nulls;
	int			n;
	int16		length;
	bool		by_value;
	char		align;

	get_typlenbyvalalign(element, &length, &by_value, &align);
	deconstruct_array(array, element, length, by_value, align, &datums, &nulls, &n);
	for (int i = 0; i < n; i++)
		if (!nulls[i])
			values = lappend(values, TrimmedUtf8(ValueText(datums[i], getBaseType(element))));
	return values;
}

/* The values that a datum holds, of char * in UTF-8; a literal of no type may be an array's, a text is one value */
static List *
ValuesUtf8(Datum value, Oid type)
{
	Oid			base;
	char	   *text;

	/* what most columns are, of whom a table has many */
	if (type == TEXTOID || type == VARCHAROID)
		return list_make1(TrimmedUtf8(ValueText(value, type)));
	base = getBaseType(type);
	if (OidIsValid(get_element_type(base)))
		return ElementsUtf8(DatumGetArrayTypeP(value));
	text = ValueText(value, base);
	if (base != UNKNOWNOID || text[0] != '{')
		return list_make1(TrimmedUtf8(text));
	return ElementsUtf8(DatumGetArrayTypeP(OidInputFunctionCall(F_ARRAY_IN, text, TEXTOID, -1)));
}

/* Add a document with its kind in front, passport:745120331, or of the given one, or, NULL, by its shape */
static bool
TakeDocument(KnownFacts *known, const SmDocumentKind *given, const char *utf8)
{
	const char *colon = strchr(utf8, ':');
	const SmDocumentKind *kind = colon ? sm_document_kind(utf8, colon - utf8) : NULL;

	if (kind != NULL)
		return sm_says_nothing(colon + 1, strlen(colon + 1)) || SanctAddDocument(known, kind, colon + 1, NULL);
	return SanctAddDocument(known, given ? given : sm_document_guess(utf8, strlen(utf8)), utf8, NULL);
}

/* Set the type; false if it is none */
static bool
TakeType(KnownFacts *known, const char *utf8)
{
	known->facts.type = SanctTypeNumber(utf8);
	return SanctEntryTypeOf(utf8) != NULL;
}

/* Take one value; false if it is no such fact */
static bool
TakeValue(KnownFacts *known, SubjectFact fact, const char *utf8, FactFaults *faults)
{
	SmBirthRead read;

	if (sm_says_nothing(utf8, strlen(utf8)))
		return true;
	switch (fact)
	{
		case SUBJECT_BIRTH_DATE:
			read = SanctAddBirthDate(known, utf8, false);
			if (read <= SM_BIRTH_NOTHING)
				return true;
			if (faults->values[fact] == 0)
				faults->birth = read;
			return false;
		case SUBJECT_NATIONALITY:
			return SanctAddCountries(known, utf8);
		case SUBJECT_GENDER:
			return SanctSetGender(known, utf8);
		case SUBJECT_DOCUMENTS:
			return TakeDocument(known, NULL, utf8);
		case SUBJECT_BIRTH_PLACE:
			SanctAddBirthPlace(known, utf8);
			return true;
		case SUBJECT_ENTRY_TYPE:
			return TakeType(known, utf8);
		default:
			return true;
	}
}

/* See subject_facts.h */
void
SanctTakeSubjectFact(KnownFacts *known, SubjectFact fact, Datum value, Oid type, FactFaults *faults)
{
	ListCell   *cell;

	foreach(cell, ValuesUtf8(value, type))
		if (!TakeValue(known, fact, lfirst(cell), faults))
			faults->values[fact]++;
}

/* See subject_facts.h */
void
SanctTakeSubjectDocuments(KnownFacts *known, const SmDocumentKind *kind, Datum value, Oid type, FactFaults *faults)
{
	ListCell   *cell;

	foreach(cell, ValuesUtf8(value, type))
	{
		const char *utf8 = lfirst(cell);

		if (!sm_says_nothing(utf8, strlen(utf8)) && !TakeDocument(known, kind, utf8))
			faults->values[SUBJECT_DOCUMENTS]++;
	}
}

/* Complain of a birth date; it is the customer's, so it is not told */
static void
RefuseBirthDate(SmBirthRead why)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_DATETIME_FORMAT),
			 errmsg("birth_date cannot be read"),
			 why == SM_BIRTH_AMBIGUOUS ? errdetail("It may be two days: nothing tells its day from its month.") :
			 why == SM_BIRTH_NO_SUCH_DAY ? errdetail("The calendar has no such day.") :
			 errdetail("It is no date, month, year or interval."),
			 errhint("Write a day as 1984-01-08 or 8 Jan 1984, a month as 1984-01, a year as 1984, an interval as "
					 "1982/1984, or pass a date.")));
}

/* See subject_facts.h */
void
SanctRefuseFaults(const FactFaults *faults)
{
	if (faults->values[SUBJECT_BIRTH_DATE] > 0)
		RefuseBirthDate(faults->birth);
	if (faults->values[SUBJECT_ENTRY_TYPE] > 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("entry_type is not known"),
				 errhint("The types are %s.", ENTRY_TYPES)));
	for (int i = 0; i < SUBJECT_FACTS; i++)
		if (faults->values[i] > 0)
			ereport(WARNING,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("something of %s cannot be compared", SanctSubjectFactName(i)),
					 errdetail("It is taken as not known."),
					 i == SUBJECT_NATIONALITY ? errhint("Write countries by ISO 3166 codes or by their names.") :
					 i == SUBJECT_DOCUMENTS ? errhint("Write numbers as passport:745120331; short ones say nothing.") :
					 errhint("Write m or f.")));
}

/* See subject_facts.h */
KnownFacts *
SanctTakeFactArguments(FunctionCallInfo fcinfo, int argument)
{
	KnownFacts *known = palloc0(sizeof(KnownFacts));
	FactFaults	faults = {0};

	for (int i = 0; i < SUBJECT_FACTS; i++)
		if (!PG_ARGISNULL(argument + i))
			SanctTakeSubjectFact(known, i, PG_GETARG_DATUM(argument + i),
								 get_fn_expr_argtype(fcinfo->flinfo, argument + i), &faults);
	SanctRefuseFaults(&faults);
	return known;
}

/* See subject_facts.h */
SmNamed
SanctTakeTypeArgument(FunctionCallInfo fcinfo, int argument)
{
	KnownFacts	known = {0};
	FactFaults	faults = {0};

	if (!PG_ARGISNULL(argument))
		SanctTakeSubjectFact(&known, SUBJECT_ENTRY_TYPE, PG_GETARG_DATUM(argument), TEXTOID, &faults);
	SanctRefuseFaults(&faults);
	return SanctNamedOf(&known);
}
