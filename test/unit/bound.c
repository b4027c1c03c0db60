/*
 * Checks of readings, similarities and bounds on random names: spellings of src/data over all
 * systems, words, mixtures and garbage.  Runs from the top of the project, whose TSV it reads.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "name/bound.h"

#define NAME_MAX_BYTES 512
#define SPELLINGS_MAX 8000
#define SYLLABLES_MAX 700
#define GROUP 14

static int	passed;
static int	failed;

/* A row of a table of spellings; share in 1/10,000 a system */
typedef struct Spelling
{
	char		text[24];
	int			share[4];
} Spelling;

/* A syllable or surname and its spellings */
typedef struct Syllable
{
	char		hangul[12];
	int			first;
	int			count;
} Syllable;

typedef struct Table
{
	int			syllables;
	Syllable	syllable[SYLLABLES_MAX];
	int			spellings;
	Spelling	spelling[SPELLINGS_MAX];
} Table;

static Table surnames;
static Table givens;

/* Count a check, print it if it fails */
static void
Check(bool ok, const char *what, const char *a, const char *b, int got)
{
	if (ok)
		passed++;
	else if (failed++ < 50)
		printf("%s: \"%s\" \"%s\" (%d)\n", what, a, b, got);
}

static uint32_t state = 88172645u;

/* A generator of numbers that is the same everywhere */
static uint32_t
Random(uint32_t limit)
{
	state ^= state << 13;
	state ^= state >> 17;
	state ^= state << 5;
	return state % limit;
}

/* Load a table of spellings: hangul, spelling, nk, mr, rr, sk, basis */
static bool
LoadTable(Table *table, const char *path)
{
	FILE	   *file = fopen(path, "r");
	char		line[256];

	if (file == NULL)
		return false;
	while (fgets(line, sizeof(line), file) != NULL && table->spellings < SPELLINGS_MAX)
	{
		char		hangul[12];
		double		share[4];
		Spelling   *spelling = &table->spelling[table->spellings];
		Syllable   *syllable = NULL;

		if (sscanf(line, "%11[^\t#]\t%23[^\t]\t%lf\t%lf\t%lf\t%lf", hangul, spelling->text,
				   &share[0], &share[1], &share[2], &share[3]) != 6)
			continue;
		if (table->syllables > 0)
			syllable = &table->syllable[table->syllables - 1];
		if (syllable == NULL || strcmp(syllable->hangul, hangul) != 0)
		{
			if (table->syllables == SYLLABLES_MAX)
				break;
			syllable = &table->syllable[table->syllables++];
			strcpy(syllable->hangul, hangul);
			syllable->first = table->spellings;
		}
		for (int y = 0; y < 4; y++)
			spelling->share[y] = (int) (share[y] * 10000);
		syllable->count++;
		table->spellings++;
	}
	fclose(file);
	return table->syllables > 0;
}

/* Some syllables that the names of a group share: the surname, then the given ones */
static const Syllable *family[4];

/* A syllable, the common ones, which stand first, more often */
static const Syllable *
PickSyllable(const Table *table)
{
	if (family[0] != NULL && Random(2))
		return table == &surnames ? family[0] : family[1 + Random(3)];
	return &table->syllable[Random(1 + Random(1 + Random((uint32_t) table->syllables)))];
}

/* A spelling of a syllable in a system, as often as it occurs there; now and then any of them */
static const char *
PickSpelling(const Table *table, const Syllable *syllable, int system)
{
	int			rest = (int) Random(10000);

	if (Random(20) == 0)
		return table->spelling[syllable->first + (int) Random((uint32_t) syllable->count)].text;
	for (int i = syllable->first; i < syllable->first + syllable->count; i++)
	{
		rest -= table->spelling[i].share[system];
		if (rest < 0)
			return table->spelling[i].text;
	}
	return table->spelling[syllable->first].text;
}

/* Append to a name as far as there is room */
static void
Append(char *name, const char *part)
{
	size_t		length = strlen(name);

	snprintf(name + length, NAME_MAX_BYTES - length, "%s", part);
}

/* Capitals for the ASCII letters from a place on: all, or the first one */
static void
Capitals(char *text, bool all)
{
	for (; *text; text++)
		if (*text >= 'a' && *text <= 'z')
		{
			*text = (char) (*text - 'a' + 'A');
			if (!all)
				return;
		}
}

