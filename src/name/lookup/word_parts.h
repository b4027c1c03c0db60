/* Parts of a word of which a word one edit apart has one as well */
#ifndef SM_LOOKUP_WORD_PARTS_H
#define SM_LOOKUP_WORD_PARTS_H

#include <stdint.h>

typedef enum SmWordPart
{
	SM_PART_FIRST,
	SM_PART_LAST,
	SM_PART_BOTH,				/* the first and the last letters */
	SM_PARTS
} SmWordPart;

/* How many letters the parts of a member's word have */
typedef struct SmPartLetters
{
	int			end;			/* at its front, or at its end */
	int			both;			/* at each of both */
} SmPartLetters;

/* Most words that two letters turned back may make */
#define SM_TURNED_MAX 2

extern void sm_word_parts(uint64_t hash[SM_PARTS], const uint8_t *letters, int length, SmPartLetters parts);
extern int	sm_word_turned(uint64_t hash[SM_TURNED_MAX], const uint8_t *letters, int length, SmPartLetters parts);

#endif
