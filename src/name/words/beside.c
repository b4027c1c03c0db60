/* What stands beside a name and is no part of it: titles, offices, roles, places, labels, words of payments */
#include "name/words/beside.h"

#include <string.h>
#include <unicode/utf8.h>

#include "data/beside_table.h"
#include "name/hash.h"
#include "name/table.h"
#include "name/text/unicode.h"
#include "name/words/tokens.h"

/* What must be left of a name when something glued to it is taken off; behind one letter that stands in front more */
#define LEFT_LEAST 2
#define LEFT_BEHIND_ONE 3

/* Greek, Hebrew and Arabic, of which some letters are one */
#define HAS_BASE(c) (((c) >= 0x370 && (c) < 0x400) || ((c) >= 0x590 && (c) < 0x700))
#define SMALL_IO 0x451
#define SMALL_IE 0x435

/* What stands for a letter in words of the table; 0 = nothing: vowel signs */
static uint32_t
BaseOf(uint32_t c)
{
	const SmBesideLetter *row = sm_table_find(sm_beside_letters, sm_beside_letter_count, sizeof(SmBesideLetter),
											  sm_key_16, c);

	return row != NULL ? row->base : c;
}

/*
 * Bytes of a folded letter as words of the table have it: Latin without its marks; apostrophes vanish, and quotes,
 * which stand inside of abbreviations in Hebrew
 */
static int
Fold(uint8_t out[8], uint32_t c)
{
	const char *fold;
	int32_t		n = 0;

	if (c == '\'' || c == '"' || (HAS_BASE(c) && (c = BaseOf(c)) == 0))
		return 0;
	if (c >= 0x80 && (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)))
	{
		fold = sm_letter_fold(c);
		if (fold != NULL)
		{
			n = (int32_t) strlen(fold);
			memcpy(out, fold, (size_t) n);
			return n;
		}
		c = sm_base_letter(c);
	}
	else if (c == SMALL_IO)
		c = SMALL_IE;
	U8_APPEND_UNSAFE(out, n, c);
	return n;
}

/* Is the word of a number the one with these bytes? */
static inline bool
IsWord(int word, const uint8_t *bytes, int length)
{
	uint32_t	start = sm_beside_starts[word];

	return sm_beside_starts[word + 1] - start == (uint32_t) length &&
		memcmp(sm_beside_pool + start, bytes, (size_t) length) == 0;
}

/*
 * The number of a word, which is letters of one script as names are folded, 0 = no phrase has it.
 * SM_BESIDE_NUMBER stands for each number.
 */
uint16_t
sm_beside_word(const uint32_t *letters, int length)
{
	uint8_t		bytes[SM_BESIDE_BYTES + 8];
	int			n = 0;
	uint32_t	hash = SM_HASH_START;

	for (int i = 0; i < length; i++)
	{
		int			grown;

		if (sm_is_latin(letters[i]) && n < SM_BESIDE_BYTES)
		{
			bytes[n++] = (uint8_t) letters[i];
			hash = sm_hash_add(hash, letters[i]);
			continue;
		}
		grown = Fold(bytes + n, letters[i]);
		if (n + grown > SM_BESIDE_BYTES)
			return 0;
		for (; grown > 0; grown--)
			hash = sm_hash_add(hash, bytes[n++]);
	}
	hash %= SM_BESIDE_SLOTS;
	if (!(sm_beside_filled[hash / 8] >> hash % 8 & 1))
		return 0;
	for (uint32_t slot = hash; sm_beside_slots[slot] != 0; slot = (slot + 1) % SM_BESIDE_SLOTS)
		if (IsWord(sm_beside_slots[slot], bytes, n))
			return sm_beside_slots[slot];
	return 0;
}

/* The node that goes on from a node with a word, or NULL */
static const SmBesideNode *
GoOn(const SmBesideNode *node, uint16_t word)
{
	int			low = node->first;
	int			high = node->first + node->count;

	while (low < high)
	{
		int			middle = (low + high) / 2;

		if (sm_beside_nodes[middle].word < word)
			low = middle + 1;
		else
			high = middle;
	}
	return low < node->first + node->count && sm_beside_nodes[low].word == word ? &sm_beside_nodes[low] : NULL;
}

/*
 * The longest phrase that starts with the first of some words, told by their numbers; false if none does.
 * The caller gives no more words than what parts them lets be one phrase, and says whether they stand in brackets and
 * beside a ship: some phrases count only there, (M) and -ho.
 */
bool
sm_beside_find(SmBeside *found, const uint16_t *words, int count, unsigned where)
{
	const SmBesideNode *node = count > 0 && words[0] != 0 ? &sm_beside_nodes[words[0]] : NULL;
	bool		number = false;

	found->kind = SM_BESIDE_NONE;
	for (int n = 1; node != NULL; n++)
	{
		number = number || words[n - 1] == SM_BESIDE_NUMBER;
		if (node->kind != SM_BESIDE_NONE && (node->stands & SM_BESIDE_ONLY & ~where) == 0)
			*found = (SmBeside) {node->kind, node->stands, (uint8_t) n, number};
		node = n < count && node->count > 0 && words[n] != 0 ? GoOn(node, words[n]) : NULL;
	}
	return found->kind != SM_BESIDE_NONE;
}

/* What of a hash is the text of some code points, which step forwards or back; NULL = none is */
static const SmGlued *
LookupGlued(const uint16_t *slots, uint32_t hash, const uint32_t *letters, int length, int step)
{
	for (uint32_t slot = hash % SM_GLUED_SLOTS; slots[slot] != 0; slot = (slot + 1) % SM_GLUED_SLOTS)
	{
		const SmGlued *glued = &sm_glued[slots[slot] - 1];
		const uint16_t *text = sm_glued_pool + glued->text + (step > 0 ? 0 : glued->length - 1);
		int			i = 0;

		if (glued->length != length)
			continue;
		while (i < length && letters[i * step] == text[i * step])
			i++;
		if (i == length)
			return glued;
	}
	return NULL;
}

/* The longest of a hash that leaves enough of a word, from its first or its last letter on */
static bool
FindGlued(SmBeside *found, const uint16_t *slots, const uint32_t *from, int length, int step)
{
	uint32_t	hash = SM_HASH_START;

	found->kind = SM_BESIDE_NONE;
	for (int n = 1; n <= SM_GLUED_MOST && length - n >= LEFT_LEAST; n++)
	{
		const SmGlued *glued;

		hash = sm_hash_add(hash, from[(n - 1) * step]);
		if (step > 0 && n == 1 && length - n < LEFT_BEHIND_ONE)
			continue;
		glued = LookupGlued(slots, hash, from, n, step);
		if (glued != NULL)
			*found = (SmBeside) {glued->kind, step > 0 ? SM_BESIDE_FRONT : SM_BESIDE_BEHIND, (uint8_t) n, false};
	}
	return found->kind != SM_BESIDE_NONE;
}

/* The longest that is glued behind a name in Hangul, Chinese characters or kana, of which two letters must be left */
bool
sm_beside_suffix(SmBeside *found, const uint32_t *letters, int length)
{
	return length > LEFT_LEAST && FindGlued(found, sm_glued_behind, letters + length - 1, length, -1);
}

/* The longest that is glued in front of one, of which two letters must be left, or three behind a single one */
bool
sm_beside_prefix(SmBeside *found, const uint32_t *letters, int length)
{
	return length > LEFT_LEAST && FindGlued(found, sm_glued_front, letters, length, 1);
}
