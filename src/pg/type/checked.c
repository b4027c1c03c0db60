/* The readings inside stored values, which may be damaged or of another version */
#include "postgres.h"

#include "pg/type/checked.h"

#include "name/reading/similarity.h"
#include "name/reading/unpack.h"

/* Refuse what is no reading of this version, or of no length: not inside its value */
void
SanctRefuseStored(StoredReading stored)
{
	const char *what = stored.of_query ? "the query" : "a stored reading";
	const char *hint = stored.of_query ? "Make it anew with sanct_query." :
		"Run UPDATE to set the column to sanct_read of the name again.";

	if (stored.length > 0)
		SanctCheckReadingVersion(stored.data[0], what, hint);
	ereport(ERROR,
			(errcode(ERRCODE_DATA_CORRUPTED), errmsg("%s is damaged", what), errhint("%s", hint)));
}

/* The bytes of a reading of this version that is whole */
const uint8 *
SanctCheckStored(StoredReading stored)
{
	if (unlikely(!sm_reading_valid(stored.data, stored.length)))
		SanctRefuseStored(stored);
	return stored.data;
}

/* Similarity of two stored readings in thousandths; what it does not rest on is not looked at */
int
SanctStoredSimilarity(StoredReading a, StoredReading b)
{
	int			similarity = sm_stored_similarity(a.data, a.length, b.data, b.length);

	if (unlikely(similarity == SM_DAMAGED))
	{
		SanctCheckStored(a);
		SanctRefuseStored(b);
	}
	CheckStoredUnicode(a);
	CheckStoredUnicode(b);
	return similarity;
}

/* The same, and tell if it was made with another version of Unicode */
static const uint8 *
Get(StoredReading stored)
{
	const uint8 *reading = SanctCheckStored(stored);

	CheckStoredUnicode(stored);
	return reading;
}

/* The reading inside a stored sanct_reading */
const uint8 *
SanctGetReading(SanctReading *r)
{
	return Get(OfReading(r));
}

/* The reading inside a query */
const uint8 *
SanctGetQueryReading(SanctQuery *query)
{
	return Get(OfQuery(query));
}

/* Refuse a reading made by another version of the algorithm */
void
SanctCheckReadingVersion(uint8 version, const char *what, const char *hint)
{
	if (unlikely(version != SM_VERSION))
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("%s was made by version %d of the matching algorithm", what, version),
				 errdetail("This server has version %d.", SM_VERSION),
				 errhint("%s", hint)));
}
