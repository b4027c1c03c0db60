/*
 * sanct_page_ways(): in which ways a name is read, with how many names of the lists it is compared in each, and which
 * of these is nearest.  Two ways are looked at beside those of screening, and told apart: word by word what is Korean
 * for sure, and persons within the name of a body.
 */
#include "postgres.h"
#include "fmgr.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "utils/builtins.h"

#include "data/syllable_table.h"
#include "name/reading/account.h"
#include "name/reading/names.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/reading/unpack.h"
#include "name/reading/ways.h"
#include "name/slot.h"
#include "name/words/named.h"
#include "name/words/pack.h"
#include "pg/base/compat.h"
#include "pg/base/encoding.h"
#include "pg/base/extension.h"
#include "pg/list/entry_type.h"
#include "pg/screen/asked.h"
#include "pg/screen/hit.h"
#include "pg/screen/kept_lists.h"
#include "pg/screen/likely.h"
#include "pg/screen/listed.h"
#include "pg/screen/subject_facts.h"
#include "pg/type/checked.h"
#include "pg/type/field_names.h"
#include "pg/type/read_name.h"
#include "pg/type/syllables.h"
#include "pg/type/threshold.h"

PG_FUNCTION_INFO_V1(sanct_page_ways);

/* Arguments */
typedef enum Argument
{
	ARG_NAME, ARG_THRESHOLD, ARG_LISTS, ARG_TYPES, ARG_PROGRAMS, ARG_ON_EMPTY, ARG_WEAK, ARG_ENTRY_TYPE, ARGUMENTS
} Argument;

/* Columns of the answer */
#define WAY_COLUMNS 10
/* Each name of a field as a Korean's and as words, and the two ways beside those of screening */
#define WAYS_MOST (2 * SM_NAMES_MAX + 2)
/* Words of a body's name among which persons are looked for, and those of a person's name */
#define INSIDE_WORDS 12
#define INSIDE_LEAST 2
#define INSIDE_MOST 4
#define INSIDE_RUNS (INSIDE_WORDS * (INSIDE_MOST - INSIDE_LEAST + 1))
/* Syllables of a Korean's whole name as a rule, the surname counted as one: more may be a name and a trade */
#define KOREAN_SYLLABLES 3
/* Letters from here on are of no script that Korean names share with others: Latin, Greek, Cyrillic lie below */
#define ALPHABETS_END 0x530
/* UTF-8 of Hangul, Chinese characters and kana, which are written without blanks, begins with this byte or a greater */
#define WIDE_LETTERS_BYTE 0xE1
/* Names between two looks for an interrupt */
#define NAMES_AT_ONCE 1024

/* A way to read a name, and what it is compared with */
typedef struct Way
{
	const char *title;
	const char *reads;
	bool		screened;		/* as sanct_screen reads it */
	bool		inside;			/* each of the texts is compared with names of persons */
	int			count;			/* queries */
	SmQuery    *query;
	const char **text;			/* of each, where there are several */
	int64		compared;		/* names of the lists */
	int			similarity;		/* of the nearest, thousandths */
	int			nearest_query;
	const ListedName *nearest;	/* NULL: none is above 0 */
} Way;

typedef struct Ways
{
	int			count;
	Way			way[WAYS_MOST];
} Ways;

/* What the words of a name are read as in a way */
static const char *
WayTitle(SmWay way)
{
	static const char *const titles[] = {
		[SM_WAY_WRITTEN] = "word by word",
		[SM_WAY_SHORT] = "word by word, without the names of fathers",
		[SM_WAY_MEANT] = "word by word, words of bodies by what they mean",
		[SM_WAY_NO_PARENT] = "word by word, without Abu or Umm and the name behind",
		[SM_WAY_NO_SON] = "word by word, without bin and the name behind",
		[SM_WAY_BORN] = "word by word, with the surname before marriage",
		[SM_WAY_MARRIED] = "word by word, without the surname before marriage",
		[SM_WAY_HANGUL] = "word by word, words of bodies by what they mean",
		[SM_WAY_SOUTH] = "word by word, words of bodies by what they mean, others as the North begins them",
		[SM_WAY_PERSON] = "word by word, as a person's",
		[SM_WAY_CYRILLIC] = "word by word, as other languages than Russian spell Cyrillic letters",
		[SM_WAY_KANA] = "word by word, by the sound of the kana",
		[SM_WAY_JAPANESE] = "word by word, by the Japanese sound of the characters",
		[SM_WAY_JAPANESE_TOO] = "word by word, by another Japanese sound of the characters",
		[SM_WAY_PINYIN] = "word by word, by the Mandarin sound of the characters (pinyin)",
		[SM_WAY_WADE_GILES] = "word by word, by the Mandarin sound of the characters (Wade-Giles)",
		[SM_WAY_CANTONESE] = "word by word, by the Cantonese sound of the characters",
	};

	return titles[way];
}

