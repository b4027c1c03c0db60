#ifndef SANCT_INDEX_GIN_H
#define SANCT_INDEX_GIN_H

/* What is asked of a GIN index of names beside searches: no operator of its classes has these numbers */

/* Which versions its names were read by: the argument is a GinVersions, in which they are noted; finds no row */
#define VERSIONS_STRATEGY 101

/* The rows that have all keys of a sanct_query's name, but not the mark of its versions */
#define WHOLE_STRATEGY 102

/*
 * The versions of the algorithm, another one if there is one, and of Unicode, SM_UNICODE_SEVERAL if there are
 * several
 */
typedef struct GinVersions
{
	bool		any;
	int			algorithm;
	int			unicode;
} GinVersions;

#endif
