#!/usr/bin/perl
# Turns the systems, their jamo and what they write where syllables meet into C tables
use strict;
use warnings;
use utf8;
use tables;

my %column = ('dprk' => 3, 'mr' => 4, 'mr voiced' => 6, 'rr' => 7, 'yale' => 8);
my %jamo = (
	onset => [ split / /, 'ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ' ],
	nucleus => [ split / /, 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅘ ㅙ ㅚ ㅛ ㅜ ㅝ ㅞ ㅟ ㅠ ㅡ ㅢ ㅣ' ],
	coda => [ split / /,
		'∅ ㄱ ㄲ ㄳ ㄴ ㄵ ㄶ ㄷ ㄹ ㄺ ㄻ ㄼ ㄽ ㄾ ㄿ ㅀ ㅁ ㅂ ㅄ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ' ]);
my (%index, %written);
for my $kind (keys %jamo) { @{ $index{$kind} }{ @{ $jamo{$kind} } } = 0 .. $#{ $jamo{$kind} }; }
for my $r (read_tsv('jamo.tsv')) { $written{ $r->[0] }{ $r->[1] } = $r; }
my %heard = map { $_->[0] => $_->[1] } read_tsv('finals.tsv');

sub quoted
{
	my ($s) = @_;
	$s = '' if $s eq '-';
	utf8::encode(my $bytes = $s);
	die "$s is too long\n" if length($bytes) > 4;
	return '"' . join('', map { ord($_) < 128 ? $_ : sprintf('\\%03o', ord($_)) } split //, $bytes) . '"';
}

# The spellings of one kind of jamo; a column without one falls back to another
sub spellings
{
	my ($kind, @columns) = @_;
	my @s;
	for my $j (@{ $jamo{$kind} })
	{
		my $row = $written{$kind}{ $heard{$j} && $kind eq 'coda' ? $heard{$j} : $j } or die "no spelling of $j\n";
		my ($c) = grep { $row->[ $column{$_} ] ne '-' } @columns;
		push @s, quoted(defined $c ? $row->[ $column{$c} ] : '-');
	}
	return '{' . join(', ', @s) . '}';
}

my (@systems, %number);
for my $r (read_tsv('romanisations.tsv'))
{
	my ($name, $column, $voiced, $given) = @$r;
	$number{$name} = @systems;
	push @systems, "{\"$name\", " . ($given eq 'joined' ? 'true' : 'false') . ', '
	  . join(', ', spellings('onset', $column), spellings('onset', $voiced eq '-' ? () : $voiced, $column),
		spellings('nucleus', $column), spellings('coda', $column)) . '}';
}

print c_banner('romanize.pl', 'romanize_table.h');
print c_array('const SmRomanisation sm_romanisations[]', @systems);
print 'const int sm_romanisation_count = ' . scalar(@systems) . ";\n\n";
my @joints = map {
	sprintf('{%d, %d, %d, %s}', $number{ $_->[0] }, $index{coda}{ $_->[1] }, $index{onset}{ $_->[2] }, quoted($_->[3]))
} read_tsv('joints.tsv');
print c_array('const SmJoint sm_joints[]', @joints);
print 'const int sm_joint_count = ' . scalar(@joints) . ";\n\n";
print c_array('const uint8_t sm_coda_heard[28]', map { $index{coda}{ $heard{$_} || $_ } } @{ $jamo{coda} });
print c_array('const bool sm_coda_voices[28]',
	map { ($heard{$_} || $_) =~ /[∅ㄴㄹㅁㅇ]/ ? 'true' : 'false' } @{ $jamo{coda} });
