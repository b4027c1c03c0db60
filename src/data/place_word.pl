#!/usr/bin/perl
# Turns the words that name no town into a sorted array
use strict;
use warnings;
use utf8;
use tables;

my @words = sort map { $_->[0] } read_tsv('place_words.tsv');
print c_banner('place_word.pl', 'place_word_table.h');
print c_array('const char *const sm_place_words[]', map { "\"$_\"" } @words);
print 'const int sm_place_word_count = ' . scalar(@words) . ";\n";
