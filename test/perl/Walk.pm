# Documents of lists, taken apart and put together again: without an element, an attribute or a column, or with another name for it
package Walk;
use strict;
use warnings;

use Exporter 'import';
use JSON::PP;
our @EXPORT = qw(known_fields xml_without xml_renamed xml_has json_has json_changed csv_records csv_text multiplied);

# What a format may hold: rows of src/data/list_fields.tsv, each what it stands in, its name, its presence
sub known_fields
{
	my ($root, $format) = @_;

	open my $in, '<', "$root/src/data/list_fields.tsv" or die $!;
	my @rows = map { [ split /\t/ ] } grep { /^\Q$format\E\t/ && !/\ttitle\t/ } <$in>;
	return map { [ @$_[ 1 .. 3 ] ] } @rows;
}

# Calls for each tag with the element around it: the tag as it stands there is what comes back
sub walk
{
	my ($document, $change) = @_;
	my @around = ('-');
	my $result = '';

	while ($document =~ /\G([^<]*)(<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<(\/?)(?:[\w.]+:)?([\w.-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>)?/gcs)
	{
		my ($text, $tag, $end, $name, $rest, $empty) = ($1, $2, $3, $4, $5, $6);
		last if !defined $tag && $text eq '';
		$result .= $change->(undef, \@around, $text);
		next unless defined $tag;
		if (!defined $name)
		{
			$result .= $tag;
			next;
		}
		pop @around if $end;
		$result .= $change->({ tag => $tag, end => $end, name => $name, rest => $rest, empty => $empty }, \@around, '');
		push @around, $name unless $end || $empty;
	}
	return $result;
}

# Does the document have this?
sub xml_has
{
	my ($document, $inside, $name) = @_;
	my $found = 0;

	walk($document, sub {
		my ($tag, $around) = @_;
		$found ||= $name =~ /^@(.*)/ ? $tag->{name} eq $inside && $tag->{rest} =~ /\s\Q$1\E=["']/ : $tag->{name} eq $name && $around->[-1] eq $inside if $tag && !$tag->{end};
		return ''; });
	return $found;
}

# With another name for it
sub xml_renamed
{
	my ($document, $inside, $name) = @_;

	return walk($document, sub {
		my ($tag, $around, $text) = @_;
		return $text unless $tag;
		my ($attribute) = $name =~ /^@(.*)/;
		return $tag->{name} eq $inside ? $tag->{tag} =~ s/\s\Q$attribute\E=(["'])/ renamed=$1/r : $tag->{tag} if defined $attribute;
		return $tag->{name} eq $name && $around->[-1] eq $inside ? $tag->{tag} =~ s/\Q$name\E/Renamed/r : $tag->{tag}; });
}

# Without it and all that stands in it
sub xml_without
{
	my ($document, $inside, $name) = @_;
	my $depth;

	return walk($document, sub {
		my ($tag, $around, $text) = @_;
		if ($name =~ /^@(.*)/)
		{
			return $tag ? $tag->{name} eq $inside ? $tag->{tag} =~ s/\s\Q$1\E=(?:"[^"]*"|'[^']*')//r : $tag->{tag} : $text;
		}
		my $is = $tag && $tag->{name} eq $name && $around->[-1] eq $inside && (!defined $depth || $depth == @$around);
		if ($is && $tag->{end})
		{
			undef $depth;
			return '';
		}
		$depth = @$around if $is && !$tag->{empty};
		return '' if $is || defined $depth;
		return $tag ? $tag->{tag} : $text; });
}

# The schemas that another one extends in the model FollowTheMoney, where their properties stand
my %extended = (
	Thing => [qw(Person LegalEntity Organization Company Vehicle Vessel Airplane CryptoWallet Address Position)],
	LegalEntity => [qw(Person Organization Company)], Organization => ['Company'], Vehicle => [qw(Vessel Airplane)],
	Interval => [qw(Identification Passport Sanction UnknownLink Directorship Occupancy)], Identification => ['Passport'],
	Interest => [qw(UnknownLink Directorship)]);

# Lines in JSON with a change made to each that has this: a key of the line, a schema, or a property of one
sub json_changed
{
	my ($document, $inside, $name, $change) = @_;
	my $json = JSON::PP->new->utf8->canonical;
	my $found = 0;

	my $changed = join '', map
	{
		my $line = $json->decode($_);
		my $schema = $line->{schema};
		my $key = $inside eq 'line' && exists $line->{$name};
		my $is = $inside eq 'schema' && $schema eq $name;
		my $property = exists $line->{properties}{$name} && grep { $schema eq $_ } $inside, @{ $extended{$inside} // [] };
		$found ||= $key || $is || $property;
		$change->($key ? $line : $line->{properties}, $name) if $key || $property;
		$line->{schema} = 'Renamed' if $is;
		$json->encode($line) . "\n";
	} split /\n/, $document;
	return ($found, $changed);
}

# Does the document have this?
sub json_has
{
	my ($document, $inside, $name) = @_;

	return (json_changed($document, $inside, $name, sub { }))[0];
}

# The records of a text in CSV
sub csv_records
{
	my ($text, $delimiter) = @_;
	my (@records, @fields);

	while ($text =~ /\G(?:"((?:[^"]|"")*)"|([^$delimiter\r\n]*))($delimiter|\r?\n|\z)/gc)
	{
		push @fields, defined $1 ? $1 =~ s/""/"/gr : $2;
		next if $3 eq $delimiter;
		push @records, [@fields] if @fields > 1 || $fields[0] ne '';
		@fields = ();
		last if $3 eq '';
	}
	return @records;
}

sub csv_text
{
	my ($delimiter, @records) = @_;

	return join '', map { join($delimiter, map { /["\r\n]|\Q$delimiter\E/ ? '"' . s/"/""/gr . '"' : $_ } @$_) . "\n" } @records;
}

# A document with each of its entries several times, under ids of their own
sub multiplied
{
	my ($format, $text, $times) = @_;
	my ($record, $id) = @$format{qw(record id)};

	if ($record)
	{
		$text =~ s/(<Record_Count>)(\d+)/$1 . $times * $2/e;
		return $text =~ s/$record/my $one = $&; join '', map { my $n = $_; $one =~ s{($id)}{$1$n}gr } 1 .. $times/ger;
	}
	$text = "$format->{titles}\n$text" if $format->{titles};
	my @records = csv_records($text =~ s/^\xef\xbb\xbf|\x1a//gr, $format->{delimiter} // ',');
	my @head = splice @records, 0, $format->{header} + 1;
	return csv_text($format->{delimiter} // ',', @head, map { my $n = $_; map { my @copy = @$_; $copy[$id] = $n . $copy[$id]; \@copy } @records } 1 .. $times);
}

1;
