/*
 * Checks of the search in a list: of random names of all kinds, and of names derived from those of the list, it finds as
 * many members as comparing with each does, and the same ones, at low and high thresholds, in lists that were prepared
 * for these or for lower ones.  Runs from the top of the project, whose TSV it reads.
 */
#include "name/field/field.h"
#include "name/lookup/names_index.h"
#include "name/lookup/names_search.h"
#include "name/lookup/neighbours.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/weight.h"
#include "derived.h"

#define LISTED 1500
#define CUSTOMERS 60

/* For which threshold a list is prepared, and which are asked for */
static const int thresholds[][4] = {
	{300, 300, 500, 670}, {500, 500, 600, 800}, {600, 600, 670, 900}, {670, 670, 670, 1000}, {670, 700, 850, 950},
	{850, 850, 950, 1000}, {950, 950, 980, 1000}, {1, 1, 150, 670}
};

/* A name of so many words, with an initial here and there */
static void
WordsName(char *name, int count, bool comma)
{
	name[0] = '\0';
	for (int i = 0; i < count; i++)
	{
		char		word[64];

		RandomWord(word);
		if (Random(10) == 0)
			word[1] = '\0';
		if (i > 0)
			Append(name, comma && i == 1 ? ", " : " ");
		Append(name, word);
	}
}

/* A name of one of many kinds: of a list of one kind, mostly of that */
static void
KindOfName(char *name, int kind)
{
	static const char *const forms[] = {" Ltd", " LLC", " Trading Company", " Bank", " 7", " Co., Ltd."};

	name[0] = '\0';
	switch (Random(4) ? kind : (int) Random(6))
	{
		case 0:
			WordsName(name, 2 + (int) Random(2), Random(3) == 0);
			break;
		case 1:
			WordsName(name, 1 + (int) Random(4), false);
			Append(name, forms[Random(sizeof(forms) / sizeof(forms[0]))]);
			break;
		case 2:
			WordsName(name, 5 + (int) Random(16), false);
			break;
		case 3:
			ForeignName(name);
			break;
		case 4:
			RandomName(name);
			break;
		default:
			BaseName(name);
	}
}

static char names[LISTED][NAME_MAX_BYTES];
static uint8_t kept[LISTED * SM_READING_MAX];
static uint32_t offset[LISTED];

/* Make a list: the first third of one kind, the others derived from these, which have words in common */
static SmReadings
MakeList(int kind)
{
	uint32_t	end = 0;

	for (int i = 0; i < LISTED; i++)
	{
		uint8_t		reading[SM_READING_MAX];
		int			length;

		if (i < LISTED / 3)
			KindOfName(names[i], kind);
		else
			Derive(names[i], names[Random((uint32_t) i)]);
		length = sm_read_as(reading, names[i], strlen(names[i]),
							(SmReadAs) {(SmReadLevel) Random(3), (SmNamed) Random(3)}, NULL);
		end = KeepMember(kept, end, &offset[i], reading, length);
	}
	return (SmReadings) {kept, offset, LISTED};
}

/* The members found, by their number and a hash of which they are */
typedef struct Found
{
	uint32_t	count;
	uint64_t	hash;
} Found;

static void
AddFound(Found *found, uint32_t member)
{
	uint64_t	x = (member + UINT64_C(1)) * UINT64_C(0x9E3779B97F4A7C15);

	found->count++;
	found->hash += x ^ x >> 29;
}

/* Search and comparison with each find the same; returns how many */
static uint32_t
CheckSearch(SmNamesSearch *search, const char *name, const uint8_t *reading, int threshold)
{
	const SmReadings *members = &search->index->members;
	Found		searched = {0, 0};
	Found		compared = {0, 0};
	uint32_t	count = sm_names_search_find(search, reading, threshold);
	SmQuery		query;
	int			missed = -1;

	for (uint32_t i = 0; i < count; i++)
		AddFound(&searched, search->found[i]);
	sm_query_prepare(&query, reading);
	for (uint32_t i = 0; i < members->count; i++)
		if (sm_query_matches(&query, sm_member_reading(members, i), threshold))
		{
			bool		found = false;

			AddFound(&compared, i);
			for (uint32_t k = 0; k < count && !found; k++)
				found = search->found[k] == i;
			missed = found ? missed : (int) i;
		}
	Check(searched.count == compared.count && searched.hash == compared.hash, "search differs", name,
		  missed < 0 ? NULL : names[missed], threshold);
	return compared.count;
}

