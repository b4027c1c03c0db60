#ifndef SANCT_TYPE_UNICODE_H
#define SANCT_TYPE_UNICODE_H

/* The version of Unicode that names are read by */

extern uint8 SanctServerUnicode(void);

extern void SanctTellStoredUnicode(uint8 unicode, bool of_query);

extern const char *SanctUnicodeText(int unicode);

#endif
