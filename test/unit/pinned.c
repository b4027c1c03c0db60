/*
 * What comes of the texts in test/data/pinned.tsv, exactly: their readings, what fields are taken for, keys, what nodes know and
 * bound, similarities and their parts, names in running texts, facts beside names.  Other tests say what must be so; this one
 * tells any change beside, also of what answers do not show, as how much a quick look turns away.  Who means a change prints the
 * rows anew with 'build/unit/pinned print', and looks at each row that differs: it names the room that the change is in.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "name/field/judge.h"
#include "name/field/kin.h"
#include "name/field/maiden.h"
#include "name/field/window.h"
#include "name/korean/romanize.h"
#include "name/lookup/index_keys.h"
#include "name/lookup/keys.h"
#include "name/lookup/names_search.h"
#include "name/lookup/pair_keys.h"
#include "name/node/bound.h"
#include "name/node/summary.h"
#include "name/person/birth.h"
#include "name/person/check_digit.h"
#include "name/person/country.h"
#include "name/person/evidence.h"
#include "name/person/nothing.h"
#include "name/person/rarity.h"
#include "name/person/sentence.h"
#include "name/prose/prose.h"
#include "name/reading/account.h"
#include "name/reading/korean_share.h"
#include "name/reading/korean_weight.h"
#include "name/reading/names.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/reading/tier.h"
#include "name/text/fold.h"
#include "name/words/align.h"
#include "name/words/filter.h"
#include "name/words/share.h"
#include "name/words/word.h"
#include "harness.h"

#define PINNED "test/data/pinned.tsv"
#define TEXT_MOST 4096

/* A text is held against those of so many rows before it */
#define NEIGHBOURS 8
#define FIRST 14

/* The rooms that a row has a sum of each, after its similarity with the row before */
static const char *const rooms[] = {"reading", "field", "lookup", "node", "similarity", "prose", "person"};

#define ROOMS COUNT(rooms)

/* A text and the readings that others are held against: as a name of a list, and as a customer's */
typedef struct Row
{
	char		text[TEXT_MOST];
	size_t		length;
	uint8_t		listed[SM_READING_MAX];
	int			listed_length;
	uint8_t		customer[SM_READING_MAX];
	int			births;
	SmBirth		birth;
	int			countries;
	uint16_t	country[SM_COUNTRIES_MAX];
	SmPlace		place;
	SmDocument	document;
	SmFacts		facts;
} Row;

/* The last rows, this one at number % (NEIGHBOURS + 1); and the first ones, names of every kind that all others are held against */
static Row	ring[NEIGHBOURS + 1];
static Row	first[FIRST];
static int	number;

static Row *
Before(int n)
{
	return &ring[(number - n + NEIGHBOURS + 1) % (NEIGHBOURS + 1)];
}

static int
RowsBefore(void)
{
	return number < NEIGHBOURS ? number : NEIGHBOURS;
}

/* FNV-1a */
static uint64_t sum;

static void
AddBytes(const void *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
		sum = (sum ^ ((const uint8_t *) bytes)[i]) * 0x100000001B3u;
}

static void
Add(int64_t value)
{
	for (int i = 0; i < 64; i += 8)
		sum = (sum ^ (uint64_t) (value >> i & 255)) * 0x100000001B3u;
}

/* All of a reading but the version of Unicode by which it was read */
static void
AddReading(const uint8_t *reading, int length)
{
	SmNames		names;

	sm_names(&names, reading, reading + length);
	Add(length);
	AddBytes(reading + 2, SM_READING_HEADER - 2);
	for (int i = 0; i < names.count; i++)
	{
		Add(names.name[i].price);
		AddBytes(names.name[i].reading + 2, (size_t) (names.name[i].end - names.name[i].reading - 2));
	}
}

