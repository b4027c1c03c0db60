/* Names in which several scripts stand: each may have the whole name, or one the surname and another the given name */
#include "name/korean/mixed.h"

#include <string.h>

#include "data/syllable_table.h"
#include "name/korean/hangul.h"
#include "name/korean/hanja.h"
#include "name/korean/pieces.h"
#include "name/korean/readers.h"
#include "name/slot.h"
#include "name/text/script.h"
#include "name/weight.h"

/* Names in which several scripts stand: each may have the whole name, or one the surname and another the given name */

#define HANGUL_KIM 0xAE40

/* The fewest letters that can be a name beside one in another script */
static const int letters_least[SM_SCRIPTS] = {
	[SM_SCRIPT_LATIN] = 3,
	[SM_SCRIPT_HANGUL] = 2,
	[SM_SCRIPT_HANJA] = 2,
	[SM_SCRIPT_CYRILLIC] = 3,
	[SM_SCRIPT_KANA] = 3,
};

/* Have two slots a reading in common?  *bits grows by what it is worth beyond chance */
static bool
SharesReading(SmSlot a, SmSlot b, const SmSyllable *syllables, SmWeight *bits)
{
	int			best = INT32_MIN;

	if (!sm_slot_has_syllables(a) || !sm_slot_has_syllables(b))
		return *a == *b && (a == b || memcmp(a, b, 3 * sizeof(*a)) == 0);
	for (int i = 1; i <= *a; i++)
		for (int j = 1; j <= *b; j++)
			if (sm_candidate_id(a[i]) == sm_candidate_id(b[j]))
			{
				int			q = sm_candidate_lift(a[i]) + sm_candidate_lift(b[j]) -
					syllables[sm_candidate_id(a[i])].prior;

				best = q > best ? q : best;
			}
	if (best == INT32_MIN)
		return false;
	*bits += best * (SM_BIT / 8);
	return true;
}

/* Make of two hypotheses the one that both allow, of each slot the surer reading; false if they contradict */
static bool
Agree(SmHypothesis *both, const SmHypothesis *a, const SmHypothesis *b)
{
	if (a->given != b->given || a->has_surname != b->has_surname)
		return false;
	*both = *a;
	both->weight += b->weight;
	for (int s = !a->has_surname; s <= a->given; s++)
	{
		if (!SharesReading(a->slot[s], b->slot[s], s == 0 ? sm_surname : sm_given, &both->weight))
			return false;
		if (*b->slot[s] < *a->slot[s])
		{
			both->slot[s] = b->slot[s];
			both->system = b->system;
		}
	}
	return true;
}

/*
 * Add what a name in another script reads: what both allow, or either if they contradict, which is
 * false.  Then, if both have a foreign given name, the other's slot stands for both.
 */
static bool
Combine(SmKorean *korean, const SmKorean *other)
{
	SmFound		found;
	SmHypothesis h;
	bool		agree;

	found.count = 0;
	for (int i = 0; i < korean->count; i++)
		for (int k = 0; k < other->count; k++)
			if (Agree(&h, &korean->hypothesis[i], &other->hypothesis[k]))
				sm_found_add(&found, &h);
	agree = found.count > 0;
	if (!agree)
	{
		for (int i = 0; i < korean->count; i++)
			sm_found_add(&found, &korean->hypothesis[i]);
		for (int k = 0; k < other->count; k++)
		{
			h = other->hypothesis[k];
			for (int s = 1; s <= h.given; s++)
				if (*h.slot[s] & SM_SLOT_FOREIGN)
				{
					uint16_t   *slot = korean->foreign[h.slot[s] - other->foreign[0] >= 3];

					h.slot[s] = memcpy(slot, h.slot[s], sizeof(korean->foreign[0]));
				}
			sm_found_add(&found, &h);
		}
	}
	sm_found_keep(korean, &found);
	korean->odds = other->odds > korean->odds ? other->odds : korean->odds;
	return agree;
}

/* Add a reading to those of the scripts before; true if it says the same as they */
static bool
Add(SmKorean *korean, const SmKorean *other, int *count)
{
	if ((*count)++ > 0)
		return Combine(korean, other);
	sm_korean_copy(korean, other);
	return false;
}

