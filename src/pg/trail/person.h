#ifndef SANCT_TRAIL_PERSON_H
#define SANCT_TRAIL_PERSON_H

/* Who did something, and who acts now */

#include "pg/base/extension.h"

/* Who did something: a role that logged in and whom it named, if anybody */
typedef struct Person
{
	const char *role;
	const char *actor;
	bool		pool;			/* the role acts for many: it is whom it names, and nobody where it names nobody */
} Person;

/* The person behind what is stored of an act */
extern Person SanctPersonOf(const Extension *extension, const char *role, const char *actor);

/* The person who acts now, with the argument actor or NULL; nobody is an error */
extern Person SanctActingPerson(const Extension *extension, const text *argument);

/*
 * Refuse to act for a table's owner in the session of somebody else, as functions of an index or triggers of a table
 * do that maintenance or a decision calls
 */
extern void SanctRefuseRestricted(void);

/* Can nobody tell who it was? */
extern bool SanctIsNobody(const Person *person);

/* May two acts be of one person? */
extern bool SanctIsSamePerson(const Extension *extension, const Person *a, const Person *b);

#endif
