#!/usr/bin/perl
# Makes han_readings.tsv from the Unihan database; run by hand when that is renewed, no part of the build:
#	perl -Isrc/data src/data/han_readings.pl DIRECTORY > src/data/han_readings.tsv
# DIRECTORY holds Unihan_Readings.txt or the same with .bz2 (/usr/share/unicode of the Debian package unicode-data).
use strict;
use warnings;
use utf8;
use Unicode::Normalize;
use tables;
use wade_giles;

my $directory = shift or die "usage: han_readings.pl DIRECTORY\n";
my (%mandarin, %cantonese, $version);
my $path = "$directory/Unihan_Readings.txt";
my @open = -e $path ? ('<:encoding(UTF-8)', $path) : ('-|:encoding(UTF-8)', 'bzcat', "$path.bz2");

# What passports of Hong Kong write for a syllable of Jyutping
sub hong_kong
{
	my ($s) = @_;
	return 'sze' if $s eq 'si';
	$s =~ s/^ng(?=.)//;
	my ($i, $f) = $s =~ /^(gw|kw|[bpmfdtnlgkhwzcsj]|)(.+)$/ or return $s;
	my %initial = (b => 'p', d => 't', g => 'k', gw => 'kw', z => 'ch', c => 'ch', j => 'y');
	my %final = (aa => 'a', aai => 'ai', aau => 'au', aam => 'am', aan => 'an', aang => 'ang', aap => 'ap', aat => 'at', aak => 'ak',
		oeng => 'eung', oek => 'euk', eoi => 'ui', eon => 'un', eot => 'ut', ou => 'o', iu => 'iu', u => 'u', am => 'am', yu => 'yu',
		yun => 'uen', yut => 'uet', ui => 'ui', un => 'un', on => 'on', ot => 'ot', i => 'i', oi => 'oi', au => 'au');
	$f = $final{$f} // $f;
	$i = $initial{$i} // $i;
	$i = '' if $i eq 'y' && $f =~ /^(yu|uen|uet)$/;
	$f = "y$f" if $i eq '' && $f =~ /^ue/;
	$f = 'u' if $f eq 'yu' && $i =~ /^(ch|s)$/;
	$i = 'sh' if $i eq 's' && $f =~ /^(ing|un|ek|u|eung)$/;
	return $i . $f;
}

# Characters of the People's Republic that others do not write: they stand for another one, and no other for them
my (%traditional, %simplified);
my $variants = "$directory/Unihan_Variants.txt";
my @variants = -e $variants ? ('<:encoding(UTF-8)', $variants) : ('-|:encoding(UTF-8)', 'bzcat', "$variants.bz2");
open(my $forms, shift @variants, @variants) or die "$variants: $!\n";
while (my $line = <$forms>)
{
	next unless $line =~ /^U\+([4-9][0-9A-F]{3})\tk(Traditional|Simplified)Variant\t/;
	$2 eq 'Traditional' ? $traditional{ chr hex $1 } = 1 : $simplified{ chr hex $1 } = 1;
}
close $forms;

open(my $in, shift @open, @open) or die "$path: $!\n";
while (my $line = <$in>)
{
	$version = $1 if $line =~ /^# Unicode version: (\S+)/;
	next unless $line =~ /^U\+([4-9][0-9A-F]{3})\t(kMandarin|kCantonese)\t(\S+)/ && hex $1 >= 0x4E00;
	my ($c, $property, $reading) = (chr(hex $1), $2, $3);
	if ($property eq 'kMandarin')
	{
		# the first reading without its tone; ü stays
		$reading = NFD($reading);
		$reading =~ s/[\x{300}\x{301}\x{304}\x{30C}]//g;
		$mandarin{ NFC($reading) } .= $c;
	}
	else
	{
		$reading =~ s/[0-9]//g;
		$cantonese{ hong_kong($reading) } .= $c;
	}
}
close $in;

print <<"END";
# Readings of Chinese characters in Mandarin and Cantonese, as names are spelled in Latin letters
# Made by han_readings.pl from the Unihan database of Unicode $version (kMandarin, kCantonese: the first reading), the Cantonese ones as
# passports of Hong Kong write them.  Copyright (c) 1991-2022 Unicode, Inc.; see LICENSE.  The data has been modified.
# columns: language, pinyin without tones or a Cantonese spelling, Wade-Giles (of Mandarin), characters; a row
#   "simplified" holds those that only the People's Republic and Singapore write
END
for my $pinyin (sort keys %mandarin)
{
	my $plain = $pinyin =~ s/ü/u/gr;
	print join("\t", 'mandarin', $plain, wade_giles($pinyin) =~ s/'//gr =~ s/ü/u/gr, $mandarin{$pinyin}), "\n";
}
print join("\t", 'simplified', '', '', join '', grep { !$simplified{$_} } sort keys %traditional), "\n";
print join("\t", 'cantonese', $_, '', $cantonese{$_}), "\n" for sort keys %cantonese;
