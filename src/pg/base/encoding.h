#ifndef SANCT_BASE_ENCODING_H
#define SANCT_BASE_ENCODING_H

/* Texts between the server's encoding and UTF-8 */

extern bool SanctIsServerUtf8(void);
extern const char *SanctServerToUtf8(const char *s, int *length);
extern const char *SanctUtf8ToServer(const char *s, int *length);

#endif
