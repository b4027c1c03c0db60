#ifndef SANCT_FORMAT_OFAC_PERIOD_H
#define SANCT_FORMAT_OFAC_PERIOD_H

/* Points in time and periods of the Advanced Sanctions Data Model */

#include <libxml/tree.h>

extern bool SanctReadOfacPoint(xmlNodePtr node, int *year, int *month, int *day);
extern char *SanctReadOfacPeriod(xmlNodePtr period, bool *circa);

#endif
