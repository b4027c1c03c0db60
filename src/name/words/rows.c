/*
 * The rows of consonants that the skeletons of a query may be: a quick look at words in Latin letters.
 *
 * A skeleton is a Latin word if one of its ways to sound has the word's consonants (skeleton.c), so all ways are kept
 * as the hashes of their rows.  Of most words the head tells that they are none of them: words of one sound have one
 * frame, whose hash it holds.  Of those whose consonants are no sound it tells by the two letters that they begin with:
 * the first makes the first consonant of the row, and the second one of the row, or none.
 */
#include "name/words/rows.h"

#include <stddef.h>
#include <string.h>

#include "data/sound_table.h"
#include "name/hash.h"
#include "name/words/join.h"
#include "name/words/skeleton.h"
#include "name/words/sound.h"
#include "name/words/word.h"

/* May a letter behind the first stand in a word that has such sounds? */
static bool
MayBeIn(char c, uint32_t sounds)
{
	return sm_sounds_within[c - 'a'] & (sounds | SM_SOUND_NONE);
}

/* Note how words may begin of which a row of few consonants is all there are */
static void
NoteBegins(SmRows *rows, const SmBones *way, uint32_t words)
{
	uint32_t	sounds = 0;

	for (int i = 0; i < way->length; i++)
		sounds |= SM_SOUND_BIT(way->letter[i]);
	for (char first = 'a'; first <= 'z'; first++)
		if (sm_sounds_begin[first - 'a'] & SM_SOUND_BIT(way->letter[0]))
			for (char second = 'a'; second <= 'z'; second++)
				if (MayBeIn(second, sounds))
					rows->begin[sm_begin_code((uint8_t) first, (uint8_t) second)] |= (uint16_t) words;
}

/* Find the row of a hash; adds it if it is not there yet.  NULL if there is no more room. */
static SmRow *
FindOrAdd(SmRows *rows, uint32_t hash)
{
	uint8_t    *first = &rows->first[sm_head_hash(hash)];
	SmRow	   *row;

	for (int r = *first; r != 0; r = rows->row[r].next)
		if (rows->row[r].hash == hash)
			return &rows->row[r];
	if (rows->count == SM_ROWS)
		return NULL;
	row = &rows->row[++rows->count];
	*row = (SmRow) {hash, 0, 0, *first};
	*first = (uint8_t) rows->count;
	return row;
}

/* Note how a run of skeletons may sound, words a bit each */
static void
NoteWays(SmRows *rows, const uint8_t *letters, int length, uint32_t words)
{
	SmSkeleton	skeleton;

	sm_skeleton_open(&skeleton, letters, length);
	for (int w = 0; w < skeleton.count; w++)
	{
		const SmBones *way = &skeleton.way[w];
		SmRow	   *row = FindOrAdd(rows, sm_word_hash(way->letter, way->length));
		uint8_t		frame[SM_CLASS_MAX];
		int			n = sm_word_frame(frame, way->letter, way->length);

		if (way->length < SM_SOUND_LEAST)
			NoteBegins(rows, way, words);
		else
			rows->hash[sm_head_hash(sm_word_hash(frame, n))] |= (uint16_t) words;
		if (row == NULL)
			rows->overflows = true;
		else if (words & (words - 1))
			row->joined |= (uint16_t) words;
		else
			row->alone |= (uint16_t) words;
	}
}

/* Note how the skeletons of a name may sound, each alone and joined with its neighbours */
void
sm_rows_prepare(SmRows *rows, const SmView *skeletons)
{
	memset(rows, 0, offsetof(SmRows, row));
	for (int i = 0; i < skeletons->count; i++)
		for (int n = 1; n <= SM_JOIN_WORDS; n++)
		{
			int			length;

			if (sm_join_skeletons(&length, skeletons, i, n))
				NoteWays(rows, skeletons->word[i], length, ((1u << n) - 1) << i);
		}
}

/* Hold one row of the skeletons against word j, which has so many consonants */
static void
MeetRow(SmRowsFound *found, const SmRow *row, int consonants, const SmView *a, const SmView *b, int j)
{
	found->joined |= row->joined;
	found->words |= 1u << j;
	for (uint32_t alone = row->alone; alone != 0; alone &= alone - 1)
	{
		int			i = __builtin_ctz(alone);
		SmWeight	bits = SM_VIEW_BITS(a, i) < SM_VIEW_BITS(b, j) ? SM_VIEW_BITS(a, i) : SM_VIEW_BITS(b, j);
		SmWeight	most = sm_skeleton_weight(consonants, 0, bits);

		if (found->most[i] < most)
			found->most[i] = most;
	}
}

/* Hold the skeletons of a, which the rows are of and do not overflow, against the Latin words of b */
void
sm_rows_find(SmRowsFound *found, const SmRows *rows, const SmView *a, const SmView *b)
{
	memset(found, 0, sizeof(*found));
	for (int j = 0; j < b->count; j++)
	{
		SmBones		bones;
		uint32_t	hash;

		if (SM_VIEW_KIND(b, j) != SM_WORD_LATIN || sm_rows_may_be(rows, b, j) == 0)
			continue;
		sm_bare_bones(&bones, b->word[j], SM_VIEW_LENGTH(b, j));
		hash = sm_word_hash(bones.letter, bones.length);
		for (int r = rows->first[sm_head_hash(hash)]; r != 0; r = rows->row[r].next)
			if (rows->row[r].hash == hash)
				MeetRow(found, &rows->row[r], bones.length, a, b, j);
	}
}
