/*
 * Evidence: what the facts beside a name say for or against one person, in bits that are added to the weight of the
 * name, and the verdict. What is not known on either side says nothing.
 */
#include "name/person/evidence.h"

#include <string.h>

#include "data/birth_bits_table.h"
#include "data/country_table.h"
#include "data/document_kind_table.h"
#include "data/evidence_bits_table.h"
#include "name/person/birth.h"
#include "name/person/country.h"

/* What the verdict is decided by besides bits */
typedef struct Decisive
{
	bool		alike;			/* the names are, beside which a shorter document decides */
	bool		document;		/* a document that decides is equal */
	bool		type;			/* both types are known and differ */
} Decisive;

const char *
sm_verdict_name(SmVerdict verdict)
{
	static const char *const names[] = {"contradicted", "weak", "possible", "strong"};

	return names[verdict];
}

const char *
sm_field_name(SmField field)
{
	static const char *const names[] = {"type", "birth date", "nationality", "gender", "birth place", "document"};

	return names[field];
}

static void
SetField(SmEvidence *evidence, SmField field, SmFact fact)
{
	evidence->field[field].compared = true;
	evidence->field[field].bits = sm_fact_bits[fact];
	evidence->field[field].words = sm_fact_words[fact];
}

static void
CompareBirths(SmEvidence *evidence, const SmFacts *a, const SmFacts *b)
{
	SmBirthPair pair;

	if (a->births == 0 || b->births == 0)
		return;
	pair = sm_birth_compare(a->birth, a->births, b->birth, b->births);
	evidence->field[SM_FIELD_BIRTH_DATE] =
		(SmFieldEvidence) {true, pair.bits, sm_birth_words[pair.level], pair.subject, pair.listed};
}

/*
 * How countries agree: any of one side may be any of the other. agrees and differs are what it says, but of North
 * Korea, which few people with a Korean name are of
 */
static SmFact
CountryFact(const uint16_t *a, int n, const uint16_t *b, int m, SmFact agrees, SmFact differs)
{
	SmFact		fact = differs;

	for (int i = 0; i < n; i++)
	{
		if (!sm_country_among(b, m, a[i]))
			continue;
		if (a[i] == SM_COUNTRY('K', 'P'))
			return SM_FACT_NORTH_KOREA_AGREES;
		fact = agrees;
	}
	return fact;
}

/* The countries of all places of a side, at most SM_COUNTRIES_MAX; returns how many */
static int
CountriesOfPlaces(uint16_t *countries, const SmFacts *facts)
{
	int			n = 0;

	for (int i = 0; i < facts->places; i++)
		for (int j = 0; j < facts->place[i].countries && n < SM_COUNTRIES_MAX; j++)
			countries[n++] = facts->place[i].country[j];
	return n;
}

/* Set what a country that stands for a nationality says; its words say which that is, of North Korea too */
static void
SetOtherCountry(SmEvidence *evidence, SmFact fact, SmFact agrees)
{
	SetField(evidence, SM_FIELD_NATIONALITY, fact);
	if (fact == SM_FACT_NORTH_KOREA_AGREES)
		evidence->field[SM_FIELD_NATIONALITY].words = sm_fact_words[agrees];
}

/*
 * What is known of another's country in the place of a nationality: who has issued passports and national ids, and
 * where he was born; what agrees, or else what says more, counts. Where both places of birth are known they are
 * compared themselves, and do not speak against a nationality
 */
static void
CompareOtherCountries(SmEvidence *evidence, const SmFacts *national, const SmFacts *other)
{
	uint16_t	born[SM_COUNTRIES_MAX];
	uint16_t	own[SM_COUNTRIES_MAX];
	int			births = CountriesOfPlaces(born, other);
	SmFact		issuer = CountryFact(national->country, national->countries, other->issuer, other->issuers,
									 SM_FACT_ISSUER_AGREES, SM_FACT_ISSUER_DIFFERS);
	SmFact		birth = CountryFact(national->country, national->countries, born, births,
									SM_FACT_BIRTH_COUNTRY_AGREES, SM_FACT_BIRTH_COUNTRY_DIFFERS);

	if (other->issuers > 0 && (issuer != SM_FACT_ISSUER_DIFFERS || birth == SM_FACT_BIRTH_COUNTRY_DIFFERS))
		SetOtherCountry(evidence, issuer, SM_FACT_ISSUER_AGREES);
	else if (births > 0 && (birth != SM_FACT_BIRTH_COUNTRY_DIFFERS || CountriesOfPlaces(own, national) == 0))
		SetOtherCountry(evidence, birth, SM_FACT_BIRTH_COUNTRY_AGREES);
}

