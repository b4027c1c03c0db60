#!/usr/bin/perl
# Writes the table of Japanese names in characters
use strict;
use warnings;
use utf8;
use tables;

use constant CHARACTERS => 4;

my (%row, %offset);
my @pool = ("\\000");
my $length = 1;
for (read_tsv('japanese.tsv'))
{
	my ($kind, $reading, $number, $names) = @$_;
	if (!exists $offset{$reading})
	{
		$offset{$reading} = $length;
		push @pool, "$reading\\000";
		$length += length($reading) + 1;
	}
	$row{$kind}{$_}[ $number - 1 ] = $offset{$reading} for split / /, $names;
}

# The characters of a name as one number, the first one highest
sub key_of
{
	my ($name) = @_;
	length $name <= CHARACTERS or die "$name: too many characters\n";
	my $key = 0;
	$key = $key << 16 | ($_ < length $name ? ord substr $name, $_, 1 : 0) for 0 .. CHARACTERS - 1;
	return $key;
}

print c_banner('japanese_name.pl', 'japanese_name_table.h');
print "const char sm_japanese_pool[] =\n";
while (my @line = splice @pool, 0, 10) { print "\t\"", join('', @line), "\"\n"; }
print ";\n\n";
for my $kind (qw(surname given))
{
	my @rows = sort { $a->[0] <=> $b->[0] } map { [ key_of($_), @{ $row{$kind}{$_} } ] } keys %{ $row{$kind} };
	print c_array("const SmJapaneseName sm_japanese_${kind}s[]", map { sprintf '{UINT64_C(0x%X), {%d, %d}}', $_->[0], $_->[1], $_->[2] // 0 } @rows);
	print "const int sm_japanese_${kind}_count = " . @rows . ";\n\n";
}
print c_assert(SM_JAPANESE_CHARACTERS => CHARACTERS);
