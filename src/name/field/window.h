/* Korean names among words of which nothing is known */
#ifndef SM_FIELD_WINDOW_H
#define SM_FIELD_WINDOW_H

#include "name/field/segment.h"
#include "name/field/token.h"
#include "name/korean/hypothesis.h"
#include "name/text/part.h"

/* A part of a segment that reads as a Korean's name by itself */
typedef struct SmWindow
{
	SmSpan		place;			/* words of the field */
	SmSpan		korean;			/* code points */
	SmKorean	reading;
} SmWindow;

/* Windows that are kept of a segment */
#define SM_WINDOWS_MAX 5

extern SmSpan sm_field_clause(const SmFieldTokens *tokens, int from, int end);
extern int	sm_field_windows(SmWindow *windows, int room, const SmFieldTokens *tokens, const SmSegment *segment);

#endif
