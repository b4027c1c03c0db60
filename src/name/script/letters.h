/* The letters of a transcript while it is written */
#ifndef SM_SCRIPT_LETTERS_H
#define SM_SCRIPT_LETTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "name/text/text.h"

/* Start a transcript of a text: all but its letters is that text's */
static inline void
sm_transcript_start(SmText *out, const SmText *text)
{
	memcpy(out, text, offsetof(SmText, cp));
	out->length = 0;
}

/* Append a letter, unless there is no room for more */
static inline void
sm_transcript_add(SmText *out, uint32_t c, bool upper)
{
	if (out->length == SM_TEXT_MAX)
		return;
	out->cp[out->length] = c;
	out->upper[out->length++] = upper;
}

/* Append Latin letters, all small or all capitals */
static inline void
sm_transcript_append(SmText *out, const char *latin, bool upper)
{
	for (; *latin != '\0'; latin++)
		sm_transcript_add(out, (uint8_t) *latin, upper);
}

#endif
