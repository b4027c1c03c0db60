#!/usr/bin/perl
# Turns the tables of syllables and surnames into their inventory
use strict;
use warnings;
use utf8;
use tables;
use syllables;

# Places along an order in which confusable syllables lie together, as wide as they are frequent
my %class;
my $n = 0;
for my $group ('ㄱㅋㄲ', 'ㄷㅌㄸ', 'ㅂㅍㅃ', 'ㅈㅊㅉ', 'ㅅㅆ', 'ㅎ', 'ㅁ', 'ㄴ', 'ㄹ', 'ㅇ')
{
	$class{$_} = $n for split //, $group;
	$n++;
}
my %vowel;
@vowel{ split / /, 'ㅏ ㅑ ㅘ ㅐ ㅒ ㅙ ㅔ ㅖ ㅞ ㅚ ㅕ ㅓ ㅗ ㅝ ㅛ ㅜ ㅠ ㅡ ㅢ ㅟ ㅣ' } = 0 .. 20;

sub places
{
	my ($role) = @_;
	my %rank;
	for my $s (@{ $list{$role} })
	{
		my ($o, $v, $t) = jamo_of($s);
		$rank{$s} = sprintf('%02d%02d%02d%02d', $class{ $onset[$o] }, $t, $vowel{ $nucleus[$v] }, $o);
	}
	my ($sum, $total, %place) = (0, 0);
	$total += $prior{$role}{$_} for @{ $list{$role} };
	for my $s (sort { $rank{$a} cmp $rank{$b} || $a cmp $b } @{ $list{$role} })
	{
		$place{$s} = down(1023 * ($sum + $prior{$role}{$s} / 2) / $total);
		$sum += $prior{$role}{$s};
	}
	return \%place;
}

sub syllable_rows
{
	my ($role) = @_;
	my $place = places($role);
	my @rows;
	for my $s (@{ $list{$role} })
	{
		my @j = length($s) == 1 ? jamo_of($s) : (255, 255, 255);
		push @rows, sprintf('{{0x%X, %s}, %d, %d, %d, %d, %d}', ord($s),
			length($s) > 1 ? sprintf('0x%X', ord(substr($s, 1))) : 0, @j, prior_cost($role, $s), $place->{$s});
	}
	return @rows;
}

# Jamo taken for one another, and the syllables that differ in one such pair
my %near;
for my $r (read_tsv('near.tsv'))
{
	my @j = split / /, $r->[1];
	for my $a (@j) { $near{ $r->[0] }[ $jamo{ $r->[0] }{$a} ] |= 1 << $jamo{ $r->[0] }{$_} for @j; }
}

# How alike two syllables are that differ: 2 in one near pair, 1 in two of them or in one pair that is not near, else 0
sub likeness
{
	my ($s, $t) = @_;
	return 0 if $s eq $t || length($s) > 1 || length($t) > 1;
	my @s = jamo_of($s);
	my @t = jamo_of($t);
	my @differ = grep { $s[$_] != $t[$_] } 0 .. 2;
	my $near = grep { ($near{ (qw(onset nucleus coda))[$_] }[ $s[$_] ] // 0) >> $t[$_] & 1 } @differ;
	return 0 if @differ > 2 || (@differ == 2 && $near < 2);
	return @differ == 1 && $near == 1 ? 2 : 1;
}

# For each syllable a bitmap of those near it
sub near_rows
{
	my ($role) = @_;
	my @names = @{ $list{$role} };
	my @rows;
	for my $s (@names)
	{
		my @bytes = (0) x (8 * int((@names + 63) / 64));
		for my $i (0 .. $#names) { $bytes[ $i >> 3 ] |= 1 << ($i & 7) if likeness($s, $names[$i]) == 2; }
		push @rows, '{' . join(',', @bytes) . '}';
	}
	return @rows;
}

# log2 of the numbers of places and of sounds; the header has the numbers
my $places = 10;
my %sounds = (given => 5, surname => 4);

# For each syllable the sounds, a bit each, of those near it and of those at all like it
sub sound_rows
{
	my ($role) = @_;
	my $place = places($role);
	my @rows;
	for my $s (@{ $list{$role} })
	{
		my ($near, $alike) = (0, 0);
		for my $t (@{ $list{$role} })
		{
			my $likeness = likeness($s, $t);
			my $bit = 1 << ($place->{$t} >> $places - $sounds{$role});
			$near |= $bit if $likeness > 1;
			$alike |= $bit if $likeness > 0;
		}
		push @rows, sprintf('{0x%X, 0x%X}', $near, $alike);
	}
	return @rows;
}

print c_banner('syllable.pl', 'syllable_table.h');
print c_array('const SmSyllable sm_given[SM_GIVEN]', syllable_rows('given'));
print c_array('const SmSyllable sm_surname[SM_SURNAMES]', syllable_rows('surname'));
print c_array('const uint32_t sm_near_onset[19]', map { $near{onset}[$_] || 0 } 0 .. 18);
print c_array('const uint32_t sm_near_nucleus[21]', map { $near{nucleus}[$_] || 0 } 0 .. 20);
print c_array('const uint32_t sm_near_coda[28]', map { $near{coda}[$_] || 0 } 0 .. 27);
print c_array('const uint8_t sm_given_near[SM_GIVEN][SM_GIVEN_BYTES]', near_rows('given'));
print c_array('const uint8_t sm_surname_near[SM_SURNAMES][SM_SURNAME_BYTES]', near_rows('surname'));
print c_array('const SmSounds sm_given_sounds[SM_GIVEN]', sound_rows('given'));
print c_array('const SmSounds sm_surname_sounds[SM_SURNAMES]', sound_rows('surname'));
print c_assert(SM_GIVEN => scalar(@{ $list{given} }), SM_SURNAMES => scalar(@{ $list{surname} }),
	SM_PLACES => 1 << $places, SM_SOUNDS => 1 << $sounds{given}, SM_SURNAME_SOUNDS => 1 << $sounds{surname});
