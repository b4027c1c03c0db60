/* A Korean surname beside given names of another language: Viktor Choe, KIM Aleksandr */
#include "name/korean/foreign.h"

#include "data/spelling_table.h"
#include "name/hash.h"
#include "name/korean/background.h"
#include "name/korean/spelling.h"
#include "name/korean/syllables.h"
#include "name/slot.h"
#include "name/weight.h"
#include "name/words/sound.h"
#include "name/words/word.h"

/* A Korean surname beside given names of another language: Viktor Choe, KIM Aleksandr */

/* One Korean in some twenty bears such a name */
#define COST_FOREIGN SM_WEIGHT(4.3)
/* Surname first where neither a comma nor capitals tell */
#define COST_SURNAME_FIRST SM_WEIGHT(2.3)
/* Least and most a foreign name weighs, in 1/8 bit */
#define LEAST_EIGHTHS 24
#define MOST_EIGHTHS 88

/* Make the slot of a foreign given name: its weight, a hash of its variant class, its first letter */
static bool
MakeSlot(uint16_t *slot, const SmLetters *letters, int word)
{
	uint8_t		plain[SM_PLAIN_MAX];
	uint8_t		class[SM_CLASS_MAX];
	int			n = sm_plain_letters(plain, letters, word);
	int			eighths = sm_background_cost(letters, word) / (SM_BIT / 8);
	uint32_t	hash;

	if (n < 2 || n > SM_WORD_MAX)
		return false;
	hash = sm_word_hash(class, sm_word_class(class, plain, n));
	eighths = eighths < LEAST_EIGHTHS ? LEAST_EIGHTHS : eighths > MOST_EIGHTHS ? MOST_EIGHTHS : eighths;
	slot[0] = (uint16_t) (SM_SLOT_FOREIGN | eighths);
	slot[1] = (uint16_t) (hash ^ hash >> 16);
	slot[2] = plain[0] - 'a';
	return true;
}

/* Add the hypotheses that word is the surname and the others are foreign given names */
static void
AddForeign(SmKorean *korean, SmFound *found, const SmLetters *letters, int word, SmWeight cost)
{
	uint16_t	surname = sm_surname_spelling(letters, letters->start[word], letters->start[word + 1]);
	SmHypothesis h = {0};

	if (surname == 0)
		return;
	h.has_surname = true;
	cost += COST_FOREIGN;
	for (int i = 0; i < letters->words; i++)
	{
		if (i == word)
			continue;
		if (h.given == SM_FOREIGN_MAX || !MakeSlot(korean->foreign[h.given], letters, i))
			return;
		h.given++;
		h.slot[h.given] = korean->foreign[h.given - 1];
		cost += sm_background_cost(letters, i);
	}
	for (uint32_t k = sm_spelling_start[surname - 1]; k < sm_spelling_start[surname]; k++)
	{
		if (!(letters->systems >> SM_SPELLED_SYSTEM(k) & 1))
			continue;
		h.system = (uint8_t) SM_SPELLED_SYSTEM(k);
		h.slot[0] = SM_SPELLED_SLOT(k);
		h.weight = -(cost + sm_system_cost[h.system][SM_STYLE_NONE] + sm_spelled_cost[k]);
		sm_found_add(found, &h);
	}
}

/*
 * Find the readings of a name of two or three words, one of them a Korean surname at an end and
 * the others no Korean syllables.  The slots of the others stand in korean.
 */
void
sm_foreign_read(SmKorean *korean, SmFound *found, const SmLetters *letters)
{
	int			last = letters->words - 1;
	bool		told = letters->comma == 1 || (letters->capitals[0] && !letters->capitals[last]);

	if (last < 1 || last > SM_FOREIGN_MAX || letters->comma > 1)
		return;
	if (!told)
		AddForeign(korean, found, letters, last, 0);
	if (found->count == 0)
		AddForeign(korean, found, letters, 0, told ? 0 : COST_SURNAME_FIRST);
}

/* Find the readings of letters, else those with foreign given names; false if there are neither */
bool
sm_letters_read(SmKorean *korean, SmFound *found, const SmLetters *letters)
{
	found->count = 0;
	sm_spelling_read(found, letters);
	if (found->count == 0)
		sm_foreign_read(korean, found, letters);
	return found->count > 0;
}
