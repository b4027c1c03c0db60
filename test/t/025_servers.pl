# Several servers: customers on two shards, screened from a third through postgres_fdw, and lists that logical replication brings;
# every answer is that of one server that has it all
use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my ($sharedir) = run_command([ 'pg_config', '--sharedir' ]);
plan skip_all => 'postgres_fdw is not installed' unless -e "$sharedir/extension/postgres_fdw.control";

my $data = "$ENV{PG_ABS_SRCDIR}/test/data";
my $lists = qq{
	SELECT FROM sanct_import_ofac_csv(sdn => pg_read_binary_file('$data/ofac_sdn.csv'), alt => pg_read_binary_file('$data/ofac_alt.csv'),
		addresses => pg_read_binary_file('$data/ofac_add.csv'), comments => pg_read_binary_file('$data/ofac_comments.csv'), published => '2024-03-15');
	SELECT FROM sanct_import_un_xml(pg_read_binary_file('$data/un.xml'), published => '2024-03-15')};

# A server with the extension and nothing in it
sub new_server
{
	my ($name) = @_;
	my $node = PostgreSQL::Test::Cluster->new($name);

	$node->init(allows_streaming => 'logical');
	$node->append_conf('postgresql.conf', "autovacuum = off\njit = off");
	$node->start;
	$node->safe_psql('postgres', 'CREATE EXTENSION sanctmatch; CREATE EXTENSION postgres_fdw');
	return $node;
}

my $hub = new_server('hub');
my @shard = map { new_server("shard$_") } 0, 1;

# Customers of all kinds; the hub has them all in one table, to compare with
$hub->safe_psql('postgres', $lists . q{;
	CREATE TABLE whole (id int PRIMARY KEY, name text);
	INSERT INTO whole SELECT row_number() OVER (ORDER BY i, n), n || (ARRAY['', ' Ltd', ' Jr', ' (DPRK)', ', Pyongyang'])[i + 1]
		FROM (SELECT DISTINCT name COLLATE "C" FROM sanct_name UNION VALUES ('Choi Myung-hyun'), ('심광석'), ('Kim Seong-hun'), ('김정은'), ('Emily Rodgers')) l (n), generate_series(0, 4) i;
	CREATE INDEX ON whole USING gist (name sanct_gist_ops)});
my $rows = $hub->safe_psql('postgres', 'SELECT string_agg(id || E\'\t\' || name, E\'\n\' ORDER BY id) FROM whole');

