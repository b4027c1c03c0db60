/* Names in a text in Latin or Cyrillic letters: runs of words with capitals */
#include "name/prose/prose_alphabet.h"

#include <string.h>

#include "data/beside_table.h"
#include "data/name_ending_table.h"
#include "data/prose_word_table.h"
#include "name/korean/syllables.h"
#include "name/prose/prose_token.h"
#include "name/prose/prose_window.h"
#include "name/text/script.h"
#include "name/weight.h"
#include "name/words/beside.h"

/* Words of a Korean's name, and of any other */
#define KOREAN_MOST 4
#define WORDS_MOST 10
/* Letters of a word in small letters inside other names: de la, of the */
#define PARTICLE_MOST 3
/* Letters of a word whose full stop may stand inside a name: St., Ltd. */
#define SHORT_MOST 4
#define SPELLING_MOST 16

static const SmDemand demand = {SM_WEIGHT(9), SM_WEIGHT(9), 670};

/* What word i spells in Korean names; Cyrillic is asked when it is read */
static int
SpellsInProse(const SmProse *prose, int i)
{
	const SmProseToken *token = &prose->token[i];
	uint32_t	letter[SPELLING_MOST];

	if (token->script == SM_SCRIPT_CYRILLIC)
		return SM_SPELLS_SURNAME | SM_SPELLS_GIVEN;
	if (token->script != SM_SCRIPT_LATIN)
		return 0;
	return sm_letters_spell(letter, sm_prose_letters(letter, SPELLING_MOST, &prose->text, token));
}

