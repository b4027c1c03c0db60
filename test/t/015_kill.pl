# Backends that are killed in the middle of what they do to indexes and lists: after the server's recovery every index is
# sound, and answers as a sequential scan does.  What is checked while others write is sound as well.
use strict;
use warnings;

use IPC::Run ();
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $data = "$ENV{PG_ABS_SRCDIR}/test/data";
my $tmp = $PostgreSQL::Test::Utils::tmp_check;
my $node = PostgreSQL::Test::Cluster->new('kill');
$node->init;
$node->append_conf('postgresql.conf', "restart_after_crash = on\nautovacuum = off\njit = off");
$node->start;

sub ask { return $node->safe_psql('postgres', $_[0]); }

# A session in the background, with its statements
sub begin
{
	my %session = (in => '', out => '', err => '');

	$session{handle} = IPC::Run::start([ 'psql', '-X', '-q', '-d', $node->connstr('postgres'), map { ('-c', $_) } @_ ], '<', \undef, '>', \$session{out}, '2>', \$session{err});
	return \%session;
}

# The process of the one session that this is true of
sub wait_for
{
	my ($condition) = @_;

	$node->poll_query_until('postgres', "SELECT count(*) = 1 FROM pg_stat_activity a WHERE pid <> pg_backend_pid() AND $condition")
		or die "it never comes true: $condition";
	return ask("SELECT pid FROM pg_stat_activity a WHERE pid <> pg_backend_pid() AND $condition");
}

# Every index of names is sound, and a sample of names finds the same with and without it
sub verify
{
	my ($when) = @_;

	for my $index (split /\n/, ask(q{SELECT i.indexrelid::regclass || '|' || i.indrelid::regclass || '|' ||
		coalesce(pg_get_expr(indpred, indrelid), 'true') FROM pg_index i JOIN pg_opclass c ON c.oid = ANY (indclass)
		WHERE opcname ~ '^sanct_' AND indisvalid ORDER BY 1}))
	{
		my ($name, $table, $held) = split /\|/, $index;
		my ($rows) = ask("SELECT count(*) FROM $table WHERE $held");
		my $sample = "SELECT q.name, t.ctid FROM (SELECT DISTINCT name FROM (SELECT name FROM $table ORDER BY md5(name) LIMIT 15) n) q, $table t WHERE t.name %~ sanct_query(q.name, 0.6) ORDER BY 1, 2";

		is(ask("SELECT sanct_index_check('$name')"), $rows, "$when: $name is sound");
		my $scan = ask("SET enable_indexscan = off; SET enable_bitmapscan = off; $sample");
		ok(ask("SET enable_seqscan = off; $sample") eq $scan, "$when: $name answers as the table does");
		isnt($scan, '', "$when: something is found") if $rows > 0;
	}
	return;
}

# Kill a process; all sessions end, those of the test among them, and the server recovers
sub kill_and_recover
{
	my ($pid, @sessions) = @_;

	is(system_log('pg_ctl', 'kill', 'KILL', $pid), 0, "process $pid is killed");
	# the others are ended by the server, which then begins to recover
	IPC::Run::finish($_->{handle}) for @sessions;
	$node->poll_query_until('postgres', undef, '') or die 'no recovery';
	return;
}

