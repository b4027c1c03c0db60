# An extension of the version before, with lists, alerts, guards, grants, indexes and views, is updated: its catalogue is that
# of a fresh one, nothing is lost, and an object of the user's that is in the way is named before anything has changed
use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $data = "$ENV{PG_ABS_SRCDIR}/test/data";
my $tmp = $PostgreSQL::Test::Utils::tmp_check;
my $node = PostgreSQL::Test::Cluster->new('update');
$node->init;
$node->start;
$node->safe_psql('postgres', "CREATE ROLE $_ LOGIN") for qw(keeper loader officer teller stranger mallory);
$node->safe_psql('postgres', "CREATE DATABASE $_ OWNER keeper TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'") for qw(old fresh);

sub as
{
	my ($user, $database, $sql) = @_;

	return $node->safe_psql($database, $sql, extra_params => [ '-U', $user ]);
}

sub refuses
{
	my ($user, $sql, $message, $what) = @_;
	my ($status, $out, $err) = $node->psql('old', $sql, extra_params => [ '-U', $user ]);

	isnt($status, 0, "$what is refused");
	like($err, $message, "$what: why");
	return;
}

# both in a schema of their own, by an owner of the database who is no superuser
for my $version ([ 'old', '0.1.0' ], [ 'fresh', '0.2.0' ])
{
	as('keeper', $version->[0], "CREATE SCHEMA \"Our Lists\"; CREATE EXTENSION sanctmatch SCHEMA \"Our Lists\" VERSION '$version->[1]'");
	$node->safe_psql('postgres', "ALTER DATABASE $version->[0] SET search_path = \"Our Lists\", public");
	as('keeper', $version->[0], 'GRANT USAGE ON SCHEMA "Our Lists" TO PUBLIC; GRANT CREATE ON SCHEMA public TO keeper');
}

# lists with a history, imported by the fresh one and put into the old one row by row
for my $release ([ 'CHOE', '2024-03-15' ], [ 'CHOI', '2024-03-16' ])
{
	$node->safe_psql('fresh', qq(SELECT FROM sanct_import_ofac_csv(
		sdn => convert_to(replace(convert_from(pg_read_binary_file('$data/ofac_sdn.csv'), 'UTF8'), 'CHOE', '$release->[0]'), 'UTF8'),
		alt => pg_read_binary_file('$data/ofac_alt.csv'), addresses => pg_read_binary_file('$data/ofac_add.csv'), published => '$release->[1]')));
}
my @lists = qw(sanct_list sanct_release sanct_entry sanct_name sanct_identifier sanct_past_entry sanct_past_name sanct_past_identifier);
my %columns;
for my $table (@lists, qw(sanct_alert sanct_decision sanct_clearance sanct_quarantine))
{
	$columns{$table} = $node->safe_psql('old', "SELECT string_agg(quote_ident(attname), ', ' ORDER BY attname) FROM pg_attribute WHERE attrelid = '$table'::regclass AND attnum > 0");
}
for my $table (@lists)
{
	$node->safe_psql('fresh', "COPY (SELECT $columns{$table} FROM $table) TO '$tmp/$table'");
	$node->safe_psql('old', "COPY $table ($columns{$table}) FROM '$tmp/$table'");
}

