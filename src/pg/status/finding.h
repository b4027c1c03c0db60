#ifndef SANCT_STATUS_FINDING_H
#define SANCT_STATUS_FINDING_H

/* What sanct_status() finds: a row each */

#include "nodes/execnodes.h"

#include "pg/base/extension.h"
#include "pg/list/loaded.h"

typedef enum Severity
{
	FOUND_ERROR, FOUND_WARNING, FOUND_NOTICE
} Severity;

/* A call of sanct_status() */
typedef struct Status
{
	const Extension *extension;
	LoadedLists *lists;
	ReturnSetInfo *result;
} Status;

/* Add a finding: what it is about, how bad, what it is and what to do */
extern void SanctAddFinding(Status *status, const char *subject, Severity severity, const char *what,
							const char *to_do);

#endif
