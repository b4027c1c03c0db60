/* The candidates of a field: parts of it that are read as names, beside all of it */
#include "name/field/offer.h"

#include "name/field/price.h"
#include "name/words/named.h"
#include "name/words/pack.h"

/* Evidence asked for of words beside other names, in bits */
#define WORDS_BESIDE SM_WEIGHT(12)

/* Code points of words from..to */
SmSpan
sm_field_points(const SmFieldTokens *tokens, SmSpan words)
{
	return (SmSpan) {tokens->token[words.from].from, tokens->token[words.to - 1].to};
}

/* The next candidate to be filled in, NULL if there are enough */
static SmCandidate *
NextCandidate(SmFieldNames *field, SmSpan place)
{
	SmCandidate *candidate = &field->candidate[field->count];

	if (field->count == SM_NAMES_MAX - 1)
		return NULL;
	*candidate = (SmCandidate) {.place = place};
	return candidate;
}

/* Is a span all of the field, with nothing glued to it or around it? */
bool
sm_field_is_all(const SmFieldTokens *tokens, SmSpan span)
{
	return span.from == 0 && span.to == tokens->count && !tokens->edged && !sm_token_trimmed(&tokens->token[0]) &&
		!sm_token_trimmed(&tokens->token[tokens->count - 1]);
}

/* Count a candidate that has been filled in */
static void
KeepCandidate(SmFieldNames *field)
{
	SmCandidate *candidate = &field->candidate[field->count++];

	candidate->price = (uint8_t) sm_candidate_price(&field->tokens, candidate, NULL, NULL);
}

/* Add a Korean's name that stands at a place */
void
sm_field_add_korean(SmFieldNames *field, const SmSegment *segment, SmSpan place, SmSpan points, const SmKorean *reading)
{
	SmCandidate *candidate = NextCandidate(field, place);

	if (candidate == NULL)
		return;
	candidate->korean = points;
	candidate->number = segment->number;
	candidate->vessel = segment->vessel;
	sm_korean_copy(&candidate->reading, reading);
	KeepCandidate(field);
}

/* Do words weigh enough to be looked for beside other names? */
static bool
AreEnough(const SmFieldTokens *tokens, SmSpan words)
{
	uint8_t		reading[SM_WORDS_PACKED_MAX];
	SmText		part;

	sm_text_part(&part, tokens->text, sm_field_points(tokens, words));
	sm_words_pack(reading, &part, SM_NAMED_UNKNOWN);
	return sm_words_self(reading) >= WORDS_BESIDE;
}

/* Add words, to the Korean's name that has the same place if there is one */
void
sm_field_add_words(SmFieldNames *field, const SmSegment *segment, SmSpan words, bool enough)
{
	const SmFieldTokens *tokens = &field->tokens;
	SmCandidate *candidate;

	if (sm_span_length(words) <= 0 || sm_field_is_all(tokens, words) || (!enough && !AreEnough(tokens, words)))
		return;
	for (int i = 0; i < field->count; i++)
		if (sm_span_equal(words, field->candidate[i].place))
		{
			field->candidate[i].words = sm_field_points(tokens, words);
			return;
		}
	candidate = NextCandidate(field, words);
	if (candidate == NULL)
		return;
	candidate->words = sm_field_points(tokens, words);
	candidate->number = sm_field_leaves_number(tokens, segment->all, words);
	candidate->vessel = segment->vessel;
	KeepCandidate(field);
}
