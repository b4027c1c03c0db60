/*
 * Acronyms beside the words that they are made of: FOREIGN TRADE BANK (FTB), NITC - National Iranian Tanker Company.
 * They say nothing that the words do not, and many who write the name leave them out.
 */
#include "name/words/acronym.h"

#include <string.h>

#include "data/marker_table.h"
#include "data/word_weight_table.h"
#include "name/words/dictionary.h"
#include "name/words/legal_form.h"
#include "name/words/weights.h"
#include "name/words/word.h"

/* Letters of an acronym; fewest that need not stand for all words, and that no sign has to part from them */
#define ACRONYM_LEAST 2
#define ACRONYM_MOST 12
#define ACRONYM_OF_SOME 3
#define ACRONYM_UNPARTED 4
/* Most letters of a word that one has, if it has some of each: BUTEMBO AIRLINES (BAL) */
#define INITIALS_MOST 3

/* Which tokens an acronym need not have a letter of: legal forms, articles, prepositions; a bit each */
static uint64_t
LooseTokens(const SmTokens *tokens)
{
	uint64_t	loose = 0;

	for (int i = 0; i < tokens->count; i++)
	{
		const SmWord *word = &tokens->token[i].word;
		const SmEntry *entry = sm_word_lookup(word->letters, word->length);
		int			form;

		if (word->length == 1 || sm_word_is_one_of(word, sm_connectives) ||
			(entry != NULL && entry->bits * (SM_BIT / SM_WORD_BIT) <= SM_PARTICLE_BITS))
			loose |= (uint64_t) 1 << i;
		for (int n = sm_form_at(tokens, i, &form); n > 0; n--)
			loose |= (uint64_t) 1 << (i + n - 1);
	}
	return loose;
}

/* How many letters of an acronym may have been made when a token, loose or not, is added to those before: a bit each */
static uint32_t
MakeFurther(uint32_t made, const SmWord *acronym, const SmWord *word, bool loose, int most)
{
	uint32_t	now = loose ? made : 0;

	for (int k = 0; k < acronym->length; k++)
		for (int n = 1; (made >> k & 1) && n <= most && n <= word->length && k + n <= acronym->length &&
			 word->letters[n - 1] == acronym->letters[k + n - 1]; n++)
			now |= 1u << (k + n);
	return now;
}

/* Is an acronym made of tokens from..to: of first letters of some of them, or of the first of each? */
static bool
IsMadeOf(const SmTokens *tokens, const SmWord *acronym, int from, int to, uint64_t loose)
{
	uint32_t	some = 0;
	uint32_t	each = 1;
	uint32_t	all = 1u << acronym->length;

	for (int i = from; i < to; i++)
	{
		const SmWord *word = &tokens->token[i].word;

		/* a word that is said again, or its begin, is no acronym */
		if (acronym->length <= word->length && memcmp(acronym->letters, word->letters, acronym->length) == 0)
			return false;
		some = MakeFurther(some | 1, acronym, word, loose >> i & 1, 1);
		each = MakeFurther(each, acronym, word, loose >> i & 1, INITIALS_MOST);
		if ((some & all) && acronym->length >= ACRONYM_OF_SOME)
			return true;
	}
	/* a company may be one in its acronym only */
	if (acronym->length >= ACRONYM_UNPARTED && acronym->letters[acronym->length - 1] == 'c')
		all |= all >> 1;
	return (each & all) && to - from > 1;
}

/* The letters that words of a name begin with: a bit each */
static uint32_t
Initials(const SmTokens *tokens)
{
	uint32_t	initials = 0;

	for (int i = 0; i < tokens->count; i++)
		if (tokens->token[i].word.kind == SM_WORD_LATIN)
			initials |= 1u << (tokens->token[i].word.letters[0] - 'a');
	return initials;
}

/* May a token be an acronym: parted by a sign or too long to be chance, and in capitals where there are any? */
static bool
MayBeAcronym(const SmTokens *tokens, int i, uint32_t initials, bool capitals)
{
	const SmToken *token = &tokens->token[i];
	bool		parted = tokens->token[i > 0 ? i : 1].parted;

	if (token->word.kind != SM_WORD_LATIN || i == 1 || token->word.length < ACRONYM_LEAST ||
		token->word.length > ACRONYM_MOST || (capitals && !token->upper))
		return false;
	if (parted)
		return true;
	for (int k = 0; k < token->word.length; k++)
		if (!(initials >> (token->word.letters[k] - 'a') & 1))
			return false;
	return i > 0 && token->word.length >= ACRONYM_UNPARTED;
}

/* Take off acronyms that stand behind the words that they are made of, or in front of all of them */
void
sm_acronyms_remove(SmTokens *tokens)
{
	uint32_t	initials = Initials(tokens);
	bool		capitals = false;

	for (int i = 0; i < tokens->count; i++)
		capitals = capitals || tokens->token[i].upper;
	for (int i = tokens->count - 1; i >= 0 && tokens->count > 2; i--)
	{
		uint64_t	loose;

		if (!MayBeAcronym(tokens, i, initials, capitals))
			continue;
		loose = LooseTokens(tokens);
		if (!(loose >> i & 1) && (i > 0 ? IsMadeOf(tokens, &tokens->token[i].word, 0, i, loose) :
								  IsMadeOf(tokens, &tokens->token[0].word, 1, tokens->count, loose)))
			sm_tokens_remove(tokens, i, 1);
	}
}
