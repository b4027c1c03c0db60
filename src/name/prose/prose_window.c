/*
 * A few words of a text read as a name, and told if they show enough to be one: a Korean's by its odds and its
 * weight, any other by the weight of its words. What is asked for was measured on texts without listed names,
 * docs/matching.md.
 */
#include "name/prose/prose_window.h"

#include <stdint.h>

#include "name/field/field.h"
#include "name/field/judge.h"
#include "name/prose/mention.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/text/fold.h"
#include "name/text/part.h"
#include "name/text/text.h"
#include "name/words/named.h"
#include "name/words/pack.h"

/* Bytes of the longest name */
#define LONGEST 300
/* Bits of words, and the similarity that other names must reach */
#define WORDS_LEAST SM_WEIGHT(16)
#define WORDS_THRESHOLD 800

/* Tell of a mention, which is folded */
static void
TellMention(SmProse *prose, const SmMention *place, const SmText *text, SmNamed named)
{
	uint8_t		reading[SM_READING_MAX];
	SmMention	mention = *place;

	mention.reading = reading;
	sm_read_folded(reading, text, (SmReadAs) {SM_READ_MENTION, named}, NULL);
	prose->stopped = !prose->found(prose->context, &mention);
}

/* Tell of a part of the text if it is a Korean's name that shows as much */
void
sm_prose_korean(SmProse *prose, size_t from, size_t to, const SmDemand *demand)
{
	SmJudged	judged;
	SmText		text;

	if (to - from > LONGEST || prose->stopped)
		return;
	sm_text_fold(&text, prose->text.utf8 + from, to - from);
	if (text.length == 0)
		return;
	sm_field_judge_spelled(&judged, &text, (SmSpan) {0, text.length});
	if (judged.korean && judged.surname && !judged.slip && !judged.initial && judged.reading.odds >= demand->odds &&
		judged.self >= demand->self)
		TellMention(prose, &(SmMention) {from, to, true, demand->threshold, NULL}, &text, SM_NAMED_PERSON);
}

/* Do they weigh enough as a Korean name, such as ships bear? */
static bool
WeighsAsKorean(const SmText *text)
{
	SmJudged	judged;

	if (text->length == 0)
		return false;
	sm_field_judge_spelled(&judged, text, (SmSpan) {0, text->length});
	return judged.korean && !judged.slip && !judged.initial && judged.self >= WORDS_LEAST;
}

/* Tell of a part of the text if its words weigh enough */
void
sm_prose_words(SmProse *prose, size_t from, size_t to)
{
	uint8_t		words[SM_WORDS_PACKED_MAX];
	SmText		text;

	if (to - from > LONGEST || prose->stopped)
		return;
	sm_text_fold(&text, prose->text.utf8 + from, to - from);
	sm_words_pack(words, &text, SM_NAMED_UNKNOWN);
	if (words[0] > 0 && (sm_words_self(words) >= WORDS_LEAST || WeighsAsKorean(&text)))
		TellMention(prose, &(SmMention) {from, to, false, WORDS_THRESHOLD, NULL}, &text, SM_NAMED_THING);
}
