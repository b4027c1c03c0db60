/* How the South writes and spells the name of a Korean that is told as the North does */
#include "name/korean/southern.h"

#include <string.h>

#include "data/spelling_table.h"
#include "name/korean/trie.h"
#include "name/slot.h"
#include "name/text/syllable.h"
#include "name/text/text.h"

/* The system by which South Koreans spell their own names */
#define USUAL_TITLE "South Korean ad hoc"
/* Codes of letters below a node */
#define CODES 32

/* The spelling of a syllable that is sought */
typedef struct Sought
{
	bool		surname;
	int			id;				/* of the syllable */
	int			system;
	int			cost;			/* of the likeliest so far */
	char		spelling[SM_SOUTH_SPELLING + 1];	/* empty: there is none yet */
} Sought;

/* The number of the usual system; -1 = there is none */
static int
UsualSystem(void)
{
	for (int i = 0; i < SM_SYSTEMS; i++)
		if (strcmp(sm_system_titles[i], USUAL_TITLE) == 0)
			return i;
	return -1;
}

/* Take a spelling if it is a likelier one of the syllable; its number is one more than its index, 0 = it is none */
static void
TakeSpelling(Sought *sought, int number, const char *spelling)
{
	if (number == 0)
		return;
	for (uint32_t k = sm_spelling_start[number - 1]; k < sm_spelling_start[number]; k++)
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
			strcpy(sought->spelling, spelling);
		}
	}
}

/* Look through the spellings that begin with so many letters of one, and are no longer than may be */
static void
SeekSpelling(Sought *sought, int node, char *spelling, size_t length)
{
	spelling[length] = '\0';
	TakeSpelling(sought, sought->surname ? sm_trie[node].surname : sm_trie[node].given, spelling);
	for (int code = 0; code < CODES; code++)
	{
		int			child = sm_trie_child(node, code);
		const char *letters = child != 0 ? sm_plain[SM_ROOT_LATIN][code] : "";

		if (child == 0 || length + strlen(letters) > SM_SOUTH_SPELLING)
			continue;
		memcpy(&spelling[length], letters, strlen(letters));
		SeekSpelling(sought, child, spelling, length + strlen(letters));
	}
}

/* Append how the South mostly spells a syllable, or a surname of two; false: it is no syllable of names */
static bool
AppendUsual(char *usual, const uint32_t *hangul, int count, bool surname)
{
	const SmSyllable *table = surname ? sm_surname : sm_given;
	Sought		sought = {.surname = surname, .id = -1, .system = UsualSystem()};
	char		spelling[SM_SOUTH_SPELLING + 1];

	for (int i = 0; i < (surname ? SM_SURNAMES : SM_GIVEN); i++)
		if (table[i].hangul[0] == hangul[0] && table[i].hangul[1] == (count > 1 ? hangul[1] : 0))
			sought.id = i;
	if (sought.id < 0)
		return false;
	SeekSpelling(&sought, SM_ROOT_LATIN, spelling, 0);
	strcat(usual, sought.spelling);
	return sought.spelling[0] != '\0';
}

static void
Capitalise(char *letter)
{
	if (sm_is_latin((unsigned char) *letter))
		*letter += 'A' - 'a';
}

/* A name as the South mostly spells it, Lee Kang-in, by its few syllables; false: it is none of a person */
bool
sm_south_usual(char usual[SM_SOUTH_USUAL], const uint32_t *hangul, int count)
{
	int			surname = 1;

	usual[0] = '\0';
	if (count > 2 && AppendUsual(usual, hangul, 2, true))
		surname = 2;
	else if (count < 2 || !AppendUsual(usual, hangul, 1, true))
		return false;
	Capitalise(usual);
	for (int i = surname; i < count; i++)
	{
		char	   *sign = usual + strlen(usual);

		strcpy(sign, i == surname ? " " : "-");
		if (!AppendUsual(usual, &hangul[i], 1, false))
			return false;
		if (i == surname)
			Capitalise(sign + 1);
	}
	return true;
}

/* A syllable at the beginning of a word as the South writes it: without an n or r that it does not say there */
uint32_t
sm_south_syllable(uint32_t syllable)
{
	/* ya, yo, ye, yo, yu, i: before these neither is said, before others r is n */
	static const uint32_t palatal = 1 << 2 | 1 << 6 | 1 << 7 | 1 << 12 | 1 << 17 | 1 << 20;
	int			onset = sm_syllable_onset(syllable);
	int			said = onset;

	if ((onset == SM_ONSET_N || onset == SM_ONSET_R) && (palatal >> sm_syllable_nucleus(syllable) & 1))
		said = SM_ONSET_NONE;
	else if (onset == SM_ONSET_R)
		said = SM_ONSET_N;
	return sm_syllable_with_onset(syllable, said);
}
