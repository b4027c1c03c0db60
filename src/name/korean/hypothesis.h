#ifndef SM_KOREAN_HYPOTHESIS_H
#define SM_KOREAN_HYPOTHESIS_H

#include "name/korean/korean.h"

/* Hypotheses looked at before the likeliest are kept; of more the least likely are ignored */
#define SM_FOUND_MAX 160

/* The ways to read a name that have been found, each with its log2 likelihood as weight */
typedef struct SmFound
{
	int			count;
	SmWeight	best;			/* weight of the likeliest so far, and its syllables of a given name */
	int			best_given;
	uint32_t	digest[SM_FOUND_MAX];	/* of what each reads, to find the same */
	SmHypothesis hypothesis[SM_FOUND_MAX];
} SmFound;

/* Prior cost of a given name by its number of syllables, of a name without a surname */
extern const SmWeight sm_given_cost[1 + SM_GIVEN_MAX];
#define SM_COST_NO_SURNAME SM_WEIGHT(8.66)

extern const char *sm_system_title(int system);
extern int	sm_system_script(int system);
extern SmSlot sm_initial_slot(int letter);
extern void sm_found_add(SmFound *found, const SmHypothesis *hypothesis);
extern SmWeight sm_found_keep(SmKorean *korean, const SmFound *found);

/* One reader a script; false if the name cannot be Korean */
extern bool sm_latin_read(SmKorean *korean, const SmText *text);
extern bool sm_hangul_read(SmKorean *korean, const SmText *text);
extern bool sm_hanja_read(SmKorean *korean, const SmText *text);
extern bool sm_cyrillic_read(SmKorean *korean, const SmText *text);
extern bool sm_kana_read(SmKorean *korean, const SmText *text);

/* The surname or given-name syllable that a character is, NULL if none; its likeliest one, itself if it has none */
extern SmSlot sm_hangul_surname(uint32_t c);
extern SmSlot sm_hanja_surname(uint32_t c);
extern SmSlot sm_hangul_given(uint32_t c, bool first);
extern SmSlot sm_hanja_given(uint32_t c);
extern uint32_t sm_hanja_syllable(uint32_t c, bool surname);

extern bool sm_is_hanja(uint32_t c);
extern bool sm_is_kana(uint32_t c);

#endif
