#ifndef SANCT_BASE_PLAIN_OUTPUT_H
#define SANCT_BASE_PLAIN_OUTPUT_H

/* Let output functions write what any session reads in the same way; AtEOXact_GUC ends it with what this returns */
extern int	StartPlainOutput(void);

#endif
