/*
 * Words in Devanagari as Latin letters.  A consonant without a sign has the vowel a, which is not spoken at the end of
 * a word, nor between a vowel and a consonant with a vowel: na-re-ndra, so-na-kshi, kam-la.
 */
#include "name/script/devanagari.h"

#include "data/devanagari_table.h"
#include "name/hash.h"
#include "name/script/letters.h"
#include "name/table.h"

/* Syllables of a word that are looked at */
#define SYLLABLES_MAX 64

/* Consonants, a vowel, a nasal behind it */
typedef struct Syllable
{
	const SmDevanagari *consonant[4];
	bool		dotted[4];
	int			consonants;
	const char *vowel;			/* NULL: the a that is not written; empty: none is spoken */
	bool		nasal;
} Syllable;

/* The row of a letter, NULL if it is none */
static const SmDevanagari *
FindDevanagari(uint32_t c)
{
	if (c < 0x900 || c > 0x97F)
		return NULL;
	return sm_table_find(sm_devanagari, sm_devanagari_count, sizeof(SmDevanagari), sm_key_16, c);
}

/* Is it a letter or a sign that is read so? */
bool
sm_is_devanagari(uint32_t c)
{
	return FindDevanagari(c) != NULL;
}

/* Take a letter into the syllables of a word; returns how many there are */
static int
TakeLetter(Syllable *syllables, int n, const SmDevanagari *row, bool *joined)
{
	Syllable   *last = n > 0 ? &syllables[n - 1] : NULL;

	switch (row->kind)
	{
		case SM_DEVANAGARI_CONSONANT:
			if (!*joined || last == NULL || last->consonants == 4)
				syllables[n++] = (Syllable) {.consonants = 0};
			last = &syllables[n - 1];
			last->consonant[last->consonants] = row;
			last->dotted[last->consonants++] = false;
			*joined = false;
			return n;
		case SM_DEVANAGARI_VOWEL:
			syllables[n] = (Syllable) {.vowel = row->latin};
			*joined = false;
			return n + 1;
		case SM_DEVANAGARI_SIGN:
			if (last != NULL)
				last->vowel = row->latin;
			return n;
		case SM_DEVANAGARI_NASAL:
			if (last != NULL)
				last->nasal = true;
			return n;
		case SM_DEVANAGARI_VIRAMA:
			*joined = last != NULL && last->consonants > 0;
			return n;
		case SM_DEVANAGARI_DOT:
			if (last != NULL && last->consonants > 0)
				last->dotted[last->consonants - 1] = true;
			return n;
		default:
			return n;
	}
}

/* Is the vowel of a syllable the a that is not written, and does it hold one consonant? */
static bool
MayLose(const Syllable *syllable)
{
	return syllable->vowel == NULL && syllable->consonants == 1 && !syllable->nasal;
}

/* Leave out the a where it is not spoken */
static void
LoseVowels(Syllable *syllables, int n)
{
	if (n > 1 && MayLose(&syllables[n - 1]))
		syllables[n - 1].vowel = "";
	for (int i = n - 2; i > 0; i--)
	{
		const Syllable *next = &syllables[i + 1];
		bool		vowel_behind = next->consonants == 1 && (next->vowel == NULL || *next->vowel != '\0');

		if (MayLose(&syllables[i]) && vowel_behind && !syllables[i - 1].nasal)
			syllables[i].vowel = "";
	}
}

/* The Latin letters that a word is read as by itself, or NULL */
static const char *
LatinOfWord(const SmText *text, int from, int to)
{
	const SmDevanagariWord *row = sm_table_find(sm_devanagari_words, sm_devanagari_word_count, sizeof(SmDevanagariWord),
												sm_key_32, sm_letters_hash(text->cp + from, to - from));

	return row != NULL ? row->latin : NULL;
}

/* Where the word that starts at a place ends */
static int
DevanagariEnd(const SmText *text, int from)
{
	while (from < text->length && sm_is_devanagari(text->cp[from]))
		from++;
	return from;
}

/* Append a syllable; a nasal before an h is the ng of Singh */
static void
AppendDevanagari(SmText *out, const Syllable *syllable, const Syllable *next)
{
	for (int k = 0; k < syllable->consonants; k++)
	{
		const SmDevanagari *row = syllable->consonant[k];

		sm_transcript_append(out, syllable->dotted[k] && row->dotted[0] != '\0' ? row->dotted : row->latin, false);
	}
	sm_transcript_append(out, syllable->vowel == NULL ? "a" : syllable->vowel, false);
	if (syllable->nasal)
		sm_transcript_append(out, next != NULL && next->consonants == 1 && next->consonant[0]->latin[0] == 'h' ? "ng" :
							 "n", false);
}

/* Append the word that starts at a place to a transcript; returns where it ends */
int
sm_devanagari_transcribe(SmText *out, const SmText *text, int from)
{
	Syllable	syllables[SYLLABLES_MAX];
	int			end = DevanagariEnd(text, from);
	const char *latin = LatinOfWord(text, from, end);
	bool		joined = false;
	int			n = 0;

	if (latin != NULL)
	{
		sm_transcript_append(out, latin, false);
		return end;
	}
	for (int i = from; i < end; i++)
		if (n < SYLLABLES_MAX)
			n = TakeLetter(syllables, n, FindDevanagari(text->cp[i]), &joined);
	if (joined && n > 0)
		syllables[n - 1].vowel = "";
	LoseVowels(syllables, n);
	for (int s = 0; s < n; s++)
		AppendDevanagari(out, &syllables[s], s + 1 < n ? &syllables[s + 1] : NULL);
	return end;
}
