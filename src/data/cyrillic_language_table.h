/* What languages other than Russian do with Cyrillic letters: cyrillic_languages.tsv */
#ifndef SM_CYRILLIC_LANGUAGE_TABLE_H
#define SM_CYRILLIC_LANGUAGE_TABLE_H

#include <stdint.h>

/* Letters of a word for son or daughter */
#define SM_CYRILLIC_CHILD 4

/* A letter and how it is read */
typedef struct SmCyrillicLetter
{
	uint16_t	letter;
	char		latin;
} SmCyrillicLetter;

/* Letters that tell Ukrainian and Belarusian */
extern const uint16_t sm_cyrillic_tells[];
extern const int sm_cyrillic_tells_count;
/* Letters in texts with such a one, and in others */
extern const SmCyrillicLetter sm_cyrillic_as_ukrainian[];
extern const int sm_cyrillic_as_ukrainian_count;
extern const SmCyrillicLetter sm_cyrillic_as_other[];
extern const int sm_cyrillic_as_other_count;
/* Words behind a father's name */
extern const uint16_t sm_cyrillic_children[][SM_CYRILLIC_CHILD];
extern const int sm_cyrillic_children_count;

#endif
