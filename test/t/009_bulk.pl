# Screening of a table: lists that others change meanwhile, sessions that keep a snapshot, cancelling, real lists
use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $data = "$ENV{PG_ABS_SRCDIR}/test/data";
my $shared = $ENV{SHARED};

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init;
$node->append_conf('postgresql.conf', 'max_prepared_transactions = 5');
$node->start;

sub import_ofac
{
	my ($database, $directory, $sdn, $alt, $add) = @_;

	$node->safe_psql(
		$database, qq(
		CREATE EXTENSION sanctmatch;
		SELECT sanct_import_ofac_csv(
			sdn => pg_read_binary_file('$directory/$sdn'),
			alt => pg_read_binary_file('$directory/$alt'),
			addresses => pg_read_binary_file('$directory/$add'),
			published => '2024-03-15');
	));
}

import_ofac('postgres', $data, 'ofac_sdn.csv', 'ofac_alt.csv', 'ofac_add.csv');
# entries are delisted by hand here, of which a release that counts them would complain
$node->safe_psql('postgres', 'UPDATE sanct_release SET entries = 0, names = 0');
$node->safe_psql('postgres', q(CREATE TABLE c (id integer, name text); INSERT INTO c VALUES (1, 'Choi Myung-hyun'), (2, 'Emily Rodgers')));

# One session screens, another changes the lists between its statements; what the first one counts, in order
my $screen = q(SELECT count(*) FROM sanct_screen_table('c', 'id', 'name', on_empty => 'pass'););
my $single = q(SELECT count(*) FROM c, sanct_screen(c.name, on_empty => 'pass'););

sub meanwhile
{
	my ($sql) = @_;
	my $connection = $node->connstr('postgres');

	return qq(\\! psql -X -q -d "$connection" -c "$sql"\n);
}

my $delist = meanwhile('UPDATE sanct_entry SET delisted_in = listed_in');
my $relist = meanwhile('UPDATE sanct_entry SET delisted_in = NULL');

is( $node->safe_psql('postgres', "$screen\n$delist$screen\n$relist$screen"),
	"1\n0\n1", 'what others commit is seen by the next statement');
is( $node->safe_psql('postgres', "BEGIN;\n$screen\n$delist$screen\n$relist$screen\nCOMMIT;"),
	"1\n0\n1", 'in a transaction as well');
for my $level ('REPEATABLE READ', 'SERIALIZABLE')
{
	is( $node->safe_psql('postgres', "BEGIN ISOLATION LEVEL $level;\n$screen\n$delist$screen\n$single\nCOMMIT;\n$screen\n$relist$screen"),
		"1\n1\n1\n0\n1", "$level keeps its snapshot until it ends");
	is( $node->safe_psql('postgres', "BEGIN ISOLATION LEVEL $level;\nSELECT 5;\n$delist$screen\n$screen\n$single\nCOMMIT;\n$screen\n$relist$screen"),
		"5\n1\n1\n1\n0\n1", "$level keeps its snapshot where the lists are read late");
}
# lists that one transaction has made ready serve all, unless it sees others
my $scans = q(SELECT pg_stat_get_xact_numscans('sanct_name'::regclass););
my $repeatable = "BEGIN ISOLATION LEVEL REPEATABLE READ;\n";

$node->safe_psql('postgres', $screen);
is( $node->safe_psql('postgres', "$repeatable$screen\n$scans\nCOMMIT;"), "1\n0", 'lists that are ready are not read again');
is( $node->safe_psql('postgres', "$repeatable\nSELECT 5;\n$delist$screen\nCOMMIT;\n$screen\n$relist$repeatable$screen\nCOMMIT;"),
	"5\n1\n0\n1", 'but not those that have changed since it began');

# Lists in memory must not hide that a serializable transaction rests on them
$node->safe_psql('postgres', 'CREATE TABLE accepted (name text)');
my ($skew_status, $skew_out, $skew_error) = $node->psql('postgres',
	"$screen\nBEGIN ISOLATION LEVEL SERIALIZABLE;\n$screen\n"
	. meanwhile('BEGIN ISOLATION LEVEL SERIALIZABLE; SELECT count(*) FROM accepted; UPDATE sanct_entry SET delisted_in = NULL; COMMIT')
	. "INSERT INTO accepted VALUES ('Emily Rodgers');\nCOMMIT;");
like($skew_error, qr/could not serialize access/, 'serializable transactions that read and change the lists conflict');

# A parallel query that was told of a change under way reads by an older snapshot; what follows must not keep that
my $change_while_it_waits = q(DO $$ BEGIN
	PERFORM pg_advisory_lock(1);
	WHILE NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted) LOOP
		PERFORM pg_sleep(0.01);
	END LOOP;
	UPDATE sanct_entry SET delisted_in = listed_in;
	COMMIT;
	PERFORM pg_advisory_unlock(1);
