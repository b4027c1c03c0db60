#include "name/korean.h"

#include <string.h>

#include "name/hypothesis.h"

#define HANGUL_KIM 0xAE40

/* Scripts that names are read in */
typedef enum Script
{
	SCRIPT_LATIN,
	SCRIPT_HANGUL,
	SCRIPT_HANJA,
	SCRIPT_CYRILLIC,
	SCRIPT_KANA,
	SCRIPTS,
	SCRIPT_NONE = SCRIPTS		/* marks, digits, other scripts */
} Script;

/* One reader a script; the fewest letters that can be a name beside one in another script */
static const struct
{
	bool		(*read) (SmKorean *korean, const SmText *text);
	int			letters;
}			readers[SCRIPTS] = {
	[SCRIPT_LATIN] = {sm_latin_read, 3},
	[SCRIPT_HANGUL] = {sm_hangul_read, 2},
	[SCRIPT_HANJA] = {sm_hanja_read, 2},
	[SCRIPT_CYRILLIC] = {sm_cyrillic_read, 3},
	[SCRIPT_KANA] = {sm_kana_read, 3},
};

static Script
ScriptOf(uint32_t c)
{
	if ((c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0x24F && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF))
		return SCRIPT_LATIN;
	if (c >= 0xAC00 && c <= 0xD7A3)
		return SCRIPT_HANGUL;
	if (sm_is_hanja(c))
		return SCRIPT_HANJA;
	if (c >= 0x400 && c <= 0x52F)
		return SCRIPT_CYRILLIC;
	if (sm_is_kana(c))
		return SCRIPT_KANA;
	return SCRIPT_NONE;
}

/* Does what is of no script part words?  Marks inside of them do not; brackets and other scripts do */
static bool
PartsWords(uint32_t c)
{
	return c >= 0x80 || strchr("()[]{}/;:=|\"", (int) c) != NULL;
}

/* The part of a text in one script, with blanks for the rest of what separates */
static void
Extract(SmText *part, const SmText *text, Script script)
{
	part->length = 0;
	part->letters = 0;
	part->ascii = false;
	for (int i = 0; i < text->length; i++)
	{
		uint32_t	c = text->cp[i];
		Script		s = ScriptOf(c);

		if (s != script && (s != SCRIPT_NONE || PartsWords(c)))
			c = ' ';
		part->upper[part->length] = text->upper[i];
		part->cp[part->length++] = c;
		part->letters += s == script;
	}
}

