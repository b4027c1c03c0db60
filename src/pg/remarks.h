#ifndef SM_REMARKS_H
#define SM_REMARKS_H

#include "list.h"

extern void remarks_add(ListRelease *release, ListEntry *entry, const char *text,
						const char *value, const char *country, const char *note, const char *uid);
extern void remarks_parse(ListRelease *release, ListEntry *entry, const char *remarks, bool cut);

#endif
