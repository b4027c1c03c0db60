/* Hangul syllables as surnames and in given names */
#ifndef SM_HANGUL_TABLE_H
#define SM_HANGUL_TABLE_H

#include "data/syllable_table.h"

/* Hangul syllables as written, South Korean spellings included; sorted by code point */
typedef struct SmWritten
{
	uint16_t	hangul;
	uint16_t	surname_cost;	/* SM_NEVER = no surname */
	uint16_t	first_cost;		/* SM_NEVER = no given-name syllable */
	uint16_t	later_cost;
	uint32_t	surname_slot;	/* in sm_hangul_slots: as a surname, first and later in a given name */
	uint32_t	first_slot;
	uint32_t	later_slot;
} SmWritten;

extern const SmWritten sm_written[];
extern const int sm_written_count;

/* Surnames of two syllables by their written form */
typedef struct SmLongSurname
{
	uint16_t	hangul[2];
	uint16_t	cost;
	uint32_t	slot;
} SmLongSurname;

extern const SmLongSurname sm_long_surnames[];
extern const int sm_long_surname_count;

extern const uint16_t sm_hangul_slots[];

#endif