/* Have two slots a reading in common?  *bits grows by what it is worth beyond chance */
static bool
SharesReading(SmSlot a, SmSlot b, const SmSyllable *syllables, SmWeight *bits)
{
	int			best = INT32_MIN;

	if ((*a | *b) & (SM_SLOT_INITIAL | SM_SLOT_FOREIGN))
		return *a == *b && (a == b || memcmp(a, b, 3 * sizeof(*a)) == 0);
	for (int i = 1; i <= *a; i++)
		for (int j = 1; j <= *b; j++)
			if ((a[i] ^ b[j]) >> 7 == 0)
			{
				int			q = (a[i] & 127) + (b[j] & 127) - 2 * SM_Q_ZERO - syllables[a[i] >> 7].prior;

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
 * Add what a name in another script reads: what both allow, or either if they contradict.  Then, if
 * both have a foreign given name, the other's slot stands for both.
 */
static void
Combine(SmKorean *korean, const SmKorean *other)
{
	SmFound		found;
	SmHypothesis h;

	found.count = 0;
	for (int i = 0; i < korean->count; i++)
		for (int k = 0; k < other->count; k++)
			if (Agree(&h, &korean->hypothesis[i], &other->hypothesis[k]))
				sm_found_add(&found, &h);
	if (found.count == 0)
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
}

/* Read a name that is written in several scripts: KIM Jong Un (김정은) */
static bool
ReadMixed(SmKorean *korean, const SmText *text, const int *letters)
{
	SmText		part;
	SmKorean	other;

	korean->count = 0;
	for (int s = 0; s < SCRIPTS; s++)
	{
		if (letters[s] < readers[s].letters)
			continue;
		Extract(&part, text, (Script) s);
		if (korean->count == 0)
		{
			if (!readers[s].read(korean, &part))
				korean->count = 0;
		}
		else if (readers[s].read(&other, &part))
			Combine(korean, &other);
	}
	return korean->count > 0;
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
		first = first && ScriptOf(hangul.cp[i]) == SCRIPT_NONE;
	}
	return sm_hangul_read(korean, &hangul);
}

/* Read a surname in Hangul or as a Chinese character before a given name in letters or kana: 김 Jong Un */
static bool
ReadSurnameApart(SmKorean *korean, const SmText *text, SmSlot surname, Script given)
{
	/* what follows is read as the given name of a Kim, for whom every system has one spelling */
	static const uint32_t kim[SCRIPTS][4] = {
		[SCRIPT_LATIN] = {'k', 'i', 'm', ','},
		[SCRIPT_CYRILLIC] = {0x43A, 0x438, 0x43C, ','},
		[SCRIPT_KANA] = {0x30AD, 0x30E0, ',', ' '}
	};
	SmText		part;
	int			n = 0;

	if (surname == NULL || kim[given][0] == 0 || text->length + 4 > SM_TEXT_MAX)
		return false;
	Extract(&part, text, given);
	memmove(part.cp + 4, part.cp, (size_t) part.length * sizeof(part.cp[0]));
	memmove(part.upper + 4, part.upper, (size_t) part.length * sizeof(part.upper[0]));
	memcpy(part.cp, kim[given], sizeof(kim[given]));
	memset(part.upper, false, 4);
	part.length += 4;
	if (!readers[given].read(korean, &part))
		return false;
	for (int i = 0; i < korean->count; i++)
	{
		SmHypothesis h = korean->hypothesis[i];

		if (!h.has_surname || sm_surname[h.slot[0][1] >> 7].hangul[0] != HANGUL_KIM)
			continue;
		h.slot[0] = surname;
		korean->hypothesis[n++] = h;
	}
	korean->count = n;
	return n > 0;
}

/* Read a name whose surname and given name are in different scripts, so that neither is a name by itself */
static bool
ReadApart(SmKorean *korean, const SmText *text, const int *letters)
{
	int			native = letters[SCRIPT_HANGUL] + letters[SCRIPT_HANJA];
	Script		given = SCRIPT_LATIN;
	int			at = 0;

	if (letters[SCRIPT_LATIN] + letters[SCRIPT_CYRILLIC] + letters[SCRIPT_KANA] == 0)
		return (letters[SCRIPT_HANGUL] == 1 || letters[SCRIPT_HANJA] == 1) && ReadAsHangul(korean, text);
	if (native != 1)
		return false;
	while (ScriptOf(text->cp[at]) != SCRIPT_HANGUL && ScriptOf(text->cp[at]) != SCRIPT_HANJA)
		at++;
	while (letters[given] == 0 || given == SCRIPT_HANGUL || given == SCRIPT_HANJA)
		given++;
	return letters[given] + native == text->letters &&
		ReadSurnameApart(korean, text, letters[SCRIPT_HANGUL] ? sm_hangul_surname(text->cp[at]) :
						 sm_hanja_surname(text->cp[at]), given);
}

/* Read a name as a Korean person's; false if it cannot be one */
bool
sm_korean_read(SmKorean *korean, const SmText *text)
{
	int			letters[SCRIPTS] = {0};
	int			scripts = 0;
	int			script = SCRIPT_LATIN;

	for (int i = 0; i < text->length; i++)
		if (ScriptOf(text->cp[i]) != SCRIPT_NONE)
			letters[ScriptOf(text->cp[i])]++;
	for (int s = 0; s < SCRIPTS; s++)
		if (letters[s] > 0)
		{
			scripts++;
			script = s;
		}
	if (scripts <= 1)
		return readers[script].read(korean, text);
	return ReadApart(korean, text, letters) || ReadMixed(korean, text, letters);
}
