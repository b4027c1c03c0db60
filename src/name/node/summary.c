/* What a node of an index knows of the names below it */
#include "name/node/summary.h"

#include <string.h>

#include "name/reading/names.h"

static void
Put32(uint8_t *p, uint32_t value)
{
	for (int i = 0; i < 4; i++)
		p[i] = (uint8_t) (value >> (8 * i));
}

/* A summary of nothing */
void
sm_summary_start(SmSummary *summary)
{
	summary->unicode = SM_UNICODE_SEVERAL;
	summary->kinds = 0;
	summary->low = UINT32_MAX;
	summary->high = 0;
	sm_words_summary_start(&summary->words);
}

/* Widen a Korean part by one, or make it that */
static void
WidenKorean(SmSummary *summary, const uint8_t *korean)
{
	if (summary->kinds & SM_KIND_KOREAN)
		sm_korean_summary_unite(summary->korean, korean);
	else
		memcpy(summary->korean, korean, SM_KOREAN_SUMMARY_BYTES);
	summary->kinds |= SM_KIND_KOREAN;
}

/* Widen a summary by the names of a reading */
static void
WidenByNames(SmSummary *summary, const uint8_t *reading)
{
	SmNames		names;

	sm_names(&names, reading, NULL);
	for (int i = 0; i < names.count; i++)
	{
		const uint8_t *name = names.name[i].reading;
		uint8_t		made[SM_KOREAN_SUMMARY_BYTES];

		if (SM_IS_KOREAN(name))
		{
			sm_korean_summary_make(made, name);
			WidenKorean(summary, made);
		}
		if (SM_HAS_WORDS(name))
			sm_words_summary_add(&summary->words, SM_WORDS_PART(name));
		summary->kinds |= (uint8_t) SM_READING_KINDS(name);
	}
}

/* Widen a summary by a packed one */
static void
WidenByPacked(SmSummary *summary, const uint8_t *key)
{
	const uint8_t *part = key + SM_SUMMARY_HEADER;

	if (SM_IS_KOREAN(key))
	{
		WidenKorean(summary, part);
		part += SM_KOREAN_SUMMARY_BYTES;
	}
	if (SM_HAS_WORDS(key))
		sm_words_summary_unite(&summary->words, part);
	summary->kinds |= (uint8_t) SM_READING_KINDS(key);
}

/* Widen the range of a summary, and note a version of Unicode */
static void
WidenRange(SmSummary *summary, uint32_t low, uint32_t high, uint8_t unicode)
{
	/* of a summary of nothing the lowest sort key is above the highest */
	if (summary->low > summary->high)
		summary->unicode = unicode;
	else if (summary->unicode != unicode)
		summary->unicode = SM_UNICODE_SEVERAL;
	summary->low = low < summary->low ? low : summary->low;
	summary->high = high > summary->high ? high : summary->high;
}

/* Widen a summary by a reading or by a packed summary */
void
sm_summary_add(SmSummary *summary, const uint8_t *key)
{
	uint32_t	low = SM_READING_SORT(key);

	WidenRange(summary, low, SM_IS_SUMMARY(key) ? SM_SUMMARY_HIGH(key) : low, SM_READING_UNICODE(key));
	if (SM_IS_SUMMARY(key))
		WidenByPacked(summary, key);
	else
		WidenByNames(summary, key);
}

/* Widen a summary by another one of some readings, which have been added one by one and not packed */
void
sm_summary_merge(SmSummary *summary, const SmSummary *other)
{
	WidenRange(summary, other->low, other->high, other->unicode);
	if (other->kinds & SM_KIND_KOREAN)
		WidenKorean(summary, other->korean);
	if (other->kinds & SM_KIND_WORDS)
		sm_words_summary_merge(&summary->words, &other->words);
	summary->kinds |= other->kinds;
}

/*
 * Pack a summary into at most room bytes, of which there are SM_SUMMARY_LEAST or more and need not
 * be more than SM_SUMMARY_MAX; returns how many.  The fewer, the less it tells of words.
 */
int
sm_summary_pack(uint8_t *key, const SmSummary *summary, int room)
{
	uint8_t    *out = key + SM_SUMMARY_HEADER;

	key[0] = SM_VERSION | SM_SUMMARY_MARK;
	key[1] = summary->unicode;
	key[2] = summary->kinds;
	Put32(key + 3, summary->low);
	Put32(key + 7, summary->high);
	if (summary->kinds & SM_KIND_KOREAN)
	{
		memcpy(out, summary->korean, SM_KOREAN_SUMMARY_BYTES);
		out += SM_KOREAN_SUMMARY_BYTES;
	}
	if (summary->kinds & SM_KIND_WORDS)
		out += sm_words_summary_pack(out, &summary->words, room - (int) (out - key));
	return (int) (out - key);
}

/*
 * Does a packed summary hold all that the summary of some readings does, which have been added one by
 * one and not packed?  So does that of every node above them.
 */
bool
sm_summary_covers(const uint8_t *key, const SmSummary *below)
{
	int			kinds = SM_READING_KINDS(key);
	const uint8_t *part = key + SM_SUMMARY_HEADER;

	if (below->low > below->high)
		return true;
	if ((below->kinds & ~kinds) != 0 || SM_SUMMARY_LOW(key) > below->low || SM_SUMMARY_HIGH(key) < below->high ||
		(SM_READING_UNICODE(key) != below->unicode && SM_READING_UNICODE(key) != SM_UNICODE_SEVERAL))
		return false;
	if ((below->kinds & SM_KIND_KOREAN) && !sm_korean_summary_covers(part, below->korean))
		return false;
	if (kinds & SM_KIND_KOREAN)
		part += SM_KOREAN_SUMMARY_BYTES;
	return !(below->kinds & SM_KIND_WORDS) || sm_words_summary_covers(part, &below->words);
}
