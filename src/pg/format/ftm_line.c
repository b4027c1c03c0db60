/*
 * A line of a file in the model FollowTheMoney: an entity, or a fact of one
 *
 * A schema has the properties of those that it extends. They are told by their group in src/data/list_fields.tsv.
 */
#include "postgres.h"

#include "pg/format/ftm_line.h"

#include "lib/stringinfo.h"

#include "data/list_field_table.h"
#include "pg/list/csv.h"

/* Schemas; those of the model that are not here are read as nothing, where the table of fields has them as left out */
static const FtmSchema ftm_schema[] = {
	{"Person", FTM_THING, "person", "Person LegalEntity Thing", NULL, NULL, NULL, NULL},
	{"LegalEntity", FTM_THING, "other", "LegalEntity Thing", NULL, NULL, NULL, NULL},
	{"Organization", FTM_THING, "organisation", "Organization LegalEntity Thing", NULL, NULL, NULL, NULL},
	{"PublicBody", FTM_THING, "organisation", "Organization LegalEntity Thing", NULL, NULL, NULL, NULL},
	{"Company", FTM_THING, "organisation", "Company Organization LegalEntity Value Thing", NULL, NULL, NULL, NULL},
	{"Vehicle", FTM_THING, "other", "Vehicle Value Thing", NULL, NULL, NULL, NULL},
	{"Vessel", FTM_THING, "vessel", "Vessel Vehicle Value Thing", NULL, NULL, NULL, NULL},
	{"Airplane", FTM_THING, "aircraft", "Airplane Vehicle Value Thing", NULL, NULL, NULL, NULL},
	{"Asset", FTM_THING, "other", "Value Thing", NULL, NULL, NULL, NULL},
	{"Security", FTM_THING, "other", "Security Value Thing", NULL, NULL, NULL, NULL},
	{"RealEstate", FTM_THING, "other", "RealEstate Value Thing", NULL, NULL, NULL, NULL},
	{"BankAccount", FTM_THING, "other", "BankAccount Value Thing", NULL, NULL, NULL, NULL},
	{"CryptoWallet", FTM_THING, "other", "CryptoWallet Value Thing", "holder", NULL, NULL, NULL},
	{"Position", FTM_PLACE, NULL, "Position Thing", NULL, NULL, NULL, NULL},
	{"Address", FTM_PLACE, NULL, "Address Thing", NULL, NULL, NULL, NULL},
	{"Identification", FTM_PART, NULL, "Identification Interval", "holder", NULL, NULL, NULL},
	{"Passport", FTM_PART, NULL, "Passport Identification Interval", "holder", NULL, NULL, NULL},
	{"Sanction", FTM_PART, NULL, "Sanction Interval", "entity", NULL, NULL, NULL},
	{"Risk", FTM_PART, NULL, "Risk Interval", "entity", NULL, NULL, NULL},
	{"Ownership", FTM_LINK, NULL, "Ownership Interest Interval", "owner", "asset", "owner-of", "owned-by"},
	{"Family", FTM_LINK, NULL, "Family Interval", "person", "relative", "family-of", "family-of"},
	{"Associate", FTM_LINK, NULL, "Associate Interval", "person", "associate", "linked-to", "linked-to"},
	{"Directorship", FTM_LINK, NULL, "Directorship Interest Interval", "director", "organization",
		"linked-to", "linked-to"},
	{"Membership", FTM_LINK, NULL, "Membership Interest Interval", "member", "organization",
		"linked-to", "linked-to"},
	{"Employment", FTM_LINK, NULL, "Employment Interest Interval", "employee", "employer", "linked-to", "linked-to"},
	{"Representation", FTM_LINK, NULL, "Representation Interest Interval", "agent", "client",
		"acting-for", "linked-to"},
	{"Succession", FTM_LINK, NULL, "Succession Interest Interval", "predecessor", "successor",
		"linked-to", "linked-to"},
	{"Debt", FTM_LINK, NULL, "Debt Interval Value", "debtor", "creditor", "linked-to", "linked-to"},
	{"UnknownLink", FTM_LINK, NULL, "UnknownLink Interest Interval", "subject", "object", "linked-to", "linked-to"},
	{"Occupancy", FTM_LINK, NULL, "Occupancy Interval", "holder", "post", "position", NULL},
};

/* Any schema that is left out */
static const FtmSchema left_out = {.name = "", .role = FTM_OUT, .groups = ""};

/* Schemas that one extends, itself, and an end */
#define MAX_GROUPS 6

/* Groups of fields, each by its number */
struct FtmModel
{
	KnownFields *known;
	int			file;
	int			line;
	int			schema;
	int			thing;
	int			group[lengthof(ftm_schema)][MAX_GROUPS];	/* -1 behind the last */
};

