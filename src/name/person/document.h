/* Documents and numbers as keys */
#ifndef SM_PERSON_DOCUMENT_H
#define SM_PERSON_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "data/document_kind_table.h"
#include "name/weight.h"

/* Most keys of a document, and the longest with its space and terminator; longer numbers are none */
#define SM_DOCUMENT_KEYS 8
#define SM_DOCUMENT_KEY 112

/*
 * Bits from which an equal number decides: by itself, and in the same country of issue or beside a name that is
 * alike
 */
#define SM_DOCUMENT_DECISIVE SM_WEIGHT(26)
#define SM_DOCUMENT_IN_COUNTRY SM_WEIGHT(19)

/* What two documents have in common if they are the same: space:NUMBER */
typedef struct SmDocumentKey
{
	char		text[SM_DOCUMENT_KEY];
	SmWeight	bits;			/* of the number, were it drawn at random */
	SmAlone		alone;
} SmDocumentKey;

extern const SmDocumentKind *sm_document_kind(const char *name, size_t length);
extern const SmDocumentKind *sm_document_guess(const char *utf8, size_t length);
extern int	sm_document_keys(SmDocumentKey *keys, const SmDocumentKind *kind, const char *utf8, size_t length);
extern const SmDocumentKey *sm_document_common(const SmDocumentKey *a, int n, const SmDocumentKey *b, int m);
extern bool sm_document_decides(const SmDocumentKey *key, bool same_country);

#endif
