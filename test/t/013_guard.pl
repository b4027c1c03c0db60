# Guards under load: flagged names in random spellings by every path, servers that are killed, dump and restore, replication, the log
use strict;
use warnings;

use IPC::Run ();
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Time::HiRes 'usleep';

# GUARD_KILLS=50 kills the server fifty times
my $kills = $ENV{GUARD_KILLS} || 4;
my $data = "$ENV{PG_ABS_SRCDIR}/test/data";
my $tmp = $PostgreSQL::Test::Utils::tmp_check;
my $node = PostgreSQL::Test::Cluster->new('guard');
$node->init(allows_streaming => 'logical');
$node->append_conf('postgresql.conf', "log_min_messages = info\nlog_statement = none\nautovacuum = off\nwal_level = logical\ntrack_commit_timestamp = on\nmax_prepared_transactions = 5");
$node->start;

sub ask { return $node->safe_psql('postgres', $_[0]); }

ask(qq(
	CREATE EXTENSION sanctmatch;
	SELECT FROM sanct_import_ofac_csv(
		sdn => pg_read_binary_file('$data/ofac_sdn.csv'),
		alt => pg_read_binary_file('$data/ofac_alt.csv'),
		addresses => pg_read_binary_file('$data/ofac_add.csv'),
		comments => pg_read_binary_file('$data/ofac_comments.csv'),
		published => '2024-03-15');
));

# 10,000 flagged names: those of the list, and Korean ones in every system, in changing case, with marks and blanks
ask(q(
	SELECT setseed(0.3);
	CREATE TABLE flagged AS
	WITH listed AS (SELECT DISTINCT name FROM sanct_name),
		hangul AS (SELECT DISTINCT r.hangul FROM listed l, sanct_readings(l.name) r WHERE r.probability > 0.9 AND r.hangul ~ '^[가-힣]{3}$'),
		spelt AS (SELECT name FROM listed UNION ALL SELECT hangul FROM hangul
			UNION ALL SELECT sanct_romanize(hangul, s) FROM hangul, unnest(ARRAY['dprk', 'mr', 'yale', 'kontsevich', 'katakana']) s),
		many AS (SELECT name, i FROM spelt, generate_series(1, 200) i),
		noisy AS (SELECT DISTINCT CASE i % 5
			WHEN 0 THEN upper(name) WHEN 1 THEN '  ' || name WHEN 2 THEN replace(name, ' ', '  ')
			WHEN 3 THEN overlay(name PLACING U&'\200B' FROM 1 + (random() * length(name))::int FOR 0) ELSE name END || repeat(' ', i % 7) AS name FROM many)
	SELECT row_number() OVER (ORDER BY md5(name)) AS id, name FROM noisy WHERE EXISTS (SELECT FROM sanct_name n WHERE n.name %~ noisy.name) ORDER BY 1 LIMIT 10000;
	CREATE TABLE payment (id bigint PRIMARY KEY, payee text);
	CREATE TABLE part (id bigint, payee text) PARTITION BY HASH (id);
	CREATE TABLE part_0 PARTITION OF part FOR VALUES WITH (MODULUS 2, REMAINDER 0);
	CREATE TABLE part_1 PARTITION OF part FOR VALUES WITH (MODULUS 2, REMAINDER 1);
	CREATE FUNCTION attempt(statement text, from_id bigint, to_id bigint) RETURNS bigint LANGUAGE plpgsql AS $$
	DECLARE
		stopped bigint := 0;
	BEGIN
		FOR i IN from_id..to_id LOOP
			BEGIN
				EXECUTE statement USING i;
			EXCEPTION WHEN SQLSTATE 'SAN01' THEN
				stopped := stopped + 1;
			END;
		END LOOP;
		RETURN stopped;
	END
	$$;
));
my $flagged = ask('SELECT count(*) FROM flagged');
cmp_ok($flagged, '>', 5000, "$flagged flagged names");
ask("SELECT FROM sanct_guard_attach('payment', 'payee'); SELECT FROM sanct_guard_attach('part', 'payee')");
my %path = (
	'INSERT' => 'INSERT INTO payment SELECT id, name FROM flagged WHERE id = $1',
	'ON CONFLICT' => 'INSERT INTO payment SELECT id, name FROM flagged WHERE id = $1 ON CONFLICT (id) DO UPDATE SET payee = excluded.payee',
	'MERGE' => 'MERGE INTO payment p USING (SELECT id, name FROM flagged WHERE id = $1) f ON p.id = f.id WHEN NOT MATCHED THEN INSERT VALUES (f.id, f.name)',
	'partition' => 'INSERT INTO part SELECT id, name FROM flagged WHERE id = $1');
