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

# Change some bytes of the keys: of readings, or of what inner pages know of them
sub damage
{
	my ($inner) = @_;
	my $bytes = $whole;
	my $changed = 0;

	if ($inner)
	{
		# version and mark, kinds, then what takes most of a page
		while ($whole =~ /\x81[\x01-\x03]/g)
		{
			next if $-[0] % 8192 < 24 || rand() < 0.3;
			substr($bytes, $-[0] + (rand() < 0.5 ? int(rand(2)) : rand() < 0.5 ? 574 + int(rand(8)) : int(rand(300))), 1) = chr(int(rand(256)));
			$changed++;
		}
		return ($bytes, $changed);
	}
	for my $reading (@readings)
	{
		my $at = index($whole, $reading);

		next if $at < 0 || rand() < 0.5;
		substr($bytes, $at + 1 + int(rand(length($reading) - 1)), 1) = chr(int(rand(256)));
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
$node->stop;
done_testing();
