/*
 * Fuzz target of the XML reader: the input is a document, whose elements below r are looked at in every
 * way that importers have.  It reads the same however much of it is in memory.  Run by make fuzz.
 */
#include "harness.h"

#include "pg/list/publish.h"
#include "pg/list/release.h"
#include "pg/list/source.h"
#include "pg/list/xml.h"
#include "pg/format/ofac_period.h"
#include "utils/memutils.h"

typedef struct XmlInput
{
	const uint8 *bytes;
	size_t		length;
	int			chunk;			/* of the large object that it is given as, 0: as a bytea */
} XmlInput;

/* The state of one reading */
typedef struct Looker
{
	XmlReader	xml;
	uint32		seen;			/* a hash of what it saw */
	int			nodes;
} Looker;

static uint32 last_seen;

/* An importer ends here */
Datum
SanctPublishRelease(FunctionCallInfo fcinfo, ListRelease *release)
{
	return (Datum) 0;
}

static void
See(Looker *looker, const char *text)
{
	stub_demand_text(text, "what a document says is text");
	for (; text && *text; text++)
		looker->seen = (looker->seen ^ (uint8) *text) * 16777619u;
	last_seen = looker->seen;
}

static void
TakeText(void *importer, xmlNodePtr node, const char *kind)
{
	static const char *const names[] = {"a", "b", "Year", NULL};
	Looker	   *looker = importer;
	bool		circa;

	looker->nodes++;
	See(looker, kind);
	See(looker, SanctElementText(node));
	See(looker, SanctVerbatimText(node));
	See(looker, SanctAttributeText(node, "a"));
	See(looker, SanctChildText(node, "b"));
	See(looker, SanctJoinChildren(node, ", ", names));
	See(looker, SanctReadOfacPeriod(node, &circa));
	See(looker, SanctReadOfacPeriod(SanctFindChild(node, "p"), &circa));
}

static void
TakeNode(void *importer, xmlNodePtr node)
{
	static const XmlField fields[] = {
		{"a", TakeText, "a"},
		{"b", TakeText, "b"},
		{"p", TakeText, "p"},
		{NULL, NULL, NULL}
	};
	Looker	   *looker = importer;

	Demand(looker->xml.line > 0, "an element stands on a line");
	TakeText(importer, node, "e");
	SanctTakeFields(&looker->xml, node, fields);
	if (SanctFindChild(node, "stop"))
		SanctXmlError(&looker->xml, looker->xml.line, "It says \"%s\".", SanctChildText(node, "stop"));
}

static void
Begin(void *importer, xmlNodePtr root)
{
	See(importer, SanctAttributeText(root, "a"));
}

static const XmlRule rules[] =
{
	{"r", "e", TakeNode},
	{"r", "f", TakeNode},
	{"s", "e", TakeNode},
	{NULL, NULL, NULL}
};

static void
ReadDocument(void *arg)
{
	XmlInput   *input = arg;
	Looker	   *looker = palloc0(sizeof(Looker));
	LOCAL_FCINFO(fcinfo, 2);

	InitFunctionCallInfoData(*fcinfo, NULL, 2, InvalidOid, NULL, NULL);
	fcinfo->args[0].isnull = input->chunk > 0;
	fcinfo->args[1].isnull = input->chunk == 0;
	if (input->chunk == 0)
		fcinfo->args[0].value = PointerGetDatum(stub_varlena(input->bytes, input->length));
	else
	{
		stub_set_object(1, input->bytes, input->length, input->chunk);
		fcinfo->args[1].value = ObjectIdGetDatum(1);
	}
	last_seen = 0;
	looker->xml.source = SanctOpenSource(fcinfo, "document", 0, 1);
	looker->xml.root = "r";
	looker->xml.rules = rules;
	looker->xml.begin = Begin;
	looker->xml.importer = looker;
	looker->xml.context = AllocSetContextCreate(CurrentMemoryContext, "element", ALLOCSET_DEFAULT_SIZES);
	SanctReadXml(&looker->xml);
	SanctCloseSource(looker->xml.source);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	XmlInput	input = {bytes, length, 0};
	bool		whole;
	bool		pieces;
	uint32		seen;

	if (stub_begins_blank(bytes, length))
		return 0;
	whole = stub_run(ReadDocument, &input);
	seen = last_seen;
	stub_reset_memory();
	input.chunk = 1 + (int) (length % 61);
	pieces = stub_run(ReadDocument, &input);
	Demand(whole == pieces && (!whole || seen == last_seen), "a document reads the same in pieces");
	stub_reset_memory();
	return 0;
}
