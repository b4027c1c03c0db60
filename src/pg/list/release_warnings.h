#ifndef SANCT_LIST_RELEASE_WARNINGS_H
#define SANCT_LIST_RELEASE_WARNINGS_H

/* What an import tells of a release that it loads all the same */

#include "pg/list/release.h"

/* Warn of what the database encoding cannot hold: of names, of entries that have no others, of other texts */
extern void SanctWarnOfEncoding(const ListRelease *release);

/* Warn of names that nothing will ever find */
extern void SanctWarnOfUnfindable(const ListRelease *release);

/* Warn of remarks that the files have in part only */
extern void SanctWarnOfCutRemarks(const ListRelease *release);

/* Warn of fields that the newest release in the same format had, an array of texts */
extern void SanctWarnOfLostFields(const ListRelease *release, Datum fields);

#endif
