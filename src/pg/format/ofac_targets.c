/*
 * What the ids in a document of the Advanced Sanctions Data Model lead to
 *
 * They are known by the element's name and the id; attributes of reference values by name.attribute and the id.
 */
#include "postgres.h"

#include "pg/format/ofac_targets.h"

#include "utils/hsearch.h"

/* See ofac_targets.h */
OfacTargets *
SanctStartOfacTargets(XmlReader *xml, MemoryContext context)
{
	OfacTargets *targets = MemoryContextAllocZero(context, sizeof(OfacTargets));
	HASHCTL		control = {.keysize = OFAC_KEY_MAX, .entrysize = sizeof(OfacTarget), .hcxt = context};

	targets->xml = xml;
	targets->context = context;
	targets->table = hash_create("ids of a document", 4096, &control, HASH_ELEM | HASH_STRINGS | HASH_CONTEXT);
	return targets;
}

/* See ofac_targets.h */
OfacTarget *
SanctFindOfacTarget(OfacTargets *targets, const char *element, const char *id, HASHACTION action)
{
	char		key[OFAC_KEY_MAX];
	bool		found;
	OfacTarget *target;

	if (id == NULL)
		return NULL;
	if (snprintf(key, sizeof(key), "%s %s", element, id) >= sizeof(key))
		SanctXmlError(targets->xml, targets->xml->line, "The id \"%s\" is too long.", id);
	target = hash_search(targets->table, key, action, &found);
	if (target && !found)
		memset((char *) target + OFAC_KEY_MAX, 0, sizeof(*target) - OFAC_KEY_MAX);
	return target;
}

/* See ofac_targets.h */
const char *
SanctReference(OfacTargets *targets, const char *element, const char *id)
{
	OfacTarget *target = SanctFindOfacTarget(targets, element, id, HASH_FIND);

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
const char *
SanctKeepInTargets(OfacTargets *targets, const char *text)
{
	return text ? MemoryContextStrdup(targets->context, text) : NULL;
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
			SanctFindOfacTarget(targets, name, id, HASH_ENTER)->text =
				SanctKeepInTargets(targets, SanctElementText(value));
			for (xmlAttrPtr attribute = value->properties; attribute; attribute = attribute->next)
			{
				const char *attribute_name = (const char *) attribute->name;

				SanctFindOfacTarget(targets, psprintf("%s.%s", name, attribute_name), id, HASH_ENTER)->text =
					SanctKeepInTargets(targets, SanctAttributeText(value, attribute_name));
			}
		}
	}
}
