/*
 * Checks of readings, similarities and bounds on random names: spellings of src/data over all
 * systems, words, mixtures and garbage.  Runs from the top of the project, whose TSV it reads.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "name/field/field.h"
#include "name/node/bound.h"
#include "name/node/korean_summary.h"
#include "name/node/summary.h"
#include "name/node/words_summary.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/reading/unpack.h"
#include "name/text/fold.h"
#include "name/text/text.h"
#include "name/text/unicode.h"
#include "name/weight.h"
#include "names.h"

#define GROUP 14

/* Leave bytes on the stack for those who forget to set theirs */
static __attribute__((noinline)) void
SpoilStack(int byte)
{
	char		leftover[1 << 15];
	char	   *volatile at = leftover;

	memset(at, byte, sizeof(leftover));
}

/* Read a name twice, over different leftovers: the bytes must be the same */
static int
Read(uint8_t *reading, const char *name, size_t length)
{
	SmReadAs	as = {(SmReadLevel) Random(3), (SmNamed) Random(3)};
	uint8_t		other[SM_READING_MAX];
	int			n;
	int			m;

	memset(reading, 0x00, SM_READING_MAX);
	memset(other, 0xFF, sizeof(other));
	SpoilStack(0x00);
	n = sm_read_as(reading, name, length, as, NULL);
	SpoilStack(0xFF);
	m = sm_read_as(other, name, length, as, NULL);
	Check(n >= SM_READING_HEADER && n <= SM_READING_MAX, "length", name, "", n);
	Check(n == m && memcmp(reading, other, (size_t) n) == 0, "not deterministic", name, "", n);
	Check(sm_reading_valid(reading, (size_t) n), "not valid", name, "", n);
	Check(reading[0] == SM_VERSION && SM_READING_UNICODE(reading) == sm_unicode() &&
		  SM_READING_KINDS(reading) <= (SM_KIND_KOREAN | SM_KIND_WORDS), "header", name, "", SM_READING_KINDS(reading));
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
	SmProbe		query;
	int			s = sm_similarity(a, b);
	int			threshold = (int) Random(SM_SIMILARITY_ONE + 2);

	Check(s >= 0 && s <= SM_SIMILARITY_ONE, "out of range", name_a, name_b, s);
	Check(sm_similarity(b, a) == s, "not symmetric", name_a, name_b, sm_similarity(b, a) - s);
	Check(sm_weight(a, b) == sm_weight(b, a), "weight not symmetric", name_a, name_b, sm_weight(a, b));
	sm_probe_prepare(&query, a);
	Check(sm_query_similarity(&query.query, b) == s, "query's similarity", name_a, name_b,
		  sm_query_similarity(&query.query, b) - s);
	Check(sm_query_matches(&query.query, b, threshold) == (s >= threshold), "query's match", name_a, name_b, threshold);
	Check(sm_query_matches(&query.query, b, s), "query's match at the similarity", name_a, name_b, s);
	Check(!sm_query_matches(&query.query, b, s + 1), "query's match above the similarity", name_a, name_b, s);
}

/* The packed summary of one reading */
static void
Summarise(uint8_t *key, const uint8_t *reading)
{
	SmSummary	summary;

	sm_summary_start(&summary);
	sm_summary_add(&summary, reading);
	sm_summary_pack(key, &summary, SM_SUMMARY_MAX);
}

/* Widen a packed summary by another */
static void
Union(uint8_t *key, const uint8_t *other)
{
	SmSummary	summary;

	sm_summary_start(&summary);
	sm_summary_add(&summary, key);
	sm_summary_add(&summary, other);
	sm_summary_pack(key, &summary, SM_SUMMARY_MAX);
}

