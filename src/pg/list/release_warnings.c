/* What an import tells of a release that it loads all the same */
#include "postgres.h"

#include "pg/list/release_warnings.h"

#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "nodes/pg_list.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "pg/base/shown.h"

/* The first of some ids, as a text */
static char *
FirstUids(const List *uids)
{
	StringInfoData text;
	ListCell   *cell;

	initStringInfo(&text);
	foreach(cell, uids)
	{
		if (foreach_current_index(cell) == LIST_TOLD)
			break;
		appendStringInfo(&text, "%s%s", text.len > 0 ? ", " : "", (char *) lfirst(cell));
	}
	return text.data;
}

/* See release_warnings.h */
void
SanctWarnOfEncoding(const ListRelease *release)
{
	const char *encoding = GetDatabaseEncodingName();
	const char *code = SanctShown(release->code);

	if (release->unstorable_names > 0)
		ereport(WARNING,
				(errcode(ERRCODE_UNTRANSLATABLE_CHARACTER),
				 errmsg_plural("%d name of list \"%s\" is left out, as encoding %s lacks characters of it",
							   "%d names of list \"%s\" are left out, as encoding %s lacks characters of theirs",
							   (unsigned long) release->unstorable_names, release->unstorable_names, code, encoding),
				 errdetail("The first entries that have some are %s.", FirstUids(release->unstorable)),
				 errhint("A database with encoding UTF8 holds all names.")));
	if (release->nnameless > 0)
		ereport(WARNING,
				(errcode(ERRCODE_UNTRANSLATABLE_CHARACTER),
				 errmsg_plural("%d entry of list \"%s\" is left out, as encoding %s can hold none of its names",
							   "%d entries of list \"%s\" are left out, as encoding %s can hold none of their names",
							   (unsigned long) release->nnameless, release->nnameless, code, encoding),
				 errdetail("The first of them are %s.", FirstUids(release->nameless)),
				 errhint("A database with encoding UTF8 holds all names.")));
	if (release->marked_texts > 0)
		ereport(WARNING,
				(errcode(ERRCODE_UNTRANSLATABLE_CHARACTER),
				 errmsg_plural("%d text of list \"%s\" has question marks for characters that encoding %s lacks",
							   "%d texts of list \"%s\" have question marks for characters that encoding %s lacks",
							   (unsigned long) release->marked_texts, release->marked_texts, code, encoding),
				 errdetail("They are facts, remarks and the like, no names."),
				 errhint("A database with encoding UTF8 holds all texts.")));
}

/* See release_warnings.h */
void
SanctWarnOfCutRemarks(const ListRelease *release)
{
	if (release->cut_remarks == 0)
		return;
	ereport(WARNING,
			(errmsg_plural("%d remark of list \"%s\" is cut off", "%d remarks of list \"%s\" are cut off",
						   (unsigned long) release->cut_remarks, (int) release->cut_remarks,
						   SanctShown(release->code)),
			 errdetail("Facts that stand behind the cut are missing, addresses of digital currencies above all."),
			 errhint("Give the publisher's file of comments too (sdn_comments.csv), or import the XML document.")));
}

/* See release_warnings.h */
void
SanctWarnOfUnfindable(const ListRelease *release)
{
	if (release->unfindable_names == 0)
		return;
	ereport(WARNING,
			(errmsg_plural("%d name of list \"%s\" has no letter, and nothing finds it",
						   "%d names of list \"%s\" have no letter, and nothing finds them",
						   (unsigned long) release->unfindable_names, release->unfindable_names,
						   SanctShown(release->code)),
			 errdetail("The first of them, with their entries, are %s.", FirstUids(release->unfindable)),
			 errhint("Entries are found by their other names and their documents. A number that is a name is best "
					 "listed with a word before it.")));
}

/* See release_warnings.h */
void
SanctWarnOfLostFields(const ListRelease *release, Datum fields)
{
	Datum	   *field;
	bool	   *nulls;
	int			n;
	StringInfoData list;

	deconstruct_array(DatumGetArrayTypeP(fields), TEXTOID, -1, false, TYPALIGN_INT, &field, &nulls, &n);
	initStringInfo(&list);
	for (int i = 0; i < n; i++)
		appendStringInfo(&list, "%s%s", i > 0 ? ", " : "", TextDatumGetCString(field[i]));
	ereport(WARNING,
			(errmsg("this release of list \"%s\" lacks what the one before had", SanctShown(release->code)),
			 errdetail_internal("It had, how often in parentheses: %s.", list.data),
			 errhint("A publisher who renames something takes it from the list.")));
}
