/* Further ways to read all of a field: each is a name of its own, if it says something else than what is written */
#include "name/reading/ways.h"

#include "name/field/candidate.h"
#include "name/script/abjad.h"
#include "name/script/cyrillic_latin.h"
#include "name/script/fathers.h"
#include "name/script/han.h"
#include "name/script/japanese.h"
#include "name/script/kana_latin.h"
#include "name/script/transcript.h"
#include "name/text/script.h"

/* What it costs that names of fathers are left out, in 1/4 bit */
#define PRICE_SHORT 8

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
	bool		abjad;
	bool		cyrillic;
	bool		han;
	bool		kana;
} Scripts;

static Scripts
ScriptsOf(const SmText *text)
{
	Scripts		scripts = {false, false, false, false};

	for (int i = 0; i < text->length; i++)
	{
		uint32_t	c = text->cp[i];

		if (c < 0x400)
			continue;
		scripts.cyrillic |= c < 0x530;
		scripts.abjad |= sm_is_abjad(c);
		scripts.han |= sm_is_hanja(c);
		scripts.kana |= sm_is_kana(c);
	}
	return scripts;
}

/* Add the ways to read a field beside the one that it is written in */
void
sm_ways_add(SmFieldNames *field, const SmText *text)
{
	Scripts		scripts;

	if (text->ascii)
		return;
	scripts = ScriptsOf(text);
	if (scripts.abjad)
		AddFieldWay(field, text, SM_WAY_SHORT, PRICE_SHORT);
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

/* Are the words of a way those that characters sound like, which names of other characters may as well? */
bool
sm_way_sounds(SmWay way)
{
	return way >= SM_WAY_KANA;
}

/* The text that is read as words in a way other than the written one; false if there is nothing to be read so */
bool
sm_way_text(SmText *out, const SmText *text, SmWay way)
{
	SmText		transcript;

	switch (way)
	{
		case SM_WAY_SHORT:
			return sm_transcribe(&transcript, text) && sm_fathers_drop(out, &transcript);
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
