# Writes the tables of letters, words and legal forms: perl -Isrc/data src/data/word.pl > src/data/word_table.c
use strict;
use warnings;
use utf8;
use tables;

use constant { WORD_SLOTS => 16384, FORM_SLOTS => 4096 };

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

# Words; meanings are numbered in alphabetical order, those of given names (~) come last
my @words = sort { $a->[0] cmp $b->[0] } read_tsv('words.tsv');
my $number = 0;
my %meaning = ('' => 0);
my %named = map { $_->[2] => 1 } @words;
delete $named{''};
$meaning{$_} = ++$number for sort keys %named;
die "more than 255 meanings\n" if $number > 255;
my $names = 1 + grep { !/^~/ } keys %named;
$_->[1] <= 13 or die "$_->[0]: more than 13 bits\n" for @words;
print "const int\tsm_meaning_names = $names;\n\n";
print c_hash('word', WORD_SLOTS,
	map { [ $_->[0], int($_->[1] * 16 + 0.5), $meaning{ $_->[2] } ] } @words);

# Legal forms
print c_hash('form', FORM_SLOTS,
	map { [ $_->[0], $form_kind{ $_->[1] } // die("no kind $_->[1]\n"), 0 ] }
	sort { $a->[0] cmp $b->[0] } read_tsv('legal_forms.tsv'));

# Words that are not known, by their letters
my %unseen;
$unseen{ $_->[0] }[ $_->[1] ] = int($_->[2] * 16 + 0.5) for read_tsv('unseen_bits.tsv');
for my $kind (qw(word ideographs))
{
	my @bits = @{ $unseen{$kind} };
	$bits[0] = 0;
	print c_array("const uint8_t sm_unseen_${kind}_bits[" . @bits . ']', @bits);
}
print "const uint8_t sm_unseen_${_}_bits = $unseen{$_}[1];\n" for qw(number initial connective);
print c_assert(
	SM_WORD_SLOTS => WORD_SLOTS,
	SM_FORM_SLOTS => FORM_SLOTS,
	SM_UNSEEN_WORD_LETTERS => $#{ $unseen{word} },
	SM_UNSEEN_IDEOGRAPHS_LETTERS => $#{ $unseen{ideographs} });
