/* The scripts that names are read in */
#ifndef SM_TEXT_SCRIPT_H
#define SM_TEXT_SCRIPT_H

#include <stdbool.h>
#include <stdint.h>

#include "name/text/text.h"

/* Scripts that names are read in */
typedef enum SmScript
{
	SM_SCRIPT_LATIN,
	SM_SCRIPT_HANGUL,
	SM_SCRIPT_HANJA,
	SM_SCRIPT_CYRILLIC,
	SM_SCRIPT_KANA,
	SM_SCRIPTS,
	SM_SCRIPT_NONE = SM_SCRIPTS	/* marks, digits, other scripts */
} SmScript;

/* Lengthens the vowel before it */
#define SM_LONG_VOWEL 0x30FC

extern bool sm_is_hanja(uint32_t c);
extern bool sm_is_kana(uint32_t c);
extern SmScript sm_script_of(uint32_t c);
extern void sm_script_extract(SmText *part, const SmText *text, SmScript script);

#endif
