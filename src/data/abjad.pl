#!/usr/bin/perl
# Writes the tables of letters of Arabic and Hebrew, and the bits of words by their consonants
use strict;
use warnings;
use utf8;
use tables;

use constant { FIRST => '@', LAST => '`', WAYS => 3 };
# Words of fewer bits are particles of other languages
use constant LEAST_BITS => 2;

my %code_of = map { @$_ } read_tsv('abjad_letters.tsv');
my %geresh = map { $code_of{ substr $_, 0, 1 } => delete $code_of{$_} } grep { length > 1 } keys %code_of;
my %code = map { ($_->[0] => $_) } read_tsv('abjad_codes.tsv');
$code{$_} or die "no code $_\n" for values %code_of, values %geresh;

# A character of C; '' = 0
sub c_char
{
	my ($c) = @_;
	return $c eq '' ? 0 : $c eq '\\' || $c eq "'" ? "'\\$c'" : "'$c'";
}

sub c_code
{
	my ($row) = @_;
	return '{{0}, {{0}}, 0}' unless $row;
	my ($code, $shown, @rest) = @$row;
	my $vowel = pop @rest;
	my @sounds = map { my @ways = split /,/; @ways <= WAYS or die "$code: too many sounds\n";
		'{' . join(', ', map { c_char($ways[$_] // '') } 0 .. WAYS - 1) . '}' } @rest;
	return sprintf '{"%s", {%s}, %s}', $shown, join(', ', @sounds), c_char($vowel);
}

# Variant class of a word, as sm_word_class makes it
my %rules;
for my $row (grep { $_->[0] eq 'class' } read_tsv('sounds.tsv')) { push @{ $rules{ substr $row->[1], 0, 1 } }, $row; }
@$_ = sort { length $b->[1] <=> length $a->[1] || $a->[1] cmp $b->[1] } @$_ for values %rules;
my %sound = map { ($_->[1] => $_->[2]) } grep { $_->[0] eq 'sound' } read_tsv('sounds.tsv');

sub append
{
	my ($class, $letters) = @_;
	for my $letter (split //, $letters) { $class .= $letter unless substr($class, -1) eq $letter; }
	return $class;
}

sub class_of
{
	my ($word) = @_;
	return append(class_of($1), 'i') if $word =~ /^(.+)(?:[iy]y|ij)$/;
	$word =~ s/^(.{2,}[aeiouy])h$/$1/;
	my $class = '';
	while ($word ne '')
	{
		my ($rule) = grep { index($word, $_->[1]) == 0 } @{ $rules{ substr $word, 0, 1 } || [] };
		$class = append($class, $rule ? $rule->[2] : substr $word, 0, 1);
		substr($word, 0, $rule ? length $rule->[1] : 1) = '';
	}
	return $class;
}

# Consonants of a class, as sm_word_consonants gives them
sub bones_of
{
	my ($class) = @_;
	my $bones = '';
	my $front = 1;
	for my $c (map { /[aeiouy]/ ? 'a' : $sound{$_} // $_ } split //, $class)
	{
		$bones .= $c if $front || ($c ne 'a' && $c ne 'h');
		$front = 0;
	}
	return $bones;
}

my %share;
# names and words of no class: what bodies are is said in another word in each language
for my $row (grep { $_->[0] =~ /^[a-z]{2,}$/ && $_->[1] >= LEAST_BITS && $_->[2] =~ /^(?:~.*)?$/ } read_tsv('words.tsv'))
{
	$share{ bones_of(class_of($row->[0])) } += 2**-$row->[1];
}
my %bits = map { (fnv(bytes_of($_)) => int(-16 * log($share{$_}) / log(2) + 1e-6)) } keys %share;
keys %bits == keys %share or die "two words have one hash\n";

# The hash of the codes of a word, as it is read: an s before an h may be taken for sh
sub hash_of
{
	my $codes = join '', map { $code_of{$_} // die "no letter $_\n" } split //, $_[0];
	return fnv(bytes_of($codes =~ s/S(?=[HO])/`/gr));
}

my @rows = read_tsv('abjad_words.tsv');
my %words = map { (hash_of($_->[0]) => $_->[1]) } grep { ($_->[2] // '') !~ /^meant/ } @rows;
# Words by what they mean; those of Arabic also behind the article, li- (for) and wa- (and)
my %meant;
for my $row (grep { ($_->[2] // '') =~ /^meant/ } @rows)
{
	$meant{ hash_of("$_$row->[0]") } //= $row->[1] for $row->[2] =~ /ar$/ ? ('', 'ال', 'لل', 'وال', 'و') : '';
}
my @letters = sort { ord $a <=> ord $b } keys %code_of;
my @unseen = (0);
$unseen[ $_->[1] ] = int($_->[2] * 16 + 0.5) for grep { $_->[0] eq 'bones' } read_tsv('unseen_bits.tsv');

print c_banner('abjad.pl', 'abjad_table.h');
print c_array('const SmAbjadLetter sm_abjad_letters[]', map { sprintf '{0x%04X, %s}', ord $_, c_char($code_of{$_}) } @letters);
print 'const int sm_abjad_letter_count = ' . @letters . ";\n\n";
print c_array('const SmAbjadGeresh sm_abjad_geresh[]', map { '{' . c_char($_) . ', ' . c_char($geresh{$_}) . '}' } sort keys %geresh);
print 'const int sm_abjad_geresh_count = ' . keys(%geresh) . ";\n\n";
print c_array('const SmAbjadCode sm_abjad_codes[SM_ABJAD_LAST - SM_ABJAD_FIRST + 1]', map { c_code($code{ chr $_ }) } ord FIRST .. ord LAST);
print c_array('const SmAbjadWord sm_abjad_words[]', map { "{0x" . sprintf('%X', $_) . ", \"$words{$_}\"}" } sort { $a <=> $b } keys %words);
print 'const int sm_abjad_word_count = ' . keys(%words) . ";\n\n";
print c_array('const SmAbjadWord sm_abjad_meanings[]', map { "{0x" . sprintf('%X', $_) . ", \"$meant{$_}\"}" } sort { $a <=> $b } keys %meant);
print 'const int sm_abjad_meaning_count = ' . keys(%meant) . ";\n\n";
my @person = do { my %seen; grep { !$seen{$_}++ } map { $_->[1] } grep { $_->[2] eq 'person' } read_tsv('abjad_words.tsv') };
print c_array('const char *const sm_abjad_person_words[]', map { "\"$_\"" } @person);
print 'const int sm_abjad_person_word_count = ' . @person . ";\n\n";

sub c_part
{
	my ($letters, $where, $rest, $bound) = @{ $_[0] };
	return sprintf '{"%s", %d, %s, %s}', $letters =~ s/(.)/$code_of{$1} \/\/ die("no letter $1\n")/ger, $rest,
		$where ne 'behind' ? 'true' : 'false', $bound ? 'true' : 'false';
}
my ($article, @parts) = sort { ($b->[1] eq 'article') <=> ($a->[1] eq 'article') } read_tsv('abjad_parts.tsv');
print 'const SmAbjadPart sm_abjad_article = ' . c_part($article) . ";\n\n";
print c_array('const SmAbjadPart sm_abjad_parts[]', map { c_part($_) } @parts);
print 'const int sm_abjad_part_count = ' . @parts . ";\n\n";
print c_array('const SmBonesBits sm_bones_bits[]', map { sprintf '{0x%X, %d}', $_, $bits{$_} } sort { $a <=> $b } keys %bits);
print 'const int sm_bones_bits_count = ' . keys(%bits) . ";\n\n";
print c_array('const uint8_t sm_unseen_bones_bits[SM_UNSEEN_BONES + 1]', @unseen);
print c_assert(SM_ABJAD_FIRST => ord FIRST, SM_ABJAD_LAST => ord LAST, SM_ABJAD_WAYS => WAYS, SM_UNSEEN_BONES => $#unseen);
