#!/usr/bin/perl
# Turns the spellings of syllables and surnames into posteriors per spelling and system:
# p(syllable | spelling, system) = P(spelling | syllable, system) P(syllable | system) / Z
use strict;
use warnings;
use utf8;
use tables;
use syllables;
use List::Util qw(min max);
use orthography;
use Unicode::Normalize;

# ---- systems: script, shares
my (@system, @title, %script, %read_from, %share, %joined, %p_nk);
for my $r (read_tsv('systems.tsv'))
{
	my ($system, $scripts, $nk, $sk, $joined, $title) = @$r;
	push @title, $title;
	push @system, $system;
	$read_from{$_} |= 1 << $#system for split /,/, $scripts;
	($script{$system}) = split /,/, $scripts;    # that of its spellings
	$share{$system} = ($nk + $sk) / 2;
	$joined{$system} = $joined;
	$p_nk{$system} = $nk + $sk > 0 ? $nk / ($nk + $sk) : 0;
}
my @counted = qw(nk mr rr sk);    # those that syllable_spellings.tsv has
my @mixed = (@counted, 'yale');   # those that a name may mix
my $lambda = 0.03;                # share of a spelling taken from the mixture

# ---- emission: P(spelling | syllable, system)
my %emit;    # script, role, spelling, syllable, system -> weight
my %latin_letter = map { $_->[0] => $_->[1] } read_tsv('latin_letters.tsv');

