# Every element, attribute and column that a format may hold is taken away or called by another name in turn: none goes without a
# WARNING or an error, unless the table of the formats says that it is left out.  The samples are loaded without a WARNING; what
# they lack is put in first.
use strict;
use warnings;

use File::Copy qw(copy);
use Formats;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Walk;

my $root = $ENV{PG_ABS_SRCDIR};
my $tmp = PostgreSQL::Test::Utils::tempdir;
my $node = PostgreSQL::Test::Cluster->new('known');
$node->init;
$node->append_conf('postgresql.conf', "fsync = off\nfull_page_writes = off\nautovacuum = off\njit = off");
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION sanctmatch');

# How often all entries stand in a document: what a release had three times is missed in the next one
my $times = 3;

# What is true of the samples: a ship has a name without a letter, OFAC's remarks are cut
sub without_true
{
	return $_[0] =~ s/^.*WARNING:  \d+ (?:names? of list "\S+" (?:has|have) no letter|remarks? of list "\S+" (?:is|are) cut off).*\n.*DETAIL.*\n.*HINT.*\n?//gmr;
}

# Values of what is put in: the first that the format takes is right; ids of what samples have
my @values = qw(x 2020-01-02 2020 1 true 02/01/2020 1ofac-27209 131);

# What cannot be put in by itself: how the document gets it, or what it refers to
my %first = (
	ofac_xml => [ qr/publishInformation/, sub { return $_[0] =~ s/publshInformation/publishInformation/gr } ],
	ofac_advanced_xml => [ qr/LocationAreaCode/, sub { return xml_with(@_, 'ReferenceValueSets', 'AreaCodeValues', 'x') =~ s/<AreaCode ID="x\K\d+//r } ]);

# Runs imports of documents, some after another in a transaction that is rolled back; what each says
sub said_in_turn
{
	my ($format, @turns) = @_;
	my $script = '';
	my $n = 0;

	for my $turn (@turns)
	{
		$script .= "\\warn turn\nBEGIN;\n";
		for my $document (@$turn)
		{
			open my $out, '>:raw', "$tmp/$n" or die $!;
			print $out $document;
			close $out;
			$script .= "\\warn document\nSELECT FROM sanct_import_$format->{import}(" . arguments($format, "pg_read_binary_file('$tmp/$n')") . ");\n";
			$n++;
		}
		$script .= "ROLLBACK;\n";
	}
	my ($code, $out, $err) = $node->psql('postgres', $script, on_error_stop => 0);
	my (undef, @said) = split /^turn\n/m, without_true($err), -1;
	unlink map { "$tmp/$_" } 0 .. $n - 1;
	return map { my (undef, @in_turn) = split /^document\n/m, $_, -1; \@in_turn } @said;
}

# The same of one each
sub said
{
	my ($format, @documents) = @_;
	return map { $_->[0] } said_in_turn($format, map { [$_] } @documents);
}

# The arguments of an import, of which a file is one
sub arguments
{
	my ($format, $file) = @_;
	return join '', grep { defined } $format->{before} ? "$format->{before}, " : undef, $file, $format->{rest};
}

# Rows of the table that have been tried
my %tried;

# A row as it is noted
sub note_tried
{
	my ($format, @fields) = @_;
	$tried{"$format->{import} $_->[0] $_->[1]"} = 1 for @fields;
	return @fields;
}

# What can be done to a document, and what it is then
sub changes
{
	my ($format, $document) = @_;
	my @changes;

	if ($format->{import} =~ /xml/)
	{
		for my $field (note_tried($format, grep { $_->[2] ne 'out' && xml_has($document, @$_[ 0, 1 ]) } known_fields($root, $format->{import})))
		{
			my ($inside, $name) = @$field;
			push @changes, [ "$name in $inside renamed", xml_renamed($document, $inside, $name) ], [ "$name in $inside dropped", xml_without($document, $inside, $name) ];
		}
		return @changes;
	}
	if ($format->{import} =~ /json/)
	{
		for my $field (note_tried($format, grep { $_->[2] ne 'out' && json_has($document, @$_[ 0, 1 ]) } known_fields($root, $format->{import})))
		{
			my ($inside, $name) = @$field;
			my ($found, $renamed) = json_changed($document, $inside, $name, sub { $_[0]{renamed} = delete $_[0]{ $_[1] } });
			push @changes, [ "$name in $inside renamed", $renamed ];
			my ($there, $dropped) = json_changed($document, $inside, $name, sub { delete $_[0]{ $_[1] } });
			$dropped =~ s/^.*"schema":"Renamed".*\n//gm;
			push @changes, [ "$name in $inside dropped", $dropped ];
		}
		return @changes;
	}
	my $delimiter = $format->{delimiter} // ',';
	my @records = csv_records($document =~ s/^\xef\xbb\xbf//r, $delimiter);
	my $header = $format->{header} // 0;
	for my $column (0 .. $#{ $records[$header] })
	{
		my $name = $records[$header][$column];
		my ($known) = grep { (!$format->{part} || $_->[0] eq $format->{part}) && named_so($name, $_->[1]) } known_fields($root, $format->{import});
		next unless $known && $known->[2] ne 'out' && grep { is_told($_->[$column]) } @records[ $header + 1 .. $#records ];
		note_tried($format, $known);
		my @renamed = map { [@$_] } @records;
		$renamed[$header][$column] = 'Renamed';
		my @dropped = map { [@$_] } @records;
		splice @{ $dropped[$_] }, $column, 1 for $header .. $#dropped;
		push @changes, [ "column $name renamed", csv_text($delimiter, @renamed) ], [ "column $name dropped", csv_text($delimiter, @dropped) ];
	}
	return @changes;
}

# What the document lacks of what its format may hold, beside what the table says is left out
sub lacking
{
	my ($format, $document) = @_;
	my $part = $format->{part} // ($format->{import} eq 'ofac_csv' ? 'sdn' : undef);
	my @fields = grep { $_->[2] ne 'out' && $_->[1] ne 'line' && (!$part || $_->[0] eq $part) } known_fields($root, $format->{import});

	return grep { !xml_has($document, @$_[ 0, 1 ]) } @fields if $format->{import} =~ /xml/;
	return grep { !json_has($document, @$_[ 0, 1 ]) } @fields if $format->{import} =~ /json/;
	my @records = csv_records($document =~ s/^\xef\xbb\xbf//r, $format->{delimiter} // ',');
	my $header = $format->{header} // 0;
	return grep { my $names = $_->[1]; !grep { my $column = $_; named_so($records[$header][$column], $names) && grep { is_told($_->[$column]) } @records[ $header + 1 .. $#records ] } 0 .. $#{ $records[$header] } } @fields;
}

# Does a column say something?
sub is_told
{
	my ($value) = @_;
	return ($value // '') ne '' && $value !~ /^-0-/;
}

# Is a column called by one of these names?
sub named_so
{
	my ($name, $names) = @_;
	return grep { /^\*(.*)/ ? $name =~ /\Q$1\E$/i : lc $name eq lc $_ } split /\|/, $names;
}

# The document with what it lacks, the same by another name, and that without it
sub filled
{
	my ($format, $document, $field, $value) = @_;
	my ($inside, $name) = @$field;
	my @fields = known_fields($root, $format->{import});

	if ($format->{import} =~ /xml/)
	{
		my ($which, $change) = @{ $first{ $format->{import} } // [ qr/^$/ ] };
		$document = $change->($document, \@fields) if "$inside $name" =~ $which;
		return ($document, xml_renamed($document, $inside, $name), xml_without($document, $inside, $name)) if xml_has($document, $inside, $name);
		my $with = xml_with($document, \@fields, $inside, $name, $value);
		return ($with, xml_renamed($with, $inside, $name), $document);
	}
	if ($format->{import} =~ /json/)
	{
		my $with = json_with($document, \@fields, $inside, $name, $value);
		my ($found, $renamed) = json_changed($with, $inside, $name, sub { $_[0]{renamed} = delete $_[0]{ $_[1] } });
		return ($with, $renamed, $document);
	}
	my $delimiter = $format->{delimiter} // ',';
	my $header = $format->{header} // 0;
	my ($column, @records) = csv_with($header, $name, $value, csv_records($document =~ s/^\xef\xbb\xbf//r, $delimiter));
	my @renamed = map { [@$_] } @records;
	$renamed[$header][$column] = 'Renamed';
	return (csv_text($delimiter, @records), csv_text($delimiter, @renamed), $document);
}

# What a sample lacks is put in, and then is not there or has another name: what goes without a word, or cannot be put in
sub check_lacking
{
	my ($format, $document) = @_;
	my $name = $format->{import} . ($format->{part} ? " $format->{part}" : '');
	my @left = note_tried($format, lacking($format, $document));
	my $count = @left;
	my (@with, @silent, @untold);

	for my $value (@values)
	{
		my @turns = map { [ filled($format, $document, $_, $value) ] } @left;
		my @said = said_in_turn($format, map { [ @$_[ 0, 2 ] ] } @turns);
		my @refused;
		for my $n (0 .. $#left)
		{
			my ($with, $dropped) = @{ $said[$n] };
			my $what = "$left[$n][1] in $left[$n][0]";
			push @refused, $left[$n] if $with =~ /ERROR|not known/;
			next if $with =~ /ERROR|not known/;
			push @with, [ $what, $turns[$n][1] ];
			push @silent, $what unless $dropped =~ /WARNING|ERROR/;
		}
		@left = @refused;
		last unless @left;
	}
	my @renamed = said($format, map { $_->[1] } @with);
	is(join("\n", map { "$_->[1] in $_->[0]" } @left), '', "$name: what the sample lacks, $count, is put in");
	is(join("\n", @silent), '', "$name: and does not go in silence");
	is(join("\n", map { $with[$_][0] } grep { $renamed[$_] !~ /[Rr]enamed|ERROR/ } 0 .. $#with), '', "$name: nor by another name");
	return;
}

# Columns that have several names are known by each of them
sub check_other_names
{
	my ($format, $document) = @_;
	my $delimiter = $format->{delimiter} // ',';
	my $header = $format->{header} // 0;
	my @records = csv_records($document =~ s/^\xef\xbb\xbf//r, $delimiter);
	my @changed;

	for my $column (0 .. $#{ $records[$header] })
	{
		my $name = $records[$header][$column];
		my ($known) = grep { named_so($name, $_->[1]) } known_fields($root, $format->{import});
		for my $other (grep { $known && lc $_ ne lc $name && !/^\*/ } split /\|/, $known ? $known->[1] : '')
		{
			my @renamed = map { [@$_] } @records;
			$renamed[$header][$column] = $other;
			push @changed, [ "$name called $other", csv_text($delimiter, @renamed) ];
		}
	}
	my @said = said($format, map { $_->[1] } @changed);
	is(join("\n", map { "$changed[$_][0]: $said[$_]" } grep { $said[$_] ne '' } 0 .. $#changed), '', "$format->{import}: other names of columns, " . @changed . ', are known');
	return;
}

# The table has the formats that can be imported, and so have the tests
my @table = split /\n/, (run_command([ 'sh', '-c', qq(grep -v '^#' '$root/src/data/list_fields.tsv' | cut -f 1 | sort -u) ]))[0];
is(join(' ', @table), $node->safe_psql('postgres', q(SELECT string_agg(f, ' ' ORDER BY f COLLATE "C") FROM (SELECT substring(proname::text FROM '^sanct_import_(.*)') AS f FROM pg_proc
	WHERE proname ~ '^sanct_import_' AND proname <> 'sanct_import_table') AS imports)), 'the table has the formats that can be imported');
is(join(' ', sort map { $_->{import} } @formats), join(' ', @table), 'so have the tests');

# OFAC's other files in CSV, beside the first one as it is
my %ofac = (import => 'ofac_csv', header => 0, id => 0);
my @files = (
	{ %ofac, part => 'alt', sample => 'ofac_alt.csv', titles => 'ent_num,alt_num,alt_type,alt_name,alt_remarks', before => "pg_read_binary_file('$tmp/ofac_csv')", rest => ", ''" },
	{ %ofac, part => 'addresses', sample => 'ofac_add.csv', titles => 'ent_num,add_num,address,city,country,add_remarks', before => "pg_read_binary_file('$tmp/ofac_csv'), ''" },
	{ %ofac, part => 'comments', sample => 'ofac_comments.csv', titles => 'ent_num,remarks', before => "pg_read_binary_file('$tmp/ofac_csv'), '', ''" });

for my $format (@formats, @files)
{
	my $name = $format->{import} . ($format->{part} ? " $format->{part}" : '');
	$node->safe_psql('postgres', 'TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier');
	my $document = multiplied($format, slurp_file("$root/test/data/$format->{sample}"), $times);

	is(join('', said($format, $format->{part} ? $document : slurp_file("$root/test/data/$format->{sample}"))), '', "$name: the sample is loaded without a WARNING");
	open my $out, '>:raw', "$tmp/base" or die $!;
	print $out $document;
	close $out;
	copy("$tmp/base", "$tmp/ofac_csv") if $name eq 'ofac_csv';
	my ($code, $loaded, $err) = $node->psql('postgres', "SELECT r.entries FROM sanct_import_$format->{import}(" . arguments($format, "pg_read_binary_file('$tmp/base')") . ') AS r');
	$err = without_true($err);
	is($err, '', "$name: with its entries three times as well");

	my @changes = changes($format, $document);
	my @said = said($format, map { $_->[1] } @changes);
	cmp_ok(scalar @changes, '>=', $format->{part} ? 4 : 10, "$name: " . @changes . ' changes were made');
	is(scalar @said, scalar @changes, "$name: each was tried");
	is(join("\n", map { $changes[$_][0] } grep { ($said[$_] // '') !~ /WARNING|ERROR/ } 0 .. $#changes), '', "$name: none is silent");
	is(join("\n", map { $changes[$_][0] } grep { $changes[$_][0] =~ /renamed/ && ($said[$_] // '') !~ /[Rr]enamed|ERROR/ } 0 .. $#changes), '',
		"$name: another name is told");
	check_lacking($format, $document);
	check_other_names($format, $document) if $format->{import} =~ /csv/ && !$format->{part};
}

is(join("\n", grep { !$tried{$_} } map { my $format = $_; map { "$format $_->[0] $_->[1]" } grep { $_->[2] ne 'out' && $_->[1] ne 'line' } known_fields($root, $format) } @table), '',
	'each row of the table was tried');

my ($docs) = run_command([ "$root/test/format_docs" ]);
is("$docs\n", slurp_file("$root/docs/formats.md"), 'docs/formats.md is what test/format_docs makes of the table');

$node->stop;
done_testing();
