#ifndef SANCT_LIST_SCRIPT_H
#define SANCT_LIST_SCRIPT_H

extern const char *list_script(const char *utf8, size_t length);

extern const char *list_script_at(const char *utf8);

#endif
