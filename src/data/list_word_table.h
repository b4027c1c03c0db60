/* Words by which remarks of lists are known: list_words.tsv; each array ends in NULL */
#ifndef SM_LIST_WORD_TABLE_H
#define SM_LIST_WORD_TABLE_H

#include <stddef.h>

extern const char *const sm_list_passport_words[];
extern const char *const sm_list_national_id_words[];
extern const char *const sm_list_name_remark_words[];
extern const char *const sm_list_number_end_words[];
extern const char *const sm_list_circa_words[];

#endif
