#!/usr/bin/perl
# Turns the endings of declined Cyrillic names into an array
use strict;
use warnings;
use utf8;
use tables;

my @endings = map { $_->[0] } read_tsv('cyrillic_endings.tsv');
print c_banner('cyrillic_ending.pl', 'cyrillic_ending_table.h');
print c_array('const char *const sm_cyrillic_endings[]', map { "\"$_\"" } @endings);
print 'const int sm_cyrillic_ending_count = ' . scalar(@endings) . ";\n";
