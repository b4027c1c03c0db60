#ifndef SANCT_LIST_XML_H
#define SANCT_LIST_XML_H

/* A list in XML, read one entry at a time */

#include "nodes/pg_list.h"

#include <libxml/xmlreader.h>

#include "pg/base/compat.h"
#include "pg/list/known.h"
#include "pg/list/source.h"

#define XML_MAX_DEPTH 8

typedef struct XmlReader XmlReader;

/* An element that is taken whole, where it stands below the root, and what takes it */
typedef struct XmlRule
{
	const char *parent;			/* name of the element around it */
	const char *name;
	void		(*take) (void *importer, xmlNodePtr node);
} XmlRule;

/* A child of such an element, and what takes it */
typedef struct XmlField
{
	const char *name;
	void		(*take) (void *importer, xmlNodePtr node, const char *kind);
	const char *kind;			/* passed on */
} XmlField;

/* The reading of one document */
struct XmlReader
{
	Source	   *source;
	const char *format;			/* named as its import; NULL: nothing is known of what it may hold */
	const char *root;			/* name of the root element; that of the format where it is known */
	KnownFields *known;			/* of the format */
	xmlTextReaderPtr reader;
	const XmlRule *rules;		/* end in one without a name */
	void	   *importer;		/* of them */
	MemoryContext context;		/* in which they are called, emptied after each */
	void		(*begin) (void *importer, xmlNodePtr root);	/* gets the attributes; may be NULL */
	void		(*end) (void *importer);	/* called when all has been read, the source still open; may be NULL */
	char		parent[XML_MAX_DEPTH][64];	/* names of the elements around the current one */
	int			group[XML_MAX_DEPTH];	/* what may stand in them, -1: nothing */
	int			line;			/* of the element that is being read, 0: nowhere */
	int			error_line;
	ErrorData  *failure;		/* why the source could not be read */
	ErrorContextCallback error_context;
	MemoryContextCallback callback;
};

extern void SanctReadXml(XmlReader *reader);
extern void SanctXmlError(XmlReader *reader, int line, const char *format, ...)
			pg_attribute_printf(3, 4) SANCT_NORETURN;
extern void SanctTakeFields(XmlReader *reader, xmlNodePtr parent, const XmlField *fields);

extern bool SanctIsElement(xmlNodePtr node, const char *name);
extern char *SanctElementText(xmlNodePtr node);
extern char *SanctVerbatimText(xmlNodePtr node);
extern char *SanctAttributeText(xmlNodePtr node, const char *name);
extern xmlNodePtr SanctFindChild(xmlNodePtr parent, const char *name);
extern char *SanctChildText(xmlNodePtr parent, const char *name);
extern char *SanctJoinChildren(xmlNodePtr parent, const char *separator, const char *const *names);
extern char *SanctLabelChildren(xmlNodePtr parent, const char *separator, const char *const (*labels)[2]);

#endif
