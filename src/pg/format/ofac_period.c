/* Points in time and periods of the Advanced Sanctions Data Model */
#include "postgres.h"

#include "pg/format/ofac_period.h"

#include "pg/list/dates.h"
#include "pg/list/xml.h"

/* Read a point in time, whose parts are elements; false if there is none */
bool
SanctReadOfacPoint(xmlNodePtr node, int *year, int *month, int *day)
{
	char	   *text[3];

	if (node == NULL)
		return false;
	text[0] = SanctChildText(node, "Year");
	text[1] = SanctChildText(node, "Month");
	text[2] = SanctChildText(node, "Day");
	*year = text[0] ? atoi(text[0]) : 0;
	*month = text[1] ? atoi(text[1]) : 0;
	*day = text[2] ? atoi(text[2]) : 0;
	return text[0] != NULL;
}

/*
 * Read a period in ISO 8601, as exactly as it is known: a whole year or month is written from its
 * first to its last day.  NULL if there is none.
 */
char *
SanctReadOfacPeriod(xmlNodePtr period, bool *circa)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	xmlNodePtr	start = SanctFindChild(period, "Start");
	xmlNodePtr	end = SanctFindChild(period, "End");
	char	   *approximate = start ? SanctAttributeText(start, "Approximate") : NULL;
	char		from[DATE_TEXT_MAX];
	char		to[DATE_TEXT_MAX];
	int			y1,
				m1,
				d1,
				y2,
				m2,
				d2;

	*circa = approximate && strcmp(approximate, "true") == 0;
	if (!SanctReadOfacPoint(SanctFindChild(start, "From"), &y1, &m1, &d1))
		return NULL;
	if (!SanctReadOfacPoint(SanctFindChild(end, "To"), &y2, &m2, &d2) &&
		!SanctReadOfacPoint(SanctFindChild(end, "From"), &y2, &m2, &d2) &&
		!SanctReadOfacPoint(SanctFindChild(start, "To"), &y2, &m2, &d2))
	{
		y2 = y1;
		m2 = m1;
		d2 = d1;
	}
	if (m1 == 1 && d1 == 1 && m2 == 12 && d2 == 31)
		m1 = d1 = m2 = d2 = 0;
	else if (d1 == 1 && m2 >= 1 && m2 <= 12 && d2 >= days[m2 - 1] && (y1 != y2 || m1 != m2 || d2 != 1))
		d1 = d2 = 0;
	/* of a 29 February that the calendar does not have the month is kept */
	if (!SanctFormatDate(y1, m1, d1, from) && !SanctFormatDate(y1, m1, 0, from))
		return NULL;
	if (!SanctFormatDate(y2, m2, d2, to) && !SanctFormatDate(y2, m2, 0, to))
		return NULL;
	return SanctJoinDates(from, to);
}
