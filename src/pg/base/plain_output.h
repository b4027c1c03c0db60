#ifndef SANCT_BASE_PLAIN_OUTPUT_H
#define SANCT_BASE_PLAIN_OUTPUT_H

/*
 * Let values be written and read as text in one way, whatever the session has set: all settings that the types of
 * PostgreSQL heed.  AtEOXact_GUC ends it with what this returns.  No code of a user's runs meanwhile but what makes
 * a value of a domain inside an array or a composite type, which sees no path.
 */
extern int	SanctStartPlainOutput(void);

#endif
