/* The letters of a transcript while it is written */
#ifndef SM_SCRIPT_LETTERS_H
#define SM_SCRIPT_LETTERS_H

#include <stdbool.h>
#include <stdint.h>

#include "name/text/text.h"

/* Append a letter, unless there is no room for more */
static inline void
sm_transcript_add(SmText *out, uint32_t c, bool upper)
{
	if (out->length == SM_TEXT_MAX)
		return;
	out->cp[out->length] = c;
	out->upper[out->length++] = upper;
}

#endif
