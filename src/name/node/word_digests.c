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
	DIGEST_PIECE,				/* first and last letters of a word, by its class of length */
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
 * Pieces of a word that one edit leaves alone.  Words of n = 2c and 2c + 1 letters share a class c, in which a piece is
 * the first a letters and the last K - a, for each a from 0 by steps of g up to K, and for K: PieceLetters and
 * PieceStep say K and g.  It has all letters but the d = n - K from a on, and d >= g but for n = 4, where d = 0.
 *
 * Another letter at place i leaves the piece of a <= i < a + d to both.  As a goes from 0 to K in steps of at most d,
 * these a hold every i from 0 to K + d - 1 = n - 1.  Of a member's word with a letter more, at i <= n - 1, the same
 * holds.  If the query's has one more, at i <= n, the piece stays for a <= i <= a + d, and again some a holds each i;
 * so it does for n = 4, d = 0 and g = 1.  Words of four letters are near no other way.
 *
 * Two letters exchanged, i and i + 1 <= n - 1, need both to be left out, a <= i < a + d - 1.  Where d > g some a holds
 * each i.  Where d = g = 1 all a do: one word without its letter i is the other without its letter i + 1, and that is
 * a piece of either.  Else only i = a - 1 with a > 0, a step of g behind the last, is held by none:
 * sm_exchanged_digests.
 */
#define PIECE_CLASS(length) ((length) / 2)
#define SHORT_CLASS 3

/* Letters of a piece of a class */
static int
PieceLetters(int c)
{
	return c <= SHORT_CLASS ? c + 2 : 2 * c - (c + 1) / 2;
}

/* Letters from the beginning of a piece of a class to that of the next */
static int
PieceStep(int c)
{
	return c <= SHORT_CLASS ? 1 : (c + 1) / 2;
}

/*
 * Digests of the pieces of class c of a word; returns how many.  One of 2c + 2 letters is a query's, with a letter more
 * than those that it meets, and more pieces would hold its place than one: a is left out if the next begins no later
 * than those before it end, at held.
 */
static int
WordPieces(uint32_t *keys, const uint8_t *letters, int length, int c)
{
	int			count = PieceLetters(c);
	int			step = PieceStep(c);
	int			held = 0;
	int			n = 0;

	for (int a = 0; a <= count; a += a < count && a + step > count ? count - a : step)
	{
		uint8_t		piece[SM_WORD_MAX];

		if (PIECE_CLASS(length) > c && a < count && a + step <= held)
			continue;
		held = a + length - count;
		memcpy(piece, letters, (size_t) a);
		memcpy(piece + a, letters + length - (count - a), (size_t) (count - a));
		keys[n++] = Digest(DIGEST_PIECE, piece, count, c);
		if (length == count)
			break;
	}
	return n;
}

/* Digest of n words from i on, joined, by the sound of what they make; SM_NO_DIGEST if they cannot be one word */
uint32_t
sm_joined_digest(const SmView *view, int i, int n)
{
	int			length;

	return sm_join(&length, view, i, n) ? sm_word_digest(view->word[i], length, SM_WORD_LATIN) : SM_NO_DIGEST;
}

/*
 * Digests of the words that a word of a query is but for two letters which no piece leaves out together; returns how
 * many
 */
int
sm_exchanged_digests(uint32_t digests[SM_EXCHANGED], const uint8_t *letters, int length)
{
	int			c = PIECE_CLASS(length);
	uint8_t		word[SM_WORD_MAX];
	int			n = 0;

	if (c <= SHORT_CLASS || length % 2 != 0)
		return 0;
	for (int a = PieceStep(c); a <= PieceLetters(c); a += PieceStep(c))
	{
		memcpy(word, letters, (size_t) length);
		word[a - 1] = letters[a];
		word[a] = letters[a - 1];
		digests[n++] = sm_word_digest(word, length, SM_WORD_LATIN);
	}
	return n;
}

/* Digests of the words that a word of a query is the plural of, or the other way round; returns how many */
int
sm_plural_digests(uint32_t digests[SM_PLURALS], const uint8_t *letters, int length)
{
	uint8_t		word[SM_WORD_MAX];
	int			n = 0;

	if (length >= SM_NEAR_SHORTER && length < SM_WORD_MAX)
	{
		memcpy(word, letters, (size_t) length);
		word[length] = 's';
		digests[n++] = sm_word_digest(word, length + 1, SM_WORD_LATIN);
	}
	if (length >= SM_NEAR_LONGER && letters[length - 1] == 's')
		digests[n++] = sm_word_digest(letters, length - 1, SM_WORD_LATIN);
	return n;
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