/* The given name: syllables joined, hyphenated or apart, sometimes an initial */
static void
AppendGiven(char *name, int system, int syllables)
{
	static const char *const gaps[] = {"-", " ", "", "-", " ", " - ", "·"};
	const char *gap = gaps[Random(sizeof(gaps) / sizeof(gaps[0]))];

	for (int i = 0; i < syllables; i++)
	{
		size_t		start = strlen(name);

		if (i > 0)
			Append(name, gap);
		if (Random(30) == 0)
			snprintf(name + strlen(name), NAME_MAX_BYTES - strlen(name), "%c.", 'A' + (int) Random(26));
		else
			Append(name, PickSpelling(&givens, PickSyllable(&givens), system));
		if (Random(2))
			Capitals(name + start, false);
	}
}

/* A Korean name in Latin letters or Hangul, in any order and style */
static void
KoreanName(char *name)
{
	int			system = (int) Random(4);
	int			syllables = Random(8) == 0 ? 1 + (int) Random(5) : 2;
	char		surname[NAME_MAX_BYTES] = "";

	if (Random(5) == 0)
	{
		Append(name, PickSyllable(&surnames)->hangul);
		for (int i = 0; i < syllables; i++)
			Append(name, PickSyllable(&givens)->hangul);
		return;
	}
	Append(surname, PickSpelling(&surnames, PickSyllable(&surnames), system));
	Capitals(surname, Random(2));
	switch (Random(12))
	{
		case 0:
			AppendGiven(name, system, syllables);
			Capitals(name, false);
			break;
		case 1:
		case 2:
			AppendGiven(name, system, syllables);
			Append(name, " ");
			Append(name, surname);
			break;
		case 3:
			Append(name, surname);
			AppendGiven(name, system, syllables);
			break;
		default:
			Append(name, surname);
			Append(name, Random(3) == 0 ? ", " : " ");
			AppendGiven(name, system, syllables);
	}
	if (Random(10) == 0)
		Capitals(name, true);
}

/* Surnames and syllables of a script or orthography; the same ones stand in the same places */
typedef struct Parts
{
	const char *surname[6];
	const char *given[10];
	const char *gap;			/* between syllables, besides the usual ones */
} Parts;

static const Parts scripts[] = {
	{{"Ким", "Ли", "Пак", "Чхве", "Цой", "Хван"}, {"Чон", "Ён", "Чхоль", "Хо", "Ын", "Нам", "Сон", "Гук", "Рёль", "Чен"}, "-"},
	{{"Кім", "Лі", "Пак", "Чой", "Юґай", "Хван"}, {"Чен", "Йон", "Чхоль", "Хо", "Ин", "Нам", "Сон", "Кук", "Рьоль", "Ір"}, ""},
	{{"キム", "リ", "パク", "チェ", "ﾁｪ", "ファン"}, {"ジョン", "ヨン", "チョル", "ホ", "ウン", "ナム", "ソン", "グク", "リョル", "ドッ"}, ""},
	{{"金", "李", "朴", "崔", "南宮", "黃"}, {"正", "英", "哲", "浩", "恩", "南", "成", "国", "烈", "龙"}, ""},
	{{"Jin", "Li", "Piao", "Cui", "Lǐ", "Huang"}, {"zheng", "ying", "zhe", "hao", "en", "nán", "cheng", "guo", "lie", "lóng"}, ""},
	{{"Kim", "Ri", "Pak", "Cshö", "Kims", "Hvang"}, {"dzsong", "jong", "cshol", "ho", "un", "nam", "szong", "kuk", "rjol", "čen"}, ""},
	{{"Kim", "I", "Pak", "Čche", "Tsoi", "Khvan"}, {"čong", "jong", "čchol", "ho", "un", "nam", "song", "kuk", "rjol", "chkhol"}, "-"}
};

/* A Korean name in one of the other scripts, or in two of them */
static void
ScriptName(char *name)
{
	const Parts *script = &scripts[Random(sizeof(scripts) / sizeof(scripts[0]))];
	const Parts *given = Random(12) == 0 ? &scripts[Random(sizeof(scripts) / sizeof(scripts[0]))] : script;
	const char *const gaps[] = {"", " ", "・", "-", script->gap};
	const char *gap = gaps[Random(5)];
	int			surname = (int) Random(6);
	int			first = (int) Random(10);
	int			second = (int) Random(10);

	Append(name, script->surname[surname]);
	Append(name, gaps[Random(5)]);
	Append(name, given->given[first]);
	if (Random(8))
	{
		Append(name, gap);
		Append(name, given->given[second]);
	}
	if (Random(8) == 0)
	{
		script = &scripts[Random(sizeof(scripts) / sizeof(scripts[0]))];
		Append(name, " (");
		Append(name, script->surname[surname]);
		Append(name, " ");
		Append(name, script->given[first]);
		Append(name, script->given[second]);
		Append(name, ")");
	}
}

