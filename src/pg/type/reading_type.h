#ifndef SANCT_TYPE_READING_TYPE_H
#define SANCT_TYPE_READING_TYPE_H

/* Type sanct_reading: a name with what it is read as */

#include "pg/type/checked.h"

extern SanctReading *SanctMakeReading(const char *name, int length);

#endif
