#!/usr/bin/perl
# Writes the tables of Chinese characters as names in Mandarin and Cantonese
use strict;
use warnings;
use utf8;
use tables;

use constant { FIRST => 0x4E00, LAST => 0x9FFF, WORD => 6 };

my (%number, %spelled, %simplified);
for my $row (read_tsv('han_readings.tsv'))
{
	my ($language, $spelling, $wade_giles, $characters) = @$row;
	if ($language eq 'simplified')
	{
		$simplified{$_} = 1 for split //, $characters;
		next;
	}
	push @{ $spelled{$language} }, [ $spelling, $wade_giles ];
	$number{$language}{$_} = scalar @{ $spelled{$language} } for split //, $characters;
}

# Readings as surnames: pinyin, and the first form of Hong Kong
my %index = map { ($spelled{mandarin}[$_][0] => $_ + 1) } 0 .. $#{ $spelled{mandarin} };
my @surnames;
for my $row (sort { $a->[0] cmp $b->[0] } read_tsv('mandarin_surnames.tsv'))
{
	my ($character, $pinyin, $forms) = @$row;
	next if length $character != 1;
	my ($form) = split / /, $forms // '';
	my $number = $pinyin eq '-' ? 0 : $index{$pinyin} // die "$character: no syllable $pinyin\n";
	push @surnames, sprintf '{0x%04X, %d, "%s"}', ord $character, $number, $form // '';
}

# Words by their first character, of those with one the longest first
my @words = sort { ord $a->[0] <=> ord $b->[0] || length $b->[0] <=> length $a->[0] || $a->[0] cmp $b->[0] } read_tsv('han_words.tsv');
length $_->[0] <= WORD or die "$_->[0]: too long\n" for @words;

print c_banner('han.pl', 'han_table.h');
for my $language ('mandarin', 'cantonese')
{
	print c_array("const uint16_t sm_han_$language\[SM_HAN_LAST - SM_HAN_FIRST + 1]",
		map { ($number{$language}{ chr $_ } // 0) . ($simplified{ chr $_ } && $language eq 'mandarin' ? ' | SM_HAN_SIMPLIFIED' : '') } FIRST .. LAST);
}
print c_array('const SmMandarin sm_mandarin_spellings[]', '{"", ""}', map { sprintf '{"%s", "%s"}', @$_ } @{ $spelled{mandarin} });
print c_array('const char sm_cantonese_spellings[][SM_HAN_SPELLING]', '""', map { "\"$_->[0]\"" } @{ $spelled{cantonese} });
print c_array('const SmHanSurname sm_han_surnames[]', @surnames);
print 'const int sm_han_surname_count = ' . @surnames . ";\n\n";
print c_array('const SmHanWord sm_han_words[]', map { my @c = map { ord } split //, $_->[0];
	sprintf '{%d, {%s}, "%s"}', scalar @c, join(', ', map { sprintf '0x%04X', $_ } @c), $_->[1] } @words);
print 'const int sm_han_word_count = ' . @words . ";\n\n";
print c_assert(SM_HAN_FIRST => FIRST, SM_HAN_LAST => LAST, SM_HAN_WORD => WORD);
