#ifndef SANCT_SCREEN_EVIDENCE_LINES_H
#define SANCT_SCREEN_EVIDENCE_LINES_H

/* What facts say of a subject and an entry, for somebody with a pencil to follow */

#include "nodes/pg_list.h"

#include "name/person/evidence.h"
#include "name/weight.h"
#include "pg/screen/facts.h"

/* A line of it; texts are UTF-8, NULL or empty for none */
typedef struct EvidenceLine
{
	const char *field;
	const char *subject;
	const char *listed;
	const char *level;
	SmWeight	bits;
	bool		no_bits;
} EvidenceLine;

/* Of EvidenceLine *: a line for each field, then their sum, the total and the verdict; all is palloc'd */
extern List *SanctEvidenceLines(const KnownFacts *subject, const KnownFacts *listed, const SmEvidence *evidence);

#endif
