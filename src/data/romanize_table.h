/* Systems that write Hangul in other letters */
#ifndef SM_ROMANIZE_TABLE_H
#define SM_ROMANIZE_TABLE_H

#include <stdbool.h>
#include <stdint.h>

/* Bytes of the longest spelling of a jamo or an open syllable and its end; pointers would be changed while loading */
#define SM_SPELLED_BYTES 10

/* A system that writes Hangul in other letters: UTF-8 spellings of the jamo in the order of Unicode */
typedef struct SmRomanisation
{
	const char *name;
	bool		voiced_through;	/* onsets are voiced after the word before in the same name, too */
	const char *between_syllables;	/* of a given name: nothing makes it one word */
	const char *between_names;	/* surname and given name */
	char		onset[19][SM_SPELLED_BYTES];
	char		voiced[19][SM_SPELLED_BYTES];		/* after a vowel or a nasal or liquid coda */
	char		nucleus[21][SM_SPELLED_BYTES];
	char		coda[28][SM_SPELLED_BYTES];
	/* onset and nucleus together, plain ones and then voiced; NULL = one after the other */
	const char (*open)[SM_SPELLED_BYTES];
} SmRomanisation;

#define SM_OPEN_SYLLABLE(voiced, onset, nucleus) (((voiced) * 19 + (onset)) * 21 + (nucleus))

extern const SmRomanisation sm_romanisations[];
extern const int sm_romanisation_count;

/* What is written where two syllables of a word meet; indexes as above, coda as heard */
typedef struct SmJoint
{
	uint8_t		system;
	uint8_t		coda;
	uint8_t		onset;
	const char *written;
	const char *apart;			/* with a blank for what stands between them; NULL = as if they did not meet */
} SmJoint;

extern const SmJoint sm_joints[];
extern const int sm_joint_count;

/* The coda that is heard of each coda, and whether an onset after it is voiced */
extern const uint8_t sm_coda_heard[28];
extern const bool sm_coda_voices[28];

/* Most bytes that a syllable has in any system, with what stands before it */
#define SM_ROMAN_SYLLABLE_MAX 15

#endif
