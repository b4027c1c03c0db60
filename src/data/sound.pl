#!/usr/bin/perl
# Turns the table of how words sound into C
use strict;
use warnings;
use utf8;
use tables;

my @rows = read_tsv('sounds.tsv');
my @class = sort { substr($a->[1], 0, 1) cmp substr($b->[1], 0, 1) || length $b->[1] <=> length $a->[1] || $a->[1] cmp $b->[1] }
	grep { $_->[0] eq 'class' } @rows;
my %sound = map { ($_->[1] => $_->[2]) } grep { $_->[0] eq 'sound' } @rows;
my %frame = map { ($_->[1] => $_->[2]) } grep { $_->[0] eq 'frame' } @rows;
my %near;

for my $row (grep { $_->[0] eq 'near' } @rows)
{
	$near{ $row->[1] } |= 1 << ord($row->[2]) - ord 'a';
	$near{ $row->[2] } |= 1 << ord($row->[1]) - ord 'a';
}

# How many rules start with a letter before this one
sub rules_before
{
	my ($letter) = @_;
	return scalar grep { substr($_->[1], 0, 1) lt $letter } @class;
}

print c_banner('sound.pl', 'sound_table.h');
print c_array('const SmSoundRule sm_sound_rules[]', map { sprintf '{%d, "%s", "%s"}', length $_->[1], @$_[1, 2] } @class);
print c_array('const uint8_t sm_sound_rules_from[27]', (map { rules_before($_) } 'a' .. 'z'), scalar @class);
print c_array('const char sm_sound_of[26]', map { "'" . ($sound{$_} // $_) . "'" } 'a' .. 'z');
print c_array('const char sm_frame_of[26]', map { "'" . ($frame{$_} // $frame{ $sound{$_} // $_ } // $sound{$_} // $_) . "'" } 'a' .. 'z');
print c_array('const uint32_t sm_near_consonants[26]', map { sprintf '0x%X', $near{$_} // 0 } 'a' .. 'z');

# Sounds of Korean words
my %korean;
push @{ $korean{ $_->[0] } }, $_ for read_tsv('korean_sounds.tsv');
for my $kind (qw(vowel onset coda))
{
	my @sounds = sort { length $b->[1] <=> length $a->[1] || $a->[1] cmp $b->[1] } @{ $korean{$kind} };
	print c_array("const SmKoreanSound sm_korean_${kind}s[]", map { sprintf '{0x%s, %d, \'%s\'}', unpack('H*', $_->[1]), length $_->[1], $_->[2] } @sounds);
	print "const int\tsm_korean_${kind}s_count = ", scalar(@sounds), ";\n\n";
}
my $letters = 0;
$letters |= 1 << ord($_) - ord 'a' for map { split //, $_->[1] } map { @$_ } values %korean;
printf "const uint32_t sm_korean_letters = 0x%X;\n", $letters;
