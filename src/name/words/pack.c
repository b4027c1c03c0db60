#include "name/words/words.h"

#include <string.h>

#include "data/word_table.h"
#include "name/words/pack.h"
#include "name/words/word.h"

/* The heaviest words of a name: clears their marks of the others, lightest and last first */
static void
DropLightest(SmWords *words)
{
	while (words->count > SM_WORDS_KEPT)
	{
		int			drop = 0;

		for (int i = 1; i < words->count; i++)
			if (words->word[i].bits <= words->word[drop].bits)
				drop = i;
		if (drop < words->given)
			words->given--;
		words->count--;
		memmove(&words->word[drop], &words->word[drop + 1],
				(words->count - drop) * sizeof(SmWord));
	}
}

/* A byte of two letters, never 0 or 255 */
static uint8_t
PairCode(uint8_t a, uint8_t b)
{
	return (uint8_t) (1 + ((a - 'a') * 26 + (b - 'a')) % 251);
}

/* The bytes of a word that say which others it can be aligned with */
static void
PackKeys(uint8_t *out, const SmWord *word)
{
	const uint8_t *letters = word->letters;
	int			length = word->length;
	uint8_t		class[SM_CLASS_MAX];
	uint8_t		key[SM_CLASS_MAX];
	uint32_t	hash;

	memset(out, 0, 5);
	if (word->kind == SM_WORD_LATIN)
	{
		int			n = sm_word_class(class, letters, length);

		n = sm_word_key(key, class, n);
		hash = sm_word_hash(key, n);
		if (length >= SM_NEAR_SHORTER)
		{
			out[2] = PairCode(letters[0], letters[1]);
			out[3] = PairCode(letters[length - 2], letters[length - 1]);
		}
		out[4] = PairCode(sm_is_vowel(letters[0]) ? 'a' : letters[0],
						  sm_is_vowel(letters[1]) ? 'a' : letters[1]);
	}
	else
		hash = sm_word_hash(letters, length);
	out[0] = (uint8_t) (hash ^ hash >> 8 ^ hash >> 16 ^ hash >> 24);
	out[1] = word->meaning;
}

/* Read a name into at most SM_WORDS_PACKED_MAX bytes; returns their number */
int
sm_words_pack(uint8_t *out, const SmText *text)
{
	SmWords		words;
	uint8_t    *head = out + SM_PACK_HEADER;
	uint8_t    *letters;
	int			self = 0;
	bool		initial = false;

	sm_words_read(&words, text);
	DropLightest(&words);
	letters = head + SM_PACK_WORD * words.count;
	for (int i = 0; i < words.count; i++)
	{
		const SmWord *word = &words.word[i];

		*head++ = (uint8_t) (word->length | word->kind << 5 | (word->patronymic ? 0x80 : 0));
		*head++ = word->bits;
		PackKeys(head, word);
		head += SM_PACK_WORD - 2;
		initial = initial || word->kind == SM_WORD_INITIAL;
		memcpy(letters, word->letters, word->length);
		letters += word->length;
		self += word->bits;
	}
	out[0] = (uint8_t) words.count;
	out[1] = (uint8_t) (words.form | (words.given ? SM_FLAG_PERSON : 0) |
						(words.organisation ? SM_FLAG_ORGANISATION : 0) |
						(initial ? SM_FLAG_INITIAL : 0));
	out[2] = (uint8_t) words.given;
	out[3] = (uint8_t) (self & 0xFF);
	out[4] = (uint8_t) (self >> 8);
	return (int) (letters - out);
}

/* Find the words of a packed reading */
void
sm_words_open(SmView *view, const uint8_t *reading)
{
	const uint8_t *letters;

	sm_words_open_heads(view, reading);
	letters = view->head + SM_PACK_WORD * view->count;
	for (int i = 0; i < view->count; i++)
	{
		view->word[i] = letters;
		letters += SM_VIEW_LENGTH(view, i);
	}
}

/* Self weight: the bits of all words, and of the legal form if there is one */
SmWeight
sm_words_self(const uint8_t *a)
{
	SmWeight	bits = (SmWeight) (a[3] | a[4] << 8) * (SM_BIT / SM_WORD_BIT);

	return bits > 0 && (a[1] & SM_FLAG_FORM) != SM_FORM_NONE ? bits + SM_FORM_WEIGHT : bits;
}

/* The share of a weight, in 1/65536, that is the built-in threshold: .60 */
#define THRESHOLD_SHARE 39322

/* Share of a weight in the mean of two self weights, mapped so that .60 is the threshold */
int
sm_words_share(int64_t weight, int64_t self_sum)
{
	int64_t		share;

	if (weight <= 0 || self_sum <= 0)
		return 0;
	share = 2 * weight * 65536 / self_sum;
	if (share >= 65536)
		return SM_SIMILARITY_ONE;
	if (share <= THRESHOLD_SHARE)
		return (int) (share * SM_THRESHOLD / THRESHOLD_SHARE);
	return SM_THRESHOLD +
		(int) ((share - THRESHOLD_SHARE) * (SM_SIMILARITY_ONE - SM_THRESHOLD) /
			   (65536 - THRESHOLD_SHARE));
}

/* The least share, in 1/65536, that may reach a similarity of 1 to 1000 thousandths */
int64_t
sm_words_least_share(int threshold)
{
	int			range = SM_SIMILARITY_ONE - SM_THRESHOLD;

	if (threshold <= SM_THRESHOLD)
		return (THRESHOLD_SHARE * threshold + SM_THRESHOLD - 1) / SM_THRESHOLD;
	return THRESHOLD_SHARE +
		((65536 - THRESHOLD_SHARE) * (threshold - SM_THRESHOLD) + range - 1) / range;
}

/* The least weight that may reach a similarity of 1 to 1000 thousandths; no greater one fails */
SmWeight
sm_words_least(int threshold, int64_t self_sum)
{
	return (SmWeight) ((sm_words_least_share(threshold) * self_sum + 131071) / 131072);
}

/* Similarity in thousandths; 1000 only if all words and numbers are equal, else at most 980 */
int
sm_words_similarity(SmWeight weight, SmWeight self_a, SmWeight self_b)
{
	int			similarity;

	if (self_a <= 0 || self_b <= 0)
		return 0;
	if (weight == self_a && weight == self_b)
		return SM_SIMILARITY_ONE;
	similarity = sm_words_share(weight, (int64_t) self_a + self_b);
	return similarity > 980 ? 980 : similarity;
}

/* Words of a reading with blanks between */
int
sm_words_text(char *out, const uint8_t *reading, int from, int count)
{
	SmView		view;
	int			n = 0;

	sm_words_open(&view, reading);
	for (int i = from; i < from + count && i < view.count; i++)
	{
		int			length = SM_VIEW_LENGTH(&view, i);

		if (n > 0)
			out[n++] = ' ';
		memcpy(out + n, view.word[i], length);
		n += length;
	}
	return n;
}
