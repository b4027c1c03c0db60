# A streaming replica and a base backup answer as the primary does: screening of a name and of a table, the index, nearest
# names; what the replica keeps in memory follows the primary; promoted, it imports on
use strict;
use warnings;

use IPC::Run ();
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $data = "$ENV{PG_ABS_SRCDIR}/test/data";
my $primary = PostgreSQL::Test::Cluster->new('primary');
$primary->init(allows_streaming => 1);
$primary->append_conf('postgresql.conf', "autovacuum = off\njit = off");
$primary->start;
$primary->safe_psql('postgres', qq{
	CREATE EXTENSION sanctmatch;
	SELECT FROM sanct_import_ofac_csv(sdn => pg_read_binary_file('$data/ofac_sdn.csv'), alt => pg_read_binary_file('$data/ofac_alt.csv'),
		addresses => pg_read_binary_file('$data/ofac_add.csv'), comments => pg_read_binary_file('$data/ofac_comments.csv'), published => '2024-03-15');
	SELECT FROM sanct_import_un_xml(pg_read_binary_file('$data/un.xml'), published => '2024-03-15');
	CREATE TABLE customer (id int PRIMARY KEY, name text, reading sanct_reading GENERATED ALWAYS AS (sanct_read(name)) STORED);
	CREATE INDEX customer_name ON customer USING gist (name sanct_gist_ops);
	INSERT INTO customer SELECT row_number() OVER (), n || CASE i WHEN 0 THEN '' ELSE ' ' || (ARRAY['Ltd', 'Jr', 'Chol', 'Trading'])[i] END
		FROM (SELECT name FROM sanct_name UNION VALUES ('Choi Myung-hyun'), ('심광석'), ('Kim Seong-hun'), ('김정은'), ('Emily Rodgers')) l (n), generate_series(0, 4) i;
	CREATE INDEX customer_reading ON customer USING gist (reading);
	DELETE FROM customer WHERE id % 7 = 0;
	VACUUM customer;
});

# What a server answers, and whether its indexes are sound
my $answers = q{
	SELECT 'screen', q.name, s.* FROM (SELECT name FROM customer ORDER BY md5(name) LIMIT 60) q, LATERAL sanct_screen(q.name, 0.6, 20) s ORDER BY 2, s.list, s.list_uid, s.matched_name;
	SELECT 'as of', s.* FROM sanct_screen('Choi Myung-hyun', 0.6, 20, as_of => now()) s ORDER BY s.list, s.list_uid;
	SELECT 'table', s.* FROM sanct_screen_table('customer', 'id', 'name', 0.7) s ORDER BY s.id, s.list, s.list_uid, s.matched_name;
	SELECT 'readings', s.* FROM sanct_screen_table('customer', 'id', 'reading', 0.9) s ORDER BY s.id, s.list, s.list_uid, s.matched_name;
	SET enable_seqscan = off;
	SELECT 'index', a.id, b.id FROM (SELECT * FROM customer ORDER BY md5(name) LIMIT 60) a JOIN customer b ON b.name %~ a.name ORDER BY 2, 3;
	SELECT 'reading', a.id, b.id FROM (SELECT * FROM customer ORDER BY md5(name) LIMIT 60) a JOIN customer b ON b.reading %~ sanct_query(a.name, 0.8) ORDER BY 2, 3;
	SELECT 'near', array_agg(d) FROM (SELECT name <~> 'Kim Chol Ho' AS d FROM customer ORDER BY name <~> 'Kim Chol Ho' LIMIT 50) n;
	SELECT 'sound', indexrelid::regclass, sanct_index_check(indexrelid) FROM pg_index JOIN pg_opclass c ON c.oid = indclass[0] WHERE opcname ~ '^sanct_' ORDER BY 2;
};
my $by_scan = q{SET enable_indexscan = off; SET enable_bitmapscan = off;
	SELECT 'index', a.id, b.id FROM (SELECT * FROM customer ORDER BY md5(name) LIMIT 60) a JOIN customer b ON b.name %~ a.name ORDER BY 2, 3};

sub agree
{
	my ($node, $expected, $when) = @_;
	my $got = $node->safe_psql('postgres', $answers);

	ok($got eq $expected, "$when: the same answers") or diag(join "\n", grep { index($expected, $_) < 0 } split /\n/, $got);
	is($node->safe_psql('postgres', $by_scan), join("\n", grep { /^index\|/ } split /\n/, $got), "$when: with and without the index");
	return;
}

my $expected = $primary->safe_psql('postgres', $answers);
like($expected, qr/^$_\|/m, "the primary answers: $_") for 'screen', 'as of', 'table', 'readings', 'index', 'reading', 'near', 'sound';
agree($primary, $expected, 'primary');

