/* What transport made of characters: entities of HTML and XML, escapes of URLs */
#ifndef SM_TEXT_TRANSPORT_H
#define SM_TEXT_TRANSPORT_H

#include <stdbool.h>
#include <stdint.h>

/* May an entity or an escape begin with this byte? */
static inline bool
sm_is_transport(unsigned char c)
{
	return c == '&' || c == '%';
}

extern int	sm_transport_decode(uint32_t *character, const char *utf8, int length);

#endif
