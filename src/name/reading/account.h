/* What a field was taken for: the names that it holds, and what stands beside each */
#ifndef SM_READING_ACCOUNT_H
#define SM_READING_ACCOUNT_H

#include <stddef.h>
#include <stdint.h>

#include "name/field/candidate.h"
#include "name/field/field.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/text/part.h"
#include "name/text/text.h"

/* A field that was read: its names are those of the reading, in their order */
typedef struct SmAccount
{
	SmText		text;
	SmFieldNames field;
	uint8_t		reading[SM_READING_MAX];
	int			length;			/* of the reading */
	int			count;			/* names */
} SmAccount;

/* Bytes of the text of a name */
#define SM_ACCOUNT_TEXT_MAX (4 * SM_TEXT_MAX)

extern void sm_account(SmAccount *account, const char *utf8, size_t length, SmReadAs as);
extern SmSpan sm_account_name(const SmAccount *account, int name);
extern int	sm_account_beside(SmBesideWord *beside, const SmAccount *account, int name);
extern int	sm_account_words(char *out, const SmAccount *account, int name);
extern int	sm_account_text(char *out, const SmAccount *account, SmSpan span);

#endif
