/* What of a name's words may be aligned with another's, a key each: what keys of a stored index are made of */
#ifndef SM_LOOKUP_INDEX_UNITS_H
#define SM_LOOKUP_INDEX_UNITS_H

#include <stdbool.h>
#include <stdint.h>

#include "name/lookup/key_sink.h"
#include "name/words/join.h"
#include "name/words/pack.h"
#include "name/words/skeleton.h"

/* How words are aligned that have a unit in common, by what that may add, see index_gains.c */
typedef enum SmIndexKind
{
	SM_INDEX_STRONG,			/* equal, alike in sound or where others agree, of one meaning, joined */
	SM_INDEX_NEAR,				/* one edit apart */
	SM_INDEX_INITIAL,			/* a letter and a word */
	SM_INDEX_KINDS
} SmIndexKind;

typedef struct SmIndexUnit
{
	uint64_t	key;
	uint64_t	alone;			/* the key where it is the only one, which tells more words apart */
	uint32_t	words;			/* a bit each */
	uint8_t		kind;			/* SmIndexKind */
	bool		run;			/* several words joined */
} SmIndexUnit;

/* Most units: of a word and of the runs that begin with it, each of a skeleton in every way that it may sound */
#define SM_INDEX_UNITS_MAX (SM_WORDS_KEPT * (SM_JOIN_WORDS * SM_SKELETON_WAYS + 12))

typedef struct SmIndexUnits
{
	int			count;
	SmIndexUnit unit[SM_INDEX_UNITS_MAX];
} SmIndexUnits;

extern void sm_index_units(SmIndexUnits *units, const SmView *view, SmKeySide side);

#endif
