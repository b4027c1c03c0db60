# The extension in a schema with a strange name, installed, dumped and restored by an owner of the database who is no superuser
use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $data = "$ENV{PG_ABS_SRCDIR}/test/data";
my $strange = '"Strange Schema"';
my $node = PostgreSQL::Test::Cluster->new('dump');
$node->init;
$node->start;

sub as
{
	my ($user, $database, $sql) = @_;

	return $node->safe_psql($database, $sql, extra_params => [ '-U', $user ]);
}

sub refuses
{
	my ($user, $database, $sql, $message, $what) = @_;
	my ($status, $out, $err) = $node->psql($database, $sql, extra_params => [ '-U', $user ]);

	isnt($status, 0, "$what is refused");
	like($err, $message, "$what says why");
	return;
}

# What the names in table t give, by the plan that is forced
sub answers
{
	my ($database, $setting) = @_;

	return as(
		'keeper', $database, qq(
		$setting
		SET search_path = '';
		SELECT q.name, t.id
		FROM (VALUES ('Choi Myung-hyun'), ('김정은'), ('Byun Kwang Chul'), ('PARSEK OOO')) AS q (name)
			JOIN public.t ON t.reading OPERATOR($strange.%~) $strange.sanct_query($strange.sanct_read(q.name), 0.6)
		ORDER BY q.name COLLATE "C", t.id;
	));
}

$node->safe_psql(
	'postgres', q(
	CREATE ROLE keeper LOGIN;
	CREATE ROLE clerk LOGIN;
	GRANT pg_read_server_files TO keeper;
	CREATE DATABASE original OWNER keeper TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C';
	CREATE DATABASE plain OWNER keeper TEMPLATE original;
	CREATE DATABASE custom OWNER keeper TEMPLATE original;
));
$node->safe_psql('original', 'GRANT EXECUTE ON FUNCTION pg_read_binary_file(text) TO keeper');

as(
	'keeper', 'original', qq(
	CREATE SCHEMA $strange;
	CREATE EXTENSION sanctmatch SCHEMA $strange;
	SELECT $strange.sanct_import_ofac_csv(
		sdn => pg_read_binary_file('$data/ofac_sdn.csv'),
		alt => pg_read_binary_file('$data/ofac_alt.csv'),
		addresses => pg_read_binary_file('$data/ofac_add.csv'),
		comments => pg_read_binary_file('$data/ofac_comments.csv'),
		published => '2024-03-15');
	SELECT $strange.sanct_import_ofac_csv(
		sdn => convert_to(regexp_replace(convert_from(pg_read_binary_file('$data/ofac_sdn.csv'), 'UTF8'), 'CHOE', 'CHOI', 'g'), 'UTF8'),
		alt => pg_read_binary_file('$data/ofac_alt.csv'),
		addresses => pg_read_binary_file('$data/ofac_add.csv'),
		comments => pg_read_binary_file('$data/ofac_comments.csv'),
		published => '2024-03-16');
	CREATE TABLE t (id int PRIMARY KEY, name text, reading $strange.sanct_reading GENERATED ALWAYS AS ($strange.sanct_read(name)) STORED);
	INSERT INTO t SELECT id, name FROM $strange.sanct_name;
	INSERT INTO t VALUES (-1, '김정은'), (-2, 'Kim Jong-un'), (-3, ''), (-4, NULL);
	CREATE INDEX t_reading_idx ON t USING gist (reading);
	CREATE INDEX t_name_idx ON t USING gist (name $strange.sanct_gist_ops);
	CREATE INDEX t_gin_idx ON t USING gin (name $strange.sanct_gin_ops (threshold = 0.5), reading) WHERE id > -10;
	CREATE TABLE watch (query $strange.sanct_query CHECK (query IS NOT NULL));
	INSERT INTO watch VALUES ($strange.sanct_query('Kim @ Jong', 0.7)), ('김정은 @ 0.651');
	CREATE VIEW hit AS SELECT id, query FROM t JOIN watch ON reading OPERATOR($strange.%~) query;
	GRANT USAGE ON SCHEMA $strange TO clerk;
));

$node->safe_psql('original', 'REVOKE EXECUTE ON FUNCTION pg_read_binary_file(text) FROM keeper');

# rights
is(as('keeper', 'original', "SELECT list_uid FROM $strange.sanct_screen('Choi Myung-hyun')"), '27209', 'the owner of the database screens');
is(as('clerk', 'original', "SELECT list_uid FROM $strange.sanct_screen('Choi Myung-hyun')"), '27209', 'anybody screens');
refuses('clerk', 'original', "SELECT FROM $strange.sanct_name", qr/permission denied for table sanct_name/, 'a look at the list');
refuses('clerk', 'original', "SELECT $strange.sanct_import_un_xml('')", qr/permission denied for function sanct_import_un_xml/, 'an import');
as('keeper', 'original', "GRANT SELECT ON $strange.sanct_name TO clerk; GRANT EXECUTE ON FUNCTION $strange.sanct_import_un_xml TO clerk");
isnt(as('clerk', 'original', "SELECT count(*) FROM $strange.sanct_name"), '0', 'the owner of the database grants on');

