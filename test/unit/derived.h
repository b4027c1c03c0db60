#ifndef DERIVED_H
#define DERIVED_H

/*
 * Random names derived from others, respelt, damaged, shortened and mixed, for tests of what finds names; and memory
 * for indexes of them.  Programs run from the top of the project, whose TSV are read.
 */
#include <stdlib.h>

#include "name/lookup/names_index.h"
#include "names.h"

#define WORDS_MAX 8000

/* Known words; those of one meaning name it alike */
typedef struct KnownWord
{
	char		text[32];
	char		meaning[32];
} KnownWord;

static KnownWord words[WORDS_MAX];
static int	word_count;

static bool
LoadWords(const char *path)
{
	FILE	   *file = fopen(path, "r");
	char		line[256];

	if (file == NULL)
		return false;
	while (fgets(line, sizeof(line), file) != NULL && word_count < WORDS_MAX)
	{
		KnownWord  *word = &words[word_count];

		word->meaning[0] = '\0';
		if (sscanf(line, "%31[^\t#\n]\t%*[^\t]\t%31[^\t\n]", word->text, word->meaning) >= 1)
			word_count++;
	}
	fclose(file);
	return word_count > 0;
}

/* Parts of a name between blanks, as they are damaged */
#define PARTS_MAX 24

typedef struct Parts
{
	int			count;
	char		part[PARTS_MAX][64];
} Parts;

static void
Cut(Parts *parts, const char *name)
{
	parts->count = 0;
	while (*name && parts->count < PARTS_MAX)
	{
		size_t		length = strcspn(name, " ");

		if (length > 0)
			snprintf(parts->part[parts->count++], 64, "%.*s", (int) (length < 40 ? length : 40), name);
		name += length + strspn(name + length, " ");
	}
}

static void
Paste(char *name, const Parts *parts)
{
	name[0] = '\0';
	for (int i = 0; i < parts->count; i++)
	{
		if (i > 0)
			Append(name, " ");
		Append(name, parts->part[i]);
	}
}

/* A word: known, or syllables that mean nothing */
static void
RandomWord(char *word)
{
	static const char *const bits[] = {
		"ka", "bor", "mi", "tchen", "sch", "wu", "lee", "x", "an", "o", "rut", "phi", "zen", "ia", "gh", "dj", "sky",
		"vi"
	};

	word[0] = '\0';
	if (Random(3) > 0)
		strcpy(word, words[Random(Random(2) ? 400 : (uint32_t) word_count)].text);
	else
		for (uint32_t n = 1 + Random(4); n > 0; n--)
			strcat(word, bits[Random(sizeof(bits) / sizeof(bits[0]))]);
}

/* Remove a part */
static void
RemovePart(Parts *parts, int at)
{
	memmove(parts->part[at], parts->part[at + 1], (size_t) (parts->count - at - 1) * 64);
	parts->count--;
}

/* One slip of the pen, in a letter that stays one byte */
static void
DamageLetter(char *part)
{
	int			length = (int) strlen(part);
	int			at;

	if (length < 2 || length > 50)
		return;
	at = (int) Random((uint32_t) length);
	switch (Random(4))
	{
		case 0:
			part[at] = "aeiouhkcgtdsznmlr"[Random(17)];
			break;
		case 1:
			memmove(part + at, part + at + 1, (size_t) (length - at));
			break;
		case 2:
			memmove(part + at + 1, part + at, (size_t) (length - at) + 1);
			part[at] = "aeiouhkcgtdsznmlr"[Random(17)];
			break;
		default:
			if (at > 0)
			{
				char		swap = part[at];

				part[at] = part[at - 1];
				part[at - 1] = swap;
			}
	}
}

/* Another spelling of the same sound */
static void
Respell(char *part)
{
	static const char *const pairs[][2] = {
		{"k", "c"}, {"f", "ph"}, {"u", "ou"}, {"i", "ee"}, {"v", "w"}, {"ts", "z"}, {"ch", "tch"}, {"y", "i"},
		{"h", "kh"},
		{"s", "ss"}, {"ya", "ia"}, {"e", "ai"}, {"j", "dj"}
	};
	const char *const *pair = pairs[Random(sizeof(pairs) / sizeof(pairs[0]))];
	int			way = (int) Random(2);
	char	   *at = strstr(part, pair[way]);
	char		copy[64];

	if (at == NULL || strlen(part) > 50)
		return;
	snprintf(copy, sizeof(copy), "%.*s%s%s", (int) (at - part), part, pair[!way], at + strlen(pair[way]));
	strcpy(part, copy);
}

