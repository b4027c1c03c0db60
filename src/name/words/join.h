/* The rule of joined words: which neighbours in a name may be one word of another, Kim Jongun and Kim Jong un */
#ifndef SM_WORDS_JOIN_H
#define SM_WORDS_JOIN_H

#include <stdbool.h>

#include "name/script/skeleton.h"
#include "name/words/pack.h"
#include "name/words/word.h"

/* Most neighbours that make one word */
#define SM_JOIN_WORDS 4
/* Letters by which a word that sounds alike may be longer or shorter */
#define SM_JOIN_DIFFER 2

/*
 * May n neighbours from i on, all of them skeletons, be one word?  Any may, in one half of a name, but no article ends
 * one but abdul and abul.  Says how many letters they have.
 */
static inline bool
sm_join_skeletons(int *length, const SmView *view, int i, int n)
{
	*length = 0;
	if (i + n > view->count)
		return false;
	for (int k = i; k < i + n; k++)
	{
		if (SM_VIEW_KIND(view, k) != SM_WORD_SCRIPT || !sm_is_skeleton(view->word[k]) || (k > i && k == view->given))
			return false;
		*length += SM_VIEW_LENGTH(view, k);
	}
	return *length <= SM_WORD_MAX && (n == 1 || (n == 2 && sm_is_servant(view->word[i], SM_VIEW_LENGTH(view, i))) ||
									  !sm_is_article(view->word[i + n - 1], SM_VIEW_LENGTH(view, i + n - 1)));
}

/* May a word be one of those from i on that are one? */
static inline bool
sm_joins(const SmView *view, int i, int word)
{
	return SM_VIEW_KIND(view, word) == SM_WORD_LATIN && (word == i || word != view->given);
}

/* May n neighbours from i on be one word?  Words in one half of the name; says how many letters they have */
static inline bool
sm_join(int *length, const SmView *view, int i, int n)
{
	*length = 0;
	if (i + n > view->count)
		return false;
	for (int k = i; k < i + n; k++)
	{
		if (!sm_joins(view, i, k))
			return false;
		*length += SM_VIEW_LENGTH(view, k);
	}
	return *length <= SM_WORD_MAX;
}

/* May so many letters be a word of so many, by how they sound? */
static inline bool
sm_join_makes(int letters, int length)
{
	return letters - length >= -SM_JOIN_DIFFER && letters - length <= SM_JOIN_DIFFER;
}

#endif
