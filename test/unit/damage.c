/*
 * Checks that damaged readings and nodes are told from whole ones: bytes of real ones are changed
 * and cut off at random, and what still passes for valid is used in every way, in a block of its
 * size, under the sanitizers where the compiler has them.  Runs from the top of the project, whose
 * TSV it reads.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/syllable_table.h"
#include "name/field/field.h"
#include "name/korean/hypothesis.h"
#include "name/lookup/key_sink.h"
#include "name/lookup/keys.h"
#include "name/lookup/names_index.h"
#include "name/lookup/names_search.h"
#include "name/node/bound.h"
#include "name/node/summary.h"
#include "name/reading/korean_weight.h"
#include "name/reading/names.h"
#include "name/reading/read.h"
#include "name/reading/reading.h"
#include "name/reading/similarity.h"
#include "name/reading/tier.h"
#include "name/reading/unpack.h"
#include "name/weight.h"
#include "name/words/align.h"
#include "name/words/pack.h"
#include "name/words/word.h"
#include "names.h"

/* A copy in a block of just its size, so that a byte beyond it is found */
static uint8_t *
CopyOf(const uint8_t *bytes, size_t length)
{
	uint8_t    *copy = malloc(length > 0 ? length : 1);

	if (length > 0)
		memcpy(copy, bytes, length);
	return copy;
}

static void
TakeKey(void *state, uint64_t key, uint32_t words)
{
	*(uint64_t *) state += key + words;
}

static void *
Allocate(size_t size)
{
	return malloc(size);
}

static void
Pause(void)
{
}

static const SmMemory memory = {Allocate, free, Pause};

/* Tell the slots of two readings apart, as explanations do */
static void
UseSlots(const uint8_t *a, const uint8_t *b)
{
	SmParts		x;
	SmParts		y;
	char		letters[SM_NEAR_LETTERS_MAX];
	SmAligned	aligned[2 * SM_GIVEN_MAX];

	sm_unpack(&x, a);
	sm_unpack(&y, b);
	for (int h = 0; h < x.count; h++)
		for (int k = 0; k < y.count; k++)
		{
			const SmHypothesisParts *p = &x.part[h];
			const SmHypothesisParts *q = &y.part[k];
			int			n = sm_align_given(aligned, &x, p, &y, q);

			for (int i = 0; i < n; i++)
				if (aligned[i].a != 0 && aligned[i].b != 0)
				{
					const uint8_t *s = x.slot[p->slot[aligned[i].a]];
					const uint8_t *t = y.slot[q->slot[aligned[i].b]];

					sm_slot_tier(s, p->system, t, q->system, false);
					sm_near_letters(letters, s, t, false);
				}
			if (!p->has_surname || !q->has_surname)
				continue;
			sm_slot_tier(x.slot[p->slot[0]], p->system, y.slot[q->slot[0]], q->system, true);
			sm_near_letters(letters, x.slot[p->slot[0]], y.slot[q->slot[0]], true);
		}
}

/* Explain the words of two readings */
static void
UseWords(const uint8_t *a, const uint8_t *b)
{
	SmWordsPart parts[SM_WORDS_PARTS];
	char		text[SM_WORDS_TEXT_MAX];
	int			n = sm_words_explain(parts, a, b);

	for (int i = 0; i < n; i++)
	{
		sm_words_text(text, a, parts[i].from[0], parts[i].count[0]);
		sm_words_text(text, b, parts[i].from[1], parts[i].count[1]);
	}
}

/* Compare two readings in every way that names can be */
static void
UsePair(const uint8_t *a, const uint8_t *b)
{
	SmProbe		query;
	SmNames		x;
	SmNames		y;

	sm_similarity(a, b);
	sm_weight(a, b);
	sm_probe_prepare(&query, a);
	sm_query_similarity(&query.query, b);
	sm_query_matches(&query.query, b, SM_THRESHOLD);
	sm_query_matches(&query.query, b, 1);
	sm_names(&x, a, NULL);
	sm_names(&y, b, NULL);
	for (int i = 0; i < x.count; i++)
		for (int k = 0; k < y.count; k++)
		{
			const uint8_t *name_a = x.name[i].reading;
			const uint8_t *name_b = y.name[k].reading;
			int			both = SM_READING_KINDS(name_a) & SM_READING_KINDS(name_b);

			if (both & SM_KIND_KOREAN)
				UseSlots(name_a, name_b);
			if (both & SM_KIND_WORDS)
				UseWords(SM_WORDS_PART(name_a), SM_WORDS_PART(name_b));
		}
}

