#ifndef SANCT_TYPE_QUERY_TYPE_H
#define SANCT_TYPE_QUERY_TYPE_H

/* Type sanct_query: a name with a threshold of its own */

#include "pg/type/checked.h"

extern SanctQuery *SanctMakeQuery(const uint8 *reading, int reading_length, const char *name, int length,
								  int threshold);

extern SanctQuery *SanctReadQuery(const char *name, int length, int threshold);

#endif
