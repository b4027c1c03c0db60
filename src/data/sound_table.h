/* How words sound: letters that stand for one another */
#ifndef SM_SOUND_TABLE_H
#define SM_SOUND_TABLE_H

#include <stdint.h>

/* Letters that are rewritten in the variant class of a word */
typedef struct SmSoundRule
{
	uint8_t		from_length;
	char		from[4];
	char		to[3];
} SmSoundRule;

/* By their first letter, the longest first; the first rule of each letter from a on, and where those of z end */
extern const SmSoundRule sm_sound_rules[];
extern const uint8_t sm_sound_rules_from[27];

/* For each letter the consonant that stands for all that sound like it, itself if there is no other */
extern const char sm_sound_of[26];

/* For each letter the consonants that are easily written or heard for it, a bit each */
extern const uint32_t sm_near_consonants[26];

#endif
