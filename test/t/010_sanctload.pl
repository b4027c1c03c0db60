# sanctload: every format by its content, as files, directory and zip; what is damaged, wrong, refused or strangely named;
# the rights it needs; no large object stays behind in any case
use strict;
use warnings;

use Cwd ();
use File::Copy qw(copy);
use IPC::Run;
use Formats;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $sanctload = "$ENV{PG_ABS_SRCDIR}/bin/sanctload";
my $data = "$ENV{PG_ABS_SRCDIR}/test/data";
my $tmp = PostgreSQL::Test::Utils::tempdir;

my $node = PostgreSQL::Test::Cluster->new('main');
$node->init;
$node->append_conf('postgresql.conf', "fsync = off\nmax_prepared_transactions = 1");
$node->start;

# it was installed where psql is found by who has set nothing, Debian's being elsewhere than the server's programs
SKIP:
{
	my $installed = "$ENV{PG_ABS_SRCDIR}/../install";
	my ($psql) = map { Cwd::realpath($_) . "/psql" } grep { -x "$_/psql" } split /:/, `getconf PATH` =~ s/\s//gr;

	skip 'not installed by test/with_server, or no psql there', 3 unless -d $installed && $psql;
	ok(-x $installed . $psql =~ s/psql$/sanctload/r, 'it stands beside psql');
	my $pages = $installed . $psql =~ s{bin/psql$}{share/man}r;
	ok(-f "$pages/man1/$_.1", "man finds the page of $_ there") for qw(sanctload sanctreport);
}

# A role that may import and nothing else
$node->safe_psql(
	'postgres', q(
	CREATE SCHEMA "The lists; all";
	CREATE EXTENSION sanctmatch SCHEMA "The lists; all";
	CREATE ROLE loader LOGIN;
	GRANT USAGE ON SCHEMA "The lists; all" TO loader;
	SET search_path = "The lists; all";
	GRANT SELECT, INSERT, UPDATE, DELETE ON sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier,
		sanct_past_entry, sanct_past_name, sanct_past_identifier TO loader;
	) . grants_to_import('loader'));
my @connection = ('-h', $node->host, '-p', $node->port, '-U', 'loader', '-w', '-d', 'postgres');

# For sanctload alone: the test itself needs its own PATH
my @environment;

# Runs sanctload; returns its exit code, what it printed and what it complained of
sub load
{
	my ($out, $err) = ('', '');

	IPC::Run::run [ 'env', @environment, $sanctload, @connection, @_ ], '<', '/dev/null', '>', \$out, '2>', \$err;
	return ($? >> 8, $out, $err);
}

# Checks a run: its exit code, what is printed and what is complained of, and that nothing is left on the server
sub check
{
	my ($arguments, $code, $out, $err, $what) = @_;
	my ($got, $got_out, $got_err) = load(@$arguments);

	is($got, $code, "$what: exit code") or diag("$got_out$got_err");
	like($got_out, $out, "$what: output");
	like($got_err, $err, "$what: messages");
	is($node->safe_psql('postgres', 'SELECT count(*) FROM pg_largeobject_metadata'), '0', "$what: no large object is left");
	return ($got_out, $got_err);
}

sub entries
{
	my ($list) = @_;

	return $node->safe_psql(
		'postgres', qq(SET search_path = "The lists; all";
		SELECT count(*) FROM sanct_entry AS e JOIN sanct_list AS l ON l.id = e.list_id WHERE l.code = '$list' AND e.delisted_in IS NULL));
}

sub write_file
{
	my ($name, $content) = @_;

	open my $file, '>:raw', "$tmp/$name" or die "$name: $!";
	print $file $content;
	close $file;
	return "$tmp/$name";
}

# A directory with copies of samples, by their names there
sub directory
{
	my ($name, %files) = @_;

	mkdir "$tmp/$name" or die $!;
	copy("$data/$files{$_}", "$tmp/$name/$_") or die $! for keys %files;
	return "$tmp/$name";
}

# usage

