/*
 * A list in XML, read one entry at a time
 *
 * Nothing outside of the document is ever loaded, and a document type declaration, with which
 * entities could be defined, is refused.
 */
#include "postgres.h"

#include "pg/list/xml.h"

#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#include "data/list_field_table.h"
#include "pg/base/shown.h"
#include "pg/list/csv.h"
#include "pg/list/damage.h"

#define BLANKS " \t\r\n"

#define HINT_DAMAGED "The document is damaged or not the one expected here; download it again."

/* Keep where the first error of the XML library is; nothing may be thrown from inside of it */
#if LIBXML_VERSION >= 21200
static void
KeepError(void *arg, const xmlError *error)
#else
static void
KeepError(void *arg, xmlErrorPtr error)
#endif
{
	XmlReader  *reader = (XmlReader *) arg;

	if (reader->error_line > 0 || error->level < XML_ERR_ERROR)
		return;
	reader->error_line = error->line > 0 ? error->line : 1;
}

/*
 * Give the XML library the next bytes of the document.  What the source throws is kept, as it
 * must not pass through the library.
 */
static int
ReadSource(void *arg, char *buffer, int size)
{
	XmlReader  *reader = (XmlReader *) arg;
	MemoryContext old = CurrentMemoryContext;
	volatile int length = -1;

	if (reader->failure)
		return -1;
	PG_TRY();
	{
		length = SanctReadSource(reader->source, buffer, size);
	}
	PG_CATCH();
	{
		MemoryContextSwitchTo(old);
		reader->failure = CopyErrorData();
		FlushErrorState();
	}
	PG_END_TRY();
	return length;
}

/* Tell the line when something else than the reader complains, such as an encoding */
static void
XmlContext(void *arg)
{
	XmlReader  *reader = (XmlReader *) arg;

	if (reader->line > 0)
		errcontext("%s, line %d", reader->source->name, reader->line);
}

/* Give back what the XML library holds, when the import's memory goes */
static void
FreeReader(void *arg)
{
	XmlReader  *reader = (XmlReader *) arg;

	xmlFreeTextReader(reader->reader);
	reader->reader = NULL;
}

/* Report damage in the document; the detail says what stood there and what was expected */
void
SanctXmlError(XmlReader *reader, int line, const char *format,...)
{
	char	   *detail;
	va_list		args;

	va_start(args, format);
	detail = SanctFormatDetail(format, args);
	va_end(args);
	reader->line = 0;			/* the message has the position already */
	if (reader->known)
		SanctWarnOfUnknown(reader->known);
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_XML_DOCUMENT),
			 errmsg("%s is damaged: line %d", reader->source->name, line),
			 errdetail_internal("%s", SanctShownSentence(pg_any_to_server(detail, strlen(detail), PG_UTF8))),
			 errhint(HINT_DAMAGED)));
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
		if (text[i] && !strchr(BLANKS, text[i]))
			result[n++] = text[i];
		else if (n > 0 && result[n - 1] != ' ')
			result[n++] = ' ';
	}
	if (n > 0 && result[n - 1] == ' ')
		n--;
	result[n] = '\0';
	return n > 0 ? result : NULL;
}

/* A text of the XML library, squeezed, and given back to it */
static char *
TakeContent(xmlChar *content)
{
	char	   *text;

	if (content == NULL)
		return NULL;
	text = Squeeze((char *) content, strlen((char *) content));
	xmlFree(content);
	return text;
}

/* The text inside an element, in UTF-8; NULL if there is none */
char *
SanctElementText(xmlNodePtr node)
{
	return TakeContent(xmlNodeGetContent(node));
}

/* The same with its line ends and blanks, but for those at the ends */
char *
SanctVerbatimText(xmlNodePtr node)
{
	xmlChar    *content = xmlNodeGetContent(node);
	char	   *text = content ? pstrdup((char *) content) : NULL;

	if (content)
		xmlFree(content);
	return text ? SanctTrimField(text) : NULL;
}

