/* The candidates of a field */
#ifndef SM_FIELD_OFFER_H
#define SM_FIELD_OFFER_H

#include <stdbool.h>

#include "name/field/candidate.h"
#include "name/field/segment.h"
#include "name/korean/hypothesis.h"
#include "name/text/part.h"

extern SmSpan sm_field_points(const SmFieldTokens *tokens, SmSpan words);
extern bool sm_field_is_all(const SmFieldTokens *tokens, SmSpan span);
extern void sm_field_add_korean(SmFieldNames *field, const SmSegment *segment, SmSpan place, SmSpan points,
								const SmKorean *reading);
extern void sm_field_add_words(SmFieldNames *field, const SmSegment *segment, SmSpan words, bool enough);

#endif