/* As a name and as a field of each kind, and in Latin letters */
static void
SumReading(Row *row)
{
	static uint8_t reading[SM_READING_MAX];
	static char roman[SM_ROMAN_GROWTH * TEXT_MOST];
	char		rarest[64];
	SmRarity	rarity = {0, 0};

	for (int level = SM_READ_WHOLE; level <= SM_READ_MENTION; level++)
		for (int named = SM_NAMED_UNKNOWN; named <= SM_NAMED_THING; named++)
		{
			unsigned	notes = 0;
			int			length = sm_read_as(reading, row->text, row->length,
											(SmReadAs) {(SmReadLevel) level, (SmNamed) named}, &notes);

			AddReading(reading, length);
			Add(notes);
			Add(sm_reading_valid(reading, (size_t) length) + 2 * sm_reading_valid(reading, (size_t) length - 1) +
				4 * sm_reading_bounded(reading, (size_t) length) + 8 * sm_reading_bounded(reading, (size_t) length / 2));
		}
	for (int system = 0; system < 4; system++)
		AddBytes(roman, sm_romanize(roman, row->text, row->length, system, system % 2 == 0));
	Add(sm_rarity(&rarity, row->listed));
	/* so few figures that every processor rounds to the same */
	AddBytes(rarest, (size_t) snprintf(rarest, sizeof(rarest), "%.5g %.5g", rarity.north, rarity.south));
}

/* The windows of each segment, and how each word reads */
static void
AddSegments(const SmText *text)
{
	static SmFieldTokens tokens;
	static SmWindow windows[SM_WINDOWS_MAX];
	static SmJudged judged;

	sm_field_tokens(&tokens, text);
	sm_field_segments(&tokens);
	Add(sm_has_maiden(&tokens) * 4 + sm_field_kin(&tokens).parent * 2 + sm_field_kin(&tokens).son);
	for (int i = 0; i < tokens.count; i++)
	{
		const SmFieldToken *token = &tokens.token[i];
		SmSegment	segment;
		uint8_t		letters[SM_WORD_MAX];

		AddBytes(letters, (size_t) sm_token_letters(letters, &tokens, i));
		Add(sm_token_spells(&tokens, i));
		Add(token->word * 256 + token->kind);
		Add(token->segment * 65536 + token->clause * 256 + token->parted);
		Add(token->glued * 65536 + token->glued_end);
		sm_field_judge(&judged, text, (SmSpan) {tokens.token[i > 0 ? i - 1 : 0].from, token->to});
		Add(judged.korean ? 1 + judged.slip + 2 * judged.initial + 4 * judged.surname : 0);
		Add(judged.korean ? judged.self : 0);
		if ((i > 0 && token->segment == tokens.token[i - 1].segment) || !sm_field_segment(&segment, &tokens, i))
			continue;
		Add(segment.unknown * 256 + segment.others);
		for (int k = sm_field_windows(windows, SM_WINDOWS_MAX, &tokens, &segment); k > 0; k--)
			Add(windows[k - 1].place.from * 65536 + windows[k - 1].place.to);
	}
}

/* What a field was taken for: names, what stands beside each and costs */
static void
SumField(Row *row)
{
	static SmAccount account;
	static SmBesideWord beside[SM_BESIDE_MAX];
	static char words[SM_ACCOUNT_TEXT_MAX];

	sm_account(&account, row->text, row->length, (SmReadAs) {SM_READ_SCREENING, SM_NAMED_UNKNOWN});
	for (int name = 0; name < account.count; name++)
	{
		SmSpan		span = sm_account_name(&account, name);
		int			n = sm_account_beside(beside, &account, name);

		Add(span.from * 65536 + span.to);
		AddBytes(words, (size_t) sm_account_words(words, &account, name));
		for (int i = 0; i < n; i++)
		{
			Add(beside[i].at.from * 65536 + beside[i].at.to);
			Add(beside[i].kind * 65536 + beside[i].role * 256 + beside[i].price);
			AddBytes(words, (size_t) sm_account_text(words, &account, beside[i].at));
		}
	}
	AddSegments(&account.text);
}

/* Keys may come in any order, and more than once */
static uint64_t keys;

static void
TakeKey(void *state, uint64_t key, uint32_t words)
{
	(void) state;
	keys += sm_key_mix(key + words);
}

static void
AddKeys(void)
{
	Add((int64_t) keys);
	keys = 0;
}

static void
Pause(void)
{
}

static const SmMemory memory = {malloc, free, Pause};

