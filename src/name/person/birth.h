/* What two sets of birth dates say */
#ifndef SM_PERSON_BIRTH_H
#define SM_PERSON_BIRTH_H

#include "data/birth_bits_table.h"
#include "name/person/birth_text.h"
#include "name/weight.h"

/* Two sets of dates compared: the pair that says most for one person */
typedef struct SmBirthPair
{
	int			subject;		/* places of the pair in the two sets */
	int			listed;
	SmBirthLevel level;
	SmBirthCertainty certainty;
	SmWeight	bits;
} SmBirthPair;

extern SmBirthPair sm_birth_compare(const SmBirth *subject, int subjects, const SmBirth *listed, int n);

#endif
