#!/usr/bin/perl
# Turns the table of letters that look alike into C
use strict;
use warnings;
use utf8;
use tables;

my @rows = sort { ord $a->[0] <=> ord $b->[0] } read_tsv('homoglyphs.tsv');
print c_banner('homoglyph.pl', 'homoglyph_table.h');
print c_array('const SmHomoglyph sm_homoglyphs[]',
	map { sprintf('{0x%X, %s, %s}', ord $_->[0], map { $_ eq '-' ? 0 : "'$_'" } @$_[1, 2]) } @rows);
print 'const int sm_homoglyph_count = ' . scalar(@rows) . ";\n";
