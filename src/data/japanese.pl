#!/usr/bin/perl
# Makes japanese.tsv from a dictionary for MeCab; run by hand when that is renewed, no part of the build:
#	perl -Isrc/data src/data/japanese.pl naist-jdic.csv > src/data/japanese.tsv
# The file (of the Debian package mecab-naist-jdic-eucjp) is brought into UTF-8 before.
use strict;
use warnings;
use utf8;
use tables;

use constant { CHARACTERS => 4, READINGS => 2 };

my %kana = map { @$_ } read_tsv('kana.tsv');

# Hepburn's spelling of katakana without long vowels, '' if it cannot be spelled
sub hepburn
{
	my ($reading) = @_;
	my ($latin, $twice) = ('', 0);
	while ($reading ne '')
	{
		if ($reading =~ s/^ッ//) { $twice = 1; next; }
		next if $reading =~ s/^ー//;
		my $sound = $kana{ substr $reading, 0, 2 } && length $reading > 1 ? substr $reading, 0, 2 : substr $reading, 0, 1;
		my $letters = $kana{$sound} // return '';
		$reading = substr $reading, length $sound;
		my $last = substr $latin, -1;
		next if $letters eq 'o' && $last eq 'o' || $letters eq 'u' && ($last eq 'u' || $last eq 'o' && $reading !~ /^エ/);
		$latin .= $letters =~ /^c/ ? 't' : substr $letters, 0, 1 if $twice;
		$latin .= $letters;
		$twice = 0;
	}
	return $latin;
}

my %name;
open(my $in, '<:encoding(UTF-8)', shift // die "usage: japanese.pl FILE\n") or die "$!\n";
while (my $line = <$in>)
{
	my @column = split /,/, $line;
	next unless @column > 11 && $column[6] eq '人名' && $column[0] =~ /^[\x{4E00}-\x{9FFF}]+$/ && length $column[0] <= CHARACTERS;
	my $kind = { '姓' => 'surname', '名' => 'given' }->{ $column[7] } or next;
	my $latin = hepburn($column[11]);
	push @{ $name{$kind}{ $column[0] } }, [ $column[3], $latin ] if $latin ne '' && length $latin < 24;
}
close $in;

print <<"END";
# Japanese surnames and given names in characters, and how they are read
# Made by japanese.pl from NAIST-jdic 0.6.3b, copyright (c) 2009-2011, Nara Institute of Science and Technology, Japan; BSD
# licence, see LICENSE.  Hepburn's spelling without long vowels; of several readings the likeliest first, two at most.
# columns: surname or given, reading, which of the readings it is (1 or 2), characters of the names with it
END
for my $kind (qw(surname given))
{
	my %with;
	for my $characters (keys %{ $name{$kind} })
	{
		my %seen;
		my @readings = grep { !$seen{$_}++ } map { $_->[1] } sort { $a->[0] <=> $b->[0] || $a->[1] cmp $b->[1] } @{ $name{$kind}{$characters} };
		for my $i (0 .. READINGS - 1)
		{
			push @{ $with{ $readings[$i] . "\t" . ($i + 1) } }, $characters if $readings[$i];
		}
	}
	print join("\t", $kind, $_, join ' ', sort @{ $with{$_} }), "\n" for sort keys %with;
}
