#!/usr/bin/perl
# Writes the table of other spellings that are tried of a name: those of respellings.tsv, and those that follow from other tables
use strict;
use warnings;
use utf8;
use tables;

use constant { LETTERS => 24, WRITTEN => 24 };
my @kinds = qw(cyrillic arabic latin short long form ship kana han han_surname wade_giles hanja hanja_surname);
my (%rows, %seen);

# Add a row of a kind, the first of those of the same letters
sub add
{
	my ($kind, $letters, $written) = @_;
	return if $seen{$kind}{$letters}++;
	(() = bytes_of($letters)) < LETTERS && (() = bytes_of($written)) < WRITTEN or die "$letters: too long\n";
	push @{ $rows{$kind} }, [ $letters, $written ];
}

for my $r (read_tsv('respellings.tsv'))
{
	add(@$r);
	add('long', @$r[2, 1]) if $r->[0] eq 'short';
}
$_->[0] =~ /^[a-z]{2,20}$/ and add('form', $_->[0], '') for read_tsv('legal_forms.tsv');
$_->[0] eq 'ship' and add('ship', $_->[1], '') for read_tsv('markers.tsv');
# a small kana stands behind another, and none by itself; ッ doubles a consonant
for my $r (read_tsv('kana.tsv'))
{
	add('kana', $r->[1], $r->[0]) unless $r->[0] =~ /^[ァィゥェォャュョヮッ]/ || $r->[1] eq '';
}
for my $r (grep { $_->[0] =~ /^[kstp]/ } @{ $rows{kana} })
{
	add('kana', substr($r->[0], 0, 1) . $r->[0], "ッ$r->[1]");
}

# of the characters that sound so the one that names have most often
my (%count, %mandarin, %surname);
for my $r (read_tsv('name_hanja.tsv'))
{
	my ($syllable, @characters) = ($r->[0], split / /, $r->[1]);
	my %of = map { split /:/ } @characters;
	$count{$_} += $of{$_} for keys %of;
	my ($most) = sort { $of{$b} <=> $of{$a} || $a cmp $b } keys %of;
	add('hanja', $syllable, $most);
}
for my $r (read_tsv('han_readings.tsv'))
{
	# a syllable without a vowel is no part of a name
	next unless $r->[0] eq 'mandarin' && $r->[1] =~ /[aeiou]/;
	my ($most) = sort { ($count{$b} // 0) <=> ($count{$a} // 0) || $a cmp $b } split //, $r->[3];
	$mandarin{$_} = $r->[1] for split //, $r->[3];
	add('han', $r->[1], $most);
	add('wade_giles', $r->[1], $r->[2]);
}
$_->[1] ne '-' and $mandarin{ $_->[0] } = $_->[1] for read_tsv('mandarin_surnames.tsv');
my %prior = map { $_->[0] => $_->[1] } read_tsv('surname_priors.tsv');
for my $r (sort { $b->[2] * ($prior{ $b->[1] } // 0) <=> $a->[2] * ($prior{ $a->[1] } // 0) || $a->[0] cmp $b->[0] }
	grep { length $_->[0] == 1 } read_tsv('hanja_surnames.tsv'))
{
	add('hanja_surname', $r->[1], $r->[0]);
	add('han_surname', $mandarin{ $r->[0] }, $r->[0]) if $mandarin{ $r->[0] };
}

print c_banner('respelling.pl', 'respelling_table.h');
my $from = 0;
my @from = map { my $at = $from; $from += @{ $rows{$_} }; $at } @kinds;
# letters of UTF-8 as they are: compilers take them
print c_array('const SmRespellingRow sm_respellings[]', map { map { sprintf '{"%s", "%s"}', @$_ } @{ $rows{$_} } } @kinds);
print c_array('const uint16_t sm_respelling_from[SM_RESPELLINGS + 1]', @from, $from);
print c_assert(SM_RESPELLINGS => scalar @kinds, SM_RESPELLING_LETTERS => LETTERS, SM_RESPELLING_WRITTEN => WRITTEN);
