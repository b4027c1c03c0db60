#ifndef SANCT_BASE_ENCODING_H
#define SANCT_BASE_ENCODING_H

extern bool ServerIsUtf8(void);
extern const char *ServerToUtf8(const char *s, int *length);
extern const char *Utf8ToServer(const char *s, int *length);

#endif
