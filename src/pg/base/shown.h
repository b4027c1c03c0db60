#ifndef SANCT_BASE_SHOWN_H
#define SANCT_BASE_SHOWN_H

/*
 * What an error text repeats of an argument: all of it, or its first 100 characters and an ellipsis.  Nothing that a
 * caller gives comes back whole, however long it is.
 */
extern const char *SanctShown(const char *argument);

/* The same of a sentence that holds such arguments, as a detail does: its first 300 characters */
extern const char *SanctShownSentence(const char *sentence);

/* A number of things: 1 column, 2 columns; palloc'd */
extern const char *SanctCounted(int64 count, const char *one, const char *several);

#endif
