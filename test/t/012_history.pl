# Releases of real lists: what changed reconciles with the files, both days answer; a killed server keeps the old release; releases are told
use strict;
use warnings;

use File::Copy;
use IPC::Run ();
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Time::HiRes 'usleep';

my $data = "$ENV{PG_ABS_SRCDIR}/test/data";
my $tmp = $PostgreSQL::Test::Utils::tmp_check;
my $lists = ($ENV{SHARED} || '../shared') . '/lists/ofac';
my $node = PostgreSQL::Test::Cluster->new('history');
$node->init;
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION sanctmatch');

sub ask { return $node->safe_psql('postgres', $_[0]); }

sub import_un
{
	my ($published) = @_;

	return "SELECT FROM sanct_import_un_xml(pg_read_binary_file('$data/un.xml'), published => '$published')";
}

# a release is told once, with what it brought; the same again is told by nobody
my ($status, $out, $err) = $node->psql('postgres', 'LISTEN sanct_release; ' . import_un('2030-01-01') . '; ' . import_un('2030-01-01'));
like($out, qr/\AAsynchronous notification "sanct_release" with payload "\{"list": "un-sc", "release": \d+, "added": \d+, "changed": 0, "delisted": 0\}" received[^\n]*\z/m, 'a release is told, and once');

# a server that is killed in the middle of an import: it waits for a row that another session has locked
sub state
{
	return join "\n", map { ask("SELECT '$_', count(*), md5(string_agg(md5(r::text), '' ORDER BY r::text COLLATE \"C\")) FROM $_ r") }
		qw(sanct_list sanct_release sanct_entry sanct_name sanct_identifier sanct_past_entry sanct_past_name sanct_past_identifier);
}

