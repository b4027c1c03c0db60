#!/usr/bin/perl
# Makes hanja.tsv from the Unihan database; run by hand when that is renewed, no part of the build:
#	perl -Isrc/data src/data/unihan.pl DIRECTORY > src/data/hanja.tsv
# DIRECTORY holds Unihan_Readings.txt, Unihan_Variants.txt and Unihan_OtherMappings.txt, or the same with .bz2
# (/usr/share/unicode of the Debian package unicode-data).
use strict;
use warnings;
use utf8;
use List::Util qw(uniq);
use Unicode::Normalize;
use tables;
use syllables;

my $directory = shift or die "usage: unihan.pl DIRECTORY\n";
my (%unihan, $version);

for my $file (qw(Readings Variants OtherMappings))
{
	my $path = "$directory/Unihan_$file.txt";
	my @open = -e $path ? ('<:encoding(UTF-8)', $path) : ('-|:encoding(UTF-8)', 'bzcat', "$path.bz2");
	open(my $in, shift @open, @open) or die "$path: $!\n";
	while (my $line = <$in>)
	{
		chomp $line;
		$version = $1 if $line =~ /^# Unicode version: (\S+)/;
		my ($c, $key, $value) = split /\t/, $line;
		$unihan{$key}{ chr(hex $1) } = $value if $c && $c =~ /^U\+([0-9A-F]+)$/;
	}
	close $in;
}

# Yale letters of kKorean
my %yale_onset = ('', 'ㅇ', qw(K ㄱ KK ㄲ N ㄴ T ㄷ TT ㄸ L ㄹ M ㅁ P ㅂ PP ㅃ S ㅅ SS ㅆ C ㅈ CC ㅉ CH ㅊ KH ㅋ TH ㅌ PH ㅍ H ㅎ));
my %yale_nucleus = qw(A ㅏ AY ㅐ YA ㅑ YAY ㅒ E ㅓ EY ㅔ YE ㅕ YEY ㅖ O ㅗ WA ㅘ WAY ㅙ OY ㅚ YO ㅛ WU ㅜ WE ㅝ WEY ㅞ
  WI ㅟ YU ㅠ U ㅡ UY ㅢ I ㅣ);
my %yale_coda = ('', '∅', qw(K ㄱ N ㄴ L ㄹ M ㅁ P ㅂ NG ㅇ S ㅅ));

sub from_yale
{
	my ($yale) = @_;
	my ($o, $v, $t) = $yale =~ /^([KNTLMPSCH]*)([AEIOUWY]+)([KNLMPGS]*)$/ or return;
	return unless defined $yale_onset{$o} && $yale_nucleus{$v} && defined $yale_coda{$t};
	return compose($jamo{onset}{ $yale_onset{$o} }, $jamo{nucleus}{ $yale_nucleus{$v} }, $jamo{coda}{ $yale_coda{$t} });
}

# The syllable with another onset
sub with_onset
{
	my ($s, $onset) = @_;
	my (undef, $v, $t) = jamo_of($s);
	return compose($jamo{onset}{$onset}, $v, $t);
}

# Readings a character has itself, with weights.  A syllable that the initial-sound law makes of
# another reading is dropped for that one, unless it is the one the lists of names and schools have.
sub own_readings
{
	my ($c) = @_;
	my $text = $unihan{kHangul}{$c} or return;
	my (%named, %weight);
	for my $r (split / /, $text)
	{
		my ($s, $flags) = split /:/, NFC($r);
		$named{$s} = ($flags || '') =~ /[EN]/ ? 1 : 0;
	}
	my $any = grep { $_ } values %named;
	my %old = map { (from_yale($_) || '') => 1 } split / /, $unihan{kKorean}{$c} || '';
	for my $s (keys %named)
	{
		$weight{$s} = $named{$s} || !$any ? 1 : 0.15;
		for my $pair ([ 'ㅇ', 'ㄹ' ], [ 'ㅇ', 'ㄴ' ], [ 'ㄴ', 'ㄹ' ])
		{
			my ($late, $early) = map { with_onset($s, $_) } @$pair;
			next unless exists $named{$late} && exists $named{$early};
			my $kept = $named{$early} == $named{$late} ? $old{$late} && !$old{$early} : $named{$late};
			$kept = 0 if $old{$early} && !$old{$late};
			$weight{ $kept ? $early : $late } = 0;
			$weight{ $kept ? $late : $early } = 1 if $named{$late} || $named{$early};
		}
	}
	delete $weight{$_} for grep { !$weight{$_} } keys %weight;
	return \%weight;
}

