#!/usr/bin/perl
# Turns the table of how words sound into C
use strict;
use warnings;
use utf8;
use tables;

my @rows = read_tsv('sounds.tsv');
# Rules by their first two letters, those of one letter behind the others of it; the longest first
sub second { return length $_[0][1] > 1 ? ord(substr $_[0][1], 1, 1) - ord 'a' : 26; }
my @class = sort { substr($a->[1], 0, 1) cmp substr($b->[1], 0, 1) || second($a) <=> second($b) ||
	  length $b->[1] <=> length $a->[1] || $a->[1] cmp $b->[1] } grep { $_->[0] eq 'class' } @rows;
my %sound = map { ($_->[1] => $_->[2]) } grep { $_->[0] eq 'sound' } @rows;
my %frame = map { ($_->[1] => $_->[2]) } grep { $_->[0] eq 'frame' } @rows;
my %near;

for my $row (grep { $_->[0] eq 'near' } @rows)
{
	$near{ $row->[1] } |= 1 << ord($row->[2]) - ord 'a';
	$near{ $row->[2] } |= 1 << ord($row->[1]) - ord 'a';
}

# How many rules stand before those of a first and a second letter by their numbers
sub rules_before
{
	my ($first, $second) = @_;
	return scalar grep { my $letter = ord($_->[1]) - ord 'a'; $letter < $first || ($letter == $first && second($_) < $second) } @class;
}

print c_banner('sound.pl', 'sound_table.h');
print c_array('const SmSoundRule sm_sound_rules[]', map { sprintf '{%d, "%s", "%s"}', length $_->[1], @$_[1, 2] } @class);
die "more than 255 rules of classes\n" if @class > 255;
print c_array('const uint8_t sm_sound_rules_from[26 * 27 + 1]', (map { my $first = $_; map { rules_before($first, $_) } 0 .. 26 } 0 .. 25), scalar @class);
print c_array('const char sm_sound_of[26]', map { "'" . ($sound{$_} // $_) . "'" } 'a' .. 'z');
print c_array('const char sm_frame_of[26]', map { "'" . ($frame{$_} // $frame{ $sound{$_} // $_ } // $sound{$_} // $_) . "'" } 'a' .. 'z');

# What consonants some letters of a class are, vowels as a; none that is an h or a vowel behind the first
sub sounds { return map { /[aeiouy]/ ? 'a' : $sound{$_} // $_ } split //, $_[0]; }
sub bits { my $bits = 0; $bits |= 1 << ord($_) % 32 for @_; return sprintf '0x%X', $bits; }
my (%begin, %within);
for my $rule (@class, map { [ 'class', $_, $_ ] } 'a' .. 'z')
{
	my @sounds = sounds($rule->[2]);
	my @within = grep { !/[ah]/ } @sounds;
	push @{ $begin{ substr $rule->[1], 0, 1 } }, $sounds[0];
	push @{ $within{$_} }, @within ? @within : '@' for split //, $rule->[1];
}
# the end -ij is -i
push @{ $within{j} }, '@';
print c_array('const uint32_t sm_sounds_begin[26]', map { bits(@{ $begin{$_} }) } 'a' .. 'z');
print c_array('const uint32_t sm_sounds_within[26]', map { bits(@{ $within{$_} }) } 'a' .. 'z');
print c_array('const uint32_t sm_near_consonants[26]', map { sprintf '0x%X', $near{$_} // 0 } 'a' .. 'z');
# Letters of classes by number: a to z, ch, sh, and none
my %at = (map({ ($_ => ord($_) - ord 'a') } 'a' .. 'z'), '#' => 26, '$' => 27, '-' => 28);
my @custom = (0) x keys %at;
for my $row (grep { $_->[0] eq 'custom' } @rows)
{
	my ($x, $y) = map { $at{$_} // die "no letter $_\n" } @$row[1, 2];
	$custom[$x] |= 1 << $y;
	$custom[$y] |= 1 << $x;
}
print c_array('const uint32_t sm_custom_letters[' . @custom . ']', map { sprintf '0x%X', $_ } @custom);

# Sounds of Korean words
my %korean;
push @{ $korean{ $_->[0] } }, $_ for read_tsv('korean_sounds.tsv');
for my $kind (qw(vowel onset coda))
{
	my @sounds = sort { $a->[1] cmp $b->[1] } @{ $korean{$kind} };
	print c_array("const SmKoreanSound sm_korean_${kind}s[]", map { sprintf '{0x%s, %d, \'%s\'}', unpack('H*', $_->[1]), length $_->[1], $_->[2] } @sounds);
	print c_array("const uint8_t sm_korean_${kind}s_from[27]", map { my $first = chr(ord('a') + $_); scalar grep { $_->[1] lt $first } @sounds } 0 .. 26);
}
my $letters = 0;
$letters |= 1 << ord($_) - ord 'a' for map { split //, $_->[1] } map { @$_ } values %korean;
printf "const uint32_t sm_korean_letters = 0x%X;\n", $letters;
