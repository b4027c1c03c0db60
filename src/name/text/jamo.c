/* Hangul typed letter by letter */
#include "name/text/jamo.h"

#include <stddef.h>
#include <stdint.h>

#include "name/text/syllable.h"

/* First and last of the conjoining jamo that stand for those of every day */
#define ONSET_FIRST 0x1100
#define ONSET_LAST 0x1112
#define ROUND_ONSET 0x110B
#define NUCLEUS_FIRST 0x1161
#define NUCLEUS_LAST 0x1175
#define CODA_FIRST 0x11A8
#define CODA_LAST 0x11C2
/* ㅀ and ㅄ become old initial consonants */
#define OLD_ONSET_LH 0x111A
#define OLD_ONSET_BS 0x1121

static bool
IsOnset(uint32_t c)
{
	return c >= ONSET_FIRST && c <= ONSET_LAST;
}

static bool
IsNucleus(uint32_t c)
{
	return c >= NUCLEUS_FIRST && c <= NUCLEUS_LAST;
}

static bool
IsJamo(uint32_t c)
{
	return IsOnset(c) || IsNucleus(c) || (c >= CODA_FIRST && c <= CODA_LAST) || c == OLD_ONSET_LH || c == OLD_ONSET_BS;
}

/* Is it a syllable without a coda? */
static bool
IsOpen(uint32_t c)
{
	return sm_is_hangul(c) && sm_syllable_coda(c) == 0;
}

/* The coda that a jamo at the end of a syllable is, as Unicode counts codas; 0 = none */
static uint32_t
CodaOf(uint32_t c)
{
	static const uint8_t coda[] = {1, 2, 4, 7, 0, 8, 16, 17, 0, 19, 20, 21, 22, 0, 23, 24, 25, 26, 27};

	if (IsOnset(c))
		return coda[c - ONSET_FIRST];
	if (c == OLD_ONSET_LH)
		return 15;
	if (c == OLD_ONSET_BS)
		return 18;
	return c >= CODA_FIRST && c <= CODA_LAST ? c - CODA_FIRST + 1 : 0;
}

/* What a vowel after an open syllable adds to its nucleus, 0 = they are no vowel together */
static uint32_t
NucleusGrowth(uint32_t syllable, uint32_t vowel)
{
	static const uint8_t pairs[][3] = {
		{0, 20, 1}, {2, 20, 3}, {4, 20, 5}, {6, 20, 7}, {8, 0, 9}, {8, 1, 10}, {8, 20, 11}, {13, 4, 14}, {13, 5, 15},
		{13, 20, 16}, {18, 20, 19}
	};
	uint32_t	nucleus = (uint32_t) sm_syllable_nucleus(syllable);

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		if (pairs[i][0] == nucleus && pairs[i][1] == vowel - NUCLEUS_FIRST)
			return pairs[i][2] - nucleus;
	return 0;
}

/* Does each jamo stand alone, with one sign between it and what is beside it? */
static bool
AreJamoApart(const SmText *text)
{
	for (int i = 0; i + 1 < text->length; i++)
		if (sm_is_part(text->cp[i]) && sm_is_part(text->cp[i + 1]) && (IsJamo(text->cp[i]) || IsJamo(text->cp[i + 1])))
			return false;
	return true;
}

/* Take out the signs that stand alone beside a jamo */
static void
JoinJamo(SmText *text)
{
	int			n = 0;

	for (int i = 0; i < text->length; i++)
		if (i == 0 || i + 1 == text->length || sm_is_part(text->cp[i]) || !sm_is_part(text->cp[i - 1]) ||
			!sm_is_part(text->cp[i + 1]) || !(IsJamo(text->cp[i - 1]) || IsJamo(text->cp[i + 1])))
			sm_text_move(text, n++, i);
	text->length = n;
}

/* Make masks of round jamo, if no others were typed and they stand beside whole syllables; false if they are meant */
static bool
MaskJamo(SmText *text)
{
	bool		syllables = false;

	if (text->vowels)
		return false;
	for (int i = 0; i < text->length; i++)
	{
		if (IsJamo(text->cp[i]) && text->cp[i] != ROUND_ONSET)
			return false;
		syllables = syllables || sm_is_hangul(text->cp[i]);
	}
	for (int i = 0; syllables && i < text->length; i++)
		if (text->cp[i] == ROUND_ONSET)
		{
			text->cp[i] = SM_MASK;
			text->letters--;
		}
	return syllables;
}

/* Hangul typed letter by letter: normalisation has composed what it could, and made codas initial consonants */
void
sm_repair_jamo(SmText *text)
{
	int			n = 0;

	if (MaskJamo(text))
		return;
	if (AreJamoApart(text))
		JoinJamo(text);
	for (int i = 0; i < text->length; i++)
	{
		uint32_t	c = text->cp[i];
		uint32_t	added = 0;

		if (IsOnset(c) && i + 1 < text->length && IsNucleus(text->cp[i + 1]))
		{
			c = SM_SYLLABLE_FIRST + ((c - ONSET_FIRST) * SM_NUCLEI + text->cp[++i] - NUCLEUS_FIRST) * SM_CODAS;
			text->letters--;
		}
		else if (n > 0 && IsOpen(text->cp[n - 1]))
			added = IsNucleus(c) ? NucleusGrowth(text->cp[n - 1], c) * SM_CODAS : CodaOf(c);
		if (added > 0)
		{
			text->cp[n - 1] += added;
			text->letters--;
			continue;
		}
		text->upper[n] = text->upper[i];
		text->cp[n++] = c;
	}
	text->length = n;
}
