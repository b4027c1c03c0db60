/*
 * Facts as lists write them, made such as can be compared: what says that nothing is known is no fact, a number inside
 * a sentence is taken out and the sentence kept as its note, countries in one field are several facts
 */
#include "postgres.h"

#include "pg/list/fact.h"

#include "common/string.h"

#include "data/document_kind_table.h"
#include "name/person/birth_text.h"
#include "name/person/country.h"
#include "name/person/document.h"
#include "name/person/nothing.h"
#include "name/person/sentence.h"
#include "pg/list/dates.h"

/* A blank that keeps words together, in UTF-8 */
#define NO_BREAK "\xC2\xA0"

/* A text without blanks around it, NULL if it says nothing */
static const char *
KnownText(const char *utf8)
{
	size_t		length;

	if (utf8 == NULL)
		return NULL;
	while ((unsigned char) *utf8 <= ' ' ? *utf8 != '\0' : strncmp(utf8, NO_BREAK, 2) == 0)
		utf8 += (unsigned char) *utf8 <= ' ' ? 1 : 2;
	length = strlen(utf8);
	for (;;)
	{
		if (length > 0 && (unsigned char) utf8[length - 1] <= ' ')
			length--;
		else if (length > 1 && memcmp(utf8 + length - 2, NO_BREAK, 2) == 0)
			length -= 2;
		else
			break;
	}
	if (sm_says_nothing(utf8, length))
		return NULL;
	return utf8[length] == '\0' ? utf8 : pnstrdup(utf8, length);
}

/* Two texts as a note, each of which may be NULL */
static const char *
JoinNotes(const char *first, const char *second)
{
	if (first == NULL || second == NULL)
		return first ? first : second;
	return strstr(second, first) ? second : psprintf("%s; %s", first, second);
}

/* A reference without the blanks in it: CDi. 038 is CDi.038 */
static const char *
BareReference(const char *text)
{
	char	   *bare = pstrdup(text);
	char	   *to = bare;

	for (const char *from = text; *from; from++)
		if (*from != ' ')
			*to++ = *from;
	*to = '\0';
	return bare;
}

/* Take the number out of the sentence that it stands in; a document's text without any figure is no number */
static void
TakeDocumentNumber(ListFact *fact)
{
	size_t		length = strlen(fact->value);
	const char *text = fact->value;
	SmSentence	sentence;

	if (!sm_has_figure(text, length))
	{
		fact->note = JoinNotes(text, fact->note);
		fact->value = NULL;
		return;
	}
	if (!sm_sentence(&sentence, text, length))
		return;
	fact->value = pnstrdup(text + sentence.from, sentence.to - sentence.from);
	fact->note = JoinNotes(text, fact->note);
	if (fact->country == NULL && sentence.country_length > 0)
		fact->country = pnstrdup(text + sentence.country, sentence.country_length);
}

/* Write a birth date in letters of Korea, China or Japan as ISO 8601, unless the calendar lacks it */
static void
TakeEasternDate(ListFact *fact)
{
	char		iso[SM_BIRTH_TEXT];
	SmBirth		birth;

	if (pg_is_ascii(fact->value) || sm_birth_read(&birth, fact->value, strlen(fact->value)) != SM_BIRTH_READ)
		return;
	if (sm_birth_precision(&birth) == SM_PRECISE_DAY &&
		!SanctFormatDate(SM_YEAR_OF(birth.from), SM_MONTH_OF(birth.from), SM_DAY_OF(birth.from), iso))
		return;
	if (birth.circa)
		fact->note = JoinNotes("circa", fact->note);
	birth.circa = false;
	sm_birth_write(iso, &birth);
	fact->value = pstrdup(iso);
}

/* Who issued a document, if its note names one country and nothing else tells it */
static void
TakeIssuer(ListFact *fact)
{
	SmSentence	sentence;

	if (fact->value != NULL && fact->country == NULL && fact->note != NULL &&
		sm_sentence_country(&sentence, fact->note, strlen(fact->note)))
		fact->country = pnstrdup(fact->note + sentence.country, sentence.country_length);
}

/* The texts between separators, if there are several and each names just one country; else NIL */
static List *
SplitCountries(const char *text)
{
	List	   *parts = NIL;
	const char *rest = text;

	if (sm_country_find(text, strlen(text)) != 0)
		return NIL;
	while (*rest != '\0')
	{
		size_t		length = strcspn(rest, ",;/.");
		const char *part = KnownText(pnstrdup(rest, length));

		if (part != NULL)
		{
			if (sm_country_find(part, strlen(part)) == 0)
				return NIL;
			parts = lappend(parts, unconstify(char *, part));
		}
		rest += length + (rest[length] != '\0');
	}
	return list_length(parts) > 1 ? parts : NIL;
}

/* See fact.h */
List *
SanctCleanFact(const ListFact *fact)
{
	ListFact   *clean = palloc(sizeof(ListFact));
	const SmDocumentKind *kind = sm_document_kind(fact->kind, strlen(fact->kind));
	bool		nationality = strcmp(fact->kind, "nationality") == 0 || strcmp(fact->kind, "citizenship") == 0;
	List	   *facts = NIL;
	ListCell   *cell;

	*clean = *fact;
	clean->value = KnownText(fact->value);
	clean->country = KnownText(fact->country);
	if (clean->value != NULL && kind != NULL && kind->form == SM_FORM_OF_ID)
	{
		TakeDocumentNumber(clean);
		TakeIssuer(clean);
	}
	else if (clean->value != NULL && strcmp(fact->kind, "birth-date") == 0)
		TakeEasternDate(clean);
	else if (clean->value != NULL && strcmp(fact->kind, "un-reference") == 0)
		clean->value = BareReference(clean->value);
	if (clean->value == NULL && clean->country == NULL && clean->note == NULL && (fact->value || fact->country))
		return NIL;
	foreach(cell, nationality && clean->value ? SplitCountries(clean->value) : NIL)
	{
		ListFact   *part = palloc(sizeof(ListFact));

		*part = *clean;
		part->value = lfirst(cell);
		facts = lappend(facts, part);
	}
	return facts != NIL ? facts : list_make1(clean);
}
