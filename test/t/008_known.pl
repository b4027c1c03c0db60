# Every element, attribute and column that a format may hold is taken away or called by another name in turn: none goes without a
# WARNING or an error, unless the table of the formats says that it is left out.  The samples are loaded without a WARNING.
use strict;
use warnings;

use Formats;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Walk;

my $root = $ENV{PG_ABS_SRCDIR};
my $tmp = PostgreSQL::Test::Utils::tempdir;
my $node = PostgreSQL::Test::Cluster->new('known');
$node->init;
$node->append_conf('postgresql.conf', "fsync = off\nfull_page_writes = off");
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION sanctmatch');

# How often all entries stand in a document: what a release had three times is missed in the next one
my $times = 3;

# What is true of the samples: a ship has a name without a letter, OFAC's remarks are cut
sub without_true
{
	return $_[0] =~ s/^.*WARNING:  \d+ (?:names of list "\S+" have no letter|remarks of list "\S+" are cut off).*\n.*DETAIL.*\n.*HINT.*\n?//gmr;
}

# Runs imports of documents, each in a transaction that is rolled back; what each says
sub said
{
	my ($format, @documents) = @_;
	my $script = '';

	for my $n (0 .. $#documents)
	{
		open my $out, '>:raw', "$tmp/$n" or die $!;
		print $out $documents[$n];
		close $out;
		my $file = "pg_read_binary_file('$tmp/$n')";
		$script .= "\\warn document $n\nBEGIN;\nSELECT FROM sanct_import_$format->{import}($file" . ($format->{rest} // '') . ");\nROLLBACK;\n";
	}
	my ($code, $out, $err) = $node->psql('postgres', $script, on_error_stop => 0);
	$err = without_true($err);
	my @said = split /^document \d+\n/m, $err, -1;
	shift @said;
	unlink map { "$tmp/$_" } 0 .. $#documents;
	return @said;
}

# What can be done to a document, and what it is then
sub changes
{
	my ($format, $document) = @_;
	my @changes;

	if ($format->{import} =~ /xml/)
	{
		for my $field (grep { $_->[2] ne 'out' && xml_has($document, @$_[ 0, 1 ]) } known_fields($root, $format->{import}))
		{
			my ($inside, $name) = @$field;
			push @changes, [ "$name in $inside renamed", xml_renamed($document, $inside, $name) ], [ "$name in $inside dropped", xml_without($document, $inside, $name) ];
		}
		return @changes;
	}
	if ($format->{import} =~ /json/)
	{
		for my $field (grep { $_->[2] ne 'out' && json_has($document, @$_[ 0, 1 ]) } known_fields($root, $format->{import}))
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
		my ($known) = grep { my $names = $_->[1]; grep { /^\*(.*)/ ? $name =~ /\Q$1\E$/i : lc $name eq lc $_ } split /\|/, $names } known_fields($root, $format->{import});
		next unless $known && $known->[2] ne 'out' && grep { ($_->[$column] // '') ne '' } @records[ $header + 1 .. $#records ];
		my @renamed = map { [@$_] } @records;
		$renamed[$header][$column] = 'Renamed';
		my @dropped = map { [@$_] } @records;
		splice @{ $dropped[$_] }, $column, 1 for $header .. $#dropped;
		push @changes, [ "column $name renamed", csv_text($delimiter, @renamed) ], [ "column $name dropped", csv_text($delimiter, @dropped) ];
	}
	return @changes;
}

for my $format (@formats)
{
	my $name = $format->{import};
	$node->safe_psql('postgres', 'TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier');
	my $document = multiplied($format, slurp_file("$root/test/data/$format->{sample}"), $times);

	is(join('', said($format, slurp_file("$root/test/data/$format->{sample}"))), '', "$name: the sample is loaded without a WARNING");
	open my $out, '>:raw', "$tmp/base" or die $!;
	print $out $document;
	close $out;
	my $rest = $format->{rest} // '';
	my ($code, $loaded, $err) = $node->psql('postgres', "SELECT r.entries FROM sanct_import_$name(pg_read_binary_file('$tmp/base')$rest) AS r");
	$err = without_true($err);
	is($err, '', "$name: with its entries three times as well");

	my @changes = changes($format, $document);
	my @said = said($format, map { $_->[1] } @changes);
	cmp_ok(scalar @changes, '>=', 10, "$name: " . @changes . ' changes were made');
	is(scalar @said, scalar @changes, "$name: each was tried");
	is(join("\n", map { $changes[$_][0] } grep { ($said[$_] // '') !~ /WARNING|ERROR/ } 0 .. $#changes), '', "$name: none is silent");
	is(join("\n", map { $changes[$_][0] } grep { $changes[$_][0] =~ /renamed/ && ($said[$_] // '') !~ /[Rr]enamed|ERROR/ } 0 .. $#changes), '',
		"$name: another name is told");
}

my ($docs) = run_command([ "$root/test/format_docs" ]);
is("$docs\n", slurp_file("$root/docs/formats.md"), 'docs/formats.md is what test/format_docs makes of the table');

$node->stop;
done_testing();
