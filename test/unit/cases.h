/* Tables of names that are the same or different, and how they are checked */
#ifndef CASES_H
#define CASES_H

#include <stdio.h>
#include <string.h>

#include "name/korean/hypothesis.h"
#include "name/korean/korean.h"
#include "name/korean/system.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/text/fold.h"
#include "name/text/text.h"
#include "name/weight.h"
#include "harness.h"

/* Two names and what they show */
typedef struct Case
{
	const char *what;
	const char *a;
	const char *b;
} Case;

/* Count a check of a case */
static inline void
CheckCase(bool ok, const char *verdict, const Case *c, int similarity)
{
	if (!ok)
		printf("%s, ", verdict);
	Check(ok, c->what, c->a, c->b, similarity);
}

/* Similarity of two names; *korean tells whether both were read as Korean */
static inline int
Similarity(const char *a, const char *b, bool *korean)
{
	uint8_t		x[SM_READING_MAX];
	uint8_t		y[SM_READING_MAX];

	sm_read(x, a, strlen(a));
	sm_read(y, b, strlen(b));
	*korean = SM_IS_KOREAN(x) && SM_IS_KOREAN(y);
	return sm_similarity(x, y);
}

/* Every pair is Korean and matches, both ways */
static inline void
CheckSame(const Case *same, int n)
{
	for (const Case *c = same; c < same + n; c++)
	{
		bool		korean;
		int			s = Similarity(c->a, c->b, &korean);

		CheckCase(korean, "should be Korean", c, s);
		CheckCase(s >= SM_THRESHOLD, "should match", c, s);
		CheckCase(Similarity(c->b, c->a, &korean) == s, "should commute", c, s);
	}
}

/* Report what is known to fail, uncounted; what no longer does is a failure, so that somebody takes it off the list */
static inline void
ReportKnown(const Case *known, int n)
{
	for (const Case *c = known; c < known + n; c++)
	{
		bool		korean;
		int			s = Similarity(c->a, c->b, &korean);

		if (s >= SM_THRESHOLD)
			CheckCase(false, "is listed as known to fail, but matches", c, s);
		else
			printf("known to fail, %s: \"%s\" \"%s\" (%d)\n", c->what, c->a, c->b, s);
	}
}

/* No pair matches, either way */
static inline void
CheckDifferent(const Case *different, int n)
{
	for (const Case *c = different; c < different + n; c++)
	{
		bool		korean;
		int			s = Similarity(c->a, c->b, &korean);

		CheckCase(s < SM_THRESHOLD, "should differ", c, s);
		CheckCase(Similarity(c->b, c->a, &korean) == s, "should commute", c, s);
	}
}

/* Names alike in what they could stand for, b's title being the system that a is read in */
static inline void
CheckSystem(const Case *read, int n)
{
	for (const Case *c = read; c < read + n; c++)
	{
		static SmText text;
		SmKorean	korean;

		sm_text_fold(&text, c->a, strlen(c->a));
		CheckCase(sm_korean_read(&korean, &text) &&
			  strcmp(sm_system_title(korean.hypothesis[0].system), c->b) == 0, "should be read in", c, 0);
	}
}

#endif
