/* Words and parts of words that tell what a name is, or what stands beside them */
#ifndef SM_MARKER_TABLE_H
#define SM_MARKER_TABLE_H

#include <stdint.h>

/* Words with a blank around each: prefixes of ships, what stands behind and before numbers and before identifiers */
extern const char sm_ship_prefixes[];
extern const char sm_ordinal_ends[];
extern const char sm_number_words[];
extern const char sm_registered_words[];
/* Words that no person's name has */
extern const char sm_connectives[];
/* Words of companies and the like that are names of people as well */
extern const char sm_names_too[];

/* Letters: those of ships' prefixes, first and second, and those that stand for a connective */
extern const char sm_ship_first_letters[];
extern const char sm_ship_second_letters[];
extern const char sm_connective_letters[];

/* A word or a part of one */
typedef struct SmMarker
{
	const char *letters;
	int			length;
} SmMarker;

/* Letters that join two names, and words that join two of companies */
extern const SmMarker sm_joining_letters[];
extern const int sm_joining_letters_count;
extern const SmMarker sm_company_ands[];
extern const int sm_company_ands_count;

/* Words of Arabic names: father and mother of, son of, what belongs to the word behind it and to the one before */
extern const SmMarker sm_parent_words[];
extern const int sm_parent_words_count;
extern const SmMarker sm_son_words[];
extern const int sm_son_words_count;
extern const SmMarker sm_bound_words[];
extern const int sm_bound_words_count;
extern const SmMarker sm_faith_words[];
extern const int sm_faith_words_count;

/* Titles that airlines write behind a given name, or glue to it */
extern const SmMarker sm_airline_titles[];
extern const int sm_airline_titles_count;

/* Months in their order, and those that are names of people as well */
extern const SmMarker sm_months[];
extern const int sm_months_count;
extern const SmMarker sm_month_names[];
extern const int sm_month_names_count;

/* What stands before a date that is not sure, before the first and before the last of two, with its blank */
extern const SmMarker sm_about_words[];
extern const int sm_about_words_count;
extern const SmMarker sm_from_words[];
extern const int sm_from_words_count;
extern const SmMarker sm_to_words[];
extern const int sm_to_words_count;

/* The same behind a date, and what says there that somebody was born */
extern const SmMarker sm_about_ends[];
extern const int sm_about_ends_count;
extern const SmMarker sm_born_ends[];
extern const int sm_born_ends_count;

/* What a father's name may have that its patronymic lacks at its end */
extern const SmMarker sm_patronymic_stems[];
extern const int sm_patronymic_stems_count;

/* Ends of patronymics, and of those that are told from surnames only where the given name is known */
extern const SmMarker sm_patronymic_given_ends[];
extern const int sm_patronymic_given_ends_count;
extern const SmMarker sm_patronymic_ends[];
extern const int sm_patronymic_ends_count;

/*
 * Words of legal forms: known with a wrong letter, known so beside another one, pairs of letters with dots between,
 * split off the end of any word, off the end of a word of companies, off the start of a word
 */
extern const SmMarker sm_form_words[];
extern const int sm_form_words_count;
extern const SmMarker sm_form_parts[];
extern const int sm_form_parts_count;
/* How long those of both are that begin with a letter, and that end with one, a bit for each length */
extern const uint32_t sm_form_lengths[26];
extern const uint32_t sm_form_last_lengths[26];

/* By the last letter of the words of legal forms, also glued to others, the letters that stand before it: a bit each */
extern const uint32_t sm_form_last_letters[26];
extern const SmMarker sm_form_dotted[];
extern const int sm_form_dotted_count;
extern const SmMarker sm_form_ends[];
extern const int sm_form_ends_count;
extern const SmMarker sm_form_short_ends[];
extern const int sm_form_short_ends_count;
extern const SmMarker sm_form_starts[];
extern const int sm_form_starts_count;

#endif
