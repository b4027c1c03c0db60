/* What a field falls into, and what in each part of it may be a name */
#include "name/field/segment.h"

#include "data/beside_table.h"

/* A number of so many digits or more identifies something and is no part of a name */
#define IDENTIFIER_DIGITS 5

/* Is word i a role between two names: Anna, wife of KIM Jong Un? */
static bool
IsBetweenNames(const SmFieldTokens *tokens, int i)
{
	int			from = i;
	int			to = i;

	if (tokens->token[i].kind != SM_BESIDE_ROLE)
		return false;
	while (from > 0 && tokens->token[from].kind == SM_BESIDE_ROLE)
		from--;
	while (to + 1 < tokens->count && tokens->token[to].kind == SM_BESIDE_ROLE)
		to++;
	return SM_IS_OF(&tokens->token[from], SM_SET_NAME) && SM_IS_OF(&tokens->token[to], SM_SET_NAME);
}

/* Does word i part names? */
static bool
Parts(const SmFieldTokens *tokens, int i)
{
	return SM_IS_OF(&tokens->token[i], SM_SET_PARTING) || IsBetweenNames(tokens, i);
}

/* Does a segment start at word i? */
static bool
Starts(const SmFieldTokens *tokens, int i)
{
	return i == 0 || (tokens->token[i].parted & SM_PARTED_STRONG) || Parts(tokens, i) != Parts(tokens, i - 1);
}

/* Number the segments of a field and the clauses that commas make of them */
void
sm_field_segments(SmFieldTokens *tokens)
{
	int			segments = 0;
	int			clause = 0;

	for (int i = 0; i < tokens->count; i++)
	{
		SmFieldToken *token = &tokens->token[i];

		segments += Starts(tokens, i) && !Parts(tokens, i);
		clause += i > 0 && (token->parted & SM_PARTED_COMMA);
		token->segment = (uint8_t) (Parts(tokens, i) ? SM_NO_SEGMENT : segments - 1);
		token->clause = (uint8_t) clause;
	}
}

/* Is word i a number that is no part of a name: long, behind what it is of, or parted from the name? */
static bool
IsApartNumber(const SmFieldTokens *tokens, int i)
{
	const SmFieldToken *token = &tokens->token[i];

	if (token->kind != SM_TOKEN_NUMBER)
		return false;
	if (sm_token_length(token) >= IDENTIFIER_DIGITS || (token->parted & (SM_PARTED_STRONG | SM_PARTED_COMMA)))
		return true;
	return i > 0 && SM_IS_OF(token - 1, SM_SET(SM_BESIDE_IDENTIFIER) | SM_SET(SM_BESIDE_PAYMENT));
}

/* May word i, at an end of the words, be taken off them? */
static bool
IsBesideWords(const SmFieldTokens *tokens, int i)
{
	unsigned	set = SM_SET(SM_BESIDE_TITLE) | SM_SET(SM_BESIDE_ROLE) | SM_SET(SM_BESIDE_SHIP) |
		SM_SET(SM_BESIDE_PAYMENT);

	return SM_IS_OF(&tokens->token[i], set) || IsApartNumber(tokens, i);
}

/* The same at their end, which keeps words that may be of a name of two: TORNADO CASH, MARIA III of a ship */
static bool
IsBehindWords(const SmFieldTokens *tokens, SmSpan span, bool vessel)
{
	const SmFieldToken *last = &tokens->token[span.to - 1];

	if (!IsBesideWords(tokens, span.to - 1))
		return false;
	if (last->parted & (SM_PARTED_STRONG | SM_PARTED_COMMA))
		return true;
	if (last->kind == SM_BESIDE_TITLE)
		return !vessel;
	return last->kind != SM_BESIDE_PAYMENT || sm_span_length(span) > 2;
}

/* The segment without what is beside a name */
static SmSpan
PersonIn(const SmFieldTokens *tokens, SmSpan span)
{
	while (span.from < span.to && !SM_IS_OF(&tokens->token[span.from], SM_SET_NAME))
		span.from++;
	while (span.from < span.to && !SM_IS_OF(&tokens->token[span.to - 1], SM_SET_NAME))
		span.to--;
	return span;
}

