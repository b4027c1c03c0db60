/* A few words of a text read as a name */
#ifndef SM_PROSE_PROSE_WINDOW_H
#define SM_PROSE_PROSE_WINDOW_H

#include <stdbool.h>
#include <stddef.h>

#include "name/prose/prose_state.h"
#include "name/weight.h"

/* What a Korean's name in a text must show, in weights, and the similarity that a listed person's must reach */
typedef struct SmDemand
{
	SmWeight	odds;
	SmWeight	self;
	int			threshold;
} SmDemand;

extern void sm_prose_korean(SmProse *prose, size_t from, size_t to, const SmDemand *demand);
extern void sm_prose_words(SmProse *prose, size_t from, size_t to);

#endif
