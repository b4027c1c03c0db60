/*
 * import_un.c: the UN Security Council Consolidated List in XML
 *
 * The document is read one entry at a time.  Nothing outside of it is ever loaded, and a document
 * type declaration, with which entities could be defined, is refused.
 */
#include "postgres.h"

#include <ctype.h>
#include <libxml/xmlreader.h>

#include "fmgr.h"
#include "list.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "pg/compat.h"
#include "remarks.h"
#include "utils/builtins.h"
#include "utils/date.h"

#define HINT_DAMAGED "The document is damaged or not the UN's list; download it again."

/* The state of one import */
typedef struct UnReader
{
	ListRelease *release;
	ListEntry  *entry;			/* being read */
	int			line;			/* it begins on */
	int			error_line;
	char	   *error;			/* first complaint of the XML library */
} UnReader;

PG_FUNCTION_INFO_V1(sanct_import_un_xml);

/* Keeps the first error of the XML library; nothing may be thrown from inside of it */
#if LIBXML_VERSION >= 21200
static void
KeepError(void *arg, const xmlError *error)
#else
static void
KeepError(void *arg, xmlErrorPtr error)
#endif
{
	UnReader   *un = (UnReader *) arg;

	if (un->error || error->level < XML_ERR_ERROR)
		return;
	un->error = strdup(error->message ? error->message : "unknown error");
	un->error_line = error->line;
}

/* Tells the line when something else than the reader complains, such as an encoding */
static void
UnContext(void *arg)
{
	UnReader   *un = (UnReader *) arg;

	if (un->line > 0)
		errcontext("UN document, line %d", un->line);
}

/* Reports damage in the document; the detail says what stood there and what was expected */
static void SANCT_NORETURN
UnError(UnReader *un, int line, const char *hint, const char *detail)
{
	un->line = 0;				/* the message has the position already */
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_XML_DOCUMENT),
			 errmsg("UN document is damaged: line %d", line),
			 errdetail_internal("%s", detail),
			 errhint("%s", hint)));
	pg_unreachable();
}

/* Whitespace runs become one blank, those at the ends vanish; NULL if nothing is left */
static char *
Squeeze(const char *text, size_t length)
{
	char	   *result = palloc(length + 1);
	size_t		n = 0;

	for (size_t i = 0; i < length; i++)
	{
		bool		blank = text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r';

		if (!blank)
			result[n++] = text[i];
		else if (n > 0 && result[n - 1] != ' ')
			result[n++] = ' ';
	}
	if (n > 0 && result[n - 1] == ' ')
		n--;
	result[n] = '\0';
	return n > 0 ? result : NULL;
}

/* The text inside an element, in UTF-8; NULL if there is none */
static char *
NodeText(xmlNodePtr node)
{
	xmlChar    *content = xmlNodeGetContent(node);
	char	   *text;

	if (content == NULL)
		return NULL;
	text = Squeeze((char *) content, strlen((char *) content));
	xmlFree(content);
	return text;
}

/* True if a node is the element of this name */
static bool
IsElement(xmlNodePtr node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && strcmp((const char *) node->name, name) == 0;
}

/* The text of the first child element of this name that has one, or NULL */
static char *
ChildText(xmlNodePtr parent, const char *name)
{
	for (xmlNodePtr node = parent->children; node; node = node->next)
	{
		char	   *text = IsElement(node, name) ? NodeText(node) : NULL;

		if (text)
			return text;
	}
	return NULL;
}

/* The texts of those children, in the order of the names, joined; NULL if none has a text */
static char *
JoinChildren(xmlNodePtr parent, const char *separator, const char *const *names)
{
	StringInfoData joined;

	initStringInfo(&joined);
	for (; *names; names++)
	{
		char	   *text = ChildText(parent, *names);

		if (text)
			appendStringInfo(&joined, "%s%s", joined.len > 0 ? separator : "", text);
	}
	return joined.len > 0 ? joined.data : NULL;
}

/* Adds a fact if it has a value and the entry does not have it yet, as documents repeat */
static void
AddFact(UnReader *un, const char *kind, const char *value, const char *country, const char *note)
{
	ListCell   *cell;
	char	   *server;

	if (value == NULL)
		return;
	server = list_to_server(value, strlen(value));
	foreach(cell, un->entry->identifiers)
	{
		ListRow    *row = lfirst(cell);

		if (row->column[IDENTIFIER_VALUE] && strcmp(row->column[IDENTIFIER_KIND], kind) == 0 &&
			strcmp(row->column[IDENTIFIER_VALUE], server) == 0 &&
			(row->column[IDENTIFIER_COUNTRY] != NULL || country == NULL))
			return;
	}
	list_add_identifier(un->release, un->entry, kind, value, country, note, NULL);
}

