#ifndef SANCT_TRAIL_ALERT_WRITERS_H
#define SANCT_TRAIL_ALERT_WRITERS_H

/* Who writes alerts of one table at the same time */

#include "pg/base/extension.h"

/* Write alerts of a table beside others, until the transaction ends; a run that is writing some is waited for */
extern void SanctJoinAlertWriters(const Extension *extension, const char *subject);

/* Write alerts of a table alone, until the transaction ends; nothing that others wait for may be held already */
extern void SanctKeepOutAlertWriters(const Extension *extension, const char *subject);

#endif
