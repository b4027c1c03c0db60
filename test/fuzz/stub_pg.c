/*
 * stub_pg.c: what values and rows tell a server, which goes nowhere
 */

/* Its arguments are of other types from one version to the next */
#define tuplestore_putvalues tuplestore_putvalues_of_server
#include "harness.h"

#include "nodes/execnodes.h"
#include "utils/lsyscache.h"
#include "utils/timestamp.h"

#include "name/text/unicode.h"
#include "pg/index/scan_notes.h"
#include "pg/type/unicode.h"
#undef tuplestore_putvalues

extern void InitMaterializedSRF(FunctionCallInfo fcinfo, uint32 flags);
extern void tuplestore_putvalues(void *state, void *descriptor, const Datum *values, const bool *isnull);

/* Rows of as many columns as the widest that is told */
void
InitMaterializedSRF(FunctionCallInfo fcinfo, uint32 flags)
{
	static TupleDescData wide = {.natts = 10};

	((ReturnSetInfo *) fcinfo->resultinfo)->setDesc = &wide;
}

void
tuplestore_putvalues(void *state, void *descriptor, const Datum *values, const bool *isnull)
{
}

/* No relation has columns */
AttrNumber
get_attnum(Oid relation, const char *name)
{
	return InvalidAttrNumber;
}

/* In place of unicode.c and scan_notes.c */
uint8
SanctServerUnicode(void)
{
	return sm_unicode();
}

void
SanctNoteIndexUnicode(FunctionCallInfo fcinfo, Relation index, uint8 unicode, bool of_readings)
{
}

void
SanctNoteStoredUnicode(FunctionCallInfo fcinfo, uint8 unicode, bool of_query)
{
}

void
SanctTellStoredUnicode(uint8 unicode, bool of_query)
{
}

/* Time stands still, so that an input is read in one way */
TimestampTz
GetCurrentTimestamp(void)
{
	return 0;
}

bool
TimestampDifferenceExceeds(TimestampTz from, TimestampTz to, int ms)
{
	return to - from >= ms * (int64) 1000;
}
