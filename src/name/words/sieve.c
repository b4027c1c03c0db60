/*
 * A quick look at words of which only the consonants are known: what they may be in Latin letters.
 *
 * A skeleton is a Latin word if one of its ways to sound has the word's consonants (skeleton.c).  A way is made of one
 * sound of each letter, or of none where the letter is a vowel.  So all Latin words of a query are followed at once
 * along the letters of a skeleton: a bit stands where the next consonant is expected.  Ways that are left out because
 * there are too many are followed too, and letters that share their last bits are taken for one another: what is not
 * found here is none, what is found may be.
 */
#include "name/words/sieve.h"

#include <string.h>

#include "data/abjad_table.h"
#include "name/script/skeleton.h"
#include "name/words/join.h"
#include "name/words/skeleton.h"
#include "name/words/word.h"

/* Put the consonants of the Latin words of a name in a row */
void
sm_sieve_prepare(SmSieve *sieve, const SmView *latin)
{
	int			n = 0;

	memset(sieve->letter, 0, sizeof(sieve->letter));
	sieve->begins = sieve->ends = 0;
	sieve->overflows = false;
	for (int i = 0; i < latin->count; i++)
	{
		SmBones		bones;

		if (SM_VIEW_KIND(latin, i) != SM_WORD_LATIN)
			continue;
		sm_bare_bones(&bones, latin->word[i], SM_VIEW_LENGTH(latin, i));
		if (n + bones.length >= SM_SIEVE_BITS)
		{
			sieve->overflows = true;
			return;
		}
		sieve->begins |= UINT64_C(1) << n;
		for (int k = 0; k < bones.length; k++)
			sieve->letter[SM_SIEVE_LETTER(bones.letter[k])] |= UINT64_C(1) << n++;
		sieve->ends |= UINT64_C(1) << n;
		sieve->word[n++] = (uint8_t) i;
	}
}

/* Where words go on behind a letter of a skeleton that stands in front (0), inside or at the end (2) */
static uint64_t
Step(const SmSieve *sieve, uint64_t at, uint8_t letter, int place)
{
	const char *sound = sm_abjad_code_of(letter)->sound[place];
	uint64_t	next = 0;

	for (int k = 0; k < SM_ABJAD_WAYS && sound[k] != 0; k++)
		next |= sound[k] == '-' ? at : (at & sieve->letter[SM_SIEVE_LETTER(sound[k])]) << 1;
	return next;
}

/* A run of skeletons under way */
typedef struct Run
{
	uint64_t	at;				/* where words go on */
	int			letters;		/* read so far */
} Run;

/* Read a skeleton on behind those before it; returns where words end if the run ends here */
static uint64_t
FollowSkeleton(Run *run, const SmSieve *sieve, const uint8_t *letters, int length)
{
	uint64_t	ends = 0;

	for (int i = 0; i < length && run->at != 0; i++)
	{
		bool		front = run->letters++ == 0;

		if (i + 1 == length)
			ends = Step(sieve, run->at, letters[i], front ? 0 : 2) & sieve->ends;
		run->at = Step(sieve, run->at, letters[i], front ? 0 : 1);
	}
	return ends;
}

/* Find what the runs of skeletons may be that begin with word i */
static void
SieveFrom(SmSieved *found, const SmSieve *sieve, const SmView *view, int i)
{
	Run			run = {sieve->begins, 0};

	for (int n = 1; n <= SM_JOIN_WORDS && i + n <= view->count && run.at != 0; n++)
	{
		int			k = i + n - 1;
		uint64_t	ends;
		int			length;

		if (SM_VIEW_KIND(view, k) != SM_WORD_SCRIPT || !sm_is_skeleton(view->word[k]))
			return;
		ends = FollowSkeleton(&run, sieve, view->word[k], SM_VIEW_LENGTH(view, k));
		if (ends == 0 || !sm_join_skeletons(&length, view, i, n))
			continue;
		found->skeletons |= ((1u << n) - 1) << i;
		for (; ends != 0; ends &= ends - 1)
			found->latin |= 1u << sieve->word[__builtin_ctzll(ends)];
	}
}

/* Which Latin words may be skeletons of another name, alone or joined */
SmSieved
sm_sieve(const SmSieve *sieve, const SmView *skeletons)
{
	SmSieved	found = {0, 0};

	for (int i = 0; i < skeletons->count; i++)
		SieveFrom(&found, sieve, skeletons, i);
	return found;
}
