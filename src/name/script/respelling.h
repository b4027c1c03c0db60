/* Words of a name written otherwise: in another script, or short */
#ifndef SM_SCRIPT_RESPELLING_H
#define SM_SCRIPT_RESPELLING_H

#include <stdbool.h>
#include <stddef.h>

#include "data/respelling_table.h"

/* Bytes of a word that is respelt, at most, and of what it becomes, with the end */
#define SM_RESPELT_WORD 64
#define SM_RESPELT_MAX 512

extern bool sm_respell(char out[SM_RESPELT_MAX], const char *word, SmRespelling kind, const char *between);
extern const char *sm_respelling_of(const char *word, SmRespelling kind);

#endif
