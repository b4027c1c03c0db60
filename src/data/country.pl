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
print c_array('const SmCountryName sm_country_names[]',
	map { sprintf '{"%s", SM_COUNTRY(\'%s\', \'%s\')}', $_, split //, $bytes{$_} } sort keys %bytes);
print 'const int sm_country_name_count = ' . scalar(keys %bytes) . ";\n";
