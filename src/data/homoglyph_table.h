/* Letters that look like Latin ones */
#ifndef SM_HOMOGLYPH_TABLE_H
#define SM_HOMOGLYPH_TABLE_H

#include <stdbool.h>
#include <stdint.h>

/* A lower-case letter, a digit or a mark and the ones of a-z that it and its capital look like, 0 = none; sorted */
typedef struct SmHomoglyph
{
	uint32_t	letter;
	char		small;
	char		capital;
} SmHomoglyph;

extern const SmHomoglyph sm_homoglyphs[];
extern const int sm_homoglyph_count;

#endif
