/* A name read, and its reading packed */
#include "name/reading/read.h"

#include <string.h>

#include "data/syllable_table.h"
#include "data/word_table.h"
#include "name/field/candidate.h"
#include "name/korean/hypothesis.h"
#include "name/korean/korean.h"
#include "name/reading/korean_weight.h"
#include "name/reading/notes.h"
#include "name/reading/reading.h"
#include "name/reading/unpack.h"
#include "name/reading/ways.h"
#include "name/slot.h"
#include "name/text/fold.h"
#include "name/text/part.h"
#include "name/text/unicode.h"
#include "name/weight.h"
#include "name/words/pack.h"
#include "name/words/sort_key.h"

/* -16 log2 of a share, rounded up so that the shares of a name never exceed 1 */
static uint8_t
PackShare(SmWeight weight)
{
	int			cost = (-weight + SM_BIT / 16 - 1) / (SM_BIT / 16);

	return (uint8_t) (cost > 255 ? 255 : cost < 0 ? 0 : cost);
}

/* Place of the likeliest syllable of a slot */
static uint32_t
Place(SmSlot slot, const SmSyllable *syllables)
{
	return sm_slot_has_syllables(slot) ? syllables[sm_candidate_id(slot[1])].place : 0;
}

/* Names with words lie apart from those that are Korean only, whose nodes then need not tell of words */
#define SORT_AS_WORDS 0x80000000u
#define SORT_AS_BOTH 0x40000000u

/*
 * Position along a Z-order curve over both given syllables and the surname: names that agree on
 * any two of them lie near one another.
 */
static uint32_t
SortKey(const SmHypothesis *h)
{
	uint32_t	x = Place(h->slot[1], sm_given);
	uint32_t	y = h->given > 1 ? Place(h->slot[2], sm_given) : 0;
	uint32_t	z = h->has_surname ? Place(h->slot[0], sm_surname) : 0;
	uint32_t	key = 0;

	for (int bit = 9; bit >= 0; bit--)
		key = key << 3 | (x >> bit & 1) << 2 | (y >> bit & 1) << 1 | (z >> bit & 1);
	return key;
}

/* Fill in the header */
static void
PackHeader(uint8_t *reading, uint8_t kinds, uint32_t sort, int words)
{
	reading[0] = SM_VERSION;
	reading[1] = sm_unicode();
	reading[2] = kinds;
	for (int i = 0; i < 4; i++)
		reading[3 + i] = (uint8_t) (sort >> (8 * i));
	reading[7] = (uint8_t) words;
}

/* Slots and hypotheses; equal slots of one role are stored once.  Returns where they end */
static uint8_t *
PackHypotheses(uint8_t *out, const SmKorean *korean)
{
	SmSlot		slots[SM_SLOTS_MAX];
	bool		surname[SM_SLOTS_MAX];
	uint8_t		number[SM_HYPOTHESES][1 + SM_GIVEN_MAX];
	uint8_t    *head = out++;
	int			n = 0;

	for (int i = 0; i < korean->count; i++)
	{
		const SmHypothesis *h = &korean->hypothesis[i];

		for (int s = !h->has_surname; s <= h->given; s++)
		{
			int			k = 0;

			while (k < n && (slots[k] != h->slot[s] || surname[k] != (s == 0)))
				k++;
			if (k == n)
			{
				surname[n] = s == 0;
				slots[n++] = h->slot[s];
				out = sm_slot_pack(out, h->slot[s]);
			}
			number[i][s] = (uint8_t) k;
		}
	}
	*head = (uint8_t) (n | korean->count << 5);
	for (int i = 0; i < korean->count; i++)
	{
		const SmHypothesis *h = &korean->hypothesis[i];

		*out++ = (uint8_t) ((h->given - 1) | h->has_surname << 2 | h->system << 3);
		*out++ = PackShare(h->weight);
		for (int s = !h->has_surname; s <= h->given; s++)
			*out++ = number[i][s];
	}
	return out;
}

