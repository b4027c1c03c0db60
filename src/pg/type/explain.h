#ifndef SANCT_TYPE_EXPLAIN_H
#define SANCT_TYPE_EXPLAIN_H

extern const char *SanctTierOf(const uint8 *a, const uint8 *b);

#endif
