# What the generators know of syllables: jamo, ids, priors, quantised posteriors
package syllables;
use strict;
use warnings;
use utf8;
use tables;
use Exporter 'import';
our @EXPORT = qw(jamo_of compose is_hangul down bits cost prior_cost slot slots_array
  %list %id %prior %population_prior @onset @nucleus @coda %jamo);

our @onset = split / /, 'ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ';
our @nucleus = split / /, 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅘ ㅙ ㅚ ㅛ ㅜ ㅝ ㅞ ㅟ ㅠ ㅡ ㅢ ㅣ';
our @coda = split / /,
  '∅ ㄱ ㄲ ㄳ ㄴ ㄵ ㄶ ㄷ ㄹ ㄺ ㄻ ㄼ ㄽ ㄾ ㄿ ㅀ ㅁ ㅂ ㅄ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ';
our %jamo;
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

# Ids by falling frequency; priors averaged over the populations, and each population's own
our (%list, %id, %prior, %population_prior);
my $floor = 2e-4;     # least P in a ratio
for my $role ('given', 'surname')
{
	my %p = map { $_->[0] => [ $_->[1], $_->[2] ] } read_tsv("${role}_priors.tsv");
	my @names = sort { $p{$b}[0] + $p{$b}[1] <=> $p{$a}[0] + $p{$a}[1] || $a cmp $b } keys %p;
	splice(@names, 512) if @names > 512;    # ids have nine bits: the rarest have none
	$list{$role} = \@names;
	@{ $id{$role} }{@names} = 0 .. $#names;
	for my $s (@names)
	{
		$prior{$role}{$s} = ($p{$s}[0] + $p{$s}[1]) / 2;
		$population_prior{$role}{$s} = $p{$s};
	}
}

# -8 log2 P of a syllable, as scores use it
sub prior_cost
{
	my ($role, $s) = @_;
	my $p = $prior{$role}{$s};
	return down(8 * bits($p < $floor ? $floor : $p) + 0.5);
}

# The place of a posterior (syllable -> p) in the array of slots: candidates quantised downward,
# so that their sum stays below 1, of four or the number told; undef if none is left.  A slot of the same candidates that is
# no further than a quarter of a bit serves as well.
my $tolerance = 2;
my (@slots, %slots_of);

sub slot
{
	my ($role, $p, $most) = @_;
	my (@ids, @q);
	for my $s (sort { $p->{$b} <=> $p->{$a} || $a cmp $b } keys %$p)
	{
		next unless exists $id{$role}{$s};
		my $q = down(8 * -bits($p->{$s}) + prior_cost($role, $s)) + 16;
		next if $q < 0 || $p->{$s} < 0.008 || @q == ($most // 4);
		push @ids, $id{$role}{$s};
		push @q, $q > 127 ? 127 : $q;
	}
	return undef unless @q;
	my $known = $slots_of{$role}{ join ',', @ids } //= [];
	for my $old (@$known)
	{
		my ($at, @had) = @$old;
		return $at unless grep { abs($had[$_] - $q[$_]) > $tolerance } 0 .. $#q;
	}
	push @$known, [ scalar(@slots), @q ];
	push @slots, scalar(@q), map { $ids[$_] << 7 | $q[$_] } 0 .. $#q;
	return $known->[-1][0];
}

sub slots_array { my ($declaration) = @_; return c_array($declaration, @slots); }

1;
