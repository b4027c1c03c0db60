#ifndef SANCT_LIST_SOURCE_H
#define SANCT_LIST_SOURCE_H

/* A document that is read from its begin to its end */

#include "common/cryptohash.h"
#include "fmgr.h"

/*
 * A document that is read from its begin to its end, given as a bytea or as a large object.  At
 * any time a window on it is in memory: all of a bytea, a chunk of a large object.
 */
typedef struct Source
{
	const char *name;			/* what messages call it */
	int			descriptor;		/* of the large object, or -1 */
	char	   *chunk;			/* of the large object */
	const char *window;
	size_t		length;			/* of the window */
	size_t		position;		/* in the window */
	pg_cryptohash_ctx *hash;	/* SHA-256 of all that was in a window */
} Source;

extern Source *SanctOpenSource(FunctionCallInfo fcinfo, const char *name, int document, int object);
extern bool SanctFillSource(Source *source);
extern int	SanctReadSource(Source *source, char *buffer, int size);
extern bytea *SanctCloseSource(Source *source);

/* The next byte, or -1 at the end */
static inline int
PeekSource(Source *source)
{
	if (source->position >= source->length && !SanctFillSource(source))
		return -1;
	return (unsigned char) source->window[source->position];
}

#endif
