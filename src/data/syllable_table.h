/* The syllables of given names, and the surnames */
#ifndef SM_SYLLABLE_TABLE_H
#define SM_SYLLABLE_TABLE_H

#include <stdbool.h>
#include <stdint.h>

/* Given-name syllables and surnames; a slot of a reading holds ids of one of the two */
#define SM_GIVEN 512
#define SM_SURNAMES 183
/* Bytes of a bitmap of them, whole words */
#define SM_GIVEN_BYTES (8 * ((SM_GIVEN + 63) / 64))
#define SM_SURNAME_BYTES (8 * ((SM_SURNAMES + 63) / 64))
/* Candidates of a slot: id << 7 | q, q = floor(8 log2(p / P)) + SM_Q_ZERO, the likeliest first */
#define SM_CANDIDATES 6
#define SM_Q_ZERO 16
/* A cost that says: not a spelling of this kind */
#define SM_NEVER UINT16_MAX
/* No onset, nucleus or coda: a surname of two syllables */
#define SM_NO_JAMO 255

/* A slot as the tables hold it: the number of its candidates, then the candidates */
typedef const uint16_t *SmSlot;

/* A syllable (or surname of two) in DPRK spelling */
typedef struct SmSyllable
{
	uint16_t	hangul[2];		/* second is 0 for one syllable */
	uint8_t		onset;			/* indexes of the jamo, as Unicode counts them */
	uint8_t		nucleus;
	uint8_t		coda;
	uint8_t		prior;			/* -8 log2 P(syllable), floor of P 2e-4 */
	uint16_t	place;			/* below SM_PLACES, along the order in which confusable syllables lie together */
} SmSyllable;

#define SM_PLACES 1024

/* Given syllables and surnames in so many classes that sound alike: equal shares of the order of their places */
#define SM_SOUNDS 32
#define SM_SURNAME_SOUNDS 16
#define SM_SOUND_OF(id) (sm_given[id].place / (SM_PLACES / SM_SOUNDS))
#define SM_SURNAME_SOUND_OF(id) (sm_surname[id].place / (SM_PLACES / SM_SURNAME_SOUNDS))

extern const SmSyllable sm_given[SM_GIVEN];
extern const SmSyllable sm_surname[SM_SURNAMES];

/* Jamo taken for one another, a bit per jamo index */
extern const uint32_t sm_near_onset[19];
extern const uint32_t sm_near_nucleus[21];
extern const uint32_t sm_near_coda[28];

/* For each the others that differ from it in one such pair of jamo, a bit each */
extern const uint8_t sm_given_near[SM_GIVEN][SM_GIVEN_BYTES];
extern const uint8_t sm_surname_near[SM_SURNAMES][SM_SURNAME_BYTES];

/* For each the sounds of those, and of the ones that differ in two such pairs or in any one pair, a bit each */
typedef struct SmSounds
{
	uint32_t	near;
	uint32_t	alike;
} SmSounds;

extern const SmSounds sm_given_sounds[SM_GIVEN];
extern const SmSounds sm_surname_sounds[SM_SURNAMES];

#endif
