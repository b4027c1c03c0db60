/* Which letters of a name stand for which part of it */
#ifndef SM_READING_WRITTEN_H
#define SM_READING_WRITTEN_H

#include <stdbool.h>

#include "name/reading/unpack.h"
#include "name/text/part.h"
#include "name/text/text.h"

extern bool sm_find_written(SmSpan *spans, const SmText *text, SmSpan name, const SmParts *own,
							const SmHypothesisParts *shape);

#endif
