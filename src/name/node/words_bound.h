/* The bound of the similarity of words with those of any member of a node */
#ifndef SM_NODE_WORDS_BOUND_H
#define SM_NODE_WORDS_BOUND_H

#include <stdint.h>

#include "name/node/word_digests.h"
#include "name/weight.h"
#include "name/words/join.h"
#include "name/words/pack.h"

/* The words of a name prepared to be held against nodes; they must live as long */
typedef struct SmWordsProbe
{
	const uint8_t *query;
	SmWeight	self;
	SmWeight	price;			/* of what stands beside the name */
	int			count;
	SmWeight	bits;			/* of all words */
	uint8_t		order[SM_WORDS_KEPT];	/* the words, the heaviest first */
	struct
	{
		SmWeight	bits;
		SmWeight	near[2];		/* most that one edit leaves, and if it may be a plural */
		SmWeight	sure[2];		/* the same if the pair is sure */
		SmWeight	with_initial;	/* most that it brings as an initial or with one */
		SmWeight	with_bones;		/* most that it brings by its consonants alone */
		SmWeight	with_run[SM_JOIN_WORDS - 1];	/* joined with the next word, the next two or three */
		SmWeight	missing;		/* what the word costs when it is left */
		SmWeight	missing_person;
		uint8_t		kind;
		uint8_t		piece_count;
		uint8_t		exchanged_count;
		uint8_t		plural_count;
		uint8_t		bones_count;
		uint8_t		runs_count[SM_JOIN_WORDS - 1];
		uint32_t	whole;
		uint32_t	bones[SM_BONES_DIGESTS];	/* of the ways that a skeleton may sound, or of few consonants */
		uint32_t	runs[SM_JOIN_WORDS - 1][SM_BONES_DIGESTS];	/* the same of it joined with the next skeletons */
		uint32_t	meaning;
		uint32_t	frame;
		uint32_t	korean;
		uint32_t	initial;
		uint32_t	pieces[SM_NEAR_PIECES];
		uint32_t	exchanged[SM_EXCHANGED];	/* of it with two letters exchanged */
		uint32_t	plural[SM_PLURALS]; /* of its plural and its singular */
		uint32_t	joined[SM_JOIN_WORDS - 1];	/* with the next word, with the next two or three */
	}			word[SM_WORDS_KEPT];
} SmWordsProbe;

extern void sm_words_probe(SmWordsProbe *probe, const uint8_t *query, SmWeight price);
extern int	sm_words_bound(const SmWordsProbe *probe, const uint8_t *summary, int floor);

#endif
