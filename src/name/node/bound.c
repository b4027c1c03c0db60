/* The bound of the similarity of a name with any name below a node of an index */
#include "name/node/bound.h"

#include <stdint.h>

#include "name/node/korean_bound.h"
#include "name/node/korean_summary.h"
#include "name/node/summary.h"
#include "name/reading/reading.h"

/* Prepare a reading to be compared with many others and with nodes; it must live as long */
void
sm_probe_prepare(SmProbe *probe, const uint8_t *reading)
{
	sm_query_prepare(&probe->query, reading);
	if (SM_IS_KOREAN(reading))
		sm_korean_probe(&probe->korean, reading, &probe->query.parts);
	if (SM_HAS_WORDS(reading))
		sm_words_probe(&probe->words, SM_WORDS_PART(reading));
}

/* Upper bound of the similarity of a name and any name of a node, in thousandths, if at least floor > 0, else less */
static int
NodeBound(const SmProbe *probe, const uint8_t *key, int floor)
{
	int			kinds = SM_READING_KINDS(probe->query.reading) & SM_READING_KINDS(key);
	const uint8_t *part = key + SM_SUMMARY_HEADER;
	int			best = 0;

	if (kinds & SM_KIND_KOREAN)
		best = sm_korean_bound(&probe->korean, part, floor);
	if (SM_IS_KOREAN(key))
		part += SM_KOREAN_SUMMARY_BYTES;
	if (kinds & SM_KIND_WORDS)
	{
		int			words = sm_words_bound(&probe->words, part);

		best = words > best ? words : best;
	}
	return best;
}

/* Upper bound of the similarity of a name and any name of a node, in thousandths */
int
sm_bound(const SmProbe *probe, const uint8_t *key)
{
	return NodeBound(probe, key, 1);
}

/* Is that bound at least the threshold? */
bool
sm_bound_reaches(const SmProbe *probe, const uint8_t *key, int threshold)
{
	return threshold <= 0 || NodeBound(probe, key, threshold) >= threshold;
}
