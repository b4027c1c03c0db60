/* What facts beside a name say, and the verdict */
#ifndef SM_PERSON_EVIDENCE_H
#define SM_PERSON_EVIDENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "name/person/birth_text.h"
#include "name/person/document.h"
#include "name/person/place.h"
#include "name/weight.h"

/* A document: its keys and the country that issued it, 0 = not known */
typedef struct SmDocument
{
	int			keys;
	SmDocumentKey key[SM_DOCUMENT_KEYS];
	uint16_t	country;
} SmDocument;

/*
 * What is known of a subject or of a listed entry beside its names; counts of 0 = not known.  The arrays are the
 * caller's
 */
typedef struct SmFacts
{
	int			type;			/* any number for a person, another for a vessel …; 0 = not known */
	char		gender;			/* m or f; 0 = not known */
	int			births;
	const SmBirth *birth;
	int			countries;
	const uint16_t *country;	/* of nationality and citizenship */
	int			issuers;
	const uint16_t *issuer;		/* countries that issued passports and national ids */
	int			places;
	const SmPlace *place;
	int			documents;
	const SmDocument *document;
} SmFacts;

typedef enum SmVerdict
{
	SM_VERDICT_CONTRADICTED,
	SM_VERDICT_WEAK,
	SM_VERDICT_POSSIBLE,
	SM_VERDICT_STRONG
} SmVerdict;

/* What a verdict rests on; the first that fits is taken */
typedef enum SmRule
{
	SM_RULE_DOCUMENT,			/* one that decides is equal: strong */
	SM_RULE_TYPE,				/* another: contradicted */
	SM_RULE_STRONG,				/* by the evidence alone */
	SM_RULE_STRONG_WITH_NAME,	/* by evidence and total */
	SM_RULE_CONTRADICTED,
	SM_RULE_WEAK,
	SM_RULE_WEAK_NAME,			/* something speaks against a name that says little, or that the list calls weak */
	SM_RULE_NONE				/* possible */
} SmRule;

/* The facts that are compared, in the order in which they are told */
typedef enum SmField
{
	SM_FIELD_TYPE,
	SM_FIELD_BIRTH_DATE,
	SM_FIELD_NATIONALITY,
	SM_FIELD_GENDER,
	SM_FIELD_BIRTH_PLACE,
	SM_FIELD_DOCUMENT,
	SM_FIELDS
} SmField;

/* What one fact says */
typedef struct SmFieldEvidence
{
	bool		compared;
	SmWeight	bits;
	const char *words;
	int			subject;		/* places of what was compared */
	int			listed;
} SmFieldEvidence;

typedef struct SmEvidence
{
	SmFieldEvidence field[SM_FIELDS];
	SmWeight	bits;			/* the sum */
	SmWeight	total;			/* with the name's weight */
	SmRule		rule;
	SmVerdict	verdict;
} SmEvidence;

/* The name of a listed entry beside the subject's */
typedef struct SmNameEvidence
{
	SmWeight	weight;			/* 0 if the entry was found by a document alone */
	bool		weak;			/* the list itself calls the name weak */
	bool		alike;			/* a name of the entry's is like the subject's: a document need not be long */
} SmNameEvidence;

/* Similarity in thousandths from which names are alike */
#define SM_NAMES_ALIKE 500

extern void sm_evidence(SmEvidence *evidence, const SmFacts *subject, const SmFacts *listed,
						const SmNameEvidence *name);
extern const char *sm_verdict_name(SmVerdict verdict);
extern const char *sm_field_name(SmField field);

#endif
