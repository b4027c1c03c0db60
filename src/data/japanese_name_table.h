/* Japanese surnames and given names in characters, and how they are read */
#ifndef SM_JAPANESE_NAME_TABLE_H
#define SM_JAPANESE_NAME_TABLE_H

#include <stdint.h>

/* Characters and readings of a name, at most */
#define SM_JAPANESE_CHARACTERS 4
#define SM_JAPANESE_READINGS 2

/* A name: its characters, the first one highest, and where its readings are in the pool, 0 = no further one; sorted */
typedef struct SmJapaneseName
{
	uint64_t	characters;
	uint32_t	reading[SM_JAPANESE_READINGS];
} SmJapaneseName;

/* Readings, each ended by a zero */
extern const char sm_japanese_pool[];
extern const SmJapaneseName sm_japanese_surnames[];
extern const int sm_japanese_surname_count;
extern const SmJapaneseName sm_japanese_givens[];
extern const int sm_japanese_given_count;

#endif
