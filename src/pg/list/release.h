#ifndef SANCT_LIST_RELEASE_H
#define SANCT_LIST_RELEASE_H

/* One release of a list, as an importer builds it */

#include "fmgr.h"
#include "lib/stringinfo.h"
#include "nodes/pg_list.h"
#include "storage/buffile.h"
#include "utils/date.h"

#include "data/publisher_list_table.h"
#include "pg/list/known.h"
#include "pg/list/source.h"

/* Longest list's own id of an entry, in bytes */
#define LIST_UID_MAX 255

/* Most bytes of the key of a list: it stands in messages, file names and notifications */
#define LIST_KEY_MAX 63

/* Files one release may consist of */
#define LIST_MAX_FILES 4

#define LIST_DIGEST_LENGTH 32

/* Ids that a warning tells */
#define LIST_TOLD 5

/* What is known of an entry without its content: all that is in memory of it, or in a file, while it is put away */
typedef struct EntryRecord
{
	int64		place;			/* record or line it stands on */

	/* where it has been put away */
	int			fileno;
	off_t		offset;
	int			size;			/* bytes there */
	int			naliases;
	int			nbirth_dates;
	int			ndocuments;
	uint8		digest[LIST_DIGEST_LENGTH]; /* SHA-256 of all that the release says of it */
	uint8		substance[LIST_DIGEST_LENGTH];	/* of what screening looks at, see entry_substance.h */
	bool		nameless;		/* none of its names could be stored */
	bool		left_out;		/* therefore */

	/* what publishing finds out */
	bool		stored;			/* the list had it before */
	bool		unchanged;		/* and it stands there just so */
	bool		restated;		/* and it says the same in another form */
	int64		id;				/* of its row, 0 while it has none */
	int64		delisted_in;	/* release that no longer had it, 0 = the last one has it */
} EntryRecord;

/*
 * A listed person, organisation, vessel or aircraft that is open, or was looked at again.  It and what the release says
 * of it, in the database encoding, are in the release's memory "content" until SanctEndEntry() has put it away.
 */
typedef struct ListEntry
{
	uint32		number;			/* in the order of the file, from 0 on */
	bool		open;
	EntryRecord record;
	const char *uid;			/* the list's own id */
	const char *type;
	const char *primary_name;
	const char *title;
	const char *remarks;
	const char *listed_on;		/* ISO date */
	List	   *programs;		/* of char * */
	List	   *nationalities;	/* of char * */
	List	   *names;			/* of ListRow * */
	List	   *identifiers;	/* of ListRow * */
	List	   *unstorable;		/* of char *, names in UTF-8 that the database encoding lacks, left out */
} ListEntry;

/* One release of one list, built by an importer and written by SanctPublishRelease() */
typedef struct ListRelease
{
	const char *code;			/* key of the list */
	const char *title;
	const char *publisher;
	bool		has_published;
	DateADT		published;
	float8		max_removed;	/* share of the list that may vanish, 0 to 1 */
	bool		retires;		/* it takes the list back and has nothing */
	int64		undoes;			/* release that it takes back, 0: none */
	int64		newest_seen;	/* newest release of the list when that was decided, 0: whatever it is */
	const text *actor;			/* person that an argument names, NULL: none */
	KnownFields *known;			/* what the files hold of what their format may, NULL: they have none */
	int			nfiles;
	bytea	   *sha256[LIST_MAX_FILES]; /* NULL: file not given */
	int			cut_remarks;	/* remarks that end in the middle */
	int			weak_names;
	int			addresses;
	int			nnames;
	int			nidentifiers;
	int			unstorable_names;	/* left out, as the database encoding cannot hold them */
	List	   *unstorable;		/* of char *, uids of the first entries that had some */
	int			nnameless;		/* entries left out, as none of their names can be stored */
	List	   *nameless;		/* of char *, uids of the first of them */
	int			unfindable_names;	/* without a letter, so that nothing finds them */
	List	   *unfindable;		/* of char *, the first of them with the uid of their entry */
	int			marked_texts;	/* other texts, with question marks for what it lacks */
	int			nentries;		/* without those that are left out */
	struct EntryStore *store;	/* of all of them, see entry_store.h */
	int			nopen;			/* entries that have not been put away */
	MemoryContext context;		/* of all that lasts as long as the release */
	MemoryContext content;		/* of what open entries say */
	MemoryContext scratch;		/* for an importer to work in, emptied after each record */
	BufFile    *file;			/* what the others say */
	int			end_fileno;
	off_t		end_offset;		/* end of it */
	int64		kept;			/* bytes of entries in it, each as it was put away last */
	int64		written;		/* bytes in all */
	Size		open_max;		/* bytes of open entries from which on all are put away, see SanctFindOpenEntry */
	StringInfoData buffer;		/* one entry on its way there */
	TimestampTz told;			/* when it was told last how far it is */
} ListRelease;

/* Refuse what is no key of a list of the caller's own */
extern void SanctCheckListKey(const char *code);

/* A publisher's list by its key, NULL: it is no publisher's */
extern const SmPublisherList *SanctFindPublisherList(const char *code);

/* An empty release of a publisher's list */
extern ListRelease *SanctStartListed(const char *code);

extern ListRelease *SanctStartRelease(const char *code, const char *title, const char *publisher);
extern void SanctTakeImportArguments(ListRelease *release, FunctionCallInfo fcinfo,
									 int published, int max_removed);
extern Source *SanctOpenDocument(ListRelease *release, FunctionCallInfo fcinfo,
								 const char *name);
extern KnownFields *SanctKnowFormat(ListRelease *release, const char *format, const char *document);
extern void SanctSetPublished(ListRelease *release, const char *iso);
extern void SanctCloseFile(ListRelease *release, Source *source);

#endif
