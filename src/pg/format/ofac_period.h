#ifndef SANCT_FORMAT_OFAC_PERIOD_H
#define SANCT_FORMAT_OFAC_PERIOD_H

#include <libxml/tree.h>

extern bool xml_read_point(xmlNodePtr node, int *year, int *month, int *day);
extern char *xml_read_period(xmlNodePtr period, bool *circa);

#endif
