/*
 * How what two words weigh together comes from what each weighs by itself.  Which way led to a weight the comparison
 * does not keep, so the ways that its relation has are gone through until one makes the weight.
 */
#include "postgres.h"

#include "pg/type/word_rule.h"

#include "data/word_weight_table.h"
#include "name/script/skeleton.h"
#include "name/words/pack.h"
#include "name/words/skeleton.h"
#include "name/words/sound.h"
#include "name/words/weights.h"
#include "name/words/word.h"

/* The words of one side of a part, whose letters stand next to one another */
typedef struct Run
{
	const uint8_t *letters;
	int			length;
	SmWeight	bits;
	int			kind;
	bool		skeleton;
} Run;

/* A pair whose weight is looked for */
typedef struct Pair
{
	Run			side[2];
	SmWeight	bits;			/* of the lighter side */
	SmWeight	weight;			/* both together */
	SmWeight	fixed;			/* what is taken off whatever the distance */
} Pair;

/* The words from one on of a side */
static Run
RunOf(const uint8 *literal, int from, int count)
{
	SmView		view;
	Run			run = {.length = 0};

	sm_words_open(&view, literal);
	if (from + count > view.count || count == 0)
		return run;
	run.letters = view.word[from];
	run.kind = SM_VIEW_KIND(&view, from);
	run.skeleton = run.kind == SM_WORD_SCRIPT && sm_is_skeleton(view.word[from]);
	for (int i = from; i < from + count; i++)
	{
		run.length += SM_VIEW_LENGTH(&view, i);
		run.bits += SM_VIEW_BITS(&view, i);
	}
	return run;
}

/* What part of a weight another one is: "" for all of it; NULL: none that comparisons take */
static const char *
PartOf(SmWeight whole, SmWeight weight)
{
	static const struct
	{
		int			part;
		int			of;
		const char *told;
	}			parts[] = {
		{1, 1, ""}, {1, 2, "; half of that"}, {2, 3, "; two thirds of that"}, {3, 4, "; three quarters of that"}
	};

	for (int i = 0; i < lengthof(parts); i++)
		if (whole * parts[i].part / parts[i].of == weight)
			return parts[i].told;
	return whole / 2 / 2 == weight ? "; half of half of that" : NULL;
}

/* The rule if a fixed number is taken off; NULL: it does not make the weight */
static char *
FixedRule(const Pair *pair, SmWeight fixed)
{
	const char *part = PartOf(pair->bits - fixed, pair->weight);

	return part != NULL ? psprintf("%d of the lighter one less a fixed %d%s", pair->bits, fixed, part) : NULL;
}

/* The rule if words of so many letters are some tenths of a letter apart; NULL: it does not make the weight */
static char *
DistanceRule(const Pair *pair, int length, int tenths)
{
	SmWeight	loss = pair->bits - sm_words_near(pair->bits, length, tenths);
	SmWeight	beside = tenths * SM_BIT / sm_word_weights.near_tenth_part;
	const char *part = PartOf(pair->bits - loss - pair->fixed, pair->weight);
	char	   *fixed = pair->fixed > 0 ? psprintf(", and a fixed %d", pair->fixed) : "";

	if (tenths < 0)
		return NULL;
	if (part != NULL)
		return psprintf("%d of the lighter one less %d and %d for %d tenths of a letter in %d%s%s", pair->bits,
						loss - beside, beside, tenths, length, fixed, part);
	if (pair->weight == SM_CONTEXT_MOST(pair->bits) && pair->bits - loss > pair->weight)
		return psprintf("%d of the lighter one, of which at most %d/256 count", pair->bits,
						sm_word_weights.context_most);
	return NULL;
}

