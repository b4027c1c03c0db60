#include "name/words/words.h"

#include <string.h>

#include "data/word_table.h"
#include "name/words/pack.h"
#include "name/node/words_summary.h"
#include "name/words/word.h"

/* Bits above those of the forms: a member is a person, an organisation, neither for certain */
#define MEMBER_PERSON (1 << 12)
#define MEMBER_ORGANISATION (1 << 13)
#define MEMBER_OTHER (1 << 14)

/* What a key is of: part of its hash */
typedef enum KeyKind
{
	KEY_WHOLE,					/* sound of a word, an initial, a word of another script */
	KEY_NUMBER,
	KEY_MEANING,
	KEY_PREFIX,					/* first letters of a word and its class of length */
	KEY_SUFFIX,					/* last letters */
	KEY_LONG_PREFIX,			/* first letters and the last one */
	KEY_LONG_SUFFIX				/* first letter and the last ones */
} KeyKind;

/* Hash of a key, never SM_NO_KEY */
static uint32_t
Key(KeyKind kind, const uint8_t *bytes, int length, int extra)
{
	uint32_t	hash = sm_word_hash(bytes, length);

	hash = (hash ^ (uint32_t) (kind * 64 + extra)) * 0x9E3779B1u;
	hash ^= hash >> 15;
	hash *= 0x85EBCA77u;
	hash ^= hash >> 16;
	return hash != SM_NO_KEY ? hash : 1;
}

