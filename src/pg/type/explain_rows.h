#ifndef SANCT_TYPE_EXPLAIN_ROWS_H
#define SANCT_TYPE_EXPLAIN_ROWS_H

/* The rows of an explanation */

#include "lib/stringinfo.h"
#include "nodes/execnodes.h"

#include "name/reading/tier.h"
#include "name/weight.h"

/* An explanation being written */
typedef struct Explanation
{
	ReturnSetInfo *set;			/* where rows go; NULL if only the tier is asked for */
	SmTier		tier;			/* of the part that fits least */
	SmWeight	sum;			/* of the parts so far */
	StringInfo	agrees;			/* NULL: parts are not told in a line */
	StringInfo	against;
	StringInfo	own;			/* parts of a name against itself with their weights; NULL: not told */
} Explanation;

/* What two parts are to each other, and what that weighs */
typedef struct Comparison
{
	const char *relation;
	SmTier		tier;
	SmWeight	weight;
} Comparison;

/* One side of a row: what it is read as, from which letters, and what these may be; NULL or empty: none */
typedef struct LineSide
{
	const char *read;
	const char *written;
	const char *may;
} LineSide;

/* The columns of a row */
typedef struct Line
{
	const char *part;
	LineSide	a;
	LineSide	b;
	const char *relation;
	int			hundredths;		/* of a bit */
	SmWeight	weight;			/* the same exactly, of a part */
	bool		no_bits;
} Line;

/* Are rows asked for that tell letters, too? */
extern bool SanctIsWideExplanation(const Explanation *explanation);

/* Add a row, if rows are asked for */
extern void SanctTellLine(const Explanation *explanation, const Line *line);

/*
 * Add the row of a part, the tier of which counts for the pair.  Bits are rounded so that those of all parts add up to
 * the rounded weight.
 */
extern void SanctTellPart(Explanation *explanation, const char *part, LineSide a, LineSide b, Comparison comparison);

#endif
