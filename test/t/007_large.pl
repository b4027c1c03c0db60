# A document that is larger than the memory an import takes: the sample repeated with other ids, as a large object
use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $data = "$ENV{PG_ABS_SRCDIR}/test/data";
my $times = 250;
my $node = PostgreSQL::Test::Cluster->new('large');
$node->init;
$node->append_conf('postgresql.conf', "fsync = off\nfull_page_writes = off\nshared_buffers = 2MB\njit = off");
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION sanctmatch');

my ($begin, $persons, $middle, $organisations, $end) = slurp_file("$data/un.xml") =~ /^(.*?<INDIVIDUALS>)(.*)(<\/INDIVIDUALS>.*?<ENTITIES>)(.*)(<\/ENTITIES>.*)$/s;
my $entries = () = "$persons$organisations" =~ /<REFERENCE_NUMBER>/g;
my $file = "$PostgreSQL::Test::Utils::tmp_check/large.xml";
my $repeated = sub { my ($text) = @_; return join '', map { my $n = $_; $text =~ s/(<REFERENCE_NUMBER>)/$1$n./gr } 1 .. $times; };
my $document = $begin . $repeated->($persons) . $middle . $repeated->($organisations);
append_to_file($file, $document . $end);
my $size = -s $file;
my ($one) = slurp_file("$data/un.xml") =~ /(<ENTITY>.*?<\/ENTITY>)/s;
my $line = 1 + ($document =~ tr/\n//);
my $second = $line + ($one =~ tr/\n//);

# Memory of the backend beside the shared buffers, in kB, where the system tells
my $memory = $^O eq 'linux' ? q{(SELECT substring(pg_read_file('/proc/' || pg_backend_pid() || '/status') FROM 'VmHWM:\s*(\d+)')::bigint)} : '0';
my ($count, $names, $before, $after) = split /\|/, $node->safe_psql(
	'postgres', qq(
	SELECT lo_import('$file') AS loid \\gset
	SELECT sanct_similarity('Kim Jong Un', 'KIM, Jong Un') AS loaded \\gset
	SELECT $memory AS before \\gset
	SELECT r.entries AS entries, r.names AS names FROM sanct_import_un_xml(large_object => :loid) AS r \\gset
	SELECT :entries, :names, :before, $memory;
));
my ($few) = $node->safe_psql('postgres', qq(SET client_min_messages = error; SELECT r.names FROM sanct_import_un_xml(pg_read_binary_file('$data/un.xml'), '2030-01-01', max_removed => 1) AS r));
is($count, $entries * $times, 'all entries are loaded');
is($names, $few * $times, 'all names are loaded');
cmp_ok($size, '>', 10_000_000, 'the document is large');
cmp_ok($after - $before, '<', 30_000, 'the import takes less memory than a document of that size would');

# a table that is larger than that
($count, $names, $before, $after) = split /\|/, $node->safe_psql(
	'postgres', qq(
	CREATE TABLE own AS SELECT n AS id, 'Name ' || n || ' ' || a AS name, repeat(md5(n::text), 40) || a AS remarks
		FROM generate_series(1, 20000) AS n, generate_series(1, 2) AS a ORDER BY a, md5(n::text);
	SELECT pg_table_size('own') > 50000000 AS large \\gset
	SELECT sanct_similarity('Kim Jong Un', 'KIM, Jong Un') AS loaded \\gset
	SELECT $memory AS before \\gset
	SELECT r.entries AS entries, r.names AS names FROM sanct_import_table('own', 'own', remarks_column => 'remarks') AS r WHERE :'large' \\gset
	SELECT :entries, :names, :before, $memory;
));
is("$count $names", '20000 40000', 'all rows of a table are loaded');
cmp_ok($after - $before, '<', 30_000, 'the import takes less memory than the rows of that table would');

# far down, the line is still told: the XML library gives that of the first thing inside an element
append_to_file("$file.twice", $document . $one . $one . $end);
my ($status, $out, $err) = $node->psql('postgres', qq(
	SELECT lo_import('$file.twice') AS loid \\gset
	SELECT FROM sanct_import_un_xml(large_object => :loid, published => '2030-01-02', max_removed => 1);));
cmp_ok($line, '>', 65_536, 'the line has a large number');
my ($told, $told_before) = $err =~ /damaged: line (\d+)\n.*twice, on line (\d+) before/;
cmp_ok(abs(($told // 0) - $second) + abs(($told_before // 0) - $line), '<=', 2, 'the line of an error far down is told');

$node->stop;
done_testing();
