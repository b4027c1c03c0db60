# Spellings of syllables in orthographies that were not counted: from whole syllables where a table
# has them, from the spellings of onset, nucleus and coda, from letters of another script
package orthography;
use strict;
use warnings;
use utf8;
use tables;
use syllables;
use Exporter 'import';
our @EXPORT = qw(has_orthography orthography_spellings %cyrillic_letter %latinised);

# Spellings rarer than this are left out
use constant LEAST => 0.008;

my (%component, %rewrite, %law, %whole);
for my $r (read_tsv('orthographies.tsv'), read_tsv('alphabet_orthographies.tsv'))
{
	my ($system, $kind, $jamo, $spelling, $weight) = @$r;
	$spelling = '' if $spelling eq '-';
	if    ($kind eq 'rewrite') { push @{ $rewrite{$system} }, [ $jamo, $spelling ]; }
	elsif ($kind eq 'law')     { $law{$system}{$jamo} = $weight; }
	else                       { $component{$system}{$kind}{$jamo}{$spelling} = $weight; }
}
for my $file ('orthography_syllables.tsv', 'mandarin_syllables.tsv')
{
	for my $r (read_tsv($file))
	{
		my ($system, $role, $s, $spelling, $weight) = @$r;
		$whole{$system}{$role}{$s}{$spelling} = $weight;
	}
}

my %heard = map { $_->[0] => $_->[1] } read_tsv('finals.tsv');

# Cyrillic letters: what they are read as, and how they are latinised, with weights
our (%cyrillic_letter, %latinised);
for my $r (read_tsv('cyrillic_letters.tsv'))
{
	my ($letter, $meant, @latin) = @$r;
	$cyrillic_letter{$letter} = $meant eq '-' ? '' : $meant;
	for my $system ('bgn', 'passport', 'scholarly')
	{
		my $told = shift @latin;
		next unless defined $told && $told ne '';
		for my $option (split / /, $told)
		{
			my ($text, $weight) = split /:/, $option;
			$latinised{$system}{$letter}{ $text eq '-' ? '' : $text } = $weight || 1;
		}
	}
}

sub has_orthography { return $component{ $_[0] } || $whole{ $_[0] } || $latinised{ $_[0] }; }

# Scale weights so that they sum up to a share, those too small left out
sub scaled
{
	my ($share, %w) = @_;
	my $sum = 0;
	$sum += $w{$_} for sort keys %w;
	return () unless $sum > 0;
	my %kept;
	for my $sp (sort keys %w) { $kept{$sp} = $share * $w{$sp} / $sum if $w{$sp} / $sum >= LEAST; }
	return %kept;
}

# May the initial-sound law of South Korea be at work: it writes no ㄹ at the start of a word, and no ㄴ before i and y
sub is_under_law
{
	my ($o, $palatal) = @_;
	return $onset[$o] eq 'ㄹ' || ($onset[$o] eq 'ㄴ' && $palatal);
}

# The onsets of a syllable
sub onsets
{
	my ($system, $role, $o, $v) = @_;
	my $onset = $component{$system}{onset};
	my %w = %{ $onset->{ $onset[$o] } || {} };
	my $law = $law{$system}{$role} or return %w;
	my $palatal = $nucleus[$v] =~ /[ㅣㅑㅕㅖㅛㅠㅒ]/;
	return %w unless is_under_law($o, $palatal);
	$_ *= 1 - $law for values %w;
	my $late = $onset->{ $palatal ? 'ㅇ' : 'ㄴ' };
	$w{$_} = ($w{$_} || 0) + $law * $late->{$_} for sort keys %$late;
	return %w;
}

# The starts of a syllable, its onset and nucleus: each of one with each of the other
sub combined
{
	my ($system, $nucleus, %onset) = @_;
	my %w;
	for my $a (sort keys %onset)
	{
		for my $b (sort keys %$nucleus)
		{
			my $start = "$a$b";
			$start =~ s/^$_->[0]/$_->[1]/ for @{ $rewrite{$system} || [] };
			$w{$start} += $onset{$a} * $nucleus->{$b};
		}
	}
	return %w;
}

# The same where a nucleus is written in its own way without an onset, which those under the law may lose
sub bare_starts
{
	my ($system, $role, $nucleus, $o, $v) = @_;
	my $c = $component{$system};
	my $bare = $c->{bare}{ $nucleus[$v] };
	return %$bare if $onset[$o] eq 'ㅇ';
	my $law = $law{$system}{$role} || 0;
	my %w = combined($system, $nucleus, %{ $c->{onset}{ $onset[$o] } || {} });
	$_ *= 1 - $law for values %w;
	$w{$_} = ($w{$_} || 0) + $law * $bare->{$_} for sort keys %$bare;
	return %w;
}

# Products of component spellings
sub products
{
	my ($system, $role, $s) = @_;
	my ($o, $v, $t) = jamo_of($s);
	my $c = $component{$system} or return ();
	my $palatal = $nucleus[$v] =~ /[ㅣㅑㅕㅖㅛㅠㅒ]/;
	my $nucleus = $c->{ $t ? 'closed' : 'open' }{ $nucleus[$v] } || $c->{nucleus}{ $nucleus[$v] };
	my $coda = $c->{coda}{ $heard{ $coda[$t] } || $coda[$t] };
	return () unless $nucleus && $coda;
	my $bare = $c->{bare}{ $nucleus[$v] } && ($onset[$o] eq 'ㅇ' || ($palatal && is_under_law($o, $palatal)));
	my %start = $bare ? bare_starts($system, $role, $nucleus, $o, $v) :
	  combined($system, $nucleus, onsets($system, $role, $o, $v));
	my %w;
	for my $start (sort keys %start) { $w{"$start$_"} += $start{$start} * $coda->{$_} for sort keys %$coda; }
	return %w;
}

# Every way to write Cyrillic spellings in Latin letters
sub latinise
{
	my ($system, %spelled) = @_;
	my %w;
	for my $sp (sort keys %spelled)
	{
		my %made = ('' => $spelled{$sp});
		next if $sp =~ /^[^аеиоуыэюяё]+$/;    # ъ is a vowel in Bulgarian alone
		for my $letter (split //, $sp)
		{
			my $option = $latinised{$system}{$letter} or die "no $letter in $system\n";
			my %longer;
			for my $head (sort keys %made) { $longer{"$head$_"} += $made{$head} * $option->{$_} for sort keys %$option; }
			%made = %longer;
		}
		$w{$_} += $made{$_} for sort keys %made;
	}
	return %w;
}

# Spellings of a syllable in a role with their weights, which sum up to 1 or a little less
sub orthography_spellings
{
	my ($system, $role, $s) = @_;
	if ($latinised{$system})
	{
		my %modern = orthography_spellings('cyrillic', $role, $s);
		my %older  = orthography_spellings('press', $role, $s);
		my %w      = map { $_ => 0.6 * ($modern{$_} || 0) + 0.4 * ($older{$_} || 0) } keys %modern, keys %older;
		return scaled(1, latinise($system, %w));
	}
	my %told = %{ $whole{$system}{$role}{$s} || {} };
	my $rest = 1;
	$rest -= $told{$_} for sort keys %told;
	my %w = $rest > 0.001 ? scaled($rest, products($system, $role, $s)) : ();
	$w{$_} = ($w{$_} || 0) + $told{$_} for sort keys %told;
	return %w;
}

1;
