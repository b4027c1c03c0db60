# Lists that all connections share: who makes them ready, what happens to their file, and that everybody sees what his
# snapshot sees while others change them
use strict;
use warnings;

use IPC::Run ();
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Fcntl qw(:flock);
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init(allows_streaming => 1);
$node->append_conf('postgresql.conf', "fsync = off\njit = off\nmax_connections = 30");
$node->start;
$node->safe_psql('postgres', q{
	CREATE EXTENSION sanctmatch;
	CREATE TABLE customer AS SELECT 1 AS id, 'Choi Myung-hyun' AS name;
	CREATE FUNCTION release(n int) RETURNS bigint LANGUAGE sql AS $$
		SELECT r.entries FROM (SELECT string_agg(format(E'p%s,Person,Choe Myong Hyon\n', i), '') FROM generate_series(1, n) i) f(rows),
			LATERAL sanct_import_opensanctions_csv(convert_to(E'id,schema,name\n' || rows, 'UTF8'), list => 'own', max_removed => 1) r
	$$;
	CREATE FUNCTION screened() RETURNS bigint LANGUAGE sql STABLE AS
		$$SELECT count(*) FROM sanct_screen_table('customer', 'id', 'name', max_hits => 1000, on_empty => 'pass')$$;
	CREATE FUNCTION listed() RETURNS bigint LANGUAGE sql STABLE AS
		$$SELECT count(DISTINCT e.id) FROM sanct_entry e JOIN sanct_name n ON n.entry_id = e.id WHERE e.delisted_in IS NULL$$;
	SELECT release(3);
});

my $folder = $node->data_dir . '/base/pgsql_tmp';
my @images = ();
my $look = sub { @images = sort grep { !/lock$/ } glob "$folder/pgsql_tmp_sanct.*"; return scalar @images };
my $inode = sub { return (stat $images[-1])[1] };

# the import has made them ready; whoever screens takes what is there
is($look->(), 1, 'an import leaves a file');
my $made = $inode->();
is($node->safe_psql('postgres', 'SELECT screened()'), 3, 'what it listed is found');
is($node->safe_psql('postgres', q{SELECT count(*) FROM pg_stat_get_activity(NULL), sanct_screen('Choi Myung-hyun') WHERE pid = pg_backend_pid()}), 3, 'by one name as well');
$look->();
is($inode->(), $made, 'and nobody makes it again');
like($node->safe_psql('postgres', 'SELECT string_agg(name, $$ $$) FROM pg_ls_tmpdir()'), qr/pgsql_tmp_sanct\./, 'the server tells of it');

# files do not pile up: the state before may still be looked at
$node->safe_psql('postgres', "SELECT release($_)") for 4 .. 8;
is($look->(), 2, 'old ones go');
is($node->safe_psql('postgres', 'SELECT screened()'), 8, 'the last one counts');

# a connection that has one mapped keeps it
my $removal = "\\! rm -f $folder/pgsql_tmp_sanct.*\n";
is($node->safe_psql('postgres', "SELECT screened();\n${removal}SELECT screened();"), "8\n8", 'a file that is removed is still mapped');
is($node->safe_psql('postgres', 'SELECT screened()'), 8, 'and made again by the next');

# what is no image, is cut off or is of something else is not taken for one
$look->();
my $newest = (sort { (stat $b)[9] <=> (stat $a)[9] } @images)[0];
my $image = slurp_file($newest);
for my $damage ([ 'empty', '' ], [ 'short', substr $image, 0, 40 ], [ 'cut off', substr $image, 0, length($image) - 8 ], [ 'no image', 'x' x length $image ],
	[ 'of another version', do { my $other = $image; substr($other, 16, 4) = pack 'L', 99; $other } ])
{
	open my $out, '>:raw', $newest or die;
	print $out $damage->[1];
	close $out;
	is($node->safe_psql('postgres', 'SELECT screened()'), 8, "a file that is $damage->[0]");
	is(slurp_file($newest), $image, '... is made again');
}

# where none can be written each connection has its own, and is told
my ($lock) = glob "$folder/pgsql_tmp_sanct.*.lock";
unlink glob "$folder/pgsql_tmp_sanct.*";
mkdir $lock;
my ($status, $out, $err) = $node->psql('postgres', "SELECT screened();\nSELECT screened();");
is($out, "8\n8", 'no file can be written: found all the same');
is(() = $err =~ /WARNING:  lists are kept for this connection alone, as file .* could not be opened/g, 1, '... with one warning');
($status, $out, $err) = $node->psql('postgres', 'SELECT release(9)');
is("$status $out", '0 9', '... and imports go on');
rmdir $lock;
$node->safe_psql('postgres', 'SELECT release(10)');

# several at once that find none: one makes it, and all of them find what is listed
unlink glob "$folder/pgsql_tmp_sanct.*";
append_to_file($node->basedir . '/at_once.sql', "SELECT 1 / (screened() = 10)::int;\n");
$node->command_ok([ 'pgbench', '-n', '-c', 8, '-t', 1, '-f', $node->basedir . '/at_once.sql', 'postgres' ], 'eight connections at once');
is($look->(), 1, 'there is one file');

