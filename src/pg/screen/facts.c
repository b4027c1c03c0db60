/* What is known of a subject or of a listed entry beside its names, as it can be compared */
#include "postgres.h"

#include "pg/screen/facts.h"

#include "name/person/country.h"
#include "name/person/document.h"
#include "name/person/nothing.h"
#include "name/person/place.h"
#include "name/person/sentence.h"
#include "pg/list/entry_type.h"

static const char *const types[] = {"person", "organisation", "vessel", "aircraft"};

/* Room for one more element of an array, which has room for a power of two of them */
static void *
RoomForOne(const void *array, int count, Size size)
{
	void	   *room = unconstify(void *, array);

	if (count == 0)
		return palloc(size);
	return (count & (count - 1)) == 0 ? repalloc(room, 2 * count * size) : room;
}

/* See facts.h */
bool
SanctIsAnythingKnown(const KnownFacts *known)
{
	const SmFacts *facts = &known->facts;

	return facts->type || facts->gender || facts->births || facts->countries || facts->places || facts->documents;
}

/* See facts.h */
SmBirthRead
SanctAddBirthDate(KnownFacts *known, const char *utf8, bool circa)
{
	SmBirth		birth;
	SmBirthRead read = sm_birth_read(&birth, utf8, strlen(utf8));
	SmBirth    *births;

	if (read != SM_BIRTH_READ)
		return read;
	birth.circa = birth.circa || circa;
	births = RoomForOne(known->facts.birth, known->facts.births, sizeof(SmBirth));
	births[known->facts.births++] = birth;
	known->facts.birth = births;
	return read;
}

/* Add the countries that a text names to n that are known; false if something of it names none */
static bool
TakeCountries(const uint16 **countries, int *n, const char *utf8)
{
	uint16		codes[SM_COUNTRIES_MAX];
	int			read;

	if (sm_says_nothing(utf8, strlen(utf8)))
		return true;
	read = sm_countries_read(codes, utf8, strlen(utf8));
	for (int i = 0; i < read; i++)
	{
		uint16	   *more;

		if (sm_country_among(*countries, *n, codes[i]))
			continue;
		more = RoomForOne(*countries, *n, sizeof(uint16));
		more[(*n)++] = codes[i];
		*countries = more;
	}
	return read >= 0;
}

/* See facts.h */
bool
SanctAddCountries(KnownFacts *known, const char *utf8)
{
	return TakeCountries(&known->facts.country, &known->facts.countries, utf8);
}

/* See facts.h */
bool
SanctSetGender(KnownFacts *known, const char *utf8)
{
	static const struct
	{
		const char *word;
		char		gender;
	}			words[] = {
		{"m", 'm'}, {"male", 'm'}, {"man", 'm'}, {"mr", 'm'}, {"남", 'm'}, {"남자", 'm'}, {"남성", 'm'}, {"男", 'm'},
		{"f", 'f'}, {"female", 'f'}, {"woman", 'f'}, {"w", 'f'}, {"여", 'f'}, {"여자", 'f'}, {"여성", 'f'}, {"女", 'f'},
		{"x", 0}, {"d", 0}, {"other", 0}, {"diverse", 0}
	};

	if (sm_says_nothing(utf8, strlen(utf8)))
		return true;
	for (int i = 0; i < lengthof(words); i++)
		if (pg_strcasecmp(utf8, words[i].word) == 0)
		{
			known->facts.gender = words[i].gender;
			return true;
		}
	return false;
}

/* See facts.h */
void
SanctAddBirthPlace(KnownFacts *known, const char *utf8)
{
	SmFacts    *facts = &known->facts;
	SmPlace    *places;

	if (sm_says_nothing(utf8, strlen(utf8)))
		return;
	known->place = RoomForOne(known->place, facts->places, sizeof(char *));
	known->place[facts->places] = pstrdup(utf8);
	places = RoomForOne(facts->place, facts->places, sizeof(SmPlace));
	sm_place_read(&places[facts->places++], utf8, strlen(utf8));
	facts->place = places;
}

/* A document as it is told, passport:745120331; made for each row of a table, if only few are told */
static char *
DocumentText(const char *kind, const char *utf8)
{
	size_t		before = strlen(kind);
	size_t		length = strlen(utf8);
	char	   *told = palloc(before + 1 + length + 1);

	memcpy(told, kind, before);
	told[before] = ':';
	memcpy(told + before + 1, utf8, length + 1);
	return told;
}

/* Does who issues it give it to his own nationals? */
static bool
IsOfNationals(const SmDocumentKind *kind)
{
	return strcmp(kind->kind, "passport") == 0 || strcmp(kind->kind, "national-id") == 0;
}

/* The only country that a sentence names beside the number in it: Jordan B12345; NULL = none */
static char *
CountryInSentence(const char *utf8)
{
	SmSentence	sentence;

	if (!sm_sentence(&sentence, utf8, strlen(utf8)) || sentence.country_length == 0)
		return NULL;
	return pnstrdup(utf8 + sentence.country, sentence.country_length);
}

/* See facts.h */
bool
SanctAddDocument(KnownFacts *known, const SmDocumentKind *kind, const char *utf8, const char *country)
{
	SmFacts    *facts = &known->facts;
	SmDocument *documents = RoomForOne(facts->document, facts->documents, sizeof(SmDocument));
	SmDocument *document = &documents[facts->documents];

	facts->document = documents;
	known->document = RoomForOne(known->document, facts->documents, sizeof(char *));
	if (IsOfNationals(kind))
	{
		country = country != NULL ? country : CountryInSentence(utf8);
		if (country != NULL)
			(void) TakeCountries(&facts->issuer, &facts->issuers, country);
	}
	document->keys = sm_document_keys(document->key, kind, utf8, strlen(utf8));
	if (document->keys == 0)
		return false;
	document->country = country ? sm_country_find(country, strlen(country)) : 0;
	known->document[facts->documents++] = DocumentText(kind->kind, utf8);
	return true;
}

/* See facts.h */
int
SanctTypeNumber(const char *type)
{
	const char *own = SanctEntryTypeOf(type);

	for (int i = 0; own != NULL && i < lengthof(types); i++)
		if (strcmp(own, types[i]) == 0)
			return i + 1;
	return 0;
}

/* See facts.h */
const char *
SanctTypeName(int number)
{
	return types[number - 1];
}

/* See facts.h */
SmNamed
SanctNamedOf(const KnownFacts *known)
{
	const char *type = known->facts.type != 0 ? types[known->facts.type - 1] : "";
	SmNamed		named = SanctNamedByType(type, strlen(type));

	return named == SM_NAMED_PERSON ? SM_NAMED_UNKNOWN : named;
}