check([ '--help' ], 0, qr/Usage: sanctload.*--dry-run.*Exit status/s, qr/^$/, 'help');
# the manual page, the page of the documentation and --help know the same options and exit codes
{
	my ($code, $help) = load('--help');
	my $man = slurp_file("$ENV{PG_ABS_SRCDIR}/man/sanctload.1") =~ s/\\-/-/gr =~ s/\\f.//gr;
	my $page = slurp_file("$ENV{PG_ABS_SRCDIR}/docs/sanctload.md");
	my @options = $help =~ /^ .*?(--[a-z-]+)/mg;

	cmp_ok(scalar @options, '>', 9, 'help: options');
	is(join(' ', grep { $man !~ /\Q$_\E\b/ } @options), '', 'the manual page has them all');
	is(join(' ', grep { $page !~ /\Q$_\E\b/ } @options), '', 'the documentation has them all');
	is(join(' ', $man =~ /^\.B (\d)$/mg), '0 3 2 1', 'the manual page has all exit codes');
	is(join(' ', $page =~ /^(\d) \| /mg), '0 3 2 1', 'so has the documentation');
}
check([ '--version' ], 0, qr/^sanctload /, qr/^$/, 'version');
check([], 2, qr/^$/, qr/no file is given/, 'no file');
check([ '--nonsense', "$data/un.xml" ], 2, qr/^$/, qr/nonsense/, 'unknown option');
check([ '--list', "x'; DROP", "$data/un.xml" ], 2, qr/^$/, qr/no key of a list/, 'odd key');
check([ '--published', 'today', "$data/un.xml" ], 2, qr/^$/, qr/YYYY-MM-DD/, 'odd day');
check([ '--names', 'few', "$data/un.xml" ], 2, qr/^$/, qr/number/, 'odd number');
check([ '--list', 'mine', "$data/un.xml" ], 2, qr/^$/, qr/does not go with un-xml/, 'key of another list');
check([ '--list', 'mine', "$data/ofac_sdn.xml" ], 2, qr/^$/, qr/does not go with ofac-xml/, 'key of no list of OFAC');
check([ '--list', 'mine', "$data/un.xml", "$data/eu.xml" ], 2, qr/^$/, qr/--list is for one list/, 'one key for two lists');
check([ "$data/eu.xml", "$data/eu.csv" ], 1, qr/^$/, qr/eu-fsf stands here more than once.*eu\.csv.*eu\.xml/, 'two files for one list');
check([ '-n', "$data/eu.xml", "$data/eu.csv", "$data/un.xml" ], 1, qr/^un-sc: /, qr/eu-fsf stands here more than once/, 'the trouble of one list is its own');
check([ '--published', '2025-13-40', "$data/un.xml" ], 2, qr/^$/, qr/no day of the calendar/, 'a day that the calendar does not have');
check([ '--published', '2025-02-29', "$data/un.xml" ], 2, qr/^$/, qr/no day of the calendar/, 'nor that one');
check([ '--max-age', 'old', "$data/un.xml" ], 2, qr/^$/, qr/number of days/, 'odd age');
check([ '--expect', 'un-sc,"x"', "$data/un.xml" ], 2, qr/^$/, qr/no key of a list/, 'odd key of an expected list');

# every format under a name that does not tell it; what it says is what was loaded

for my $format (grep { $_->{alone} } @formats)
{
	my ($sample, $list, $import) = @$format{qw(sample list import)};
	my $file = write_file('download.tmp', slurp_file("$data/$sample"));
	my @published = $sample =~ /ofac_(?:adv|enh)/ ? ('--published', '2024-03-16') : ();

	check([ '-n', $file ], 0, qr/^\Q$list: sanct_import_$import\E\n  large_object: \Q$file\E\n$/, qr/^$/, "dry run of $sample");
	my ($out, $err) = check([ @published, $file ], 0, qr/^$list: release/, qr/^$list: sending .*download\.tmp \([\d.]+ .B\)\n$list: importing\n$/, $sample);
	my ($entries) = $out =~ /(\d+) entries/;
	cmp_ok($entries, '>', 0, "$sample: entries are told");
	is(entries($list), $entries, "$sample: they are loaded");
	check([ @published, $file ], 0, qr/^$list: .*loaded already, $entries entries/, qr/importing/, "$sample again");
}

# the other formats of the same lists, which say the same, and OFAC's four files whose names do not tell them either

