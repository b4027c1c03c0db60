/* Letters that stand for a sound together, or for another one in front of a word */
#ifndef SM_DIGRAPH_TABLE_H
#define SM_DIGRAPH_TABLE_H

#include <stdint.h>

/* Letters of a row, at most */
#define SM_DIGRAPH_LETTERS 3

/* Letters of 16 bits, the first one highest, and what they are in front of a word and inside; sorted */
typedef struct SmDigraph
{
	uint64_t	letters;
	char		front[6];
	char		inside[6];
} SmDigraph;

extern const SmDigraph sm_digraphs[];
extern const int sm_digraph_count;

#endif
