#!/usr/bin/perl
# Turns the tables of what stands beside a name into a tree of words, and into hashes of what is glued to a name.
# What would cost names is dropped:
#	perl -Isrc/data src/data/beside.pl dropped
# lists it with the reason.
use strict;
use warnings;
use utf8;
use Unicode::Normalize;
use tables;
use syllables;
use orthography;

# Slots of the hashes, about twice what they hold
use constant { WORD_SLOTS => 65536, GLUED_SLOTS => 16384 };
# Words of a phrase, and letters, syllables or characters of a word and of what is glued
use constant { WORDS_MOST => 6, WORD_BYTES => 48, GLUED_MOST => 12 };

my %kind = (
	T => 'TITLE',
	A => 'OFFICE',
	R => 'ROLE',
	P => 'PLACE',
	L => 'LABEL',
	I => 'IDENTIFIER',
	S => 'SEPARATOR',
	V => 'PAYMENT',
	B => 'SHIP',
	O => 'BRANCH',
	G => 'COMPANY');
my %stands = (
	front => 'SM_BESIDE_FRONT',
	behind => 'SM_BESIDE_BEHIND',
	any => 'SM_BESIDE_FRONT | SM_BESIDE_BEHIND',
	and => 'SM_BESIDE_FRONT | SM_BESIDE_BEHIND | SM_BESIDE_AND',
	maiden => 'SM_BESIDE_FRONT | SM_BESIDE_BEHIND | SM_BESIDE_MAIDEN',
	brackets => 'SM_BESIDE_FRONT | SM_BESIDE_BEHIND | SM_BESIDE_BRACKETED',
	ship => 'SM_BESIDE_FRONT | SM_BESIDE_BEHIND | SM_BESIDE_OF_SHIP');
# What stands for a letter in the words of the table, '' = nothing
my %one;
for my $r (read_tsv('beside_letters.tsv'))
{
	my ($first, $last, $base) = @$r;
	$one{ chr $_ } = $base eq '-' ? '' : chr hex $base for hex $first .. hex $last;
}
my %letter = map { $_->[0] => $_->[1] } grep { $_->[0] =~ /\p{sc=Latin}/ } read_tsv('letters.tsv');

# Letters of the scripts
my $latin = qr/\p{sc=Latin}/;
my $cyrillic = qr/\p{sc=Cyrillic}/;
my $hangul = qr/\p{sc=Hangul}/;
my $han = qr/\p{sc=Han}/;
my $kana = qr/[\p{sc=Hiragana}\p{sc=Katakana}ー]/;
my $thai = qr/[\p{sc=Thai}]/;
# Letters of scripts that are in one another's fields no words of their own, with their marks
my $other = qr/[\p{sc=Greek}\p{sc=Armenian}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Devanagari}\p{sc=Thai}\p{sc=Georgian}\p{M}]/;

