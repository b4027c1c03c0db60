/* What stands beside names: every row of the tables is found or left out for a reason, and cases of each script */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <unicode/utf8.h>

#include "data/beside_table.h"
#include "data/phrase_table.h"
#include "name/text/fold.h"
#include "name/text/script.h"
#include "name/text/text.h"
#include "name/text/unicode.h"
#include "name/words/beside.h"

#define TOKENS_MOST 64
#define ROWS_MOST 40000
#define KINDS "-TARPLISVBOG"

static int	passed;
static int	failed;

static void
Check(bool ok, const char *what, const char *text)
{
	if (ok)
		passed++;
	else if (++failed < 200)
		printf("%s: \"%s\"\n", what, text);
}

/* A field cut into words: where they start and end, and their numbers */
typedef struct Field
{
	SmText		text;
	int			count;
	int			from[TOKENS_MOST];
	int			to[TOKENS_MOST];
	uint16_t	word[TOKENS_MOST];
} Field;

/* Digits are a script of their own */
static int
ScriptOf(uint32_t c)
{
	if (c >= '0' && c <= '9')
		return SM_SCRIPTS + 1;
	if (c >= 0x80 && (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)) && sm_is_part(c))
		return SM_SCRIPT_LATIN;
	if (c == 0x3005)
		return SM_SCRIPT_HANJA;
	return sm_is_part(c) ? (int) sm_script_of(c) : -1;
}

/* Cut a field as a reader of fields does */
static void
CutField(Field *field, const char *utf8)
{
	SmText	   *text = &field->text;

	sm_text_fold(text, utf8, strlen(utf8));
	field->count = 0;
	for (int i = 0; i < text->length && field->count < TOKENS_MOST;)
	{
		int			script = ScriptOf(text->cp[i]);
		int			from = i++;

		if (script < 0)
			continue;
		while (i < text->length && (ScriptOf(text->cp[i]) == script || text->cp[i] == '\'' ||
									(text->cp[i] == '"' && script == SM_SCRIPT_NONE)))
			i++;
		field->from[field->count] = from;
		field->to[field->count] = i;
		field->word[field->count++] = script > SM_SCRIPTS ? SM_BESIDE_NUMBER :
			sm_beside_word(text->cp + from, i - from);
	}
}

/* A set of words read from a column of a table */
typedef struct Set
{
	int			count;
	char		word[ROWS_MOST][64];
} Set;

/* A word as the tables of spellings have it, in base letters, without apostrophes */
static void
Plain(char *out, const char *utf8)
{
	int32_t		length = (int32_t) strlen(utf8);
	int32_t		n = 0;

	for (int32_t i = 0; i < length && n < 56;)
	{
		UChar32		c;

		U8_NEXT((const uint8_t *) utf8, i, length, c);
		if (c != '\'' && c > 0)
			U8_APPEND_UNSAFE(out, n, c < 0x2000 ? (int32_t) sm_base_letter((uint32_t) c) : c);
	}
	out[n] = '\0';
	for (char *s = out; *s; s++)
		*s = (char) tolower((unsigned char) *s);
}

/* The columns of a line of a table; false for a comment */
static bool
Split(char *line, char *column[8])
{
	line[strcspn(line, "\r\n")] = '\0';
	if (line[0] == '#' || line[0] == '\0')
		return false;
	for (int i = 0; i < 8; i++)
	{
		column[i] = line;
		line += strcspn(line, "\t");
		if (*line == '\t')
			*line++ = '\0';
	}
	return true;
}

static void
ReadSet(Set *set, const char *path, int at)
{
	FILE	   *file = fopen(path, "r");
	char		line[1024];
	char	   *column[8];

	while (file && fgets(line, sizeof(line), file))
		if (Split(line, column) && set->count < ROWS_MOST)
			Plain(set->word[set->count++], column[at]);
	Check(file != NULL && set->count > 0, "no such table", path);
	if (file)
		fclose(file);
}

static bool
IsIn(const Set *set, const char *word)
{
	for (int i = 0; i < set->count; i++)
		if (strcmp(set->word[i], word) == 0)
			return true;
	return false;
}

static Set	spellings;
static Set	kept;
static Set	persons;

/* May a phrase that is not found be left out?  Only a single word, but for what parts names */
static bool
MayLackIt(const Field *field, char kind)
{
	char		word[256];
	char		plain[256];
	int32_t		n = 0;
	int			letters = field->count > 0 ? field->to[0] - field->from[0] : 0;

	if (field->count != 1)
		return kind == 'S';
	for (int i = field->from[0]; i < field->to[0]; i++)
		U8_APPEND_UNSAFE(word, n, field->text.cp[i]);
	word[n] = '\0';
	Plain(plain, word);
	return !IsIn(&kept, plain) && (letters == 1 || IsIn(&spellings, plain) || IsIn(&persons, plain) ||
								   (unsigned char) plain[0] >= 0xD0);
}

