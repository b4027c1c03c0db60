/* A name read, and its reading packed */
#ifndef SM_READING_READ_H
#define SM_READING_READ_H

#include <stddef.h>
#include <stdint.h>

extern int	sm_read_noted(uint8_t *reading, const char *utf8, size_t length, unsigned *notes);
extern int	sm_read(uint8_t *reading, const char *utf8, size_t length);

#endif
