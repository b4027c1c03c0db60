#ifndef SANCT_GUARD_TOLD_H
#define SANCT_GUARD_TOLD_H

/* What of a flagged row may be told to whoever gets the error */

#include "pg/guard/call.h"
#include "pg/guard/options.h"
#include "pg/trail/alert.h"

/* May it be told which entry a row matches, or why its name cannot be read? */
extern bool SanctMayTellHit(const Guard *guard, const SubjectHit *hit);

/* And is that entry of a list that is shown to the role? */
extern bool SanctMayNameEntry(const SubjectHit *hit);

/* Does a key of rows tell none of the names that are screened, or may these be told? */
extern bool SanctIsKeySafe(const GuardOptions *options);

/* May it be told the key of the row: the writer gave it, or may read it, and it is safe */
extern bool SanctMayTellKey(const Guard *guard);

/* What the row does, in words that go on a sentence: matches entry ... */
extern char *SanctDescribeHit(const Guard *guard, const SubjectHit *hit);

/* The same as a JSON object, of which what may not be told is left out */
extern char *SanctHitJson(const Guard *guard, const SubjectHit *hit);

#endif
