#!/usr/bin/perl
# Turns the weights of facts into 1/256 bit
use strict;
use warnings;
use utf8;
use tables;

my @rows = read_tsv('evidence_bits.tsv');
my $place = 0;
my %places = map { 'SM_FACT_' . uc(tr/-/_/r) => $place++ } map { $_->[0] } @rows;

print c_banner('evidence_bits.pl', 'evidence_bits_table.h');
print c_array('const int16_t sm_fact_bits[SM_FACTS]', map { int($_->[1] * 256 + ($_->[1] < 0 ? -0.5 : 0.5)) } @rows);
print c_array('const char *const sm_fact_words[SM_FACTS]', map { "\"$_->[2]\"" } @rows);
print c_assert(%places, SM_FACTS => scalar @rows);