/* Bits of a signature that a slot sets: 22 for surnames, 21 for first and for later syllables */
static uint64_t
Signature(const uint8_t *slot, int part)
{
	static const uint8_t start[] = {0, 22, 43};
	static const uint8_t size[] = {22, 21, 21};
	uint64_t	bits = 0;

	if (SM_IS_INITIAL(slot))
		return 0;
	if (SM_IS_FOREIGN(slot))
		return (uint64_t) 1 << (start[part] + SM_FOREIGN_HASH(slot) % size[part]);
	for (int i = 0; i < *slot; i++)
		bits |= (uint64_t) 1 << (start[part] + sm_candidate_id(sm_slot_candidate(slot, i)) % size[part]);
	return bits;
}

/* Fill in the header of the Korean part, which rests on the slots behind it */
static void
PackKoreanHeader(uint8_t *reading)
{
	SmParts		parts;
	SmWeight	self;
	int			least[SM_PARTS] = {127, 127, 127};
	uint8_t		lengths = 0;
	uint64_t	signature = 0;

	sm_unpack(&parts, reading);
	for (int h = 0; h < parts.count; h++)
	{
		const SmHypothesisParts *p = &parts.part[h];

		lengths |= (uint8_t) (1 << p->given);
		if (!p->has_surname)
			lengths |= SM_LENGTHS_NO_SURNAME;
		for (int s = !p->has_surname; s <= p->given; s++)
		{
			const uint8_t *slot = parts.slot[p->slot[s]];
			SmWeight	own = sm_slot_weight(slot, slot, s == 0 ? sm_surname : sm_given);
			int			eighths = own >= 0 ? own / (SM_BIT / 8) : -((-own + SM_BIT / 8 - 1) / (SM_BIT / 8));

			if (eighths < least[SM_PART_OF(s)])
				least[SM_PART_OF(s)] = eighths < -128 ? -128 : eighths;
			if (SM_IS_INITIAL(slot))
				lengths |= SM_LENGTHS_INITIAL;
			if (SM_IS_FOREIGN(slot))
				lengths |= SM_LENGTHS_FOREIGN;
			signature |= Signature(slot, SM_PART_OF(s));
		}
	}
	self = sm_korean_weight(&parts, &parts, INT32_MIN / 2, NULL);
	self = self < 0 ? 0 : self > UINT16_MAX ? UINT16_MAX : self;
	reading[8] = self & 255;
	reading[9] = (uint8_t) (self >> 8);
	for (int i = 0; i < SM_PARTS; i++)
		reading[10 + i] = (uint8_t) least[i];
	reading[13] = lengths;
	for (int i = 0; i < 8; i++)
		reading[14 + i] = (uint8_t) (signature >> (8 * i));
}

/* A name to be packed: what of a text is read as a Korean's and as words, and how */
typedef struct Packing
{
	const SmText *text;			/* of the words; NULL: none */
	SmKorean   *korean;			/* NULL: it cannot be one */
	bool		thing;			/* its words count even where it is Korean for sure */
	SmReadAs	as;
	bool		number;			/* a number beside it was left out */
	bool		sounds;			/* its words are what characters sound like */
} Packing;

/*
 * Pack the Korean part of a name; returns where it ends, or where it would begin if there is none.  The place of
 * words behind it is one byte: five hypotheses fit that share their slots, one always does.
 */
static uint8_t *
PackKorean(uint8_t *reading, SmKorean *korean, bool words)
{
	uint8_t    *end;

	do
		end = PackHypotheses(reading + SM_READING_HEADER + SM_KOREAN_HEADER - 1, korean);
	while (words && end - reading - 1 > UINT8_MAX && --korean->count > 0);
	PackKoreanHeader(reading);
	return SM_KOREAN_SELF(reading) > 0 ? end : reading + SM_READING_HEADER;
}

/* Is a name a Korean's for sure?  With several foreign given names it may be anything: WONDERLAND AMUSEMENT PARK */
static bool
IsSure(const SmKorean *korean)
{
	const SmHypothesis *likeliest = &korean->hypothesis[0];
	int			foreign = 0;

	for (int s = 1; s <= likeliest->given; s++)
		foreign += (*likeliest->slot[s] & SM_SLOT_FOREIGN) == SM_SLOT_FOREIGN;
	return foreign < 2 && korean->odds >= SM_ODDS_SURE;
}

