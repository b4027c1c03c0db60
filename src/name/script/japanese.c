/*
 * Japanese names in characters as Latin letters: surname and given name are those of a dictionary, for characters are
 * read in many ways.  A name of which the dictionary lacks a part is not read.
 */
#include "name/script/japanese.h"

#include <stddef.h>

#include "data/japanese_name_table.h"
#include "name/script/letters.h"
#include "name/table.h"
#include "name/text/script.h"

/* Characters of a surname and a given name */
#define NAME_MOST (2 * SM_JAPANESE_CHARACTERS)
/* Repeats the character before it */
#define REPEATED 0x3005

/* The characters of a name, and where a blank parts them, 0 = nowhere */
typedef struct Characters
{
	int			count;
	int			parted;
	uint32_t	c[NAME_MOST];
} Characters;

/* Gather the characters of a text; false if it holds anything else but blanks and dots */
static bool
GatherCharacters(Characters *name, const SmText *text)
{
	*name = (Characters) {0};
	for (int i = 0; i < text->length; i++)
	{
		uint32_t	c = text->cp[i];

		if (!sm_is_part(c))
		{
			if (name->count > 0 && name->parted == 0)
				name->parted = name->count;
			continue;
		}
		if (c == REPEATED && name->count > 0)
			c = name->c[name->count - 1];
		if (!sm_is_hanja(c) || c > 0xFFFF || name->count == NAME_MOST)
			return false;
		name->c[name->count++] = c;
	}
	return name->count > 1;
}

/* The row of so many characters, NULL = there is none */
static const SmJapaneseName *
FindJapanese(const SmJapaneseName *rows, int row_count, const uint32_t *c, int count)
{
	uint64_t	key = 0;

	if (count < 1 || count > SM_JAPANESE_CHARACTERS)
		return NULL;
	for (int i = 0; i < SM_JAPANESE_CHARACTERS; i++)
		key = key << 16 | (i < count ? c[i] : 0);
	return sm_table_find(rows, row_count, sizeof(SmJapaneseName), sm_key_64, key);
}

/* A surname and a given name */
typedef struct JapaneseName
{
	const SmJapaneseName *surname;
	const SmJapaneseName *given;
} JapaneseName;

/* Part a name after so many characters; false if one of the parts is none */
static bool
PartAfter(JapaneseName *parts, const Characters *name, int surname)
{
	parts->surname = FindJapanese(sm_japanese_surnames, sm_japanese_surname_count, name->c, surname);
	parts->given = FindJapanese(sm_japanese_givens, sm_japanese_given_count, name->c + surname, name->count - surname);
	return parts->surname != NULL && parts->given != NULL;
}

/* Part a name where a blank does or, without one, after two characters, one or three */
static bool
PartName(JapaneseName *parts, const Characters *name)
{
	static const int order[] = {2, 1, 3, 4};

	if (name->parted > 0 && name->parted < name->count)
		return PartAfter(parts, name, name->parted);
	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++)
		if (order[i] < name->count && PartAfter(parts, name, order[i]))
			return true;
	return false;
}

/* Append a reading: the one asked for or, if there is none, the first */
static void
AppendReading(SmText *out, const SmJapaneseName *row, int reading)
{
	uint32_t	at = row->reading[reading] != 0 ? row->reading[reading] : row->reading[0];

	sm_transcript_append(out, sm_japanese_pool + at, false);
}

/* Transcribe a name by the first or the second reading of its given name, else of its surname; false: it has none */
bool
sm_japanese_transcribe(SmText *out, const SmText *text, int reading)
{
	Characters	name;
	JapaneseName parts;

	if (!GatherCharacters(&name, text) || !PartName(&parts, &name))
		return false;
	if (reading > 0 && parts.given->reading[1] == 0 && parts.surname->reading[1] == 0)
		return false;
	sm_transcript_start(out, text);
	AppendReading(out, parts.surname, parts.given->reading[1] == 0 ? reading : 0);
	sm_transcript_add(out, ' ', false);
	AppendReading(out, parts.given, reading);
	return true;
}