/* What holds for a reading by itself; letters without a sound of their own leave a name empty */
static void
CheckOne(const char *name, const uint8_t *reading, bool has_letter)
{
	uint8_t		summary[SM_SUMMARY_MAX];
	SmProbe		query;
	int			s = sm_similarity(reading, reading);

	Check(s == (SM_READING_KINDS(reading) != 0 ? SM_SIMILARITY_ONE : 0), "itself", name, "", s);
	Check(has_letter || SM_READING_KINDS(reading) == 0, "without a letter", name, "", s);
	Summarise(summary, reading);
	sm_probe_prepare(&query, reading);
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

/* Packed into fewer bytes, alone or united anew, a node misses no more than in all it can have */
static void
CheckNarrow(const char *query_name, const SmProbe *query, const uint8_t *node, const uint8_t *member)
{
	uint8_t		narrow[SM_SUMMARY_MAX];
	uint8_t		united[SM_SUMMARY_MAX];
	int			room = SM_SUMMARY_LEAST + (int) Random(SM_SUMMARY_MAX - SM_SUMMARY_LEAST + 1);
	SmSummary	summary;
	int			bytes;

	sm_summary_start(&summary);
	sm_summary_add(&summary, node);
	bytes = sm_summary_pack(narrow, &summary, room);
	Check(bytes <= room, "bytes above the room", query_name, "", bytes - room);
	Check(sm_bound(query, narrow) >= sm_bound(query, node), "bound of a narrow node", query_name, "",
		  sm_bound(query, narrow));
	memcpy(united, narrow, sizeof(united));
	Union(united, member);
	sm_summary_start(&summary);
	sm_summary_add(&summary, united);
	Check(sm_summary_pack(united, &summary, room) == bytes && memcmp(united, narrow, (size_t) bytes) == 0,
		  "narrow node united with a member", query_name, "", bytes);
}

/*
 * A node covers its members, united or packed into fewer bytes; made of them at once it covers them no
 * more without any one of the bits that it knows of them, or with its greatest and least drawn in
 */
static void
CheckCovers(const char *name, const uint8_t *node, const SmSummary *below)
{
	uint8_t		key[SM_SUMMARY_MAX];
	int			bytes = sm_summary_pack(key, below, SM_SUMMARY_MAX);
	int			literal = SM_SUMMARY_HEADER + (SM_IS_KOREAN(key) ? SM_KOREAN_SUMMARY_BYTES : 0);

	Check(sm_summary_covers(node, below), "covers", name, "", 0);
	Check(sm_summary_covers(key, below), "covers what it was made of", name, "", 0);
	sm_summary_pack(key, below, SM_SUMMARY_LEAST);
	Check(sm_summary_covers(key, below), "covers, narrow", name, "", 0);
	sm_summary_pack(key, below, SM_SUMMARY_MAX);
	for (int at = SM_SUMMARY_HEADER; at < bytes; at++)
	{
		uint8_t		whole = key[at];
		bool		least = (SM_IS_KOREAN(key) && at > SM_SUMMARY_HEADER && at <= SM_SUMMARY_HEADER + SM_PARTS) ||
			(at >= literal && at < literal + 2);
		bool		counts = at >= literal + 2 && at < literal + 4;

		if (at == literal + SM_WORDS_AT_SIZE || (!least && whole == 0) || (least && (whole == 127 || whole == 255)))
			continue;
		key[at] = (uint8_t) (least ? whole + 1 : counts ? whole - 1 : whole & (whole - 1));
		Check(!sm_summary_covers(key, below), "covers with less", name, "", at);
		key[at] = whole;
	}
	key[2] = 0;
	Check(!sm_summary_covers(key, below) || below->kinds == 0, "covers without a kind", name, "", below->kinds);
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
		SmProbe		query;
		SmSummary	below;
		int			bound;
		int			threshold;

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
		sm_summary_start(&below);
		for (int i = 0; i < n; i++)
			sm_summary_add(&below, readings[i]);
		Unite(all, readings, order, n);
		CheckCovers(query_name, all, &below);
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

		sm_probe_prepare(&query, readings[GROUP]);
		bound = sm_bound(&query, all);
		threshold = (int) Random(SM_SIMILARITY_ONE + 2);
		Check(sm_bound_reaches(&query, all, threshold) == (bound >= threshold), "bound that reaches", query_name, "",
			  threshold);
		Check(sm_bound_reaches(&query, all, bound) && !sm_bound_reaches(&query, all, bound + 1),
			  "bound that reaches itself",
			  query_name, "", bound);
		Check(bound >= 0 && bound <= SM_SIMILARITY_ONE, "bound out of range", query_name, "", bound);
		Check(sm_bound(&query, shuffled) == bound, "union in another order", query_name, "",
			  sm_bound(&query, shuffled) - bound);
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
		Check(sm_bound(&query, shuffled) == bound, "union of unions, swapped", query_name, "",
			  sm_bound(&query, shuffled) - bound);
		Union(left, right);
		Check(sm_bound(&query, left) == bound, "union with a part", query_name, "", sm_bound(&query, left) - bound);
		for (int i = 0; i < n; i++)
		{
			int			s = sm_similarity(readings[GROUP], readings[i]);

			Check(s <= bound, "bound too low", query_name, names[i], s - bound);
			CheckNarrow(query_name, &query, all, readings[i]);
			Summarise(left, readings[i]);
			Check(s <= sm_bound(&query, left), "bound of one too low", query_name, names[i], s);
			Check(SM_SUMMARY_LOW(all) <= SM_READING_SORT(readings[i]) &&
				  SM_SUMMARY_HIGH(all) >= SM_READING_SORT(readings[i]),
				  "sort keys of the union", names[i], "", 0);
			CheckPair(query_name, readings[GROUP], names[i], readings[i]);
		}
	}
}

