/* A name read, and its reading packed */
#ifndef SM_READING_READ_H
#define SM_READING_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "name/field/field.h"
#include "name/korean/hypothesis.h"
#include "name/text/text.h"
#include "name/words/named.h"

/*
 * How a text is read.  What it is of says whether its words count where it is Korean for sure, and corrects what they
 * say themselves; of one side of a comparison, not a whole name of a list, it is noted even where they say nothing.
 */
typedef struct SmReadAs
{
	SmReadLevel level;
	SmNamed		named;
} SmReadAs;

/* A name of a list that is read as that of a person, of a thing and of what is not known: what they have in common */
typedef struct SmListedName
{
	SmText		text;
	bool		noted;			/* something of it could not be read */
	bool		found;			/* it may be a Korean's */
	SmKorean	korean;
} SmListedName;

extern void sm_listed_open(SmListedName *listed, const char *utf8, size_t length);
extern int	sm_listed_read(uint8_t *reading, const SmListedName *listed, SmNamed named);
extern int	sm_read_text(uint8_t *reading, SmFieldNames *field, const SmText *text, SmReadAs as);
extern int	sm_read_folded(uint8_t *reading, const SmText *text, SmReadAs as, unsigned *notes);
extern int	sm_read_as(uint8_t *reading, const char *utf8, size_t length, SmReadAs as, unsigned *notes);
extern bool sm_read_within(const uint8_t *reading, int n, const uint8_t *other, int k);
extern int	sm_read_noted(uint8_t *reading, const char *utf8, size_t length, unsigned *notes);
extern int	sm_read(uint8_t *reading, const char *utf8, size_t length);

#endif