/* Its words; *cut tells whether more than a blank parts what is taken off, or it is a ship's label */
static SmSpan
WordsIn(const SmFieldTokens *tokens, SmSpan span, bool vessel, bool *cut)
{
	int			from = span.from;

	/* behind a ship's label a title is a part of its name */
	while (span.from < span.to && IsBesideWords(tokens, span.from) &&
		   !(*cut && vessel && span.from > from && tokens->token[span.from].kind == SM_BESIDE_TITLE))
		*cut |= tokens->token[span.from++].kind == SM_BESIDE_SHIP;
	while (span.from < span.to && IsBehindWords(tokens, span, vessel))
		*cut |= (tokens->token[--span.to].parted & (SM_PARTED_STRONG | SM_PARTED_COMMA)) != 0;
	return span;
}

/* These without places and branches; in front only what more than a blank parts from the rest */
static SmSpan
BareIn(const SmFieldTokens *tokens, SmSpan span)
{
	unsigned	set = SM_SET(SM_BESIDE_PLACE) | SM_SET(SM_BESIDE_BRANCH);
	int			end = span.to;

	while (span.to > span.from && (SM_IS_OF(&tokens->token[span.to - 1], set) ||
								   (span.to < end && IsBehindWords(tokens, span, true))))
		span.to--;
	while (span.from + 1 < span.to && tokens->token[span.from].kind == SM_BESIDE_PLACE &&
		   (tokens->token[span.from + 1].parted & (SM_PARTED_STRONG | SM_PARTED_COMMA)))
		span.from++;
	return span;
}

/* Is a word behind another segment the value of a label before its own, and so no other name? */
bool
sm_field_labelled(const SmFieldTokens *tokens, int i)
{
	int			before = i;

	while (tokens->token[before].segment == tokens->token[i].segment)
		before--;
	return SM_IS_OF(&tokens->token[before], SM_SET(SM_BESIDE_LABEL) | SM_SET(SM_BESIDE_IDENTIFIER));
}

/* Words of other segments that may be other names */
static int
CountOthers(const SmFieldTokens *tokens, SmSpan span)
{
	int			others = 0;

	for (int i = 0; i < span.from; i++)
		others += SM_IS_OF(&tokens->token[i], SM_SET_NAME);
	for (int i = span.to; i < tokens->count; i++)
		others += SM_IS_OF(&tokens->token[i], SM_SET_NAME) && !sm_field_labelled(tokens, i);
	return others;
}

/* Was a short number taken off a segment that nothing says is another thing's? */
bool
sm_field_leaves_number(const SmFieldTokens *tokens, SmSpan all, SmSpan person)
{
	unsigned	set = SM_SET(SM_BESIDE_IDENTIFIER) | SM_SET(SM_BESIDE_PAYMENT);

	for (int i = all.from; i < all.to; i++)
		if ((i < person.from || i >= person.to) && tokens->token[i].kind == SM_TOKEN_NUMBER &&
			sm_token_length(&tokens->token[i]) < IDENTIFIER_DIGITS && !(i > 0 && SM_IS_OF(&tokens->token[i - 1], set)))
			return true;
	return false;
}

/* Does a ship's label stand in the field, its number or its flag? */
static bool
HasVessel(const SmFieldTokens *tokens)
{
	for (int i = 0; i < tokens->count; i++)
	{
		if (tokens->token[i].kind == SM_BESIDE_SHIP)
			return true;
		if (tokens->token[i].kind == SM_BESIDE_IDENTIFIER &&
			(sm_token_is(tokens, i, "imo") || sm_token_is(tokens, i, "flag")))
			return true;
	}
	return false;
}

/* The segment that starts at a word; false if that word is one that parts */
bool
sm_field_segment(SmSegment *segment, const SmFieldTokens *tokens, int from)
{
	SmSpan		all = {from, from + 1};

	while (all.to < tokens->count && tokens->token[all.to].segment == tokens->token[from].segment)
		all.to++;
	*segment = (SmSegment) {.all = all};
	if (tokens->token[from].segment == SM_NO_SEGMENT)
		return false;
	segment->whole = sm_span_length(all) == tokens->count;
	segment->cut = !segment->whole;
	segment->person = PersonIn(tokens, all);
	segment->vessel = HasVessel(tokens);
	segment->words = WordsIn(tokens, all, segment->vessel, &segment->cut);
	segment->bare = BareIn(tokens, segment->words);
	for (int i = all.from; i < all.to; i++)
	{
		segment->unknown += SM_IS_OF(&tokens->token[i], SM_SET_NAME);
		segment->company |= SM_IS_OF(&tokens->token[i], SM_SET_COMPANY);
	}
	segment->others = CountOthers(tokens, all);
	segment->number = sm_field_leaves_number(tokens, all, segment->person);
	return true;
}
