#ifndef FUZZ_DEMAND_H
#define FUZZ_DEMAND_H

#include <stdio.h>
#include <stdlib.h>

/* Stop with the input that does not hold */
static inline void
Demand(int ok, const char *what)
{
	if (!ok)
	{
		fputs("does not hold: ", stderr);
		fputs(what, stderr);
		fputs("\n", stderr);
		abort();
	}
}

#endif
