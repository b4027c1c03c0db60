/* The words of a name, packed: what is stored, compared and indexed of them */
#include "name/words/pack.h"

#include <string.h>

#include "data/word_table.h"
#include "data/word_weight_table.h"
#include "name/hash.h"
#include "name/script/skeleton.h"
#include "name/words/korean_word.h"
#include "name/words/skeleton.h"
#include "name/words/sound.h"
#include "name/words/weights.h"
#include "name/words/words.h"

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

/* The bytes of a word that say which others it can be aligned with */
static void
PackKeys(uint8_t *out, const SmWord *word)
{
	const uint8_t *letters = word->letters;
	int			length = word->length;
	uint8_t		class[SM_CLASS_MAX];
	uint8_t		key[SM_CLASS_MAX];
	uint32_t	hash;

	memset(out, 0, SM_PACK_WORD - 2);
	if (word->kind == SM_WORD_LATIN)
	{
		int			n = sm_word_class(class, letters, length);

		n = sm_word_frame(key, class, n);
		hash = sm_word_hash(key, n);
		if (length >= SM_NEAR_SHORTER)
		{
			out[2] = sm_pair_code(letters[0], letters[1]);
			out[3] = sm_pair_code(letters[length - 2], letters[length - 1]);
		}
		out[4] = sm_begin_code(letters[0], letters[1]);
	}
	else
		hash = sm_word_hash(letters, length);
	out[0] = sm_head_hash(hash);
	out[1] = (uint8_t) word->meaning;
	out[5] = (uint8_t) (word->meaning >> 8);
}

/* Read a name into at most SM_WORDS_PACKED_MAX bytes; returns their number */
int
sm_words_pack(uint8_t *out, const SmText *text, SmNamed named)
{
	SmWords		words;
	uint8_t    *head = out + SM_PACK_HEADER;
	uint8_t    *letters;
	int			self = 0;
	bool		initial = false;
	bool		skeleton = false;

	sm_words_read(&words, text, named);
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
		skeleton = skeleton || (word->kind == SM_WORD_SCRIPT && sm_is_skeleton(word->letters));
		memcpy(letters, word->letters, word->length);
		letters += word->length;
		self += word->bits;
	}
	out[0] = (uint8_t) words.count;
	out[1] = (uint8_t) (words.form | (words.given ? SM_FLAG_PERSON : 0) |
						(words.organisation ? SM_FLAG_ORGANISATION : 0) |
						(initial ? SM_FLAG_INITIAL : 0) | (skeleton ? SM_FLAG_SKELETON : 0));
	out[2] = (uint8_t) (words.given | (sm_all_may_be_korean(&words) ? SM_GIVEN_KOREAN : 0));
	out[3] = (uint8_t) (self & 0xFF);
	out[4] = (uint8_t) (self >> 8);
	return (int) (letters - out);
}

/* Note what a name is of of which it is known from elsewhere */
void
sm_words_tell(uint8_t *words, SmNamed named)
{
	if (named == SM_NAMED_PERSON)
		words[1] = (uint8_t) ((words[1] & ~SM_FLAG_ORGANISATION) | SM_FLAG_PERSON);
	else if (named == SM_NAMED_THING)
		words[1] = (uint8_t) ((words[1] & ~SM_FLAG_PERSON) | SM_FLAG_ORGANISATION);
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

/* Is a number one of the words?  Only their heads are looked at */
bool
sm_words_have_number(const uint8_t *words)
{
	SmView		view;

	sm_words_open_heads(&view, words);
	for (int i = 0; i < view.count; i++)
		if (SM_VIEW_KIND(&view, i) == SM_WORD_NUMBER)
			return true;
	return false;
}

/* Self weight: the bits of all words, and of the legal form if there is one */
SmWeight
sm_words_self(const uint8_t *a)
{
	SmWeight	bits = (SmWeight) SM_PACK_SELF(a) * (SM_BIT / SM_WORD_BIT);

	return bits > 0 && (a[1] & SM_FLAG_FORM) != SM_FORM_NONE ? bits + SM_FORM_WEIGHT : bits;
}

/* End of the words that begin at in, whose heads are there; NULL if they are damaged or go beyond the end given */
const uint8_t *
sm_words_end(const uint8_t *in, const uint8_t *end)
{
	SmView		view;
	int			letters = 0;

	sm_words_open_heads(&view, in);
	if (view.count == 0)
		return NULL;
	for (int i = 0; i < view.count; i++)
	{
		int			length = SM_VIEW_LENGTH(&view, i);

		if (length < (SM_VIEW_KIND(&view, i) == SM_WORD_LATIN ? 2 : 1) || length > SM_WORD_MAX)
			return NULL;
		letters += length;
	}
	in = view.head + SM_PACK_WORD * view.count;
	return end - in < letters ? NULL : in + letters;
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
		if (SM_VIEW_KIND(&view, i) == SM_WORD_SCRIPT && sm_is_skeleton(view.word[i]))
		{
			n += sm_skeleton_text(out + n, view.word[i], length);
			continue;
		}
		memcpy(out + n, view.word[i], length);
		n += length;
	}
	return n;
}
