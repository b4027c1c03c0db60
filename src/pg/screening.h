#ifndef SANCT_SCREENING_H
#define SANCT_SCREENING_H

#include "pg/sanctmatch.h"

#include "executor/spi.h"
#include "nodes/execnodes.h"
#include "utils/relcache.h"
#include "utils/timestamp.h"

#include "pg/matcher.h"

/* A table whose names are being held against lists */
typedef struct Screening
{
	Oid			function;		/* whose lists */
	ListMatcher *lists;
	const char *table;			/* as SQL writes it */
	const char *id_column;
	const char *name_column;
	AttrNumber	name_attribute;
	bool		readings;		/* names are parsed already */
	int			threshold;
	int32		max_hits;
	uint32		part;
	uint32		parts;
	int64		since;			/* only entries that releases after this one have changed; 0 = all */
	ReturnSetInfo *result;
	uint64		rows;
	uint64		hits;
	TimestampTz told;
} Screening;

extern Relation OpenTableOrView(Oid relation);
extern void StartScreening(Screening *screening, FunctionCallInfo fcinfo, Relation subjects);
extern void AddHit(Screening *screening, Datum id, bool id_isnull, Datum name, const ListHit *hit);
extern void ScreenAll(Screening *screening);

#endif