my $from = 1;
my $step = int($flagged / (1 + keys %path));
for my $path (sort keys %path)
{
	my $to = $from + $step - 1;
	is(ask("SELECT attempt(\$\$$path{$path}\$\$, $from, $to)"), $step, "$path: all of $step are stopped");
	$from = $to + 1;
}
ask("INSERT INTO payment SELECT id, 'Jane Doe' FROM flagged WHERE id >= $from");
is(ask("SELECT attempt('UPDATE payment SET payee = (SELECT name FROM flagged f WHERE f.id = payment.id) WHERE id = \$1', $from, $flagged)"), $flagged - $from + 1, 'UPDATE: all are stopped');
is(ask("SELECT count(*) FROM payment WHERE payee <> 'Jane Doe'"), 0, 'none has got in');
is(ask('SELECT count(*) FROM part'), 0, 'nor into partitions');
ask("DELETE FROM payment");

# the same, kept out and stored; nothing is lost
ask("SELECT sanct_guard_detach('payment'); SELECT FROM sanct_guard_attach('payment', 'payee', 'quarantine')");
ask("INSERT INTO payment SELECT id, name FROM flagged");
is(ask('SELECT count(*) FROM payment'), 0, 'none gets in under quarantine');
is(ask("SELECT count(*) FROM flagged f WHERE NOT EXISTS (SELECT FROM sanct_quarantine q JOIN sanct_alert a ON a.quarantine_id = q.id
	WHERE q.content ->> 'id' = f.id::text AND q.content ->> 'payee' = f.name AND a.status = 'open')"), 0, 'none is lost, each has an alert');
ask("SELECT sanct_guard_detach('payment'); SELECT FROM sanct_guard_attach('payment', 'payee', 'hold', statement => true)");
$node->safe_psql('postgres', "COPY flagged TO '$tmp/flagged.csv' (FORMAT csv)");
ask("COPY payment FROM '$tmp/flagged.csv' (FORMAT csv)");
is(ask("SELECT count(*) FROM payment p WHERE NOT EXISTS (SELECT FROM sanct_alert a WHERE a.action = 'hold' AND a.subject = 'public.payment' AND a.subject_key ->> 'id' = p.id::text)"), 0,
	'COPY, statement by statement: each row held has an alert');
ask("SELECT sanct_guard_detach('payment'); TRUNCATE payment");
# the trail is not to be emptied: this is to begin anew
ask("ALTER TABLE $_ DISABLE TRIGGER ALL; TRUNCATE $_; ALTER TABLE $_ ENABLE ALWAYS TRIGGER ${_}_append_only") for map { "sanct_$_" } qw(alert decision clearance quarantine);

# an alert that is told of keeps its transaction from being prepared, one that is not does not; where nothing is told to who
# writes, the log has it all
ask("SELECT FROM sanct_guard_attach('payment', 'payee', 'record', notify => true)");
my (undef, undef, $prepared) = $node->psql('postgres', "BEGIN; INSERT INTO payment VALUES (1, 'Choi Myung-hyun'); PREPARE TRANSACTION 'told'");
like($prepared, qr/cannot PREPARE a transaction that has executed LISTEN, UNLISTEN, or NOTIFY/, 'an alert that is told of is not prepared');
ask("SELECT sanct_guard_detach('payment'); SELECT FROM sanct_guard_attach('payment', 'payee', 'record')");
ask("BEGIN; INSERT INTO payment VALUES (1, 'Choi Myung-hyun'); PREPARE TRANSACTION 'untold'");
ask("ROLLBACK PREPARED 'untold'");
ask("SELECT sanct_guard_detach('payment'); SELECT FROM sanct_guard_attach('payment', 'payee', tell => 'none')");
my $silent = -s $node->logfile;
my (undef, undef, $neutral) = $node->psql('postgres', "\\set VERBOSITY verbose\nINSERT INTO payment VALUES (1, 'Choi Myung-hyun')");
like($neutral, qr/ERROR:  23000: row for relation "payment" cannot be written\n/, 'who writes is told nothing');
unlike($neutral, qr/DETAIL|HINT|CONSTRAINT|COLUMN|CHOE|sanct/, 'not in any field');
my $logged = slurp_file($node->logfile, $silent);
like($logged, qr/blocked a row: .* entry_id=\d+ .*\n.*DETAIL:  The row matches entry "CHOE, Myong Hyon".*\n.*HINT:  .*SELECT sanct_clear\('public\.payment'/, 'the log has all of it');
unlike($logged, qr/Choi Myung-hyun/, 'but the name');
ask("SELECT sanct_guard_detach('payment')");

# the log tells of the row that is blocked, not of the customer, unless asked to
ask("SELECT FROM sanct_guard_attach('payment', 'payee')");
my $offset = -s $node->logfile;
my ($status, $out, $err) = $node->psql('postgres', "INSERT INTO payment VALUES (1, 'Choi Myung-hyun')");
like($err, qr/DETAIL:  (?:It|Row .*) matches entry "CHOE, Myong Hyon" \(ofac-sdn 27209\)/, 'the application is told');
my $log = slurp_file($node->logfile, $offset);
like($log, qr/LOG:  sanctions guard blocked a row: subject=public\.payment guard=sanct_guard key='\{"id": "1"\}' list=ofac-sdn list_uid=27209 entry_id=\d+ similarity=1\.000 tier="same" role=\S+\n/, 'the log tells');
unlike($log, qr/Choi Myung-hyun/, 'but not who it was');
$offset = -s $node->logfile;
($status, $out, $err) = $node->psql('postgres', "SET client_min_messages = debug5; INSERT INTO payment VALUES (1, 'សុខា')");
like($err, qr/has a name that cannot be read/, 'a name that cannot be read is told');
unlike($err, qr/guard blocked a row/, 'what the log tells is not sent to a client that asks for all messages');
$log = slurp_file($node->logfile, $offset);
like($log, qr/LOG:  sanctions guard blocked a row: subject=public\.payment guard=sanct_guard key='\{"id": "1"\}' unread="Its letters [^"]+" role=\S+\n/, 'the log tells why it cannot be read');
unlike($log, qr/សុខា/, 'and not the name');
ask("SELECT sanct_guard_detach('payment'); SELECT FROM sanct_guard_attach('payment', 'payee', options => '{show_names=on}')");
$offset = -s $node->logfile;
$node->psql('postgres', "INSERT INTO payment VALUES (1, 'Choi Myung-hyun')");
like(slurp_file($node->logfile, $offset), qr/ name='Choi Myung-hyun'/, 'unless that is asked for');
$offset = -s $node->logfile;
($status, $out, $err) = $node->psql('postgres', "SET client_min_messages = log; SET sanctmatch.actor = 'Lee'; SELECT sanct_guard_detach('payment'); SELECT FROM sanct_guard_attach('payment', 'payee', 'hold', '{threshold=0.8}')");
$log = slurp_file($node->logfile, $offset);
like($log, qr/LOG:  sanctions guard detached: subject=public\.payment role=\S+ session_user=\S+ actor='Lee'\n/, 'who detaches a guard is logged');
like($log, qr/LOG:  sanctions guard attached: subject=public\.payment role=\S+ session_user=\S+ actor='Lee' columns=payee action=hold threshold=0\.8\n/, 'and who attaches one, with its options');
unlike($err, qr/sanctions guard/, 'in the log alone');
ask("SELECT sanct_guard_detach('payment'); TRUNCATE payment");

# a server that is killed under a load of writes and imports
ask("ALTER TABLE payment ADD written_at timestamptz DEFAULT statement_timestamp()");
ask("CREATE TABLE seen (release_id bigint, at timestamptz)");
ask("SELECT FROM sanct_guard_attach('payment', 'payee', 'hold')");
append_to_file("$tmp/write.sql", '\\set n random(1, 1000000000)' . "\nINSERT INTO payment SELECT :n, CASE WHEN :n % 3 = 0 THEN 'Choi Myung-hyun' WHEN :n % 3 = 1 THEN 'KANG Chol Hak' ELSE 'Jane Doe' END ON CONFLICT DO NOTHING;\n");
my $header = '"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones","emails","program_ids","dataset","first_seen","last_seen","last_change"';
my $day = 0;
# the newest release, and that a statement that starts from now on sees it
my $newest = "(SELECT published FROM sanct_release WHERE id = (SELECT max(r.id) FROM sanct_release r JOIN sanct_list l ON l.id = r.list_id WHERE l.code = 'test'))";
my $see = "INSERT INTO seen SELECT max(r.id), clock_timestamp() FROM sanct_release r JOIN sanct_list l ON l.id = r.list_id WHERE l.code = 'test'";
sub wait_until { $node->poll_query_until('postgres', "SELECT coalesce($_[0], false)") or die "it never comes true: $_[0]"; }
for my $kill (1 .. $kills)
{
	my ($in, $o1, $e1, $o2, $e2) = ('') x 5;
	my $load = IPC::Run::start([ 'pgbench', '-n', '-c', '3', '-j', '2', '-T', '600', '-f', "$tmp/write.sql", $node->connstr('postgres') ], \$in, \$o1, \$e1);
	$day++;
	my $row = join ',', map { "\"$_\"" } 'k', 'Person', $kill % 2 ? 'KANG Chol Hak' : 'SIM Kwang Sok', ('') x 3, "Street $day", ('') x 9;
	my $import = IPC::Run::start([ 'psql', '-X', '-q', '-d', $node->connstr('postgres'), '-c',
			"SELECT pg_sleep(0.2); SELECT FROM sanct_import_opensanctions_csv(convert_to(E'$header\\n$row\\n', 'UTF8'), date '2030-01-01' + $day, max_removed => 1, list => 'test')" ], \$in, \$o2, \$e2);
	if ($kill % 4 == 3 || $kill % 4 == 0)
	{
		# the release is there, and rows are written after it
		wait_until("$newest = date '2030-01-01' + $day");
		ask($see);
		wait_until("(SELECT count(DISTINCT payee) FROM payment WHERE written_at > (SELECT max(at) FROM seen)) = 3");
	}
	else
	{
		usleep(300_000 + 70_000 * ($kill % 6));
	}
	$node->stop('immediate');
	IPC::Run::finish($load);
	IPC::Run::finish($import);
	$node->start;
	ask($see);
}
is(ask("SELECT count(*) FROM payment p WHERE payee = 'Choi Myung-hyun' AND NOT EXISTS (SELECT FROM sanct_alert a
	WHERE a.subject = 'public.payment' AND a.subject_key ->> 'id' = p.id::text)"), 0, "after $kills kills every committed hold has its alert");
is(ask("SELECT count(*) FROM sanct_alert a WHERE NOT EXISTS (SELECT FROM payment p WHERE p.id::text = a.subject_key ->> 'id')"), 0, 'and every alert its row');
is(ask('SELECT count(*) FROM sanct_alert WHERE release_id NOT IN (SELECT id FROM sanct_release)'), 0, 'each screened against a release that was committed');
cmp_ok(ask("SELECT count(*) FROM payment WHERE payee = 'Choi Myung-hyun'"), '>', 0, 'there were some');

# releases of odd days list KANG Chol Hak, the others do not: rows whose statement began when one of them had been seen, and
# that were committed before the next one
my $in_force = q(SELECT p.*, (r.published - date '2030-01-01') % 2 = 1 AS listed,
		EXISTS (SELECT FROM sanct_alert a WHERE a.list = 'test' AND a.subject_key ->> 'id' = p.id::text) AS told
	FROM (SELECT r.published, (SELECT min(at) FROM seen WHERE release_id = r.id) AS since, lead(pg_xact_commit_timestamp(r.xmin)) OVER (ORDER BY r.id) AS until
		FROM sanct_release r JOIN sanct_list l ON l.id = r.list_id WHERE l.code = 'test') r
	JOIN payment p ON p.written_at > r.since AND (r.until IS NULL OR pg_xact_commit_timestamp(p.xmin) < r.until)
	WHERE p.payee = 'KANG Chol Hak');
is(ask("SELECT count(*) FROM ($in_force) f WHERE listed <> told"), 0, 'each was screened against the release in force');
SKIP:
{
	skip 'too few kills', 1 if $kills < 4;
	is(ask("SELECT count(DISTINCT listed) FROM ($in_force) f"), 2, 'with and without the name');
}

# a prepared transaction has been screened, and a re-screening waits for it
ask("SELECT sanct_guard_detach('payment'); SELECT FROM sanct_guard_attach('payment', 'payee')");
ask("BEGIN; INSERT INTO payment VALUES (-7, 'PAK Nam Chol'); PREPARE TRANSACTION 'written'");
my $next = sprintf('%s\n%s\n', $header, join ',', map { "\"$_\"" } 'k', 'Person', 'PAK Nam Chol', ('') x 13);
ask("SELECT FROM sanct_import_opensanctions_csv(convert_to(E'$next', 'UTF8'), date '2031-01-01', max_removed => 1, list => 'test')");
my $rescreen = q(SELECT string_agg(id, ' ') FROM sanct_rescreen('payment', 'id', 'payee', since => (SELECT max(id) - 1 FROM sanct_release)));
my (undef, undef, $waits) = $node->psql('postgres', "SET lock_timeout = '300ms'; $rescreen");
like($waits, qr/lock timeout/, 'a re-screening waits for what is prepared');
ask("COMMIT PREPARED 'written'");
like(ask($rescreen), qr/(^| )-7( |$)/, 'and then finds it');
my (undef, undef, $blocked) = $node->psql('postgres', "BEGIN; INSERT INTO payment VALUES (-8, 'PAK Nam Chol'); PREPARE TRANSACTION 'blocked'");
like($blocked, qr/matches an entry of a sanctions list/, 'what is listed is not prepared');
ask("DELETE FROM payment WHERE id = -7; SELECT sanct_guard_detach('payment'); SELECT FROM sanct_guard_attach('payment', 'payee', 'hold')");

# what replication applies is guarded as well
my $other = PostgreSQL::Test::Cluster->new('subscriber');
$other->init(allows_streaming => 'logical');
$other->start;
$other->safe_psql('postgres', qq(
	CREATE EXTENSION sanctmatch;
	SELECT FROM sanct_import_ofac_csv(sdn => pg_read_binary_file('$data/ofac_sdn.csv'), alt => pg_read_binary_file('$data/ofac_alt.csv'),
		addresses => pg_read_binary_file('$data/ofac_add.csv'), comments => pg_read_binary_file('$data/ofac_comments.csv'), published => '2024-03-15');
	CREATE TABLE applied (id bigint PRIMARY KEY, payee text);
	SELECT FROM sanct_guard_attach('applied', 'payee', 'hold');));
ask('CREATE TABLE applied (id bigint PRIMARY KEY, payee text); CREATE PUBLICATION p FOR TABLE applied');
$other->safe_psql('postgres', "CREATE SUBSCRIPTION s CONNECTION '" . $node->connstr('postgres') =~ s/'/''/gr . "' PUBLICATION p WITH (copy_data = false)");
ask("INSERT INTO applied VALUES (1, 'Jane Doe'), (2, 'Choi Myung-hyun')");
$node->wait_for_catchup('s');
is($other->safe_psql('postgres', "SELECT string_agg(subject_key ->> 'id', ' ') FROM sanct_alert"), '2', 'a row that is applied has its alert');
$other->safe_psql('postgres', 'DROP SUBSCRIPTION s');
$other->stop;

# dump and restore: the guard does not fire on its own data, and is there afterwards
ask("INSERT INTO payment VALUES (-1, '최명현')");
$node->safe_psql('postgres', 'CREATE DATABASE restored');
$node->command_ok([ 'pg_dump', '-f', "$tmp/guard.sql", '-d', $node->connstr('postgres') ], 'dump');
$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', "$tmp/guard.sql", '-d', $node->connstr('restored') ], 'restore');
for my $table (qw(payment sanct_alert sanct_decision sanct_clearance sanct_quarantine))
{
	my $sql = "SELECT count(*), md5(string_agg(r::text, '' ORDER BY r::text COLLATE \"C\")) FROM $table r";
	is($node->safe_psql('restored', $sql), ask($sql), "$table comes back equal");
}
is($node->safe_psql('restored', "SELECT guard, action, enabled FROM sanct_guard_check('payment')"), 'sanct_guard|hold|always', 'the guard is there');
$node->safe_psql('restored', "INSERT INTO payment VALUES (-2, '최명현')");
is($node->safe_psql('restored', "SELECT count(*) FROM sanct_alert WHERE subject_key ->> 'id' = '-2'"), 1, 'and active');

# a schema whose name is a format must be told like any other
$node->safe_psql('postgres', 'CREATE DATABASE formats');
my $cleared = $node->safe_psql('formats', qq(
	CREATE SCHEMA "100%s%n";
	CREATE EXTENSION sanctmatch SCHEMA "100%s%n";
	SET search_path = "100%s%n";
	SELECT entries > 0 FROM sanct_import_ofac_csv(pg_read_binary_file('$data/ofac_sdn.csv'), '', '', published => '2024-03-15');
	CREATE TABLE payment (id int PRIMARY KEY, payee text);
	SELECT count(*) > 0 FROM sanct_guard_attach('payment', 'payee', 'hold');
	INSERT INTO payment VALUES (1, 'Choi Myung-hyun');
	SELECT count(*) FROM (SELECT sanct_decide(id, 'no match', 'somebody else') FROM sanct_alert) d;
	SELECT count(*) FROM sanct_clearance;
));
is($cleared, "t\nt\n1\n1", 'an alert is cleared');

$node->stop;
done_testing();
