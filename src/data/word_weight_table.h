/* What words are worth when they are compared, and how far they may be apart */
#ifndef SM_WORD_WEIGHT_TABLE_H
#define SM_WORD_WEIGHT_TABLE_H

#include <stdint.h>

/* Shortest words of which one letter may be wrong, the longer and the shorter of the two: rows of word_weights.tsv */
#define SM_NEAR_LONGER 5
#define SM_NEAR_SHORTER 4

/* Lengths of words in sm_word_distances */
#define SM_WORD_DISTANCES 13

/* The rows of word_weights.tsv, which says what they are: in 1/256 bit, shares in 1/256, else as they stand there */
typedef struct SmWordWeights
{
	int32_t		form_same, form_missing, form_differs;
	int32_t		near_tenths, near_letter, near_word, near_tenth_part;
	int32_t		particle, generic, common, word_most, crowded, crowded_person;
	int32_t		evidence, evidence_no_person, evidence_organisation, evidence_chief, beside_own, evidence_skeleton;
	int32_t		join, variant, korean, meaning, plural, few_consonants, initial, context, context_most;
	int32_t		custom_letter, custom_more, custom_most, custom_short, resembling, resembling_least, sure_vowels;
	int32_t		missing_person, missing_generic, missing_common, missing_rare;
	int32_t		single, both, both_generic, halves_crossed, turned;
	int32_t		number_differs, number_differs_least, number_missing;
	int32_t		name_differs, patronymic_differs, initial_differs;
} SmWordWeights;

/* How far words that sound alike may be apart, in tenths of an edit */
typedef struct SmWordDistance
{
	uint8_t		alone;
	uint8_t		in_context;		/* where others of the names agree */
} SmWordDistance;

extern const SmWordWeights sm_word_weights;

/* By the letters of the shorter word; the last row is of longer ones as well */
extern const SmWordDistance sm_word_distances[SM_WORD_DISTANCES];

#endif
