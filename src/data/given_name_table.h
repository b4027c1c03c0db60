/* How many people bear a given name or have its syllables; shares of surnames */
#ifndef SM_GIVEN_NAME_TABLE_H
#define SM_GIVEN_NAME_TABLE_H

#include <stdint.h>

#include "data/syllable_table.h"

/* People whose given names have been counted */
#define SM_GIVEN_SAMPLE 23257

/* A given name in southern spelling and how many of them bear it; the second syllable is 0 in a name of one */
typedef struct SmGivenName
{
	uint16_t	hangul[2];
	uint16_t	people;
} SmGivenName;

/* A syllable, and how many have it as the first and as the second of two */
typedef struct SmGivenSyllable
{
	uint16_t	hangul;
	uint16_t	first;
	uint16_t	second;
} SmGivenSyllable;

/* Shares of a surname in the North and in the South */
typedef struct SmSurnameShare
{
	double		north;
	double		south;
} SmSurnameShare;

/* Both in the order of their code points */
extern const SmGivenName sm_given_names[];
extern const int sm_given_name_count;
extern const SmGivenSyllable sm_given_syllables[];
extern const int sm_given_syllable_count;

/* How many people the syllables of a name are worth, and the shares of given names of one syllable */
extern const double sm_given_worth;
extern const double sm_given_single_south;
extern const double sm_given_single_north;

/* By the ids of surnames */
extern const SmSurnameShare sm_surname_share[SM_SURNAMES];

#endif
