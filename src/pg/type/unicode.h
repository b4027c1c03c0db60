#ifndef SANCT_TYPE_UNICODE_H
#define SANCT_TYPE_UNICODE_H

extern uint8 ServerUnicode(void);

extern void TellStoredUnicode(uint8 unicode, bool of_query);

extern const char *UnicodeText(int unicode);

#endif
