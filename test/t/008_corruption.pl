# Keys of indexes whose bytes were changed on the disk: a query answers or says that the index is damaged, and the server
# lives on
use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('corruption');
$node->init;
$node->append_conf('postgresql.conf', "ignore_checksum_failure = on\nfsync = off\nfull_page_writes = off\nautovacuum = off\njit = off\nrestart_after_crash = off");
$node->start;
$node->safe_psql('postgres', q{
	CREATE EXTENSION sanctmatch;
	CREATE CAST (sanct_reading AS bytea) WITHOUT FUNCTION;
	CREATE TABLE name AS
		SELECT s || ' ' || g || '-' || lower(h) AS name
			FROM unnest(ARRAY['Kim', 'Ri', 'Pak', 'Choe', '김']) s, unnest(ARRAY['Chol', 'Yong', 'Su', 'Hak', 'Hyok', 'Ho', 'Hyon']) g,
				unnest(ARRAY['Song', 'Nam', 'Il', 'Un', 'Hae', 'Kwang', 'J']) h
		UNION ALL SELECT initcap(translate(left(md5(i::text), 8), '0123456789', 'aeioukrstn')) || ' ' || (ARRAY['Trading', 'Ltd', 'Kim', 'Viktor'])[1 + i % 4]
			FROM generate_series(1, 300) i;
	CREATE INDEX name_name ON name USING gist (name sanct_gist_ops);
});

# The file of the index, and the readings as they stand in its leaves, the short length before them
my $path = $node->data_dir . '/' . $node->safe_psql('postgres', q{SELECT pg_relation_filepath('name_name')});
my @readings = map { pack 'H*', $_ } split /\n/, $node->safe_psql('postgres',
	q{SELECT encode(substring(r FROM 3 FOR get_byte(r, 0)), 'hex') FROM (SELECT sanct_read(name)::bytea FROM name) n (r)});
my $whole;