sub emit
{
	my ($system, $role, $syllable, $spelling, $weight) = @_;
	$spelling =~ s{([^a-z'])}{$latin_letter{$1} // $1}ge;
	$emit{ $script{$system} }{$role}{$spelling}{$syllable}{$system} += $weight if $weight > 0;
}

for my $role ('given', 'surname')
{
	my $file = $role eq 'given' ? 'syllable' : 'surname';
	for my $r (read_tsv("${file}_spellings.tsv"))
	{
		my ($s, $sp, @w) = @$r;
		next unless exists $id{$role}{$s};
		emit($counted[$_], $role, $s, $sp, $w[$_]) for 0 .. $#counted;
	}
}

# Yale is regular: one spelling a syllable
my %yale;
for my $r (read_tsv('jamo.tsv')) { $yale{ $r->[0] }{ $r->[1] } = $r->[8] eq '-' ? '' : $r->[8]; }
for my $role ('given', 'surname')
{
	for my $s (grep { length == 1 } @{ $list{$role} })
	{
		my ($o, $v, $t) = jamo_of($s);
		my ($a, $b, $c) = ($yale{onset}{ $onset[$o] }, $yale{nucleus}{ $nucleus[$v] }, $yale{coda}{ $coda[$t] });
		next unless defined $a && defined $b && defined $c;
		$b =~ s/^wu$/u/ if $a =~ /^(m|p|pp|ph)$/;
		emit('yale', $role, $s, "$a$b$c", 1);
	}
}

# Other orthographies
for my $system (grep { has_orthography($_) } @system)
{
	for my $role ('given', 'surname')
	{
		for my $s (grep { length == 1 } @{ $list{$role} })
		{
			my %w = orthography_spellings($system, $role, $s);
			emit($system, $role, $s, $_, $w{$_}) for sort keys %w;
		}
	}
}

# Surnames of two syllables: products of the spellings of their syllables
my %by_syllable;    # script, syllable, spelling -> weights
for my $script (sort keys %emit)
{
	my $given = $emit{$script}{given};
	for my $sp (sort keys %$given)
	{
		for my $s (sort keys %{ $given->{$sp} }) { $by_syllable{$script}{$s}{$sp} = $given->{$sp}{$s}; }
	}
}
for my $script (sort keys %emit)
{
	for my $s (grep { length == 2 } @{ $list{surname} })
	{
		my ($x, $y) = map { $by_syllable{$script}{$_} || {} } split //, $s;
		for my $a (sort keys %$x)
		{
			for my $b (sort keys %$y)
			{
				my %w = map { $_ => $x->{$a}{$_} * ($y->{$b}{$_} || 0) } keys %{ $x->{$a} };
				next if $emit{$script}{surname}{"$a$b"}{$s} || !grep { $_ > 0.01 } values %w;
				emit($_, 'surname', $s, "$a$b", $w{$_}) for sort keys %w;
			}
		}
	}
}

# A share of every spelling comes from the mixture of the systems, so that none is ever ruled out
for my $role ('given', 'surname')
{
	for my $by (values %{ $emit{latin}{$role} })
	{
		for my $w (values %$by)
		{
			my $mix = 0;
			$mix += $share{$_} * ($w->{$_} || 0) for @mixed;
			next unless $mix > 0;
			$w->{$_} = (1 - $lambda) * ($w->{$_} || 0) + $lambda * $mix for @mixed;
		}
	}
}

# ---- the trie: a root for each script
my %letter;
@{ $letter{latin} }{ 'a' .. 'z', "'", 'ŏ', 'ŭ', 'ö', 'č', 'ž' } = 0 .. 31;
@{ $letter{cyrillic} }{ split //, 'абвгдежзийклмнопрстуфхцчшъыьэюяё' } = 0 .. 31;
my @script = ('latin', 'cyrillic');

# Further alphabets, a root each in the order of their table, with the letters that are read as themselves
my (@alphabet_letters, %alphabet_plain);
for my $r (read_tsv('alphabets.tsv'))
{
	my ($alphabet, $letter, undef, $plain) = @$r;
	push @alphabet_letters, $r;
	push @script, $alphabet unless $letter{$alphabet};
	$letter{$alphabet} //= {};
	next unless $letter eq $r->[2];
	$letter{$alphabet}{$letter} = keys %{ $letter{$alphabet} };
	$alphabet_plain{$letter} = $plain;
}
for my $script (@script) { die "$script: too many letters\n" if keys %{ $letter{$script} } > 32; }
my %slipped_root = (given => scalar @script, surname => @script + 1);    # see spelling_table.h
my @trie = map { {} } @script, 1 .. 2;
my (@start, @systems, @spelled_slot, @spelled_cost);

# P(syllable | system)
sub system_prior
{
	my ($role, $system, $s) = @_;
	my ($nk, $sk) = @{ $population_prior{$role}{$s} };
	return $p_nk{$system} * $nk + (1 - $p_nk{$system}) * $sk;
}

# Add what a spelling stands for in each system; false if in none
sub add_spelling
{
	my ($role, $by) = @_;
	my $from = @spelled_slot;
	for my $y (0 .. $#system)
	{
		my (%p, $z);
		for my $s (sort keys %$by)
		{
			my $w = $by->{$s}{ $system[$y] } or next;
			$p{$s} = $w * system_prior($role, $system[$y], $s);
			$z += $p{$s};
		}
		next unless $z && $z > 1e-12;
		$_ /= $z for values %p;
		my $slot = slot($role, \%p, has_orthography($system[$y]) ? 6 : 4);
		next unless defined $slot;
		push @spelled_slot, $slot << 5 | $y;
		push @spelled_cost, cost($z);
	}
	return 0 if @spelled_slot == $from;
	my $mask = 0;
	$mask |= 1 << ($_ & 31) for @spelled_slot[ $from .. $#spelled_slot ];
	push @start, $from;
	push @systems, $mask;
	return 1;
}

# Add the spelling that was added last below a root
sub add_path
{
	my ($root, $script, $role, $spelling) = @_;
	my $node = $root;
	for my $ch (split //, $spelling)
	{
		my $l = $letter{$script}{$ch};
		die "letter $ch in $spelling\n" unless defined $l;
		if (!exists $trie[$node]{child}{$l}) { $trie[$node]{child}{$l} = @trie; push @trie, {}; }
		$node = $trie[$node]{child}{$l};
	}
	$trie[$node]{$role} = @start;
}

my $slipped_letters = 0;
my $mixed_mask = 0;
for my $y (0 .. $#system) { $mixed_mask |= 1 << $y if grep { $_ eq $system[$y] } @mixed; }
for my $i (0 .. $#script)
{
	for my $role ('given', 'surname')
	{
		my $spellings = $emit{ $script[$i] }{$role} || {};
		for my $sp (sort keys %$spellings)
		{
			next unless add_spelling($role, $spellings->{$sp});
			add_path($i, $script[$i], $role, $sp);
			next unless $script[$i] eq 'latin' && $systems[-1] & $mixed_mask;
			add_path($slipped_root{$role}, $script[$i], $role, $sp);
			$slipped_letters = max($slipped_letters, length $sp) if $role eq 'given';
		}
	}
}

die "too many spellings or nodes\n" if @start >= 0xFFE0 || @trie > 0xFFFF;

# Number the nodes so that siblings stand together
my (@order, %number);
@order = 0 .. $#script + 2;
@number{@order} = @order;
for (my $i = 0; $i < @order; $i++)
{
	my $child = $trie[ $order[$i] ]{child} or next;
	for my $l (sort { $a <=> $b } keys %$child) { $number{ $child->{$l} } = @order; push @order, $child->{$l}; }
}

# ---- initials
my %first;
for my $sp (sort keys %{ $emit{latin}{given} })
{
	my $by = $emit{latin}{given}{$sp};
	for my $s (sort keys %$by)
	{
		$first{ substr($sp, 0, 1) }{$s} += $share{$_} * ($by->{$s}{$_} || 0) for @mixed;
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

# ---- letters beyond a-z and what they are read as: those of the tables, else the letter without its mark
sub codes
{
	my ($script, $text) = @_;
	my @l = map { $letter{$script}{$_} // die "letter $_\n" } split //, $text;
	return [ @l, (255) x (2 - @l) ];
}

my %read_as;
$read_as{$_} = codes('cyrillic', $cyrillic_letter{$_}) for sort keys %cyrillic_letter;
for my $c (map { chr } 0xDF .. 0x24F, 0x1E00 .. 0x1EFF)
{
	my $base = substr(NFD($c), 0, 1);
	$read_as{$c} = codes('latin', $base) if $base =~ /[a-z]/;
}
$read_as{$_} = codes('latin', $latin_letter{$_}) for sort keys %latin_letter;

# Letter codes as a-z: letters without marks, Cyrillic ones romanised
my %romanised = map { $_->[0] => $_->[1] } read_tsv('letters.tsv');
my @plain;
for my $script (@script)
{
	my %text;
	for my $l (keys %{ $letter{$script} })
	{
		$text{ $letter{$script}{$l} } = $alphabet_plain{$l} // $romanised{$l} // (substr(NFD($l), 0, 1) =~ /([a-z])/ ? $1 : '');
	}
	push @plain, '{' . join(', ', map { '"' . ($text{$_} // '') . '"' } 0 .. 31) . '}';
}

# ---- sandhi, background
my @sandhi_script = ('latin', 'cyrillic', 'kana', @script[ 2 .. $#script ]);
my (@sandhi, @sandhi_first);
my @sandhi_end = (0) x @sandhi_script;
for my $r (read_tsv('sandhi.tsv'))
{
	my ($script, @text) = @$r;
	my $system = pop @text;
	my $cost = pop @text;
	my ($place) = grep { $sandhi_script[$_] eq $script } 0 .. $#sandhi_script;
	my @code = map { $_ eq 'V' ? [255] : codes($script eq 'kana' ? 'latin' : $script, $_) } @text;
	my $systems = 0;
	for my $y (0 .. $#system) { $systems |= 1 << $y if $system eq '-' || $system[$y] eq $system; }
	$sandhi_end[$place] |= 1 << $code[0][0];
	push @{ $sandhi[$place] }, sprintf('{{%d, %d}, %d, {%d, %d}, %d, %d, 0x%X}', @{ $code[0] }, $code[1][0],
		@{ $code[2] }, $code[3][0], down($cost * 256 / log(2)), $systems);
}
my $rules = 0;
for my $place (0 .. @sandhi_script)
{
	push @sandhi_first, $rules;
	$rules += @{ $sandhi[$place] // [] };
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


print c_banner('spelling.pl', 'spelling_table.h');
print c_array('const uint32_t sm_spelling_start[]', @start, scalar @spelled_slot);
print c_array('const uint32_t sm_spelling_systems[]', @systems);
print c_array('const uint32_t sm_spelled_slot[]', @spelled_slot);
print c_array('const uint16_t sm_spelled_cost[]', @spelled_cost);
# least cost of each spelling in the systems that a name may mix, and of any given syllable
my @least = map {
	my $i = $_;
	my @at = grep { $mixed_mask >> ($spelled_slot[$_] & 31) & 1 } $start[$i] .. ($start[ $i + 1 ] // @spelled_cost) - 1;
	@at ? min(@spelled_cost[@at]) : 65535;
} 0 .. $#start;
my $least_given = min(map { $_->{given} ? $least[ $_->{given} - 1 ] : 65535 } @trie);
print c_array('const uint16_t sm_spelling_least[]', @least);
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
print c_array('const SmSpellingLetter sm_spelling_letters[]', map { sprintf '{0x%X, {%d, %d}}', ord, @{ $read_as{$_} } } sort keys %read_as);
print 'const int sm_spelling_letter_count = ' . scalar(keys %read_as) . ";\n\n";
print c_places('const uint16_t sm_spelling_letters_at[SM_SPELLING_LETTERS_AT]', 0x530, map { ord } sort keys %read_as);
print c_array('const SmAlphabetLetter sm_alphabet_letters[]', map {
		my ($alphabet, $letter, $read, undef, $how) = @$_;
		my ($root) = grep { $script[$_] eq $alphabet } 0 .. $#script;
		sprintf('{0x%X, %d, {%d, %d}, SM_ALPHABET_%s}', ord($letter), $root, @{ codes($alphabet, $read eq '-' ? '' : $read) },
			uc($how || 'letter'));
} sort { $a->[1] cmp $b->[1] } @alphabet_letters);
print 'const int sm_alphabet_letter_count = ' . scalar(@alphabet_letters) . ";\n\n";
print c_array('const char sm_plain[SM_ROOTS][32][5]', @plain);
print c_array('const SmInitial sm_initials[26]', @initials);
print c_array('const SmSandhi sm_sandhi[]', map { @{ $_ // [] } } @sandhi);
print c_array('const uint8_t sm_sandhi_first[]', @sandhi_first);
print c_array('const uint32_t sm_sandhi_ends[]', @sandhi_end);
my $vowels = 0;
$vowels |= 1 << $letter{latin}{$_} for split //, 'aeiouwyŏŭö';
print "const uint32_t sm_latin_vowels = $vowels;\n";
print c_array('const uint16_t sm_background[27][27]', @background);
print "const uint16_t sm_given_least = $least_given;\n";
print "const uint32_t sm_systems_mixed = $mixed_mask;\n";
my %root_of = map { $script[$_] => $_ } 2 .. $#script;
print "const uint32_t sm_systems_of_$_ = $read_from{$_};\n" for grep { !$root_of{$_} } sort keys %read_from;
print c_array('const uint32_t sm_root_systems[SM_ROOTS]', map { $read_from{$_} } @script);
print "\n";
print c_array('const uint16_t sm_system_cost[SM_SYSTEMS][3]', map {
		my $system = $_;
		'{' . join(', ', map { cost($share{$system} * $_) } 1, 1 - $joined{$system}, $joined{$system}) . '}'
} @system);
print c_array('const char *const sm_system_titles[SM_SYSTEMS]', map { "\"$_\"" } @title);
print slots_array('const uint16_t sm_spelling_slots[]');
print c_assert(SM_SYSTEMS => scalar(@system), SM_ROOTS => scalar(@script), SM_SLIPPED_GIVEN_LETTERS => $slipped_letters);
