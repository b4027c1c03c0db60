#!/usr/bin/perl
# Turns the tables of syllables, surnames and spellings into posteriors per spelling and system:
# p(syllable | spelling, system) = P(spelling | syllable, system) P(syllable | system) / Z
use strict;
use warnings;
use utf8;
use tables;

my @system = map { $_->[0] } read_tsv('systems.tsv');
my (%p_nk, %p_sk, %share);
for my $r (read_tsv('systems.tsv'))
{
	$share{ $r->[0] } = ($r->[1] + $r->[2]) / 2;
	$p_nk{ $r->[0] } = $r->[1] / ($r->[1] + $r->[2]);
}
my $lambda = 0.03;    # share of a spelling taken from the mixture of all systems
my $floor = 2e-4;     # least P in a ratio
my @onset = split / /, 'ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ';
my @nucleus = split / /, 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅘ ㅙ ㅚ ㅛ ㅜ ㅝ ㅞ ㅟ ㅠ ㅡ ㅢ ㅣ';
my @coda = split / /,
  '∅ ㄱ ㄲ ㄳ ㄴ ㄵ ㄶ ㄷ ㄹ ㄺ ㄻ ㄼ ㄽ ㄾ ㄿ ㅀ ㅁ ㅂ ㅄ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ';
my %jamo;
@{ $jamo{onset} }{@onset} = 0 .. $#onset;
@{ $jamo{nucleus} }{@nucleus} = 0 .. $#nucleus;
@{ $jamo{coda} }{@coda} = 0 .. $#coda;

# Onset, nucleus and coda of one Hangul syllable
sub jamo_of
{
	my $n = ord($_[0]) - 0xAC00;
	return (int($n / 588), int($n % 588 / 28), $n % 28);
}

sub compose { return chr(0xAC00 + ($_[0] * 21 + $_[1]) * 28 + $_[2]); }

# floor() that a rounding error in the last place cannot move
sub down { my $x = $_[0] + 1e-9; my $i = int($x); return $i > $x ? $i - 1 : $i; }
sub bits { return -log($_[0]) / log(2); }
sub cost { my $c = down(256 * bits($_[0]) + 0.5); return $c < 0 ? 0 : $c > 65534 ? 65534 : $c; }

my (%prior, %list, %id, %system_prior);
for my $role ('given', 'surname')
{
	my %p = map { $_->[0] => [ $_->[1], $_->[2] ] } read_tsv("${role}_priors.tsv");
	my @names = sort { $p{$b}[0] + $p{$b}[1] <=> $p{$a}[0] + $p{$a}[1] || $a cmp $b } keys %p;
	splice(@names, 512) if @names > 512;    # ids have nine bits
	$list{$role} = \@names;
	@{ $id{$role} }{@names} = 0 .. $#names;
	for my $s (@names)
	{
		my $mean = ($p{$s}[0] + $p{$s}[1]) / 2;
		$prior{$role}{$s} = $mean;
		$system_prior{$role}{$_}{$s} = $p_nk{$_} * $p{$s}[0] + (1 - $p_nk{$_}) * $p{$s}[1] for @system;
	}
}

# -8 log2 P of a syllable, as scores use it
sub prior_cost
{
	my ($role, $s) = @_;
	my $p = $prior{$role}{$s};
	return down(8 * bits($p < $floor ? $floor : $p) + 0.5);
}

# ---- spellings: P(spelling | syllable, system)
my %emit;    # role, spelling, syllable -> weights
for my $role ('given', 'surname')
{
	my $file = $role eq 'given' ? 'syllable' : 'surname';
	for my $r (read_tsv("${file}_spellings.tsv"))
	{
		my ($s, $sp, @w) = @$r;
		next unless exists $id{$role}{$s};
		$emit{$role}{$sp}{$s} = [ @w[ 0 .. 3 ], 0 ];
	}
}

# Yale is regular: one spelling a syllable
my %yale;
for my $r (read_tsv('jamo.tsv')) { $yale{ $r->[0] }{ $r->[1] } = $r->[8] eq '-' ? '' : $r->[8]; }
for my $role ('given', 'surname')
{
	for my $s (@{ $list{$role} })
	{
		next if length($s) > 1;
		my ($o, $v, $t) = jamo_of($s);
		my ($a, $b, $c) = ($yale{onset}{ $onset[$o] }, $yale{nucleus}{ $nucleus[$v] }, $yale{coda}{ $coda[$t] });
		next unless defined $a && defined $b && defined $c;
		$b =~ s/^wu$/u/ if $a =~ /^(m|p|pp|ph)$/;
		$emit{$role}{"$a$b$c"}{$s} ||= [ 0, 0, 0, 0, 0 ];
		$emit{$role}{"$a$b$c"}{$s}[4] = 1;
	}
}

