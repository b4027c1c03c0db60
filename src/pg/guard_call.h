#ifndef SANCT_GUARD_CALL_H
#define SANCT_GUARD_CALL_H

#include "pg/guard.h"

#include "commands/trigger.h"

/* What a call of the trigger knows */
typedef struct Guard
{
	TriggerData *trigger;
	const Extension *extension;
	Relation	relation;
	GuardOptions *options;
	const char *subject;		/* qualified name of the table, see SubjectName */
	ListMatcher *lists;			/* NULL: rows are looked up by the index */
	const char *operation;
	bool		names_given;	/* by the writer, who so knows them: they are not those that the row had */
	List	   *flagged;		/* of char *, of a statement that will be blocked */
	int			nflagged;
} Guard;

/* Stops a row, or notes that it will be stopped with the others of its statement; the log tells of it */
extern void StopRow(Guard *guard, const GuardHit *hit);

/* What to add to a hint where rows are copied in, as a restore does it; else an empty string */
extern const char *RestoreHint(void);

/* Fails a statement because of the rows that have been noted, if there are any */
extern void StopStatement(Guard *guard);

#endif
