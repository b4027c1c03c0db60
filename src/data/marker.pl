#!/usr/bin/perl
# Turns the table of words and parts of words that tell what a name is into C
use strict;
use warnings;
use utf8;
use tables;

my %of;
push @{ $of{ $_->[0] } }, $_->[1] for read_tsv('markers.tsv');

# Whole words, with blanks around each
sub words
{
	my ($name, $kind) = @_;
	print "const char ${name}[] = \" @{$of{$kind}} \";\n";
}

# Single letters
sub letters
{
	my ($name, $kind) = @_;
	print "const char ${name}[] = \"" . join('', @{ $of{$kind} }) . "\";\n";
}

# Starts or ends of words
sub parts
{
	my ($name, $kind) = @_;
	print "\n", c_array("const SmMarker ${name}[]", map { s/_/ /gr } map { sprintf '{"%s", %d}', $_, scalar(my @b = bytes_of($_)) } @{ $of{$kind} });
	print "const int ${name}_count = " . scalar(@{ $of{$kind} }) . ";\n";
}

print c_banner('marker.pl', 'marker_table.h');
words('sm_ship_prefixes', 'ship');
letters('sm_ship_first_letters', 'ship_first');
letters('sm_ship_second_letters', 'ship_second');
words('sm_ordinal_ends', 'ordinal');
words('sm_number_words', 'number');
words('sm_registered_words', 'registered');
words('sm_connectives', 'connective');
words('sm_names_too', 'name_too');
letters('sm_connective_letters', 'letter');
parts('sm_patronymic_ends', 'patronymic');
parts('sm_patronymic_stems', 'patronymic_stem');
parts('sm_patronymic_given_ends', 'patronymic_given');
parts('sm_joining_letters', 'letter_joins');
parts('sm_company_ands', 'company_and');
parts('sm_parent_words', 'parent');
parts('sm_son_words', 'son');
parts('sm_bound_words', 'bound');
parts('sm_faith_words', 'faith');
parts('sm_airline_titles', 'airline_title');
parts('sm_months', 'month');
parts('sm_month_names', 'month_name');
parts('sm_about_words', 'about');
parts('sm_from_words', 'from');
parts('sm_to_words', 'to');
parts('sm_about_ends', 'about_end');
parts('sm_born_ends', 'born_end');
parts('sm_form_words', 'form');
parts('sm_form_parts', 'form_part');
# Of the words of legal forms: how long those are that begin with a letter, and that end with one, a bit for each length
my @lengths = (0) x 26;
my @last_lengths = (0) x 26;
for my $word (map { @{ $of{$_} } } qw(form form_part))
{
	$lengths[ord($word) - ord 'a'] |= 1 << length $word;
	$last_lengths[ord(substr $word, -1) - ord 'a'] |= 1 << length $word;
}
print "\n", c_array('const uint32_t sm_form_lengths[26]', @lengths);
print "\n", c_array('const uint32_t sm_form_last_lengths[26]', @last_lengths);
# What words end in that may have one of them behind: by the last letter the one before it, a bit each
my @ends = (0) x 26;
$ends[ord(substr $_, -1) - ord 'a'] |= 1 << ord(substr $_, -2, 1) - ord 'a' for map { @{ $of{$_} } } qw(form form_part form_end form_short_end);
print "\n", c_array('const uint32_t sm_form_last_letters[26]', map { sprintf '0x%X', $_ } @ends);
parts('sm_form_dotted', 'form_dotted');
parts('sm_form_ends', 'form_end');
parts('sm_form_short_ends', 'form_short_end');
parts('sm_form_starts', 'form_start');
