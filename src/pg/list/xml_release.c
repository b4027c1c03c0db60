/* A document in XML that is a whole release of a list */
#include "postgres.h"

#include "pg/list/xml_release.h"

#include "nodes/pg_list.h"

#include "pg/list/entry.h"

/*
 * Reads a document that is a whole list, for an importer that ends its entries itself, and closes
 * the source
 */
void
xml_read_list(XmlReader *reader, ListRelease *release, void *importer)
{
	reader->importer = importer;
	reader->context = release->scratch;
	xml_read(reader);
	if (release->entries == NIL)
		xml_error(reader, reader->line, "The document holds no entry.");
	list_close_file(release, reader->source);
}

/* A new entry of this id, given in UTF-8; complains if there is one already */
ListEntry *
xml_add_entry(XmlReader *reader, ListRelease *release, const char *uid)
{
	const char *server = list_to_server(uid, strlen(uid));
	ListEntry  *entry = list_add_entry(release, server, reader->line);
	ListEntry  *other;

	if (entry)
		return entry;
	other = list_find_entry(release, server);
	if (other)
		xml_error(reader, reader->line, "Entry %s stands in the document twice, on line %lld before.",
				  uid, (long long) other->place);
	xml_error(reader, reader->line, "The id of an entry has more than %d bytes.", LIST_UID_MAX);
}
