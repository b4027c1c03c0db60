# The nightly job as docs/operations.md has it: the script, the line of cron that calls it, and the commands of pg_cron
use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $tmp = $PostgreSQL::Test::Utils::tmp_check;
my $source = $ENV{PG_ABS_SRCDIR};
my $node = PostgreSQL::Test::Cluster->new('nightly');
$node->init;
$node->start;
$node->safe_psql('postgres', q(CREATE DATABASE bank TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'));
$node->safe_psql('bank', q(CREATE EXTENSION sanctmatch; CREATE TABLE customer (id int PRIMARY KEY, name text, born date, country text);
	INSERT INTO customer VALUES (1, 'Hwang Sokhwa'), (2, 'Emily Rodgers'), (3, 'Paek Changho')));
sub slurp_docs
{
	open(my $in, '<', "$source/docs/operations.md") or die "docs/operations.md: $!";
	local $/ = undef;
	my $text = <$in>;
	close $in;
	return $text;
}
my $docs = slurp_docs();
my ($script) = $docs =~ /```sh\n(#!\/bin\/sh\n# nightly .*?)```/s;
ok($script, 'the page has a script');

# the guard of the page, whose table the script holds against the lists: both ask the same, facts and verdict
my ($attach) = $docs =~ /^(SELECT \* FROM sanct_guard_attach\('customer'.*?;)$/ms;
ok($attach, 'the page has a guard of customer');
my $told = $node->safe_psql('bank', $attach);
my ($new) = $told =~ /sanct_run_new\((.*?)\);/s;
my $question = sub { join ', ', sort grep { $_ ne "verdict => 'possible'" } split /, /, $_[0] =~ s/'public\./'/r =~ s/\s+/ /gr };
my @calls = $docs =~ /sanct_run(?:_new)?\(('customer'.*?=>.*?)\)(?: r\b|;|\$\$)/gs;
cmp_ok(scalar @calls, '>=', 3, 'the page has calls that hold customer against the lists');
is($question->($_), $question->($new), 'a call asks what the guard asks, but for what a run takes for granted') for @calls;
open(my $out, '>', "$tmp/nightly") or die "$tmp/nightly: $!";
print $out $script;
close $out or die "$tmp/nightly: $!";

# role, connection and path are those of the machine
my $user = $node->safe_psql('postgres', 'SELECT current_user');
$ENV{PATH} = "$source/bin:$ENV{PATH}";
$ENV{PGHOST} = $node->host;
$ENV{PGPORT} = $node->port;
$ENV{PGUSER} = $user;
my $lists = "$tmp/lists";
mkdir $lists or die "$lists: $!";

sub night
{
	my ($out, $err);
	my $done = IPC::Run::run([ 'sh', "$tmp/nightly", 'bank', $lists ], '>', \$out, '2>', \$err);

	return ($done ? 0 : $? >> 8, $out, $err);
}

# two lists on one night
system('cp', "$source/test/data/un.xml", "$source/test/data/eu.xml", $lists) == 0 or die 'no lists';
my ($status, $said, $complained) = night();
is($status, 0, 'the first night') or diag($said, $complained);
like($said, qr/^public\.customer: run \d+, 3 rows, verdict possible or stronger: [1-9]\d* new alerts, 0 opened again; \d+ hits ruled out$/m, 'tells what it has found');
is($node->safe_psql('bank', 'SELECT string_agg(DISTINCT list, $$ $$ ORDER BY list) FROM sanct_alert'), 'eu-fsf un-sc', 'of both lists');
is($node->safe_psql('bank', 'SELECT DISTINCT raised_actor FROM sanct_alert'), 'nightly job', 'in the name of the job');
my $alerts = $node->safe_psql('bank', 'SELECT count(*) FROM sanct_alert');

($status, $said, $complained) = night();
is($status, 0, 'the same files again') or diag($said, $complained);
is($said, '', 'silence says that nothing is new or wrong');
is($node->safe_psql('bank', 'SELECT count(*), (SELECT count(*) FROM sanct_run) FROM sanct_alert'), "$alerts|2", 'nothing is raised, and there is a run');

# the line of cron, with a download that fails and lies where the lists do: what was there is looked at once more, in silence
my ($line) = $docs =~ /^\d+ \d+ \* \* \* list_job (.+)$/m;
ok($line, 'the page has a line of cron');
$line =~ s{/usr/local/bin/nightly}{sh '$tmp/nightly'};
$line =~ s{/var/lib/lists}{'$lists'}g;
append_to_file("$lists/download", "#!/bin/sh\nexit 1\n");
chmod 0755, "$lists/download";
my $done = IPC::Run::run([ 'sh', '-c', $line ], '>', \$said, '2>', \$complained);
ok($done, 'cron runs it') or diag($said, $complained);
is($said . $complained, '', 'and mails nothing');
is($node->safe_psql('bank', 'SELECT count(*) FROM sanct_run'), 3, 'there is a run more');

# a damaged list is told, and the rest of the night goes on
$node->safe_psql('bank', q(SELECT sanct_decide(min(id), 'no match', 'for now', now() + interval '0.2 s') FROM sanct_alert WHERE kind = 'match'; SELECT pg_sleep(0.3)));
open(my $damaged, '>>', "$lists/eu.xml") or die "$lists/eu.xml: $!";
print $damaged '<torn';
close $damaged;
($status, $said, $complained) = night();
isnt($status, 0, 'a damaged list fails the job');
like($complained, qr/eu\.xml/, 'and is named');
like($said, qr/0 new alerts, 1 opened again/, 'what has lapsed is opened again nevertheless');

# what pg_cron would run, as it stands
my @jobs = $docs =~ /cron\.schedule\('\w+', '[^']+',\s+\$\$(.*?)\$\$\)/gs;
cmp_ok(scalar @jobs, '>=', 2, 'the page has jobs of pg_cron');
for my $job (@jobs)
{
	$job =~ s{/var/lib/lists/consolidated\.xml}{$source/test/data/un.xml};
	is($node->psql('bank', $job, on_error_stop => 1), 0, "pg_cron runs $job");
}

$node->stop;
done_testing();