/* Read a name that is written in several scripts, KIM Jong Un (김정은), or in pieces, each in another one: Kim 정Un */
bool
sm_mixed_read(SmKorean *korean, const SmText *text, const int *letters)
{
	SmText		part;
	SmKorean	other;
	SmKorean	whole;			/* of those that have a surname */
	int			names = 0;
	int			wholes = 0;
	bool		sure = false;	/* that one of them is the name and not a piece of it */

	for (int s = 0; s < SM_SCRIPTS; s++)
	{
		if (letters[s] < letters_least[s])
			continue;
		sm_script_extract(&part, text, (SmScript) s);
		if (!sm_script_read(&other, &part, (SmScript) s))
			continue;
		(void) Add(korean, &other, &names);
		if (!other.hypothesis[0].has_surname)
			continue;
		sure |= other.hypothesis[0].given > 1;
		sure |= Add(&whole, &other, &wholes);
	}
	if (sure || !sm_pieces_read(&other, text))
		return names > 0;
	sm_korean_copy(korean, &other);
	if (wholes > 0)
		(void) Combine(korean, &whole);
	return true;
}

/* Read Chinese characters among Hangul as the likeliest syllable: 金하늘, 김正恩 */
static bool
ReadAsHangul(SmKorean *korean, const SmText *text)
{
	SmText		hangul = *text;
	bool		first = true;

	for (int i = 0; i < hangul.length; i++)
	{
		if (sm_is_hanja(hangul.cp[i]))
			hangul.cp[i] = sm_hanja_syllable(hangul.cp[i], first);
		first = first && sm_script_of(hangul.cp[i]) == SM_SCRIPT_NONE;
	}
	return sm_hangul_read(korean, &hangul);
}

/* Read a surname in Hangul or as a Chinese character before a given name in letters or kana: 김 Jong Un */
static bool
ReadSurnameApart(SmKorean *korean, const SmText *text, SmSlot surname, SmScript given)
{
	/* what follows is read as the given name of a Kim, for whom every system has one spelling */
	static const uint32_t kim[SM_SCRIPTS][4] = {
		[SM_SCRIPT_LATIN] = {'k', 'i', 'm', ','},
		[SM_SCRIPT_CYRILLIC] = {0x43A, 0x438, 0x43C, ','},
		[SM_SCRIPT_KANA] = {0x30AD, 0x30E0, ',', ' '}
	};
	SmText		part;
	int			n = 0;

	if (surname == NULL || kim[given][0] == 0 || text->length + 4 > SM_TEXT_MAX)
		return false;
	sm_script_extract(&part, text, given);
	memmove(part.cp + 4, part.cp, (size_t) part.length * sizeof(part.cp[0]));
	memmove(part.upper + 4, part.upper, (size_t) part.length * sizeof(part.upper[0]));
	memcpy(part.cp, kim[given], sizeof(kim[given]));
	memset(part.upper, false, 4);
	part.length += 4;
	if (!sm_script_read(korean, &part, given))
		return false;
	for (int i = 0; i < korean->count; i++)
	{
		SmHypothesis h = korean->hypothesis[i];

		if (!h.has_surname || sm_surname[sm_candidate_id(h.slot[0][1])].hangul[0] != HANGUL_KIM)
			continue;
		h.slot[0] = surname;
		korean->hypothesis[n++] = h;
	}
	korean->count = n;
	return n > 0;
}

/* Read a name whose surname and given name are in different scripts, so that neither is a name by itself */
bool
sm_apart_read(SmKorean *korean, const SmText *text, const int *letters)
{
	int			native = letters[SM_SCRIPT_HANGUL] + letters[SM_SCRIPT_HANJA];
	SmScript	given = SM_SCRIPT_LATIN;
	SmScript	first;
	int			at = 0;

	if (letters[SM_SCRIPT_LATIN] + letters[SM_SCRIPT_CYRILLIC] + letters[SM_SCRIPT_KANA] == 0)
		return (letters[SM_SCRIPT_HANGUL] == 1 || letters[SM_SCRIPT_HANJA] == 1) && ReadAsHangul(korean, text);
	while (sm_script_of(text->cp[at]) == SM_SCRIPT_NONE)
		at++;
	first = sm_script_of(text->cp[at]);
	if (native != 1 || (first != SM_SCRIPT_HANGUL && first != SM_SCRIPT_HANJA))
		return false;
	while (letters[given] == 0 || given == SM_SCRIPT_HANGUL || given == SM_SCRIPT_HANJA)
		given++;
	return letters[given] + native == text->letters &&
		ReadSurnameApart(korean, text, letters[SM_SCRIPT_HANGUL] ? sm_hangul_surname(text->cp[at]) :
						 sm_hanja_surname(text->cp[at]), given);
}
