# Do index and tables survive a crash, and a dump and restore, with the same answers?
use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $data = "$ENV{PG_ABS_SRCDIR}/test/data";

# The answers of each name below against a table, by the plan that @off leaves
sub answers
{
	my ($node, $database, $table, @off) = @_;
	my $settings = join '', map { "SET $_ = off;" } @off;

	return $node->safe_psql(
		$database, qq(
		$settings
		SELECT q.name, t.name, sanct_similarity(t.name, q.name)
		FROM (VALUES ('Choi Myung-hyun'), ('심광석'), ('Kim Seong-hun'), ('KANG Ch''o''l-hak'), ('Byun Kwang Chul'),
			('Oh Yong-ho'), ('Alar Roman Anatolevich'), ('PARSEK OOO'), ('김정은'), ('Emily Rodgers')) AS q (name)
			JOIN $table t ON t.name %~ q.name
		ORDER BY q.name COLLATE "C", t.name COLLATE "C";
	));
}

sub index_plan
{
	my ($node, $database, $table) = @_;

	return $node->safe_psql(
		$database, qq(
		SET enable_seqscan = off;
		EXPLAIN (COSTS OFF) SELECT * FROM $table WHERE name %~ 'Choi Myung-hyun';
	));
}

sub compare_plans
{
	my ($node, $database, $table, $when) = @_;
	my $sequential = answers($node, $database, $table, 'enable_indexscan', 'enable_bitmapscan');

	isnt($sequential, '', "$when: something in $table matches");
	is(answers($node, $database, $table, 'enable_seqscan'), $sequential, "$when: index and sequential scan of $table agree");
	return $sequential;
}

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init;
$node->start;

$node->safe_psql(
	'postgres', qq(
	CREATE EXTENSION sanctmatch;
	SELECT sanct_import_ofac_csv(
		sdn => pg_read_binary_file('$data/ofac_sdn.csv'),
		alt => pg_read_binary_file('$data/ofac_alt.csv'),
		addresses => pg_read_binary_file('$data/ofac_add.csv'),
		comments => pg_read_binary_file('$data/ofac_comments.csv'),
		published => '2024-03-15');
	CREATE TABLE t (name text);
	INSERT INTO t SELECT name FROM sanct_name;
	COPY t FROM PROGRAM 'tail -n +2 $data/customers.csv | cut -d, -f2 | tr -d \\042';
	CREATE INDEX t_name_idx ON t USING gist (name sanct_gist_ops);
	INSERT INTO t SELECT name || ' bis' FROM t;
	ANALYZE;
));

like(index_plan($node, 'postgres', 't'), qr/t_name_idx/, 'the index can be used');
my $before = compare_plans($node, 'postgres', 't', 'before the crash');
my $screened = compare_plans($node, 'postgres', 'sanct_name', 'before the crash');

$node->stop('immediate');
$node->start;

is(compare_plans($node, 'postgres', 't', 'after the crash'), $before, 'a crash changes no answer');
is(compare_plans($node, 'postgres', 'sanct_name', 'after the crash'), $screened, 'a crash changes no screening');

my $dump = "$PostgreSQL::Test::Utils::tmp_check/dump.sql";
$node->command_ok([ 'pg_dump', '-f', $dump, '-d', $node->connstr('postgres') ], 'dump');
$node->safe_psql('postgres', 'CREATE DATABASE restored TEMPLATE template0');
$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', $dump, '-d', $node->connstr('restored') ], 'restore');

for my $table (qw(sanct_list sanct_release sanct_entry sanct_name sanct_identifier t))
{
	my $rows = "SELECT row_text FROM (SELECT x::text AS row_text FROM $table x) r ORDER BY row_text COLLATE \"C\"";
	my $original = $node->safe_psql('postgres', $rows);

	isnt($original, '', "$table has rows");
	is($node->safe_psql('restored', $rows), $original, "restored $table has the same rows");
}
$node->safe_psql('restored', 'ANALYZE');
like(index_plan($node, 'restored', 't'), qr/t_name_idx/, 'the restored index can be used');
is(compare_plans($node, 'restored', 't', 'after the restore'), $before, 'a restore changes no answer');
is(compare_plans($node, 'restored', 'sanct_name', 'after the restore'), $screened, 'a restore changes no screening');

$node->stop;
done_testing();
