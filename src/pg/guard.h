#ifndef SANCT_GUARD_H
#define SANCT_GUARD_H

#include "pg/sanctmatch.h"

#include "nodes/execnodes.h"
#include "nodes/pg_list.h"
#include "utils/rel.h"

#include "pg/extension.h"
#include "pg/matcher.h"

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
	AttrNumber	mark;			/* boolean column to set, 0 = none */
	bool		four_eyes;		/* who raised an alert must not decide it */
	bool		show_names;		/* names of subjects may be logged */
	int			limit;			/* rows told of a statement */
	const char *subject;		/* qualified name of the table, for a partition that of its root; NULL = not looked up yet */
} GuardOptions;

extern GuardOptions *ReadGuardOptions(Relation relation, int nargs, char **args);
extern char *RowName(const GuardName *name, HeapTuple row, TupleDesc desc);
extern char *RowJson(HeapTuple row, TupleDesc desc, List *columns);

/* A row and an entry that it matches */
typedef struct GuardHit
{
	Oid			schema;			/* of the extension */
	const char *subject;		/* qualified name of the table */
	const char *guard;			/* name of the trigger */
	const char *key;			/* JSON: which row */
	const char *facts;			/* JSON: what else was screened */
	char	   *name;			/* as written */
	int64		entry_id;
	const char *list;
	const char *list_uid;
	const char *type;
	const char *primary_name;
	const char *matched_name;
	int			similarity;		/* thousandths */
	float4		weight;			/* bits */
	const char *tier;
} GuardHit;

extern bool IsCleared(const GuardHit *hit);
extern void RecordAlert(const GuardHit *hit, GuardAction action, bool four_eyes, int64 quarantine_id);
extern int64 StoreQuarantined(Oid schema, const char *subject, const char *operation, const char *key,
							  const char *row);
extern const char *SchemaTable(Oid schema, const char *table);

/* The trigger function of an extension */
extern Oid	GuardFunction(const Extension *extension);

/* Refuses a table that is not the current user's, without a lock on it */
extern void CheckTableOwner(Oid table);

/*
 * Checks the arguments of all guards of a table, which are its triggers that call that function, and tells of them
 * if there is somewhere to; returns how many there are
 */
extern int	CheckGuards(Oid table, Oid function, ReturnSetInfo *result);

#endif
