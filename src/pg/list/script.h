#ifndef SANCT_LIST_SCRIPT_H
#define SANCT_LIST_SCRIPT_H

/* The script that a text is written in */

extern const char *SanctScriptOf(const char *utf8, size_t length);

extern const char *SanctScriptAt(const char *utf8);

#endif