/* Adds one name without the quotes or blanks around it; the mark "(original script)" is dropped */
static void
AddName(UnReader *un, const char *text, size_t length, const char *kind, bool weak)
{
	static const char mark[] = "(original script)";
	char	   *name = Squeeze(text, length);
	size_t		n = name ? strlen(name) : 0;

	if (n > strlen(mark) && strcmp(name + n - strlen(mark), mark) == 0)
		name[n -= strlen(mark)] = '\0';
	if (n >= 2 && name[0] == '"' && name[n - 1] == '"')
	{
		name[n - 1] = '\0';
		name++;
	}
	name = name ? Squeeze(name, strlen(name)) : NULL;
	if (name)
		list_add_name(un->release, un->entry, name, kind, weak, NULL);
}

/* Adds the names that stand between semicolons outside of parentheses */
static void
AddParts(UnReader *un, const char *text, size_t length, const char *kind, bool weak)
{
	size_t		start = 0;
	int			depth = 0;

	for (size_t i = 0; i <= length; i++)
	{
		if (i < length && text[i] == '(')
			depth++;
		else if (i < length && text[i] == ')')
			depth--;
		if (i < length && (text[i] != ';' || depth > 0))
			continue;
		AddName(un, text + start, i - start, kind, weak);
		start = i + 1;

		/* a document's primary name is one name; what follows it are others */
		if (strcmp(kind, "primary") == 0)
			kind = "alias";
	}
}

/* Where the parenthesis that ends the text begins, or NULL if it does not end in one */
static const char *
LastParenthesis(const char *text)
{
	const char *s = text + strlen(text) - 1;
	int			depth = 0;

	if (*s != ')')
		return NULL;
	for (; s > text; s--)
	{
		if (*s == ')')
			depth++;
		else if (*s == '(' && --depth == 0)
			return s;
	}
	return NULL;
}

/*
 * Adds a name as the list writes it.  "Jin Tiesan (another script)" and the reverse hold the same
 * name in two scripts, "A; B" two names.  "Leader (Hong Kong) Ltd" and "Bank (DCB)" are one.
 */
static void
AddNames(UnReader *un, const char *text, const char *kind, bool weak)
{
	const char *inner = LastParenthesis(text);

	if (inner)
	{
		const char *inside = list_script(inner);
		char	   *outer = pnstrdup(text, inner - text);
		const char *outside = list_script(outer);

		if (inside && outside && strcmp(inside, outside) != 0)
		{
			AddParts(un, outer, strlen(outer), kind, weak);
			AddParts(un, inner + 1, strlen(inner) - 2, "alias", weak);
			return;
		}
	}
	AddParts(un, text, strlen(text), kind, weak);
}

/* Adds a date of birth in ISO 8601, as exactly as it is known */
static void
AddBirthDate(UnReader *un, xmlNodePtr node)
{
	char	   *type = ChildText(node, "TYPE_OF_DATE");
	char	   *date = ChildText(node, "DATE");
	char	   *from = ChildText(node, "FROM_YEAR");
	char	   *to = ChildText(node, "TO_YEAR");
	char	   *note = ChildText(node, "NOTE");

	if (date && strlen(date) > 10 && date[4] == '-' && date[7] == '-')
		date[10] = '\0';		/* older documents add a time zone */
	if (date == NULL)
		date = ChildText(node, "YEAR");
	if (date == NULL && from && to)
		date = psprintf("%s/%s", from, to);
	if (note == NULL && type && strcmp(type, "APPROXIMATELY") == 0)
		note = "circa";
	AddFact(un, "birth-date", date, NULL, note);
}

/* Adds an alias, and what else is known of the person under that name */
static void
AddAlias(UnReader *un, xmlNodePtr node)
{
	static const char *const place[] = {"CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", NULL};
	char	   *name = ChildText(node, "ALIAS_NAME");
	char	   *quality = ChildText(node, "QUALITY");
	char	   *date = ChildText(node, "DATE_OF_BIRTH");
	char		iso[REMARK_DATE_MAX];
	bool		circa;

	if (name == NULL)
		return;
	AddNames(un, name, quality && strncmp(quality, "f.k.a", 5) == 0 ? "former-name" : "alias",
			 quality && strcmp(quality, "Low") == 0);
	if (date && remarks_date(date, iso, &circa))
		date = iso;
	AddFact(un, "birth-date", date, NULL, name);
	AddFact(un, "birth-place", JoinChildren(node, ", ", place), NULL, name);
}

