/* What stands beside a name and is no part of it: titles, offices, roles, places, labels, words of payments */
#ifndef SM_WORDS_BESIDE_H
#define SM_WORDS_BESIDE_H

#include <stdbool.h>
#include <stdint.h>

/* A phrase that was found */
typedef struct SmBeside
{
	uint8_t		kind;			/* SmBesideKind */
	uint8_t		stands;			/* SM_BESIDE_FRONT and so on */
	uint8_t		length;			/* words of a phrase, code points of what is glued to a name */
	bool		number;			/* one of its words is a number */
} SmBeside;

extern uint16_t sm_beside_word(const uint32_t *letters, int length);
extern bool sm_beside_find(SmBeside *found, const uint16_t *words, int count, unsigned where);
extern bool sm_beside_suffix(SmBeside *found, const uint32_t *letters, int length);
extern bool sm_beside_prefix(SmBeside *found, const uint32_t *letters, int length);

#endif
