/* Phrases that one word stands for, and titles */
#ifndef SM_PHRASE_TABLE_H
#define SM_PHRASE_TABLE_H

#include <stdint.h>

/* Words with single blanks between, and the one word that stands for them; the longest first */
typedef struct SmPhrase
{
	const char *words;
	const char *word;
} SmPhrase;

extern const SmPhrase sm_phrases[];
extern const int sm_phrase_count;

/* The letters that they begin with, a bit each from a on */
extern const uint32_t sm_phrase_letters;

/* Titles before a person's name, lower case */
extern const char *const sm_titles[];
extern const int sm_title_count;
/* How long those are that begin with a letter, a bit for each length */
extern const uint32_t sm_title_lengths[26];

#endif
