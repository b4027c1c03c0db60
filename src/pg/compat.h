#ifndef SANCT_COMPAT_H
#define SANCT_COMPAT_H

/* Soft errors of input functions came with PostgreSQL 16 */
#if PG_VERSION_NUM >= 160000
#include "nodes/miscnodes.h"
#include "varatt.h"
#else
#define ereturn(context, dummy, ...) ereport(ERROR, __VA_ARGS__)
#endif

/* pg_attribute_noreturn() went with PostgreSQL 18 */
#define SANCT_NORETURN __attribute__((noreturn))

#endif
