/* One release of a designation list, as an importer builds it */
#include "postgres.h"

#include "pg/list/release.h"

#include "fmgr.h"
#include "lib/stringinfo.h"
#include "nodes/pg_list.h"
#include "utils/fmgrprotos.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"

#include "pg/base/shown.h"

/* Bytes of open entries from which on the first are put away */
#define OPEN_LEAST (8 * 1024 * 1024)

/* An empty release of the list that has this key */
ListRelease *
SanctStartRelease(const char *code, const char *title, const char *publisher)
{
	ListRelease *release = palloc0(sizeof(ListRelease));

	release->code = code;
	release->title = title;
	release->publisher = publisher;
	release->context = CurrentMemoryContext;
	release->content = AllocSetContextCreate(release->context, "entries of a list",
											 ALLOCSET_DEFAULT_SIZES);
	release->scratch = AllocSetContextCreate(release->context, "record of a list",
											 ALLOCSET_DEFAULT_SIZES);
	release->file = BufFileCreateTemp(false);
	initStringInfo(&release->buffer);
	release->open_max = OPEN_LEAST;
	release->told = GetCurrentTimestamp();
	return release;
}

/* See release.h */
const SmPublisherList *
SanctFindPublisherList(const char *code)
{
	for (int i = 0; i < sm_publisher_list_count; i++)
		if (strcmp(sm_publisher_lists[i].key, code) == 0)
			return &sm_publisher_lists[i];
	return NULL;
}

/* See release.h */
ListRelease *
SanctStartListed(const char *code)
{
	const SmPublisherList *list = SanctFindPublisherList(code);

	if (list == NULL)
		elog(ERROR, "list \"%s\" is not in publisher_lists.tsv", code);
	return SanctStartRelease(list->key, list->title, list->publisher);
}

/* Take the arguments that all imports have in common, of which these are the places */
void
SanctTakeImportArguments(ListRelease *release, FunctionCallInfo fcinfo, int published, int max_removed)
{
	release->has_published = !PG_ARGISNULL(published);
	if (release->has_published)
		release->published = PG_GETARG_DATEADT(published);
	if (PG_ARGISNULL(max_removed))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("max_removed must not be NULL")));
	release->max_removed = PG_GETARG_FLOAT8(max_removed);
	if (!(release->max_removed >= 0 && release->max_removed <= 1))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("max_removed must be between 0 and 1"),
				 errdetail("The value given is %g.", release->max_removed),
				 errhint("It is the share of the list that may vanish: 0.1 is a tenth, 1 all of it.")));
}

/*
 * Open the document of an import that has one, whose first arguments are the document, published,
 * max_removed and the document as a large object; messages will call it name
 */
Source *
SanctOpenDocument(ListRelease *release, FunctionCallInfo fcinfo, const char *name)
{
	Source	   *source = SanctOpenSource(fcinfo, name, 0, 3);

	if (source == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("the document is missing")));
	SanctTakeImportArguments(release, fcinfo, 1, 2);
	return source;
}

/* Count what the files of a release in that format hold; messages will call them document */
KnownFields *
SanctKnowFormat(ListRelease *release, const char *format, const char *document)
{
	release->known = SanctKnowFields(format, document);
	release->known->part = release->max_removed >= 1;
	return release->known;
}

/* Take the day of publication from the file, an ISO date, unless an argument told it */
void
SanctSetPublished(ListRelease *release, const char *iso)
{
	if (release->has_published)
		return;
	release->published = DatumGetDateADT(DirectFunctionCall1(date_in, CStringGetDatum(iso)));
	release->has_published = true;
}

/* Close a file of the release and note its hash; NULL: the file was not given */
void
SanctCloseFile(ListRelease *release, Source *source)
{
	Assert(release->nfiles < LIST_MAX_FILES);
	release->sha256[release->nfiles++] = source ? SanctCloseSource(source) : NULL;
}

/* See release.h */
void
SanctCheckListKey(const char *code)
{
	if (code[0] == '\0' || strlen(code) > LIST_KEY_MAX ||
		strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(code))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"%s\" is no key of a list", SanctShown(code)),
				 errdetail("A key consists of small letters, digits and hyphens, at most %d.", LIST_KEY_MAX)));
}
