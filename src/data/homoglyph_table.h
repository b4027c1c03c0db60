#ifndef SM_HOMOGLYPH_TABLE_H
#define SM_HOMOGLYPH_TABLE_H

#include <stdbool.h>
#include <stdint.h>

/* A lower-case letter that looks like one of a-z, or whose capital does; sorted */
typedef struct SmHomoglyph
{
	uint16_t	letter;
	char		latin;
	bool		capital;
} SmHomoglyph;

extern const SmHomoglyph sm_homoglyphs[];
extern const int sm_homoglyph_count;

#endif
