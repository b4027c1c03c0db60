/* What the unit tests share: checks that are counted, and numbers that are the same everywhere */
#ifndef HARNESS_H
#define HARNESS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#define COUNT(a) ((int) (sizeof(a) / sizeof((a)[0])))

/* Failed checks that are printed */
#define SHOWN_MOST 50

static int	passed;
static int	failed;
static uint32_t seed = 88172645u;

/* Count a check; if it fails, print what should be so of a and b, of which b may be NULL, and what came out */
static inline void
Check(bool ok, const char *what, const char *a, const char *b, int got)
{
	if (ok)
		passed++;
	else if (failed++ < SHOWN_MOST)
	{
		printf("%s: \"%s\"", what, a);
		if (b != NULL)
			printf(" \"%s\"", b);
		printf(" (%d)\n", got);
	}
}

/* A number below the limit */
static inline uint32_t
Random(uint32_t limit)
{
	seed ^= seed << 13;
	seed ^= seed >> 17;
	seed ^= seed << 5;
	return seed % limit;
}

/* Print what test/run reads; returns the status to end with */
static inline int
Finish(const char *name)
{
	printf("%s: %d passed, %d failed\n", name, passed, failed);
	return failed != 0;
}

#endif
