#!/usr/bin/perl
# Writes the table of words of bodies and ships in Hangul
use strict;
use warnings;
use utf8;
use tables;

use constant { WORD => 12, LATIN => 48, FIRSTS => 128 };

my %kind = map { ($_ => 'SM_HANGUL_WORD_' . uc $_) } qw(body word front end ship);

# By the first syllable
my @words = sort { ord $a->[0] <=> ord $b->[0] || $a->[0] cmp $b->[0] } read_tsv('hangul_words.tsv');
for my $i (0 .. $#words)
{
	my ($hangul, $latin, $kind) = @{ $words[$i] };
	$kind{$kind} or die "$hangul: no kind $kind\n";
	length $hangul <= WORD && length $latin < LATIN or die "$hangul: too long\n";
	$i == 0 || $words[$i - 1][0] ne $hangul or die "$hangul: twice\n";
}

print c_banner('hangul_word.pl', 'hangul_word_table.h');
print c_array('const SmHangulWord sm_hangul_words[]', map { my ($hangul, $latin, $kind) = @$_;
	sprintf '{%d, %s, {%s}, "%s"}', length $hangul, $kind{$kind}, join(', ', map { sprintf '0x%04X', ord } split //, $hangul),
		$latin eq '-' ? '' : $latin } @words);
my @firsts = (0) x FIRSTS;
for my $first (map { ord $_->[0] } @words)
{
	$firsts[ $first / 8 % FIRSTS ] |= 1 << $first % 8;
}
print c_array('const uint8_t sm_hangul_word_firsts[]', map { sprintf '0x%02X', $_ } @firsts);
print 'const int sm_hangul_word_count = ' . @words . ";\n\n";
print c_assert(SM_HANGUL_WORD => WORD, SM_HANGUL_WORD_LATIN => LATIN, SM_HANGUL_WORD_FIRSTS => FIRSTS);