/* The kind of identifier a document in one of the UN's languages is */
static const char *
DocumentKind(const char *type)
{
	static const char *const passport[] = {"assport", "asseport", "asaporte", NULL};
	static const char *const national[] = {"ational", "dentity card", "tazkira", "dentification",
	"ivil", "ID", NULL};

	for (int i = 0; type && passport[i]; i++)
	{
		if (strstr(type, passport[i]))
			return "passport";
	}
	for (int i = 0; type && national[i]; i++)
	{
		if (strstr(type, national[i]))
			return "national-id";
	}
	return "other-id";
}

/* Adds a passport or another document; the second type is the closer one */
static void
AddDocument(UnReader *un, xmlNodePtr node)
{
	static const char *const note[] = {"TYPE_OF_DOCUMENT2", "NOTE", "CITY_OF_ISSUE",
	"DATE_OF_ISSUE", NULL};
	char	   *type = ChildText(node, "TYPE_OF_DOCUMENT");
	char	   *country = ChildText(node, "ISSUING_COUNTRY");

	if (type == NULL)
		type = ChildText(node, "TYPE_OF_DOCUMENT2");
	if (country == NULL)
		country = ChildText(node, "COUNTRY_OF_ISSUE");
	AddFact(un, DocumentKind(type), ChildText(node, "NUMBER"), country,
			JoinChildren(node, "; ", note));
}

/* Adds an address if there is more to it than an empty element */
static void
AddAddress(UnReader *un, xmlNodePtr node)
{
	static const char *const part[] = {"STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", NULL};
	char	   *value = JoinChildren(node, ", ", part);
	char	   *country = ChildText(node, "COUNTRY");
	char	   *note = ChildText(node, "NOTE");

	if (value || country || note)
		list_add_identifier(un->release, un->entry, "address", value, country, note, NULL);
}

/* Calls a function for the text of each VALUE of an element */
static void
EachValue(xmlNodePtr node, void (*function) (UnReader *, char *), UnReader *un)
{
	for (xmlNodePtr value = node->children; value; value = value->next)
	{
		char	   *text = IsElement(value, "VALUE") ? NodeText(value) : NULL;

		if (text)
			function(un, text);
	}
}

/* Adds a nationality */
static void
AddNationality(UnReader *un, char *text)
{
	AddFact(un, "nationality", text, NULL, NULL);
	un->entry->nationalities = lappend(un->entry->nationalities,
									   list_to_server(text, strlen(text)));
}

/* Adds a title or an office, which one column holds together */
static void
AddTitle(UnReader *un, char *text)
{
	char	   *title = list_to_server(text, strlen(text));

	un->entry->title = un->entry->title ? psprintf("%s; %s", un->entry->title, title) : title;
}

/* Keeps the comments whole; a ship's number is the one fact that stands there in a fixed form */
static void
AddComments(UnReader *un, char *text)
{
	char	   *imo = strstr(text, "IMO number: ");

	un->entry->remarks = list_to_server(text, strlen(text));
	if (imo)
	{
		imo += strlen("IMO number: ");
		if (strspn(imo, "0123456789") == 7)
			AddFact(un, "imo", pnstrdup(imo, 7), NULL, NULL);
	}
}

