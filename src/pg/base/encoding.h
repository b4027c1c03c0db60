#ifndef SANCT_BASE_ENCODING_H
#define SANCT_BASE_ENCODING_H

/* Texts between the server's encoding and UTF-8 */

extern bool SanctIsServerUtf8(void);
extern const char *SanctServerToUtf8(const char *s, int *length);
extern const char *SanctUtf8ToServer(const char *s, int *length);
extern const char *SanctUtf8ToServerMarked(const char *s, int *length, bool *complete);

/* A text in UTF-8, and a string in UTF-8 as a text; both are palloc'd */
extern char *SanctTextToUtf8(const text *string);
extern text *SanctUtf8ToText(const char *utf8);

#endif
