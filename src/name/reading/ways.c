/* Further ways to read all of a field: each is a name of its own, if it says something else than what is written */
#include "name/reading/ways.h"

#include "name/field/candidate.h"
#include "name/field/kin.h"
#include "name/field/maiden.h"
#include "name/field/price.h"
#include "name/korean/alphabet.h"
#include "name/korean/declined.h"
#include "name/korean/hangul_words.h"
#include "name/script/abjad.h"
#include "name/script/cyrillic_latin.h"
#include "name/script/fathers.h"
#include "name/script/han.h"
#include "name/script/japanese.h"
#include "name/script/kana_latin.h"
#include "name/script/transcript.h"
#include "name/text/script.h"
#include "name/words/form_name.h"

/* What it costs that names of fathers are left out, and that a field holds another surname, in 1/4 bit */
#define PRICE_SHORT 8
#define PRICE_MAIDEN 4

/* What must be left of a name without those of sons and fathers */
#define KIN_LEAST SM_WEIGHT(16)

/* Add a way to read a field, if there is room for a further name */
static void
AddFieldWay(SmFieldNames *field, const SmText *text, SmWay way, int price)
{
	if (field->count == SM_NAMES_MAX - 1)
		return;
	field->candidate[field->count++] = (SmCandidate) {
		.words = {0, text->length}, .place = {0, field->tokens.count}, .price = (uint8_t) price, .way = (uint8_t) way
	};
}

/* What letters a text has that may be read in further ways */
typedef struct Scripts
{
	bool		alphabet;
	bool		abjad;
	bool		cyrillic;
	bool		han;
	bool		kana;
	bool		hangul;
} Scripts;

static Scripts
ScriptsOf(const SmText *text)
{
	Scripts		scripts = {false, false, false, false, false, false};

	for (int i = 0; i < text->length; i++)
	{
		uint32_t	c = text->cp[i];

		if (c < 0x370)
			continue;
		if (c < 0x1100)
		{
			scripts.alphabet |= c < 0x400 || c >= 0x530;
			scripts.cyrillic |= c >= 0x400 && c < 0x530;
			scripts.abjad |= sm_is_abjad(c);
			continue;
		}
		scripts.hangul |= sm_is_hangul(c);
		scripts.han |= sm_is_hanja(c);
		scripts.kana |= sm_is_kana(c);
	}
	return scripts;
}

/* The ways of persons' names without those of fathers and sons, and with each of two surnames */
static void
AddFamilyWays(SmFieldNames *field, const SmText *text)
{
	SmKin		kin = sm_field_kin(&field->tokens);

	if (kin.parent)
		AddFieldWay(field, text, SM_WAY_NO_PARENT, PRICE_SHORT);
	if (kin.son)
		AddFieldWay(field, text, SM_WAY_NO_SON, PRICE_SHORT);
	if (sm_has_maiden(&field->tokens))
	{
		AddFieldWay(field, text, SM_WAY_MARRIED, PRICE_MAIDEN);
		AddFieldWay(field, text, SM_WAY_BORN, PRICE_MAIDEN);
	}
}

/* Add the Korean reading of a name in letters of another alphabet, if it is likely enough */
static void
AddKoreanWay(SmFieldNames *field, const SmText *text)
{
	SmKorean	korean;

	if (field->count == SM_NAMES_MAX - 1 || !sm_alphabet_read(&korean, text) || korean.odds < SM_ALPHABET_LEAST)
		return;
	AddFieldWay(field, text, SM_WAY_KOREAN, 0);
	field->candidate[field->count - 1].korean = (SmSpan) {0, text->length};
	field->candidate[field->count - 1].words = (SmSpan) {0, 0};
	sm_korean_copy(&field->candidate[field->count - 1].reading, &korean);
}

/* Add the Korean's name that a text is up to a place */
static void
AddKoreanUpTo(SmFieldNames *field, const SmText *text, int to, const SmKorean *korean)
{
	SmCandidate *candidate = &field->candidate[field->count];

	if (field->count == SM_NAMES_MAX - 1 || field->tokens.count == 0)
		return;
	AddFieldWay(field, text, SM_WAY_WRITTEN, 0);
	candidate->korean = (SmSpan) {0, to};
	candidate->words = (SmSpan) {0, 0};
	sm_korean_copy(&candidate->reading, korean);
	candidate->price = (uint8_t) sm_candidate_price(&field->tokens, candidate, NULL, NULL);
}

/* Add the words of a body or ship in Hangul; what only may be one is none where a person's name was found */
static void
AddHangulWays(SmFieldNames *field, const SmText *text)
{
	SmHangulThing thing = sm_hangul_thing(text);

	if (thing == SM_HANGUL_NO_THING)
		return;
	for (int i = 0; i < field->count && thing != SM_HANGUL_THING; i++)
		if (field->candidate[i].korean.to > 0)
			return;
	AddFieldWay(field, text, SM_WAY_HANGUL, 0);
	AddFieldWay(field, text, SM_WAY_SOUTH, 0);
}

