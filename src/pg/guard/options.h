#ifndef SANCT_GUARD_OPTIONS_H
#define SANCT_GUARD_OPTIONS_H

/* The arguments of triggers that call sanct_guard() */

#include "access/attnum.h"
#include "nodes/pg_list.h"
#include "utils/relcache.h"

#include "name/person/evidence.h"
#include "pg/base/extension.h"
#include "pg/screen/subject_columns.h"

/* What happens to a row that matches an entry */
typedef enum GuardAction
{
	GUARD_BLOCK,				/* the statement fails */
	GUARD_HOLD,					/* the row goes in, with an open alert */
	GUARD_RECORD,				/* the row goes in, the alert is for the record */
	GUARD_QUARANTINE,			/* the row is kept out and stored */
	GUARD_MARK					/* the row is marked before it goes in */
} GuardAction;

/* What whoever writes a blocked row is told */
typedef enum GuardTell
{
	TELL_WORDS,					/* the entry, the key, what to do */
	TELL_JSON,					/* the same, the detail as JSON */
	TELL_NOTHING				/* that it cannot be written */
} GuardTell;

/* The arguments of a trigger that calls sanct_guard() */
typedef struct GuardOptions
{
	List	   *names;			/* of GuardName * */
	List	   *key;			/* of int, attribute numbers that tell the subject; NIL = the whole row */
	List	   *facts;			/* of int, attribute numbers of what alerts and clearances store beside the name */
	FactColumns weighed;		/* those of them that hits are weighed by; without verdict= as 0.1.0 did: none */
	SmVerdict	verdict;		/* the least that counts */
	List	   *lists;			/* of char *, codes; NIL = all */
	List	   *types;			/* of char *, types of entries; NIL = all */
	bool		strong;			/* names that their list calls weak are not looked at */
	int			threshold;		/* thousandths */
	GuardAction action;
	AttrNumber	mark;			/* boolean column to set, 0 = none; then there is a key without it */
	bool		four_eyes;		/* who raised an alert must not decide it */
	bool		show_names;		/* names of subjects may be logged */
	int			limit;			/* rows told of a statement */
	GuardTell	tell;
	bool		notify;			/* tell of new alerts on channel sanct_alert */
	bool		pass_unread;	/* names that cannot be read may pass */
	bool		pass_empty;		/* rows may pass while a list is not loaded */
	bool		texts;			/* the columns hold running texts, in which names are looked for */
	const char *subject;		/* name of the table, see SanctSubjectName; set by SanctStartGuard */
	const char *blocks_for;		/* why a quarantine keeps no row out, see keep_out.h; looked up with its name */
	bool		lists_checked;	/* what there is to look at, for the rows of a statement that the index answers */
} GuardOptions;

/* Read the arguments of a trigger on a relation; wrong ones raise an error */
extern GuardOptions *SanctReadGuardOptions(const Extension *extension, Relation relation, int nargs, char **args);

extern const char *const SanctGuardActions[];

#endif
