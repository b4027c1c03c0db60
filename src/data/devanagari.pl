#!/usr/bin/perl
# Writes the table of letters of Devanagari
use strict;
use warnings;
use utf8;
use Unicode::Normalize;
use tables;

my %kind = map { ($_ => 'SM_DEVANAGARI_' . uc $_) } qw(consonant dotted vowel sign nasal virama dot mark);
my @rows = sort { $a->[0] cmp $b->[0] || $a->[1] cmp $b->[1] } read_tsv('devanagari.tsv');
my %dotted = map { ($_->[0] => $_->[2]) } grep { $_->[1] eq 'dotted' } @rows;
@rows = grep { $_->[1] ne 'dotted' } @rows;
print c_banner('devanagari.pl', 'devanagari_table.h');
print c_array('const SmDevanagari sm_devanagari[]', map { sprintf '{0x%04X, %s, "%s", "%s"}', ord $_->[0],
	$kind{ $_->[1] } // die("$_->[0]: no kind $_->[1]\n"), $_->[2], $dotted{ $_->[0] } // '' } @rows);
print 'const int sm_devanagari_count = ' . @rows . ";\n\n";

# Words by the hash of their letters; the dot below a letter is one of its own
my %words = map { my ($word, $latin) = @$_; (fnv(map { ord } split //, NFD($word)) => $latin) } read_tsv('devanagari_words.tsv');
print c_array('const SmDevanagariWord sm_devanagari_words[]', map { sprintf '{0x%X, "%s"}', $_, $words{$_} } sort { $a <=> $b } keys %words);
print 'const int sm_devanagari_word_count = ' . keys(%words) . ";\n";
