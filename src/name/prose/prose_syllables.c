/*
 * Names in a text in Hangul, Chinese characters or kana. In Hangul a name is a word with what grammar and politeness
 * hang to it: titles in front and behind, particles. In Chinese characters nothing tells where it begins but its
 * surname.
 */
#include "name/prose/prose_syllables.h"

#include <string.h>

#include "data/beside_table.h"
#include "data/particle_table.h"
#include "name/korean/hangul.h"
#include "name/korean/hanja.h"
#include "name/prose/prose_token.h"
#include "name/prose/prose_window.h"
#include "name/text/script.h"
#include "name/weight.h"
#include "name/words/beside.h"

/* Code points of a word that are looked at, syllables of a name */
#define WORD_MOST 60
#define NAME_LEAST 2
#define NAME_MOST 4
/* Characters of a name in Chinese characters, words of one in kana */
#define HANJA_NAME 3
#define KANA_MOST 3
/* Bytes of a syllable or character in UTF-8 */
#define POINT_BYTES 3

static const SmDemand hangul_demand = {SM_WEIGHT(-2), SM_WEIGHT(11), 670};
static const SmDemand hanja_demand = {SM_WEIGHT(2), SM_WEIGHT(11), 950};
static const SmDemand kana_demand = {SM_WEIGHT(3), SM_WEIGHT(9), 670};

/* The syllables of a word in Hangul */
typedef struct Word
{
	uint32_t	letter[WORD_MOST];
	int			length;
} Word;

static void
ReadWord(Word *word, const SmProse *prose, int i)
{
	word->length = sm_prose_letters(word->letter, WORD_MOST, &prose->text, &prose->token[i]);
}