/* Pack a name into at most SM_NAME_MAX bytes and return how many */
static int
PackName(uint8_t *reading, const Packing *packing)
{
	SmKorean   *korean = packing->korean;
	bool		sure = korean != NULL && IsSure(korean);
	bool		words = packing->text != NULL && (!sure || packing->thing);
	uint8_t    *end = korean != NULL ? PackKorean(reading, korean, words) : reading + SM_READING_HEADER;
	uint8_t		kinds = end > reading + SM_READING_HEADER ? SM_KIND_KOREAN : 0;
	uint32_t	sort = kinds != 0 ? SortKey(&korean->hypothesis[0]) : 0;
	int			place = 0;

	if (words || (kinds == 0 && packing->text != NULL))
	{
		SmNamed		named = sure && packing->thing ? SM_NAMED_THING : packing->as.named;
		int			n = sm_words_pack(end, packing->text, named);

		if (packing->as.level != SM_READ_WHOLE && packing->as.level != SM_READ_MENTION)
			sm_words_tell(end, packing->as.named);

		if (sm_words_self(end) > 0)
		{
			place = (int) (end - reading) - 1;
			sort = kinds == 0 || korean->odds < 0 ? SORT_AS_WORDS | sm_words_sort_key(end) : SORT_AS_BOTH | sort;
			kinds |= SM_KIND_WORDS | (kinds != 0 && sure ? SM_KIND_SURE : 0);
			end += n;
		}
	}
	if (packing->number && (place == 0 ? kinds != 0 : !sm_words_have_number(reading + 1 + place)))
		kinds |= SM_KIND_NUMBER;
	if (packing->sounds && kinds == SM_KIND_WORDS)
		kinds |= SM_KIND_SOUNDS;
	PackHeader(reading, kinds, sort, place);
	return (int) (end - reading);
}

/* Pack a candidate of a field into at most SM_NAME_MAX bytes and return how many */
static int
PackCandidate(uint8_t *reading, SmCandidate *candidate, const SmFieldTokens *tokens, SmReadAs as)
{
	SmText		words;
	Packing		packing = {
		NULL, NULL, candidate->vessel, as, candidate->number, sm_way_sounds((SmWay) candidate->way)
	};

	/* what an entry is changes at most the reading of the name as it is written, and a part may be another's name */
	packing.as.named = SM_NAMED_UNKNOWN;
	if (candidate->korean.to > 0)
		packing.korean = &candidate->reading;
	if (candidate->way == SM_WAY_PERSON)
		packing.as.named = SM_NAMED_PERSON;
	if (candidate->way != SM_WAY_WRITTEN)
		packing.text = sm_way_text(&words, tokens, (SmWay) candidate->way) ? &words : NULL;
	else if (candidate->words.to > 0)
	{
		sm_text_part(&words, tokens->text, candidate->words);
		packing.text = &words;
	}
	return PackName(reading, &packing);
}

/* Readings of the names of a field while they are gathered */
typedef struct Gathered
{
	int			count;
	int			bytes;
	int			length[SM_NAMES_MAX];
	uint8_t		price[SM_NAMES_MAX];
} Gathered;

/* Is there a reading among these that says the same at no higher price? */
static bool
IsThere(const Gathered *gathered, const uint8_t *names, const uint8_t *reading, int length, int price)
{
	for (int i = 0; i < gathered->count; i++)
	{
		if (gathered->length[i] == length && gathered->price[i] <= price &&
			memcmp(names, reading, (size_t) length) == 0)
			return true;
		names += gathered->length[i];
	}
	return false;
}

/* The price of a candidate that has been read, -1 = it says nothing that counts */
static int
PriceOfRead(const SmCandidate *candidate, const uint8_t *name)
{
	if (SM_READING_KINDS(name) == 0)
		return -1;
	return candidate->way == SM_WAY_WRITTEN || !SM_HAS_WORDS(name) ? candidate->price :
		sm_way_price((SmWay) candidate->way, candidate->price, sm_words_self(SM_WORDS_PART(name)));
}

/*
 * Add the further names of a field to the first one, which is there; returns the length of all.  Candidates that say
 * the same as one before them, or nothing, are taken out of the field.
 */
