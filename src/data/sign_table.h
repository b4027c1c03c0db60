/* Signs that writers use for one another */
#ifndef SM_SIGN_TABLE_H
#define SM_SIGN_TABLE_H

#include <stdbool.h>
#include <stdint.h>

/* Signs from..to that writers use for one another, and what stands for them; sorted */
typedef struct SmSign
{
	uint32_t	from;
	uint32_t	to;
	uint32_t	as;
	bool		counted;		/* letters in frames, which count on from it */
} SmSign;

extern const SmSign sm_signs[];
extern const int sm_signs_count;

/* The same of what stands behind its letter: apostrophes, carons and breves */
extern const SmSign sm_modifiers[];
extern const int sm_modifiers_count;

#endif