# a base backup, taken while rows are written and pages split; what was committed before it is there
my ($out, $err) = ('', '');
my $script = "$PostgreSQL::Test::Utils::tmp_check/standby.sql";
append_to_file($script, q{INSERT INTO customer (id, name) SELECT greatest(max(id), 100000) + 1, initcap(translate(left(md5(max(id)::text), 8), '0123456789', 'aeioukrstn')) || ' Kim' FROM customer;});
my $load = IPC::Run::start([ 'pgbench', '-n', '-c', '1', '-t', '400', '-f', $script, $primary->connstr('postgres') ], '<', \undef, '>', \$out, '2>', \$err);
$primary->poll_query_until('postgres', 'SELECT count(*) > 20 FROM customer WHERE id > 100000') or die 'nothing is written';
$primary->backup('base');
IPC::Run::finish($load);
like($out, qr{transactions actually processed: 400/400}, 'rows were written during the backup');
my $replica = PostgreSQL::Test::Cluster->new('replica');
$replica->init_from_backup($primary, 'base', has_streaming => 1);
# so that nothing is cleaned up that a session of the replica still sees
$replica->append_conf('postgresql.conf', 'hot_standby_feedback = on');
$replica->start;
my $copy = PostgreSQL::Test::Cluster->new('copy');
$copy->init_from_backup($primary, 'base');
$copy->start;
is($copy->safe_psql('postgres', q{DELETE FROM customer WHERE id > 100000 RETURNING 1}) =~ tr/1// > 20 ? 1 : 0, 1, 'the backup has some of them');
agree($copy, $expected, 'base backup');
$primary->wait_for_catchup($replica);
is($replica->safe_psql('postgres', 'SELECT count(*) FROM customer WHERE id > 100000'), 400, 'the replica has all of them');
$primary->safe_psql('postgres', 'DELETE FROM customer WHERE id > 100000; VACUUM customer');
$primary->wait_for_catchup($replica);
agree($replica, $expected, 'replica');

# A session of the replica that has screened keeps the lists in memory, where no trigger tells it of a release of the primary
my $question = q{SELECT count(*) FROM sanct_screen_table('customer', 'id', 'name', 0.9) WHERE list_uid = 'r1'};
my ($seen, $notes) = ('', '');
my $session = IPC::Run::start([ 'psql', '-X', '-A', '-t', '-q', '-d', $replica->connstr('postgres'), '-c', $question, '-c',
		q{DO $$ BEGIN WHILE NOT EXISTS (SELECT FROM sanct_list WHERE code = 'own') LOOP PERFORM pg_sleep(0.05); END LOOP; END $$},
		'-c', $question, '-c', q{SELECT count(*) FROM sanct_screen('Emily Rodgers') WHERE list_uid = 'r1'} ], '<', \undef, '>', \$seen, '2>', \$notes);
$replica->poll_query_until('postgres', q{SELECT count(*) = 1 FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND query LIKE 'DO %'}) or die 'no session';
my $import = q{SELECT added FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n%s\n', 'UTF8'), list => 'own', max_removed => 1)};
$primary->safe_psql('postgres', sprintf($import, 'r1,Person,Emily Rodgers'));
$primary->wait_for_catchup($replica);
IPC::Run::finish($session);
my ($rows) = $primary->safe_psql('postgres', $question);
cmp_ok($rows, '>', 0, 'a release of the primary finds somebody');
is($seen, "0\n$rows\n1\n", 'and so it does in a session of the replica that knew the lists before');

# An index that the primary builds, and one that grows while the replica reads
$primary->safe_psql('postgres', q{
	CREATE INDEX customer_upper ON customer USING gist (upper(name) sanct_gist_ops) WITH (buffering = on);
	INSERT INTO customer (id, name) SELECT 200000 + i, initcap(translate(left(md5(i::text), 8), '0123456789', 'aeioukrstn')) || ' ' || (ARRAY['Kim', 'Trading', 'Pak'])[1 + i % 3] FROM generate_series(1, 1500) i;
	DELETE FROM customer WHERE id > 200000 AND id % 3 = 0;
	VACUUM customer});
$primary->wait_for_catchup($replica);
$expected = $primary->safe_psql('postgres', $answers);
agree($replica, $expected, 'replica, after more of it');

# Promoted, it goes on by itself
$replica->promote;
agree($replica, $expected, 'promoted');
is($replica->safe_psql('postgres', sprintf($import, 'r1,Person,Emily Rodgers\nr2,Person,Jakob Kowalski')), 1, 'a further import');
is($replica->safe_psql('postgres', q{SELECT added || ' ' || changed FROM sanct_import_un_xml(convert_to(replace(convert_from(pg_read_binary_file('} . "$data/un.xml"
			. q{'), 'UTF8'), '<FIRST_NAME>', '<FIRST_NAME>X'), 'UTF8'), published => '2031-01-01')}) =~ /^\d+ [1-9]/ ? 1 : 0, 1, 'and one that changes what is there');
$replica->safe_psql('postgres', q{INSERT INTO customer (id, name) SELECT 300000 + i, 'Jakob Kowalski' FROM generate_series(1, 300) i});
is($replica->safe_psql('postgres', q{SELECT count(*) FROM sanct_screen_table('customer', 'id', 'name', 0.9) WHERE list_uid = 'r2'}), 300, 'which finds who is new');
agree($replica, $replica->safe_psql('postgres', $answers), 'promoted, after imports');

$replica->stop;
$copy->stop;
$primary->stop;
done_testing();
