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
	int32_t		form_same;
	int32_t		form_missing;
	int32_t		form_differs;
	int32_t		near_tenths;
	int32_t		near_letter;
	int32_t		near_word;
	int32_t		near_tenth_part;
	int32_t		crowded;
	int32_t		generic;
	int32_t		particle;
	int32_t		evidence;
	int32_t		evidence_no_person;
	int32_t		evidence_organisation;
	int32_t		evidence_surname;
	int32_t		evidence_skeleton;
	int32_t		word_most;
	int32_t		join;
	int32_t		variant;
	int32_t		korean;
	int32_t		meaning;
	int32_t		plural;
	int32_t		few_consonants;
	int32_t		context;
	int32_t		context_most;
	int32_t		initial;
	int32_t		missing_person;
	int32_t		missing_generic;
	int32_t		missing_common;
	int32_t		missing_rare;
	int32_t		common;
	int32_t		single;
	int32_t		both;
	int32_t		both_generic;
	int32_t		halves_crossed;
	int32_t		turned;
	int32_t		number_differs;
	int32_t		number_differs_least;
	int32_t		number_missing;
	int32_t		name_differs;
	int32_t		patronymic_differs;
	int32_t		initial_differs;
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
