/* The bound of the similarity of a name with any name below a node of an index */
#ifndef SM_NODE_BOUND_H
#define SM_NODE_BOUND_H

#include <stdbool.h>
#include <stdint.h>

#include "name/field/candidate.h"
#include "name/node/korean_probe.h"
#include "name/node/words_bound.h"
#include "name/reading/similarity.h"

/* A reading prepared to be compared with others and with nodes; it must live as long, and the probe stay where it is */
typedef struct SmProbe
{
	SmQuery		query;
	struct
	{
		SmKoreanProbe korean;
		SmWordsProbe words;
	}			name[SM_NAMES_MAX];
} SmProbe;

extern void sm_probe_prepare(SmProbe *probe, const uint8_t *reading);
extern int	sm_bound(const SmProbe *probe, const uint8_t *key);
extern bool sm_bound_reaches(const SmProbe *probe, const uint8_t *key, int threshold);

#endif
