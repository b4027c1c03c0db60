#ifndef SANCT_REPORT_JSON_H
#define SANCT_REPORT_JSON_H

/* What a page is made of, read from jsonb; whatever is not there is NULL, and so is what has another shape */

#include "utils/jsonb.h"

/* An object or an array */
typedef JsonbContainer *Json;

/* A member that is an object or an array, and the number of elements of an array, 0 for NULL */
extern Json SanctJsonIn(Json object, const char *key);
extern int	SanctJsonCount(Json array);

/* An element that is an object, and one that is a scalar as text */
extern Json SanctJsonAt(Json array, int i);
extern char *SanctJsonTextAt(Json array, int i);

/* A member that is a scalar, as text */
extern char *SanctJsonText(Json object, const char *key);

/* The same as a number, or another one */
extern double SanctJsonNumber(Json object, const char *key, double otherwise);

/* Is a member the text given? */
extern bool SanctJsonIs(Json object, const char *key, const char *text);

#endif
