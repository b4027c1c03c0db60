/*
 * The digests under which a node of an index holds the words of its members: of their sound, of pieces that one edit
 * leaves alone, of their meaning.
 */
#include "name/node/word_digests.h"

#include <string.h>

#include "data/word_weight_table.h"
#include "name/hash.h"
#include "name/script/skeleton.h"
#include "name/words/korean_word.h"
#include "name/words/sound.h"
#include "name/words/word.h"

/* What a digest is of: part of its hash */
typedef enum DigestKind
{
	DIGEST_WHOLE,				/* sound of a word, an initial, a word of another script */
	DIGEST_NUMBER,
	DIGEST_MEANING,
	DIGEST_FRAME,				/* with the first vowel */
	DIGEST_KOREAN,				/* syllables of a Korean word */
	DIGEST_PREFIX,				/* first letters of a word and its class of length */
	DIGEST_SUFFIX,				/* last letters */
	DIGEST_LONG_PREFIX,			/* first letters and the last one */
	DIGEST_LONG_SUFFIX,			/* first letter and the last ones */
	DIGEST_SKELETON_BONES,		/* consonants that are too few to be a sound, of a skeleton; of a Latin word */
	DIGEST_LATIN_BONES
} DigestKind;

/* Hash of such a thing, never SM_NO_DIGEST */
static uint32_t
Digest(DigestKind kind, const uint8_t *bytes, int length, int extra)
{
	uint32_t	hash = sm_word_hash(bytes, length);

	hash = (hash ^ (uint32_t) (kind * 64 + extra)) * 0x9E3779B1u;
	hash ^= hash >> 15;
	hash *= 0x85EBCA77u;
	hash ^= hash >> 16;
	return hash != SM_NO_DIGEST ? hash : 1;
}

/* Digest of a whole word by its sound */
uint32_t
sm_word_digest(const uint8_t *letters, int length, int kind)
{
	uint8_t		class[SM_CLASS_MAX];
	uint8_t		key[SM_CLASS_MAX];
	int			n;

	if (kind == SM_WORD_NUMBER)
		return Digest(DIGEST_NUMBER, letters, length, 0);
	if (kind != SM_WORD_LATIN)
		return Digest(DIGEST_WHOLE, letters, length, 0);
	n = sm_word_class(class, letters, length);
	n = sm_word_sound(key, class, n);
	return Digest(DIGEST_WHOLE, key, n, 0);
}

/* Digest of the frame of word i, by which it meets words where others agree; SM_NO_DIGEST if it is never compared so */
uint32_t
sm_frame_digest(const SmView *view, int i)
{
	uint8_t		class[SM_CLASS_MAX];
	uint8_t		key[SM_FRAME_MAX];
	int			n;

	if (SM_VIEW_KIND(view, i) != SM_WORD_LATIN || SM_VIEW_MEANING(view, i) != 0)
		return SM_NO_DIGEST;
	n = sm_word_class(class, view->word[i], SM_VIEW_LENGTH(view, i));
	n = sm_word_frame_vowel(key, class, n);
	return Digest(DIGEST_FRAME, key, n, 0);
}

/* Digest of the syllables of word i if it may be Korean in a name that may be, or SM_NO_DIGEST */
uint32_t
sm_korean_digest(const SmView *view, int i)
{
	uint8_t		sounds[SM_WORD_MAX];
	int			n = 0;

	if (view->korean && SM_VIEW_KIND(view, i) == SM_WORD_LATIN)
		n = sm_korean_word(sounds, view->word[i], SM_VIEW_LENGTH(view, i));
	return n > 0 ? Digest(DIGEST_KOREAN, sounds, n, 0) : SM_NO_DIGEST;
}

