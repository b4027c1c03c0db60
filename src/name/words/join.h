/* The rule of joined words: which neighbours in a name may be one word of another, Kim Jongun and Kim Jong un */
#ifndef SM_WORDS_JOIN_H
#define SM_WORDS_JOIN_H

#include <stdbool.h>

#include "data/word_table.h"
#include "name/script/skeleton.h"
#include "name/words/pack.h"
#include "name/words/word.h"

/* Most neighbours that make one word; longest part that lets them make it by sound, as abdul does */
#define SM_JOIN_WORDS 4
#define SM_PARTICLE_LENGTH 3
/* Letters by which a word that sounds alike may be longer or shorter */
#define SM_JOIN_DIFFER 2

/* Neighbours joined: their letters, and whether one of them is a particle */
typedef struct SmJoin
{
	int			length;
	bool		particle;
} SmJoin;

/* May n neighbours from i on, all of them skeletons, be one word?  Any may, in one half of a name */
static inline bool
sm_join_skeletons(SmJoin *join, const SmView *view, int i, int n)
{
	join->length = 0;
	join->particle = true;
	if (i + n > view->count)
		return false;
	for (int k = i; k < i + n; k++)
	{
		if (SM_VIEW_KIND(view, k) != SM_WORD_SCRIPT || !sm_is_skeleton(view->word[k]) || (k > i && k == view->given))
			return false;
		join->length += SM_VIEW_LENGTH(view, k);
	}
	return join->length <= SM_WORD_MAX;
}

/* May n neighbours from i on be one word?  Words in one half of the name */
static inline bool
sm_join(SmJoin *join, const SmView *view, int i, int n)
{
	join->length = 0;
	join->particle = false;
	if (i + n > view->count)
		return false;
	for (int k = i; k < i + n; k++)
	{
		if (SM_VIEW_KIND(view, k) != SM_WORD_LATIN || (k > i && k == view->given))
			return false;
		join->length += SM_VIEW_LENGTH(view, k);
		join->particle |= SM_VIEW_LENGTH(view, k) <= SM_PARTICLE_LENGTH ||
			SM_VIEW_MEANING(view, k) == sm_meaning_servant;
	}
	return join->length <= SM_WORD_MAX;
}

/* May they be a word of so many letters?  By their letters or, with a particle, by their sound */
static inline bool
sm_join_makes(const SmJoin *join, int length)
{
	int			differ = join->length - length;

	return join->particle ? differ >= -SM_JOIN_DIFFER && differ <= SM_JOIN_DIFFER : differ == 0;
}

#endif