/* The text of an attribute, in UTF-8; NULL if there is none */
char *
SanctAttributeText(xmlNodePtr node, const char *name)
{
	return TakeContent(xmlGetNoNsProp(node, (const xmlChar *) name));
}

/* True if a node is the element of this name */
bool
SanctIsElement(xmlNodePtr node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && strcmp((const char *) node->name, name) == 0;
}

/* The first child element of this name, or NULL, also if the parent is NULL */
xmlNodePtr
SanctFindChild(xmlNodePtr parent, const char *name)
{
	for (xmlNodePtr node = parent ? parent->children : NULL; node; node = node->next)
	{
		if (SanctIsElement(node, name))
			return node;
	}
	return NULL;
}

/* The text of the first child element of this name that has one, or NULL */
char *
SanctChildText(xmlNodePtr parent, const char *name)
{
	for (xmlNodePtr node = parent ? parent->children : NULL; node; node = node->next)
	{
		char	   *text = SanctIsElement(node, name) ? SanctElementText(node) : NULL;

		if (text)
			return text;
	}
	return NULL;
}

/* Append the text of a child, if it has one, behind a label */
static void
AppendChild(StringInfo joined, xmlNodePtr parent, const char *name, const char *separator, const char *label)
{
	char	   *text = SanctChildText(parent, name);

	if (text)
		appendStringInfo(joined, "%s%s%s", joined->len > 0 ? separator : "", label, text);
}

/* The texts of children, in the order of the names, joined; NULL if none has a text */
char *
SanctJoinChildren(xmlNodePtr parent, const char *separator, const char *const *names)
{
	StringInfoData joined;

	initStringInfo(&joined);
	for (; *names; names++)
		AppendChild(&joined, parent, *names, separator, "");
	return joined.len > 0 ? joined.data : NULL;
}

/* The same, each behind its label; pairs of a name and a label, the last without a name */
char *
SanctLabelChildren(xmlNodePtr parent, const char *separator, const char *const (*labels)[2])
{
	StringInfoData joined;

	initStringInfo(&joined);
	for (; (*labels)[0]; labels++)
		AppendChild(&joined, parent, (*labels)[0], separator, (*labels)[1]);
	return joined.len > 0 ? joined.data : NULL;
}

/* Take the children of an element as a table tells, which ends in a field without a name */
void
SanctTakeFields(XmlReader *reader, xmlNodePtr parent, const XmlField *fields)
{
	for (xmlNodePtr node = parent->children; node; node = node->next)
	{
		const XmlField *field = fields;

		if (node->type != XML_ELEMENT_NODE)
			continue;
		while (field->name && !SanctIsElement(node, field->name))
			field++;
		if (field->name)
			field->take(reader->importer, node, field->kind);
	}
}

/* Refuse a text of an element or attribute that has so many bytes, if they are too many, before it is taken apart */
static void
CheckLength(XmlReader *reader, size_t length, const char *what, const xmlChar *name, int line)
{
	if (length <= LIST_TEXT_MAX)
		return;
	reader->line = 0;			/* the message has the position already */
	SanctRefuseLongText(psprintf("%s %s", what, SanctShown((const char *) name)),
						psprintf("%s, line %d", reader->source->name, line));
}

/* Bytes of a node's own text */
static size_t
TextLength(xmlNodePtr node)
{
	return node->content && (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) ?
		strlen((char *) node->content) : 0;
}

