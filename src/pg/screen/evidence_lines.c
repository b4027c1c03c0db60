/* What facts say of a subject and an entry, field by field, and the sum, in words */
#include "postgres.h"

#include "pg/screen/evidence_lines.h"

#include "lib/stringinfo.h"

#include "data/birth_bits_table.h"
#include "data/evidence_bits_table.h"
#include "name/log2.h"
#include "name/person/birth.h"
#include "name/person/birth_text.h"

/* How many values of a field are known, and one of them in UTF-8 */
static int
CountValues(const KnownFacts *known, SmField field)
{
	const SmFacts *facts = &known->facts;
	const int	counts[SM_FIELDS] = {
		[SM_FIELD_TYPE] = facts->type != 0, [SM_FIELD_BIRTH_DATE] = facts->births,
		[SM_FIELD_NATIONALITY] = facts->countries, [SM_FIELD_GENDER] = facts->gender != 0,
		[SM_FIELD_BIRTH_PLACE] = facts->places, [SM_FIELD_DOCUMENT] = facts->documents
	};

	return counts[field];
}

static char *
CountryCode(uint16_t country)
{
	return psprintf("%c%c", country >> 8, country & 255);
}

static const char *
FactValue(const KnownFacts *known, SmField field, int i)
{
	const SmFacts *facts = &known->facts;
	char		birth[SM_BIRTH_TEXT];

	switch (field)
	{
		case SM_FIELD_TYPE:
			return SanctTypeName(facts->type);
		case SM_FIELD_BIRTH_DATE:
			sm_birth_write(birth, &facts->birth[i]);
			return pstrdup(birth);
		case SM_FIELD_NATIONALITY:
			return CountryCode(facts->country[i]);
		case SM_FIELD_GENDER:
			return facts->gender == 'm' ? "male" : "female";
		case SM_FIELD_BIRTH_PLACE:
			return known->place[i];
		default:
			return known->document[i];
	}
}

/* The countries that stand for a nationality that is not known: those of documents and of birth */
static char *
OtherCountries(const SmFacts *facts)
{
	StringInfoData values;

	initStringInfo(&values);
	for (int i = 0; i < facts->issuers; i++)
		appendStringInfo(&values, "%sdocument of %s", values.len > 0 ? "; " : "", CountryCode(facts->issuer[i]));
	for (int i = 0; i < facts->places; i++)
		for (int j = 0; j < facts->place[i].countries; j++)
			appendStringInfo(&values, "%sborn in %s", values.len > 0 ? "; " : "",
							 CountryCode(facts->place[i].country[j]));
	return values.data;
}

/* The values of a field: the one that was compared, or all, with semicolons between */
static char *
ValuesOf(const KnownFacts *known, SmField field, const SmFieldEvidence *evidence, int compared)
{
	bool		one = evidence->compared && field != SM_FIELD_NATIONALITY;
	StringInfoData values;

	if (field == SM_FIELD_NATIONALITY && evidence->compared && known->facts.countries == 0)
		return OtherCountries(&known->facts);
	initStringInfo(&values);
	for (int i = 0; i < CountValues(known, field); i++)
		if (!one || i == compared)
			appendStringInfo(&values, "%s%s", values.len > 0 ? "; " : "", FactValue(known, field, i));
	return values.data;
}

/* How exact two dates are: the bits of a level rest on it */
static const char *
CertaintyWords(SmBirthCertainty certainty, int pairs)
{
	if (certainty == SM_BIRTH_FULL)
		return "both are whole days";
	if (certainty == SM_BIRTH_PART)
		return "one is no whole day";
	if (certainty == SM_BIRTH_SEVERAL)
		return "one of several whole days";
	return pairs > 1 ? "one of several dates" : "one is not exact";
}

/* The level of birth dates with what its bits rest on: how exact they are, and of how many pairs this is one */
static char *
BirthLevel(const SmFacts *a, const SmFacts *b)
{
	SmBirthPair pair = sm_birth_compare(a->birth, a->births, b->birth, b->births);
	int			bits = sm_birth_bits[pair.level][pair.certainty];
	int			pairs = a->births * b->births;
	const char *certainty = CertaintyWords(pair.certainty, pairs);

	if (bits > 0 && pairs > 1)
		return psprintf("%s (%s: %.2f bits, less %.2f because any of %d dates could have met, not below 0)",
						sm_birth_words[pair.level], certainty, sm_hundredths(bits) / 100.0,
						sm_hundredths(sm_log2((uint64_t) pairs)) / 100.0, pairs);
	return psprintf("%s (%s)", sm_birth_words[pair.level], certainty);
}

static double
FactBits(SmFact fact)
{
	return (double) sm_fact_bits[fact] / SM_BIT;
}

/* The rule of a verdict in words */
static char *
RuleWords(SmRule rule)
{
	switch (rule)
	{
		case SM_RULE_DOCUMENT:
			return pstrdup("an equal document decides");
		case SM_RULE_TYPE:
			return pstrdup("the entry is of another type");
		case SM_RULE_STRONG:
			return psprintf("evidence is %g or more", FactBits(SM_FACT_STRONG));
		case SM_RULE_STRONG_WITH_NAME:
			return psprintf("evidence is %g or more, total %g or more", FactBits(SM_FACT_STRONG_WITH_NAME),
							FactBits(SM_FACT_STRONG_TOTAL));
		case SM_RULE_CONTRADICTED:
			return psprintf("evidence is %g or less, total below %g", FactBits(SM_FACT_CONTRADICTED),
							FactBits(SM_FACT_CONTRADICTED_TOTAL));
		case SM_RULE_WEAK:
			return psprintf("evidence is %g or less", FactBits(SM_FACT_WEAK));
		case SM_RULE_WEAK_NAME:
			return psprintf("evidence is below 0, total below %g or the alias a weak one",
							FactBits(SM_FACT_CONTRADICTED_TOTAL));
		default:
			return pstrdup("what is known is enough for no other verdict");
	}
}

/* The line of a field */
static EvidenceLine *
FieldLine(const KnownFacts *subject, const KnownFacts *listed, const SmEvidence *evidence, SmField field)
{
	const SmFieldEvidence *found = &evidence->field[field];
	EvidenceLine *line = palloc0(sizeof(EvidenceLine));

	line->field = sm_field_name(field);
	line->subject = ValuesOf(subject, field, found, found->subject);
	line->listed = ValuesOf(listed, field, found, found->listed);
	line->level = !found->compared ? "not compared" :
		field == SM_FIELD_BIRTH_DATE ? BirthLevel(&subject->facts, &listed->facts) : found->words;
	line->bits = found->bits;
	return line;
}

/* A line of no field */
static EvidenceLine *
SumLine(const char *field, const char *level, SmWeight bits)
{
	EvidenceLine *line = palloc0(sizeof(EvidenceLine));

	line->field = field;
	line->level = level;
	line->bits = bits;
	return line;
}

/* See evidence_lines.h */
List *
SanctEvidenceLines(const KnownFacts *subject, const KnownFacts *listed, const SmEvidence *evidence)
{
	List	   *lines = NIL;
	EvidenceLine *verdict;

	for (int i = 0; i < SM_FIELDS; i++)
		lines = lappend(lines, FieldLine(subject, listed, evidence, i));
	lines = lappend(lines, SumLine("evidence", "sum without the name", evidence->bits));
	lines = lappend(lines, SumLine("total", "sum", evidence->total));
	verdict = SumLine("verdict", psprintf("%s: %s", sm_verdict_name(evidence->verdict), RuleWords(evidence->rule)), 0);
	verdict->no_bits = true;
	return lappend(lines, verdict);
}
