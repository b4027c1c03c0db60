/* How words sound: letters that stand for one another */
#ifndef SM_SOUND_TABLE_H
#define SM_SOUND_TABLE_H

#include <stdint.h>

/* Letters that are rewritten in the variant class of a word */
typedef struct SmSoundRule
{
	uint8_t		from_length;
	char		from[5];
	char		to[4];
} SmSoundRule;

/*
 * By their first two letters, the longest first, those of one letter behind the others that begin with it; the first
 * rule of each first and second letter from a on, of one letter as if that were behind z, and where all end
 */
extern const SmSoundRule sm_sound_rules[];
extern const uint8_t sm_sound_rules_from[26 * 27 + 1];

/* For each letter the consonant that stands for all that sound like it, itself if there is no other */
extern const char sm_sound_of[26];

/* A bit for a consonant as sm_sound_of has it, # and $ among them, 'a' for any vowel; one for none */
#define SM_SOUND_BIT(c) (UINT32_C(1) << ((uint8_t) (c) % 32))
#define SM_SOUND_NONE SM_SOUND_BIT('@')

/* For each letter the sounds with which a word may begin that begins with it, and those that it may be part of */
extern const uint32_t sm_sounds_begin[26];
extern const uint32_t sm_sounds_within[26];

/* For each letter the consonant that stands for all that are written for it, SM_FRAME_NONE if it may fall away */
#define SM_FRAME_NONE '-'
extern const char sm_frame_of[26];

/* Letters of a Korean word and their sound, in the order of the alphabet; where those begin that begin with a letter */
typedef struct SmKoreanSound
{
	uint32_t	letters;		/* at most three, a byte each, the last lowest */
	uint8_t		length;
	char		sound;
} SmKoreanSound;

extern const SmKoreanSound sm_korean_vowels[];
extern const uint8_t sm_korean_vowels_from[27];
extern const SmKoreanSound sm_korean_onsets[];
extern const uint8_t sm_korean_onsets_from[27];
extern const SmKoreanSound sm_korean_codas[];
extern const uint8_t sm_korean_codas_from[27];

/* The letters that Korean words are written with, a bit each */
extern const uint32_t sm_korean_letters;

/* For each letter the consonants that are easily written or heard for it, a bit each */
extern const uint32_t sm_near_consonants[26];

/* For each letter of a class what writers of one name put for it, a bit each; numbers behind a to z */
#define SM_CUSTOM_CH 26
#define SM_CUSTOM_SH 27
#define SM_CUSTOM_NONE 28		/* what they leave out */
extern const uint32_t sm_custom_letters[29];

#endif