/* Look up the attributes of an element in the group of what may stand in it; those of other namespaces are XML's own */
static void
CheckAttributes(XmlReader *reader, xmlNodePtr node, int group)
{
	int			hint = 0;

	for (xmlAttrPtr attribute = node->properties; attribute; attribute = attribute->next)
	{
		const char *name = (const char *) attribute->name;
		int			field = group < 0 ? -1 : SanctKnownField(name, true, group, hint);

		if (field < 0 && attribute->ns == NULL)
			SanctNoteUnknown(reader->known, "attribute", name, (const char *) node->name, xmlGetLineNo(node));
		if (field < 0)
			continue;
		if (attribute->children)
			CheckLength(reader, TextLength(attribute->children), "Attribute", attribute->name, xmlGetLineNo(node));
		SanctCountField(reader->known, field, attribute->children && attribute->children->content &&
						attribute->children->content[0]);
		hint = field - sm_list_groups[group].first + 1;
	}
}

/* The field of an element, noted where it is not known: -1 then */
static int
FindElement(XmlReader *reader, xmlNodePtr node, int group, int hint)
{
	const char *name = (const char *) node->name;
	int			field = group < 0 ? -1 : SanctKnownField(name, false, group, hint);

	if (field < 0)
		SanctNoteUnknown(reader->known, "element", name, (const char *) node->parent->name, xmlGetLineNo(node));
	return field;
}

/* Look up all that stands in an element that is taken whole; what is left out is not looked into */
static void
CheckElement(XmlReader *reader, xmlNodePtr node, int field)
{
	int			group = sm_list_fields[field].inside;
	int			hint = 0;
	size_t		length = 0;

	check_stack_depth();
	SanctCountField(reader->known, field, node->children || node->properties);
	if (sm_list_fields[field].presence == SM_LIST_OUT)
		return;
	CheckAttributes(reader, node, group);
	for (xmlNodePtr child = node->children; child; child = child->next)
	{
		int			found = child->type == XML_ELEMENT_NODE ? FindElement(reader, child, group, hint) : -1;

		length += TextLength(child);
		if (found < 0)
			continue;
		CheckElement(reader, child, found);
		hint = found - sm_list_groups[group].first;
	}
	CheckLength(reader, length, "Element", node->name, xmlGetLineNo(node));
}

/* Check the root element */
static void
ReadRoot(XmlReader *reader)
{
	const char *name = (const char *) xmlTextReaderConstLocalName(reader->reader);

	if (strcmp(name, reader->root) != 0)
		SanctXmlError(reader, reader->line, "The document's element is %s, expected %s.", name,
					  reader->root);
	if (reader->known)
	{
		int			field = sm_list_groups[reader->known->format->first].first;

		SanctCountField(reader->known, field, true);
		reader->group[0] = sm_list_fields[field].inside;
		CheckAttributes(reader, xmlTextReaderCurrentNode(reader->reader), reader->group[0]);
	}
	if (reader->begin)
		reader->begin(reader->importer, xmlTextReaderCurrentNode(reader->reader));
}

/*
 * Look up an element that is not taken whole; true if its inside is to be stepped over, as it is not known or left
 * out.  One that a rule takes is looked into then.
 */
static bool
StepsOver(XmlReader *reader, int depth)
{
	xmlNodePtr	node = xmlTextReaderCurrentNode(reader->reader);
	int			field = FindElement(reader, node, reader->group[depth - 1], 0);

	if (field < 0)
		return true;
	SanctCountField(reader->known, field, true);
	reader->group[depth] = sm_list_fields[field].inside;
	CheckAttributes(reader, node, reader->group[depth]);
	return sm_list_fields[field].presence == SM_LIST_OUT;
}

/* Take an element whole as a rule says; false if it cannot be read, of which the next step reports why */
static bool
TakeWhole(XmlReader *reader, const XmlRule *rule, int depth)
{
	xmlNodePtr	node = xmlTextReaderCurrentNode(reader->reader);
	int			field = reader->known ? FindElement(reader, node, reader->group[depth - 1], 0) : -1;
	MemoryContext old;

	reader->group[depth] = field >= 0 ? sm_list_fields[field].inside : -1;
	node = xmlTextReaderExpand(reader->reader);
	if (node == NULL)
		return false;
	old = MemoryContextSwitchTo(reader->context);
	if (field >= 0)
		CheckElement(reader, node, field);
	rule->take(reader->importer, node);
	MemoryContextSwitchTo(old);
	MemoryContextReset(reader->context);
	return true;
}

