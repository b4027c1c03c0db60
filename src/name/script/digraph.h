/* Letters that stand for a sound together, or for another one in front of a word: Greek and Armenian */
#ifndef SM_SCRIPT_DIGRAPH_H
#define SM_SCRIPT_DIGRAPH_H

#include <stdbool.h>
#include <stdint.h>

#include "name/text/text.h"

/* Is it a letter of a script that has such: Greek or Armenian? */
static inline bool
sm_has_digraphs(uint32_t c)
{
	return (c >= 0x370 && c <= 0x3FF) || (c >= 0x530 && c <= 0x58F) || (c >= 0x1F00 && c <= 0x1FFF);
}

extern int	sm_digraph_transcribe(SmText *out, const SmText *text, int from);

#endif
