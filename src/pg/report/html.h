#ifndef SANCT_REPORT_HTML_H
#define SANCT_REPORT_HTML_H

/* HTML as it is written: no text gets in but through these, so that none of it is markup */

#include "lib/stringinfo.h"

/* Append a text: markup is escaped, what a browser would not show is shown, writing from right to left stays in it */
extern void SanctHtmlText(StringInfo html, const char *text);

/* Append markup of our own and, behind it, a text */
extern void SanctHtmlBehind(StringInfo html, const char *markup, const char *text);

/* Append an element of one of our own names and classes with a text; nothing for NULL and an empty text */
extern void SanctHtmlElement(StringInfo html, const char *element, const char *class, const char *text);

/* Append the row of a table of two columns, what it is and the text; nothing for NULL and an empty text */
extern void SanctHtmlFact(StringInfo html, const char *what, const char *text);

/* Append what a page begins with, up to its first heading, and what it ends with */
extern void SanctHtmlBegin(StringInfo html, const char *title);
extern void SanctHtmlEnd(StringInfo html);

#endif
