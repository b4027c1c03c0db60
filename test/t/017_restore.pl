# Backups: dumps of every kind, restored in every way, give the same lists, history, alerts, triggers and answers; what came back in part is told
use strict;
use warnings;

use Bank;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $tmp = $PostgreSQL::Test::Utils::tmp_check;
my $node = PostgreSQL::Test::Cluster->new('restore');
$node->init;
$node->start;

my $bank = Bank->new($node);
my $superuser = $bank->{superuser};
my $before = $bank->state('bank');
unlike($before, qr/\|[ODR]$/m, 'all triggers fire always');
like($before, qr/^sanctions\.sanct_past_name\|[1-9]/m, 'there is a history');
like($before, qr/^sanctions\.sanct_quarantine\|1\|/m, 'there is a quarantined row');
like($before, qr/^sanctions\.sanct_clearance\|1\|/m, 'there is a clearance');
is($bank->ask('keeper', 'bank', q(SELECT count(*) FROM sanctions.sanct_status() WHERE severity = 'error')), '0', 'nothing is wrong with it');

my @from = ('-U', 'keeper', '-d', $node->connstr('bank'));
$node->command_ok([ 'pg_dump', @from, '-f', "$tmp/plain.sql" ], 'dump as text');
$node->command_ok([ 'pg_dump', @from, '-Fc', '-f', "$tmp/custom" ], 'dump -Fc');
$node->command_ok([ 'pg_dump', @from, '-Fd', '-j', '2', '-f', "$tmp/directory" ], 'dump -Fd');
for my $user ('keeper', $superuser)
{
	my $who = $user eq 'keeper' ? 'the owner of the database' : 'a superuser';
	my @to = ('-U', $user, '-d', $node->connstr('again'));

	$bank->create('again');
	$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', @to, '-f', "$tmp/plain.sql" ], "psql by $who");
	$bank->is_whole('again', $before, "psql by $who");
	for my $case ([ 'custom', '-j', '1' ], [ 'custom', '-j', '2' ], [ 'custom', '-j', '4' ], [ 'custom', '-1' ], [ 'directory', '-j', '1' ], [ 'directory', '-j', '2' ], [ 'directory', '-j', '4' ])
	{
		my ($file, @how) = @$case;
		my $what = "pg_restore @how of the $file dump by $who";

		$bank->create('again');
		$node->command_ok([ 'pg_restore', '-e', @to, @how, "$tmp/$file" ], $what);
		$bank->is_whole('again', $before, $what);
	}
}

