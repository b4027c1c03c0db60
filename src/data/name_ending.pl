#!/usr/bin/perl
# Turns the endings of declined names into an array
use strict;
use warnings;
use utf8;
use tables;

my @endings = map { $_->[0] } read_tsv('name_endings.tsv');
print c_banner('name_ending.pl', 'name_ending_table.h');
print c_array('const char *const sm_name_endings[]', map { "\"$_\"" } @endings);
print 'const int sm_name_ending_count = ' . scalar(@endings) . ";\n";