/* Words that are not Korean, some of them nearly so */
static void
AppendWords(char *name, int n)
{
	static const char *const words[] = {
		"Korea", "Trading", "Corporation", "Co., Ltd.", "Chonma", "San", "Viktor", "Petrovich", "Ivan",
		"Muhammad", "Hassan", "Ali", "Star", "7", "12", "VII", "Bank", "ООО", "Фёдор", "中国", "銀行",
		"キム", "김", "IMO 1234567", "M/V", "Al", "de", "Li", "Wang", "Min", "An", "Lee", "James"
	};

	for (int i = 0; i < n; i++)
	{
		if (name[0])
			Append(name, Random(6) == 0 ? ", " : " ");
		Append(name, words[Random(sizeof(words) / sizeof(words[0]))]);
	}
}

/* A random name */
static void
RandomName(char *name)
{
	uint32_t	kind = Random(20);

	name[0] = '\0';
	if (kind < 10)
		KoreanName(name);
	else if (kind < 14)
		ScriptName(name);
	else if (kind < 18)
		AppendWords(name, 1 + (int) Random(Random(5) == 0 ? 24 : 4));
	else
	{
		KoreanName(name);
		AppendWords(name, 1 + (int) Random(2));
	}
	if (Random(8) == 0 && name[0])
	{
		/* a slip; it may well break a character */
		name[Random((uint32_t) strlen(name))] = "abegiknorsuy'-., 01"[Random(19)];
	}
}

/* Read a name twice, over different leftovers: the bytes must be the same */
static int
Read(uint8_t *reading, const char *name, size_t length)
{
	uint8_t		other[SM_READING_MAX];
	int			n;
	int			m;

	memset(reading, 0x00, SM_READING_MAX);
	memset(other, 0xFF, sizeof(other));
	n = sm_read(reading, name, length);
	m = sm_read(other, name, length);
	Check(n >= SM_READING_HEADER && n <= SM_READING_MAX, "length", name, "", n);
	Check(n == m && memcmp(reading, other, (size_t) n) == 0, "not deterministic", name, "", n);
	Check(reading[0] == SM_VERSION && SM_READING_KINDS(reading) <= (SM_KIND_KOREAN | SM_KIND_LITERAL), "header", name, "", reading[1]);
	return n;
}

/* Does a name have a letter? */
static bool
HasLetter(const char *name, size_t length)
{
	static SmText text;

	sm_text_fold(&text, name, length);
	return text.letters > 0;
}

/* What holds for any two readings */
static void
CheckPair(const char *name_a, const uint8_t *a, const char *name_b, const uint8_t *b)
{
	SmQuery		query;
	int			s = sm_similarity(a, b);
	int			threshold = (int) Random(SM_SIMILARITY_ONE + 2);

	Check(s >= 0 && s <= SM_SIMILARITY_ONE, "out of range", name_a, name_b, s);
	Check(sm_similarity(b, a) == s, "not symmetric", name_a, name_b, sm_similarity(b, a) - s);
	Check(sm_weight(a, b) == sm_weight(b, a), "weight not symmetric", name_a, name_b, sm_weight(a, b));
	sm_prepare(&query, a);
	Check(sm_query_similarity(&query, b) == s, "query's similarity", name_a, name_b, sm_query_similarity(&query, b) - s);
	Check(sm_query_matches(&query, b, threshold) == (s >= threshold), "query's match", name_a, name_b, threshold);
	Check(sm_query_matches(&query, b, s), "query's match at the similarity", name_a, name_b, s);
	Check(!sm_query_matches(&query, b, s + 1), "query's match above the similarity", name_a, name_b, s);
}

/* The packed summary of one reading */
static void
Summarise(uint8_t *key, const uint8_t *reading)
{
	SmSummary	summary;

	sm_summary_start(&summary);
	sm_summary_add(&summary, reading);
	sm_summary_pack(key, &summary);
}

/* Widen a packed summary by another */
static void
Union(uint8_t *key, const uint8_t *other)
{
	SmSummary	summary;

	sm_summary_start(&summary);
	sm_summary_add(&summary, key);
	sm_summary_add(&summary, other);
	sm_summary_pack(key, &summary);
}