/* By which version of Unicode names were read changes nothing; nodes tell of it, or that there are several */
static void
TestUnicode(void)
{
	static const char *const names[] = {"KIM Jong Un", "김철수, Kim Cholsu", "Gazprom Export LLC", "^_^"};
	uint8_t		readings[2][SM_READING_MAX];
	uint8_t		node[SM_SUMMARY_MAX];
	uint8_t		other[SM_SUMMARY_MAX];

	Check(sm_unicode() != SM_UNICODE_SEVERAL && SM_UNICODE_MAJOR(sm_unicode()) >= 8, "version of Unicode", "", "",
		  sm_unicode());
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
	{
		int			n = Read(readings[0], names[i], strlen(names[i]));
		SmSummary	summary;
		SmProbe		query;

		memcpy(readings[1], readings[0], (size_t) n);
		readings[1][1]++;
		Check(sm_reading_valid(readings[1], (size_t) n), "not valid with another Unicode", names[i], "", n);
		Summarise(node, readings[0]);
		Summarise(other, readings[1]);
		Check(SM_READING_UNICODE(node) == readings[0][1] && SM_READING_UNICODE(other) == readings[1][1],
			  "Unicode of a node", names[i], "", 0);
		sm_summary_start(&summary);
		sm_summary_add(&summary, readings[1]);
		Check(!sm_summary_covers(node, &summary), "covers another Unicode", names[i], "", 0);
		Union(node, readings[0]);
		Check(SM_READING_UNICODE(node) == readings[0][1], "Unicode of equal ones", names[i], "",
			  SM_READING_UNICODE(node));
		Union(node, readings[1]);
		Union(other, node);
		Check(SM_READING_UNICODE(node) == SM_UNICODE_SEVERAL && SM_READING_UNICODE(other) == SM_UNICODE_SEVERAL,
			  "Unicode of several",
			  names[i], "", SM_READING_UNICODE(node));
		Check(sm_summary_covers(node, &summary), "does not cover one Unicode of several", names[i], "", 0);
		Check(sm_similarity(readings[0], readings[1]) == sm_similarity(readings[0], readings[0]) &&
			  SM_READING_SORT(readings[0]) == SM_READING_SORT(readings[1]), "another Unicode", names[i], "", 0);
		sm_probe_prepare(&query, readings[1]);
		Check(sm_query_matches(&query.query, readings[0], SM_SIMILARITY_ONE) == (SM_READING_KINDS(readings[0]) != 0) &&
			  sm_bound(&query, node) == sm_similarity(readings[0], readings[0]), "query of another Unicode", names[i],
			  "", 0);
	}
}

/* A node tells names of its members from names put together of parts of several, which is what keeps searches short */
static void
TestPairs(void)
{
	static const char *const members[] = {"리정철", "박수남", "최룡해"};
	static const char *const mixed[] = {"리수철", "박정남", "최정남", "리룡철"};
	uint8_t		readings[3][SM_READING_MAX];
	uint8_t		summary[SM_SUMMARY_MAX];
	uint8_t		reading[SM_READING_MAX];
	int			order[] = {0, 1, 2};
	SmProbe		query;

	for (int i = 0; i < 3; i++)
		Read(readings[i], members[i], strlen(members[i]));
	Unite(summary, readings, order, 3);
	for (size_t i = 0; i < sizeof(mixed) / sizeof(mixed[0]); i++)
	{
		Read(reading, mixed[i], strlen(mixed[i]));
		sm_probe_prepare(&query, reading);
		Check(!sm_bound_reaches(&query, summary, 670), "parts of several members", mixed[i], "",
			  sm_bound(&query, summary));
	}
}

/* The bound of a name over a node of one other */
static int
BoundOver(const char *name, const char *member)
{
	uint8_t		summary[SM_SUMMARY_MAX];
	uint8_t		readings[2][SM_READING_MAX];
	SmProbe		query;

	sm_read(readings[0], name, strlen(name));
	sm_read(readings[1], member, strlen(member));
	Summarise(summary, readings[1]);
	sm_probe_prepare(&query, readings[0]);
	Check(sm_similarity(readings[0], readings[1]) <= sm_bound(&query, summary), "bound over one too low", name, member,
		  sm_similarity(readings[0], readings[1]));
	return sm_bound(&query, summary);
}

/* A word of letters that are drawn, some of them twice in a row */
static void
DrawWord(char *word, int length)
{
	for (int i = 0; i < length; i++)
		word[i] = i > 0 && Random(8) == 0 ? word[i - 1] : "aeioubdgklmnprstvz"[Random(18)];
	word[length] = '\0';
}

