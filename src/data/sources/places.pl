#!/usr/bin/perl
# Makes places.tsv; run by hand when its sources are renewed, no part of the build:
#	perl -Isrc/data src/data/sources/places.pl cityMap.json cities.txt > src/data/places.tsv
# cityMap.json is data of the npm package city-timezones, cities.txt what sources/cities.c prints.
use strict;
use warnings;
use utf8;
use JSON::PP;
use Unicode::Normalize;
use tables;

# Least inhabitants of a town; of countries that many fields name fewer will do
use constant { INHABITANTS => 150_000, INHABITANTS_NEAR => 30_000 };
my %near = map { $_ => 1 } qw(KP KR CN HK MO TW JP RU MN VN LA KH TH MM MY SG ID PH AE IR SY CU);
# Countries whose provinces stand in addresses
my %provinces = map { $_ => 1 } qw(KP KR CN JP RU MN VN TH MY ID PH IN PK US CA AU UA KZ DE FR ES IT PL BR MX AR NG ZA IR);

my ($json, $cities) = @ARGV;
defined $cities or die "usage: places.pl cityMap.json cities.txt\n";
my %place;

open(my $in, '<:raw', $json) or die "$json: $!\n";
my $towns = decode_json(do { local $/; <$in> });
close $in;
for my $town (@$towns)
{
	my $least = $near{ $town->{iso2} // '' } ? INHABITANTS_NEAR : INHABITANTS;
	$place{ $town->{city} } = 1 if $town->{pop} >= $least;
	$place{ $town->{province} } = 1 if $provinces{ $town->{iso2} // '' } && defined $town->{province};
}
open($in, '<:encoding(UTF-8)', $cities) or die "$cities: $!\n";
while (my $line = <$in>)
{
	chomp $line;
	$place{$line} = 1;
}
close $in;

# What is compared of a place: letters without marks and blanks between
sub plain { return lc(NFKD($_[0]) =~ s/\p{Mn}//gr) =~ s/['’ʼ]//gr =~ s/[^\p{L}]+/ /gr; }

my %seen = map { plain($_->[1]) => 1 } read_tsv('beside.tsv'), read_tsv('countries.tsv');
print "# Towns and provinces that stand beside names\n"
  . "# Latin: Natural Earth (public domain) as the npm package city-timezones 1.3.4 (MIT) has it: towns of 150,000 inhabitants and\n"
  . "# more, around Korea and in countries of trade with it of 30,000, and provinces. In 17 languages: the towns that time zones are\n"
  . "# named after, of CLDR 41 as ICU 72 knows them. Copyright (c) 1991-2022 Unicode, Inc.; see LICENSE.  The data has been modified.\n"
  . "# Made by sources/places.pl. Left out: what beside.tsv and countries.tsv have.\n"
  . "# columns: place\n";
for my $name (sort keys %place)
{
	my $script = $name =~ /^[\p{Latin}'’ʼ. -]{4,}$/ || $name =~ /^[\p{Cyrillic} -]{4,}$/ ||
	  $name =~ /^(?:\p{Hangul}|\p{Han}|[\p{Hiragana}\p{Katakana}ー・])[\p{Hangul}\p{Han}\p{Hiragana}\p{Katakana}ー・]+$/;
	next if !$script || $seen{ plain($name) }++;
	print "$name\n";
}