my $before = state();
append_to_file("$tmp/changed.xml", slurp_file("$data/un.xml") =~ s{<FIRST_NAME>}{<FIRST_NAME>X}gr);
for my $place ('min(id)', 'max(id)')
{
	my ($in, $o1, $e1, $o2, $e2) = ('') x 5;
	my $holder = IPC::Run::start([ 'psql', '-X', '-q', '-d', $node->connstr('postgres'), '-c',
			"BEGIN; SELECT FROM sanct_entry WHERE id = (SELECT $place FROM sanct_entry) FOR UPDATE; SELECT pg_sleep(600)" ], \$in, \$o1, \$e1);
	$node->poll_query_until('postgres', "SELECT count(*) = 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
	my $import = IPC::Run::start([ 'psql', '-X', '-q', '-d', $node->connstr('postgres'), '-c',
			"SELECT FROM sanct_import_un_xml(pg_read_binary_file('$tmp/changed.xml'), published => '2031-01-01')" ], \$in, \$o2, \$e2);
	$node->poll_query_until('postgres', "SELECT count(*) = 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%sanct_import_un_xml%'");
	$node->stop('immediate');
	IPC::Run::finish($_) for $import, $holder;
	$node->start;
	is(state(), $before, "killed at entry $place, all is as it was");
}
is(ask("SELECT changed > 0 FROM sanct_import_un_xml(pg_read_binary_file('$tmp/changed.xml'), published => '2031-01-01')"), 't', 'the import goes through after that');

# OFAC's list of January 2022 and of March 2024
if (-f "$lists/2022-01/sdn.csv" && -f "$lists/2024-03/OFAC_SDN.csv")
{
	# the last record of the older file carries the id of another one
	my %uids;
	my $older = slurp_file("$lists/2022-01/sdn.csv");
	my (%seen, @lines);
	for my $line (split /^/, $older)
	{
		my ($uid) = $line =~ /^(\d+),/;
		next if defined $uid && $seen{$uid}++;
		push @lines, $line;
	}
	append_to_file("$tmp/older_sdn.csv", join '', @lines);
	# names and addresses of entries that the file lacks would be refused
	for my $file ('alt', 'add')
	{
		append_to_file("$tmp/older_$file.csv", join '', grep { !/^(\d+),/ || $seen{$1} } split /^/, slurp_file("$lists/2022-01/$file.csv"));
	}
	$uids{old} = { map { /^(\d+),/ ? ($1 => 1) : () } @lines };
	$uids{new} = { map { /^(\d+),/ ? ($1 => 1) : () } split /^/, slurp_file("$lists/2024-03/OFAC_SDN.csv") };
	my $kept = grep { $uids{new}{$_} } keys %{ $uids{old} };
	my $removed = keys(%{ $uids{old} }) - $kept;
	my $added = keys(%{ $uids{new} }) - $kept;

	for my $file ('OFAC_SDN', 'OFAC_ALT', 'OFAC_ADD') { copy("$lists/2024-03/$file.csv", "$tmp/$file.csv"); }
	my ($first) = ask("SET client_min_messages = error; SELECT r.id, r.entries, r.names FROM sanct_import_ofac_csv(sdn => pg_read_binary_file('$tmp/older_sdn.csv'), alt => pg_read_binary_file('$tmp/older_alt.csv'),
		addresses => pg_read_binary_file('$tmp/older_add.csv'), published => '2022-01-12') r");
	my ($second) = ask("SET client_min_messages = error; SELECT r.id, r.entries, r.names FROM sanct_import_ofac_csv(sdn => pg_read_binary_file('$tmp/OFAC_SDN.csv'), alt => pg_read_binary_file('$tmp/OFAC_ALT.csv'),
		addresses => pg_read_binary_file('$tmp/OFAC_ADD.csv'), published => '2024-03-15') r");
	my ($id1, $entries1, $names1) = split /\|/, $first;
	my ($id2, $entries2, $names2) = split /\|/, $second;
	is($entries1, keys %{ $uids{old} }, 'entries of the first release');
	is($entries2, keys %{ $uids{new} }, 'entries of the second release');
	is(ask("SELECT added || ' ' || delisted FROM sanct_release WHERE id = $id2"), "$added $removed", 'the second release reports what the files tell');
	my $changes = "sanct_changes('ofac-sdn', (SELECT imported_at FROM sanct_release WHERE id = $id1), (SELECT imported_at FROM sanct_release WHERE id = $id2))";
	my %count = map { split /\|/ } split /\n/, ask("SELECT change, count(DISTINCT list_uid) FROM $changes GROUP BY 1");
	is($kept + $count{removed}, $entries1, 'kept and removed are the first release');
	is($kept + $count{added}, $entries2, 'kept and added are the second release');
	is($count{changed}, ask("SELECT changed FROM sanct_release WHERE id = $id2"), 'entries that are said to have changed have changed');
	is(ask("SELECT string_agg(list_uid, ' ' ORDER BY list_uid::int) FROM $changes WHERE change = 'removed'"),
		join(' ', sort { $a <=> $b } grep { !$uids{new}{$_} } keys %{ $uids{old} }), 'the removed ones are those that the second file lacks');
	for my $release ([ $id1, $entries1, $names1 ], [ $id2, $entries2, $names2 ])
	{
		my $valid = "list_id = (SELECT list_id FROM sanct_release WHERE id = $$release[0]) AND since <= $$release[0] AND (until IS NULL OR until > $$release[0])";

		is(ask("SELECT count(*) FROM sanct_entry_history WHERE $valid"), $$release[1], 'the history has the entries of each release');
		is(ask("SELECT count(*) FROM sanct_name_history WHERE $valid"), $$release[2], 'and their names');
	}
	my $on = "(SELECT imported_at FROM sanct_release WHERE id = $id1)";
	my ($delisted) = ask("SELECT list_uid || '|' || primary_name FROM $changes WHERE change = 'removed' AND length(primary_name) > 20 ORDER BY list_uid LIMIT 1");
	my ($uid, $name) = split /\|/, $delisted;
	$name =~ s/'/''/g;
	is(ask("SELECT count(*) FROM sanct_screen('$name', 1, 1000) WHERE list_uid = '$uid' AND list = 'ofac-sdn'"), 0, 'who is delisted is no hit today');
	is(ask("SELECT count(*) FROM sanct_screen('$name', 1, 1000, as_of => $on) WHERE list_uid = '$uid' AND list = 'ofac-sdn'"), 1, 'but was one then');

	# dump and restore: lists, history, what is answered of each day
	$node->safe_psql('postgres', 'CREATE DATABASE restored');
	$node->command_ok([ 'pg_dump', '-f', "$tmp/history.sql", '-d', $node->connstr('postgres') ], 'dump');
	$node->command_ok([ 'psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', "$tmp/history.sql", '-d', $node->connstr('restored') ], 'restore');
	for my $table (qw(sanct_list sanct_release sanct_entry sanct_name sanct_identifier sanct_past_entry sanct_past_name sanct_past_identifier))
	{
		my $sql = "SELECT count(*), md5(string_agg(md5(r::text), '' ORDER BY r::text COLLATE \"C\")) FROM $table r";

		is($node->safe_psql('restored', $sql), ask($sql), "$table comes back equal");
	}
	my $sql = "SELECT list_uid, matched_name FROM unnest(ARRAY['KIM Jong Un', 'Choe Ryong Hae', '$name']) q, sanct_screen(q, 0.6, 100, as_of => $on)";
	is($node->safe_psql('restored', $sql), ask($sql), 'the restored history answers alike');
	$sql = "SELECT * FROM $changes";
	is($node->safe_psql('restored', $sql), ask($sql), 'and reports the same changes');
}
else
{
	note("no lists in $lists: two releases of OFAC's list are skipped");
}

# anybody may listen: which one of the restricted lists it is, is told to nobody
ask("CREATE ROLE reader; CREATE TABLE own AS SELECT 1 AS id, 'Kang Chol Hak' AS name; SELECT FROM sanct_import_table('own', 'suspects'); SELECT sanct_restrict_list('suspects', '{reader}')");
($status, $out, $err) = $node->psql('postgres', "LISTEN sanct_release; INSERT INTO own VALUES (2, 'O Yong Ho'); SELECT FROM sanct_import_table('own', 'suspects')");
like($out, qr/ with payload "\{"list": null, "release": \d+, "added": 1, "changed": 0, "delisted": 0\}" received/, 'a release of a restricted list is told without its key');

$node->stop;
done_testing();
