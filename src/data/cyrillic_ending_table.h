/* Endings of declined Cyrillic names */
#ifndef SM_CYRILLIC_ENDING_TABLE_H
#define SM_CYRILLIC_ENDING_TABLE_H

/* In small letters, UTF-8, the longer ones first */
extern const char *const sm_cyrillic_endings[];
extern const int sm_cyrillic_ending_count;

#endif