# the planner finds the index whatever the search path
my $plan = as('keeper', 'original', qq(
	SET search_path = '';
	SET enable_seqscan = off;
	EXPLAIN (COSTS OFF) SELECT FROM public.t WHERE $strange.sanct_matches(name, '김정은', 0.7);));
like($plan, qr/t_name_idx.*\n.*name OPERATOR\("Strange Schema"\.%~\) "Strange Schema"\.sanct_query\(/, 'sanct_matches uses the index');
my $scans = as('keeper', 'original', qq(
	BEGIN;
	SET enable_seqscan = off;
	SELECT FROM $strange.sanct_screen('Choi Myung-hyun', as_of => now());
	SELECT pg_stat_get_xact_numscans('$strange.sanct_name_name_idx'::regclass);
	COMMIT;));
isnt($scans, '0', 'sanct_screen uses the index');

# dump and restore by the owner of the database, as text and as an archive
my $tmp = $PostgreSQL::Test::Utils::tmp_check;
$node->command_ok([ 'pg_dump', '-U', 'keeper', '-f', "$tmp/dump.sql", '-d', $node->connstr('original') ], 'dump');
$node->command_ok([ 'pg_dump', '-U', 'keeper', '-Fc', '-f', "$tmp/dump.archive", '-d', $node->connstr('original') ], 'dump to an archive');
$node->command_ok([ 'psql', '-X', '-q', '-U', 'keeper', '-v', 'ON_ERROR_STOP=1', '-f', "$tmp/dump.sql", '-d', $node->connstr('plain') ], 'restore');
$node->command_ok([ 'pg_restore', '-U', 'keeper', '-e', '--no-owner', '-d', $node->connstr('custom'), "$tmp/dump.archive" ], 'restore of the archive');

isnt(as('keeper', 'original', "SELECT count(*) FROM $strange.sanct_past_name"), '0', 'there is something past');
my $by_scan = answers('original', 'SET enable_indexscan = off; SET enable_bitmapscan = off;');
isnt($by_scan, '', 'something matches');
is(answers('original', 'SET enable_seqscan = off;'), $by_scan, 'index and sequential scan agree');
for my $database (qw(plain custom))
{
	for my $table ('t', 'watch', 'hit', map { "$strange.$_" } qw(sanct_list sanct_release sanct_entry sanct_name sanct_identifier sanct_past_entry sanct_past_name sanct_past_identifier))
	{
		my $rows = "SELECT count(*), md5(string_agg(r::text, E'\\n' ORDER BY r::text COLLATE \"C\")) FROM $table r";

		is(as('keeper', $database, $rows), as('keeper', 'original', $rows), "$table is the same in database $database");
	}
	my $past = "SELECT q.name, s.matched_name FROM (VALUES ('Choi Myung-hyun'), ('Byun Kwang Chul')) q (name),
		$strange.sanct_screen(q.name, as_of => (SELECT min(imported_at) FROM $strange.sanct_release)) s ORDER BY 1, 2";
	is(as('keeper', $database, $past), as('keeper', 'original', $past), "the history answers alike in database $database");
	my $indexes = "SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid IN (SELECT oid FROM pg_class WHERE relname LIKE 'sanct\\_%' OR relname = 't') ORDER BY 1";
	is(as('keeper', $database, $indexes), as('keeper', 'original', $indexes), "the indexes are the same in database $database");
	is(answers($database, 'SET enable_seqscan = off;'), $by_scan, "index answers are the same in database $database");
	is(as('keeper', $database, "SELECT list_uid FROM $strange.sanct_screen('Choi Myung-hyun')"), '27209', "screening works in database $database");
	my $next = "SELECT last_value > 1 FROM $strange.sanct_entry_id_seq";
	is(as('keeper', $database, $next), 't', "identities go on in database $database");
}

# binary copies
as(
	'keeper', 'original', qq(
	CREATE TABLE t2 (id int, reading $strange.sanct_reading);
	CREATE TABLE watch2 (LIKE watch);
));
$node->command_ok([ 'psql', '-X', '-q', '-U', 'keeper', '-v', 'ON_ERROR_STOP=1', '-d', $node->connstr('original'),
	'-c', "\\copy (SELECT id, reading FROM t) TO '$tmp/t.bin' (FORMAT binary)",
	'-c', "\\copy t2 FROM '$tmp/t.bin' (FORMAT binary)",
	'-c', "\\copy watch TO '$tmp/watch.bin' (FORMAT binary)",
	'-c', "\\copy watch2 FROM '$tmp/watch.bin' (FORMAT binary)" ], 'binary copies');
is(as('keeper', 'original', "SELECT count(*) FROM t JOIN t2 USING (id) WHERE t.reading::text <> t2.reading::text
	OR $strange.sanct_similarity(t.reading, t2.reading) NOT IN (0, 1)"), '0', 'readings come back from a binary copy');
is(as('keeper', 'original', 'SELECT query::text COLLATE "C" FROM watch2 ORDER BY 1'),
	as('keeper', 'original', 'SELECT query::text COLLATE "C" FROM watch ORDER BY 1'), 'queries come back from a binary copy');

$node->stop;
done_testing();
