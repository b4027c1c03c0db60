/*
 * Scores of a released version of the algorithm never change: stored readings and indexes rest on them, and what an
 * officer explained must come out again.  Who changes a table or a rule so that a score changes raises SM_VERSION; a
 * release adds its row to test/data/scores.tsv, which this program prints.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "harness.h"

#define NAMES_MAX 1000

static uint8_t *readings[NAMES_MAX];

/* Read the names of a file, a line each; returns how many */
static int
ReadNames(const char *path)
{
	FILE	   *file = fopen(path, "r");
	char		line[1024];
	int			n = 0;

	while (file != NULL && n < NAMES_MAX && fgets(line, sizeof(line), file) != NULL)
	{
		static uint8_t reading[SM_READING_MAX];
		int			length;

		if (line[0] == '#')
			continue;
		length = sm_read(reading, line, strcspn(line, "\n"));
		readings[n] = malloc((size_t) length);
		memcpy(readings[n++], reading, (size_t) length);
	}
	if (file != NULL)
		fclose(file);
	return n;
}

/* FNV-1a over the similarities of all pairs */
static uint64_t
SumOfScores(int n)
{
	uint64_t	sum = 0xCBF29CE484222325u;

	for (int i = 0; i < n; i++)
		for (int j = 0; j <= i; j++)
		{
			int			similarity = sm_similarity(readings[i], readings[j]);

			sum = (sum ^ (uint64_t) (similarity & 255)) * 0x100000001B3u;
			sum = (sum ^ (uint64_t) (similarity >> 8)) * 0x100000001B3u;
		}
	return sum;
}

/* The sum that the release of a version recorded: version, release, sum; false = it is not released */
static bool
RecordedSum(int version, uint64_t *sum)
{
	FILE	   *file = fopen("test/data/scores.tsv", "r");
	char		line[256];
	bool		found = false;

	while (file != NULL && fgets(line, sizeof(line), file) != NULL)
	{
		int			recorded;
		unsigned long long value;

		if (sscanf(line, "%d\t%*s\t%llx", &recorded, &value) == 2 && recorded == version)
		{
			*sum = value;
			found = true;
		}
	}
	if (file != NULL)
		fclose(file);
	return found;
}

int
main(void)
{
	int			n = ReadNames("test/data/scored_names.txt");
	uint64_t	sum = SumOfScores(n);
	uint64_t	recorded = sum;
	bool		released = RecordedSum(SM_VERSION, &recorded);

	Check(n >= 500, "too few names", "test/data/scored_names.txt", NULL, n);
	Check(sum == recorded, "a score has changed, but the version is released", "raise SM_VERSION", NULL, SM_VERSION);
	printf("version %d%s\tsum %llx\n", SM_VERSION, released ? "" : ", not released", (unsigned long long) sum);
	for (int i = 0; i < n; i++)
		free(readings[i]);
	return Finish("version");
}
