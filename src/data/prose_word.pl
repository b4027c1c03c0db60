#!/usr/bin/perl
# Turns the small words of texts into a sorted array
use strict;
use warnings;
use utf8;
use tables;

my @words = sort map { $_->[0] } read_tsv('prose_words.tsv');
print c_banner('prose_word.pl', 'prose_word_table.h');
print c_array('const char *const sm_prose_small_words[]', map { "\"$_\"" } @words);
print 'const int sm_prose_small_word_count = ' . scalar(@words) . ";\n";
