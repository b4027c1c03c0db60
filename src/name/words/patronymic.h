/* The names that Slavic persons have from their fathers */
#ifndef SM_WORDS_PATRONYMIC_H
#define SM_WORDS_PATRONYMIC_H

#include <stdint.h>

#include "name/words/word.h"

extern int	sm_patronymic_end(const uint8_t *letters, int length);
extern void sm_patronymics_mark(SmWord *word, int count, int given);

#endif