END $$);
$change_while_it_waits =~ s/\$/\\\$/g;
$change_while_it_waits =~ s/\n\s*/ /g;
(my $in_background = meanwhile($change_while_it_waits)) =~ s/\n$/ &\n/;
$node->safe_psql('postgres', 'CREATE TABLE big AS SELECT generate_series(1, 10000) AS i');
my $wait_for_lock = q(DO $$ BEGIN
	WHILE NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted) LOOP
		PERFORM pg_sleep(0.01);
	END LOOP;
END $$;);
my $parallel = q(SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;);
my $waiting_query = q(SELECT pg_advisory_lock(1) IS NULL, (SELECT count(*) FROM sanct_screen_table('c', 'id', 'name', on_empty => 'pass')), count(*) FROM big;);
like($node->safe_psql('postgres', "$parallel EXPLAIN $waiting_query"), qr/Gather/, 'the query is a parallel one');
is( $node->safe_psql('postgres', "$parallel\n$in_background$wait_for_lock\nBEGIN;\n$waiting_query\n$screen\nCOMMIT;\n$relist"),
	"f|1|10000\n0", 'lists that a parallel query has read are not kept');

# Triggers that have been disabled tell nothing: the lists are read anew, with a warning
my $delist_as_replica = meanwhile('SET session_replication_role = replica; UPDATE sanct_entry SET delisted_in = listed_in');
$node->safe_psql('postgres', 'ALTER TABLE sanct_entry DISABLE TRIGGER ALL; ALTER TABLE sanct_entry ENABLE TRIGGER ALL');
my ($unwatched_status, $unwatched, $unwatched_error) = $node->psql('postgres', "$screen\n$delist_as_replica$screen\n$relist");
is($unwatched, "1\n0", 'changes that no trigger tells of are seen');
like($unwatched_error, qr/trigger "sanct_entry_changed" of table "sanct_entry" is not enabled.*ENABLE ALWAYS TRIGGER/s, 'with a warning');
$node->safe_psql('postgres', 'ALTER TABLE sanct_entry ENABLE ALWAYS TRIGGER sanct_entry_changed');

my $open = meanwhile("BEGIN; UPDATE sanct_entry SET delisted_in = listed_in; PREPARE TRANSACTION 'open'");

is( $node->safe_psql('postgres', "$screen\n$open$screen\n" . meanwhile("COMMIT PREPARED 'open'") . "$screen\n$relist$screen"),
	"1\n1\n0\n1", 'a transaction prepared and committed later');
is( $node->safe_psql('postgres', "$screen\n$open$screen\n" . meanwhile("ROLLBACK PREPARED 'open'") . "$screen"),
	"1\n1\n1", 'a transaction prepared and rolled back');