# the trail, guards, an index, grants as they were made then
$node->safe_psql('old', q(
	INSERT INTO sanct_quarantine (id, subject, operation, subject_key, content, quarantined_by) VALUES (1, 'public.payment', 'INSERT', '{"id": "9"}', '{"id": "9"}', 'teller');
	INSERT INTO sanct_alert (id, subject, subject_key, subject_name, subject_facts, entry_id, release_id, list, list_uid, primary_name, matched_name, similarity,
			weight, tier, explanation, algorithm, action, guard, four_eyes, status, raised_by)
		SELECT n, 'public.payment', jsonb_build_object('id', n::text), 'Choi Myung-hyun', '{}', e.id, e.changed_in, 'ofac-sdn', e.list_uid, e.primary_name, e.primary_name,
			1, 20, 'same', '[]', 1, 'hold', 'sanct_guard', n = 1, CASE n WHEN 2 THEN 'cleared' ELSE 'open' END, 'teller'
		FROM sanct_entry e, generate_series(1, 2) n WHERE e.list_uid = '27209';
	INSERT INTO sanct_decision (alert_id, verdict, reason, decided_by) VALUES (2, 'no match', 'born 1990', 'officer');
	INSERT INTO sanct_clearance (alert_id, subject, subject_key, subject_name, subject_facts, entry_id, entry_version, reason, approved_by)
		SELECT id, subject, subject_key, subject_name, subject_facts, entry_id, release_id, 'born 1990', 'officer' FROM sanct_alert WHERE id = 2;
	SELECT setval('sanct_alert_id_seq', 2), setval('sanct_list_id_seq', 10), setval('sanct_release_id_seq', 10), setval('sanct_entry_id_seq', 10000),
		setval('sanct_name_id_seq', 10000), setval('sanct_identifier_id_seq', 10000), setval('sanct_quarantine_id_seq', 10);
));
as('keeper', 'old', q(
	CREATE TABLE public.payment (id bigint PRIMARY KEY, payee text);
	INSERT INTO public.payment VALUES (1, 'Choi Myung-hyun'), (2, 'Choi Myung-hyun'), (3, 'Emily Rodgers');
	CREATE INDEX payment_payee_idx ON public.payment USING gist (payee sanct_gist_ops);
	CREATE CONSTRAINT TRIGGER sanct_guard AFTER INSERT OR UPDATE ON public.payment FOR EACH ROW EXECUTE FUNCTION sanct_guard('payee', 'action=hold');
	ALTER TABLE public.payment ENABLE ALWAYS TRIGGER sanct_guard;
	GRANT SELECT, INSERT, UPDATE ON public.payment TO teller;
	GRANT EXECUTE ON FUNCTION sanct_import_un_xml TO loader;
	GRANT SELECT, INSERT, UPDATE, DELETE ON sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier TO loader;
	GRANT EXECUTE ON FUNCTION sanct_decide, sanct_clear TO officer WITH GRANT OPTION;
	GRANT SELECT, UPDATE ON sanct_alert TO officer;
	GRANT SELECT ON sanct_entry_history TO officer;
	CREATE VIEW public.open_alert AS SELECT id, subject_key FROM sanct_alert WHERE status = 'open';
	CREATE VIEW public.hit AS SELECT s.list_uid FROM sanct_screen('Choi Myung-hyun') s;
));
$node->safe_psql('old', 'REVOKE EXECUTE ON FUNCTION sanct_screen FROM PUBLIC; GRANT EXECUTE ON FUNCTION sanct_screen TO teller');
as('keeper', 'old', 'GRANT SELECT (entry_id) ON sanct_name_history TO teller; GRANT UPDATE (status) ON sanct_alert TO teller');

