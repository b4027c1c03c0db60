#!/usr/bin/perl
# Turns the names of countries into an array sorted by what is compared of them: letters and digits, lower case, no marks
use strict;
use warnings;
use utf8;
use tables;
use Unicode::Normalize;

sub folded { return lc(NFKD($_[0]) =~ s/\p{Mn}//gr) =~ s/[^\p{L}\p{N}]//gr; }

my %code;
for my $r (read_tsv('countries.tsv'))
{
	my ($code, $name) = @$r;
	my $key = folded($name);
	die "$name: of two countries\n" if ($code{$key} // $code) ne $code;
	$code{$key} = $code;
}
my %bytes = map { utf8::encode(my $b = $_); $b => $code{$_} } keys %code;
binmode(STDOUT, ':raw');
print c_banner('country.pl', 'country_table.h');
my @names = map { utf8::decode(my $n = $_); $n } sort keys %bytes;
my $from = 0;
my @rows;
for my $bytes (sort keys %bytes)
{
	push @rows, sprintf '{%d, SM_COUNTRY(\'%s\', \'%s\')}', $from, split //, $bytes{$bytes};
	$from += length $bytes;
}
print c_pool('sm_country_letters', @names);
print c_array('const SmCountryName sm_country_names[]', @rows, "{$from, 0}");
print 'const int sm_country_name_count = ' . scalar(keys %bytes) . ";\n";
