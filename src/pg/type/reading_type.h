#ifndef SANCT_TYPE_READING_TYPE_H
#define SANCT_TYPE_READING_TYPE_H

/* Type sanct_reading: a name with what it is read as */

#include "name/reading/read.h"
#include "pg/type/checked.h"

extern SanctReading *SanctMakeReading(const char *name, int length);

/* The reading of a name of a list, which is nothing but a name, and of what */
extern SanctReading *SanctMakeListedReading(const char *name, int length, SmNamed named);

#endif