# Surnames of two syllables: products of the spellings of their syllables
my %by_syllable;
for my $r (read_tsv('syllable_spellings.tsv'))
{
	push @{ $by_syllable{ $r->[0] } }, [ @$r[ 1 .. 5 ] ];
}
for my $s (grep { length($_) == 2 } @{ $list{surname} })
{
	my ($x, $y) = split //, $s;
	for my $a (@{ $by_syllable{$x} })
	{
		for my $b (@{ $by_syllable{$y} })
		{
			my @w = map { $a->[$_] * $b->[$_] } 1 .. 4;
			next unless grep { $_ > 0.01 } @w;
			$emit{surname}{ $a->[0] . $b->[0] }{$s} ||= [ @w, 0 ];
		}
	}
}

# A share of every spelling comes from the mixture of the systems, so that none is ever ruled out
for my $role (keys %emit)
{
	for my $by (values %{ $emit{$role} })
	{
		for my $w (values %$by)
		{
			my $mix = 0;
			$mix += $share{ $system[$_] } * $w->[$_] for 0 .. $#system;
			$_ = (1 - $lambda) * $_ + $lambda * $mix for @$w;
		}
	}
}

# ---- slots: candidates quantised downward, so that their sum stays below 1
my (@slots, %slot_at);

sub slot
{
	my ($role, $p) = @_;    # syllable -> posterior
	my @c;
	for my $s (sort { $p->{$b} <=> $p->{$a} || $a cmp $b } keys %$p)
	{
		my $q = down(8 * -bits($p->{$s}) + prior_cost($role, $s)) + 16;
		next if $q < 0 || $p->{$s} < 0.008 || @c == 4;
		push @c, $id{$role}{$s} << 7 | ($q > 127 ? 127 : $q);
	}
	my $key = join ',', @c;
	if (!exists $slot_at{$key})
	{
		$slot_at{$key} = @slots;
		push @slots, scalar(@c), @c;
	}
	return $slot_at{$key};
}

# ---- the trie
my @trie = ({});
my (@spelling_rows, %letter);
@letter{ 'a' .. 'z' } = 0 .. 25;
@letter{ "'", 'ŏ', 'ŭ', 'ö' } = 26 .. 29;