/* Nationalities, or that of one side against what the other has in its place */
static void
CompareCountries(SmEvidence *evidence, const SmFacts *a, const SmFacts *b)
{
	if (a->countries > 0 && b->countries > 0)
		SetField(evidence, SM_FIELD_NATIONALITY,
				 CountryFact(a->country, a->countries, b->country, b->countries,
							 SM_FACT_NATIONALITY_AGREES, SM_FACT_NATIONALITY_DIFFERS));
	else if (a->countries > 0)
		CompareOtherCountries(evidence, a, b);
	else if (b->countries > 0)
		CompareOtherCountries(evidence, b, a);
}

static void
CompareGenders(SmEvidence *evidence, const SmFacts *a, const SmFacts *b)
{
	if (a->gender && b->gender)
		SetField(evidence, SM_FIELD_GENDER, a->gender == b->gender ? SM_FACT_GENDER_AGREES : SM_FACT_GENDER_DIFFERS);
}

/* The best of all pairs of places */
static void
ComparePlaces(SmEvidence *evidence, const SmFacts *a, const SmFacts *b)
{
	SmPlaceLevel best = SM_PLACE_OTHER_COUNTRY;
	bool		compared = false;

	for (int i = 0; i < a->places; i++)
		for (int j = 0; j < b->places; j++)
		{
			SmPlaceLevel level = sm_place_compare(&a->place[i], &b->place[j]);

			if (level == SM_PLACE_UNKNOWN)
				continue;
			if (!compared || level < best)
			{
				evidence->field[SM_FIELD_BIRTH_PLACE].subject = i;
				evidence->field[SM_FIELD_BIRTH_PLACE].listed = j;
			}
			compared = true;
			best = level < best ? level : best;
		}
	if (!compared || best == SM_PLACE_OTHER_TOWN)
		return;
	SetField(evidence, SM_FIELD_BIRTH_PLACE, best == SM_PLACE_TOWN ? SM_FACT_TOWN_AGREES :
			 best == SM_PLACE_COUNTRY ? SM_FACT_COUNTRY_AGREES : SM_FACT_COUNTRY_DIFFERS);
}

/*
 * Bits of an equal key that does not decide: what is shared or given anew leaves a name possible, whatever its
 * length
 */
static SmWeight
SharedBits(const SmDocumentKey *key)
{
	SmWeight	most = sm_fact_bits[key->alone == SM_ALONE_BITS ? SM_FACT_DOCUMENT_DECIDES : SM_FACT_DOCUMENT_SHARED];

	return key->bits > most ? most : key->bits;
}

/* Is it the checked IMO number of a ship? */
static bool
IsShip(const SmDocument *document)
{
	return document->keys > 0 && strncmp(document->key[0].text, "imo:", 4) == 0;
}

/* An equal document speaks for one person; a different one says nothing, for people have several, but of ships */
static void
CompareDocuments(SmEvidence *evidence, const SmFacts *a, const SmFacts *b, Decisive *decisive)
{
	SmFieldEvidence *field = &evidence->field[SM_FIELD_DOCUMENT];
	bool		other_ship = false;

	for (int i = 0; i < a->documents; i++)
		for (int j = 0; j < b->documents; j++)
		{
			const SmDocument *x = &a->document[i];
			const SmDocument *y = &b->document[j];
			const SmDocumentKey *key = sm_document_common(x->key, x->keys, y->key, y->keys);
			bool		decides;
			SmWeight	bits;

			other_ship |= key == NULL && IsShip(x) && IsShip(y);
			if (key == NULL)
				continue;
			decides = sm_document_decides(key, decisive->alike ||
										  (x->country != 0 && x->country == y->country));
			bits = decides ? sm_fact_bits[SM_FACT_DOCUMENT_DECIDES] : SharedBits(key);
			decisive->document |= decides;
			if (!field->compared || bits > field->bits)
				*field = (SmFieldEvidence) {
					true, bits, decides ? sm_fact_words[SM_FACT_DOCUMENT_DECIDES] : "equal", i, j
				};
		}
	if (!field->compared && other_ship)
		SetField(evidence, SM_FIELD_DOCUMENT, SM_FACT_SHIP_DIFFERS);
}

