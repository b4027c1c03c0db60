/* Known words and legal forms */
#ifndef SM_WORD_TABLE_H
#define SM_WORD_TABLE_H

#include <stdint.h>

/* A letter that is not a-z and has no canonical decomposition to a-z; sorted by code point */
typedef struct SmLetter
{
	uint16_t	letter;
	char		fold[6];
} SmLetter;

extern const SmLetter sm_letters[];
extern const int sm_letter_count;
/* The row + 1 of a letter below these, 0 = none */
#define SM_LETTERS_AT 0x530
extern const uint16_t sm_letters_at[SM_LETTERS_AT];

/* A known word or the phrase of a legal form; its text stands in a pool without terminators */
typedef struct SmEntry
{
	uint32_t	text;			/* where it starts in the pool */
	uint8_t		length;
	uint8_t		bits;			/* 1/16 bit; of a form: its SmForm, SM_FORM_NONE = one begins so */
	uint16_t	meaning;		/* words of one meaning share a number, 0 = none */
} SmEntry;

/* Kinds of legal forms; from SM_FORM_NEUTRAL on they contradict no other */
typedef enum SmForm
{
	SM_FORM_NONE,
	SM_FORM_LLC,
	SM_FORM_JSC,
	SM_FORM_LP,
	SM_FORM_GP,
	SM_FORM_LLP,
	SM_FORM_SP,
	SM_FORM_NEUTRAL,
	SM_FORM_CORP = SM_FORM_NEUTRAL,
	SM_FORM_ORG
} SmForm;

/* From this meaning on they are given names and their spellings */
extern const int sm_meaning_names;
/* Of the numbers below, which number words mean as well */
#define SM_MEANING_NUMBERS 21
extern const uint16_t sm_meaning_numbers[SM_MEANING_NUMBERS];

/* Open hash of the entries by FNV-1a: entry + 1, 0 = free; collisions go to the next slot */
#define SM_WORD_SLOTS 32768
#define SM_FORM_SLOTS 4096

extern const char sm_word_pool[];
extern const SmEntry sm_word_entries[];
extern const uint16_t sm_word_slots[SM_WORD_SLOTS];

extern const char sm_form_pool[];
extern const SmEntry sm_form_entries[];
extern const uint16_t sm_form_slots[SM_FORM_SLOTS];

/*
 * Bits in 1/16 of words that are not known: by their letters, as many as the last from so many on; the same of words of
 * ideographs; of numbers, initials and letters that stand for a connective
 */
#define SM_UNSEEN_WORD_LETTERS 8
#define SM_UNSEEN_IDEOGRAPHS_LETTERS 4

extern const uint8_t sm_unseen_word_bits[1 + SM_UNSEEN_WORD_LETTERS];
extern const uint8_t sm_unseen_ideographs_bits[1 + SM_UNSEEN_IDEOGRAPHS_LETTERS];
extern const uint8_t sm_unseen_number_bits;
extern const uint8_t sm_unseen_initial_bits;
extern const uint8_t sm_unseen_connective_bits;

#endif
