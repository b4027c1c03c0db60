#!/usr/bin/perl
# Turns the tables of syllables into what a Hangul syllable as written stands for
use strict;
use warnings;
use utf8;
use tables;
use syllables;

my %law;
for my $r (read_tsv('south_korean_forms.tsv')) { $law{ $r->[0] }{ $r->[1] } = $r->[2]; }
my %iy = map { $_ => 1 } qw(ㅣ ㅑ ㅕ ㅖ ㅛ ㅠ ㅒ);

sub meant_surname
{
	my ($s) = @_;
	my %p = %{ $law{$s} || {} };
	my $rest = 1;
	$rest -= $_ for values %p;
	$p{$s} += $rest;
	return %p;
}

sub meant_given
{
	my ($s) = @_;
	my ($o, $v, $t) = jamo_of($s);
	my $own = $prior{given}{$s} || 1e-5;
	my %p = ($s => $own);
	my $r = compose($jamo{onset}{'ㄹ'}, $v, $t);
	my $n = compose($jamo{onset}{'ㄴ'}, $v, $t);
	if ($onset[$o] eq 'ㅇ' && $iy{ $nucleus[$v] })
	{
		$p{$r} = $prior{given}{$r} if $prior{given}{$r};
		$p{$n} = 0.15 * $prior{given}{$n} if $prior{given}{$n};
	}
	elsif ($onset[$o] eq 'ㄴ' && !$iy{ $nucleus[$v] })
	{
		$p{$r} = $prior{given}{$r} if $prior{given}{$r};
	}
	return %p;
}

sub written
{
	my ($role, %p) = @_;
	delete $p{$_} for grep { !exists $id{$role}{$_} } keys %p;
	my $z = 0;
	$z += $p{$_} for sort keys %p;
	return (65535, 0) if $z <= 0;
	$_ /= $z for values %p;
	my $mass = 0;
	$mass += $prior{$role}{$_} for sort keys %p;
	return (cost($mass), slot($role, \%p));
}

# South Korean forms are written too
my (%seen, @written, @long);
$seen{$_} = 1 for @{ $list{given} }, (grep { length($_) == 1 } @{ $list{surname} }), keys %law;
for my $s (sort keys %seen)
{
	my ($gc, $gs) = written('given', meant_given($s));
	my ($sc, $ss) = written('surname', meant_surname($s));
	push @written, sprintf('{0x%X, %d, %d, %d, %d}', ord($s), $gc, $sc, $gs, $ss);
}
for my $s (grep { length($_) == 2 } @{ $list{surname} })
{
	my ($c, $slot) = written('surname', $s => 1);
	push @long, sprintf('{{0x%X, 0x%X}, %d, %d}', ord($s), ord(substr($s, 1)), $c, $slot);
}


print c_banner('hangul.pl', 'hangul_table.h');
print c_array('const SmWritten sm_written[]', @written);
print 'const int sm_written_count = ' . scalar(@written) . ";\n\n";
print c_array('const SmLongSurname sm_long_surnames[]', @long);
print 'const int sm_long_surname_count = ' . scalar(@long) . ";\n\n";
print slots_array('const uint16_t sm_hangul_slots[]');