is( $node->safe_psql('postgres', "$screen\n" . meanwhile('TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link') . "$screen"), "1\n0", 'lists emptied');
is( $node->safe_psql('postgres', "$screen\n" . meanwhile('DROP EXTENSION sanctmatch') . meanwhile('CREATE EXTENSION sanctmatch')
		. "INSERT INTO sanct_list (id, code, title, publisher) VALUES (1, 'own', 'own', 'own');
		INSERT INTO sanct_release (id, list_id, sha256, entries, names, weak_names, identifiers, addresses, cut_remarks, added, changed, delisted)
			VALUES (1, 1, '{}', 0, 0, 0, 0, 0, 0, 1, 0, 0);
		INSERT INTO sanct_entry (id, list_id, list_uid, type, primary_name, programs, nationality, digest, listed_in, changed_in)
			VALUES (1, 1, '1', 'person', 'Emily Rodgers', '{}', '{}', '', 1, 1);
		INSERT INTO sanct_name (entry_id, name, kind, weak) VALUES (1, 'Emily Rodgers', 'primary', false);
		$screen"),
	"0\n1", 'the extension created anew');

# Interrupted while it screens and while it loads; afterwards all is as before
$node->safe_psql('postgres', q(
	CREATE VIEW slow AS SELECT i AS id, CASE WHEN pg_sleep(0.001) IS NULL THEN '' ELSE 'Emily Rodgers' END AS name FROM generate_series(1, 10000000) i;
	INSERT INTO sanct_name (entry_id, name, kind, weak) SELECT 1, 'Kim Jong ' || i || ' Il', 'alias', false FROM generate_series(1, 2000) i));
my $lists_read_first = "SET statement_timeout = '1ms'; $screen\nRESET statement_timeout;";
my ($status, $out, $err) = $node->psql('postgres',
	"SET statement_timeout = '300ms'; SELECT count(*) FROM sanct_screen_table('slow', 'id', 'name', on_empty => 'pass');\nRESET statement_timeout;\n"
	. "UPDATE sanct_name SET weak = true; $lists_read_first\n$screen", on_error_stop => 0);

like($err, qr/canceling statement due to statement timeout/, 'can be cancelled');
like($out, qr/^(1\n)?1$/, 'and called again');

SKIP:
{
	my $lists = defined $shared ? "$shared/lists/ofac/2024-03" : '';

	skip 'no real lists', 3 if !-e "$lists/OFAC_SDN.csv";
	$node->safe_psql('postgres', 'CREATE DATABASE real_lists TEMPLATE template0');
	import_ofac('real_lists', $lists, 'OFAC_SDN.csv', 'OFAC_ALT.csv', 'OFAC_ADD.csv');
	$node->safe_psql(
		'real_lists', qq(
		SELECT sanct_import_un_xml(pg_read_binary_file('$shared/lists/un/consolidated_2025-04-19.xml'));
		CREATE TABLE given (name text, culture text, hangul text);
		COPY given FROM '$shared/pairs/customers.tsv';
		CREATE TABLE customer AS
		SELECT row_number() OVER () AS id, name FROM (
			(SELECT name FROM given ORDER BY md5(name) LIMIT 1500)
			UNION ALL (SELECT hangul FROM given WHERE hangul <> '' ORDER BY md5(name) LIMIT 300)
			UNION ALL (SELECT overlay(name PLACING substr('aeiounlrkg', length(name) % 10 + 1, 1) FROM 1 + length(name) / 2 FOR 1)
				FROM sanct_name ORDER BY md5(name) LIMIT 1200)) c;
		VACUUM ANALYZE;
	));
	my $found = 'SELECT id, entry_id FROM (SELECT id::bigint, entry_id FROM sanct_screen_table(\'customer\', \'id\', \'name\', max_hits => 100000)) x';
	my $joined = 'SELECT DISTINCT c.id, n.entry_id FROM customer c JOIN sanct_name n ON n.name %~ c.name JOIN sanct_entry e ON e.id = n.entry_id AND delisted_in IS NULL';

	cmp_ok($node->safe_psql('real_lists', "SELECT count(*) FROM ($joined) x"), '>', 1000, 'customers match real lists');

	# the table is held against lists in memory, a name by itself against their indexes; the join compares two sides, of
	# which it does not know the listed one, so it finds less in long fields and takes listed names for others
	my $single = 'SELECT c.id, s.entry_id FROM customer c, LATERAL sanct_screen(c.name, max_hits => 100000) s';

	is($node->safe_psql('real_lists', "$found EXCEPT ALL $single"), '', 'screening a table finds no more than screening each name');
	is($node->safe_psql('real_lists', "$single EXCEPT ALL $found"), '', 'and no less');
}

# what takes longer than ten seconds tells how far it is: a table, a run, an import; here a row of theirs takes so long
$node->safe_psql('postgres', q(CREATE VIEW slowly AS SELECT n AS id, translate(n::text, '0123456789', 'bcdfghklmn') || ' Somebody' AS name
	FROM generate_series(1, 2500) n WHERE n <> 500 OR pg_sleep(10.1) IS NOT NULL));
my @slow = map { { statement => $_->[0], told => $_->[1], said => '' } } (
	[ q(SELECT count(*) FROM sanct_screen_table('slowly', 'id', 'name', on_empty => 'pass')), qr/NOTICE:  screened 1000 rows of public\.slowly: 0 hits/ ],
	[ q(SELECT count(*) FROM sanct_run('slowly', 'id', 'name', on_empty => 'pass')), qr/NOTICE:  screened 1000 rows of public\.slowly: 0 hits/ ],
	[ q(SELECT count(*) FROM sanct_import_table('slowly', 'slowly')), qr/NOTICE:  read 1000 entries of list "slowly"/ ]);
$_->{run} = IPC::Run::start([ 'psql', '-XAtq', '-d', $node->connstr('postgres'), '-c', $_->{statement} ], '>', \my $counted, '2>', \$_->{said}) for @slow;
for my $slow (@slow)
{
	$slow->{run}->finish;
	like($slow->{said}, $slow->{told}, "tells how far it is: $slow->{statement}");
}

# preloaded, the module starts where there is no transaction yet
$node->append_conf('postgresql.conf', "shared_preload_libraries = 'sanctmatch'");
$node->restart;
is($node->safe_psql('postgres', "$screen\n" . meanwhile('UPDATE sanct_entry SET delisted_in = listed_in') . "$screen"),
	"1\n0", 'preloaded it works and hears of changes');

$node->stop;
done_testing();
