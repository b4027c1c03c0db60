#!/usr/bin/perl
# Turns the tables of phrases and titles into C
use strict;
use warnings;
use utf8;
use tables;

my @phrases = sort { length $b->[0] <=> length $a->[0] || $a->[0] cmp $b->[0] } read_tsv('phrases.tsv');
my @titles = read_tsv('titles.tsv');
print c_banner('phrase.pl', 'phrase_table.h');
print c_array('const SmPhrase sm_phrases[]', map { "{\"$_->[0]\", \"$_->[1]\"}" } @phrases);
print 'const int sm_phrase_count = ' . scalar(@phrases) . ";\n\n";
my $letters = 0;
$letters |= 1 << ord($_->[0]) - ord 'a' for @phrases;
printf "const uint32_t sm_phrase_letters = 0x%X;\n\n", $letters;
print c_array('const char *const sm_titles[]', map { "\"$_->[0]\"" } @titles);
print 'const int sm_title_count = ' . scalar(@titles) . ";\n\n";
my @lengths = (0) x 26;
$lengths[ord($_->[0]) - ord 'a'] |= 1 << length $_->[0] for @titles;
print c_array('const uint32_t sm_title_lengths[26]', @lengths);
