/* The names that Slavic persons have from their fathers */
#ifndef SM_WORDS_PATRONYMIC_H
#define SM_WORDS_PATRONYMIC_H

#include "name/words/word.h"

extern void sm_patronymics_mark(SmWord *word, int count, int given);

#endif
