/* A number inside a sentence */
#ifndef SM_PERSON_SENTENCE_H
#define SM_PERSON_SENTENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a text says of a document beside its number */
typedef struct SmSentence
{
	size_t		from;			/* the number: bytes of the text */
	size_t		to;
	size_t		country;		/* the name of the only country: where it begins, and its bytes, 0 = none */
	size_t		country_length;
} SmSentence;

extern bool sm_sentence(SmSentence *sentence, const char *utf8, size_t length);
extern bool sm_sentence_country(SmSentence *sentence, const char *utf8, size_t length);
extern bool sm_has_figure(const char *utf8, size_t length);

#endif