# one schema and the extension, into an empty database: the schema of the extension must be there; its rows come along
$bank->create('again');
$bank->ask('keeper', 'again', 'CREATE SCHEMA sanctions');
$node->command_ok([ 'pg_dump', @from, '-Fc', '-n', 'app', '-e', 'sanctmatch', '-f', "$tmp/app" ], 'dump of a schema with -e');
$node->command_ok([ 'pg_restore', '-e', '-U', 'keeper', '-j', '2', '-d', $node->connstr('again'), "$tmp/app" ], 'restore of a schema with -e');
$bank->is_same($bank->state('again') =~ s/^writer\|sanctions.*\n//gmr, $before =~ s/^writer\|sanctions.*\n//gmr, 'a schema with -e: all is equal');

# both schemas and the extension
$bank->create('again');
$node->command_ok([ 'pg_dump', @from, '-Fc', '-n', 'app', '-n', 'sanctions', '-e', 'sanctmatch', '-f', "$tmp/both" ], 'dump of both schemas with -e');
$node->command_ok([ 'pg_restore', '-e', '-U', 'keeper', '-j', '2', '-d', $node->connstr('again'), "$tmp/both" ], 'restore of both schemas with -e');
$bank->is_whole('again', $before, 'both schemas with -e');

# the schema of the extension without -e has its rows and not the extension, and goes into a database that has it, with no lists yet
$bank->create('again');
$bank->ask('keeper', 'again', 'CREATE SCHEMA sanctions; CREATE SCHEMA app; CREATE EXTENSION sanctmatch SCHEMA sanctions');
$node->command_ok([ 'pg_dump', @from, '-Fc', '-n', 'sanctions', '-f', "$tmp/sanctions" ], 'dump of the schema of the extension');
$node->command_ok([ 'pg_restore', '-e', '-U', 'keeper', '-a', '-d', $node->connstr('again'), "$tmp/sanctions" ], 'restore of its rows');
$node->command_ok([ 'pg_dump', @from, '-Fc', '-n', 'app', '-f', "$tmp/app" ], 'dump of the other schema alone');
$node->command_ok([ 'pg_restore', '-U', 'keeper', '-e', '-d', $node->connstr('again'), '-L', list("$tmp/app", qr/ SCHEMA - app /), "$tmp/app" ], 'restore into a database that has the extension');
$bank->is_same($bank->state('again') =~ s/^writer\|sanctions.*\n//gmr, $before =~ s/^writer\|sanctions.*\n//gmr, 'rows and tables apart: all is equal');

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
$bank->create('again');
$node->command_ok([ 'pg_restore', '-e', '-U', 'keeper', '-s', '-d', $node->connstr('again'), "$tmp/custom" ], 'restore without data');
my ($out, $err) = run_command([ 'pg_restore', '-e', '-U', $superuser, '-a', '-t', 'account', '-d', $node->connstr('again'), "$tmp/custom" ]);
like($err, qr/sanct_enable_triggers/, 'a guard in a restore of data says what to do');
$node->command_ok([ 'pg_restore', '-e', '-U', $superuser, '-a', '--disable-triggers', '-d', $node->connstr('again'), "$tmp/custom" ], 'restore of data with --disable-triggers');
isnt($bank->ask('keeper', 'again', q(SELECT count(*) FROM sanctions.sanct_guard_check('app.account') WHERE enabled <> 'always')), '0', 'the guards do not fire always');
like($bank->ask('keeper', 'again', 'SELECT * FROM sanctions.sanct_status()'), qr/sanct_enable_triggers/, 'which is told');
isnt($bank->state('again'), $before, 'and not as it was');
isnt($bank->ask('keeper', 'again', 'SELECT count(*) FROM sanctions.sanct_enable_triggers()'), '0', 'one call by the owner of the database');
$bank->is_whole('again', $before, 'after that');

# what came back in part is told: names, entries, releases that are missing
for my $missing ('sanct_name', 'sanct_entry', 'sanct_release')
{
	$bank->create('again');
	run_command([ 'pg_restore', '-e', '-U', 'keeper', '-d', $node->connstr('again'), '-L', list("$tmp/custom", qr/ TABLE DATA sanctions $missing /), "$tmp/custom" ]);
	$bank->complains('keeper', 'again', q(SELECT * FROM sanctions.sanct_screen('Choi Myung-hyun')), qr/ERROR/, "screening without $missing");
	like($bank->ask('keeper', 'again', 'SELECT * FROM sanctions.sanct_status()'), qr/error/, "$missing is missing, and it is told");
}

# restricted lists: a superuser dumps them, and a restore without row security is told and mended
$bank->ask('keeper', 'bank', q(SELECT sanctions.sanct_restrict_list('other', '{keeper}')));
$bank->create('again');
$node->command_fails_like([ 'pg_dump', @from, '-f', "$tmp/refused" ], qr/row-level security/, 'a dump by the owner who does not see all rows');
$node->command_ok([ 'pg_dump', '-U', $superuser, '-d', $node->connstr('bank'), '-Fc', '-f', "$tmp/restricted" ], 'a dump by a superuser');
$node->command_ok([ 'pg_restore', '-e', '-U', 'keeper', '-j', '2', '-d', $node->connstr('again'), "$tmp/restricted" ], 'restore of restricted lists');
like($bank->ask('keeper', 'again', 'SELECT * FROM sanctions.sanct_status()'), qr/row\s+security\s+is\s+off/, 'row security is off, and it is told');
isnt($bank->ask('keeper', 'again', 'SELECT count(*) FROM sanctions.sanct_enable_triggers()'), '0', 'the same call mends it');
$bank->is_same($bank->state('again'), $bank->state('bank'), 'after that all is equal');

# in another server: a reader is who has his name there.  Whoever had got it before the dump was made, and whoever gets it
# after the restore, is none
my $others = q(CREATE ROLE remade LOGIN; CREATE ROLE missing LOGIN);
my $seen = q(SELECT count(*) > 0 FROM sanctions.sanct_screen('Kim Jong Un') WHERE list = 'other');
my $elsewhere = PostgreSQL::Test::Cluster->new('elsewhere');
$node->safe_psql('bank', "CREATE ROLE reader LOGIN; $others; GRANT USAGE ON SCHEMA sanctions TO keeper, reader, remade");
$bank->ask('keeper', 'bank', q(SELECT sanctions.sanct_restrict_list('other', '{keeper,reader,remade,missing}')));
is($bank->ask('remade', 'bank', $seen), 't', 'a reader reads');
$node->safe_psql('bank', 'REVOKE USAGE ON SCHEMA sanctions FROM remade; DROP ROLE remade; CREATE ROLE remade LOGIN; GRANT USAGE ON SCHEMA sanctions TO remade');
is($bank->ask('remade', 'bank', $seen), 'f', 'another one under his name does not');
$node->command_ok([ 'pg_dump', '-U', $superuser, '-d', $node->connstr('bank'), '-Fc', '-f', "$tmp/readers" ], 'a dump with readers');
$node->stop;
$elsewhere->init;
$elsewhere->start;
# other numbers than there
$elsewhere->safe_psql('postgres', 'CREATE ROLE nobody; CREATE ROLE remade LOGIN; CREATE ROLE reader LOGIN; CREATE ROLE writer LOGIN; CREATE ROLE keeper LOGIN CREATEROLE');
$bank->{node} = $elsewhere;
$bank->create('again');
$elsewhere->command_ok([ 'pg_restore', '-e', '-d', $elsewhere->connstr('again'), "$tmp/readers" ], 'restore in another server');
# pg_restore keeps WARNINGs to itself
my @told = slurp_file($elsewhere->logfile) =~ /WARNING: +role "(.*?)" does not exist/g;
is("@told", 'missing', 'a reader who is not there is told');
$elsewhere->safe_psql('again', 'CREATE ROLE missing LOGIN; GRANT USAGE ON SCHEMA sanctions TO missing; SELECT FROM sanctions.sanct_enable_triggers()');
is(join(' ', map { $bank->ask($_, 'again', $seen) } qw(keeper reader remade missing)), 't t f f', 'who reads there');
my $findings = $bank->ask('keeper', 'again', 'SELECT what FROM sanctions.sanct_status()');
like($findings, qr/reader "$_"/, "$_ is told by sanct_status") for qw(remade missing);
unlike($findings, qr/reader "(?:reader|keeper)"/, 'and nobody who reads');

$elsewhere->stop;
done_testing();
