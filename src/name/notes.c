/* What of a name could not be read: a name that nobody looked at must not pass for one that is clean */
#include "name/notes.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "name/literal.h"
#include "name/reading.h"
#include "name/word.h"

/* Letters of a script that is read are a name from so many on: those of scripts with syllables, others */
#define SYLLABLES_LEAST 2
#define LETTERS_LEAST 3

/* What a character is to who reads names */
typedef enum Class
{
	CLASS_OTHER,				/* no letter, or one of no script of its own */
	CLASS_LETTER,
	CLASS_SYLLABLE,				/* Hangul and Chinese characters */
	CLASS_UNREAD				/* a letter of a script that is not read */
} Class;

static Class
ClassOf(uint32_t c)
{
	UErrorCode	status = U_ZERO_ERROR;

	if (c < 0x80)
		return c >= 'a' && c <= 'z' ? CLASS_LETTER : CLASS_OTHER;
	if (c >= 0xAC00 && c <= 0xD7A3)
		return CLASS_SYLLABLE;
	if (u_charType((UChar32) c) == U_PRIVATE_USE_CHAR)
		return CLASS_UNREAD;
	if (!u_isalpha((UChar32) c))
		return CLASS_OTHER;
	switch (uscript_getScript((UChar32) c, &status))
	{
		case USCRIPT_LATIN:
		case USCRIPT_GREEK:
		case USCRIPT_CYRILLIC:
		case USCRIPT_HIRAGANA:
		case USCRIPT_KATAKANA:
			return CLASS_LETTER;
		case USCRIPT_HANGUL:
		case USCRIPT_HAN:
			return CLASS_SYLLABLE;
		case USCRIPT_COMMON:
		case USCRIPT_INHERITED:
			return CLASS_OTHER;
		default:
			return CLASS_UNREAD;
	}
}

/* Are there letters of scripts that are not read, and no name in whole words of one that is? */
static bool
IsUnread(const SmText *text)
{
	int			read = 0;
	int			word = 0;
	bool		unread = false;
	bool		unread_word = false;

	for (int i = 0; i <= text->length; i++)
	{
		Class		class = i < text->length ? ClassOf(text->cp[i]) : CLASS_OTHER;

		if (class == CLASS_UNREAD)
			unread = unread_word = true;
		else if (class == CLASS_LETTER)
			word += SYLLABLES_LEAST;
		else if (class == CLASS_SYLLABLE)
			word += LETTERS_LEAST;
		else
		{
			read += unread_word ? 0 : word;
			word = 0;
			unread_word = false;
		}
	}
	return unread && read < SYLLABLES_LEAST * LETTERS_LEAST;
}

/* Are there more words than are kept? */
static bool
HasMoreWords(const SmText *text)
{
	SmWords		words;

	/* so many have at least a letter each and something between them, or the length of the longest */
	if (text->length <= 2 * SM_LITERAL_WORDS)
		return false;
	sm_words_read(&words, text);
	return words.count > SM_LITERAL_WORDS;
}

/* What of a text could not be read, SM_NOTE_* */
unsigned
sm_notes(const SmText *text)
{
	unsigned	notes = text->cut ? SM_NOTE_CUT : 0;

	if (HasMoreWords(text))
		notes |= SM_NOTE_WORDS;
	if (!text->ascii && IsUnread(text))
		notes |= SM_NOTE_UNREAD;
	return notes;
}
