/*
 * What the ids in a document of the Advanced Sanctions Data Model lead to
 *
 * They are known by the element's name and the id; attributes of reference values by name.attribute and the id.
 * Reference values are few and in memory, all else is in a file.
 */
#include "postgres.h"

#include "pg/format/ofac_targets.h"

#include "lib/stringinfo.h"
#include "utils/hsearch.h"
#include "utils/memutils.h"

/* See ofac_targets.h */
OfacTargets *
SanctStartOfacTargets(XmlReader *xml, MemoryContext context)
{
	OfacTargets *targets = MemoryContextAllocZero(context, sizeof(OfacTargets));
	HASHCTL		control = {.keysize = OFAC_KEY_MAX, .entrysize = sizeof(OfacTarget), .hcxt = context};

	targets->xml = xml;
	targets->context = context;
	targets->table = hash_create("ids of a document", 4096, &control, HASH_ELEM | HASH_STRINGS | HASH_CONTEXT);
	targets->many = SanctStartPagedTexts();
	return targets;
}

/* See ofac_targets.h */
void
SanctEndOfacTargets(OfacTargets *targets)
{
	SanctEndPagedTexts(targets->many);
}

/* Make a key of an id of an element */
static void
MakeTargetKey(OfacTargets *targets, char *key, const char *element, const char *id)
{
	if (snprintf(key, OFAC_KEY_MAX, "%s %s", element, id) >= OFAC_KEY_MAX)
		SanctXmlError(targets->xml, targets->xml->line, "The id \"%s\" is too long.", id);
}

/* See ofac_targets.h */
void
SanctPutOfacTexts(OfacTargets *targets, const char *element, const char *id, const char *const *text, int count)
{
	char		key[OFAC_KEY_MAX];

	MakeTargetKey(targets, key, element, id);
	SanctPutPagedTexts(targets->many, key, text, count);
}

/* See ofac_targets.h */
bool
SanctGetOfacTexts(OfacTargets *targets, const char *element, const char *id, uint64 *at, const char **text, int count)
{
	char		key[OFAC_KEY_MAX];

	if (id == NULL)
		return false;
	MakeTargetKey(targets, key, element, id);
	return SanctGetPagedTexts(targets->many, key, at, text, count);
}

/* The text that an id of a reference value leads to, to be set if it is entered */
static OfacTarget *
FindReference(OfacTargets *targets, const char *element, const char *id, HASHACTION action)
{
	char		key[OFAC_KEY_MAX];

	if (id == NULL)
		return NULL;
	MakeTargetKey(targets, key, element, id);
	return hash_search(targets->table, key, action, NULL);
}

/* A copy in the memory of the targets; NULL stays NULL */
static const char *
KeepReference(OfacTargets *targets, const char *text)
{
	return text ? MemoryContextStrdup(targets->context, text) : NULL;
}

/* See ofac_targets.h */
const char *
SanctReference(OfacTargets *targets, const char *element, const char *id)
{
	OfacTarget *target = FindReference(targets, element, id, HASH_FIND);

	if (target == NULL || target->text == NULL)
		SanctXmlError(targets->xml, targets->xml->line,
					  "%s \"%s\" is not among the reference values of the document.", element, id ? id : "");
	return target->text;
}

/* See ofac_targets.h */
const char *
SanctOptionalReference(OfacTargets *targets, const char *element, const char *id)
{
	return id ? SanctReference(targets, element, id) : NULL;
}

/* See ofac_targets.h */
void
SanctTakeReferences(OfacTargets *targets, xmlNodePtr sets)
{
	for (xmlNodePtr set = sets->children; set; set = set->next)
	{
		for (xmlNodePtr value = set->children; value; value = value->next)
		{
			const char *name = (const char *) value->name;
			char	   *id = value->type == XML_ELEMENT_NODE ? SanctAttributeText(value, "ID") : NULL;

			if (id == NULL)
				continue;
			FindReference(targets, name, id, HASH_ENTER)->text =
				KeepReference(targets, SanctElementText(value));
			for (xmlAttrPtr attribute = value->properties; attribute; attribute = attribute->next)
			{
				const char *attribute_name = (const char *) attribute->name;

				FindReference(targets, psprintf("%s.%s", name, attribute_name), id, HASH_ENTER)->text =
					KeepReference(targets, SanctAttributeText(value, attribute_name));
			}
		}
	}
}

/* The country of a location, or NULL */
static const char *
LocationCountry(OfacTargets *targets, xmlNodePtr node)
{
	xmlNodePtr	country = SanctFindChild(node, "LocationCountry");
	xmlNodePtr	area = SanctFindChild(node, "LocationAreaCode");
	const char *name = NULL;

	if (country)
		name = SanctReference(targets, "Country", SanctAttributeText(country, "CountryID"));
	else if (area)
		name = SanctReference(targets, "AreaCode.Description", SanctAttributeText(area, "AreaCodeID"));
	return name && strcmp(name, "undetermined") == 0 ? NULL : name;
}

/* See ofac_targets.h */
void
SanctTakeOfacLocation(OfacTargets *targets, xmlNodePtr node)
{
	static const char *const order[] = {"Unknown", "ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY",
	"STATE/PROVINCE", "REGION", "POSTAL CODE"};
	char	   *id = SanctAttributeText(node, "ID");
	const char *location[LOCATION_TEXTS];
	StringInfoData text[2];

	if (id == NULL)
		SanctXmlError(targets->xml, targets->xml->line, "The location has no ID.");
	initStringInfo(&text[0]);
	initStringInfo(&text[1]);
	for (int i = 0; i < lengthof(order); i++)
	{
		for (xmlNodePtr part = node->children; part; part = part->next)
		{
			if (!SanctIsElement(part, "LocationPart") ||
				strcmp(SanctReference(targets, "LocPartType", SanctAttributeText(part, "LocPartTypeID")),
					   order[i]) != 0)
				continue;
			for (xmlNodePtr value = part->children; value; value = value->next)
			{
				char	   *primary = SanctIsElement(value, "LocationPartValue") ?
					SanctAttributeText(value, "Primary") : NULL;
				StringInfo	to = &text[primary && strcmp(primary, "false") == 0];
				char	   *string = SanctIsElement(value, "LocationPartValue") ? SanctChildText(value, "Value") : NULL;

				if (string)
					appendStringInfo(to, "%s%s", to->len > 0 ? ", " : "", string);
			}
		}
	}
	location[LOCATION_TEXT] = text[0].data;
	location[LOCATION_NOTE] = text[1].data;
	location[LOCATION_COUNTRY] = LocationCountry(targets, node);
	SanctPutOfacTexts(targets, "Location", id, location, LOCATION_TEXTS);
}
