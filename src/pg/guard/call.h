#ifndef SANCT_GUARD_CALL_H
#define SANCT_GUARD_CALL_H

/* What a call of the trigger function knows */

#include "commands/trigger.h"
#include "fmgr.h"
#include "nodes/pg_list.h"
#include "utils/relcache.h"

#include "pg/base/extension.h"
#include "pg/guard/options.h"
#include "pg/screen/listed.h"

/* What a call of the trigger knows */
typedef struct Guard
{
	TriggerData *trigger;
	const Extension *extension;
	Relation	relation;
	GuardOptions *options;
	const char *subject;		/* qualified name of the table, see SanctSubjectName */
	MemoryLists *lists;			/* NULL: rows are looked up by the index */
	const char *operation;
	const char *blocks_for;		/* why a quarantine does not keep this row out; NULL: it does */
	bool		names_given;	/* by the writer, who so knows them: they are not those that the row had */
	List	   *flagged;		/* of char *, of a statement that will be blocked */
	int			nflagged;		/* and how many these are */
	const char *clears;			/* the call that clears the first of them that may be told, NULL: none */
	int			nunread;		/* of them, whose names could not be read */
} Guard;

/* Start a guard for this call of the trigger function; refuse a trigger that cannot do what it is told */
extern void SanctStartGuard(Guard *guard, FunctionCallInfo fcinfo);

#endif
