/* Words of places that name no town */
#ifndef SM_PLACE_WORD_TABLE_H
#define SM_PLACE_WORD_TABLE_H

/* Words of birth places that name no town, in lower case; sorted */
extern const char *const sm_place_words[];
extern const int sm_place_word_count;

#endif