# What inner keys begin with: version and mark, Unicode; then the kinds
my ($version, $unicode) = map { ord } (split //, $readings[0])[0, 1];
my $head = chr($version | 0x80) . chr($unicode);

# Change some bytes of the keys: of readings, or of what inner pages know of them
sub damage
{
	my ($inner) = @_;
	my $bytes = $whole;
	my $changed = 0;

	if ($inner)
	{
		# then what takes most of a page
		while ($whole =~ /\Q$head\E[\x01-\x03]/g)
		{
			next if $-[0] % 8192 < 24 || rand() < 0.3;
			substr($bytes, $-[0] + (rand() < 0.5 ? 2 * int(rand(2)) : rand() < 0.5 ? 575 + int(rand(8)) : int(rand(300))), 1) = chr(int(rand(256)));
			$changed++;
		}
		return ($bytes, $changed);
	}
	for my $reading (@readings)
	{
		my $at = index($whole, $reading);

		next if $at < 0 || rand() < 0.5;
		substr($bytes, $at + 2 + int(rand(length($reading) - 2)), 1) = chr(int(rand(256)));
		$changed++;
	}
	return ($bytes, $changed);
}

# A probe of each kind from every part of the index, each in a transaction of its own
my $probes = join ";\n", map { my $name = $_; ("SELECT count(*) FROM name WHERE name %~ '$name'",
	"SELECT count(*) FROM name WHERE name %~ sanct_query('$name', 0.1)", "SELECT count(*) FROM (SELECT FROM name ORDER BY name <~> '$name' LIMIT 400) n",
	"INSERT INTO name VALUES ('$name')") } 'Kim Chol Un', 'Ri J. Hae', '김철수', 'Viktor Kim', 'Star Trading', 'X Ltd';

$node->stop;
$whole = slurp_file($path);
srand(1);
my %kinds = (damaged => 0, answers => 0);
for my $round (1 .. 12)
{
	my ($bytes, $changed) = damage($round % 3 == 0);
	open my $file, '>:raw', $path or die $!;
	print $file $bytes;
	close $file;
	cmp_ok($changed, '>', $round % 3 == 0 ? 0 : 100, "round $round: keys were changed");
	$node->start;
	my ($status, $out, $err) = $node->psql('postgres', "SET enable_seqscan = off;\n$probes", on_error_stop => 0);
	my @unexpected = grep { /ERROR|FATAL|server closed/ && !/the index is damaged|made by version/ } split /\n/, $err;

	is("$status @unexpected", '0 ', "round $round: answers or errors that say what is damaged");
	$kinds{damaged} += () = $err =~ /the index is damaged/g;
	$kinds{answers} += () = $out =~ /^\d+$/mg;
	$node->stop;
}
cmp_ok($kinds{$_}, '>', 0, "some $_") for sort keys %kinds;

# what the error advises mends it
$node->start;
is($node->safe_psql('postgres', q{REINDEX INDEX name_name; SET enable_seqscan = off; SELECT count(*) > 0 FROM name WHERE name %~ 'Kim Chol Un'}), 't',
	'REINDEX mends the index');

# The same index as another version of Unicode would have left it: a WARNING once a session, and the answers stay
my $other = chr($unicode - 4);
my $name = $node->safe_psql('postgres', q{SELECT 'version ' || get_byte(r, 3) / 4 || '.' || get_byte(r, 3) % 4 FROM (SELECT sanct_read('Kim')::bytea) n (r)});
my $other_name = $name =~ s/(\d+)\./($1 - 1) . '.'/er;
my $questions = join ";\n", map { my $q = $_; ("SELECT count(*) FROM name WHERE name %~ '$q'",
	"SELECT count(*) FROM name WHERE name %~ sanct_query('$q', 0.1)", "SELECT string_agg((name <~> '$q')::text, ' ' ORDER BY name <~> '$q') FROM (SELECT * FROM name ORDER BY name <~> '$q' LIMIT 40) n") }
	'Kim Chol Un', '김철수', 'Viktor Kim';
my $expected = $node->safe_psql('postgres', "SET enable_indexscan = off; SET enable_bitmapscan = off; $questions");

sub ask
{
	my ($setting, $what, $warnings, $detail) = @_;
	my ($status, $out, $err) = $node->psql('postgres', "SET $setting = off; $questions");

	is($out, $expected, "$what: the answers");
	# others tell of checksums, which new servers have
	is(scalar(() = $err =~ /WARNING: .*Unicode/g), $warnings, "$what: how many WARNINGs");
	like($err, $_, "$what: what it says") for $warnings > 0 ? @$detail : ();
	return;
}

sub rewrite
{
	my ($file, $change) = @_;

	$node->stop;
	my $bytes = slurp_file("@{[$node->data_dir]}/$file");
	my $changed = $change->(\$bytes);
	open my $handle, '>:raw', "@{[$node->data_dir]}/$file" or die $!;
	print $handle $bytes;
	close $handle;
	$node->start;
	return $changed;
}

ask('enable_seqscan', 'a new index', 0);
my $file = $node->safe_psql('postgres', q{CHECKPOINT; SELECT pg_relation_filepath('name_name')});
my $changed = rewrite($file, sub {
	my ($bytes) = @_;

	for my $reading (@readings)
	{
		my $at = index($$bytes, $reading);
		substr($$bytes, $at + 1, 1) = $other if $at >= 0;
	}
	return $$bytes =~ s/\Q$head\E(?=[\x01-\x03])/chr($version | 0x80) . $other/ge;
});
cmp_ok($changed, '>', 2, 'inner keys were changed');
ask('enable_seqscan', 'an index of another version', 1, [qr/WARNING: +index "name_name" was built with another version of Unicode\n/,
	qr/DETAIL: +It holds names read with $other_name, this server has $name\.\n/, qr/HINT: +Run REINDEX INDEX name_name\.$/m]);
ask('enable_indexscan = off; SET enable_bitmapscan', 'without the index', 0);
$node->safe_psql('postgres', q{SELECT max(ctid) AS last FROM name \gset
INSERT INTO name TABLE name; DELETE FROM name WHERE ctid > :'last'; VACUUM name});
ask('enable_seqscan', 'an index of several versions', 1, [qr/DETAIL: +It holds names read with several versions, this server has $name\.\n/]);
$node->safe_psql('postgres', 'REINDEX INDEX name_name');
ask('enable_seqscan', 'after REINDEX', 0);

# Readings in a table, and queries
$node->safe_psql('postgres', qq{
	CREATE CAST (bytea AS sanct_reading) WITHOUT FUNCTION;
	CREATE CAST (sanct_query AS bytea) WITHOUT FUNCTION;
	CREATE CAST (bytea AS sanct_query) WITHOUT FUNCTION;
	CREATE TABLE stored AS SELECT name, set_byte(sanct_read(name)::bytea, 3, @{[$unicode - 4]})::sanct_reading AS reading,
		set_byte(sanct_query(name, 0.9)::bytea, 5, @{[$unicode - 4]})::sanct_query AS query FROM name WHERE name ~ '^Kim';
	CREATE INDEX stored_reading ON stored USING gist (reading);
});
my @ways = ('SET enable_indexscan = off; SET enable_bitmapscan = off;', 'SET enable_seqscan = off;');
my $matches = q{SELECT count(*) FROM stored WHERE reading %~ sanct_read('Kim Chol Su'); SELECT count(*) FROM stored WHERE reading %~ sanct_query('Kim Chol Un', 0.9)};
my $queries = q{SELECT count(*) FROM stored a JOIN stored b ON a.query %~ b.name};
my $fresh = $node->safe_psql('postgres', $matches =~ s/reading %~/sanct_read(name) %~/gr . ';' . $queries =~ s/a\.query/sanct_query(a.name, 0.9)/r);
for my $way (0, 1)
{
	my ($status, $out, $err) = $node->psql('postgres', "$ways[$way] $matches; $queries; $matches");
	is($out =~ s/\n\d+\n\d+$//r, $fresh, "stored readings and queries, way $way: the answers");
	is(scalar(() = $err =~ /WARNING: +a stored reading was made with another version of Unicode\nDETAIL: +It was made with $other_name, this server has $name\.\nHINT: +Run UPDATE/g),
		$way == 0 ? 1 : 0, "way $way: of readings");
	is(scalar(() = $err =~ /WARNING: +index "stored_reading" was built with .*\n.*\nHINT: +Run UPDATE .*, then REINDEX INDEX stored_reading\./g), $way == 1 ? 1 : 0, "way $way: of their index");
	is(scalar(() = $err =~ /WARNING: +the query was made with another version of Unicode\nDETAIL: .*\nHINT: +Make it anew/g), 1, "way $way: of queries");
	is(scalar(() = $err =~ /WARNING/g), 2, "way $way: and no more");
	# inside an index scan, which tells when it ends
	($status, $out, $err) = $node->psql('postgres', "$ways[$way] SELECT count(*) FROM name WHERE name %~ (SELECT query FROM stored LIMIT 1)");
	is(scalar(() = $err =~ /WARNING: +the query was made/g), 1, "way $way: of a query for an index");
}
$node->safe_psql('postgres', 'UPDATE stored SET reading = sanct_read(name), query = sanct_query(name, 0.9); REINDEX INDEX stored_reading');
for my $way (0, 1)
{
	my ($status, $out, $err) = $node->psql('postgres', "$ways[$way] $matches; $queries");
	is("$out $err", "$fresh ", "way $way: after UPDATE and REINDEX none");
}

$node->stop;
done_testing();