/* The names of a small list: its index, a probe's keys for it, and what is found in it */
static void
AddSearch(const uint8_t *probe, const SmReadings *members, int threshold)
{
	SmNamesIndex index;
	SmNamesSearch search;
	SmNames		names;

	sm_names_index_build(&index, &memory, members, threshold);
	Add(index.shift * 256 + index.lengths);
	AddBytes(index.start, SM_NAMES_INDEX_STARTS(&index) * sizeof(uint32_t));
	for (uint32_t i = 0; i < SM_NAMES_INDEX_POSTINGS(&index); i++)
		keys += sm_key_mix((uint64_t) index.posting[i].check << 32 | sm_posting_member(index.posting[i]));
	AddKeys();
	sm_names(&names, probe, NULL);
	for (int i = 0; i < names.count; i++)
		if (SM_HAS_WORDS(names.name[i].reading))
			sm_pair_keys_of_probe(&names.name[i], threshold, &(SmKeySink) {TakeKey, NULL}, &index.present);
	AddKeys();
	sm_names_search_start(&search, &index, &memory);
	Add(sm_names_search_find(&search, probe, threshold));
	for (uint32_t i = 0; i < search.count_matching; i++)
		Add(search.found[i]);
	sm_names_search_end(&search);
	sm_names_index_free(&index, &memory);
}

/* Keys of both sides, and a list of the rows before */
static void
SumLookup(Row *row)
{
	static const int thresholds[] = {300, 670, 850, 950};
	static uint8_t kept[(NEIGHBOURS + 1) * SM_READING_MAX];
	uint32_t	offset[NEIGHBOURS + 1];
	uint32_t	end = 0;
	const SmKeySink sink = {TakeKey, NULL};

	sm_keys(row->customer, &sink);
	AddKeys();
	for (int i = 0; i <= RowsBefore(); i++)
	{
		offset[i] = end;
		memcpy(kept + (size_t) SM_READING_UNIT * end, Before(i)->listed, (size_t) Before(i)->listed_length);
		end += ((uint32_t) Before(i)->listed_length + SM_READING_UNIT - 1) / SM_READING_UNIT;
	}
	for (int i = 0; i < COUNT(thresholds); i++)
	{
		sm_index_keys(row->listed, thresholds[i], SM_KEYS_OF_MEMBER, &sink);
		AddKeys();
		sm_index_keys(row->customer, thresholds[i], SM_KEYS_OF_PROBE, &sink);
		AddKeys();
		AddSearch(row->customer, &(SmReadings) {kept, offset, (uint32_t) RowsBefore() + 1}, thresholds[i]);
	}
}

/* A node above this row and n before it, in so much room: what it covers, and what it bounds */
static void
AddNode(const Row *row, int n, int room)
{
	static SmProbe probe;
	static uint8_t key[SM_SUMMARY_MAX];
	static uint8_t other[SM_SUMMARY_MAX];
	SmSummary	summary;
	SmSummary	below;
	int			length;

	sm_summary_start(&summary);
	sm_summary_start(&below);
	for (int i = 1; i <= n; i++)
		sm_summary_add(i % 2 ? &summary : &below, Before(i)->listed);
	length = sm_summary_pack(other, &below, room);
	sm_summary_merge(&summary, &below);
	(void) sm_summary_pack(key, &summary, room);
	Add(length);
	AddBytes(other + 2, (size_t) length - 2);
	Add(sm_summary_covers(key, &below) + 2 * sm_summary_covers(other, &summary));
	sm_summary_start(&below);
	sm_summary_add(&below, row->listed);
	Add(sm_summary_covers(key, &below));
	sm_probe_prepare(&probe, row->customer);
	Add(sm_bound(&probe, key));
	Add(sm_bound(&probe, other));
	for (int threshold = 500; threshold <= 900; threshold += 100)
		Add(sm_bound_reaches(&probe, key, threshold));
}

static void
SumNode(Row *row)
{
	for (int n = 1; n <= RowsBefore(); n = 2 * n + 1)
		AddNode(row, n, SM_SUMMARY_MAX);
	if (RowsBefore() == NEIGHBOURS)
		AddNode(row, NEIGHBOURS, SM_SUMMARY_LEAST);
}

