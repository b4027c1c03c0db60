/* The parts of a composed syllable of Hangul, by their numbers in Unicode */
#ifndef SM_TEXT_SYLLABLE_H
#define SM_TEXT_SYLLABLE_H

#include <stdint.h>

#define SM_SYLLABLE_FIRST 0xAC00
#define SM_NUCLEI 21
/* That of no coda among them */
#define SM_CODAS 28

#define SM_ONSET_N 2
#define SM_ONSET_R 5
/* ㅇ, which stands for none */
#define SM_ONSET_NONE 11

static inline int
sm_syllable_onset(uint32_t syllable)
{
	return (int) (syllable - SM_SYLLABLE_FIRST) / (SM_NUCLEI * SM_CODAS);
}

static inline int
sm_syllable_nucleus(uint32_t syllable)
{
	return (int) (syllable - SM_SYLLABLE_FIRST) / SM_CODAS % SM_NUCLEI;
}

/* 0 = none */
static inline int
sm_syllable_coda(uint32_t syllable)
{
	return (int) (syllable - SM_SYLLABLE_FIRST) % SM_CODAS;
}

/* The syllable with another onset */
static inline uint32_t
sm_syllable_with_onset(uint32_t syllable, int onset)
{
	return syllable + (uint32_t) ((onset - sm_syllable_onset(syllable)) * SM_NUCLEI * SM_CODAS);
}

#endif
