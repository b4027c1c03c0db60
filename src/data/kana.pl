#!/usr/bin/perl
# Writes the table of kana
use strict;
use warnings;
use utf8;
use tables;

my @rows;
for my $r (sort { $a->[0] cmp $b->[0] } read_tsv('kana.tsv'))
{
	my ($kana, $letters) = @$r;
	push @rows, sprintf('{{0x%X, 0x%X}, "%s"}', ord $kana, length $kana > 1 ? ord(substr($kana, 1)) : 0, $letters);
}
print c_banner('kana.pl', 'kana_table.h');
print c_array('const SmKana sm_kana[]', @rows);
print 'const int sm_kana_count = ' . scalar(@rows) . ";\n";
