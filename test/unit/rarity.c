/*
 * How many people bear a Korean name: what has been published, and names that were not counted.  The directory SHARED
 * has all counts, else those of the tables serve; with an argument only what is measured is printed.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "data/given_name_table.h"
#include "name/person/rarity.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "harness.h"

#define NAMES_MOST 8000
/* People of 42.66 million of whom a name was counted, and its bearers; joongang.co.kr/article/9353988 (NICE, 2012) */
#define NICE 42660000.0

static const struct
{
	const char *name;
	double		bearers;
}			published[] = {
	{"김영숙", 40335}, {"김정숙", 39663}, {"김정희", 37419}, {"김영희", 35190}, {"김영자", 34865}
};

/* Of one spelling more people bear the names that it stands for than of one of them */
static const char *const wider[][2] = {
	{"Kim Yong Chol", "김영철"}, {"Ri Yong Ho", "리영호"}, {"Pak Chin-hyok", "박진혁"}
};

/* The same name by two spellings, of the North and the South */
static const char *const same[][2] = {{"리련희", "이연희"}, {"류영철", "류령철"}};

typedef struct Name
{
	int			first;			/* syllables, as anything that tells them apart */
	int			second;
	int			counted;		/* in the half that is known, and in the other one */
	int			other;
} Name;

static Name name[NAMES_MOST];
static int	names;

static double
South(const char *utf8)
{
	uint8_t		reading[SM_READING_MAX];
	SmRarity	rarity = {0, 0};

	(void) sm_read(reading, utf8, strlen(utf8));
	return sm_rarity(&rarity, reading) ? rarity.south : -1;
}

/* Put people into one of two halves */
static void
AddName(int first, int second, int people)
{
	name[names] = (Name) {first, second, 0, 0};
	for (int i = 0; i < people; i++)
		if (Random(2))
			name[names].counted++;
		else
			name[names].other++;
	names++;
}

/* A character of three bytes */
static int
CodePoint(const unsigned char *s)
{
	return (s[0] & 15) << 12 | (s[1] & 63) << 6 | (s[2] & 63);
}

/* All counts, or false: those of the table */
static bool
ReadCounts(void)
{
	const char *shared = getenv("SHARED");
	char		path[1000];
	char		line[100];
	FILE	   *file;

	snprintf(path, sizeof(path), "%s/korean/freq/sk_given_name_freq_election_candidates.tsv", shared ? shared : "");
	file = fopen(path, "r");
	if (file != NULL)
	{
		while (names < NAMES_MOST && fgets(line, sizeof(line), file))
		{
			size_t		bytes = strcspn(line, "\t");

			if (bytes == 3 || bytes == 6)
				AddName(CodePoint((unsigned char *) line), bytes == 6 ? CodePoint((unsigned char *) line + 3) : 0,
						atoi(line + bytes));
		}
		fclose(file);
		return true;
	}
	for (int i = 0; i < sm_given_name_count; i++)
		AddName(sm_given_names[i].hangul[0], sm_given_names[i].hangul[1], sm_given_names[i].people);
	return false;
}

/* The share of names with ten bearers or more in one half of which the range holds that, made of the other half */
static double
HeldOut(int *n)
{
	static int	first[0x10000];
	static int	second[0x10000];
	double		sample = 0;
	double		rest = 0;
	int			held = 0;

	for (int i = 0; i < names; i++)
	{
		sample += name[i].counted;
		rest += name[i].other;
		first[name[i].first] += name[i].counted;
		second[name[i].second] += name[i].counted;
	}
	*n = 0;
	for (int i = 0; i < names; i++)
	{
		double		by_syllables = (first[name[i].first] + .5) / sample * (second[name[i].second] + .5) / sample;
		double		share = sm_given_share(name[i].counted, sample, by_syllables);
		double		truth = name[i].other / rest;

		if (name[i].other < 10)
			continue;
		(*n)++;
		held += truth >= share / sm_rarity_south.below && truth <= share * sm_rarity_south.above;
	}
	return (double) held / *n;
}

int
main(int argc, char **argv)
{
	int			n;
	bool		all = ReadCounts();
	double		held = HeldOut(&n);

	if (argc > 1)
	{
		printf("== Rarity: given names of which one half of %s was not counted, with ten bearers or more there\n"
			   "%d names, the range holds %.3f of them, bar 0.9 %s\n", all ? "all names" : "the table", n, held,
			   held >= .9 ? "reached" : "missed");
		return 0;
	}
	Check(n > 50 && held >= .9, "held out", "given names", NULL, (int) (1000 * held));
	for (int i = 0; i < COUNT(published); i++)
	{
		double		people = South(published[i].name) * NICE;

		Check(people / sm_rarity_south.below <= published[i].bearers &&
			  people * sm_rarity_south.above >= published[i].bearers, "published", published[i].name, NULL, (int) people);
	}
	for (int i = 0; i < COUNT(wider); i++)
		Check(South(wider[i][0]) >= South(wider[i][1]), "wider", wider[i][0], wider[i][1],
			  (int) (1e9 * South(wider[i][0])));
	for (int i = 0; i < COUNT(same); i++)
		Check(fabs(South(same[i][0]) / South(same[i][1]) - 1) < .3, "one name", same[i][0], same[i][1],
			  (int) (1e9 * South(same[i][0])));
	/* what the data do not bear has no number */
	Check(South("John Smith") < 0, "none", "John Smith", NULL, 0);
	Check(South("Kim") < 0, "none", "Kim", NULL, 0);
	Check(South("") < 0, "none", "nothing", NULL, 0);
	Check(sm_round_to_figure(14999) == 10000 && sm_round_to_figure(95) == 100 && sm_round_to_figure(9.6) == 10 &&
		  sm_round_to_figure(.4) == 0, "rounded", "people", NULL, 0);
	return Finish("rarity");
}
