# Citus, where it is installed: customers on two workers, looked up and screened by shard with the lists that each worker has
# imported, guarded shard by shard; every answer is that of one server that has it all
use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my ($sharedir) = run_command([ 'pg_config', '--sharedir' ]);
plan skip_all => 'Citus is not installed' unless -e "$sharedir/extension/citus.control";

my $data = "$ENV{PG_ABS_SRCDIR}/test/data";
my $import = qq{SELECT FROM sanct_import_ofac_csv(sdn => pg_read_binary_file('$data/ofac_sdn.csv'), alt => pg_read_binary_file('$data/ofac_alt.csv'),
	addresses => pg_read_binary_file('$data/ofac_add.csv'), comments => pg_read_binary_file('$data/ofac_comments.csv'), published => '2024-03-15')};
my @node = map { PostgreSQL::Test::Cluster->new($_) } 'coordinator', 'worker1', 'worker2';
for my $node (@node)
{
	$node->init;
	$node->append_conf('postgresql.conf', "autovacuum = off\njit = off\nshared_preload_libraries = 'citus'\nmax_prepared_transactions = 50\ncitus.shard_count = 8");
	$node->start;
	$node->safe_psql('postgres', 'CREATE EXTENSION citus; CREATE EXTENSION sanctmatch');
}
my ($coordinator, @worker) = @node;
my $sql = sub { return $coordinator->safe_psql('postgres', $_[0]) };

$sql->("SELECT citus_set_coordinator_host('" . $coordinator->host . "', " . $coordinator->port . ')');
$sql->("SELECT citus_add_node('" . $_->host . "', " . $_->port . ')') for @worker;
$_->safe_psql('postgres', $import) for @node;

# The same customers in a table of the coordinator and on shards
$sql->(q{CREATE TABLE whole (id int PRIMARY KEY, name text, reading sanct_reading GENERATED ALWAYS AS (sanct_read(name)) STORED);
	INSERT INTO whole SELECT row_number() OVER (ORDER BY i, n), n || (ARRAY['', ' Ltd', ' Jr', ' (DPRK)', ', Pyongyang'])[i + 1]
		FROM (SELECT DISTINCT name COLLATE "C" FROM sanct_name UNION VALUES ('Choi Myung-hyun'), ('심광석'), ('Kim Seong-hun'), ('김정은'), ('Emily Rodgers')) l (n), generate_series(0, 4) i;
	CREATE TABLE customer (LIKE whole INCLUDING ALL);
	SELECT create_distributed_table('customer', 'id');
	INSERT INTO customer (id, name) SELECT id, name FROM whole;
	CREATE INDEX customer_name ON customer USING gist (name sanct_gist_ops);
	CREATE INDEX customer_reading ON customer USING gist (reading)});
is($sql->('SELECT count(DISTINCT nodename || nodeport) FROM citus_shards WHERE table_name = $$customer$$::regclass'), 2, 'customers are on two workers');

# Tests that a query over the shards answers as over the whole table
sub same
{
	my ($what, $query, $before) = @_;
	my $over = sub { ($before ? "$before;\n" : '') . $query =~ s/\{t\}/$_[0]/gr };
	my $expected = $sql->($over->('whole'));

	isnt($expected, '', "$what: somebody is found");
	is($sql->($over->('customer')), $expected, "$what: as on one server");
	return;
}
same('a name', q{SELECT id, name FROM {t} WHERE name %~ 'Choi Myung-hyun' ORDER BY id});
same('a reading', q{SELECT id, name FROM {t} WHERE reading %~ sanct_query('Kim Seong-hun', 0.8) ORDER BY id});
same('nearest', q{SELECT id, name FROM {t} ORDER BY name <~> 'Kim Seong-hun', id LIMIT 7});
same('counted', q{SELECT count(*) FROM {t} WHERE name %~ 'Choi Myung-hyun'});
same('prepared', q{EXECUTE of_{t} ('Kim Seong-hun')}, 'SELECT;
	PREPARE of_whole (text) AS SELECT id, name FROM whole WHERE name %~ $1 ORDER BY id;
	PREPARE of_customer (text) AS SELECT id, name FROM customer WHERE name %~ $1 ORDER BY id');
same('screened', q{SELECT c.id, s.list, s.list_uid, s.matched_name, s.similarity, s.verdict FROM {t} c, LATERAL sanct_screen(c.name, 0.8) s ORDER BY 1, 2, 3, 4});
same('screened as a table', q{SELECT id, list, list_uid, matched_name, similarity FROM sanct_screen_table('{t}', 'id', 'name', 0.8) ORDER BY 1, 2, 3, 4});
like($sql->(q{SET citus.explain_all_tasks = on; SET enable_seqscan = off; EXPLAIN (COSTS off) SELECT id FROM customer WHERE name %~ 'Choi Myung-hyun'}),
	qr/Task Count: 8.*(?:Index|Bitmap)[^\n]* customer_name_\d+.*worker|Task Count: 8.*(?:Index|Bitmap)[^\n]* customer_name_\d+/s, 'each shard uses its index');
like($sql->('EXPLAIN (COSTS off) SELECT c.id, s.list_uid FROM customer c, LATERAL sanct_screen(c.name, 0.8) s'), qr/Task Count: 8.*Function Scan on sanct_screen/s,
	'each shard is screened where it is');

# Guards: each shard is guarded where it is, by the lists of its worker
is($sql->(q{SELECT count(*) FILTER (WHERE success) || ' of ' || count(*) FROM run_command_on_shards('customer', $$SELECT count(*) FROM sanct_guard_attach('%s', 'name')$$)}), '8 of 8', 'every shard is guarded');
$sql->(q{INSERT INTO customer (id, name) SELECT i, 'Jane Doe ' || i FROM generate_series(900001, 900050) i});
my $stopped = 0;
for my $id (910001 .. 910012)
{
	my ($status, undef, $err) = $coordinator->psql('postgres', "INSERT INTO customer (id, name) VALUES ($id, 'Choi Myung-hyun')");

	$stopped++ if $status != 0 && $err =~ /sanct|match/;
}
is($stopped, 12, 'rows with a listed name are stopped on every shard');
is($sql->('SELECT count(*) FROM customer WHERE id > 900000'), 50, 'clean ones are not');
$sql->(q{SELECT count(*) FROM run_command_on_shards('customer', $$SELECT sanct_guard_detach('%s')$$)});
is($sql->(q{SELECT count(*) FILTER (WHERE success) || ' of ' || count(*) FROM run_command_on_shards('customer', $$SELECT count(*) FROM sanct_guard_attach('%s', 'name', 'hold')$$)}), '8 of 8', 'guards that let pass and tell');
$sql->(qq{INSERT INTO customer (id, name) VALUES ($_, 'Choi Myung-hyun')}) for 920001 .. 920012;
my $alerts = q{SELECT string_agg(a #>> '{subject_key,id}', ' ' ORDER BY a #>> '{subject_key,id}') FROM run_command_on_workers($$SELECT json_agg(to_json(a)) FROM sanct_alert a$$) w, json_array_elements(w.result::json) a};
is($sql->($alerts), join(' ', 920001 .. 920012), 'alerts of all workers come together on the coordinator');

$_->stop for @node;
done_testing();