/* Write a phrase with 7 for the number and "and" for & */
static void
Write(char *out, size_t size, const char *phrase)
{
	size_t		n = 0;

	for (const char *s = phrase; *s && n + 8 < size; s++)
		n += (size_t) snprintf(out + n, size - n, *s == '#' ? "7" : *s == '&' ? " and " : "%c", *s);
	out[n] = '\0';
}

/* Is something glued to a name in its script found on either side where it may stand? */
static void
CheckGlued(const char *phrase, const char *stands, char kind)
{
	static Field field;
	static const char *const name[] = {"김정은", "金正恩", "キムジョンウン", "คิมจองอึน"};
	SmBeside	found;
	char		glued[256];
	int			n;

	CutField(&field, phrase);
	n = field.to[0];
	if (field.count != 1 || n > SM_GLUED_MOST || (n == 1 && !IsIn(&kept, phrase)))
		return;
	for (int i = 0; i < 4; i++)
	{
		snprintf(glued, sizeof(glued), "%s%s", name[i], phrase);
		CutField(&field, glued);
		if (field.count != 1)
			continue;
		if (strncmp(stands, "front", 5) != 0)
			Check(sm_beside_suffix(&found, field.text.cp, field.text.length) && found.length >= n &&
				  (found.length > n || strchr(KINDS, kind)[0] == KINDS[found.kind]), "not found behind a name", glued);
		snprintf(glued, sizeof(glued), "%s%s", phrase, name[i]);
		CutField(&field, glued);
		if (strncmp(stands, "behind", 6) != 0)
			Check(sm_beside_prefix(&found, field.text.cp, field.text.length) && found.length >= n &&
				  (found.length > n || KINDS[found.kind] == kind), "not found in front of a name", glued);
	}
}

/* A row of the table by hand: the whole phrase is found, with its kind */
static void
TestRow(char kind, const char *phrase, const char *stands)
{
	static Field field;
	SmBeside	found;
	char		text[256];

	Write(text, sizeof(text), phrase);
	CutField(&field, text);
	if (sm_beside_find(&found, field.word, field.count, SM_BESIDE_ONLY) && found.length == field.count)
	{
		Check(KINDS[found.kind] == kind, "another kind", phrase);
		Check(!(found.stands & SM_BESIDE_AND) == (strcmp(stands, "and") != 0), "parts words of companies or not", phrase);
		Check(found.number == (strchr(phrase, '#') != NULL), "with a number or without", phrase);
		Check(!(found.stands & SM_BESIDE_FRONT) == (strncmp(stands, "behind", 6) == 0), "stands elsewhere", phrase);
		Check(!(found.stands & SM_BESIDE_BEHIND) == (strncmp(stands, "front", 5) == 0), "stands elsewhere", phrase);
		if (stands[strlen(stands) - 1] == '+')
			CheckGlued(text, stands, kind);
	}
	else
		Check(MayLackIt(&field, kind), "not found", phrase);
}

static void
TestTable(void)
{
	FILE	   *file = fopen("src/data/beside.tsv", "r");
	char		line[512];
	char	   *column[8];
	int			rows = 0;

	while (file && fgets(line, sizeof(line), file))
		if (Split(line, column))
		{
			TestRow(column[0][0], column[1], column[2]);
			rows++;
		}
	Check(rows > 1500, "few rows", "beside.tsv");
	if (file)
		fclose(file);
}

/* Towns are found too, as whatever the table by hand says of them, but for those that are names of persons */
static void
TestPlaces(void)
{
	FILE	   *file = fopen("src/data/places.tsv", "r");
	char		line[512];
	char	   *column[8];

	while (file && fgets(line, sizeof(line), file))
	{
		static Field field;
		SmBeside	found;

		if (!Split(line, column))
			continue;
		CutField(&field, column[0]);
		Check((sm_beside_find(&found, field.word, field.count, 0) && found.length == field.count) ||
			  MayLackIt(&field, 'P'), "not found", column[0]);
	}
	Check(file != NULL, "no such table", "places.tsv");
	if (file)
		fclose(file);
}

/* No word by itself spells a Korean syllable in Latin letters, but those that are kept */
static void
TestSpellings(void)
{
	for (int i = 0; i < spellings.count; i++)
	{
		static Field field;
		const char *word = spellings.word[i];
		SmBeside	found;

		CutField(&field, word);
		if (field.count == 1 && sm_beside_find(&found, field.word, 1, SM_BESIDE_OF_SHIP))
			Check(IsIn(&kept, word), "spells a syllable", word);
	}
}

/* The titles that the reader of Latin names knows are titles here */
static void
TestTitles(void)
{
	for (int i = 0; i < sm_title_count; i++)
	{
		static Field field;
		SmBeside	found;

		CutField(&field, sm_titles[i]);
		Check(sm_beside_find(&found, field.word, field.count, 0) && found.kind == SM_BESIDE_TITLE, "no title",
			  sm_titles[i]);
	}
}