/* Takes one child of an entry */
static void
ReadField(UnReader *un, xmlNodePtr node)
{
	static const char *const place[] = {"STREET", "CITY", "STATE_PROVINCE", "COUNTRY", NULL};
	char	   *text;

	if (IsElement(node, "INDIVIDUAL_ALIAS") || IsElement(node, "ENTITY_ALIAS"))
		AddAlias(un, node);
	else if (IsElement(node, "INDIVIDUAL_ADDRESS") || IsElement(node, "ENTITY_ADDRESS"))
		AddAddress(un, node);
	else if (IsElement(node, "INDIVIDUAL_DATE_OF_BIRTH"))
		AddBirthDate(un, node);
	else if (IsElement(node, "INDIVIDUAL_PLACE_OF_BIRTH"))
		AddFact(un, "birth-place", JoinChildren(node, ", ", place), ChildText(node, "COUNTRY"),
				ChildText(node, "NOTE"));
	else if (IsElement(node, "INDIVIDUAL_DOCUMENT"))
		AddDocument(un, node);
	else if (IsElement(node, "NATIONALITY"))
		EachValue(node, AddNationality, un);
	else if (IsElement(node, "TITLE") || IsElement(node, "DESIGNATION"))
		EachValue(node, AddTitle, un);
	else if (IsElement(node, "NAME_ORIGINAL_SCRIPT") && (text = NodeText(node)) != NULL)
		AddNames(un, text, "original-script", false);
	else if (IsElement(node, "COMMENTS1") && (text = NodeText(node)) != NULL)
		AddComments(un, text);
	else if (IsElement(node, "GENDER") && (text = NodeText(node)) != NULL)
	{
		for (char *s = text; *s; s++)
			*s = pg_ascii_tolower((unsigned char) *s);
		AddFact(un, "gender", text, NULL, NULL);
	}
}

/* A day as 2009-04-24, without the time zone older documents add; complains if it is none */
static char *
ReadDay(UnReader *un, char *text, int line, const char *element)
{
	for (int i = 0; i < 10; i++)
	{
		bool		right = i == 4 || i == 7 ? text[i] == '-' : isdigit((unsigned char) text[i]);

		if (!right)
			UnError(un, line, HINT_DAMAGED,
					psprintf("%s is \"%s\", expected a date as 2009-04-24.", element, text));
	}
	text[10] = '\0';
	(void) DirectFunctionCall1(date_in, CStringGetDatum(text));
	return text;
}

/* Takes an INDIVIDUAL or ENTITY */
static void
ReadEntry(UnReader *un, xmlNodePtr node, const char *type)
{
	static const char *const name_part[] = {"FIRST_NAME", "SECOND_NAME", "THIRD_NAME",
	"FOURTH_NAME", NULL};
	char	   *reference = ChildText(node, "REFERENCE_NUMBER");
	char	   *name = JoinChildren(node, " ", name_part);
	char	   *program = ChildText(node, "UN_LIST_TYPE");
	char	   *listed_on = ChildText(node, "LISTED_ON");
	ListRow    *primary;

	un->line = xmlGetLineNo(node);
	if (reference == NULL)
		UnError(un, un->line, HINT_DAMAGED, "The entry has no REFERENCE_NUMBER.");
	reference = list_to_server(reference, strlen(reference));
	if (name == NULL)
		UnError(un, un->line, HINT_DAMAGED, psprintf("Entry %s has no name.", reference));
	un->entry = list_add_entry(un->release, reference, un->line);
	if (un->entry == NULL)
	{
		ListEntry  *other = list_find_entry(un->release, reference);

		UnError(un, un->line, HINT_DAMAGED,
				other ? psprintf("Entry %s stands in the document twice, on line %lld before.",
								 reference, (long long) other->place) :
				psprintf("REFERENCE_NUMBER has more than %d bytes.", LIST_UID_MAX));
	}

	un->entry->type = type;
	AddNames(un, name, "primary", false);
	if (un->entry->names == NIL)
		UnError(un, un->line, HINT_DAMAGED, psprintf("Entry %s has no name.", reference));
	primary = linitial(un->entry->names);
	un->entry->primary_name = primary->column[NAME_NAME];
	if (program)
		un->entry->programs = list_make1(list_to_server(program, strlen(program)));
	if (listed_on)
		un->entry->listed_on = ReadDay(un, listed_on, un->line, "LISTED_ON");
	for (xmlNodePtr child = node->children; child; child = child->next)
		ReadField(un, child);
}

/* Checks the root element and takes the date of the release from it */
static void
ReadRoot(UnReader *un, xmlTextReaderPtr reader)
{
	const char *name = (const char *) xmlTextReaderConstLocalName(reader);
	int			line = xmlTextReaderGetParserLineNumber(reader);
	xmlChar    *generated;

	if (strcmp(name, "CONSOLIDATED_LIST") != 0)
		UnError(un, line, HINT_DAMAGED,
				psprintf("The document's element is %s, expected CONSOLIDATED_LIST.", name));
	generated = xmlTextReaderGetAttribute(reader, (const xmlChar *) "dateGenerated");
	if (generated && !un->release->has_published)
	{
		char	   *day = ReadDay(un, pstrdup((char *) generated), line, "dateGenerated");

		un->release->published = DatumGetDateADT(DirectFunctionCall1(date_in, CStringGetDatum(day)));
		un->release->has_published = true;
	}
	if (generated)
		xmlFree(generated);
}

