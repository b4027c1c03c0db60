#ifndef SANCT_COMPAT_H
#define SANCT_COMPAT_H

/* Soft errors of input functions came with PostgreSQL 16 */
#if PG_VERSION_NUM >= 160000
#include "nodes/miscnodes.h"
#include "varatt.h"
#else
#define ereturn(context, dummy, ...) ereport(ERROR, __VA_ARGS__)
#endif

/* Number of the backend's transaction; it moved in 17 */
#if PG_VERSION_NUM >= 170000
#define SanctLocalTransactionId() (MyProc->vxid.lxid)
#else
#define SanctLocalTransactionId() (MyProc->lxid)
#endif

/* pg_attribute_noreturn() went with PostgreSQL 18 */
#define SANCT_NORETURN __attribute__((noreturn))

#endif
