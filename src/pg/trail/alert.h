#ifndef SANCT_TRAIL_ALERT_H
#define SANCT_TRAIL_ALERT_H

/* Alerts and clearances as guards write and read them */

#include "access/attnum.h"
#include "utils/jsonb.h"

#include "pg/base/extension.h"
#include "pg/screen/hit.h"

/* A row and an entry that it matches, or a name of it that could not be read */
typedef struct SubjectHit
{
	const Extension *extension;
	const char *subject;		/* qualified name of the table */
	const char *guard;			/* name of the trigger; NULL: a run has found it */
	bool		notify;			/* tell of the alert on channel sanct_alert, if it is a new one */
	int64		run;			/* number of the run, 0: a guard has found it */
	const text *actor;			/* for whom that acts, NULL: as the setting says */
	const char *key;			/* JSON: which row */
	const char *facts;			/* JSON: what else was screened */
	char	   *name;			/* as written */
	AttrNumber	column;			/* where it begins, 0: it is not known, or a document matches */
	const char *unread;			/* why it could not be read; then there is no entry */
	int			threshold;		/* that names matched at, in thousandths */
	const ListHit *found;		/* the entry by the name that matches best */
	const char *tier;			/* and how close that is; TIER_DOCUMENT: no name matches, a document is equal */
	const char *unread_facts;	/* which facts could not be read, NULL: none */
	const char *fact_rows;		/* JSON: what facts say, as rows of an explanation; NULL: nothing */
} SubjectHit;

#define TIER_DOCUMENT "document"

/*
 * Has this subject been cleared of this entry, or its name been let pass though it cannot be read?  A clearance is of
 * one subject and one entry, and holds while the name, the facts and the entry are as they were.  Where four eyes are
 * wanted, one that was given without an alert does not hold for who gave it.
 */
extern bool SanctIsCleared(const SubjectHit *hit, bool four_eyes);

/* What has become of a hit that is recorded */
typedef enum AlertFate
{
	ALERT_RAISED,				/* it is a new alert */
	ALERT_REOPENED,				/* it had one, whose clearance has lapsed */
	ALERT_STANDING				/* it has one */
} AlertFate;

#define ALERT_ARGUMENTS 28

/* An alert of a hit that has been made and is not written yet */
typedef struct MadeAlert
{
	const Extension *extension;
	bool		notify;
	Datum		values[ALERT_ARGUMENTS];	/* as sanct_raise_alert() takes them */
	bool		nulls[ALERT_ARGUMENTS];
} MadeAlert;

/*
 * Make the alert of a hit and of what is done with the row; it points to the hit.  quarantine_id is that of the stored
 * row or 0
 */
extern void SanctMakeAlert(MadeAlert *made, const SubjectHit *hit, const char *action, bool four_eyes,
						   int64 quarantine_id);

/* The same with all that it points to, in the current memory context */
extern MadeAlert *SanctCopyAlert(const MadeAlert *made);

/* Has its subject been cleared of its entry by now? */
extern bool SanctIsMadeCleared(const MadeAlert *made);

/* Is there the same already, which writing it would not open again? */
extern bool SanctAlertStands(const MadeAlert *made);

/* Write it unless there is the same already; who calls this is among those who write alerts, see alert_writers.h */
extern AlertFate SanctWriteAlert(const MadeAlert *made);

/* Make and write it as a guard does */
extern void SanctRecordAlert(const SubjectHit *hit, const char *action, bool four_eyes, int64 quarantine_id);

/* How many alerts of a row are not cleared; is there any alert of it, whatever was decided? */
extern int64 SanctCountUncleared(const Extension *extension, const char *subject, const Jsonb *key);
extern bool SanctHasAlert(const Extension *extension, const char *subject, const Jsonb *key);

#endif