/* The likeliest syllables of a Korean reading: 박나달야 Pak Na Tal Ya */
static const char *
KoreanText(const uint8 *reading)
{
	StringInfoData hangul;
	StringInfoData latin;
	SmParts		parts;

	initStringInfo(&hangul);
	initStringInfo(&latin);
	sm_unpack(&parts, reading);
	for (int s = !parts.part[0].has_surname; s <= parts.part[0].given; s++)
	{
		const uint8 *slot = parts.slot[parts.part[0].slot[s]];
		const SmSyllable *likeliest = sm_slot_count(slot) == 0 ? NULL :
			&(s == 0 ? sm_surname : sm_given)[sm_candidate_id(sm_slot_candidate(slot, 0))];

		SanctAppendSlot(&hangul, slot, likeliest, false);
		SanctAppendSlot(&latin, slot, likeliest, true);
	}
	return SanctHasHangul() ? psprintf("%s %s", hangul.data, latin.data) : latin.data;
}

/* The words of a reading with blanks between */
static const char *
WordsText(const uint8 *reading)
{
	char		utf8[SM_WORDS_TEXT_MAX];
	const uint8 *words = SM_WORDS_PART(reading);
	int			length = sm_words_text(utf8, words, 0, words[0]);
	const char *text = SanctUtf8ToServer(utf8, &length);

	return pnstrdup(text, length);
}

/* Add a way by one kind of the reading of a name, which goes on from there; the others are taken out of it */
static Way *
AddWayOf(Ways *ways, const SmName *name, int kind, const char *title)
{
	Way		   *way = &ways->way[ways->count++];
	uint8	   *reading = palloc(name->end - name->reading);

	memcpy(reading, name->reading, name->end - name->reading);
	reading[2] &= ~((SM_KIND_KOREAN | SM_KIND_WORDS) & ~kind);
	*way = (Way) {
		.title = title, .reads = kind == SM_KIND_KOREAN ? KoreanText(reading) : WordsText(reading), .screened = true,
		.count = 1, .query = palloc0(sizeof(SmQuery))
	};
	way->query->reading = reading;
	way->query->count = 1;
	sm_query_name_prepare(&way->query->name[0], &(SmName) {reading, NULL, name->price});
	return way;
}

/* Add the ways in which screening reads a field */
static void
AddScreened(Ways *ways, const SmAccount *account)
{
	SmNames		names;

	sm_names(&names, account->reading, account->reading + account->length);
	for (int i = 0; i < names.count; i++)
	{
		const uint8 *reading = names.name[i].reading;
		SmWay		way = i == 0 ? SM_WAY_WRITTEN : (SmWay) account->field.candidate[i - 1].way;
		const char *part = i > 0 && way == SM_WAY_WRITTEN ? "a part of it, " : "";

		if (SM_IS_KOREAN(reading))
			AddWayOf(ways, &names.name[i], SM_KIND_KOREAN, psprintf("%sas a Korean name", part));
		if (SM_HAS_WORDS(reading))
			AddWayOf(ways, &names.name[i], SM_KIND_WORDS, psprintf("%s%s", part, WayTitle(way)));
	}
}

/* Add the words of a name in letters that is Korean for sure, of which screening takes none */
static void
AddUnscreenedWords(Ways *ways, const SmAccount *account, const text *name)
{
	uint8	   *reading = palloc(SM_READING_MAX);
	int			length;

	if (account->count > 1 || SM_READING_KINDS(account->reading) != SM_KIND_KOREAN)
		return;
	for (int i = 0; i < account->text.length; i++)
		if (account->text.cp[i] >= ALPHABETS_END)
			return;
	length = SanctReadListed(reading, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), SM_NAMED_THING);
	if (SM_IS_SEVERAL(reading) || !SM_HAS_WORDS(reading))
		return;
	reading[2] &= ~SM_KIND_SURE;
	AddWayOf(ways, &(SmName) {reading, reading + length, 0}, SM_KIND_WORDS, WayTitle(SM_WAY_WRITTEN))->screened = false;
}

/* Where the words of a text begin that blanks part, at most INSIDE_WORDS, and where each ends */
static int
FindWords(const char *string, int from[INSIDE_WORDS], int to[INSIDE_WORDS])
{
	int			n = 0;

	for (int at = strspn(string, " \t"); string[at] != '\0' && n < INSIDE_WORDS; at += strspn(string + at, " \t"))
	{
		from[n] = at;
		at += strcspn(string + at, " \t");
		to[n++] = at;
	}
	return n;
}

