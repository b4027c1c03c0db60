#!/usr/bin/perl
# Turns the systems, their jamo and what they write where syllables meet into C tables
use strict;
use warnings;
use utf8;
use tables;

# Bytes of the longest spelling
use constant SPELLED_MOST => 9;

my %column = ('dprk' => 3, 'mr' => 4, 'mr voiced' => 6, 'rr' => 7, 'yale' => 8, 'kontsevich' => 9, 'kontsevich voiced' => 10,
	'katakana' => 11);
my %between = ('nothing' => '', 'blank' => ' ', 'hyphen' => '-', 'dot' => '\343\203\273');
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
	die "$s is too long\n" if length($bytes) > SPELLED_MOST;
	return '"' . join('', map { ord($_) < 128 ? $_ : sprintf('\\%03o', ord($_)) } split //, $bytes) . '"';
}

# The spellings of one kind of jamo; a column without one falls back to another
sub spellings
{
	my ($kind, @columns) = @_;
	my @s;
	for my $j (@{ $jamo{$kind} })
	{
		my $row = $written{$kind}{$j} or die "no spelling of $j\n";
		$row = $written{coda}{ $heard{$j} } if $kind eq 'coda' && $heard{$j} && $row->[ $column{ $columns[0] } ] eq '-';
		my ($c) = grep { $row->[ $column{$_} ] ne '-' } @columns;
		push @s, quoted(defined $c ? $row->[ $column{$c} ] : '-');
	}
	return '{' . join(', ', @s) . '}';
}

# Nuclei that are written in another way after some onsets, syllables in katakana
my (%after, %kana);
for my $r (read_tsv('nuclei_after.tsv'))
{
	my ($name, $onsets, $nucleus, $text) = @$r;
	$after{$name}{$_}{$nucleus} = $text for split //, $onsets;
}
my @kana_columns = qw(a i u e o ya yu yo ye wa wi we wo ui);
for my $r (read_tsv('katakana.tsv'))
{
	my ($onsets, @text) = @$r;
	my $voiced = $onsets =~ s/ voiced//;
	for my $onset (split //, $onsets) { @{ $kana{$voiced}{$onset} }{@kana_columns} = @text; }
}

# An onset and a nucleus as a system writes them
sub open_syllable
{
	my ($name, $column, $voiced, $onset, $nucleus) = @_;
	my $vowel = $written{nucleus}{$nucleus}[ $column{$column} ];
	if ($name eq 'katakana')
	{
		my $row = $voiced ? $kana{1}{$onset} // $kana{''}{$onset} : $kana{''}{$onset};
		return $row->{$vowel} // die "no katakana for $onset$nucleus\n";
	}
	my $consonant = $written{onset}{$onset}[ $column{ $voiced || $column } ];
	$consonant = $written{onset}{$onset}[ $column{$column} ] if $voiced && $consonant eq '-';
	return ($consonant eq '-' ? '' : $consonant) . ($after{$name}{$onset}{$nucleus} // $vowel);
}

# Systems whose syllables are more than an onset and a nucleus: plain, then voiced
sub open_syllables
{
	my ($name, $column, $voiced) = @_;
	return 'NULL' unless $after{$name} || $name eq 'katakana';
	my @open;
	for my $v ('', $name eq 'katakana' ? 1 : $voiced eq '-' ? '' : $voiced)
	{
		for my $onset (@{ $jamo{onset} })
		{
			push @open, map { quoted(open_syllable($name, $column, $v, $onset, $_)) } @{ $jamo{nucleus} };
		}
	}
	print c_array("static const char open_$name\[][SM_SPELLED_BYTES]", @open);
	return "open_$name";
}

print c_banner('romanize.pl', 'romanize_table.h');
print c_assert(SM_SPELLED_BYTES => SPELLED_MOST + 1), "\n";
print "#include <stddef.h>\n\n";
my (@systems, %number);
for my $r (read_tsv('romanisations.tsv'))
{
	my ($name, $column, $voiced, $through, $syllables, $names) = @$r;
	$number{$name} = @systems;
	push @systems, "{\"$name\", " . ($through eq 'name' ? 'true' : 'false') . ', '
	  . join(', ', "\"$between{$syllables}\"", "\"$between{$names}\"",
		spellings('onset', $column), spellings('onset', $voiced eq '-' ? () : $voiced, $column),
		spellings('nucleus', $column), spellings('coda', $column), open_syllables($name, $column, $voiced)) . '}';
}

print c_array('const SmRomanisation sm_romanisations[]', @systems);
print 'const int sm_romanisation_count = ' . scalar(@systems) . ";\n\n";
my @joints = map {
	sprintf('{%d, %d, %d, %s, %s}', $number{ $_->[0] }, $index{coda}{ $_->[1] }, $index{onset}{ $_->[2] },
		map { $_ eq '-' ? 'NULL' : quoted($_) } @$_[ 3, 4 ])
} read_tsv('joints.tsv');
print c_array('const SmJoint sm_joints[]', @joints);
print 'const int sm_joint_count = ' . scalar(@joints) . ";\n\n";
print c_array('const uint8_t sm_coda_heard[28]', map { $index{coda}{ $heard{$_} || $_ } } @{ $jamo{coda} });
print c_array('const bool sm_coda_voices[28]',
	map { ($heard{$_} || $_) =~ /[∅ㄴㄹㅁㅇ]/ ? 'true' : 'false' } @{ $jamo{coda} });