/* Every edit at every place of a word of any length: no bound is below the similarity, either way */
static void
TestEdits(void)
{
	for (int round = 0; round < 40; round++)
		for (int length = 4; length < 24; length++)
		{
			char		word[32];
			char		name[64];

			DrawWord(word, length);
			snprintf(name, sizeof(name), "Sergei %s", word);
			for (int at = 0; at <= length; at++)
				for (int edit = 0; edit < 4; edit++)
				{
					char		other[64];
					char	   *letter = other + strlen("Sergei ") + at;
					char		first;

					strcpy(other, name);
					first = *letter;
					if (edit == 0)
						memmove(letter + 1, letter, strlen(letter) + 1);
					if (edit < 2 && (edit == 0 || at < length))
						*letter = "aeioubdgklmnprstvz"[Random(18)];
					if (edit == 2 && at < length)
						memmove(letter, letter + 1, strlen(letter));
					if (edit == 3 && at + 1 < length)
					{
						letter[0] = letter[1];
						letter[1] = first;
					}
					(void) BoundOver(name, other);
					(void) BoundOver(other, name);
				}
			strcat(name, "s");
			(void) BoundOver(name, word);
		}
}

/* A node tells words that are an edit apart from words that begin, or end, alike: that keeps searches short, too */
static void
TestPieces(void)
{
	static const char *const members[] = {"Maltarov", "Baturin", "Denkova", "Rodin"};
	static const char *const others[][2] = {
		{"Maltizek", "Gorvarov"}, {"Batulok", "Golurin"}, {"Denkilu", "Tarkova"}, {"Rodal", "Tulin"}
	};

	for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++)
		for (int k = 0; k < 2; k++)
		{
			char		name[64];
			char		member[64];

			snprintf(member, sizeof(member), "Sergei %s", members[i]);
			snprintf(name, sizeof(name), "Sergei %s", others[i][k]);
			Check(BoundOver(name, member) < 670, "words that are not an edit apart", name, member, BoundOver(name, member));
		}
	/* a plural earns more than another edit; an initial stands for a word in names of persons alone */
	Check(BoundOver("Sergei Maltaro", "Sergei Maltaros") > BoundOver("Sergei Maltaro", "Sergei Maltarot"), "a plural",
		  "", "", BoundOver("Sergei Maltaro", "Sergei Maltaros"));
	Check(BoundOver("Qarmita Zelkora", "Q. Zelkora") > BoundOver("Qarmita Zelkora", "X. Zelkora"), "an initial",
		  "", "", BoundOver("Qarmita Zelkora", "X. Zelkora"));
	Check(BoundOver("Qarmita Zelkora Bank LLC", "Q. Zelkora Bank LLC") == BoundOver("Qarmita Zelkora Bank LLC", "X. Zelkora Bank LLC"),
		  "an initial of a body", "", "", BoundOver("Qarmita Zelkora Bank LLC", "Q. Zelkora Bank LLC"));
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
		"\xF4\x90\x80\x80", "\xE2\x80\x8B", "\xEF\xB7\xBA", "ß", "ſ", "ﬃ", "İ", "ー", "ｷﾑ", "金", "Ё", "\xE2\x80\x99",
		"\xC2\xAD"
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
/*
 * The index of the lists keeps a listed name read as a field, and what it is read as in addition if its entry is a person
 * or a thing: one further reading, so never both may differ
 */
static void
TestNamed(int rounds)
{
	static uint8_t reading[SM_NAMED_THING + 1][SM_READING_MAX];

	for (int round = 0; round < rounds; round++)
	{
		char		name[1024];
		int			length[SM_NAMED_THING + 1];
		bool		same[SM_NAMED_THING + 1];

		RandomName(name);
		for (int named = SM_NAMED_UNKNOWN; named <= SM_NAMED_THING; named++)
		{
			length[named] = sm_read_as(reading[named], name, strlen(name), (SmReadAs) {SM_READ_WHOLE, (SmNamed) named}, NULL);
			same[named] = sm_read_within(reading[named], length[named], reading[0], length[0]);
		}
		Check(same[SM_NAMED_PERSON] || same[SM_NAMED_THING], "a person's and a thing's are both another reading", name, "", round);
	}
}

int
main(int argc, char **argv)
{
	bool		loaded = LoadTable(&surnames, "src/data/surname_spellings.tsv") &&
		LoadTable(&givens, "src/data/syllable_spellings.tsv");

	if (argc > 1)
		seed ^= (uint32_t) strtoul(argv[1], NULL, 10) << 8;
	Check(loaded, "no spellings in src/data", "", "", 0);
	if (loaded)
	{
		TestGroups(4000);
		TestPairs();
		TestEdits();
		TestPieces();
		TestUnicode();
		TestNamed(20000);
	}
	TestGarbage();
	return Finish("bound");
}