$hub->safe_psql('postgres', 'CREATE TABLE customer (id int, name text) PARTITION BY HASH (id);
	CREATE TABLE screened (id int, name text, list text, list_uid text, matched_name text, similarity real, verdict text) PARTITION BY HASH (id)');
for my $i (0, 1)
{
	my $node = $shard[$i];

	$hub->safe_psql('postgres', sprintf(q{CREATE SERVER shard%d FOREIGN DATA WRAPPER postgres_fdw
			OPTIONS (host '%s', port '%s', dbname 'postgres', extensions 'sanctmatch', async_capable 'true', use_remote_estimate 'true');
		CREATE USER MAPPING FOR CURRENT_USER SERVER shard%1$d;
		CREATE FOREIGN TABLE customer%1$d PARTITION OF customer FOR VALUES WITH (MODULUS 2, REMAINDER %1$d) SERVER shard%1$d OPTIONS (table_name 'customer');
		CREATE FOREIGN TABLE screened%1$d PARTITION OF screened FOR VALUES WITH (MODULUS 2, REMAINDER %1$d) SERVER shard%1$d OPTIONS (table_name 'screened')},
			$i, $node->host, $node->port));
	$node->safe_psql('postgres', 'CREATE TABLE customer (id int PRIMARY KEY, name text, born text)');
}
$hub->safe_psql('postgres', 'INSERT INTO customer SELECT id, name FROM whole');
$_->safe_psql('postgres', $lists . q{;
	CREATE INDEX ON customer USING gist (name sanct_gist_ops);
	ANALYZE customer;
	CREATE VIEW screened AS SELECT c.id, c.name, s.list, s.list_uid, s.matched_name, s.similarity, s.verdict
		FROM customer c, LATERAL sanct_screen(c.name, 0.8) s}) for @shard;
$hub->safe_psql('postgres', 'ANALYZE whole; ANALYZE customer0; ANALYZE customer1');
cmp_ok($_->safe_psql('postgres', 'SELECT count(*) FROM customer'), '>', 100, $_->name . ' has customers') for @shard;

# Tests that a query over the shards answers as the same query over the whole table, and that its plan is as the patterns say
sub same
{
	my ($what, $query, $before, @plan) = @_;
	my $over = sub { $query =~ s/\{t\}/$_[0]/gr };
	my $expected = $hub->safe_psql('postgres', "$before;\n" . $over->('whole'));
	my $plan = $hub->safe_psql('postgres', "$before;\nEXPLAIN (VERBOSE, COSTS off) " . $over->('customer'));

	isnt($expected, '', "$what: somebody is found");
	is($hub->safe_psql('postgres', "$before;\n" . $over->('customer')), $expected, "$what: as on one server");
	like($plan, $_, "$what: the plan") for @plan;
	return;
}

my $shipped = qr/Remote SQL: .*OPERATOR\(public\.%~\)/;
same('a constant', q{SELECT id, name FROM {t} WHERE name %~ 'Choi Myung-hyun' ORDER BY id}, 'SELECT', $shipped, qr/Async Foreign Scan/);
same('a query of one\'s own', q{SELECT id, name FROM {t} WHERE name %~ sanct_query('Choi Myung-hyun', 0.8) ORDER BY id}, 'SELECT', $shipped);
same('a subquery', q{SELECT id, name FROM {t} WHERE name %~ (SELECT sanct_query('Kim Seong-hun', 0.8)) ORDER BY id}, 'SELECT', $shipped);
same('counted', q{SELECT count(*) FROM {t} WHERE name %~ 'Choi Myung-hyun'}, 'SELECT', $shipped);
same('nearest', q{SELECT id, name FROM {t} ORDER BY name <~> 'Kim Seong-hun', id LIMIT 7}, 'SELECT');
like($hub->safe_psql('postgres', q{EXPLAIN (VERBOSE, COSTS off) SELECT id, name FROM customer1 ORDER BY name <~> 'Kim Seong-hun' LIMIT 7}),
	qr/Remote SQL: .*ORDER BY .*OPERATOR\(public\.<~>\).* LIMIT 7/, 'the nearest of one shard are sent alone');
same('joined', q{SELECT n.id, c.id, c.name FROM sanct_name n JOIN {t} c ON c.name %~ n.name WHERE n.id % 5 = 0 ORDER BY n.id, c.id}, 'SELECT');

# Prepared statements with a plan for any parameter
for my $case ([ 'a parameter of type sanct_query', 'sanct_query', '$1', q{sanct_query('Kim Seong-hun', 0.8)}, $shipped ],
	[ 'parameters in a subquery', 'text, double precision', '(SELECT sanct_query($1, $2))', q{'Kim Seong-hun', 0.8}, $shipped ])
{
	my ($what, $types, $argument, $values, @plan) = @$case;
	my $prepare = sub { "SET plan_cache_mode = force_generic_plan; PREPARE q ($types) AS SELECT id, name FROM $_[0] WHERE name %~ $argument ORDER BY id" };
	my $expected = $hub->safe_psql('postgres', $prepare->('whole') . "; EXECUTE q ($values)");

	isnt($expected, '', "$what: somebody is found");
	is($hub->safe_psql('postgres', $prepare->('customer') . "; EXECUTE q ($values)"), $expected, "$what: as on one server");
	like($hub->safe_psql('postgres', $prepare->('customer') . "; EXPLAIN (VERBOSE, COSTS off) EXECUTE q ($values)"), $_, "$what: the plan") for @plan;
}
# Not shipped, for the collation of a parameter of type text; answered rightly all the same
same('parameters of type text', q{EXECUTE over_{t} ('Kim Seong-hun', 0.8)}, 'SET plan_cache_mode = force_generic_plan;
	PREPARE over_whole (text, double precision) AS SELECT id, name FROM whole WHERE name %~ sanct_query($1, $2) ORDER BY id;
	PREPARE over_customer (text, double precision) AS SELECT id, name FROM customer WHERE name %~ sanct_query($1, $2) ORDER BY id', qr/Filter: .*%~/);

# Screening where the customers are, by a view of each shard
my $columns = 'id, name, list, list_uid, matched_name, similarity, verdict';
my $all = $hub->safe_psql('postgres', "SELECT c.id, c.name, s.list, s.list_uid, s.matched_name, s.similarity, s.verdict
	FROM whole c, LATERAL sanct_screen(c.name, 0.8) s ORDER BY c.id, s.list, s.list_uid, s.matched_name");
cmp_ok($all =~ tr/\n//, '>', 200, 'the whole table has hits');
is($hub->safe_psql('postgres', "SELECT $columns FROM screened ORDER BY id, list, list_uid, matched_name"), $all, 'screened by the shards: as on one server');
like($hub->safe_psql('postgres', 'EXPLAIN (VERBOSE, COSTS off) SELECT * FROM screened'), qr/Async Foreign Scan.*Async Foreign Scan/s, 'and at the same time');
is($hub->safe_psql('postgres', 'SELECT c.id, c.name, s.list, s.list_uid, s.matched_name, s.similarity, s.verdict
	FROM customer c, LATERAL sanct_screen(c.name, 0.8) s ORDER BY c.id, s.list, s.list_uid, s.matched_name'), $all, 'screened by the hub, with its own lists');
is($hub->safe_psql('postgres', q{SELECT id, list, list_uid, matched_name FROM sanct_screen_table('customer', 'id', 'name', 0.8) ORDER BY 1, 2, 3, 4}),
	$hub->safe_psql('postgres', q{SELECT id, list, list_uid, matched_name FROM sanct_screen_table('whole', 'id', 'name', 0.8) ORDER BY 1, 2, 3, 4}), 'a table of foreign partitions');

# Lists by logical replication: a subscriber imports nothing, screens as its publisher does, and screens anew what a release brings
my $subscriber = new_server('subscriber');
$hub->safe_psql('postgres', 'CREATE PUBLICATION lists FOR TABLE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_link, sanct_past_entry, sanct_past_name, sanct_past_identifier');
$subscriber->safe_psql('postgres', "CREATE TABLE whole (id int PRIMARY KEY, name text);
	CREATE SUBSCRIPTION lists CONNECTION '" . $hub->connstr('postgres') =~ s/'/''/gr . "' PUBLICATION lists");
$subscriber->wait_for_subscription_sync($hub, 'lists');
$subscriber->safe_psql('postgres', 'CREATE SERVER hub FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host $$' . $hub->host . '$$, port $$' . $hub->port . q{$$, dbname 'postgres');
	CREATE USER MAPPING FOR CURRENT_USER SERVER hub;
	CREATE FOREIGN TABLE theirs (id int, name text) SERVER hub OPTIONS (table_name 'whole');
	INSERT INTO whole SELECT * FROM theirs});
my $screen = q{SELECT * FROM sanct_screen_table('whole', 'id', 'name', 0.8) s ORDER BY s.id, s.list, s.list_uid, s.matched_name};
my $since = $hub->safe_psql('postgres', 'SELECT max(id) FROM sanct_release');
is($subscriber->safe_psql('postgres', $screen), $hub->safe_psql('postgres', $screen), 'a subscriber screens as its publisher');
is($subscriber->safe_psql('postgres', q{SELECT string_agg(DISTINCT severity, ' ') FROM sanct_status()}), 'notice', 'and has nothing to complain of');
like($subscriber->safe_psql('postgres', q{SELECT what FROM sanct_status() WHERE subject = 'sequence sanct_entry_id_seq'}), qr/subscription\s+fills/, 'but numbers that it would need to import itself');
$subscriber->safe_psql('postgres', q{CREATE TABLE payment (id int, payee text); SELECT FROM sanct_guard_attach('payment', 'payee')});
my $payment = q{INSERT INTO payment VALUES (1, 'Emily Rodgers')};
is($subscriber->psql('postgres', $payment), 0, 'a guard lets pass who is on no list');
$hub->safe_psql('postgres', q{SELECT FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\nr1,Person,Emily Rodgers\nr2,Company,Parsek LLC\n', 'UTF8'), list => 'own')});
$hub->wait_for_catchup('lists');
my $rescreen = qq{SELECT * FROM sanct_rescreen('whole', 'id', 'name', $since, threshold => 0.8) s ORDER BY s.id, s.list, s.list_uid, s.matched_name};
my $new = $hub->safe_psql('postgres', $rescreen);
like($new, qr/\br1\b/, 'a release brings somebody');
is($subscriber->safe_psql('postgres', $rescreen), $new, 'whom a subscriber finds as well');
is($subscriber->safe_psql('postgres', $screen), $hub->safe_psql('postgres', $screen), 'and in the whole table');
isnt($subscriber->psql('postgres', $payment), 0, 'and the guard stops');

$_->stop for $subscriber, @shard, $hub;
done_testing();