/* Hold a reading against a node, and widen the node by it */
static void
UseNode(uint8_t *united, const uint8_t *reading, const uint8_t *node)
{
	SmProbe		query;
	SmSummary	summary;

	sm_probe_prepare(&query, reading);
	sm_bound(&query, node);
	sm_bound_reaches(&query, node, SM_THRESHOLD);
	sm_summary_start(&summary);
	sm_summary_add(&summary, node);
	sm_summary_add(&summary, reading);
	sm_summary_pack(united, &summary, SM_SUMMARY_MAX);
}

/* Look a reading up in a list of the other */
static void
UseMatcher(const uint8_t *member, const uint8_t *probe)
{
	uint32_t	offset = 0;
	SmReadings	members = {member, &offset, 1};
	SmNamesIndex index;
	SmNamesSearch search;

	sm_names_index_build(&index, &memory, &members, 1);
	sm_names_search_start(&search, &index, &memory);
	sm_names_search_find(&search, probe, SM_THRESHOLD);
	sm_names_search_end(&search);
	sm_names_index_free(&index, &memory);
}

/* A reading, and the node of it alone */
typedef struct Sample
{
	char		name[NAME_MAX_BYTES];
	size_t		length;
	size_t		node_length;
	uint8_t		reading[SM_READING_MAX];
	uint8_t		node[SM_SUMMARY_MAX];
} Sample;

static void
MakeSample(Sample *sample)
{
	SmSummary	summary;

	RandomName(sample->name);
	sample->length = (size_t) sm_read_as(sample->reading, sample->name, strlen(sample->name),
										 (SmReadAs) {(SmReadLevel) Random(3), (SmNamed) Random(3)}, NULL);
	sm_summary_start(&summary);
	sm_summary_add(&summary, sample->reading);
	sample->node_length = (size_t) sm_summary_pack(sample->node, &summary, SM_SUMMARY_MAX);
}

/* Use a damaged reading beside a whole one and its node if it passes for one; did it? */
static bool
UseReading(const uint8_t *bytes, size_t length, const Sample *other)
{
	uint8_t    *copy = CopyOf(bytes, length);
	uint8_t    *whole = CopyOf(other->reading, other->length);
	uint8_t		united[SM_SUMMARY_MAX];
	uint64_t	sum = 0;
	SmKeySink	sink = {TakeKey, &sum};
	bool		valid = sm_reading_valid(copy, length);

	if (valid)
	{
		UsePair(copy, copy);
		UsePair(copy, whole);
		UsePair(whole, copy);
		UseNode(united, copy, other->node);
		UseNode(united, whole, united);
		sm_keys(copy, &sink);
		UseMatcher(copy, whole);
		UseMatcher(whole, copy);
	}
	free(copy);
	free(whole);
	return valid;
}

/* The same with the key of a node */
static bool
UseSummary(const uint8_t *bytes, size_t length, const Sample *other)
{
	uint8_t    *copy = CopyOf(bytes, length);
	uint8_t		united[SM_SUMMARY_MAX];
	bool		valid = sm_summary_valid(copy, length);

	if (valid)
		UseNode(united, other->reading, copy);
	free(copy);
	return valid;
}

/* Change up to three bytes, most often where the structure is */
static void
Damage(uint8_t *bytes, size_t length)
{
	for (int i = 1 + (int) Random(3); i > 0; i--)
	{
		uint8_t    *at = bytes + Random((uint32_t) (Random(2) ? length : length < 48 ? length : 48));

		if (Random(2))
			*at ^= (uint8_t) (1 << Random(8));
		else
			*at = (uint8_t) Random(256);
	}
}

/* Whole, cut off, with more behind it, and damaged */
static void
TestSample(const Sample *sample, const Sample *other, int *valid)
{
	uint8_t		bytes[(SM_SUMMARY_MAX > SM_READING_MAX ? SM_SUMMARY_MAX : SM_READING_MAX) + 1] = {0};

	Check(UseReading(sample->reading, sample->length, other), "not valid", sample->name, NULL, (int) sample->length);
	Check(UseSummary(sample->node, sample->node_length, other), "node not valid", sample->name, NULL,
		  (int) sample->node_length);
	for (size_t n = 0; n < sample->length; n++)
		Check(!UseReading(sample->reading, n, other), "valid cut off", sample->name, NULL, (int) n);
	for (size_t n = 0; n < sample->node_length; n++)
		Check(!UseSummary(sample->node, n, other), "node valid cut off", sample->name, NULL, (int) n);
	memcpy(bytes, sample->reading, sample->length);
	Check(!UseReading(bytes, sample->length + 1, other), "valid with more", sample->name, NULL, (int) sample->length);
	memcpy(bytes, sample->node, sample->node_length);
	bytes[sample->node_length] = 0;
	Check(!UseSummary(bytes, sample->node_length + 1, other), "node valid with more", sample->name, NULL, 0);
	for (int i = 0; i < 100; i++)
	{
		memcpy(bytes, sample->reading, sample->length);
		Damage(bytes, sample->length);
		*valid += UseReading(bytes, sample->length, other);
		memcpy(bytes, sample->node, sample->node_length);
		Damage(bytes, sample->node_length);
		UseSummary(bytes, sample->node_length, other);
	}
}

