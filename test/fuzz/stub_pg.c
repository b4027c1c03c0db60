/*
 * stub_pg.c: what values and rows tell a server, which goes nowhere
 */

/* Its arguments are of other types from one version to the next */
#define tuplestore_putvalues tuplestore_putvalues_of_server
#include "harness.h"

#include "name/text/unicode.h"
#include "pg/index/scan_notes.h"
#include "pg/type/unicode.h"
#undef tuplestore_putvalues

extern void InitMaterializedSRF(FunctionCallInfo fcinfo, uint32 flags);
extern void tuplestore_putvalues(void *state, void *descriptor, const Datum *values, const bool *isnull);

void
InitMaterializedSRF(FunctionCallInfo fcinfo, uint32 flags)
{
}

void
tuplestore_putvalues(void *state, void *descriptor, const Datum *values, const bool *isnull)
{
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
