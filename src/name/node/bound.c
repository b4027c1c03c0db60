/* The bound of the similarity of a name with any name below a node of an index */
#include "name/node/bound.h"

#include <stdint.h>

#include "name/node/korean_bound.h"
#include "name/node/korean_summary.h"
#include "name/node/summary.h"
#include "name/reading/reading.h"
#include "name/weight.h"

/* Prepare a reading to be compared with many others and with nodes; it must live as long */
void
sm_probe_prepare(SmProbe *probe, const uint8_t *reading)
{
	sm_query_prepare(&probe->query, reading);
	for (int i = 0; i < probe->query.count; i++)
	{
		const SmQueryName *query = &probe->query.name[i];

		if (SM_IS_KOREAN(query->name.reading))
			sm_korean_probe(&probe->name[i].korean, &query->name, &query->parts);
		if (SM_HAS_WORDS(query->name.reading))
			sm_words_probe(&probe->name[i].words, SM_WORDS_PART(query->name.reading), query->name.price);
	}
}

/* Upper bound of the similarity of name i and any name of a node, in thousandths, if at least floor > 0, else less */
static int
NodeBound(const SmProbe *probe, int i, const uint8_t *key, int floor)
{
	int			kinds = SM_READING_KINDS(probe->query.name[i].name.reading) & SM_READING_KINDS(key);
	const uint8_t *part = key + SM_SUMMARY_HEADER;
	int			best = 0;

	if (kinds & SM_KIND_KOREAN)
		best = sm_korean_bound(&probe->name[i].korean, part, floor);
	if (SM_IS_KOREAN(key))
		part += SM_KOREAN_SUMMARY_BYTES;
	if (kinds & SM_KIND_WORDS)
	{
		int			words = sm_words_bound(&probe->name[i].words, part, best >= floor ? best + 1 : floor);

		best = words > best ? words : best;
	}
	return best;
}

/* Upper bound of the similarity of any name of a reading and any name of a node, in thousandths */
int
sm_bound(const SmProbe *probe, const uint8_t *key)
{
	int			best = 0;

	for (int i = 0; i < probe->query.count && best < SM_SIMILARITY_ONE; i++)
	{
		int			bound = NodeBound(probe, i, key, best + 1);

		best = bound > best ? bound : best;
	}
	return best;
}

/* Is that bound at least the threshold? */
bool
sm_bound_reaches(const SmProbe *probe, const uint8_t *key, int threshold)
{
	for (int i = 0; i < probe->query.count; i++)
		if (threshold <= 0 || NodeBound(probe, i, key, threshold) >= threshold)
			return true;
	return false;
}