/*
 * Pieces of a word that one edit leaves alone.  Words of 2c and 2c + 1 letters share a class c.
 *
 * Of long words the first and the last c letters are pieces.  A changed letter i touches both only
 * if i < c and i >= L - c; two that are exchanged only in the middle of 2c letters, for which the
 * query asks by itself; a letter in or out at i of the longer L only if i < c and i > L - 1 - c,
 * and c <= L / 2.
 *
 * Of short words so few letters say little, and there are four pieces of c + 1: D the first, C the
 * last, A the first c and the last one, B the first one and the last c.  A change at i leaves D
 * alone if i > c, C if i < L - c - 1, A if c <= i < L - 1, B if 0 < i < L - c: for L = 2c and 2c + 1
 * that is every i.  So it does if i is a letter that the other word lacks; if the other has it in
 * addition, i up to L, then C, A and B each hold for one i more, and D for L.  Two letters
 * exchanged, i and i + 1, need both to be left alone: i = 0 is left by C, up to L - c - 2 by B, from
 * c to L - 3 by A, L - 2 by D, and only i = c - 1 of L = 2c, the middle, by none.  That holds for
 * c >= 3, and for c = 2 of L = 5: words of four letters are near none of four.
 */
#define PIECE_CLASS(length) ((length) / 2)
#define SHORT_CLASS 3

/* Digests of the pieces of class c of a word; returns how many */
static int
WordPieces(uint32_t *keys, const uint8_t *letters, int length, int c)
{
	const uint8_t *end = letters + length;
	uint8_t		ends[SHORT_CLASS + 1];

	if (c > SHORT_CLASS)
	{
		keys[0] = Digest(DIGEST_PREFIX, letters, c, c);
		keys[1] = Digest(DIGEST_SUFFIX, end - c, c, c);
		return 2;
	}
	keys[0] = Digest(DIGEST_PREFIX, letters, c + 1, c);
	keys[1] = Digest(DIGEST_SUFFIX, end - c - 1, c + 1, c);
	memcpy(ends, letters, c);
	ends[c] = end[-1];
	keys[2] = Digest(DIGEST_LONG_PREFIX, ends, c + 1, c);
	ends[0] = letters[0];
	memcpy(ends + 1, end - c, c);
	keys[3] = Digest(DIGEST_LONG_SUFFIX, ends, c + 1, c);
	return SM_WORD_PIECES;
}

/* Digest of n words from i on, joined, by the sound of what they make; SM_NO_DIGEST if they cannot be one word */
uint32_t
sm_joined_digest(const SmView *view, int i, int n)
{
	int			length;

	return sm_join(&length, view, i, n) ? sm_word_digest(view->word[i], length, SM_WORD_LATIN) : SM_NO_DIGEST;
}

/* Digests of a word of an even number of letters with the two in the middle exchanged */
SmWordDigests
sm_exchanged_digests(const uint8_t *letters, int length)
{
	SmWordDigests keys = {{SM_NO_DIGEST}};
	uint8_t		word[SM_WORD_MAX];

	if (length % 2 != 0 || length < SM_NEAR_LONGER)
		return keys;
	memcpy(word, letters, length);
	word[length / 2 - 1] = letters[length / 2];
	word[length / 2] = letters[length / 2 - 1];
	WordPieces(keys.piece, word, length, length / 2);
	return keys;
}

/* The digest of what a word means, SM_NO_DIGEST if it has no meaning */
uint32_t
sm_meaning_digest(int meaning)
{
	uint8_t		bytes[2] = {(uint8_t) meaning, (uint8_t) (meaning >> 8)};

	return meaning != 0 ? Digest(DIGEST_MEANING, bytes, 2, 0) : SM_NO_DIGEST;
}

/* Digests of pieces under which members hold words one edit from a word of the query; returns how many */
int
sm_near_pieces(uint32_t *pieces, const uint8_t *letters, int length)
{
	int			n = 0;

	for (int class = PIECE_CLASS(length - 1); class <= PIECE_CLASS(length + 1); class++)
	{
		if (length < SM_NEAR_SHORTER || class < PIECE_CLASS(SM_NEAR_SHORTER))
			continue;
		n += WordPieces(pieces + n, letters, length, class);
	}
	return n;
}

