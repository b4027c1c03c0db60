/*
 * Names of bodies and ships in Hangul as Latin words: those that are known by what they mean, and what stands between
 * them, which is a name, in one word as the North spells it.  조선련하기계합영회사 is korea ryonha machinery joint venture
 * company, 대동강호 is taedonggang.
 */
#include "name/korean/hangul_words.h"

#include <stddef.h>
#include <string.h>

#include "data/hangul_table.h"
#include "data/hangul_word_table.h"
#include "name/korean/hangul.h"
#include "name/korean/romanize.h"
#include "name/korean/southern.h"
#include "name/script/letters.h"
#include "name/table.h"
#include "name/text/script.h"
#include "name/text/syllable.h"
#include "name/weight.h"

/* Syllables of a run that is cut into words; of a longer one the first ones are */
#define RUN_MAX 32
/* Names of persons have at most so many syllables, behind a surname of one or of two */
#define GIVEN_MOST 2
/* A surname so rare is none where the word for a ship stands behind; in bits */
#define SURNAME_RARE SM_WEIGHT(12)
/* Nuclei that Chinese characters have behind an r that the South turns into n, a ae o oe u and eu: a bit each */
#define TURNS_R (1u << 0 | 1u << 1 | 1u << 8 | 1u << 11 | 1u << 13 | 1u << 18)
/* Digits of a ship's number */
#define NUMBER_MOST 2

/* Cost of a syllable that is of no word: fewest of them, then fewest words */
#define COST_SYLLABLE (RUN_MAX + 1)

/* Hangul without anything between, cut into words */
typedef struct Run
{
	int			length;			/* syllables */
	bool		numbered;		/* a number stands in front */
	int			cost[RUN_MAX + 1];	/* of so many syllables from the front */
	const SmHangulWord *word[RUN_MAX + 1];	/* the last word of them, NULL = a syllable of none */
} Run;

/* What the runs of a text hold */
typedef struct Tally
{
	int			runs;
	int			syllables;
	int			unknown;		/* of these, in no word that is known */
	int			words;			/* that are known */
	int			bodies;			/* words of bodies at an end of a run */
	int			ships;			/* runs with the word for a ship behind */
	int			number;			/* digits behind the first run */
	bool		other;			/* letters of other scripts */
} Tally;

static uint64_t
KeyOfWord(const void *row)
{
	return ((const SmHangulWord *) row)->syllable[0];
}

/* Do some syllables begin with a word? */
static bool
BeginsWith(const uint32_t *syllable, int count, const SmHangulWord *word)
{
	int			n = 0;

	if (word->length > count)
		return false;
	while (n < word->length && word->syllable[n] == syllable[n])
		n++;
	return n == word->length;
}

/* May a word stand at a place of a run? */
static bool
FitsPlace(const Run *run, const SmHangulWord *word, int at)
{
	bool		last = at + word->length == run->length;

	switch (word->kind)
	{
		case SM_HANGUL_WORD_FRONT:
			return at == 0;
		case SM_HANGUL_WORD_END:
			return at > 0 && last && run->cost[at] < COST_SYLLABLE;
		case SM_HANGUL_WORD_SHIP:
			return at == 0 ? run->numbered : last && at > 1;
		default:
			return true;
	}
}

/* Go on from a place with a word, or with a syllable of none */
static void
GoOnWith(Run *run, int at, const SmHangulWord *word)
{
	int			to = at + (word != NULL ? word->length : 1);
	int			cost = run->cost[at] + (word != NULL ? 1 : COST_SYLLABLE);

	if (run->cost[to] != 0 && cost >= run->cost[to])
		return;
	run->cost[to] = cost;
	run->word[to] = word;
}

/* Cut a run into words: as many of its syllables as may be are of some, and these are as few as may be */
static void
CutRun(Run *run, const uint32_t *syllable)
{
	memset(run->cost, 0, sizeof(run->cost));
	for (int at = 0; at < run->length; at++)
	{
		int			i;

		GoOnWith(run, at, NULL);
		if (!(sm_hangul_word_firsts[syllable[at] / 8 % SM_HANGUL_WORD_FIRSTS] >> syllable[at] % 8 & 1))
			continue;
		i = sm_table_place(sm_hangul_words, sm_hangul_word_count, sizeof(SmHangulWord), KeyOfWord, syllable[at]);
		for (; i < sm_hangul_word_count && sm_hangul_words[i].syllable[0] == syllable[at]; i++)
			if (BeginsWith(syllable + at, run->length - at, &sm_hangul_words[i]) &&
				FitsPlace(run, &sm_hangul_words[i], at))
				GoOnWith(run, at, &sm_hangul_words[i]);
	}
}

/* Take the run at a place of a text; false if there is none */
static bool
CutRunAt(Run *run, const SmText *text, int at)
{
	int			before = at;

	run->length = 0;
	while (at + run->length < text->length && run->length < RUN_MAX && sm_is_hangul(text->cp[at + run->length]))
		run->length++;
	if (run->length == 0)
		return false;
	while (before > 0 && text->cp[before - 1] == ' ')
		before--;
	run->numbered = before > 0 && text->cp[before - 1] >= '0' && text->cp[before - 1] <= '9';
	CutRun(run, text->cp + at);
	return true;
}

/* Count what a run holds */
static void
Count(Tally *tally, const Run *run)
{
	tally->runs++;
	tally->syllables += run->length;
	for (int to = run->length; to > 0; to -= run->word[to] != NULL ? run->word[to]->length : 1)
	{
		const SmHangulWord *word = run->word[to];

		if (word == NULL)
			tally->unknown++;
		else if (word->kind == SM_HANGUL_WORD_SHIP)
			tally->ships++;
		else
			tally->words++;
		if (word != NULL && word->kind == SM_HANGUL_WORD_BODY && (to == run->length || to == word->length))
			tally->bodies++;
	}
}