/* See ftm_line.h */
FtmModel *
SanctOpenFtmModel(KnownFields *known)
{
	FtmModel   *model = palloc(sizeof(FtmModel));

	model->known = known;
	model->file = SanctKnownGroup(known, "-");
	model->line = SanctKnownGroup(known, "line");
	model->schema = SanctKnownGroup(known, "schema");
	model->thing = SanctKnownGroup(known, "Thing");
	for (int i = 0; i < lengthof(ftm_schema); i++)
	{
		const char *groups = ftm_schema[i].groups;

		for (int n = 0; n < MAX_GROUPS; n++)
		{
			size_t		length = strcspn(groups, " ");

			model->group[i][n] = length > 0 ? SanctKnownGroup(known, pnstrdup(groups, length)) : -1;
			groups += length + (groups[length] == ' ');
		}
		Assert(*groups == '\0');
	}
	return model;
}

/* Find a schema, NULL if no line of it is read */
static const FtmSchema *
FindSchema(const char *name)
{
	for (int i = 0; i < lengthof(ftm_schema); i++)
		if (strcmp(ftm_schema[i].name, name) == 0)
			return &ftm_schema[i];
	return NULL;
}

/* See ftm_line.h */
FtmLine *
SanctReadFtmLine(JsonLines *lines, StringInfo text)
{
	FtmLine    *line = palloc0(sizeof(FtmLine));
	bool		has_properties;

	line->record = SanctReadJsonRecord(lines, text, "properties");
	line->id = SanctFirstJsonValue(line->record->fields, "id");
	line->schema_name = SanctFirstJsonValue(line->record->fields, "schema");
	line->caption = SanctFirstJsonValue(line->record->fields, "caption");
	has_properties = SanctFindJsonField(line->record->fields, "properties") != NULL;
	if (line->id == NULL || line->schema_name == NULL || !has_properties)
		SanctJsonLineError(lines, HINT_FILE_DAMAGED, "The line has no \"%s\".",
						   line->id == NULL ? "id" : line->schema_name == NULL ? "schema" : "properties");
	line->schema = FindSchema(line->schema_name);
	return line;
}

/* The field of a property in a schema and those that it extends, -1: none; one that is not known has what all have */
static int
FindProperty(const FtmModel *model, const FtmLine *line, const char *name)
{
	const int  *group;

	if (line->schema == NULL)
		return SanctKnownField(name, false, model->thing, 0);
	group = model->group[line->schema - ftm_schema];
	for (int n = 0; n < MAX_GROUPS && group[n] >= 0; n++)
	{
		int			found = SanctKnownField(name, false, group[n], 0);

		if (found >= 0)
			return found;
	}
	return -1;
}

/* Count a field of a group, unless it does not have it; false then */
static bool
CountIn(const FtmModel *model, int group, const char *name, bool holds)
{
	int			field = SanctKnownField(name, false, group, 0);

	if (field >= 0)
		SanctCountField(model->known, field, holds);
	return field >= 0;
}

/* Count the schema of a line and those that it extends and no line has by itself */
static void
CountSchema(const FtmModel *model, FtmLine *line, int64 place)
{
	if (!CountIn(model, model->schema, line->schema_name, true))
		SanctNoteUnknown(model->known, "schema", line->schema_name, "line", place);
	else if (line->schema == NULL)
		line->schema = &left_out;
	else
		for (const int *group = model->group[line->schema - ftm_schema]; *group >= 0; group++)
			if (FindSchema(sm_list_groups[*group].name) == NULL)
				(void) CountIn(model, model->schema, sm_list_groups[*group].name, true);
}

/* See ftm_line.h */
void
SanctCountFtmLine(const FtmModel *model, FtmLine *line, int64 place)
{
	ListCell   *cell;

	(void) CountIn(model, model->file, "line", true);
	CountSchema(model, line, place);
	foreach(cell, line->record->fields)
	{
		const JsonField *key = lfirst(cell);
		bool		holds = key->values != NIL || strcmp(key->name, "properties") == 0;

		if (!CountIn(model, model->line, key->name, holds))
			SanctNoteUnknown(model->known, "key", key->name, "line", place);
	}
	if (line->schema == &left_out)
		return;
	foreach(cell, line->record->inner)
	{
		const JsonField *property = lfirst(cell);
		int			field = FindProperty(model, line, property->name);

		if (field >= 0)
			SanctCountField(model->known, field, property->values != NIL);
		else if (line->schema)
			SanctNoteUnknown(model->known, "property", property->name, line->schema_name, place);
	}
}

/* See ftm_line.h */
bool
SanctIsFtmProperty(const FtmModel *model, const FtmLine *line, const char *name)
{
	int			field = FindProperty(model, line, name);

	return field >= 0 && sm_list_fields[field].presence != SM_LIST_OUT;
}

/* See ftm_line.h */
char *
SanctFtmText(const FtmLine *line, const char *name)
{
	return SanctFirstJsonValue(line->record->inner, name);
}

/* See ftm_line.h */
char *
SanctFtmJoined(const FtmLine *line, const char *name, const char *separator)
{
	StringInfoData joined;
	ListCell   *cell;

	initStringInfo(&joined);
	foreach(cell, SanctJsonValues(line->record->inner, name))
		appendStringInfo(&joined, "%s%s", joined.len > 0 ? separator : "", (char *) lfirst(cell));
	return joined.len > 0 ? joined.data : NULL;
}