/* How the slots of the likeliest hypotheses stand to one another */
static void
AddKorean(const uint8_t *a, const uint8_t *b)
{
	static SmParts x;
	static SmParts y;
	SmBestPair	best = {0, 0};
	SmAligned	aligned[2 * SM_GIVEN_MAX];
	const SmHypothesisParts *h;
	const SmHypothesisParts *k;
	int			rows;

	sm_unpack(&x, a);
	sm_unpack(&y, b);
	Add(sm_korean_weight(&x, &y, SM_WEIGHT(-100), &best));
	h = &x.part[best.a];
	k = &y.part[best.b];
	Add(sm_system_tier(h->system, k->system));
	rows = sm_align_given(aligned, &x, h, &y, k);
	for (int i = 0; i < rows; i++)
		Add(aligned[i].a * 16 + aligned[i].b);
	for (int i = 0; i <= h->given && i <= k->given; i++)
	{
		SmSlotPair	pair;
		const uint8_t *s = x.slot[h->slot[i]];
		const uint8_t *t = y.slot[k->slot[i]];
		bool		surname = i == 0;
		char		near[SM_NEAR_LETTERS_MAX] = "";

		if (surname && (!h->has_surname || !k->has_surname))
			continue;
		pair = sm_slot_pair(s, t, surname);
		Add(pair.a * 4096 + pair.b);
		Add(sm_slot_tier(s, h->system, t, k->system, surname));
		sm_near_letters(near, s, t, surname);
		AddBytes(near, strlen(near));
	}
}

/* The words of two names: each part of the sum, and whether the quick look lets them through */
static void
AddWords(const SmName *a, const SmName *b)
{
	static SmWordsQuery query;
	const uint8_t *x = SM_WORDS_PART(a->reading);
	const uint8_t *y = SM_WORDS_PART(b->reading);
	SmWordsPart parts[SM_WORDS_PARTS];
	int			n = sm_words_explain(parts, x, y);

	for (int i = 0; i < n; i++)
	{
		Add(parts[i].relation * 65536 + parts[i].from[0] * 256 + parts[i].from[1]);
		Add(parts[i].weight * 65536 + parts[i].count[0] * 256 + parts[i].count[1]);
	}
	sm_words_query_prepare(&query, x, a->price);
	for (int threshold = 300; threshold < SM_SIMILARITY_ONE; threshold += 100)
		Add(sm_words_may_match(&query, y, NULL, b->price, threshold, true));
}

/* The straight pieces on which a similarity and a share of so many thousandths lie */
static void
AddShares(int n)
{
	SmShareRule rules[2] = {sm_words_share_rule(n), sm_korean_share_rule(n < SM_SIMILARITY_ONE ? n : 0)};

	for (int i = 0; i < 2; i++)
	{
		Add(rules[i].share[0] * 65536 + rules[i].share[1]);
		Add(rules[i].similarity[0] * 65536 + rules[i].similarity[1]);
	}
	Add(sm_korean_share(n));
}

/* A customer and a name of a list: similarity, weight, parts; returns the similarity */
static int
AddPair(const uint8_t *a, const uint8_t *b)
{
	static SmQuery query;
	SmComparison comparison = sm_compare(a, b);
	SmNames		x;
	SmNames		y;

	Add(comparison.similarity);
	Add(comparison.weight);
	Add(comparison.kind * 65536 + comparison.names.a * 256 + comparison.names.b);
	AddShares(comparison.similarity);
	sm_query_prepare(&query, a);
	Add(sm_query_similarity(&query, b));
	for (int threshold = 400; threshold < SM_SIMILARITY_ONE; threshold += 150)
		Add(sm_query_matches(&query, b, threshold));
	sm_names(&x, a, NULL);
	sm_names(&y, b, NULL);
	if (SM_IS_KOREAN(x.name[0].reading) && SM_IS_KOREAN(y.name[0].reading))
		AddKorean(x.name[0].reading, y.name[0].reading);
	if (SM_HAS_WORDS(x.name[0].reading) && SM_HAS_WORDS(y.name[0].reading))
		AddWords(&x.name[0], &y.name[0]);
	return comparison.similarity;
}

/* Beside each of the rows before, and the first ones; returns the similarity with the last */
static int
SumSimilarity(Row *row)
{
	int			last = 0;

	for (int n = 1; n <= RowsBefore(); n++)
	{
		int			similarity = AddPair(row->customer, Before(n)->listed);

		last = n == 1 ? similarity : last;
		(void) AddPair(Before(n)->customer, row->listed);
	}
	for (int i = 0; i < FIRST && i < number; i++)
	{
		(void) AddPair(row->customer, first[i].listed);
		(void) AddPair(first[i].customer, row->listed);
	}
	return last;
}

