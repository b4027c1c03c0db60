/*
 * Names that somebody had before marriage: Anna SCHMIDT (née MÜLLER); SCHMIDT geb. MÜLLER, Anna.  Such a field holds
 * two names of one person, Anna Schmidt and Anna Müller.
 */
#include "name/field/maiden.h"

#include "data/beside_table.h"
#include "name/script/letters.h"
#include "name/text/part.h"

/* Words of a surname before marriage, at most; letters of words that belong to the one behind them: von, de, la */
#define MAIDEN_MOST 3
#define PARTICLE_MOST 3

#define APART (SM_PARTED_STRONG | SM_PARTED_COMMA)

/* Words of a field: the name of today up to what says so, the surname before it, what goes on behind that */
typedef struct Maiden
{
	SmSpan		front;
	SmSpan		born;
	SmSpan		behind;
} Maiden;

/* Does the word behind say what follows it, not a part of a name: in small letters, in brackets, with a full stop? */
static bool
IsSaid(const SmFieldTokens *tokens, int from, int to)
{
	const SmFieldToken *token = &tokens->token[from];

	return (token->parted & SM_PARTED_STRONG) || !tokens->text->upper[token->from] ||
		(tokens->token[to].parted & SM_PARTED_DOT);
}

/* Do labels from..to, of which no number follows, say that a surname before marriage does: born MÜLLER? */
bool
sm_says_maiden(const SmFieldTokens *tokens, int from, int to)
{
	if (!(tokens->token[from].stands & SM_BESIDE_MAIDEN) || from == 0 || to == tokens->count ||
		!SM_IS_OF(&tokens->token[from - 1], SM_SET_NAME) || tokens->token[to].kind != SM_BESIDE_NONE)
		return false;
	return IsSaid(tokens, from, to) &&
		(to + 1 == tokens->count || tokens->token[to + 1].kind != SM_TOKEN_NUMBER);
}

/* Is word i one that says it? */
static bool
SaysBorn(const SmFieldTokens *tokens, int i)
{
	return tokens->token[i].kind == SM_BESIDE_SEPARATOR && (tokens->token[i].stands & SM_BESIDE_MAIDEN);
}

/* The words of a name from one on, until something parts them, as many as are asked for */
static SmSpan
NameFrom(const SmFieldTokens *tokens, int from, int most)
{
	SmSpan		span = {from, from};

	while (span.to < tokens->count && span.to - from < most && SM_IS_OF(&tokens->token[span.to], SM_SET_NAME) &&
		   (span.to == from || !(tokens->token[span.to].parted & APART)))
		span.to++;
	return span;
}

/* Find the parts of a field that has such a name; false if one is missing, or it is a company's former name */
static bool
FindMaiden(Maiden *maiden, const SmFieldTokens *tokens)
{
	int			at = 0;

	while (at < tokens->count && !SaysBorn(tokens, at))
		at++;
	maiden->front = (SmSpan) {at, at};
	while (maiden->front.from > 0 && SM_IS_OF(&tokens->token[maiden->front.from - 1], SM_SET_NAME) &&
		   (maiden->front.from == at || !(tokens->token[maiden->front.from].parted & SM_PARTED_STRONG)))
		maiden->front.from--;
	while (at < tokens->count && SaysBorn(tokens, at))
		at++;
	maiden->born = NameFrom(tokens, at, MAIDEN_MOST);
	maiden->behind = NameFrom(tokens, maiden->born.to, MAIDEN_MOST);
	return sm_span_length(maiden->front) > 0 && sm_span_length(maiden->born) > 0 &&
		!sm_tokens_have(tokens, maiden->front.from, maiden->behind.to, SM_SET_COMPANY);
}

/* Does a field hold a name before marriage? */
bool
sm_has_maiden(const SmFieldTokens *tokens)
{
	Maiden		maiden;

	for (int i = 0; i < tokens->count; i++)
		if (SaysBorn(tokens, i))
			return FindMaiden(&maiden, tokens);
	return false;
}

/* The place of the word behind the comma of a name: SCHMIDT, Anna; the end if it has none */
static int
BehindComma(const SmFieldTokens *tokens, SmSpan name)
{
	int			i = name.from + 1;

	while (i < name.to && !(tokens->token[i].parted & SM_PARTED_COMMA))
		i++;
	return i < name.to ? i : name.to;
}

/* The given names of a name without a comma: all but the last word and what belongs to it */
static SmSpan
GivenOf(const SmFieldTokens *tokens, SmSpan name)
{
	SmSpan		given = {name.from, name.to - 1};

	while (given.to > given.from + 1 && sm_token_length(&tokens->token[given.to - 1]) <= PARTICLE_MOST &&
		   !tokens->text->upper[tokens->token[given.to - 1].from])
		given.to--;
	return given;
}

/* The given names of a field with a name before marriage; empty if they are not told */
static SmSpan
FindGivenNames(const Maiden *maiden, const SmFieldTokens *tokens)
{
	int			comma = BehindComma(tokens, maiden->front);

	if (comma < maiden->front.to)
		return (SmSpan) {comma, maiden->front.to};
	if (sm_span_length(maiden->behind) > 0)
		return tokens->token[maiden->behind.from].parted & SM_PARTED_COMMA ? maiden->behind : maiden->front;
	return GivenOf(tokens, maiden->front);
}

/* Add words to a text, behind a sign if there are any before them */
static void
AddWords(SmText *out, const SmFieldTokens *tokens, SmSpan words, const char *sign)
{
	if (sm_span_length(words) == 0)
		return;
	if (out->length > 0)
		sm_transcript_append(out, sign, false);
	for (int i = tokens->token[words.from].from; i < tokens->token[words.to - 1].to; i++)
		sm_transcript_add(out, tokens->text->cp[i], tokens->text->upper[i]);
}

/* One of the two names that a field is then; false if there is none */
bool
sm_maiden_text(SmText *out, const SmFieldTokens *tokens, SmMaiden which)
{
	Maiden		maiden;
	SmSpan		given;

	sm_transcript_start(out, tokens->text);
	if (!FindMaiden(&maiden, tokens))
		return false;
	given = FindGivenNames(&maiden, tokens);
	if (which == SM_MAIDEN_BORN)
	{
		AddWords(out, tokens, maiden.born, "");
		AddWords(out, tokens, given, ", ");
		return sm_span_length(given) > 0;
	}
	AddWords(out, tokens, maiden.front, "");
	AddWords(out, tokens, maiden.behind, given.from == maiden.behind.from ? ", " : " ");
	return true;
}
