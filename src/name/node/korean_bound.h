/* The bound of the similarity of a Korean reading with that of any member of a node */
#ifndef SM_NODE_KOREAN_BOUND_H
#define SM_NODE_KOREAN_BOUND_H

#include <stdint.h>

#include "name/node/korean_probe.h"

extern int	sm_korean_bound(const SmKoreanProbe *query, const uint8_t *korean, int floor);

#endif
