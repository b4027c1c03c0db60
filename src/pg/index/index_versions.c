/* The versions that an index of names was built with: of the algorithm and of Unicode */
#include "postgres.h"

#include "pg/index/index_versions.h"

#include "access/gin.h"
#include "access/gist_private.h"
#include "catalog/pg_am.h"
#include "miscadmin.h"
#include "storage/bufmgr.h"
#include "utils/rel.h"
#include "access/xact.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "name/node/summary.h"
#include "name/reading/reading.h"
#include "pg/base/compat.h"
#include "pg/index/gin.h"
#include "pg/index/gin_search.h"

extern PGDLLEXPORT Datum sanct_gist_consistent(PG_FUNCTION_ARGS);
extern PGDLLEXPORT Datum sanct_reading_gist_consistent(PG_FUNCTION_ARGS);
extern PGDLLEXPORT Datum sanct_gin_extract_value(PG_FUNCTION_ARGS);
extern PGDLLEXPORT Datum sanct_reading_gin_extract_value(PG_FUNCTION_ARGS);

/* Is a column of an index, from 0, one of our operator classes?  Then told whether of readings */
bool
SanctIsNameColumn(Relation index, int column, bool *of_readings)
{
	PGFunction	function;

	if (column >= IndexRelationGetNumberOfKeyAttributes(index))
		return false;
	if (SanctIsGin(index))
	{
		function = index_getprocinfo(index, column + 1, GIN_EXTRACTVALUE_PROC)->fn_addr;
		*of_readings = function == sanct_reading_gin_extract_value;
		return *of_readings || function == sanct_gin_extract_value;
	}
	if (index->rd_rel->relam != GIST_AM_OID)
		return false;
	function = index_getprocinfo(index, column + 1, GIST_CONSISTENT_PROC)->fn_addr;
	*of_readings = function == sanct_reading_gist_consistent;
	return *of_readings || function == sanct_gist_consistent;
}

/* Is an index one of GIN? */
bool
SanctIsGin(Relation index)
{
	return index->rd_rel->relam == GIN_AM_OID;
}

/* Take the versions of a key into account */
static void
AddVersions(const uint8 *key, bool any, int *algorithm, int *unicode)
{
	int			version = key[0] & ~SM_SUMMARY_MARK;
	int			by = version == SM_VERSION ? SM_READING_UNICODE(key) : SM_UNICODE_SEVERAL;

	if (!any || version != SM_VERSION)
		*algorithm = version;
	if (!any)
		*unicode = by;
	else if (*unicode != by)
		*unicode = SM_UNICODE_SEVERAL;
}

/* A copy of a page of a GiST index */
Page
SanctCopyIndexPage(Relation index, BlockNumber block)
{
	Buffer		buffer = ReadBuffer(index, block);
	Page		page = palloc(BLCKSZ);

	LockBuffer(buffer, BUFFER_LOCK_SHARE);
	gistcheckpage(index, buffer);
	memcpy(page, BufferGetPage(buffer), BLCKSZ);
	UnlockReleaseBuffer(buffer);
	return page;
}

/* The versions of a GIN index, from its marks; see gin.h */
static bool
ReadGinVersions(Relation index, int *algorithm, int *unicode)
{
	GinVersions versions = {false, 0, 0};
	bool		of_readings;

	for (int column = 0; column < IndexRelationGetNumberOfKeyAttributes(index); column++)
		if (SanctIsNameColumn(index, column, &of_readings))
			SanctSearchGin(index, column, VERSIONS_STRATEGY, PointerGetDatum(&versions), NULL, NULL);
	*algorithm = versions.algorithm;
	*unicode = versions.algorithm == SM_VERSION ? versions.unicode : SM_UNICODE_SEVERAL;
	return versions.any;
}

/* The versions of a GiST index; the root tells */
static bool
ReadGistVersions(Relation index, int *algorithm, int *unicode)
{
	Page		page = NULL;
	TupleDesc	desc = RelationGetDescr(index);
	bool		any = false;
	bool		of_readings;

	for (int column = 0; column < IndexRelationGetNumberOfKeyAttributes(index); column++)
	{
		if (!SanctIsNameColumn(index, column, &of_readings))
			continue;
		/* not of an index that is somebody else's */
		if (page == NULL)
			page = SanctCopyIndexPage(index, GIST_ROOT_BLKNO);
		for (OffsetNumber i = FirstOffsetNumber; i <= PageGetMaxOffsetNumber(page); i++)
		{
			IndexTuple	tuple = (IndexTuple) PageGetItem(page, PageGetItemId(page, i));
			bool		isnull;
			Datum		key = index_getattr(tuple, column + 1, desc, &isnull);

			if (isnull || VARSIZE_ANY_EXHDR(DatumGetPointer(key)) < 2)
				continue;
			AddVersions((const uint8 *) VARDATA_ANY(DatumGetPointer(key)), any, algorithm, unicode);
			any = true;
		}
	}
	return any;
}

/*
 * The versions of the algorithm and of Unicode that an index of names was built with, the latter 0 if
 * there are several or the algorithm is another one; false if it holds no name
 */
bool
SanctReadIndexVersions(Relation index, int *algorithm, int *unicode)
{
	return SanctIsGin(index) ? ReadGinVersions(index, algorithm, unicode) : ReadGistVersions(index, algorithm, unicode);
}
