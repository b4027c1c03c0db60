#ifndef SANCT_DESK_CLEARANCE_H
#define SANCT_DESK_CLEARANCE_H

#include "datatype/timestamp.h"

/* Refuses a moment at which a clearance would have lapsed before it holds */
extern void SanctCheckExpiry(TimestampTz expires);

#endif
