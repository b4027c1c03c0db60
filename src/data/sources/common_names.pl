#!/usr/bin/perl
# Makes common_names.tsv; run by hand when its sources are renewed, no part of the build:
#	perl -Isrc/data src/data/sources/common_names.pl forenames.csv surnames.csv male female > src/data/common_names.tsv
# forenames.csv and surnames.csv are common-forenames-by-country.csv and common-surnames-by-country.csv of the
# popular-names-by-country-dataset, male and female dist.male.first and dist.female.first of the US Census of 1990.
use strict;
use warnings;
use utf8;
use Unicode::Normalize;
use tables;

# Bits of a name that is common in one country, what each further country takes off, and the fewest
my %rule = (given => [ 11, 0.4, 8.5 ], surname => [ 11.5, 0.4, 10 ]);
# What a given name of the United States is rarer among all people than there, in bits, and the most that is told
use constant { RARER => 3, MOST => 11 };
# Countries whose names are read syllable by syllable
my %left_out = map { $_ => 1 } qw(KR);

# Letters without marks, as words are compared
my %fold = map { @$_ } read_tsv('letters.tsv');

sub plain
{
	my ($name) = @_;
	return join('', map { $fold{$_} // $_ } split //, NFKD(lc $name) =~ s/\p{Mn}//gr) =~ s/['’`ʻ]//gr;
}

my %countries;
my %bits;
my ($forenames, $surnames, @census) = @ARGV;
@census == 2 or die "usage: common_names.pl forenames.csv surnames.csv male female\n";

for my $file ([ $forenames, 'given', 11 ], [ $surnames, 'surname', 5 ])
{
	my ($path, $kind, $column) = @$file;
	open(my $in, '<:encoding(UTF-8)', $path) or die "$path: $!\n";
	my $header = <$in>;
	while (my $line = <$in>)
	{
		my @field = map { s/^"|"$//gr } $line =~ /("[^"]*"|[^,\r\n]*)(?:,|\r?\n)/g;
		next if $left_out{ $field[0] };
		for my $name (split /[\s\/-]+/, plain($field[$column] // ''))
		{
			$countries{$kind}{$name}{ $field[0] } = 1 if $name =~ /^[a-z]{3,}$/;
		}
	}
	close $in;
}
for my $kind (sort keys %countries)
{
	my ($one, $further, $least) = @{ $rule{$kind} };
	for my $name (keys %{ $countries{$kind} })
	{
		my $bits = $one - $further * (keys(%{ $countries{$kind}{$name} }) - 1);
		$bits = $least if $bits < $least;
		$bits{$name} = $bits if $bits < ($bits{$name} // 99);
	}
}
for my $path (@census)
{
	open(my $in, '<', $path) or die "$path: $!\n";
	while (my $line = <$in>)
	{
		my ($name, $percent) = split ' ', $line;
		next unless defined $percent && $percent > 0 && length $name >= 3;
		my $bits = RARER - log($percent / 100) / log(2);
		$bits{ lc $name } = $bits if $bits <= MOST && $bits < ($bits{ lc $name } // 99);
	}
	close $in;
}

print "# Names that many people bear, and the most bits that they count\n"
  . "# Names among the most popular of a country: popular-names-by-country-dataset (CC0), romanised, without Korea's; a given name\n"
  . "# counts 11 bits and a surname 11.5, less by .4 for each further country, at least 8.5 and 10. Given names of the United States: Census\n"
  . "# 1990, dist.male.first and dist.female.first (public domain); log2 of the share and 3 bits more, for what shares they have\n"
  . "# of all people. Made by sources/common_names.pl. Words that count fewer bits in words.tsv keep them.\n"
  . "# columns: word, bits\n";
printf "%s\t%.1f\n", $_, $bits{$_} for sort keys %bits;