static int
PackFurther(uint8_t *reading, int length, SmFieldNames *field, SmReadAs as)
{
	Gathered	gathered = {1, length, {length}, {0}};
	uint8_t		names[SM_NAME_MAX + SM_FURTHER_MAX];
	uint8_t		kinds = reading[2];
	int			header;

	memcpy(names, reading, (size_t) length);
	for (int i = 0; i < field->count; i++)
	{
		uint8_t		name[SM_NAME_MAX];
		int			n = PackCandidate(name, &field->candidate[i], &field->tokens, as);
		int			price = PriceOfRead(&field->candidate[i], name);

		if (price < 0 || gathered.bytes + n > length + SM_FURTHER_MAX ||
			IsThere(&gathered, names, name, n, price))
			continue;
		memcpy(names + gathered.bytes, name, (size_t) n);
		kinds |= SM_READING_KINDS(name);
		field->candidate[gathered.count - 1] = field->candidate[i];
		field->candidate[gathered.count - 1].price = (uint8_t) price;
		gathered.price[gathered.count] = (uint8_t) price;
		gathered.length[gathered.count++] = n;
		gathered.bytes += n;
	}
	field->count = gathered.count - 1;
	if (field->count == 0)
		return length;
	header = SM_READING_HEADER + gathered.count * SM_SEVERAL_ENTRY;
	reading[2] = (kinds & (SM_KIND_KOREAN | SM_KIND_WORDS)) | SM_KIND_SEVERAL;
	reading[7] = (uint8_t) gathered.count;
	for (int i = 0; i < gathered.count; i++)
	{
		uint8_t    *entry = reading + SM_READING_HEADER + i * SM_SEVERAL_ENTRY;

		entry[0] = gathered.length[i] & 255;
		entry[1] = (uint8_t) (gathered.length[i] >> 8);
		entry[2] = gathered.price[i];
	}
	memcpy(reading + header, names, (size_t) gathered.bytes);
	return header + gathered.bytes;
}

/* Is it one word in Latin letters? */
static bool
IsLatinWord(const SmText *text)
{
	for (int i = 0; i < text->length; i++)
		if (text->cp[i] == ' ' || (sm_is_part(text->cp[i]) && !sm_is_latin(text->cp[i])))
			return false;
	return true;
}

/*
 * The Korean reading of a thing that a list names by one word: of RIRA, HUJI or SONA it is chance, and as it weighs
 * little every other Li Na would have it.  Some one in 25 of the things on lists is Korean, hence the odds; who writes
 * their names parts syllables or has more of them.
 */
#define WORD_ODDS SM_WEIGHT(6)
#define WORD_BITS SM_WEIGHT(17)

/* Does the Korean reading of a name of a list prove too little to be meant? */
static bool
IsChance(const SmText *text, SmKorean *korean, SmReadAs as)
{
	uint8_t		reading[SM_NAME_MAX];

	if (as.level != SM_READ_WHOLE || as.named != SM_NAMED_THING || korean->odds >= WORD_ODDS ||
		!IsLatinWord(text))
		return false;
	PackKorean(reading, korean, false);
	return SM_KOREAN_SELF(reading) < WORD_BITS;
}

/* Was a legal form taken off the words of a name? */
static bool
HasForm(const uint8_t *name)
{
	return SM_HAS_WORDS(name) && (SM_WORDS_PART(name)[1] & SM_FLAG_FORM) != SM_FORM_NONE;
}

/* Read a folded text of which it is known what it is as a Korean's name, NULL = none; see sm_read_text */
static int
ReadText(uint8_t *reading, SmFieldNames *field, const SmText *text, SmReadAs as, SmKorean *korean)
{
	Packing		whole = {text, NULL, false, as, false, false};
	int			n;

	PackHeader(reading, 0, 0, 0);
	field->count = field->tokens.count = 0;
	if (text->letters == 0)
		return SM_READING_HEADER;
	if (korean != NULL && korean->odds > SM_KOREAN_FROM && !IsChance(text, korean, as))
		whole.korean = korean;
	sm_field_read(field, text, as.level, whole.korean != NULL ? korean->odds : INT32_MIN, as.named == SM_NAMED_THING);
	whole.thing = as.named == SM_NAMED_UNKNOWN ? field->thing : as.named == SM_NAMED_THING;
	n = PackName(reading, &whole);
	if (as.level != SM_READ_MENTION)
		sm_ways_add(field, text, !whole.thing && !(whole.korean != NULL && IsSure(whole.korean)));
	/* on both sides of a comparison initials of two bodies would agree: CECEP EDITORES S.A., CECEP S.A. */
	if (as.level == SM_READ_SCREENING && HasForm(reading))
		sm_ways_add_person(field, text);
	if (as.level == SM_READ_FIELD || as.level == SM_READ_SCREENING)
		sm_ways_add_declined(field, text, whole.korean != NULL ? korean->odds : INT32_MIN);
	return field->count == 0 ? n : PackFurther(reading, n, field, as);
}

