/* A document in XML that is a whole release of a list */
#include "postgres.h"

#include "pg/list/xml_release.h"

#include "pg/list/dates.h"
#include "pg/list/entry.h"
#include "pg/list/entry_store.h"
#include "pg/list/known.h"
#include "pg/list/publish.h"

/*
 * Read a document that is a whole list, for an importer that ends its entries itself, and close
 * the source
 */
void
SanctReadXmlRelease(XmlReader *reader, ListRelease *release, void *importer)
{
	reader->importer = importer;
	reader->context = release->scratch;
	SanctReadXml(reader);
	release->known = reader->known;
	release->known->part = release->max_removed >= 1;
	SanctWarnOfUnknown(release->known);
	SanctCheckPresent(release->known);
	if (release->nentries == 0)
		SanctXmlError(reader, reader->line, "The document holds no entry.");
	if (reader->end != NULL)
		reader->end(importer);
	SanctCloseFile(release, reader->source);
}

/*
 * Read a document, which messages call so, that is a whole list, and make it the current release; returns its row of
 * sanct_release
 */
Datum
SanctImportXml(FunctionCallInfo fcinfo, XmlImport *import, const char *document)
{
	import->xml.source = SanctOpenDocument(import->release, fcinfo, document);
	SanctReadXmlRelease(&import->xml, import->release, import);
	return SanctPublishRelease(fcinfo, import->release);
}

/* Take the day of the release, if an element or an attribute of this name tells one; complains of what is no day */
void
SanctTakeXmlDay(XmlReader *reader, ListRelease *release, const char *name, const char *day, const char *example)
{
	char		iso[DATE_TEXT_MAX];

	if (day == NULL)
		return;
	if (!SanctReadNumericDate(day, iso) || !SanctIsDay(iso))
		SanctXmlError(reader, reader->line, "%s is \"%s\", expected a date as %s.", name, day, example);
	SanctSetPublished(release, iso);
}

/* A new entry of this id, given in UTF-8; complains if there is one already */
ListEntry *
SanctAddXmlEntry(XmlReader *reader, ListRelease *release, const char *uid)
{
	const char *server = SanctToServer(uid, strlen(uid));
	ListEntry  *entry = SanctAddEntry(release, server, reader->line);
	ListEntry  *other;

	if (entry)
		return entry;
	other = SanctFindEntry(release, server);
	if (other)
		SanctXmlError(reader, reader->line, "Entry %s stands in the document twice, on line %lld before.",
					  uid, (long long) other->record.place);
	SanctXmlError(reader, reader->line, "The id of an entry has more than %d bytes.", LIST_UID_MAX);
}