/* More candidates or letters than there can be, or none, all of them being there: what no random change hits upon */
static void
TestLimits(void)
{
	static const uint8_t more[2 * SM_CANDIDATES + SM_WORD_MAX] = {0};
	const size_t slot = SM_READING_HEADER + SM_KOREAN_HEADER;
	const size_t word = SM_READING_HEADER + SM_PACK_HEADER;
	uint8_t		reading[SM_READING_MAX];
	uint8_t		bytes[SM_READING_MAX + sizeof(more)];
	size_t		length = (size_t) sm_read(reading, "Kim Chol Su", 11);
	size_t		missing = (size_t) (2 * (SM_CANDIDATES + 1 - reading[slot]));

	memcpy(bytes, reading, slot + 1);
	memcpy(bytes + slot + 1, more, missing);
	memcpy(bytes + slot + 1 + missing, reading + slot + 1, length - slot - 1);
	bytes[slot] = SM_CANDIDATES + 1;
	Check(!sm_reading_valid(bytes, length + missing), "a candidate too many", "Kim Chol Su", NULL, bytes[slot]);
	bytes[slot - 1] = 0;
	Check(!sm_reading_valid(bytes, slot), "no hypothesis", "Kim Chol Su", NULL, 0);

	length = (size_t) sm_read(reading, "Gazprom", 7);
	memcpy(bytes, reading, length);
	memset(bytes + length, 'a', SM_WORD_MAX);
	for (int n = 0; n < 32; n++)
	{
		bytes[word] = (uint8_t) ((reading[word] & ~31) | n);
		Check(sm_reading_valid(bytes, word + SM_PACK_WORD + (size_t) n) == (n >= 2 && n <= SM_WORD_MAX), "letters",
			  "Gazprom", NULL, n);
	}
}

/* A stored reading whose words are not all there does not say, whichever of the two it is */
static void
TestCutWords(void)
{
	uint8_t		reading[SM_READING_MAX];
	uint8_t		other[SM_READING_MAX];
	size_t		length = (size_t) sm_read(reading, "Gazprom Neft", 12);
	size_t		other_length = (size_t) sm_read(other, "Gazprom Marine", 14);

	Check(sm_stored_similarity(reading, length, other, other_length) > 0, "whole", "Gazprom Neft", NULL, 0);
	for (size_t n = 0; n < length; n++)
	{
		uint8_t    *copy = CopyOf(reading, n);

		Check(sm_stored_similarity(copy, n, other, other_length) == SM_DAMAGED, "first cut off", "Gazprom Neft", NULL, (int) n);
		Check(sm_stored_similarity(other, other_length, copy, n) == SM_DAMAGED, "second cut off", "Gazprom Neft", NULL, (int) n);
		free(copy);
	}
}

/* Surnames are numbered apart from given syllables: what is told of slots of one must not be asked of the other */
static void
TestRoles(void)
{
	uint8_t		reading[SM_READING_MAX];
	size_t		length = (size_t) sm_read(reading, "Kim Chol Su", 11);
	SmParts		parts;
	uint8_t    *slots;

	sm_unpack(&parts, reading);
	slots = reading + SM_READING_HEADER + SM_KOREAN_HEADER;
	for (int i = 0; i < parts.slots; i++)
		slots += 1 + 2 * *slots;
	Check(parts.part[0].has_surname && sm_reading_valid(reading, length), "valid", "Kim Chol Su", NULL, 0);
	/* a hypothesis begins with two bytes and the place of its surname */
	slots[3] = slots[2];
	Check(!sm_reading_valid(reading, length), "a surname as a given name", "Kim Chol Su", NULL, slots[2]);
}

/* Other names come with another seed: damage 7 */
int
main(int argc, char **argv)
{
	static Sample sample[2];
	bool		loaded = LoadTable(&surnames, "src/data/surname_spellings.tsv") &&
		LoadTable(&givens, "src/data/syllable_spellings.tsv");
	int			valid = 0;

	if (argc > 1)
		seed ^= (uint32_t) strtoul(argv[1], NULL, 10) << 8;
	Check(loaded, "no spellings in src/data", "", NULL, 0);
	if (loaded)
	{
		MakeSample(&sample[0]);
		for (int i = 1; i <= 400; i++)
		{
			MakeSample(&sample[i % 2]);
			TestSample(&sample[i % 2], &sample[1 - i % 2], &valid);
		}
		TestLimits();
		TestCutWords();
		TestRoles();
		Check(valid > 1000, "too few pass to say much", "", NULL, valid);
	}
	return Finish("damage");
}