static void
CompareTypes(SmEvidence *evidence, const SmFacts *a, const SmFacts *b, Decisive *decisive)
{
	if (a->type == 0 || b->type == 0)
		return;
	decisive->type = a->type != b->type;
	evidence->field[SM_FIELD_TYPE] = (SmFieldEvidence) {true, 0, decisive->type ? "another" : "the same", 0, 0};
}

/* Another country of birth and another nationality are one fact: the stronger counts */
static void
SumUp(SmEvidence *evidence)
{
	SmFieldEvidence *place = &evidence->field[SM_FIELD_BIRTH_PLACE];
	SmFieldEvidence *nationality = &evidence->field[SM_FIELD_NATIONALITY];

	if (place->bits < 0 && nationality->bits < 0)
	{
		SmFieldEvidence *weaker = place->bits < nationality->bits ? nationality : place;

		weaker->bits = 0;
	}
	evidence->bits = 0;
	for (int i = 0; i < SM_FIELDS; i++)
		evidence->bits += evidence->field[i].bits;
}

/*
 * The first rule that fits.  A weak alias needs the evidence that makes any name strong by itself; without a name
 * only a document decides
 */
static SmRule
RuleOf(const SmEvidence *evidence, const Decisive *decisive, bool weak)
{
	bool		named = evidence->total > evidence->bits;

	if (decisive->document)
		return SM_RULE_DOCUMENT;
	if (decisive->type)
		return SM_RULE_TYPE;
	if (named && evidence->bits >= sm_fact_bits[SM_FACT_STRONG])
		return SM_RULE_STRONG;
	if (named && !weak && evidence->bits >= sm_fact_bits[SM_FACT_STRONG_WITH_NAME] &&
		evidence->total >= sm_fact_bits[SM_FACT_STRONG_TOTAL])
		return SM_RULE_STRONG_WITH_NAME;
	if (evidence->bits <= sm_fact_bits[SM_FACT_CONTRADICTED] &&
		evidence->total < sm_fact_bits[SM_FACT_CONTRADICTED_TOTAL])
		return SM_RULE_CONTRADICTED;
	if (evidence->bits <= sm_fact_bits[SM_FACT_WEAK])
		return SM_RULE_WEAK;
	/* a weak alias is to confirm a person by and not to find one, and a name of few bits is that of many */
	if (named && evidence->bits < 0 && (weak || evidence->total < sm_fact_bits[SM_FACT_CONTRADICTED_TOTAL]))
		return SM_RULE_WEAK_NAME;
	return SM_RULE_NONE;
}

/* Compare the facts of a subject with those of a listed entry */
void
sm_evidence(SmEvidence *evidence, const SmFacts *subject, const SmFacts *listed, const SmNameEvidence *name)
{
	static const SmVerdict verdicts[] = {
		[SM_RULE_DOCUMENT] = SM_VERDICT_STRONG, [SM_RULE_TYPE] = SM_VERDICT_CONTRADICTED,
		[SM_RULE_STRONG] = SM_VERDICT_STRONG, [SM_RULE_STRONG_WITH_NAME] = SM_VERDICT_STRONG,
		[SM_RULE_CONTRADICTED] = SM_VERDICT_CONTRADICTED, [SM_RULE_WEAK] = SM_VERDICT_WEAK,
		[SM_RULE_WEAK_NAME] = SM_VERDICT_WEAK,
		[SM_RULE_NONE] = SM_VERDICT_POSSIBLE
	};
	Decisive	decisive = {name->alike, false, false};

	memset(evidence, 0, sizeof(SmEvidence));
	CompareTypes(evidence, subject, listed, &decisive);
	CompareBirths(evidence, subject, listed);
	CompareCountries(evidence, subject, listed);
	CompareGenders(evidence, subject, listed);
	ComparePlaces(evidence, subject, listed);
	CompareDocuments(evidence, subject, listed, &decisive);
	SumUp(evidence);
	evidence->total = name->weight + evidence->bits;
	evidence->rule = RuleOf(evidence, &decisive, name->weak);
	evidence->verdict = verdicts[evidence->rule];
}
