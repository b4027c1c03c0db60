#ifndef SANCT_SHOWN_H
#define SANCT_SHOWN_H

/*
 * What an error text repeats of an argument: all of it, or its first 100 characters and an ellipsis.  Nothing that a
 * caller gives comes back whole, however long it is.
 */
extern const char *Shown(const char *argument);

#endif
