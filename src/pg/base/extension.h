#ifndef SANCT_BASE_EXTENSION_H
#define SANCT_BASE_EXTENSION_H

/* The extension's own objects, found by object identifiers and known by what cannot be forged */

#include "access/attnum.h"
#include "fmgr.h"
#include "storage/lockdefs.h"
#include "utils/relcache.h"

/* Tables of the extension that C reads or locks */
typedef enum OwnTable
{
	OWN_LIST, OWN_RELEASE, OWN_ENTRY, OWN_NAME, OWN_PAST_ENTRY, OWN_PAST_NAME, OWN_ALERT,
	OWN_IDENTIFIER, OWN_PAST_IDENTIFIER, OWN_LINK, OWN_STATE, OWN_TABLES
} OwnTable;

/* Columns that C reads, see the table in extension.c */
#define OWN_COLUMNS 14

enum
{
	LIST_ID, LIST_CODE, LIST_READERS, LIST_PUBLISHER, LIST_READER_ROLES
};
enum
{
	RELEASE_ID, RELEASE_LIST_ID, RELEASE_IMPORTED_AT, RELEASE_ENTRIES, RELEASE_NAMES, RELEASE_PUBLISHED,
	RELEASE_SHA256, RELEASE_ALIASES, RELEASE_BIRTH_DATES, RELEASE_DOCUMENTS,
	RELEASE_UNFINDABLE_NAMES, RELEASE_UNDOES
};
enum
{
	ENTRY_ID, ENTRY_LIST_ID, ENTRY_LIST_UID, ENTRY_TYPE, ENTRY_PROGRAMS, ENTRY_PRIMARY_NAME, ENTRY_LISTED_IN,
	ENTRY_CHANGED_IN, ENTRY_DELISTED_IN, ENTRY_DIGEST, ENTRY_SUBSTANCE,
	ENTRY_SUBSTANCE_IN
};
/* of sanct_name and sanct_past_name, which alone has the last one */
enum
{
	NAME_ROW_ID, NAME_ROW_ENTRY_ID, NAME_ROW_NAME, NAME_ROW_WEAK, NAME_ROW_SINCE, NAME_ROW_UNTIL
};
enum
{
	PAST_ENTRY_ID, PAST_ENTRY_TYPE, PAST_ENTRY_PROGRAMS, PAST_ENTRY_PRIMARY_NAME, PAST_ENTRY_SINCE, PAST_ENTRY_UNTIL
};
enum
{
	ALERT_ID, ALERT_LIST
};
/* of sanct_identifier and sanct_past_identifier, which alone has the last one */
enum
{
	IDENTIFIER_ROW_ENTRY_ID, IDENTIFIER_ROW_KIND, IDENTIFIER_ROW_VALUE, IDENTIFIER_ROW_COUNTRY, IDENTIFIER_ROW_NOTE,
	IDENTIFIER_ROW_SINCE, IDENTIFIER_ROW_UNTIL
};
enum
{
	LINK_ENTRY_ID, LINK_OTHER_ID
};

enum
{
	STATE_ID
};

/*
 * The extension that a function belongs to, and what else does: found by object identifiers, never by
 * the name of a schema, and known by what nobody but its owner could make (see extension.c)
 */
typedef struct Extension
{
	Oid			function;		/* must be first: key of a hash table */
	Oid			oid;
	Oid			schema;
	Oid			owner;			/* of the function, and so of all that counts as the extension's */
	Oid			query_type;
	Oid			reading_type;
	Oid			role_type;
	Oid			match_query;	/* function of text %~ sanct_query */
	Oid			otherwise;		/* sanct_read_otherwise */
	Oid			table[OWN_TABLES];
	AttrNumber	column[OWN_TABLES][OWN_COLUMNS];
	bool		found;			/* and nothing has been told since that may have changed it */
} Extension;

/* One of the extension's own SQL functions; the types of its arguments must be just these */
#define OWN_ARGUMENTS 32

typedef struct OwnFunction
{
	const char *name;
	int			nargs;
	Oid			types[OWN_ARGUMENTS];
} OwnFunction;

/* The extension that a function, that of the current call say, belongs to; lives as long as the backend */
extern const Extension *SanctExtensionOf(Oid function);

/* Complain unless the function was made with so many arguments: SQL of a version before may have fewer */
extern void SanctCheckArgumentCount(FunctionCallInfo fcinfo, int count);

/* One of its functions in C, by its name and the types of its arguments; an error if it is not as it should be */
extern Oid	SanctFindOwnC(const Extension *extension, const char *name, const Oid *types, int count);

/* Open one of its tables, locked until the end of the transaction unless the caller unlocks it */
extern Relation SanctOpenOwnTable(const Extension *extension, OwnTable table, LOCKMODE lock);

/*
 * Call one of its SQL functions with the rights of the extension's owner; nulls may be NULL: none is.
 * Returns the result, of which isnull tells whether it is NULL.
 */
extern Datum SanctCallOwn(const Extension *extension, const OwnFunction *function, const Datum *values,
						  const bool *nulls, bool *isnull);

/* A GiST index of a table that answers %~ sanct_query for a column of text or readings, or InvalidOid */
extern Oid	SanctFindNameIndex(const Extension *extension, Relation relation, AttrNumber column, Oid type);

/* The index of an own table over what sanct_read_otherwise makes of its names, or InvalidOid */
extern Oid	SanctFindOtherwiseIndex(const Extension *extension, Relation relation);

/* The operator %~ of a column of that type and a sanct_query, in the operator family of an index */
#define QUERY_STRATEGY 3

/* The operator %~ of two names of one type, and those of a reading and a text, %~ and <~> */
#define MATCH_STRATEGY 1
#define TEXT_STRATEGY 4
#define TEXT_DISTANCE_STRATEGY 5

#endif
