#ifndef SANCT_TRAIL_PERSON_H
#define SANCT_TRAIL_PERSON_H

/* Who did something, and who acts now */

#include "datatype/timestamp.h"

#include "pg/base/extension.h"

/* Who did something: a role that logged in and whom it named, if anybody */
typedef struct Person
{
	const char *role;
	const char *actor;
	TimestampTz at;				/* when that was, or PERSON_NOW */
	bool		pool;			/* the role acted for many: it was whom it named, and nobody where it named nobody */
} Person;

#define PERSON_NOW	DT_NOEND

/* The person behind what is stored of an act at a moment */
extern Person SanctPersonOf(const Extension *extension, const char *role, const char *actor, TimestampTz at);

/* The person who acts now, with the argument actor or NULL; nobody is an error */
extern Person SanctActingPerson(const Extension *extension, const text *argument);

/*
 * Refuse to act for a table's owner in the session of somebody else, as functions of an index or triggers of a table
 * do that maintenance or a decision calls
 */
extern void SanctRefuseRestricted(void);

/* Can nobody tell who it was? */
extern bool SanctIsNobody(const Person *person);

/* May what somebody did before be of the person who acts now? */
extern bool SanctIsSamePerson(const Extension *extension, const Person *before, const Person *now);

#endif
