# Writes the tables of letters, words and legal forms: perl -Isrc/data src/data/word.pl > src/data/word_table.c
use strict;
use warnings;
use utf8;
use tables;

use constant { WORD_SLOTS => 32768, FORM_SLOTS => 4096, NUMBERS => 21 };

my %form_kind = (
	LLC => 'SM_FORM_LLC',
	JSC => 'SM_FORM_JSC',
	LP => 'SM_FORM_LP',
	GP => 'SM_FORM_GP',
	LLP => 'SM_FORM_LLP',
	SP => 'SM_FORM_SP',
	CORP => 'SM_FORM_CORP',
	ORG => 'SM_FORM_ORG');

# Pool, entries and slots of rows [text, value, meaning]
sub c_hash
{
	my ($name, $slot_count, @rows) = @_;
	my @slots = (0) x $slot_count;
	my (@entries, %seen);
	my $start = 0;
	for my $row (@rows)
	{
		my ($text, $value, $meaning) = @$row;
		my @bytes = bytes_of($text);
		die "$name: $text stands twice\n" if $seen{$text}++;
		push @entries, "\t{$start, " . scalar(@bytes) . ", $value, $meaning},\n";
		$start += @bytes;
		my $slot = fnv(@bytes) % $slot_count;
		$slot = ($slot + 1) % $slot_count while $slots[$slot];
		$slots[$slot] = @entries;
	}
	return
	    c_pool("sm_${name}_pool", map { $_->[0] } @rows)
	  . "const SmEntry sm_${name}_entries[] = {\n"
	  . join('', @entries) . "};\n\n"
	  . c_array("const uint16_t sm_${name}_slots[" . uc("sm_${name}_slots") . ']', @slots);
}

# Letters, sorted
my @letters = sort { ord $a->[0] <=> ord $b->[0] } read_tsv('letters.tsv');
print c_banner('word.pl', 'word_table.h');
print "const SmLetter sm_letters[] = {\n";
printf "\t{0x%04X, \"%s\"},\n", ord $_->[0], $_->[1] for @letters;
print "};\n\nconst int\tsm_letter_count = ", scalar(@letters), ";\n\n";
print c_places('const uint16_t sm_letters_at[SM_LETTERS_AT]', 0x530, map { ord $_->[0] } @letters);

# Words that are not known, by their letters
my %unseen;
$unseen{ $_->[0] }[ $_->[1] ] = $_->[2] for read_tsv('unseen_bits.tsv');

# Words, and spellings of given names, of which those that are no words of the count have bits by length
my %word = map { ($_->[0] => $_) } read_tsv('words.tsv');
for my $row (read_tsv('name_spellings.tsv'))
{
	my ($spelling, $name) = @$row;
	my $letters = length $spelling;
	$letters = $#{ $unseen{word} } if $letters > $#{ $unseen{word} };
	$word{$spelling} //= [ $spelling, $unseen{word}[$letters], '' ];
	die "$spelling has another meaning in words.tsv\n" if $word{$spelling}[2] ne '';
	$word{$spelling}[2] = "~$name";
}

# Places count no more than generic words
my ($generic) = map { $_->[1] } grep { $_->[0] eq 'generic' } read_tsv('word_weights.tsv');
for my $place (map { $_->[0] } read_tsv('word_places.tsv'))
{
	my $row = $word{$place} // die "$place is no word of words.tsv\n";
	$row->[1] = $generic if $row->[1] > $generic;
}

# Names that many people bear count no more than this
for my $row (read_tsv('common_names.tsv'))
{
	my ($name, $bits) = @$row;
	my $letters = length $name;
	my $now = $word{$name} ? $word{$name}[1] : $unseen{word}[ $letters < $#{ $unseen{word} } ? $letters : $#{ $unseen{word} } ];
	next if $now <= $bits;
	$word{$name} //= [ $name, $bits, '' ];
	$word{$name}[1] = $bits;
}

# A name is as frequent as all its spellings
my %share;
$share{ $_->[2] } += 2**-$_->[1] for grep { $_->[2] =~ /^~/ } map { $word{$_} } sort keys %word;
for my $word (grep { $_->[2] =~ /^~/ } values %word)
{
	my $bits = -log($share{ $word->[2] }) / log 2;
	$word->[1] = $bits if $bits < $word->[1];
}

# Meanings are numbered in alphabetical order, those of given names (~) come last
my @words = map { $word{$_} } sort keys %word;
my $number = 0;
my %meaning = ('' => 0);
my %named = map { $_->[2] => 1 } @words;
delete $named{''};
$meaning{$_} = ++$number for sort keys %named;
die "more than 65535 meanings\n" if $number > 65535;
my $names = 1 + grep { !/^~/ } keys %named;
$_->[1] <= 13 or die "$_->[0]: more than 13 bits\n" for @words;
print "const int\tsm_meaning_names = $names;\n";
print c_array('const uint16_t sm_meaning_numbers[' . NUMBERS . ']', 0, map { $meaning{ sprintf '#%02d', $_ } } 1 .. NUMBERS - 1);
print c_hash('word', WORD_SLOTS,
	map { [ $_->[0], int($_->[1] * 16 + 0.5), $meaning{ $_->[2] } ] } @words);

# Legal forms, and the words that those of several begin with
my %form = map { ($_->[0] => $form_kind{ $_->[1] } // die("no kind $_->[1]\n")) } read_tsv('legal_forms.tsv');
for my $form (keys %form)
{
	$form{$form} //= 'SM_FORM_NONE' while $form =~ s/ [^ ]*$//;
}
print c_hash('form', FORM_SLOTS, map { [ $_, $form{$_}, 0 ] } sort keys %form);

for my $kind (qw(word ideographs))
{
	my @bits = map { int(($_ // 0) * 16 + 0.5) } @{ $unseen{$kind} };
	print c_array("const uint8_t sm_unseen_${kind}_bits[" . @bits . ']', @bits);
}
printf "const uint8_t sm_unseen_${_}_bits = %d;\n", int($unseen{$_}[1] * 16 + 0.5) for qw(number initial connective);
print c_assert(
	SM_WORD_SLOTS => WORD_SLOTS,
	SM_FORM_SLOTS => FORM_SLOTS,
	SM_MEANING_NUMBERS => NUMBERS,
	SM_UNSEEN_WORD_LETTERS => $#{ $unseen{word} },
	SM_UNSEEN_IDEOGRAPHS_LETTERS => $#{ $unseen{ideographs} });
