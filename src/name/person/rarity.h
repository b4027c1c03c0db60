/* How many people bear a Korean name */
#ifndef SM_PERSON_RARITY_H
#define SM_PERSON_RARITY_H

#include <stdbool.h>
#include <stdint.h>

/* Shares of the people of the North and of the South who bear one of the names that a reading may stand for */
typedef struct SmRarity
{
	double		north;
	double		south;
} SmRarity;

/* How far a share may be from the truth: between it divided by below and it times above */
typedef struct SmRarityRange
{
	double		below;
	double		above;
} SmRarityRange;

extern const SmRarityRange sm_rarity_south;
extern const SmRarityRange sm_rarity_north;

extern bool sm_rarity(SmRarity *rarity, const uint8_t *reading);
extern double sm_given_share(double people, double sample, double by_syllables);
extern double sm_round_to_figure(double people);

#endif
