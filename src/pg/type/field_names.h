#ifndef SANCT_TYPE_FIELD_NAMES_H
#define SANCT_TYPE_FIELD_NAMES_H

/* What a field was taken for, told in words */

#include "name/field/candidate.h"
#include "name/reading/account.h"
#include "name/reading/read.h"
#include "name/text/part.h"

/* Read a field of the server's encoding in a way, and keep what it was taken for; palloc'd */
extern SmAccount *SanctAccountOf(const char *field, int length, SmReadAs as);

/* The part of a field, read as screening does that of what it is, that is most similar to a listed name; palloc'd */
extern text *SanctMatchedPart(const char *field, int length, SmNamed named, const uint8 *listed);

/* What something beside a name is called */
extern const char *SanctBesideTitle(const SmBesideWord *beside);

/* Some code points of a field in the server's encoding; palloc'd */
extern char *SanctAccountText(const SmAccount *account, SmSpan span);

#endif
