/* The rows of an explanation */
#include "postgres.h"

#include "pg/type/explain_rows.h"

#include "funcapi.h"
#include "utils/builtins.h"

#include "pg/base/compat.h"
#include "pg/base/lines.h"

/* Columns of a row, and of one that tells letters, too */
#define COLUMNS 5
#define WIDE_COLUMNS 10

/* Columns of text on a screen that a relation takes, so that a row of two common names fits into 120 */
#define RELATION_WIDTH 44

/* See explain_rows.h */
bool
SanctIsWideExplanation(const Explanation *explanation)
{
	return explanation->set != NULL && explanation->set->setDesc->natts == WIDE_COLUMNS;
}

/* A text for a column; NULL and empty are NULL */
static void
SetLineText(Datum *values, bool *nulls, int column, const char *text)
{
	nulls[column] = text == NULL || text[0] == '\0';
	values[column] = nulls[column] ? (Datum) 0 : CStringGetTextDatum(text);
}

/* See explain_rows.h */
void
SanctTellLine(const Explanation *explanation, const Line *line)
{
	Datum		values[WIDE_COLUMNS];
	bool		nulls[WIDE_COLUMNS] = {false};

	if (explanation->set == NULL)
		return;
	SetLineText(values, nulls, 0, line->part);
	SetLineText(values, nulls, 1, line->a.read);
	SetLineText(values, nulls, 2, line->b.read);
	SetLineText(values, nulls, 3, line->relation == NULL || SanctIsWideExplanation(explanation) ? line->relation :
				SanctInLines(line->relation, RELATION_WIDTH));
	values[4] = Float4GetDatum((float4) (line->hundredths / 100.0));
	nulls[4] = line->no_bits;
	SetLineText(values, nulls, 5, line->a.written);
	SetLineText(values, nulls, 6, line->b.written);
	SetLineText(values, nulls, 7, line->a.may);
	SetLineText(values, nulls, 8, line->b.may);
	values[9] = Int32GetDatum(line->weight);
	nulls[9] = line->no_bits;
	tuplestore_putvalues(explanation->set->setResult, explanation->set->setDesc, values, nulls);
}

/* What a side of a part is read as, behind the letters that are: Tie (철 Chol) */
static const char *
SideWords(const LineSide *side)
{
	if (side->read[0] == '\0')
		return "-";
	if (side->written == NULL || strncmp(side->read, side->written, strlen(side->written)) == 0)
		return side->read;
	return psprintf("%s (%s)", side->written, side->read);
}

/* Tell in a line of a part that agrees, or of one that speaks against */
static void
TellInLine(const Explanation *explanation, const Line *line)
{
	double		bits = line->hundredths / 100.0;

	if (bits > 0)
		appendStringInfo(explanation->agrees, "%s%s", explanation->agrees->len > 0 ? ", " : "",
						 strcmp(line->part, "word") == 0 ? line->b.read : line->part);
	else if (bits < -1 && strcmp(line->part, "spelling") == 0)
		appendStringInfo(explanation->against, "; spelling: hardly meant so (%.2f)", bits);
	else if (bits < -1 && line->a.read[0] == '\0' && line->b.read[0] == '\0')
		appendStringInfo(explanation->against, "; %s: %s (%.2f)", line->part, line->relation, bits);
	else if (bits < -1)
		appendStringInfo(explanation->against, "; %s: %s / %s, %s (%.2f)", line->part, SideWords(&line->a),
						 SideWords(&line->b), line->relation, bits);
}

/* See explain_rows.h */
void
SanctTellPart(Explanation *explanation, const char *part, LineSide a, LineSide b, Comparison comparison)
{
	int			before = sm_hundredths(explanation->sum);
	Line		line = {part, a, b, comparison.relation, .weight = comparison.weight, .no_bits = false};

	explanation->tier = Max(explanation->tier, comparison.tier);
	explanation->sum += comparison.weight;
	line.hundredths = sm_hundredths(explanation->sum) - before;
	if (explanation->agrees != NULL)
		TellInLine(explanation, &line);
	if (explanation->own != NULL)
		appendStringInfo(explanation->own, "%s%s %d", explanation->own->len > 0 ? " + " : "", part, comparison.weight);
	SanctTellLine(explanation, &line);
}
