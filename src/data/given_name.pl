#!/usr/bin/perl
# Turns counts of given names and of their syllables, and shares of surnames, into arrays
use strict;
use warnings;
use utf8;
use tables;
use syllables;

sub code_points { return join ', ', map { sprintf '0x%X', ord } split //, length($_[0]) == 1 ? "$_[0]\0" : $_[0]; }

my @names = sort { $a->[0] cmp $b->[0] } read_tsv('given_names.tsv');
my @syllables = sort { $a->[0] cmp $b->[0] } read_tsv('given_syllables.tsv');
print c_banner('given_name.pl', 'given_name_table.h');
print c_array('const SmGivenName sm_given_names[]', map { sprintf '{{%s}, %d}', code_points($_->[0]), $_->[1] } @names);
print 'const int sm_given_name_count = ' . scalar(@names) . ";\n\n";
print c_array('const SmGivenSyllable sm_given_syllables[]', map { sprintf '{0x%X, %d, %d}', ord($_->[0]), $_->[1], $_->[2] } @syllables);
print 'const int sm_given_syllable_count = ' . scalar(@syllables) . ";\n\n";
print 'const double sm_given_' . $_->[0] =~ tr/-/_/r . " = $_->[1];\n" for read_tsv('given_shares.tsv');
print "\n";
print c_array('const SmSurnameShare sm_surname_share[SM_SURNAMES]',
	map { sprintf '{%s, %s}', @{ $population_prior{surname}{$_} } } @{ $list{surname} });
