/* Names of bodies and ships in Hangul as Latin words */
#ifndef SM_KOREAN_HANGUL_WORDS_H
#define SM_KOREAN_HANGUL_WORDS_H

#include <stdbool.h>

#include "name/text/text.h"

/* What a text in Hangul is taken for by its words */
typedef enum SmHangulThing
{
	SM_HANGUL_NO_THING,			/* it has no Hangul, or is a person's as well as anything */
	SM_HANGUL_PERHAPS,			/* it is no person's name, as it stands */
	SM_HANGUL_THING				/* it has words of bodies, or a number */
} SmHangulThing;

extern SmHangulThing sm_hangul_thing(const SmText *text);
extern bool sm_hangul_transcribe(SmText *out, const SmText *text, bool south);

#endif
