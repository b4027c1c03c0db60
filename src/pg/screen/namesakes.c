/* sanct_namesakes(): how many rows of a user's table bear a name */
#include "postgres.h"

#include "access/relation.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"

#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "pg/base/compat.h"
#include "pg/base/extension.h"
#include "pg/base/nearest.h"
#include "pg/base/table_query.h"
#include "pg/screen/subject_columns.h"
#include "pg/type/checked.h"
#include "pg/type/read_name.h"
#include "pg/type/threshold.h"

PG_FUNCTION_INFO_V1(sanct_namesakes);

/* A name that is looked for in a column */
typedef struct Namesakes
{
	uint8		reading[SM_READING_MAX];
	int			threshold;
	bool		readings;		/* names of the column are parsed already */
	FmgrInfo	output;
	MemoryContext row;
	int64		count;
} Namesakes;

/* Refuse a column that has no names; does it have readings? */
static bool
HasReadings(const Extension *extension, Relation subjects, AttrNumber column)
{
	Oid			type = getBaseType(get_atttype(RelationGetRelid(subjects), column));
	char		category;
	bool		preferred;

	get_type_category_preferred(type, &category, &preferred);
	if (type != extension->reading_type && category != TYPCATEGORY_STRING)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("column \"%s\" of relation \"%s\" has no names",
						NameStr(TupleDescAttr(RelationGetDescr(subjects), column - 1)->attname),
						RelationGetRelationName(subjects)),
				 errhint("Names are text, or a sanct_reading made of text.")));
	return type == extension->reading_type;
}

/* Count a row if its name matches */
static void
CountRow(TupleTableSlot *slot, void *argument)
{
	Namesakes  *namesakes = argument;
	bool		isnull;
	Datum		value = slot_getattr(slot, 1, &isnull);
	MemoryContext old;

	CHECK_FOR_INTERRUPTS();
	if (isnull)
		return;
	old = MemoryContextSwitchTo(namesakes->row);
	if (namesakes->readings)
		namesakes->count += sm_similarity(namesakes->reading,
										  SanctGetReading((SanctReading *) PG_DETOAST_DATUM(value))) >=
			namesakes->threshold;
	else
	{
		uint8		reading[SM_READING_MAX];
		char	   *name = OutputFunctionCall(&namesakes->output, value);

		(void) SanctReadName(reading, name, strlen(name));
		namesakes->count += sm_similarity(namesakes->reading, reading) >= namesakes->threshold;
	}
	MemoryContextSwitchTo(old);
	MemoryContextReset(namesakes->row);
}

/* sanct_namesakes(subjects, name_column, name, threshold), see its comment in SQL */
Datum
sanct_namesakes(PG_FUNCTION_ARGS)
{
	const Extension *extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	const char *column = NameStr(*PG_GETARG_NAME(1));
	text	   *name = PG_GETARG_TEXT_PP(2);
	Relation	subjects = SanctOpenReadable(PG_GETARG_OID(0));
	AttrNumber	attribute = SanctFindColumn(subjects, column);
	Namesakes	namesakes = {.threshold = SanctThousandthsOf(PG_GETARG_FLOAT8(3))};
	Oid			function;
	bool		varlena;

	namesakes.readings = HasReadings(extension, subjects, attribute);
	getTypeOutputInfo(get_atttype(RelationGetRelid(subjects), attribute), &function, &varlena);
	fmgr_info(function, &namesakes.output);
	(void) SanctReadName(namesakes.reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
	namesakes.row = AllocSetContextCreate(CurrentMemoryContext, "namesake", ALLOCSET_DEFAULT_SIZES);
	(void) SanctRunTableQuery(SanctPlanTableQuery(subjects, psprintf("SELECT s.%s", quote_identifier(column))),
							  CountRow, &namesakes);
	relation_close(subjects, NoLock);
	PG_RETURN_INT64(namesakes.count);
}
