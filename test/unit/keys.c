/*
 * Checks of blocking keys and of the matcher on random names, respelt, damaged, shortened and
 * mixed: two names that match have a key in common, and the matcher finds what comparing with each
 * member finds.  With $SHARED also on real lists.  Runs from the top of the project, whose TSV it
 * reads.
 */
#include <stdlib.h>

#include "data/spelling_table.h"
#include "data/syllable_table.h"
#include "name/field/field.h"
#include "name/lookup/index_keys.h"
#include "name/lookup/keys.h"
#include "name/lookup/korean_keys.h"
#include "name/lookup/names_index.h"
#include "name/lookup/names_search.h"
#include "name/lookup/words_keys.h"
#include "name/node/bound.h"
#include "name/reading/korean_weight.h"
#include "name/reading/names.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/reading/unpack.h"
#include "name/slot.h"
#include "name/weight.h"
#include "derived.h"
#include "taken_keys.h"

#define GROUP 24
#define LIST_MAX 60000

static void
MakeKeys(Keys *keys, const uint8_t *reading)
{
	SmKeySink	sink = {TakeKey, keys};

	keys->count = 0;
	sm_keys(reading, &sink);
	SortKeys(keys);
}

/* Two names that match have a key in common */
static void
CheckCommon(const char *name_a, const uint8_t *a, const char *name_b, const uint8_t *b)
{
	static Keys keys_a;
	static Keys keys_b;

	MakeKeys(&keys_a, a);
	MakeKeys(&keys_b, b);
	Check(HaveCommon(&keys_a, &keys_b), "no common key", name_a, name_b, sm_similarity(a, b));
}

/* A name that is looked up in a stored index, at a threshold, has a key in common with a row that matches it */
static void
CheckIndexed(const char *name, const uint8_t *reading, int threshold, const char *row, const uint8_t *indexed,
			 int built)
{
	static Keys keys;
	static Keys keys_of_row;
	SmKeySink	sink = {TakeKey, &keys};
	SmKeySink	sink_of_row = {TakeKey, &keys_of_row};

	keys.count = keys_of_row.count = 0;
	sm_index_keys(reading, threshold, SM_KEYS_OF_PROBE, &sink);
	sm_index_keys(indexed, built, SM_KEYS_OF_MEMBER, &sink_of_row);
	SortKeys(&keys);
	SortKeys(&keys_of_row);
	Check(HaveCommon(&keys, &keys_of_row), "no common key of an index", name, row, threshold);
}

/* What the proof in korean_keys.c asks of the slots of a reading */
static void
CheckSlotsOf(const char *name, const uint8_t *reading)
{
	SmParts		parts;

	if (!SM_IS_KOREAN(reading))
		return;
	sm_unpack(&parts, reading);
	for (int h = 0; h < parts.count; h++)
		for (int s = !parts.part[h].has_surname; s <= parts.part[h].given; s++)
		{
			const uint8_t *slot = parts.slot[parts.part[h].slot[s]];
			const SmSyllable *syllables = s == 0 ? sm_surname : sm_given;

			Check(sm_slot_weight(slot, slot, syllables) >= (s == 0 ? SM_LEAST_SURNAME : SM_LEAST_GIVEN),
				  "slot too light", name, "", s);
			for (int i = 0; i < *slot && SM_IS_SYLLABLE(slot); i++)
			{
				int			c = slot[1 + 2 * i] | slot[2 + 2 * i] << 8;

				Check((c & 127) - SM_Q_ZERO <= syllables[c >> 7].prior, "candidate more than certain", name, "", c);
			}
		}
}

static void
CheckSlots(const char *name, const uint8_t *reading)
{
	SmNames		names;

	sm_names(&names, reading, NULL);
	for (int i = 0; i < names.count; i++)
		CheckSlotsOf(name, names.name[i].reading);
}

/* An initial weighs no more than any syllable that begins with it, no less than against a foreign name */
static void
TestInitials(void)
{
	for (int letter = 0; letter < 26; letter++)
	{
		const SmInitial *initial = &sm_initials[letter];
		uint8_t		slot = (uint8_t) (0x80 | letter);
		uint8_t		foreign[SM_FOREIGN_SLOT_BYTES] = {0x40, 24, 1, 2, (uint8_t) letter};

		if (initial->cost == SM_NEVER)
			continue;
		Check(sm_slot_weight(&slot, foreign, sm_given) <= initial->cost, "initial of a foreign name", "", "", letter);
		for (int id = 0; id < SM_GIVEN; id++)
			if (initial->syllables[id >> 3] >> (id & 7) & 1)
				Check(sm_given[id].prior * 32 + SM_AGREES >= initial->cost, "initial heavier than a syllable", "", "",
					  sm_given[id].prior * 32 + SM_AGREES - initial->cost);
	}
}

