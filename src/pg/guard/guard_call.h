#ifndef SANCT_GUARD_GUARD_CALL_H
#define SANCT_GUARD_GUARD_CALL_H

#include "pg/guard/guard.h"

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
	int			nflagged;		/* and how many these are */
	int			nunread;		/* of them, whose names could not be read */
} Guard;

/* A row matches an entry */
#define ERRCODE_SANCTIONS_HIT MAKE_SQLSTATE('S', 'A', 'N', '0', '1')

/* Is any of the names that are screened another one than before the update? */
extern bool HaveNamesChanged(const Guard *guard);

/* Is the row another subject than before, or are facts that a clearance rests on other ones? */
extern bool HasSubjectChanged(const Guard *guard);

/* The row with its mark set */
extern HeapTuple MarkRow(const Guard *guard, HeapTuple row);

/* Refuses an update that unsets the mark of a row whose alerts are not all cleared */
extern void KeepMark(const Guard *guard);

/* Refuses an update that takes such a row to another key, where nothing would hold it */
extern void KeepKey(const Guard *guard);

/* Refuses a row that is to be held and, behind all triggers that could mark it, is not marked */
extern void CheckMarked(const Guard *guard, HeapTuple row);

/*
 * Screens the names of a row and does with what is found, or could not be read, what the guard shall; returns how much
 * counts
 */
extern int	ScreenRow(Guard *guard, HeapTuple row);

/* Screens all rows of the transition table */
extern void ScreenStatement(Guard *guard);

/* Stops a row, or notes that it will be stopped with the others of its statement; the log tells of it */
extern void StopRow(Guard *guard, const GuardHit *hit);

/* What to add to a hint where rows are copied in, as a restore does it; else an empty string */
extern const char *RestoreHint(void);

/* Fails a statement because of the rows that have been noted, if there are any */
extern void StopStatement(Guard *guard);

#endif
