# pg_upgrade keeps lists, history, alerts, triggers, grants and answers, and imports go on; from the version of the server itself, or with
# OLD_BINDIR and OLD_SETTINGS (see test/upgrade) from an older one
use strict;
use warnings;

use Bank;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $tmp = $PostgreSQL::Test::Utils::tmp_check;
my ($out, $err) = run_command([ 'pg_config', '--bindir' ]);
my $new_bindir = $out;
my $old_bindir = $ENV{OLD_BINDIR} || $new_bindir;

note('no older server is given: upgraded from the same version') unless $ENV{OLD_BINDIR};

# A server with the settings that let it find the extension; checksums are on by default from 18 on
sub server
{
	my ($name, $bindir, $settings) = @_;
	my $node = PostgreSQL::Test::Cluster->new($name, install_path => $bindir =~ s{/bin$}{}r);
	my ($help) = run_command([ "$bindir/initdb", '--help' ]);

	local $ENV{TEMP_CONFIG} = $settings;
	$node->init(extra => [ '--locale', 'C.UTF-8', '-E', 'UTF8', $help =~ /--no-data-checksums/ ? '--no-data-checksums' : () ]);
	return $node;
}

my $old = server('old', $old_bindir, $ENV{OLD_SETTINGS} || $ENV{TEMP_CONFIG});
my $new = server('new', $new_bindir, $ENV{TEMP_CONFIG});
$old->start;
my $bank = Bank->new($old);
$bank->ask('keeper', 'bank', q(SELECT sanctions.sanct_restrict_list('other', '{keeper}')));
my $before = $bank->state('bank');
my $secured = q(SELECT relname FROM pg_class WHERE relrowsecurity ORDER BY 1);
my $secured_before = $bank->ask('keeper', 'bank', $secured);
isnt($secured_before, '', 'a list is restricted');
$old->stop;

$new->command_ok([ "$new_bindir/pg_upgrade", '--no-sync', '-d', $old->data_dir, '-D', $new->data_dir, '-b', $old_bindir, '-B', $new_bindir,
	'-s', $new->host, '-p', $old->port, '-P', $new->port, '-U', $bank->{superuser} ], 'pg_upgrade');
$new->start;
$bank->{node} = $new;
$bank->is_whole('bank', $before, 'after pg_upgrade');
is($bank->ask('keeper', 'bank', $secured), $secured_before, 'what is restricted stays so');
$new->stop;
done_testing();
