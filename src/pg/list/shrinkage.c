/* Half a list, or one that has lost its aliases or birth dates, must not replace the list unnoticed */
#include "postgres.h"

#include "pg/list/shrinkage.h"

#include "lib/stringinfo.h"

#include "pg/base/shown.h"
#include "pg/list/entry_store.h"

/* Fewer entries, names and so on may vanish without being asked, unless a smaller share is given */
#define SHRINK_MINIMUM 100
#define USUAL_SHARE 0.5f

/* See shrinkage.h */
ReleaseCounts
SanctCountRelease(ListRelease *release)
{
	ReleaseCounts counts = {.names = release->nnames};
	const EntryRecord *record;
	uint32		number = 0;

	while ((record = SanctNextEntryRecord(release, &number, false)) != NULL)
	{
		counts.aliases += record->naliases;
		counts.birth_dates += record->nbirth_dates;
		counts.documents += record->ndocuments;
	}
	return counts;
}

/* Is more gone of what there was than a share allows? */
static bool
IsTooMuch(float8 allowed, int64 before, int64 gone)
{
	return allowed < 1 && !(allowed >= USUAL_SHARE && before < SHRINK_MINIMUM) && gone > allowed * before;
}

/* See shrinkage.h */
void
SanctCheckShrinkage(ListRelease *release, int64 active, int64 gone, const ReleaseCounts *newest)
{
	const ReleaseCounts now = SanctCountRelease(release);
	const struct
	{
		const char *what;
		int64		before;
		int64		gone;
	}			part[] = {
		{"entries", active, gone}, {"names", newest->names, newest->names - now.names},
		{"aliases", newest->aliases, newest->aliases - now.aliases},
		{"birth dates", newest->birth_dates, newest->birth_dates - now.birth_dates},
		{"documents", newest->documents, newest->documents - now.documents},
	};
	float8		allowed = release->max_removed;
	StringInfoData detail;

	initStringInfo(&detail);
	for (int i = 0; i < lengthof(part); i++)
		if (IsTooMuch(allowed, part[i].before, part[i].gone))
			appendStringInfo(&detail, "%sOf %lld %s on the list, %lld are missing; at most %lld may be.",
							 detail.len > 0 ? " " : "", (long long) part[i].before, part[i].what,
							 (long long) part[i].gone, (long long) (allowed * part[i].before));
	if (detail.len == 0)
		return;
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("too much of list \"%s\" is missing in this release", SanctShown(release->code)),
			 errdetail_internal("%s", detail.data),
			 errhint("Check that the files are whole and of this list. If they are, pass a larger share as "
					 "max_removed, 1 for all.")));
}
