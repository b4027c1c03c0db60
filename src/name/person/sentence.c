/*
 * A number inside a sentence: Russian foreign travel passport number 622641887, Jordan 286062.  It is told only where
 * nothing else of the text can be one.
 */
#include "name/person/sentence.h"

#include <string.h>

#include "name/person/country.h"

/* Least figures and characters of a number, and letters of a word that shows that the rest is a sentence */
#define FIGURES_LEAST 2
#define NUMBER_LEAST 5
#define WORD_LEAST 4
/* Words of the longest name of a country that is looked for */
#define COUNTRY_WORDS 6
/* Words that are looked at */
#define WORDS_MAX 40

/* A word of the text */
typedef struct Word
{
	size_t		from;
	size_t		to;
	int			figures;
	int			letters;
	bool		small;			/* it has a small letter, or one that is not of a-z */
} Word;

static bool
IsFigure(char c)
{
	return c >= '0' && c <= '9';
}

/* What parts words; figures with such signs between them are one number */
static bool
IsBetween(char c)
{
	return (unsigned char) c <= ' ' || strchr(",;:()[]", c) != NULL;
}

/* Does a text have a figure, or something that is not ASCII and may be one? */
bool
sm_has_figure(const char *utf8, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (IsFigure(utf8[i]) || (unsigned char) utf8[i] >= 0x80)
			return true;
	return false;
}

static void
Look(Word *word, const char *utf8)
{
	for (size_t i = word->from; i < word->to; i++)
	{
		unsigned char c = (unsigned char) utf8[i];

		word->figures += IsFigure(utf8[i]);
		word->letters += (c | 32) >= 'a' && (c | 32) <= 'z';
		word->letters += c >= 0xC0;
		word->small |= (c >= 'a' && c <= 'z') || c >= 0xC0;
	}
	/* a full stop or dash at the end is the sentence's */
	while (word->to > word->from && strchr(".-", utf8[word->to - 1]) != NULL)
		word->to--;
}

/* Cut a text into words; return how many, or that there are more than are looked at */
static int
CutSentence(Word *word, const char *utf8, size_t length)
{
	int			n = 0;

	for (size_t i = 0; i < length;)
	{
		size_t		end = i;

		while (end < length && !IsBetween(utf8[end]))
			end++;
		if (end > i)
		{
			if (n == WORDS_MAX)
				return n + 1;
			word[n] = (Word) {i, end, 0, 0, false};
			Look(&word[n], utf8);
			n += word[n].to > word[n].from;
		}
		i = end + 1;
	}
	return n;
}

/* Find the only country that words beside the number name */
static void
FindCountry(SmSentence *sentence, const Word *word, int n, const char *utf8)
{
	uint16_t	found = 0;

	for (int i = 0; i < n; i++)
		for (int m = COUNTRY_WORDS; m > 0; m--)
		{
			uint16_t	code;

			if (i + m > n || (word[i].from <= sentence->from && word[i + m - 1].to >= sentence->to && sentence->to > 0))
				continue;
			/* shorter words are abbreviations of anything */
			if (word[i + m - 1].to - word[i].from < WORD_LEAST)
				continue;
			code = sm_country_find(utf8 + word[i].from, word[i + m - 1].to - word[i].from);
			if (code == 0)
				continue;
			if (found != 0 && found != code)
			{
				sentence->country_length = 0;
				return;
			}
			found = code;
			sentence->country = word[i].from;
			sentence->country_length = word[i + m - 1].to - word[i].from;
			i += m - 1;
			break;
		}
}

/* Find the only country that a text names; false = none, several, or it is too long to be looked at */
bool
sm_sentence_country(SmSentence *sentence, const char *utf8, size_t length)
{
	Word		word[WORDS_MAX];
	int			n = CutSentence(word, utf8, length);

	memset(sentence, 0, sizeof(SmSentence));
	if (n <= WORDS_MAX)
		FindCountry(sentence, word, n, utf8);
	return sentence->country_length > 0;
}

/* Is a text a sentence with one number in it?  Then tell that */
bool
sm_sentence(SmSentence *sentence, const char *utf8, size_t length)
{
	Word		word[WORDS_MAX];
	int			n = CutSentence(word, utf8, length);
	bool		number = false;
	bool		words = false;

	memset(sentence, 0, sizeof(SmSentence));
	if (n > WORDS_MAX)
		return false;
	for (int i = 0; i < n; i++)
	{
		words |= word[i].figures == 0 && word[i].letters >= WORD_LEAST && word[i].small;
		if (word[i].figures == 0)
			continue;
		if (number || word[i].figures < FIGURES_LEAST || word[i].to - word[i].from < NUMBER_LEAST)
			return false;
		number = true;
		sentence->from = word[i].from;
		sentence->to = word[i].to;
	}
	if (number && words)
		FindCountry(sentence, word, n, utf8);
	return number && words;
}
