#ifndef SANCT_TYPE_EXPLAIN_H
#define SANCT_TYPE_EXPLAIN_H

/* Why two names are one or are not */

#include "nodes/execnodes.h"

#include "name/reading/read.h"

/* A name or field that is explained, and how it was read */
typedef struct Explained
{
	const uint8 *reading;
	const char *name;
	int			length;
	SmReadAs	as;
} Explained;

/* Read a text that is to be explained into a buffer of SM_READING_MAX bytes */
extern Explained SanctReadExplained(uint8 *reading, const text *name, SmReadAs as);

/*
 * Why two names are one, or are not, at a threshold in thousandths: a row for each part, those beside the names, what
 * makes a similarity of the sum, one for the least close part, then the whole
 */
extern void SanctExplain(ReturnSetInfo *set, const Explained *a, const Explained *b, int threshold);

/*
 * Why two names do not match at a threshold, in one line: which parts agree, which do not, and what is wanting.  They
 * are compared by the names and kinds of reading that make them most similar
 */
extern char *SanctWhyNot(const Explained *a, const Explained *b, int threshold);

/* What two names are to one another by the part that fits least, at a threshold in thousandths */
extern const char *SanctTierOf(const uint8 *a, const uint8 *b, int threshold);

#endif
