#ifndef SANCT_BASE_ACTOR_H
#define SANCT_BASE_ACTOR_H

/* Define the setting sanctmatch.actor */
extern void SanctDefineActor(void);

/*
 * The person for whom the application says it acts: the argument of a function where it names one (NULL: not given),
 * else the setting sanctmatch.actor; NULL if nobody is named.  Lives in the current memory context.
 */
extern const char *SanctActor(const text *argument);

/* The role that logged in, whatever SET ROLE and functions with definer's rights have made of it */
extern const char *SanctSessionUser(void);

/* The session's user (name) and the actor (text or NULL) as arguments of a function, from the i-th on */
extern void SanctPassActor(Datum *values, bool *nulls, int i, const text *argument);

#endif
