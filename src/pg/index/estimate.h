#ifndef SANCT_INDEX_ESTIMATE_H
#define SANCT_INDEX_ESTIMATE_H

/* How many rows match a name: the estimates of the planner */

#include "nodes/pathnodes.h"
#include "nodes/pg_list.h"

extern Oid	SanctTypeOid(Oid schema, const char *name);
extern double SanctEstimateRestriction(PlannerInfo *root, Oid schema, Oid function, Oid collation, List *args,
									   int varRelid);
extern double SanctEstimateJoin(PlannerInfo *root, List *args, JoinType jointype, SpecialJoinInfo *sjinfo);

#endif
