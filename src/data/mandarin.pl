#!/usr/bin/perl
# Makes mandarin_syllables.tsv from the Unihan database; run by hand when that is renewed, no part of the build:
#	perl -Isrc/data src/data/mandarin.pl DIRECTORY > src/data/mandarin_syllables.tsv
# DIRECTORY holds Unihan_Readings.txt or the same with .bz2 (/usr/share/unicode of the Debian package unicode-data).
# P(Mandarin | syllable) = sum over characters of P(character | syllable in names), each with its reading.
use strict;
use warnings;
use utf8;
use Unicode::Normalize;
use tables;
use syllables;
use wade_giles;

# Spellings rarer than this are left out
use constant LEAST => 0.015;

my $directory = shift or die "usage: mandarin.pl DIRECTORY\n";
my (%mandarin, $version);
my $path = "$directory/Unihan_Readings.txt";
my @open = -e $path ? ('<:encoding(UTF-8)', $path) : ('-|:encoding(UTF-8)', 'bzcat', "$path.bz2");
open(my $in, shift @open, @open) or die "$path: $!\n";
while (my $line = <$in>)
{
	$version = $1 if $line =~ /^# Unicode version: (\S+)/;
	# the first reading without its tone; ü stays
	next unless $line =~ /^U\+([0-9A-F]+)\tkMandarin\t(\S+)/;
	my ($c, $pinyin) = (chr(hex $1), NFD($2));
	$pinyin =~ s/[\x{300}\x{301}\x{304}\x{30C}]//g;
	$mandarin{$c} = NFC($pinyin);
}
close $in;

# Add the spellings of a character with their weight: ü typed as it can be, apostrophes mostly left out
my %spelled;    # system, role, syllable, spelling -> weight
sub add
{
	my ($role, $s, $pinyin, $weight) = @_;
	my $wade = wade_giles($pinyin);
	my %pinyin = $pinyin =~ /ü/ ? ($pinyin => 0.5, $pinyin =~ s/ü/v/r => 0.3, $pinyin =~ s/ü/yu/r => 0.2) : ($pinyin => 1);
	my %wade = $wade =~ /^(p|t|k|ch)'/ ? ($wade => 0.3, $wade =~ s/'//r => 0.7) : ($wade =~ s/'//r => 1);
	for ([ 'pinyin', %pinyin ], [ 'wadegiles', %wade ])
	{
		my ($system, %w) = @$_;
		$spelled{$system}{$role}{$s}{ $_ =~ s/ü/u/r } += $weight * $w{$_} for sort keys %w;
	}
}

my (%characters, %surname_reading, %hong_kong);
for my $r (read_tsv('name_hanja.tsv'))
{
	$characters{ $r->[0] } = { map { split /:/ } split / /, $r->[1] };
}
# what no name is known to have is read by any character
my %any;
for my $r (read_tsv('hanja.tsv'))
{
	$any{$1}{ $r->[0] } = 1 if $r->[2] eq '' && $r->[1] =~ /^(.)$/;
}
for my $s (@{ $list{given} })
{
	my $w = $characters{$s} || $any{$s} || {};
	for my $c (sort keys %$w) { add('given', $s, $mandarin{$c}, $w->{$c}) if $mandarin{$c}; }
}

for my $r (read_tsv('mandarin_surnames.tsv'))
{
	$surname_reading{ $r->[0] } = $r->[1] if $r->[1] ne '-';
	$hong_kong{ $r->[0] } = [ split / /, $r->[2] ];
}
for my $r (read_tsv('hanja_surnames.tsv'))
{
	my ($hanja, $name, $share) = @$r;
	next if $share < 0.001;
	my $pinyin = join '', map { $surname_reading{$_} || $mandarin{$_} || '?' } split //, $hanja;
	next if $pinyin =~ /\?/;
	if (length $hanja == 1) { add('surname', $name, $pinyin, $share); }
	else { $spelled{pinyin}{surname}{$name}{ $pinyin =~ s/ü/u/r } += $share; }
	# as often as the regular form
	my @forms = @{ $hong_kong{$hanja} || [] };
	$spelled{wadegiles}{surname}{$name}{$_} += $share / @forms for @forms;
}

print <<"END";
# Spellings of syllables and surnames in Mandarin: P(spelling | syllable, system)
# Made by mandarin.pl from the Unihan database of Unicode $version (kMandarin), name_hanja.tsv, hanja_surnames.tsv and mandarin_surnames.tsv.
# Copyright (c) 1991-2022 Unicode, Inc.; see LICENSE.  The data has been modified.
# columns: system, given or surname, hangul, spelling, weight
END
for my $system (sort keys %spelled)
{
	for my $role ('given', 'surname')
	{
		for my $s (grep { $spelled{$system}{$role}{$_} } @{ $list{$role} })
		{
			my $w = $spelled{$system}{$role}{$s};
			my $sum = 0;
			$sum += $_ for values %$w;
			for my $sp (sort { $w->{$b} <=> $w->{$a} || $a cmp $b } keys %$w)
			{
				my $p = $w->{$sp} / $sum;
				print join("\t", $system, $role, $s, $sp, sprintf('%.3f', $p)), "\n" if $p >= LEAST;
			}
		}
	}
}
