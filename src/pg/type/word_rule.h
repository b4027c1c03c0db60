#ifndef SANCT_TYPE_WORD_RULE_H
#define SANCT_TYPE_WORD_RULE_H

/* How what two words weigh together comes from what each weighs by itself */

#include "name/words/relation.h"

/*
 * The title of a relation with the rule behind it: "near: 2752 of the lighter one less 661 and 128 for 10 tenths of a
 * letter in 8"; the title alone where there is no rule to tell
 */
extern const char *SanctWordRule(const char *title, const SmWordsPart *part, const uint8 *a, const uint8 *b);

#endif
