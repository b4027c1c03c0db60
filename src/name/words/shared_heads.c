/*
 * Which names of a query have a byte in the heads of their words.  Names that one text is read as are mostly held
 * against words of which none has any: a look that all of them share turns these away.
 */
#include "name/words/shared_heads.h"

#include <string.h>

/* Begin without names */
void
sm_shared_start(SmSharedHeads *shared)
{
	memset(shared, 0, sizeof(*shared));
}

/* Note the words of a name, which are prepared, under its number */
void
sm_shared_add(SmSharedHeads *shared, const SmWordsQuery *query, int name)
{
	const SmView *view = &query->view;
	uint8_t		bit = (uint8_t) (1 << name);

	if ((view->flags & SM_FLAG_SKELETON) || query->heads.initials > 0)
		shared->always |= bit;
	for (int i = 0; i < view->count; i++)
	{
		const uint8_t *head = view->head + SM_PACK_WORD * i;

		shared->hash[head[2]] |= bit;
		if (SM_VIEW_MEANING(view, i) != 0)
			shared->meaning[sm_head_meant(head)] |= bit;
		shared->first[head[4]] |= bit;
		shared->last[head[5]] |= bit;
		shared->begin[head[6]] |= bit;
	}
	/* 0 says that a word has none */
	shared->first[0] = shared->last[0] = shared->begin[0] = 0;
}

/* Which of the names may have a word that can be aligned with one of these words, a bit each */
unsigned
sm_shared_meets(const SmSharedHeads *shared, const uint8_t *words)
{
	SmView		view;
	unsigned	meets = shared->always;

	sm_words_open_heads(&view, words);
	if (view.flags & (SM_FLAG_SKELETON | SM_FLAG_INITIAL))
		return ~0u;
	for (int j = 0; j < view.count; j++)
	{
		const uint8_t *head = view.head + SM_PACK_WORD * j;

		meets |= shared->hash[head[2]] | shared->meaning[sm_head_meant(head)] | shared->first[head[4]] |
			shared->last[head[5]] | shared->begin[head[6]];
	}
	return meets;
}