/* Add a run of neighbouring words, read as if it stood alone; of what may be a person's name only one that is Korean */
static void
AddRun(Way *way, const char *run, SmNamed likely)
{
	uint8	   *reading = palloc(SM_READING_MAX);

	(void) SanctReadScreened(reading, run, strlen(run), SM_NAMED_UNKNOWN, NULL);
	if (likely != SM_NAMED_THING && !SM_IS_KOREAN(reading))
		return;
	way->text[way->count] = run;
	sm_query_prepare(&way->query[way->count++], reading);
}

/* Is a reading that of a Korean's name of the usual length? */
static bool
IsWholeKorean(const uint8 *reading)
{
	SmParts		parts;

	if (!SM_IS_KOREAN(reading))
		return false;
	sm_unpack(&parts, reading);
	return parts.part[0].has_surname + parts.part[0].given <= KOREAN_SYLLABLES;
}

/* Is a part of a field, or all of it, read as a Korean's name already?  Not so a bakery as Pak Min Su Paek Ri */
static bool
HasKorean(const Ways *ways)
{
	for (int i = 0; i < ways->count; i++)
		if (IsWholeKorean(ways->way[i].query->reading))
			return true;
	return false;
}

/* What runs of so many words were taken, of those that there are */
static const char *
RunsText(int words, int taken, bool koreans)
{
	int			most = Min(INSIDE_MOST, words - 1);
	const char *each = most == INSIDE_LEAST ? psprintf("each run of %d neighbouring words", INSIDE_LEAST) :
		psprintf("each run of %d to %d neighbouring words", INSIDE_LEAST, most);
	int			all = 0;

	for (int length = INSIDE_LEAST; length <= most; length++)
		all += words - length + 1;
	return koreans ? psprintf("%s that can be a Korean name: %d of %d", each, taken, all) :
		psprintf("%s: %d", each, taken);
}

/* Add persons within a name that is likely a body's, or has so many words that it may be one */
static void
AddInside(Ways *ways, const text *name, SmNamed likely)
{
	Way		   *way = &ways->way[ways->count];
	const char *string = text_to_cstring(name);
	int			from[INSIDE_WORDS];
	int			to[INSIDE_WORDS];
	int			words = FindWords(string, from, to);

	if (words <= INSIDE_LEAST || (likely != SM_NAMED_THING && (words <= INSIDE_MOST - 1 || HasKorean(ways))))
		return;
	*way = (Way) {
		.title = likely == SM_NAMED_THING ? "persons within it" : "Koreans within it", .inside = true,
		.query = palloc0(INSIDE_RUNS * sizeof(SmQuery)), .text = palloc0(INSIDE_RUNS * sizeof(char *))
	};
	for (int length = INSIDE_LEAST; length <= INSIDE_MOST && length < words; length++)
		for (int i = 0; i + length <= words; i++)
			AddRun(way, pnstrdup(string + from[i], to[i + length - 1] - from[i]), likely);
	way->reads = RunsText(words, way->count, likely != SM_NAMED_THING);
	ways->count++;
}

/* Is a name of the lists one word in letters of an alphabet?  Such a one is nobody's within a longer field. */
static bool
IsSingleWord(const ListedName *name)
{
	const char *written = SANCT_READING_NAME(name->reading);
	int			length = SANCT_READING_NAME_LENGTH(name->reading);

	return length > 0 && (unsigned char) written[0] < WIDE_LETTERS_BYTE && memchr(written, ' ', length) == NULL;
}

/* Hold a name of the lists against a way */
static void
CompareWay(Way *way, const ListedName *name)
{
	bool		compared = false;

	if (way->inside && (SanctNamedBy(name->entry->type) != SM_NAMED_PERSON || IsSingleWord(name)))
		return;
	for (int i = 0; i < way->count; i++)
	{
		int			similarity;

		if (!way->inside && !sm_comparable(way->query[i].reading, name->reading->data))
			continue;
		compared = true;
		similarity = sm_query_similarity(&way->query[i], name->reading->data);
		if (similarity <= 0 || similarity < way->similarity ||
			(similarity == way->similarity && !SanctIsOlder(name, way->nearest)))
			continue;
		way->similarity = similarity;
		way->nearest_query = i;
		way->nearest = SanctCopyName(name);
	}
	way->compared += compared;
}

