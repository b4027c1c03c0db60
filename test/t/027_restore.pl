# Backups: dumps of every kind, restored in every way, give the same lists, history, alerts, triggers and answers; what came back in part is told
use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $tmp = $PostgreSQL::Test::Utils::tmp_check;
my $node = PostgreSQL::Test::Cluster->new('restore');
$node->init;
$node->start;

sub ask
{
	my ($user, $database, $sql) = @_;

	return $node->safe_psql($database, $sql, extra_params => [ '-U', $user ]);
}

sub complains
{
	my ($user, $database, $sql, $message, $what) = @_;
	my ($status, $out, $err) = $node->psql($database, $sql, extra_params => [ '-U', $user ]);

	isnt($status, 0, "$what is refused");
	like($err, $message, "$what: why");
	return;
}

sub create
{
	my ($database) = @_;

	$node->safe_psql('postgres', "DROP DATABASE IF EXISTS $database");
	$node->safe_psql('postgres', "CREATE DATABASE $database OWNER keeper TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
	return;
}

# The extension in a schema of its own, two releases of one list and one of another, a delisted entry, guards of three kinds with alerts, decisions
# and clearances; all by the owner of the database, who is no superuser
my $superuser = $node->safe_psql('postgres', 'SELECT current_user');
$node->safe_psql('postgres', 'CREATE ROLE keeper LOGIN CREATEROLE; CREATE ROLE writer LOGIN');
create('bank');
ask('keeper', 'bank', q(
	CREATE SCHEMA sanctions;
	CREATE SCHEMA app;
	CREATE EXTENSION sanctmatch SCHEMA sanctions;
	CREATE TABLE app.party (id text, name text, aka text[], born text);
	INSERT INTO app.party SELECT i, (ARRAY['Choe Myong Hyon', 'Kim Jong Un', 'Parsek LLC', 'Ri Yong Ho', 'Pyon Kwang Chol'])[1 + i % 5] || CASE WHEN i > 5 THEN ' ' || i ELSE '' END,
		CASE WHEN i % 2 = 0 THEN ARRAY['alias ' || i] END, (1950 + i % 40)::text FROM generate_series(1, 300) i;
	SELECT FROM sanctions.sanct_import_table('app.party', 'own', aliases_column => 'aka', fact_columns => '{born}');
	SELECT FROM sanctions.sanct_import_table('app.party', 'other');
	UPDATE app.party SET name = 'New ' || name, born = '1990' WHERE id::int % 10 = 0;
	DELETE FROM app.party WHERE id::int BETWEEN 200 AND 220;
	SELECT FROM sanctions.sanct_import_table('app.party', 'own', aliases_column => 'aka', fact_columns => '{born}');
	CREATE TABLE app.payment (id int PRIMARY KEY, payee text, held boolean NOT NULL DEFAULT false, reading sanctions.sanct_reading GENERATED ALWAYS AS (sanctions.sanct_read(payee)) STORED);
	CREATE TABLE app.transfer (id int PRIMARY KEY, payee text);
	CREATE TABLE app.account (id int PRIMARY KEY, holder text);
	CREATE INDEX ON app.payment USING gist (reading);
	CREATE INDEX ON app.transfer USING gist (payee sanctions.sanct_gist_ops);
	INSERT INTO app.account VALUES (1, 'Kim Jong Un'), (2, 'Jane Doe');
	SELECT FROM sanctions.sanct_guard_attach('app.payment', 'payee', 'hold');
	SELECT FROM sanctions.sanct_guard_attach('app.transfer', 'payee', 'quarantine');
	SELECT FROM sanctions.sanct_guard_attach('app.account', 'holder', 'block');
	GRANT USAGE ON SCHEMA app, sanctions TO writer;
	GRANT INSERT ON app.payment, app.transfer TO writer;
));
ask('writer', 'bank', q(
	INSERT INTO app.payment (id, payee) VALUES (1, 'Choi Myung-hyun'), (2, 'Jane Doe'), (3, 'Kim Jong-eun');
	INSERT INTO app.transfer VALUES (1, 'Lee Yong-ho'), (2, 'Jane Doe');
));
ask('keeper', 'bank', q(
	SELECT sanctions.sanct_decide(id, 'no match', 'another year of birth') FROM sanctions.sanct_alert WHERE subject = 'app.payment' ORDER BY id LIMIT 1;
	SELECT sanctions.sanct_decide(id, 'match', 'it is him') FROM sanctions.sanct_alert WHERE subject = 'app.payment' ORDER BY id DESC LIMIT 1;
	SELECT sanctions.sanct_declare_pool('writer');
));

# What must be equal: all rows of the extension's tables, of those that are guarded, what triggers there are and when they fire, where identities stand, answers
sub state
{
	my ($database) = @_;
	my $tables = ask($superuser, $database, q(SELECT string_agg(t.t, ' ' ORDER BY t.t) FROM (
		SELECT c.oid::regclass::text FROM pg_extension e, unnest(e.extconfig) AS u (oid) JOIN pg_class c ON c.oid = u.oid AND c.relkind = 'r' WHERE e.extname = 'sanctmatch'
		UNION ALL SELECT unnest(ARRAY['app.payment', 'app.transfer', 'app.account', 'app.party'])) t (t)));
	my $rows = join "\n", map { ask($superuser, $database, "SELECT '$_', count(*), md5(string_agg(r::text, E'\\n' ORDER BY r::text)) FROM $_ r") } split / /, $tables;

	return "$rows\n" . ask($superuser, $database, q(
		SELECT c.oid::regclass, t.tgname, t.tgenabled FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal ORDER BY 1, 2;
		SELECT c.relname, pg_sequence_last_value(c.oid) FROM pg_class c WHERE c.relkind = 'S' ORDER BY 1;
		SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid::regclass::text ~ '^(app|sanctions)' ORDER BY 1;
		SELECT q, s.list, s.list_uid, s.matched_name, s.similarity FROM unnest(ARRAY['Choi Myung-hyun', 'Kim Jong-eun', 'Lee Yong-ho', 'alias 4']) q, sanctions.sanct_screen(q, 0.6, 100) s ORDER BY 1, 2, 3;
		SELECT q, s.list_uid, s.matched_name FROM unnest(ARRAY['Choi Myung-hyun', 'Ri Yong Ho 203']) q,
			sanctions.sanct_screen(q, 0.6, 100, as_of => (SELECT imported_at FROM sanctions.sanct_release ORDER BY id OFFSET 1 LIMIT 1)) s ORDER BY 1, 2;
		SELECT change, count(*) FROM sanctions.sanct_changes('own', (SELECT min(imported_at) FROM sanctions.sanct_release)) GROUP BY 1 ORDER BY 1;
		SELECT subject, what FROM sanctions.sanct_status() WHERE severity = 'error' ORDER BY 1, 2;
		SELECT * FROM sanctions.sanct_guard_check('app.payment') ORDER BY 1;
		SELECT grantee, table_schema, table_name, privilege_type, is_grantable FROM information_schema.table_privileges
			WHERE table_schema IN ('app', 'sanctions') AND grantee NOT IN ('postgres', 'keeper') ORDER BY 1, 2, 3, 4, 5;
	));
}

# Tells the lines that are in one of two states alone
sub is_same
{
	my ($got, $expected, $what) = @_;
	my %count;

	$count{$_}++ for split /\n/, $got;
	$count{$_}-- for split /\n/, $expected;
	is(join("\n", map { ($count{$_} > 0 ? '+' : '-') . $_ } grep { $count{$_} } sort keys %count), '', $what);
	return;
}

# A restored database is as the other one, and goes on: guards hold, an import brings what it would have brought
sub is_whole
{
	my ($database, $what) = @_;
	my ($status, $out, $err);

	is_same(state($database), state('bank'), "$what: all is equal");
	complains('keeper', $database, q(INSERT INTO app.account VALUES (3, 'Choi Myung-hyun')), qr/matches an entry/, "$what: a listed name");
	is(ask('keeper', $database, q(
		BEGIN;
		UPDATE app.party SET name = 'Newest ' || name WHERE id::int % 7 = 0;
		SELECT r.added, r.changed, r.delisted FROM sanctions.sanct_import_table('app.party', 'own', aliases_column => 'aka', fact_columns => '{born}') AS r;
		INSERT INTO app.party VALUES ('new', 'Sim Kwang Sok');
		SELECT r.added, r.changed, r.delisted FROM sanctions.sanct_import_table('app.party', 'own', aliases_column => 'aka', fact_columns => '{born}') AS r;
		SELECT list_uid FROM sanctions.sanct_screen('Shim Gwang-seok') WHERE list = 'own';
		ROLLBACK;)), "0|39|0\n1|0|0\nnew", "$what: imports go on");
	return;
}

my $before = state('bank');
unlike($before, qr/\|[ODR]$/m, 'all triggers fire always');
like($before, qr/^sanctions\.sanct_past_name\|[1-9]/m, 'there is a history');
like($before, qr/^sanctions\.sanct_quarantine\|1\|/m, 'there is a quarantined row');
like($before, qr/^sanctions\.sanct_clearance\|1\|/m, 'there is a clearance');
is(ask('keeper', 'bank', q(SELECT count(*) FROM sanctions.sanct_status() WHERE severity = 'error')), '0', 'nothing is wrong with it');

my @from = ('-U', 'keeper', '-d', $node->connstr('bank'));
$node->command_ok([ 'pg_dump', @from, '-f', "$tmp/plain.sql" ], 'dump as text');
$node->command_ok([ 'pg_dump', @from, '-Fc', '-f', "$tmp/custom" ], 'dump -Fc');
$node->command_ok([ 'pg_dump', @from, '-Fd', '-j', '2', '-f', "$tmp/directory" ], 'dump -Fd');
for my $user ('keeper', $superuser)
{
	my $who = $user eq 'keeper' ? 'the owner of the database' : 'a superuser';
	my @to = ('-U', $user, '-d', $node->connstr('again'));

	create('again');
	$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', @to, '-f', "$tmp/plain.sql" ], "psql by $who");
	is_whole('again', "psql by $who");
	for my $case ([ 'custom', '-j', '1' ], [ 'custom', '-j', '2' ], [ 'custom', '-j', '4' ], [ 'custom', '-1' ], [ 'directory', '-j', '1' ], [ 'directory', '-j', '2' ], [ 'directory', '-j', '4' ])
	{
		my ($file, @how) = @$case;
		my $what = "pg_restore @how of the $file dump by $who";

		create('again');
		$node->command_ok([ 'pg_restore', '-e', @to, @how, "$tmp/$file" ], $what);
		is_whole('again', $what);
	}
}

# one schema and the extension, into an empty database: the schema of the extension must be there; its rows come along
create('again');
ask('keeper', 'again', 'CREATE SCHEMA sanctions');
$node->command_ok([ 'pg_dump', @from, '-Fc', '-n', 'app', '-e', 'sanctmatch', '-f', "$tmp/app" ], 'dump of a schema with -e');
$node->command_ok([ 'pg_restore', '-e', '-U', 'keeper', '-j', '2', '-d', $node->connstr('again'), "$tmp/app" ], 'restore of a schema with -e');
is_same(state('again') =~ s/^writer\|sanctions.*\n//gmr, $before =~ s/^writer\|sanctions.*\n//gmr, 'a schema with -e: all is equal');

# both schemas and the extension
create('again');
$node->command_ok([ 'pg_dump', @from, '-Fc', '-n', 'app', '-n', 'sanctions', '-e', 'sanctmatch', '-f', "$tmp/both" ], 'dump of both schemas with -e');
$node->command_ok([ 'pg_restore', '-e', '-U', 'keeper', '-j', '2', '-d', $node->connstr('again'), "$tmp/both" ], 'restore of both schemas with -e');
is_whole('again', 'both schemas with -e');

# the schema of the extension without -e has its rows and not the extension, and goes into a database that has it, with no lists yet
create('again');
ask('keeper', 'again', 'CREATE SCHEMA sanctions; CREATE SCHEMA app; CREATE EXTENSION sanctmatch SCHEMA sanctions');
$node->command_ok([ 'pg_dump', @from, '-Fc', '-n', 'sanctions', '-f', "$tmp/sanctions" ], 'dump of the schema of the extension');
$node->command_ok([ 'pg_restore', '-e', '-U', 'keeper', '-a', '-d', $node->connstr('again'), "$tmp/sanctions" ], 'restore of its rows');
$node->command_ok([ 'pg_dump', @from, '-Fc', '-n', 'app', '-f', "$tmp/app" ], 'dump of the other schema alone');
$node->command_ok([ 'pg_restore', '-U', 'keeper', '-e', '-d', $node->connstr('again'), '-L', list("$tmp/app", qr/ SCHEMA - app /), "$tmp/app" ], 'restore into a database that has the extension');
is_same(state('again') =~ s/^writer\|sanctions.*\n//gmr, $before =~ s/^writer\|sanctions.*\n//gmr, 'rows and tables apart: all is equal');

# A table of contents without some lines
sub list
{
	my ($archive, $without) = @_;
	my ($out, $err) = run_command([ 'pg_restore', '-l', $archive ]);
	my $file = "$archive.list";

	open(my $list, '>', $file) or die;
	print $list map { "$_\n" } grep { $_ !~ $without } split /\n/, $out;
	close $list;
	return $file;
}

# data only: guards fire, and say what to do; with --disable-triggers they do not, and no longer fire always, which is told and mended
create('again');
$node->command_ok([ 'pg_restore', '-e', '-U', 'keeper', '-s', '-d', $node->connstr('again'), "$tmp/custom" ], 'restore without data');
my ($out, $err) = run_command([ 'pg_restore', '-e', '-U', $superuser, '-a', '-t', 'account', '-d', $node->connstr('again'), "$tmp/custom" ]);
like($err, qr/sanct_enable_triggers/, 'a guard in a restore of data says what to do');
$node->command_ok([ 'pg_restore', '-e', '-U', $superuser, '-a', '--disable-triggers', '-d', $node->connstr('again'), "$tmp/custom" ], 'restore of data with --disable-triggers');
isnt(ask('keeper', 'again', q(SELECT count(*) FROM sanctions.sanct_guard_check('app.account') WHERE enabled LIKE '%always%')), 2, 'the guards do not fire always');
like(ask('keeper', 'again', 'SELECT * FROM sanctions.sanct_status()'), qr/sanct_enable_triggers/, 'which is told');
isnt(state('again'), $before, 'and not as it was');
isnt(ask('keeper', 'again', 'SELECT count(*) FROM sanctions.sanct_enable_triggers()'), '0', 'one call by the owner of the database');
is_whole('again', 'after that');

# what came back in part is told: names, entries, releases that are missing
for my $missing ('sanct_name', 'sanct_entry', 'sanct_release')
{
	create('again');
	run_command([ 'pg_restore', '-e', '-U', 'keeper', '-d', $node->connstr('again'), '-L', list("$tmp/custom", qr/ TABLE DATA sanctions $missing /), "$tmp/custom" ]);
	complains('keeper', 'again', q(SELECT * FROM sanctions.sanct_screen('Choi Myung-hyun')), qr/ERROR/, "screening without $missing");
	like(ask('keeper', 'again', 'SELECT * FROM sanctions.sanct_status()'), qr/error/, "$missing is missing, and it is told");
}

# restricted lists: a superuser dumps them, and a restore without row security is told and mended
ask('keeper', 'bank', q(SELECT sanctions.sanct_restrict_list('other', '{keeper}')));
create('again');
$node->command_fails_like([ 'pg_dump', @from, '-f', "$tmp/refused" ], qr/row-level security/, 'a dump by the owner who does not see all rows');
$node->command_ok([ 'pg_dump', '-U', $superuser, '-d', $node->connstr('bank'), '-Fc', '-f', "$tmp/restricted" ], 'a dump by a superuser');
$node->command_ok([ 'pg_restore', '-e', '-U', 'keeper', '-j', '2', '-d', $node->connstr('again'), "$tmp/restricted" ], 'restore of restricted lists');
like(ask('keeper', 'again', 'SELECT * FROM sanctions.sanct_status()'), qr/row security is off/, 'row security is off, and it is told');
isnt(ask('keeper', 'again', 'SELECT count(*) FROM sanctions.sanct_enable_triggers()'), '0', 'the same call mends it');
is_same(state('again'), state('bank'), 'after that all is equal');

$node->stop;
done_testing();
