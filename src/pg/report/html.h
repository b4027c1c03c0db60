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

/* Begin and end what a page shows when its line is clicked, and when it is printed */
extern void SanctHtmlFold(StringInfo html, const char *line);
extern void SanctHtmlUnfold(StringInfo html);

/* End a paragraph whose last words are a text: the dot of INC. ends the sentence as well */
extern void SanctHtmlEndSentence(StringInfo html, const char *text);

/* Append what a page begins with, up to its first heading, and what it ends with */
extern void SanctHtmlBegin(StringInfo html, const char *title);
extern void SanctHtmlEnd(StringInfo html);

#endif
