#ifndef SANCT_GUARD_GUARD_H
#define SANCT_GUARD_GUARD_H

#include "pg/type/sanctmatch.h"

#include "nodes/execnodes.h"
#include "nodes/pg_list.h"
#include "utils/rel.h"

#include "pg/base/extension.h"
#include "pg/screen/listed.h"

/* What happens to a row that matches an entry */
typedef enum GuardAction
{
	GUARD_BLOCK,				/* the statement fails */
	GUARD_HOLD,					/* the row goes in, with an open alert */
	GUARD_RECORD,				/* the row goes in, the alert is for the record */
	GUARD_QUARANTINE,			/* the row is kept out and stored */
	GUARD_MARK					/* the row is marked before it goes in */
} GuardAction;

extern const char *const guard_actions[];

/* A name to screen: columns that are joined by blanks */
typedef struct GuardName
{
	List	   *columns;		/* of int, attribute numbers */
} GuardName;

/* The arguments of a trigger that calls sanct_guard() */
typedef struct GuardOptions
{
	List	   *names;			/* of GuardName * */
	List	   *key;			/* of int, attribute numbers that tell the subject; NIL = the whole row */
	List	   *facts;			/* of int, attribute numbers of birth date, document and country */
	List	   *lists;			/* of char *, codes; NIL = all */
	List	   *types;			/* of char *, types of entries; NIL = all */
	int			threshold;		/* thousandths */
	GuardAction action;
	AttrNumber	mark;			/* boolean column to set, 0 = none; then there is a key without it */
	bool		four_eyes;		/* who raised an alert must not decide it */
	bool		show_names;		/* names of subjects may be logged */
	int			limit;			/* rows told of a statement */
	bool		pass_unread;	/* names that cannot be read may pass */
	bool		pass_empty;		/* rows may pass while a list is not loaded */
	const char *subject;		/* name of the table, see SubjectName; NULL = not looked up yet */
	bool		row_security;	/* the table has it; looked up with its name */
	bool		lists_checked;	/* what there is to look at, for the rows of a statement that the index answers */
} GuardOptions;

/* Reads the arguments of a trigger on a relation; wrong ones raise an error */
extern GuardOptions *ReadGuardOptions(const Extension *extension, Relation relation, int nargs, char **args);

/* The columns that an argument names, with commas between; they must exist */
extern List *FindGuardColumns(Relation relation, const char *value);

/* The names that an argument describes, of GuardName *: columns of text or readings, name,name or part+part */
extern List *FindGuardNames(Relation relation, const char *value, Oid reading_type);

/* The columns of the primary key, NIL if there is none */
extern List *PrimaryKeyColumns(Relation relation);

/* All columns but one, 0: but none */
extern List *AllColumns(Relation relation, AttrNumber without);

/* The name that a row has in some columns joined; NULL if all of them are */
extern char *RowName(const GuardName *name, HeapTuple row, TupleDesc desc);

/* Columns of a row, or all if there are none, as a JSON object of strings */
extern char *RowJson(HeapTuple row, TupleDesc desc, const List *columns);

/* The table that a row belongs to: a partition's rows are its root's, wherever they are stored */
extern const char *SubjectName(Relation relation);

/* Let output functions write what any session reads in the same way; AtEOXact_GUC ends it with what this returns */
extern int	StartPlainOutput(void);

/*
 * Complains, or warns if the level says so, where a list that the guard of a relation shall look at is not loaded; an
 * error only if the options do not let rows pass then
 */
extern void CheckGuardLists(int level, Relation relation, const GuardOptions *options, const LoadedLists *lists);

/* A row and an entry that it matches, or a name of it that could not be read */
typedef struct GuardHit
{
	const Extension *extension;
	const char *subject;		/* qualified name of the table */
	const char *guard;			/* name of the trigger */
	const char *key;			/* JSON: which row */
	const char *facts;			/* JSON: what else was screened */
	char	   *name;			/* as written */
	const char *unread;			/* why it could not be read; then what follows is of no entry: NULL and 0 */
	int64		entry_id;
	int64		release_id;		/* that made the entry what it is */
	const ArrayType *readers;	/* whom its list is shown to, see IsShown */
	const char *list;
	const char *list_uid;
	const char *type;
	const char *primary_name;
	const char *matched_name;
	int			similarity;		/* thousandths */
	float4		weight;			/* bits */
	const char *tier;
} GuardHit;

/*
 * Has this subject been cleared of this entry, or its name been let pass though it cannot be read?  A clearance is of
 * one subject and one entry, and holds while the name, the facts and the entry are as they were.  Where four eyes are
 * wanted, one that was given without an alert does not hold for who gave it.
 */
extern bool IsCleared(const GuardHit *hit, bool four_eyes);

/* Records a hit, unless it has been while nothing has changed; quarantine_id is that of the stored row or 0 */
extern void RecordAlert(const GuardHit *hit, GuardAction action, bool four_eyes, int64 quarantine_id);

/* Stores a row that is kept out of its table; returns its number */
extern int64 StoreQuarantined(const Extension *extension, const char *subject, const char *operation, const char *key,
							  const char *row);

/* The trigger function of an extension */
extern Oid	GuardFunction(const Extension *extension);

/* Refuses a table that is not the current user's, without a lock on it */
extern void CheckTableOwner(Oid table);

/* Is row security enabled on a table, or on one that it is a partition of? */
extern bool HasRowSecurity(Relation relation);

/*
 * Checks the arguments of all guards of a table, and tells of them if there is somewhere to; returns how many there
 * are
 */
extern int	CheckGuards(const Extension *extension, Oid table, ReturnSetInfo *result);

#endif