/* Keys of a Korean name at a threshold, made for both sides; those of words know no threshold */
typedef struct KeyCount
{
	const char *name;
	int			threshold;
	int			keys;
} KeyCount;

static const KeyCount key_counts[] = {
	{"KIM Jong Un", 500, 194},
	{"KIM Jong Un", 670, 100},
	{"KIM Jong Un", 800, 50},
	{"KIM Jong Un", 950, 12},
	{"Choe Yong Hae", 670, 48},
	{"Choe Yong Hae", 900, 6},
	{"Namgung Min", 670, 6},
	{"Ri J. U.", 670, 32},
	{"Viktor Choe", 670, 4},
	{"\xEA\xB9\x80\xEC\xA0\x95\xEC\x9D\x80", 670, 24},
	{"Korea Kwangson Banking Corp", 0, 22},
	{"Roman Anatolyevich ALAR", 0, 14},
	{"Korea Mining Development Trading Corporation", 0, 34},
	{"Parsek LLC", 0, 10}
};

/* Keys stay few: more of them find the same names, and cost what they were to save */
static void
TestFew(void)
{
	static Keys keys;
	SmKeySink	sink = {TakeKey, &keys};

	for (size_t i = 0; i < sizeof(key_counts) / sizeof(key_counts[0]); i++)
	{
		const KeyCount *count = &key_counts[i];
		uint8_t		reading[SM_READING_MAX];
		SmNames		names;

		keys.count = 0;
		sm_read(reading, count->name, strlen(count->name));
		sm_names(&names, reading, NULL);
		if (count->threshold > 0)
		{
			sm_korean_keys(&names.name[0], count->threshold, SM_KEYS_OF_MEMBER, SM_LENGTHS_ANY, &sink);
			sm_korean_keys(&names.name[0], count->threshold, SM_KEYS_OF_PROBE, SM_LENGTHS_ANY, &sink);
		}
		else
			sm_words_any_keys(SM_WORDS_PART(names.name[0].reading), &sink);
		Check(keys.count >= count->keys * 4 / 5 && keys.count <= count->keys * 6 / 5, "number of keys", count->name, "",
			  keys.count);
	}
}

/* The matcher finds what comparing with each of the members finds */
static int
CheckFound(SmNamesSearch *search, const char *name, const uint8_t *reading, int threshold, char names[][NAME_MAX_BYTES])
{
	const SmReadings *members = &search->index->members;
	SmProbe		query;
	uint32_t	n = sm_names_search_find(search, reading, threshold);
	int			matches = 0;

	sm_probe_prepare(&query, reading);
	for (uint32_t i = 0; i < members->count; i++)
	{
		bool		found = false;
		bool		match = sm_query_matches(&query.query, sm_member_reading(members, i), threshold);

		for (uint32_t k = 0; k < n; k++)
			found = found || search->found[k] == i;
		matches += match;
		if (found != match)
			Check(false, match ? "not found" : "found", name, names[i], threshold);
		if (match)
			CheckIndexed(name, reading, threshold, names[i], sm_member_reading(members, i), search->index->threshold);
		if (match && threshold >= SM_THRESHOLD)
			CheckCommon(name, reading, names[i], sm_member_reading(members, i));
	}
	Check(matches == (int) n, "matches", name, "", (int) n);
	return matches;
}

/* Groups of names derived from a few */
static void
TestGroups(int rounds)
{
	static char names[GROUP][NAME_MAX_BYTES];
	static uint8_t readings[GROUP][SM_READING_MAX];
	static uint8_t kept[GROUP * SM_READING_MAX];
	uint32_t	offset[GROUP];
	int			matches = 0;

	for (int round = 0; round < rounds; round++)
	{
		SmReadings	members = {kept, offset, GROUP};
		uint32_t	end = 0;
		SmNamesIndex index;
		SmNamesSearch search;
		int			threshold = Random(3) ? SM_THRESHOLD : 1 + (int) Random(SM_SIMILARITY_ONE);
		int			built = Random(4) ? threshold : 1 + (int) Random((uint32_t) threshold);

		family[0] = NULL;
		for (int i = 1; i < 4; i++)
			family[i] = PickSyllable(&givens);
		family[0] = PickSyllable(&surnames);
		for (int i = 0; i < GROUP; i++)
		{
			int			n;

			if (i < 4)
				BaseName(names[i]);
			else
				Derive(names[i], names[Random((uint32_t) i)]);
			n = sm_read_as(readings[i], names[i], strlen(names[i]),
						   (SmReadAs) {(SmReadLevel) Random(3), (SmNamed) Random(3)}, NULL);
			end = KeepMember(kept, end, &offset[i], readings[i], n);
			CheckSlots(names[i], readings[i]);
		}
		sm_names_index_build(&index, &memory, &members, built);
		sm_names_search_start(&search, &index, &memory);
		for (int i = 0; i < GROUP; i++)
			matches += CheckFound(&search, names[i], readings[i], threshold, names);
		FreeAll();
	}
	Check(matches > rounds * GROUP, "too few pairs match to tell anything", "", "", matches);
}

