#!/usr/bin/perl
# Turns the weights of birth dates into 1/256 bit
use strict;
use warnings;
use utf8;
use tables;

my @rows = read_tsv('birth_bits.tsv');

sub weight { return $_[0] eq '-' ? 'SM_BIRTH_NEVER' : $_[0] * 256; }

# The header knows the levels by their place
my $place = 0;
my %levels = map { 'SM_BIRTH_' . uc(tr/-/_/r) => $place++ } map { $_->[0] } @rows;

print c_banner('birth_bits.pl', 'birth_bits_table.h');
print c_array('const int16_t sm_birth_bits[SM_BIRTH_LEVELS][SM_BIRTH_CERTAINTIES]',
	map { '{' . join(', ', map { weight($_) } @$_[ 1 .. 4 ]) . '}' } @rows);
print c_array('const char *const sm_birth_words[SM_BIRTH_LEVELS]', map { "\"$_->[5]\"" } @rows);
print c_assert(%levels, SM_BIRTH_LEVELS => scalar @rows);