/* A field and what is found in it from left to right, kinds of words: - for what is none; glued ones in brackets */
static const char *const cases[][2] = {
	{"Vice Chairman KIM Jong Un", "TT---"}, {"KIM Jong Un (DPRK)", "---P"}, {"c/o KIM Jong Un", "LL---"},
	{"M/V CHONG CHON GANG", "BB---"}, {"MV Chong Chon Gang", "B---"}, {"M.V. Chong Chon Gang IMO 7937317", "BB---I-"},
	{"KIM Jong Un a.k.a. KIM Chol", "---S--"}, {"KIM Jong Un aka KIM Chol", "---S--"},
	{"Mme RI Sol Ju née RI", "T---S-"},
	{"payment for invoice 7 KIM", "VVV--"}, {"Lt. Col. PAK Chol", "TT--"}, {"Ph.D. KIM", "TT-"}, {"PhD KIM", "T-"},
	{"KIM Jong Un, passport no 123", "---II-"}, {"KUMGANG BANK, SHANGHAI BRANCH", "PGPO"}, {"KIM and Sons", "-GG"},
	{"Democratic People's Republic of Korea", "PPPPP"}, {"dr KIM f/b/o RI", "T-L-"},
	{"KIM Jong Un Trading Co Ltd", "---GGG"},
	{"김정은 위원장", "-T"}, {"국무위원회 제1부위원장 김정은", "TTTT-"}, {"예금주 김정은", "L-"}, {"김정은 외 3명", "-RRR"},
	{"金正恩 總書記", "-T"}, {"受益人 金正恩", "L-"}, {"金正恩さん", "-T"}, {"キム・ジョンウン委員長", "--T"},
	{"тов. Ким Чен Ын", "T---"}, {"г-н Ким Чен Ын", "TT---"}, {"генерал-полковник Ким", "TT-"},
	{"получатель Ким", "L-"},
	{"т/х Чончхонган", "BB-"}, {"т/х CHONG CHON GANG", "BB---"}, {"г-н KIM Jong Un", "TT---"},
	{"тов. KIM Jong Un", "T---"}, {"KIM Jong Un (г. Пхеньян)", "---PP"}, {"NA Sang-Ho 7", "----"},
	{"KIM Jong Un", "---"}, {"김정은", "-"}, {"金正恩", "-"}, {"Ким Чен Ын", "---"}
};

static void
TestCase(const char *text, const char *kinds)
{
	static Field field;
	char		got[TOKENS_MOST + 1] = "";

	CutField(&field, text);
	for (int i = 0; i < field.count;)
	{
		SmBeside	found;
		int			n = sm_beside_find(&found, field.word + i, field.count - i, 0) ? found.length : 1;

		for (int k = 0; k < n; k++)
			got[i + k] = KINDS[found.kind];
		i += n;
	}
	got[field.count] = '\0';
	Check(strcmp(got, kinds) == 0, got, text);
}

/* A word and how much of it is glued behind and in front */
static const struct
{
	const char *word;
	int			behind;
	int			front;
}			glued[] = {
	{"김정은위원장", 3, 0}, {"국무위원장김정은", 0, 5}, {"김정은씨", 1, 0}, {"김정은님", 1, 0}, {"고김정은", 0, 1}, {"고은영", 0, 0},
	{"김님", 0, 0}, {"김부장", 0, 0}, {"정은님", 1, 0}, {"김정은", 0, 0}, {"김양군", 0, 0}, {"김정은동지", 2, 0}, {"조선김정은", 0, 2},
	{"金正恩先生", 2, 0}, {"金正恩總書記", 3, 0}, {"朝鲜劳动党总书记金正恩", 0, 5}, {"金正恩氏", 1, 0}, {"金正恩様", 1, 0}, {"故金正日", 0, 1},
	{"金氏", 0, 0}, {"キムジョンウンさん", 2, 0}, {"김일성종합대학", 4, 0}, {"金正恩贸易有限公司", 6, 0}
};

static void
TestGlued(void)
{
	for (size_t i = 0; i < sizeof(glued) / sizeof(glued[0]); i++)
	{
		static Field field;
		SmBeside	found;
		int			n;

		CutField(&field, glued[i].word);
		n = sm_beside_suffix(&found, field.text.cp, field.text.length) ? found.length : 0;
		Check(n == glued[i].behind, "behind", glued[i].word);
		n = sm_beside_prefix(&found, field.text.cp, field.text.length) ? found.length : 0;
		Check(n == glued[i].front, "in front", glued[i].word);
	}
}

int
main(void)
{
	ReadSet(&spellings, "src/data/syllable_spellings.tsv", 1);
	ReadSet(&spellings, "src/data/surname_spellings.tsv", 1);
	ReadSet(&spellings, "src/data/orthography_syllables.tsv", 3);
	ReadSet(&spellings, "src/data/mandarin_syllables.tsv", 3);
	ReadSet(&kept, "src/data/beside_kept.tsv", 0);
	ReadSet(&persons, "src/data/beside_names.tsv", 0);
	TestTable();
	TestPlaces();
	TestSpellings();
	TestTitles();
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		TestCase(cases[i][0], cases[i][1]);
	TestGlued();
	printf("beside: %d passed, %d failed\n", passed, failed);
	return failed > 0;
}
