/* A running text on its way through the finder of names */
#ifndef SM_PROSE_PROSE_STATE_H
#define SM_PROSE_PROSE_STATE_H

#include <stdbool.h>
#include <stddef.h>

#include "name/prose/mention.h"
#include "name/prose/prose_token.h"

/* Words that are seen at once, and of these so many before the one at which names are looked for */
#define SM_PROSE_WINDOW 64
#define SM_PROSE_BEHIND 2

/* A text on its way: what is seen of it, and who is told of mentions */
typedef struct SmProse
{
	SmProseText text;
	int			count;			/* words seen */
	int			at;				/* the one at which names are looked for */
	SmProseToken token[SM_PROSE_WINDOW];
	bool		(*found) (void *context, const SmMention *mention);	/* false: stop */
	void	   *context;
	bool		stopped;
	size_t		unread;			/* words in scripts that names are not looked for in */
} SmProse;

#endif