# Letters as names are folded: lower case, Latin ones without marks; ё is е
sub folded
{
	my ($text) = @_;
	$text = NFKC($text);
	$text =~ s/İ/i/g;
	$text = lc $text;
	$text =~ s/['’ʼ`´׳״]//g;
	$text =~ s/ё/е/g;
	$text =~ s{($latin)}{$letter{$1} // substr(NFD($1), 0, 1)}ge;
	$text =~ s/\x{200C}//g;
	$text =~ s/(.)/$one{$1} \/\/ $1/ge;
	return $text;
}

# Words of a phrase: runs of letters of one script, and # for a number
sub words_of
{
	my ($text) = @_;
	$text = folded($text =~ s/&/ and /gr);
	my @words = $text =~ /$latin+|$cyrillic+|$hangul+|$han+|$kana+|$other+|#/g;
	(my $rest = $text) =~ s/$latin|$cyrillic|$hangul|$han|$kana|$other|#//g;
	die "$text: signs that part more than words\n" if $rest =~ /[^ .°\/·・-]/ || $text =~ m{\w\w/|/\w\w};
	return @words;
}

# The other ways to write a phrase: single letters with full stops between them, or three with strokes, also stand joined, as
# do words of Korean and Chinese
sub other_ways
{
	my ($text) = @_;
	my @way;
	(my $joined = folded($text)) =~ s/\b(\p{L})\.\s?(?=\p{L}(?:\.|\b))/$1/g;
	$joined =~ s{\b(\p{L}(?:/\p{L}){2,})\b}{$1 =~ s:/::gr}ge;
	push @way, [ words_of($joined) ] if $joined ne folded($text);
	my @words = words_of($text);
	my $all = join '', @words;
	push @way, [$all] if @words > 1 && $all =~ /^(?:$hangul+|$han+)$/;
	return @way;
}

# What spells a Korean syllable or surname in the tables of Latin spellings, and by the rules of Cyrillic ones
my (%spells, %in_names);
my %spelling_column = (
	'syllable_spellings.tsv' => [ 0, 1 ],
	'surname_spellings.tsv' => [ 0, 1 ],
	'orthography_syllables.tsv' => [ 2, 3 ],
	'mandarin_syllables.tsv' => [ 2, 3 ]);
for my $file (sort keys %spelling_column)
{
	my ($syllable, $spelling) = @{ $spelling_column{$file} };
	$spells{ folded($_->[$spelling]) } //= $_->[$syllable] for read_tsv($file);
}
for my $system (map { $_->[0] } grep { $_->[1] eq 'cyrillic' } read_tsv('systems.tsv'))
{
	for my $s (grep { length == 1 } map { @{ $list{$_} } } 'given', 'surname')
	{
		my %spelled = orthography_spellings($system, 'given', $s);
		$spells{ folded($_) } //= $s for sort keys %spelled;
	}
}

# Characters and syllables that names are written with
$in_names{$_} = 1 for map { @{ $list{$_} } } 'given', 'surname';
for my $file ('name_hanja.tsv', 'hanja_surnames.tsv')
{
	for my $r (read_tsv($file)) { $in_names{$_} = 1 for join('', @$r) =~ /$han/g; }
}
my %person_told = map { $_->[0] => 1 } read_tsv('beside_names.tsv');
my %person = (%person_told, map { $_->[0] => 1 } grep { $_->[2] =~ /^~/ } read_tsv('words.tsv'));
my %kept = map { folded($_->[0]) => 1 } read_tsv('beside_kept.tsv');

# Why a phrase would cost names, '' = it does not.  What has several words is taken off only where more of a name is left
# than a surname; but what parts names must be no part of one.
sub danger
{
	my ($kind, @words) = @_;
	my $only = @words == 1 ? $words[0] : '';
	return '' if $kept{$only} || (@words > 1 && $kind ne 'S');
	return 'a single letter' if $only =~ /^(?:$latin|$cyrillic)$/;
	return 'a number alone' if $only eq '#';
	return 'used in names' if length $only == 1 && $in_names{$only};
	return 'a name of persons' if $person{$only};
	return '' if $kept{"@words"} || grep { !$spells{$_} } @words;
	return 'spells ' . join '', map { $spells{$_} } @words;
}

# ---- phrases: what is told first of one stays
my (%phrase, %glued, %dropped);

# Add the words of a phrase
sub add_words
{
	my ($kind, $text, $stands, @words) = @_;
	my $key = join ' ', @words;
	my $glue = $stands =~ s/\+$//;
	die "$text: no such kind or place\n" unless defined $kind{$kind} && defined $stands{$stands};
	my $why = $stands eq 'brackets' ? '' : danger($kind, @words);
	return $dropped{"$kind\t$text\t$key\t$why"} = 1 if $why ne '';
	$phrase{$key} //= [ $kind, $stands ];
	$glued{$key} //= [ $kind, $stands ]
	  if $glue && $key =~ /^(?:$hangul+|$han+|$kana+|$thai+)$/ && length $key <= GLUED_MOST && (length $key > 1 || $kept{$key});
}

sub size { my @bytes = bytes_of($_[0]); return scalar @bytes; }

# Has the table room for a phrase?
sub fits { return @_ > 0 && @_ <= WORDS_MOST && !grep { size($_) > WORD_BYTES } @_; }

# Phrases written by hand: none may be of two kinds
sub add_told
{
	my @rows = @_;
	my %told;
	for my $r (@rows)
	{
		my ($kind, $text) = @$r;
		my @words = words_of($text);
		fits(@words) or die "$text: no word, more than six or too long a one\n";
		my $old = $told{"@words"} //= $kind;
		$old eq $kind or die "$text: is $old already\n";
		add_words(@$r, @words);
	}
	for my $r (@rows)
	{
		for my $way (other_ways($r->[1])) { add_words(@$r, @$way) if fits(@$way); }
	}
}

# Phrases of tables made for something else
sub add_found
{
	my ($kind, $text, $stands) = @_;
	for my $way ([ words_of($text) ], other_ways($text)) { add_words($kind, $text, $stands, @$way) if fits(@$way); }
}

add_told(read_tsv('beside.tsv'));
for my $r (read_tsv('countries.tsv'))
{
	my ($code, $name) = @$r;
	next if $name =~ /^[A-Z]{2,3}$/ || $name !~ /^(?:$latin|$cyrillic|$hangul|$han|$kana|[・'’ʼ.()&, -])+$/;
	add_found('P', $_, 'any+') for grep { $_ ne '' } split /\s*[(),]+\s*/, $name;
}
add_found('P', $_->[0], 'any+') for read_tsv('places.tsv');
for my $r (read_tsv('words.tsv'))
{
	add_found('G', $r->[0], 'any') if $r->[2] =~ /^[^~]/ && $r->[0] =~ /^[a-z]{2,}$/;
}
for my $r (read_tsv('legal_forms.tsv'))
{
	add_found('G', $r->[0], 'any+') if $r->[0] !~ /^\w( \w)*$/;
}

# What is kept or left out must be in a table
my %used = map { $_ => 1 } map { $_, split / / } keys %phrase, map { (split /\t/)[2] } keys %dropped;
$used{$_} or die "$_ is in no table\n" for sort keys %kept, keys %person_told;

if (@ARGV)
{
	print "$_\n" for sort keys %dropped;
	exit;
}

# ---- the tree: its first nodes are the words, then come the words that go on from each
my (%word_number, @node, %child);
for my $key (keys %phrase)
{
	$word_number{$_} = 1 for split / /, $key;
}
delete $word_number{'#'};
my @word = ('#', sort keys %word_number);
@word_number{@word} = 1 .. @word;

sub new_node
{
	my ($number, $path) = @_;
	push @node, { number => $number, path => $path, first => 0 };
}
new_node(0, undef);
new_node($word_number{$_}, $_) for @word;
for my $key (keys %phrase)
{
	my @words = split / /, $key;
	$child{ join ' ', @words[ 0 .. $_ - 1 ] }{ $words[$_] } = 1 for 1 .. $#words;
}
for (my $i = 1; $i < @node; $i++)
{
	my $node = $node[$i];
	my @next = sort { $a <=> $b } map { $word_number{$_} } keys %{ $child{ $node->{path} } || {} };
	$node->{count} = @next;
	$node->{first} = @next ? scalar @node : 0;
	new_node($_, "$node->{path} $word[$_ - 1]") for @next;
}
die "more nodes than 16 bits count\n" if @node > 65535;

sub node_row
{
	my ($node) = @_;
	my $phrase = defined $node->{path} ? $phrase{ $node->{path} } : undef;
	my ($kind, $stands) = $phrase ? ("SM_BESIDE_$kind{$phrase->[0]}", $stands{ $phrase->[1] }) : ('SM_BESIDE_NONE', 0);
	return sprintf('{%d, %d, %d, %s, %s}', $node->{number}, $node->{first}, $node->{count} // 0, $kind, $stands);
}

# Slots of an open hash: numbers of what has been put in
sub slots
{
	my ($count, @hashes) = @_;
	my @slot = (0) x $count;
	for my $i (0 .. $#hashes)
	{
		my $at = $hashes[$i] % $count;
		$at = ($at + 1) % $count while $slot[$at];
		$slot[$at] = $i + 1;
	}
	return @slot;
}

# Where each of some lengths starts, and where the last ends
sub starts
{
	my @start = (0);
	push @start, $start[-1] + $_ for @_;
	return @start;
}

my @glued = sort keys %glued;
my (@front, @behind);
for my $g (@glued)
{
	my @c = map { ord } split //, $g;
	die "$g: a character of more than 16 bits\n" if grep { $_ > 0xFFFF } @c;
	push @front, $glued{$g}[1] eq 'behind' ? undef : fnv(@c);
	push @behind, $glued{$g}[1] eq 'front' ? undef : fnv(reverse @c);
}

# The same where some have no place in the hash
sub glued_slots
{
	my @hash = @_;
	my @number = grep { defined $hash[$_] } 0 .. $#hash;
	return map { $_ ? $number[ $_ - 1 ] + 1 : 0 } slots(GLUED_SLOTS, map { $hash[$_] } @number);
}

print c_banner('beside.pl', 'beside_table.h');
print c_pool('sm_beside_pool', @word);
print c_array('const uint32_t sm_beside_starts[]', starts(0, map { size($_) } @word));
my @slots = slots(WORD_SLOTS, map { fnv(bytes_of($_)) } @word);
print c_array('const uint16_t sm_beside_slots[SM_BESIDE_SLOTS]', @slots);
print c_array('const uint8_t sm_beside_filled[SM_BESIDE_SLOTS / 8]',
	map { unpack 'C', pack 'b8', join '', map { $_ ? 1 : 0 } @slots[ 8 * $_ .. 8 * $_ + 7 ] } 0 .. WORD_SLOTS / 8 - 1);
print c_array('const SmBesideNode sm_beside_nodes[]', map { node_row($_) } @node);
print c_array('const uint16_t sm_glued_pool[]', map { ord } map { split // } @glued);
my @start = starts(map { length } @glued);
my @one = sort keys %one;
print c_array('const SmBesideLetter sm_beside_letters[]',
	map { sprintf '{0x%X, 0x%X}', ord $_, $one{$_} eq '' ? 0 : ord $one{$_} } @one);
printf "const int\tsm_beside_letter_count = %d;\n", scalar @one;
print c_array('const SmGlued sm_glued[]',
	map { sprintf '{%d, %d, SM_BESIDE_%s}', $start[$_], length $glued[$_], $kind{ $glued{ $glued[$_] }[0] } } 0 .. $#glued);
print c_array('const uint16_t sm_glued_front[SM_GLUED_SLOTS]', glued_slots(@front));
print c_array('const uint16_t sm_glued_behind[SM_GLUED_SLOTS]', glued_slots(@behind));
printf "const int\tsm_beside_phrase_count = %d;\n", scalar keys %phrase;
print c_assert(
	SM_BESIDE_SLOTS => WORD_SLOTS,
	SM_GLUED_SLOTS => GLUED_SLOTS,
	SM_BESIDE_WORDS => WORDS_MOST,
	SM_BESIDE_BYTES => WORD_BYTES,
	SM_GLUED_MOST => GLUED_MOST);
