# Documents of lists, taken apart and put together again: without an element, an attribute or a column, or with another name for it
package Walk;
use strict;
use warnings;

use Exporter 'import';
use JSON::PP;
our @EXPORT = qw(known_fields xml_with xml_without xml_renamed xml_has json_has json_with json_changed csv_with csv_records csv_text multiplied write_multiplied);

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

# Ids that have been given
my $ids = 0;

# An element with all that must stand in it, and the way to one thing more in it
sub xml_element
{
	my ($fields, $name, $value, @way) = @_;
	my ($attributes, $content) = ('', '');
	my $next = shift @way;

	for my $field (grep { $_->[0] eq $name && ($_->[2] eq 'must' || $_->[1] eq ($next // '')) } @$fields)
	{
		my (undef, $inner) = @$field;
		$attributes .= qq( $1=") . ($1 eq 'ID' ? $value . ++$ids : $value) . '"' if $inner =~ /^@(.*)/;
		$content .= xml_element($fields, $inner, $value, $inner eq ($next // '') ? @way : ()) unless $inner =~ /^@/;
	}
	$content = $value unless grep { $_->[0] eq $name && $_->[1] !~ /^@/ } @$fields;
	return "<$name$attributes>$content</$name>";
}

# With it in each element that may hold it, or that may hold what holds it, where the document has none of these: three times or more
sub xml_with
{
	my ($document, $fields, $inside, $name, $value) = @_;
	my @way = ($name);

	until (xml_has_element($document, $inside))
	{
		my ($around) = grep { $_->[1] eq $inside } @$fields;
		return undef unless $around;
		unshift @way, $inside;
		$inside = $around->[0];
	}
	my $places = () = $document =~ /<(?:[\w.]+:)?\Q$inside\E[\s\/>]/g;
	return walk($document, sub {
		my ($tag, $around, $text) = @_;
		return $tag ? $tag->{tag} : $text unless $tag && !$tag->{end} && $tag->{name} eq $inside;
		if ($way[0] =~ /^@(.*)/)
		{
			my $attribute = $1;
			return $tag->{tag} =~ s/\s*(\/?>)$/ $attribute="$value"$1/r;
		}
		my ($first, @rest) = @way;
		my $element = join '', map { xml_element($fields, $first, $value, @rest) } 1 .. ($places < 3 ? 3 : 1);
		return $tag->{empty} ? $tag->{tag} =~ s/\s*\/>$/>$element<\/$inside>/r : $tag->{tag} . $element; });
}

# Does the document have an element of that name?
sub xml_has_element
{
	my ($document, $name) = @_;

	return $document =~ /<(?:[\w.]+:)?\Q$name\E[\s\/>]/;
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

# Schemas without a name
my %nameless = map { $_ => 1 } qw(Interval Interest Risk Ownership Family Associate Membership Employment Representation Succession Debt);

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

# With a property in all lines that may have it, else in some lines more; with lines of a schema that it has not
sub json_with
{
	my ($document, $fields, $inside, $name, $value) = @_;
	my $json = JSON::PP->new->utf8->canonical;
	my @lines = map { $json->decode($_) } split /\n/, $document;
	my $schema = $inside eq 'schema' ? $name : $inside;
	my @with = $inside eq 'schema' ? () : grep { my $s = $_->{schema}; grep { $s eq $_ } $inside, @{ $extended{$inside} // [] } } @lines;
	my %properties = map { ($_->[1] => [$value]) } grep { $_->[0] eq $schema && $_->[2] eq 'must' } @$fields;

	if (!@with)
	{
		$properties{name} = ['A name'] unless $nameless{$schema};
		my @more = map { +{ %{ $lines[0] }, id => "more-$_", schema => $schema, properties => {%properties} } } 1 .. 3;
		push @lines, @more;
		@with = @more unless $inside eq 'schema';
	}
	$_->{properties}{$name} = [$value] for @with;
	return join '', map { $json->encode($_) . "\n" } @lines;
}

# With a value in a column, which is added where there is none of these names
sub csv_with
{
	my ($header, $names, $value, @records) = @_;
	my ($name) = split /\|/, $names =~ s/^\*//r;
	my ($column) = grep { lc $records[$header][$_] eq lc $name } 0 .. $#{ $records[$header] };

	if (!defined $column)
	{
		$column = @{ $records[$header] };
		$records[$header][$column] = $name;
	}
	$_->[$column] = $value for @records[ $header + 1 .. $#records ];
	return ($column, @records);
}

# The records of a text in CSV
sub csv_records
{
	my ($text, $delimiter) = @_;
	my (@records, @fields);

	while ($text =~ /\G(?:"([^"]*(?:""[^"]*)*)"|([^$delimiter\r\n]*))($delimiter|\r?\n|\z)/gc)
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

# Writes a text as often as is said, with the number of the copy in place of each mark; all numbers are of one length, as they
# stand before numbers
sub write_copies
{
	my ($out, $times, $text) = @_;
	my @pieces = split /\x01/, $text, -1;
	my $from = $times < 10 ? 0 : 10**length $times;

	print $out join $_, @pieces for $from + 1 .. $from + $times;
	return;
}

# The records of a table by how many of their entry stand before them
sub in_turns
{
	my ($id, @records) = @_;
	my (%count, @turns);

	push @{ $turns[ $count{ $_->[$id] =~ s/[a-z]$//r }++ ] }, $_ for @records;
	return @turns;
}

# Writes a document with each of its entries several times, under ids of their own, piece by piece, as it may be larger than memory;
# a table, if that is asked for, with the records of an entry far apart: the first of each, then the second ones
sub write_multiplied
{
	my ($out, $format, $text, $times, $apart) = @_;
	my ($record, $id, $delimiter) = (@$format{qw(record id)}, $format->{delimiter} // ',');
	my $at = 0;

	if ($record)
	{
		$text =~ s/(<Record_Count>)(\d+)/$1 . $times * $2/e;
		while ($text =~ /$record/g)
		{
			my ($start, $one) = ($-[0], $&);
			print $out substr $text, $at, $start - $at;
			$at = $start + length $one;
			write_copies($out, $times, $one =~ s/$id/$&\x01/gr);
		}
		print $out substr $text, $at;
		return;
	}
	$text = "$format->{titles}\n$text" if $format->{titles};
	my @records = csv_records($text =~ s/^\xef\xbb\xbf|\x1a//gr, $delimiter);
	print $out csv_text($delimiter, splice @records, 0, $format->{header} + 1);
	my @turns = $apart ? in_turns($id, @records) : [@records];
	$_->[$id] = "\x01$_->[$id]" for @records;
	write_copies($out, $times, csv_text($delimiter, @$_)) for @turns;
	return;
}

# The same as a text
sub multiplied
{
	my $text = '';

	open my $out, '>', \$text or die $!;
	write_multiplied($out, @_);
	close $out;
	return $text;
}

1;
