/* Kinds of documents */
#ifndef SM_DOCUMENT_KIND_TABLE_H
#define SM_DOCUMENT_KIND_TABLE_H

/* How a number is written */
typedef enum SmDocumentForm
{
	SM_FORM_OF_ID,
	SM_FORM_OF_IMO,
	SM_FORM_OF_MMSI,
	SM_FORM_OF_LEI,
	SM_FORM_OF_ISIN,
	SM_FORM_OF_BIC,
	SM_FORM_OF_CRYPTO,
	SM_FORM_OF_PHONE,
	SM_FORM_OF_EMAIL,
	SM_FORM_OF_WEBSITE,
	SM_FORM_OF_CODE
} SmDocumentForm;

/* What an equal number is worth by itself */
typedef enum SmAlone
{
	SM_ALONE_NAME,				/* nothing: only beside a name */
	SM_ALONE_POSSIBLE,			/* it finds, and says no more than possible */
	SM_ALONE_BITS,				/* by its length */
	SM_ALONE_DECISIVE
} SmAlone;

typedef struct SmDocumentKind
{
	const char *kind;
	const char *space;			/* numbers of one space are compared */
	SmDocumentForm form;
	SmAlone		alone;
} SmDocumentKind;

/* Sorted by kind */
extern const SmDocumentKind sm_document_kinds[];
extern const int sm_document_kind_count;

#endif
