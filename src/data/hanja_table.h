/* Chinese characters as surnames and in given names */
#ifndef SM_HANJA_TABLE_H
#define SM_HANJA_TABLE_H

#include "data/syllable_table.h"

/* Chinese characters as syllables of given names, sorted: code point << 12 | place in sm_hanja_readings */
#define SM_HANJA_CHARACTER(row) ((row) >> 12)
#define SM_HANJA_READING(row) (&sm_hanja_readings[(row) & 0xFFF])

extern const uint32_t sm_hanja[];
extern const int sm_hanja_count;

/* A slot, its place in sm_hanja_slots, and -256 log2 P(its syllables) */
typedef struct SmHanjaReading
{
	uint16_t	slot;
	uint16_t	cost;
} SmHanjaReading;

extern const SmHanjaReading sm_hanja_readings[];

/* Surnames of one character (the second is 0) and of two, sorted */
typedef struct SmHanjaSurname
{
	uint32_t	hanja[2];
	SmHanjaReading reading;		/* cost: -256 log2 P(surname, written so) */
} SmHanjaSurname;

extern const SmHanjaSurname sm_hanja_surnames[];
extern const int sm_hanja_surname_count;

extern const uint16_t sm_hanja_slots[];

#endif