# Somebody else who may create in the schema has objects of the same names there. What is granted on them is not granted on the
# extension's own, and they are in nobody's way.
as('keeper', 'old', 'GRANT USAGE, CREATE ON SCHEMA "Our Lists" TO mallory');
as('mallory', 'old', q(
	CREATE PROCEDURE "Our Lists".sanct_decide(int) LANGUAGE sql AS 'SELECT 1';
	CREATE FUNCTION "Our Lists".sanct_clear(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
	CREATE FUNCTION "Our Lists".sanct_screen(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
	CREATE AGGREGATE "Our Lists".sanct_changes(int) (SFUNC = int4pl, STYPE = int);
	CREATE FUNCTION "Our Lists".sanct_fingerprint(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
	CREATE FUNCTION "Our Lists".sanct_status(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
	CREATE FUNCTION "Our Lists".sanct_import_table(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
	GRANT EXECUTE ON PROCEDURE "Our Lists".sanct_decide(int) TO mallory WITH GRANT OPTION;
	GRANT EXECUTE ON FUNCTION "Our Lists".sanct_clear(int), "Our Lists".sanct_screen(int), "Our Lists".sanct_changes(int) TO mallory WITH GRANT OPTION;
));
my %rows;
for my $table (keys %columns)
{
	$rows{$table} = $node->safe_psql('old', "SELECT count(*), md5(string_agg(r::text, E'\\n' ORDER BY r::text COLLATE \"C\")) FROM (SELECT $columns{$table} FROM $table) r");
}

# the module is new, the objects are not yet: nothing passes meanwhile
refuses('teller', "INSERT INTO public.payment VALUES (4, 'Emily Rodgers')", qr/ALTER EXTENSION sanctmatch UPDATE/, 'a guarded row before the update');
refuses('teller', "SELECT FROM sanct_screen('Choi Myung-hyun')", qr/ALTER EXTENSION sanctmatch UPDATE/, 'screening before the update');
refuses('loader', "SELECT FROM sanct_import_un_xml('')", qr/ALTER EXTENSION sanctmatch UPDATE|document/, 'an import before the update');

# what is in the way is named, and nothing has changed
refuses('keeper', 'ALTER EXTENSION sanctmatch UPDATE', qr/view (public\.)?hit rests on function.*run: DROP VIEW public\.hit; ALTER EXTENSION sanctmatch UPDATE;/s, 'an update with a view over sanct_screen');
is($node->safe_psql('old', q(SELECT extversion FROM pg_extension WHERE extname = 'sanctmatch')), '0.1.0', 'the version is that before');
is($node->safe_psql('old', q(SELECT count(*) FROM pg_constraint WHERE conname = 'sanct_name_entry_id_fkey')), '1', 'and the objects are');
as('keeper', 'old', 'DROP VIEW public.hit');
refuses('keeper', 'ALTER EXTENSION sanctmatch UPDATE', qr/As keeper run: REVOKE UPDATE \(status\) ON sanct_alert FROM teller;/, 'an update with a right to write a column');
as('keeper', 'old', 'REVOKE UPDATE (status) ON sanct_alert FROM teller');
as('keeper', 'old', 'ALTER EXTENSION sanctmatch UPDATE');
is($node->safe_psql('old', q(SELECT extversion FROM pg_extension WHERE extname = 'sanctmatch')), '0.2.0', 'updated');

# rows and views stay; what they did not have before is filled in, and what an alert called release_id has the name of the clearances
$columns{sanct_alert} =~ s/\brelease_id\b/entry_version/;
for my $table (sort keys %columns)
{
	is($node->safe_psql('old', "SELECT count(*), md5(string_agg(r::text, E'\\n' ORDER BY r::text COLLATE \"C\")) FROM (SELECT $columns{$table} FROM $table) r"),
		$rows{$table}, "$table has its rows");
}
is(as('keeper', 'old', 'SELECT id FROM public.open_alert'), '1', 'a view of the trail goes on');
is($node->safe_psql('old', q(SELECT count(*) FROM sanct_alert WHERE written_by = 'teller' AND kind = 'match' AND length(fingerprint) = 32)), '2', 'alerts know who wrote');
is($node->safe_psql('old', q(SELECT list, list_uid, length(fingerprint) FROM sanct_clearance)), 'ofac-sdn|27209|32', 'a clearance knows its list');

# grants: who might screen and decide still may, who wrote tables no longer
is(as('teller', 'old', q(SELECT list_uid FROM sanct_screen('Choi Myung-hyun'))), '27209', 'whom screening was granted, screens');
refuses('stranger', q(SELECT FROM sanct_screen('Choi Myung-hyun')), qr/permission denied for function sanct_screen/, 'screening by whom it was taken from');
refuses('loader', 'DELETE FROM sanct_name', qr/permission denied for table sanct_name/, 'a change of the lists by hand');
refuses('officer', q(UPDATE sanct_alert SET status = 'cleared'), qr/permission denied for table sanct_alert/, 'a change of an alert by hand');
is(as('officer', 'old', 'SELECT count(*) > 0 FROM sanct_entry_history'), 't', 'whom the history was granted, reads it');
as('officer', 'old', q(SELECT sanct_decide(1, 'no match', 'born 1991')));
is(as('keeper', 'old', 'SELECT status FROM sanct_alert WHERE id = 1'), 'cleared', 'whom decisions were granted, decides');
is(as('officer', 'old', q(SELECT has_function_privilege('sanct_clear(regclass, jsonb, text, bigint, text, timestamptz, jsonb, text, text)', 'EXECUTE WITH GRANT OPTION'))), 't', 'and grants');

for my $function (qw(sanct_decide sanct_clear sanct_release_quarantined sanct_screen))
{
	is($node->safe_psql('old', "SELECT count(*) FROM pg_proc p JOIN pg_depend d ON d.objid = p.oid AND d.classid = 'pg_proc'::regclass AND d.deptype = 'e'
		WHERE proname = '$function' AND has_function_privilege('mallory', p.oid, 'EXECUTE')"), '0', "who has a $function of his own may not execute the extension's");
}
is(as('teller', 'old', 'SELECT count(entry_id) > 0 FROM sanct_name_history'), 't', 'whom a column was granted, reads it');
my ($dump) = run_command([ 'pg_dump', '-s', '-d', $node->connstr('old') ]);
like($dump, $_, "a dump has what was granted: $_")
	for qr/GRANT SELECT ON TABLE "Our Lists".sanct_alert TO officer;/, qr/GRANT SELECT\(entry_id\) ON TABLE "Our Lists".sanct_name_history TO teller;/,
	qr/REVOKE ALL ON FUNCTION "Our Lists".sanct_screen\(name text.* FROM PUBLIC;/, qr/GRANT ALL ON FUNCTION "Our Lists".sanct_screen\(name text.* TO teller;/,
	qr/GRANT ALL ON FUNCTION "Our Lists".sanct_decide\(alert.* TO officer WITH GRANT OPTION;/;

# all of it works
as('teller', 'old', q(INSERT INTO public.payment VALUES (5, 'Emily Rodgers'), (6, '최명현'); UPDATE public.payment SET payee = 'Choi Myung-hyun' WHERE id = 2));
is(as('keeper', 'old', 'SELECT subject_key ->> $$id$$ FROM sanct_alert WHERE status = $$open$$'), '6', 'the guard raises what is new, and not what has been cleared');
is($node->safe_psql('old', qq(SELECT added FROM sanct_import_un_xml(pg_read_binary_file('$data/un.xml')))) > 0, 1, 'a further list is imported');
is($node->safe_psql('old', q(SELECT count(*) FROM sanct_status() WHERE severity <> 'notice' AND subject NOT LIKE 'index %')), '0', 'nothing is wrong');

# the catalogue of the updated extension is that of the fresh one
sub catalogue
{
	my ($database) = @_;
	my $acl = sub { "(SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM unnest($_[0]) a WHERE a::text !~ '^(loader|officer|teller)=')" };

	return join "\n", sort map { split /\n/ } map { $node->safe_psql($database, $_) } (
		q(SELECT 'function', p.oid::regprocedure, pg_get_function_result(p.oid), prosecdef, provolatile, proparallel, proisstrict, procost, prorows, proconfig,
			prolang, prosrc, pg_get_function_arguments(p.oid), md5(coalesce(pg_get_function_sqlbody(p.oid), '')), proowner::regrole, ) . $acl->('proacl')
			. q(, obj_description(p.oid, 'pg_proc') FROM pg_proc p JOIN pg_depend d ON d.objid = p.oid AND d.classid = 'pg_proc'::regclass AND d.deptype = 'e'
			WHERE proname <> 'sanct_screen'),
		q(SELECT 'relation', c.oid::regclass, relkind, relpersistence, relrowsecurity, reloptions, relowner::regrole, ) . $acl->('relacl')
			. q(, obj_description(c.oid, 'pg_class') FROM pg_class c JOIN pg_depend d ON d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'e'),
		q(SELECT 'column', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull, attidentity, pg_get_expr(adbin, adrelid), col_description(attrelid, attnum)
			FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum JOIN pg_class c ON c.oid = attrelid
			WHERE relname LIKE 'sanct%' AND attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'v')),
		q(SELECT 'constraint', conrelid::regclass, conname, regexp_replace(pg_get_constraintdef(oid), '\s+', ' ', 'g') FROM pg_constraint
			WHERE conrelid IN (SELECT oid FROM pg_class WHERE relname LIKE 'sanct%')),
		q(SELECT 'index', regexp_replace(pg_get_indexdef(indexrelid), '\s+', ' ', 'g') FROM pg_index WHERE indrelid IN (SELECT oid FROM pg_class WHERE relname LIKE 'sanct%')),
		q(SELECT 'trigger', tgenabled, pg_get_triggerdef(oid), obj_description(oid, 'pg_trigger') FROM pg_trigger
			WHERE tgrelid IN (SELECT oid FROM pg_class WHERE relname LIKE 'sanct%') AND NOT tgisinternal),
		q(SELECT 'view', oid::regclass, md5(pg_get_viewdef(oid)) FROM pg_class WHERE relkind = 'v' AND relname LIKE 'sanct%'),
		q(SELECT 'policy', polrelid::regclass, polname, polcmd, regexp_replace(pg_get_expr(polqual, polrelid), '\s+', ' ', 'g'), obj_description(oid, 'pg_policy') FROM pg_policy),
		q(SELECT 'initial', pg_describe_object(classoid, objoid, i.objsubid), (SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM unnest(initprivs) a)
			FROM pg_init_privs i JOIN pg_depend d ON d.classid = classoid AND d.objid = objoid AND d.deptype = 'e'
			WHERE refobjid = (SELECT oid FROM pg_extension WHERE extname = 'sanctmatch')),
		q(SELECT 'dumped', unnest(extconfig)::regclass::text, unnest(extcondition) FROM pg_extension WHERE extname = 'sanctmatch'));
}
my $fresh = catalogue('fresh');
cmp_ok(scalar(split /\n/, $fresh), '>', 300, 'the catalogue is looked at');
is(catalogue('old'), $fresh, 'the updated catalogue is that of a fresh installation');

$node->stop;
done_testing();
