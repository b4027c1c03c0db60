/*
 * Which letters of a name stand for which part of it: LI, Zhenyu is Li, Zhen and yu
 *
 * A reading does not keep the letters.  So the name is parted in every way that its words allow and each is read by
 * itself, with the surname in front: the way that agrees most with the hypothesis that was weighed is the one.
 * Readers take either order and words that are joined, so ways may agree alike: it is the one then whose parts are
 * spelt as the syllables that they stand for.
 */
#include "name/reading/written.h"

#include <string.h>

#include "data/spelling_table.h"
#include "data/syllable_table.h"
#include "data/hangul_table.h"
#include "name/field/field.h"
#include "name/korean/alphabet.h"
#include "name/korean/hangul.h"
#include "name/korean/letters.h"
#include "name/korean/trie.h"
#include "name/korean/hypothesis.h"
#include "name/reading/korean_weight.h"
#include "name/reading/names.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/slot.h"
#include "name/text/script.h"
#include "name/weight.h"
#include "name/words/named.h"

/* Letters of a name that is parted, letters of a part, ways that are tried */
#define LETTERS_MAX 32
#define PART_LETTERS_MAX 16
#define WAYS_MAX 300
/* What a part counts that is spelt as its syllable, beside how much a way agrees */
#define SPELLING_WEIGHT SM_WEIGHT(2)

/* The parts of a name being found */
typedef struct Search
{
	const SmText *text;
	SmParts		own;			/* the hypothesis that was weighed, alone */
	const SmHypothesisParts *shape;	/* the same */
	int			count;			/* letters, each with its place, and whether a word begins with it */
	int			at[LETTERS_MAX];
	bool		begins[LETTERS_MAX];
	int			parts;
	int			cut[2 + SM_GIVEN_MAX];	/* letter that part i begins with, and one behind the last */
	bool		blanks;			/* blanks part syllables, and no hyphens */
	int			ways;
	SmWeight	best;
	SmSpan	   *spans;			/* of the best way, the surname's first, at 1 the given name's first */
} Search;

/* Find the letters of a name; false if there are more than names of Koreans have */
static bool
FindPlaces(Search *search, SmSpan name)
{
	bool		begins = true;

	search->count = 0;
	for (int i = name.from; i < name.to; i++)
	{
		uint32_t	c = search->text->cp[i];

		if (c == '\'')
			continue;
		if (!sm_is_part(c))
		{
			begins = true;
			continue;
		}
		if (search->count == LETTERS_MAX)
			return false;
		search->begins[search->count] = begins;
		search->at[search->count++] = i;
		begins = false;
	}
	return true;
}

/* The code points of part i of a way, apostrophes inside with them */
static SmSpan
SpanOf(const Search *search, int i)
{
	return (SmSpan) {search->at[search->cut[i]], search->at[search->cut[i + 1] - 1] + 1};
}

/* Append a part, behind a sign if it is not the first */
static void
AddPartText(SmText *out, const Search *search, int i, const char *sign)
{
	SmSpan		span = SpanOf(search, i);

	for (; out->length > 0 && *sign != '\0'; sign++)
	{
		out->upper[out->length] = false;
		out->cp[out->length++] = (uint32_t) *sign;
	}
	for (int k = span.from; k < span.to; k++)
	{
		out->cp[out->length] = search->text->cp[k];
		out->upper[out->length++] = search->text->upper[k];
		out->letters += sm_is_part(search->text->cp[k]);
		out->ascii &= search->text->cp[k] < 0x80;
	}
}

/* Has a slot a syllable of a slot of the tables? */
static bool
HasSyllable(const uint8_t *slot, SmSlot spelt)
{
	for (int i = 0; i < sm_slot_count(slot); i++)
		for (int k = 1; k <= *spelt; k++)
			if (sm_candidate_id(sm_slot_candidate(slot, i)) == sm_candidate_id(spelt[k]))
				return true;
	return false;
}

/* Does a syllable of kana never begin with this one: small ones, n, the sign of a long vowel? */
static bool
IsWithinKana(uint32_t c)
{
	static const uint8_t within[] = {0xA1, 0xA3, 0xA5, 0xA7, 0xA9, 0xC3, 0xE3, 0xE5, 0xE7, 0xF3, 0xFC};

	/* hiragana stand as many places before katakana */
	c = c < 0x30A0 ? c + 0x60 : c;
	return memchr(within, (int) (c & 0xFF), sizeof(within)) != NULL;
}

