#ifndef SANCT_TYPE_UNREAD_H
#define SANCT_TYPE_UNREAD_H

/* What is told of names that could not be read wholly */

/* A row or name that could not be looked at as a whole */
#define ERRCODE_SANCTIONS_UNREAD MAKE_SQLSTATE('S', 'A', 'N', '0', '2')

/* Why a name could not be read wholly, by the notes that SanctReadScreened made: sentences for a DETAIL */
extern const char *SanctWhyUnread(unsigned notes);

/* Warn of a name that is held against the lists and could not be read wholly, by these notes */
extern void SanctWarnUnread(unsigned notes);

/* Has a name that was read nothing to compare, no letter, and is that all there is to say of it? */
extern bool SanctIsBlank(const uint8 *reading, unsigned notes);

/* Warn of such a name */
extern void SanctWarnBlank(void);

#endif