# Characters that may stand for another one; nearest kind first
my %link;
sub add_link { my ($kind, $c, $d) = @_; $link{$kind}{$c}{$d} = 1 if $c ne $d; }
$link{shinjitai}{ $_->[0] }{ $_->[1] } = 1 for read_tsv('shinjitai.tsv');
for my $c (keys %{ $unihan{kJinmeiyoKanji} })
{
	add_link('shinjitai', chr(hex $1), $c) if $unihan{kJinmeiyoKanji}{$c} =~ /:U\+([0-9A-F]+)/;
}
for my $key (qw(kTraditionalVariant kSimplifiedVariant kZVariant kSemanticVariant))
{
	for my $c (keys %{ $unihan{$key} })
	{
		for my $d (map { chr(hex $_) } $unihan{$key}{$c} =~ /U\+([0-9A-F]+)/g)
		{
			add_link('traditional', $c, $d) if $key eq 'kTraditionalVariant';
			add_link('traditional', $d, $c) if $key eq 'kSimplifiedVariant';
			add_link('variant', $c, $d), add_link('variant', $d, $c) if $key eq 'kZVariant';
			add_link('semantic', $c, $d) if $key eq 'kSemanticVariant';
		}
	}
}

# Readings of a character and the characters they were taken from; its own before any other's
sub readings
{
	my ($c, $depth) = @_;
	my $own = own_readings($c);
	return ($own, '') if $own;
	for my $kind (qw(shinjitai traditional variant semantic))
	{
		my (%weight, @of);
		next if $depth > 1;
		for my $d (sort keys %{ $link{$kind}{$c} || {} })
		{
			my ($far, $from) = readings($d, $depth + 1);
			next unless $far;
			push @of, $from ne '' ? $from : $d;
			for my $s (keys %$far) { $weight{$s} = $far->{$s} if ($weight{$s} || 0) < $far->{$s}; }
		}
		return (\%weight, join('', uniq(@of))) if @of;
	}
	my %weight = map { (from_yale($_) || '') => 1 } split / /, $depth == 0 && $unihan{kKorean}{$c} || '';
	delete $weight{''};
	return %weight ? (\%weight, '') : ();
}

print <<"END";
# Readings of Chinese characters in Korean names, in DPRK spelling: no initial-sound law
# Made by unihan.pl from the Unihan database of Unicode $version (kHangul; kTraditionalVariant and others for characters without;
# else kKorean) and shinjitai.tsv.  Copyright (c) 1991-2022 Unicode, Inc.; see LICENSE.  The data has been modified.
# columns: character, readings (weight after a colon if it is not 1), characters whose readings these are if not its own
END
my %all;
$all{$_} = 1 for map { keys %$_ } @unihan{qw(kHangul kKorean)}, values %link;
for my $c (sort keys %all)
{
	next if NFKC($c) ne $c;
	my ($weight, $of) = readings($c, 0);
	next unless $weight;
	my @r = map { $weight->{$_} == 1 ? $_ : "$_:$weight->{$_}" }
	  sort { $weight->{$b} <=> $weight->{$a} || $a cmp $b } keys %$weight;
	print join("\t", $c, join(' ', @r), $of), "\n";
}
