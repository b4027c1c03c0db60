# What the module exports: only what PostgreSQL calls.  PostgreSQL loads modules so that all see the symbols of all, so what
# another module exports under the name of a function of ours would be called in its place, and could let every name through.
use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $data = "$ENV{PG_ABS_SRCDIR}/test/data";
my $tmp = PostgreSQL::Test::Utils::tempdir;
my $node = PostgreSQL::Test::Cluster->new('exports');
$node->init;
$node->append_conf('postgresql.conf', 'fsync = off');
$node->start;

sub ask { return $node->safe_psql('postgres', $_[0]); }

# Prints what a program does, or dies
sub output_of
{
	my ($out, $err) = run_command(\@_);

	die "$_[0]: $err" if $?;
	return $out;
}

ask('CREATE EXTENSION sanctmatch');
my $libdir = output_of('pg_config', '--pkglibdir');
my ($module) = grep { -e } map { s/\$libdir/$libdir/r . '/sanctmatch.so' } split /:/, ask('SHOW dynamic_library_path');

# The symbols of the module of these types, all or those that other modules see
sub symbols
{
	my ($types, @options) = @_;

	return map { /^\S+ $types (\S+)$/ ? $1 : () } split /\n/, output_of('nm', '--defined-only', @options, $module);
}

my @called = split /\n/, ask(q(
	SELECT DISTINCT prosrc FROM pg_proc p JOIN pg_language l ON l.oid = prolang JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND objid = p.oid
	WHERE lanname = 'c' AND deptype = 'e' AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'sanctmatch')));
cmp_ok(scalar @called, '>', 50, 'there are functions');
is_deeply([ sort(symbols('[A-Za-z]', '-D')) ], [ sort('_PG_init', 'Pg_magic_func', map { ($_, "pg_finfo_$_") } @called) ], 'what PostgreSQL calls is exported, and no more');

# A module that exports functions by the names of all of ours, and one that hides nothing, for comparison
my %taken = map { $_ => 1 } grep { !/^_|^Pg_magic_func$|\./ } symbols('[Tt]');
my @taken = sort keys %taken;
cmp_ok(scalar @taken, '>', @called + 100, 'there are others to take the place of');

sub compile
{
	my ($name, $body) = @_;

	append_to_file("$tmp/$name.c", qq(#include "postgres.h"\n#include "fmgr.h"\nPG_MODULE_MAGIC;\n$body));
	output_of(split(' ', output_of('pg_config', '--cc')), '-shared', '-fPIC', '-fvisibility=default', '-w', '-I' . output_of('pg_config', '--includedir-server'),
		'-o', "$tmp/$name.so", "$tmp/$name.c");
}
compile('impostor', join "\n", 'static int calls;', (map { "long $_(void) { calls++; return 1; }" } @taken), 'int openly(void) { return 2; }',
	'PG_FUNCTION_INFO_V1(impostor_calls);', 'Datum impostor_calls(PG_FUNCTION_ARGS) { PG_RETURN_INT32(calls); }');
compile('victim', join "\n", 'int openly(void) { return 1; }', 'PG_FUNCTION_INFO_V1(victim);', 'Datum victim(PG_FUNCTION_ARGS) { PG_RETURN_INT32(openly()); }');

# The same statements before and after, of every kind that the extension answers
my $work = qq(
	SELECT list_uid, matched_name, similarity FROM sanct_screen('Choi Myung-hyun');
	SELECT sanct_similarity('김정은', 'KIM Jong Un'), sanct_weight('김정은', 'KIM Jong Un'), sanct_tier('김정은', 'KIM Jong Un');
	SELECT count(*) FROM sanct_readings('Kim Jong Un');
	SELECT id, list_uid FROM sanct_screen_table('subject', 'id', 'name') ORDER BY 1, 2;
	SET enable_seqscan = off;
	SELECT id FROM subject WHERE name %~ 'Choi Myung-hyun' ORDER BY name <~> 'Choi Myung-hyun';
	SELECT r.entries FROM sanct_import_un_xml(pg_read_binary_file('$data/un.xml'), CASE WHEN EXISTS (SELECT FROM sanct_list WHERE code = 'un-sc') THEN date '2025-05-02' ELSE date '2025-05-01' END) r;
	SELECT r.entries FROM sanct_import_uk_csv(pg_read_binary_file('$data/uk.csv')) r;
);
ask(qq(
	SELECT FROM sanct_import_ofac_csv(sdn => pg_read_binary_file('$data/ofac_sdn.csv'), alt => pg_read_binary_file('$data/ofac_alt.csv'),
		addresses => pg_read_binary_file('$data/ofac_add.csv'), comments => pg_read_binary_file('$data/ofac_comments.csv'), published => '2024-03-15');
	CREATE TABLE subject (id int PRIMARY KEY, name text);
	INSERT INTO subject VALUES (1, 'Jane Doe'), (2, 'Choi Myung-hyun'), (3, '심광석'), (4, 'Ri Yong Ho');
	CREATE INDEX ON subject USING gist (name sanct_gist_ops);
	CREATE TABLE payment (id int PRIMARY KEY, payee text);
	SELECT FROM sanct_guard_attach('payment', 'payee');
	CREATE FUNCTION impostor_calls() RETURNS int LANGUAGE c AS '$tmp/impostor';
	CREATE FUNCTION victim() RETURNS int LANGUAGE c AS '$tmp/victim';
));
my $expected = ask($work);
for my $setting ('session_preload_libraries', 'shared_preload_libraries')
{
	$node->append_conf('postgresql.conf', "$setting = '$tmp/impostor'");
	$node->restart;
	is(ask('SELECT victim()'), 2, "$setting: a module that hides nothing calls the impostor");
	is(ask($work), $expected, "$setting: ours answers as without it");
	my ($status, undef, $err) = $node->psql('postgres', "INSERT INTO payment VALUES (1, 'Choi Myung-hyun')");
	is($status, 3, "$setting: a guard is not talked out of a name");
	like($err, qr/matches an entry of a sanctions list/, "$setting: and says why");
	is(ask("$work; SELECT impostor_calls()") =~ s/.*\n//sr, 0, "$setting: nothing of the impostor was called");
}
$node->stop;
done_testing();
