#!/usr/bin/perl
# Writes the table of letters that stand for a sound together
use strict;
use warnings;
use utf8;
use tables;

use constant LETTERS => 3;

# The letters of a row as one number, the first one highest
sub key_of
{
	my ($letters) = @_;
	length $letters <= LETTERS or die "$letters: too many letters\n";
	my $key = 0;
	$key = $key << 16 | ($_ < length $letters ? ord substr $letters, $_, 1 : 0) for 0 .. LETTERS - 1;
	return $key;
}

my @rows = sort { $a->[0] <=> $b->[0] } map { [ key_of($_->[0]), @$_[1, 2] ] } read_tsv('digraphs.tsv');
print c_banner('digraph.pl', 'digraph_table.h');
print c_array('const SmDigraph sm_digraphs[]', map { sprintf '{UINT64_C(0x%X), "%s", "%s"}', @$_ } @rows);
print 'const int sm_digraph_count = ' . @rows . ";\n\n";
print c_assert(SM_DIGRAPH_LETTERS => LETTERS);
