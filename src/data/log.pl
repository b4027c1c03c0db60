#!/usr/bin/perl
# Fixed-point logarithms and powers of two, so that the scoring path needs no floating point
use strict;
use warnings;
use tables;

print c_banner('log.pl', 'log_table.h');
print c_array('const uint16_t sm_log2_table[257]',
	map { int(256 * log(1 + $_ / 256) / log(2) + 0.5 + 1e-9) } 0 .. 256);
print c_array('const uint32_t sm_exp2_table[256]', map { int(2**(16 + $_ / 256) + 0.5 + 1e-9) } 0 .. 255);