/* The spelling + 1 that Latin or Cyrillic letters, from one place to another, are; 0 = they are none */
static int
SpellingOf(const SmText *text, SmSpan span, bool surname)
{
	int			node = text->cp[span.from] >= 0x400 ? SM_ROOT_CYRILLIC : SM_ROOT_LATIN;

	for (int i = span.from; i < span.to; i++)
	{
		uint32_t	c = text->cp[i];
		const uint8_t *codes = sm_is_latin(c) ? NULL : sm_letter_codes(c);

		if (c == '\'')
			continue;
		if (!sm_is_latin(c) && codes == NULL)
			return 0;
		node = sm_trie_child(node, codes != NULL ? codes[0] : (int) (c - 'a'));
		if (node != 0 && codes != NULL && codes[1] != 255)
			node = sm_trie_child(node, codes[1]);
		if (node == 0)
			return 0;
	}
	return surname ? sm_trie[node].surname : sm_trie[node].given;
}

/* Are letters, from one place to another, a spelling of a slot? */
static bool
IsSpelling(const Search *search, SmSpan span, const uint8_t *slot, bool surname)
{
	uint32_t	first = search->text->cp[span.from];
	int			spelling;

	if (!SM_IS_SYLLABLE(slot))
		return sm_span_length(span) == 1 || SM_IS_FOREIGN(slot);
	if (sm_is_kana(first))
		return !IsWithinKana(first);
	spelling = sm_alphabet_root(first) >= 0 ? sm_alphabet_spelling(search->text, span.from, span.to, surname) :
		SpellingOf(search->text, span, surname);
	if (spelling == 0)
		return false;
	for (uint32_t k = sm_spelling_start[spelling - 1]; k < sm_spelling_start[spelling]; k++)
		if (HasSyllable(slot, SM_SPELLED_SLOT(k)))
			return true;
	return false;
}

/* Is a part of a way a word of the name? */
static bool
IsWholeWord(const Search *search, int i)
{
	int			end = search->cut[i + 1];

	return search->begins[search->cut[i]] && (end == search->count || search->begins[end]);
}

/* How many parts of a way are spelt as what they stand for; a surname is rather a word than not */
static int
CountSpellings(const Search *search, int surname)
{
	int			given = 1;
	int			n = surname >= 0 && IsWholeWord(search, surname);

	for (int i = 0; i < search->parts; i++)
	{
		int			s = i == surname ? 0 : given++;

		n += IsSpelling(search, SpanOf(search, i), search->own.slot[search->shape->slot[s]], s == 0);
	}
	return n;
}

/* What parts a syllable from the one before it: a hyphen, or a blank that stands there or is to stand everywhere */
static const char *
SignBefore(const Search *search, int i)
{
	int			at = search->at[search->cut[i]];

	return search->blanks || (search->begins[search->cut[i]] && at > 0 && search->text->cp[at - 1] == ' ') ? " " : "-";
}

/* Weigh a way in which part `surname` is the surname, -1 = none is, and keep it if it is the best */
static void
WeighWay(Search *search, int surname)
{
	SmText		text;
	SmFieldNames field;
	SmNames		names;
	SmParts		parts;
	SmBestPair	best = {0, 0};
	uint8_t		reading[SM_READING_MAX];
	bool		kana = sm_is_kana(search->text->cp[search->at[0]]);
	SmWeight	weight;
	int			name = 0;
	int			given = 1;

	memset(&text, 0, offsetof(SmText, cp));
	text.ascii = true;
	if (surname >= 0)
		AddPartText(&text, search, surname, "");
	for (int i = 0; i < search->parts; i++)
		if (i != surname)
			AddPartText(&text, search, i,
						surname >= 0 && given++ == 1 ? kana ? " " : ", " : kana ? "" : SignBefore(search, i));
	(void) sm_read_text(reading, &field, &text, (SmReadAs) {SM_READ_WHOLE, SM_NAMED_PERSON});
	sm_names(&names, reading, NULL);
	/* in letters of further alphabets it is not the first */
	while (name < names.count - 1 && !SM_IS_KOREAN(names.name[name].reading))
		name++;
	if (!SM_IS_KOREAN(names.name[name].reading))
		return;
	sm_unpack(&parts, names.name[name].reading);
	weight = sm_korean_weight(&parts, &search->own, INT32_MIN / 2, &best) +
		CountSpellings(search, surname) * SPELLING_WEIGHT;
	if (weight <= search->best || parts.part[best.a].given != search->shape->given ||
		parts.part[best.a].has_surname != search->shape->has_surname)
		return;
	search->best = weight;
	given = 1;
	for (int i = 0; i < search->parts; i++)
		search->spans[i == surname ? 0 : given++] = SpanOf(search, i);
}

