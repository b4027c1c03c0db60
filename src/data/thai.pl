#!/usr/bin/perl
# Writes the tables of letters of Thai and of parts of names in them
use strict;
use warnings;
use utf8;
use tables;

use constant { FIRST => 0xE00, LETTERS => 0x50, PART_LETTERS => 12 };

my %kind = map { ($_ => 'SM_THAI_' . uc $_) } qw(consonant sign front mute ring mark);
my %row = map { (ord($_->[0]) - FIRST() => $_) } read_tsv('thai.tsv');
print c_banner('thai.pl', 'thai_table.h');
print c_array('const SmThai sm_thai[SM_THAI_LETTERS]', map { my $row = $row{$_};
	$row ? sprintf '{%s, "%s", "%s"}', $kind{ $row->[1] } // die("$row->[0]: no kind $row->[1]\n"), @$row[2, 3] : '{SM_THAI_NONE, "", ""}' } 0 .. LETTERS - 1);

my %part_kind = (part => 'SM_THAI_PART', title => 'SM_THAI_TITLE', word => 'SM_THAI_WORD');
my %part;
for my $row (read_tsv('thai_parts.tsv'))
{
	my ($letters, $kind, $latin) = @$row;
	length $letters <= PART_LETTERS or die "$letters: too many letters\n";
	my $hash = fnv(map { ord($_) - FIRST } split //, $letters);
	die "$letters: two parts have one hash\n" if $part{$hash};
	$part{$hash} = sprintf '{0x%X, %s, "%s"}', $hash, $part_kind{$kind} // die("$letters: no kind $kind\n"), $latin;
}
print c_array('const SmThaiPart sm_thai_parts[]', @part{ sort { $a <=> $b } keys %part });
print 'const int sm_thai_part_count = ' . keys(%part) . ";\n\n";
print c_assert(SM_THAI_FIRST => FIRST, SM_THAI_LETTERS => LETTERS, SM_THAI_PART_LETTERS => PART_LETTERS);
