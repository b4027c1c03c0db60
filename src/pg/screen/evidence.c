/* sanct_evidence(): what facts say of a subject and an entry, and the sum, for somebody with a pencil to follow */
#include "postgres.h"

#include "fmgr.h"
#include "funcapi.h"
#include "utils/builtins.h"

#include "name/person/evidence.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "pg/base/compat.h"
#include "pg/base/encoding.h"
#include "pg/base/extension.h"
#include "pg/base/lines.h"
#include "pg/base/own_scan.h"
#include "pg/list/entry_type.h"
#include "pg/list/loaded.h"
#include "pg/list/readers.h"
#include "pg/screen/by_index.h"
#include "pg/screen/evidence_lines.h"
#include "pg/screen/facts.h"
#include "pg/screen/hit.h"
#include "pg/screen/listed_facts.h"
#include "pg/screen/subject_facts.h"
#include "pg/type/bits.h"
#include "pg/type/checked.h"
#include "pg/type/read_name.h"
#include "pg/type/reading_type.h"

PG_FUNCTION_INFO_V1(sanct_evidence);

/* Arguments */
typedef enum Argument
{
	ARG_ENTRY_ID, ARG_NAME, ARG_FACTS, ARGUMENTS = ARG_FACTS + SUBJECT_FACTS
} Argument;

/* Columns of the answer */
#define EVIDENCE_COLUMNS 5
/* Columns of text on a screen that a level takes, so that a row fits into 120 */
#define LEVEL_WIDTH 52

/* The two sides that are compared, and the entry's best name beside the subject's */
typedef struct Sides
{
	ReturnSetInfo *result;
	KnownFacts *subject;
	KnownFacts *listed;
	ListHit		name;
	ListedName	matched;
} Sides;

static void
SetTextValue(Datum *value, bool *isnull, const char *utf8)
{
	*isnull = utf8 == NULL || *utf8 == '\0';
	if (!*isnull)
		*value = PointerGetDatum(SanctUtf8ToText(utf8));
}

static void
AddLine(const Sides *sides, const EvidenceLine *line)
{
	Datum		values[EVIDENCE_COLUMNS];
	bool		nulls[EVIDENCE_COLUMNS];

	SetTextValue(&values[0], &nulls[0], line->field);
	SetTextValue(&values[1], &nulls[1], line->subject);
	SetTextValue(&values[2], &nulls[2], line->listed);
	SetTextValue(&values[3], &nulls[3], line->level);
	if (!nulls[3])
		values[3] = CStringGetTextDatum(SanctInLines(TextDatumGetCString(values[3]), LEVEL_WIDTH));
	values[4] = Float4GetDatum(SanctBits(line->bits));
	nulls[4] = line->no_bits;
	tuplestore_putvalues(sides->result->setResult, sides->result->setDesc, values, nulls);
}

/* Find the entry's name that is most similar to the subject's, of equal ones one that is not weak */
static void
FindBestName(Sides *sides, const Extension *extension, const ListedEntry *entry, const text *name)
{
	uint8		reading[SM_READING_MAX];
	OwnScan		scan;

	(void) SanctReadScreened(reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), SanctNamedOf(sides->subject), NULL);
	sides->name.similarity = NO_SIMILARITY;
	SanctFindOwnRows(&scan, extension, OWN_NAME, NAME_ROW_ENTRY_ID, entry->id);
	while (SanctNextOwnRow(&scan))
	{
		text	   *string = DatumGetTextPP(OwnDatum(&scan, NAME_ROW_NAME));
		SanctReading *listed = SanctMakeListedReading(VARDATA_ANY(string), VARSIZE_ANY_EXHDR(string),
													 SanctNamedBy(entry->type));
		bool		weak = DatumGetBool(OwnDatum(&scan, NAME_ROW_WEAK));
		int			similarity = sm_similarity(listed->data, reading);

		if (similarity < sides->name.similarity ||
			(similarity == sides->name.similarity && (weak || !sides->matched.weak)))
			continue;
		sides->matched = (ListedName) {.weak = weak, .reading = listed};
		sides->name = (ListHit) {.similarity = similarity, .weight = sm_weight(listed->data, reading)};
	}
}

static char *
ServerToUtf8(const char *string, int length)
{
	const char *utf8 = SanctServerToUtf8(string, &length);

	return pnstrdup(utf8, length);
}

/* Add the line of the names */
static void
AddNameLine(Sides *sides, const text *name)
{
	const SanctReading *matched = sides->matched.reading;

	if (matched == NULL)
		return;
	AddLine(sides, &(EvidenceLine) {
		.field = "name", .subject = SanctTextToUtf8(name),
		.listed = ServerToUtf8(SANCT_READING_NAME(matched), SANCT_READING_NAME_LENGTH(matched)),
		.level = psprintf("similarity %.3f%s", (double) sides->name.similarity / 1000,
						  sides->matched.weak ? ", weak alias" : ""),
		.bits = sides->name.weight
	});
}

/* The entry of the argument, if it is shown to the caller */
static ListedEntry *
FindShownEntry(const Extension *extension, int64 id)
{
	IndexSearch search = {.extension = extension, .lists = SanctReadLoadedLists(extension, NULL)};
	ListedEntry *entry = SanctReadEntry(&search, id);

	if (entry == NULL || !SanctIsShown(entry->readers))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("entry %lld is not listed", (long long) id),
				 errhint("Pass an entry_id of sanct_screen.")));
	return entry;
}

/* The sum of what is known of a subject and an entry, see its comment in SQL */
Datum
sanct_evidence(PG_FUNCTION_ARGS)
{
	const Extension *extension = SanctExtensionOf(fcinfo->flinfo->fn_oid);
	text	   *name = PG_ARGISNULL(ARG_NAME) ? NULL : PG_GETARG_TEXT_PP(ARG_NAME);
	Sides		sides = {0};
	SmEvidence	evidence;
	ListedEntry *entry;
	ListCell   *cell;

	SanctCheckArgumentCount(fcinfo, ARGUMENTS);
	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(ARG_ENTRY_ID))
		return (Datum) 0;
	sides.result = (ReturnSetInfo *) fcinfo->resultinfo;
	entry = FindShownEntry(extension, PG_GETARG_INT64(ARG_ENTRY_ID));
	sides.subject = SanctTakeFactArguments(fcinfo, ARG_FACTS);
	sides.listed = SanctReadListedFacts(extension, entry, false);
	if (name != NULL)
		FindBestName(&sides, extension, entry, name);
	AddNameLine(&sides, name);
	sm_evidence(&evidence, &sides.subject->facts, &sides.listed->facts, &(SmNameEvidence) {
		sides.name.weight, sides.matched.weak, name != NULL && sides.name.similarity >= SM_NAMES_ALIKE
	});
	foreach(cell, SanctEvidenceLines(sides.subject, sides.listed, &evidence))
		AddLine(&sides, lfirst(cell));
	return (Datum) 0;
}