for my $role ('given', 'surname')
{
	for my $sp (sort keys %{ $emit{$role} })
	{
		my (@cost, @slot);
		for my $y (0 .. $#system)
		{
			my (%p, $z);
			for my $s (keys %{ $emit{$role}{$sp} })
			{
				$p{$s} = $emit{$role}{$sp}{$s}[$y] * $system_prior{$role}{ $system[$y] }{$s};
			}
			$z += $p{$_} for sort keys %p;
			if ($z > 1e-12)
			{
				$_ /= $z for values %p;
				push @cost, cost($z);
				push @slot, slot($role, \%p);
			}
			else { push @cost, 65535; push @slot, 0; }
		}
		push @spelling_rows, '{{' . join(',', @cost) . '}, {' . join(',', @slot) . '}}';
		my $node = 0;
		for my $ch (split //, $sp)
		{
			my $l = $letter{$ch};
			die "letter $ch in $sp\n" unless defined $l;
			if (!exists $trie[$node]{child}{$l}) { $trie[$node]{child}{$l} = @trie; push @trie, {}; }
			$node = $trie[$node]{child}{$l};
		}
		$trie[$node]{$role} = @spelling_rows;
	}
}

# Number the nodes so that siblings stand together
my (@order, %number);
@order = (0);
$number{0} = 0;
for (my $i = 0; $i < @order; $i++)
{
	my $child = $trie[ $order[$i] ]{child} or next;
	for my $l (sort { $a <=> $b } keys %$child) { $number{ $child->{$l} } = @order; push @order, $child->{$l}; }
}

# ---- Hangul as written, South Korean forms included
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

# ---- places along the confusion order
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

# ---- initials
my %first;
for my $sp (sort keys %{ $emit{given} })
{
	for my $s (keys %{ $emit{given}{$sp} })
	{
		$first{ substr($sp, 0, 1) }{$s} += $share{ $system[$_] } * $emit{given}{$sp}{$s}[$_] for 0 .. $#system;
	}
}
my @initials;
for my $l ('a' .. 'z')
{
	my @mask = (0) x 64;
	my $mass = 0;
	for my $s (sort keys %{ $first{$l} || {} })
	{
		next if $first{$l}{$s} < 0.15;
		$mask[ $id{given}{$s} >> 3 ] |= 1 << ($id{given}{$s} & 7);
		$mass += $prior{given}{$s};
	}
	# a letter so rare that it would outweigh any syllable is no initial
	push @initials, '{{' . join(',', @mask) . '}, ' . ($mass > 2**-12 ? cost($mass) : 65535) . '}';
}

# ---- near jamo, sandhi, background, systems
my %near;
for my $r (read_tsv('near.tsv'))
{
	my @j = split / /, $r->[1];
	for my $a (@j) { $near{ $r->[0] }[ $jamo{ $r->[0] }{$a} ] |= 1 << $jamo{ $r->[0] }{$_} for @j; }
}
my @sandhi;
for my $r (read_tsv('sandhi.tsv'))
{
	my @code = map { my @l = map { $letter{$_} } split //, $_; [ @l, (255) x (2 - @l) ] } @$r[ 0 .. 3 ];
	push @sandhi, sprintf('{{%d, %d}, %d, {%d, %d}, %d, %d}', @{ $code[0] }, $code[1][0],
		@{ $code[2] }, $code[3][0], down($r->[4] * 256 / log(2)));
}
my %bigram = map { $_->[0] => $_->[1] } read_tsv('background_bigrams.tsv');
my @background;
for my $a ('a' .. 'z', '_')
{
	my @row;
	for my $b ('a' .. 'z', '_')
	{
		my $best = -9;
		for my $x ($a eq '_' ? ('^', '_') : $a)
		{
			for my $y ($b eq '_' ? ('$', '_') : $b)
			{
				$best = $bigram{"$x$y"} if exists $bigram{"$x$y"} && $bigram{"$x$y"} > $best;
			}
		}
		push @row, down(-$best * 256 / log(2) + 0.5);
	}
	push @background, '{' . join(',', @row) . '}';
}

print c_banner('syllable.pl', 'syllable_table.h');
print c_array('const SmSyllable sm_given[SM_GIVEN]', syllable_rows('given'));
print c_array('const SmSyllable sm_surname[SM_SURNAMES]', syllable_rows('surname'));
print c_array('const SmSpelling sm_spellings[]', @spelling_rows);
print c_array('const SmTrieNode sm_trie[]', map {
		my $node = $trie[$_];
		my ($mask, $from) = (0, 0);
		for my $l (sort { $b <=> $a } keys %{ $node->{child} || {} })
		{
			$mask |= 1 << $l;
			$from = $number{ $node->{child}{$l} };
		}
		sprintf('{0x%X, %d, %d, %d}', $mask, $from, $node->{given} || 0, $node->{surname} || 0);
} @order);
print c_array('const SmWritten sm_written[]', @written);
print 'const int sm_written_count = ' . scalar(@written) . ";\n\n";
print c_array('const SmLongSurname sm_long_surnames[]', @long);
print 'const int sm_long_surname_count = ' . scalar(@long) . ";\n\n";
print c_array('const SmInitial sm_initials[26]', @initials);
print c_array('const SmSandhi sm_sandhi[]', @sandhi);
print 'const int sm_sandhi_count = ' . scalar(@sandhi) . ";\n\n";
print c_array('const uint32_t sm_near_onset[19]', map { $near{onset}[$_] || 0 } 0 .. 18);
print c_array('const uint32_t sm_near_nucleus[21]', map { $near{nucleus}[$_] || 0 } 0 .. 20);
print c_array('const uint32_t sm_near_coda[28]', map { $near{coda}[$_] || 0 } 0 .. 27);
print c_array('const uint16_t sm_background[27][27]', @background);
print c_array('const uint16_t sm_system_cost[SM_SYSTEMS]', map { cost($share{$_}) } @system);
print c_array('const uint16_t sm_slots[]', @slots);
