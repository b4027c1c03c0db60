/* Small words of texts that spell a syllable of Korean */
#ifndef SM_PROSE_WORD_TABLE_H
#define SM_PROSE_WORD_TABLE_H

/* In lower case; sorted */
extern const char *const sm_prose_small_words[];
extern const int sm_prose_small_word_count;

#endif
