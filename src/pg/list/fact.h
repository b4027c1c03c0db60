#ifndef SANCT_LIST_FACT_H
#define SANCT_LIST_FACT_H

/* Facts as lists write them, made such as can be compared */

#include "nodes/pg_list.h"

/* An identifier, an address or another fact, in UTF-8; all but kind may be NULL */
typedef struct ListFact
{
	const char *kind;
	const char *value;
	const char *country;
	const char *note;
	const char *uid;
} ListFact;

/*
 * Of ListFact *: a fact as it is to be stored.  None, if it only says that nothing is known; several, if it names
 * several countries.  A number is taken out of the sentence that it stands in, which becomes the note
 */
extern List *SanctCleanFact(const ListFact *fact);

#endif
