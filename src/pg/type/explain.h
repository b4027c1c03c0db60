#ifndef SANCT_TYPE_EXPLAIN_H
#define SANCT_TYPE_EXPLAIN_H

/* Why two names are one or are not */

extern const char *SanctTierOf(const uint8 *a, const uint8 *b);

#endif
