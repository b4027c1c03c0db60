/* Listed names that match another: their order, and those of them that are asked for */
#include "postgres.h"

#include "pg/screen/hit.h"

#include "catalog/pg_collation.h"
#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "utils/builtins.h"
#include "utils/varlena.h"

#include "name/reading/similarity.h"
#include "pg/base/compat.h"
#include "pg/list/readers.h"
#include "pg/type/bits.h"
#include "pg/type/field_names.h"

/* See hit.h */
int
SanctCompareHits(const ListHit *x, const ListHit *y)
{
	if (x->name->entry->id != y->name->entry->id)
		return x->name->entry->id < y->name->entry->id ? -1 : 1;
	if (x->similarity != y->similarity)
		return x->similarity > y->similarity ? -1 : 1;
	if (x->name->weak != y->name->weak)
		return x->name->weak ? 1 : -1;
	return x->name->id < y->name->id ? -1 : x->name->id > y->name->id;
}

static int
CompareNames(const void *a, const void *b)
{
	return SanctCompareHits(a, b);
}

static int
CompareTexts(const text *a, const text *b)
{
	return varstr_cmp(VARDATA_ANY(a), VARSIZE_ANY_EXHDR(a), VARDATA_ANY(b), VARSIZE_ANY_EXHDR(b),
					  DEFAULT_COLLATION_OID);
}

/* Order of the entries: the most similar first, then by list and by its own id */
static int
CompareEntries(const void *a, const void *b)
{
	const ListHit *x = a;
	const ListHit *y = b;
	const ListedEntry *of_x = x->name->entry;
	const ListedEntry *of_y = y->name->entry;
	int			order = 0;

	if (x->similarity != y->similarity)
		return x->similarity > y->similarity ? -1 : 1;
	if (of_x->list != of_y->list)
		order = CompareTexts(of_x->list, of_y->list);
	return order != 0 ? order : CompareTexts(of_x->uid, of_y->uid);
}

/* Is any of the programs of an entry asked for? */
static bool
HasProgram(const ListFilter *filter, const ListedEntry *entry)
{
	Datum	   *values;
	bool	   *nulls;
	int			n;

	deconstruct_array(DatumGetArrayTypeP(entry->programs), TEXTOID, -1, false, TYPALIGN_INT, &values, &nulls, &n);
	for (int i = 0; i < n; i++)
		if (!nulls[i] && SanctIsAsked(filter->programs, TextDatumGetCString(values[i])))
			return true;
	return false;
}

/* See hit.h */
bool
SanctTakesHit(const ListFilter *filter, const ListHit *hit)
{
	const ListedEntry *entry = hit->name->entry;

	return (filter->unseen || SanctIsShown(entry->readers)) && !(filter->strong && hit->name->weak) &&
		SanctIsAsked(filter->lists, entry->from->code) &&
		(filter->types == NIL || SanctIsAsked(filter->types, text_to_cstring(entry->type))) &&
		(filter->programs == NIL || HasProgram(filter, entry));
}

/* See hit.h */
int
SanctRankHits(ListHit *hits, int count)
{
	int			n = 0;

	qsort(hits, count, sizeof(ListHit), CompareNames);
	for (int i = 0; i < count; i++)
		if (n == 0 || hits[n - 1].name->entry->id != hits[i].name->entry->id)
			hits[n++] = hits[i];
	qsort(hits, n, sizeof(ListHit), CompareEntries);
	return n;
}

/* The best verdict first, then the greatest total, then as CompareEntries does */
static int
CompareWeighed(const void *a, const void *b)
{
	const SmEvidence *x = ((const ListHit *) a)->evidence;
	const SmEvidence *y = ((const ListHit *) b)->evidence;

	if (x->verdict != y->verdict)
		return x->verdict > y->verdict ? -1 : 1;
	if (x->total != y->total)
		return x->total > y->total ? -1 : 1;
	return CompareEntries(a, b);
}

/* See hit.h */
void
SanctSortWeighed(ListHit *hits, int count)
{
	qsort(hits, count, sizeof(ListHit), CompareWeighed);
}

