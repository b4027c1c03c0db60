/* A part of a text as a text of its own */
#ifndef SM_TEXT_PART_H
#define SM_TEXT_PART_H

#include <stdbool.h>

#include "name/text/text.h"

/* What stands from one place to another: words of a field, code points of a text */
typedef struct SmSpan
{
	int			from;
	int			to;
} SmSpan;

static inline int
sm_span_length(SmSpan span)
{
	return span.to - span.from;
}

static inline bool
sm_span_equal(SmSpan a, SmSpan b)
{
	return a.from == b.from && a.to == b.to;
}

extern void sm_text_part(SmText *part, const SmText *text, SmSpan span);

#endif
