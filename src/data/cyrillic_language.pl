#!/usr/bin/perl
# Turns what languages other than Russian do with Cyrillic letters into arrays
use strict;
use warnings;
use utf8;
use tables;

use constant CHILD => 4;

my %of;
push @{ $of{ $_->[0] } }, $_ for read_tsv('cyrillic_languages.tsv');

sub code_points { return join ', ', map { sprintf '0x%X', ord } split //, shift; }

sub letters
{
	my ($name, $kind) = @_;
	print c_array("const SmCyrillicLetter ${name}[]", map { '{' . code_points($_->[1]) . ", '$_->[2]'}" } @{ $of{$kind} });
	print "const int ${name}_count = " . @{ $of{$kind} } . ";\n\n";
}

print c_banner('cyrillic_language.pl', 'cyrillic_language_table.h');
print c_array('const uint16_t sm_cyrillic_tells[]', map { code_points($_->[1]) } @{ $of{tells} });
print 'const int sm_cyrillic_tells_count = ' . @{ $of{tells} } . ";\n\n";
letters('sm_cyrillic_as_ukrainian', 'as_ukrainian');
letters('sm_cyrillic_as_other', 'as_other');
length($_->[1]) == CHILD or die "$_->[1]: not four letters\n" for @{ $of{child} };
print c_array('const uint16_t sm_cyrillic_children[][SM_CYRILLIC_CHILD]', map { '{' . code_points($_->[1]) . '}' } @{ $of{child} });
print 'const int sm_cyrillic_children_count = ' . @{ $of{child} } . ";\n\n";
print c_assert(SM_CYRILLIC_CHILD => CHILD);
