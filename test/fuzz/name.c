/*
 * Fuzz target of src/name for libFuzzer: the input up to the first line feed is one name, the rest
 * another.  Run by make fuzz.
 */
#include <string.h>

#include "data/romanize_table.h"
#include "name/korean/romanize.h"
#include "name/node/bound.h"
#include "name/node/summary.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/reading/unpack.h"
#include "name/weight.h"
#include "demand.h"

/* Romanise into a block of just the size that is promised to suffice */
static void
Romanize(const char *name, size_t length)
{
	char	   *out = malloc(length > 0 ? length * SM_ROMAN_GROWTH : 1);

	for (int system = 0; system < sm_romanisation_count; system++)
		Demand(sm_romanize(out, name, length, system, length & 1) <= length * SM_ROMAN_GROWTH,
			   "length of a romanised name");
	free(out);
}

/* Read a name from a block of just its size, and check what holds for one */
static void
Read(uint8_t *reading, const uint8_t *bytes, size_t length)
{
	char	   *copy = malloc(length > 0 ? length : 1);
	uint8_t		again[SM_READING_MAX];
	int			n;

	if (length > 0)
		memcpy(copy, bytes, length);
	n = sm_read(reading, copy, length);
	Demand(n >= SM_READING_HEADER && n <= SM_READING_MAX, "length of a reading");
	Demand(sm_reading_valid(reading, (size_t) n), "a reading is valid");
	Demand(sm_read(again, copy, length) == n && memcmp(reading, again, (size_t) n) == 0, "same bytes again");
	Demand(sm_similarity(reading, reading) == (SM_READING_KINDS(reading) == 0 ? 0 : SM_SIMILARITY_ONE),
		   "a name is itself");
	Romanize(copy, length);
	free(copy);
}

/* The packed summary of one reading */
static void
Summarise(uint8_t *key, const uint8_t *reading)
{
	SmSummary	summary;

	sm_summary_start(&summary);
	sm_summary_add(&summary, reading);
	sm_summary_pack(key, &summary, SM_SUMMARY_MAX);
}

/* Widen a packed summary by another */
static void
Union(uint8_t *key, const uint8_t *other)
{
	SmSummary	summary;

	sm_summary_start(&summary);
	sm_summary_add(&summary, key);
	sm_summary_add(&summary, other);
	sm_summary_pack(key, &summary, SM_SUMMARY_MAX);
}

/* What holds for a query and a reading */
static void
CheckQuery(const uint8_t *a, const uint8_t *b)
{
	uint8_t		one[SM_SUMMARY_MAX];
	uint8_t		both[SM_SUMMARY_MAX];
	uint8_t		turned[SM_SUMMARY_MAX];
	SmProbe		query;
	int			s = sm_similarity(a, b);

	Demand(s >= 0 && s <= SM_SIMILARITY_ONE, "range of a similarity");
	Demand(sm_similarity(b, a) == s, "symmetry");
	sm_probe_prepare(&query, a);
	Demand(sm_query_similarity(&query.query, b) == s, "similarity of a query");
	Demand(sm_query_matches(&query.query, b, s), "a query matches at the similarity");
	Demand(!sm_query_matches(&query.query, b, s + 1), "a query does not match above it");
	Demand(sm_query_matches(&query.query, b, SM_THRESHOLD) == (s >= SM_THRESHOLD), "a query matches at the threshold");

	Summarise(one, a);
	Summarise(turned, b);
	Demand(sm_bound(&query, turned) >= s, "bound of one reading");
	Summarise(both, a);
	Union(both, turned);
	Union(turned, one);
	Demand(sm_bound(&query, both) >= s, "bound of a union");
	Demand(sm_bound(&query, both) >= sm_similarity(a, a), "bound of a union that holds the query");
	Demand(sm_bound(&query, both) == sm_bound(&query, turned), "bound of a union turned round");
}

extern int	LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	const uint8_t *cut = length > 0 ? memchr(bytes, '\n', length) : NULL;
	size_t		first = cut != NULL ? (size_t) (cut - bytes) : length;
	uint8_t		a[SM_READING_MAX];
	uint8_t		b[SM_READING_MAX];

	Read(a, bytes, first);
	Read(b, cut != NULL ? cut + 1 : bytes, cut != NULL ? length - first - 1 : length);
	CheckQuery(a, b);
	CheckQuery(b, a);
	return 0;
}
