/*
 * What a document holds of what its format may hold
 *
 * A publisher who renames an element takes what stands in it from every importer that does not look for it by another
 * name.  Therefore each element, attribute and column of a document is looked up in src/data/list_fields.tsv.
 */
#include "postgres.h"

#include "pg/list/known.h"

#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "utils/json.h"

#include "pg/base/encoding.h"
#include "pg/base/shown.h"

/* Unknown names that are kept, each with its count */
#define UNKNOWN_MAX 50

typedef struct UnknownField
{
	const char *what;
	const char *name;			/* in UTF-8 */
	const char *inside;			/* NULL: the file */
	int64		count;
	int64		line;			/* of the first */
} UnknownField;

/* See known.h */
KnownFields *
SanctKnowFields(const char *format, const char *document)
{
	KnownFields *known = palloc0(sizeof(KnownFields));
	const SmListGroup *last;

	known->document = document;
	known->context = CurrentMemoryContext;
	for (int i = 0; i < sm_list_format_count; i++)
		if (strcmp(sm_list_formats[i].name, format) == 0)
			known->format = &sm_list_formats[i];
	if (known->format == NULL)
		elog(ERROR, "format %s has no fields", format);
	known->first = sm_list_groups[known->format->first].first;
	last = &sm_list_groups[known->format->first + known->format->count - 1];
	known->seen = palloc0(sizeof(int64) * (last->first + last->count - known->first));
	known->count = palloc0(sizeof(int64) * (last->first + last->count - known->first));
	return known;
}

/* See known.h */
int
SanctKnownGroup(const KnownFields *known, const char *name)
{
	for (int i = 0; i < known->format->count; i++)
		if (strcmp(sm_list_groups[known->format->first + i].name, name) == 0)
			return known->format->first + i;
	elog(ERROR, "format %s has no group %s", known->format->name, name);
	pg_unreachable();
}

/* See known.h */
bool
SanctIsColumnNamed(const char *column, const char *names)
{
	size_t		length = strlen(column);

	if (*names == '*')
		return length >= strlen(names + 1) && pg_strcasecmp(column + length - strlen(names + 1), names + 1) == 0;
	for (;;)
	{
		size_t		n = strcspn(names, "|");

		if (n == length && pg_strncasecmp(column, names, n) == 0)
			return true;
		if (names[n] == '\0')
			return false;
		names += n + 1;
	}
}

/* See known.h */
int
SanctKnownField(const char *name, bool attribute, int group, int hint)
{
	const SmListGroup *in = &sm_list_groups[group];

	for (int i = 0; i < in->count; i++)
	{
		int			field = hint + i < in->count ? hint + i : hint + i - in->count;
		const char *known = sm_list_fields[in->first + field].name;

		if (attribute && *known++ != '@')
			continue;
		if (strcmp(known, name) == 0)
			return in->first + field;
	}
	return -1;
}

/* See known.h */
void
SanctNoteUnknown(KnownFields *known, const char *what, const char *name, const char *inside, int64 line)
{
	MemoryContext old;
	UnknownField *unknown;
	ListCell   *cell;

	foreach(cell, known->unknown)
	{
		unknown = lfirst(cell);
		if (strcmp(unknown->what, what) == 0 && strcmp(unknown->name, name) == 0 &&
			(inside == NULL || strcmp(unknown->inside, inside) == 0))
		{
			unknown->count++;
			return;
		}
	}
	if (list_length(known->unknown) >= UNKNOWN_MAX)
	{
		known->untold++;
		return;
	}
	old = MemoryContextSwitchTo(known->context);
	unknown = palloc0(sizeof(UnknownField));
	unknown->what = what;
	unknown->name = pstrdup(name);
	unknown->inside = inside ? pstrdup(inside) : NULL;
	unknown->count = 1;
	unknown->line = line;
	known->unknown = lappend(known->unknown, unknown);
	MemoryContextSwitchTo(old);
}

/* A name of the document's as a message tells it */
static const char *
ShownName(const char *name)
{
	int			length = strlen(name);
	bool		complete;
	const char *server;

	if (pg_encoding_verifymbstr(PG_UTF8, name, length) != length)
		return "?";
	server = SanctUtf8ToServerMarked(name, &length, &complete);
	return SanctShown(pnstrdup(server, length));
}