# who waits for another that makes it can be cancelled, and has it when that is done
open my $maker, '+<', $lock or die "$lock: $!";
flock($maker, LOCK_EX) or die "$lock: $!";
unlink grep { $_ ne $lock } glob "$folder/pgsql_tmp_sanct.*";
$node->psql('postgres', "SET statement_timeout = '2s';\nSELECT screened();", stderr => \$err, timeout => $PostgreSQL::Test::Utils::timeout_default, timed_out => \my $hangs);
ok(!$hangs && $err =~ /canceling statement due to statement timeout/, 'who waits is cancelled');
close $maker;
is($node->safe_psql('postgres', 'SELECT screened()'), 10, 'and nobody waits any more');

# what each snapshot sees while others change the lists, in every isolation level
$node->safe_psql('postgres', 'UPDATE sanct_release SET entries = 0, names = 0');
my @change = (
	q{UPDATE sanct_entry SET delisted_in = CASE WHEN delisted_in IS NULL THEN listed_in END WHERE list_uid = 'p' || :one;},
	q{INSERT INTO sanct_name (entry_id, name, kind, weak) SELECT id, primary_name, 'primary', false FROM sanct_entry WHERE list_uid = 'p' || :one;},
	q{DELETE FROM sanct_name WHERE id = (SELECT max(n.id) FROM sanct_name n JOIN sanct_entry e ON e.id = n.entry_id WHERE e.list_uid = 'p' || :one);});
my $check = q{SELECT 1 / (screened() = listed() AND (SELECT count(*) FROM sanct_screen('Choi Myung-hyun', max_hits => 1000, on_empty => 'pass')) = listed())::int;};
for my $level ('READ COMMITTED', 'REPEATABLE READ', 'SERIALIZABLE')
{
	my $n = 0;
	for my $change (@change)
	{
		my $file = $node->basedir . '/' . ($level =~ s/ /_/r) . $n++ . '.sql';
		append_to_file($file, "\\set one random(1, 10)\nBEGIN ISOLATION LEVEL $level;\n$check\n$change\n$check\nCOMMIT;\n$check\n");
	}
}
my @scripts = map { ('-f', $_) } glob $node->basedir . '/*[0-9].sql';
($out, $err) = ('', '');
IPC::Run::run([ 'pgbench', '-n', '-c', 6, '-t', 60, '--max-tries=1000', @scripts, '-h', $node->host, '-p', $node->port, 'postgres' ], '>', \$out, '2>', \$err);
unlike("$out$err", qr/division by zero|aborted/, 'everybody finds what his snapshot lists') or diag($err);
like($out, qr/number of transactions actually processed: 360/, 'in all transactions');

# a server that is killed leaves nothing that would be taken for the lists; nor does a base backup
$node->stop('immediate');
$node->start;
is($look->(), 0, 'the server removes the files when it starts');
is($node->safe_psql('postgres', 'SELECT screened() = listed()'), 't', 'and they are made again');
$node->backup('base');
is(scalar(() = glob $node->backup_dir . '/base/base/pgsql_tmp/*'), 0, 'a base backup has none');
my $standby = PostgreSQL::Test::Cluster->new('standby');
$standby->init_from_backup($node, 'base', has_streaming => 1);
$standby->start;
is($standby->safe_psql('postgres', 'SELECT screened() = listed()'), 't', 'a standby makes its own');
$node->safe_psql('postgres', 'TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link; SELECT release(12)');
$node->wait_for_catchup($standby);
is($standby->safe_psql('postgres', 'SELECT screened()'), 12, 'and follows');

# a subscriber hears of what is replicated to it
my $subscriber = PostgreSQL::Test::Cluster->new('subscriber');
$subscriber->init;
$subscriber->start;
$subscriber->safe_psql('postgres', q{CREATE EXTENSION sanctmatch; CREATE TABLE customer AS SELECT 1 AS id, 'Choi Myung-hyun' AS name;
	CREATE FUNCTION screened() RETURNS bigint LANGUAGE sql STABLE AS
		$$SELECT count(*) FROM sanct_screen_table('customer', 'id', 'name', max_hits => 1000, on_empty => 'pass')$$});
$node->append_conf('postgresql.conf', 'wal_level = logical');
$node->restart;
$node->safe_psql('postgres', 'CREATE PUBLICATION lists FOR TABLE sanct_list, sanct_release, sanct_entry, sanct_name');
$subscriber->safe_psql('postgres', 'CREATE SUBSCRIPTION lists CONNECTION $$' . $node->connstr('postgres') . '$$ PUBLICATION lists');
$subscriber->wait_for_subscription_sync($node, 'lists');
is($subscriber->safe_psql('postgres', 'SELECT screened()'), 12, 'a subscriber has the lists');
$node->safe_psql('postgres', 'SELECT release(15)');
$node->wait_for_catchup('lists');
is($subscriber->safe_psql('postgres', 'SELECT screened()'), 15, 'and hears of a release');

# a file that is written in several pieces
$node->safe_psql('postgres', 'SELECT release(12000)');
$newest = (sort { (stat $b)[9] <=> (stat $a)[9] } grep { !/lock$/ } glob "$folder/pgsql_tmp_sanct.*")[0];
$made = (stat $newest)[1];
cmp_ok(-s $newest, '>', 2 * 1024 * 1024, 'thousands of names take some megabytes');
is($node->safe_psql('postgres', q{SELECT count(*) = 12000 AND min(length(matched_name)) = 15 AND bool_and(matched_name = primary_name)
	FROM sanct_screen_table('customer', 'id', 'name', max_hits => 20000)}), 't', 'all of which are found, from the first to the last');
is((stat $newest)[1], $made, 'by the file as it is');

done_testing();
