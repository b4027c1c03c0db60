/* The pages that compare no names: a run, the state of lists and guards */
#include "postgres.h"

#include "pg/report/state_pages.h"

#include "pg/report/entry_part.h"
#include "pg/report/glossary.h"
#include "pg/report/html.h"

/* See state_pages.h */
void
SanctReportRun(StringInfo html, Json page)
{
	static const ReportColumn facts[] = {
		{"subject", "Table"}, {"read", "Columns"}, {"kind", "Kind"}, {"previous_id", "Goes on from run"},
		{"threshold", "Threshold"}, {"verdict", "Verdict from which a hit counts"},
		{"weak", "Names that lists call weak count"}, {"lists", "Lists asked for"},
		{"types", "Types asked for"}, {"programs", "Programs asked for"}, {"rows", "Rows"}, {"hits", "Hits"},
		{"ruled_out", "Pairs ruled out by facts"}, {"raised", "New alerts"}, {"reopened", "Opened again"},
		{"standing", "Alerts that were there"}, {"suppressed", "Cleared before"},
		{"unread_names", "Names not read wholly"},
		{"started_at", "Began"}, {"took", "Took"}, {"run_by", "By"}, {"run_actor", "For"},
		{"algorithm", "Version of the algorithm"}
	};
	static const ReportColumn lists[] = {
		{"list", "List"}, {"release_id", "Release"}, {"since", "Only what came after release"},
		{"published", "Published"}, {"imported_at", "Imported"}, {"entries", "Entries"}, {"names", "Names"}
	};
	static const ReportColumn alerts[] = {
		{"id", "Alert"}, {"key", "Row"}, {"subject_name", "Name"}, {"list", "List"}, {"list_uid", "Number there"},
		{"primary_name", "Entry"}, {"similarity", "Similarity"}, {"verdict", "Verdict"}, {"facts", "Because of"},
		{"status", "Status now"}
	};
	Json		run = SanctJsonIn(page, "run");

	SanctHtmlBegin(html, psprintf("Run %s", SanctJsonText(run, "id")));
	SanctReportMade(html, SanctJsonIn(page, "made"));
	SanctReportFacts(html, run, facts, lengthof(facts));
	appendStringInfoString(html, "<h2>Held against</h2>\n");
	SanctReportTable(html, SanctJsonIn(page, "lists"), lists, lengthof(lists), "Against no list.");
	appendStringInfoString(html, "<h2>Alerts that it raised</h2>\n");
	SanctReportTable(html, SanctJsonIn(page, "alerts"), alerts, lengthof(alerts), "None.");
	SanctReportGlossary(html, page);
	SanctHtmlEnd(html);
}

/* See state_pages.h */
void
SanctReportState(StringInfo html, Json page)
{
	static const ReportColumn problems[] = {
		{"severity", "How bad"}, {"subject", "What"}, {"what", "What is wrong"}, {"what_to_do", "What to do"}
	};
	static const ReportColumn lists[] = {
		{"list", "List"}, {"publisher", "Publisher"}, {"published", "Published"}, {"imported_at", "Imported"},
		{"age_days", "Days old"}, {"entries", "Entries"}, {"names", "Names"}, {"weak_names", "Weak"},
		{"unfindable_names", "Never found"}
	};
	static const ReportColumn coverage[] = {
		{"subject", "Table"}, {"name_column", "Names"}, {"threshold", "Threshold"}, {"verdict", "Verdict"},
		{"further_columns", "Other columns"}, {"types", "Types"}, {"programs", "Programs"}, {"list", "List"},
		{"run_id", "Last run"}, {"run_at", "On"},
		{"screened_release", "Against release"}, {"release_in_force", "In force"}, {"current", "Up to date"},
		{"rows", "Rows"}
	};
	static const ReportColumn guards[] = {
		{"subject", "Table"}, {"guard", "Trigger"}, {"columns", "Columns"}, {"action", "Action"},
		{"threshold", "Threshold"}, {"lists", "Lists"}, {"types", "Types"}, {"enabled", "Fires"},
		{"unseen", "Does not see"}
	};
	static const ReportColumn open[] = {
		{"list", "List"}, {"alerts", "Open alerts"}, {"oldest", "Oldest"}
	};

	SanctHtmlBegin(html, "State of lists and guards");
	SanctReportMade(html, SanctJsonIn(page, "made"));
	appendStringInfoString(html, "<h2>What is wrong</h2>\n");
	SanctReportTable(html, SanctJsonIn(page, "problems"), problems, lengthof(problems), "Nothing is wrong.");
	appendStringInfoString(html, "<h2>Lists</h2>\n");
	SanctReportTable(html, SanctJsonIn(page, "lists"), lists, lengthof(lists), "No list is loaded.");
	appendStringInfoString(html, "<h2>Guards</h2>\n");
	SanctReportTable(html, SanctJsonIn(page, "guards"), guards, lengthof(guards), "No table is guarded.");
	appendStringInfoString(html, "<h2>Runs and coverage</h2>\n");
	SanctReportTable(html, SanctJsonIn(page, "coverage"), coverage, lengthof(coverage),
					 "No table was screened by a run.");
	appendStringInfoString(html, "<h2>Alerts that wait</h2>\n");
	SanctReportTable(html, SanctJsonIn(page, "open"), open, lengthof(open), "None.");
	SanctHtmlEnd(html);
}
