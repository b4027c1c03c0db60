# The roles of docs/roles.sql: each does the whole of its work with just these rights, and has no others
use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('roles');
$node->init;
$node->start;
$node->safe_psql('postgres', 'CREATE ROLE keeper LOGIN CREATEROLE');
$node->safe_psql('postgres', "CREATE ROLE $_ LOGIN") for qw(lena sven olga oscar anna web);
$node->safe_psql('postgres', q(CREATE DATABASE bank OWNER keeper TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'));

sub as
{
	my ($user, $sql) = @_;

	return $node->safe_psql('bank', "SET search_path = sanctions, public; $sql", extra_params => [ '-U', $user ]);
}

sub refuses
{
	my ($user, $sql, $message, $what) = @_;
	my ($status, $out, $err) = $node->psql('bank', "SET search_path = sanctions, public; $sql", extra_params => [ '-U', $user ]);

	isnt($status, 0, "$what is refused");
	like($err, $message, "$what: why");
	return;
}

as('keeper', 'CREATE SCHEMA sanctions; CREATE EXTENSION sanctmatch SCHEMA sanctions; REVOKE CREATE ON SCHEMA public FROM PUBLIC');
# whoever may create there has functions of the same names, which are in nobody's way
as('keeper', 'GRANT USAGE, CREATE ON SCHEMA sanctions TO web');
as('web', "CREATE FUNCTION sanctions.$_(int) RETURNS int LANGUAGE sql AS 'SELECT 1'") for qw(sanct_decide sanct_clear);
as('web', q(CREATE PROCEDURE sanctions.sanct_decide() LANGUAGE sql AS 'SELECT 1'));
# twice: it may be run again; the second time one role has another name
my @script = ('psql', '-X', '-q', '-U', 'keeper', '-d', $node->connstr('bank'), '-f', "$ENV{PG_ABS_SRCDIR}/docs/roles.sql");
$node->command_fails_like([ @script, '-v', 'schema=public' ], qr/not in the schema that -v schema tells.*\n.*HINT: +Leave schema out/, 'another schema is told');
$node->command_fails_like([ map { $_ eq $node->connstr('bank') ? $node->connstr('postgres') : $_ } @script ],
	qr/extension sanctmatch is not in this database.*\n.*HINT: +CREATE EXTENSION/, 'so is a database without the extension');
is($node->safe_psql('postgres', q(SELECT count(*) FROM pg_roles WHERE rolname LIKE 'sanct\_%')), 0, 'and nothing is made there');
$node->command_ok([ @script, '-v', 'schema=sanctions' ], 'the script runs as the owner of the database');
$node->command_ok([ @script, '-v', 'officer=Night Officer' ], 'and again, with a name of one\'s own');
$node->safe_psql('postgres', q(GRANT sanct_loader TO lena; GRANT sanct_screener TO sven; GRANT sanct_officer TO olga; GRANT "Night Officer" TO oscar;
	GRANT sanct_analyst TO anna; GRANT sanct_application TO web));

as('web', 'DROP FUNCTION sanctions.sanct_decide(int), sanctions.sanct_clear(int); DROP PROCEDURE sanctions.sanct_decide()');
as('keeper', 'REVOKE ALL ON SCHEMA sanctions FROM web');

# just these, and what PUBLIC has
my %functions = (
	sanct_loader => [ 'sanct_note_failure', grep { /^sanct_import_/ } split /\n/, as('keeper', q(SELECT proname FROM pg_proc WHERE proname LIKE 'sanct\_import\_%')) ],
	sanct_screener => [qw(sanct_run sanct_run_new)],
	sanct_officer => [qw(sanct_assign sanct_clear sanct_decide sanct_decide_case sanct_evidence sanct_release_quarantined sanct_revoke_clearance)],
	'Night Officer' => [qw(sanct_assign sanct_clear sanct_decide sanct_decide_case sanct_evidence sanct_release_quarantined sanct_revoke_clearance)],
	sanct_analyst => [],
	sanct_application => []);
my $member = q(EXISTS (SELECT FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid WHERE d.objid = o.oid AND d.deptype = 'e' AND e.extname = 'sanctmatch'));
my @relations = split /\n/, as('keeper', "SELECT relname FROM pg_class o WHERE relkind IN ('r', 'v', 'S') AND $member ORDER BY 1");
cmp_ok(scalar @relations, '>', 20, 'there are tables, views and sequences');
for my $role (sort keys %functions)
{
	my $may = as('keeper', qq(SELECT string_agg(proname, ' ' ORDER BY proname COLLATE "C") FROM pg_proc o WHERE $member
		AND has_function_privilege('$role', oid, 'EXECUTE') AND NOT has_function_privilege('public', oid, 'EXECUTE')));
	is($may, join(' ', sort @{ $functions{$role} }), "$role executes just its functions");
	my $tables = as('keeper', qq(SELECT count(*) FILTER (WHERE has_table_privilege('$role', oid, 'SELECT')), count(*) FILTER (WHERE has_table_privilege('$role', oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER'))
		FROM pg_class o WHERE relkind IN ('r', 'v') AND $member));
	is($tables, ($role eq 'sanct_analyst' ? 28 : 0) . '|0', "$role reads and writes just its tables");
	is(as('keeper', qq(SELECT count(*) FROM pg_class o WHERE CASE WHEN relkind = 'S' AND $member THEN has_sequence_privilege('$role', oid, 'USAGE, SELECT, UPDATE') END)), '0', "$role uses no sequence");
	is(as('keeper', qq(SELECT has_schema_privilege('$role', 'sanctions', 'CREATE') OR rolsuper OR rolcreaterole OR rolcreatedb OR rolcanlogin FROM pg_roles WHERE rolname = '$role')), 'f', "$role creates nothing and does not log in");
}

# the loader imports
my $csv = q(SELECT r.added FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n1,Person,Choe Myong Hyon\n2,Person,KANG Chol Hak\n%s', 'UTF8'), list => '%s') AS r);
is(as('lena', sprintf($csv, '', 'own')), '2', 'the loader imports');
is(as('lena', sprintf($csv, '3,Person,PAK Nam Chol\n', 'own')), '1', 'and imports again');
refuses('lena', 'SELECT FROM sanct_entry', qr/permission denied for table sanct_entry/, 'a look at the list by the loader');
refuses('lena', q(UPDATE sanct_entry SET delisted_in = 1), qr/permission denied for table sanct_entry/, 'delisting by the loader');
refuses('lena', q(SELECT sanct_decide(1, 'no match', 'x')), qr/permission denied for function sanct_decide/, 'a decision by the loader');
refuses('olga', sprintf($csv, '', 'mine'), qr/permission denied for function sanct_import_opensanctions_csv/, 'an import by the officer');

# the screener runs what it may read, and sees nothing of what it raises
as('keeper', q(CREATE TABLE public.book (id int PRIMARY KEY, name text); INSERT INTO public.book VALUES (1, 'Kang Chol-hak')));
refuses('sven', q(SELECT FROM sanct_run('book', 'id', 'name')), qr/permission denied for table book/, 'a run over a table that it may not read');
as('keeper', 'GRANT SELECT ON public.book TO sven');
is(as('sven', q(SELECT raised FROM sanct_run('book', 'id', 'name'))), '1', 'the screener raises an alert');
refuses('sven', 'SELECT FROM sanct_alert', qr/permission denied for table sanct_alert/, 'a look at alerts by the screener');
refuses('olga', q(SELECT FROM sanct_run('book', 'id', 'name')), qr/permission denied for function sanct_run/, 'a run by the officer');

# the owner guards his tables; the application writes them, and screens
as('keeper', q(CREATE TABLE public.payment (id int PRIMARY KEY, payee text, held boolean NOT NULL DEFAULT false);
	CREATE TABLE public.kept (id int PRIMARY KEY, payee text);
	CREATE TABLE public.blocked (id int PRIMARY KEY, payee text);
	SELECT FROM sanct_guard_attach('payment', 'payee', 'hold', '{mark=held,four_eyes=on}');
	SELECT FROM sanct_guard_attach('kept', 'payee', 'quarantine');
	SELECT FROM sanct_guard_attach('blocked', 'payee');
	GRANT SELECT, INSERT, UPDATE ON payment, kept, blocked TO web;
	GRANT INSERT ON kept TO olga;
	SELECT sanct_declare_pool('web')));
is(as('web', q(SELECT list_uid FROM sanct_screen('Choi Myung-hyun'))), '1', 'the application screens a name');
is(as('web', q(INSERT INTO payment VALUES (1, 'Emily Rodgers'), (2, 'KANG Chol Hak'); SELECT string_agg(id || '=' || held, ' ' ORDER BY id) FROM payment)),
	'1=false 2=true', 'and writes, and is told what is held');
as('web', q(SET sanctmatch.actor = 'wendy'; INSERT INTO payment VALUES (3, 'KANG Chol Hak'); INSERT INTO kept VALUES (1, 'KANG Chol Hak'), (2, 'PAK Nam Chol')));
# the setting is known before the module is loaded, and gone after the transaction
as('web', q(BEGIN; SET LOCAL sanctmatch.actor = 'walter'; INSERT INTO payment VALUES (4, 'PAK Nam Chol'); COMMIT; INSERT INTO payment VALUES (5, 'PAK Nam Chol')));
is(as('web', q(SELECT list_uid FROM sanct_screen_table('payment', 'id', 'payee') ORDER BY id)), "2\n2\n3\n3", 'and screens a table');
refuses('web', q(INSERT INTO blocked VALUES (1, 'KANG Chol Hak')), qr/matches an entry of a sanctions list/, 'a listed name');
refuses('web', 'SELECT FROM sanct_alert', qr/permission denied for table sanct_alert/, 'a look at alerts by the application');
refuses('web', q(UPDATE sanct_alert SET status = 'cleared'), qr/permission denied for table sanct_alert/, 'clearing by the application');
refuses('web', q(INSERT INTO sanct_decision (alert_id, verdict, reason, decided_by) VALUES (1, 'no match', 'x', 'boss')),
	qr/permission denied for table sanct_decision/, 'a forged decision by the application');
refuses('web', q(INSERT INTO sanct_clearance DEFAULT VALUES), qr/permission denied for table sanct_clearance/, 'a forged clearance by the application');
refuses('web', q(SELECT sanct_clear('payment', '{"id": 4}', 'KANG Chol Hak', 2, 'x')), qr/permission denied for function sanct_clear/, 'a clearance by the application');
refuses('web', q(SELECT sanct_forget_pool('web')), qr/permission denied for function sanct_forget_pool/, 'a word about itself by the application');
refuses('web', q(SELECT sanct_guard_detach('payment')), qr/permission denied for function sanct_guard_detach/, 'detaching by the application');

# the analyst reads
my $alerts = q(SELECT id FROM sanct_alert WHERE subject_key ->> 'id' = '%s' AND subject = 'public.%s');
my $held = as('anna', sprintf($alerts, 3, 'payment'));
my $nobodys = as('anna', sprintf($alerts, 2, 'payment'));
my $kept = as('anna', sprintf($alerts, 1, 'kept'));
my $match = as('anna', sprintf($alerts, 2, 'kept'));
my $entry = as('anna', q(SELECT id FROM sanct_entry WHERE list_uid = '2'));
is(as('anna', "SELECT raised_by, raised_actor FROM sanct_alert WHERE id = $held"), 'web|wendy', 'the analyst reads who wrote what');
is(as('anna', q(SELECT raised_actor IS NULL FROM sanct_alert WHERE subject_key ->> 'id' IN ('4', '5') ORDER BY id)), "f\nt", 'for one transaction');
like(as('anna', "SELECT count(*) FROM $_"), qr/^\d+$/, "the analyst reads $_") for grep { !/_seq$|^sanct_state$/ } @relations;
refuses('anna', "SELECT sanct_decide($held, 'no match', 'x')", qr/permission denied for function sanct_decide/, 'a decision by the analyst');
refuses('anna', q(DELETE FROM sanct_alert), qr/permission denied for table sanct_alert/, 'deleting by the analyst');
refuses('anna', q(SELECT FROM payment), qr/permission denied for table payment/, 'a look at payments by the analyst');

# the officer decides, clears, takes back, releases
refuses('olga', "SELECT sanct_decide($nobodys, 'no match', 'x')", qr/the pool "web" did not name the person/, 'a decision of what nobody wrote');
as('olga', "SELECT sanct_decide($held, 'comment', 'asked for the passport'); SELECT sanct_decide($held, 'no match', 'somebody else', now() + interval '1 year')");
is(as('web', 'SELECT held FROM payment WHERE id = 3'), 'f', 'the officer lifts a mark without a right on the table');
as('oscar', "SELECT sanct_decide($held, 'reopen', 'the passport was false', actor => 'Oscar')");
is(as('web', 'SELECT held FROM payment WHERE id = 3'), 't', 'and sets it again');
refuses('olga', q(UPDATE payment SET held = false), qr/permission denied for table payment/, 'an UPDATE of the mark by the officer');
refuses('olga', 'SELECT FROM sanct_alert', qr/permission denied for table sanct_alert/, 'a look at alerts by an officer who is no analyst');
my $clearance = as('olga', qq(SELECT sanct_clear('blocked', '{"id": 1}', 'KANG Chol Hak', $entry, 'born 1990')));
is(as('web', q(INSERT INTO blocked VALUES (1, 'KANG Chol Hak') RETURNING id)), '1', 'what is cleared is written');
as('olga', "SELECT sanct_revoke_clearance($clearance, 'not so')");
refuses('web', q(UPDATE blocked SET payee = 'x'; UPDATE blocked SET payee = 'KANG Chol Hak'), qr/matches an entry of a sanctions list/, 'what is not cleared any more');
as('olga', "SELECT sanct_decide($kept, 'no match', 'somebody else'); SELECT sanct_decide($match, 'match', 'it is him')");
my $stored = q(SELECT id FROM sanct_quarantine WHERE subject_key ->> 'id' = '%s');
refuses('oscar', 'SELECT sanct_release_quarantined(' . as('anna', sprintf($stored, 1)) . ')', qr/permission denied for table kept/, 'a release into a table that is not the officer\'s');
as('olga', 'SELECT sanct_release_quarantined(' . as('anna', sprintf($stored, 1)) . ')');
is(as('web', 'SELECT id FROM kept'), '1', 'the officer releases a row');
refuses('olga', 'SELECT sanct_release_quarantined(' . as('anna', sprintf($stored, 2)) . ')', qr/It has been rejected/, 'a release of a match');
is(as('anna', q(SELECT string_agg(decided_by || ' ' || verdict || coalesce(' ' || decided_actor, ''), ', ' ORDER BY id) FROM sanct_decision)),
	'olga comment, olga no match, oscar reopen Oscar, olga no match, olga match', 'all of it is in the trail');

# a list that is shown to some alone: so are its alerts, decisions and clearances
as('lena', q(SELECT FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n1,Person,O Yong Ho\n', 'UTF8'), list => 'suspects')));
as('web', q(SET sanctmatch.actor = 'wendy'; INSERT INTO payment VALUES (7, 'O Yong Ho'), (8, 'O Yong Ho')));
my $suspect = as('anna', sprintf($alerts, 7, 'payment'));
my $other = as('anna', sprintf($alerts, 8, 'payment'));
as('olga', "SELECT sanct_decide($suspect, 'no match', 'somebody else')");
my $count = q(SELECT (SELECT count(*) FROM sanct_alert), (SELECT count(*) FROM sanct_decision), (SELECT count(*) FROM sanct_clearance));
my ($seen_alerts, $seen_decisions, $seen_clearances) = split /\|/, as('anna', $count);
as('keeper', q(SELECT sanct_restrict_list('suspects', '{oscar}')));
$node->safe_psql('postgres', 'GRANT sanct_analyst TO oscar');
is(as('anna', $count), join('|', $seen_alerts - 2, $seen_decisions - 1, $seen_clearances - 1), 'the analyst sees the other lists\' alone');
is(as('oscar', $count), join('|', $seen_alerts, $seen_decisions, $seen_clearances), 'who may read the list sees all');
refuses('olga', "SELECT sanct_decide($other, 'no match', 'x')", qr/alert $other does not exist/, 'a decision on a list that is not shown to the officer');
refuses('olga', q(SELECT sanct_clear('blocked', '{"id": 9}', 'O Yong Ho', entry_id, 'x') FROM (VALUES (4::bigint), (5::bigint)) v (entry_id)), qr/entry \d does not exist/, 'a clearance of its entries');
as('oscar', "SELECT sanct_decide($other, 'match', 'it is him')");
is(as('web', 'SELECT held FROM payment WHERE id = 7'), 'f', 'it guards for everybody');
as('keeper', q(SELECT sanct_restrict_list('suspects', NULL)));
is(as('anna', 'SELECT count(*) FROM sanct_alert'), $seen_alerts, 'and is shown again');

# nor does the owner of the database change the trail, or give away the right to
for my $table (qw(sanct_alert sanct_decision sanct_clearance sanct_quarantine sanct_pool))
{
	refuses('keeper', "$_ $table", qr/permission denied for table $table/, "$_ $table by the owner") for 'DELETE FROM', 'TRUNCATE';
	refuses('keeper', "UPDATE $table SET id = id", qr/permission denied for table $table/, "UPDATE of $table by the owner");
	as('keeper', "GRANT INSERT, UPDATE, DELETE ON $table TO web");
	is(as('keeper', "SELECT has_any_column_privilege('web', '$table', 'INSERT, UPDATE') OR has_table_privilege('web', '$table', 'DELETE')"),
		'f', "the owner has no right to write $table to give away");
}

$node->stop;
done_testing();
