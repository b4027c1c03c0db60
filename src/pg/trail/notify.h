#ifndef SANCT_TRAIL_NOTIFY_H
#define SANCT_TRAIL_NOTIFY_H

/* Notifications of new alerts */

/*
 * Tell of an alert on channel sanct_alert when the transaction commits, together with all others of it.  A transaction
 * that has such an alert cannot be prepared.
 */
extern void SanctNotifyOfAlert(int64 alert);

#endif
