/* What of a name's words may be aligned with another's, a key each: what keys of a stored index are made of */
#ifndef SM_LOOKUP_INDEX_UNITS_H
#define SM_LOOKUP_INDEX_UNITS_H

#include "name/lookup/key_sink.h"
#include "name/lookup/word_units.h"
#include "name/words/pack.h"

extern int	sm_index_units(SmWordUnit units[SM_UNITS_MAX], const SmView *view, SmKeySide side);

#endif
