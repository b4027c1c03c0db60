#ifndef SANCT_LIST_XML_RELEASE_H
#define SANCT_LIST_XML_RELEASE_H

/* A document in XML that is a whole release of a list */

#include "pg/list/release.h"
#include "pg/list/xml.h"

/* What imports of XML have in common: begins the struct of one that has more */
typedef struct XmlImport
{
	XmlReader	xml;
	ListRelease *release;
	ListEntry  *entry;			/* being read */
} XmlImport;

extern ListEntry *SanctAddXmlEntry(XmlReader *reader, ListRelease *release, const char *uid);

extern void SanctTakeXmlDay(XmlReader *reader, ListRelease *release, const char *name, const char *day,
							const char *example);
extern void SanctReadXmlRelease(XmlReader *reader, ListRelease *release, void *importer);
extern Datum SanctImportXml(FunctionCallInfo fcinfo, XmlImport *import, const char *document);

#endif
