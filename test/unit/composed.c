/*
 * Checks of fields that are composed at random of what stands beside names, numbers, signs and names of all kinds: whatever
 * stands where, they are read at each level and as the name of whatever without a fault, which the sanitizers see, into a
 * reading that passes for valid, and an account of them tells the same.
 */
#include "name/field/field.h"
#include "name/reading/account.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/reading/unpack.h"

#include "names.h"

#define ROUNDS 40000
#define FIELD_MAX_BYTES 4096
#define PIECES_MOST 7
#define KINDS "TARPLISVBOG#"

/* A phrase of src/data/beside.tsv; those of a kind follow one another in the order of KINDS */
typedef struct Phrase
{
	char		kind;
	char		text[64];
} Phrase;

static Phrase phrase[20000];
static int	phrases;
static int	first_of[sizeof(KINDS)];

/* Load the phrases, kind by kind */
static bool
LoadPhrases(const char *path)
{
	FILE	   *file;

	for (int kind = 0; KINDS[kind] != '\0'; kind++)
	{
		char		line[256];

		first_of[kind] = phrases;
		if ((file = fopen(path, "r")) == NULL)
			return false;
		while (phrases < COUNT(phrase) && fgets(line, sizeof(line), file) != NULL)
			if (line[0] == KINDS[kind] && sscanf(line, "%c\t%63[^\t]", &phrase[phrases].kind, phrase[phrases].text) == 2)
				phrases++;
		fclose(file);
		first_of[kind + 1] = phrases;
	}
	return phrases > 0;
}

/* A number as it stands in fields: of a row, of an account, with signs */
static void
AppendNumber(char *field)
{
	static const char *const forms[] = {"%u", "%u.", "%u)", "(%u)", "No. %u", "no %u", "#%u", "%u-7", "A%u", "٣%u"};
	char		number[32];

	snprintf(number, sizeof(number), forms[Random(COUNT(forms))], Random(2) ? Random(100) : Random(100000000));
	strcat(field, number);
}

/* A phrase of any kind, in which # is a number */
static void
AppendPhrase(char *field)
{
	int			kind = (int) Random(sizeof(KINDS) - 1);
	int			n = first_of[kind + 1] - first_of[kind];

	if (n == 0 || KINDS[kind] == '#')
		AppendNumber(field);
	else
		strcat(field, phrase[first_of[kind] + (int) Random((uint32_t) n)].text);
}

/* Some phrases, numbers and names, with signs between them and around them */
static void
Compose(char *field)
{
	static const char *const between[] = {
		" ", " ", " ", " ", ", ", "; ", " - ", "-", "/", " / ", ": ", ". ", "\n", " (", ") ", " [", "] ", " & ", "", " — ", "、", "، "
	};
	int			pieces = 1 + (int) Random(PIECES_MOST);

	*field = '\0';
	for (int i = 0; i < pieces; i++)
	{
		char		name[NAME_MAX_BYTES];

		if (Random(3) == 0)
		{
			RandomName(name);
			strcat(field, name);
		}
		else
			AppendPhrase(field);
		if (i + 1 < pieces || Random(8) == 0)
			strcat(field, between[Random(COUNT(between))]);
	}
}

/* A field read in one way is valid, and told of as it is */
static void
CheckRead(const char *field, SmReadAs as)
{
	static SmAccount account;
	uint8_t		reading[SM_READING_MAX];
	unsigned	notes;
	int			length = sm_read_as(reading, field, strlen(field), as, &notes);

	Check(length <= SM_READING_MAX && sm_reading_valid(reading, (size_t) length), "should be valid", field, NULL, (int) as.level);
	sm_account(&account, field, strlen(field), as);
	account.reading[2] |= reading[2] & SM_KIND_NOTED;
	Check(account.length == length && memcmp(account.reading, reading, (size_t) length) == 0, "should be told of as it is read", field,
		  NULL, (int) as.level);
	for (int i = 0; i < account.field.count; i++)
		Check(sm_span_length(account.field.candidate[i].words) >= 0 && sm_span_length(account.field.candidate[i].korean) >= 0 &&
			  sm_span_length(account.field.candidate[i].place) > 0, "should be of some words", field, NULL, i);
}

int
main(void)
{
	static const SmReadLevel levels[] = {SM_READ_WHOLE, SM_READ_FIELD, SM_READ_SCREENING, SM_READ_MENTION};
	static const SmNamed named[] = {SM_NAMED_UNKNOWN, SM_NAMED_PERSON, SM_NAMED_THING};

	if (!LoadTable(&surnames, "src/data/surname_spellings.tsv") || !LoadTable(&givens, "src/data/syllable_spellings.tsv") ||
		!LoadPhrases("src/data/beside.tsv"))
		Check(false, "should be there: tables of", "src/data", NULL, 0);
	else
		for (int round = 0; round < ROUNDS; round++)
		{
			char		field[FIELD_MAX_BYTES];

			Compose(field);
			CheckRead(field, (SmReadAs) {SM_READ_SCREENING, SM_NAMED_UNKNOWN});
			CheckRead(field, (SmReadAs) {levels[Random(COUNT(levels))], named[Random(COUNT(named))]});
		}
	return Finish("composed");
}
