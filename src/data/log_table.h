/* Logarithms and powers of two */
#ifndef SM_LOG_TABLE_H
#define SM_LOG_TABLE_H

#include <stdint.h>

/* 256 log2(1 + i / 256) */
extern const uint16_t sm_log2_table[257];
/* 65536 * 2^(i / 256) */
extern const uint32_t sm_exp2_table[256];

#endif
