/* How words sound: spellings that writers use for one another, and how far two words are apart */
#ifndef SM_WORDS_SOUND_H
#define SM_WORDS_SOUND_H

#include <stdbool.h>
#include <stdint.h>

#include "name/words/word.h"

/* Longest variant class of a word: every letter may become two */
#define SM_CLASS_MAX (2 * SM_WORD_MAX)
#define SM_FRAME_MAX (SM_CLASS_MAX + 1)

/* Fewest consonants (or vowel in front) by which words sound alike */
#define SM_SOUND_LEAST 3

/* Is it a vowel a e i o u, or y, which is as light as one? */
static inline bool
sm_is_vowel(uint8_t c)
{
	return c >= 'a' && c <= 'z' && (0x1104111u >> (c - 'a') & 1);
}

extern int	sm_word_class(uint8_t *class, const uint8_t *letters, int length);
extern int	sm_word_consonants(uint8_t *sound, const uint8_t *class, int length);
extern int	sm_word_sound(uint8_t *sound, const uint8_t *class, int length);
extern int	sm_word_frame(uint8_t *frame, const uint8_t *class, int length);
/* Can letters be spoken?  What has no vowel is an abbreviation: LTD, LLC */
static inline bool
sm_is_spoken(const uint8_t *letters, int length)
{
	for (int i = 0; i < length; i++)
		if (sm_is_vowel(letters[i]))
			return true;
	return false;
}

extern int	sm_word_frame_vowel(uint8_t *frame, const uint8_t *class, int length);
extern int	sm_frame_distance(const uint8_t *a, int la, const uint8_t *b, int lb, int most);
extern int	sm_word_distance(const uint8_t *a, int la, const uint8_t *b, int lb, int most);
extern int	sm_customs_apart(const uint8_t *a, int la, const uint8_t *b, int lb, int most);
extern int	sm_word_edit(const uint8_t *a, int la, const uint8_t *b, int lb);

#endif
