/* What of a name could not be read */
#ifndef SM_READING_NOTES_H
#define SM_READING_NOTES_H

#include <stdint.h>

#include "name/text/text.h"

/* What of a name could not be read, a bit each */
#define SM_NOTE_CUT 1			/* it was cut at a limit */
#define SM_NOTE_WORDS 2			/* it has more words than are kept */
#define SM_NOTE_UNREAD 4		/* its letters are of scripts that are not read */
#define SM_NOTE_MASKED 8		/* a letter has been made unreadable */

extern unsigned sm_notes(const SmText *text, const uint8_t *reading);

#endif
