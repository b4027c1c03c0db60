# Who may import: nobody but the owner of the database and whom he lets, where he is no superuser and the extension trusted
use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $data = "$ENV{PG_ABS_SRCDIR}/test/data";
my $node = PostgreSQL::Test::Cluster->new('rights');
$node->init;
$node->start;
$node->safe_psql('postgres', "CREATE ROLE $_ LOGIN") for 'keeper', 'loader', 'customer';
$node->safe_psql('postgres', q(CREATE DATABASE bank OWNER keeper TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'));

sub as
{
	my ($user, $sql) = @_;

	return $node->safe_psql('bank', $sql, extra_params => [ '-U', $user ]);
}

sub refuses
{
	my ($user, $sql, $message, $what) = @_;
	my ($status, $out, $err) = $node->psql('bank', $sql, extra_params => [ '-U', $user ]);

	isnt($status, 0, "$what is refused");
	like($err, $message, "$what: why");
	return;
}

as('keeper', 'CREATE EXTENSION sanctmatch');
my @imports = split /\n/, as('keeper', q(SELECT proname FROM pg_proc WHERE proname LIKE 'sanct\_import\_%' ORDER BY 1));
my @tables = qw(sanct_list sanct_release sanct_entry sanct_name sanct_identifier sanct_past_entry sanct_past_name sanct_past_identifier sanct_link);
cmp_ok(scalar @imports, '>=', 11, 'there are imports');
my $csv = qq(SELECT r.added FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\\n1,Person,Choe Myong Hyon\\n%s', 'UTF8'), list => 'mine') AS r);

# PUBLIC screens, and no more
is(as('keeper', sprintf($csv, '')), '1', 'the owner of the database imports');
is(as('customer', q(SELECT list_uid FROM sanct_screen('Choi Myung-hyun'))), '1', 'anybody screens');
is(as('customer', q(CREATE TEMP TABLE c AS SELECT 1 AS id, 'Choi Myung-hyun'::text AS name; SELECT list_uid FROM sanct_screen_table('c', 'id', 'name'))), '1', 'a table as well');
for my $import (@imports)
{
	my $arguments = $import eq 'sanct_import_table' ? q('pg_class', 'x', 'oid', 'relname') : '';

	refuses('customer', "SELECT FROM $import($arguments)", qr/permission denied for function $import/, "$import by anybody");
}
refuses('customer', "SELECT FROM $_", qr/permission denied for table $_/, "a look at $_ by anybody") for @tables;
refuses('customer', "DELETE FROM $_", qr/permission denied for table $_/, "a change of $_ by anybody") for @tables;
refuses('customer', 'GRANT SELECT ON sanct_name TO customer', qr/permission denied for table sanct_name/, 'a grant to himself');

# nobody writes the tables, not even the owner of the database, but for the rows of a restore
for my $table (@tables)
{
	refuses('keeper', "DELETE FROM $table", qr/permission denied for table $table/, "a change of $table by the owner");
	refuses('keeper', "TRUNCATE $table", qr/permission denied for table $table/, "emptying $table by the owner");
	as('keeper', "GRANT INSERT, UPDATE, DELETE ON $table TO loader");
	is(as('keeper', "SELECT has_any_column_privilege('loader', '$table', 'INSERT, UPDATE') OR has_table_privilege('loader', '$table', 'DELETE')"),
		'f', "the owner has no right to write $table to give away");
}
refuses('keeper', "UPDATE sanct_entry SET delisted_in = 1", qr/permission denied for table sanct_entry/, 'delisting by the owner');
my @internal = split /\n/, as('keeper', q(SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
	WHERE p.proname LIKE 'sanct\_%' AND l.lanname = 'sql' AND obj_description(p.oid, 'pg_proc') LIKE 'internal: %' ORDER BY 1));
cmp_ok(scalar @internal, '>=', 13, 'there are internal functions');
is(as('keeper', "SELECT has_function_privilege('$_', 'EXECUTE')"), 'f', "the owner does not call $_") for @internal;

# the owner lets others: the function is enough
my @grants = map { "EXECUTE ON FUNCTION $_" } @imports;
refuses('loader', sprintf($csv, '2,Person,A\\n'), qr/permission denied for function sanct_import_opensanctions_csv/, 'an import without rights on the function');
as('keeper', "GRANT $_ TO loader") for @grants;
is(as('loader', sprintf($csv, '2,Person,A\\n')), '1', 'whom the owner lets, imports');
is(as('keeper', 'SELECT imported_by, imported_actor FROM sanct_release ORDER BY id DESC LIMIT 1'), 'loader|', 'the release says who imported');
refuses('loader', "SELECT FROM $_", qr/permission denied for table $_/, "a look at $_ by who only imports") for @tables;

# who imported is who logged in, and the person whom the application names
as('loader', "SET sanctmatch.actor = 'j.doe'; " . sprintf($csv, '2,Person,B\\n'));
is(as('keeper', 'SELECT imported_by, imported_actor FROM sanct_release ORDER BY id DESC LIMIT 1'), 'loader|j.doe', 'the release names the person');
$node->safe_psql('postgres', 'CREATE ROLE office; GRANT office TO loader');
as('keeper', "GRANT EXECUTE ON FUNCTION $_ TO office") for @imports;
as('loader', 'SET ROLE office; ' . sprintf($csv, '2,Person,C\\n'));
is(as('keeper', 'SELECT imported_by FROM sanct_release ORDER BY id DESC LIMIT 1'), 'loader', 'SET ROLE hides nobody');
refuses('loader', 'DROP EXTENSION sanctmatch', qr/must be owner of extension/, 'more than an import');

# a table is read by the rights of him who imports
as('keeper', q(CREATE TABLE secret AS SELECT 1 AS id, 'Kim Jong Un'::text AS name));
refuses('loader', q(SELECT FROM sanct_import_table('secret', 'internal')), qr/permission denied for table secret/, 'an import of what he may not read');
as('keeper', 'CREATE VIEW shown AS SELECT id, name FROM secret; GRANT SELECT ON shown TO loader');
is(as('loader', q(SELECT r.added FROM sanct_import_table('shown', 'internal') AS r)), '1', 'an import of a view on it');

# from a client, as a large object
my @sanctload = ("$ENV{PG_ABS_SRCDIR}/bin/sanctload", '-q', '-d', $node->connstr('bank'));
$node->command_ok([ @sanctload, '-U', 'loader', "$data/un.xml" ], 'sanctload by whom the owner lets');
$node->command_ok([ @sanctload, '-U', 'keeper', "$data/eu.xml" ], 'sanctload by the owner');
$node->command_fails_like([ @sanctload, '-U', 'customer', "$data/uk.xml" ], qr/permission denied for function sanct_import_uk_xml/, 'sanctload by anybody');

# and takes it back
as('keeper', "REVOKE $_ FROM loader, office") for @grants;
refuses('loader', sprintf($csv, ''), qr/permission denied for function/, 'an import after the owner took it back');
refuses('loader', 'SELECT FROM sanct_name', qr/permission denied for table sanct_name/, 'a look after the owner took it back');

$node->stop;
done_testing();