/* The rule of words in Latin letters that sound alike or are some letters apart */
static char *
LatinRule(const Pair *pair)
{
	const Run  *a = &pair->side[0];
	const Run  *b = &pair->side[1];
	int			length = Max(a->length, b->length);
	uint8_t		x[SM_CLASS_MAX];
	uint8_t		y[SM_CLASS_MAX];
	int			length_x;
	int			length_y;
	int			tenths[3];

	if (a->length > SM_WORD_MAX || b->length > SM_WORD_MAX)
		return NULL;
	length_x = sm_word_class(x, a->letters, a->length);
	length_y = sm_word_class(y, b->letters, b->length);
	tenths[0] = sm_word_edit(a->letters, a->length, b->letters, b->length);
	tenths[0] = tenths[0] < 0 ? -1 : Max(tenths[0], SM_NEAR_TENTHS);
	tenths[1] = sm_word_distance(x, length_x, y, length_y, PG_INT32_MAX);
	tenths[2] = sm_frame_distance(x, length_x, y, length_y, PG_INT32_MAX);
	for (int i = 0; i < lengthof(tenths); i++)
	{
		char	   *rule = DistanceRule(pair, length, tenths[i]);

		if (rule != NULL)
			return rule;
	}
	return NULL;
}

/* The rule of a word of which only consonants are known, and one in Latin letters */
static char *
SkeletonRule(Pair *pair)
{
	const Run  *skeleton = &pair->side[pair->side[0].skeleton ? 0 : 1];
	const Run  *latin = &pair->side[pair->side[0].skeleton ? 1 : 0];
	SmSkeleton	opened;
	SmBones		bones;

	if (latin->kind != SM_WORD_LATIN || skeleton->length > SM_WORD_MAX || latin->length > SM_WORD_MAX)
		return NULL;
	sm_skeleton_open(&opened, skeleton->letters, skeleton->length);
	sm_bones(&bones, latin->letters, latin->length);
	pair->fixed += SM_VARIANT_COST;
	if (bones.length < SM_SOUND_LEAST)
		pair->fixed += sm_word_weights.few_consonants * (SM_SOUND_LEAST - bones.length);
	return DistanceRule(pair, bones.length + 2, sm_skeleton_cost(&opened, &bones));
}

/* The rule of a pair that has a relation; NULL: there is none to tell */
static char *
WordRuleOf(Pair *pair, int relation)
{
	const SmWeight fixed[] = {
		relation == SM_WORDS_MEANING ? SM_MEANING_COST : relation == SM_WORDS_NEAR ? SM_PLURAL_COST :
			relation == SM_WORDS_JOINED ? SM_JOIN_COST : SM_VARIANT_COST,
		relation == SM_WORDS_JOINED ? SM_JOIN_COST + SM_VARIANT_COST : SM_KOREAN_COST
	};
	bool		skeleton = pair->side[0].skeleton || pair->side[1].skeleton;

	pair->fixed = relation == SM_WORDS_JOINED ? SM_JOIN_COST : 0;
	if (relation == SM_WORDS_INITIAL)
		return psprintf("the least of %d, or %d beside more than three words, and half of the word",
						SM_INITIAL_WEIGHT, SM_INITIAL_WEIGHT * 3 / 4);
	if (skeleton && relation != SM_WORDS_MEANING)
		return SkeletonRule(pair);
	for (int i = 0; relation != SM_WORDS_SOUND && i < (relation == SM_WORDS_VARIANT ||
													  relation == SM_WORDS_JOINED ? 2 : 1); i++)
	{
		char	   *rule = FixedRule(pair, fixed[i]);

		if (rule != NULL)
			return rule;
	}
	return pair->side[0].kind == SM_WORD_LATIN && pair->side[1].kind == SM_WORD_LATIN ? LatinRule(pair) : NULL;
}

/* See word_rule.h */
const char *
SanctWordRule(const char *title, const SmWordsPart *part, const uint8 *a, const uint8 *b)
{
	Pair		pair = {
		.side = {RunOf(a, part->from[0], part->count[0]), RunOf(b, part->from[1], part->count[1])},
		.weight = part->weight
	};
	char	   *rule;

	if (part->relation == SM_WORDS_EQUAL || part->relation >= SM_WORDS_MISSING || pair.side[0].length == 0 ||
		pair.side[1].length == 0)
		return title;
	pair.bits = Min(pair.side[0].bits, pair.side[1].bits);
	rule = WordRuleOf(&pair, part->relation);
	return psprintf("%s: %s", title, rule != NULL ? rule :
					psprintf("%d of the %d of the lighter one%s", pair.weight, pair.bits,
							 pair.side[0].skeleton || pair.side[1].skeleton ? ", as consonants are" : ""));
}
