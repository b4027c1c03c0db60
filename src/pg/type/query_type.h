#ifndef SANCT_TYPE_QUERY_TYPE_H
#define SANCT_TYPE_QUERY_TYPE_H

#include "pg/type/checked.h"

extern SanctQuery *QueryOfReading(const uint8 *reading, int reading_length, const char *name, int length,
								  int threshold);

extern SanctQuery *ReadQuery(const char *name, int length, int threshold);

#endif
