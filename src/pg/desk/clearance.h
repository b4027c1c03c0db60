#ifndef SANCT_DESK_CLEARANCE_H
#define SANCT_DESK_CLEARANCE_H

/* Clearances that are given though no alert was raised */

#include "datatype/timestamp.h"

/* Refuse a moment at which a clearance would have lapsed before it holds */
extern void SanctCheckExpiry(TimestampTz expires);

#endif