/* See hit.h */
char *
SanctFactWords(const SmEvidence *evidence)
{
	StringInfoData words;

	initStringInfo(&words);
	for (int i = 0; i < SM_FIELDS; i++)
		if (evidence->field[i].compared)
			appendStringInfo(&words, "%s%s: %s", words.len > 0 ? "; " : "", sm_field_name(i), evidence->field[i].words);
	return words.data;
}

/* See hit.h */
void
SanctTellEvidence(const ListHit *hit, Datum *values, bool *nulls)
{
	const SmEvidence *evidence = hit->evidence;
	char	   *words = evidence ? SanctFactWords(evidence) : "";

	values[0] = Float4GetDatum(evidence ? SanctBits(evidence->bits) : 0);
	values[1] = Float4GetDatum(SanctBits(evidence ? evidence->total : hit->weight));
	values[2] = CStringGetTextDatum(sm_verdict_name(evidence ? evidence->verdict : SM_VERDICT_POSSIBLE));
	values[3] = CStringGetTextDatum(words);
	nulls[3] = words[0] == '\0';
}

/* See hit.h */
void
SanctTellName(const ListHit *hit, Datum *values, bool *nulls)
{
	const ListedEntry *entry = hit->name->entry;
	SanctReading *reading = hit->name->reading;

	memset(nulls, false, HIT_NAME_VALUES * sizeof(bool));
	values[HIT_ENTRY_ID] = Int64GetDatum(entry->id);
	values[HIT_LIST] = PointerGetDatum(entry->list);
	values[HIT_LIST_UID] = PointerGetDatum(entry->uid);
	values[HIT_TYPE] = PointerGetDatum(entry->type);
	values[HIT_PROGRAMS] = entry->programs;
	values[HIT_PRIMARY_NAME] = PointerGetDatum(entry->primary_name);
	nulls[HIT_MATCHED_NAME] = nulls[HIT_WEAK] = nulls[HIT_SIMILARITY] = nulls[HIT_WEIGHT] = reading == NULL;
	if (reading == NULL)
		return;
	values[HIT_MATCHED_NAME] = PointerGetDatum(cstring_to_text_with_len(SANCT_READING_NAME(reading),
																		SANCT_READING_NAME_LENGTH(reading)));
	values[HIT_WEAK] = BoolGetDatum(hit->name->weak);
	values[HIT_SIMILARITY] = Float4GetDatum((float4) hit->similarity / 1000);
	values[HIT_WEIGHT] = Float4GetDatum(SanctBits(hit->weight));
}

/* See hit.h */
void
SanctWeighName(ListHit *hit, const uint8 *reading)
{
	SmComparison compared = sm_compare(reading, hit->name->reading->data);

	hit->similarity = compared.similarity;
	hit->weight = compared.weight;
	hit->part = compared.names.a;
}

/* The part of a field that a hit is of */
static text *
MatchedPart(const ListHit *hit, const SubjectField *field)
{
	if (hit->part == 0)
		return cstring_to_text_with_len(field->text, field->length);
	return SanctMatchedPart(field->text, field->length, field->named, hit->name->reading->data);
}

/* See hit.h */
void
SanctTellHit(const ListHit *hit, const SubjectField *field, Datum *values, bool *nulls)
{
	SanctReading *reading = hit->name->reading;

	memset(nulls, false, HIT_VALUES * sizeof(bool));
	SanctTellName(hit, values, nulls);
	SanctTellEvidence(hit, values + HIT_EVIDENCE, nulls + HIT_EVIDENCE);
	values[HIT_LINKED] = hit->linked;
	nulls[HIT_LINKED] = hit->linked == (Datum) 0;
	nulls[HIT_MATCHED_PART] = reading == NULL || field == NULL;
	if (!nulls[HIT_MATCHED_PART])
		values[HIT_MATCHED_PART] = PointerGetDatum(MatchedPart(hit, field));
	values[HIT_RELEASE_ID] = Int64GetDatum(hit->name->entry->from->release);
}
