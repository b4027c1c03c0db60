/*
 * asan_first.c: starts the sanitizer before all else, for a server that it is preloaded into
 *
 * It starts with the first call of malloc, and there asks for a text in the language of the user.  A library of the
 * server's calls malloc while it holds the lock of these texts, and would wait for itself.
 */
#include <stdlib.h>

void	   *volatile asan_first;

__attribute__((constructor)) static void
Begin(void)
{
	asan_first = malloc(1);
}
