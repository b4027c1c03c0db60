#ifndef SANCT_LIST_NAME_TEXT_H
#define SANCT_LIST_NAME_TEXT_H

/* A name as a list writes it: what is no part of it, and whether it can be found */

/* A copy of a name in UTF-8 with one plain blank where blanks of any kind are, none at its ends; it may become empty */
extern char *SanctCleanName(const char *utf8);

/* Can the name ever be found?  One without a letter matches nothing */
extern bool SanctCanBeFound(const char *utf8);

/*
 * Cut from a name in UTF-8 what a list says of it in the same text: "born in 1963", "(previously listed as)"; of
 * "(original script: ...)" only the words.  The text is overwritten; what was cut is returned, or NULL.
 */
extern char *SanctCutNameRemark(char *name);

#endif