/* What holds for a reading by itself; letters without a sound of their own leave a name empty */
static void
CheckOne(const char *name, const uint8_t *reading, bool has_letter)
{
	uint8_t		summary[SM_SUMMARY_MAX];
	SmQuery		query;
	int			s = sm_similarity(reading, reading);

	Check(s == (SM_READING_KINDS(reading) != 0 ? SM_SIMILARITY_ONE : 0), "itself", name, "", s);
	Check(has_letter || SM_READING_KINDS(reading) == 0, "without a letter", name, "", s);
	Summarise(summary, reading);
	sm_prepare(&query, reading);
	Check(sm_bound(&query, summary) >= s, "bound of itself", name, "", sm_bound(&query, summary));
	Check(SM_SUMMARY_LOW(summary) == SM_READING_SORT(reading) && SM_SUMMARY_HIGH(summary) == SM_READING_SORT(reading),
		  "sort key", name, "", 0);
}

/* The summary of some readings, united one by one in the given order */
static void
Unite(uint8_t *summary, uint8_t readings[][SM_READING_MAX], const int *order, int n)
{
	for (int i = 0; i < n; i++)
	{
		uint8_t		one[SM_SUMMARY_MAX];

		Summarise(i == 0 ? summary : one, readings[order[i]]);
		if (i > 0)
			Union(summary, one);
	}
}

/* Random groups: bounds miss no member, however the group was united */
static void
TestGroups(int rounds)
{
	static char names[GROUP + 1][NAME_MAX_BYTES];
	static uint8_t readings[GROUP + 1][SM_READING_MAX];
	int			order[GROUP];

	for (int round = 0; round < rounds; round++)
	{
		uint8_t		all[SM_SUMMARY_MAX];
		uint8_t		left[SM_SUMMARY_MAX];
		uint8_t		right[SM_SUMMARY_MAX];
		uint8_t		shuffled[SM_SUMMARY_MAX];
		int			n = 2 + (int) Random(GROUP - 1);
		int			cut = 1 + (int) Random((uint32_t) n - 1);
		const char *query_name = names[GROUP];
		SmQuery		query;
		int			bound;

		family[0] = NULL;
		for (int i = 1; i < 4; i++)
			family[i] = PickSyllable(&givens);
		family[0] = PickSyllable(&surnames);
		for (int i = GROUP; i >= 0; i--)
		{
			/* now and then the query but for a letter: the bound is tightest there */
			if (i < GROUP && Random(4) == 0)
			{
				strcpy(names[i], query_name);
				if (names[i][0])
					names[i][Random((uint32_t) strlen(names[i]))] = "oueiagkpbtdjnlr"[Random(15)];
			}
			else
				RandomName(names[i]);
			Read(readings[i], names[i], strlen(names[i]));
			CheckOne(names[i], readings[i], HasLetter(names[i], strlen(names[i])));
			Check(SM_READING_KINDS(readings[i]) != 0 || !HasLetter(names[i], strlen(names[i])),
				  "empty", names[i], "", 0);
		}
		for (int i = 0; i < n; i++)
			order[i] = i;
		Unite(all, readings, order, n);
		Unite(left, readings, order, cut);
		Unite(right, readings, order + cut, n - cut);
		for (int i = n - 1; i > 0; i--)
		{
			int			j = (int) Random((uint32_t) i + 1);
			int			swap = order[i];

			order[i] = order[j];
			order[j] = swap;
		}
		Unite(shuffled, readings, order, n);

		sm_prepare(&query, readings[GROUP]);
		bound = sm_bound(&query, all);
		Check(bound >= 0 && bound <= SM_SIMILARITY_ONE, "bound out of range", query_name, "", bound);
		Check(sm_bound(&query, shuffled) == bound, "union in another order", query_name, "", sm_bound(&query, shuffled) - bound);
		/* that of words may count a join twice until another key makes it needless */
		if (SM_READING_KINDS(readings[GROUP]) == SM_KIND_KOREAN)
		{
			Check(sm_bound(&query, left) <= bound, "bound above that of the union", query_name, "", bound);
			Check(sm_bound(&query, right) <= bound, "bound above that of the union", query_name, "", bound);
		}
		memcpy(shuffled, right, sizeof(shuffled));
		Union(shuffled, left);
		Union(left, right);
		Check(sm_bound(&query, left) == bound, "union of unions", query_name, "", sm_bound(&query, left) - bound);
		Check(sm_bound(&query, shuffled) == bound, "union of unions, swapped", query_name, "", sm_bound(&query, shuffled) - bound);
		Union(left, right);
		Check(sm_bound(&query, left) == bound, "union with a part", query_name, "", sm_bound(&query, left) - bound);
		for (int i = 0; i < n; i++)
		{
			int			s = sm_similarity(readings[GROUP], readings[i]);

			Check(s <= bound, "bound too low", query_name, names[i], s - bound);
			Summarise(left, readings[i]);
			Check(s <= sm_bound(&query, left), "bound of one too low", query_name, names[i], s);
			Check(SM_SUMMARY_LOW(all) <= SM_READING_SORT(readings[i]) && SM_SUMMARY_HIGH(all) >= SM_READING_SORT(readings[i]),
				  "sort keys of the union", names[i], "", 0);
			CheckPair(query_name, readings[GROUP], names[i], readings[i]);
		}
	}
}

