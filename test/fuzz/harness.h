#ifndef FUZZ_HARNESS_H
#define FUZZ_HARNESS_H

#include "postgres.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

#include "fmgr.h"

#include "demand.h"

/*
 * src/pg without a server: the stub_*.c files hold just so much of one that importers and types
 * run.  Every chunk of memory is one of malloc, so that the sanitizer sees its end.
 */

/* What a run said last: an error that ended it, else the last warning; NULL if it said nothing */
extern const char *stub_said(void);
extern int	stub_sqlstate(void);

/* Runs something as a statement of its own; false if it raised an error */
extern bool stub_run(void (*run) (void *arg), void *arg);

/* The document that a large object of any oid holds, and how much of it is read at a time */
extern void stub_set_object(Oid oid, const uint8 *data, size_t length, int chunk);

/* Is there no more than blanks in what is read of such a document first? */
extern bool stub_begins_blank(const uint8 *data, size_t length);

/* A value of a varlena type in memory of just its size */
extern struct varlena *stub_varlena(const void *data, size_t length);

/* Calls a function of the extension in the way that the server does */
extern Datum stub_call(PGFunction function, int nargs, const Datum *args);

/* The database is in UTF-8 unless it is told to be in Latin-1 */
extern void stub_set_encoding(int encoding);

/* Fails unless a text is one that the server may show */
extern void stub_demand_text(const char *text, const char *what);

extern void stub_reset_memory(void);
extern void stub_reset_errors(void);

extern int	LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

#endif
