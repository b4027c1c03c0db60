#ifndef SANCT_TRAIL_TRAIL_H
#define SANCT_TRAIL_TRAIL_H

#include "postgres.h"

#include "access/htup_details.h"
#include "datatype/timestamp.h"
#include "utils/jsonb.h"
#include "utils/relcache.h"

#include "pg/base/extension.h"

/* Who did something: a role that logged in and whom it named, if anybody */
typedef struct Person
{
	const char *role;
	const char *actor;
	bool		pool;			/* the role acts for many: it is whom it names, and nobody where it names nobody */
} Person;

/* The person behind what is stored of an act */
extern Person PersonOf(const Extension *extension, const char *role, const char *actor);

/* The person who acts now, with the argument actor or NULL; nobody is an error */
extern Person ActingPerson(const Extension *extension, const text *argument);

/*
 * Refuses to act for a table's owner in the session of somebody else, as functions of an index or triggers of a table
 * do that maintenance or a decision calls
 */
extern void RefuseRestricted(void);

/* Can nobody tell who it was? */
extern bool IsNobody(const Person *person);

/* May two acts be of one person? */
extern bool IsSamePerson(const Extension *extension, const Person *a, const Person *b);

/* Is a list shown to the current user, or an entry that exists? */
extern bool IsListShown(const Extension *extension, const char *code);
extern bool IsEntryShown(const Extension *extension, int64 entry);

/* Refuses a moment at which a clearance would have lapsed before it holds */
extern void CheckExpiry(TimestampTz expires);

/* A column of a row of the extension's, as text; NULL is NULL */
extern char *RowField(HeapTupleHeader row, const char *column);

/* A number of such a row, 0 if it is NULL */
extern int64 RowNumber(HeapTupleHeader row, const char *column);

/* The value of a key of a JSON object as text, NULL if it is null; false if there is no such key */
extern bool JsonField(Jsonb *object, const char *key, const char **value);

/* The keys of a JSON object, of char * */
extern List *JsonKeys(Jsonb *object);

/*
 * The columns of a relation that a JSON object has, of ColumnText *; one that the relation has not is added to
 * unknown, of char *
 */
extern List *JsonColumns(Relation relation, Jsonb *object, List **unknown);

/* Is there a table of that name, as a guard has noted it?  One that has been renamed is not found any more */
extern bool IsSubjectThere(const char *subject);

/* Sets or lifts the mark of a row, where the guard of its table marks rows, with the rights of the table's owner */
extern void SetMark(const Extension *extension, const char *subject, Jsonb *key, bool held);

/* Is it a decision that changes a mark in this table, or partition, just now? */
extern bool IsMarkDecided(Relation relation);

#endif
