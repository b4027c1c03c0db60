/* A part of a text as a text of its own */
#include "name/text/part.h"

#include <string.h>

/* The code points of a span as a text of their own */
void
sm_text_part(SmText *part, const SmText *text, SmSpan span)
{
	memset(part, 0, offsetof(SmText, cp));
	part->length = sm_span_length(span);
	memcpy(part->cp, text->cp + span.from, (size_t) part->length * sizeof(part->cp[0]));
	memcpy(part->upper, text->upper + span.from, (size_t) part->length * sizeof(part->upper[0]));
	part->ascii = true;
	for (int i = 0; i < part->length; i++)
	{
		uint32_t	c = part->cp[i];

		part->ascii &= c < 0x80;
		part->letters += c < 0x80 ? sm_is_latin(c) : sm_is_part(c);
	}
}
