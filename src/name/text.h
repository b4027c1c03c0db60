#ifndef SM_TEXT_H
#define SM_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Code points read of a name; what follows is ignored, so time and memory are bounded */
#define SM_TEXT_MAX 2048

/*
 * A name as folded code points: NFKC, lower case, one code point for all apostrophes ('),
 * hyphens (-) and blanks (' '); invisible characters gone.  Invalid bytes become U+FFFD.
 */
typedef struct SmText
{
	int			length;					/* code points */
	int			letters;				/* how many of them are letters */
	bool		ascii;					/* no code point above 0x7F */
	bool		cut;					/* there was more of it */
	uint32_t	cp[SM_TEXT_MAX];
	bool		upper[SM_TEXT_MAX];		/* was written as a capital */
} SmText;

/* The version of Unicode that names are read by: major << 2 | minor, never 0 */
#define SM_UNICODE_MAJOR(unicode) ((unicode) >> 2)
#define SM_UNICODE_MINOR(unicode) ((unicode) & 3)

extern uint8_t sm_unicode(void);
extern void sm_text_fold(SmText *text, const char *utf8, size_t length);

#endif
