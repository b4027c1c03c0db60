#!/usr/bin/perl
# Turns the words that stand for nothing into a sorted array
use strict;
use warnings;
use utf8;
use tables;

my @words = sort map { utf8::encode(my $bytes = $_->[0]); $bytes } read_tsv('nothing.tsv');
binmode(STDOUT, ':raw');
print c_banner('nothing.pl', 'nothing_table.h');
print c_array('const char *const sm_nothings[]', map { "\"" . s{\?}{\\?}gr . "\"" } @words);
print 'const int sm_nothing_count = ' . scalar(@words) . ";\n";
