/* What is wrong with a document, as the detail of an error */
#ifndef SANCT_LIST_DAMAGE_H
#define SANCT_LIST_DAMAGE_H

#include "pg/base/compat.h"

/*
 * Bytes of one text of a document: a text takes many times its length while it is taken apart, and no list has longer
 * names, remarks or numbers
 */
#define LIST_TEXT_MAX (2 * 1024 * 1024)

/* Refuse a text that is longer, what it is and where it stands: "Column 3" of "file \"document\", record 2, line 2" */
extern SANCT_NORETURN void SanctRefuseLongText(const char *what, const char *place);

/* Make the detail of an error of a format and what it names; what it holds may be no text yet */
extern char *SanctFormatDetail(const char *format, va_list args) pg_attribute_printf(1, 0);

#endif