/* Key of a whole word by its sound */
static uint32_t
WholeKey(const uint8_t *letters, int length, int kind)
{
	uint8_t		class[SM_CLASS_MAX];
	uint8_t		key[SM_CLASS_MAX];
	int			n;

	if (kind == SM_WORD_NUMBER)
		return Key(KEY_NUMBER, letters, length, 0);
	if (kind != SM_WORD_LATIN)
		return Key(KEY_WHOLE, letters, length, 0);
	n = sm_word_class(class, letters, length);
	n = sm_word_key(key, class, n);
	return Key(KEY_WHOLE, key, n, 0);
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

/* Note all keys of a word */
static void
AddKeys(SmWordsSummary *summary, SmWordKeys keys)
{
	sm_words_summary_key(summary, keys.whole);
	for (int i = 0; i < SM_KEY_PIECES; i++)
		sm_words_summary_key(summary, keys.piece[i]);
}

/* Are all these pieces there, but for those that are none? */
static bool
HasPieces(const uint8_t *summary, const uint32_t *piece)
{
	for (int i = 0; i < SM_KEY_PIECES; i++)
		if (piece[i] != SM_NO_KEY && !sm_words_summary_has(summary, piece[i]))
			return false;
	return true;
}

/* Are all keys there that a word has? */
static bool
HasKeys(const uint8_t *summary, const SmWordKeys *keys)
{
	return sm_words_summary_has(summary, keys->whole) && HasPieces(summary, keys->piece);
}

/* Two bytes, low first */
static int
GetPair(const uint8_t *bytes)
{
	return bytes[0] | bytes[1] << 8;
}

/* Keys of the pieces of class c of a word; returns how many */
static int
PieceKeys(uint32_t *keys, const uint8_t *letters, int length, int c)
{
	const uint8_t *end = letters + length;
	uint8_t		ends[SHORT_CLASS + 1];

	if (c > SHORT_CLASS)
	{
		keys[0] = Key(KEY_PREFIX, letters, c, c);
		keys[1] = Key(KEY_SUFFIX, end - c, c, c);
		return 2;
	}
	keys[0] = Key(KEY_PREFIX, letters, c + 1, c);
	keys[1] = Key(KEY_SUFFIX, end - c - 1, c + 1, c);
	memcpy(ends, letters, c);
	ends[c] = end[-1];
	keys[2] = Key(KEY_LONG_PREFIX, ends, c + 1, c);
	ends[0] = letters[0];
	memcpy(ends + 1, end - c, c);
	keys[3] = Key(KEY_LONG_SUFFIX, ends, c + 1, c);
	return SM_KEY_PIECES;
}

/* All keys under which a member holds a word */
static SmWordKeys
WordKeys(const uint8_t *letters, int length, int kind)
{
	SmWordKeys keys = {WholeKey(letters, length, kind), {SM_NO_KEY}};

	if (kind == SM_WORD_LATIN && length >= SM_NEAR_SHORTER)
		PieceKeys(keys.piece, letters, length, PIECE_CLASS(length));
	return keys;
}

/*
 * Keys of n words from i on, joined; a whole key of SM_NO_KEY if they cannot be one word.  With a
 * particle among them they may make it by sound, and only the whole key is sure.
 */
static SmWordKeys
JoinedKeys(const SmView *view, int i, int n, bool *particle)
{
	SmWordKeys none = {SM_NO_KEY, {SM_NO_KEY}};
	int			length = 0;

	*particle = false;
	for (int k = i; k < i + n; k++)
	{
		if (k >= view->count || SM_VIEW_KIND(view, k) != SM_WORD_LATIN ||
			(k > i && k == view->given))
			return none;
		length += SM_VIEW_LENGTH(view, k);
		*particle = *particle || SM_VIEW_LENGTH(view, k) <= SM_PARTICLE_LENGTH;
	}
	if (length > SM_WORD_MAX || (n > 2 && !*particle))
		return none;
	if (!*particle)
		return WordKeys(view->word[i], length, SM_WORD_LATIN);
	none.whole = WholeKey(view->word[i], length, SM_WORD_LATIN);
	return none;
}

/* Add a reading to a summary; a name without words leaves it as it is */
void
sm_words_summary_add(SmWordsSummary *summary, const uint8_t *reading)
{
	SmView		view;
	int			self = GetPair(reading + 3);

	sm_words_open(&view, reading);
	if (view.count == 0)
		return;
	summary->least = (uint16_t) (self < summary->least ? self : summary->least);
	summary->most = (uint16_t) (self > summary->most ? self : summary->most);
	summary->members |= (uint16_t) (1 << (view.flags & SM_FLAG_FORM) |
									(SM_FLAGS_PERSON(view.flags) ? MEMBER_PERSON :
									 view.flags & SM_FLAG_ORGANISATION ? MEMBER_ORGANISATION : MEMBER_OTHER));
	for (int i = 0; i < view.count; i++)
	{
		uint8_t		meaning = SM_VIEW_MEANING(&view, i);

		AddKeys(summary, WordKeys(view.word[i], SM_VIEW_LENGTH(&view, i), SM_VIEW_KIND(&view, i)));
		if (meaning != 0)
			sm_words_summary_key(summary, Key(KEY_MEANING, &meaning, 1, 0));
		for (int n = 2; n <= SM_JOIN_WORDS; n++)
		{
			bool		particle;
			SmWordKeys joined = JoinedKeys(&view, i, n, &particle);

			if (particle)
				AddKeys(summary, joined);
		}
	}
}

/* Keys under which members hold words one edit from a word of the query; returns how many */
static int
ProbeNear(uint32_t *pieces, const uint8_t *letters, int length)
{
	int			n = 0;

	for (int class = PIECE_CLASS(length - 1); class <= PIECE_CLASS(length + 1); class++)
	{
		if (length < SM_NEAR_SHORTER || class < PIECE_CLASS(SM_NEAR_SHORTER))
			continue;
		n += PieceKeys(pieces + n, letters, length, class);
	}
	return n;
}

/* Keys of a word of an even number of letters with the two in the middle exchanged */
static SmWordKeys
ExchangedKeys(const uint8_t *letters, int length)
{
	SmWordKeys keys = {SM_NO_KEY, {SM_NO_KEY}};
	uint8_t		word[SM_WORD_MAX];

	if (length % 2 != 0 || length < SM_NEAR_LONGER)
		return keys;
	memcpy(word, letters, length);
	word[length / 2 - 1] = letters[length / 2];
	word[length / 2] = letters[length / 2 - 1];
	PieceKeys(keys.piece, word, length, length / 2);
	return keys;
}

/* Prepare a query to be held against readings */
void
sm_words_probe(SmWordsProbe *probe, const uint8_t *query)
{
	probe->query = query;
	sm_word_heads(&probe->heads, query);
	probe->self = sm_words_self(query);
}

/* Prepare it to be held against nodes as well */
void
sm_words_probe_nodes(SmWordsProbe *probe)
{
	SmView		view;

	sm_words_open(&view, probe->query);
	probe->count = view.count;
	for (int i = 0; i < view.count; i++)
	{
		int			length = SM_VIEW_LENGTH(&view, i);
		int			kind = SM_VIEW_KIND(&view, i);
		uint8_t		meaning = SM_VIEW_MEANING(&view, i);
		const uint8_t *letters = view.word[i];
		int			splits = kind == SM_WORD_LATIN && length > 7 ? length - 7 : 0;
		bool		particle;

		probe->word[i].kind = (uint8_t) kind;
		probe->word[i].bits = SM_VIEW_BITS(&view, i);
		probe->word[i].near = sm_words_near(probe->word[i].bits, length + 1, SM_NEAR_TENTHS);
		probe->word[i].sure = probe->word[i].near;
		if (length <= SM_CROWDED_LENGTH && probe->word[i].bits > SM_GENERIC_BITS)
			probe->word[i].sure = sm_words_near(SM_GENERIC_BITS, length + 1, SM_NEAR_TENTHS);
		probe->word[i].missing = kind == SM_WORD_NUMBER ? 0 :
			sm_words_missing(probe->word[i].bits, false);
		probe->word[i].missing_person = kind == SM_WORD_NUMBER || view.count < 3 ?
			probe->word[i].missing : sm_words_missing(probe->word[i].bits, true);
		probe->word[i].whole = WholeKey(letters, length, kind);
		probe->word[i].meaning = meaning ? Key(KEY_MEANING, &meaning, 1, 0) : SM_NO_KEY;
		probe->word[i].initial = kind == SM_WORD_LATIN ?
			WholeKey(letters, 1, SM_WORD_INITIAL) : SM_NO_KEY;
		probe->word[i].piece_count = 0;
		if (kind == SM_WORD_LATIN)
		{
			probe->word[i].piece_count = (uint8_t) ProbeNear(probe->word[i].pieces, letters, length);
			probe->word[i].exchanged = ExchangedKeys(letters, length);
		}
		probe->word[i].joined[0] = JoinedKeys(&view, i, 2, &particle);
		probe->word[i].joined[1] = JoinedKeys(&view, i, 3, &particle);
		probe->word[i].splits = (uint8_t) splits;
		for (int k = 0; k < splits; k++)
		{
			probe->word[i].head[k] = WordKeys(letters, k + 4, SM_WORD_LATIN);
			probe->word[i].tail[k] = WordKeys(letters + k + 4, length - k - 4, SM_WORD_LATIN);
		}
	}
}

/* May two neighbours of a member make this word?  If one is a particle, the member has its key. */
static bool
MaySplit(const SmWordsProbe *probe, int i, const uint8_t *summary)
{
	for (int k = 0; k < probe->word[i].splits; k++)
		if (HasKeys(summary, &probe->word[i].head[k]) && HasKeys(summary, &probe->word[i].tail[k]))
			return true;
	return false;
}

/* May a member have a word one edit from word i? */
static bool
MayBeNear(const SmWordsProbe *probe, int i, const uint8_t *summary)
{
	for (int k = 0; k < probe->word[i].piece_count; k++)
		if (sm_words_summary_has(summary, probe->word[i].pieces[k]))
			return true;
	return probe->word[i].piece_count > 0 && probe->word[i].exchanged.piece[0] != SM_NO_KEY &&
		HasPieces(summary, probe->word[i].exchanged.piece);
}

/* Most that word i, of a person or not, brings but for joins and for words one edit apart */
static SmWeight
MostOfWord(const SmWordsProbe *probe, int i, const uint8_t *summary, bool person)
{
	SmWeight	bits = probe->word[i].bits;
	SmWeight	most = -(person ? probe->word[i].missing_person : probe->word[i].missing);

	if (sm_words_summary_has(summary, probe->word[i].whole) || MaySplit(probe, i, summary))
		return bits;
	if (bits - SM_MEANING_COST > most && sm_words_summary_has(summary, probe->word[i].meaning))
		most = bits - SM_MEANING_COST;
	/* An initial of the query may meet any word, a word of the query an initial */
	if (probe->word[i].kind == SM_WORD_INITIAL || probe->word[i].kind == SM_WORD_SCRIPT ||
		sm_words_summary_has(summary, probe->word[i].initial))
	{
		SmWeight	initial = bits < SM_INITIAL_WEIGHT ? bits : SM_INITIAL_WEIGHT;

		most = initial > most ? initial : most;
	}
	return most;
}

/* What pairs one edit apart add: the best its weight, the others half */
typedef struct NearSum
{
	SmWeight	halves;
	SmWeight	best;			/* most that a whole adds to a half */
} NearSum;

/* Add a pair of this weight in place of what the word brings otherwise */
static void
AddNear(NearSum *sum, SmWeight near, SmWeight most)
{
	SmWeight	half = near / 2 > most ? near / 2 : most;

	sum->halves += half - most;
	if (near - half > sum->best)
		sum->best = near - half;
}

/* Most that the words bring, each most[] or joined with its neighbours to a word of any bits */
static SmWeight
MostOfRuns(const SmWordsProbe *probe, const uint8_t *summary, const SmWeight *most)
{
	SmWeight	best[SM_WORDS_KEPT + 1];

	best[probe->count] = 0;
	for (int i = probe->count - 1; i >= 0; i--)
	{
		SmWeight	bits = probe->word[i].bits;

		best[i] = most[i] + best[i + 1];
		for (int n = 2; n <= SM_JOIN_WORDS && i + n <= probe->count; n++)
		{
			SmWeight	joined;

			bits += probe->word[i + n - 1].bits;
			joined = (bits < SM_WORD_MOST ? bits : SM_WORD_MOST) - SM_JOIN_COST + best[i + n];
			if (joined > best[i] && HasKeys(summary, &probe->word[i].joined[n - 2]))
				best[i] = joined;
		}
	}
	return best[0];
}

/* May a query of these flags be compared as a person with any of the members? */
static bool
MayBePerson(int flags, int members)
{
	if (flags & SM_FLAG_ORGANISATION)
		return false;
	return members & (flags & SM_FLAG_PERSON ? MEMBER_PERSON | MEMBER_OTHER : MEMBER_PERSON);
}

/* Most that is let off the evidence asked for: what a comparison not of persons is */
static SmWeight
Tolerance(int flags, int members)
{
	if (flags & SM_FLAG_ORGANISATION)
		return SM_EVIDENCE_NO_PERSON +
			(members & MEMBER_ORGANISATION ? SM_EVIDENCE_ORGANISATION : 0);
	if (members & (flags & SM_FLAG_PERSON ? MEMBER_ORGANISATION : MEMBER_ORGANISATION | MEMBER_OTHER))
		return SM_EVIDENCE_NO_PERSON;
	return 0;
}

/*
 * Upper bound of the similarity of a query with any member of a node.
 *
 * A word of the query is aligned over one of the channels of sm_words_weight, and each needs a
 * key that both have: words equal, variant or alike in sound the whole key; words one edit apart
 * a piece; words of one meaning their meaning; an initial its letter; joined words the keys of
 * what they make; the parts of a split word their own keys or, if one of them is a particle, the
 * key of what they make.  A word earns at most the value of the best channel whose keys are set,
 * and of the pairs one edit apart all but the best earn half; a word without a key is missing,
 * which costs least in a person's name, if there may be one.  What is left out only costs.
 * Pairs one edit apart are sure, or the weight lacks as much as the evidence does of SM_EVIDENCE.
 * So W <= x, the greater sum, and W <= either self weight.  S = 2 W / (self q + self m) with
 * self m >= max(least self in the node, W), and 2x / (q + max(m, x)) grows with x.
 */
int
sm_words_probe_bound(const SmWordsProbe *probe, const uint8_t *summary)
{
	SmWeight	most[SM_WORDS_KEPT];
	SmWeight	least_self = (SmWeight) GetPair(summary) * (SM_BIT / SM_WORD_BIT);
	SmWeight	most_self = (SmWeight) GetPair(summary + 2) * (SM_BIT / SM_WORD_BIT) +
		SM_FORM_WEIGHT;
	SmWeight	sum;
	SmWeight	lost = 0;
	SmWeight	unsure;
	SmWeight	lack = SM_EVIDENCE;
	NearSum		near = {0, 0};
	NearSum		sure = {0, 0};
	int			members = GetPair(summary + 4);
	int			form = probe->query[1] & SM_FLAG_FORM;
	bool		person = MayBePerson(probe->query[1], members);

	if (probe->count == 0 || GetPair(summary + 2) == 0)
		return 0;
	for (int i = 0; i < probe->count; i++)
	{
		most[i] = MostOfWord(probe, i, summary, person);
		lost += most[i] < 0 ? most[i] : 0;
		if (most[i] < probe->word[i].near && MayBeNear(probe, i, summary))
		{
			AddNear(&near, probe->word[i].near, most[i]);
			AddNear(&sure, probe->word[i].sure, most[i]);
			lost -= most[i] < 0 ? most[i] : 0;
		}
	}
	sum = MostOfRuns(probe, summary, most);
	unsure = sum + near.halves + near.best;
	sum += sure.halves + sure.best;
	lack -= Tolerance(probe->query[1], members);
	lack -= unsure - lost;
	if (lack > 0)
		unsure -= lack;
	if (unsure > sum)
		sum = unsure;
	if (form != SM_FORM_NONE && (members >> form & 1))
		sum += SM_FORM_WEIGHT;
	if (sum > probe->self)
		sum = probe->self;
	if (sum > most_self)
		sum = most_self;
	return sm_words_share(sum, (int64_t) probe->self + (least_self > sum ? least_self : sum));
}

/* The same for one summary */
int
sm_words_bound(const uint8_t *query, const uint8_t *summary)
{
	SmWordsProbe probe;

	sm_words_probe(&probe, query);
	sm_words_probe_nodes(&probe);
	return sm_words_probe_bound(&probe, summary);
}

/* The heaviest word but one; of equal ones the first in the alphabet; -1 = there is none */
static int
Heaviest(const SmView *view, int but)
{
	int			best = -1;

	for (int i = 0; i < view->count; i++)
	{
		if (i == but)
			continue;
		if (best < 0 || SM_VIEW_BITS(view, i) > SM_VIEW_BITS(view, best))
			best = i;
		else if (SM_VIEW_BITS(view, i) == SM_VIEW_BITS(view, best))
		{
			int			length = SM_VIEW_LENGTH(view, i);
			int			other = SM_VIEW_LENGTH(view, best);
			int			order = memcmp(view->word[i], view->word[best],
									   length < other ? length : other);

			if (order < 0 || (order == 0 && length < other))
				best = i;
		}
	}
	return best;
}

/* Five bits per letter of the start of a word; other scripts come last, by what their bytes say */
static uint32_t
Letters(const SmView *view, int i, int n)
{
	uint32_t	key = 0;

	for (int k = 0; k < n; k++)
	{
		uint32_t	code = 0;

		if (i >= 0 && k < SM_VIEW_LENGTH(view, i))
		{
			uint8_t		c = view->word[i][k];

			code = c >= 'a' && c <= 'z' ? (uint32_t) (c - 'a' + 1) :
				c < 0x80 ? 27 : 28 + (c & 3u);
		}
		key = key << 5 | code;
	}
	return key;
}

/*
 * Position: organisations after others, then by self weight, both of which bound best; then four
 * letters of the heaviest word, one of the next.
 */
uint32_t
sm_words_sort_key(const uint8_t *reading)
{
	static const uint8_t limit[] = {9, 12, 15, 18, 20, 22, 24, 26, 28, 31, 34, 38, 43, 50, 60};
	SmView		view;
	uint32_t	class = 0;
	int			first;
	int			second;

	while (class < sizeof(limit) && GetPair(reading + 3) >= limit[class] * SM_WORD_BIT)
		class++;
	sm_words_open(&view, reading);
	first = Heaviest(&view, -1);
	second = first < 0 ? -1 : Heaviest(&view, first);
	return (reading[1] & SM_FLAG_ORGANISATION ? UINT32_C(1) << 30 : 0) | class << 26 |
		Letters(&view, first, 4) << 6 | Letters(&view, second, 1) << 1;
}
