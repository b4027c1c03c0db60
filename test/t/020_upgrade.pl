# pg_upgrade keeps lists, history, alerts, triggers, grants, answers and indexes, and imports go on; from the version of the server
# itself, or from that of each server whose programs are in OLD_BINDIRS (see test/upgrade) to that of the next
use strict;
use warnings;

use Bank;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my ($own) = run_command([ 'pg_config', '--bindir' ]);
my @bindirs = (split(/ /, $ENV{OLD_BINDIRS} || $own), $own);

note('no older server is given: upgraded from the same version') unless $ENV{OLD_BINDIRS};

# A server; the extension of several versions is found where the system has its own; checksums are on by default from 18 on
sub server
{
	my ($name, $bindir) = @_;
	my $node = PostgreSQL::Test::Cluster->new($name, install_path => $bindir =~ s{/bin$}{}r);
	my ($help) = run_command([ "$bindir/initdb", '--help' ]);

	local %ENV = %ENV;
	delete $ENV{TEMP_CONFIG} if $ENV{OLD_BINDIRS};
	$node->init(extra => [ '--locale', 'C.UTF-8', '-E', 'UTF8', $help =~ /--no-data-checksums/ ? '--no-data-checksums' : () ]);
	return $node;
}

# What is found in the table of parties, without the given ways to scan it, and whether its index was used
sub found
{
	my ($bank, @off) = @_;

	my $settings = join ' ', 'SET LOCAL search_path = app, sanctions;', map { "SET LOCAL enable_$_ = off;" } @off;

	return $bank->ask('keeper', 'bank', "BEGIN; $settings" . q(
		CREATE TEMPORARY VIEW asked AS
			SELECT unnest(ARRAY['Choe Myong Hyon', 'Kim Jong-eun', '리영호', 'Parsek', 'New Pyon Kwangchol 20', 'Jane Doe']) AS q;
		SELECT q, p.id FROM asked JOIN party AS p ON p.name %~ q ORDER BY 1, 2;
		SELECT q, d FROM asked, LATERAL (SELECT name <~> q AS d FROM party ORDER BY name <~> q LIMIT 5) AS nearest ORDER BY 1, 2;
		SELECT 'by index: ' || (pg_stat_get_xact_numscans('party_name_idx'::regclass) > 0);
		ROLLBACK;));
}

# Indexes find every row, and what looking at each row finds
sub is_indexed
{
	my ($bank, $what) = @_;
	my $by_index = found($bank, 'seqscan', 'sort');
	my $by_row = found($bank, 'indexscan', 'bitmapscan');

	is($bank->ask($bank->{superuser}, 'bank', q(
		SELECT count(*) > 3 FROM (SELECT sanctions.sanct_index_check(indexrelid) FROM pg_index JOIN pg_class ON oid = indexrelid
			WHERE relam = (SELECT oid FROM pg_am WHERE amname = 'gist')) AS checked)), 't', "$what: indexes are whole");
	ok($by_index =~ s/by index: true//, "$what: the index is used");
	ok($by_row =~ s/by index: false//, "$what: the index is left alone");
	cmp_ok(length($by_row), '>', 100, "$what: there are answers");
	$bank->is_same($by_index, $by_row, "$what: the index answers as a scan does");
	return;
}

# A release and a payment more, to stay
sub goes_on
{
	my ($bank, $step) = @_;

	is($bank->ask('keeper', 'bank', qq(
		INSERT INTO app.party VALUES ('400' || $step, 'Han Pyong Chol');
		UPDATE app.party SET name = name || ' $step' WHERE id = '100';
		DELETE FROM app.party WHERE id = '10$step';
		SELECT r.added, r.changed, r.delisted
			FROM sanctions.sanct_import_table('app.party', 'own', aliases_column => 'aka', fact_columns => '{born}') AS r;
		SELECT count(*) FROM sanctions.sanct_screen('Han Byeong-cheol') WHERE list = 'own';
		INSERT INTO app.payment (id, payee) VALUES (10 + $step, 'Han Byeong-cheol');
		SELECT count(*) FROM sanctions.sanct_alert
			WHERE subject = 'app.payment' AND status = 'open' AND subject_key ->> 'id' = (10 + $step)::text;
	)), "1|1|1\n$step\n$step", "step $step: an import and a payment");
	return;
}

my $old = server('server0', $bindirs[0]);
$old->start;
my $bank = Bank->new($old);
$bank->ask('keeper', 'bank', q(
	SELECT sanctions.sanct_restrict_list('other', '{keeper}');
	CREATE INDEX party_name_idx ON app.party USING gist (name sanctions.sanct_gist_ops)));
my $secured = q(SELECT relname FROM pg_class WHERE relrowsecurity ORDER BY 1);
my $secured_before = $bank->ask('keeper', 'bank', $secured);
my $status = $bank->ask($bank->{superuser}, 'bank', 'SELECT * FROM sanctions.sanct_status()');

isnt($secured_before, '', 'a list is restricted');
is_indexed($bank, 'before');
for my $step (1 .. $#bindirs)
{
	my ($old_bindir, $bindir) = @bindirs[ $step - 1, $step ];
	my $node = server("server$step", $bindir);
	my $before = $bank->state('bank');
	my ($version) = run_command([ "$bindir/postgres", '--version' ]);

	note("step $step: to $version");
	$old->stop;
	$node->command_ok([ "$bindir/pg_upgrade", '--no-sync', '-d', $old->data_dir, '-D', $node->data_dir, '-b', $old_bindir, '-B', $bindir,
		'-s', $node->host, '-p', $old->port, '-P', $node->port, '-U', $bank->{superuser} ], "step $step: pg_upgrade");
	$node->start;
	$bank->{node} = $old = $node;
	$bank->is_whole('bank', $before, "step $step");
	is($bank->ask('keeper', 'bank', $secured), $secured_before, "step $step: what is restricted stays so");
	is_indexed($bank, "step $step");
	goes_on($bank, $step);
	is_indexed($bank, "step $step, later");
}

# What is told of names that were read by another version of Unicode ends with what is told to do, and new readings
$bank->ask('keeper', 'bank', 'UPDATE app.payment SET payee = payee');
$bank->ask($bank->{superuser}, 'bank', $bank->ask($bank->{superuser}, 'bank',
	q(SELECT what_to_do FROM sanctions.sanct_status() WHERE subject LIKE 'index %')));
$bank->is_same($bank->ask($bank->{superuser}, 'bank', 'SELECT * FROM sanctions.sanct_status()'), $status, 'the status is as it was');
is_indexed($bank, 'made anew');
$old->stop;
done_testing();
