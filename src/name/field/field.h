/* The names that a field holds */
#ifndef SM_FIELD_FIELD_H
#define SM_FIELD_FIELD_H

#include <stdbool.h>

#include "name/field/candidate.h"
#include "name/field/token.h"
#include "name/text/text.h"
#include "name/weight.h"

/* How a text is read */
typedef enum SmReadLevel
{
	SM_READ_WHOLE,				/* it is a name and nothing else: one of a list */
	SM_READ_FIELD,				/* names of people and ships may have something beside them */
	SM_READ_SCREENING,			/* names of any kind: for one side of a comparison */
	SM_READ_MENTION				/* a few words of a text: a name and nothing else, as it is written alone */
} SmReadLevel;

extern void sm_field_read(SmFieldNames *field, const SmText *text, SmReadLevel level, SmWeight odds,
						  bool thing);

#endif
