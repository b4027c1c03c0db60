#ifndef SANCT_TYPE_CHECKED_H
#define SANCT_TYPE_CHECKED_H

/* The stored values sanct_reading and sanct_query, and the readings inside them, checked as far as they are used */

#include "fmgr.h"

#include "name/reading/reading.h"
#include "pg/base/compat.h"
#include "pg/type/unicode.h"

/* A parsed name: the reading, then the name in the server's encoding */
typedef struct SanctReading
{
	int32		vl_len_;
	uint16		reading_length;
	uint8		data[FLEXIBLE_ARRAY_MEMBER];
} SanctReading;

/* Only of one that OfReading has accepted, or that has just been made */
#define SANCT_READING_NAME(r) ((char *) (r)->data + (r)->reading_length)
#define SANCT_READING_NAME_LENGTH(r) \
	((int) (VARSIZE(r) - offsetof(SanctReading, data) - (r)->reading_length))
#define PG_GETARG_SANCT_READING(n) ((SanctReading *) PG_DETOAST_DATUM(PG_GETARG_DATUM(n)))

/* A name with a threshold of its own: the reading, then the name in the server's encoding */
typedef struct SanctQuery
{
	int32		vl_len_;
	uint16		threshold;		/* thousandths */
	uint16		reading_length;
	uint8		data[FLEXIBLE_ARRAY_MEMBER];
} SanctQuery;

/* The same of OfQuery */
#define SANCT_QUERY_NAME(q) ((char *) (q)->data + (q)->reading_length)
#define SANCT_QUERY_NAME_LENGTH(q) \
	((int) (VARSIZE(q) - offsetof(SanctQuery, data) - (q)->reading_length))

#define PG_GETARG_SANCT_QUERY(n) ((SanctQuery *) PG_DETOAST_DATUM(PG_GETARG_DATUM(n)))

/* Where a reading stands in a stored value, which may be damaged */
typedef struct StoredReading
{
	const uint8 *data;
	int			length;
	bool		of_query;
} StoredReading;

extern void SanctRefuseStored(StoredReading stored);

/*
 * Where the reading of a stored sanct_reading stands, which is inside the value, as is the name
 * behind it; what it says has not been looked at
 */
static inline StoredReading
OfReading(SanctReading *r)
{
	Size		size = VARSIZE(r);

	if (unlikely(size < offsetof(SanctReading, data) || size - offsetof(SanctReading, data) < r->reading_length))
		SanctRefuseStored((StoredReading) {r->data, 0, false});
	return (StoredReading) {r->data, r->reading_length, false};
}

/* The same of a sanct_query */
static inline StoredReading
OfQuery(SanctQuery *query)
{
	Size		size = VARSIZE(query);

	if (unlikely(size < offsetof(SanctQuery, data) || size - offsetof(SanctQuery, data) < query->reading_length))
		SanctRefuseStored((StoredReading) {query->data, 0, true});
	return (StoredReading) {query->data, query->reading_length, true};
}

extern const uint8 *SanctCheckStored(StoredReading stored);
extern int	SanctStoredSimilarity(StoredReading a, StoredReading b);
extern const uint8 *SanctGetReading(SanctReading *r);
extern const uint8 *SanctGetQueryReading(SanctQuery *query);

extern void SanctCheckReadingVersion(uint8 version, const char *what, const char *hint);

/* Tell of a stored reading of this version of the algorithm that another version of Unicode was read by */
static inline void
CheckStoredUnicode(StoredReading stored)
{
	if (unlikely(SM_READING_UNICODE(stored.data) != SanctServerUnicode()))
		SanctTellStoredUnicode(SM_READING_UNICODE(stored.data), stored.of_query);
}

#endif
