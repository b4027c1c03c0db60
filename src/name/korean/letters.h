/* A spelled name taken down letter by letter */
#ifndef SM_KOREAN_LETTERS_H
#define SM_KOREAN_LETTERS_H

#include <stdbool.h>
#include <stdint.h>

#include "name/weight.h"

/* Letters and words of a spelled name that can still be Korean */
#define SM_LETTERS_MAX 40
#define SM_LETTERS_WORDS 6

/* A name as letter codes; a word starts, or a hyphen stood, where border is set */
typedef struct SmLetters
{
	int			root;			/* of the trie, that of its script */
	uint32_t	systems;		/* a bit for each that it may be spelled in */
	SmWeight	cost;			/* of taking the letters so */
	bool		slips;			/* one letter is wrong, missing or too many */
	SmWeight	hopeless;		/* for slips: a reading of this weight or less is none */
	int			sandhi;			/* script whose rules of assimilation apply */
	int			length;
	uint8_t		code[SM_LETTERS_MAX];
	bool		border[SM_LETTERS_MAX + 1];
	uint64_t	dotted;			/* letters alone with a full stop, a bit each: they abbreviate a word */
	int			words;
	int			start[SM_LETTERS_WORDS + 1];
	bool		capitals[SM_LETTERS_WORDS];
	int			comma;			/* words before the comma, 0 = none */
	bool		in_word;
} SmLetters;

extern const uint8_t *sm_letter_codes(uint32_t c);
extern void sm_letters_start(SmLetters *letters, int root, int sandhi, uint32_t systems);
extern bool sm_letters_add(SmLetters *letters, int code, bool upper);
extern bool sm_letters_separate(SmLetters *letters, uint32_t c);
extern void sm_letters_end(SmLetters *letters);

#endif
