/* Names in a running text */
#ifndef SM_PROSE_PROSE_H
#define SM_PROSE_PROSE_H

#include <stdbool.h>
#include <stddef.h>

#include "name/prose/mention.h"

extern size_t sm_prose_scan(const char *utf8, size_t length,
							bool (*found) (void *context, const SmMention *mention), void *context);

#endif
