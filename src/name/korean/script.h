#ifndef SM_KOREAN_SCRIPT_H
#define SM_KOREAN_SCRIPT_H

#include "name/korean/korean.h"

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

extern SmScript sm_script_of(uint32_t c);
extern void sm_script_extract(SmText *part, const SmText *text, SmScript script);
extern bool sm_script_read(SmKorean *korean, const SmText *text, SmScript script);

/* Names in several scripts; letters holds how many a text has of each */
extern bool sm_apart_read(SmKorean *korean, const SmText *text, const int *letters);
extern bool sm_mixed_read(SmKorean *korean, const SmText *text, const int *letters);
extern bool sm_pieces_read(SmKorean *korean, const SmText *text);

#endif