/*
 * Digests under which words meet that are one by their consonants alone: of each way that a skeleton may sound its
 * sound or, like those of a Latin word that has so few, its bones.  Members hold these under their own kind, and
 * queries ask for the other's.
 */
int
sm_bones_digests(uint32_t *digests, const uint8_t *letters, int length, int kind, bool query)
{
	SmSkeleton	skeleton;
	bool		is_skeleton = kind == SM_WORD_SCRIPT && sm_is_skeleton(letters);
	DigestKind	bones = is_skeleton != query ? DIGEST_SKELETON_BONES : DIGEST_LATIN_BONES;

	if (is_skeleton)
		sm_skeleton_open(&skeleton, letters, length);
	else if (kind == SM_WORD_LATIN)
	{
		sm_bare_bones(&skeleton.way[0], letters, length);
		skeleton.count = skeleton.way[0].length < SM_SOUND_LEAST;
	}
	else
		return 0;
	for (int i = 0; i < skeleton.count; i++)
	{
		const SmBones *way = &skeleton.way[i];

		digests[i] = Digest(way->length < SM_SOUND_LEAST ? bones : DIGEST_WHOLE, way->letter, way->length, 0);
	}
	return skeleton.count;
}

/* Add a digest to so many, unless it is none; returns how many there are then */
static inline int
AddDigest(uint32_t *digests, int n, uint32_t digest)
{
	digests[n] = digest;
	return n + (digest != SM_NO_DIGEST);
}

/* Digests of a word in Latin letters, whose class is made once for all of them; returns how many */
static int
LatinDigests(uint32_t *digests, const SmView *view, int i)
{
	const uint8_t *letters = view->word[i];
	int			length = SM_VIEW_LENGTH(view, i);
	uint8_t		class[SM_CLASS_MAX];
	uint8_t		key[SM_FRAME_MAX];
	int			class_length = sm_word_class(class, letters, length);
	int			sounds = sm_word_consonants(key, class, class_length);
	int			n = 0;

	if (sounds >= SM_SOUND_LEAST)
		digests[n++] = Digest(DIGEST_WHOLE, key, sounds, 0);
	else
	{
		digests[n++] = Digest(DIGEST_LATIN_BONES, key, sounds, 0);
		digests[n++] = Digest(DIGEST_WHOLE, class, class_length, 0);
	}
	if (length >= SM_NEAR_SHORTER)
		n += WordPieces(digests + n, letters, length, PIECE_CLASS(length));
	if (SM_VIEW_MEANING(view, i) == 0)
		digests[n++] = Digest(DIGEST_FRAME, key, sm_word_frame_vowel(key, class, class_length), 0);
	return AddDigest(digests, n, sm_korean_digest(view, i));
}

/* All digests under which a member holds word i, alone and joined with those behind it; returns how many */
int
sm_member_digests(uint32_t digests[SM_MEMBER_DIGESTS], const SmView *view, int i)
{
	int			kind = SM_VIEW_KIND(view, i);
	int			n;

	if (kind == SM_WORD_LATIN)
		n = LatinDigests(digests, view, i);
	else
	{
		digests[0] = sm_word_digest(view->word[i], SM_VIEW_LENGTH(view, i), kind);
		n = 1 + sm_bones_digests(digests + 1, view->word[i], SM_VIEW_LENGTH(view, i), kind, false);
	}
	n = AddDigest(digests, n, sm_meaning_digest(SM_VIEW_MEANING(view, i)));
	for (int words = 2; words <= SM_JOIN_WORDS; words++)
	{
		int			length;

		n = AddDigest(digests, n, sm_joined_digest(view, i, words));
		if (sm_join_skeletons(&length, view, i, words))
			n += sm_bones_digests(digests + n, view->word[i], length, SM_WORD_SCRIPT, false);
	}
	return n;
}