static bool
AddMention(void *context, const SmMention *mention)
{
	(void) context;
	Add((int64_t) mention->from * 65536 + (int64_t) mention->to);
	Add(mention->person * 65536 + mention->threshold);
	Add(sm_similarity(mention->reading, Before(0)->listed));
	return true;
}

/* Read as a text by itself, and between words */
static void
SumProse(Row *row)
{
	static char text[TEXT_MOST + 64];
	int			length = snprintf(text, sizeof(text), "On Monday %s said so. 김정은은 %s", row->text, row->text);

	Add((int64_t) sm_prose_scan(row->text, row->length, AddMention, NULL));
	if (length < (int) sizeof(text))
		Add((int64_t) sm_prose_scan(text, (size_t) length, AddMention, NULL));
}

/* What a text says as a document of each kind; that of its own, or of the first kind that fits, is kept */
static void
AddDocuments(Row *row)
{
	const SmDocumentKind *guess = sm_document_guess(row->text, row->length);
	const char *colon = strchr(row->text, ':');
	const SmDocumentKind *own = colon ? sm_document_kind(row->text, (size_t) (colon - row->text)) : NULL;

	Add(guess ? guess - sm_document_kinds : -1);
	row->document = (SmDocument) {.country = row->countries > 0 ? row->country[0] : 0};
	if (!sm_has_figure(row->text, row->length) || row->length > 80)
		return;
	for (int i = 0; i < sm_document_kind_count; i++)
	{
		static SmDocumentKey key[SM_DOCUMENT_KEYS];
		const SmDocumentKind *kind = &sm_document_kinds[i];
		const char *from = own ? colon + 1 : row->text;
		int			n = sm_document_keys(key, kind, from, strlen(from));

		for (int k = 0; k < n; k++)
		{
			AddBytes(key[k].text, strlen(key[k].text));
			Add(key[k].bits * 16 + key[k].alone * 4 + sm_document_decides(&key[k], false) * 2 +
				sm_document_decides(&key[k], true));
		}
		if (n > 0 && (row->document.keys == 0 || kind == own || (!own && kind == guess)))
		{
			row->document.keys = n;
			memcpy(row->document.key, key, sizeof(key));
		}
	}
	Add(sm_is_imo_ship(row->text) + 2 * sm_is_imo_company(row->text));
	Add(sm_is_lei(row->text) + 2 * sm_is_isin(row->text) + 4 * sm_is_bic(row->text));
}

/* What a text says as a date, a country, a place, a sentence */
static void
AddFacts(Row *row)
{
	char		written[SM_BIRTH_TEXT];
	SmSentence	sentence = {0, 0, 0, 0};
	SmBirthRead read = sm_birth_read(&row->birth, row->text, row->length);

	Add(read);
	row->births = read == SM_BIRTH_READ;
	if (row->births)
	{
		AddBytes(written, (size_t) sm_birth_write(written, &row->birth));
		Add(sm_birth_precision(&row->birth));
	}
	Add(sm_country_find(row->text, row->length));
	row->countries = sm_countries_read(row->country, row->text, row->length);
	for (int i = 0; i < row->countries; i++)
		Add(row->country[i]);
	sm_place_read(&row->place, row->text, row->length);
	for (int i = 0; i < row->place.towns; i++)
		Add(row->place.town[i]);
	Add(sm_says_nothing(row->text, row->length));
	if (sm_sentence(&sentence, row->text, row->length))
		Add((int64_t) (sentence.from * 65536 + sentence.to));
	if (sm_sentence_country(&sentence, row->text, row->length))
		Add((int64_t) (sentence.country * 65536 + sentence.country_length));
}

