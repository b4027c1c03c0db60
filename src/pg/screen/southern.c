/* sanct_page_south(): how the South writes and spells the name of a Korean that is told as the North does */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "data/spelling_table.h"
#include "name/slot.h"
#include "pg/base/compat.h"
#include "pg/base/encoding.h"

PG_FUNCTION_INFO_V1(sanct_page_south);

/* Longest spelling of a syllable, and name of a person in syllables */
#define SPELLING_MAX 16
#define SYLLABLES_MAX 5
/* Of Hangul: first syllable, onsets that the South drops or turns, and the one that stands for none */
#define HANGUL_FIRST 0xAC00
#define HANGUL_LAST 0xD7A3
#define ONSET_N 2
#define ONSET_R 5
#define ONSET_NONE 11
#define OF_ONSET 588
#define OF_NUCLEUS 28

/* The spelling of a syllable that is sought */
typedef struct Sought
{
	bool		surname;
	int			id;				/* of the syllable */
	int			system;
	int			cost;			/* of the likeliest so far */
	char		spelling[SPELLING_MAX + 1]; /* empty: there is none yet */
} Sought;

/* The number of the system by its title; -1 = there is none */
static int
SystemOf(const char *title)
{
	for (int i = 0; i < SM_SYSTEMS; i++)
		if (strcmp(sm_system_titles[i], title) == 0)
			return i;
	return -1;
}

/* Take a spelling if it is a likelier one of the syllable; its number is one more than its index, 0 = it is none */
static void
TakeSpelling(Sought *sought, int number, const char *spelling)
{
	if (number == 0)
		return;
	for (uint32 k = sm_spelling_start[number - 1]; k < sm_spelling_start[number]; k++)
	{
		SmSlot		slot = SM_SPELLED_SLOT(k);

		if ((int) SM_SPELLED_SYSTEM(k) != sought->system || !sm_slot_has_syllables(slot))
			continue;
		for (int i = 1; i <= slot[0]; i++)
		{
			/* of all names that have the syllable so many are spelt so */
			int			cost = sm_spelled_cost[k] - SM_BIT / 8 * sm_candidate_lift(slot[i]);

			if (sm_candidate_id(slot[i]) != sought->id || (sought->spelling[0] != '\0' && cost >= sought->cost))
				continue;
			sought->cost = cost;
			strlcpy(sought->spelling, spelling, sizeof(sought->spelling));
		}
	}
}

/* Look through the spellings that begin with so many letters of one */
static void
SeekSpelling(Sought *sought, const SmTrieNode *node, char *spelling, int length)
{
	int			child = node->first;

	spelling[length] = '\0';
	TakeSpelling(sought, sought->surname ? node->surname : node->given, spelling);
	for (int code = 0; code < 32; code++)
	{
		const char *letters = sm_plain[SM_ROOT_LATIN][code];

		if (!(node->children & (UINT32_C(1) << code)))
			continue;
		if (length + strlen(letters) <= SPELLING_MAX)
		{
			memcpy(&spelling[length], letters, strlen(letters));
			SeekSpelling(sought, &sm_trie[child], spelling, length + strlen(letters));
		}
		child++;
	}
}

/* Append how the South mostly spells a syllable, or a surname of two; false: it is no syllable of names */
static bool
AppendUsual(StringInfo usual, const uint32 *hangul, int count, bool surname)
{
	const SmSyllable *table = surname ? sm_surname : sm_given;
	Sought		sought = {.surname = surname, .id = -1, .system = SystemOf("South Korean ad hoc")};
	char		spelling[SPELLING_MAX + 1];

	for (int i = 0; i < (surname ? SM_SURNAMES : SM_GIVEN); i++)
		if (table[i].hangul[0] == hangul[0] && table[i].hangul[1] == (count > 1 ? hangul[1] : 0))
			sought.id = i;
	if (sought.id < 0)
		return false;
	SeekSpelling(&sought, &sm_trie[SM_ROOT_LATIN], spelling, 0);
	appendStringInfoString(usual, sought.spelling);
	return sought.spelling[0] != '\0';
}

/* A name as the South mostly spells it, Lee Kang-in, by its syllables; NULL: it is no name of a person */
static char *
UsualOf(const uint32 *hangul, int count)
{
	StringInfoData usual;
	int			surname = 1;

	initStringInfo(&usual);
	if (count > 2 && AppendUsual(&usual, hangul, 2, true))
		surname = 2;
	else if (count < 2 || !AppendUsual(&usual, hangul, 1, true))
		return NULL;
	usual.data[0] = pg_toupper(usual.data[0]);
	for (int i = surname; i < count; i++)
	{
		int			at = usual.len + 1;

		appendStringInfoChar(&usual, i == surname ? ' ' : '-');
		if (!AppendUsual(&usual, &hangul[i], 1, false))
			return NULL;
		if (i == surname)
			usual.data[at] = pg_toupper(usual.data[at]);
	}
	return usual.data;
}

/* A syllable at the beginning of a word as the South writes it: without an n or r that it does not say there */
static uint32
SouthernOf(uint32 syllable)
{
	/* ya, yo, ye, yo, yu, i: before these neither is said, before others r is n */
	static const uint32 palatal = 1 << 2 | 1 << 6 | 1 << 7 | 1 << 12 | 1 << 17 | 1 << 20;
	uint32		onset = (syllable - HANGUL_FIRST) / OF_ONSET;
	uint32		nucleus = (syllable - HANGUL_FIRST) % OF_ONSET / OF_NUCLEUS;
	uint32		said = onset;

	if ((onset == ONSET_N || onset == ONSET_R) && (palatal >> nucleus & 1))
		said = ONSET_NONE;
	else if (onset == ONSET_R)
		said = ONSET_N;
	return syllable + said * OF_ONSET - onset * OF_ONSET;
}

/* The syllables of a name that is all Hangul; 0: it is not, or has too many */
static int
SyllablesOf(uint32 hangul[SYLLABLES_MAX], const char *utf8)
{
	int			count = 0;

	for (; *utf8 != '\0'; utf8 += 3)
	{
		uint32		c = (utf8[0] & 0xF0) == 0xE0 ? utf8_to_unicode((const unsigned char *) utf8) : 0;

		if (c < HANGUL_FIRST || c > HANGUL_LAST || count == SYLLABLES_MAX)
			return 0;
		hangul[count++] = c;
	}
	return count;
}

/* The Hangul of a name as the South writes it, and its usual spelling there, see its comment in SQL */
Datum
sanct_page_south(PG_FUNCTION_ARGS)
{
	uint32		hangul[SYLLABLES_MAX];
	int			count = SyllablesOf(hangul, SanctTextToUtf8(PG_GETARG_TEXT_PP(0)));
	char	   *usual = UsualOf(hangul, count);
	StringInfoData south;

	if (usual == NULL)
		PG_RETURN_NULL();
	initStringInfo(&south);
	for (int i = 0; i < count; i++)
	{
		unsigned char utf8[4] = {0};

		unicode_to_utf8(i < 2 ? SouthernOf(hangul[i]) : hangul[i], utf8);
		appendStringInfoString(&south, (const char *) utf8);
	}
	PG_RETURN_ARRAYTYPE_P(construct_array((Datum[]) {
		PointerGetDatum(SanctUtf8ToText(south.data)), CStringGetTextDatum(usual)
	}, 2, TEXTOID, -1, false, TYPALIGN_INT));
}
