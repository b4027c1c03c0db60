/*
 * stub_rows.c: rows of a function that returns a set go nowhere
 */
#include "harness.h"

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