/* A word of the same meaning, if one stands near in the table */
static void
Translate(char *part)
{
	int			from = (int) Random((uint32_t) word_count);

	for (int i = 0; i < word_count; i++)
		if (strcmp(words[i].text, part) == 0 && words[i].meaning[0])
			for (int k = 0; k < word_count; k++)
			{
				const KnownWord *other = &words[(from + k) % word_count];

				if (strcmp(other->meaning, words[i].meaning) == 0)
				{
					strcpy(part, other->text);
					return;
				}
			}
}

/* Change the words of a name: put in, take out, turn round, join, cut, shorten to initials */
static void
ChangeWords(Parts *parts, int at)
{
	static const char *const more[] = {"Ltd", "LLC", "7", "12", "Co", "of", "A", "J.", "bin", "al"};
	char	   *part = parts->part[at];
	size_t		length = strlen(part);
	char		copy[64];

	switch (Random(8))
	{
		case 0:
			if (parts->count > 1)
				RemovePart(parts, at);
			break;
		case 1:
			if (parts->count < PARTS_MAX)
				RandomWord(parts->part[parts->count++]);
			break;
		case 2:
			if (parts->count < PARTS_MAX)
				strcpy(parts->part[parts->count++], more[Random(sizeof(more) / sizeof(more[0]))]);
			break;
		case 3:
			if (at + 1 < parts->count && length + strlen(parts->part[at + 1]) < 50)
			{
				memcpy(part + length, parts->part[at + 1], strlen(parts->part[at + 1]) + 1);
				RemovePart(parts, at + 1);
			}
			break;
		case 4:
			if (length > 3 && parts->count < PARTS_MAX)
			{
				int			cut = 1 + (int) Random((uint32_t) length - 2);

				memmove(parts->part[at + 1], parts->part[at], (size_t) (parts->count - at) * 64);
				parts->count++;
				parts->part[at][cut] = '\0';
				memmove(parts->part[at + 1], parts->part[at + 1] + cut, length - (size_t) cut + 1);
			}
			break;
		case 5:
			part[1] = '\0';
			break;
		case 6:
			memcpy(copy, part, sizeof(copy));
			memmove(part, parts->part[0], sizeof(copy));
			memcpy(parts->part[0], copy, sizeof(copy));
			break;
		default:
			if (length < 50)
				strcat(part, ",");
	}
}

/* A name derived from another by a few changes */
static void
Derive(char *name, const char *from)
{
	Parts		parts;
	uint32_t	changes = Random(4);

	Cut(&parts, from);
	for (; changes > 0 && parts.count > 0; changes--)
	{
		int			at = (int) Random((uint32_t) parts.count);

		switch (Random(6))
		{
			case 0:
			case 1:
				DamageLetter(parts.part[at]);
				break;
			case 2:
				Respell(parts.part[at]);
				break;
			case 3:
				Translate(parts.part[at]);
				break;
			default:
				ChangeWords(&parts, at);
		}
	}
	Paste(name, &parts);
}

/* A name of words, or any other */
static void
BaseName(char *name)
{
	name[0] = '\0';
	if (Random(5) < 2)
	{
		RandomName(name);
		return;
	}
	for (uint32_t n = 1 + Random(Random(6) ? 4 : 8); n > 0; n--)
	{
		char		word[64];

		RandomWord(word);
		if (Random(12) == 0)
			word[1] = '\0';
		if (name[0])
			Append(name, Random(6) ? " " : ", ");
		Append(name, word);
	}
}

/* Memory of matchers: given back all at once */
static void *blocks[64];
static int	block_count;

static void *
Allocate(size_t size)
{
	void	   *block = malloc(size);

	if (block == NULL || block_count == 64)
		abort();
	blocks[block_count++] = block;
	return block;
}

static void
Release(void *memory)
{
	int			i = block_count;

	while (i-- > 0 && blocks[i] != memory)
		;
	if (i < 0)
		abort();
	free(memory);
	blocks[i] = blocks[--block_count];
}

static void
Pause(void)
{
}

static const SmMemory memory = {Allocate, Release, Pause};

static void
FreeAll(void)
{
	while (block_count > 0)
		free(blocks[--block_count]);
}

/* Add the reading of a member to those that are kept; return where the next one may start */
static uint32_t
KeepMember(uint8_t *kept, uint32_t end, uint32_t *offset, const uint8_t *reading, int length)
{
	*offset = end;
	memcpy(kept + (size_t) SM_READING_UNIT * end, reading, (size_t) length);
	return end + ((uint32_t) length + SM_READING_UNIT - 1) / SM_READING_UNIT;
}

#endif