/* Add the names of a column of a file with separators to a list; returns how many it has */
static int
LoadNames(char names[][NAME_MAX_BYTES], int n, const char *directory, const char *file, int column, char separator)
{
	char		path[512];
	char		line[8192];
	FILE	   *in;

	snprintf(path, sizeof(path), "%s/%s", directory, file);
	in = fopen(path, "r");
	if (in == NULL)
		return n;
	while (fgets(line, sizeof(line), in) != NULL && n < LIST_MAX)
	{
		char	   *at = line;
		bool		quoted = false;
		int			length = 0;

		for (int skip = column; *at && skip > 0; at++)
		{
			quoted = quoted != (*at == '"');
			skip -= *at == separator && !quoted;
		}
		for (quoted = false; *at && *at != '\n' && *at != '\r' && (*at != separator || quoted); at++)
		{
			if (*at == '"')
				quoted = !quoted;
			else if (length < NAME_MAX_BYTES - 1)
				names[n][length++] = *at;
		}
		names[n][length] = '\0';
		n += length > 0;
	}
	fclose(in);
	return n;
}

/* Names of real lists, and names derived from them, against all of these lists */
static void
TestLists(const char *shared, int rounds)
{
	static char names[LIST_MAX][NAME_MAX_BYTES];
	static uint32_t offset[LIST_MAX];
	SmReadings	members = {.offset = offset};
	SmNamesIndex index;
	SmNamesSearch search;
	uint8_t    *kept;
	uint32_t	end = 0;
	int			matches = 0;
	int			n = LoadNames(names, 0, shared, "lists/ofac/2024-03/OFAC_SDN.csv", 1, ',');

	n = LoadNames(names, n, shared, "lists/ofac/2024-03/OFAC_ALT.csv", 3, ',');
	n = LoadNames(names, n, shared, "pairs/north_korean_names.tsv", 0, '\t');
	n = LoadNames(names, n, shared, "pairs/korean_names.tsv", 0, '\t');
	n = LoadNames(names, n, shared, "pairs/different_designees.tsv", 0, '\t');
	n = LoadNames(names, n, shared, "pairs/customers.tsv", 0, '\t');
	if (n == 0)
		return;
	kept = malloc((size_t) n * SM_READING_MAX);
	for (int i = 0; i < n; i++)
	{
		uint8_t		reading[SM_READING_MAX];
		int			length = sm_read(reading, names[i], strlen(names[i]));

		end = KeepMember(kept, end, &offset[i], reading, length);
		CheckSlots(names[i], reading);
	}
	members.base = kept;
	members.count = (uint32_t) n;
	sm_names_index_build(&index, &memory, &members, SM_THRESHOLD);
	sm_names_search_start(&search, &index, &memory);
	for (int round = 0; round < rounds; round++)
	{
		char		name[NAME_MAX_BYTES];
		uint8_t		reading[SM_READING_MAX];

		Derive(name, names[Random((uint32_t) n)]);
		sm_read(reading, name, strlen(name));
		matches += CheckFound(&search, name, reading, SM_THRESHOLD, names);
	}
	Check(matches > rounds / 2, "too few names of the lists match", "", "", matches);
	FreeAll();
	free(kept);
}

/* Other names come with another seed, more of them with a number of rounds: keys 7 100000 */
int
main(int argc, char **argv)
{
	bool		loaded = LoadTable(&surnames, "src/data/surname_spellings.tsv") &&
		LoadTable(&givens, "src/data/syllable_spellings.tsv") && LoadWords("src/data/words.tsv");
	int			rounds = argc > 2 ? atoi(argv[2]) : 3000;
	const char *shared = getenv("SHARED");

	if (argc > 1)
		seed ^= (uint32_t) strtoul(argv[1], NULL, 10) << 8;
	Check(loaded, "no spellings or words in src/data", "", "", 0);
	TestInitials();
	TestFew();
	if (loaded)
		TestGroups(rounds);
	if (loaded && shared != NULL)
		TestLists(shared, rounds / 30);
	return Finish("keys");
}
