# The programs of docs/applications.md, as they stand there, by the drivers that are installed: psycopg, node-postgres, JDBC
use strict;
use warnings;

use IPC::Run;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $source = $ENV{PG_ABS_SRCDIR};
my $page = slurp_file("$source/docs/applications.md");
my $directory = PostgreSQL::Test::Utils::tempdir();
my $node = PostgreSQL::Test::Cluster->new('drivers');
$node->init;
$node->append_conf('postgresql.conf', "listen_addresses = '127.0.0.1'");
$node->start;
my @server = (PGHOST => '127.0.0.1', PGPORT => $node->port, PGDATABASE => 'postgres', PGUSER => scalar getpwuid($<));
my %server = @server;
$ENV{$_} = $server{$_} for keys %server;
run_log([ 'psql', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-c', q(CREATE EXTENSION sanctmatch;
	SELECT count(*) FROM sanct_import_opensanctions_csv(convert_to(E'id,schema,name\nx7,Person,Choe Myong Hyon\n', 'UTF8'), list => 'own');
	CREATE TABLE subject (id int PRIMARY KEY, name text, reading sanct_reading GENERATED ALWAYS AS (sanct_read(name)) STORED);
	INSERT INTO subject VALUES (1, 'Choi Myung-hyun'), (2, 'Emily Rodgers');
	CREATE INDEX ON subject USING gist (reading);
	CREATE TABLE transfer (id int PRIMARY KEY, payee text);
	SELECT count(*) FROM sanct_guard_attach('transfer', 'payee', tell => 'json')) ]) or BAIL_OUT('no server');

# The program of a language, in a file of that name
sub program
{
	my ($language, $name) = @_;
	my ($text) = $page =~ /```$language\n(.*?)```/s;

	ok($text, "the page has a program in $language");
	append_to_file("$directory/$name", $text);
	return "$directory/$name";
}

sub run_program
{
	my ($what, @command) = @_;
	my ($out, $err);
	my $done = IPC::Run::run(\@command, '>', \$out, '2>', \$err, init => sub { chdir $directory or die $! });

	ok($done, "$what runs") or diag($out, $err);
	like($out, qr/^matches \D*1\D*$/m, "$what: a reading and a parameter");
	like($out, qr/^at 0\.8 \D*1\D*$/m, "$what: a threshold in double precision");
	like($out, qr/^blocked SAN01 transfer payee sanct_guard$/m, "$what: fields of the error");
	like($out, qr/^by .*own.*x7/m, "$what: DETAIL as JSON");
	return;
}

# Does a command do without complaint?
sub works
{
	my ($out, $err);

	return eval { IPC::Run::run(\@_, '>', \$out, '2>', \$err) };
}

my ($python) = grep { works($_, '-c', 'import psycopg') || works($_, '-c', 'import psycopg2') } qw(python3 /usr/bin/python3);
my $script = program('python', 'names.py');
SKIP:
{
	skip 'psycopg is not installed', 5 unless $python;
	run_program('psycopg', $python, $script);
}
$script = program('js', 'names.js');
SKIP:
{
	skip 'node-postgres is not installed', 5 unless works('node', '-e', q(require('pg')));
	local $ENV{NODE_PATH} = $ENV{NODE_PATH} // '/usr/share/nodejs';
	run_program('node-postgres', 'node', $script);
}
$script = program('java', 'Names.java');
my ($jar) = grep { -e } ($ENV{PGJDBC} // (), '/usr/share/java/postgresql.jar');
SKIP:
{
	skip 'the JDBC driver or a compiler of Java is not installed', 5 unless $jar && works('javac', '-version');
	run_program('JDBC', 'java', '-cp', $jar, $script);
}

$node->stop;
done_testing();
