#ifndef SANCT_BASE_NEAREST_H
#define SANCT_BASE_NEAREST_H

/* What was meant by a word that does not exist: the nearest of those that do, for a hint */

#include "access/attnum.h"
#include "utils/relcache.h"

/* The nearest word so far; none where the one asked for is among them, for then it is not misspelt */
typedef struct NearestWord
{
	const char *asked;
	const char *word;			/* NULL: none is near */
	int			distance;		/* a word is near that is less far away, in letters to change */
} NearestWord;

extern void SanctStartNearest(NearestWord *nearest, const char *asked);

/* Try a word, which is not copied */
extern void SanctTryNearest(NearestWord *nearest, const char *word);

/* What to begin a hint with: Perhaps you meant the list "ofac-sdn". and a blank; nothing if no word is near */
extern const char *SanctPerhaps(const NearestWord *nearest, const char *what);

/* The same of some words */
extern const char *SanctPerhapsOf(const char *asked, const char *what, const char *const *words, int count);

/* Complain of a column that a relation does not have; the further hint may be empty */
extern void SanctRefuseColumn(Relation relation, const char *name, const char *hint);

/* A column of a relation, which must exist */
extern AttrNumber SanctFindColumn(Relation relation, const char *name);

#endif