# names, of which one waits for an advisory lock wherever slow() sees it
ask(qq{
	CREATE EXTENSION sanctmatch;
	SELECT FROM sanct_import_un_xml(pg_read_binary_file('$data/un.xml'), published => '2030-01-01');
	CREATE FUNCTION slow(name text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS \$\$
	BEGIN
		IF name = 'Ri Halt' THEN
			PERFORM pg_advisory_xact_lock_shared(1);
		END IF;
		RETURN name;
	END \$\$;
	CREATE FUNCTION some_name(i int) RETURNS text LANGUAGE sql IMMUTABLE AS \$\$
	SELECT CASE WHEN i = 2500 THEN 'Ri Halt' WHEN i % 3 = 0 THEN initcap(translate(left(md5(i::text), 7), '0123456789', 'aeioukrstn')) || ' ' || (ARRAY['Trading', 'Ltd', 'Kim'])[1 + i / 3 % 3]
		ELSE (ARRAY['Kim', 'Ri', 'Pak', 'Choe', 'O'])[1 + i % 5] || ' ' || (ARRAY['Chol', 'Yong', 'Su', 'Hak', 'Hyok', 'Ho', 'Hyon'])[1 + i % 7] || ' ' || (ARRAY['Song', 'Nam', 'Il', 'Un', 'Hae', 'Kwang', 'Min', 'Gyong'])[1 + i % 8] END
	\$\$;
	CREATE TABLE customer AS SELECT i AS id, some_name(i) AS name FROM generate_series(1, 4000) i;
	CREATE TABLE grown (id int, name text);
	CREATE INDEX grown_name ON grown USING gist (slow(name) sanct_gist_ops);
	CREATE INDEX grown_plain ON grown USING gist (name sanct_gist_ops);
	INSERT INTO grown SELECT * FROM customer WHERE id % 4 = 0 AND id <> 2500;
	CREATE TABLE tick (n int);
});
verify('at first');

# Each work waits in its middle for a lock, with what it has done so far on the disk: by a checkpoint, or in the log alone
my $build = 'CREATE INDEX customer_name ON customer USING gist (slow(name) sanct_gist_ops) WITH (buffering = on)';
my $waits = "wait_event = 'advisory'";
for my $flush ('CHECKPOINT', 'INSERT INTO tick VALUES (1)')
{
	my $with = $flush =~ s/ .*//r;
	for my $work ([ 'index build', $build ], [ 'inserts', 'INSERT INTO grown SELECT * FROM customer' ],
		[ 'concurrent build', $build =~ s/INDEX/INDEX CONCURRENTLY/r ],
		[ 're-screening', 'SELECT count(*) FROM sanct_rescreen(\'shown\', \'id\', \'name\', 0)' ])
	{
		my ($what, $sql) = @$work;

		ask('CREATE OR REPLACE VIEW shown AS SELECT id, slow(name) AS name FROM customer');
		my $holder = begin('SELECT pg_advisory_lock(1)', 'SELECT pg_sleep(600)');
		wait_for("wait_event = 'PgSleep'");
		my $worker = begin($sql);
		my $pid = wait_for($waits);
		ask($flush);
		kill_and_recover($pid, $worker, $holder);
		my $after = "$what killed after $with";
		like($worker->{err}, qr/server closed the connection|terminating|connection to server was lost/, "$after: it was in the middle");
		verify($after);
		is(ask('SELECT count(*) FROM grown'), 999, "$after: no row of it is there");
		if ($what eq 'concurrent build')
		{
			my (undef, undef, $err) = $node->psql('postgres', q{SELECT sanct_index_check('customer_name')});
			like($err, qr/index "customer_name" is not valid\n.*HINT:  Run REINDEX INDEX public\.customer_name/s, "$after: what is left is told not to be valid");
			is(ask(q{REINDEX INDEX customer_name; SELECT sanct_index_check('customer_name')}), 4000, "$after: REINDEX makes it so");
			ask('DROP INDEX customer_name');
		}
	}

	# an import: it waits for a row that another session has locked
	my $holder = begin('BEGIN', 'SELECT FROM sanct_entry WHERE id = (SELECT max(id) FROM sanct_entry) FOR UPDATE', 'SELECT pg_sleep(600)');
	wait_for("wait_event = 'PgSleep'");
	append_to_file("$tmp/kill_$with.xml", slurp_file("$data/un.xml") =~ s{<FIRST_NAME>}{<FIRST_NAME>X}gr);
	my $before = ask('SELECT count(*), md5(string_agg(n::text, $$ $$ ORDER BY n::text COLLATE "C")) FROM sanct_name n');
	my $worker = begin("SELECT FROM sanct_import_un_xml(pg_read_binary_file('$tmp/kill_$with.xml'), published => '2031-01-01')");
	my $pid = wait_for("wait_event_type = 'Lock' AND query LIKE '%sanct_import_un_xml%'");
	ask($flush);
	kill_and_recover($pid, $worker, $holder);
	verify("import killed after $with");
	is(ask('SELECT count(*), md5(string_agg(n::text, $$ $$ ORDER BY n::text COLLATE "C")) FROM sanct_name n'), $before, "import killed after $with: the list is as it was");
}
is(ask("SELECT changed > 0 FROM sanct_import_un_xml(pg_read_binary_file('$tmp/kill_CHECKPOINT.xml'), published => '2031-01-01')"), 't', 'and can be imported');

# A vacuum in the middle of an index: it pauses at every page, the longer the more often it has been missed there
ask('CREATE INDEX customer_plain ON customer USING gist (name sanct_gist_ops); DELETE FROM customer WHERE id % 5 > 1');
for my $flush ('CHECKPOINT', 'INSERT INTO tick VALUES (1)')
{
	my ($pid, $worker);
	my $idle = begin('SELECT pg_sleep(600)');

	for (my $delay = 10; !$pid && $delay <= 80; $delay *= 2)
	{
		ask('INSERT INTO customer SELECT i, some_name(i) FROM generate_series(5000, 6000) i; DELETE FROM customer WHERE id >= 5000');
		$worker = begin("SET vacuum_cost_delay = $delay", 'SET vacuum_cost_limit = 1', 'VACUUM (FREEZE) customer', 'SELECT pg_sleep(1200)');
		my $session = wait_for("query ~ '^VACUUM|1200'");
		# there, or past it
		my $phase = "SELECT pid FROM pg_stat_progress_vacuum WHERE phase = 'vacuuming indexes'";
		$node->poll_query_until('postgres', "SELECT EXISTS ($phase) OR query ~ '1200' FROM pg_stat_activity WHERE pid = $session") or die 'no vacuum';
		ask($flush);
		$pid = ask($phase);
		next if $pid;
		ask("SELECT pg_terminate_backend($session)");
		IPC::Run::finish($worker->{handle});
	}
	ok($pid, 'a vacuum is in the middle of an index');
	kill_and_recover($pid, $worker, $idle);
	verify('vacuum killed after ' . $flush =~ s/ .*//r);
}
ask('VACUUM customer; VACUUM grown');
verify('after a vacuum');

# Others write and vacuum meanwhile: no check takes that for damage
append_to_file("$tmp/kill.sql", q{\set i random(1, 100000000)
	INSERT INTO customer SELECT :i, initcap(translate(left(md5((:i + n)::text), 9), '0123456789', 'aeioukrstn')) || ' ' || some_name((:i + n) % 2000) FROM generate_series(1, 40) n;
	DELETE FROM customer WHERE id = :i AND :i % 2 = 0;
});
my ($out, $err) = ('', '');
my $load = IPC::Run::start([ 'pgbench', '-n', '-c', '2', '-t', '150', '-f', "$tmp/kill.sql", $node->connstr('postgres') ], '<', \undef, '>', \$out, '2>', \$err);
my $checks = 0;
my @failures;
do
{
	my (undef, $found, $failure) = $node->psql('postgres', q{SELECT sanct_index_check('customer_plain')});

	push @failures, $failure if $failure;
	ask('VACUUM customer') if $checks++ % 3 == 2;
	$load->pump_nb;
} while ($load->pumpable);
IPC::Run::finish($load);
is("@failures", '', "$checks checks while others write");
like($out, qr{transactions actually processed: 300/300}, 'they wrote');
verify('after that');

# Whoever may not read a table does not wait for it either
ask('CREATE ROLE nobody LOGIN');
my $locker = begin('BEGIN', 'LOCK TABLE customer', 'SELECT pg_sleep(600)');
my $pid = wait_for("wait_event = 'PgSleep'");
my (undef, undef, $refused) = $node->psql('postgres', q{SET lock_timeout = '100ms'; SELECT sanct_index_check('customer_plain')}, extra_params => [ '-U', 'nobody' ]);
like($refused, qr/permission denied for table customer/, 'no lock is taken without the right to read');
ask("SELECT pg_terminate_backend($pid)");
IPC::Run::finish($locker->{handle});

$node->stop;
done_testing();
