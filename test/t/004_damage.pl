# Files that are cut off, have single bytes changed, are of another kind or in another dress: refused, with the place, or
# loaded as they are, never half
use strict;
use warnings;

use Formats;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $data = "$ENV{PG_ABS_SRCDIR}/test/data";
my $node = PostgreSQL::Test::Cluster->new('damage');
$node->init;
$node->append_conf('postgresql.conf', "fsync = off\nfull_page_writes = off");
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION sanctmatch');

# For each format a function that imports a document and takes it back: what was loaded, or how it was refused
$node->safe_psql('postgres', 'CREATE TABLE sample (format text PRIMARY KEY, document bytea)');
for my $format (@formats)
{
	my ($name, $file) = @$format{qw(import sample)};
	my $function = "try_$name";
	my $call = "sanct_import_$name(document" . ($format->{rest} // '') . ')';

	$node->safe_psql(
		'postgres', qq(
		INSERT INTO sample VALUES ('$name', pg_read_binary_file('$data/$file'));
		CREATE FUNCTION $function(document bytea) RETURNS text LANGUAGE plpgsql AS \$\$
		DECLARE
			release sanct_release;
			stored bigint[];
			message text;
			place text;
		BEGIN
			BEGIN
				SELECT r.* INTO release FROM $call AS r;
				SELECT ARRAY[count(*), sum((SELECT count(*) FROM sanct_name n WHERE n.entry_id = e.id)),
					sum((SELECT count(*) FROM sanct_identifier i WHERE i.entry_id = e.id))]
					INTO stored FROM sanct_entry AS e WHERE e.delisted_in IS NULL AND e.list_id = release.list_id;
				IF stored <> ARRAY[release.entries, release.names, release.identifiers] THEN
					RAISE EXCEPTION 'HALF: % stored of %', stored, release;
				END IF;
				RAISE EXCEPTION 'loaded % % %', release.entries, release.names, release.identifiers USING ERRCODE = 'ZZZZZ';
			EXCEPTION
				WHEN SQLSTATE 'ZZZZZ' THEN
					RETURN SQLERRM;
				WHEN OTHERS THEN
					GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, place = PG_EXCEPTION_CONTEXT;
					RETURN 'refused: ' || message || CASE WHEN place ~ '(record|line) [0-9]+' THEN ' (at a line)' ELSE '' END;
			END;
		END \$\$;
	));
}

sub try_all
{
	my ($function, $documents) = @_;

	return split /\n/, $node->safe_psql('postgres', "SET client_min_messages = error; SELECT $function(document) FROM ($documents) AS d (document)");
}

# Where a format without an end, such as CSV, can be cut without a trace
sub record_ends
{
	my ($file) = @_;
	my $content = slurp_file("$data/$file");

	return { map { $_ => 1 } grep { substr($content, $_ - 1, 1) eq "\n" } 1 .. length $content };
}

for my $format (@formats)
{
	my ($name, $file) = @$format{qw(import sample)};
	my $function = "try_$name";
	my ($whole) = try_all($function, "SELECT document FROM sample WHERE format = '$name'");
	my $xml = $name =~ /xml/;
	my $length = -s "$data/$file";

	like($whole, qr/^loaded [1-9]/, "$name: the sample is loaded");
	my ($entries) = $whole =~ /^loaded (\d+)/;

	# cut anywhere
	srand(1);
	my @cuts = map { 1 + int(rand($length - 2)) } 1 .. 200;
	my @results = try_all($function, "SELECT substring(s.document FROM 1 FOR c) FROM sample s, unnest(ARRAY[@{[join ',', @cuts]}]) WITH ORDINALITY AS u (c, n)
		WHERE s.format = '$name' ORDER BY n");
	my $ends = record_ends($file);
	my @wrong = grep
	{
		my $result = $results[$_];
		my $rest = $length - $cuts[$_];
		!($result =~ /^refused: .*(line|record) \d|at a line/ || ($xml ? $result eq $whole && $rest < 3 : $ends->{$cuts[$_]}));
	} 0 .. $#cuts;
	is(scalar @results, 200, "$name: 200 cuts were tried");
	is("@results[@wrong]", '', "$name: cut off, it is refused with the place, or ends at a record");

	# one byte changed
	my @places = map { int(rand($length)) } 1 .. 60;
	my @bytes = map { int(rand(256)) } 1 .. 60;
	@results = try_all($function, "SELECT set_byte(s.document, p, b) FROM sample s, unnest(ARRAY[@{[join ',', @places]}], ARRAY[@{[join ',', @bytes]}]) WITH ORDINALITY AS u (p, b, n)
		WHERE s.format = '$name' ORDER BY n");
	@wrong = grep { !/^refused: .*(line|record) \d|at a line|is not complete/ && !/^loaded $entries / } @results;
	is("@wrong", '', "$name: with a byte changed, it is refused with the place, or as many entries are loaded");

	# an end-of-file mark inside
	@results = try_all($function, "SELECT overlay(s.document PLACING '\\x1a' FROM p FOR 0) FROM sample s, unnest(ARRAY[@{[join ',', @places[0 .. 9]]}]) AS p
		WHERE s.format = '$name'");
	is(scalar(grep { !/^refused: .*(line|record) \d|at a line/ && $_ ne $whole } @results), 0, "$name: with 0x1A inside, it is refused or the same");

	# other line ends, a byte order mark
	my $text = "replace(convert_from(document, 'UTF8'), E'\\r\\n', E'\\n')";
	@results = try_all($function, "SELECT convert_to(t, 'UTF8') FROM sample, LATERAL (VALUES ($text), (replace($text, E'\\n', E'\\r\\n')),
		(U&'\\FEFF' || ltrim($text, U&'\\FEFF'))) AS v (t) WHERE format = '$name'");
	is("@results", "$whole $whole $whole", "$name: line ends and a byte order mark change nothing");

	# nothing, and what is no list at all
	@results = try_all($function, "VALUES (''::bytea), (' '), ('<html/>'), ('\\x504b0304'), ('\\xfffe3c00'), ('\\x00'), (E'a,b\\n')");
	is(scalar(grep { /^refused: / } @results), 7, "$name: what is no list is refused");

	# all other samples
	@results = try_all($function, "SELECT document FROM sample WHERE format <> '$name'");
	is(scalar(grep { /^refused: .*(line|record) \d/ } @results), $#formats, "$name: the other formats are refused with the place");
}

is($node->safe_psql('postgres', 'SELECT count(*) FROM sanct_entry'), '0', 'nothing was left behind');

$node->stop;
done_testing();
