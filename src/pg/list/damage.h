#ifndef SANCT_LIST_DAMAGE_H
#define SANCT_LIST_DAMAGE_H

/* What is wrong with a document, as the detail of an error */

/* Make the detail of an error of a format and what it names; what it holds may be no text yet */
extern char *SanctFormatDetail(const char *format, va_list args) pg_attribute_printf(1, 0);

#endif
