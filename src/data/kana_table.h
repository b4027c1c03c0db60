/* Kana and their Hepburn spelling */
#ifndef SM_KANA_TABLE_H
#define SM_KANA_TABLE_H

#include <stdint.h>

/* One katakana (the second is 0) or two that are one sound, and their Hepburn spelling; sorted */
typedef struct SmKana
{
	uint16_t	kana[2];
	char		letters[4];
} SmKana;

extern const SmKana sm_kana[];
extern const int sm_kana_count;

#endif