/* Is word i one of the small words of texts, which go on with no name?  The, To, Of */
static bool
SaysLittle(const SmProse *prose, int i)
{
	uint32_t	letter[SPELLING_MOST];
	int			n = sm_prose_letters(letter, SPELLING_MOST, &prose->text, &prose->token[i]);
	int			low = 0;
	int			high = sm_prose_small_word_count;

	while (n > 0 && low < high)
	{
		int			middle = (low + high) / 2;
		const char *word = sm_prose_small_words[middle];
		int			k = 0;

		while (k < n && word[k] && (uint32_t) word[k] == letter[k])
			k++;
		if (k == n && word[k] == '\0')
			return true;
		if (k < n && (uint32_t) (uint8_t) word[k] < letter[k])
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

/* What word i is beside names, as the table of what stands beside them says; SM_BESIDE_NONE = nothing of it */
static int
KindBeside(const SmProse *prose, int i)
{
	uint32_t	letter[SPELLING_MOST];
	int			n = sm_prose_letters(letter, SPELLING_MOST, &prose->text, &prose->token[i]);
	uint16_t	word = n > 0 ? sm_beside_word(letter, n) : 0;
	SmBeside	found;

	if (word == 0 || !sm_beside_find(&found, &word, 1, SM_BESIDE_FRONT | SM_BESIDE_BEHIND))
		return SM_BESIDE_NONE;
	return found.kind;
}

/* Is word i a syllable that goes on with a name beside it, parted by nothing but a blank or a hyphen? */
static bool
IsFurtherSyllable(const SmProse *prose, int i, int parted)
{
	return i >= 0 && i < prose->count && (parted & ~(SM_PROSE_BLANK | SM_PROSE_HYPHEN)) == 0 &&
		prose->token[i].script == prose->token[prose->at].script && prose->token[i].script == SM_SCRIPT_LATIN &&
		(prose->token[i].capital || parted == SM_PROSE_HYPHEN) && SpellsInProse(prose, i) &&
		(parted == SM_PROSE_HYPHEN || (!SaysLittle(prose, i) && KindBeside(prose, i) == SM_BESIDE_NONE));
}

/* Is word i, right behind a name, one of a company? */
static bool
IsCompanyWord(const SmProse *prose, int i)
{
	return i < prose->count && prose->token[i].capital && prose->token[i].parted == SM_PROSE_BLANK &&
		KindBeside(prose, i) == SM_BESIDE_COMPANY;
}

/* May a Korean's name go on with word i? */
static bool
GoesOnKorean(const SmProse *prose, int i)
{
	const SmProseToken *token = &prose->token[i];
	int			between = token->parted;

	if (token->script != prose->token[prose->at].script)
		return false;
	if (between == SM_PROSE_HYPHEN)
		return true;
	if ((between & SM_PROSE_COMMA) && i == prose->at + 1)
		between &= ~SM_PROSE_COMMA;
	return token->capital && (between & ~(SM_PROSE_BLANK | SM_PROSE_HYPHEN)) == 0;
}

/* A Cyrillic name as it is declined: without each ending that its last word may have */
static void
FindDeclined(SmProse *prose, size_t from, const SmProseToken *last)
{
	size_t		length = last->to - last->from;

	for (int i = 0; i < sm_name_ending_count; i++)
	{
		size_t		ending = strlen(sm_name_endings[i]);

		if (length > ending + 2 && memcmp(prose->text.utf8 + last->to - ending, sm_name_endings[i], ending) == 0)
			sm_prose_korean(prose, from, last->to - ending, &demand);
	}
}

/* Koreans' names that begin at the word */
static void
FindKoreans(SmProse *prose)
{
	const SmProseToken *first = &prose->token[prose->at];
	int			spells = SpellsInProse(prose, prose->at);

	if (!spells || IsFurtherSyllable(prose, prose->at - 1, first->parted))
		return;
	for (int i = prose->at + 1; i < prose->at + KOREAN_MOST && i < prose->count && GoesOnKorean(prose, i); i++)
	{
		const SmProseToken *last = &prose->token[i];
		bool		comma = prose->token[prose->at + 1].parted & SM_PROSE_COMMA;
		int			ends = SpellsInProse(prose, i);

		if (!ends || !((spells & SM_SPELLS_SURNAME) || (!comma && (ends & SM_SPELLS_SURNAME))))
			continue;
		if ((i + 1 < prose->count && IsFurtherSyllable(prose, i + 1, prose->token[i + 1].parted)) ||
			IsCompanyWord(prose, i + 1))
			continue;
		sm_prose_korean(prose, first->from, last->to, &demand);
		if (last->script == SM_SCRIPT_CYRILLIC)
			FindDeclined(prose, first->from, last);
	}
}

/* Is word i alone in brackets, or right behind such a one?  WEE TIONG (S) PTE LTD */
static bool
IsBracketed(const SmProse *prose, int i)
{
	const SmProseToken *token = prose->token;

	return (i + 1 < prose->count && (token[i].parted & token[i + 1].parted & SM_PROSE_BRACKET)) ||
		(i > prose->at + 1 && (token[i].parted & token[i - 1].parted & SM_PROSE_BRACKET));
}

/* May another name go on with word i? */
static bool
GoesOnOther(const SmProse *prose, int i)
{
	const SmProseToken *token = &prose->token[i];
	const SmProseToken *before = &prose->token[i - 1];

	if (token->parted & (SM_PROSE_STRONG | SM_PROSE_DOT_OF_KANA))
		return false;
	if ((token->parted & SM_PROSE_BRACKET) && !IsBracketed(prose, i))
		return false;
	if ((token->parted & SM_PROSE_DOT) && before->points > SHORT_MOST)
		return false;
	if (token->digits || token->parted == SM_PROSE_HYPHEN || token->parted == 0)
		return true;
	return (token->script == prose->token[prose->at].script || prose->token[prose->at].digits) &&
		(token->capital || token->points <= PARTICLE_MOST);
}

/* Other names that begin at the word and end with a capital or a number */
static void
FindOthers(SmProse *prose)
{
	const SmProseToken *first = &prose->token[prose->at];

	for (int i = prose->at + 1; i < prose->at + WORDS_MOST && i < prose->count && GoesOnOther(prose, i); i++)
		if ((prose->token[i].capital || prose->token[i].digits))
			sm_prose_words(prose, first->from, prose->token[i].to);
}

/* Names that begin at the word where the text has come to */
void
sm_prose_alphabet(SmProse *prose)
{
	if (prose->token[prose->at].digits)
		FindOthers(prose);
	if (!prose->token[prose->at].capital || prose->token[prose->at].digits)
		return;
	FindKoreans(prose);
	FindOthers(prose);
}