/* Facts of this row beside those of the rows before, with names that weigh little and much */
static void
SumPerson(Row *row)
{
	AddFacts(row);
	AddDocuments(row);
	row->facts = (SmFacts) {number % 7 == 0 ? 0 : 1 + number % 7 / 5, "\0mf"[number % 3], row->births, &row->birth,
		row->countries, row->country, row->document.keys > 0, &row->document.country,
	row->place.towns + row->place.countries > 0, &row->place, row->document.keys > 0, &row->document};
	row->facts.issuers = row->facts.issuers && row->document.country != 0;
	for (int n = 0; n <= RowsBefore(); n++)
		for (int i = 0; i < 8; i++)
		{
			SmEvidence	evidence;
			SmNameEvidence name = {SM_WEIGHT(i < 4 ? 12 : 25), i % 2 > 0, i % 4 > 1};

			sm_evidence(&evidence, &row->facts, &Before(n)->facts, &name);
			Add(evidence.bits);
			Add(evidence.total);
			Add(evidence.rule * 4 + evidence.verdict);
			for (int f = 0; f < SM_FIELDS; f++)
				if (evidence.field[f].compared)
					AddBytes(evidence.field[f].words, strlen(evidence.field[f].words));
		}
	for (int n = 0; n <= RowsBefore(); n++)
		Add(sm_place_compare(&row->place, &Before(n)->place));
}

/* Read a text, and the sum of each room; returns the similarity with the row before */
static int
Measure(uint32_t sums[ROOMS])
{
	Row		   *row = Before(0);
	int			similarity = 0;

	row->length = strlen(row->text);
	row->listed_length = sm_read_as(row->listed, row->text, row->length,
									(SmReadAs) {SM_READ_WHOLE, (SmNamed) (number % 3)}, NULL);
	(void) sm_read_as(row->customer, row->text, row->length,
					  (SmReadAs) {number % 2 ? SM_READ_SCREENING : SM_READ_FIELD, SM_NAMED_UNKNOWN}, NULL);
	for (int room = 0; room < ROOMS; room++)
	{
		static void (*const of[]) (Row *row) = {SumReading, SumField, SumLookup, SumNode, NULL, SumProse, SumPerson};

		sum = 0xCBF29CE484222325u;
		if (of[room])
			of[room] (row);
		else
			similarity = SumSimilarity(row);
		sums[room] = (uint32_t) (sum >> 40);
	}
	return similarity;
}

/* The text of a row, in which \n, \t, \\ and \xFF stand for what a line cannot hold; returns what follows it */
static const char *
ReadText(char *text, const char *line)
{
	while (*line && *line != '\t' && *line != '\n')
	{
		unsigned	byte = (uint8_t) *line++;

		if (byte == '\\' && *line == 'x' && sscanf(line + 1, "%2x", &byte) == 1)
			line += 3;
		else if (byte == '\\')
		{
			byte = *line == 'n' ? '\n' : *line == 't' ? '\t' : (uint8_t) *line;
			line++;
		}
		*text++ = (char) byte;
	}
	*text = '\0';
	return line;
}

/* Check a row, or print it as it is now */
static void
TestRow(const char *line, bool print)
{
	Row		   *row = Before(0);
	const char *rest = ReadText(row->text, line);
	uint32_t	sums[ROOMS];
	int			similarity = Measure(sums);
	int			pinned;
	int			taken = 0;
	bool		read = sscanf(rest, "\t%d%n", &pinned, &taken) == 1;

	if (print)
		printf("%.*s\t%d", (int) (rest - line), line, similarity);
	else
		Check(read && pinned == similarity, "not as similar to the row before", row->text, NULL, similarity);
	rest += taken;
	for (int room = 0; room < ROOMS; room++)
	{
		unsigned	value = 0;

		taken = 0;
		read = sscanf(rest, "\t%x%n", &value, &taken) == 1;
		rest += taken;
		if (print)
			printf("\t%06x", sums[room]);
		else
			Check(read && value == sums[room], rooms[room], row->text, NULL, 0);
	}
	if (print)
		printf("\n");
	if (number < FIRST)
		first[number] = *row;
	number++;
}

int
main(int argc, char **argv)
{
	static char line[4 * TEXT_MOST];
	FILE	   *file = fopen(argc > 2 ? argv[2] : PINNED, "r");
	bool		print = argc > 1 && strcmp(argv[1], "print") == 0;

	while (file != NULL && fgets(line, sizeof(line), file) != NULL)
	{
		if (line[0] != '#')
			TestRow(line, print);
		else if (print)
			printf("%s", line);
	}
	if (file != NULL)
		fclose(file);
	if (print)
		return 0;
	Check(number > 500, "too few rows", PINNED, NULL, number);
	return Finish("pinned");
}
