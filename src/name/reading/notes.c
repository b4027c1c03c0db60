/* What of a name could not be read: a name that nobody looked at must not pass for one that is clean */
#include "name/reading/notes.h"

#include <stdbool.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "name/reading/reading.h"
#include "name/script/transcript.h"
#include "name/words/beside.h"
#include "name/words/named.h"
#include "name/words/pack.h"
#include "name/words/tokens.h"
#include "name/words/words.h"

/* Fewest letters that can be a name, and fewest syllables */
#define LETTERS_LEAST 3
#define SYLLABLES_LEAST 2
/* Fewest syllables of a word that is a whole name, so that a mask beside it hides none */
#define SYLLABLES_WHOLE 3

/* What a character is to who reads names */
typedef enum Class
{
	CLASS_SIGN,
	CLASS_OTHER,				/* a digit, a mark, a letter of no script of its own */
	CLASS_LETTER,
	CLASS_SYLLABLE,				/* Hangul and Chinese characters */
	CLASS_UNREAD				/* a letter of a script that is not read, or not well enough */
} Class;

static Class
ClassOf(uint32_t c)
{
	UErrorCode	status = U_ZERO_ERROR;

	if (sm_is_latin(c))
		return CLASS_LETTER;
	if (c >= 0x430 && c <= 0x45F)	/* Cyrillic */
		return CLASS_LETTER;
	if (sm_is_hangul(c) || (c >= 0x4E00 && c <= 0x9FA5))
		return CLASS_SYLLABLE;
	if (!sm_is_part(c))
		return CLASS_SIGN;
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
			return sm_letter_fold(c) || (sm_is_transcribed(c) && !sm_is_guessed(c)) ? CLASS_LETTER : CLASS_UNREAD;
	}
}

/* A word of a text and how many letters of each class it has */
typedef struct Word
{
	int			from;
	int			to;
	int			count[CLASS_UNREAD + 1];
} Word;

/* The next word from a place on; false if there is none */
static bool
NextWord(Word *word, const SmText *text, int from)
{
	*word = (Word) {0};
	while (from < text->length && !sm_is_part(text->cp[from]))
		from++;
	word->from = word->to = from;
	for (; word->to < text->length && sm_is_part(text->cp[word->to]); word->to++)
		word->count[ClassOf(text->cp[word->to])]++;
	return word->to > word->from;
}

/* Is it a word that stands beside names and is none: a title, a place, a word of companies? */
static bool
IsBesideNames(const SmText *text, const Word *read)
{
	uint16_t	word = sm_beside_word(text->cp + read->from, read->to - read->from);
	SmBeside	found;

	return word != 0 && sm_beside_find(&found, &word, 1, 0);
}

/*
 * Are there letters of scripts that are not read, and in words of those that are no name beside
 * them?  One such letter inside another word makes that unreadable.
 */
static bool
IsUnread(const SmText *text)
{
	Word		word;
	int			letters = 0;
	int			syllables = 0;
	bool		unread = false;

	for (int i = 0; i < text->length && !unread; i++)
		unread = ClassOf(text->cp[i]) == CLASS_UNREAD;
	if (!unread)
		return false;
	for (int at = 0; NextWord(&word, text, at); at = word.to)
	{
		int			read = word.count[CLASS_LETTER] + word.count[CLASS_SYLLABLE];

		if (word.count[CLASS_UNREAD] > 0)
		{
			if (read > 0)
				return true;
			continue;
		}
		if (IsBesideNames(text, &word))
			continue;
		letters += word.count[CLASS_LETTER];
		syllables += word.count[CLASS_SYLLABLE];
	}
	return letters < LETTERS_LEAST && syllables < SYLLABLES_LEAST;
}

/* Is it a letter, not a digit or mark? */
static bool
IsLetterAt(const SmText *text, int i)
{
	return i >= 0 && i < text->length && ClassOf(text->cp[i]) > CLASS_OTHER;
}

/* Is there a syllable at a place, and is its word no whole name? */
static bool
IsShortAt(const SmText *text, int i)
{
	int			from = i;
	int			to = i;

	if (i < 0 || i >= text->length || ClassOf(text->cp[i]) != CLASS_SYLLABLE)
		return false;
	while (from > 0 && i - from < SYLLABLES_WHOLE && ClassOf(text->cp[from - 1]) == CLASS_SYLLABLE)
		from--;
	while (to < text->length && to - i < SYLLABLES_WHOLE && ClassOf(text->cp[to]) == CLASS_SYLLABLE)
		to++;
	return to - from < SYLLABLES_WHOLE;
}

/* Do the masks from..to hide letters: one between two, several anywhere, one beside an initial or a short word? */
static bool
HidesLetters(const SmText *text, int from, int to)
{
	bool		before = IsLetterAt(text, from - 1);
	bool		after = IsLetterAt(text, to);

	if ((before && after) || to - from > 1)
		return true;
	return IsShortAt(text, from - 1) || IsShortAt(text, to) || (before && !IsLetterAt(text, from - 2) &&
																ClassOf(text->cp[from - 1]) == CLASS_LETTER);
}

/* Is this what hides syllables among Hangul: O, X and zeros? */
static bool
HidesSyllable(uint32_t c)
{
	return c == 'o' || c == 'x' || c == '0';
}

/* Is a letter of the name hidden: K*m, 최○현, 최OO? */
static bool
IsMasked(const SmText *text)
{
	for (int i = 0; i < text->length;)
	{
		int			to = i;

		if (text->cp[i] == SM_MASK)
		{
			while (to < text->length && text->cp[to] == SM_MASK)
				to++;
			if (HidesLetters(text, i, to))
				return true;
		}
		else if (!text->ascii && HidesSyllable(text->cp[i]) && IsShortAt(text, i - 1))
		{
			while (to < text->length && HidesSyllable(text->cp[to]))
				to++;
			if (to == text->length || !sm_is_part(text->cp[to]) || IsShortAt(text, to))
				return true;
		}
		i = to > i ? to : i + 1;
	}
	return text->lost && text->letters > 0;
}

/* Does a reading show that all of the text has fewer words than are kept? */
static bool
HasFewerWords(const uint8_t *reading)
{
	const uint8_t *name = SM_IS_SEVERAL(reading) ? SM_SEVERAL_FIRST(reading) : reading;

	return SM_HAS_WORDS(name) && *SM_WORDS_PART(name) < SM_WORDS_KEPT;
}

/* Are there more words than are kept?  So many have a letter each and something between them */
static bool
HasMoreWords(const SmText *text, const uint8_t *reading)
{
	SmWords		words;

	if (text->length <= 2 * SM_WORDS_KEPT || (reading != NULL && HasFewerWords(reading)))
		return false;
	sm_words_read(&words, text, SM_NAMED_UNKNOWN);
	return words.count > SM_WORDS_KEPT;
}

/* What of a text could not be read, SM_NOTE_*; its reading, NULL = it is not there, or that of a person's name */
unsigned
sm_notes(const SmText *text, const uint8_t *reading)
{
	unsigned	notes = text->cut ? SM_NOTE_CUT : 0;

	if (text->letters == 0 && text->lost)
		notes |= SM_NOTE_UNREAD;
	if (text->letters > 0 && HasMoreWords(text, reading))
		notes |= SM_NOTE_WORDS;
	if (!text->ascii && IsUnread(text))
		notes |= SM_NOTE_UNREAD;
	if (IsMasked(text))
		notes |= SM_NOTE_MASKED;
	return notes;
}
