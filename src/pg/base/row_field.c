/* Columns of rows that functions of the extension return */
#include "postgres.h"

#include "pg/base/row_field.h"

#include "access/htup_details.h"
#include "executor/executor.h"
#include "fmgr.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/typcache.h"

/* See row_field.h */
char *
SanctRowField(HeapTupleHeader row, const char *column)
{
	bool		isnull;
	Datum		value = GetAttributeByName(row, column, &isnull);
	TupleDesc	desc = lookup_rowtype_tupdesc(HeapTupleHeaderGetTypeId(row), HeapTupleHeaderGetTypMod(row));
	Oid			type = InvalidOid;
	Oid			output;
	bool		varlena;

	for (int i = 0; i < desc->natts; i++)
		if (namestrcmp(&TupleDescAttr(desc, i)->attname, column) == 0)
			type = TupleDescAttr(desc, i)->atttypid;
	ReleaseTupleDesc(desc);
	if (isnull)
		return NULL;
	getTypeOutputInfo(type, &output, &varlena);
	return OidOutputFunctionCall(output, value);
}

/* See row_field.h */
int64
SanctRowNumber(HeapTupleHeader row, const char *column)
{
	bool		isnull;
	Datum		value = GetAttributeByName(row, column, &isnull);

	return isnull ? 0 : DatumGetInt64(value);
}