/* Add the ways to read a field beside the one it is written in; may it be a person's who is not Korean for sure? */
void
sm_ways_add(SmFieldNames *field, const SmText *text, bool person)
{
	Scripts		scripts;

	if (person)
		AddFamilyWays(field, text);
	if (text->ascii)
		return;
	scripts = ScriptsOf(text);
	if (scripts.alphabet)
		AddKoreanWay(field, text);
	if (scripts.hangul)
		AddHangulWays(field, text);
	if (scripts.abjad)
	{
		AddFieldWay(field, text, SM_WAY_SHORT, PRICE_SHORT);
		AddFieldWay(field, text, SM_WAY_MEANT, 0);
	}
	if (scripts.cyrillic)
		AddFieldWay(field, text, SM_WAY_CYRILLIC, 0);
	if (scripts.kana)
		AddFieldWay(field, text, SM_WAY_KANA, 0);
	if (!scripts.han)
		return;
	AddFieldWay(field, text, SM_WAY_JAPANESE, 0);
	AddFieldWay(field, text, SM_WAY_JAPANESE_TOO, 0);
	/* kana among them are Japanese */
	if (scripts.kana)
		return;
	AddFieldWay(field, text, SM_WAY_PINYIN, 0);
	if (!sm_han_simplified(text))
	{
		AddFieldWay(field, text, SM_WAY_WADE_GILES, 0);
		AddFieldWay(field, text, SM_WAY_CANTONESE, 0);
	}
}

/* Add the way of a person whose name has what was read as a legal form, if that may be a name */
void
sm_ways_add_person(SmFieldNames *field, const SmText *text)
{
	if (sm_form_may_be_name(text))
		AddFieldWay(field, text, SM_WAY_PERSON, 0);
}

/*
 * Add the Korean's name that a text is without the ending of its last word, if it is likelier than all of the text,
 * whose odds are given
 */
void
sm_ways_add_declined(SmFieldNames *field, const SmText *text, SmWeight odds)
{
	SmKorean	korean;
	int			to = text->ascii ? 0 : sm_declined_read(&korean, text);

	if (to > 0 && korean.odds > odds)
		AddKoreanUpTo(field, text, to, &korean);
}

/* Are the words of a way those that characters sound like, which names of other characters may as well? */
bool
sm_way_sounds(SmWay way)
{
	return way >= SM_WAY_KANA;
}

/* What is to a name that is read in a way what stands in the field and not in the name */
SmBesideRole
sm_way_role(SmWay way)
{
	return way == SM_WAY_NO_PARENT ? SM_BESIDE_IS_SON :
		way == SM_WAY_BORN || way == SM_WAY_MARRIED ? SM_BESIDE_IS_SURNAME : SM_BESIDE_IS_LEFT_OUT;
}

/*
 * What a way costs whose words weigh so much, in 1/4 bit; -1 = they are too few.  The names of fathers that two names
 * have behind bin may be those of two persons.  Leaving them out costs so much of the weight that two such names do not
 * match one another, 1 / (1 + .85) < .6, and hardly one with another father, but a name that has none: 2 / (2 + .85).
 */
int
sm_way_price(SmWay way, int price, SmWeight self)
{
	int			most;

	if (way != SM_WAY_NO_PARENT && way != SM_WAY_NO_SON)
		return price;
	if (self < KIN_LEAST)
		return -1;
	if (way == SM_WAY_NO_PARENT)
		return price;
	most = (self * 85 / 100 * SM_PRICE_BIT + SM_BIT - 1) / SM_BIT;
	return most > UINT8_MAX ? UINT8_MAX : most;
}

/* The text that is read as words in a way other than the written one; false if there is nothing to be read so */
bool
sm_way_text(SmText *out, const SmFieldTokens *tokens, SmWay way)
{
	const SmText *text = tokens->text;
	SmText		transcript;

	switch (way)
	{
		case SM_WAY_SHORT:
			return sm_transcribe(&transcript, text) && sm_fathers_drop(out, &transcript);
		case SM_WAY_MEANT:
			return sm_transcribe_meant(out, text);
		case SM_WAY_NO_PARENT:
			return sm_kin_drop(out, tokens, false);
		case SM_WAY_NO_SON:
			return sm_kin_drop(out, tokens, true);
		case SM_WAY_BORN:
			return sm_maiden_text(out, tokens, SM_MAIDEN_BORN);
		case SM_WAY_MARRIED:
			return sm_maiden_text(out, tokens, SM_MAIDEN_MARRIED);
		case SM_WAY_HANGUL:
			return sm_hangul_transcribe(out, text, false);
		case SM_WAY_SOUTH:
			return sm_hangul_transcribe(out, text, true);
		case SM_WAY_PERSON:
			*out = *text;
			return true;
		case SM_WAY_CYRILLIC:
			return sm_cyrillic_transcribe(out, text);
		case SM_WAY_KANA:
			return sm_kana_transcribe(out, text);
		case SM_WAY_JAPANESE:
			return sm_japanese_transcribe(out, text, 0);
		case SM_WAY_JAPANESE_TOO:
			return sm_japanese_transcribe(out, text, 1);
		case SM_WAY_PINYIN:
			return sm_han_transcribe(out, text, SM_HAN_PINYIN);
		case SM_WAY_WADE_GILES:
			return sm_han_transcribe(out, text, SM_HAN_WADE_GILES);
		case SM_WAY_CANTONESE:
			return sm_han_transcribe(out, text, SM_HAN_CANTONESE);
		default:
			return false;
	}
}