/* Takes the node the reader stands on; true if the reader must step over its inside */
static bool
ReadNode(UnReader *un, xmlTextReaderPtr reader)
{
	int			depth = xmlTextReaderDepth(reader);
	int			type = xmlTextReaderNodeType(reader);
	const char *name;
	xmlNodePtr	node;

	un->line = xmlTextReaderGetParserLineNumber(reader);
	if (type == XML_READER_TYPE_DOCUMENT_TYPE)
		UnError(un, un->line, "The UN's list has none.", "The document has a document type declaration.");
	if (type != XML_READER_TYPE_ELEMENT)
		return false;
	if (depth == 0)
		ReadRoot(un, reader);
	if (depth != 2)
		return false;

	name = (const char *) xmlTextReaderConstLocalName(reader);
	if (strcmp(name, "INDIVIDUAL") != 0 && strcmp(name, "ENTITY") != 0)
		return false;
	node = xmlTextReaderExpand(reader);
	if (node == NULL)
		return false;			/* the next step reports why */
	ReadEntry(un, node, name[0] == 'I' ? "person" : "organisation");
	return true;
}

/* Reads the whole document */
static void
ReadDocument(UnReader *un, xmlTextReaderPtr reader)
{
	int			result = xmlTextReaderRead(reader);

	while (result == 1)
	{
		CHECK_FOR_INTERRUPTS();
		if (ReadNode(un, reader))
			result = xmlTextReaderNext(reader);
		else
			result = xmlTextReaderRead(reader);
	}
	if (result != 0 || un->error)
		UnError(un, un->error ? un->error_line : un->line, HINT_DAMAGED,
				psprintf("The document is cut off or no well-formed XML: %s",
						 un->error ? Squeeze(un->error, strlen(un->error)) : "unknown error"));
	if (un->release->entries == NIL)
		UnError(un, un->line, HINT_DAMAGED, "The document holds no entry.");
}

/* Refuses what is no XML document at all */
static void
CheckKind(UnReader *un, const char *data, size_t length)
{
	size_t		i = length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

	while (i < length && isspace((unsigned char) data[i]))
		i++;
	if (i == length)
		UnError(un, 1, HINT_DAMAGED, "The document is empty.");
	if (data[i] != '<' && (unsigned char) data[i] < 0xFE && data[i] != '\0')
		UnError(un, 1, "OFAC's lists in CSV are loaded by sanct_import_ofac_csv().",
				"The document is no XML.");
	if (length > INT_MAX)
		UnError(un, 1, HINT_DAMAGED, "The document is too long.");
}

/*
 * Loads a release of the UN's list: document, published (else taken from the document),
 * allow_shrinking.  Returns the row of sanct_release.
 */
Datum
sanct_import_un_xml(PG_FUNCTION_ARGS)
{
	bytea	   *document;
	UnReader	un = {0};
	ErrorContextCallback context;
	xmlTextReaderPtr reader;

	if (PG_ARGISNULL(0))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("the document is missing")));
	document = PG_GETARG_BYTEA_PP(0);
	CheckKind(&un, VARDATA_ANY(document), VARSIZE_ANY_EXHDR(document));

	un.release = list_new_release("un-sc", "Consolidated List", "UN Security Council");
	un.release->has_published = !PG_ARGISNULL(1);
	if (un.release->has_published)
		un.release->published = PG_GETARG_DATEADT(1);
	un.release->allow_shrinking = !PG_ARGISNULL(2) && PG_GETARG_BOOL(2);
	list_add_file(un.release, document);

	reader = xmlReaderForMemory(VARDATA_ANY(document), VARSIZE_ANY_EXHDR(document), NULL, NULL,
								XML_PARSE_NONET);
	if (reader == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_OUT_OF_MEMORY),
				 errmsg("out of memory")));
	xmlTextReaderSetStructuredErrorHandler(reader, (xmlStructuredErrorFunc) KeepError, &un);

	context.callback = UnContext;
	context.arg = &un;
	context.previous = error_context_stack;
	error_context_stack = &context;
	PG_TRY();
	{
		ReadDocument(&un, reader);
	}
	PG_FINALLY();
	{
		xmlFreeTextReader(reader);
		free(un.error);
	}
	PG_END_TRY();
	error_context_stack = context.previous;

	return list_publish(fcinfo, un.release);
}
