#ifndef SANCTMATCH_H
#define SANCTMATCH_H

#include "postgres.h"

#include "fmgr.h"

#include "name/reading.h"
#include "pg/compat.h"

/* A parsed name: the reading, then the name in the server's encoding */
typedef struct SanctReading
{
	int32		vl_len_;
	uint16		reading_length;
	uint8		data[FLEXIBLE_ARRAY_MEMBER];
} SanctReading;

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

#define SANCT_QUERY_NAME(q) ((char *) (q)->data + (q)->reading_length)
#define SANCT_QUERY_NAME_LENGTH(q) \
	((int) (VARSIZE(q) - offsetof(SanctQuery, data) - (q)->reading_length))

#define PG_GETARG_SANCT_QUERY(n) ((SanctQuery *) PG_DETOAST_DATUM(PG_GETARG_DATUM(n)))

/* The reading of a text that is constant over many calls, kept in fn_extra */
typedef struct ReadingCache
{
	char	   *name;
	int			length;
	int			allocated;
	SmQuery		query;			/* prepared from the reading */
	uint8		reading[SM_READING_MAX];
} ReadingCache;

extern int	ReadName(uint8 *reading, const char *name, int length);
extern const uint8 *ReadCached(FunctionCallInfo fcinfo, int slot, text *name);
extern const SmQuery *PrepareCached(FunctionCallInfo fcinfo, text *name);
extern const SmQuery *PrepareReading(FunctionCallInfo fcinfo, const uint8 *reading, int length);
extern void CheckReadingVersion(uint8 version, const char *what, const char *hint);
extern void CheckReadingSize(Size size, int reading_length);
extern const uint8 *GetReading(SanctReading *r);
extern const uint8 *GetQueryReading(SanctQuery *query);
extern int	ThousandthsOf(float4 threshold);
extern SanctQuery *ReadQuery(const char *name, int length, int threshold);
extern void CheckScreening(bool threshold_isnull, bool max_hits_isnull, int32 max_hits);
extern const char *TierOf(const uint8 *a, const uint8 *b);
extern SanctReading *MakeReading(const char *name, int length);

#endif
