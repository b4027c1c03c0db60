/* Where a name of a list in memory stands: beside those that are found together with it */
#ifndef SM_LOOKUP_NEIGHBOURS_H
#define SM_LOOKUP_NEIGHBOURS_H

#include <stdint.h>

#include "name/lookup/names_index.h"

extern uint64_t sm_neighbour_key(const uint8_t *reading);
extern uint32_t *sm_neighbours(const SmReadings *members, const SmMemory *memory);

#endif