/*
 * Read a folded text into at most SM_READING_MAX bytes and return how many.  The candidates of the field are its
 * further names, in their order.
 */
int
sm_read_text(uint8_t *reading, SmFieldNames *field, const SmText *text, SmReadAs as)
{
	SmKorean	korean;
	bool		found = text->letters > 0 && sm_korean_read(&korean, text);

	return ReadText(reading, field, text, as, found ? &korean : NULL);
}

/*
 * Read a folded text as it is told into at most SM_READING_MAX bytes and return how many.  A text without a letter
 * gives the empty reading, which matches nothing.  *notes tells what of it could not be
 * read, SM_NOTE_*, unless it is NULL.
 */
int
sm_read_folded(uint8_t *reading, const SmText *text, SmReadAs as, unsigned *notes)
{
	SmFieldNames field;
	int			n = sm_read_text(reading, &field, text, as);
	unsigned	noted = sm_notes(text, as.named == SM_NAMED_PERSON ? NULL : reading);

	if (noted != 0)
		reading[2] |= SM_KIND_NOTED;
	if (notes != NULL)
		*notes = noted;
	return n;
}

/* Read a text so that has not been folded */
int
sm_read_as(uint8_t *reading, const char *utf8, size_t length, SmReadAs as, unsigned *notes)
{
	SmText		text;

	sm_text_fold(&text, utf8, length);
	return sm_read_folded(reading, &text, as, notes);
}

/* Does a reading of n bytes say nothing that another one of k bytes does not: is it the same, or its words alone? */
bool
sm_read_within(const uint8_t *reading, int n, const uint8_t *other, int k)
{
	const uint8_t *words = reading + SM_READING_HEADER;
	int			length = n - SM_READING_HEADER;

	if (n == k && memcmp(reading, other, (size_t) n) == 0)
		return true;
	if (SM_IS_SEVERAL(reading) || SM_IS_SEVERAL(other) || SM_READING_KINDS(reading) != SM_KIND_WORDS)
		return false;
	return SM_READING_KINDS(other) == (SM_KIND_KOREAN | SM_KIND_WORDS) &&
		SM_WORDS_PART(other) + length == other + k && memcmp(SM_WORDS_PART(other), words, (size_t) length) == 0;
}

/* Prepare to read a name of a list as that of whatever it may be of */
void
sm_listed_open(SmListedName *listed, const char *utf8, size_t length)
{
	sm_text_fold(&listed->text, utf8, length);
	listed->noted = sm_notes(&listed->text, NULL) != 0;
	listed->found = listed->text.letters > 0 && sm_korean_read(&listed->korean, &listed->text);
}

/* Read it as that of a kind, as sm_read_as does a whole name */
int
sm_listed_read(uint8_t *reading, const SmListedName *listed, SmNamed named)
{
	SmFieldNames field;
	SmReadAs	as = {SM_READ_WHOLE, named};
	SmKorean	korean;
	int			n;

	/* packing leaves out what there is no room for */
	if (listed->found)
		korean = listed->korean;
	n = ReadText(reading, &field, &listed->text, as, listed->found ? &korean : NULL);
	if (listed->noted)
		reading[2] |= SM_KIND_NOTED;
	return n;
}

/* Read a field that may have something beside a name */
int
sm_read_noted(uint8_t *reading, const char *utf8, size_t length, unsigned *notes)
{
	return sm_read_as(reading, utf8, length, (SmReadAs) {SM_READ_FIELD, SM_NAMED_UNKNOWN}, notes);
}

/* The same without notes */
int
sm_read(uint8_t *reading, const char *utf8, size_t length)
{
	return sm_read_noted(reading, utf8, length, NULL);
}