/* Warn of the columns that are not known, together */
static void
WarnOfColumns(const KnownFields *known)
{
	StringInfoData names;
	int			count = 0;
	ListCell   *cell;

	initStringInfo(&names);
	foreach(cell, known->unknown)
	{
		const UnknownField *unknown = lfirst(cell);

		if (unknown->inside == NULL)
			appendStringInfo(&names, "%s\"%s\"", count++ > 0 ? ", " : "", ShownName(unknown->name));
	}
	if (count == 1)
		ereport(WARNING,
				(errmsg("column %s of %s is not known and left out", names.data, known->document)));
	else if (count > 1)
		ereport(WARNING,
				(errmsg("%d columns of %s are not known and left out", count, known->document),
				 errdetail_internal("They are %s.", names.data)));
}

/* See known.h */
void
SanctWarnOfUnknown(KnownFields *known)
{
	ListCell   *cell;

	WarnOfColumns(known);
	foreach(cell, known->unknown)
	{
		const UnknownField *unknown = lfirst(cell);

		if (unknown->inside == NULL)
			continue;
		ereport(WARNING,
				(errmsg("%s %s in %s of %s is not known and left out", unknown->what, ShownName(unknown->name),
						ShownName(unknown->inside), known->document),
				 errdetail_plural("It stands there %lld time, on line %lld.",
								  "It stands there %lld times, first on line %lld.", (unsigned long) unknown->count,
								  (long long) unknown->count, (long long) unknown->line)));
	}
	if (known->untold > 0)
		ereport(WARNING,
				(errmsg_plural("%d further element or column of %s is not known and left out",
							   "%d further elements or columns of %s are not known and left out",
							   (unsigned long) known->untold, known->untold, known->document)));
	known->unknown = NIL;
	known->untold = 0;
}

/* How often the element that a group is the inside of stands in the document; the document stands once */
static int64
CountAround(const KnownFields *known, int group)
{
	const SmListGroup *last = &sm_list_groups[known->format->first + known->format->count - 1];
	int64		count = 0;

	if (strcmp(sm_list_groups[group].name, "-") == 0)
		return 1;
	for (int field = known->first; field < last->first + last->count; field++)
		if (sm_list_fields[field].inside == group)
			count += known->seen[field - known->first];
	return count;
}

/* Name a field that a document lacks */
static void
AppendAbsent(StringInfo absent, const KnownFields *known, const SmListField *field, const SmListGroup *group,
			 int64 around)
{
	bool		attribute = field->name[0] == '@';
	bool		json = strstr(known->format->name, "_json") != NULL;

	appendStringInfo(absent, "%s%s %s", absent->len > 0 ? ", " : "",
					 attribute ? "attribute" : json ? "property" : "element", field->name + attribute);
	if (strcmp(group->name, "-") != 0)
		appendStringInfo(absent, " in %s (%lld)", group->name, (long long) around);
}

/* See known.h */
void
SanctCheckPresent(const KnownFields *known)
{
	StringInfoData absent;

	initStringInfo(&absent);
	for (int group = known->format->first; group < known->format->first + known->format->count; group++)
	{
		const SmListGroup *in = &sm_list_groups[group];
		int64		around = CountAround(known, group);

		for (int field = in->first; around > 0 && field < in->first + in->count; field++)
			if (sm_list_fields[field].presence == SM_LIST_MUST && known->seen[field - known->first] == 0)
				AppendAbsent(&absent, known, &sm_list_fields[field], in, around);
	}
	if (absent.len > 0)
		ereport(known->part ? WARNING : ERROR,
				(errcode(known->part ? ERRCODE_WARNING : ERRCODE_INVALID_XML_DOCUMENT),
				 errmsg("%s is not complete", known->document),
				 errdetail_internal("It lacks, in so many elements each: %s.", absent.data),
				 errhint("A publisher who renames something takes it from the list. If the document is in order or "
						 "an extract, pass max_removed => 1.")));
}

/* See known.h */
char *
SanctFieldCounts(const KnownFields *known)
{
	StringInfoData json;

	initStringInfo(&json);
	for (int group = known->format->first; group < known->format->first + known->format->count; group++)
	{
		const SmListGroup *in = &sm_list_groups[group];

		for (int field = in->first; field < in->first + in->count; field++)
		{
			int64		count = known->count[field - known->first];

			if (count == 0)
				count = -known->seen[field - known->first];
			if (count == 0 || sm_list_fields[field].presence == SM_LIST_OUT)
				continue;
			appendStringInfoString(&json, json.len > 0 ? ", " : "{");
			escape_json(&json, psprintf("%s%s%.*s", strcmp(in->name, "-") == 0 ? "" : in->name,
										strcmp(in->name, "-") == 0 ? "" : "/",
										(int) strcspn(sm_list_fields[field].name, "|"), sm_list_fields[field].name));
			appendStringInfo(&json, ": %lld", (long long) count);
		}
	}
	appendStringInfoString(&json, json.len > 0 ? "}" : "{}");
	return json.data;
}
