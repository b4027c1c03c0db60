#ifndef SM_XML_PERIOD_H
#define SM_XML_PERIOD_H

#include "postgres.h"

#include <libxml/tree.h>

extern bool xml_read_point(xmlNodePtr node, int *year, int *month, int *day);
extern char *xml_read_period(xmlNodePtr period, bool *circa);

#endif
