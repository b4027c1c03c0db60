/* What is written where nothing is known */
#ifndef SM_NOTHING_TABLE_H
#define SM_NOTHING_TABLE_H

/* Words in lower case that stand where nothing is known; sorted by their bytes */
extern const char *const sm_nothings[];
extern const int sm_nothing_count;

#endif
