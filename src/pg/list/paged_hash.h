#ifndef SANCT_LIST_PAGED_HASH_H
#define SANCT_LIST_PAGED_HASH_H

/* Numbers by texts that they belong to, in a file: of the texts it has hashes alone, what they are is asked */

#include "postgres.h"

typedef struct PagedHash PagedHash;

/* Does a number belong to this text? */
typedef bool (*PagedMatch) (void *arg, uint64 number, const char *text);

/* An empty one, in the current memory context and resource owner */
extern PagedHash *SanctStartPagedHash(PagedMatch match, void *arg);

/* Find the number of a text; false: it has none */
extern bool SanctFindPaged(PagedHash *hash, const char *text, uint64 *number);

/* Give a text, which has none, a number */
extern void SanctEnterPaged(PagedHash *hash, const char *text, uint64 number);

/* Give a text that has a number another one */
extern void SanctReplacePaged(PagedHash *hash, const char *text, uint64 number);

extern void SanctEndPagedHash(PagedHash *hash);

#endif
