/* A part of a text that may be a listed name */
#ifndef SM_PROSE_MENTION_H
#define SM_PROSE_MENTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A mention, and what a listed name must be for it to count */
typedef struct SmMention
{
	size_t		from;			/* bytes of the text */
	size_t		to;
	bool		person;			/* a listed person alone; else any listed name of two words or more */
	int			threshold;		/* the least similarity, in thousandths */
	const uint8_t *reading;		/* lasts as long as the call that tells it */
} SmMention;

#endif
