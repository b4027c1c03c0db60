#!/usr/bin/perl
# Turns the weights of words into numbers, bits into 1/256 bit
use strict;
use warnings;
use utf8;
use tables;

sub number_of
{
	my ($what, $value, $unit) = @_;
	return int($value * 256 + ($value < 0 ? -0.5 : 0.5)) if $unit eq 'bits';
	$unit =~ /^(?:256ths|letters|tenths|number)$/ && $value =~ /^\d+$/ or die "$what: no $unit\n";
	return $value;
}

# the digests of index nodes rest on how short words with a wrong letter may be: the compiler must know
my %shortest = map { ('SM_' . uc($_->[0] =~ tr/-/_/r) => $_->[1]) } grep { $_->[2] eq 'letters' && $_->[0] =~ /^near/ } read_tsv('word_weights.tsv');
my @weights = grep { !exists $shortest{'SM_' . uc($_->[0] =~ tr/-/_/r)} } read_tsv('word_weights.tsv');
my @distances = read_tsv('word_distances.tsv');
print c_banner('word_weight.pl', 'word_weight_table.h');
print c_array('const SmWordWeights sm_word_weights', map { '.' . $_->[0] =~ tr/-/_/r . ' = ' . number_of(@$_) } @weights);
print c_array('const SmWordDistance sm_word_distances[SM_WORD_DISTANCES]', map { "{$_->[1], $_->[2]}" } @distances);
print c_assert(%shortest, 'sizeof(SmWordWeights) / sizeof(int32_t)' => scalar @weights, SM_WORD_DISTANCES => scalar @distances);
