/* Two persons whom a comma parts: John Smith, Ramzan Kadyrov, which might be Surname, Given as well */
#include "name/field/persons.h"

#include "data/word_table.h"
#include "name/words/dictionary.h"
#include "name/words/weights.h"
#include "name/words/word.h"

/* Names of a person */
#define NAMES_LEAST 2

/* What the dictionary says of word i, NULL = nothing */
static const SmEntry *
EntryOf(const SmFieldTokens *tokens, int i)
{
	uint8_t		letters[SM_WORD_MAX];
	int			length = sm_token_letters(letters, tokens, i);

	return length > 0 ? sm_word_lookup(letters, length) : NULL;
}

/* Is word i a known given name? */
bool
sm_token_given_name(const SmFieldTokens *tokens, int i)
{
	const SmEntry *entry = EntryOf(tokens, i);

	return entry != NULL && entry->meaning >= sm_meaning_names;
}

/* Is word i so common that it is no name by itself: al, de, bin? */
static bool
IsCommonWord(const SmFieldTokens *tokens, int i)
{
	const SmEntry *entry = EntryOf(tokens, i);

	return entry != NULL && entry->bits * (SM_BIT / SM_WORD_BIT) <= SM_PARTICLE_BITS;
}

/* May words be a person's whole name: two names or more, the last of which is no given name? */
static bool
AreWhole(const SmFieldTokens *tokens, SmSpan words)
{
	int			names = 0;

	for (int i = words.from; i < words.to; i++)
		names += !IsCommonWord(tokens, i);
	return names >= NAMES_LEAST && !sm_token_given_name(tokens, words.to - 1);
}

/*
 * Are these words, in which there is one comma, two persons?  Both end with what is no given name, and one of them
 * begins with one: what stands behind a surname and a comma is given names alone.
 */
bool
sm_field_two_persons(SmSpan *second, const SmFieldTokens *tokens, SmSpan words)
{
	SmSpan		first = {words.from, words.from + 1};

	while (first.to < words.to && !(tokens->token[first.to].parted & SM_PARTED_COMMA))
		first.to++;
	*second = (SmSpan) {first.to, words.to};
	return AreWhole(tokens, first) && AreWhole(tokens, *second) &&
		(sm_token_given_name(tokens, first.from) || sm_token_given_name(tokens, second->from));
}
