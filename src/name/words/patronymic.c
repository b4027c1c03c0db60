/*
 * The names that Slavic persons have from their fathers: Vladimirovich, Uladzimiravich, Mykolaivna.
 *
 * They say little of who somebody is, and are left out as often as not; but two that are there should be of one name.
 */
#include "name/words/patronymic.h"

#include <string.h>

#include "data/marker_table.h"
#include "data/word_table.h"
#include "name/words/dictionary.h"

/* Letters of the shortest patronymic and of the shortest name that one is made of */
#define PATRONYMIC_LEAST 7
#define STEM_LEAST 2

/* The length of the longest of these ends that a word has, 0 = none */
static int
EndOf(const uint8_t *letters, int length, const SmMarker *ends, int count)
{
	int			longest = 0;

	for (int i = 0; i < count; i++)
	{
		int			end = ends[i].length;

		if (end > longest && length >= end + STEM_LEAST &&
			memcmp(letters + length - end, ends[i].letters, (size_t) end) == 0)
			longest = end;
	}
	return longest;
}

/* The length of the end by which a word is a patronymic, 0 = it is none; behind a given name more ends are */
static int
PatronymicEnd(const SmWord *word, bool behind)
{
	int			end;

	if (word->kind != SM_WORD_LATIN || word->length < PATRONYMIC_LEAST ||
		strchr("hacjzs", word->letters[word->length - 1]) == NULL)
		return 0;
	end = EndOf(word->letters, word->length, sm_patronymic_ends, sm_patronymic_ends_count);
	return end == 0 && behind ?
		EndOf(word->letters, word->length, sm_patronymic_given_ends, sm_patronymic_given_ends_count) : end;
}

/* The length of the end of a word that is a patronymic */
int
sm_patronymic_end(const uint8_t *letters, int length)
{
	int			end = EndOf(letters, length, sm_patronymic_ends, sm_patronymic_ends_count);

	return end > 0 ? end : EndOf(letters, length, sm_patronymic_given_ends, sm_patronymic_given_ends_count);
}

/* The meaning of a known given name, 0 = it is none */
static int
NameOf(const uint8_t *letters, int length)
{
	const SmEntry *entry = length >= STEM_LEAST ? sm_word_lookup(letters, length) : NULL;

	return entry != NULL && entry->meaning >= sm_meaning_names ? entry->meaning : 0;
}

/* The meaning of the given name that a patronymic is made of, 0 = it is not known */
static int
FatherOf(const SmWord *word, int end)
{
	int			stem = word->length - end;
	uint8_t		letters[SM_WORD_MAX + 2];

	memcpy(letters, word->letters, (size_t) stem);
	for (int i = 0; i < sm_patronymic_stems_count; i++)
	{
		const SmMarker *more = &sm_patronymic_stems[i];
		int			name;

		memcpy(letters + stem, more->letters, (size_t) more->length);
		name = NameOf(letters, stem + more->length);
		if (name != 0)
			return name;
	}
	return NameOf(letters, stem - 1);
}

/*
 * Mark the patronymics among the words of a person's name, of which the given ones begin at one, 0 = that is not known:
 * they count two fifths and mean what the father's name means.  A surname in front that looks like one is none.
 */
void
sm_patronymics_mark(SmWord *word, int count, int given)
{
	int			last = -1;

	for (int i = 1; i < count && count > 2; i++)
	{
		int			end = i < given ? 0 : PatronymicEnd(&word[i], given > 0 && i > given);

		if (end == 0)
			continue;
		/* Of two, the last is the surname unless one stands in front */
		if (last > 0 && PatronymicEnd(&word[0], false) == 0 && given == 0)
			break;
		last = i;
		word[i].patronymic = true;
		word[i].bits = (uint8_t) (word[i].bits * 2 / 5);
		word[i].meaning = (uint16_t) FatherOf(&word[i], end);
	}
}
