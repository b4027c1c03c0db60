/*
 * Checks that a name is found by another of whose words some are one edit apart, or plurals, or that is derived from it,
 * at the highest threshold at which the two match: there nothing that blocking keys leave out is made up for by other
 * words.  In a list in memory, and by the keys of a stored index.  Runs from the top of the project, whose TSV it reads.
 */
#include <stdlib.h>

#include "name/lookup/index_keys.h"
#include "name/lookup/names_index.h"
#include "name/lookup/names_search.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "derived.h"
#include "taken_keys.h"


/* What is done to a word */
typedef enum Edit
{
	PLURAL,
	ANOTHER_LETTER,
	LETTER_MORE,
	LETTER_LESS,
	LETTERS_TURNED,
	DERIVED,					/* of the whole name: anything else */
	EDITS
} Edit;

static const char *const edits[EDITS] = {
	"plural", "another letter", "a letter more", "a letter less", "turned round", "derived"
};

/* Has a name that is looked up in a stored index a key in common with a row, at a threshold? */
static bool
IsIndexed(const uint8_t *reading, const uint8_t *row, int threshold)
{
	static Keys asked;
	static Keys kept;

	asked.count = kept.count = 0;
	sm_index_keys(reading, threshold, SM_KEYS_OF_PROBE, &(SmKeySink) {TakeKey, &asked});
	sm_index_keys(row, threshold, SM_KEYS_OF_MEMBER, &(SmKeySink) {TakeKey, &kept});
	SortKeys(&asked);
	SortKeys(&kept);
	return HaveCommon(&asked, &kept);
}

/* Is a row found in a list of it alone, which is prepared for the threshold? */
static bool
IsListed(const uint8_t *reading, const uint8_t *row, int length, int threshold)
{
	static uint8_t kept[SM_READING_MAX + SM_READING_UNIT];
	uint32_t	offset;
	SmReadings	members = {kept, &offset, 1};
	SmNamesIndex index;
	SmNamesSearch search;
	bool		found;

	(void) KeepMember(kept, 0, &offset, row, length);
	sm_names_index_build(&index, &memory, &members, threshold);
	sm_names_search_start(&search, &index, &memory);
	found = sm_names_search_find(&search, reading, threshold) == 1;
	FreeAll();
	return found;
}

/* A name is found by another one, in a list and in an index, at their similarity; false: they have too little in common */
static bool
CheckPair(const char *name, const char *row, Edit edit)
{
	uint8_t		reading[SM_READING_MAX];
	uint8_t		listed[SM_READING_MAX];
	int			length;
	int			threshold;

	sm_read(reading, name, strlen(name));
	length = sm_read(listed, row, strlen(row));
	threshold = sm_similarity(reading, listed);
	if (threshold < 300)
		return false;
	Check(IsListed(reading, listed, length, threshold), edits[edit], name, row, threshold);
	Check(IsIndexed(reading, listed, threshold), edits[edit], name, row, -threshold);
	return true;
}

/* Do something to a word, at any place of it */
static void
EditWord(char *word, Edit edit)
{
	size_t		length = strlen(word);
	size_t		at = Random((uint32_t) length);
	char		letter = (char) ('a' + Random(26));

	switch (edit)
	{
		case PLURAL:
			strcat(word, "s");
			break;
		case ANOTHER_LETTER:
			word[at] = letter;
			break;
		case LETTER_MORE:
			at = Random((uint32_t) length + 1);
			memmove(word + at + 1, word + at, length - at + 1);
			word[at] = letter;
			break;
		case LETTER_LESS:
			memmove(word + at, word + at + 1, length - at);
			break;
		default:
			letter = word[at];
			word[at] = at + 1 < length ? word[at + 1] : word[0];
			word[at + 1 < length ? at + 1 : 0] = letter;
	}
}

/* Put words together, edited or not, a bit each */
static void
PutTogether(char *name, char words[][64], int count, uint32_t edited, Edit edit)
{
	name[0] = '\0';
	for (int i = 0; i < count; i++)
	{
		char		word[80];

		strcpy(word, words[i]);
		if (edited >> i & 1)
			EditWord(word, edit);
		if (i > 0)
			Append(name, " ");
		Append(name, word);
	}
}

/* Two names of some words, some of them edited on either side */
static void
EditNames(char *name, char *row, Edit edit)
{
	static const char *const ends[] = {"", "", "", " Ltd", " Bank"};
	int			count = 1 + (int) Random(4);
	char		words[4][64];
	uint32_t	edited = 1 + Random((1u << count) - 1);
	uint32_t	of_name = edited & Random(1u << count);
	const char *end = ends[Random(COUNT(ends))];

	for (int i = 0; i < count; i++)
		RandomWord(words[i]);
	PutTogether(name, words, count, of_name, edit);
	PutTogether(row, words, count, edited & ~of_name, edit);
	Append(name, end);
	Append(row, end);
}

/* Random names and others that are made of them; returns how many match at all */
static int
TestEdits(int rounds)
{
	int			matches = 0;

	for (int round = 0; round < rounds; round++)
	{
		Edit		edit = (Edit) (round % EDITS);
		char		name[NAME_MAX_BYTES];
		char		row[NAME_MAX_BYTES];

		if (edit == DERIVED)
		{
			BaseName(row);
			Derive(name, row);
		}
		else
			EditNames(name, row, edit);
		matches += CheckPair(name, row, edit);
	}
	return matches;
}

/* Other names come with another seed, more of them with a number of rounds: edits 7 100000 */
int
main(int argc, char **argv)
{
	bool		loaded = LoadTable(&surnames, "src/data/surname_spellings.tsv") &&
		LoadTable(&givens, "src/data/syllable_spellings.tsv") && LoadWords("src/data/words.tsv");
	int			rounds = argc > 2 ? atoi(argv[2]) : 20000;

	if (argc > 1)
		seed ^= (uint32_t) strtoul(argv[1], NULL, 10) << 8;
	Check(loaded, "no spellings or words in src/data", "", "", 0);
	if (loaded)
		Check(TestEdits(rounds) > rounds / 2, "too few names match to tell anything", "", "", rounds);
	return Finish("edits");
}
