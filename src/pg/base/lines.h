#ifndef SANCT_BASE_LINES_H
#define SANCT_BASE_LINES_H

/*
 * A text in lines of so many columns at most, parted at blanks, and where it is parted already; what has no blank that
 * long stays whole
 */
extern char *SanctInLines(const char *told, int width);

#endif