/* Is what is left of a word a particle, such as grammar hangs to nouns, or nothing? */
static bool
IsParticle(const uint32_t *letter, int length)
{
	int			low = 0;
	int			high = sm_particle_count;

	while (length > 0 && low < high)
	{
		int			middle = (low + high) / 2;
		const SmParticle *particle = &sm_particles[middle];
		int			order = 0;

		for (int k = 0; k < SM_PARTICLE_MOST && order == 0; k++)
			order = (int) particle->letter[k] - (int) (k < length ? letter[k] : 0);
		if (order == 0)
			return length <= SM_PARTICLE_MOST;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return length == 0;
}

static bool
IsTitleKind(const SmBeside *found)
{
	return found->kind == SM_BESIDE_TITLE || found->kind == SM_BESIDE_ROLE || found->kind == SM_BESIDE_OFFICE;
}

/* Are so many syllables behind a name a title glued to it, alone or with a particle? */
static bool
IsGluedTitle(const uint32_t *name, int syllables, int length)
{
	for (int n = length; n > 0; n--)
	{
		SmBeside	found;

		if (IsParticle(name + syllables + n, length - n) && sm_beside_suffix(&found, name, syllables + n) &&
			found.length == n && IsTitleKind(&found))
			return true;
	}
	return false;
}

/* Is word i, beside the one where a name is looked for, a title, alone or with a particle? */
static bool
IsTitleWord(const SmProse *prose, int i, int parted)
{
	Word		word;

	if (i < 0 || i >= prose->count || prose->token[i].script != SM_SCRIPT_HANGUL || parted != SM_PROSE_BLANK)
		return false;
	ReadWord(&word, prose, i);
	for (int n = word.length; n > 0; n--)
	{
		SmBeside	found;
		uint16_t	number = IsParticle(word.letter + n, word.length - n) ? sm_beside_word(word.letter, n) : 0;

		if (number != 0 && sm_beside_find(&found, &number, 1, SM_BESIDE_FRONT | SM_BESIDE_BEHIND) &&
			IsTitleKind(&found))
			return true;
	}
	return false;
}

/* Does the word before or behind say that a name stands here? */
static bool
IsBesideTitle(const SmProse *prose)
{
	int			behind = prose->at + 1;

	return IsTitleWord(prose, prose->at - 1, prose->token[prose->at].parted) ||
		(behind < prose->count && IsTitleWord(prose, behind, prose->token[behind].parted));
}

/* Titles in front of a name in the same word: how many syllables they are */
static int
TitlesInFront(const Word *word)
{
	int			start = 0;
	SmBeside	found;

	while (word->length - start > NAME_LEAST && sm_beside_prefix(&found, word->letter + start, word->length - start) &&
		   IsTitleKind(&found) && found.length > 1 && word->length - start - found.length >= NAME_LEAST)
		start += found.length;
	return start;
}

/* Surname and given name apart before a title: 김 정은 위원장 */
static void
FindApart(SmProse *prose, const Word *surname)
{
	const SmProseToken *given = &prose->token[prose->at + 1];
	Word		word;

	if (surname->length > 2 || prose->at + 1 >= prose->count || given->script != SM_SCRIPT_HANGUL ||
		given->parted != SM_PROSE_BLANK)
		return;
	ReadWord(&word, prose, prose->at + 1);
	for (int n = 1; n <= 2 && n <= word.length; n++)
	{
		int			left = word.length - n;
		bool		titled = left > 0 ? IsGluedTitle(word.letter, n, left) :
			prose->at + 2 < prose->count && IsTitleWord(prose, prose->at + 2, prose->token[prose->at + 2].parted);

		if (titled)
			sm_prose_korean(prose, prose->token[prose->at].from, given->from + (size_t) n * POINT_BYTES,
							&hangul_demand);
	}
}

/* Names in a word of Hangul, and in it and the next one */
void
sm_prose_hangul(SmProse *prose)
{
	const SmProseToken *token = &prose->token[prose->at];
	Word		word;
	int			start;

	ReadWord(&word, prose, prose->at);
	start = TitlesInFront(&word);
	if (word.length - start < 1 || sm_hangul_surname(word.letter[start]) == NULL)
		return;
	for (int n = NAME_LEAST; n <= NAME_MOST && start + n <= word.length; n++)
	{
		int			left = word.length - start - n;
		bool		particle = IsParticle(word.letter + start + n, left);
		bool		glued = !particle && IsGluedTitle(word.letter + start, n, left);
		bool		titled = start > 0 || glued ||
			(!IsParticle(word.letter + start + n - 1, 1) && IsBesideTitle(prose));

		if ((particle || glued) && (n > NAME_LEAST || titled))
			sm_prose_korean(prose, token->from + (size_t) start * POINT_BYTES,
							token->from + (size_t) (start + n) * POINT_BYTES, &hangul_demand);
	}
	if (start == 0)
		FindApart(prose, &word);
}

/* Bytes of the character that begins with a byte */
static size_t
BytesOf(char first)
{
	uint8_t		byte = (uint8_t) first;

	return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/* Names in a run of Chinese characters: each surname with what follows */
void
sm_prose_hanja(SmProse *prose)
{
	const SmProseToken *token = &prose->token[prose->at];
	size_t		place[WORD_MOST + 1];
	Word		word;
	size_t		at = token->from;

	ReadWord(&word, prose, prose->at);
	for (int i = 0; i <= word.length; i++)
	{
		place[i] = at;
		at += at < token->to ? BytesOf(prose->text.utf8[at]) : 0;
	}
	for (int i = 0; i + HANJA_NAME <= word.length; i++)
		if (sm_hanja_surname(word.letter[i]) != NULL)
			sm_prose_korean(prose, place[i], place[i + HANJA_NAME], &hanja_demand);
}

/* Names in kana: words with ・ between */
void
sm_prose_kana(SmProse *prose)
{
	const SmProseToken *first = &prose->token[prose->at];

	for (int i = prose->at + 1; i < prose->at + KANA_MOST && i < prose->count; i++)
	{
		const SmProseToken *token = &prose->token[i];

		if (token->script != SM_SCRIPT_KANA || token->parted != SM_PROSE_DOT_OF_KANA)
			return;
		sm_prose_korean(prose, first->from, token->to, &kana_demand);
	}
}
