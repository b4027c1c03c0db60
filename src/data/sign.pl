#!/usr/bin/perl
# Turns the table of signs that stand for one another into C
use strict;
use warnings;
use utf8;
use tables;

my @rows = sort { hex $a->[1] <=> hex $b->[1] } read_tsv('signs.tsv');

# The code point that a sign is written as
sub code_point
{
	my ($sign) = @_;
	return $sign eq 'blank' ? ord ' ' : $sign =~ /^U\+(\w+)$/ ? hex $1 : ord $sign;
}

# An array of some of the rows
sub signs
{
	my ($name, @signs) = @_;
	print c_array("const SmSign ${name}[]",
		map { sprintf '{0x%s, 0x%s, 0x%X, %s}', @$_[1, 2], code_point($_->[3]), $_->[0] eq 'letters' ? 'true' : 'false' } @signs);
	print "const int ${name}_count = " . scalar(@signs) . ";\n\n";
}

print c_banner('sign.pl', 'sign_table.h');
signs('sm_signs', grep { $_->[0] ne 'modifier' } @rows);
signs('sm_modifiers', grep { $_->[0] eq 'modifier' } @rows);