check([ '--published', '2020-04-16', "$data/eu.xml" ], 0, qr/eu-fsf: release of 2020-04-16.* 0 added, \d+ changed, 0 delisted/, qr/importing/, 'eu.xml');
check([ '--published', '2025-04-11', "$data/uk.xml" ], 0, qr/uk-sl: .* 0 added/, qr/importing/, 'uk.xml');
my @ofac = map { write_file("part$_->[0]", slurp_file("$data/ofac_$_->[1].csv")) } [ 1, 'add' ], [ 2, 'comments' ], [ 3, 'sdn' ], [ 4, 'alt' ];
check([ '-n', @ofac ], 0,
	qr/^ofac-sdn: sanct_import_ofac_csv\n  addresses_object: .*part1\n  alt_object: .*part4\n  comments_object: .*part2\n  sdn_object: .*part3\n$/,
	qr/^$/, 'dry run of OFAC CSV');
check([ @ofac, '--published=2024-03-17' ], 0, qr/ofac-sdn: release of 2024-03-17, \d+ entries/, qr/sending .*part1.*importing/s, 'OFAC CSV');
check([ @ofac[ 0 .. 2 ] ], 1, qr/^$/, qr/part3 needs OFAC's file alt\.csv/, 'OFAC CSV without aliases');
check([ @ofac[ 0, 1, 3 ] ], 1, qr/^$/, qr/part1 is OFAC's file add\.csv, and needs sdn\.csv/, 'OFAC CSV without entries');
check([ @ofac, write_file('part5', slurp_file("$data/ofac_alt.csv")) ], 1, qr/^$/, qr/only one goes with .*part3: .*part4.*part5/, 'OFAC CSV with two files of aliases');
check([ @ofac, "$data/ofac_alt.csv" ], 1, qr/loaded already/, qr/data\/ofac_alt\.csv is not taken/, 'OFAC CSV with another file of aliases elsewhere');
check([ '-q', @ofac[ 0, 3 ], write_file('part6', slurp_file("$data/ofac_sdn.csv") =~ s/CHOE/CHOI/r) ], 0, qr/^$/,
	qr/day of publication .* is not known.*remarks of list "ofac-sdn" are cut off/s, 'what OFAC CSV does not tell: its day, remarks that are cut');
check([ '-q', @ofac, '--published=2024-03-18' ], 0, qr/^$/, qr/no letter/, 'and what it tells again');

# two lists of OFAC's in one directory: each file goes with the entries that it is of, whatever it is called

my $both = directory('both', 'sdn.csv' => 'ofac_sdn.csv', 'alt.csv' => 'ofac_alt.csv', 'add.csv' => 'ofac_add.csv');
write_file('both/prim.csv', qq(9639,"HANIYA, Ismail","individual","NS-PLC",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n));
write_file('both/other_alt.csv', qq(9639,9150,"aka","HANIYYA, Ismaeel",-0- \r\n));
write_file('both/other_add.csv', qq(9639,12812,-0- ,-0- ,-0- ,-0- \r\n));
check([ '-n', $both ], 0, qr/^ofac-cons: .*addresses_object: \S*other_add.csv\n.*alt_object: \S*other_alt.csv\n.*sdn_object: \S*prim.csv\nofac-sdn: .*alt_object: \S*both\/alt.csv/s,
	qr/^$/, 'two lists of OFAC in a directory');

# the other list of OFAC's, which the content tells

my $advanced = slurp_file("$data/ofac_advanced.xml");
my $sdn = slurp_file("$data/ofac_sdn.xml");
check([ '-n', write_file('sdn.tmp', $advanced =~ s/>SDN List</>Consolidated List</r) ], 0, qr/^ofac-cons: sanct_import_ofac_advanced_xml\n/, qr/^$/, 'advanced XML of the other list');
check([ '-n', write_file('cons_advanced.xml', $advanced) ], 0, qr/^ofac-sdn: /, qr/^$/, 'advanced XML under the name of the other list');
check([ '-n', write_file('sdn.tmp', $sdn =~ s/<program>[^<]*/<program>NS-PLC/r) ], 0, qr/^ofac-cons: sanct_import_ofac_xml\n/, qr/^$/, 'XML of the other list');
check([ '-n', write_file('consolidated.xml', $sdn) ], 0, qr/^ofac-cons: /, qr/^$/, 'XML that its name alone tells');
check([ '-n', '-l', 'ofac-sdn', "$tmp/consolidated.xml" ], 0, qr/^ofac-sdn: /, qr/^$/, 'XML that the user tells');

# what a release says of itself, whatever the settings of the role

$node->safe_psql('postgres', "ALTER ROLE loader SET datestyle = 'SQL, DMY'; ALTER ROLE loader SET default_transaction_read_only = on; ALTER ROLE loader SET default_transaction_isolation = 'serializable'");

my $opensanctions = slurp_file("$data/opensanctions.csv");
my ($header, @lines) = split /^/, $opensanctions;
my $changed = $lines[1] =~ s/CHONG CHON GANG/CHONG CHON GANG 2/r;
check([ '-l', 'mine', write_file('a.csv', $header . join '', @lines) ], 0, qr/mine: release without a day \(--published=YYYY-MM-DD gives it\), \d+ entries.*\n(  added \S+ .*\n)+$/, qr/importing/, 'names of a first release');
check([ '-l', 'mine', write_file('a.csv', join '', $header, @lines[ 1 .. $#lines ]) ], 0, qr/ 0 added, 0 changed, 1 delisted\n  delisted ofac-9345 KOREA MINING DEVELOPMENT TRADING CORPORATION\n$/,
	qr/importing/, 'names delisted');
check([ '-l', 'mine', '-q', write_file('a.csv', join '', $header, grep { !/CHONG CHON/ } @lines[ 2 .. $#lines ]) ], 0, qr/^$/, qr/^$/, 'quiet');
check([ '-l', 'mine', '--names=1', write_file('a.csv', $header . join '', @lines, qq("x-1","Person","A\t\nB","","","","","","","","","","","","",""\n)) ], 0,
	qr/ 1 added, 3 changed, 0 delisted\n  added x-1 A B\n  changed \S+ .*\n  changed: 2 more\n$/, qr/importing/, 'names, at most one each');
check([ '-l', 'mine', '--names=0', '--published=2024-03-20', write_file('a.csv', $header . $lines[0]) ], 0, qr/^mine: release of 2024-03-20, 1 entry, [^\n]* delisted\n$/, qr/importing/, 'no names, one entry');

# a directory with this and that; hidden files are nobody's business

my $mixed = directory('mixed', 'a' => 'un.xml', 'b' => 'eu.xml', 'customers.csv' => 'customers.csv', '.hidden.xml' => 'un.xml');
write_file('mixed/README', "# no list\n");
check([ '-n', $mixed ], 0, qr/^eu-fsf: .*\/b\nun-sc: .*\/a\n$/s, qr/README is no list in a known format: left out/, 'directory');
my $stray = directory('stray', 'consolidated.xml' => 'un.xml', 'consolidated.xml.1' => 'un.xml', 'eu.xml' => 'eu.xml');
check([ '-n', $stray ], 1, qr/^eu-fsf: [^\n]*\n[^\n]*eu\.xml\n$/, qr/un-sc stands here more than once.*consolidated\.xml.*consolidated\.xml\.1/, 'a file that a browser has saved twice stops its own list alone');
mkdir "$tmp/empty";
check([ "$tmp/empty" ], 1, qr/^$/, qr/no list/, 'empty directory');

# what is no list

check([ "$data/customers.csv" ], 1, qr/^$/, qr/customers\.csv is no list in a known format\nA list of your own becomes a table .*sanct_import_table/, 'another CSV, and what becomes of a list of one\'s own');
check([ write_file('x', "<html><body>503</body></html>") ], 1, qr/^$/, qr/HTML page.*download/, 'an HTML page');
check([ write_file('x', "<WHOLE Date='1'/>") ], 1, qr/^$/, qr/version 1\.1/, 'XML 1.0 of the EU');
check([ write_file('x', '') ], 1, qr/^$/, qr/is empty/, 'an empty file');
check([ write_file('x', "\x1f\x8b\x08\0") ], 1, qr/^$/, qr/gzip/, 'a gzip');
check([ write_file('x', "\0\1\2") ], 1, qr/^$/, qr/no text/, 'a binary file');
check([ "$tmp/nowhere" ], 1, qr/^$/, qr/nowhere does not exist/, 'no file of that name');
check([ "$tmp/nowhere", "$data/un.xml" ], 1, qr/un-sc: .*loaded already/, qr/nowhere does not exist/, 'one file is missing, the other is loaded');

# what servers send in place of a list, under the name of a list or another, alone and in a directory: an error and a sentence each

my %bodies = (
	s3 => qq(<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>),
	json => qq({"message":"Forbidden"}), text => "Service temporarily unavailable\n", html => "<!DOCTYPE html><html><body>503</body></html>",
	nothing => '', cut => substr(slurp_file("$data/un.xml"), 0, 3000), short => "404: Not Found");
for my $body (sort keys %bodies)
{
	for my $name (qw(sdn.csv sdn_advanced.xml SDN_ENHANCED.XML consolidated.xml FULL.xml FULL.csv ConList.csv UK_Sanctions_List.csv UK_Sanctions_List.xml
		consolidated-list.xml sema-lmes.xml regulation8_consolidated.csv targets.simple.csv entities.ftm.json download.tmp))
	{
		my $directory = "$tmp/failed-$body-$name";
		mkdir $directory;
		write_file("failed-$body-$name/$name", $bodies{$body});
		my ($code, $out, $err) = load('-q', $directory);
		cmp_ok($code, '>', 0, "$name is an error body ($body): exit code");
		like($err, $body eq 'cut' ? qr/refused/ : qr/\Q$name\E is (?:an HTML page|an error message|empty)/, "$name is an error body ($body): a sentence");
	}
}
my $three = directory('three', 'un.xml' => 'un.xml');
write_file('three/sdn.xml', $bodies{s3});
write_file('three/eu.csv', $bodies{json});
write_file('three/ConList.csv', $bodies{text});
check([ '-q', $three ], 1, qr/^$/, qr/(?:.*(?:sdn\.xml|eu\.csv|ConList\.csv) is an error message.*\n){3}/, 'three of four downloads have failed');
check([ write_file('sdn.csv', "this is no list\n") ], 1, qr/^$/, qr/no list in a known format/, 'a file named like a list');
mkdir "$tmp/named";
write_file('named/consolidated.xml', "this is no list\n");
check([ "$tmp/named" ], 1, qr/^$/, qr/consolidated\.xml is no list in a known format\n\z/, 'a file named like a list in a directory');

# what was expected and did not come, what is stale, what the database has and nothing here is of

check([ '-q', '--expect=un-sc,ofac-cons', "$data/un.xml" ], 1, qr/^$/, qr/^sanctload: ofac-cons was expected and is not delivered\n$/, 'an expected list that is missing');
check([ '-q', '--expect=un-sc', "$data/un.xml" ], 0, qr/^$/, qr/^$/, 'an expected list that is there');
check([ '-q', '--max-age=3', "$data/un.xml" ], 1, qr/^$/, qr/^sanctload: un-sc is stale: its release was published on 2025-04-19, \d+ days ago\n$/, 'a stale list');
check([ '-q', '--max-age=99999', "$data/un.xml" ], 0, qr/^$/, qr/^$/, 'one that is not');
my $one = directory('one', 'un.xml' => 'un.xml');
check([ '-q', $one ], 0, qr/^$/, qr/eu-fsf is in the database, and nothing here is of it\n.*uk-sl is in the database/s, 'what the database has and a directory has not');
check([ '--json', '--expect=un-sc,ofac-cons', "$data/un.xml" ], 1,
	qr/^\{"exit": 1, "lists": \[\{"list": "ofac-cons", "status": "missing"\}, \{"entries": \d+, "list": "un-sc", "names": \d+, "published": "2025-04-19", "status": "current"\}\], "problems": \["ofac-cons was expected and is not delivered"\]\}\n$/,
	qr/ofac-cons was expected/, 'what became of each list, as JSON');

# standard input and pipes

{
	my ($out, $err) = ('', '');

	IPC::Run::run [ $sanctload, @connection, '-' ], '<', "$data/un.xml", '>', \$out, '2>', \$err;
	like($out, qr/^un-sc: .*loaded already/, 'from standard input') or diag($err);
	IPC::Run::run [ 'bash', '-c', '"$0" "${@:2}" <(cat "$1")', $sanctload, "$data/un.xml", @connection ], '<', '/dev/null', '>', \$out, '2>', \$err;
	like($out, qr/^un-sc: .*loaded already/, 'from a pipe') or diag($err);
}

# zip

SKIP:
{
	skip 'no IO::Compress::Zip', 1 unless eval { require IO::Compress::Zip; 1 };

	sub make_zip
	{
		my ($name, %files) = @_;
		my $first = 1;
		my $zip = IO::Compress::Zip->new("$tmp/$name", Name => 'readme.txt') or die;

		$zip->print("no list\n");
		for my $member (sort keys %files)
		{
			$zip->newStream(Name => $member);
			$zip->print($files{$member});
		}
		$zip->close;
		return "$tmp/$name";
	}

	my $file = make_zip('lists.zip', 'un/x y.xml' => slurp_file("$data/un.xml"), '../../evil.csv' => slurp_file("$data/uk.csv"));
	check([ '-n', $file ], 0, qr/^uk-sl: .*lists\.zip:\.\.\/\.\.\/evil\.csv\nun-sc: .*lists\.zip:un\/x y\.xml\n$/s, qr/readme\.txt is no list/, 'dry run of a zip');
	check([ '-l', 'ofac-sdn', '--published=2024-03-18',
		make_zip('sdn.zip', 'sdn.csv' => slurp_file("$data/ofac_sdn.csv"), 'alt.csv' => slurp_file("$data/ofac_alt.csv"), 'add.csv' => slurp_file("$data/ofac_add.csv")) ],
		0, qr/ofac-sdn: release of 2024-03-18/, qr/sending .*sdn\.zip:sdn\.csv/, 'a zip of OFAC CSV');

	# damaged
	my $zip = slurp_file($file);
	check([ write_file('cut.zip', substr($zip, 0, length($zip) / 2)) ], 1, qr/^$/, qr/damaged zip/, 'a zip that is cut off');
	substr($zip, length($zip) / 2, 1) ^= "\x55";
	check([ write_file('bad.zip', $zip) ], 1, qr/^$/, qr/damaged zip/, 'a zip with a byte changed');
	check([ write_file('secret.zip', substr($zip, 0, 6) . pack('v', 1 | unpack 'v', substr $zip, 6, 2) . substr $zip, 8) ], 1, qr/^$/, qr/encrypted zip/, 'an encrypted zip');
	check([ write_file('nothing.zip', "PK\x05\x06" . "\0" x 18) ], 1, qr/^$/, qr/without a file in it|damaged zip/, 'an empty zip');
	check([ make_zip('nested.zip', 'inner.zip' => $zip) ], 1, qr/^$/, qr/zip in a zip/, 'a zip in a zip');
	check([ make_zip('book.xlsx', '[Content_Types].xml' => '<Types/>') ], 1, qr/^$/, qr/spreadsheet/, 'a spreadsheet');

	# a zip as it comes from a pipe, whose lengths stand behind what they are of: only a program reads it
	my ($unzip) = grep { -x } map { ("$_/unzip", "$_/bsdtar") } File::Spec->path;
	my $stream = IO::Compress::Zip->new("$tmp/a [b] *'.zip", Name => 'un.xml', Method => IO::Compress::Zip::ZIP_CM_STORE(), Stream => 1);
	$stream->print(slurp_file("$data/un.xml"));
	$stream->close;
	check([ '-n', "$tmp/a [b] *'.zip" ], 0, qr/un-sc: .*'\.zip:un\.xml\n$/s, qr/^$/, 'a zip from a pipe') if $unzip;

	# without the module, by a program, or with advice
	mkdir "$tmp/lib";
	mkdir "$tmp/lib/IO";
	mkdir "$tmp/lib/IO/Uncompress";
	write_file('lib/IO/Uncompress/Unzip.pm', 'die "none";');
	local $ENV{PERL5LIB} = "$tmp/lib";
	check([ '-n', $file ], 0, qr/un-sc: .*lists\.zip:un\/x y\.xml\n$/s, qr/readme\.txt/, 'a zip without the module') if $unzip;
	check([ "$tmp/cut.zip" ], 1, qr/^$/, qr/damaged zip/, 'a damaged zip without the module') if $unzip;
	mkdir "$tmp/bin";
	symlink $^X, "$tmp/bin/perl";
	@environment = ("PATH=$tmp/bin");
	check([ $file ], 1, qr/^$/, qr/nothing can unpack it: install .*unzip/, 'a zip without anything');
	@environment = ();
}

# the checks of the server

my $un = slurp_file("$data/un.xml");
my $entries = entries('un-sc');
check([ write_file('un.xml', substr($un, 0, length($un) / 2)) ], 3, qr/^$/, qr/ERROR: .*refused, the list stays as it was/s, 'a file that is cut off');
check([ '-q', write_file('un.xml', substr($un, 0, length($un) / 2)) ], 3, qr/^$/, qr/^ERROR: .*refused.*: \Q$tmp\E\/un\.xml\n$/s, 'a refusal is not quiet');
is(entries('un-sc'), $entries, 'a file that is cut off changes nothing');
check([ '--published=2001-01-01', write_file('un.xml', "$un\n") ], 3, qr/^$/, qr/newer release.*give a later date as --published/is, 'an older release, with a hint in words of this program');
check([ '--published=2025-05-01', "$data/ofsi.csv", write_file('un.xml', substr($un, 0, length($un) / 2)) ], 3, qr/^uk-ofsi: .*loaded already/, qr/un-sc: refused/, 'one list is refused, the other is loaded');
check([ "$tmp/nowhere", "$tmp/un.xml" ], 1, qr/^$/, qr/nowhere does not exist.*un-sc: refused/s, 'what fails weighs more than what is refused');

sub many
{
	return $header . join '', map { qq("n-$_","Person","NAME $_","","","","","","","","","","","","",""\n) } 1 .. $_[0];
}

check([ '-l', 'many', write_file('many.csv', many(150)) ], 0, qr/150 added.*\n(  added.*\n){20}  added: 130 more\n$/, qr/importing/, 'many names');
check([ '-l', 'many', write_file('few.csv', many(20)) ], 3, qr/^$/, qr/ERROR:  too much of list.*--max-removed, 1 for all.*refused/s, 'a list that has lost most of its entries');
is(entries('many'), '150', 'it stays as it was');
check([ '-l', 'many', '--max-removed=1', "$tmp/few.csv" ], 0, qr/130 delisted/, qr/importing/, 'the same where it is allowed');

# what else goes wrong is no refusal

$node->safe_psql('postgres', 'CREATE DATABASE other; CREATE ROLE nobody LOGIN;');
check([ '-d', 'other', "$data/un.xml" ], 1, qr/^$/, qr/has no extension sanctmatch: CREATE EXTENSION/, 'no extension');
check([ '-d', 'nowhere', "$data/un.xml", "$data/eu.xml" ], 1, qr/^$/, qr/"nowhere" does not exist\n.*un-sc: not loaded|"nowhere" does not exist\n.*eu-fsf: not loaded/, 'no database');
check([ '-U', 'nobody', "$data/un.xml" ], 1, qr/^$/, qr/permission denied.*not loaded/s, 'a role without rights');
check([ '-d', "host=" . $node->host . " port=" . $node->port . " user=loader dbname=postgres", "$data/un.xml" ], 0, qr/loaded already/, qr/importing/, 'a connection string');

# file names that a shell, SQL or psql would take apart

mkdir "$tmp/it's \"odd\"";
for my $name ("a b.xml", "it's \"odd\"/x'y.xml", "back\\slash\\n.xml", "new\nline.xml", "semi;colon :LASTOID :'x' \$x `id`.xml", "~", "|cat", "\xc3\xa4\xff.xml")
{
	check([ write_file($name, $un) ], 0, qr/^un-sc: .*loaded already/, qr/importing/, 'a file called ' . $name =~ s/([^ -~])/sprintf '\\x%02x', ord $1/ger);
}
{
	my ($out, $err) = ('', '');

	copy("$data/un.xml", "$tmp/-n");
	IPC::Run::run [ $sanctload, @connection, '--', '-n' ], '<', '/dev/null', '>', \$out, '2>', \$err, init => sub { chdir $tmp };
	like($out, qr/^un-sc: .*loaded already/, 'a file called like an option, in the working directory');
}

# stopped in the middle, psql and server let go of all

{
	my ($in, $out, $err) = ('', '', '');

	$node->safe_psql('postgres', q(BEGIN; LOCK TABLE "The lists; all".sanct_list IN ACCESS EXCLUSIVE MODE; PREPARE TRANSACTION 'lock'));
	my $run = IPC::Run::start [ $sanctload, @connection, write_file('new.xml', $un =~ s/2025-04-19T/2025-04-20T/r) ], \$in, \$out, \$err;
	$node->poll_query_until('postgres', "SELECT count(*) = 1 FROM pg_stat_activity WHERE usename = 'loader' AND wait_event_type = 'Lock'") or die 'it does not wait';
	$run->signal('TERM');
	$run->finish;
	is($run->full_result >> 8, 1, 'stopped: exit code');
	like($err, qr/interrupted/, 'stopped: message');
	$node->safe_psql('postgres', q(ROLLBACK PREPARED 'lock'));
	ok($node->poll_query_until('postgres', "SELECT count(*) = 0 FROM pg_stat_activity WHERE usename = 'loader'"), 'stopped: the session ends');
	is($node->safe_psql('postgres', 'SELECT count(*) FROM pg_largeobject_metadata'), '0', 'stopped: no large object is left');
	is(entries('un-sc'), $entries, 'stopped: the list is as it was');
}

# a list that was refused or did not come is noted, for a role that may note it; the next look that brings one is told apart by its moment

sub noted
{
	return $node->safe_psql('postgres', q(SELECT failure, last_failed > last_checked FROM "The lists; all".sanct_list_status WHERE list = 'un-sc'));
}
{
	my $bad = "$tmp/refused.xml";
	my $un = slurp_file("$data/un.xml");

	$node->safe_psql('postgres', q(UPDATE "The lists; all".sanct_list SET failure = NULL, last_failed = NULL));
	append_to_file($bad, $un =~ s/<REFERENCE_NUMBER>/<REFERENCE>/gr =~ s/<\/REFERENCE_NUMBER>/<\/REFERENCE>/gr);
	load($bad);
	is(noted(), '|', 'who may not note it does not');
	$node->safe_psql('postgres', q(GRANT EXECUTE ON FUNCTION "The lists; all".sanct_note_failure(text, text) TO loader));
	load($bad);
	like(noted(), qr/^refused: ERROR:  .*\|t$/, 'a list that was refused is noted, and why');
	load('--expect=un-sc', "$data/sema.xml");
	is(noted(), 'expected and not delivered|t', 'a list that did not come is noted');
	load('-n', $bad);
	is(noted(), 'expected and not delivered|t', 'a dry run notes nothing');
	load("$data/un.xml");
	like(noted(), qr/\|f$/, 'a list that came was looked at later');
}

# who owns a database sets a path for all who connect: nothing of that path is called
$node->safe_psql('postgres', q(
	CREATE DATABASE path;
	ALTER DATABASE path SET search_path = public, pg_catalog));
$node->safe_psql('path', q(
	CREATE EXTENSION sanctmatch;
	CREATE FUNCTION public.set_config(text, text, boolean) RETURNS text LANGUAGE plpgsql AS 'BEGIN RAISE ''called''; END'));
check([ '-d', 'path', '-U', $node->safe_psql('postgres', 'SELECT CURRENT_USER'), "$data/un.xml" ], 0, qr/un-sc: release/, qr/importing/, 'functions of the search_path that a database has are not called');

# real lists

SKIP:
{
	my $lists = "$ENV{SHARED}/lists";

	skip 'no real lists', 1 unless -d $lists;
	my @run = ('-d', 'real', '-U', $node->safe_psql('postgres', 'SELECT CURRENT_USER'), '--names=3');
	$node->safe_psql('postgres', 'CREATE DATABASE real');
	$node->safe_psql('real', 'CREATE EXTENSION sanctmatch');
	check([ @run, "$lists/ofac/2024-03", '--published=2024-03-15' ], 0, qr/release of 2024-03-15, \d{5} entries.* 0 changed, 0 delisted\n(  added .*\n){3}  added: \d+ more\n$/, qr/importing/, 'SDN list');
	check([ @run, "$lists/ofac/2022-01", '--published=2024-03-16' ], 3, qr/^$/, qr/file "sdn" is damaged.*refused/s, 'SDN list that holds entries twice');
	check([ @run, map({ "$lists/ofac/cons/cons_$_.csv" } 'prim', 'alt', 'add', 'comments') ], 0, qr/ofac-cons: release without a day .*, \d+ entries/, qr/importing/, 'consolidated list');
	check([ @run, "$lists/ofac/cons/consolidated_2025-03-28.xml", "$lists/un/consolidated_2025-04-19.xml", "$lists/eu/fsf_csv_v1.0_extract_2018-07-04.csv", "$lists/uk/uk_conlist_sample_2020-04-27.csv" ], 0,
		qr/eu-fsf: release.*ofac-cons: release of 2025-03-28.*uk-ofsi: release.*un-sc: release of 2025-04-19/s, qr/importing/, 'several lists');
	check([ @run, '-n', "$lists/ofac/2022-12" ], 1, qr/^$/, qr/needs OFAC's file alt/, 'SDN alone');
	check([ @run, "$lists/uk/UK_OFSI_ConList_2025-04-10.xlsx" ], 1, qr/^$/, qr/spreadsheet/, 'a spreadsheet');
}

$node->stop;
done_testing();
