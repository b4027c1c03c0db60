/* What grammar hangs to Korean nouns */
#ifndef SM_PARTICLE_TABLE_H
#define SM_PARTICLE_TABLE_H

#include <stdint.h>

/* Syllables of the longest */
#define SM_PARTICLE_MOST 5

/* Its syllables, 0 behind them; sorted */
typedef struct SmParticle
{
	uint16_t	letter[SM_PARTICLE_MOST];
} SmParticle;

extern const SmParticle sm_particles[];
extern const int sm_particle_count;

#endif
