/* The words of a running text, which is not folded: places in it are told */
#ifndef SM_PROSE_PROSE_TOKEN_H
#define SM_PROSE_PROSE_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What stands before a word, a bit each */
#define SM_PROSE_BLANK 1
#define SM_PROSE_HYPHEN 2
#define SM_PROSE_DOT 4
#define SM_PROSE_COMMA 8
#define SM_PROSE_DOT_OF_KANA 16	/* ・, which parts the words of a name */
#define SM_PROSE_STRONG 32		/* what no name goes across: quotes, an empty line, several blanks */
#define SM_PROSE_BRACKET 64
#define SM_PROSE_AND 128			/* & */

/* A run of letters of one script, or of digits */
typedef struct SmProseToken
{
	size_t		from;			/* bytes */
	size_t		to;
	uint16_t	points;			/* code points */
	uint8_t		script;			/* SmScript; SM_SCRIPT_NONE: digits, letters of other scripts */
	uint8_t		parted;
	bool		capital;		/* begins with one, or the text tells capitals from small letters nowhere */
	bool		digits;
	bool		unread;			/* letters of a script that names are not looked for in */
} SmProseToken;

/* A text and how far it has been read */
typedef struct SmProseText
{
	const char *utf8;
	size_t		length;
	size_t		at;
	bool		caseless;
} SmProseText;

extern void sm_prose_text(SmProseText *text, const char *utf8, size_t length);
extern bool sm_prose_next(SmProseText *text, SmProseToken *token);
extern int	sm_prose_letters(uint32_t *letters, int room, const SmProseText *text, const SmProseToken *token);

#endif
