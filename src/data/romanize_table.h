#ifndef SM_ROMANIZE_TABLE_H
#define SM_ROMANIZE_TABLE_H

#include <stdbool.h>
#include <stdint.h>

/* A romanisation: UTF-8 spellings of the jamo in the order of Unicode */
typedef struct SmRomanisation
{
	const char *name;
	bool		joined;			/* the syllables of a given name are one word */
	const char *onset[19];
	const char *voiced[19];		/* after a vowel or a nasal or liquid coda of the same word */
	const char *nucleus[21];
	const char *coda[28];
} SmRomanisation;

extern const SmRomanisation sm_romanisations[];
extern const int sm_romanisation_count;

/* What is written where two syllables of a word meet; indexes as above, coda as heard */
typedef struct SmJoint
{
	uint8_t		system;
	uint8_t		coda;
	uint8_t		onset;
	const char *written;
} SmJoint;

extern const SmJoint sm_joints[];
extern const int sm_joint_count;

/* The coda that is heard of each coda, and whether an onset after it is voiced */
extern const uint8_t sm_coda_heard[28];
extern const bool sm_coda_voices[28];

/* Most bytes that a jamo or a joint has in any system */
#define SM_ROMAN_JAMO_MAX 4

#endif
