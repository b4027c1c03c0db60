#ifndef SANCT_TYPE_READING_TYPE_H
#define SANCT_TYPE_READING_TYPE_H

#include "pg/type/checked.h"

extern SanctReading *SanctMakeReading(const char *name, int length);

#endif
