/* Texts in lines, so that a row of an answer fits on a screen */
#include "postgres.h"

#include "pg/base/lines.h"

#include "mb/pg_wchar.h"

/* See lines.h */
char *
SanctInLines(const char *told, int width)
{
	char	   *lines = pstrdup(told);
	char	   *blank = NULL;
	int			column = 0;
	int			behind = 0;		/* columns since the blank */

	for (char *p = lines; *p != '\0'; p += pg_mblen(p))
	{
		int			columns = Max(pg_dsplen(p), 0);

		if (*p == '\n')
		{
			if (column > width && blank != NULL)
				*blank = '\n';
			blank = NULL;
			column = 0;
			behind = 0;
			continue;
		}
		if (*p == ' ')
		{
			if (column > width && blank != NULL)
			{
				*blank = '\n';
				column = behind;
			}
			blank = p;
			behind = 0;
		}
		else
			behind += columns;
		column += columns;
	}
	if (column > width && blank != NULL)
		*blank = '\n';
	return lines;
}