/* Customers derived from a list, or of its kind, searched in it */
static uint32_t
TestList(int kind, const int *threshold)
{
	SmReadings	members = MakeList(kind);
	SmNamesIndex index;
	SmNamesSearch search;
	uint32_t	matches = 0;

	sm_names_index_build(&index, &memory, &members, threshold[0]);
	sm_names_search_start(&search, &index, &memory);
	for (int i = 0; i < CUSTOMERS; i++)
	{
		char		name[NAME_MAX_BYTES];
		uint8_t		reading[SM_READING_MAX];

		if (Random(4))
			Derive(name, names[Random(LISTED)]);
		else
			KindOfName(name, kind);
		sm_read(reading, name, strlen(name));
		matches += CheckSearch(&search, name, reading, threshold[1 + i % 3]);
	}
	FreeAll();
	return matches;
}

/*
 * Names that have next to nothing in common, or all of it in one word: plurals, forms, initials, words that are joined, or
 * wrong in one letter all of them
 */
static const char *const by_hand[] = {
	"Pearl", "Pearls", "Pearl Ltd", "Pearls Ltd", "The Ltd", "Of the LLC", "A Ltd", "And Ltd", "Horizon Star",
	"Horizons Stars", "Jong Un", "Jongun", "KIM, Jongun", "KIM, Jong Un", "Abdulrahman Mansuri", "Abdul Rahman Mansuri",
	"Abd al Rahman Mansuri", "MANSURI, Abdulrahman Khalid Yusuf", "Abdul Rahman Khalid Yusuf Mansuri Hassani",
	"Abdulrahman Khaled", "Saif al Din", "Saifuddin", "Sayfaldin Ltd", "Korea Kwangson Banking Corporation",
	"Kwangsonbanking", "Kwang Son Bank", "Korea Kwangsung Bank", "V Petrov", "V. V. Petrov", "Vladimir Petrov",
	"Wladimir Vladimirovich Petrow", "P. Vladimirov", "Valdimir Petorv", "Vladimri Petrvo", "Vladimirs Petrovs",
	"\xD9\x85\xD8\xAD\xD9\x85\xD8\xAF \xD8\xB9\xD9\x84\xD9\x8A", "Mohammed Ali", "Muhamad Aly", "Mohammedali",
	"\xD8\xB9\xD8\xA8\xD8\xAF \xD8\xA7\xD9\x84\xD8\xB1\xD8\xAD\xD9\x85\xD9\x86", "Seven Stars 7", "7 Stars Seven", "Stars VII"
};

/* Each of them against all, at many thresholds, prepared for these or the least */
static void
TestByHand(void)
{
	SmReadings	members = {kept, offset, COUNT(by_hand)};
	uint32_t	end = 0;

	for (int i = 0; i < COUNT(by_hand); i++)
	{
		uint8_t		reading[SM_READING_MAX];

		snprintf(names[i], sizeof(names[i]), "%s", by_hand[i]);
		end = KeepMember(kept, end, &offset[i], reading, sm_read(reading, by_hand[i], strlen(by_hand[i])));
	}
	for (int threshold = 1; threshold <= SM_SIMILARITY_ONE; threshold += 27)
		for (int built = threshold; built > 0; built -= built > 1 ? built - 1 : 1)
		{
			SmNamesIndex index;
			SmNamesSearch search;

			sm_names_index_build(&index, &memory, &members, built);
			sm_names_search_start(&search, &index, &memory);
			for (int i = 0; i < COUNT(by_hand); i++)
				(void) CheckSearch(&search, by_hand[i], sm_member_reading(&members, (uint32_t) i), threshold);
			FreeAll();
		}
}

