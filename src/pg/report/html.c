/*
 * HTML as it is written: no text gets in but through here, so that none of it is markup
 *
 * A page stands by itself: no script, no picture, nothing that is fetched, which its policy tells the browser as well.
 */
#include "postgres.h"

#include "pg/report/html.h"

#include "mb/pg_wchar.h"

static const char *const style =
	":root{color-scheme:light dark;--ink:#1d2129;--paper:#fff;--soft:#5c6470;--line:#d6dae0;"
	"--band:#f3f5f8;--for:#1f7a4d;--against:#b3261e;--mark:#8a5a00}"
	"@media(prefers-color-scheme:dark){:root{--ink:#e6e8ec;--paper:#16181d;--soft:#a0a8b4;--line:#363b45;"
	"--band:#20242b;--for:#5cc08b;--against:#ff8a80;--mark:#e5b567}}"
	"*{box-sizing:border-box}"
	"body{margin:2rem auto;max-width:62rem;padding:0 1.2rem;color:var(--ink);background:var(--paper);"
	"font:15px/1.5 system-ui,'Noto Sans','Noto Sans CJK KR',sans-serif}"
	"h1{font-size:1.5rem;margin:0 0 .3rem}"
	"h2{font-size:1.1rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line)}"
	"h3{font-size:1rem;margin:1.4rem 0 .3rem}"
	"p{margin:.4rem 0;max-width:48rem}"
	".soft{color:var(--soft);font-size:.87em}"
	"table{border-collapse:collapse;width:100%;margin:.4rem 0}"
	"th,td{text-align:left;vertical-align:top;padding:.28rem .5rem;border-bottom:1px solid var(--line)}"
	"td{overflow-wrap:anywhere}"
	"td.w,td.w bdi{overflow-wrap:normal}"
	"table.parts td:nth-child(2),table.parts td:nth-child(3){min-width:7.5rem}"
	"table.parts td:nth-child(4){min-width:9rem}"
	"table.evidence td:nth-child(2),table.evidence td:nth-child(3){min-width:6.5rem}"
	"th{font-weight:600;color:var(--soft);font-size:.87em}"
	"table.facts th{width:13rem;overflow-wrap:normal}"
	"td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}"
	"tr.sum td{font-weight:600;background:var(--band)}"
	".syllable{font-size:1.25em}"
	".bar{position:relative;height:1.1em;min-width:9rem;background:var(--band)}"
	".bar i{position:absolute;top:.15em;bottom:.15em;background:var(--for)}"
	".bar i.minus{background:var(--against)}"
	".bar b{position:absolute;top:0;bottom:0;width:1px;background:var(--soft)}"
	".bar b.mark{width:2px;background:var(--mark)}"
	".tag{display:inline-block;border:1px solid currentColor;border-radius:.3em;padding:0 .45em;"
	"font-size:.85em;font-weight:600}"
	".for{color:var(--for)}"
	".against{color:var(--against)}"
	".mark{color:var(--mark)}"
	".case{border:1px solid var(--line);border-radius:.4rem;padding:.2rem 1rem .8rem;margin:1rem 0}"
	"details{margin:.6rem 0}"
	"summary{cursor:pointer;color:var(--soft)}"
	"summary h2{display:inline-block;border:0;margin:0;color:var(--ink)}"
	"@media print{details::details-content{content-visibility:visible;block-size:auto}"
	":root{--ink:#000;--paper:#fff;--soft:#444;--line:#bbb;--band:#eee;--for:#1f7a4d;"
	"--against:#b3261e;--mark:#8a5a00}body{margin:0;max-width:none;font-size:11px}.case,tr{"
	"break-inside:avoid}h2,h3{break-after:avoid}*{-webkit-print-color-adjust:exact;"
	"print-color-adjust:exact}}";