/* Hold all names of the lists that are asked for against all ways */
static void
CompareWays(Ways *ways, MemoryLists *lists, const ListFilter *filter)
{
	uint32		count = SanctCountListedNames(lists);

	for (uint32 i = 0; i < count; i++)
	{
		NamedEntry	named;
		ListHit		hit = {.name = SanctTakeListedName(lists, i, &named)};

		if (i % NAMES_AT_ONCE == 0)
			CHECK_FOR_INTERRUPTS();
		if (SanctTakesHit(filter, &hit))
			for (int k = 0; k < ways->count; k++)
				CompareWay(&ways->way[k], hit.name);
	}
}

/* Does a way before this one read the same, and find at least as much? */
static bool
IsToldBefore(const Ways *ways, int n)
{
	for (int i = 0; i < n; i++)
		if (ways->way[i].screened && strcmp(ways->way[i].reads, ways->way[n].reads) == 0 &&
			ways->way[i].similarity >= ways->way[n].similarity)
			return true;
	return false;
}

/* Words of a name without a comma behind them, which parts them from what follows */
static const char *
WithoutComma(const char *words)
{
	size_t		length = strlen(words);

	while (length > 0 && (words[length - 1] == ',' || words[length - 1] == ';'))
		length--;
	return pnstrdup(words, length);
}

/* Add the row of a way */
static void
TellWay(ReturnSetInfo *result, const Way *way, SmNamed likely)
{
	static const char *const kinds[] = {
		[SM_NAMED_UNKNOWN] = "unknown", [SM_NAMED_PERSON] = "person", [SM_NAMED_THING] = "thing"
	};
	Datum		values[WAY_COLUMNS] = {0};
	bool		nulls[WAY_COLUMNS] = {false};
	const char *reads = way->inside && way->nearest != NULL ? WithoutComma(way->text[way->nearest_query]) :
		way->reads;

	values[0] = CStringGetTextDatum(way->title);
	values[1] = CStringGetTextDatum(way->reads);
	values[2] = CStringGetTextDatum(reads);
	values[3] = BoolGetDatum(way->screened);
	values[4] = Int64GetDatum(way->compared);
	values[6] = Float4GetDatum((float4) way->similarity / 1000);
	values[8] = CStringGetTextDatum(kinds[likely]);
	nulls[5] = nulls[7] = nulls[9] = way->nearest == NULL;
	if (way->nearest != NULL)
	{
		const SanctReading *reading = way->nearest->reading;
		const ListedEntry *entry = way->nearest->entry;

		values[5] = PointerGetDatum(cstring_to_text_with_len(SANCT_READING_NAME(reading),
															 SANCT_READING_NAME_LENGTH(reading)));
		values[7] = CStringGetTextDatum(psprintf("%s %s", text_to_cstring(entry->list), text_to_cstring(entry->uid)));
		values[9] = Int64GetDatum(entry->id);
	}
	tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

/* The ways in which a name is read and compared, see its comment in SQL; a NULL name has none */
Datum
sanct_page_ways(PG_FUNCTION_ARGS)
{
	Ways	   *ways = palloc0(sizeof(Ways));
	ListFilter	filter = {.lists = NIL};
	MemoryLists *lists;
	SmAccount  *account;
	text	   *name;
	SmNamed		named;
	SmNamed		likely;

	SanctCheckArgumentCount(fcinfo, ARGUMENTS);
	SanctCheckScreening(PG_ARGISNULL(ARG_THRESHOLD), false, 1);
	SanctReadListFilter(&filter, fcinfo, ARG_LISTS);
	SanctReadWeak(&filter, fcinfo, ARG_WEAK);
	named = SanctTakeTypeArgument(fcinfo, ARG_ENTRY_TYPE);
	InitMaterializedSRF(fcinfo, 0);
	if (PG_ARGISNULL(ARG_NAME))
		return (Datum) 0;
	lists = SanctGetLists(fcinfo->flinfo->fn_oid, SanctThousandthsOf(PG_GETARG_FLOAT8(ARG_THRESHOLD)));
	SanctCheckLoaded(SanctExtensionOf(fcinfo->flinfo->fn_oid), SanctLoadedOf(lists), &filter);
	name = PG_GETARG_TEXT_PP(ARG_NAME);
	account = SanctAccountOf(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), (SmReadAs) {SM_READ_SCREENING, named});
	likely = named != SM_NAMED_UNKNOWN ? named : SanctLikelyOf(account->reading);
	AddScreened(ways, account);
	AddUnscreenedWords(ways, account, name);
	AddInside(ways, name, likely);
	CompareWays(ways, lists, &filter);
	for (int i = 0; i < ways->count; i++)
		if (!IsToldBefore(ways, i))
			TellWay((ReturnSetInfo *) fcinfo->resultinfo, &ways->way[i], likely);
	return (Datum) 0;
}
