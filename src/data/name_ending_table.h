/* Endings of declined names */
#ifndef SM_NAME_ENDING_TABLE_H
#define SM_NAME_ENDING_TABLE_H

/* In small letters, UTF-8, the longer ones first */
extern const char *const sm_name_endings[];
extern const int sm_name_ending_count;

#endif