/* Count what all runs of a text hold */
static void
CountText(Tally *tally, const SmText *text)
{
	Run			run;

	memset(tally, 0, sizeof(*tally));
	for (int i = 0; i < text->length;)
	{
		uint32_t	c = text->cp[i];

		if (CutRunAt(&run, text, i))
		{
			Count(tally, &run);
			i += run.length;
			continue;
		}
		tally->other |= sm_script_of(c) != SM_SCRIPT_NONE;
		tally->number += tally->runs == 1 && c >= '0' && c <= '9';
		i++;
	}
}

/* Does a text begin with a surname, and is it no longer than names of persons are, or is nothing of it known? */
static bool
MayBePersons(const Tally *tally, const SmText *text)
{
	bool		known = tally->words + tally->ships > 0;
	int			i = 0;

	while (!sm_is_hangul(text->cp[i]))
		i++;
	for (int k = 0; k < sm_long_surname_count && (tally->syllables <= 2 + GIVEN_MOST || !known); k++)
		if (i + 1 < text->length && sm_long_surnames[k].hangul[0] == text->cp[i] &&
			sm_long_surnames[k].hangul[1] == text->cp[i + 1])
			return true;
	return (tally->syllables <= 1 + GIVEN_MOST || !known) &&
		sm_hangul_surname_cost(text->cp[i]) < (tally->ships > 0 ? SURNAME_RARE : SM_NEVER);
}

/* What a text is by its words in Hangul */
SmHangulThing
sm_hangul_thing(const SmText *text)
{
	Tally		tally;

	CountText(&tally, text);
	if (tally.runs == 0)
		return SM_HANGUL_NO_THING;
	if (tally.unknown == 0 && tally.words + tally.bodies > 1)
		return SM_HANGUL_THING;
	/* no given name of two syllables behind a surname of two is a word of bodies: 동방은행 */
	if (tally.bodies > 0 && (tally.syllables > 1 + GIVEN_MOST || !MayBePersons(&tally, text)))
		return SM_HANGUL_THING;
	if (tally.other || tally.syllables - tally.ships < 2 || tally.number > NUMBER_MOST ||
		tally.runs > 1 + (tally.number > 0 && tally.ships > 0))
		return SM_HANGUL_NO_THING;
	if (tally.number > 0)
		return SM_HANGUL_THING;
	return MayBePersons(&tally, text) ? SM_HANGUL_NO_THING : SM_HANGUL_PERHAPS;
}

/* The syllable that a name begins with in the North, if the South writes it with this one: 련 of 연 */
static uint32_t
NorthernFirst(uint32_t c)
{
	uint32_t	north = sm_syllable_with_onset(c, SM_ONSET_R);
	bool		may = sm_syllable_onset(c) == SM_ONSET_NONE || (TURNS_R >> sm_syllable_nucleus(c) & 1);

	return may && sm_south_syllable(north) == c ? north : c;
}

/* Append some syllables of no word as the North spells them, in one word; true if its first is another one there */
static bool
AppendName(SmText *out, const uint32_t *syllable, int count, bool south)
{
	char		latin[RUN_MAX * SM_ROMAN_SYLLABLE];
	uint32_t	name[RUN_MAX];
	bool		other;
	size_t		n;

	memcpy(name, syllable, (size_t) count * sizeof(name[0]));
	if (south && count > 1)
		name[0] = NorthernFirst(name[0]);
	other = count > 0 && name[0] != syllable[0];
	n = sm_romanize_word(latin, name, count);

	for (size_t i = 0; i < n; i++)
		sm_transcript_add(out, (unsigned char) latin[i], false);
	return other;
}

/* Append a run word by word; true if a name in it begins with another syllable in the North */
static bool
AppendRun(SmText *out, const Run *run, const uint32_t *syllable, bool south)
{
	const SmHangulWord *word[RUN_MAX];
	bool		other = false;
	int			count = 0;
	int			at = 0;
	int			unknown = 0;

	for (int to = run->length; to > 0; to -= run->word[to] != NULL ? run->word[to]->length : 1)
		word[count++] = run->word[to];
	while (count-- > 0)
	{
		if (word[count] == NULL)
		{
			unknown++;
			at++;
			continue;
		}
		sm_transcript_add(out, ' ', false);
		other |= AppendName(out, syllable + at - unknown, unknown, south);
		sm_transcript_add(out, ' ', false);
		sm_transcript_append(out, word[count]->latin, false);
		at += word[count]->length;
		unknown = 0;
	}
	sm_transcript_add(out, ' ', false);
	other |= AppendName(out, syllable + at - unknown, unknown, south);
	sm_transcript_add(out, ' ', false);
	return other;
}

/*
 * Transcribe a text, as it is written or as the South writes it; false if it has no Hangul, if the South would write no
 * name of it otherwise, or if it has letters of scripts beside it that are neither Hangul nor Latin
 */
bool
sm_hangul_transcribe(SmText *out, const SmText *text, bool south)
{
	bool		any = false;
	Run			run;

	sm_transcript_start(out, text);
	for (int i = 0; i < text->length;)
	{
		SmScript	script = sm_script_of(text->cp[i]);

		if (CutRunAt(&run, text, i))
		{
			any |= AppendRun(out, &run, text->cp + i, south) || !south;
			i += run.length;
			continue;
		}
		if (script != SM_SCRIPT_NONE && script != SM_SCRIPT_LATIN)
			return false;
		sm_transcript_add(out, text->cp[i], text->upper[i]);
		i++;
	}
	return any;
}