/* Weigh all ways to part the letters from one on into the parts from one on */
static void
TryParts(Search *search, int part, int from)
{
	search->cut[part] = from;
	if (part == search->parts)
	{
		if (from < search->count || search->ways++ >= WAYS_MAX)
			return;
		WeighWay(search, search->shape->has_surname ? 0 : -1);
		/* in kana the surname is in front */
		if (search->shape->has_surname && search->parts > 1 && !sm_is_kana(search->text->cp[search->at[0]]))
			WeighWay(search, search->parts - 1);
		return;
	}
	for (int to = from + 1; to <= search->count && to - from <= PART_LETTERS_MAX; to++)
	{
		if (search->count - to >= search->parts - part - 1)
			TryParts(search, part + 1, to);
		/* a foreign name may have a hyphen in it */
		if (to < search->count && search->begins[to] && search->text->cp[search->at[to] - 1] != '-')
			break;
	}
}

/* Does a letter in Hangul stand for slot k of the hypothesis, 0 for its surname? */
static bool
StandsFor(const Search *search, int letter, int k)
{
	uint32_t	c = search->text->cp[search->at[letter]];
	SmSlot		slot = k == 0 ? sm_hangul_surname(c) : sm_hangul_given(c, k == 1);
	const uint8_t *own = search->own.slot[search->shape->slot[k]];
	uint8_t		packed[1 + 2 * SM_CANDIDATES];
	int			bytes;

	if (slot == NULL)
		return false;
	bytes = (int) (sm_slot_pack(packed, slot) - packed);
	return bytes == sm_slot_bytes(own) && memcmp(packed, own, (size_t) bytes) == 0;
}

/*
 * The syllables of a name in Hangul whose surname is of one, in front or, as ships' names have it, last; the word for a
 * ship behind them is none; false if they are others
 */
static bool
FindSyllables(Search *search)
{
	int			surname = search->shape->has_surname ? 1 : 0;

	if (search->parts != search->count && search->parts != search->count - 1)
		return false;
	for (int last = 0; last <= surname; last++)
	{
		int			given = last ? 0 : surname;
		int			i;
		int			at = search->at[last ? search->parts - 1 : 0];

		if (surname > 0 && !StandsFor(search, last ? search->parts - 1 : 0, 0))
			continue;
		search->spans[0] = (SmSpan) {at, at + 1};
		for (i = 1; i <= search->shape->given && StandsFor(search, given + i - 1, i); i++)
			search->spans[i] = (SmSpan) {search->at[given + i - 1], search->at[given + i - 1] + 1};
		if (i > search->shape->given)
			return true;
	}
	return false;
}

/* Does each letter stand for a syllable, the surname in front: Hangul, Chinese characters? */
static bool
AreOneEach(const Search *search, int syllables)
{
	for (int i = 0; i < search->count; i++)
		if (!sm_is_hangul(search->text->cp[search->at[i]]) && !sm_is_hanja(search->text->cp[search->at[i]]))
			return false;
	return search->count == syllables;
}

/*
 * Find which code points of a name are the surname, spans[0], and the syllables of the given name, from spans[1] on, as
 * a hypothesis of its own reading has them; false if that cannot be told
 */
bool
sm_find_written(SmSpan *spans, const SmText *text, SmSpan name, const SmParts *own, const SmHypothesisParts *shape)
{
	Search		search = {.text = text, .own = *own, .shape = shape, .best = INT32_MIN / 2, .spans = spans};
	int			surname = shape->has_surname ? 1 : 0;

	if (!FindPlaces(&search, name) || search.count == 0)
		return false;
	search.own.count = 1;
	search.own.part[0] = *shape;
	search.parts = surname + shape->given;
	if (sm_is_hangul(text->cp[search.at[0]]) && FindSyllables(&search))
		return true;
	for (int longer = 0; longer <= surname; longer++)
		if (AreOneEach(&search, search.parts + longer))
		{
			spans[0] = (SmSpan) {search.at[0], search.at[longer] + 1};
			for (int i = 1; i <= shape->given; i++)
			{
				int			at = search.at[surname + longer + i - 1];

				spans[i] = (SmSpan) {at, at + 1};
			}
			return true;
		}
	TryParts(&search, 0, 0);
	if (search.best == INT32_MIN / 2)
	{
		/* there are spellings that have no hyphens, such as that of Mandarin */
		search.blanks = true;
		search.ways = 0;
		TryParts(&search, 0, 0);
	}
	return search.best > INT32_MIN / 2;
}