/* Names of few words have few bits for these, and are found */
static void
TestFewWords(void)
{
	static const char *const words[] = {
		"Alvarado", "Benitez", "Castellano", "Dominguez", "Etxeberria", "Fernandez", "Garrancho", "Hernandez"
	};
	SmReadings	members = {kept, offset, LISTED};
	uint32_t	end = 0;
	uint32_t	matches = 0;
	SmNamesIndex index;
	SmNamesSearch search;

	for (int i = 0; i < LISTED; i++)
	{
		uint8_t		reading[SM_READING_MAX];

		snprintf(names[i], sizeof(names[i]), "%s %s", words[Random(COUNT(words))], words[Random(COUNT(words))]);
		end = KeepMember(kept, end, &offset[i], reading, sm_read(reading, names[i], strlen(names[i])));
	}
	sm_names_index_build(&index, &memory, &members, SM_THRESHOLD);
	sm_names_search_start(&search, &index, &memory);
	Check(SM_PRESENT_WORDS(index.present.shift) * 64 * 4 < LISTED * SM_PRESENT_OF_NAME, "too many bits of units", "", "",
		  index.present.shift);
	for (int i = 0; i < CUSTOMERS; i++)
		matches += CheckSearch(&search, names[i], sm_member_reading(&members, (uint32_t) i), SM_THRESHOLD);
	Check(matches > CUSTOMERS, "too few names match", "", "", (int) matches);
	FreeAll();
}

/* Where a name stands by its words, without their letters */
static int
PlaceOf(const char *name)
{
	uint8_t		reading[SM_READING_MAX];

	sm_read_as(reading, name, strlen(name), (SmReadAs) {SM_READ_WHOLE, SM_NAMED_PERSON}, NULL);
	return (int) (sm_neighbour_key(reading) >> 48);
}

/* Names of words that are alike stand side by side, in whatever order these are; others do not, but for one in 32,000 */
static void
TestNeighbours(void)
{
	static const char *const alike[][2] = {
		{"QUARTERSTAFF, Zbyszko", "Zbyszko Quarterstaff"}, {"KHADAFI, Mohammed", "Muhamed Khaddafi"},
		{"PETROVSKY, Vladislav de", "Wladislaw Petrowski"}, {"Quarterstaff", "KWARTERSTAF"}
	};
	static const char *const others[] = {"QUARTERSTAFF, Zbyszko", "QUARTERSTAFF, Anna", "KHADAFI, Zbyszko", "Quarterstaff"};

	for (int i = 0; i < COUNT(alike); i++)
		Check(PlaceOf(alike[i][0]) == PlaceOf(alike[i][1]), "are not side by side", alike[i][0], alike[i][1], 0);
	for (int i = 0; i < COUNT(others); i++)
		for (int k = 0; k < i; k++)
			Check(PlaceOf(others[i]) != PlaceOf(others[k]), "are side by side", others[i], others[k], PlaceOf(others[i]));
}

/* Of a list that order has each member once: those of one key as they stood, others by it */
static void
TestOrder(void)
{
	SmReadings	members = MakeList(0);
	uint32_t   *order = sm_neighbours(&members, &memory);

	for (uint32_t i = 1; i < members.count; i++)
	{
		uint64_t	before = sm_neighbour_key(sm_member_reading(&members, order[i - 1]));
		uint64_t	key = sm_neighbour_key(sm_member_reading(&members, order[i]));

		Check(before < key || (before == key && order[i - 1] < order[i]), "stand in no order", names[order[i - 1]],
			  names[order[i]], (int) i);
	}
	FreeAll();
}

/* Other names come with another seed, more of them with a number of rounds: search 7 20 */
int
main(int argc, char **argv)
{
	bool		loaded = LoadTable(&surnames, "src/data/surname_spellings.tsv") &&
		LoadTable(&givens, "src/data/syllable_spellings.tsv") && LoadWords("src/data/words.tsv");
	int			rounds = argc > 2 ? atoi(argv[2]) : 1;
	uint32_t	matches = 0;

	if (argc > 1)
		seed ^= (uint32_t) strtoul(argv[1], NULL, 10) << 8;
	Check(loaded, "no spellings or words in src/data", "", "", 0);
	TestByHand();
	TestFewWords();
	TestNeighbours();
	TestOrder();
	for (int round = 0; loaded && round < rounds; round++)
		for (int kind = 0; kind < 6; kind++)
			for (size_t i = 0; i < sizeof(thresholds) / sizeof(thresholds[0]); i++)
				matches += TestList(kind, thresholds[i]);
	Check(!loaded || matches > (uint32_t) rounds * 3000, "too few names match to tell anything", "", "", (int) matches);
	return Finish("search");
}
