# sanctreport: each page, printed or as a file; what is wrong ends with its exit code and leaves the file as it was
use strict;
use warnings;

use IPC::Run;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $sanctreport = "$ENV{PG_ABS_SRCDIR}/bin/sanctreport";
my $tmp = PostgreSQL::Test::Utils::tempdir;
my $node = PostgreSQL::Test::Cluster->new('main');
$node->init;
$node->append_conf('postgresql.conf', 'fsync = off');
$node->start;
$node->safe_psql('postgres', qq(
	CREATE DATABASE empty;
	CREATE SCHEMA "The lists; all";
	CREATE EXTENSION sanctmatch SCHEMA "The lists; all";
	SET search_path = public, "The lists; all";
	SELECT FROM sanct_import_opensanctions_csv(pg_read_binary_file('$ENV{PG_ABS_SRCDIR}/test/data/opensanctions.csv'));
	CREATE TABLE customer (id int PRIMARY KEY, name text);
	INSERT INTO customer VALUES (1, 'Choi Myeonghyeon');
	SELECT FROM sanct_run('customer', 'id', 'name')));
my ($alert, $run) = split /\|/, $node->safe_psql('postgres', 'SELECT max(id), max(run_id) FROM "The lists; all".sanct_alert');

# Runs sanctreport; returns its exit code, what it printed and what it complained of
sub report
{
	my ($out, $err) = ('', '');

	IPC::Run::run [ $sanctreport, '-h', $node->host, '-p', $node->port, '-w', '-d', 'postgres', @_ ], '<', '/dev/null', '>', \$out, '2>', \$err;
	return ($? >> 8, $out, $err);
}

for my $page ([ 'alert', $alert ], [ 'run', $run ], [ 'name', 'Choi Myeonghyeon' ], [ 'name', q(O'Neil "\\"; DROP TABLE customer) ], ['state'])
{
	my ($code, $out, $err) = report(@$page);
	is("$code $err", '0 ', "@$page: is written");
	like($out, qr/\A<!DOCTYPE html>.*<\/html>\s*\z/s, "@$page: is a page");
	($code, $out, $err) = report('--json', @$page);
	like($out, qr/\A\{.*\}\s*\z/s, "@$page: and JSON");
}

my $file = "$tmp/page.html";
my ($code, $out, $err) = report('-o', $file, 'alert', $alert);
is("$code$out$err", '0', 'a file is written, and nothing printed');
like(slurp_file($file), qr/Choi Myeonghyeon/, 'it holds the page');
my $before = slurp_file($file);

# what cannot be leaves the file as it was
for my $wrong ([ 'alert', 999999 ], [ '-d', 'empty', 'state' ], [ '-d', 'no such database', 'state' ])
{
	($code, $out, $err) = report('-o', $file, @$wrong);
	is($code, 1, "@$wrong: exit code");
	like($err, qr/sanctreport: no page was made/, "@$wrong: is told");
	is(slurp_file($file), $before, "@$wrong: the file is as it was");
}
is((report('-o', "$tmp/nowhere/page.html", 'state'))[0], 1, 'a directory that is not there');
for my $wrong ([], ['nothing'], ['alert'], [ 'alert', '17x' ], [ 'state', 'now' ], [ '--none', 'state' ])
{
	($code, $out, $err) = report(@$wrong);
	is("$code$out", '2', "\"@$wrong\" is wrong usage");
	like($err, qr/Try "sanctreport --help"/, "\"@$wrong\": is told");
}
like((report('--help'))[1], qr/Usage: sanctreport/, 'help');
is_deeply([ grep { !/page\.html|^\.\.?$/ } do { opendir my $d, $tmp or die; readdir $d } ], [], 'nothing else is left');

# who owns a database sets a path for all who connect: nothing of that path is called
$node->safe_psql('postgres', q(
	CREATE SCHEMA path;
	CREATE FUNCTION path.set_config(text, text, boolean) RETURNS text LANGUAGE plpgsql AS 'BEGIN RAISE ''called''; END';
	ALTER DATABASE postgres SET search_path = path, pg_catalog));
($code, $out, $err) = report('state');
is("$code $err", '0 ', 'functions of the search_path that a database has are not called');

$node->stop;
done_testing();
