# A bank that uses the extension, for tests of what becomes of its database
package Bank;

use strict;
use warnings;

use Test::More;

# What a user gets from a database of the node
sub ask
{
	my ($self, $user, $database, $sql) = @_;

	return $self->{node}->safe_psql($database, $sql, extra_params => [ '-U', $user ]);
}

# Tests that a statement is refused with a message
sub complains
{
	my ($self, $user, $database, $sql, $message, $what) = @_;
	my ($status, $out, $err) = $self->{node}->psql($database, $sql, extra_params => [ '-U', $user ]);

	isnt($status, 0, "$what is refused");
	like($err, $message, "$what: why");
	return;
}

# An empty database
sub create
{
	my ($self, $database) = @_;

	$self->{node}->safe_psql('postgres', "DROP DATABASE IF EXISTS $database");
	$self->{node}->safe_psql('postgres', "CREATE DATABASE $database OWNER keeper TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
	return;
}

# On a node: the extension in a schema of its own, two releases of one list and one of another, a delisted entry, guards of three
# kinds with alerts, decisions and clearances; all by the owner of database bank, who is no superuser
sub new
{
	my ($class, $node) = @_;
	my $self = bless { node => $node, superuser => $node->safe_psql('postgres', 'SELECT current_user') }, $class;

	$node->safe_psql('postgres', 'CREATE ROLE keeper LOGIN CREATEROLE; CREATE ROLE writer LOGIN');
	$self->create('bank');
	$self->ask('keeper', 'bank', q(
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
	$self->ask('writer', 'bank', q(
		INSERT INTO app.payment (id, payee) VALUES (1, 'Choi Myung-hyun'), (2, 'Jane Doe'), (3, 'Kim Jong-eun');
		INSERT INTO app.transfer VALUES (1, 'Lee Yong-ho'), (2, 'Jane Doe');
	));
	$self->ask('keeper', 'bank', q(
		SELECT sanctions.sanct_decide(id, 'no match', 'another year of birth') FROM sanctions.sanct_alert WHERE subject = 'app.payment' ORDER BY id LIMIT 1;
		SELECT sanctions.sanct_decide(id, 'match', 'it is him') FROM sanctions.sanct_alert WHERE subject = 'app.payment' ORDER BY id DESC LIMIT 1;
		SELECT sanctions.sanct_declare_pool('writer');
	));
	return $self;
}

# What must be equal: all rows of the extension's tables, of those that are guarded, what triggers there are and when they fire, where identities stand, answers
sub state
{
	my ($self, $database) = @_;
	my $tables = $self->ask($self->{superuser}, $database, q(SELECT string_agg(t.t, ' ' ORDER BY t.t) FROM (
		SELECT c.oid::regclass::text FROM pg_extension e, unnest(e.extconfig) AS u (oid) JOIN pg_class c ON c.oid = u.oid AND c.relkind = 'r' WHERE e.extname = 'sanctmatch'
		UNION ALL SELECT unnest(ARRAY['app.payment', 'app.transfer', 'app.account', 'app.party'])) t (t)));
	my $rows = join "\n", map { $self->ask($self->{superuser}, $database, "SELECT '$_', count(*), md5(string_agg(r::text, E'\\n' ORDER BY r::text)) FROM $_ r") } split / /, $tables;

	return "$rows\n" . $self->ask($self->{superuser}, $database, q(
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
	my ($self, $got, $expected, $what) = @_;
	my %count;

	$count{$_}++ for split /\n/, $got;
	$count{$_}-- for split /\n/, $expected;
	is(join("\n", map { ($count{$_} > 0 ? '+' : '-') . $_ } grep { $count{$_} } sort keys %count), '', $what);
	return;
}

# A restored database is as the other one, and goes on: guards hold, an import brings what it would have brought
sub is_whole
{
	my ($self, $database, $expected, $what) = @_;

	$self->is_same($self->state($database), $expected, "$what: all is equal");
	$self->complains('keeper', $database, q(INSERT INTO app.account VALUES (3, 'Choi Myung-hyun')), qr/matches an entry/, "$what: a listed name");
	is($self->ask('keeper', $database, q(
		BEGIN;
		UPDATE app.party SET name = 'Newest ' || name WHERE id::int % 7 = 0;
		SELECT r.added, r.changed, r.delisted FROM sanctions.sanct_import_table('app.party', 'own', aliases_column => 'aka', fact_columns => '{born}') AS r;
		INSERT INTO app.party VALUES ('new', 'Sim Kwang Sok');
		SELECT r.added, r.changed, r.delisted FROM sanctions.sanct_import_table('app.party', 'own', aliases_column => 'aka', fact_columns => '{born}') AS r;
		SELECT list_uid FROM sanctions.sanct_screen('Shim Gwang-seok') WHERE list = 'own';
		ROLLBACK;)), "0|39|0\n1|0|0\nnew", "$what: imports go on");
	return;
}

1;
