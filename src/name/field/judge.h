/* How a part of a field reads as a Korean's name */
#ifndef SM_FIELD_JUDGE_H
#define SM_FIELD_JUDGE_H

#include <stdbool.h>

#include "name/korean/hypothesis.h"
#include "name/text/part.h"
#include "name/text/text.h"
#include "name/weight.h"

/* How a part of a field reads as a Korean's name */
typedef struct SmJudged
{
	bool		korean;			/* it can be one */
	bool		slip;			/* only with a slip of the pen or a given name of another language */
	bool		initial;
	bool		surname;
	SmWeight	self;			/* about its weight against itself */
	SmKorean	reading;
} SmJudged;

extern void sm_field_judge(SmJudged *judged, const SmText *text, SmSpan span);
extern void sm_field_judge_spelled(SmJudged *judged, const SmText *text, SmSpan span);

#endif