/* Is this, in the server's encoding, a character that turns the direction of writing or shows nothing?  Its number */
static pg_wchar
HiddenCharacter(const char *text, int length)
{
	pg_wchar	c;

	if ((unsigned char) *text < 0x20 && *text != '\n' && *text != '\t')
		return (unsigned char) *text;
	if ((unsigned char) *text == 0x7F)
		return 0x7F;
	if (length < 2 || GetDatabaseEncoding() != PG_UTF8)
		return 0;
	c = utf8_to_unicode((const unsigned char *) text);
	if (c < 0xA0 || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
		(c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF0 && c <= 0xFFFB) || c >= 0xE0000)
		return c;
	return 0;
}

/* Append a text so that none of it is markup; what turns the direction of writing or shows nothing by its number */
static void
AppendEscaped(StringInfo html, const char *text, bool marked)
{
	while (*text != '\0')
	{
		int			length = pg_mblen(text);
		pg_wchar	hidden = HiddenCharacter(text, length);

		if (hidden != 0)
			appendStringInfo(html, marked ? "<span class=\"mark\">[U+%04X]</span>" : "[U+%04X]", (unsigned) hidden);
		else if (*text == '&')
			appendStringInfoString(html, "&amp;");
		else if (*text == '<')
			appendStringInfoString(html, "&lt;");
		else if (*text == '>')
			appendStringInfoString(html, "&gt;");
		else if (*text == '"')
			appendStringInfoString(html, "&quot;");
		else if (*text == '\'')
			appendStringInfoString(html, "&#39;");
		else
			appendBinaryStringInfo(html, text, length);
		text += length;
	}
}

/* See html.h */
void
SanctHtmlText(StringInfo html, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	appendStringInfoString(html, "<bdi>");
	AppendEscaped(html, text, true);
	appendStringInfoString(html, "</bdi>");
}

/* See html.h */
void
SanctHtmlElement(StringInfo html, const char *element, const char *class, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	if (class != NULL)
		appendStringInfo(html, "<%s class=\"%s\">", element, class);
	else
		appendStringInfo(html, "<%s>", element);
	SanctHtmlText(html, text);
	appendStringInfo(html, "</%s>\n", element);
}

/* See html.h */
void
SanctHtmlBehind(StringInfo html, const char *markup, const char *text)
{
	appendStringInfoString(html, markup);
	SanctHtmlText(html, text);
}

/* See html.h */
void
SanctHtmlFold(StringInfo html, const char *line)
{
	appendStringInfoString(html, "<details>\n");
	SanctHtmlElement(html, "summary", NULL, line);
}

/* See html.h */
void
SanctHtmlUnfold(StringInfo html)
{
	appendStringInfoString(html, "</details>\n");
}

/* See html.h */
void
SanctHtmlEndSentence(StringInfo html, const char *text)
{
	size_t		length = strlen(text);

	appendStringInfoString(html, length > 0 && text[length - 1] == '.' ? "</p>\n" : ".</p>\n");
}

/* See html.h */
void
SanctHtmlFact(StringInfo html, const char *what, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	appendStringInfo(html, "<tr><th>%s</th><td>", what);
	SanctHtmlText(html, text);
	appendStringInfoString(html, "</td></tr>\n");
}

/* See html.h */
void
SanctHtmlBegin(StringInfo html, const char *title)
{
	appendStringInfoString(html, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
						   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
						   "'unsafe-inline'\">\n"
						   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
						   "<meta name=\"robots\" content=\"noindex\">\n"
						   "<meta name=\"referrer\" content=\"no-referrer\">\n");
	/* a title holds text alone: no element may stand in it */
	appendStringInfoString(html, "<title>");
	AppendEscaped(html, title, false);
	appendStringInfo(html, "</title>\n<style>%s</style>\n</head>\n<body>\n", style);
	SanctHtmlElement(html, "h1", NULL, title);
}

/* See html.h */
void
SanctHtmlEnd(StringInfo html)
{
	appendStringInfoString(html, "</body>\n</html>\n");
}