/* Take the node the reader stands on; true if the reader must step over its inside */
static bool
ReadNode(XmlReader *reader)
{
	int			depth = xmlTextReaderDepth(reader->reader);
	int			type = xmlTextReaderNodeType(reader->reader);
	const char *name;

	reader->line = xmlTextReaderGetParserLineNumber(reader->reader);
	if (type == XML_READER_TYPE_DOCUMENT_TYPE)
		SanctXmlError(reader, reader->line, "The document has a document type declaration, expected none.");
	if (type != XML_READER_TYPE_ELEMENT || depth >= XML_MAX_DEPTH)
		return false;

	/* the parser is ahead of the element */
	reader->line = xmlGetLineNo(xmlTextReaderCurrentNode(reader->reader));
	name = (const char *) xmlTextReaderConstLocalName(reader->reader);
	strlcpy(reader->parent[depth], name, sizeof(reader->parent[depth]));
	if (depth == 0)
	{
		ReadRoot(reader);
		return false;
	}
	for (const XmlRule *rule = reader->rules; rule->name; rule++)
	{
		if (strcmp(rule->name, name) == 0 && strcmp(rule->parent, reader->parent[depth - 1]) == 0)
			return TakeWhole(reader, rule, depth);
	}
	return reader->known && StepsOver(reader, depth);
}

/* Refuse what is no XML document at all */
static void
CheckIsXml(XmlReader *reader)
{
	Source	   *source = reader->source;
	bool		empty = PeekSource(source) < 0;
	const char *data = source->window;
	size_t		i = source->length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

	while (i < source->length && strchr(BLANKS, data[i]))
		i++;
	if (empty || i == source->length)
		SanctXmlError(reader, 1, "The document is empty.");
	if (data[i] != '<' && (unsigned char) data[i] < 0xFE && data[i] != '\0')
		SanctXmlError(reader, 1,
					  "The document is no XML; a list in CSV is loaded by the function whose name ends in _csv.");
}

/* Read the whole document, calling what the rules say for the elements they name */
void
SanctReadXml(XmlReader *reader)
{
	int			result;

	reader->error_context.callback = XmlContext;
	reader->error_context.arg = reader;
	reader->error_context.previous = error_context_stack;
	error_context_stack = &reader->error_context;
	CheckIsXml(reader);
	if (reader->format)
	{
		reader->known = SanctKnowFields(reader->format, reader->source->name);
		reader->root = sm_list_fields[sm_list_groups[reader->known->format->first].first].name;
	}

	reader->callback.func = FreeReader;
	reader->callback.arg = reader;
	MemoryContextRegisterResetCallback(GetMemoryChunkContext(reader->source), &reader->callback);
	reader->reader = xmlReaderForIO(ReadSource, NULL, reader, NULL, NULL,
									XML_PARSE_NONET | XML_PARSE_BIG_LINES);
	if (reader->reader == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_OUT_OF_MEMORY),
				 errmsg("out of memory")));
	xmlTextReaderSetStructuredErrorHandler(reader->reader, (xmlStructuredErrorFunc) KeepError, reader);

	result = xmlTextReaderRead(reader->reader);
	while (result == 1)
	{
		CHECK_FOR_INTERRUPTS();
		if (ReadNode(reader))
			result = xmlTextReaderNext(reader->reader);
		else
			result = xmlTextReaderRead(reader->reader);
	}
	if (reader->failure)
		ReThrowError(reader->failure);
	if (result != 0 || reader->error_line > 0)
		SanctXmlError(reader, reader->error_line > 0 ? reader->error_line : reader->line,
					  "The document is cut off or no well-formed XML.");
	FreeReader(reader);
	error_context_stack = reader->error_context.previous;
}
