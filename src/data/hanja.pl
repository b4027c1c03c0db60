#!/usr/bin/perl
# Turns the readings of Chinese characters into slots
use strict;
use warnings;
use utf8;
use tables;
use syllables;

my (@reading, %reading_at);

# The place of a slot and its cost among the readings of given-name syllables
sub reading
{
	my ($slot, $cost) = @_;
	my $key = "{$slot, $cost}";
	if (!exists $reading_at{$key})
	{
		$reading_at{$key} = @reading;
		push @reading, $key;
	}
	return $reading_at{$key};
}

# A reading is as likely as its weight and the root of its syllable's frequency in given names make it
sub given_reading
{
	my %w = map { /^(.)(?::(.*))?$/ ? ($1 => $2 || 1) : () } split / /, $_[0];
	delete $w{$_} for grep { !exists $id{given}{$_} } keys %w;
	return unless %w;
	my (%p, $z, $mass);
	for my $s (sort keys %w)
	{
		$p{$s} = $w{$s} * sqrt($prior{given}{$s});
		$z += $p{$s};
		$mass += $w{$s} * $prior{given}{$s};
	}
	$_ /= $z for values %p;
	return reading(slot('given', \%p), cost($mass));
}

my (%row, %forms);
for my $r (read_tsv('hanja.tsv'))
{
	my $reading = given_reading($r->[1]);
	$row{ ord $r->[0] } = $reading if defined $reading;
	push @{ $forms{$_} }, $r->[0] for split //, $r->[2];
}
# Other characters, by their readings
my %more;
for my $r (read_tsv('hanja_more.tsv'))
{
	push @{ $more{$_} }, $r->[0] for split //, $r->[1];
}
for my $c (sort keys %more)
{
	my $reading = given_reading(join ' ', @{ $more{$c} });
	$row{ ord $c } = $reading if defined $reading;
}
die "more readings than a row can tell apart\n" if @reading > 4096;

# What surname a character or two are: every form of them, unless it has a row itself
my (%surname, %own);
my @surnames = read_tsv('hanja_surnames.tsv');
$own{ $_->[0] } = 1 for @surnames;
for my $r (@surnames)
{
	my ($hanja, $name, $share) = @$r;
	die "$hanja: no surname $name\n" unless exists $id{surname}{$name};
	my @written = ('');
	for my $c (split //, $hanja)
	{
		@written = map { my $w = $_; map { $w . $_ } $c, @{ $forms{$c} || [] } } @written;
	}
	for my $w (@written)
	{
		next if $w ne $hanja && $own{$w};
		my $p = $share * $prior{surname}{$name};
		$surname{$w}{$name} = $p if $p > ($surname{$w}{$name} || 0);
	}
}

my @rows;
for my $w (sort { ord $a <=> ord $b || length $a <=> length $b || $a cmp $b } keys %surname)
{
	my %p = %{ $surname{$w} };
	my $mass = 0;
	$mass += $p{$_} for sort keys %p;
	$_ /= $mass for values %p;
	push @rows, sprintf('{{0x%X, 0x%X}, {%d, %d}}', ord $w, length $w > 1 ? ord(substr($w, 1)) : 0,
		slot('surname', \%p), cost($mass));
}

print c_banner('hanja.pl', 'hanja_table.h');
print c_array('const uint32_t sm_hanja[]', map { sprintf '0x%X', $_ << 12 | $row{$_} } sort { $a <=> $b } keys %row);
print 'const int sm_hanja_count = ' . scalar(keys %row) . ";\n\n";
print c_array('const SmHanjaReading sm_hanja_readings[]', @reading);
print c_array('const SmHanjaSurname sm_hanja_surnames[]', @rows);
print 'const int sm_hanja_surname_count = ' . scalar(@rows) . ";\n\n";
print slots_array('const uint16_t sm_hanja_slots[]');
