#ifndef SANCT_SCREEN_FACTS_H
#define SANCT_SCREEN_FACTS_H

/* What is known of a subject or of a listed entry beside its names */

#include "data/document_kind_table.h"
#include "name/person/birth_text.h"
#include "name/person/evidence.h"
#include "name/words/named.h"

/* Facts to be compared, and what they were read from; all is palloc'd, texts are UTF-8 */
typedef struct KnownFacts
{
	SmFacts		facts;
	char	  **place;			/* as many as facts.places */
	char	  **document;		/* as many as facts.documents */
} KnownFacts;

/* Is anything known? */
extern bool SanctIsAnythingKnown(const KnownFacts *known);

/* Add a birth date, or say why it is none; circa: it is uncertain, whatever the text says */
extern SmBirthRead SanctAddBirthDate(KnownFacts *known, const char *utf8, bool circa);

/* Add countries; false if something of the text names none */
extern bool SanctAddCountries(KnownFacts *known, const char *utf8);

/* Set the gender; false if the text names none */
extern bool SanctSetGender(KnownFacts *known, const char *utf8);

extern void SanctAddBirthPlace(KnownFacts *known, const char *utf8);

/*
 * Add a document that a country has issued, NULL: of passports and national ids the one that the text names, if any;
 * false if the text holds no number to compare
 */
extern bool SanctAddDocument(KnownFacts *known, const SmDocumentKind *kind, const char *utf8, const char *country);

/* The number of a type of entries for SmFacts; 0 = it is not known, or other */
extern int	SanctTypeNumber(const char *type);

/* The type of a number that is not 0 */
extern const char *SanctTypeName(int number);

/*
 * What the name of a subject of which this is known is read as that of.  Never a person's: a company that is told to be
 * one would be missed by its own name.
 */
extern SmNamed SanctNamedOf(const KnownFacts *known);

#endif
