/* What a field falls into, and what in each part of it may be a name */
#ifndef SM_FIELD_SEGMENT_H
#define SM_FIELD_SEGMENT_H

#include <stdbool.h>

#include "name/field/token.h"
#include "name/text/part.h"

/* Of a word that parts: it is in no segment */
#define SM_NO_SEGMENT 255

/* What stands between two things that part names, and what of it may be a name */
typedef struct SmSegment
{
	SmSpan		all;
	SmSpan		person;			/* all that is beside a name is off at both ends */
	SmSpan		words;			/* titles, roles, labels of ships and numbers that are no part of a name are off */
	SmSpan		bare;			/* places and branches too */
	int			unknown;		/* words of it that may belong to a name */
	int			others;			/* such words in other segments */
	bool		whole;			/* it is all of the field */
	bool		cut;			/* something but a blank parts what was taken off its words */
	bool		company;		/* it has a word of a company */
	bool		vessel;			/* a ship's label stands in the field */
	bool		number;			/* a short number was taken off that nothing says is another thing's */
} SmSegment;

extern void sm_field_segments(SmFieldTokens *tokens);
extern bool sm_field_leaves_number(const SmFieldTokens *tokens, SmSpan all, SmSpan person);
extern bool sm_field_labelled(const SmFieldTokens *tokens, int i);
extern bool sm_field_segment(SmSegment *segment, const SmFieldTokens *tokens, int from);

#endif
