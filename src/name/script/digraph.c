/* Letters that stand for a sound together, or for another one in front of a word: Greek and Armenian */
#include "name/script/digraph.h"

#include "data/digraph_table.h"
#include "name/script/letters.h"
#include "name/table.h"
#include "name/text/unicode.h"

/* A vowel with two dots is read by itself */
#define IOTA_DOTS 0x3CA
#define IOTA_DOTS_ACCENT 0x390
#define UPSILON_DOTS 0x3CB
#define UPSILON_DOTS_ACCENT 0x3B0

/* Does a letter stand by itself, whatever is before it? */
static bool
StandsApart(uint32_t c)
{
	return c == IOTA_DOTS || c == IOTA_DOTS_ACCENT || c == UPSILON_DOTS || c == UPSILON_DOTS_ACCENT;
}

/* The row of the most letters from a place on, how many in *taken; NULL = there is none */
static const SmDigraph *
FindDigraph(const SmText *text, int from, int *taken)
{
	for (int n = SM_DIGRAPH_LETTERS; n > 0; n--)
	{
		uint64_t	key = 0;
		const SmDigraph *row;
		bool		apart = false;

		if (from + n > text->length)
			continue;
		for (int i = 0; i < SM_DIGRAPH_LETTERS; i++)
		{
			apart |= i > 0 && i < n && StandsApart(text->cp[from + i]);
			key = key << 16 | (i < n ? sm_base_letter(text->cp[from + i]) & 0xFFFF : 0);
		}
		row = sm_table_find(sm_digraphs, sm_digraph_count, sizeof(SmDigraph), sm_key_64, key);
		if (row != NULL && !apart)
		{
			*taken = n;
			return row;
		}
	}
	return NULL;
}

/* Append the word that starts at a place to a transcript; returns where it ends */
int
sm_digraph_transcribe(SmText *out, const SmText *text, int from)
{
	int			i = from;

	while (i < text->length && sm_has_digraphs(text->cp[i]))
	{
		int			taken = 1;
		const SmDigraph *row = FindDigraph(text, i, &taken);
		const char *latin = row == NULL ? "" : i == from ? row->front : row->inside;

		if (row == NULL)
			sm_transcript_add(out, text->cp[i], text->upper[i]);
		sm_transcript_append(out, latin, text->upper[i]);
		i += taken;
	}
	return i;
}