/* Bytes that are no name, in a block of just their size: nothing is read beyond it */
static void
CheckBytes(const char *bytes, size_t length)
{
	static uint8_t last[SM_READING_MAX];
	static bool has_last = false;
	uint8_t		reading[SM_READING_MAX];
	char	   *copy = malloc(length > 0 ? length : 1);

	memcpy(copy, bytes, length);
	memset(reading, 0, sizeof(reading));
	Check(sm_read(reading, copy, length) <= SM_READING_MAX, "garbage too long", "", "", (int) length);
	CheckOne("garbage", reading, HasLetter(copy, length));
	if (has_last)
		CheckPair("garbage", last, "garbage", reading);
	memcpy(last, reading, sizeof(last));
	has_last = true;
	free(copy);
}

static void
TestGarbage(void)
{
	static const char *const fragments[] = {
		"kim", "Jong", "un", "O", "'", "-", ",", " ", ".", "0", "\xC5\x8F", "\xCC\x86", "\xE1\x84\x80", "\xE1\x85\xA1",
		"\xE1\x86\xA8", "김", "정", "은", "이", "\xEA", "\xEA\xB9", "\xF0\x9F\x98\x80", "\xED\xA0\x80", "\xFF", "\xC0\x80",
		"\xF4\x90\x80\x80", "\xE2\x80\x8B", "\xEF\xB7\xBA", "ß", "ſ", "ﬃ", "İ", "ー", "ｷﾑ", "金", "Ё", "\xE2\x80\x99", "\xC2\xAD"
	};
	size_t		big = 1 << 20;
	char	   *bytes = malloc(big);

	CheckBytes("", 0);
	CheckBytes("\0", 1);
	CheckBytes("KIM\0Jong Un", 11);
	for (int round = 0; round < 4000; round++)
	{
		size_t		length = Random(round % 100 == 0 ? 9000 : 80);
		size_t		at = 0;

		if (round % 2)
			for (; at < length; at++)
				bytes[at] = (char) Random(256);
		else
			while (at < length)
			{
				const char *f = fragments[Random(sizeof(fragments) / sizeof(fragments[0]))];

				memcpy(bytes + at, f, strlen(f));
				at += strlen(f);
				if (Random(40) == 0)
					bytes[at++] = '\0';
			}
		CheckBytes(bytes, at);
	}
	/* a fragment over and over, 1 MB of it, cut anywhere */
	for (size_t i = 0; i < sizeof(fragments) / sizeof(fragments[0]); i++)
	{
		size_t		length = strlen(fragments[i]);

		for (size_t at = 0; at < big; at++)
			bytes[at] = fragments[i][at % length];
		CheckBytes(bytes, big);
	}
	for (size_t at = 0; at < big; at++)
		bytes[at] = (char) Random(256);
	CheckBytes(bytes, big);
	memset(bytes, 0, big);
	CheckBytes(bytes, big);
	free(bytes);
}

/* Other names come with another seed: bound 7 */
int
main(int argc, char **argv)
{
	bool		loaded = LoadTable(&surnames, "src/data/surname_spellings.tsv") &&
		LoadTable(&givens, "src/data/syllable_spellings.tsv");

	if (argc > 1)
		state ^= (uint32_t) strtoul(argv[1], NULL, 10) << 8;
	Check(loaded, "no spellings in src/data", "", "", 0);
	if (loaded)
		TestGroups(4000);
	TestGarbage();
	printf("bound: %d passed, %d failed\n", passed, failed);
	return failed != 0;
}
