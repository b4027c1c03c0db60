/* A name read, and its reading packed */
#ifndef SM_READING_READ_H
#define SM_READING_READ_H

#include <stddef.h>
#include <stdint.h>

#include "name/field/field.h"
#include "name/text/text.h"

/* What a listed name is of, which says whether its words count where it is Korean for sure */
typedef enum SmNamed
{
	SM_NAMED_UNKNOWN,
	SM_NAMED_PERSON,
	SM_NAMED_THING				/* an organisation, a vessel, an aircraft */
} SmNamed;

/* How a text is read */
typedef struct SmReadAs
{
	SmReadLevel level;
	SmNamed		named;
} SmReadAs;

extern int	sm_read_text(uint8_t *reading, SmFieldNames *field, const SmText *text, SmReadAs as);
extern int	sm_read_as(uint8_t *reading, const char *utf8, size_t length, SmReadAs as, unsigned *notes);
extern int	sm_read_noted(uint8_t *reading, const char *utf8, size_t length, unsigned *notes);
extern int	sm_read(uint8_t *reading, const char *utf8, size_t length);

#endif
